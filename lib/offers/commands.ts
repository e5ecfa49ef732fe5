import type { Viewer } from "#lib/access/viewer";
import { checkFields, type FieldCheck, hasFindings, keptDetails } from "#lib/anonymity/check-fields";
import { record } from "#lib/audit/record";
import { checkedNamesOf, checkedNamesSelect } from "#lib/core-teams/checked-names";
import { NotFoundError } from "#lib/errors";
import type { WriteOffer } from "#lib/offers/schema";

/**
 * Keeps what a school can do for a pupil, and what it cannot. For the school itself. Refuses words that may identify a child,
 * unless explained; colleagues may be named.
 */
export async function writeOffer(
  viewer: Viewer,
  { coreTeamId, version, can, canReason, cannot, cannotReason }: WriteOffer,
): Promise<{ ok: true } | ({ ok: false } & ({ problem: "FINDINGS"; findings: FieldCheck["findings"] } | { problem: "CHANGED_MEANWHILE" }))> {
  const team = await viewer.db.coreTeam.findFirst({
    where: { AND: [{ id: coreTeamId }, viewer.coreTeamsWhere("offer:write")] },
    select: { consortiumId: true, ...checkedNamesSelect },
  });
  if (!team) throw new NotFoundError("core team");
  const scope = { consortiumId: team.consortiumId, coreTeamId };
  viewer.mustBeAbleTo("offer:write", scope);
  const { colleagues } = checkedNamesOf(team, viewer.today);
  const check = checkFields({ can: { text: can, kept: canReason, as: "PLAN" }, cannot: { text: cannot, kept: cannotReason, as: "PLAN" } }, { colleagues });
  if (hasFindings(check)) return { ok: false, problem: "FINDINGS", findings: check.findings };
  const text = { can, cannot, changedAt: viewer.now };
  const { count } =
    version === 0
      ? await viewer.db.teamOffer.createMany({ data: [{ ...scope, ...text }], skipDuplicates: true })
      : await viewer.db.teamOffer.updateMany({ where: { coreTeamId, version }, data: { ...text, version: version + 1 } });
  if (count === 0) return { ok: false, problem: "CHANGED_MEANWHILE" };
  await record(viewer, "offer:write", scope, { objectType: "team_offer", objectId: coreTeamId, details: keptDetails(check) });
  return { ok: true };
}
