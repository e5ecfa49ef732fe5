import type { DatedPattern, PartOff } from "#lib/availability/rules";
import type { Day } from "#lib/dates";
import type { Period } from "#lib/meetings/rules";
import type { Attendance } from "#lib/meetings/schema";

// What the slot finder is asked, and what it answers. Days are Amsterdam days, times Amsterdam wall time ("08:30"), and
// a list of days of the week has ISO numbers: 1 is Monday.

/** Which moments are looked for, and everything that is known about those who have to be there. */
export type SlotQuestion = {
  /** The period that is looked in, both days included; a school year at most. */
  from: Day;
  until: Day;
  /** How long the meeting lasts. */
  minutes: number;
  /** A meeting begins at `first` at the earliest, and has ended by `lastEnd`. */
  hours: { first: string; lastEnd: string };
  /** Meetings begin so many minutes apart, counted from `hours.first`. */
  stepMinutes: number;
  /** Where it is, as a key to compare with where other meetings are; null for a digital meeting, which needs no travel. */
  place: string | null;
  invitees: readonly Invitee[];
  /** When the school is closed, besides weekends. */
  closedDays: readonly ClosedDays[];
  /** The other meetings of this team: it does not meet twice on one day. Empty when it may. */
  teamMeetings: readonly Period[];
  /** What somebody needs between meetings at two places. */
  travelMinutes: number;
  /** Only what begins after this moment is offered. */
  now: Date;
  /** Equally good moments go in order of how near they are to this one; null for the earliest first. */
  around: Date | null;
  /** How many moments are wanted. */
  limit: number;
};

/** Days on which the school is closed, both included, and why. */
export type ClosedDays = { firstDay: Day; lastDay: Day; name: string; kind: "SCHOOL_HOLIDAY" | "PUBLIC_HOLIDAY" | "STUDY_DAY" };

/** Days on which nothing can be planned: the school is closed, or the team meets already. */
export type LeftOutDays = ClosedDays | { firstDay: Day; lastDay: Day; kind: "TEAM_MEETING" };

/**
 * Somebody who is to come. Who gets another function within the period is an invitee twice, each with the days of one
 * function; those days may not overlap.
 */
export type Invitee = {
  personId: string;
  name: string;
  functionName: string;
  attendance: Attendance;
  /** Of those with the same group one is enough, such as the nurse or the doctor: together they have one seat. */
  group: string | null;
  /** The days on which this person is a member. Outside them there is no seat to fill. */
  spells: readonly { firstDay: Day; lastDay: Day | null }[];
  availability: Availability;
};

/** When somebody can be planned, and who comes when this person is absent. */
export type Availability = Omit<OwnAvailability, "absences"> & { absences: readonly Absence[] };

/** Whole days on which somebody is away, both included; no two of somebody's absences share a day. A replacement is not replaced in turn. */
export type Absence = { firstDay: Day; lastDay: Day; replacement: { personId: string; name: string; availability: OwnAvailability } | null };

export type OwnAvailability = {
  /** The latest one that has begun counts. Without one the working days are unknown, and somebody is taken to work. */
  patterns: readonly DatedPattern[];
  absences: readonly { firstDay: Day; lastDay: Day }[];
  /** The other meetings, without what was declined, cancelled or only on call; also those of days round the period. */
  busy: readonly Busy[];
  /** How many meetings this person has on one day at most; null for no limit. */
  mostMeetingsADay: number | null;
};

/** Another meeting: where it is (null for digital), and which team's it is, if the asker may know. */
export type Busy = Period & { place: string | null; at: string | null };

export type SlotAnswer = {
  /** The best moments, best first. */
  moments: Moment[];
  /** At how many moments of the period the meeting can be held. */
  fitting: number;
  /** How many moments were looked at: all that begin later than now, on days that are not left out. */
  considered: number;
  days: DayCounts;
  /** The days of the period that are left out and are no weekend, in order: each stretch as far as it lies in the period. */
  closed: LeftOutDays[];
  /** Who that is required keeps the meeting from how many moments; worst first. */
  obstacles: Obstacle[];
  /** What would help most, when there are fewer than three moments. */
  advice: Advice[];
};

