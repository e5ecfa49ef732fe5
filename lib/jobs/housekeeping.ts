import { now } from "#lib/clock";
import { workerDatabase } from "#lib/db";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Clears away what has served: ended sessions, old codes, expired drafts, keys of forms that were sent, counted tries.
 * Each is kept a while longer than it works, so that nothing is missed that somebody is still busy with.
 */
export async function tidyUp(): Promise<void> {
  const db = workerDatabase();
  const before = (age: number) => ({ lt: new Date(earliestNow() - age) });
  await db.session.deleteMany({ where: { OR: [{ expiresAt: before(7 * DAY) }, { endedAt: before(7 * DAY) }] } });
  await db.loginCode.deleteMany({ where: { expiresAt: before(DAY) } });
  await db.emailChange.deleteMany({ where: { expiresAt: before(DAY) } });
  await db.formDraft.deleteMany({ where: { expiresAt: before(HOUR) } });
  await db.formSubmission.deleteMany({ where: { createdAt: before(7 * DAY) } });
  await db.rateLimit.deleteMany({ where: { windowStart: before(DAY) } });
}

// With a REFERENCE_DATE the app's clock and the database's differ; rows carry the time of either.
function earliestNow(): number {
  return Math.min(now().getTime(), Date.now());
}
