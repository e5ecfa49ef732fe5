import { randomUUID } from "node:crypto";
import type { Scope } from "#lib/access/permissions";
import { type RateLimit, withinLimit } from "#lib/access/request";
import type { Viewer } from "#lib/access/viewer";
import { addHistory } from "#lib/agreements/history";
import { type AdviceApplied, type AgreementKind, isSharedAdvice } from "#lib/agreements/kinds";
import { type AgreementContext, type AgreementState, closedStates, dueProblem, followersOf, isOpen, isPassedOn, placeAfter } from "#lib/agreements/rules";
import type { ChangeAgreement, DropAgreement, MakeAgreement, PassOnAgreement, SetAgreementState } from "#lib/agreements/schema";
import { canBePassedTo, candidatesFor, teamAtMeeting, teamAtMeetingSelect } from "#lib/agreements/team-at-meeting";
import { checkFields, type FieldCheck, hasFindings, keptDetails } from "#lib/anonymity/check-fields";
import { record } from "#lib/audit/record";
import { type Day, dayForDatabase, dayFromDatabase } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { enqueueAll } from "#lib/jobs/queue";

// Each may mail somebody, and so does closing what was passed on. A refusal undoes the count too.
const PASSED_ON: RateLimit = { name: "agreement-pass-on", most: 20, seconds: 3_600 };

/** What was done, and where that agreement belongs. */
export type Done = { ok: true } & AgreementContext;

/** A word that may identify a child, in a text that nobody has explained. */
export type Findings = { problem: "FINDINGS"; findings: FieldCheck["findings"] };

/** Why an agreement was not made or changed. */
export type AgreementProblem = Findings | { problem: "OWNER_MISSING" | "OWNER_NOT_MEMBER" } | { problem: "DUE_TOO_EARLY" | "DUE_TOO_FAR"; limit: Day };

/** Somebody else was first; what stands there now. */
export type ChangedMeanwhile = { problem: "CHANGED_MEANWHILE"; now: { text: string; owner: string; dueOn: Day; state: AgreementState; version: number } };

/**
 * Writes down what was agreed at a meeting, with an open casus of that meeting or without; only with one it is more than a
 * plain agreement. Without an owner it is for the CJG-coach of the team. Refuses a text that may identify a child, unless explained.
 */
export async function makeAgreement(
  viewer: Viewer,
  { meetingId, caseDiscussionId, kind, ...promise }: MakeAgreement,
): Promise<Done | ({ ok: false } & (AgreementProblem | { problem: "MEETING_CANCELLED" }))> {
  const found = await viewer.db.meeting.findFirst({ where: { id: meetingId, coreTeam: viewer.coreTeamsWhere("agreement:make") }, select: teamAtMeetingSelect });
  if (!found) throw new NotFoundError();
  const { meeting, team, owners, names, coach } = teamAtMeeting(found, viewer.today);
  viewer.mustBeAbleTo("agreement:make", team.scope);
  if (meeting.cancelled) return { ok: false, problem: "MEETING_CANCELLED" };
  if (caseDiscussionId && !(await isOpenCaseOf(viewer, meetingId, caseDiscussionId))) throw new NotFoundError();
  if (kind !== "PLAIN" && !caseDiscussionId) throw new NotFoundError("casus");
  const check = checkFields({ text: { text: promise.text, kept: promise.textReason, as: "WORK" } }, names);
  if (hasFindings(check)) return { ok: false, problem: "FINDINGS", findings: check.findings };
  const ownerId = promise.ownerId ?? coach?.personId;
  if (ownerId === undefined) return { ok: false, problem: "OWNER_MISSING" };
  if (!owners.some(({ personId }) => personId === ownerId)) return { ok: false, problem: "OWNER_NOT_MEMBER" };
  const due = dueProblem(promise.dueOn, meeting.day, viewer.today);
  if (due) return { ok: false, ...due };
  const { text, dueOn } = promise;
  const agreementId = randomUUID();
  await viewer.db.agreement.createMany({
    data: [{ id: agreementId, ...team.scope, meetingId, caseDiscussionId, kind, text, ownerId, dueOn: dayForDatabase(dueOn), createdAt: viewer.now, stateSince: viewer.now }],
  });
  await addHistory(viewer, team.scope, [{ agreementId, kind: "MADE", ownerId, dueOn }]);
  await record(viewer, "agreement:make", team.scope, { objectType: "agreement", objectId: agreementId, details: { ...keptDetails(check), ...(kind !== "PLAIN" && { kind }) } });
  return { ok: true, id: agreementId, coreTeamId: team.id, meetingId, caseDiscussionId };
}