/** How many days the period has, how many of them are left to plan on, and how many of those have a fitting moment. */
export type DayCounts = { inPeriod: number; open: number; fitting: number };

/** A moment at which the meeting can be held, and who comes. */
export type Moment = { period: Period } & Turnout;

/** Who comes and who does not. Nobody is in it who is no member on the day, except in `notComing`, with that as the reason. */
export type Turnout = {
  required: Seats;
  preferred: Seats;
  onCall: Seats;
  coming: Attending[];
  notComing: NotComing[];
  /** Whether every required seat is filled, and somebody comes at all. */
  fits: boolean;
};

/** How many seats there are of a kind, and how many are filled. */
export type Seats = { filled: number; all: number };

/** An invitee as the answer names one. `attendance` is that of the seat: in a group, the strongest of the group. */
export type Named = Pick<Invitee, "personId" | "name" | "functionName" | "attendance" | "group">;

/** Somebody who comes, or is replaced. Of who has no known working days it is presumed. */
export type Attending = Named & { replacement: { personId: string; name: string } | null; presumed: boolean };

/**
 * Somebody who does not come, and all that is in the way. The seat is filled when another of the group comes; there is
 * none for who is no member on the day.
 */
export type NotComing = Named & { reasons: Reasons; seat: "EMPTY" | "FILLED" | "NONE" };

/** Whoever is no member on the day, as anything: somebody who gets another function is an invitee twice. */
export function noMembersIn({ coming, notComing }: Pick<Turnout, "coming" | "notComing">): NotComing[] {
  const members = new Set([...coming, ...notComing.filter(({ seat }) => seat !== "NONE")].map(({ personId }) => personId));
  return notComing.filter(({ seat, personId }, index) => seat === "NONE" && !members.has(personId) && notComing.findIndex((other) => other.personId === personId) === index);
}

export type Reasons = readonly [Reason, ...Reason[]];

/** What keeps somebody from a meeting. When all of somebody's reasons are taken away, this person can come. */
export type Reason =
  | { kind: "NOT_YET_MEMBER" | "NO_LONGER_MEMBER" }
  | { kind: "ABSENT"; firstDay: Day; lastDay: Day; replacement: { name: string; reasons: Reasons } | null }
  /** `part` is what this person does not work and would have to: the day when neither half of it is worked. */
  | { kind: "NOT_WORKING"; weekday: number; part: PartOff }
  | { kind: "BUSY"; meeting: Busy }
  /** The other meeting is before this one, or after it, and too near for the way between them. */
  | { kind: "TRAVEL_FROM" | "TRAVEL_TO"; meeting: Busy; minutes: number }
  /** This digital meeting takes the time for the way between two others. */
  | { kind: "TRAVEL_BETWEEN"; from: Busy; to: Busy; minutes: number }
  | { kind: "DAY_FULL"; meetings: number };

/** One required seat: who may fill it, at how many moments nobody does, and at how many of those it is the only one. */
export type Obstacle = { people: readonly Named[]; blocked: number; alone: number; reasons: readonly { kind: Reason["kind"]; moments: number }[] };

/** One thing that would help, how many moments it adds, and how many there are then. */
export type Advice = Help & { gain: number; fitting: number };

export type Help =
  /** Somebody works one day, or half a day, that is otherwise free. */
  | { kind: "FREE_DAY"; person: Person; day: Day; part: PartOff }
  /** Somebody who is absent comes on one day all the same. */
  | { kind: "COME_ANYWAY"; person: Person; day: Day }
  /** Another meeting is moved to a day on which it is in nobody's way; `people` are those of this team who are in it. */
  | { kind: "MOVE_MEETING"; meeting: Busy & { at: string }; people: readonly Person[] }
  | { kind: "DIGITAL" }
  | { kind: "SHORTER"; minutes: number }
  /** Somebody is not held to the most meetings a day. */
  | { kind: "NO_MAXIMUM"; person: Person; meetings: number }
  /** A required seat becomes a preferred one: of one person, or of a group. */
  | { kind: "NOT_REQUIRED"; people: readonly Person[] };

export type Person = Pick<Invitee, "personId" | "name" | "functionName">;
