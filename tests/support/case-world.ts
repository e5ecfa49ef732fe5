import { randomUUID } from "node:crypto";
import type { Viewer } from "#lib/access/viewer";
import { logCaseDiscussion } from "#lib/case-discussions/commands";
import { findCaseDiscussion, readCaseDiscussion } from "#lib/case-discussions/queries";
import { type LogCaseDiscussion, logCaseDiscussionSchema } from "#lib/case-discussions/schema";
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
  const functions = { coach: await makeFunction(consortiumId, { name: "IB'er", coordinates: true }), youth: await makeFunction(consortiumId, { name: "CJG-coach" }) };
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

/** What the form of a new casus sends. */
export function storyOf(meetingId: string, fields: Record<string, string> = {}): LogCaseDiscussion {
  return logCaseDiscussionSchema.parse({ ...typedStory(meetingId), ...fields });
}

/** The same, as it is typed. */
export function typedStory(meetingId: string): Record<string, string> {
  return {
    meetingId,
    stage: "MIDDLE",
    goesWell: "De leerling speelt graag buiten.",
    question: "Hoe helpen we de leerling op tijd te komen?",
    situation: "De leerling is vaak moe en komt te laat.",
    parents: "SAID",
    parentsText: "De ouders willen meedenken.",
    pupil: "NOT_ASKED",
    pupilText: "Het gesprek is gepland.",
  };
}

/** Logs a casus as somebody who may, and gives its id. */
export async function logged(personId: string, input: LogCaseDiscussion): Promise<string> {
  const result = await asPerson(personId, (viewer) => logCaseDiscussion(viewer, input));
  if (!result.ok) throw new Error(`This casus was refused: ${result.problem}.`);
  return result.discussionId;
}

/** Opens a casus as its page does: first what may be seen of it, then its text. */
export async function opened(viewer: Viewer, ids: { coreTeamId: string; meetingId: string; discussionId: string }) {
  const discussion = await findCaseDiscussion(viewer, ids);
  return discussion && { discussion, text: await readCaseDiscussion(viewer, discussion) };
}

type AgreementFields = Partial<Pick<Prisma.AgreementUncheckedCreateInput,
  "text" | "state" | "stateSince" | "droppedBecause" | "caseDiscussionId" | "meetingId" | "followerId" | "passedToFunctionId" | "passedToOrganisationId" | "passedAt">> & { dueOn?: string };

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
    texts: await db.caseDiscussionText.findMany({ orderBy: { caseDiscussionId: "asc" } }),
    agreements: await db.agreement.findMany({ orderBy: { id: "asc" } }),
    history: await db.agreementEvent.count(),
    lines: await db.auditLine.count(),
  };
}