/**
 * Changes what was agreed, when it is to be done, or of a casus as what kind; any member of today may. Refuses a text that may identify a
 * child, unless explained, a new day that is over, and an agreement whose words went with an erased casus.
 */
export async function changeAgreement(viewer: Viewer, { agreementId, version, kind: asked, ...promise }: ChangeAgreement): Promise<Done | ({ ok: false } & (AgreementProblem | ChangedMeanwhile | { problem: "ERASED" }))> {
  const found = await findToChange(viewer, "agreement:change", agreementId);
  const { team, names, context } = found;
  viewer.mustBeAbleTo("agreement:change", team.scope);
  if (found.isErased) return { ok: false, problem: "ERASED" };
  const check = checkFields({ text: { text: promise.text, kept: promise.textReason, as: "WORK" } }, names);
  if (hasFindings(check)) return { ok: false, problem: "FINDINGS", findings: check.findings };
  const [newDay, newText] = [promise.dueOn !== found.dueOn, promise.text !== found.text];
  const became = found.context.caseDiscussionId !== null && asked !== undefined && asked !== found.kind ? asked : null;
  const due = newDay ? dueProblem(promise.dueOn, viewer.today, viewer.today) : null;
  if (due) return { ok: false, ...due };
  const { count } = await viewer.db.agreement.updateMany({
    where: { id: agreementId, version },
    data: { text: promise.text, dueOn: dayForDatabase(promise.dueOn), ...(became && { kind: became, applied: null }), version: { increment: 1 } },
  });
  if (count === 0) return { ok: false, ...(await changedMeanwhile(viewer, agreementId)) };
  await addHistory(viewer, team.scope, [
    ...(newText ? [{ agreementId, kind: "TEXT" } as const] : []),
    ...(newDay ? [{ agreementId, kind: "DUE", dueOn: promise.dueOn } as const] : []),
    ...(became ? [{ agreementId, kind: "KIND", became } as const] : []),
  ]);
  await record(viewer, "agreement:change", team.scope, { objectType: "agreement", objectId: agreementId, details: { ...keptDetails(check), ...(became && { kind: became }) } });
  return { ok: true, ...context };
}

/**
 * Says that an agreement is done, is under way, or is still to do; every member of the core team may, and may take it
 * back. One that is so already stays as it is. Who passed it on hears once that it is done.
 */
export async function setAgreementState(viewer: Viewer, { agreementId, state }: Pick<SetAgreementState, "agreementId" | "state">): Promise<Done & { kind: AgreementKind }> {
  const { kind, team, context } = await findToChange(viewer, "agreement:set-state", agreementId);
  viewer.mustBeAbleTo("agreement:set-state", team.scope);
  const { count } = await viewer.db.agreement.updateMany({
    where: { id: agreementId, state: { not: state } },
    data: { state, stateSince: viewer.now, droppedBecause: null, applied: null, version: { increment: 1 } },
  });
  if (count === 1) await tellState(viewer, team.scope, agreementId, { state });
  return { ok: true, ...context, kind };
}

/**
 * Says whether an advice that was shared is applied in class; every member of the core team may, and may say otherwise
 * later. The same again changes nothing. Refuses every other agreement.
 */
