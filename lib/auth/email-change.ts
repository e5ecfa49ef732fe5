import { CODE_MINUTES, hashOfCode, newCode, tidyCode } from "#lib/auth/sign-in-codes";
import { type RateLimit, withinLimit } from "#lib/access/request";
import type { Viewer } from "#lib/access/viewer";
import { violatedConstraint } from "#lib/access/violations";
import { record } from "#lib/audit/record";
import { authDatabase, type Transaction } from "#lib/db";
import { env } from "#lib/env";
import { enqueue } from "#lib/jobs/queue";
import { sealedFor } from "#lib/jobs/queues";
import { seal } from "#lib/secrets";

const MOST_ATTEMPTS = 5;
const MAILS: RateLimit = { name: "email-change", most: 5, seconds: 60 * 60 };

/** Asked for too many codes, for now. */
export type AskProblem = { ok: false; problem: "TOO_OFTEN" | "SAME_ADDRESS" };

/**
 * Begins to change the own e-mail address: mails a code to the new one. Whether somebody else has that address is not
 * told before it is proven that this person reads it. Takes a fresh proof of who asks: the new address opens the account.
 */
export async function askEmailChange(viewer: Viewer, newEmail: string): Promise<{ ok: true } | AskProblem> {
  viewer.mustHaveProven();
  if (newEmail === viewer.person.email) return { ok: false, problem: "SAME_ADDRESS" };
  if (!(await withinLimit(MAILS, viewer.person.id))) return { ok: false, problem: "TOO_OFTEN" };
  const personId = viewer.person.id;
  const code = newCode();
  const change = { newEmail, codeHash: hashOfCode(personId, code), attempts: 0, expiresAt: new Date(Date.now() + CODE_MINUTES * 60_000) };
  await authDatabase().$transaction(async (db) => {
    await db.emailChange.upsert({ where: { personId }, create: { personId, ...change }, update: change });
    await enqueue(db, "email-change", { personId, sealedCode: seal(sealedFor("email-change", personId), code, env().APP_SECRET) });
  });
  return { ok: true };
}

/** The new address that waits for its proof, or null. */
export async function waitingEmail(viewer: Viewer): Promise<string | null> {
  const change = await authDatabase().emailChange.findFirst({
    where: { personId: viewer.person.id, expiresAt: { gt: new Date() } },
    select: { newEmail: true },
  });
  return change?.newEmail ?? null;
}

export type ProofProblem = { ok: false; problem: "WRONG_CODE" | "NO_CODE_LEFT" | "ADDRESS_IN_USE" };

/**
 * Changes the own address after the code that was mailed there. Five tries in ten minutes. The old address is told,
 * and every other browser is signed out.
 */
export async function proveEmailChange(viewer: Viewer, typed: string): Promise<{ ok: true } | ProofProblem> {
  const proof = await authDatabase().$transaction((db) => tryCode(db, viewer.person.id, tidyCode(typed)));
  if (!proof.ok) return proof;
  try {
    await authDatabase().$transaction((db) => moveTo(db, viewer, proof.newEmail));
  } catch (error) {
    if (violatedConstraint(error) === "person_email_is_unique") return { ok: false, problem: "ADDRESS_IN_USE" };
    throw error;
  }
  await record(viewer, "email:change", {}, { objectType: "person", objectId: viewer.person.id });
  return { ok: true };
}

// The try is counted in a transaction of its own, so that nothing that fails later gives it back.
async function tryCode(db: Transaction, personId: string, code: string): Promise<{ ok: true; newEmail: string } | ProofProblem> {
  const rows = await db.$queryRaw<{ new_email: string; code_hash: string; attempts: number; usable: boolean }[]>`
    SELECT new_email, code_hash, attempts, expires_at > now() AS usable FROM email_change WHERE person_id = ${personId}::uuid FOR UPDATE`;
  const row = rows[0];
  if (!row?.usable || row.attempts >= MOST_ATTEMPTS) return { ok: false, problem: "NO_CODE_LEFT" };
  await db.emailChange.updateMany({ where: { personId }, data: { attempts: { increment: 1 } } });
  if (row.code_hash === hashOfCode(personId, code)) return { ok: true, newEmail: row.new_email };
  return { ok: false, problem: row.attempts + 1 >= MOST_ATTEMPTS ? "NO_CODE_LEFT" : "WRONG_CODE" };
}

async function moveTo(db: Transaction, viewer: Viewer, newEmail: string): Promise<void> {
  const personId = viewer.person.id;
  await db.person.updateMany({ where: { id: personId }, data: { email: newEmail, version: { increment: 1 } } });
  await db.emailChange.deleteMany({ where: { personId } });
  await db.session.updateMany({ where: { personId, endedAt: null, id: { not: viewer.sessionId } }, data: { endedAt: new Date() } });
  await enqueue(db, "person-mail", { kind: "EMAIL_CHANGED", personId, sealedOldAddress: seal(sealedFor("person-mail", personId), viewer.person.email, env().APP_SECRET) });
}
