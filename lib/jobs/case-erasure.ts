import { CONCEPT_DAYS, erasureLimits } from "#lib/case-retention/rules";
import { now } from "#lib/clock";
import { addDays, dayOf, momentAt } from "#lib/dates";
import { workerDatabase } from "#lib/db";
import { checkClocks } from "#lib/jobs/clocks";
import { log } from "#lib/log";

const MOST_A_ROUND = 100;

/**
 * Erases the text of the casussen whose time is over, each in a transaction of its own: whole, or not at all. Killed
 * anywhere, the next round goes on where this one was. One that cannot be erased keeps no other from it, and is tried
 * again; the log names it. The worker sees nothing of what it erases: it gives the database the days, and gets ids. Refuses while
 * its own clock cannot be trusted. Gives how many.
 */
export async function eraseDueCases(moment: Date = now()): Promise<number> {
  await checkClocks();
  const { terms, discussedUpTo, toldSince } = erasureLimits(dayOf(moment));
  const releasedBefore = momentAt(addDays(dayOf(moment), 1 - CONCEPT_DAYS), "00:00") ?? moment;
  const due = await workerDatabase().$queryRaw<{ id: string }[]>`
    SELECT id::text FROM cases_to_erase(${terms}::text[], ${discussedUpTo}::date[], ${toldSince}::date, ${releasedBefore}::timestamptz, ${MOST_A_ROUND}::int) AS id`;
  let erased = 0;
  let failed = 0;
  for (const { id } of due) {
    try {
      const [row] = await workerDatabase().$queryRaw<{ done: boolean }[]>`
        SELECT erase_due_case(${id}::uuid, ${terms}::text[], ${discussedUpTo}::date[], ${toldSince}::date, ${releasedBefore}::timestamptz, ${moment}::timestamptz) AS done`;
      if (!row?.done) continue;
      erased += 1;
      log("info", "case-erased", { objectId: id });
    } catch {
      failed += 1;
      log("error", "case-not-erased", { objectId: id });
    }
  }
  if (failed > 0) throw new Error(`${failed} casussen were not erased.`);
  return erased;
}
