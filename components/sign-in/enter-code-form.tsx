"use client";

import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { useFormAction } from "#components/forms/use-form-action";
import { InternalLink } from "#components/ui/link";
import { type FormAction, freshForm } from "#lib/forms/form-state";
import { signInTexts } from "#lib/texts/sign-in";

/** Takes the code that was mailed. */
export function EnterCodeForm({ action, next }: { action: FormAction; next: string }) {
  const [state, submit] = useFormAction(action, freshForm());
  return (
    <Form action={submit} state={state} formKey="">
      <TextField state={state} name="code" label={signInTexts.code} hint={signInTexts.codeHint} autoComplete="one-time-code" maxLength={20} width="short" spellCheck={false} />
      <HiddenField name="next" value={next} />
      <FormButtons>
        <SubmitButton pendingLabel={signInTexts.enteringCode}>{signInTexts.enterCode}</SubmitButton>
        <InternalLink href="/login">{signInTexts.newCode}</InternalLink>
      </FormButtons>
    </Form>
  );
}
