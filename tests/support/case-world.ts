import { randomUUID } from "node:crypto";
import type { Viewer } from "#lib/access/viewer";
import { saveCasePart, shareCaseDiscussion, startCaseDiscussion } from "#lib/case-discussions/commands";
import { findCaseDiscussion, readCaseDiscussion } from "#lib/case-discussions/queries";
import { caseSteps } from "#lib/case-discussions/rules";
import { type CasePart, type SaveCasePart, saveCasePartSchema, startCaseDiscussionSchema } from "#lib/case-discussions/schema";
import { operatorDatabase } from "#lib/db";
import type { Prisma } from "#prisma/generated/client";
import { asPerson } from "#tests/support/as-person";
import { makeConsortium, makeCoreTeam, makeFunction, makeMeeting, makeMembership, makePerson, makeRole } from "#tests/support/builders";

// What the tests of casussen share: a team with people who came and went, and a meeting of five weeks ago.

/** The day on which these tests live. */
export const TODAY = "2026-11-10";
export const MEETING_DAY = "2026-10-06";

export type CaseWorld = Awaited<ReturnType<typeof caseWorld>>;

/** A team and everybody who has to do with it: a name each for how they relate to the meeting. */
export async function caseWorld() {
  const { id: consortiumId } = await makeConsortium();
  const team = await makeCoreTeam(consortiumId, { name: "OBS De Wilgen" });
  const sibling = await makeCoreTeam(consortiumId);
  const functions = { coach: await makeFunction(consortiumId, { name: "IB'er", coordinates: true }), youth: await makeFunction(consortiumId, { name: "CJG-coach", code: "YOUTH_COACH" }) };
  const people = {
    noor: await makePerson({ name: "Noor de Wit" }),
    samira: await makePerson({ name: "Samira Haddou" }),
    endedYesterday: await makePerson({ name: "Jan Vertrek" }),
    startsTomorrow: await makePerson(),
    joinedAfter: await makePerson({ name: "Wout Nieuwkomer" }),
    ofSibling: await makePerson(),
    processCoach: await makePerson(),
    organiser: await makePerson(),
    board: await makePerson(),
    administrator: await makePerson(),
  };
  await makeMembership(team, people.noor.id, { functionId: functions.coach.id });
  await makeMembership(team, people.samira.id, { functionId: functions.youth.id });
  await makeMembership(team, people.endedYesterday.id, { functionId: functions.youth.id, lastDay: "2026-11-09" });
  await makeMembership(team, people.startsTomorrow.id, { functionId: functions.youth.id, firstDay: "2026-11-11" });
  await makeMembership(team, people.joinedAfter.id, { functionId: functions.youth.id, firstDay: "2026-10-20" });
  await makeMembership(sibling, people.ofSibling.id, { functionId: functions.coach.id });
  await makeRole(consortiumId, people.processCoach.id, "PROCESS_COACH");
  await makeRole(consortiumId, people.organiser.id, "ORGANISER");
  await makeRole(consortiumId, people.board.id, "BOARD");
  await makeRole(consortiumId, people.administrator.id, "ADMINISTRATOR");
  const invitees = [{ personId: people.noor.id, functionId: functions.coach.id }];
  const meeting = await makeMeeting(team, people.noor.id, { day: MEETING_DAY, invitees });
  return { consortiumId, team, functions, people, meeting };
}

/** What a new meeting needs to be like this one, on another day. */
export async function meetingLike(meetingId: string, day: string) {
  const { id: _id, startsAt: _starts, endsAt: _ends, ...rest } = await operatorDatabase().meeting.findUniqueOrThrow({ where: { id: meetingId } });
  return { ...rest, startsAt: new Date(`${day}T12:00:00Z`), endsAt: new Date(`${day}T13:00:00Z`) };
}

/** What is typed in a form, by the names of its boxes. */
export type Typed = Record<string, string | string[]>;

