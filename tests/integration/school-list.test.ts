import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operatorDatabase, disconnect } from "#lib/db";
import { findSchoolFilters, listImportConsortia, listSchools } from "#lib/schools/queries";
import { schoolFilterSchema, type SchoolFilter } from "#lib/schools/schema";
import { asPerson } from "#tests/support/as-person";
import { makeCoreTeam, makeMembership, makePerson, makeRole, makeSchool } from "#tests/support/builders";
import { ownDatabase } from "#tests/support/own-database";
import { makeImporters, servePostcodes } from "#tests/support/school-imports";

type Importers = Awaited<ReturnType<typeof makeImporters>>;

let ours: Importers;
let coach: string;

beforeAll(async () => {
  await ownDatabase();
  ours = await makeImporters("PO9001");
  const theirs = await makeImporters("PO9002");
  coach = (await makePerson()).id;
  await makeRole(ours.consortium.id, coach, "PROCESS_COACH");

  const wilgen = await makeSchool(ours.consortium.id, { name: "OBS De Wilgen", municipality: "Haarlem", locationCode: "98AA00" });
  await makeCoreTeam(ours.consortium.id, { schoolId: wilgen.id });
  await makeSchool(ours.consortium.id, { name: "’t Kompas", municipality: "Zandvoort", locationCode: "98AB00" });
  await makeSchool(ours.consortium.id, { name: "100% Speciaal_School", municipality: "Haarlem", locationCode: "98AC00", sector: "SO" });
  await makeSchool(ours.consortium.id, { name: "Gesloten Deur", municipality: "Haarlem", locationCode: "98AD00" });
  await makeSchool(theirs.consortium.id, { name: "Van de anderen", municipality: "Amsterdam", locationCode: "98BA00" });
  await makeSchool(null, { name: "Zonder Verband", municipality: "Weesp", locationCode: "98CA00" });
  await operatorDatabase().school.updateMany({ where: { locationCode: "98AD00" }, data: { closedOn: new Date("2026-08-01T00:00:00Z") } });
  await operatorDatabase().school.updateMany({ where: { locationCode: "98AA00" }, data: { place: "Haarlem" } });
});

afterAll(disconnect);

async function list(personId: string, filter: Partial<SchoolFilter> = {}) {
  return asPerson(personId, (viewer) => listSchools(viewer, { ...schoolFilterSchema.parse({}), ...filter }));
}

async function names(filter: Partial<SchoolFilter>, personId = ours.organiser.id): Promise<string[]> {
  return (await list(personId, filter)).schools.map(({ name }) => name);
}

describe("the list of schools", () => {
  test("has the open schools of the own samenwerkingsverband, with the core team of each", async () => {
    const { schools, total } = await list(coach);
    expect(total).toBe(3);
    expect(schools.map(({ name, coreTeamId }) => [name, coreTeamId !== null])).toEqual(expect.arrayContaining([["OBS De Wilgen", true], ["’t Kompas", false], ["100% Speciaal_School", false]]));
  });

  test.each([
    ["wilg", ["OBS De Wilgen"]],
    ["WILGEN haarlem", ["OBS De Wilgen"]],
    ["98ab", ["’t Kompas"]],
    ["'t kompas", ["’t Kompas"]],
    ["%", ["100% Speciaal_School"]],
    ["l_s", ["100% Speciaal_School"]],
    ["\\", []],
    ["van de anderen", []],
  ])("finds by every word of %j", async (q, found) => {
    expect(await names({ q })).toEqual(found);
  });

  test("is limited by sector, municipality and state", async () => {
    expect(await names({ sector: "SO" })).toEqual(["100% Speciaal_School"]);
    expect(await names({ municipality: "Zandvoort" })).toEqual(["’t Kompas"]);
    expect(await names({ state: "CLOSED" })).toEqual(["Gesloten Deur"]);
  });

  test("shows schools without a samenwerkingsverband to who may import them, apart from the others", async () => {
    expect(await names({ state: "WITHOUT_CONSORTIUM" })).toEqual(["Zonder Verband"]);
    expect(await list(coach, { state: "WITHOUT_CONSORTIUM" })).toEqual({ schools: [], total: 0, page: 0 });
  });

  test("gives the first page for one that is not there", async () => {
    expect(await list(coach, { page: 9 })).toMatchObject({ page: 1, total: 3 });
  });

  test("offers only what there is to filter by", async () => {
    expect(await asPerson(ours.organiser.id, findSchoolFilters)).toEqual({ sectors: expect.arrayContaining(["PO", "SO"]), municipalities: ["Haarlem", "Zandvoort"], withoutConsortium: true });
    expect(await asPerson(coach, findSchoolFilters)).toMatchObject({ withoutConsortium: false });
  });

  test("is empty for a partner, an IB'er and the board", async () => {
    const [partner, board] = [await makePerson(), await makePerson()];
    const team = await operatorDatabase().coreTeam.findFirstOrThrow({ select: { id: true, consortiumId: true } });
    await makeMembership(team, partner.id);
    await makeMembership(team, partner.id, { coordinates: true });
    await makeRole(ours.consortium.id, board.id, "BOARD");
    for (const person of [partner, board]) {
      expect(await list(person.id)).toEqual({ schools: [], total: 0, page: 0 });
      expect(await asPerson(person.id, findSchoolFilters)).toEqual({ sectors: [], municipalities: [], withoutConsortium: false });
    }
  });
});

test("the import offers the samenwerkingsverbanden of this person, with how many postcodes are known", async () => {
  await servePostcodes({ "2033": "PO9001", "2034": "PO9001", "1011": "PO9002" });
  expect(await asPerson(ours.organiser.id, listImportConsortia)).toEqual([{ id: ours.consortium.id, name: ours.consortium.name, code: "PO9001", sector: "PO", postcodeAreas: 2 }]);
});
