import { absenceOn, patternOn } from "#lib/availability/rules";
import type { PlanDay } from "#lib/planning/slot-days";
import { reasonsAt, type Asked, type OwnDay, type Other } from "#lib/planning/slot-reasons";
import type { Absence, Availability, Busy, Invitee, OwnAvailability, Reason, Reasons } from "#lib/planning/slot-question";

/** Everything about somebody who is invited that counts on one day. */
export type PersonDay = OwnDay & {
  notMember: "NOT_YET_MEMBER" | "NO_LONGER_MEMBER" | null;
  /** The absence on this day, and how its replacement can be planned. */
  absence: Absence | null;
  standIn: (OwnDay & { absence: OwnAvailability["absences"][number] | null }) | null;
};

/** Whether somebody comes: then there are no reasons why not. `instead` tells that it is the replacement. */
export type Outcome = { reasons: readonly Reason[]; instead: boolean };

/** What counts on each of these days, which are in order, for somebody who is invited. */
export function personDays({ spells, availability }: Invitee, days: readonly PlanDay[]): PersonDay[] {
  const own = ownDays(availability, days);
  const standIns = new Map<Absence, OwnDay[]>();
  for (const absence of availability.absences) {
    if (absence.replacement) standIns.set(absence, ownDays(absence.replacement.availability, days));
  }
  return days.map(({ day }, index) => {
    const absence = absenceOn(availability.absences, day);
    const standIn = absence && standIns.get(absence)?.[index];
    const ofStandIn = absence?.replacement?.availability.absences ?? [];
    return { ...(own[index] as OwnDay), notMember: whyNoMember(spells, day), absence, standIn: standIn ? { ...standIn, absence: absenceOn(ofStandIn, day) } : null };
  });
}

/** Whether somebody who is invited comes at a moment, or the replacement does. */
export function outcomeAt(person: PersonDay, asked: Asked): Outcome {
  if (person.notMember) return { reasons: [{ kind: person.notMember }], instead: false };
  const { absence, standIn } = person;
  const own = reasonsAt(person, asked);
  if (!absence) return own.length === 0 ? COMES : { reasons: own, instead: false };
  const theirs = standIn && reasonsOfStandIn(standIn, asked);
  if (theirs?.length === 0) return COMES_INSTEAD;
  const replacement = absence.replacement && theirs && { name: absence.replacement.name, reasons: some(theirs) };
  return { reasons: [{ kind: "ABSENT", firstDay: absence.firstDay, lastDay: absence.lastDay, replacement }, ...own], instead: false };
}

/** Reasons of which it is known that there are any. */
export function some(reasons: readonly Reason[]): Reasons {
  const [first, ...others] = reasons;
  if (!first) throw new Error("Somebody does not come, and there is no reason.");
  return [first, ...others];
}

const COMES: Outcome = { reasons: [], instead: false };
const COMES_INSTEAD: Outcome = { reasons: [], instead: true };

function reasonsOfStandIn(standIn: NonNullable<PersonDay["standIn"]>, asked: Asked): readonly Reason[] {
  const own = reasonsAt(standIn, asked);
  return standIn.absence ? [{ kind: "ABSENT", firstDay: standIn.absence.firstDay, lastDay: standIn.absence.lastDay, replacement: null }, ...own] : own;
}

function whyNoMember(spells: Invitee["spells"], day: string): PersonDay["notMember"] {
  if (spells.some(({ firstDay, lastDay }) => firstDay <= day && (lastDay === null || lastDay >= day))) return null;
  return spells.some(({ firstDay }) => firstDay > day) ? "NOT_YET_MEMBER" : "NO_LONGER_MEMBER";
}

function ownDays({ patterns, busy, mostMeetingsADay }: Omit<Availability, "absences">, days: readonly PlanDay[]): OwnDay[] {
  const others = othersPerDay(busy, days);
  return days.map(({ day, weekday }, index) => {
    const pattern = patternOn(patterns, day);
    return {
      morning: pattern?.mornings.includes(weekday) ?? true,
      afternoon: pattern?.afternoons.includes(weekday) ?? true,
      presumed: pattern === null,
      others: others[index] ?? [],
      most: mostMeetingsADay,
    };
  });
}

// Each other meeting goes to each day it touches: to one, as a rule. So a search costs no more for what is on other days.
function othersPerDay(busy: readonly Busy[], days: readonly PlanDay[]): Other[][] {
  const perDay = days.map((): Other[] => []);
  for (const meeting of busy) {
    const other = { starts: meeting.startsAt.getTime(), ends: meeting.endsAt.getTime(), meeting };
    let index = firstEndingAfter(days, other.starts);
    for (let day = days[index]; day && day.begins < other.ends; day = days[(index += 1)]) perDay[index]?.push(other);
  }
  for (const others of perDay) others.sort((a, b) => a.starts - b.starts || a.ends - b.ends);
  return perDay;
}

function firstEndingAfter(days: readonly PlanDay[], moment: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] as PlanDay).ends > moment) high = middle;
    else low = middle + 1;
  }
  return low;
}
