import { PgBoss } from "pg-boss";
import type { JobResult, JobWithMetadata } from "pg-boss";
import { DEAD_LETTERS, jobSchemas, patience } from "#lib/jobs/queues";
import type { JobData, JobName } from "#lib/jobs/queues";
import { log } from "#lib/log";

/** One try at a job. */
export type Attempt = {
  /** The id of the job; the same at every try. */
  jobId: string;
  /** How long ago the job was put in its queue, in seconds. */
  age: number;
  /** Ends when somebody else has taken the job over, or when it takes too long. */
  signal: AbortSignal;
};

/** How one kind of job is done. */
export type Job<Name extends JobName> = {
  /** Does it; may be called again for the same job, also after it did all its work. Throws to be called again later. */
  run: (data: JobData<Name>, attempt: Attempt) => Promise<void>;
  /** Settles what the job leaves behind when it is given up. */
  giveUp?: (data: JobData<Name>) => Promise<void>;
};

/** All kinds of jobs with how they are done. */
export type Jobs = { [Name in JobName]: Job<Name> };

/** The job cannot be done now. The code says why, for the log; it holds nothing about anybody. */
export class TryLaterError extends Error {
  override name = "TryLaterError";
  readonly code: string;

  constructor(code: string) {
    super(`Try later: ${code}.`);
    this.code = code;
  }
}

export type WorkerSettings = {
  /** The address of the database for the worker's role. */
  url: string;
  jobs: Jobs;
  /** How often an idle queue is looked at, in seconds; at least a half. */
  pollingSeconds?: number;
  /** How often jobs are sought whose worker died or that took too long, in seconds. */
  superviseSeconds?: number;
};

/**
 * How many jobs of one kind are done at the same time; mail servers allow few connections. Whoever waits for a code does not
 * wait for others; of the rest one mail is in flight, so that a kill repeats no more than that one.
 */
const atOnce: Record<JobName, number> = { "login-code": 3, "email-change": 3, "meeting-mail": 1, "person-mail": 1, "proposal-mail": 1 };

/** How long running jobs get to end when the worker stops, in milliseconds. */
const DRAIN = 25_000;

/**
 * Takes jobs from all queues until it is stopped. Jobs of a worker that died, here or elsewhere, are taken up within a
 * minute. Stopping lets running jobs end first.
 */
export async function startWorker({ url, jobs, pollingSeconds = 1, superviseSeconds = 10 }: WorkerSettings): Promise<{ stop(): Promise<void> }> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: "kernteam-worker",
    schema: "pgboss",
    max: 4,
    connectionTimeoutMillis: 3_000,
    migrate: false,
    createSchema: false,
    schedule: false,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    // Rebuilding indexes and judging vacuum are the owner's to do.
    reindex: false,
    monitorVacuum: false,
  });
  boss.on("error", (error) => log("error", "job-queue-fault", { code: codeOf(error) }));
  boss.on("warning", () => log("warn", "job-queue-warning"));
  try {
    await boss.start();
  } catch (error) {
    await boss.stop({ graceful: false });
    throw error;
  }
  for (const name of Object.keys(jobs) as JobName[]) await listen(boss, name, { pollingSeconds, atOnce: atOnce[name] }, (job) => attempt(name, jobs[name] as Job<JobName>, job));
  await listen(boss, DEAD_LETTERS, { pollingSeconds, atOnce: 1 }, (job) => bury(jobs, job));
  return { stop: () => boss.stop({ graceful: true, timeout: DRAIN }) };
}

type Waiting = JobWithMetadata<unknown>;

async function listen(boss: PgBoss, queue: string, pace: { pollingSeconds: number; atOnce: number }, settle: (job: Waiting) => Promise<JobResult>): Promise<void> {
  const options = { includeMetadata: true, perJobResults: true, batchSize: pace.atOnce, burstWhenBatchFull: true, pollingIntervalSeconds: pace.pollingSeconds } as const;
  await boss.work<unknown, unknown, typeof options>(queue, options, (waiting) => Promise.all(waiting.map(settle)));
}

// What a job throws may quote a person. pg-boss keeps whatever it is told, so it is told a code.
async function attempt(name: JobName, { run }: Job<JobName>, job: Waiting): Promise<JobResult> {
  const { id } = job;
  const parsed = jobSchemas[name].safeParse(job.data);
  if (!parsed.success) return given(name, { id, status: "deadletter", output: { code: "INVALID_DATA" } });
  const age = (Date.now() - job.createdOn.getTime()) / 1_000;
  try {
    await run(parsed.data, { jobId: id, age, signal: job.signal });
    return { id, status: "completed" };
  } catch (error) {
    return given(name, { id, status: age > patience[name] ? "deadletter" : "failed", output: { code: codeOf(error) } });
  }
}

async function bury(jobs: Jobs, job: Waiting): Promise<JobResult> {
  const { id } = job;
  const name = job.sourceName as JobName;
  const parsed = jobSchemas[name]?.safeParse(job.data);
  if (!parsed?.success) return { id, status: "completed", output: { code: "INVALID_DATA" } };
  try {
    await (jobs[name] as Job<JobName>).giveUp?.(parsed.data);
    log("error", "job-given-up", { jobId: job.sourceId ?? id, queue: name });
    return { id, status: "completed" };
  } catch (error) {
    return given(DEAD_LETTERS, { id, status: "failed", output: { code: codeOf(error) } });
  }
}

function given(queue: string, result: JobResult<{ code: string }>): JobResult {
  log("warn", "job-not-done", { jobId: result.id, queue, code: result.output?.code });
  return result;
}

function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  const text = String(code ?? name ?? "UNKNOWN");
  return /^[\w-]{1,40}$/.test(text) ? text : "UNKNOWN";
}
