"use client";

import type { Route } from "next";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { type Choice, RadioGroup } from "#components/forms/radio-group";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { callTexts as texts } from "#lib/texts/on-call";

type CallFormProps = { action: FormAction; formKey: string; initial: FormState; participationId: string };

/** Asks somebody who is on call to come, for an item of the agenda. */
export function CallInviteeForm({ action, formKey, initial, participationId, items, back }: CallFormProps & { items: readonly Choice[]; back: Route }) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="participationId" value={participationId} />
      <RadioGroup state={state} name="itemId" label={texts.item} hint={texts.itemHint} options={items} />
      <FormButtons back={{ href: back, label: texts.back }}>
        <SubmitButton pendingLabel={texts.submitting}>{texts.submit}</SubmitButton>
      </FormButtons>
    </Form>
  );
}

/** Takes that back, on the page that asks whether it is meant. */
export function TakeBackCallForm({ action, formKey, initial, participationId }: CallFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="participationId" value={participationId} />
      <FormButtons>
        <SubmitButton variant="danger" pendingLabel={texts.takingBack}>
          {texts.takeBackSubmit}
        </SubmitButton>
      </FormButtons>
    </Form>
  );
}
