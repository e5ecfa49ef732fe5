import type { Route } from "next";
import { CheckBox } from "#components/forms/check-boxes";
import { FilterForm } from "#components/forms/filter-form";
import { SelectField } from "#components/forms/select-field";
import { TextField } from "#components/forms/text-field";
import { freshForm } from "#lib/forms/form-state";
import { proposalTexts } from "#lib/texts/date-proposals";
import { meetingFormNames, plannedKindNames } from "#lib/texts/meetings";

const texts = proposalTexts.search;

type SlotFilterProps = { action: Route; search: { kind: string; minutes: number; weeks: string; form: string; sameDay?: string | undefined } };

/** What kind of moments to look for; its answers end up in the address of the page. */
export function SlotFilter({ action, search }: SlotFilterProps) {
  const { kind, weeks, form, sameDay = "" } = search;
  const state = freshForm({ kind, weeks, form, sameDay, minutes: String(search.minutes) });
  const options = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([value, label]) => ({ value, label }));
  return (
    <FilterForm action={action} label={texts.filter}>
      <SelectField state={state} name="kind" label={texts.kind} options={options(plannedKindNames)} />
      <SelectField state={state} name="weeks" label={texts.weeks} options={options(texts.weekNames)} />
      <SelectField state={state} name="form" label={texts.form} options={options(meetingFormNames)} />
      <CheckBox state={state} name="sameDay" label={texts.sameDay} />
      <TextField state={state} name="minutes" label={texts.minutes} inputMode="numeric" maxLength={3} width="tiny" />
    </FilterForm>
  );
}
