import type { PartOff } from "#lib/availability/rules";
import { following, isSameMeeting } from "#lib/planning/slot-following";
import { seatPlan } from "#lib/planning/slot-obstacles";
import { outcomeAt, type PersonDay } from "#lib/planning/slot-person";
import { canBeHeld, countFitting, isFilled, seatsOf, type DaySheet, type Ground, type Row, type Seat } from "#lib/planning/slot-sheet";
import type { Advice, Busy, Help, Invitee, Person, Reason } from "#lib/planning/slot-question";

/**
 * What would help most when there are fewer than three moments: at most four single things, each with the number of
 * moments it adds; what adds most goes first. Of each kind the best is chosen before a second one of any kind, and when a
 * free day of somebody helps, that is among them: it is what is easiest to ask for.
 */
export function adviceOn(ground: Ground, sheet: readonly DaySheet[]): Advice[] {
  const fitting = countOf(sheet);
  if (fitting >= ENOUGH) return [];
  const kinds = [freeDays, otherMeetings, otherForms, shorterMeetings, maxima, absentDays, lessRequired];
  const found = kinds.map((kind) => kind(ground, sheet).filter(({ gain }) => gain > 0).toSorted((a, b) => b.gain - a.gain));
  return chosenFrom(found).map(({ help, gain }) => ({ ...help, gain, fitting: fitting + gain }));
}

/** From how many moments on there is something to choose from. */
export const ENOUGH = 3;

const MOST = 4;
const SHORTEST = 45;
const SHORTER_BY = 15;

type Found = { help: Help; gain: number };

function chosenFrom([days = [], ...others]: readonly Found[][]): Found[] {
  const bests = [days.slice(0, 1), ...others.map((found) => found.slice(0, 1)).toSorted(byGain)].flat();
  const rest = [days.slice(1), ...others.map((found) => found.slice(1))].flat().toSorted((a, b) => b.gain - a.gain);
  return [...bests, ...rest].slice(0, MOST).toSorted((a, b) => b.gain - a.gain);
}

function byGain(a: readonly Found[], b: readonly Found[]): number {
  return (b[0]?.gain ?? 0) - (a[0]?.gain ?? 0);
}

// Somebody works a day, or half of it, that is otherwise free: of each person the date that adds most.
function freeDays({ question: { invitees } }: Ground, sheet: readonly DaySheet[]): Found[] {
  return bestPerPerson(invitees, sheet, ["NOT_WORKING"], (invitee, index, day) =>
    partsOff(day.people[index]).map((part) => ({
      help: { kind: "FREE_DAY", person: personOf(invitee), day: day.plan.day, part },
      gain: gainOn(day, (person, other) => (other === index ? { ...person, morning: person.morning || part !== "AFTERNOON", afternoon: person.afternoon || part !== "MORNING" } : person)),
    })),
  );
}

// Half a day is asked for rather than a whole one, when that adds as much.
function partsOff(person: PersonDay | undefined): PartOff[] {
  if (!person || (person.morning && person.afternoon)) return [];
  if (person.morning) return ["AFTERNOON"];
  return person.afternoon ? ["MORNING"] : ["MORNING", "AFTERNOON", "DAY"];
}

function absentDays({ question: { invitees } }: Ground, sheet: readonly DaySheet[]): Found[] {
  return bestPerPerson(invitees, sheet, ["ABSENT"], (invitee, index, day) => [
    {
      help: { kind: "COME_ANYWAY", person: personOf(invitee), day: day.plan.day },
      gain: gainOn(day, (person, other) => (other === index ? { ...person, absence: null, standIn: null } : person)),
    },
  ]);
}

// Looks only at days on which this reason alone keeps the person, and this person alone the meeting, from a moment.
function bestPerPerson(invitees: readonly Invitee[], sheet: readonly DaySheet[], kinds: readonly Reason["kind"][], find: (invitee: Invitee, index: number, day: DaySheet) => Found[]): Found[] {
  return invitees.flatMap((invitee, index) => {
    const days = sheet.filter((day) => day.rows.some((row) => isOnlyObstacle(day, row, index, kinds)));
    return days.flatMap((day) => find(invitee, index, day)).toSorted((a, b) => b.gain - a.gain).slice(0, 1);
  });
}

function isOnlyObstacle({ seats }: DaySheet, row: Row, index: number, kinds: readonly Reason["kind"][]): boolean {
  const reasons = row.outcomes[index]?.reasons ?? [];
  if (row.fits || reasons.length === 0 || !reasons.every(({ kind }) => kinds.includes(kind))) return false;
  return canBeHeld(seats, (other) => other === index || comes(row, other));
}

// Another meeting of which the asker may know goes to another day, for everybody in it.
function otherMeetings({ question: { invitees } }: Ground, sheet: readonly DaySheet[]): Found[] {
  const meetings = new Map<string, Busy & { at: string }>();
  for (const { seats, rows } of sheet) {
    for (const row of rows) for (const meeting of meetingsInTheWay(seats, row)) meetings.set(keyOf(meeting), meeting);
  }
  return [...meetings.values()].map((meeting) => {
    const [starts, ends] = [meeting.startsAt.getTime(), meeting.endsAt.getTime()];
    const people = invitees.filter(({ availability }) => availability.busy.some((other) => isSameMeeting(other, meeting))).map(personOf);
    const days = sheet.filter(({ plan }) => plan.begins < ends && starts < plan.ends);
    return { help: { kind: "MOVE_MEETING", meeting, people }, gain: days.reduce((sum, day) => sum + gainOn(day, (person) => withoutMeeting(person, meeting)), 0) };
  });
}

