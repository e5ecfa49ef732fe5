import { addDays, type Day, daysBetween, momentAt } from "#lib/dates";
import { type DaysOff, schoolDays, schoolYearStart, weekday } from "#prisma/demo/calendar";
import { functionOf, type WorldMember } from "#prisma/demo/members";
import { type WorldTeam, worldTeams } from "#prisma/demo/schools";

/** A bijeenkomst of the demo world and who was asked. */
export type WorldMeeting = {
  /** Unique and the same for every reference day. */
  key: string;
  team: WorldTeam;
  day: Day;
  startsAt: Date;
  endsAt: Date;
  state: "RECORDED" | "UNRECORDED" | "CANCELLED" | "PLANNED";
  invitees: Invitee[];
};

export type Invitee = { member: WorldMember; attendance: "REQUIRED" | "PREFERRED" | "ON_CALL"; answer: "NONE" | "ACCEPTED" | "DECLINED" };

type Wish = { key: string; team: WorldTeam; days: readonly Day[]; state: WorldMeeting["state"] };
type Slot = { day: Day; from: string; to: string };
type Busy = Map<string, Slot[]>;

const TIMES = [
  ["14:15", "15:30"],
  ["15:30", "16:45"],
  ["13:00", "14:15"],
  ["09:00", "10:15"],
  ["10:30", "11:45"],
] as const;
const WINDOW = 12;
const MIN_GAP = 28;
// Less than three is no meeting: a team of one does not invite itself.
const FEWEST = 3;

/** All meetings of the demo world, seen from the reference day. Nobody is in two at once. */
export function worldMeetings(referenceDay: Day, members: readonly WorldMember[], daysOff: readonly DaysOff[]): WorldMeeting[] {
  const busy: Busy = new Map();
  const meetings: WorldMeeting[] = [];
  for (const wish of [...upcoming(referenceDay, daysOff), ...recent(referenceDay, daysOff), ...earlier(referenceDay, daysOff)]) {
    const meeting = place(wish, referenceDay, meetings, members, busy);
    if (meeting) meetings.push(meeting);
  }
  return meetings.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime() || one.key.localeCompare(other.key));
}

/** The next meeting of each team that plans ahead, one that was called off, and for some the one after it. */
function upcoming(referenceDay: Day, daysOff: readonly DaysOff[]): Wish[] {
  const days = schoolDays(addDays(referenceDay, 1), addDays(referenceDay, 400), daysOff);
  const planning = worldTeams.filter((team) => team.planned !== false);
  const next = planning.map((team, index): Wish => ({ key: `${team.key}:next`, team, days: days.slice(team.key === "de-wilgen" ? 7 : 2 + index * 2), state: "PLANNED" }));
  const after = planning.filter((_, index) => index % 3 === 0).map((team, index): Wish => ({ key: `${team.key}:after`, team, days: days.slice(70 + index * 3), state: "PLANNED" }));
  const calledOff = planning.filter((team) => team.key === "het-kompas").map((team): Wish => ({ key: `${team.key}:called-off`, team, days: days.slice(4), state: "CANCELLED" }));
  return [...next, ...calledOff, ...after];
}

/** The latest meeting of each team, in the school days before the reference day. */
function recent(referenceDay: Day, daysOff: readonly DaysOff[]): Wish[] {
  const days = schoolDays(addDays(referenceDay, -400), addDays(referenceDay, -1), daysOff).toReversed();
  return worldTeams.map((team, index): Wish => {
    const state = team.unrecorded ? "UNRECORDED" : "RECORDED";
    // Where agreements are late, the meeting was long enough ago for that.
    const back = team.unrecorded ? 5 + index : team.key === "de-wilgen" ? 22 : 10 + index * 2;
    return { key: `${team.key}:latest`, team, days: days.slice(back), state };
  });
}

/** The autumn and the spring meeting of the past two school years, and of this one as far as it is past. */
function earlier(referenceDay: Day, daysOff: readonly DaysOff[]): Wish[] {
  return [0, 1, 2].flatMap((yearsAgo) => {
    const year = Number(schoolYearStart(referenceDay, yearsAgo).slice(0, 4));
    const autumn = schoolDays(`${year}-09-15`, `${year}-12-15`, daysOff);
    const spring = schoolDays(`${year + 1}-03-04`, `${year + 1}-06-15`, daysOff);
    return worldTeams.flatMap((team, index): Wish[] => [
      { key: `${team.key}:autumn-${yearsAgo}`, team, days: autumn.slice(2 + index), state: team.key === "de-meerpaal" && yearsAgo === 1 ? "CANCELLED" : "RECORDED" },
      { key: `${team.key}:spring-${yearsAgo}`, team, days: spring.slice(2 + index), state: "RECORDED" },
    ]);
  });
}