/** What is typed on the pages of a casus, all together. */
export function typedCase(): Typed {
  return {
    goesWell: "De leerling speelt graag buiten.",
    question: "Hoe helpen we de leerling op tijd te komen?",
    situation: "De leerling is vaak moe en komt te laat.",
    kind: "HELP",
    stage: "MIDDLE",
    theme: "ABSENCE",
    lifeDomains: ["SCHOOL", "HOME"],
    since: "LONGER",
    parents: "SAID",
    parentsText: "De ouders willen meedenken.",
    pupil: "NOT_ASKED",
    pupilText: "Het gesprek is gepland.",
    parentsInformed: "yes",
    needed: "Een rustig begin van de dag.",
  };
}

/** What one page of a casus sends. */
export function partOf(discussionId: string, part: CasePart, fields: Typed = {}, version = 0): SaveCasePart {
  return saveCasePartSchema.parse({ ...typedCase(), ...fields, discussionId, part, version: String(version) });
}

/** Begins a casus as somebody who may, and gives its id: a concept. */
export async function startedCase(personId: string, meetingId: string, fields: Typed = {}): Promise<string> {
  const input = startCaseDiscussionSchema.parse({ ...typedCase(), ...fields, meetingId });
  const result = await asPerson(personId, (viewer) => startCaseDiscussion(viewer, input));
  if (!result.ok) throw new Error(`This casus was refused: ${result.problem}.`);
  return result.discussionId;
}

/** Writes a casus page by page, lets the team read along, and gives its id. */
export async function sharedCase(personId: string, meetingId: string, fields: Typed = {}): Promise<string> {
  const id = await startedCase(personId, meetingId, fields);
  for (const { part } of caseSteps.slice(1)) {
    const kept = await asPerson(personId, (viewer) => saveCasePart(viewer, partOf(id, part, fields)));
    if (!kept.ok) throw new Error(`The page ${part} was refused: ${kept.problem}.`);
  }
  const shared = await asPerson(personId, async (viewer) => shareCaseDiscussion(viewer, { discussionId: id, version: await versionOf(id) }));
  if (!shared.ok) throw new Error(`This casus was not shared: ${shared.problem}.`);
  return id;
}

/** The version of a casus at this moment. */
export async function versionOf(id: string): Promise<number> {
  return (await operatorDatabase().caseDiscussion.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;
}

/** Opens a casus as its page does: first what may be seen of it, then its text. */
export async function opened(viewer: Viewer, ids: { coreTeamId: string; meetingId: string; discussionId: string }) {
  const discussion = await findCaseDiscussion(viewer, ids);
  return discussion && { discussion, text: await readCaseDiscussion(viewer, discussion) };
}

type AgreementFields = Partial<Pick<Prisma.AgreementUncheckedCreateInput,
  "kind" | "applied" | "text" | "state" | "stateSince" | "droppedBecause" | "caseDiscussionId" | "meetingId" | "followerId" | "passedToFunctionId" | "passedToOrganisationId" | "passedAt">> & { dueOn?: string };

/** An agreement, made without asking anybody. */
export async function makeAgreementOf(world: Pick<CaseWorld, "team" | "meeting">, ownerId: string, { dueOn = "2026-12-01", ...fields }: AgreementFields = {}): Promise<{ id: string }> {
  const { team, meeting } = world;
  return operatorDatabase().agreement.create({
    data: { id: randomUUID(), consortiumId: team.consortiumId, coreTeamId: team.id, meetingId: meeting.id, text: "Startgesprek voeren", ownerId, dueOn: new Date(dueOn), ...fields },
    select: { id: true },
  });
}

/** All that a refused command might have changed. */
export async function everythingOfCases(): Promise<unknown> {
  const db = operatorDatabase();
  return {
    discussions: await db.caseDiscussion.findMany({ orderBy: { id: "asc" } }),
    circle: await db.caseCircleMark.findMany({ orderBy: [{ caseDiscussionId: "asc" }, { element: "asc" }] }),
    texts: await db.caseText.findMany({ orderBy: [{ caseDiscussionId: "asc" }, { part: "asc" }] }),
    followUps: await db.caseFollowUp.findMany({ orderBy: { caseDiscussionId: "asc" } }),
    lessons: await db.caseLesson.findMany({ orderBy: { caseDiscussionId: "asc" } }),
    agreements: await db.agreement.findMany({ orderBy: { id: "asc" } }),
    history: await db.agreementEvent.count(),
    lines: await db.auditLine.count(),
  };
}
