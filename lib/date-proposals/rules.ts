import type { Day } from "#lib/dates";
import { addDays, dayOf, momentAt, timeOf, weekdayOf } from "#lib/dates";
import { isSchoolDay, type Holiday } from "#lib/meetings/rules";
import type { Attendance } from "#lib/meetings/schema";

/** What somebody says about one moment. */
export type DateAnswer = "YES" | "IF_NEEDED" | "NO";

/** Somebody who is asked, with the answers by moment id. Who is on call is invited later, and not asked. */
export type AskedPerson = {
  inviteeId: string;
  personId: string;
  name: string;
  functionName: string;
  attendance: Attendance;
  /** Of those with the same group one is enough. */
  group: string | null;
  answered: boolean;
  answers: Readonly<Record<string, DateAnswer>>;
  /** Another moment this person offers. */
  counterStartsAt: Date | null;
};

/** How a moment stands: how many can come, how many if need be, who cannot, and who has not said. */
export type MomentStand = {
  yes: number;
  ifNeeded: number;
  cannot: AskedPerson[];
  silent: AskedPerson[];
  /** Who is required and cannot come, with nobody of the same group who can. Told first. */
  missed: AskedPerson[];
};

const HOUR = 3_600_000;
const REMINDED_BEFORE = 48 * HOUR;
const [FIRST_HOUR, LAST_HOUR] = ["08:00", "17:59"];
const FRIDAY = 5;
// Further back than any school holiday lasts.
const FURTHEST = 60 * 24;

/** The moment up to which answers count: the end of the day that was asked for. */
export function deadlineOf(lastDay: Day): Date {
  return momentAt(addDays(lastDay, 1), "00:00") as Date;
}

/**
 * When whoever has not answered is reminded: 48 hours before the deadline, or earlier when that is at night, in the
 * weekend or in a holiday. Null when that moment has passed already: a question asked at short notice reminds nobody.
 */
export function reminderMoment(deadline: Date, now: Date, holidays: readonly Holiday[]): Date | null {
  for (let hours = 0; hours < FURTHEST; hours += 1) {
    const moment = new Date(deadline.getTime() - REMINDED_BEFORE - hours * HOUR);
    if (moment <= now) return null;
    if (isWorkingHour(moment, holidays)) return moment;
  }
  return null;
}

function isWorkingHour(moment: Date, holidays: readonly Holiday[]): boolean {
  const [day, time] = [dayOf(moment), timeOf(moment)];
  return weekdayOf(day) <= FRIDAY && time >= FIRST_HOUR && time <= LAST_HOUR && isSchoolDay(day, holidays);
}

/** Who is asked: everybody but who is on call. */
export function askedOf<T extends { attendance: Attendance }>(people: readonly T[]): T[] {
  return people.filter(({ attendance }) => attendance !== "ON_CALL");
}

/** How one moment stands among those who are asked. */
export function standOf(momentId: string, people: readonly AskedPerson[]): MomentStand {
  const asked = askedOf(people);
  const says = (answer: DateAnswer) => asked.filter(({ answers }) => answers[momentId] === answer);
  const cannot = says("NO");
  const canCome = [...says("YES"), ...says("IF_NEEDED")];
  const isFilled = ({ group }: AskedPerson) => group !== null && canCome.some((other) => other.group === group);
  return {
    yes: says("YES").length,
    ifNeeded: says("IF_NEEDED").length,
    cannot,
    silent: asked.filter(({ answered }) => !answered),
    missed: cannot.filter((person) => person.attendance === "REQUIRED" && !isFilled(person)),
  };
}

/** The moments, best first: fewest required people missed, then most who can come, then most who can without effort, then earliest. */
export function bestFirst<T extends { startsAt: Date; stand: MomentStand }>(moments: readonly T[]): T[] {
  return moments.toSorted(
    (a, b) =>
      a.stand.missed.length - b.stand.missed.length ||
      b.stand.yes + b.stand.ifNeeded - (a.stand.yes + a.stand.ifNeeded) ||
      b.stand.yes - a.stand.yes ||
      a.startsAt.getTime() - b.startsAt.getTime(),
  );
}

/** Where a proposal stands as a whole. */
export type ProposalStand = { asked: number; answered: number; counters: AskedPerson[]; silent: AskedPerson[] };

export function proposalStand(people: readonly AskedPerson[]): ProposalStand {
  const asked = askedOf(people);
  return {
    asked: asked.length,
    answered: asked.filter(({ answered }) => answered).length,
    counters: asked.filter(({ counterStartsAt }) => counterStartsAt !== null),
    silent: asked.filter(({ answered }) => !answered),
  };
}

/** The answers that a meeting at this moment begins with: who said yes comes, who said no does not, and others are asked. */
export function answersAt(startsAt: Date, momentId: string | null, people: readonly AskedPerson[]): Map<string, "ACCEPTED" | "DECLINED"> {
  const given = new Map<string, "ACCEPTED" | "DECLINED">();
  for (const { personId, answers, counterStartsAt } of people) {
    const answer = momentId === null ? undefined : answers[momentId];
    if (answer === "YES" || answer === "IF_NEEDED" || counterStartsAt?.getTime() === startsAt.getTime()) given.set(personId, "ACCEPTED");
    else if (answer === "NO") given.set(personId, "DECLINED");
  }
  return given;
}
