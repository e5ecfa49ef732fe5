"use client";

import type { Route } from "next";
import { StayFields } from "#components/core-teams/stay-fields";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { memberTexts as texts } from "#lib/texts/core-teams";

type ChangeMembershipFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  coreTeamId: string;
  membershipId: string;
  version: number;
  organisations: readonly { id: string; name: string }[];
};

/** Changes for whom somebody sits in a core team, and from when to when. */
export function ChangeMembershipForm({ action, formKey, initial, coreTeamId, membershipId, version, organisations }: ChangeMembershipFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="membershipId" value={membershipId} />
      <HiddenField name="version" value={state.offers?.version?.[0]?.value ?? version} />
      <StayFields state={state} organisations={organisations} />
      <FormButtons back={{ href: `/core-teams/${coreTeamId}` as Route, label: texts.toTeam }}>
        <SubmitButton pendingLabel={texts.saving}>{texts.save}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
