import type { Route } from "next";
import type { Viewer, ViewerFacts } from "#lib/access/viewer";
import { record } from "#lib/audit/record";
import { proofPath, secondFactorPath } from "#lib/auth/destinations";
import { identityProviders } from "#lib/auth/providers";
import { authDatabase } from "#lib/db";
import { NotFoundError } from "#lib/errors";

export type OwnIdentity = { id: string; providerName: string; createdAt: Date };

/** The work accounts this person has linked, and the providers that still can be. */
export async function listOwnIdentities(viewer: Viewer): Promise<{ linked: OwnIdentity[]; available: { id: string; name: string }[] }> {
  const providers = identityProviders();
  const identities = await authDatabase().identity.findMany({
    where: { personId: viewer.person.id },
    select: { id: true, provider: true, createdAt: true },
    orderBy: { createdAt: "asc" },
  });
  const nameOf = (id: string) => providers.find((provider) => provider.id === id)?.name ?? id;
  return {
    linked: identities.map(({ id, provider, createdAt }) => ({ id, providerName: nameOf(provider), createdAt })),
    available: providers.filter((provider) => !identities.some((each) => each.provider === provider.id)).map(({ id, name }) => ({ id, name })),
  };
}

/**
 * The page where somebody has to show more before an account is linked, which leads on to `next`; or null. Whoever links one can sign
 * in with it for good, and its provider may stand in for the second factor: it takes a fresh proof, and that factor of who has one.
 */
export async function neededToLink({ person, isProven, isHighlyAssured }: ViewerFacts, next: string): Promise<Route | null> {
  if (!isProven) return proofPath(next);
  if (isHighlyAssured || (await authDatabase().secondFactor.count({ where: { personId: person.id } })) === 0) return null;
  return secondFactorPath(next);
}

/** Unlinks one of the own work accounts; signing in with it stops at once. */
export async function unlinkIdentity(viewer: Viewer, identityId: string): Promise<void> {
  const { count } = await authDatabase().identity.deleteMany({ where: { id: identityId, personId: viewer.person.id } });
  if (count === 0) throw new NotFoundError("identity");
  await record(viewer, "identity:link", {}, { objectType: "identity", objectId: identityId, details: { unlinked: true } });
}
