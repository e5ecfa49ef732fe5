"use client";

import type { Route } from "next";
import { type ReactNode } from "react";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import { Confirmations, KindFields, MomentFields, OtherMoments, PlaceFields, versionOf } from "#components/meetings/moment-fields";
import type { CheckedNames } from "#lib/anonymity/findings";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { meetingTexts, momentTexts, rescheduleTexts } from "#lib/texts/meetings";

type RescheduleMeetingFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  names: CheckedNames;
  meetingId: string;
  version: number;
  back: Route;
  holidays: ReactNode;
};

/** Moves a bijeenkomst, or changes what and where it is. */
export function RescheduleMeetingForm({ action, formKey, initial, names, meetingId, version, back, holidays }: RescheduleMeetingFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey} names={names}>
      <HiddenField name="meetingId" value={meetingId} />
      <HiddenField name="version" value={versionOf(state, version)} />
      <MomentFields state={state} help={holidays} />
      <PlaceFields state={state} />
      <KindFields state={state} />
      <Confirmations state={state} />
      <FormButtons back={{ href: back, label: meetingTexts.backToMeeting }}>
        <SubmitButton>{rescheduleTexts.submit}</SubmitButton>
      </FormButtons>
      {/* Below the main button, because Enter in a box presses the first button of a form. */}
      <OtherMoments state={state} hint={momentTexts.alternativesHintMove} />
    </Form>
  );
}
