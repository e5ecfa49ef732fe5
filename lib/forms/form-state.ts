import type { Finding } from "#lib/anonymity/findings";

/** What somebody typed, by field name. A list belongs to check boxes that share a name. */
export type TypedValues = Record<string, string | string[]>;

/**
 * What a form shows: what was typed, what is wrong with it, and which words may identify a child.
 * It travels from the action back to the form; the server never reads a state that comes in, because it is user input.
 */
export type FormState = {
  values: TypedValues;
  /** One sentence per field, shown in the summary above the form and at the field. */
  errors: Record<string, string>;
  /** A sentence about the whole form, for what belongs to no single field. */
  message?: string;
  /** What the reader should know before going on, such as that a draft was kept; no fault of anyone. */
  notice?: string;
  /** Words that may identify somebody, per field (see lib/anonymity). */
  findings?: Record<string, Finding[]>;
  /** A key to send the form with again, when that of its page was too old. */
  freshKey?: string;
  /** What the form offers after a refusal, per field: a tick that confirms something unusual, another moment to take. */
  offers?: Record<string, Offer[]>;
};

/** A value that the form may send when it is offered, with its words and what should be known of it. */
export type Offer = { value: string; label: string; hint?: string };

/** The shape of every server action made by `formAction`, ready for `useFormAction`. */
export type FormAction = (previous: FormState, formData: FormData) => Promise<FormState>;

/** A form as it is first shown, with values to start from. */
export function freshForm(values: TypedValues = {}): FormState {
  return { values, errors: {} };
}

/** The single typed value of a field, or an empty text. */
export function typedValue(state: FormState, name: string): string {
  const value = state.values[name];
  return Array.isArray(value) ? (value[0] ?? "") : (value ?? "");
}

/** All typed values of a field with check boxes. */
export function typedValues(state: FormState, name: string): string[] {
  const value = state.values[name];
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
