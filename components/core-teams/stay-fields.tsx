import { CheckBox } from "#components/forms/check-boxes";
import { DateField } from "#components/forms/date-field";
import { SelectField } from "#components/forms/select-field";
import { TextField } from "#components/forms/text-field";
import { Disclosure } from "#components/ui/details";
import { type FormState, typedValue } from "#lib/forms/form-state";
import { memberTexts as texts } from "#lib/texts/core-teams";

type StayFieldsProps = { state: FormState; organisations: readonly { id: string; name: string }[] };

/** On whose behalf somebody sits in a core team, and from when to when. */
export function StayFields({ state, organisations }: StayFieldsProps) {
  return (
    <>
      <SelectField
        state={state}
        name="organisationId"
        label={texts.organisation}
        hint={texts.organisationHint}
        optional
        emptyLabel={texts.noOrganisation}
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        width="full"
      />
      <DateField state={state} name="firstDay" label={texts.firstDay} />
      <Disclosure summary={texts.limited} open={isLimited(state)}>
        <div className="space-y-6 pb-2">
          <CheckBox state={state} name="temporary" value="on" label={texts.temporary} hint={texts.temporaryHint} />
          <TextField state={state} name="temporaryReason" label={texts.temporaryReason} hint={texts.temporaryReasonHint} optional maxLength={200} />
          <DateField state={state} name="lastDay" label={texts.lastDay} hint={texts.lastDayHint} optional />
        </div>
      </Disclosure>
    </>
  );
}

// What is filled in or wrong is never folded away.
function isLimited(state: FormState): boolean {
  return ["temporary", "temporaryReason", "lastDay", "lastDayDay", "lastDayMonth", "lastDayYear"].some((name) => typedValue(state, name) !== "" || state.errors[name] !== undefined);
}
