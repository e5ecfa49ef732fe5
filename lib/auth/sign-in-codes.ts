import { randomInt } from "node:crypto";
import { createSession, hashToken, newToken } from "#lib/auth/session";
import { type RateLimit, withinLimit } from "#lib/access/request";
import { authDatabase, type Transaction } from "#lib/db";
import { env } from "#lib/env";
import { enqueue } from "#lib/jobs/queue";
import { sealedFor } from "#lib/jobs/queues";
import { hash, seal } from "#lib/secrets";

/** How long a code works, in minutes. */
export const CODE_MINUTES = 10;
const MOST_ATTEMPTS = 5;
const CODE_LENGTH = 8;

// Crockford's alphabet: without I, L, O and U, so that what is read aloud or copied by hand stays right. 32^8 is 40 bits.
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const MAILS_PER_ADDRESS: RateLimit = { name: "login-mail", most: 3, seconds: 15 * 60 };
const MAILS_PER_KNOWN_BROWSER: RateLimit = { name: "login-mail-known", most: 3, seconds: 15 * 60 };
const TRIES_PER_ACCOUNT: RateLimit = { name: "login-try", most: 20, seconds: 60 * 60 };

/**
 * Asks for a code by mail, for the browser that holds the secret this gives back. A known, an unknown and a deactivated
 * address take the same steps and get the same answer; the worker sends to the stored address, if there is one. A browser
 * that signed in with this address before has a few mails of its own, so that nobody else can use them all up.
 */
export async function requestCode(address: string, knownBrowser: string | null = null): Promise<{ browserSecret: string }> {
  const own = knownBrowser !== null && (await withinLimit(MAILS_PER_KNOWN_BROWSER, knownBrowser));
  const mayMail = own || (await withinLimit(MAILS_PER_ADDRESS, address));
  return authDatabase().$transaction(async (db) => {
    const person = await db.person.findFirst({ where: { email: address, deactivatedAt: null }, select: { id: true } });
    return mailCode(db, { personId: mayMail ? (person?.id ?? null) : null, sessionId: null });
  });
}

/** Makes a code for a browser and has it mailed; for nobody it does the same, and nothing is sent. */
export async function mailCode(db: Transaction, whose: { personId: string | null; sessionId: string | null }): Promise<{ browserSecret: string }> {
  const [id, code, browserSecret] = [crypto.randomUUID(), newCode(), newToken()];
  await db.loginCode.createMany({ data: [{ id, ...whose, codeHash: hashOfCode(id, code), browserHash: hashToken(browserSecret), expiresAt: inMinutes(CODE_MINUTES) }] });
  await enqueue(db, "login-code", { loginCodeId: id, sealedCode: seal(sealedFor("login-code", id), code, env().APP_SECRET) });
  return { browserSecret };
}

/** Why a typed code is not accepted; it tells no more than needed. */
export type CodeProblem = { ok: false; problem: "WRONG_CODE" | "NO_CODE_LEFT" };

/** What became of a typed code: a session, or a refusal. */
export type CodeResult = { ok: true; token: string; personId: string; address: string } | CodeProblem;

type CodeRow = { id: string; person_id: string | null; email: string | null; code_hash: string; attempts: number; usable: boolean };

/** Signs somebody in with a code, in the browser that asked for it. */
export async function enterCode(browserSecret: string, typed: string, device: string): Promise<CodeResult> {
  return authDatabase().$transaction(async (db) => {
    const tried = await tryCode(db, { browserSecret, sessionId: null }, typed);
    if (!tried.ok) return tried;
    const { personId, address } = tried;
    const token = await createSession(db, personId, device);
    await db.auditLine.createMany({
      data: [{ personId, role: "self", action: "session:open", objectType: "login_code", objectId: tried.id, requestId: crypto.randomUUID() }],
    });
    return { ok: true, token, personId, address };
  });
}

/**
 * Tries a code in the browser that asked for it, for what it asked it for: signing in, or an open session. Only the newest
 * code of a person works, once, for ten minutes and five tries; each try is counted before it is judged.
 */
export async function tryCode(db: Transaction, asked: { browserSecret: string; sessionId: string | null }, typed: string): Promise<{ ok: true; id: string; personId: string; address: string } | CodeProblem> {
  const row = await lockCode(db, asked);
  if (!row?.usable || row.attempts >= MOST_ATTEMPTS) return { ok: false, problem: "NO_CODE_LEFT" };
  await db.loginCode.updateMany({ where: { id: row.id }, data: { attempts: { increment: 1 } } });

  const withinTries = row.person_id === null || (await withinLimit(TRIES_PER_ACCOUNT, row.person_id, db));
  if (!withinTries) return { ok: false, problem: "NO_CODE_LEFT" };
  const isRight = row.person_id !== null && row.code_hash === hashOfCode(row.id, tidyCode(typed));
  if (!isRight) return { ok: false, problem: row.attempts + 1 >= MOST_ATTEMPTS ? "NO_CODE_LEFT" : "WRONG_CODE" };
  await db.loginCode.updateMany({ where: { id: row.id }, data: { usedAt: new Date() } });
  return { ok: true, id: row.id, personId: row.person_id as string, address: row.email as string };
}

/** A typed code as it is compared: capitals, without spaces and dashes, look-alikes read as what they stand for. */
export function tidyCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
}

/** A fresh code, five bits a sign: of 40 bits as "7KQM2X9D", unless another length is asked for. */
export function newCode(length = CODE_LENGTH): string {
  return Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}

/** What the database keeps of a code: a keyed hash that also depends on the row, as a salt. */
export function hashOfCode(rowId: string, code: string): string {
  return hash("code", `${rowId}:${code}`, env().APP_SECRET);
}

async function lockCode(db: Transaction, { browserSecret, sessionId }: { browserSecret: string; sessionId: string | null }): Promise<CodeRow | undefined> {
  const rows = await db.$queryRaw<CodeRow[]>`
    SELECT c.id, c.person_id, p.email, c.code_hash, c.attempts,
      c.used_at IS NULL AND c.expires_at > now() AND p.deactivated_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM login_code newer
          WHERE newer.person_id = c.person_id AND newer.session_id IS NOT DISTINCT FROM c.session_id AND newer.created_at > c.created_at) AS usable
    FROM login_code c LEFT JOIN person p ON p.id = c.person_id
    WHERE c.browser_hash = ${hashToken(browserSecret)} AND c.session_id IS NOT DISTINCT FROM ${sessionId}::uuid FOR UPDATE OF c`;
  return rows[0];
}

function inMinutes(minutes: number): Date {
  return new Date(Date.now() + minutes * 60_000);
}