export async function tellApplied(viewer: Viewer, { agreementId, applied }: { agreementId: string; applied: AdviceApplied }): Promise<Done | { ok: false; problem: "NOT_SHARED" }> {
  const { kind, state, team, context } = await findToChange(viewer, "agreement:set-state", agreementId);
  viewer.mustBeAbleTo("agreement:set-state", team.scope);
  if (!isSharedAdvice({ kind, state })) return { ok: false, problem: "NOT_SHARED" };
  const { count } = await viewer.db.agreement.updateMany({
    where: { id: agreementId, kind: "SHARED_ADVICE", state: "DONE", OR: [{ applied: null }, { applied: { not: applied } }] },
    data: { applied, version: { increment: 1 } },
  });
  if (count === 1) {
    await addHistory(viewer, team.scope, [{ agreementId, kind: "APPLIED", applied }]);
    await record(viewer, "agreement:set-state", team.scope, { objectType: "agreement", objectId: agreementId, details: { applied } });
  }
  return { ok: true, ...context };
}

/**
 * Says that an agreement is no longer needed, with a line why, which passes the same check as the agreement itself.
 * Refuses one that is closed already. Who passed it on hears of it once.
 */
export async function dropAgreement(viewer: Viewer, { agreementId, version, reason, reasonReason }: DropAgreement): Promise<Done | ({ ok: false } & (Findings | ChangedMeanwhile | { problem: "CLOSED" | "ERASED" }))> {
  const { state, team, names, context, isErased } = await findToChange(viewer, "agreement:set-state", agreementId);
  viewer.mustBeAbleTo("agreement:set-state", team.scope);
  if (isErased) return { ok: false, problem: "ERASED" };
  if (!isOpen(state)) return { ok: false, problem: "CLOSED" };
  const check = checkFields({ reason: { text: reason, kept: reasonReason, as: "WORK" } }, names);
  if (hasFindings(check)) return { ok: false, problem: "FINDINGS", findings: check.findings };
  const { count } = await viewer.db.agreement.updateMany({
    where: { id: agreementId, version, state },
    data: { state: "DROPPED", stateSince: viewer.now, droppedBecause: reason, version: { increment: 1 } },
  });
  if (count === 0) return { ok: false, ...(await changedMeanwhile(viewer, agreementId)) };
  await tellState(viewer, team.scope, agreementId, { state: "DROPPED", reason }, keptDetails(check));
  return { ok: true, ...context };
}

/** Why an agreement was not passed on. */
export type PassProblem = { problem: "CLOSED" | "NOT_IN_TEAM" | "LIES_THERE" | "TOO_OFTEN" } | ChangedMeanwhile;

/**
 * Passes an open agreement on: to a member of today, who owns it from now on and gets one mail; or to a function of the
 * team or an organisation of the samenwerkingsverband, whose people in the team then see it as theirs. Who took it on
 * first stays informed. What belongs to a closed casus only goes to who can still read it. Refuses more than twenty an hour.
 */
export async function passOnAgreement(viewer: Viewer, { agreementId, version, to }: PassOnAgreement): Promise<Done | ({ ok: false } & PassProblem)> {
  const found = await findToChange(viewer, "agreement:pass-on", agreementId);
  const { state, place, team, context } = found;
  viewer.mustBeAbleTo("agreement:pass-on", team.scope);
  if (!isOpen(state)) return { ok: false, problem: "CLOSED" };
  if (!(await canBePassedTo(viewer, found, found.candidates, to))) return { ok: false, problem: "NOT_IN_TEAM" };
  const after = placeAfter(place, to);
  if (after === null) return { ok: false, problem: "LIES_THERE" };
  if (!(await withinLimit(PASSED_ON, viewer.person.id, viewer.db))) return { ok: false, problem: "TOO_OFTEN" };
  const { count } = await viewer.db.agreement.updateMany({
    where: { id: agreementId, version },
    data: { ...after, passedAt: isPassedOn(after) ? viewer.now : null, version: { increment: 1 } },
  });
  if (count === 0) return { ok: false, ...(await changedMeanwhile(viewer, agreementId)) };
  await addHistory(viewer, team.scope, [{ agreementId, kind: "PASSED", to }]);
  await record(viewer, "agreement:pass-on", team.scope, { objectType: "agreement", objectId: agreementId, details: { to: to.kind } });
  if (to.kind === "person" && to.id !== viewer.person.id) {
    await enqueueAll(viewer.db, "person-mail", [{ kind: "AGREEMENT_PASSED_ON", agreementId, coreTeamId: team.id, recipientId: to.id, passerId: viewer.person.id }]);
  }
  return { ok: true, ...context };
}

