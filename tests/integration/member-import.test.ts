import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/access/viewer";
import { addMember, type ImportResult, importMembers } from "#lib/core-teams/commands";
import { fingerprintOf, type ImportPlan, outcomesOf, planImport } from "#lib/core-teams/import-plan";
import { readMemberLines } from "#lib/core-teams/member-lines";
import { findCoreTeam, findImportFacts, listImportConsortia } from "#lib/core-teams/queries";
import { appDatabase, disconnect, operatorDatabase } from "#lib/db";
import { ForbiddenError, NotFoundError } from "#lib/errors";
import { asPerson } from "#tests/support/as-person";
import { makeConsortium, makeCoreTeam, makeFunction, makeMembership, makeOrganisation, makePerson, makeRole, makeSchool } from "#tests/support/builders";
import { untilSomebodyWaits } from "#tests/support/locks";
import { ownDatabase } from "#tests/support/own-database";

const today = "2026-11-23";
const SCHOOLS = 33;
const PARTNERS = 7;

type World = Awaited<ReturnType<typeof makeWorld>>;
let world: World;

beforeAll(async () => {
  await ownDatabase();
  Object.assign(process.env, { REFERENCE_DATE: today, LOG_LEVEL: "silent" });
});

beforeEach(async () => {
  world = await makeWorld();
});

afterAll(disconnect);

// 33 schools, of which three have no core team yet, and seven functions.
async function makeWorld() {
  const consortium = await makeConsortium();
  const elsewhere = await makeConsortium();
  const tag = consortium.id.slice(0, 6);
  const functions = await Promise.all(Array.from({ length: PARTNERS }, (_, index) => makeFunction(consortium.id, { name: `Functie ${index + 1}`, code: `F${index + 1}` })));
  const organisation = await makeOrganisation(consortium.id, "GGD Kust");
  const schools = await Promise.all(Array.from({ length: SCHOOLS }, (_, index) => makeSchool(consortium.id, { name: `School ${tag} ${index + 1}` })));
  for (const school of schools.slice(3)) await makeCoreTeam(consortium.id, { name: school.name, schoolId: school.id });
  const foreignSchool = await makeSchool(elsewhere.id, { name: `Elders ${tag}` });
  const [karin, daan, noor, ingrid, farah] = [await makePerson(), await makePerson(), await makePerson(), await makePerson(), await makePerson()];
  await makeRole(consortium.id, karin.id, "PROCESS_COACH");
  await makeRole(consortium.id, daan.id, "ORGANISER");
  await makeRole(consortium.id, ingrid.id, "ADMINISTRATOR");
  await makeRole(elsewhere.id, farah.id, "PROCESS_COACH");
  const team = await operatorDatabase().coreTeam.findFirstOrThrow({ where: { consortiumId: consortium.id } });
  await makeMembership(team, noor.id, { coordinates: true });
  return { consortium, elsewhere, tag, functions, organisation, schools, foreignSchool, team, people: { karin, daan, noor, ingrid, farah } };
}

/** Seven partners, each at all 33 schools: 231 memberships in 231 lines. */
function partnersAtAllSchools(): string {
  const lines = world.schools.flatMap((school) =>
    Array.from({ length: PARTNERS }, (_, index) => [school.name, `functie ${index + 1}`, `Partner ${index + 1}`, `partner${index + 1}-${world.tag}@ggd.example`, "GGD Kust"].join("\t")),
  );
  return ["School\tFunctie\tNaam\tE-mail\tOrganisatie", ...lines].join("\n");
}

async function preview(viewer: Viewer, lines: string): Promise<ImportPlan> {
  const read = readMemberLines(lines);
  if (!read.ok) throw new Error(read.problem);
  const facts = await findImportFacts(viewer, world.consortium.id, read.lines.map(({ email }) => email));
  if (!facts) throw new Error("This person may not import.");
  return planImport(read.lines, facts);
}

/** Looks at the preview and confirms it, as one person does on the page. */
async function importAs(who: keyof World["people"], lines: string, teams: "start" | "leave" = "start"): Promise<ImportResult> {
  const personId = world.people[who].id;
  const plan = await asPerson(personId, (viewer) => preview(viewer, lines));
  return asPerson(personId, (viewer) => importMembers(viewer, { consortiumId: world.consortium.id, fingerprint: fingerprintOf(plan), outcomes: outcomesOf(plan), teams, lines }));
}

