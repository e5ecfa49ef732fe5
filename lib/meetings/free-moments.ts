import { addDays, dayOf, momentAt, timeOf, weekdayOf, weekOf, type Day } from "#lib/dates";
import { isSchoolDay, minutesOf, overlaps, periodOf, type Holiday, type Period } from "#lib/meetings/rules";
import type { Attendance } from "#lib/meetings/schema";

/** Somebody who has to be there, or had better be. No working days means that they are not known. */
export type Attendee = { personId: string; attendance: Attendance; workingDays: readonly number[] };

export type FreeMomentsQuestion = {
  /** The moment that was asked for, and is not free. */
  around: Period;
  people: readonly Attendee[];
  /** When these people are in other meetings, a week either way. */
  busy: readonly Period[];
  holidays: readonly Holiday[];
  now: Date;
};

/** How many days before and after the asked day are looked at. */
export const DAYS_AROUND = 7;

const MOST = 3;
const HALF_HOURS = halfHoursBetween("08:30", "17:00");
const LAST_END = "17:30";

/**
 * Up to three moments at which the team is free: at a whole or half hour on a school day, between 8.30 and 17.30,
 * when everybody who is needed works. One a day, as near as possible to the asked time; the asked week goes first.
 */
export function freeMoments(question: FreeMomentsQuestion): Period[] {
  const asked = dayOf(question.around.startsAt);
  const found = nearestDays(asked)
    .filter((day) => isSchoolDay(day, question.holidays) && everybodyWorks(question.people, day))
    .map((day) => nearestOn(day, question))
    .filter((period) => period !== null);
  return found.slice(0, MOST).toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

// The asked week first, then the days after it, then those before it; nearest first, and rather later than earlier.
function nearestDays(asked: Day): Day[] {
  const days = Array.from({ length: 2 * DAYS_AROUND + 1 }, (_, index) => {
    const offset = index - DAYS_AROUND;
    const day = addDays(asked, offset);
    const week = weekOf(day) === weekOf(asked) ? 0 : offset > 0 ? 1 : 2;
    return { day, rank: week * 100 + Math.abs(offset) * 2 + (offset < 0 ? 1 : 0) };
  });
  return days.toSorted((a, b) => a.rank - b.rank).map(({ day }) => day);
}

function everybodyWorks(people: readonly Attendee[], day: Day): boolean {
  const weekday = weekdayOf(day);
  return people.every(({ attendance, workingDays }) => attendance !== "REQUIRED" || workingDays.length === 0 || workingDays.includes(weekday));
}

function nearestOn(day: Day, { around, busy, now }: FreeMomentsQuestion): Period | null {
  const minutes = minutesOf(around);
  const wanted = momentAt(day, timeOf(around.startsAt)) ?? around.startsAt;
  const free = HALF_HOURS.flatMap((time) => periodAt(day, time, minutes))
    .filter((period) => period.startsAt > now && !busy.some((moment) => overlaps(period, moment)))
    .toSorted((a, b) => distance(a, wanted) - distance(b, wanted) || b.startsAt.getTime() - a.startsAt.getTime());
  return free[0] ?? null;
}

function periodAt(day: Day, time: string, minutes: number): Period[] {
  const period = periodOf(day, time, minutes);
  return period && dayOf(period.endsAt) === day && timeOf(period.endsAt) <= LAST_END ? [period] : [];
}

function distance({ startsAt }: Period, wanted: Date): number {
  return Math.abs(startsAt.getTime() - wanted.getTime());
}

function halfHoursBetween(first: string, last: string): string[] {
  const all = Array.from({ length: 48 }, (_, index) => `${String(Math.floor(index / 2)).padStart(2, "0")}:${index % 2 === 0 ? "00" : "30"}`);
  return all.filter((time) => time >= first && time <= last);
}
