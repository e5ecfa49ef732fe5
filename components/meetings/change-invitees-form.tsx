"use client";

import type { Route } from "next";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import { InviteeFields, type InviteeChoice } from "#components/meetings/invitee-fields";
import { versionOf } from "#components/meetings/moment-fields";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { inviteeTexts, meetingTexts } from "#lib/texts/meetings";

type ChangeInviteesFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  meetingId: string;
  version: number;
  choices: readonly InviteeChoice[];
  back: Route;
};

/** Adds people to a bijeenkomst that is still to come, or takes them off. */
export function ChangeInviteesForm({ action, formKey, initial, meetingId, version, choices, back }: ChangeInviteesFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="meetingId" value={meetingId} />
      <HiddenField name="version" value={versionOf(state, version)} />
      <InviteeFields state={state} choices={choices} hint={inviteeTexts.attendanceHint} />
      <FormButtons back={{ href: back, label: meetingTexts.backToMeeting }}>
        <SubmitButton>{inviteeTexts.submit}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
