import { setTimeout as sleep } from "node:timers/promises";
import { operatorDatabase } from "#lib/db";

/**
 * Until a transaction in the database of this test waits for another one. Databases of other tests stand in the same
 * server and have waits of their own. Ends by the time limit of the test when nothing ever waits.
 */
export async function untilSomebodyWaits(): Promise<void> {
  for (let waiting: unknown[] = []; waiting.length === 0; await sleep(10)) {
    waiting = await operatorDatabase().$queryRaw<unknown[]>`
      SELECT 1 FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE NOT granted AND datname = current_database()`;
  }
}
