"use client";

import { Form } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { revealTexts as texts } from "#lib/texts/perspectives";

/** Reveals the perspectives on a casus. */
export function RevealForm({ action, formKey, initial, discussionId }: { action: FormAction; formKey: string; initial: FormState; discussionId: string }) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="discussionId" value={discussionId} />
      <SubmitButton pendingLabel={texts.submitting}>{texts.submit}</SubmitButton>
    </Form>
  );
}
