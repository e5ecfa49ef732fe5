import { randomUUID } from "node:crypto";
import type { Viewer } from "#lib/access/viewer";
import { attempt } from "#lib/access/violations";
import { addHistory } from "#lib/agreements/history";
import { dueProblem } from "#lib/agreements/rules";
import { teamAtMeeting, type TeamAtMeeting, teamAtMeetingSelect } from "#lib/agreements/team-at-meeting";
import { checkFields, type CheckedField, type FieldCheck, hasFindings, keptDetails } from "#lib/anonymity/check-fields";
import { record, recordAll } from "#lib/audit/record";
import { aliasYearOf, columnsOf, stagesOf } from "#lib/case-discussions/rules";
import { type AgreementInput, type CloseCaseDiscussion, type EditCaseDiscussion, type LogCaseDiscussion, type Story, storyTexts } from "#lib/case-discussions/schema";
import { type Day, dayForDatabase } from "#lib/dates";
import { NotFoundError } from "#lib/errors";

/** What is wrong with one of the agreements of a form; `row` is its place, counted from 1. */
export type RowProblem = { row: number } & ({ problem: "OWNER_NOT_MEMBER" } | { problem: "DUE_TOO_EARLY" | "DUE_TOO_FAR"; limit: Day });

export type LogRefusal =
  | { problem: "MEETING_CANCELLED" | "STAGE_ELSEWHERE" }
  | { problem: "FINDINGS"; findings: FieldCheck["findings"] }
  | { problem: "AGREEMENTS"; rows: RowProblem[] };

/**
 * Writes down a casus that a core team talks about, with what was agreed, under an alias that nobody chooses.
 * Refuses words that may identify a child as long as nobody has explained them; the explanation goes to the audit line
 * as counts and codes.
 */
export async function logCaseDiscussion(viewer: Viewer, input: LogCaseDiscussion): Promise<{ ok: true; discussionId: string; coreTeamId: string } | ({ ok: false } & LogRefusal)> {
  const found = await viewer.db.meeting.findFirst({ where: { id: input.meetingId, coreTeam: viewer.coreTeamsWhere("case-discussion:log") }, select: teamAtMeetingSelect });
  if (!found) throw new NotFoundError();
  const atMeeting = teamAtMeeting(found, viewer.today);
  const { meeting, team } = atMeeting;
  viewer.mustBeAbleTo("case-discussion:log", team.scope);
  if (meeting.cancelled) return { ok: false, problem: "MEETING_CANCELLED" };
  if (!stagesOf(team.sector).includes(input.stage)) return { ok: false, problem: "STAGE_ELSEWHERE" };
  const check = checkFields({ ...storyFields(input), ...agreementFields(input.agreements, atMeeting) }, atMeeting.known);
  if (hasFindings(check)) return { ok: false, problem: "FINDINGS", findings: check.findings };
  const rows = input.agreements.flatMap((agreement) => rowProblems(agreement, atMeeting, viewer.today));
  if (rows.length > 0) return { ok: false, problem: "AGREEMENTS", rows };

  const discussionId = randomUUID();
  const schoolYear = aliasYearOf(meeting.day);
  const [next] = await viewer.db.$queryRaw<{ number: number }[]>`SELECT next_case_number(${team.id}::uuid, ${schoolYear}::int) AS number`;
  if (!next) throw new NotFoundError();
  await viewer.db.caseDiscussion.createMany({
    data: [{ id: discussionId, ...team.scope, meetingId: meeting.id, schoolYear, number: next.number, stage: input.stage, createdById: viewer.person.id }],
  });
  await viewer.db.caseDiscussionText.createMany({ data: [{ caseDiscussionId: discussionId, coreTeamId: team.id, ...textColumns(input) }] });
  await record(viewer, "case-discussion:log", team.scope, { objectType: "case_discussion", objectId: discussionId, details: keptDetails(check) });
  await makeAgreements(viewer, atMeeting, discussionId, input.agreements);
  return { ok: true, discussionId, coreTeamId: team.id };
}

/**
 * Replaces the text of an open casus. Refuses when somebody changed it since the form was opened, so that nothing gets
 * lost, and words that may identify a child, unless explained.
 */
export async function editCaseDiscussion(
  viewer: Viewer,
  { discussionId, version, ...input }: EditCaseDiscussion,
): Promise<({ ok: true } & Place) | ({ ok: false } & ({ problem: "CHANGED_MEANWHILE" | "CLOSED" | "STAGE_ELSEWHERE" } | { problem: "FINDINGS"; findings: FieldCheck["findings"] }))> {
  const found = await viewer.db.caseDiscussion.findFirst({
    where: { id: discussionId, coreTeam: viewer.coreTeamsWhere("case-discussion:edit") },
    select: { version: true, closedAt: true, meeting: { select: teamAtMeetingSelect } },
  });
  if (!found) throw new NotFoundError();
  const { meeting, team, known } = teamAtMeeting(found.meeting, viewer.today);
  viewer.mustBeAbleTo("case-discussion:edit", team.scope);
  if (found.closedAt !== null) return { ok: false, problem: "CLOSED" };
  if (found.version !== version) return { ok: false, problem: "CHANGED_MEANWHILE" };
  if (!stagesOf(team.sector).includes(input.stage)) return { ok: false, problem: "STAGE_ELSEWHERE" };
  const check = checkFields(storyFields(input), known);
  if (hasFindings(check)) return { ok: false, problem: "FINDINGS", findings: check.findings };
  const { count } = await viewer.db.caseDiscussion.updateMany({ where: { id: discussionId, version, closedAt: null }, data: { stage: input.stage, version: { increment: 1 } } });
  if (count === 0) return { ok: false, problem: "CHANGED_MEANWHILE" };
  await viewer.db.caseDiscussionText.updateMany({ where: { caseDiscussionId: discussionId }, data: textColumns(input) });
  await record(viewer, "case-discussion:edit", team.scope, { objectType: "case_discussion", objectId: discussionId, details: keptDetails(check) });
  return { ok: true, coreTeamId: team.id, meetingId: meeting.id };
}

