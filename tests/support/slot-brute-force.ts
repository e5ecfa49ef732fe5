import { addDays, dayOf as amsterdamDayOf, daysBetween, momentAt as amsterdamMomentAt, timeOf as amsterdamTimeOf, weekdayOf, type Day } from "#lib/dates";
import type { Busy, Invitee, OwnAvailability, SlotQuestion } from "#lib/planning/slot-question";

// The slot finder's rules once more, written down as slowly and plainly as possible, and without any of its code: minute by
// minute, everything against everything. What it finds is what the slot finder has to find.

export type Seen = { invitee: Invitee; comes: "SELF" | "REPLACEMENT" | null; why: string[] };

export type FoundMoment = { startsAt: Date; day: Day; seen: Seen[]; required: string; preferred: string; onCall: string; fits: boolean; rank: number[] };

// The same few moments are asked for over and over, and telling the time in Amsterdam is slow.
const dayOf = remembering(amsterdamDayOf);
const timeOf = remembering(amsterdamTimeOf);
const momentAt = remembering(amsterdamMomentAt);

type Kind = "REQUIRED" | "PREFERRED" | "ON_CALL";

/** Every moment that a meeting can begin at, whether it fits or not. */
export function everyMoment(question: SlotQuestion): FoundMoment[] {
  const moments: FoundMoment[] = [];
  for (let day = question.from; day <= question.until; day = addDays(day, 1)) {
    if (weekdayOf(day) > 5 || question.closedDays.some((closed) => closed.firstDay <= day && day <= closed.lastDay)) continue;
    const [midnight, nextMidnight] = [momentAt(day, "00:00") as Date, momentAt(addDays(day, 1), "00:00") as Date];
    if (question.teamMeetings.some((meeting) => meeting.startsAt < nextMidnight && midnight < meeting.endsAt)) continue;
    for (let minute = inMinutes(question.hours.first); minute < 24 * 60; minute += question.stepMinutes) {
      if (minute + question.minutes > inMinutes(question.hours.lastEnd)) break;
      const startsAt = momentAt(day, inWords(minute));
      if (startsAt && startsAt > question.now) moments.push(lookAt(question, startsAt));
    }
  }
  return moments;
}

/** The moments that are offered: each time the best one of a day of which the fewest have been chosen yet. */
export function bestMoments(question: SlotQuestion, all = everyMoment(question)): FoundMoment[] {
  let left = all.filter(({ fits }) => fits);
  const chosen: FoundMoment[] = [];
  while (left.length > 0 && chosen.length < question.limit) {
    const timesChosen = ({ day }: FoundMoment) => chosen.filter((other) => other.day === day).length;
    const fewest = Math.min(...left.map(timesChosen));
    const next = left.filter((moment) => timesChosen(moment) === fewest).reduce((a, b) => (isBetter(b, a) ? b : a));
    chosen.push(next);
    left = left.filter((moment) => moment !== next);
  }
  const sorted: FoundMoment[] = [];
  for (const moment of chosen) {
    const place = sorted.findIndex((other) => isBetter(moment, other));
    sorted.splice(place === -1 ? sorted.length : place, 0, moment);
  }
  return sorted;
}

/** Who comes when the meeting begins at this moment. */
export function lookAt(question: SlotQuestion, startsAt: Date): FoundMoment {
  const day = dayOf(startsAt);
  const seen = question.invitees.map((invitee) => look(question, invitee, day, startsAt));
  const seats: { kind: Kind; seen: Seen[] }[] = [];
  for (const each of seen.filter(({ why }) => !why.some((reason) => reason.endsWith("MEMBER")))) {
    const seat = each.invitee.group === null ? undefined : seats.find((other) => other.seen[0]?.invitee.group === each.invitee.group);
    if (seat) seat.seen.push(each);
    else seats.push({ kind: "ON_CALL", seen: [each] });
  }
  for (const seat of seats) {
    const has = (kind: Kind) => seat.seen.some(({ invitee }) => invitee.attendance === kind);
    seat.kind = has("REQUIRED") ? "REQUIRED" : has("PREFERRED") ? "PREFERRED" : "ON_CALL";
  }
  const filled = seats.filter((seat) => seat.seen.some(({ comes }) => comes !== null));
  const number = (among: typeof seats, kind: Kind) => among.filter((seat) => seat.kind === kind).length;
  const replaced = filled.filter((seat) => !seat.seen.some(({ comes }) => comes === "SELF")).length;
  const of = (kind: Kind) => `${number(filled, kind)}/${number(seats, kind)}`;
  const rank = [-number(filled, "REQUIRED"), -number(filled, "PREFERRED"), replaced, -number(filled, "ON_CALL"), ...awayFrom(question.around, startsAt), startsAt.getTime()];
  return { startsAt, day, seen, required: of("REQUIRED"), preferred: of("PREFERRED"), onCall: of("ON_CALL"), fits: filled.length > 0 && number(filled, "REQUIRED") === number(seats, "REQUIRED"), rank };
}

function awayFrom(around: Date | null, startsAt: Date): number[] {
  if (around === null) return [0, 0];
  return [Math.abs(daysBetween(dayOf(around), dayOf(startsAt))), Math.abs(inMinutes(timeOf(around)) - inMinutes(timeOf(startsAt)))];
}

function isBetter(a: FoundMoment, b: FoundMoment): boolean {
  const index = a.rank.findIndex((value, at) => value !== b.rank[at]);
  return index !== -1 && (a.rank[index] as number) < (b.rank[index] as number);
}

