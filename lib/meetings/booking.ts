import { attempt } from "#lib/access/violations";
import type { Viewer } from "#lib/access/viewer";
import { addDays, dayForDatabase, dayOf } from "#lib/dates";
import { DAYS_AROUND, freeMoments, type Attendee } from "#lib/meetings/free-moments";
import { listHolidays } from "#lib/meetings/queries";
import { warningsFor, type MeetingWarning, type Period } from "#lib/meetings/rules";

/** Somebody is in another meeting at the time: when that begins, and where, as far as the asker may know. */
export type Clash = Period & { personId: string; name: string; teamName: string | null };

/** Who is to be kept from other meetings, and when. */
export type Booking = {
  period: Period;
  people: readonly (Attendee & { name: string })[];
  /** The regions whose school holidays count. */
  regions: readonly string[];
  /** The meeting itself when it exists already: it does not stand in its own way. */
  besides: string | null;
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
export type AlreadyBooked = { ok: false; problem: "PERSON_ALREADY_BOOKED"; clashes: Clash[]; alternatives: Period[] };

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

/** What is unusual about the moment of a booking (see `warningsFor`). */
export async function listWarnings(viewer: Viewer, { period, regions }: Booking): Promise<MeetingWarning[]> {
  const day = dayOf(period.startsAt);
  return warningsFor(period, await listHolidays(viewer, { from: day, until: day, regions }), viewer.today);
}

/**
 * Asks for a yes to each warning that has none yet; null when there is nothing to ask. When somebody is elsewhere at
 * the time, that is told first: another moment may be less unusual.
 */
export async function unconfirmed(viewer: Viewer, booking: Booking, warnings: readonly MeetingWarning[], confirmed: readonly string[]): Promise<MomentProblem | null> {
  const open = warnings.filter(({ key }) => !confirmed.includes(key));
  if (open.length === 0) return null;
  const clashes = await findClashes(viewer, booking);
  return clashes.length > 0 ? alreadyBooked(viewer, booking, clashes) : { ok: false, problem: "NEEDS_CONFIRMATION", warnings: open };
}

/** Who of these people is in another meeting at the time. Names no school outside the asker's samenwerkingsverbanden. */
export async function findClashes(viewer: Viewer, { people, period, besides }: Booking): Promise<Clash[]> {
  const names = new Map(people.map(({ personId, name }) => [personId, name]));
  const busy = await busyMoments(viewer, [...names.keys()], period, besides);
  return busy.map((moment) => ({ ...moment, name: names.get(moment.personId) ?? "" }));
}

async function alreadyBooked(viewer: Viewer, booking: Booking, clashes: Clash[]): Promise<AlreadyBooked> {
  const { people, period, besides, regions } = booking;
  const day = dayOf(period.startsAt);
  const days = { from: addDays(day, -DAYS_AROUND), until: addDays(day, DAYS_AROUND) };
  // A day more on either side, because these are days of UTC.
  const weeks = { startsAt: dayForDatabase(addDays(days.from, -1)), endsAt: dayForDatabase(addDays(days.until, 2)) };
  const busy = await busyMoments(viewer, people.map(({ personId }) => personId), weeks, besides);
  const holidays = await listHolidays(viewer, { ...days, regions });
  const alternatives = freeMoments({ around: period, people, busy, holidays, now: viewer.now });
  return { ok: false, problem: "PERSON_ALREADY_BOOKED", clashes, alternatives };
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
