import type { Viewer } from "#lib/access/viewer";
import { teamAtMeeting, teamAtMeetingSelect } from "#lib/agreements/team-at-meeting";
import { checkFields, type FieldCheck, hasFindings, keptDetails } from "#lib/anonymity/check-fields";
import { keptText } from "#lib/anonymity/findings";
import { record } from "#lib/audit/record";
import { holdCase } from "#lib/case-discussions/held-case";
import { caseStateOf, isWritable, leadsCase, stateSelect } from "#lib/case-discussions/rules";
import { dayOf } from "#lib/dates";
import { ForbiddenError, NotFoundError } from "#lib/errors";
import { enqueueAll } from "#lib/jobs/queue";
import { canAskAgain, writtenPerspective } from "#lib/perspectives/rules";
import type { SavePerspective } from "#lib/perspectives/schema";
import { perspectivePlace } from "#lib/sealing/columns";
import { seal } from "#lib/sealing/seal";

/** Where a casus is. */
type Place = { coreTeamId: string; meetingId: string };

/** Words that may identify a child, and that nobody has explained. */
type Findings = { problem: "FINDINGS"; findings: FieldCheck["findings"] };

/**
 * Keeps what a member of the team sees in a casus, from the own function; nobody else reads it until the perspectives are
 * revealed. Refuses words that may identify a child, unless explained; when the same writer kept it elsewhere meanwhile; and
 * when the others have come to read along since the form was opened, so that nobody shows a text without knowing.
 */
export async function savePerspective(
  viewer: Viewer,
  { discussionId, version, revealed, perspective, perspectiveReason }: SavePerspective,
): Promise<({ ok: true; revealed: boolean } & Place) | ({ ok: false } & (Findings | { problem: "CHANGED_MEANWHILE" | "CLOSED" | "REVEALED_MEANWHILE" }))> {
  const found = await viewer.db.caseDiscussion.findFirst({
    where: { id: discussionId, sharedAt: { not: null }, coreTeam: viewer.coreTeamsWhere("perspective:write") },
    select: { meeting: { select: teamAtMeetingSelect } },
  });
  if (!found) throw new NotFoundError();
  const { meeting, team, names, held } = teamAtMeeting(found.meeting, viewer.today);
  viewer.mustBeAbleTo("perspective:write", team.scope);
  const own = held.find(({ personId }) => personId === viewer.person.id);
  const state = await holdCase(viewer, discussionId);
  if (!own) throw new NotFoundError();
  if (state.isClosed) return { ok: false, problem: "CLOSED" };
  if (state.isRevealed && revealed !== "yes") return { ok: false, problem: "REVEALED_MEANWHILE" };
  const check = checkFields({ perspective: { text: perspective, kept: perspectiveReason, as: "CASE" } }, names);
  if (hasFindings(check)) return { ok: false, problem: "FINDINGS", findings: check.findings };

  const written = writtenPerspective({ perspective, perspectiveReason: perspectiveReason ? keptText(perspectiveReason) : undefined });
  const sealed = written && (await seal(viewer, perspectivePlace(team.scope.consortiumId, discussionId, viewer.person.id), written));
  const key = { caseDiscussionId: discussionId, personId: viewer.person.id };
  const text = { sealed, isWritten: sealed !== null };
  const { count } =
    version === 0
      ? await viewer.db.perspective.createMany({ data: [{ ...key, ...team.scope, functionId: own.id, ...text }], skipDuplicates: true })
      : await viewer.db.perspective.updateMany({ where: { ...key, version }, data: { ...text, version: { increment: 1 } } });
  if (count === 0) return { ok: false, problem: "CHANGED_MEANWHILE" };
  await record(viewer, "perspective:write", team.scope, { objectType: "case_discussion", objectId: discussionId, details: keptDetails(check) });
  return { ok: true, revealed: state.isRevealed, coreTeamId: team.id, meetingId: meeting.id };
}

/**
 * Lets all members read each other's perspectives on an open casus, for good. For who leads the casus: its writer, or
 * whoever may record its meeting.
 */
export async function revealPerspectives(viewer: Viewer, { discussionId }: { discussionId: string }): Promise<({ ok: true } & Place) | { ok: false; problem: "CLOSED" | "REVEALED" }> {
  const { scope, meetingId, ...state } = await findToLead(viewer, "perspective:reveal", discussionId);
  viewer.mustBeAbleTo("perspective:reveal", scope);
  const { count } = await viewer.db.caseDiscussion.updateMany({ where: { id: discussionId, revealedAt: null, closedAt: null }, data: { revealedAt: viewer.now } });
  if (count === 0) return { ok: false, problem: isWritable(caseStateOf(state)) ? "REVEALED" : "CLOSED" };
  await record(viewer, "perspective:reveal", scope, { objectType: "case_discussion", objectId: discussionId });
  return { ok: true, coreTeamId: scope.coreTeamId, meetingId };
}

/**
 * Mails the members of the team that their perspective on a casus is asked for; the mail names the school and nothing of
 * the casus. For who leads it, once a day, until the perspectives are revealed.
 */
export async function askForPerspectives(viewer: Viewer, { discussionId }: { discussionId: string }): Promise<({ ok: true } & Place) | { ok: false; problem: "ASKED_TODAY" | "REVEALED" }> {
  const { scope, meetingId, ...state } = await findToLead(viewer, "perspective:ask", discussionId);
  viewer.mustBeAbleTo("perspective:ask", scope);
  if (state.revealedAt || !isWritable(caseStateOf(state))) return { ok: false, problem: "REVEALED" };
  if (!canAskAgain(state.perspectivesAskedAt && dayOf(state.perspectivesAskedAt), viewer.today)) return { ok: false, problem: "ASKED_TODAY" };
  const { count } = await viewer.db.caseDiscussion.updateMany({
    where: { id: discussionId, perspectivesAskedAt: state.perspectivesAskedAt, revealedAt: null },
    data: { perspectivesAskedAt: viewer.now, perspectivesAskedById: viewer.person.id },
  });
  if (count === 0) return { ok: false, problem: "ASKED_TODAY" };
  const asked = await viewer.db.$queryRaw<{ personId: string }[]>`SELECT person_id AS "personId" FROM perspective_seats(${discussionId}::uuid) WHERE NOT is_written`;
  const about = { caseDiscussionId: discussionId, meetingId, coreTeamId: scope.coreTeamId, askerId: viewer.person.id };
  const others = asked.filter(({ personId }) => personId !== viewer.person.id);
  await enqueueAll(viewer.db, "person-mail", others.map(({ personId }) => ({ kind: "PERSPECTIVE_ASKED" as const, recipientId: personId, ...about })));
  await record(viewer, "perspective:ask", scope, { objectType: "case_discussion", objectId: discussionId, details: { mails: others.length } });
  return { ok: true, coreTeamId: scope.coreTeamId, meetingId };
}

/** A shared casus, for who leads it. */
async function findToLead(viewer: Viewer, action: "perspective:reveal" | "perspective:ask", discussionId: string) {
  const found = await viewer.db.caseDiscussion.findFirst({
    where: { id: discussionId, sharedAt: { not: null }, coreTeam: viewer.coreTeamsWhere(action) },
    select: { consortiumId: true, coreTeamId: true, meetingId: true, createdById: true, perspectivesAskedAt: true, revealedAt: true, ...stateSelect },
  });
  if (!found) throw new NotFoundError();
  const { consortiumId, coreTeamId, createdById, ...rest } = found;
  const scope = { consortiumId, coreTeamId };
  if (!leadsCase(viewer, { createdById, scope })) throw new ForbiddenError(action);
  return { ...rest, scope };
}
