import { expect } from "vitest";
import type { Viewer } from "#lib/access/viewer";
import { operatorDatabase } from "#lib/db";
import { asPerson } from "#tests/support/as-person";
import { makeConsortium, makeCoreTeam, makeFunction, makeMembership, makeOrganisation, makePerson, makeRole } from "#tests/support/builders";

/** The day on which these tests live, with the days beside it. */
export const today = "2026-11-23";
export const [yesterday, tomorrow] = ["2026-11-22", "2026-11-24"];

export type PeopleWorld = Awaited<ReturnType<typeof makePeopleWorld>>;
export type Who = keyof PeopleWorld["people"];

/** Two samenwerkingsverbanden. Samira works in two teams of the first, Femke in both; Corrie left, Otto starts tomorrow. */
export async function makePeopleWorld() {
  const kust = await makeConsortium({ name: "SWV Kust" });
  const elders = await makeConsortium({ name: "SWV Elders" });
  const cjg = await makeOrganisation(kust.id, "CJG Kust");
  const foreignOrganisation = await makeOrganisation(elders.id, "CJG Elders");
  const functions = {
    coach: await makeFunction(kust.id, { name: "IB'er", coordinates: true }),
    youth: await makeFunction(kust.id, { name: "CJG-coach" }),
  };
  const willows = await makeCoreTeam(kust.id, { name: "De Wilgen" });
  const bridge = await makeCoreTeam(kust.id, { name: "De Brug" });
  const foreign = await makeCoreTeam(elders.id, { name: "De Verte" });
  const people = {
    noor: await makePerson({ name: "Noor de Wit", email: "noor.dewit@dewilgen.example" }),
    samira: await makePerson({ name: "Samira Haddou", phone: "06 2222 2222" }),
    femke: await makePerson({ name: "Femke Hoekstra" }),
    corrie: await makePerson({ name: "Corrie van Dam" }),
    otto: await makePerson({ name: "Otto Morgen" }),
    karin: await makePerson({ name: "Karin Bos" }),
    daan: await makePerson({ name: "Daan Vermeulen" }),
    ruud: await makePerson({ name: "Ruud Aalbers" }),
    ingrid: await makePerson({ name: "Ingrid Postma" }),
    ivo: await makePerson({ name: "Ivo Beheer" }),
    bart: await makePerson({ name: "Bart Elders" }),
  };
  await makeMembership(willows, people.noor.id, { functionId: functions.coach.id });
  await makeMembership(willows, people.samira.id, { functionId: functions.youth.id, organisationId: cjg.id });
  await makeMembership(bridge, people.samira.id, { functionId: functions.youth.id, organisationId: cjg.id });
  await makeMembership(willows, people.femke.id, { functionId: functions.coach.id });
  await makeMembership(foreign, people.femke.id, { coordinates: true });
  await makeMembership(bridge, people.corrie.id, { functionId: functions.coach.id, lastDay: yesterday });
  const roles = {
    karin: await makeRole(kust.id, people.karin.id, "PROCESS_COACH"),
    daan: await makeRole(kust.id, people.daan.id, "ORGANISER"),
    ruud: await makeRole(kust.id, people.ruud.id, "BOARD"),
    otto: await makeRole(kust.id, people.otto.id, "ORGANISER", { firstDay: tomorrow }),
    ingrid: await makeRole(kust.id, people.ingrid.id, "ADMINISTRATOR"),
    ivo: await makeRole(kust.id, people.ivo.id, "ADMINISTRATOR"),
    bart: await makeRole(elders.id, people.bart.id, "ADMINISTRATOR"),
  };
  return { kust, elders, cjg, foreignOrganisation, functions, willows, bridge, foreign, people, roles };
}

/** Everything that people and roles touch, to show that a refusal touched nothing. */
export async function everything() {
  const db = operatorDatabase();
  return {
    // Whoever does something in a test signs in for it.
    people: await db.person.findMany({ omit: { signedInAt: true }, orderBy: { id: "asc" } }),
    roles: await db.consortiumRole.findMany({ orderBy: { id: "asc" } }),
    // Signing in as somebody for a test ends the oldest of many sessions, so only other ones count.
    ended: await db.session.count({ where: { endedAt: { not: null }, device: { not: "test" } } }),
    audit: await db.auditLine.count(),
    jobs: await jobs(),
  };
}

export async function jobs(): Promise<Record<string, unknown>[]> {
  const rows = await operatorDatabase().$queryRaw<{ data: Record<string, unknown> }[]>`SELECT data FROM pgboss.job WHERE name = 'person-mail' ORDER BY created_on`;
  return rows.map(({ data }) => data);
}

export async function changesNothing(run: () => Promise<unknown>): Promise<void> {
  const before = await everything();
  await run();
  expect(await everything()).toEqual(before);
}

/** The problem with which somebody is refused, after it was undone as formAction does, and nothing changed. */
export async function problemFor(personId: string, run: (viewer: Viewer) => Promise<{ ok: boolean; problem?: string }>): Promise<string | undefined> {
  let problem: string | undefined;
  await changesNothing(async () => {
    const result = asPerson(personId, async (viewer) => {
      problem = (await run(viewer)).problem;
      throw Object.assign(new Error("undone"), { digest: "NEXT_undone" });
    });
    await expect(result).rejects.toThrow("undone");
  });
  return problem;
}
