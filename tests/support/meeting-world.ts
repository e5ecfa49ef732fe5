import { beforeAll, afterAll } from "vitest";
import { inTransaction } from "#lib/access/transaction";
import type { Viewer, ViewerFacts } from "#lib/access/viewer";
import { createSession, newToken, sessionOf } from "#lib/auth/session";
import type { ProposeDates } from "#lib/date-proposals/schema";
import { authDatabase, disconnect, operatorDatabase } from "#lib/db";
import { RefusedError } from "#lib/errors";
import { scheduleMeeting } from "#lib/meetings/commands";
import type { RescheduleMeeting, ScheduleMeeting } from "#lib/meetings/schema";
import { asPerson } from "#tests/support/as-person";
import { makeConsortium, makeCoreTeam, makeFunction, makeMembership, makePerson, makeRole } from "#tests/support/builders";
import { ownDatabase } from "#tests/support/own-database";

// What the tests of meetings share: a day on which everything happens, a team with people in it, and a plan to vary.

/** The day on which these tests live: a Tuesday without holidays near. */
export const TODAY = "2026-11-10";

/** Gives a test file its database, and lets it live on `TODAY`. */
export function useMeetings(): void {
  beforeAll(async () => {
    process.env.REFERENCE_DATE = TODAY;
    await ownDatabase();
  });
  afterAll(disconnect);
}

export type TeamWorld = Awaited<ReturnType<typeof teamWorld>>;

/** A team with an IB'er who plans, a CJG-coach, a nurse on call, and a procesbegeleider over it. */
export async function teamWorld(fields: { name?: string; consortiumId?: string } = {}) {
  const consortiumId = fields.consortiumId ?? (await makeConsortium()).id;
  const team = await makeCoreTeam(consortiumId, { name: fields.name ?? "OBS De Wilgen" });
  const functions = await functionsOf(consortiumId);
  const noor = await makePerson({ name: "Noor de Wit" });
  const samira = await makePerson({ name: "Samira Yilmaz" });
  const joke = await makePerson({ name: "Joke Bakker" });
  const karin = await makePerson({ name: "Karin Bos" });
  const memberships = {
    noor: await makeMembership(team, noor.id, { functionId: functions.coach.id }),
    samira: await makeMembership(team, samira.id, { functionId: functions.youth.id }),
    joke: await makeMembership(team, joke.id, { functionId: functions.nurse.id }),
  };
  await makeRole(consortiumId, karin.id, "PROCESS_COACH");
  return { consortiumId, team, functions, noor, samira, joke, karin, memberships };
}

/** A second team of the same samenwerkingsverband (or of another) with Samira in it, and its own IB'er. */
export async function otherTeam(samiraId: string, fields: { name: string; consortiumId?: string }) {
  const consortiumId = fields.consortiumId ?? (await makeConsortium()).id;
  const team = await makeCoreTeam(consortiumId, { name: fields.name });
  const planner = await makePerson();
  const { coach, youth } = await functionsOf(consortiumId);
  await makeMembership(team, planner.id, { functionId: coach.id });
  await makeMembership(team, samiraId, { functionId: youth.id });
  return { team, planner };
}

/** The functions of a samenwerkingsverband, made the first time they are asked for. */
async function functionsOf(consortiumId: string) {
  const known = await operatorDatabase().teamFunction.findMany({ where: { consortiumId }, select: { id: true, name: true } });
  const named = async (name: string, fields: Parameters<typeof makeFunction>[1]) => known.find((each) => each.name === name) ?? makeFunction(consortiumId, { name, ...fields });
  return {
    coach: await named("IB'er", { code: "INTERNAL_COACH", coordinates: true }),
    youth: await named("CJG-coach", { code: "YOUTH_COACH" }),
    nurse: await named("Jeugdverpleegkundige", { code: "YOUTH_NURSE", attendance: "ON_CALL" }),
  };
}

/** What a form for a new meeting sends: on 24 November from 14.15 to 15.30, unless said otherwise. */
export function planOf(coreTeamId: string, invitees: readonly string[], fields: Partial<ScheduleMeeting> = {}): ScheduleMeeting {
  return {
    coreTeamId, kind: "IN_DEPTH", theme: null, themeReason: null, placeReason: null, date: "2026-11-24", start: "14:15", minutes: 75, form: "LIVE", place: "De Wilgen, Dorpsstraat 1", link: null,
    invitees: [...invitees], attendance: [], confirmed: [], ...fields,
  };
}

/** What a form that asks a team about three moments sends: Noor, Samira and Joke, until 19 November. */
export function proposalOf({ team, noor, samira, joke }: TeamWorld, fields: Partial<ProposeDates> = {}): ProposeDates {
  const { kind, theme, themeReason, placeReason, minutes, form, place, link } = planOf(team.id, []);
  return {
    coreTeamId: team.id, kind, theme, themeReason, placeReason, minutes, form, place, link,
    invitees: [noor.id, samira.id, joke.id], attendance: [], moments: ["2026-11-24 14:15", "2026-12-01 14:00", "2026-12-03 10:00"], lastDay: "2026-11-19", ...fields,
  };
}

/** What a form to change that meeting sends: what `planOf` planned, unless said otherwise, from its first version. */
export function changeOf(meetingId: string, fields: Partial<RescheduleMeeting> = {}): RescheduleMeeting {
  const { coreTeamId: _team, invitees: _invitees, attendance: _attendance, ...plan } = planOf("", []);
  return { ...plan, meetingId, version: 1, ...fields };
}

/** Schedules as somebody who may, and gives the meeting's id. */
export async function scheduled(personId: string, plan: ScheduleMeeting): Promise<string> {
  const result = await asPerson(personId, (viewer) => scheduleMeeting(viewer, plan));
  if (!result.ok) throw new Error(`This meeting was refused: ${result.problem}.`);
  return result.meetingId;
}

/** The participation of somebody in a meeting. */
export async function participationOf(meetingId: string, personId: string) {
  return operatorDatabase().participation.findFirstOrThrow({ where: { meetingId, personId } });
}

/** All that a refused command might have changed: counts of rows, and what the meetings say. */
export async function everything(): Promise<unknown> {
  const db = operatorDatabase();
  return {
    meetings: await db.meeting.findMany({ orderBy: { id: "asc" } }),
    participations: await db.participation.findMany({ orderBy: { id: "asc" } }),
    mails: await db.meetingMail.findMany({ orderBy: { id: "asc" } }),
    lines: await db.auditLine.count(),
    jobs: await db.$queryRaw`SELECT count(*)::int AS count FROM pgboss.job`,
  };
}

/** Somebody who signed in once, in two steps, for many things at the same time. */
export async function signIn(personId: string): Promise<ViewerFacts> {
  const token = await authDatabase().$transaction((db) => createSession(db, personId, "test", newToken(), "HIGH"));
  const session = await sessionOf(token);
  if (session?.state !== "open") throw new Error("This person cannot sign in.");
  return session.facts;
}

/** Runs as somebody, and undoes what was written when the answer is a refusal, as a form does. */
export async function asForm<T extends { ok: boolean }>(facts: ViewerFacts, run: (viewer: Viewer) => Promise<T>): Promise<T> {
  try {
    return await inTransaction(facts, async (viewer) => {
      const answer = await run(viewer);
      if (!answer.ok) throw new RefusedError(answer);
      return answer;
    }, "test");
  } catch (error) {
    if (error instanceof RefusedError) return error.answer as T;
    throw error;
  }
}
