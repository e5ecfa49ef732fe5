import { randomUUID } from "node:crypto";
import type { Viewer } from "#lib/access/viewer";
import { attempt } from "#lib/access/violations";
import { type TeamAtMeeting, teamAtMeeting, teamAtMeetingSelect } from "#lib/agreements/team-at-meeting";
import { checkFields, type FieldCheck, hasFindings, keptDetails } from "#lib/anonymity/check-fields";
import { keptText } from "#lib/anonymity/findings";
import { record } from "#lib/audit/record";
import { type CaseAnswers, type CaseSetting, missingAnswers, partOf, partTexts, writtenPart } from "#lib/case-discussions/answers";
import { settingSelect } from "#lib/case-discussions/lines";
import { readCaseDiscussion } from "#lib/case-discussions/queries";
import { aliasYearOf, caseStateOf, isWritable, stagesOf, stateSelect } from "#lib/case-discussions/rules";
import type { CasePart, CloseCaseDiscussion, DiscardConcept, SaveCasePart, ShareCaseDiscussion, StartCaseDiscussion } from "#lib/case-discussions/schema";
import { findErasureDay } from "#lib/case-retention/queries";
import { NotFoundError } from "#lib/errors";
import { log } from "#lib/log";
import { keepMarks } from "#lib/opportunity-circle/marks";
import { type CircleMarks, circleElements, markField } from "#lib/opportunity-circle/rules";
import { caseTextPlace } from "#lib/sealing/columns";
import { seal } from "#lib/sealing/seal";

/** Words that may identify a child, and that nobody has explained. */
export type Findings = { problem: "FINDINGS"; findings: FieldCheck["findings"] };

/** Answers without which the team cannot read along, by the names of their fields. */
export type Incomplete = { problem: "INCOMPLETE"; missing: string[] };

/** Where a casus is. */
export type Place = { coreTeamId: string; meetingId: string };

/**
 * Begins a casus that a core team will talk about at a meeting: a concept that only its writer sees, with the next alias
 * of the team, which nobody chooses. Refuses a meeting so long ago that the text would have to be erased at once, and words
 * that may identify a child as long as nobody has explained them; the explanation goes to the audit line as counts and codes.
 */
export async function startCaseDiscussion(
  viewer: Viewer,
  { meetingId, goesWell, goesWellReason }: StartCaseDiscussion,
): Promise<({ ok: true; discussionId: string } & Place) | ({ ok: false } & (Findings | { problem: "MEETING_CANCELLED" | "TOO_LONG_AGO" }))> {
  const found = await viewer.db.meeting.findFirst({ where: { id: meetingId, coreTeam: viewer.coreTeamsWhere("case-discussion:log") }, select: teamAtMeetingSelect });
  if (!found) throw new NotFoundError();
  const { meeting, team, names } = teamAtMeeting(found, viewer.today);
  viewer.mustBeAbleTo("case-discussion:log", team.scope);
  if (meeting.cancelled) return { ok: false, problem: "MEETING_CANCELLED" };
  if ((await findErasureDay(viewer, team.scope, meeting.day)) <= viewer.today) return { ok: false, problem: "TOO_LONG_AGO" };
  const check = checkFields({ goesWell: { text: goesWell, kept: goesWellReason, as: "CASE" } }, names);
  if (hasFindings(check)) return { ok: false, problem: "FINDINGS", findings: check.findings };

  const discussionId = randomUUID();
  const schoolYear = aliasYearOf(meeting.day);
  const [next] = await viewer.db.$queryRaw<{ number: number }[]>`SELECT next_case_number(${team.id}::uuid, ${schoolYear}::int) AS number`;
  if (!next) throw new NotFoundError();
  await viewer.db.caseDiscussion.createMany({ data: [{ id: discussionId, ...team.scope, meetingId, schoolYear, number: next.number, createdById: viewer.person.id }] });
  const answers = { goesWell, ...(goesWellReason && { goesWellReason: keptText(goesWellReason) }) };
  await writePart(viewer, team, { discussionId, part: "GOES_WELL", version: 0, isWhole: true }, answers);
  await record(viewer, "case-discussion:log", team.scope, { objectType: "case_discussion", objectId: discussionId, details: keptDetails(check) });
  return { ok: true, discussionId, coreTeamId: team.id, meetingId };
}

/**
 * Keeps one page of a casus: of a concept by its writer, of an open casus by any member. Refuses when somebody kept the
 * same page since it was opened, so that nothing gets lost; words that may identify a child, unless explained; and of a
 * casus that is shared a page on which something is missing.
 */
