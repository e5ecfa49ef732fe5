import { daysBetween, type Day } from "#lib/dates";

/** The longest stretch of closed days that is no slip of the finger: a summer holiday and some more. */
export const LONGEST_HOLIDAY = 70;
/** A study day is one day, or a few together. */
export const LONGEST_STUDY_DAYS = 10;

export type DaysProblem = "OUT_OF_ORDER" | "TOO_LONG";

/** Why these days cannot be closed days; null when they can. `most` is how many days they may be. */
export function whyNotClosed({ firstDay, lastDay }: { firstDay: Day; lastDay: Day }, most: number): DaysProblem | null {
  if (lastDay < firstDay) return "OUT_OF_ORDER";
  return daysBetween(firstDay, lastDay) >= most ? "TOO_LONG" : null;
}

/** The first and the last day of a school year, which begins on 1 August. */
export function daysOfSchoolYear(year: number): { from: Day; until: Day } {
  return { from: `${year}-08-01`, until: `${year + 1}-07-31` };
}
