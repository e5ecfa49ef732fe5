import { type Availability, unavailableAt, type Unavailable } from "#lib/availability/rules";
import { dayOf, daysBetween, momentAt, timeOf, weekdayOf, type Day } from "#lib/dates";
import type { Attendance, MeetingForm } from "#lib/meetings/schema";

/** A stretch of time, its end not included. */
export type Period = { startsAt: Date; endsAt: Date };

/** A school holiday of a region, a public holiday of everybody, or a study day of a school; both days included. */
export type Holiday = { kind: "SCHOOL" | "PUBLIC" | "STUDY_DAY"; region: string | null; name: string; firstDay: Day; lastDay: Day };

/** Something unusual about a moment, that a planner may want all the same. `key` is what the form confirms it with. */
export type MeetingWarning = { key: string; day: Day } & (
  | { code: "SCHOOL_HOLIDAY" | "PUBLIC_HOLIDAY" | "STUDY_DAY"; name: string }
  | { code: "WEEKEND" | "FAR_AWAY" }
  | { code: "OUTSIDE_SCHOOL_HOURS"; period: Period }
  | { code: "NOT_MEMBERS"; names: string[] }
  /** Somebody is known to be away, or not to work then. */
  | { code: "UNAVAILABLE"; name: string; why: Unavailable }
);

/** The days on which somebody holds a function in the team. */
export type Spell = { functionId: string; functionName: string; functionCode: string; attendance: Attendance; firstDay: Day; lastDay: Day | null };

/** Somebody of the team, now or later, with all functions held there. */
export type TeamPerson = { personId: string; name: string; organisation: string | null; availability: Availability; spells: Spell[] };

/** Somebody as a member on one day: as what, and how much meetings need this person. */
export type Member = { personId: string; name: string; availability: Availability; functionId: string; functionName: string; attendance: Attendance };

/** Where a meeting stands. */
export type MeetingState = "CANCELLED" | "COMING" | "UNDER_WAY" | "NOT_RECORDED" | "RECORDED";

type MeetingFacts = Period & { cancelled: boolean; recordedAt: Date | null };

const FIRST_HOUR = "08:00";
const LAST_HOUR = "18:00";
const MOST_DAYS_AHEAD = 550;
const WEEKEND = 6;

/** The period that begins at an Amsterdam wall time and lasts so many minutes; null for a time the clock skips in spring. */
export function periodOf(day: Day, start: string, minutes: number): Period | null {
  const startsAt = momentAt(day, start);
  return startsAt && { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) };
}

/** How long a period lasts, in minutes. */
export function minutesOf({ startsAt, endsAt }: Period): number {
  return Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);
}

/** Whether two periods share a moment; one that begins when the other ends does not. */
export function overlaps(a: Period, b: Period): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/**
 * What is unusual about a moment: a holiday of everybody or of the school, a weekend, before 8.00 or after 18.00, or
 * more than a year and a half away. Of what is about the day only the first is told.
 */
export function warningsFor(period: Period, holidays: readonly Holiday[], today: Day): MeetingWarning[] {
  const day = dayOf(period.startsAt);
  const warnings: MeetingWarning[] = [];
  const aboutDay = dayWarning(day, holidays);
  if (aboutDay) warnings.push(aboutDay);
  if (isOutsideSchoolHours(period)) {
    warnings.push({ code: "OUTSIDE_SCHOOL_HOURS", key: `OUTSIDE_SCHOOL_HOURS ${day} ${timeOf(period.startsAt)}`, day, period });
  }
  if (daysBetween(today, day) > MOST_DAYS_AHEAD) warnings.push({ code: "FAR_AWAY", key: `FAR_AWAY ${day}`, day });
  return warnings;
}

/** Who of these people is known to be away or not to work at the time; those who are needed first, on call not at all. */
export function unavailabilityWarnings(period: Period, people: readonly { personId: string; name: string; attendance: Attendance; availability: Availability }[]): MeetingWarning[] {
  const day = dayOf(period.startsAt);
  const order: readonly Attendance[] = ["REQUIRED", "PREFERRED"];
  return order.flatMap((attendance) =>
    people
      .filter((person) => person.attendance === attendance)
      .flatMap(({ personId, name, availability }) => {
        const why = unavailableAt(availability, period);
        return why ? [{ code: "UNAVAILABLE" as const, key: `UNAVAILABLE ${day} ${timeOf(period.startsAt)} ${personId}`, day, name, why }] : [];
      }),
  );
}

/** That some of who is invited are no members on a day; null when all are. */
export function membershipWarning(leaving: readonly { name: string }[], day: Day): MeetingWarning | null {
  return leaving.length === 0 ? null : { code: "NOT_MEMBERS", key: `NOT_MEMBERS ${day}`, day, names: leaving.map(({ name }) => name) };
}

/** Whether schools are open on a day: no weekend and no holiday. */
export function isSchoolDay(day: Day, holidays: readonly Holiday[]): boolean {
  return dayWarning(day, holidays) === null;
}

