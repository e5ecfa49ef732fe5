"use client";

import { EmailField } from "#components/forms/email-field";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import { type FormAction, freshForm } from "#lib/forms/form-state";
import { signInTexts } from "#lib/texts/sign-in";

/** Asks for a code by mail. */
export function RequestCodeForm({ action, next }: { action: FormAction; next: string }) {
  const [state, submit] = useFormAction(action, freshForm());
  return (
    <Form action={submit} state={state} formKey="">
      <EmailField state={state} name="email" label={signInTexts.email} hint={signInTexts.emailHint} own />
      <HiddenField name="next" value={next} />
      <FormButtons>
        <SubmitButton pendingLabel={signInTexts.sendingCode}>{signInTexts.sendCode}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
