import { newCode, tidyCode } from "#lib/auth/sign-in-codes";
import type { Transaction } from "#lib/db";
import { env } from "#lib/env";
import { hash } from "#lib/secrets";

/** How many recovery codes somebody has at first. */
export const RECOVERY_CODES = 10;

/** Of 50 bits each, written as "7KQM2-X9DTR". */
const HALF = 5;

/** Makes ten fresh recovery codes in place of those there were, and gives them: the database keeps keyed hashes only. */
export async function replaceRecoveryCodes(db: Transaction, personId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => `${newCode(HALF)}-${newCode(HALF)}`);
  await db.recoveryCode.deleteMany({ where: { personId } });
  await db.recoveryCode.createMany({ data: codes.map((code) => ({ personId, codeHash: hashOf(personId, code) })) });
  return codes;
}

/** Uses up a recovery code: true for one of this person that was not used before. Of two who send it at once one is first. */
export async function useRecoveryCode(db: Transaction, personId: string, typed: string): Promise<boolean> {
  const { count } = await db.recoveryCode.updateMany({ where: { personId, codeHash: hashOf(personId, typed), usedAt: null }, data: { usedAt: new Date() } });
  return count === 1;
}

function hashOf(personId: string, code: string): string {
  return hash("recovery-code", `${personId}:${tidyCode(code)}`, env().APP_SECRET);
}