export async function saveCasePart(
  viewer: Viewer,
  { discussionId, part, version, ...input }: SaveCasePart,
): Promise<({ ok: true; shared: boolean } & Place) | ({ ok: false } & (Findings | Incomplete | { problem: "CHANGED_MEANWHILE" | "CLOSED" | "STAGE_ELSEWHERE" }))> {
  const found = await viewer.db.caseDiscussion.findFirst({
    where: { id: discussionId, coreTeam: viewer.coreTeamsWhere("case-discussion:edit") },
    select: { ...stateSelect, ...settingSelect, meeting: { select: teamAtMeetingSelect } },
  });
  if (!found) throw new NotFoundError();
  const { sharedAt, meeting: columns, ...before } = found;
  // What comes of a casus is written once the team reads it.
  if (part === "OUTCOME" && sharedAt === null) throw new NotFoundError();
  const { meeting, team, names } = teamAtMeeting(columns, viewer.today);
  viewer.mustBeAbleTo("case-discussion:edit", team.scope);
  if (!isWritable(caseStateOf(found))) return { ok: false, problem: "CLOSED" };
  const setting = settingIn(part, input);
  if (setting.stage && !stagesOf(team.sector).includes(setting.stage)) return { ok: false, problem: "STAGE_ELSEWHERE" };
  const check = checkFields(Object.fromEntries(partTexts[part].map((name) => [name, { text: input[name], kept: input[`${name}Reason`], as: "CASE" }])), names);
  if (hasFindings(check)) return { ok: false, problem: "FINDINGS", findings: check.findings };
  const answers = answersOn(part, input);
  const missing = missingAnswers(answers, { ...before, ...setting }).filter((field) => partOf(field) === part);
  if (sharedAt !== null && missing.length > 0) return { ok: false, problem: "INCOMPLETE", missing };

  const { count } = await viewer.db.caseDiscussion.updateMany({ where: { id: discussionId, closedAt: null }, data: { ...setting, version: { increment: 1 } } });
  if (count === 0) return { ok: false, problem: "CLOSED" };
  if (!(await writePart(viewer, team, { discussionId, part, version, isWhole: missing.length === 0 }, answers))) return { ok: false, problem: "CHANGED_MEANWHILE" };
  if (part === "CIRCLE") await keepMarks(viewer, { discussionId, ...team.scope }, marksIn(input));
  await record(viewer, "case-discussion:edit", team.scope, { objectType: "case_discussion", objectId: discussionId, details: keptDetails(check) });
  return { ok: true, shared: sharedAt !== null, coreTeamId: team.id, meetingId: meeting.id };
}

/**
 * Lets the team read along: from now on every member sees the casus, and it cannot become a concept again. Only its writer
 * can, and only when every question has an answer or tells why not.
 */
export async function shareCaseDiscussion(
  viewer: Viewer,
  { discussionId, version }: ShareCaseDiscussion,
): Promise<({ ok: true } & Place) | ({ ok: false } & (Incomplete | { problem: "CHANGED_MEANWHILE" | "SHARED" }))> {
  const found = await viewer.db.caseDiscussion.findFirst({
    where: { id: discussionId, createdById: viewer.person.id, coreTeam: viewer.coreTeamsWhere("case-discussion:share") },
    select: { ...stateSelect, coreTeamId: true, consortiumId: true, meetingId: true, ...settingSelect },
  });
  if (!found) throw new NotFoundError();
  const { coreTeamId, consortiumId, meetingId, ...setting } = found;
  const scope = { consortiumId, coreTeamId };
  viewer.mustBeAbleTo("case-discussion:share", scope);
  if (caseStateOf(found) !== "CONCEPT") return { ok: false, problem: "SHARED" };
  const text = await readCaseDiscussion(viewer, { id: discussionId, team: { scope } });
  const missing = missingAnswers(text?.answers ?? {}, setting);
  if (missing.length > 0) return { ok: false, problem: "INCOMPLETE", missing };
  let shared = 0;
  const refused = await attempt(viewer, async () => {
    shared = (await viewer.db.caseDiscussion.updateMany({ where: { id: discussionId, version, sharedAt: null }, data: { sharedAt: viewer.now, version: { increment: 1 } } })).count;
  });
  if (refused !== null || shared === 0) return { ok: false, problem: "CHANGED_MEANWHILE" };
  await record(viewer, "case-discussion:share", scope, { objectType: "case_discussion", objectId: discussionId });
  return { ok: true, coreTeamId, meetingId };
}

/**
 * Throws away a concept of one's own that the team never read: its row, its texts and what was left in its forms, for good. The
 * audit log says that it was done, and nothing of what stood there. Refuses one that was shared, one that was given back after a
 * stop, because it holds what others wrote, and one that changed since its writer decided.
 */
export async function discardConcept(viewer: Viewer, { discussionId, version }: DiscardConcept): Promise<({ ok: true } & Place) | { ok: false; problem: "CHANGED_MEANWHILE" | "RELEASED" | "SHARED" }> {
  const found = await viewer.db.caseDiscussion.findFirst({
    where: { id: discussionId, createdById: viewer.person.id, coreTeam: viewer.coreTeamsWhere("case-discussion:discard") },
    select: { ...stateSelect, releasedAt: true, coreTeamId: true, consortiumId: true, meetingId: true },
  });
  if (!found) throw new NotFoundError();
  const { coreTeamId, consortiumId, meetingId } = found;
  const scope = { consortiumId, coreTeamId };
  viewer.mustBeAbleTo("case-discussion:discard", scope);
  if (caseStateOf(found) !== "CONCEPT") return { ok: false, problem: "SHARED" };
  if (found.releasedAt !== null) return { ok: false, problem: "RELEASED" };
  const [answer] = await viewer.db.$queryRaw<{ gone: boolean }[]>`SELECT discard_concept(${discussionId}::uuid, ${version}::int) AS gone`;
  if (!answer?.gone) return { ok: false, problem: "CHANGED_MEANWHILE" };
  await record(viewer, "case-discussion:discard", scope, { objectType: "case_discussion", objectId: discussionId });
  // Whoever puts a dump back reads here what was thrown away since.
  log("info", "case-discarded", { objectId: discussionId });
  return { ok: true, coreTeamId, meetingId };
}

