import { addDays, type Day, daysBetween, schoolYearOf } from "#lib/dates";

/** A stretch of days without school. */
export type DaysOff = { firstDay: Day; lastDay: Day };

// Between the school holidays of every region in every year, so that the demo also holds in years whose holidays are unknown.
const TERMS = [
  ["01-09", "02-09"],
  ["03-04", "04-16"],
  ["05-09", "07-01"],
  ["09-01", "10-08"],
  ["11-01", "12-17"],
] as const;

/** The days from one day up to and including another on which a core team can meet: weekdays outside the holidays. */
export function schoolDays(from: Day, to: Day, daysOff: readonly DaysOff[]): Day[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index)).filter((day) => isSchoolDay(day, daysOff));
}

/** The ISO weekday of a day: 1 is Monday. Asked some hundred thousand times, so without the date library. */
export function weekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** The first day of the school year that began this many years before the one of the reference day. */
export function schoolYearStart(referenceDay: Day, yearsAgo: number): Day {
  return `${schoolYearOf(referenceDay) - yearsAgo}-08-01`;
}

/** The last day of the school year that began this many years before the one of the reference day. */
export function schoolYearEnd(referenceDay: Day, yearsAgo: number): Day {
  return `${schoolYearOf(referenceDay) - yearsAgo + 1}-07-31`;
}

function isSchoolDay(day: Day, daysOff: readonly DaysOff[]): boolean {
  const date = day.slice(5);
  return TERMS.some(([first, last]) => date >= first && date <= last) && weekday(day) <= 5 && !daysOff.some((off) => day >= off.firstDay && day <= off.lastDay);
}
