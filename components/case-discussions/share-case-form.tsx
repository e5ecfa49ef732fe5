"use client";

import { Form } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { caseOverviewTexts as texts } from "#lib/texts/case-discussions";

type ShareCaseFormProps = { action: FormAction; formKey: string; initial: FormState; discussionId: string; version: number };

/** Lets the team read along. */
export function ShareCaseForm({ action, formKey, initial, discussionId, version }: ShareCaseFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="discussionId" value={discussionId} />
      <HiddenField name="version" value={version} />
      <SubmitButton pendingLabel={texts.submitting}>{texts.submit}</SubmitButton>
    </Form>
  );
}
