"use client";

import { DateField } from "#components/forms/date-field";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { memberTexts as texts } from "#lib/texts/core-teams";

type MembershipFormProps = { action: FormAction; formKey: string; initial: FormState; membershipId: string; version: number; label: string };

/** Gives a membership its last day. */
export function EndMembershipForm({ action, formKey, initial, membershipId, version, label }: MembershipFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="membershipId" value={membershipId} />
      <HiddenField name="version" value={state.offers?.version?.[0]?.value ?? version} />
      <DateField state={state} name="lastDay" label={texts.lastDay} />
      <FormButtons>
        <SubmitButton variant="danger" pendingLabel={texts.ending}>
          {label}
        </SubmitButton>
      </FormButtons>
    </Form>
  );
}

/** Takes back a membership that has not begun. */
export function WithdrawMembershipForm({ action, formKey, initial, membershipId, version, label }: MembershipFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="membershipId" value={membershipId} />
      <HiddenField name="version" value={state.offers?.version?.[0]?.value ?? version} />
      <FormButtons>
        <SubmitButton variant="danger" pendingLabel={texts.ending}>
          {label}
        </SubmitButton>
      </FormButtons>
    </Form>
  );
}
