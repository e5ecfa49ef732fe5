"use client";

import type { ButtonVariant } from "#components/ui/button";
import { Form } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import { type FormAction, freshForm } from "#lib/forms/form-state";

type OneButtonFormProps = { action: FormAction; formKey: string; fields?: Readonly<Record<string, string>>; label: string; longLabel?: string; pendingLabel?: string; variant?: ButtonVariant };

/** A button that does one thing, as a form of its own, so that it works without script. */
export function OneButtonForm({ action, formKey, fields = {}, label, longLabel, pendingLabel = label, variant = "quiet" }: OneButtonFormProps) {
  const [state, submit] = useFormAction(action, freshForm());
  return (
    <Form action={submit} state={state} formKey={formKey}>
      {Object.entries(fields).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <SubmitButton variant={variant} pendingLabel={pendingLabel}>
        {label}
        {longLabel && <span className="sr-only"> {longLabel}</span>}
      </SubmitButton>
    </Form>
  );
}
