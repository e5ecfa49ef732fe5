import { randomUUID } from "node:crypto";
import type { Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import { dueProblem, type Owner } from "#lib/agreements/rules";
import type { ChangeAgreement, FinishAgreement, MakeAgreement, ReopenAgreement } from "#lib/agreements/schema";
import { candidatesFor, teamAtMeeting, teamAtMeetingSelect } from "#lib/agreements/team-at-meeting";
import { checkFields, type FieldCheck, hasFindings, keptDetails } from "#lib/anonymity/check-fields";
import { record } from "#lib/audit/record";
import { type Day, dayForDatabase, dayFromDatabase } from "#lib/dates";
import { NotFoundError } from "#lib/errors";

/** Where an agreement belongs, for the page that opens after something was done with it. */
export type AgreementContext = { coreTeamId: string; meetingId: string; caseDiscussionId: string | null };

/** Why an agreement was not made or changed. */
export type AgreementProblem =
  | { problem: "FINDINGS"; findings: FieldCheck["findings"] }
  | { problem: "OWNER_NOT_MEMBER" }
  | { problem: "DUE_TOO_EARLY" | "DUE_TOO_FAR"; limit: Day };

/** Somebody else was first; what stands there now. */
export type ChangedMeanwhile = { problem: "CHANGED_MEANWHILE"; now: { text: string; owner: string; dueOn: Day; done: boolean; version: number } };

/** Writes down what was agreed at a meeting, without a casus. Refuses a text that may identify a child, unless explained. */
export async function makeAgreement(
  viewer: Viewer,
  { meetingId, ...promise }: MakeAgreement,
): Promise<({ ok: true } & AgreementContext) | ({ ok: false } & (AgreementProblem | { problem: "MEETING_CANCELLED" }))> {
  const found = await viewer.db.meeting.findFirst({ where: { id: meetingId, coreTeam: viewer.coreTeamsWhere("agreement:make") }, select: teamAtMeetingSelect });
  if (!found) throw new NotFoundError();
  const { meeting, team, owners, members, known } = teamAtMeeting(found, viewer.today);
  viewer.mustBeAbleTo("agreement:make", team.scope);
  if (meeting.cancelled) return { ok: false, problem: "MEETING_CANCELLED" };
  const check = checkFields({ text: { text: promise.text, kept: promise.textReason, colleagues: namesOf(members) } }, known);
  if (hasFindings(check)) return { ok: false, problem: "FINDINGS", findings: check.findings };
  if (!owners.some(({ personId }) => personId === promise.ownerId)) return { ok: false, problem: "OWNER_NOT_MEMBER" };
  const due = dueProblem(promise.dueOn, meeting.day, viewer.today);
  if (due) return { ok: false, ...due };
  const agreementId = randomUUID();
  await viewer.db.agreement.createMany({
    data: [{ id: agreementId, ...team.scope, meetingId, text: promise.text, ownerId: promise.ownerId, dueOn: dayForDatabase(promise.dueOn) }],
  });
  await record(viewer, "agreement:make", team.scope, { objectType: "agreement", objectId: agreementId, details: keptDetails(check) });
  return { ok: true, coreTeamId: team.id, meetingId, caseDiscussionId: null };
}

/**
 * Changes what was agreed, who does it or when. Any member of today can take it over; what belongs to a closed casus
 * only goes to who can still read it. Refuses a text that may identify a child, unless explained.
 */
export async function changeAgreement(
  viewer: Viewer,
  { agreementId, version, ...promise }: ChangeAgreement,
): Promise<({ ok: true } & AgreementContext) | ({ ok: false } & (AgreementProblem | ChangedMeanwhile))> {
  const found = await viewer.db.agreement.findFirst({
    where: { id: agreementId, coreTeam: viewer.coreTeamsWhere("agreement:change") },
    select: {
      dueOn: true, caseDiscussionId: true,
      caseDiscussion: { select: { closedAt: true } },
      meeting: { select: teamAtMeetingSelect },
    },
  });
  if (!found) throw new NotFoundError();
  const atMeeting = teamAtMeeting(found.meeting, viewer.today);
  const { meeting, team, members, known } = atMeeting;
  viewer.mustBeAbleTo("agreement:change", team.scope);
  const check = checkFields({ text: { text: promise.text, kept: promise.textReason, colleagues: namesOf(members) } }, known);
  if (hasFindings(check)) return { ok: false, problem: "FINDINGS", findings: check.findings };
  if (!candidatesFor(atMeeting, found.caseDiscussion).some(({ personId }) => personId === promise.ownerId)) return { ok: false, problem: "OWNER_NOT_MEMBER" };
  const due = promise.dueOn === dayFromDatabase(found.dueOn) ? null : dueProblem(promise.dueOn, viewer.today, viewer.today);
  if (due) return { ok: false, ...due };
  const { count } = await viewer.db.agreement.updateMany({
    where: { id: agreementId, version },
    data: { text: promise.text, ownerId: promise.ownerId, dueOn: dayForDatabase(promise.dueOn), version: { increment: 1 } },
  });
  if (count === 0) return { ok: false, problem: "CHANGED_MEANWHILE", now: await asItStands(viewer, agreementId) };
  await record(viewer, "agreement:change", team.scope, { objectType: "agreement", objectId: agreementId, details: keptDetails(check) });
  return { ok: true, coreTeamId: team.id, meetingId: meeting.id, caseDiscussionId: found.caseDiscussionId };
}

/** Ticks an agreement off. Every member of the core team may; one that is done already stays as it is. */
export async function finishAgreement(viewer: Viewer, { agreementId }: FinishAgreement): Promise<{ ok: true } & AgreementContext> {
  const { scope, ...context } = await contextOf(viewer, agreementId);
  viewer.mustBeAbleTo("agreement:finish", scope);
  const { count } = await viewer.db.agreement.updateMany({ where: { id: agreementId, doneAt: null }, data: { doneAt: viewer.now, version: { increment: 1 } } });
  if (count === 1) await record(viewer, "agreement:finish", scope, { objectType: "agreement", objectId: agreementId });
  return { ok: true, ...context };
}

/** Opens an agreement again that was ticked off by mistake; one that is open already stays as it is. */
export async function reopenAgreement(viewer: Viewer, { agreementId }: ReopenAgreement): Promise<{ ok: true } & AgreementContext> {
  const { scope, ...context } = await contextOf(viewer, agreementId);
  viewer.mustBeAbleTo("agreement:finish", scope);
  const { count } = await viewer.db.agreement.updateMany({ where: { id: agreementId, doneAt: { not: null } }, data: { doneAt: null, version: { increment: 1 } } });
  if (count === 1) await record(viewer, "agreement:finish", scope, { objectType: "agreement", objectId: agreementId, details: { undone: true } });
  return { ok: true, ...context };
}

async function contextOf(viewer: Viewer, agreementId: string): Promise<AgreementContext & { scope: Required<Scope> }> {
  const found = await viewer.db.agreement.findFirst({
    where: { id: agreementId, coreTeam: viewer.coreTeamsWhere("agreement:read") },
    select: { consortiumId: true, coreTeamId: true, meetingId: true, caseDiscussionId: true },
  });
  if (!found) throw new NotFoundError();
  const { consortiumId, ...context } = found;
  return { ...context, scope: { consortiumId, coreTeamId: context.coreTeamId } };
}

// Asked again after the refused write: another person's change may have come between the first look and that write.
async function asItStands(viewer: Viewer, agreementId: string): Promise<ChangedMeanwhile["now"]> {
  const { text, owner, dueOn, doneAt, version } = await viewer.db.agreement.findUniqueOrThrow({
    where: { id: agreementId },
    select: { text: true, dueOn: true, doneAt: true, version: true, owner: { select: { name: true } } },
  });
  return { text, owner: owner.name, dueOn: dayFromDatabase(dueOn), done: doneAt !== null, version };
}

function namesOf(people: readonly Owner[]): string[] {
  return people.map(({ name }) => name);
}
