import { fromPrisma, PgBoss } from "pg-boss";
import type { Transaction } from "#lib/db";
import { env } from "#lib/env";
import { jobSchemas } from "#lib/jobs/queues";
import type { JobData, JobName } from "#lib/jobs/queues";
import { log } from "#lib/log";

/**
 * Puts a job in its queue as part of a transaction: it exists if and only if the transaction commits.
 * Gives its id. `data` holds ids and sealed secrets only (see `jobSchemas`).
 */
export async function enqueue<Name extends JobName>(tx: Transaction, name: Name, data: JobData<Name>): Promise<string> {
  const [id] = await enqueueAll(tx, name, [data]);
  if (!id) throw new Error(`A job of kind ${name} was not put in its queue.`);
  return id;
}

/** Puts several jobs of one kind in their queue, in one statement. Gives their ids, in the order of `all`. */
export async function enqueueAll<Name extends JobName>(tx: Transaction, name: Name, all: readonly JobData<Name>[]): Promise<string[]> {
  if (all.length === 0) return [];
  const jobs = all.map((data) => ({ id: crypto.randomUUID(), data: jobSchemas[name].parse(data) }));
  const boss = await sender();
  const ids = await boss.insert(name, jobs, { db: fromPrisma(tx), returnId: true });
  if (ids?.length !== jobs.length) throw new Error(`Jobs of kind ${name} were not put in their queue.`);
  return jobs.map(({ id }) => id);
}

// Next reloads modules while developing; one sender per process is enough.
const shared = globalThis as unknown as { kernteamSender?: Promise<PgBoss> };

function sender(): Promise<PgBoss> {
  shared.kernteamSender ??= startSender().catch((error: unknown) => {
    shared.kernteamSender = undefined;
    throw error;
  });
  return shared.kernteamSender;
}

/**
 * It has to know the queues, and reads them once; jobs go in through the transaction of whoever puts them in. So it is
 * stopped at once, and keeps no connection and no process alive.
 */
async function startSender(): Promise<PgBoss> {
  const { APP_DATABASE_URL, AUTH_DATABASE_URL, OPERATOR_DATABASE_URL, WORKER_DATABASE_URL } = env();
  const boss = new PgBoss({
    connectionString: APP_DATABASE_URL ?? AUTH_DATABASE_URL ?? OPERATOR_DATABASE_URL ?? WORKER_DATABASE_URL,
    connectionTimeoutMillis: 3_000,
    schema: "pgboss",
    max: 1,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  });
  boss.on("error", () => log("error", "job-sender-fault"));
  try {
    await boss.start();
    // Starting passes over queues that could not be read; then the sender would not know them later either.
    if ((await boss.getQueues()).length === 0) throw new Error("There are no job queues.");
  } finally {
    await boss.stop({ graceful: false });
  }
  return boss;
}
