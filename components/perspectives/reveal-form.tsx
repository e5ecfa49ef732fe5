"use client";

import { Form } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { revealTexts as texts } from "#lib/texts/perspectives";

/** Reveals the perspectives on a casus. `about` says which one, and where one comes back to. */
export function RevealForm({ action, formKey, initial, about }: { action: FormAction; formKey: string; initial: FormState; about: Readonly<Record<string, string>> }) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      {Object.entries(about).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <SubmitButton pendingLabel={texts.submitting}>{texts.submit}</SubmitButton>
    </Form>
  );
}
