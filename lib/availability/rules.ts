import { addDays, dayFromDatabase, dayOf, daysBetween, timeOf, weekdayOf, type Day } from "#lib/dates";

/** The ISO weekdays (1 is Monday) on which somebody works in the morning and in the afternoon. */
export type Pattern = { mornings: readonly number[]; afternoons: readonly number[] };

/** A pattern, from the day on which it begins to hold until the next one. */
export type DatedPattern = Pattern & { validFrom: Day };

/** Whole days, the first and the last included, on which somebody is away; and who comes instead. */
export type AbsentDays = { firstDay: Day; lastDay: Day; replacement: { id: string; name: string } | null };

/** What is known of when somebody can be planned. Without patterns it is unknown on which days this person works. */
export type Availability = { patterns: readonly DatedPattern[]; absences: readonly AbsentDays[] };

/** A part of a day that somebody does not work. */
export type PartOff = "DAY" | "MORNING" | "AFTERNOON";

/** Why somebody cannot come at a moment, as far as it is known beforehand. */
export type Unavailable =
  | { reason: "ABSENT"; lastDay: Day; replacement: string | null }
  | { reason: "DAY_OFF"; weekday: number; part: PartOff };

/** Where the morning ends and the afternoon begins: in most schools the lunch break. */
export const NOON = "12:30";

/** The longest absence that is no slip of the finger, in days. */
export const LONGEST_ABSENCE = 400;

/** Nothing is known of somebody. */
export const unknownAvailability: Availability = { patterns: [], absences: [] };

/** The pattern that holds on a day: the one that began last; null when none had begun. */
export function patternOn(patterns: readonly DatedPattern[], day: Day): DatedPattern | null {
  return patterns.reduce<DatedPattern | null>((latest, pattern) => (pattern.validFrom <= day && (latest === null || pattern.validFrom > latest.validFrom) ? pattern : latest), null);
}

/** The absence on a day, of which there is one at most. */
export function absenceOn<T extends { firstDay: Day; lastDay: Day }>(absences: readonly T[], day: Day): T | null {
  return absences.find(({ firstDay, lastDay }) => firstDay <= day && lastDay >= day) ?? null;
}

/** The absence to tell colleagues of: the one of a day, or else the first that begins within a month. */
export function absenceToTell<T extends { firstDay: Day; lastDay: Day }>(absences: readonly T[], day: Day): T | null {
  const near = absences.filter(({ firstDay, lastDay }) => lastDay >= day && firstDay <= addDays(day, TOLD_DAYS_AHEAD));
  return near.toSorted((a, b) => a.firstDay.localeCompare(b.firstDay))[0] ?? null;
}

/**
 * Why somebody cannot come to what lasts from one moment up to another, its end not included; null when nothing is known
 * against it. Somebody who works no morning can come from 12.30 on, and who works no afternoon until then.
 */
export function unavailableAt({ patterns, absences }: Availability, { startsAt, endsAt }: { startsAt: Date; endsAt: Date }): Unavailable | null {
  const reasons = daysOf(startsAt, endsAt).map(({ day, from, until }): Unavailable | null => {
    const absence = absenceOn(absences, day);
    if (absence) return { reason: "ABSENT", lastDay: absence.lastDay, replacement: absence.replacement?.name ?? null };
    const pattern = patternOn(patterns, day);
    const part = pattern && partOff(pattern, weekdayOf(day), { morning: from < NOON, afternoon: until > NOON });
    return part ? { reason: "DAY_OFF", weekday: weekdayOf(day), part } : null;
  });
  return reasons.find((reason) => reason !== null) ?? null;
}

/** Why these days cannot be an absence; null when they can. One that is over is of use to nobody. */
export function whyNotAbsent({ firstDay, lastDay }: { firstDay: Day; lastDay: Day }, today: Day): "OUT_OF_ORDER" | "OVER" | "TOO_LONG" | null {
  if (lastDay < firstDay) return "OUT_OF_ORDER";
  if (lastDay < today) return "OVER";
  return daysBetween(firstDay, lastDay) >= LONGEST_ABSENCE ? "TOO_LONG" : null;
}

/** Patterns as they come out of the database. */
export function datedPatterns(rows: readonly { validFrom: Date; mornings: number[]; afternoons: number[] }[]): DatedPattern[] {
  return rows.map(({ validFrom, mornings, afternoons }) => ({ validFrom: dayFromDatabase(validFrom), mornings, afternoons }));
}

/** Absences as they come out of the database. */
export function absentDays<T>(rows: readonly { firstDay: Date; lastDay: Date; replacement: T | null }[]): { firstDay: Day; lastDay: Day; replacement: T | null }[] {
  return rows.map(({ firstDay, lastDay, replacement }) => ({ firstDay: dayFromDatabase(firstDay), lastDay: dayFromDatabase(lastDay), replacement }));
}

/** What `availabilitySelect` in the queries gives of somebody. */
export type AvailabilityRows = {
  workingPatterns: { validFrom: Date; mornings: number[]; afternoons: number[] }[];
  absences: { firstDay: Date; lastDay: Date; replacement: { id: string; name: string } | null }[];
};

/** Somebody's availability as it comes out of the database. */
export function availabilityFrom({ workingPatterns, absences }: AvailabilityRows): Availability {
  return { patterns: datedPatterns(workingPatterns), absences: absentDays(absences) };
}

const TOLD_DAYS_AHEAD = 30;

// What of a weekday is asked for and not worked. Who works neither part is free the whole day, whatever is asked for.
function partOff({ mornings, afternoons }: Pattern, weekday: number, asked: { morning: boolean; afternoon: boolean }): PartOff | null {
  const [morning, afternoon] = [mornings.includes(weekday), afternoons.includes(weekday)];
  if (!morning && !afternoon) return "DAY";
  if (asked.morning && !morning) return "MORNING";
  return asked.afternoon && !afternoon ? "AFTERNOON" : null;
}

// The Amsterdam days that a stretch of time touches, with the wall times of it on each.
function daysOf(startsAt: Date, endsAt: Date): { day: Day; from: string; until: string }[] {
  const [first, last] = [dayOf(startsAt), dayOf(new Date(Math.max(endsAt.getTime() - 1, startsAt.getTime())))];
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => {
    const day = addDays(first, index);
    return { day, from: day === first ? timeOf(startsAt) : "00:00", until: dayOf(endsAt) === day ? timeOf(endsAt) : "24:00" };
  });
}
