import { workerDatabase } from "#lib/db";
import { log } from "#lib/log";

const DAY = 86_400_000;

/**
 * Refuses, with a line in the log, when the clocks of this machine and of the database are more than a day apart: whatever goes when
 * its time is over would go years too soon by a clock that is wrong. A `REFERENCE_DATE` sets the day on purpose and counts for neither.
 */
export async function checkClocks(): Promise<void> {
  const [row] = await workerDatabase().$queryRaw<{ now: Date }[]>`SELECT now()`;
  if (row && Math.abs(Date.now() - row.now.getTime()) <= DAY) return;
  log("error", "clocks-differ");
  throw new Error("The clock of this machine and that of the database are more than a day apart.");
}
