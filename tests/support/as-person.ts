import { inTransaction } from "#lib/access/transaction";
import type { Viewer } from "#lib/access/viewer";
import { createSession, newToken, sessionOf } from "#lib/auth/session";
import { authDatabase } from "#lib/db";

/** Runs queries and commands as somebody who has signed in just now, in two steps, with the memberships and roles of today. */
export async function asPerson<T>(personId: string, run: (viewer: Viewer) => Promise<T>): Promise<T> {
  const token = await authDatabase().$transaction((db) => createSession(db, personId, "test", newToken(), "HIGH"));
  const session = await sessionOf(token);
  if (session?.state !== "open") throw new Error("This person cannot sign in.");
  return inTransaction(session.facts, run, "test");
}
