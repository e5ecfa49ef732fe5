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
const TRIES_PER_ACCOUNT: RateLimit = { name: "login-try", most: 20, seconds: 60 * 60 };

/**
 * Asks for a code by mail, for the browser that holds the secret this gives back. A known, an unknown and a deactivated
 * address take the same steps and get the same answer; the worker sends to the stored address, if there is one.
 */
export async function requestCode(address: string): Promise<{ browserSecret: string }> {
  const browserSecret = newToken();
  const mayMail = await withinLimit(MAILS_PER_ADDRESS, address);
  const code = newCode();
  const id = crypto.randomUUID();
  await authDatabase().$transaction(async (db) => {
    const person = await db.person.findFirst({ where: { email: address, deactivatedAt: null }, select: { id: true } });
    await db.loginCode.createMany({
      data: [{ id, personId: mayMail ? (person?.id ?? null) : null, codeHash: hashOfCode(id, code), browserHash: hashToken(browserSecret), expiresAt: inMinutes(CODE_MINUTES) }],
    });
    await enqueue(db, "login-code", { loginCodeId: id, sealedCode: seal(sealedFor("login-code", id), code, env().APP_SECRET) });
  });
  return { browserSecret };
}

/** What became of a typed code: a session, or a refusal that tells no more than needed. */
export type CodeResult = { ok: true; token: string; personId: string } | { ok: false; problem: "WRONG_CODE" | "NO_CODE_LEFT" };

type CodeRow = { id: string; person_id: string | null; code_hash: string; attempts: number; usable: boolean };

/**
 * Tries a code in the browser that asked for it. Only the newest code of a person works, once, for ten minutes and
 * five tries; each try is counted before it is judged.
 */
export async function enterCode(browserSecret: string, typed: string, device: string): Promise<CodeResult> {
  return authDatabase().$transaction(async (db) => {
    const row = await lockCode(db, browserSecret);
    if (!row?.usable || row.attempts >= MOST_ATTEMPTS) return { ok: false, problem: "NO_CODE_LEFT" };
    await db.loginCode.updateMany({ where: { id: row.id }, data: { attempts: { increment: 1 } } });

    const withinTries = row.person_id === null || (await withinLimit(TRIES_PER_ACCOUNT, row.person_id, db));
    if (!withinTries) return { ok: false, problem: "NO_CODE_LEFT" };
    const isRight = row.person_id !== null && row.code_hash === hashOfCode(row.id, tidyCode(typed));
    if (!isRight) return { ok: false, problem: row.attempts + 1 >= MOST_ATTEMPTS ? "NO_CODE_LEFT" : "WRONG_CODE" };

    const personId = row.person_id as string;
    await db.loginCode.updateMany({ where: { id: row.id }, data: { usedAt: new Date() } });
    const token = await createSession(db, personId, device);
    await db.auditLine.createMany({
      data: [{ personId, role: "self", action: "session:open", objectType: "login_code", objectId: row.id, requestId: crypto.randomUUID() }],
    });
    return { ok: true, token, personId };
  });
}

/** A typed code as it is compared: capitals, without spaces and dashes, look-alikes read as what they stand for. */
export function tidyCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
}

/** A fresh code of 40 bits, as "7KQM2X9D". */
export function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}

/** What the database keeps of a code: a keyed hash that also depends on the row, as a salt. */
export function hashOfCode(rowId: string, code: string): string {
  return hash("code", `${rowId}:${code}`, env().APP_SECRET);
}

async function lockCode(db: Transaction, browserSecret: string): Promise<CodeRow | undefined> {
  const rows = await db.$queryRaw<CodeRow[]>`
    SELECT c.id, c.person_id, c.code_hash, c.attempts,
      c.used_at IS NULL AND c.expires_at > now()
        AND NOT EXISTS (SELECT 1 FROM login_code newer WHERE newer.person_id = c.person_id AND newer.created_at > c.created_at)
        AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id AND p.deactivated_at IS NOT NULL) AS usable
    FROM login_code c WHERE c.browser_hash = ${hashToken(browserSecret)} FOR UPDATE OF c`;
  return rows[0];
}

function inMinutes(minutes: number): Date {
  return new Date(Date.now() + minutes * 60_000);
}
