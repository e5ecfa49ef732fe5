import { now } from "#lib/clock";
import { dayForDatabase, dayOf } from "#lib/dates";
import { workerDatabase } from "#lib/db";
import { checkClocks } from "#lib/jobs/clocks";
import { countingDays } from "#lib/opportunity-circle/rules";

/**
 * Counts the casussen of before this month in the figures, once there are enough to count together and then not again in that
 * month, and closes the school years that are over. What was counted is never counted again, so it refuses while its own clock
 * cannot be trusted. Gives how many casussen came in.
 */
export async function countCircle(moment: Date = now()): Promise<number> {
  await checkClocks();
  const { countedUpTo, closedUpTo } = countingDays(dayOf(moment));
  const [row] = await workerDatabase().$queryRaw<{ counted: number }[]>`SELECT count_circle(${dayForDatabase(countedUpTo)}::date, ${closedUpTo}::int) AS counted`;
  return row?.counted ?? 0;
}
