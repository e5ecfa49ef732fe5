"use client";

import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { proposalTexts } from "#lib/texts/date-proposals";

type WithdrawProposalFormProps = { action: FormAction; formKey: string; initial: FormState; proposalId: string; version: number };

/** Takes a date proposal back. */
export function WithdrawProposalForm({ action, formKey, initial, proposalId, version }: WithdrawProposalFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="proposalId" value={proposalId} />
      <HiddenField name="version" value={String(version)} />
      <FormButtons>
        <SubmitButton variant="danger" pendingLabel={proposalTexts.withdraw.submitting}>
          {proposalTexts.withdraw.submit}
        </SubmitButton>
      </FormButtons>
    </Form>
  );
}
