import { CONCEPT_DAYS } from "#lib/case-retention/rules";
import { now } from "#lib/clock";
import { addDays, dayForDatabase, dayOf } from "#lib/dates";
import { workerDatabase } from "#lib/db";
import { DAYS_KEPT } from "#lib/guests/rules";
import { checkClocks } from "#lib/jobs/clocks";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
// As the policy of the table has it too.
const YEAR_IN_DAYS = 365;

/**
 * Clears away what has served: ended sessions, old codes, expired drafts, keys of forms that were sent, counted tries,
 * casussen that nobody shared, and absences that ended more than twelve months ago. Each is kept a while longer than it works,
 * so that nothing is missed that somebody is still busy with; only the key of a second factor that nobody finished setting up
 * goes at once. Of guests the address goes thirty days after the meeting, and of who was not there the name too. Refuses while its
 * own clock cannot be trusted.
 */
export async function tidyUp(): Promise<void> {
  await checkClocks();
  const db = workerDatabase();
  const before = (age: number) => ({ lt: new Date(earliestNow() - age) });
  await db.session.deleteMany({ where: { OR: [{ expiresAt: before(7 * DAY) }, { endedAt: before(7 * DAY) }] } });
  await db.loginCode.deleteMany({ where: { expiresAt: before(DAY) } });
  await db.emailChange.deleteMany({ where: { expiresAt: before(DAY) } });
  await db.secondFactorSetup.deleteMany({ where: { expiresAt: before(0) } });
  await db.formDraft.deleteMany({ where: { expiresAt: before(HOUR) } });
  await db.formSubmission.deleteMany({ where: { createdAt: before(7 * DAY) } });
  await db.rateLimit.deleteMany({ where: { windowStart: before(DAY) } });
  await db.$executeRaw`SELECT erase_old_concepts(${before(CONCEPT_DAYS * DAY).lt})`;
  await db.absence.deleteMany({ where: { lastDay: { lt: dayForDatabase(addDays(dayOf(new Date(earliestNow())), -YEAR_IN_DAYS)) } } });
  const over = before(DAYS_KEPT * DAY);
  const guests = { email: { not: null }, OR: [{ endsAt: over }, { withdrawnAt: over }] };
  await db.meetingGuest.updateMany({ where: { ...guests, withdrawnAt: null, present: true }, data: { email: null } });
  await db.meetingGuest.updateMany({ where: guests, data: { email: null, name: null, request: null } });
}

// With a REFERENCE_DATE the app's clock and the database's differ; rows carry the time of either.
function earliestNow(): number {
  return Math.min(now().getTime(), Date.now());
}
