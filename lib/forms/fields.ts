import { z } from "zod";
import { isDay } from "#lib/dates";
import { tidyText } from "#lib/forms/tidy-text";
import { fieldTexts } from "#lib/texts/fields";

const LONGEST_ID = 36;

/** A text that must be filled in, of at most `most` characters. `missing` says what to fill in. */
export function text(most: number, missing: string) {
  return z
    .string({ error: missing })
    .max(most * 4, { error: fieldTexts.tooLong(most) })
    .transform(tidyText)
    .pipe(z.string().min(1, { error: missing }).max(most, { error: fieldTexts.tooLong(most) }));
}

/** A text that must be filled in and stays on one line, such as a name. */
export function line(most: number, missing: string) {
  return text(most, missing).transform((value) => value.replace(/\s+/g, " "));
}

/** A text that may stay empty; empty becomes null. */
export function optionalText(most: number) {
  return z
    .string()
    .max(most * 4, { error: fieldTexts.tooLong(most) })
    .default("")
    .transform(tidyText)
    .pipe(z.string().max(most, { error: fieldTexts.tooLong(most) }))
    .transform((value) => (value === "" ? null : value));
}

/** A text with something on each line, at most so many lines of at most so many characters; empty lines do not count. */
export function lines(most: number, longest: number, tooMany: string, tooLong: string) {
  return z
    .string()
    .max(most * longest * 4, { error: tooMany })
    .default("")
    .transform((typed) => tidyText(typed).split("\n").map((line) => line.replace(/\s+/g, " ").trim()).filter((line) => line !== ""))
    .pipe(z.array(z.string().max(longest, { error: tooLong })).max(most, { error: tooMany }));
}

/** An id as the database makes them. Users never type one, so there is no friendlier sentence. */
export function id(missing: string = fieldTexts.pickOne) {
  return z.string({ error: missing }).max(LONGEST_ID, { error: missing }).pipe(z.uuid({ error: missing }));
}

/** One of a few values, such as radio buttons give. */
export function choice<const T extends readonly [string, ...string[]]>(values: T, missing: string) {
  return z.enum(values, { error: missing });
}

/**
 * A calendar day, typed in three boxes (joined by `formAction` as "24 11 2026") or as "24-11-2026"; gives YYYY-MM-DD.
 * Years outside 1900–2199 are slips of the finger.
 */
export function day(missing: string) {
  return z
    .string({ error: missing })
    .max(40, { error: fieldTexts.noSuchDay })
    .transform((typed, context) => {
      if (typed.trim() === "") return refuse(context, missing);
      const found = readDay(typed);
      return found ?? refuse(context, fieldTexts.noSuchDay);
    });
}

/** A calendar day that may stay empty; empty becomes null. */
export function optionalDay() {
  return z
    .string()
    .max(40, { error: fieldTexts.noSuchDay })
    .default("")
    .transform((typed, context) => {
      if (typed.trim() === "") return null;
      return readDay(typed) ?? refuse(context, fieldTexts.noSuchDay);
    });
}

/** A wall time, typed as "14.15", "14:15" or "9.00"; gives "14:15". */
export function time(missing: string) {
  return z
    .string({ error: missing })
    .max(10, { error: fieldTexts.noSuchTime })
    .transform((typed, context) => {
      if (typed.trim() === "") return refuse(context, missing);
      const match = /^(\d{1,2})[.:](\d{2})$/.exec(typed.trim());
      const [hours, minutes] = [Number(match?.[1]), Number(match?.[2])];
      if (!match || hours > 23 || minutes > 59) return refuse(context, fieldTexts.noSuchTime);
      return `${String(hours).padStart(2, "0")}:${match[2]}`;
    });
}

/** A whole number within bounds. */
export function wholeNumber(least: number, most: number, missing: string) {
  return z
    .string({ error: missing })
    .trim()
    .max(9, { error: fieldTexts.notBetween(least, most) })
    .regex(/^\d+$/, { error: missing })
    .transform(Number)
    .pipe(z.number().min(least, { error: fieldTexts.notBetween(least, most) }).max(most, { error: fieldTexts.notBetween(least, most) }));
}

/** An e-mail address, in the lower case and plain characters in which it is stored. */
export function emailAddress(missing: string = fieldTexts.emailMissing) {
  return z
    .string({ error: missing })
    .max(254, { error: fieldTexts.noSuchEmail })
    .transform((typed) => tidyText(typed).toLowerCase())
    .pipe(z.string().min(1, { error: missing }).regex(/^[a-z0-9._%+'-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/, { error: fieldTexts.noSuchEmail }));
}

/** A telephone number as it is typed, with digits enough; empty becomes null. */
export function optionalPhone() {
  return z
    .string()
    .max(40, { error: fieldTexts.noSuchPhone })
    .default("")
    .transform(tidyText)
    .pipe(z.string().regex(/^(?:\+?[\d\s()-]{8,20})?$/, { error: fieldTexts.noSuchPhone }))
    .transform((value) => (value === "" ? null : value));
}

/** A link to a meeting room: https only, and never fetched by the server; empty becomes null. */
export function optionalLink() {
  return z
    .string()
    .max(500, { error: fieldTexts.noSuchLink })
    .default("")
    .transform(tidyText)
    .pipe(z.string().refine((value) => value === "" || isSecureLink(value), { error: fieldTexts.noSuchLink }))
    .transform((value) => (value === "" ? null : value));
}

/** A tick: "yes" from `CheckBox`, or absent. */
export function tick() {
  return z
    .enum(["yes", "on", "true"])
    .optional()
    .transform((value) => value !== undefined);
}

/** Ticks that share a name, at most `most` of them. */
export function ticks<T extends z.ZodType>(each: T, most: number) {
  return z.array(each).max(most).default([]);
}

/** The hidden field with which every form behind a personal link says which link it is. */
export function linkToken() {
  return z.string().regex(/^[\w-]{43}$/, { error: fieldTexts.linkStopped });
}

/** The version of what an edit form started from, against two people overwriting each other. */
export function version() {
  return wholeNumber(0, 999_999_999, fieldTexts.pickOne);
}

function readDay(typed: string): string | null {
  const match = /^\s*(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4})\s*$/.exec(typed);
  if (!match) return isDay(typed) ? typed : null;
  const [, date, month, year] = match as unknown as [string, string, string, string];
  const found = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return isDay(found) && year >= "1900" && year < "2200" ? found : null;
}

function isSecureLink(value: string): boolean {
  return URL.canParse(value) && new URL(value).protocol === "https:" && new URL(value).username === "";
}

function refuse(context: z.RefinementCtx, sentence: string): never {
  context.addIssue({ code: "custom", message: sentence });
  return z.NEVER;
}
