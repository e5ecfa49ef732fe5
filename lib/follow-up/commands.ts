import type { Viewer } from "#lib/access/viewer";
import { canBePassedTo, teamAtMeeting, teamAtMeetingSelect } from "#lib/agreements/team-at-meeting";
import { checkFields, type FieldCheck, hasFindings, keptDetails } from "#lib/anonymity/check-fields";
import { record } from "#lib/audit/record";
import { holdCase } from "#lib/case-discussions/held-case";
import { dayForDatabase } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { type Telling, tellingProblem } from "#lib/follow-up/rules";
import type { SetAtPlay, TellFamily, TellProgress, WriteLesson } from "#lib/follow-up/schema";
import type { Prisma } from "#prisma/generated/client";

/** Where a casus is. */
type Place = { coreTeamId: string; meetingId: string };

/**
 * Says who is to act on an open casus from today on: somebody of the team, or whoever has a function in it. How it goes
 * begins anew. Refuses who is not in the team, and who is to act already.
 */
export async function setAtPlay(viewer: Viewer, { discussionId, version, to }: SetAtPlay): Promise<({ ok: true } & Place) | { ok: false; problem: "CHANGED_MEANWHILE" | "CLOSED" | "LIES_THERE" | "NOT_IN_TEAM" }> {
  const { atMeeting, followUp, isClosed } = await findCase(viewer, "follow-up:change", discussionId);
  const { team, members, meeting } = atMeeting;
  viewer.mustBeAbleTo("follow-up:change", team.scope);
  if (isClosed) return { ok: false, problem: "CLOSED" };
  if (to.kind === "organisation" || !(await canBePassedTo(viewer, atMeeting, members, to))) return { ok: false, problem: "NOT_IN_TEAM" };
  if ((to.kind === "person" ? followUp?.atPlayPersonId : followUp?.atPlayFunctionId) === to.id) return { ok: false, problem: "LIES_THERE" };
  const written = await writeFollowUp(viewer, team.scope, { discussionId, version }, {
    atPlayPersonId: to.kind === "person" ? to.id : null,
    atPlayFunctionId: to.kind === "function" ? to.id : null,
    atPlaySince: dayForDatabase(viewer.today),
    progress: null, progressAt: null, progressById: null,
  });
  if (!written) return { ok: false, problem: "CHANGED_MEANWHILE" };
  await record(viewer, "follow-up:change", team.scope, { objectType: "case_discussion", objectId: discussionId, details: { at_play: to.kind } });
  return { ok: true, coreTeamId: team.id, meetingId: meeting.id };
}

/** Says in one press how it goes with an open casus, without a word of it; for who is to act. The same again refreshes the day. */
export async function tellProgress(viewer: Viewer, { discussionId, progress }: Pick<TellProgress, "discussionId" | "progress">): Promise<({ ok: true } & Place) | { ok: false; problem: "CLOSED" | "NOT_AT_PLAY" }> {
  const { atMeeting, followUp, isClosed } = await findCase(viewer, "follow-up:refresh", discussionId);
  const { team, held, meeting } = atMeeting;
  viewer.mustBeAbleTo("follow-up:refresh", team.scope);
  if (isClosed) return { ok: false, problem: "CLOSED" };
  const own = held.filter(({ personId }) => personId === viewer.person.id).map(({ id }) => id);
  const acts = followUp && (followUp.atPlayPersonId === viewer.person.id || own.includes(followUp.atPlayFunctionId ?? ""));
  if (!acts) return { ok: false, problem: "NOT_AT_PLAY" };
  const { atPlayPersonId, atPlayFunctionId } = followUp;
  const { count } = await viewer.db.caseFollowUp.updateMany({
    // Passed on at this very moment, it is not theirs any more.
    where: { caseDiscussionId: discussionId, atPlayPersonId, atPlayFunctionId },
    data: { progress, progressAt: viewer.now, progressById: viewer.person.id },
  });
  if (count === 0) return { ok: false, problem: "NOT_AT_PLAY" };
  await record(viewer, "follow-up:refresh", team.scope, { objectType: "case_discussion", objectId: discussionId, details: { progress } });
  return { ok: true, coreTeamId: team.id, meetingId: meeting.id };
}

/** What is wrong with what was told to whom, by the names of the fields. */
export type TellingProblems = { problem: "INCOMPLETE"; missing: Partial<Record<"parentsOn" | "parentsById" | "pupilOn" | "pupilById", "MISSING" | "TO_COME">> };

