"use client";

import { CheckBox } from "#components/forms/check-boxes";
import { Form, FormButtons } from "#components/forms/form";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { mailPreferenceTexts as texts } from "#lib/texts/mail-preferences";

/** Which of the mails come that may be switched off. */
export function MailForm({ action, initial, formKey }: { action: FormAction; initial: FormState; formKey: string }) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <div className="max-w-task space-y-2">
        <CheckBox state={state} name="weeklyDigest" label={texts.weeklyDigest} hint={texts.weeklyDigestHint} />
        <CheckBox state={state} name="proposalReminders" label={texts.proposalReminders} hint={texts.proposalRemindersHint} />
      </div>
      <FormButtons>
        <SubmitButton pendingLabel={texts.saving}>{texts.save}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