/** Finds the best free moment near the wish, or none: the team does not exist yet, or it met only just. */
function place(wish: Wish, referenceDay: Day, meetings: readonly WorldMeeting[], members: readonly WorldMember[], busy: Busy): WorldMeeting | null {
  const own = meetings.filter((meeting) => meeting.team === wish.team && meeting.state !== "CANCELLED").map(({ day }) => day);
  const planned = wish.key.endsWith(":next") || wish.key.endsWith(":after") || wish.key.endsWith(":called-off");
  const options = wish.days.slice(0, WINDOW).flatMap((day, distance) => {
    if (!planned && (day >= referenceDay || own.some((other) => Math.abs(daysBetween(other, day)) < MIN_GAP))) return [];
    const invitees = inviteesOn(wish, day, members);
    if (invitees.length < FEWEST) return [];
    return TIMES.flatMap(([from, to], preference) => {
      const slot = { day, from, to };
      const isFree = invitees.filter(isBlocking).every(({ member }) => isFreeAt(busy.get(member.person.key) ?? [], slot));
      return isFree || wish.state === "CANCELLED" ? [{ slot, invitees, cost: costOf(invitees, day) + loadOf(invitees, day, busy) + distance / 4 + preference / 3 }] : [];
    });
  });
  const best = options.toSorted((one, other) => one.cost - other.cost)[0];
  if (!best) return null;
  if (wish.state !== "CANCELLED") for (const invitee of best.invitees.filter(isBlocking)) book(busy, invitee.member.person.key, best.slot);
  return { key: wish.key, team: wish.team, day: best.slot.day, ...momentsOf(best.slot), state: wish.state, invitees: best.invitees };
}

function inviteesOn(wish: Wish, day: Day, members: readonly WorldMember[]): Invitee[] {
  const present = members.filter(({ team, firstDay, lastDay }) => team === wish.team && firstDay <= day && (lastDay === null || lastDay >= day));
  return present.map((member, index) => {
    const { attendance } = functionOf(member.team, member.functionCode);
    return { member, attendance, answer: answerOf(member, attendance, day, wish.state, wish.key.length + index) };
  });
}

/** Who does not work that day declines when it is no must; of the others some have not answered yet. */
function answerOf(member: WorldMember, attendance: Invitee["attendance"], day: Day, state: WorldMeeting["state"], number: number): Invitee["answer"] {
  const works = member.person.workingDays.includes(weekday(day));
  if (!works && attendance !== "REQUIRED") return "DECLINED";
  return state === "PLANNED" && (number % 4 === 0 || !works) ? "NONE" : "ACCEPTED";
}

function costOf(invitees: readonly Invitee[], day: Day): number {
  const away = invitees.filter(({ member }) => !member.person.workingDays.includes(weekday(day)));
  return away.reduce((cost, { attendance }) => cost + { REQUIRED: 6, PREFERRED: 2, ON_CALL: 0 }[attendance], 0);
}

/** A partner who has a meeting that day already rather comes another day; nobody wants a third. */
function loadOf(invitees: readonly Invitee[], day: Day, busy: Busy): number {
  const loads = invitees.map(({ member }) => (busy.get(member.person.key) ?? []).filter((slot) => slot.day === day).length);
  return loads.reduce((cost, load) => cost + (load === 0 ? 0 : load === 1 ? 1 : 8), 0);
}

/** The same rule as the constraint in the database: on call and declined do not block. */
function isBlocking({ attendance, answer }: Invitee): boolean {
  return attendance !== "ON_CALL" && answer !== "DECLINED";
}

function isFreeAt(taken: readonly Slot[], slot: Slot): boolean {
  return taken.every((other) => slot.day !== other.day || slot.to <= other.from || slot.from >= other.to);
}

function book(busy: Busy, person: string, slot: Slot): void {
  busy.set(person, [...(busy.get(person) ?? []), slot]);
}

function momentsOf({ day, from, to }: Slot): { startsAt: Date; endsAt: Date } {
  const [startsAt, endsAt] = [momentAt(day, from), momentAt(day, to)];
  if (!startsAt || !endsAt) throw new Error(`The clock never shows ${from} on ${day}.`);
  return { startsAt, endsAt };
}
