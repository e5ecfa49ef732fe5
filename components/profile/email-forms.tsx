"use client";

import { EmailField } from "#components/forms/email-field";
import { Form, FormButtons } from "#components/forms/form";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { useFormAction } from "#components/forms/use-form-action";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { profileTexts as texts } from "#lib/texts/profile";

type EmailFormProps = { action: FormAction; initial: FormState; formKey: string };

/** Asks for a code at the new address. */
export function AskEmailChangeForm({ action, initial, formKey }: EmailFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <EmailField state={state} name="email" label={texts.newEmail} own />
      <FormButtons>
        <SubmitButton pendingLabel={texts.sendingCode}>{texts.sendCode}</SubmitButton>
      </FormButtons>
    </Form>
  );
}

/** Takes the code that was mailed to the new address. */
export function ProveEmailChangeForm({ action, initial, formKey }: EmailFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <TextField state={state} name="code" label={texts.code} hint={texts.codeHint} autoComplete="one-time-code" maxLength={20} width="short" spellCheck={false} />
      <FormButtons>
        <SubmitButton>{texts.useAddress}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
