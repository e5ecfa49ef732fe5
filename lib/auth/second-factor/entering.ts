import { forgetTries, type RateLimit, withinLimit } from "#lib/access/request";
import type { OwnAction } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import { demoAppCode } from "#lib/auth/demo";
import { useRecoveryCode } from "#lib/auth/second-factor/recovery-codes";
import { assureSession } from "#lib/auth/session";
import { authDatabase, type Transaction } from "#lib/db";
import { NotFoundError } from "#lib/errors";
import { enqueue } from "#lib/jobs/queue";
import { unseal } from "#lib/auth/second-factor/sealing";
import { stepOfCode } from "#lib/auth/second-factor/totp";

const TRIES_PER_PERSON: RateLimit = { name: "second-factor", most: 10, seconds: 30 * 60 };
// Who guesses patiently is stopped too: a right code does not begin this count anew.
const TRIES_PER_DAY: RateLimit = { name: "second-factor-day", most: 50, seconds: 24 * 60 * 60 };
// Wide, because a whole school may have one address.
const TRIES_PER_ADDRESS: RateLimit = { name: "second-factor-address", most: 200, seconds: 30 * 60 };

/** The second factor of somebody: since when, and how many recovery codes are left. `demo`: what a demo person's app would show. */
export type OwnFactor = { setUpAt: Date; codesLeft: number; demo: { code: string | null } | undefined };

/** What this browser still has to show of a second factor: the key to scan, or the recovery codes. */
export type OwnSetUp = { key: string; codes: null } | { key: null; codes: string[] };

type Row = { set_up_at: Date | null; sealed_key: string; last_step: number; codes_left: number; new_key: string | null; new_codes: string | null };

/**
 * The own second factor, or null, and what was begun in this browser within the last half hour; recovery codes, and the key of
 * another app, only where the factor was given, so that a cookie copied before that shows none. One statement.
 */
export async function findOwnSecondFactor(viewer: Viewer): Promise<{ factor: OwnFactor | null; setUp: OwnSetUp | null }> {
  const { person, sessionId } = viewer;
  const [row] = await authDatabase().$queryRaw<Row[]>`
    SELECT f.set_up_at, f.sealed_key, f.last_step, s.sealed_key AS new_key, s.sealed_codes AS new_codes,
      (SELECT count(*)::int FROM recovery_code c WHERE c.person_id = p.id AND c.used_at IS NULL) AS codes_left
    FROM (SELECT ${person.id}::uuid AS id) p LEFT JOIN second_factor f ON f.person_id = p.id
      LEFT JOIN second_factor_setup s ON s.person_id = p.id AND s.session_id = ${sessionId}::uuid AND s.expires_at > now()`;
  if (!row) return { factor: null, setUp: null };
  return {
    factor: row.set_up_at && { setUpAt: row.set_up_at, codesLeft: row.codes_left, demo: demoAppCode(person.id, row.sealed_key, row.last_step) },
    setUp: setUpOf(person.id, row.set_up_at === null || viewer.isHighlyAssured ? row.new_key : null, viewer.isHighlyAssured ? row.new_codes : null),
  };
}

function setUpOf(personId: string, sealedKey: string | null, sealedCodes: string | null): OwnSetUp | null {
  const key = sealedKey && unseal("second-factor-key", personId, sealedKey);
  if (key) return { key, codes: null };
  const codes = sealedCodes && unseal("recovery-codes", personId, sealedCodes);
  return codes ? { key: null, codes: codes.split(" ") } : null;
}

export type CodeProblem = { ok: false; problem: "WRONG_CODE" | "TOO_OFTEN" };

/** That it was the right code, and the token that the browser has from now on. */
export type Assured = { ok: true; token: string };

/**
 * Takes the code that somebody's app shows, which opens casussen in this session. The code of a half minute is accepted once,
 * by whichever session: one that was looked at over a shoulder is of no use. `address` is where the request came from.
 */
export async function enterAppCode(viewer: Viewer, typed: string, address: string, at = Date.now()): Promise<Assured | CodeProblem> {
  const { person } = viewer;
  if (!(await mayTry(person.id, address))) return { ok: false, problem: "TOO_OFTEN" };
  return authDatabase().$transaction(async (db) => {
    if (!(await useAppCode(db, person.id, typed, at))) return { ok: false, problem: "WRONG_CODE" };
    await note(db, viewer, "second-factor:enter", { by: "APP" });
    return assure(db, viewer);
  });
}

/** Takes a recovery code in its place, once. Its owner gets a mail. Gives how many are left. */
export async function enterRecoveryCode(viewer: Viewer, typed: string, address: string): Promise<(Assured & { codesLeft: number }) | CodeProblem> {
  const { person } = viewer;
  if (!(await mayTry(person.id, address))) return { ok: false, problem: "TOO_OFTEN" };
  return authDatabase().$transaction(async (db) => {
    if (!(await useRecoveryCode(db, person.id, typed))) return { ok: false, problem: "WRONG_CODE" };
    const codesLeft = await db.recoveryCode.count({ where: { personId: person.id, usedAt: null } });
    await note(db, viewer, "second-factor:enter", { by: "RECOVERY_CODE", left: codesLeft });
    await enqueue(db, "person-mail", { kind: "SECOND_FACTOR", personId: person.id, event: "RECOVERY_CODE_USED", codesLeft });
    return { ...(await assure(db, viewer)), codesLeft };
  });
}

/** Whether another code may be tried by this person and from this address. It counts as one until a right one came. */
export async function mayTry(personId: string, address: string): Promise<boolean> {
  return (await withinLimit(TRIES_PER_PERSON, personId)) && (await withinLimit(TRIES_PER_DAY, personId)) && (await withinLimit(TRIES_PER_ADDRESS, address));
}

/** Writes down what somebody did with the own second factor, in the transaction of the doing. */
export async function note(db: Transaction, { person, requestId }: Viewer, action: OwnAction, details: Record<string, string | number>): Promise<void> {
  await db.auditLine.createMany({ data: [{ personId: person.id, role: "self", action, objectType: "second_factor", objectId: person.id, details, requestId }] });
}

/** Lets this session open casussen from now on. Refuses when it ended meanwhile. */
export async function assure(db: Transaction, { person, sessionId }: Viewer): Promise<Assured> {
  const token = await assureSession(db, { personId: person.id, sessionId });
  if (token === null) throw new NotFoundError("session");
  await forgetTries(TRIES_PER_PERSON, person.id, db);
  return { ok: true, token };
}

// Of two who send the same code at once the second one finds that its half minute was used.
async function useAppCode(db: Transaction, personId: string, typed: string, at: number): Promise<boolean> {
  const factor = await db.secondFactor.findUnique({ where: { personId }, select: { sealedKey: true } });
  const key = factor && unseal("second-factor-key", personId, factor.sealedKey);
  const step = key && stepOfCode(key, typed, at);
  if (!step) return false;
  const { count } = await db.secondFactor.updateMany({ where: { personId, lastStep: { lt: step } }, data: { lastStep: step } });
  return count === 1;
}