async function counts() {
  const db = operatorDatabase();
  const [{ jobs } = { jobs: 0 }] = await db.$queryRaw<{ jobs: number }[]>`SELECT count(*)::int AS jobs FROM pgboss.job`;
  return { memberships: await db.membership.count(), people: await db.person.count(), teams: await db.coreTeam.count(), audit: await db.auditLine.count(), jobs };
}

describe("adding the members of many schools at once", () => {
  test("231 lines for 33 schools: every membership with its audit line, the teams that were missing, one mail a person", async () => {
    const before = await counts();
    expect(await importAs("daan", partnersAtAllSchools())).toEqual({ ok: true, memberships: 231, newPeople: PARTNERS, newTeams: 3 });
    const after = await counts();
    expect(after).toEqual({ memberships: before.memberships + 231, people: before.people + PARTNERS, teams: before.teams + 3, audit: before.audit + 231 + 3, jobs: before.jobs + PARTNERS });
    const partner = await operatorDatabase().person.findUniqueOrThrow({ where: { email: `partner3-${world.tag}@ggd.example` } });
    const seen = await asPerson(partner.id, (viewer) => findCoreTeam(viewer, world.team.id));
    expect(seen?.members.find(({ personId }) => personId === partner.id)).toMatchObject({ functionName: "Functie 3", organisation: "GGD Kust", firstDay: today, lastDay: null });
  });

  test("takes as many statements for 231 lines as for one", async () => {
    let statements = 0;
    appDatabase().$on("query" as never, (() => (statements += 1)) as never);
    await importAs("daan", `${world.schools[5]?.name};F1;Een;een-${world.tag}@ggd.example`);
    const forOne = statements;
    statements = 0;
    await importAs("daan", partnersAtAllSchools(), "leave");
    expect(statements).toBe(forOne);
    expect(forOne).toBeLessThan(30);
  });

  test("a repeat has no effect", async () => {
    await importAs("daan", partnersAtAllSchools());
    const before = await counts();
    const plan = await asPerson(world.people.karin.id, (viewer) => preview(viewer, partnersAtAllSchools()));
    expect([plan.additions.length, plan.unchanged.length, plan.wrong.length]).toEqual([0, 231, 0]);
    expect(await importAs("karin", partnersAtAllSchools())).toEqual({ ok: false, problem: "NOTHING_TO_ADD" });
    expect(await counts()).toEqual(before);
  });

  test("without starting teams, only members of teams that are there are added", async () => {
    const before = await counts();
    expect(await importAs("karin", partnersAtAllSchools(), "leave")).toEqual({ ok: true, memberships: 210, newPeople: PARTNERS, newTeams: 0 });
    expect((await counts()).teams).toBe(before.teams);
  });

  test("one wrong line keeps all the others out", async () => {
    const before = await counts();
    expect(await importAs("daan", `${partnersAtAllSchools()}\nNergens\tFunctie 1\tIemand\ti-${world.tag}@ggd.example`)).toEqual({ ok: false, problem: "STILL_WRONG" });
    expect(await importAs("daan", `${partnersAtAllSchools()}\nonzin`)).toEqual({ ok: false, problem: "STILL_WRONG" });
    expect(await counts()).toEqual(before);
  });

  test("a school of another samenwerkingsverband is not found", async () => {
    const plan = await asPerson(world.people.daan.id, (viewer) => preview(viewer, `${world.foreignSchool.name};Functie 1;Iemand;i-${world.tag}@ggd.example`));
    expect(plan).toMatchObject({ additions: [], wrong: [{ faults: [{ reason: "SCHOOL_UNKNOWN" }] }] });
  });

  test("what has changed since the preview is told by line, and nothing is added", async () => {
    const lines = `${world.schools[4]?.name};Functie 1;Een;een-${world.tag}@ggd.example\n${world.schools[5]?.name};Functie 1;Een;een-${world.tag}@ggd.example`;
    const plan = await asPerson(world.people.daan.id, (viewer) => preview(viewer, lines));
    await importAs("karin", lines.split("\n")[1] ?? "");
    const before = await counts();
    const late = await asPerson(world.people.daan.id, (viewer) =>
      importMembers(viewer, { consortiumId: world.consortium.id, fingerprint: fingerprintOf(plan), outcomes: outcomesOf(plan), teams: "start", lines }));
    expect(late).toEqual({ ok: false, problem: "CHANGED_MEANWHILE", changes: [{ line: 2, now: "UNCHANGED" }] });
    expect(await counts()).toEqual(before);
  });

  test("two people who confirm the same list at once add it once", async () => {
    const lines = partnersAtAllSchools();
    const before = await counts();
    const results = await Promise.all([importAs("karin", lines), importAs("daan", lines)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await counts()).memberships).toBe(before.memberships + 231);
  });

  test("whoever is added by somebody else at that very moment keeps the whole list out, new teams and accounts included", async () => {
    const known = await makePerson();
    await makeMembership(world.team, known.id);
    const [full, empty] = [world.schools[9], world.schools[0]];
    const lines = `${full?.name};Functie 1;${known.name};${known.email}\n${empty?.name};Functie 1;Nieuw;nieuw-${world.tag}@ggd.example`;
    const plan = await asPerson(world.people.daan.id, (viewer) => preview(viewer, lines));
    const request = { consortiumId: world.consortium.id, fingerprint: fingerprintOf(plan), outcomes: outcomesOf(plan), teams: "start" as const, lines };
    const { coreTeamId } = await operatorDatabase().coreTeamSchool.findFirstOrThrow({ where: { schoolId: full?.id ?? "" } });
    const before = await counts();

    // Somebody else is adding the first of them, and has not finished when the list arrives.
    const [begun, seen] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const other = asPerson(world.people.karin.id, async (viewer) => {
      await addMember(viewer, { coreTeamId, name: known.name, email: known.email, functionId: world.functions[0]?.id ?? "", organisationId: null, firstDay: today, temporary: false, lastDay: null, temporaryReason: null });
      begun.resolve();
      await seen.promise;
    });
    await begun.promise;
    const late = asPerson(world.people.daan.id, (viewer) => importMembers(viewer, request));
    await untilSomebodyWaits();
    seen.resolve();
    await other;
    expect(await late).toEqual({ ok: false, problem: "CHANGED_MEANWHILE", changes: [] });
    expect(await counts()).toEqual({ ...before, memberships: before.memberships + 1, audit: before.audit + 1, jobs: before.jobs + 1 });
  });

  test("somebody known here gets no new invitation; somebody known elsewhere gets one", async () => {
    const known = await makePerson();
    await makeMembership(world.team, known.id);
    const school = world.schools[9]?.name ?? "";
    expect(await importAs("daan", `${school};Functie 1;${known.name};${known.email}`)).toMatchObject({ ok: true, newPeople: 0 });
    expect(await importAs("daan", `${school};Functie 1;${world.people.farah.name};${world.people.farah.email}`)).toMatchObject({ ok: true, newPeople: 1 });
  });

  test("only guides import, each for their own samenwerkingsverband", async () => {
    const lines = `${world.schools[5]?.name};Functie 1;Een;een-${world.tag}@ggd.example`;
    const plan = await asPerson(world.people.daan.id, (viewer) => preview(viewer, lines));
    const request = { consortiumId: world.consortium.id, fingerprint: fingerprintOf(plan), outcomes: outcomesOf(plan), teams: "start" as const, lines };
    const before = await counts();
    for (const [who, refusal] of [["noor", ForbiddenError], ["ingrid", ForbiddenError], ["farah", NotFoundError]] as const) {
      await expect(asPerson(world.people[who].id, (viewer) => importMembers(viewer, request)), who).rejects.toThrow(refusal);
      expect(await asPerson(world.people[who].id, (viewer) => findImportFacts(viewer, world.consortium.id, [])), who).toBeNull();
    }
    expect(await counts()).toEqual(before);
  });

  test("guides see for which samenwerkingsverband they may import, with its functions", async () => {
    const seen = await asPerson(world.people.daan.id, (viewer) => listImportConsortia(viewer));
    expect(seen).toEqual([{ id: world.consortium.id, name: world.consortium.name, functionNames: expect.arrayContaining(["Functie 1", "Functie 7"]) }]);
    for (const who of ["noor", "ingrid"] as const) expect(await asPerson(world.people[who].id, (viewer) => listImportConsortia(viewer)), who).toEqual([]);
    expect((await asPerson(world.people.farah.id, (viewer) => listImportConsortia(viewer))).map(({ id }) => id)).toEqual([world.elsewhere.id]);
  });

  test("nobody adds himself in a list", async () => {
    const plan = await asPerson(world.people.daan.id, (viewer) => preview(viewer, `${world.schools[5]?.name};Functie 1;Daan;${world.people.daan.email}`));
    expect(plan.wrong).toMatchObject([{ faults: [{ reason: "OWN_ADDRESS" }] }]);
  });
});
