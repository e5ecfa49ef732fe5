import { randomUUID } from "node:crypto";
import { keepAssured } from "#lib/access/assurance";
import { isWorthRepeating, sqlState } from "#lib/access/violations";
import { Viewer, type ViewerFacts } from "#lib/access/viewer";
import { now, today } from "#lib/clock";
import { appDatabase, operatorDatabase } from "#lib/db";
import { env } from "#lib/env";
import { AssuranceNeededError, FaultError, ForbiddenError, NotFoundError, ProofNeededError, RefusedError } from "#lib/errors";
import { log } from "#lib/log";

const MOST_TRIES = 3;

/**
 * Runs one transaction as this person: under row-level security in their name, done as a whole or not at all.
 * A deadlock is tried again. A fault comes out as a code, so that no log line shows what somebody typed.
 */
export async function inTransaction<T>(facts: ViewerFacts, run: (viewer: Viewer) => Promise<T>, action: string): Promise<T> {
  const opened: { viewer?: Viewer } = {};
  try {
    return await tried(facts, (viewer) => run((opened.viewer = viewer)), action);
  } finally {
    // Also when the form comes back with something to mend: somebody is at work on a casus.
    if (opened.viewer?.restsOnAssurance) await keepAssured(facts.sessionId);
  }
}

async function tried<T>(facts: ViewerFacts, run: (viewer: Viewer) => Promise<T>, action: string): Promise<T> {
  const moment = { now: now(), today: today(), requestId: randomUUID() };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await appDatabase().$transaction(async (db) => {
        // Local to the transaction: a setting that outlived it would reach the next user of the connection. The session is told only
        // with a second factor, which a token from before it does not have.
        await db.$executeRaw`SELECT set_config('app.person', ${facts.person.id}, true), set_config('app.session', ${facts.isHighlyAssured ? facts.sessionId : ""}, true),
          set_config('app.today', ${env().REFERENCE_DATE ? moment.today : ""}, true)`;
        return run(Viewer.open(facts, moment, db));
      });
    } catch (error) {
      if (isWorthRepeating(error) && attempt < MOST_TRIES) {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 50 * attempt));
        continue;
      }
      throw concealed(error, { action, personId: facts.person.id, requestId: moment.requestId });
    }
  }
}

/** Runs one transaction for a command on the server itself, with the owner's rights. */
export async function asOperator<T>(run: (viewer: Viewer) => Promise<T>): Promise<T> {
  const moment = { now: now(), today: today(), requestId: randomUUID() };
  return operatorDatabase().$transaction((db) => run(Viewer.operator(moment, db)), { timeout: 600_000 });
}

/**
 * An error that is safe to let go: signals of Next and of this app as they are, every other one as a code.
 * Database messages quote the values they are about, and Next prints whatever reaches it.
 */
export function concealed(error: unknown, context: { action: string; personId?: string; requestId?: string }): unknown {
  if (isSignal(error) || error instanceof FaultError) return error;
  const code = sqlState(error) ?? (error as { code?: unknown } | null)?.code ?? (error instanceof Error ? error.name : "unknown");
  log("error", "fault", { ...context, code: String(code) });
  const fault = new FaultError(`A fault (${String(code)}) in ${context.action}.`);
  // The place helps; the message above it may quote a value.
  if (error instanceof Error && error.stack) fault.stack = `${fault.message}\n${error.stack.split("\n").filter((line) => /^\s+at /.test(line)).join("\n")}`;
  return fault;
}

const signals = [AssuranceNeededError, ForbiddenError, NotFoundError, ProofNeededError, RefusedError];

/** Whether an error is a way of answering and no fault: of this app, or of Next. */
export function isSignal(error: unknown): boolean {
  if (signals.some((signal) => error instanceof signal)) return true;
  // What redirect() and notFound() throw.
  return typeof error === "object" && error !== null && "digest" in error && String(error.digest).startsWith("NEXT_");
}
