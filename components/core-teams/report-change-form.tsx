"use client";

import type { Route } from "next";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextArea } from "#components/forms/text-area";
import { useFormAction } from "#components/forms/use-form-action";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { changeReportTexts as texts, memberTexts } from "#lib/texts/core-teams";

type ReportChangeFormProps = { action: FormAction; formKey: string; initial: FormState; coreTeamId: string; membershipId: string | null };

/** Tells whoever keeps a core team up to date that it has changed. */
export function ReportChangeForm({ action, formKey, initial, coreTeamId, membershipId }: ReportChangeFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="coreTeamId" value={coreTeamId} />
      <HiddenField name="membershipId" value={membershipId ?? ""} />
      <TextArea state={state} name="message" label={texts.message} hint={texts.messageHint} maxLength={1_000} />
      <FormButtons back={{ href: `/core-teams/${coreTeamId}` as Route, label: memberTexts.toTeam }}>
        <SubmitButton pendingLabel={texts.submitting}>{texts.submit}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
