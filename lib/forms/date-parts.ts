import { typedValue, type FormState } from "#lib/forms/form-state";

/** What stands in the three boxes of a date field. */
export type DateParts = { day: string; month: string; year: string };

/**
 * What a date field shows: what was typed in its boxes, or else the day (YYYY-MM-DD) that the form started from
 * under the field's own name. Typed text stays as it is, even when it is no date.
 */
export function typedDateParts(state: FormState, name: string): DateParts {
  const typed = {
    day: typedValue(state, `${name}Day`),
    month: typedValue(state, `${name}Month`),
    year: typedValue(state, `${name}Year`),
  };
  if (typed.day !== "" || typed.month !== "" || typed.year !== "") return typed;
  return datePartsOf(typedValue(state, name));
}

/** The boxes for a day such as "2026-11-04": 4, 11 and 2026; empty boxes for anything else. */
export function datePartsOf(day: string): DateParts {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (match === null) return { day: "", month: "", year: "" };
  return { day: String(Number(match[3])), month: String(Number(match[2])), year: match[1]! };
}