/** Who is a member on a day, each once. Of several functions the one that is needed most counts, and all are named. */
export function membersOn(people: readonly TeamPerson[], day: Day): Member[] {
  return people.flatMap(({ personId, name, availability, spells }) => {
    const then = spells.filter((spell) => spell.firstDay <= day && (spell.lastDay === null || spell.lastDay >= day));
    const main = mostNeeded(then);
    if (!main) return [];
    const functionName = [...new Set(then.map((spell) => spell.functionName))].join(", ");
    return [{ personId, name, availability, functionId: main.functionId, functionName, attendance: main.attendance }];
  });
}

/** The spell in which somebody is needed most; null for no spells. */
export function mostNeeded<T extends { attendance: Attendance }>(spells: readonly T[]): T | null {
  const order: readonly Attendance[] = ["REQUIRED", "PREFERRED", "ON_CALL"];
  return order.map((attendance) => spells.find((spell) => spell.attendance === attendance)).find(Boolean) ?? null;
}

/** Whether somebody belongs to the small meeting of IB, CJG and SWV, by the functions held now or later. */
export function isOfSmallTeam({ spells }: TeamPerson): boolean {
  return spells.some(({ functionCode }) => SMALL_TEAM.has(functionCode));
}

/** Whether an invitation keeps somebody from other meetings at the same time. */
export function keepsBusy({ attendance, answer }: { attendance: Attendance; answer: string }): boolean {
  return attendance !== "ON_CALL" && answer !== "DECLINED";
}

/** Where a meeting stands at a moment. */
export function stateOf(meeting: MeetingFacts, now: Date): MeetingState {
  if (meeting.cancelled) return "CANCELLED";
  if (meeting.recordedAt !== null) return "RECORDED";
  if (meeting.startsAt > now) return "COMING";
  return meeting.endsAt > now ? "UNDER_WAY" : "NOT_RECORDED";
}

/** Why a meeting cannot be moved, changed or get other invitees any more; null when it can. */
export function whyNotChange(meeting: MeetingFacts, now: Date): "CANCELLED" | "RECORDED" | "OVER" | null {
  if (meeting.cancelled) return "CANCELLED";
  if (meeting.recordedAt !== null) return "RECORDED";
  return meeting.startsAt <= now ? "OVER" : null;
}

/** Why an invitation can be answered no more; null while it can: until the meeting ends, so that who is held up can still tell. */
export function whyNotAnswer(meeting: MeetingFacts, now: Date): "CANCELLED" | "RECORDED" | "OVER" | null {
  if (meeting.cancelled) return "CANCELLED";
  if (meeting.recordedAt !== null) return "RECORDED";
  return meeting.endsAt <= now ? "OVER" : null;
}

/** Why a meeting cannot be cancelled. One that is over and never recorded can: it did not take place after all. */
export function whyNotCancel(meeting: MeetingFacts): "CANCELLED" | "RECORDED" | null {
  if (meeting.cancelled) return "CANCELLED";
  return meeting.recordedAt === null ? null : "RECORDED";
}

/** Why it cannot be recorded who was there. */
export function whyNotRecord(meeting: MeetingFacts, now: Date): "CANCELLED" | "NOT_YET" | null {
  if (meeting.cancelled) return "CANCELLED";
  return meeting.startsAt > now ? "NOT_YET" : null;
}

/** Where a meeting is, without what does not go with its form: a live one has no link, a digital one no place. */
export function whereOf({ form, place, link }: { form: MeetingForm; place: string | null; link: string | null }) {
  return { form, place: form === "DIGITAL" ? null : place, link: form === "LIVE" ? null : link };
}

// The codes of the functions that a samenwerkingsverband starts with (lib/core-teams/default-functions).
const SMALL_TEAM = new Set(["INTERNAL_COACH", "CARE_COORDINATOR", "YOUTH_COACH", "EDUCATION_CONSULTANT", "EDUCATION_GUIDE"]);

const HOLIDAY_CODES = { PUBLIC: "PUBLIC_HOLIDAY", SCHOOL: "SCHOOL_HOLIDAY", STUDY_DAY: "STUDY_DAY" } as const;

/** Whether only the name can tell why schools are closed: a study day, or days that a samenwerkingsverband added itself. */
export function isOwnClosure({ kind, region }: Holiday): boolean {
  return kind === "STUDY_DAY" || (kind === "SCHOOL" && region === null);
}

function dayWarning(day: Day, holidays: readonly Holiday[]): MeetingWarning | null {
  const then = holidays.filter((holiday) => holiday.firstDay <= day && holiday.lastDay >= day);
  const holiday = then.find(({ kind }) => kind === "PUBLIC") ?? then.find(({ kind }) => kind === "SCHOOL") ?? then[0];
  if (holiday) {
    const code = isOwnClosure(holiday) ? "STUDY_DAY" : HOLIDAY_CODES[holiday.kind];
    return { code, key: `${code} ${day}`, day, name: holiday.name };
  }
  return weekdayOf(day) >= WEEKEND ? { code: "WEEKEND", key: `WEEKEND ${day}`, day } : null;
}

function isOutsideSchoolHours({ startsAt, endsAt }: Period): boolean {
  return timeOf(startsAt) < FIRST_HOUR || timeOf(endsAt) > LAST_HOUR || dayOf(endsAt) !== dayOf(startsAt);
}
