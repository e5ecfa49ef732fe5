"use client";

import { Form } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { settleStopTexts, stopCaseTexts } from "#lib/texts/case-stops";

type Opened = { action: FormAction; formKey: string; initial: FormState; discussionId: string };

/** Stops a casus. */
export function StopForm(opened: Opened) {
  return <OneStep {...opened} variant="danger" label={stopCaseTexts.submit} pending={stopCaseTexts.submitting} />;
}

/** Gives a stopped casus back to its writer. */
export function ReleaseForm(opened: Opened) {
  return <OneStep {...opened} variant="primary" label={settleStopTexts.releaseButton} pending={settleStopTexts.releasing} />;
}

/** Erases a stopped casus. */
export function EraseForm(opened: Opened) {
  return <OneStep {...opened} variant="danger" label={settleStopTexts.eraseButton} pending={settleStopTexts.erasing} />;
}

function OneStep({ action, formKey, initial, discussionId, variant, label, pending }: Opened & { variant: "primary" | "danger"; label: string; pending: string }) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="discussionId" value={discussionId} />
      <SubmitButton variant={variant} pendingLabel={pending}>
        {label}
      </SubmitButton>
    </Form>
  );
}
