import type { Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import { type Offer, offerOf, offerSelect } from "#lib/offers/lines";

/** What a school can do, to be changed by the school itself; null for anybody else. */
export async function findOfferToWrite(viewer: Viewer, coreTeamId: string): Promise<{ team: { id: string; name: string; scope: Required<Scope> }; offer: Offer } | null> {
  const found = await viewer.db.coreTeam.findFirst({
    where: { AND: [{ id: coreTeamId }, viewer.coreTeamsWhere("offer:write")] },
    select: { id: true, name: true, consortiumId: true, offer: { select: offerSelect } },
  });
  if (!found) return null;
  const { id, name, consortiumId, offer } = found;
  return { team: { id, name, scope: { consortiumId, coreTeamId: id } }, offer: offerOf(offer) };
}
