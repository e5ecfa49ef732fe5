import { setTimeout as sleep } from "node:timers/promises";
import { main } from "#lib/cli/steps.mjs";
import { disconnect } from "#lib/db";
import { env } from "#lib/env";
import { tidyUp } from "#lib/jobs/housekeeping";
import { jobs } from "#lib/jobs/jobs";
import { checkMailSettings } from "#lib/jobs/mailer";
import { goRound } from "#lib/jobs/rounds";
import { startWorker } from "#lib/jobs/worker";
import { log } from "#lib/log";

// The process that sends mail, goes round to see what is due, and tidies up. It runs beside the web app until it gets SIGTERM or SIGINT; then jobs
// that run may end first.

const HOUR = 3_600_000;
const FIVE_MINUTES = 300_000;
const RETRY = 2_000;

await main(async () => {
  const stopping = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => stopping.abort());
  // A worker whose parent was killed would send on beside the next one.
  process.once("disconnect", () => stopping.abort());
  checkMailSettings();
  const worker = await startPatiently(stopping.signal);
  if (!worker) return;
  log("info", "worker-started");
  await Promise.all([again(tidyUp, HOUR, stopping.signal), again(goRound, FIVE_MINUTES, stopping.signal)]);
  await worker.stop();
  await disconnect();
  log("info", "worker-stopped");
});

/** The database may come up later than the worker. */
async function startPatiently(stopping: AbortSignal) {
  const url = env().WORKER_DATABASE_URL;
  if (!url) throw new Error("WORKER_DATABASE_URL is missing.");
  while (!stopping.aborted) {
    try {
      return await startWorker({ url, jobs });
    } catch (error) {
      log("warn", "worker-waits-for-database", { code: String((error as { code?: unknown }).code ?? "UNKNOWN") });
      await pause(RETRY, stopping);
    }
  }
  return null;
}

/** Does something now and after each pause, until the worker stops. A failure waits for the next time. */
async function again(run: () => Promise<void>, every: number, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    await run().catch(() => log("error", "regular-work-failed"));
    await pause(every, stopping);
  }
}

async function pause(milliseconds: number, stopping: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal: stopping }).catch(() => undefined);
}
