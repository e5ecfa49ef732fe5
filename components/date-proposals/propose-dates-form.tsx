"use client";

import { useRef, type ReactNode } from "react";
import { useAsked } from "#components/date-proposals/use-asked";
import { CheckBoxes } from "#components/forms/check-boxes";
import { DateField } from "#components/forms/date-field";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import type { Choice } from "#components/forms/radio-group";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { TimeField } from "#components/forms/time-field";
import { useFormAction } from "#components/forms/use-form-action";
import { InviteeFields, type InviteeChoice } from "#components/meetings/invitee-fields";
import { Disclosure } from "#components/ui/details";
import type { CheckedNames } from "#lib/anonymity/findings";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { proposalTexts as texts } from "#lib/texts/date-proposals";
import { scheduleTexts } from "#lib/texts/meetings";

type ProposeDatesFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  names: CheckedNames;
  coreTeamId: string;
  /** What was looked for. */
  chosen: { kind: string; minutes: string; form: string };
  moments: readonly Choice[];
  choices: readonly InviteeChoice[];
  /** Who asks, and gets no mail. */
  ownId: string;
  /** What stands in the way and what would help, below the moments. */
  children: ReactNode;
};

/** Chooses two to six moments and sends them to the team. With script the button counts the people. */
export function ProposeDatesForm({ action, formKey, initial, names, coreTeamId, chosen, moments, choices, ownId, children }: ProposeDatesFormProps) {
  const [state, submit] = useFormAction(action, initial);
  const people = useRef<HTMLDivElement>(null);
  const asked = useAsked(people, ownId);
  const hasOwn = ["ownDate", "ownStart"].some((name) => state.errors[name] !== undefined) || moments.length === 0;
  return (
    <Form action={submit} state={state} formKey={formKey} names={names}>
      <HiddenField name="coreTeamId" value={coreTeamId} />
      {Object.entries(chosen).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      {moments.length > 0 && <CheckBoxes state={state} name="moments" label={texts.moments.legend} hint={texts.moments.hint} options={moments} />}
      {children}
      <Disclosure summary={texts.own.summary} open={hasOwn}>
        <div className="space-y-4">
          <DateField state={state} name="ownDate" label={texts.own.date} optional />
          <TimeField state={state} name="ownStart" label={texts.own.start} optional />
        </div>
      </Disclosure>
      <TextField state={state} name="theme" label={scheduleTexts.theme} hint={texts.themeHint} maxLength={150} checkedAs="PLAN" optional />
      {chosen.form !== "DIGITAL" && (
        <TextField state={state} name="place" label={scheduleTexts.place} hint={scheduleTexts.placeHint} maxLength={200} checkedAs="WHERE" />
      )}
      {chosen.form !== "LIVE" && <TextField state={state} name="link" label={scheduleTexts.link} hint={scheduleTexts.linkHint} type="url" inputMode="url" maxLength={500} spellCheck={false} optional />}
      <div ref={people}>
        <InviteeFields state={state} choices={choices} />
      </div>
      <DateField state={state} name="lastDay" label={texts.lastDay.label} hint={texts.lastDay.hint} />
      <FormButtons>
        <SubmitButton pendingLabel={texts.submitting}>{asked === null ? texts.submit : texts.submitTo(asked)}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
