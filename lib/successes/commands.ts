import { randomUUID } from "node:crypto";
import type { Viewer } from "#lib/access/viewer";
import { checkFields, type FieldCheck, hasFindings, keptDetails } from "#lib/anonymity/check-fields";
import { record } from "#lib/audit/record";
import { checkedNamesOf, checkedNamesSelect } from "#lib/core-teams/checked-names";
import { NotFoundError } from "#lib/errors";
import type { ChangeSuccess, WriteSuccess } from "#lib/successes/schema";
import type { Prisma } from "#prisma/generated/client";

/** Words that may identify a child, and that nobody has explained. */
type Findings = { problem: "FINDINGS"; findings: FieldCheck["findings"] };

/** Writes down something that went well and belongs to no casus. Refuses words that may identify a child, unless explained. */
export async function writeSuccess(viewer: Viewer, { coreTeamId, text, textReason }: WriteSuccess): Promise<{ ok: true } | ({ ok: false } & Findings)> {
  const team = await viewer.db.coreTeam.findFirst({ where: { AND: [{ id: coreTeamId }, viewer.coreTeamsWhere("success:write")] }, select: teamSelect });
  if (!team) throw new NotFoundError("core team");
  const scope = { consortiumId: team.consortiumId, coreTeamId };
  viewer.mustBeAbleTo("success:write", scope);
  const check = checkFields({ text: { text, kept: textReason, as: "CASE" } }, checkedNamesOf(team, viewer.today));
  if (hasFindings(check)) return { ok: false, problem: "FINDINGS", findings: check.findings };
  const id = randomUUID();
  await viewer.db.teamSuccess.createMany({ data: [{ id, ...scope, text, writtenById: viewer.person.id, writtenAt: viewer.now }] });
  await record(viewer, "success:write", scope, { objectType: "team_success", objectId: id, details: { done: "WRITTEN", ...keptDetails(check) } });
  return { ok: true };
}

/** Puts the own success in other words, or takes it back when nothing is left of it. It stays of the day on which it was written. */
export async function changeSuccess(
  viewer: Viewer,
  { successId, version, text, textReason }: ChangeSuccess,
): Promise<{ ok: true; coreTeamId: string } | ({ ok: false } & (Findings | { problem: "CHANGED_MEANWHILE" }))> {
  const found = await viewer.db.teamSuccess.findFirst({
    where: { id: successId, writtenById: viewer.person.id, coreTeam: viewer.coreTeamsWhere("success:write") },
    select: { coreTeamId: true, coreTeam: { select: teamSelect } },
  });
  if (!found) throw new NotFoundError("success");
  const { coreTeamId, coreTeam: team } = found;
  const scope = { consortiumId: team.consortiumId, coreTeamId };
  viewer.mustBeAbleTo("success:write", scope);
  const check = checkFields({ text: { text, kept: textReason, as: "CASE" } }, checkedNamesOf(team, viewer.today));
  if (hasFindings(check)) return { ok: false, problem: "FINDINGS", findings: check.findings };
  const where = { id: successId, version, writtenById: viewer.person.id };
  const { count } = await (text === null ? viewer.db.teamSuccess.deleteMany({ where }) : viewer.db.teamSuccess.updateMany({ where, data: { text, version: version + 1 } }));
  if (count === 0) return { ok: false, problem: "CHANGED_MEANWHILE" };
  await record(viewer, "success:write", scope, { objectType: "team_success", objectId: successId, details: { done: text === null ? "REMOVED" : "CHANGED", ...keptDetails(check) } });
  return { ok: true, coreTeamId };
}

const teamSelect = { consortiumId: true, ...checkedNamesSelect } satisfies Prisma.CoreTeamSelect;