/**
 * Closes a casus: from then on only who belonged to the team on the day of its meeting can read it. So it takes
 * somebody who did, that meeting has begun, and it cannot be undone.
 */
export async function closeCaseDiscussion(
  viewer: Viewer,
  { discussionId, version }: CloseCaseDiscussion,
): Promise<({ ok: true } & Place) | { ok: false; problem: "CHANGED_MEANWHILE" | "CLOSED" | "NOT_YET" | "WAS_NOT_THERE" }> {
  const found = await viewer.db.caseDiscussion.findFirst({
    where: { id: discussionId, coreTeam: viewer.coreTeamsWhere("case-discussion:close") },
    select: { closedAt: true, meetingId: true, coreTeamId: true, consortiumId: true, meeting: { select: { startsAt: true } } },
  });
  if (!found) throw new NotFoundError();
  const { closedAt, meetingId, meeting, ...scope } = found;
  viewer.mustBeAbleTo("case-discussion:close", scope);
  if (closedAt !== null) return { ok: false, problem: "CLOSED" };
  if (meeting.startsAt > viewer.now) return { ok: false, problem: "NOT_YET" };
  let closed = 0;
  const refused = await attempt(viewer, async () => {
    closed = (await viewer.db.caseDiscussion.updateMany({ where: { id: discussionId, version, closedAt: null }, data: { closedAt: viewer.now, version: { increment: 1 } } })).count;
  });
  // Row-level security lets nobody close what they could not read afterwards.
  if (refused === "row-level-security") return { ok: false, problem: "WAS_NOT_THERE" };
  // The meeting was moved at this very moment.
  if (refused === "case_discussion_closes_after_meeting_begins") return { ok: false, problem: "NOT_YET" };
  if (closed === 0) return { ok: false, problem: "CHANGED_MEANWHILE" };
  await record(viewer, "case-discussion:close", scope, { objectType: "case_discussion", objectId: discussionId });
  return { ok: true, coreTeamId: scope.coreTeamId, meetingId };
}

type Place = { coreTeamId: string; meetingId: string };

async function makeAgreements(viewer: Viewer, { meeting, team }: TeamAtMeeting, caseDiscussionId: string, agreements: readonly AgreementInput[]): Promise<void> {
  const made = agreements.map(({ text, ownerId, dueOn }) => ({ id: randomUUID(), text, ownerId, dueOn }));
  if (made.length === 0) return;
  const common = { ...team.scope, meetingId: meeting.id, caseDiscussionId, createdAt: viewer.now, stateSince: viewer.now };
  await viewer.db.agreement.createMany({ data: made.map(({ dueOn, ...row }) => ({ ...common, ...row, dueOn: dayForDatabase(dueOn) })) });
  await addHistory(viewer, team.scope, made.map(({ id, ownerId, dueOn }) => ({ agreementId: id, kind: "MADE", ownerId, dueOn })));
  await recordAll(viewer, "agreement:make", made.map(({ id }) => ({ scope: team.scope, objectType: "agreement", objectId: id })));
}

function storyFields(story: Story): Record<string, CheckedField> {
  return Object.fromEntries(storyTexts.map((name) => [name, { text: story[name], kept: story[`${name}Reason`] }]));
}

function agreementFields(agreements: readonly AgreementInput[], { members }: TeamAtMeeting): Record<string, CheckedField> {
  const colleagues = members.map(({ name }) => name);
  return Object.fromEntries(agreements.map(({ row, text, kept }) => [`agreement${row}Text`, { text, kept, colleagues }]));
}

function rowProblems({ row, ownerId, dueOn }: AgreementInput, { owners, meeting }: TeamAtMeeting, today: Day): RowProblem[] {
  const due = dueProblem(dueOn, meeting.day, today);
  return [
    ...(owners.some(({ personId }) => personId === ownerId) ? [] : [{ row, problem: "OWNER_NOT_MEMBER" } as const]),
    ...(due ? [{ row, ...due }] : []),
  ];
}

function textColumns(story: Story) {
  const parents = columnsOf({ hearing: story.parents, text: story.parentsText });
  const pupil = columnsOf({ hearing: story.pupil, text: story.pupilText });
  return {
    question: story.question,
    situation: story.situation,
    goesWell: story.goesWell,
    parentsSay: parents.said,
    parentsNotAsked: parents.notAsked,
    pupilSays: pupil.said,
    pupilNotAsked: pupil.notAsked,
  };
}
