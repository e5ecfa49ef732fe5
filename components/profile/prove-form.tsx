"use client";

import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { useFormAction } from "#components/forms/use-form-action";
import { type FormAction, freshForm } from "#lib/forms/form-state";
import { profileTexts as texts } from "#lib/texts/profile";

/** Takes the code that shows who is behind this session. */
export function ProveForm({ action, formKey, next }: { action: FormAction; formKey: string; next: string }) {
  const [state, submit] = useFormAction(action, freshForm());
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <TextField state={state} name="code" label={texts.code} hint={texts.codeHint} autoComplete="one-time-code" maxLength={20} width="short" spellCheck={false} />
      <HiddenField name="next" value={next} />
      <FormButtons>
        <SubmitButton pendingLabel={texts.proving}>{texts.prove}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
