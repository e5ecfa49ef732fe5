import type { Viewer } from "#lib/access/viewer";

/** The hand-named constraints whose refusal a command turns into an answer. */
export type Constraint = string;

type DatabaseError = { code?: unknown; meta?: { driverAdapterError?: { cause?: DatabaseCause }; target?: unknown } };
type DatabaseCause = { originalCode?: string; originalMessage?: string; constraint?: { index?: string; fields?: string[] } | undefined; kind?: string };

/** SQLSTATEs of a unique, exclusion, check and foreign key constraint, and of row-level security. */
const REFUSALS = new Set(["23505", "23P01", "23514", "23503", "42501"]);

/**
 * Does something that a constraint may refuse, and tells which one did; null when it was done.
 * After a refusal the transaction goes on as if it had not been tried. Other errors pass through.
 */
export async function attempt(viewer: Viewer, run: () => Promise<unknown>): Promise<Constraint | null> {
  await viewer.db.$executeRaw`SAVEPOINT attempt`;
  try {
    await run();
  } catch (error) {
    const constraint = violatedConstraint(error);
    if (constraint === null) throw error;
    await viewer.db.$executeRaw`ROLLBACK TO SAVEPOINT attempt`;
    return constraint;
  }
  await viewer.db.$executeRaw`RELEASE SAVEPOINT attempt`;
  return null;
}

/** The name of the constraint that an error is about, "row-level-security" for a policy, or null for another error. */
export function violatedConstraint(error: unknown): Constraint | null {
  const code = sqlState(error);
  if (code === null || !REFUSALS.has(code)) return null;
  const message = causeOf(error)?.originalMessage ?? "";
  if (/row-level security/.test(message)) return "row-level-security";
  return /constraint "([^"]+)"/.exec(message)?.[1] ?? causeOf(error)?.constraint?.index ?? "unknown";
}

/** Postgres's own code of an error, such as 40P01 for a deadlock; null when it is no error of the database. */
export function sqlState(error: unknown): string | null {
  return causeOf(error)?.originalCode ?? null;
}

/** Whether doing it all again may well succeed: a deadlock or a serialization failure. */
export function isWorthRepeating(error: unknown): boolean {
  return ["40P01", "40001"].includes(sqlState(error) ?? "") || (error as DatabaseError | null)?.code === "P2034";
}

function causeOf(error: unknown): DatabaseCause | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  return (error as DatabaseError).meta?.driverAdapterError?.cause;
}