function look(question: SlotQuestion, invitee: Invitee, day: Day, startsAt: Date): Seen {
  if (!invitee.spells.some((spell) => spell.firstDay <= day && (spell.lastDay ?? "9999-12-31") >= day)) {
    return { invitee, comes: null, why: [invitee.spells.some((spell) => spell.firstDay > day) ? "NOT_YET_MEMBER" : "NO_LONGER_MEMBER"] };
  }
  const own = whyNot(question, invitee.availability, day, startsAt);
  const absence = invitee.availability.absences.find((each) => each.firstDay <= day && day <= each.lastDay);
  if (!absence) return { invitee, comes: own.length === 0 ? "SELF" : null, why: own };
  const standIn = absence.replacement?.availability;
  if (standIn && !standIn.absences.some((each) => each.firstDay <= day && day <= each.lastDay) && whyNot(question, standIn, day, startsAt).length === 0) {
    return { invitee, comes: "REPLACEMENT", why: [] };
  }
  return { invitee, comes: null, why: ["ABSENT", ...own] };
}

function whyNot(question: SlotQuestion, who: Omit<OwnAvailability, "absences">, day: Day, startsAt: Date): string[] {
  const why: string[] = [];
  const endsAt = new Date(startsAt.getTime() + question.minutes * 60_000);
  const pattern = who.patterns.filter(({ validFrom }) => validFrom <= day).toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))[0];
  const inMorning = timeOf(startsAt) < "12:30";
  const inAfternoon = timeOf(endsAt) > "12:30";
  if (pattern) {
    const [mornings, afternoons] = [pattern.mornings.includes(weekdayOf(day)), pattern.afternoons.includes(weekdayOf(day))];
    if ((inMorning && !mornings) || (inAfternoon && !afternoons)) why.push("NOT_WORKING");
  }
  const meetings = who.busy.filter((other) => dayOf(other.startsAt) <= day && dayOf(new Date(other.endsAt.getTime() - 1)) >= day);
  const asked: Busy = { startsAt, endsAt, place: question.place, at: null };
  for (const other of meetings) if (minutesOf(asked).some((minute) => minute >= other.startsAt.getTime() && minute < other.endsAt.getTime())) why.push("BUSY");
  why.push(...tooLittleTravel(question, meetings, asked));
  if (who.mostMeetingsADay !== null && meetings.length + 1 > who.mostMeetingsADay) why.push("DAY_FULL");
  return why;
}

function tooLittleTravel({ travelMinutes }: SlotQuestion, all: readonly Busy[], asked: Busy): string[] {
  const isBefore = (a: Busy, b: Busy) => a.endsAt <= b.startsAt;
  const others = all.filter((other) => isBefore(other, asked) || isBefore(asked, other));
  const tooTight = (from: Busy, to: Busy, meetings: readonly Busy[]) => longestPause(from.endsAt, to.startsAt, meetings) < travelMinutes;
  const differ = (from: Busy, to: Busy) => from.place !== null && to.place !== null && from.place !== to.place;
  const why: string[] = [];
  for (const other of others) {
    const stops = others.filter(({ place }) => place !== null && place === asked.place);
    if (isBefore(other, asked) && differ(other, asked) && tooTight(other, asked, others) && !stops.some((stop) => isBefore(other, stop) && isBefore(stop, asked))) why.push("TRAVEL_FROM");
    if (isBefore(asked, other) && differ(asked, other) && tooTight(asked, other, others) && !stops.some((stop) => isBefore(asked, stop) && isBefore(stop, other))) why.push("TRAVEL_TO");
    if (asked.place !== null) continue;
    for (const next of others) {
      if (!isBefore(other, asked) || !isBefore(asked, next) || !differ(other, next)) continue;
      const thereAlready = others.some((stop) => stop.place === next.place && isBefore(other, stop) && isBefore(stop, asked));
      const thereStill = others.some((stop) => stop.place === other.place && isBefore(asked, stop) && isBefore(stop, next));
      if (!thereAlready && !thereStill && tooTight(other, next, [...others, asked]) && !tooTight(other, next, others)) why.push("TRAVEL_BETWEEN");
    }
  }
  return why;
}

// The most minutes in a row, between two moments, in which there is no meeting.
function longestPause(from: Date, until: Date, meetings: readonly Busy[]): number {
  let [longest, pause] = [0, 0];
  for (let minute = from.getTime(); minute < until.getTime(); minute += 60_000) {
    const taken = meetings.some((meeting) => meeting.startsAt.getTime() <= minute && minute < meeting.endsAt.getTime());
    pause = taken ? 0 : pause + 1;
    longest = Math.max(longest, pause);
  }
  return longest;
}

function minutesOf({ startsAt, endsAt }: Busy): number[] {
  return Array.from({ length: (endsAt.getTime() - startsAt.getTime()) / 60_000 }, (_, index) => startsAt.getTime() + index * 60_000);
}

function inMinutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function inWords(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

function remembering<Asked extends (Date | string)[], Told>(tell: (...asked: Asked) => Told): (...asked: Asked) => Told {
  const told = new Map<string, Told>();
  return (...asked) => {
    const key = asked.map((each) => (typeof each === "string" ? each : each.getTime())).join(" ");
    if (!told.has(key)) told.set(key, tell(...asked));
    return told.get(key) as Told;
  };
}