/**
 * Closes a casus: from then on only who belonged to the team on the day of its meeting can read it. So it takes
 * somebody who did, that meeting has begun, and it cannot be undone. Refuses one that tells neither what parents and pupil
 * say themselves, nor why they were not asked.
 */
export async function closeCaseDiscussion(
  viewer: Viewer,
  { discussionId, version }: CloseCaseDiscussion,
): Promise<({ ok: true } & Place) | { ok: false; problem: "CHANGED_MEANWHILE" | "CLOSED" | "NOT_YET" | "VOICES_MISSING" | "WAS_NOT_THERE" }> {
  const found = await viewer.db.caseDiscussion.findFirst({
    where: { id: discussionId, coreTeam: viewer.coreTeamsWhere("case-discussion:close") },
    select: { ...stateSelect, meetingId: true, coreTeamId: true, consortiumId: true, meeting: { select: { startsAt: true } } },
  });
  if (!found) throw new NotFoundError();
  const { meetingId, meeting, coreTeamId, consortiumId } = found;
  const scope = { consortiumId, coreTeamId };
  viewer.mustBeAbleTo("case-discussion:close", scope);
  if (!isWritable(caseStateOf(found))) return { ok: false, problem: "CLOSED" };
  if (meeting.startsAt > viewer.now) return { ok: false, problem: "NOT_YET" };
  let closed = 0;
  const refused = await attempt(viewer, async () => {
    closed = (await viewer.db.caseDiscussion.updateMany({ where: { id: discussionId, version, closedAt: null }, data: { closedAt: viewer.now, version: { increment: 1 } } })).count;
  });
  // Row-level security lets nobody close what they could not read afterwards.
  if (refused === "row-level-security") return { ok: false, problem: "WAS_NOT_THERE" };
  // The meeting was moved at this very moment.
  if (refused === "case_discussion_closes_after_meeting_begins") return { ok: false, problem: "NOT_YET" };
  if (refused === "case_discussion_closes_with_voices") return { ok: false, problem: "VOICES_MISSING" };
  if (closed === 0) return { ok: false, problem: "CHANGED_MEANWHILE" };
  await record(viewer, "case-discussion:close", scope, { objectType: "case_discussion", objectId: discussionId });
  return { ok: true, coreTeamId, meetingId };
}

type Page = { discussionId: string; part: CasePart; version: number; isWhole: boolean };

/** Seals a page and stores it; false when somebody stored this page since that version. Version 0 is a page that is not there yet. */
async function writePart(viewer: Viewer, { id: coreTeamId, scope }: TeamAtMeeting["team"], { discussionId, part, version, isWhole }: Page, answers: CaseAnswers): Promise<boolean> {
  const written = writtenPart(part, answers);
  const sealed = written && (await seal(viewer, caseTextPlace(scope.consortiumId, discussionId, part), written));
  const key = { caseDiscussionId: discussionId, part };
  const { count } =
    version === 0
      ? await viewer.db.caseText.createMany({ data: [{ ...key, consortiumId: scope.consortiumId, coreTeamId, sealed, isWhole }], skipDuplicates: true })
      : await viewer.db.caseText.updateMany({ where: { ...key, version }, data: { sealed, isWhole, version: { increment: 1 } } });
  return count === 1;
}

type Input = Omit<SaveCasePart, "discussionId" | "part" | "version">;

/** What was typed on a page, as it is sealed: the reasons as their form holds them. */
function answersOn(part: CasePart, input: Input): CaseAnswers {
  const texts = partTexts[part].map((name) => {
    const kept = input[`${name}Reason`];
    return { ...(input[name] && { [name]: input[name] }), ...(kept && { [`${name}Reason`]: keptText(kept) }) };
  });
  const voices = part === "VOICES" ? { ...(input.parents && { parents: input.parents }), ...(input.pupil && { pupil: input.pupil }) } : {};
  return Object.assign({}, ...texts, voices) as CaseAnswers;
}

/** What was chosen on a page. */
function settingIn(part: CasePart, { kind, stage, theme, lifeDomains, since, parentsInformed }: Input): Partial<CaseSetting> {
  if (part === "SETTING") return { kind, stage, theme, lifeDomains, since };
  return part === "PARENTS_INFORMED" ? { parentsInformed } : {};
}

/** How the elements of the kansencirkel stand. */
function marksIn(input: Input): CircleMarks {
  return Object.fromEntries(circleElements.map((element) => [element, input[markField(element)]])) as CircleMarks;
}
