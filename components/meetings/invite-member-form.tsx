"use client";

import type { Route } from "next";
import { CheckBoxes } from "#components/forms/check-boxes";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { successorTexts as texts } from "#lib/texts/invitations";

type InviteMemberFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  membershipId: string;
  name: string;
  /** The meetings, with who was there before, and what stands in the way. */
  meetings: readonly { value: string; label: string; hint: string }[];
  back: Route;
};

/** Invites one member to several coming meetings at once, in the place of whoever left. */
export function InviteMemberForm({ action, formKey, initial, membershipId, name, meetings, back }: InviteMemberFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="membershipId" value={membershipId} />
      <CheckBoxes state={state} name="meetings" label={texts.legend} options={meetings} />
      <FormButtons back={{ href: back, label: texts.notNow }}>
        <SubmitButton pendingLabel={texts.submitting}>{texts.submit(name)}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
