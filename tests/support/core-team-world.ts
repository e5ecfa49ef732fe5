import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";
import type { Viewer } from "#lib/access/viewer";
import type { AddMember } from "#lib/core-teams/schema";
import { operatorDatabase } from "#lib/db";
import { RefusedError } from "#lib/errors";
import { asPerson } from "#tests/support/as-person";
import { makeConsortium, makeCoreTeam, makeFunction, makeMembership, makeOrganisation, makePerson, makeRole } from "#tests/support/builders";

/** The day on which the tests about core teams play. */
export const today = "2026-11-23";
export const [yesterday, tomorrow] = ["2026-11-22", "2026-11-24"];

/** Everybody to whom one core team of this world does not exist: of another team, of yesterday, of tomorrow, of the board, from elsewhere. */
export const outsiders = ["els", "hans", "yusuf", "ruud", "farah"] as const;

export type CoreTeamWorld = Awaited<ReturnType<typeof makeCoreTeamWorld>>;

/** Two samenwerkingsverbanden; in the first two teams, with somebody who left yesterday and somebody who starts tomorrow. */
export async function makeCoreTeamWorld() {
  const consortium = await makeConsortium({ name: "SWV Kust" });
  const elsewhere = await makeConsortium({ name: "SWV Elders" });
  const organisation = await makeOrganisation(consortium.id, "CJG Kust");
  const functions = {
    coach: await makeFunction(consortium.id, { name: "IB'er", coordinates: true }),
    youth: await makeFunction(consortium.id, { name: "CJG-coach" }),
    nurse: await makeFunction(consortium.id, { name: "Jeugdverpleegkundige", alternatives: "JGZ" }),
    doctor: await makeFunction(consortium.id, { name: "Schoolarts", alternatives: "JGZ" }),
    other: await makeFunction(consortium.id, { name: "Zorgcoördinator", sector: "VO" }),
  };
  const foreignFunction = await makeFunction(elsewhere.id);
  const willows = await makeCoreTeam(consortium.id, { name: "De Wilgen" });
  const bridge = await makeCoreTeam(consortium.id, { name: "De Brug" });
  const foreign = await makeCoreTeam(elsewhere.id, { name: "De Verte" });
  const people = {
    noor: await makePerson({ name: "Noor de Wit", phone: "06 1" }),
    samira: await makePerson({ name: "Samira Haddou", phone: "06 2" }),
    hans: await makePerson({ name: "Hans Weg" }),
    yusuf: await makePerson({ name: "Yusuf Demir" }),
    els: await makePerson({ name: "Els van Rooij" }),
    karin: await makePerson({ name: "Karin Bos" }),
    daan: await makePerson({ name: "Daan Vermeulen" }),
    ingrid: await makePerson({ name: "Ingrid Postma" }),
    ruud: await makePerson({ name: "Ruud Aalbers" }),
    farah: await makePerson({ name: "Farah Verder" }),
  };
  const memberships = {
    noor: await makeMembership(willows, people.noor.id, { functionId: functions.coach.id }),
    samira: await makeMembership(willows, people.samira.id, { functionId: functions.youth.id, organisationId: organisation.id }),
    hans: await makeMembership(willows, people.hans.id, { functionId: functions.doctor.id, lastDay: yesterday }),
    yusuf: await makeMembership(willows, people.yusuf.id, { functionId: functions.youth.id, firstDay: tomorrow }),
    els: await makeMembership(bridge, people.els.id, { functionId: functions.coach.id }),
    foreign: await makeMembership(foreign, people.farah.id, { coordinates: true }),
  };
  await makeRole(consortium.id, people.karin.id, "PROCESS_COACH");
  await makeRole(consortium.id, people.daan.id, "ORGANISER");
  await makeRole(consortium.id, people.ingrid.id, "ADMINISTRATOR");
  await makeRole(consortium.id, people.ruud.id, "BOARD");
  await makeRole(elsewhere.id, people.farah.id, "PROCESS_COACH");
  return { consortium, elsewhere, organisation, functions, foreignFunction, willows, bridge, foreign, people, memberships };
}

/** A colleague of De Wilgen who may be added. */
export function somebody(world: CoreTeamWorld, fields: Partial<AddMember> = {}): AddMember {
  return {
    coreTeamId: world.willows.id,
    name: "Bram Jansen",
    email: `bram-${crypto.randomUUID()}@dewilgen.example`,
    functionId: world.functions.coach.id,
    organisationId: null,
    firstDay: today,
    temporary: false,
    lastDay: null,
    temporaryReason: null,
    ...fields,
  };
}

/** Everything an adding or changing may touch, to show that a refusal touched nothing. */
async function everything() {
  const db = operatorDatabase();
  return {
    memberships: await db.membership.findMany({ orderBy: { id: "asc" } }),
    people: await db.person.count(),
    teams: await db.coreTeam.count(),
    reports: await db.changeReport.findMany({ orderBy: { id: "asc" } }),
    audit: await db.auditLine.count(),
    mails: await personMails(),
  };
}

/** The mails to people that are in the queue. */
export async function personMails(): Promise<Record<string, unknown>[]> {
  const rows = await operatorDatabase().$queryRaw<{ data: Record<string, unknown> }[]>`SELECT data FROM pgboss.job WHERE name = 'person-mail' ORDER BY created_on`;
  return rows.map(({ data }) => data);
}

/** Runs something that is refused, and shows that it left everything as it was. */
export async function changesNothing(run: () => Promise<unknown>): Promise<void> {
  const before = await everything();
  await run();
  expect(await everything()).toEqual(before);
}

/** The problem somebody gets as an answer, and what changed nevertheless; as with a form, a refusal undoes what was written. */
export async function refused(person: { id: string }, run: (viewer: Viewer) => Promise<{ ok: boolean; problem?: string }>): Promise<{ problem: string | undefined; changed: string[] }> {
  const before = await everything();
  let problem: string | undefined;
  const undone = asPerson(person.id, async (viewer) => {
    problem = (await run(viewer)).problem;
    throw new RefusedError(problem);
  });
  await undone.catch((error: unknown) => {
    if (!(error instanceof RefusedError)) throw error;
  });
  const after: Record<string, unknown> = await everything();
  return { problem, changed: Object.entries(before).flatMap(([name, value]) => (isDeepStrictEqual(value, after[name]) ? [] : [name])) };
}
