"use client";

import { CheckBox } from "#components/forms/check-boxes";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import { Notice } from "#components/layout/notice";
import { Confirmations, OtherMoments, versionOf } from "#components/meetings/moment-fields";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { proposalTexts } from "#lib/texts/date-proposals";
import { momentTexts } from "#lib/texts/meetings";

const texts = proposalTexts.confirm;

type ConfirmDateFormProps = { action: FormAction; formKey: string; initial: FormState; proposalId: string; version: number; moment: string; missing: readonly string[] };

/** Books one moment. Whoever is needed and cannot come is pointed out first. */
export function ConfirmDateForm({ action, formKey, initial, proposalId, version, moment, missing }: ConfirmDateFormProps) {
  const [state, submit] = useFormAction(action, initial);
  // Another moment was taken, and is still to be confirmed.
  const taken = state.offers?.instead?.[0];
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="proposalId" value={proposalId} />
      <HiddenField name="version" value={versionOf(state, version)} />
      <HiddenField name="moment" value={moment} />
      {missing.length > 0 && (
        <>
          <Notice tone="attention">{texts.missing(missing)}</Notice>
          <CheckBox state={state} name="accepted" label={texts.accept} />
        </>
      )}
      {taken && <HiddenField name="instead" value={taken.value} />}
      <Confirmations state={state} />
      <FormButtons>
        <SubmitButton pendingLabel={texts.submitting}>{taken?.label ?? texts.submit}</SubmitButton>
      </FormButtons>
      {/* Below the main button, because Enter in a box presses the first button of a form. */}
      <OtherMoments state={state} hint={momentTexts.alternativesHint} />
    </Form>
  );
}