/** Writes down whether parents and pupil heard what the team thought: on which day, and by whom of the team. */
export async function tellFamily(viewer: Viewer, { discussionId, version, ...told }: TellFamily): Promise<({ ok: true } & Place) | ({ ok: false } & (TellingProblems | { problem: "CHANGED_MEANWHILE" | "CLOSED" | "NOT_IN_TEAM" }))> {
  const { atMeeting, followUp, isClosed } = await findCase(viewer, "follow-up:change", discussionId);
  const { team, members, meeting } = atMeeting;
  viewer.mustBeAbleTo("follow-up:change", team.scope);
  if (isClosed) return { ok: false, problem: "CLOSED" };
  const parents: Telling = { given: told.parents, on: told.parentsOn, byId: told.parentsById };
  const pupil: Telling = { given: told.pupil, on: told.pupilOn, byId: told.pupilById };
  const missing = { ...problemOf("parents", parents, viewer.today), ...problemOf("pupil", pupil, viewer.today) };
  if (Object.keys(missing).length > 0) return { ok: false, problem: "INCOMPLETE", missing };
  // Who has left since may still be the one who told them.
  const known = [...members.map(({ personId }) => personId), followUp?.parentsToldById, followUp?.pupilToldById];
  if ([parents, pupil].some(({ given, byId }) => given === "yes" && !known.includes(byId))) return { ok: false, problem: "NOT_IN_TEAM" };
  const written = await writeFollowUp(viewer, team.scope, { discussionId, version }, {
    parentsToldOn: dayOfTelling(parents), parentsToldById: parents.given === "yes" ? parents.byId : null,
    pupilToldOn: dayOfTelling(pupil), pupilToldById: pupil.given === "yes" ? pupil.byId : null,
  });
  if (!written) return { ok: false, problem: "CHANGED_MEANWHILE" };
  await record(viewer, "follow-up:change", team.scope, { objectType: "case_discussion", objectId: discussionId, details: { parents: told.parents, pupil: told.pupil } });
  return { ok: true, coreTeamId: team.id, meetingId: meeting.id };
}

/**
 * Keeps what went well with a casus and what the team learnt, also after it closed or its text was erased. Both stay then, so
 * words that may identify a child are refused, unless explained. Refuses for a casus that was stopped.
 */
export async function writeLesson(
  viewer: Viewer,
  { discussionId, version, success, successReason, lesson, lessonReason }: WriteLesson,
): Promise<({ ok: true } & Place) | ({ ok: false } & ({ problem: "FINDINGS"; findings: FieldCheck["findings"] } | { problem: "CHANGED_MEANWHILE" | "STOPPED" }))> {
  const { atMeeting, before, isStopped } = await findCase(viewer, "lesson:write", discussionId);
  const { team, names, meeting } = atMeeting;
  viewer.mustBeAbleTo("lesson:write", team.scope);
  if (isStopped) return { ok: false, problem: "STOPPED" };
  const check = checkFields({ success: { text: success, kept: successReason, as: "CASE" }, lesson: { text: lesson, kept: lessonReason, as: "CASE" } }, names);
  if (hasFindings(check)) return { ok: false, problem: "FINDINGS", findings: check.findings };
  // In other words it stays of the day on which it was added.
  const isAdded = (success !== null && !before?.success) || (lesson !== null && !before?.lesson);
  const text = { success, lesson, ...(isAdded && { addedAt: viewer.now }) };
  const { count } =
    version === 0
      ? await viewer.db.caseLesson.createMany({ data: [{ caseDiscussionId: discussionId, ...team.scope, ...text }], skipDuplicates: true })
      : await viewer.db.caseLesson.updateMany({ where: { caseDiscussionId: discussionId, version }, data: { ...text, version: { increment: 1 } } });
  if (count === 0) return { ok: false, problem: "CHANGED_MEANWHILE" };
  await record(viewer, "lesson:write", team.scope, { objectType: "case_discussion", objectId: discussionId, details: keptDetails(check) });
  return { ok: true, coreTeamId: team.id, meetingId: meeting.id };
}

/** A shared casus with its team and what came of it so far, held open or closed until the end of the transaction. */
async function findCase(viewer: Viewer, action: "follow-up:change" | "follow-up:refresh" | "lesson:write", discussionId: string) {
  const found = await viewer.db.caseDiscussion.findFirst({
    where: { id: discussionId, sharedAt: { not: null }, coreTeam: viewer.coreTeamsWhere(action) },
    select: {
      stoppedAt: true,
      meeting: { select: teamAtMeetingSelect },
      followUp: { select: { atPlayPersonId: true, atPlayFunctionId: true, parentsToldById: true, pupilToldById: true } },
      lesson: { select: { success: true, lesson: true } },
    },
  });
  if (!found) throw new NotFoundError();
  const state = await holdCase(viewer, discussionId);
  return { atMeeting: teamAtMeeting(found.meeting, viewer.today), followUp: found.followUp, before: found.lesson, isClosed: state.isClosed, isStopped: found.stoppedAt !== null };
}

type Written = Omit<Prisma.CaseFollowUpCreateManyInput, "caseDiscussionId" | "consortiumId" | "coreTeamId" | "version">;

/** False when somebody else wrote since that version. Version 0 is nothing yet. */
async function writeFollowUp(viewer: Viewer, scope: { consortiumId: string; coreTeamId: string }, { discussionId, version }: { discussionId: string; version: number }, data: Written): Promise<boolean> {
  const { count } =
    version === 0
      ? await viewer.db.caseFollowUp.createMany({ data: [{ caseDiscussionId: discussionId, ...scope, ...data }], skipDuplicates: true })
      : await viewer.db.caseFollowUp.updateMany({ where: { caseDiscussionId: discussionId, version }, data: { ...data, version: { increment: 1 } } });
  return count === 1;
}

function problemOf(who: "parents" | "pupil", telling: Telling, today: string): TellingProblems["missing"] {
  const problem = tellingProblem(telling, today);
  if (problem === null) return {};
  return problem === "BY_MISSING" ? { [`${who}ById`]: "MISSING" } : { [`${who}On`]: problem === "ON_TO_COME" ? "TO_COME" : "MISSING" };
}

function dayOfTelling({ given, on }: Telling): Date | null {
  return given === "yes" && on !== null ? dayForDatabase(on) : null;
}
