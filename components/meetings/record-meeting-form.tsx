"use client";

import type { Route } from "next";
import { CheckBoxes } from "#components/forms/check-boxes";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import { versionOf } from "#components/meetings/moment-fields";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { meetingTexts, recordTexts } from "#lib/texts/meetings";

type RecordMeetingFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  meetingId: string;
  version: number;
  people: readonly { value: string; label: string; hint: string }[];
  back: Route;
};

/** Records who was at a bijeenkomst: one tick each. */
export function RecordMeetingForm({ action, formKey, initial, meetingId, version, people, back }: RecordMeetingFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="meetingId" value={meetingId} />
      <HiddenField name="version" value={versionOf(state, version)} />
      <CheckBoxes state={state} name="present" label={recordTexts.legend} hint={recordTexts.legendHint} options={people} />
      <FormButtons back={{ href: back, label: meetingTexts.backToMeeting }}>
        <SubmitButton>{recordTexts.submit}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