// The meetings that are all that keeps somebody of each empty seat away. On the day of it, one less may also make room.
function meetingsInTheWay(seats: readonly Seat[], { outcomes, fits }: Row): (Busy & { at: string })[] {
  if (fits) return [];
  const [first, ...others] = seats.filter((seat) => seat.attendance === "REQUIRED" && !isFilled(seat, outcomes)).map(({ members }) => members);
  const only = (members: readonly number[]) => members.flatMap((index) => onlyMeetingOf(outcomes[index]?.reasons ?? []));
  const meetings = only(first ?? [...outcomes.keys()]);
  return meetings.filter((meeting) => others.every((members) => only(members).some((other) => isSameMeeting(meeting, other))));
}

function onlyMeetingOf(reasons: readonly Reason[]): (Busy & { at: string })[] {
  const ofMeetings = reasons.filter(({ kind }) => kind !== "DAY_FULL").map(meetingsOf);
  const [first = []] = ofMeetings;
  const inAll = first.filter((meeting) => ofMeetings.every((of) => of.some((other) => isSameMeeting(meeting, other))));
  return inAll.flatMap((meeting) => (meeting.at === null ? [] : [{ ...meeting, at: meeting.at }]));
}

function meetingsOf(reason: Reason): Busy[] {
  if (reason.kind === "TRAVEL_BETWEEN") return [reason.from, reason.to];
  return "meeting" in reason ? [reason.meeting] : [];
}

function keyOf({ startsAt, endsAt, at, place }: Busy): string {
  return JSON.stringify([startsAt.getTime(), endsAt.getTime(), at, place]);
}

function withoutMeeting(person: PersonDay, meeting: Busy): PersonDay {
  const besides = <T extends { others: PersonDay["others"] }>(own: T): T => {
    const others = own.others.filter((other) => !isSameMeeting(other.meeting, meeting));
    return others.length === own.others.length ? own : { ...own, others };
  };
  const standIn = person.standIn && besides(person.standIn);
  const own = besides(person);
  return standIn === person.standIn ? own : { ...own, standIn };
}

function otherForms(ground: Ground, sheet: readonly DaySheet[]): Found[] {
  if (ground.question.place === null || ground.question.travelMinutes === 0) return [];
  return [{ help: { kind: "DIGITAL" }, gain: countFitting(ground, { ...ground.question, place: null }) - countOf(sheet) }];
}

// The longest that leaves something to choose from; when none does, the one that adds most.
function shorterMeetings(ground: Ground, sheet: readonly DaySheet[]): Found[] {
  const fitting = countOf(sheet);
  const found: Found[] = [];
  for (let minutes = ground.question.minutes - SHORTER_BY; minutes >= SHORTEST; minutes -= SHORTER_BY) {
    const gain = countFitting(ground, { ...ground.question, minutes }) - fitting;
    found.push({ help: { kind: "SHORTER", minutes }, gain });
    if (fitting + gain >= ENOUGH) return found.slice(-1);
  }
  return found.toSorted((a, b) => b.gain - a.gain).slice(0, 1);
}

function maxima({ question: { invitees } }: Ground, sheet: readonly DaySheet[]): Found[] {
  return invitees.flatMap((invitee, index) => {
    const { personId, availability } = invitee;
    if (availability.mostMeetingsADay === null || !sheet.some((day) => day.rows.some((row) => isOnlyObstacle(day, row, index, ["DAY_FULL"])))) return [];
    const gain = sheet.reduce((sum, day) => sum + gainOn(day, (person, other) => (invitees[other]?.personId === personId ? { ...person, most: null } : person)), 0);
    return [{ help: { kind: "NO_MAXIMUM", person: personOf(invitee), meetings: availability.mostMeetingsADay }, gain }];
  });
}

function lessRequired({ question }: Ground, sheet: readonly DaySheet[]): Found[] {
  return seatPlan(question.invitees).flatMap((members): Found[] => {
    const people = members.flatMap((index) => question.invitees[index] ?? []);
    if (!people.some(({ attendance }) => attendance === "REQUIRED")) return [];
    const help: Help = { kind: "NOT_REQUIRED", people: people.map(personOf) };
    const { invitees } = following(question, help);
    const gain = sheet.reduce((sum, day) => {
      const seats = seatsOf(invitees, day.people);
      return sum + day.rows.filter((row) => canBeHeld(seats, (index) => comes(row, index))).length - fittingOn(day);
    }, 0);
    return [{ help, gain }];
  });
}

// How many moments of a day are added when what counts for somebody on it is otherwise. Who stays the same is not asked again.
function gainOn(day: DaySheet, change: (person: PersonDay, index: number) => PersonDay): number {
  const people = day.people.map(change);
  const fitting = day.rows.filter((row) =>
    canBeHeld(day.seats, (index) => (people[index] === day.people[index] ? comes(row, index) : outcomeAt(people[index] as PersonDay, row.asked).reasons.length === 0)),
  );
  return fitting.length - fittingOn(day);
}

function comes({ outcomes }: Row, index: number): boolean {
  return outcomes[index]?.reasons.length === 0;
}

function countOf(sheet: readonly DaySheet[]): number {
  return sheet.reduce((sum, day) => sum + fittingOn(day), 0);
}

function fittingOn({ rows }: DaySheet): number {
  return rows.filter((row) => row.fits).length;
}

function personOf({ personId, name, functionName }: Invitee): Person {
  return { personId, name, functionName };
}
