import { unseal } from "#lib/auth/second-factor/sealing";
import { codeOfStep, stepAt } from "#lib/auth/second-factor/totp";
import { authDatabase } from "#lib/db";
import { isDemo } from "#lib/env";
import { DEMO_KEY, demoPeople } from "#prisma/world";

/** A person of the demo world, as the login page offers it. */
export type DemoPerson = { name: string; email: string; job: string };

/** The people one may sign in as without proof: those of the demo world, in the demo only; nobody elsewhere. */
export function offeredDemoPeople(): readonly DemoPerson[] {
  return isDemo() ? demoPeople : [];
}

/** The id of an offered demo person with this address, or null. */
export async function demoPersonId(email: string): Promise<string | null> {
  if (!offeredDemoPeople().some((person) => person.email === email)) return null;
  const person = await authDatabase().person.findFirst({ where: { email, deactivatedAt: null }, select: { id: true } });
  return person?.id ?? null;
}

/**
 * What the app on the telephone of a demo person would show: the first code that was not used yet; null when one has to wait for
 * it. Nothing for anybody with a key of the own, and nothing outside the demo.
 */
export function demoAppCode(personId: string, sealedKey: string, lastStep: number, at = Date.now()): { code: string | null } | undefined {
  if (!isDemo() || unseal("second-factor-key", personId, sealedKey) !== DEMO_KEY) return undefined;
  const [now, next] = [stepAt(at), lastStep + 1];
  return { code: next > now + 1 ? null : codeOfStep(DEMO_KEY, Math.max(now, next)) };
}
