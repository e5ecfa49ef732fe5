import { type RateLimit, withinLimit } from "#lib/access/request";
import type { Viewer } from "#lib/access/viewer";
import { record } from "#lib/audit/record";
import { type CodeProblem, mailCode, tryCode } from "#lib/auth/sign-in-codes";
import { authDatabase } from "#lib/db";

const MAILS: RateLimit = { name: "proof-mail", most: 3, seconds: 15 * 60 };

/** Mails a code to the present address, which proves this session and opens no other. Three in a quarter of an hour. */
export async function askProof(viewer: Viewer): Promise<{ ok: true; browserSecret: string } | { ok: false; problem: "TOO_OFTEN" }> {
  const { person, sessionId } = viewer;
  if (!(await withinLimit(MAILS, person.id))) return { ok: false, problem: "TOO_OFTEN" };
  const { browserSecret } = await authDatabase().$transaction((db) => mailCode(db, { personId: person.id, sessionId }));
  return { ok: true, browserSecret };
}

/** Proves with that code who is behind this session, in the browser that asked for it. */
export async function prove(viewer: Viewer, browserSecret: string | null, typed: string): Promise<{ ok: true } | CodeProblem> {
  if (browserSecret === null) return { ok: false, problem: "NO_CODE_LEFT" };
  const { sessionId } = viewer;
  // The try is counted in a transaction of its own, so that nothing that fails later gives it back.
  const tried = await authDatabase().$transaction(async (db) => {
    const result = await tryCode(db, { browserSecret, sessionId }, typed);
    if (result.ok) await db.$executeRaw`UPDATE session SET proven_at = now() WHERE id = ${sessionId}::uuid`;
    return result;
  });
  if (!tried.ok) return tried;
  await record(viewer, "session:prove", {}, { objectType: "session", objectId: sessionId });
  return { ok: true };
}
