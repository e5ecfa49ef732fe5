import { TZDate } from "@date-fns/tz";
// Each from its own file: the whole library, with every language, costs a process two seconds to load.
import { addDays as addDaysTo } from "date-fns/addDays";
import { addMonths as addMonthsTo } from "date-fns/addMonths";
import { differenceInCalendarDays } from "date-fns/differenceInCalendarDays";
import { format } from "date-fns/format";
import { getISODay } from "date-fns/getISODay";
import { getISOWeek } from "date-fns/getISOWeek";
import { isValid } from "date-fns/isValid";
import { parseISO } from "date-fns/parseISO";
import { nl } from "date-fns/locale/nl";

/** A calendar day in Amsterdam, written as YYYY-MM-DD. */
export type Day = string;

const AMSTERDAM = "Europe/Amsterdam";

/** The Amsterdam calendar day on which a moment falls. */
export function dayOf(moment: Date): Day {
  return format(new TZDate(moment, AMSTERDAM), "yyyy-MM-dd");
}

/** The Amsterdam wall time of a moment, as "14:15". */
export function timeOf(moment: Date): string {
  return format(new TZDate(moment, AMSTERDAM), "HH:mm");
}

/**
 * The moment at which Amsterdam clocks show this day and time, or null when they never do:
 * in the hour that is skipped in spring. In the hour that comes twice in autumn, the first one.
 */
export function momentAt(day: Day, time: string): Date | null {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const [hours, minutes] = time.split(":").map(Number) as [number, number];
  const moment = new Date(new TZDate(year, month - 1, date, hours, minutes, 0, 0, AMSTERDAM).getTime());
  return dayOf(moment) === day && timeOf(moment) === time ? moment : null;
}

/** Whether a text is a day that exists, written as YYYY-MM-DD. */
export function isDay(text: string): text is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isValid(parseISO(text)) && format(parseISO(text), "yyyy-MM-dd") === text;
}

/** The day that lies a number of days later (or earlier, when negative). */
export function addDays(day: Day, days: number): Day {
  return format(addDaysTo(parseISO(day), days), "yyyy-MM-dd");
}

/** The same day of the month a number of months later (or earlier, when negative); the last day of that month when it has no such day. */
export function addMonths(day: Day, months: number): Day {
  return format(addMonthsTo(parseISO(day), months), "yyyy-MM-dd");
}

/** How many days later `later` is than `earlier`; negative when it is before. */
export function daysBetween(earlier: Day, later: Day): number {
  return differenceInCalendarDays(parseISO(later), parseISO(earlier));
}

/** The first year of the school year of a day: 2026 for 2026-2027, which starts on 1 August 2026. */
export function schoolYearOf(day: Day): number {
  const [year, month] = day.split("-").map(Number) as [number, number];
  return month >= 8 ? year : year - 1;
}

/** A school year as people write it: "2026-2027". */
export function schoolYearLabel(startYear: number): string {
  return `${startYear}-${startYear + 1}`;
}

/** The ISO weekday of a day: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return getISODay(parseISO(day));
}

/** The ISO week number of a day. */
export function weekOf(day: Day): number {
  return getISOWeek(parseISO(day));
}

/** A day in full: "di 24 november 2026". */
export function formatDay(day: Day): string {
  return format(parseISO(day), "EEEEEE d MMMM yyyy", { locale: nl });
}

/** A day without its weekday: "24 november 2026". */
export function formatDate(day: Day): string {
  return format(parseISO(day), "d MMMM yyyy", { locale: nl });
}

/** A day within a known year: "24 november". */
export function formatDayMonth(day: Day): string {
  return format(parseISO(day), "d MMMM", { locale: nl });
}

/** A day with its weekday, within a known year: "di 24 november". */
export function formatWeekdayMonth(day: Day): string {
  return format(parseISO(day), "EEEEEE d MMMM", { locale: nl });
}

/** A stretch of time as it is written in an agenda: "di 24 november 2026, 14.15–15.30 uur". */
export function formatPeriod(starts: Date, ends: Date): string {
  return `${formatDay(dayOf(starts))}, ${formatTime(starts)}–${formatTime(ends)} uur`;
}

/** A wall time as Dutch people write it: "14.15". */
export function formatTime(moment: Date): string {
  return timeOf(moment).replace(":", ".");
}

/** A moment in a list: "24 november 2026, 14.15 uur". */
export function formatMoment(moment: Date): string {
  return `${formatDate(dayOf(moment))}, ${formatTime(moment)} uur`;
}

/** How far away a near day is: "vandaag", "morgen", "over 9 dagen", "3 dagen geleden"; null beyond 30 days. */
export function formatDistance(from: Day, to: Day): string | null {
  const days = daysBetween(from, to);
  if (Math.abs(days) > 30) return null;
  if (days === 0) return "vandaag";
  if (days === 1) return "morgen";
  if (days === -1) return "gisteren";
  return days > 0 ? `over ${days} dagen` : `${-days} dagen geleden`;
}

/** The calendar day that a database `date` column stands for; Prisma gives it as midnight UTC. */
export function dayFromDatabase(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

/** A calendar day as Prisma wants it for a `date` column. */
export function dayForDatabase(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
