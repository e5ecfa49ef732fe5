import { authDatabase } from "#lib/db";
import { isDemo } from "#lib/env";
import { demoPeople } from "#prisma/world";

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
