import { attempt } from "#lib/access/violations";
import type { Viewer } from "#lib/access/viewer";
import type { Availability } from "#lib/availability/rules";
import { dayOf } from "#lib/dates";
import { listOtherMoments, type OtherMoment } from "#lib/meetings/other-moments";
import type { SchoolCalendar } from "#lib/meetings/planning-team";
import { listHolidays } from "#lib/meetings/queries";
import { unavailabilityWarnings, warningsFor, type MeetingWarning, type Period } from "#lib/meetings/rules";
import type { Attendance, MeetingForm } from "#lib/meetings/schema";

/** Somebody who has to be there, or had better be. */
export type Attendee = { personId: string; name: string; attendance: Attendance; availability: Availability };

/** Somebody is in another meeting at the time: when that begins, and where, as far as the asker may know. */
export type Clash = Period & { personId: string; name: string; teamName: string | null };

/** Who is to be kept from other meetings, and when. */
export type Booking = {
  period: Period;
  people: readonly Attendee[];
  /** When the schools of the team are closed. */
  calendar: SchoolCalendar;
  /** The meeting itself when it exists already: it does not stand in its own way. */
  besides: string | null;
  /** What is to be held where and with whom, for which other moments are looked for; null when only this moment will do. */
  movable: Movable | null;
};

/** A meeting that may as well be at another moment. */
export type Movable = {
  coreTeamId: string;
  /** Everybody who is invited, also who is on call. */
  invitees: readonly Attendee[];
  form: MeetingForm;
  place: string | null;
  /** Moments that were found wanting before, and are not offered. */
  except: readonly Date[];
};

/** Why a moment was refused. */
export type MomentProblem =
  /** The clock skips this time on this day, in spring. */
  | { ok: false; problem: "NO_SUCH_TIME" }
  | { ok: false; problem: "PAST" }
  /** Nobody of those chosen is a member of the team on that day. */
  | { ok: false; problem: "NOBODY_INVITED" }
  | { ok: false; problem: "NEEDS_CONFIRMATION"; warnings: MeetingWarning[] }
  | AlreadyBooked;

/** Somebody who is needed or wanted is elsewhere. Without clashes it could not be told who. */
export type AlreadyBooked = { ok: false; problem: "PERSON_ALREADY_BOOKED"; clashes: Clash[]; alternatives: OtherMoment[] };

/** The one constraint that keeps people from being booked twice. */
const PERSON_IS_FREE = "participation_person_is_free";

/**
 * Books people by doing `write`, or tells who is elsewhere and leaves all as it was. It looks first, for a sentence
 * with a name; the constraint in Postgres has the last word. Whoever books the same people at this moment is waited for.
 */
export async function book(viewer: Viewer, booking: Booking, write: () => Promise<void>): Promise<AlreadyBooked | null> {
  await takeTurns(viewer, booking);
  const clashes = await findClashes(viewer, booking);
  if (clashes.length > 0) return alreadyBooked(viewer, booking, clashes);
  const refusedBy = await attempt(viewer, write);
  if (refusedBy === null) return null;
  if (refusedBy !== PERSON_IS_FREE) throw new Error(`The constraint ${refusedBy} refused a booking.`);
  return alreadyBooked(viewer, booking, await findClashes(viewer, booking));
}

/** What is unusual about the moment of a booking (see `warningsFor`), and who is known to be away or not to work then. */
export async function listWarnings(viewer: Viewer, { period, people, calendar }: Booking): Promise<MeetingWarning[]> {
  const day = dayOf(period.startsAt);
  const aboutMoment = warningsFor(period, await listHolidays(viewer, { from: day, until: day, calendar }), viewer.today);
  return [...aboutMoment, ...unavailabilityWarnings(period, people)];
}

/**
 * Asks for a yes to each warning when one of them has none yet; null when there is nothing to ask. When somebody is elsewhere
 * at the time, that is told first: another moment may be less unusual.
 */
export async function unconfirmed(viewer: Viewer, booking: Booking, warnings: readonly MeetingWarning[], confirmed: readonly string[]): Promise<MomentProblem | null> {
  if (warnings.every(({ key }) => confirmed.includes(key))) return null;
  const clashes = await findClashes(viewer, booking);
  return clashes.length > 0 ? alreadyBooked(viewer, booking, clashes) : { ok: false, problem: "NEEDS_CONFIRMATION", warnings: [...warnings] };
}

/** Who of these people is in another meeting at the time. Names no school outside the asker's samenwerkingsverbanden. */
export async function findClashes(viewer: Viewer, { people, period, besides }: Booking): Promise<Clash[]> {
  const names = new Map(people.map(({ personId, name }) => [personId, name]));
  const busy = await busyMoments(viewer, [...names.keys()], period, besides);
  return busy.map((moment) => ({ ...moment, name: names.get(moment.personId) ?? "" }));
}

async function alreadyBooked(viewer: Viewer, booking: Booking, clashes: Clash[]): Promise<AlreadyBooked> {
  return { ok: false, problem: "PERSON_ALREADY_BOOKED", clashes, alternatives: await listOtherMoments(viewer, booking) };
}

/**
 * Waits until nobody else is booking one of these people. Without it two bookings of the same person may wait for each
 * other in the constraint's index until Postgres ends one; the order keeps bookings of several people from the same.
 */
async function takeTurns(viewer: Viewer, { people }: Booking): Promise<void> {
  if (people.length === 0) return;
  const ids = people.map(({ personId }) => personId);
  await viewer.db.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('booking:' || person, 0))
    FROM (SELECT person FROM unnest(${ids}::text[]) AS person ORDER BY person) AS in_order`;
}

async function busyMoments(viewer: Viewer, people: readonly string[], { startsAt, endsAt }: Period, besides: string | null): Promise<(Period & { personId: string; teamName: string | null })[]> {
  if (people.length === 0) return [];
  return viewer.db.$queryRaw`
    SELECT person_id AS "personId", starts_at AS "startsAt", ends_at AS "endsAt", core_team_name AS "teamName"
    FROM busy_moments(${[...people]}::uuid[], ${startsAt}, ${endsAt}, ${besides}::uuid)`;
}
