import type { Viewer } from "#lib/access/viewer";
import { type Assured, assure, type CodeProblem, mayTry, note } from "#lib/auth/second-factor/entering";
import { replaceRecoveryCodes } from "#lib/auth/second-factor/recovery-codes";
import { seal, unseal } from "#lib/auth/second-factor/sealing";
import { newKey, stepOfCode } from "#lib/auth/second-factor/totp";
import { unassureSessions } from "#lib/auth/session";
import { authDatabase, type Transaction } from "#lib/db";
import { AssuranceNeededError, NotFoundError } from "#lib/errors";
import { enqueue } from "#lib/jobs/queue";

const MINUTES = 30;

/**
 * Begins to set up a second factor in this browser, or another one in place of it: makes the key that the page then shows. Takes
 * a fresh proof of who asks, and the present factor if there is one: else whoever finds an open screen could put in a telephone.
 */
export async function beginSetUp(viewer: Viewer): Promise<void> {
  const personId = viewer.person.id;
  if ((await authDatabase().secondFactor.count({ where: { personId } })) > 0) viewer.mustBeHighlyAssured();
  viewer.mustHaveProven();
  await authDatabase().$transaction((db) => keepToShow(db, viewer, { sealedKey: seal("second-factor-key", personId, newKey()), sealedCodes: null }));
}

/**
 * Sets up the second factor after a first code that shows that the app has the key. Recovery codes are made with it, this
 * session opens casussen at once, and no other one does any more. Its owner gets a mail.
 */
export async function confirmSetUp(viewer: Viewer, typed: string, address: string, at = Date.now()): Promise<Assured | CodeProblem | { ok: false; problem: "NOT_BEGUN" }> {
  const personId = viewer.person.id;
  if (!(await mayTry(personId, address))) return { ok: false, problem: "TOO_OFTEN" };
  return authDatabase().$transaction(async (db) => {
    const sealedKey = await lockKey(db, viewer);
    const key = sealedKey && unseal("second-factor-key", personId, sealedKey);
    if (!sealedKey || !key) return { ok: false, problem: "NOT_BEGUN" };
    const lastStep = stepOfCode(key, typed, at);
    if (lastStep === null) return { ok: false, problem: "WRONG_CODE" };

    const { count: replaced } = await db.secondFactor.deleteMany({ where: { personId } });
    if (replaced > 0 && !viewer.isHighlyAssured) throw new AssuranceNeededError();
    await db.secondFactor.createMany({ data: [{ personId, sealedKey, lastStep }] });
    await showNewCodes(db, viewer);
    await unassureSessions(db, personId, viewer.sessionId);
    await tell(db, viewer, replaced > 0 ? "REPLACED" : "SET_UP");
    return assure(db, viewer);
  });
}

/** Makes new recovery codes; the old ones stop. Takes the second factor itself and a fresh proof. Its owner gets a mail. */
export async function renewRecoveryCodes(viewer: Viewer): Promise<void> {
  viewer.mustBeHighlyAssured();
  viewer.mustHaveProven();
  await authDatabase().$transaction(async (db) => {
    if ((await db.secondFactor.count({ where: { personId: viewer.person.id } })) === 0) throw new NotFoundError("second factor");
    await showNewCodes(db, viewer);
    await tell(db, viewer, "CODES_RENEWED");
  });
}

/** Forgets the recovery codes that a page showed: their owner has kept them. */
export async function forgetShownCodes(viewer: Viewer): Promise<void> {
  const { person, sessionId } = viewer;
  await authDatabase().secondFactorSetup.deleteMany({ where: { personId: person.id, sessionId, sealedKey: null } });
}

/** Takes the own second factor away, with its recovery codes: casussen stay shut until another one is set up. */
export async function removeSecondFactor(viewer: Viewer): Promise<void> {
  viewer.mustBeHighlyAssured();
  viewer.mustHaveProven();
  const personId = viewer.person.id;
  await authDatabase().$transaction(async (db) => {
    const { count } = await db.secondFactor.deleteMany({ where: { personId } });
    if (count === 0) throw new NotFoundError("second factor");
    await db.secondFactorSetup.deleteMany({ where: { personId } });
    await unassureSessions(db, personId, null);
    await tell(db, viewer, "REMOVED");
  });
}

async function showNewCodes(db: Transaction, viewer: Viewer): Promise<void> {
  const codes = await replaceRecoveryCodes(db, viewer.person.id);
  await keepToShow(db, viewer, { sealedKey: null, sealedCodes: seal("recovery-codes", viewer.person.id, codes.join(" ")) });
}

// One thing at a time, in the browser that asked for it.
async function keepToShow(db: Transaction, { person, sessionId }: Viewer, shown: { sealedKey: string | null; sealedCodes: string | null }): Promise<void> {
  const setUp = { ...shown, sessionId, expiresAt: new Date(Date.now() + MINUTES * 60_000) };
  await db.secondFactorSetup.upsert({ where: { personId: person.id }, create: { personId: person.id, ...setUp }, update: setUp });
}

// A second press on the button waits here for the first, and then finds nothing to confirm.
async function lockKey(db: Transaction, { person, sessionId }: Viewer): Promise<string | null> {
  const [row] = await db.$queryRaw<{ sealed_key: string | null }[]>`
    SELECT sealed_key FROM second_factor_setup WHERE person_id = ${person.id}::uuid AND session_id = ${sessionId}::uuid AND expires_at > now() FOR UPDATE`;
  return row?.sealed_key ?? null;
}

async function tell(db: Transaction, viewer: Viewer, event: "SET_UP" | "REPLACED" | "CODES_RENEWED" | "REMOVED"): Promise<void> {
  await note(db, viewer, "second-factor:change", { event });
  await enqueue(db, "person-mail", { kind: "SECOND_FACTOR", personId: viewer.person.id, event });
}
