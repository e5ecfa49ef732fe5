"use client";

import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { useFormAction } from "#components/forms/use-form-action";
import { type FormAction, freshForm } from "#lib/forms/form-state";
import { secondFactorTexts as texts } from "#lib/texts/second-factor";

type CodeFormProps = { action: FormAction; formKey: string; next: string };

/** Takes the code that the app shows: to open casussen, or for the first time. */
export function AppCodeForm({ action, formKey, next, first }: CodeFormProps & { first?: boolean }) {
  const [state, submit] = useFormAction(action, freshForm());
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <TextField state={state} name="code" label={texts.code} hint={texts.codeHint} autoComplete="one-time-code" inputMode="numeric" maxLength={12} width="short" spellCheck={false} />
      <HiddenField name="next" value={next} />
      <FormButtons>
        <SubmitButton pendingLabel={first ? texts.confirming : texts.entering}>{first ? texts.confirm : texts.enter}</SubmitButton>
      </FormButtons>
    </Form>
  );
}

/** Takes a recovery code. */
export function RecoveryCodeForm({ action, formKey, next }: CodeFormProps) {
  const [state, submit] = useFormAction(action, freshForm());
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <TextField state={state} name="recoveryCode" label={texts.recoveryCode} hint={texts.recoveryCodeHint} maxLength={20} width="short" spellCheck={false} />
      <HiddenField name="next" value={next} />
      <FormButtons>
        <SubmitButton pendingLabel={texts.entering}>{texts.enter}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
