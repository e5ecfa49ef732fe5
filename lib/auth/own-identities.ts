import type { Viewer } from "#lib/access/viewer";
import { record } from "#lib/audit/record";
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

/** Unlinks one of the own work accounts; signing in with it stops at once. */
export async function unlinkIdentity(viewer: Viewer, identityId: string): Promise<void> {
  const { count } = await authDatabase().identity.deleteMany({ where: { id: identityId, personId: viewer.person.id } });
  if (count === 0) throw new NotFoundError("identity");
  await record(viewer, "identity:link", {}, { objectType: "identity", objectId: identityId, details: { unlinked: true } });
}