async function isOpenCaseOf(viewer: Viewer, meetingId: string, id: string): Promise<boolean> {
  return (await viewer.db.caseDiscussion.findFirst({ where: { id, meetingId, sharedAt: { not: null }, closedAt: null, stoppedAt: null, erasedAt: null }, select: { id: true } })) !== null;
}

async function findToChange(viewer: Viewer, action: "agreement:change" | "agreement:set-state" | "agreement:pass-on", agreementId: string) {
  const found = await viewer.db.agreement.findFirst({
    where: { id: agreementId, coreTeam: viewer.coreTeamsWhere(action) },
    select: {
      kind: true, text: true, dueOn: true, state: true, caseDiscussionId: true,
      ownerId: true, followerId: true, passedToFunctionId: true, passedToOrganisationId: true,
      caseDiscussion: { select: { closedAt: true, erasedAt: true } },
      meeting: { select: teamAtMeetingSelect },
    },
  });
  if (!found) throw new NotFoundError();
  const atMeeting = teamAtMeeting(found.meeting, viewer.today);
  const { team, held, names } = atMeeting;
  const { kind, text, state, ownerId, followerId, passedToFunctionId, passedToOrganisationId, caseDiscussionId } = found;
  return {
    kind,
    text,
    state,
    dueOn: dayFromDatabase(found.dueOn),
    place: { ownerId, followerId, passedToFunctionId, passedToOrganisationId },
    team,
    held,
    names,
    candidates: candidatesFor(atMeeting, found.caseDiscussion),
    isErased: found.caseDiscussion !== null && found.caseDiscussion.erasedAt !== null,
    context: { id: agreementId, coreTeamId: team.id, meetingId: atMeeting.meeting.id, caseDiscussionId } satisfies AgreementContext,
  };
}

type NewState = { state: AgreementState; reason?: string };

/** What a new state brings: a line in the history and in the audit log, and a mail when it closes what was passed on. */
async function tellState(viewer: Viewer, scope: Required<Scope>, agreementId: string, entry: NewState, details: Record<string, string | number> = {}): Promise<void> {
  if (!isOpen(entry.state)) await tellFollowers(viewer, scope.coreTeamId, agreementId);
  await addHistory(viewer, scope, [{ agreementId, kind: "STATE", ...entry }]);
  await record(viewer, "agreement:set-state", scope, { objectType: "agreement", objectId: agreementId, details: { state: entry.state, ...details } });
}

// Once since it was passed on: pressing to and fro sends no second mail.
async function tellFollowers(viewer: Viewer, coreTeamId: string, agreementId: string): Promise<void> {
  const { passedAt, events, ...place } = await viewer.db.agreement.findUniqueOrThrow({
    where: { id: agreementId },
    select: {
      ownerId: true, followerId: true, passedToFunctionId: true, passedToOrganisationId: true, passedAt: true,
      events: { where: { kind: "STATE", state: { in: [...closedStates] } }, select: { at: true }, orderBy: { at: "desc" }, take: 1 },
    },
  });
  const [before] = events;
  if (passedAt === null || (before && before.at >= passedAt)) return;
  const recipients = followersOf(place).filter((personId) => personId !== viewer.person.id);
  await enqueueAll(viewer.db, "person-mail", recipients.map((recipientId) => ({ kind: "AGREEMENT_CLOSED", agreementId, coreTeamId, recipientId }) as const));
}

// Asked again after the refused write: another person's change may have come between the first look and that write.
async function changedMeanwhile(viewer: Viewer, agreementId: string): Promise<ChangedMeanwhile> {
  const { text, owner, dueOn, state, version } = await viewer.db.agreement.findUniqueOrThrow({
    where: { id: agreementId },
    select: { text: true, dueOn: true, state: true, version: true, owner: { select: { name: true } } },
  });
  return { problem: "CHANGED_MEANWHILE", now: { text, owner: owner.name, dueOn: dayFromDatabase(dueOn), state, version } };
}
