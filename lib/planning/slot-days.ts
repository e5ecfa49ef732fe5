import { NOON } from "#lib/availability/rules";
import { addDays, dayOf, daysBetween, momentAt, weekdayOf, type Day } from "#lib/dates";
import type { LeftOutDays, SlotQuestion } from "#lib/planning/slot-question";

/** A day, with its wall times as moments in milliseconds since 1970. */
export type PlanDay = {
  day: Day;
  weekday: number;
  begins: number;
  ends: number;
  /** When the first meeting can begin, the afternoon begins, and the last meeting has ended. */
  first: number;
  noon: number;
  lastEnd: number;
};

/** The days of a period that are no weekend and not closed, and on which the team has no other meeting, in order. */
export function openDays(question: SlotQuestion): PlanDay[] {
  const { from, until, hours } = question;
  const days = Array.from({ length: Math.max(0, daysBetween(from, until) + 1) }, (_, index) => addDays(from, index));
  const begins = days.length > 0 ? midnightsOf([...days, addDays(until, 1)]) : [];
  const leftOut = leftOutDays(question);
  const isClosed = (day: Day) => leftOut.some(({ firstDay, lastDay }) => firstDay <= day && lastDay >= day);
  return days.flatMap((day, index) => {
    const weekday = weekdayOf(day);
    return weekday >= SATURDAY || isClosed(day) ? [] : [withTimes({ day, weekday, begins: begins[index] as number, ends: begins[index + 1] as number }, hours)];
  });
}

/** A day with its wall times, also one on which the clock is changed. */
export function planDay(day: Day, hours: SlotQuestion["hours"]): PlanDay {
  return withTimes({ day, weekday: weekdayOf(day), begins: wallTime(day, "00:00"), ends: wallTime(addDays(day, 1), "00:00") }, hours);
}

/** When a meeting can begin on a day: on the grid, later than now, and over in time. In milliseconds since 1970. */
export function startsOn({ first, lastEnd }: PlanDay, { minutes, stepMinutes, now }: Pick<SlotQuestion, "minutes" | "stepMinutes" | "now">): number[] {
  // The clock is changed at night, so that between these hours minutes are minutes on every day.
  const count = Math.max(0, Math.floor((lastEnd - first - minutes * MINUTE) / (stepMinutes * MINUTE)) + 1);
  return Array.from({ length: count }, (_, index) => first + index * stepMinutes * MINUTE).filter((start) => start > now.getTime());
}

/**
 * The days within the period that are closed or have a meeting of the team, in order. What lies in a weekend altogether is not
 * told, nor what a longer school holiday tells already, such as Christmas.
 */
export function closedWithin(question: Pick<SlotQuestion, "from" | "until" | "closedDays" | "teamMeetings">): LeftOutDays[] {
  const { from, until } = question;
  return leftOutDays(question)
    .map((stretch) => ({ ...stretch, firstDay: stretch.firstDay < from ? from : stretch.firstDay, lastDay: stretch.lastDay > until ? until : stretch.lastDay }))
    .filter(({ firstDay, lastDay }, _index, all) => firstDay <= lastDay && !withinWeekend(firstDay, lastDay) && !all.some((other) => tellsToo(other, { firstDay, lastDay })))
    .toSorted((a, b) => a.firstDay.localeCompare(b.firstDay) || a.lastDay.localeCompare(b.lastDay));
}

/** How many milliseconds a minute has. */
export const MINUTE = 60_000;

const DAY = 24 * 60 * MINUTE;
const SATURDAY = 6;
const WEEK = 7;

function leftOutDays({ closedDays, teamMeetings }: Pick<SlotQuestion, "closedDays" | "teamMeetings">): readonly LeftOutDays[] {
  if (teamMeetings.length === 0) return closedDays;
  const ownDays = teamMeetings.map(({ startsAt, endsAt }) => ({ firstDay: dayOf(startsAt), lastDay: dayOf(new Date(endsAt.getTime() - 1)), kind: "TEAM_MEETING" as const }));
  return [...closedDays, ...ownDays];
}

function withTimes(day: Pick<PlanDay, "day" | "weekday" | "begins" | "ends">, hours: SlotQuestion["hours"]): PlanDay {
  const isUsual = day.ends - day.begins === DAY;
  const at = (time: string) => (isUsual ? day.begins + minutesInto(time) * MINUTE : wallTime(day.day, time));
  return { ...day, first: at(hours.first), noon: at(NOON), lastEnd: at(hours.lastEnd) };
}

// When each of these successive days begins. To ask for the time in Amsterdam is what costs most in a search over a year; so
// it is asked once a week, and for each day only in a week that is not as long as a week is.
function midnightsOf(days: readonly Day[]): number[] {
  const begins: number[] = [];
  for (let first = 0; first < days.length; first += WEEK) {
    const week = days.slice(first, first + WEEK + 1);
    const [start, end] = [wallTime(days[first] as Day, "00:00"), wallTime(week.at(-1) as Day, "00:00")];
    const isUsual = end - start === (week.length - 1) * DAY;
    week.slice(0, WEEK).forEach((day, index) => begins.push(isUsual ? start + index * DAY : wallTime(day, "00:00")));
  }
  return begins;
}

function wallTime(day: Day, time: string): number {
  const moment = momentAt(day, time);
  if (!moment) throw new Error(`The clock skips ${time} on ${day}: meetings are planned by day.`);
  return moment.getTime();
}

function minutesInto(time: string): number {
  const [hours, minutes] = time.split(":").map(Number) as [number, number];
  return hours * 60 + minutes;
}

function tellsToo({ kind, ...longer }: LeftOutDays, { firstDay, lastDay }: { firstDay: Day; lastDay: Day }): boolean {
  const isLonger = longer.firstDay < firstDay || longer.lastDay > lastDay;
  return kind === "SCHOOL_HOLIDAY" && isLonger && longer.firstDay <= firstDay && longer.lastDay >= lastDay;
}

function withinWeekend(firstDay: Day, lastDay: Day): boolean {
  return weekdayOf(firstDay) >= SATURDAY && lastDay <= addDays(firstDay, 7 - weekdayOf(firstDay));
}
