"use client";

import { Form } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { discardConceptTexts as texts } from "#lib/texts/case-discussions";

type DiscardConceptFormProps = { action: FormAction; formKey: string; initial: FormState; discussionId: string; version: number };

/** Throws a concept away. */
export function DiscardConceptForm({ action, formKey, initial, discussionId, version }: DiscardConceptFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="discussionId" value={discussionId} />
      <HiddenField name="version" value={version} />
      <SubmitButton variant="danger" pendingLabel={texts.submitting}>
        {texts.submit}
      </SubmitButton>
    </Form>
  );
}
