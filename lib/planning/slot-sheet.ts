import { mostNeeded } from "#lib/meetings/rules";
import type { Attendance } from "#lib/meetings/schema";
import { MINUTE, startsOn, type PlanDay } from "#lib/planning/slot-days";
import { outcomeAt, personDays, type Outcome, type PersonDay } from "#lib/planning/slot-person";
import { overlap, type Asked, type Span } from "#lib/planning/slot-reasons";
import type { Invitee, Named, Seats, SlotQuestion } from "#lib/planning/slot-question";

/** A question with what counts for each invitee on each day; how long the meeting lasts and where it is come after. */
export type Ground = { question: SlotQuestion; days: readonly PlanDay[]; people: readonly (readonly PersonDay[])[] };

/** Of one day: its seats, and for each moment at which the meeting can begin whether each invitee comes. */
export type DaySheet = { plan: PlanDay; people: readonly PersonDay[]; seats: readonly Seat[]; rows: readonly Row[] };

/** A moment, whether the meeting can be held then, and the outcomes in the order of the invitees. */
export type Row = { asked: Asked; outcomes: readonly Outcome[]; fits: boolean };

/** A place at the table: who of the invitees may take it (by their number), and how much it is needed. */
export type Seat = { members: readonly number[]; attendance: Attendance };

/** How many seats are filled; `onlyReplaced` are those that only a replacement fills. */
export type Tally = { required: Seats; preferred: Seats; onCall: Seats; onlyReplaced: number };

/** Sorts what is known of the invitees by day, so that a moment is only held against what is on its own day. */
export function groundOf(question: SlotQuestion, days: readonly PlanDay[]): Ground {
  return { question, days, people: question.invitees.map((invitee) => personDays(invitee, days)) };
}

/** Every moment at which a meeting of this length at this place can begin, with who can come. */
export function sheetOf({ question, days, people }: Ground, { minutes, place }: Pick<SlotQuestion, "minutes" | "place">): DaySheet[] {
  return days.map((plan, index) => {
    const spans = startsOn(plan, { ...question, minutes }).map((starts) => ({ starts, ends: starts + minutes * MINUTE }));
    return daySheet(question, plan, people.map((each) => each[index] as PersonDay), spans, place);
  });
}

/** The sheet of one day for these stretches of time. */
export function daySheet({ invitees, travelMinutes }: SlotQuestion, plan: PlanDay, people: readonly PersonDay[], spans: readonly Span[], place: string | null): DaySheet {
  const seats = seatsOf(invitees, people);
  const rows = spans.map((span) => {
    const asked = { ...span, plan, place, travelMinutes };
    const outcomes = people.map((person) => outcomeAt(person, asked));
    return { asked, outcomes, fits: canBeHeld(seats, (index) => comes(outcomes[index])) };
  });
  return { plan, people, seats, rows };
}

/**
 * The seats of one day: one for each member, or for those of a group together, with the strongest attendance among them.
 * Who is no member on the day has none.
 */
export function seatsOf(invitees: readonly Invitee[], people: readonly PersonDay[]): Seat[] {
  const byGroup = Map.groupBy(
    invitees.map((invitee, index) => ({ invitee, index })).filter(({ index }) => people[index]?.notMember === null),
    ({ invitee: { group }, index }) => group ?? index,
  );
  return [...byGroup.values()].map((members) => ({
    members: members.map(({ index }) => index),
    attendance: mostNeeded(members.map(({ invitee }) => invitee))?.attendance ?? "ON_CALL",
  }));
}

/** Whether somebody comes who may take this seat. */
export function isFilled({ members }: Seat, outcomes: readonly Outcome[]): boolean {
  return members.some((index) => comes(outcomes[index]));
}

/** Whether a meeting can be held: every required seat is filled, and somebody comes at all. Asks no further than it has to. */
export function canBeHeld(seats: readonly Seat[], comes: (index: number) => boolean): boolean {
  return seats.every(({ attendance, members }) => attendance !== "REQUIRED" || members.some(comes)) && seats.some(({ members }) => members.some(comes));
}

/** Whether nobody who is needed or wanted is in another meeting at the time; an absent person may have one too. */
export function couldBeBooked(invitees: readonly Invitee[], people: readonly PersonDay[], { asked }: Row): boolean {
  return invitees.every(({ attendance }, index) => {
    const person = people[index];
    return attendance === "ON_CALL" || !person || person.notMember !== null || !person.others.some((other) => overlap(other, asked));
  });
}

/** At how many moments a meeting of this length at this place could be held. */
export function countFitting({ question, days, people }: Ground, { minutes, place }: Pick<SlotQuestion, "minutes" | "place">): number {
  const { invitees, travelMinutes } = question;
  return days.reduce((sum, plan, index) => {
    const then = people.map((each) => each[index] as PersonDay);
    const seats = seatsOf(invitees, then);
    const fitting = startsOn(plan, { ...question, minutes }).filter((starts) => {
      const asked = { starts, ends: starts + minutes * MINUTE, plan, place, travelMinutes };
      return canBeHeld(seats, (member) => outcomeAt(then[member] as PersonDay, asked).reasons.length === 0);
    });
    return sum + fitting.length;
  }, 0);
}

/** Counts the seats that are filled, by how much they are needed. */
export function tallyOf(seats: readonly Seat[], outcomes: readonly Outcome[]): Tally {
  const filled = seats.filter((seat) => isFilled(seat, outcomes));
  const of = (attendance: Attendance) => ({ filled: countOf(filled, attendance), all: countOf(seats, attendance) });
  const onlyReplaced = filled.filter(({ members }) => members.every((index) => outcomes[index]?.instead || outcomes[index]?.reasons.length !== 0)).length;
  return { required: of("REQUIRED"), preferred: of("PREFERRED"), onCall: of("ON_CALL"), onlyReplaced };
}

/** An invitee as an answer names one, with the attendance of the seat. */
export function nameOf({ personId, name, functionName, attendance, group }: Invitee, ofSeat: Attendance = attendance): Named {
  return { personId, name, functionName, attendance: ofSeat, group };
}

function comes(outcome: Outcome | undefined): boolean {
  return outcome?.reasons.length === 0;
}

function countOf(seats: readonly Seat[], attendance: Attendance): number {
  return seats.filter((seat) => seat.attendance === attendance).length;
}
