import { dayOf, daysBetween, momentAt, timeOf, type Day } from "#lib/dates";
import { adviceOn } from "#lib/planning/slot-advice";
import { closedWithin, MINUTE, openDays, planDay } from "#lib/planning/slot-days";
import { obstaclesOn } from "#lib/planning/slot-obstacles";
import { some } from "#lib/planning/slot-person";
import { couldBeBooked, daySheet, groundOf, isFilled, nameOf, sheetOf, tallyOf, type DaySheet, type Row, type Tally } from "#lib/planning/slot-sheet";
import type { Attending, Moment, Named, SlotAnswer, SlotQuestion, Turnout } from "#lib/planning/slot-question";

/**
 * The best moments for a meeting, with who comes and who does not and why; what keeps it from the others; and, when there
 * are fewer than three, what would help.
 *
 * A moment fits when every required seat is filled and somebody comes. A seat is that of one member, or of a group of
 * which one is enough; who is on call or preferred keeps a meeting from nothing. Each invitee has to work the halves of
 * the day in which the meeting lies, be in no other meeting at the time (one that ends when it begins is no clash), have
 * time for the way from and to meetings at other places that day, and have room for another meeting on that day. Of who is
 * absent the replacement may come, under the same rules; one person may fill two seats so. A day on which the team has
 * another meeting is left out like one on which the school is closed.
 *
 * A moment is better when more required seats are filled (all are, but there may be more members on one day than on
 * another), then more preferred ones, then when fewer are filled by a replacement alone, then more on call, and then when
 * it is nearer to `around`: fewer days away, then nearer to its time of day; and then when it is earlier. The moments are
 * spread: a second one of a day is only chosen once each day with a fitting moment has one, and so on.
 */
export function findSlots(question: SlotQuestion): SlotAnswer {
  const ground = groundOf(question, openDays(question));
  const sheet = sheetOf(ground, question);
  const candidates = sheet.map((day) => candidatesOn(day, question));
  const fitting = candidates.reduce((sum, ofDay) => sum + ofDay.length, 0);
  return {
    moments: spread(candidates, question.limit).map((candidate) => momentOf(question, candidate)),
    fitting,
    considered: sheet.reduce((sum, { rows }) => sum + rows.length, 0),
    days: {
      inPeriod: Math.max(0, daysBetween(question.from, question.until) + 1),
      open: sheet.filter(({ rows }) => rows.length > 0).length,
      fitting: candidates.filter((ofDay) => ofDay.length > 0).length,
    },
    closed: closedWithin(question),
    obstacles: obstaclesOn(sheet, question),
    advice: adviceOn(ground, sheet),
  };
}

/**
 * Of the best moments only those that can be booked at once: whoever is needed or wanted may be unable to come, as long as
 * this person is in no other meeting at the time. One a day at most.
 */
export function findBookableMoments(question: SlotQuestion): Moment[] {
  const candidates = sheetOf(groundOf(question, openDays(question)), question).map((day) => {
    const rows = day.rows.filter((row) => couldBeBooked(question.invitees, day.people, row));
    return candidatesOn({ ...day, rows }, question).slice(0, 1);
  });
  return spread(candidates, question.limit).map((candidate) => momentOf(question, candidate));
}

/**
 * Who comes at one moment, whether or not it would be found: it may be off the grid, on a closed day or over. For when a
 * moment is proposed by somebody, and when one is confirmed.
 */
export function turnoutAt(question: SlotQuestion, startsAt: Date): Turnout {
  const plan = planDay(dayOf(startsAt), question.hours);
  const people = groundOf(question, [plan]).people.flat();
  const span = { starts: startsAt.getTime(), ends: startsAt.getTime() + question.minutes * MINUTE };
  const day = daySheet(question, plan, people, [span], question.place);
  return turnoutOf(question, day, day.rows[0] as Row);
}

type Candidate = { day: DaySheet; row: Row; tally: Tally; distance: Distance };

type Distance = { days: number; time: number };

// The fitting moments of a day, best first.
function candidatesOn(day: DaySheet, { around }: SlotQuestion): Candidate[] {
  return day.rows
    .filter((row) => row.fits)
    .map((row) => ({ day, row, tally: tallyOf(day.seats, row.outcomes), distance: around ? distanceTo(around, day.plan.day, row) : { days: 0, time: 0 } }))
    .toSorted(best);
}

function distanceTo(around: Date, day: Day, { asked }: Row): Distance {
  const then = momentAt(day, timeOf(around))?.getTime() ?? asked.starts;
  return { days: Math.abs(daysBetween(dayOf(around), day)), time: Math.abs(asked.starts - then) };
}

function best(a: Candidate, b: Candidate): number {
  return (
    b.tally.required.filled - a.tally.required.filled ||
    b.tally.preferred.filled - a.tally.preferred.filled ||
    a.tally.onlyReplaced - b.tally.onlyReplaced ||
    b.tally.onCall.filled - a.tally.onCall.filled ||
    a.distance.days - b.distance.days ||
    a.distance.time - b.distance.time ||
    a.row.asked.starts - b.row.asked.starts
  );
}

// The best of each day, then the second best of each day, and so on: who is asked to choose wants days to choose from.
function spread(candidates: readonly (readonly Candidate[])[], limit: number): Candidate[] {
  const chosen: Candidate[] = [];
  const most = Math.max(0, ...candidates.map(({ length }) => length));
  for (let round = 0; round < most && chosen.length < limit; round += 1) {
    const next = candidates.flatMap((ofDay) => ofDay[round] ?? []).toSorted(best);
    chosen.push(...next.slice(0, limit - chosen.length));
  }
  return chosen.toSorted(best);
}

function momentOf(question: SlotQuestion, { day, row }: Candidate): Moment {
  return { period: periodOf(row), ...turnoutOf(question, day, row) };
}

function periodOf({ asked }: Row): Moment["period"] {
  return { startsAt: new Date(asked.starts), endsAt: new Date(asked.ends) };
}

function turnoutOf({ invitees }: SlotQuestion, { seats, people }: DaySheet, { outcomes, fits }: Row): Turnout {
  const { required, preferred, onCall } = tallyOf(seats, outcomes);
  const turnout: Turnout = { required, preferred, onCall, coming: [], notComing: [], fits };
  invitees.forEach((invitee, index) => {
    const [outcome, seat] = [outcomes[index], seats.find(({ members }) => members.includes(index))];
    const named = nameOf(invitee, seat?.attendance);
    if (outcome?.reasons.length === 0) turnout.coming.push(attending(named, people[index], outcome.instead));
    else turnout.notComing.push({ ...named, reasons: some(outcome?.reasons ?? []), seat: seat ? (isFilled(seat, outcomes) ? "FILLED" : "EMPTY") : "NONE" });
  });
  return turnout;
}

function attending(named: Named, person: DaySheet["people"][number] | undefined, instead: boolean): Attending {
  const replacement = instead ? person?.absence?.replacement : null;
  const presumed = (instead ? person?.standIn?.presumed : person?.presumed) ?? false;
  return { ...named, replacement: replacement ? { personId: replacement.personId, name: replacement.name } : null, presumed };
}
