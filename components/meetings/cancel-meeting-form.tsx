"use client";

import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextArea } from "#components/forms/text-area";
import { useFormAction } from "#components/forms/use-form-action";
import { versionOf } from "#components/meetings/moment-fields";
import type { CheckedNames } from "#lib/anonymity/findings";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { cancelTexts } from "#lib/texts/meetings";

type CancelMeetingFormProps = { action: FormAction; formKey: string; initial: FormState; names: CheckedNames; meetingId: string; version: number };

/** Cancels a bijeenkomst, with a reason for the team if there is one. */
export function CancelMeetingForm({ action, formKey, initial, names, meetingId, version }: CancelMeetingFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey} names={names}>
      <HiddenField name="meetingId" value={meetingId} />
      <HiddenField name="version" value={versionOf(state, version)} />
      <TextArea state={state} name="reason" label={cancelTexts.reason} hint={cancelTexts.reasonHint} size="small" maxLength={300} checkedAs="PLAN" optional />
      <FormButtons>
        <SubmitButton variant="danger" pendingLabel={cancelTexts.submitting}>
          {cancelTexts.submit}
        </SubmitButton>
      </FormButtons>
    </Form>
  );
}
