import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { operatorDatabase, disconnect } from "#lib/db";
import { ForbiddenError, NotFoundError } from "#lib/errors";
import { confirmSchoolImport, discardSchoolImport } from "#lib/schools/commands";
import { findSchoolImport, listImportChanges, listImportConsortia, listRecentImports } from "#lib/schools/queries";
import { asPerson } from "#tests/support/as-person";
import { makeCoreTeam, makeMembership, makePerson, makeRole, makeSchool } from "#tests/support/builders";
import { voColumns } from "#tests/support/duo-rows";
import { ownDatabase } from "#tests/support/own-database";
import { allSchools, idOf, makeImporters, preview, servePostcodes } from "#tests/support/school-imports";

type Importers = Awaited<ReturnType<typeof makeImporters>>;

let ours: Importers;
let theirs: Importers;

beforeAll(async () => {
  await ownDatabase();
  ours = await makeImporters("PO9001");
  theirs = await makeImporters("PO9002");
});

beforeEach(async () => {
  await operatorDatabase().schoolImport.deleteMany();
  await operatorDatabase().coreTeamSchool.deleteMany();
  await operatorDatabase().school.deleteMany();
  await operatorDatabase().postcodeArea.deleteMany();
});

afterAll(disconnect);

const meerpaal = { VESTIGINGSCODE: "98AA00" };
const wilgen = { VESTIGINGSCODE: "98AB00", VESTIGINGSNAAM: "De Wilgen" };

async function confirm(personId: string, importId: string) {
  return asPerson(personId, (viewer) => confirmSchoolImport(viewer, { importId }));
}

/** Imports these schools at once, by preview and confirmation. */
async function take(who: Importers, schools: Record<string, string>[]): Promise<string> {
  const importId = idOf(await preview(who.organiser.id, schools, { consortiumId: who.consortium.id }));
  expect(await confirm(who.organiser.id, importId)).toEqual({ ok: true, alreadyDone: false });
  return importId;
}

async function overviewOf(personId: string, importId: string) {
  const overview = await asPerson(personId, (viewer) => findSchoolImport(viewer, importId));
  if (overview === null) throw new Error("Not visible.");
  return overview;
}

describe("a preview", () => {
  test("tells what will be added, changed and closed, and changes no school", async () => {
    await take(ours, [meerpaal, wilgen]);
    const before = await allSchools();
    const importId = idOf(await preview(ours.organiser.id, [{ ...meerpaal, TELEFOONNUMMER: "0235550111" }, { VESTIGINGSCODE: "98AC00" }], { consortiumId: ours.consortium.id }));

    expect((await overviewOf(ours.administrator.id, importId)).report).toMatchObject({ rows: 2, added: 1, changed: 1, closed: 1, unchanged: 0, rejected: [] });
    const [changed] = await asPerson(ours.administrator.id, (viewer) => listImportChanges(viewer, importId, "CHANGED", 1));
    expect(changed).toMatchObject({ locationCode: "98AA00", differences: [{ field: "phone", from: "0235550100", to: "0235550111" }] });
    expect(await asPerson(ours.organiser.id, (viewer) => listImportChanges(viewer, importId, "CLOSED", 1))).toMatchObject([{ name: "De Wilgen" }]);
    expect(await allSchools()).toEqual(before);
  });

  test("of the same file again says that nothing changes", async () => {
    await take(ours, [meerpaal, wilgen]);
    const importId = idOf(await preview(ours.organiser.id, [meerpaal, wilgen], { consortiumId: ours.consortium.id }));
    expect((await overviewOf(ours.organiser.id, importId)).report).toMatchObject({ added: 0, changed: 0, closed: 0, unchanged: 2 });
  });

  test("by postcode is about the schools of the own samenwerkingsverband, and about others without one when municipalities are named", async () => {
    await servePostcodes({ "2033": "PO9001", "1011": "PO9002" });
    const schools = [meerpaal, { ...wilgen, POSTCODE: "1011 AA" }, { VESTIGINGSCODE: "98AC00", POSTCODE: "3011 AA", VESTIGINGSNAAM: "Zonder" }];
    const choices = { consortiumId: ours.consortium.id, selection: "POSTCODE" } as const;
    expect((await overviewOf(ours.organiser.id, idOf(await preview(ours.organiser.id, schools, choices)))).report).toMatchObject({ added: 1, considered: 1 });

    const named = await overviewOf(ours.organiser.id, idOf(await preview(ours.organiser.id, schools, { ...choices, municipalities: ["haarlem"] })));
    expect(named.report).toMatchObject({ added: 2, withoutConsortium: 1, schoolsWithoutConsortium: [{ name: "Zonder", postcode: "3011 AA" }] });
  });

  test("of everything in a file warns about schools that belong elsewhere by their postcode", async () => {
    await servePostcodes({ "2033": "PO9001", "1011": "PO9002" });
    const importId = idOf(await preview(ours.organiser.id, [meerpaal, { ...wilgen, POSTCODE: "1011 AA" }], { consortiumId: ours.consortium.id }));
    expect((await overviewOf(ours.organiser.id, importId)).report).toMatchObject({ added: 2, elsewhereByPostcode: 1 });
  });

  test("keeps rejected lines with their reason, and the schools they may be about open", async () => {
    await take(ours, [meerpaal, wilgen]);
    const importId = idOf(await preview(ours.organiser.id, [meerpaal, { ...wilgen, POSTCODE: " " }], { consortiumId: ours.consortium.id }));
    expect((await overviewOf(ours.organiser.id, importId)).report).toMatchObject({ closed: 0, rejected: [{ line: 3, reason: "BAD_POSTCODE" }], schoolsHeldOpen: [{ name: "De Wilgen" }] });
  });

  test("is refused for a sector that is not served, for unknown municipalities, and for a file without any school of ours", async () => {
    const consortiumId = ours.consortium.id;
    await servePostcodes({ "2033": "PO9002" });
    expect(await preview(ours.organiser.id, [meerpaal], { consortiumId, columns: voColumns })).toEqual({ ok: false, problem: "OTHER_SECTOR", sector: "VO" });
    expect(await preview(ours.organiser.id, [meerpaal], { consortiumId, municipalities: ["Haarlem", "Verzonnen"] })).toEqual({ ok: false, problem: "UNKNOWN_MUNICIPALITIES", names: ["Verzonnen"] });
    expect(await preview(ours.organiser.id, [meerpaal], { consortiumId, selection: "POSTCODE" })).toEqual({ ok: false, problem: "NO_SCHOOLS_OF_OURS" });
    expect(await operatorDatabase().schoolImport.count()).toBe(0);
  });
});

describe("confirming", () => {
  test("does exactly what the preview showed, with an audit line", async () => {
    await take(ours, [meerpaal, wilgen]);
    const importId = await take(ours, [{ ...meerpaal, VESTIGINGSNAAM: "De Nieuwe Meerpaal" }, { VESTIGINGSCODE: "98AC00", VESTIGINGSNAAM: "De Derde" }]);

    expect((await allSchools()).map(({ locationCode, name, consortiumId, closedOn }) => [locationCode, name, consortiumId, closedOn !== null])).toEqual([
      ["98AA00", "De Nieuwe Meerpaal", ours.consortium.id, false],
      ["98AB00", "De Wilgen", ours.consortium.id, true],
      ["98AC00", "De Derde", ours.consortium.id, false],
    ]);
    const lines = await operatorDatabase().auditLine.findMany({ where: { objectId: importId }, orderBy: { id: "asc" }, select: { action: true, role: true, details: true } });
    expect(lines).toEqual([
      { action: "school:import", role: "organiser", details: { step: "PREVIEWED", added: 1, changed: 1, closed: 1 } },
      { action: "school:import", role: "organiser", details: { step: "APPLIED", added: 1, changed: 1, closed: 1 } },
    ]);
  });

  test("opens a closed school again that is back in the file", async () => {
    await take(ours, [meerpaal, wilgen]);
    await take(ours, [meerpaal]);
    await take(ours, [meerpaal, wilgen]);
    expect((await allSchools()).map(({ closedOn }) => closedOn)).toEqual([null, null]);
  });

  test("a second time has no effect", async () => {
    const importId = await take(ours, [meerpaal]);
    await operatorDatabase().school.updateMany({ data: { name: "Intussen gewijzigd" } });
    const before = await allSchools();
    expect(await confirm(ours.administrator.id, importId)).toEqual({ ok: true, alreadyDone: true });
    expect(await allSchools()).toEqual(before);
  });

  test("at the same moment, by two people, happens once", async () => {
    const importId = idOf(await preview(ours.organiser.id, [meerpaal, wilgen], { consortiumId: ours.consortium.id }));
    const results = await Promise.all([confirm(ours.organiser.id, importId), confirm(ours.administrator.id, importId)]);
    expect(results.filter((result) => result.ok && !result.alreadyDone)).toHaveLength(1);
    expect(await allSchools()).toHaveLength(2);
  });

  test("of two previews of the same schools at the same moment does one, and tells the other what changed", async () => {
    const [first, second] = [
      idOf(await preview(ours.organiser.id, [meerpaal, wilgen], { consortiumId: ours.consortium.id })),
      idOf(await preview(ours.administrator.id, [wilgen, meerpaal], { consortiumId: ours.consortium.id })),
    ];
    const results = await Promise.all([confirm(ours.organiser.id, first), confirm(ours.administrator.id, second)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await allSchools()).toHaveLength(2);
  });

  test("is refused as a whole when a school changed since the preview, and says which one", async () => {
    await take(ours, [meerpaal, wilgen]);
    const importId = idOf(await preview(ours.organiser.id, [{ ...meerpaal, TELEFOONNUMMER: "0235550111" }, { VESTIGINGSCODE: "98AC00" }], { consortiumId: ours.consortium.id }));
    await operatorDatabase().school.updateMany({ where: { locationCode: "98AA00" }, data: { denomination: "Katholiek" } });
    const before = await allSchools();

    const result = await confirm(ours.organiser.id, importId);
    expect(result).toEqual({ ok: false, problem: "CHANGED_MEANWHILE", since: [{ locationCode: "98AA00", name: "Basisschool De Meerpaal", what: "CHANGED" }] });
    expect(await allSchools()).toEqual(before);
    expect((await overviewOf(ours.organiser.id, importId)).appliedAt).toBeNull();
  });

  test("is refused when another samenwerkingsverband took a school in the meantime", async () => {
    const importId = idOf(await preview(ours.organiser.id, [meerpaal], { consortiumId: ours.consortium.id }));
    await take(theirs, [meerpaal]);
    const before = await allSchools();
    expect(await confirm(ours.organiser.id, importId)).toMatchObject({ ok: false, since: [{ what: "APPEARED" }] });
    expect(await allSchools()).toEqual(before);
  });
});

describe("closing", () => {
  test("is only for schools of the same sector, the same municipalities and the own samenwerkingsverband that once came from DUO", async () => {
    await take(ours, [meerpaal, wilgen, { VESTIGINGSCODE: "98AC00", GEMEENTENAAM: "ZANDVOORT" }]);
    await take(theirs, [{ VESTIGINGSCODE: "98BA00" }]);
    await makeSchool(ours.consortium.id, { locationCode: "98ZZ00", municipality: "Haarlem" });
    await makeSchool(ours.consortium.id, { locationCode: "98ZZ01", municipality: "Haarlem", sector: "SO" });
    await operatorDatabase().school.updateMany({ where: { sector: "SO" }, data: { importedAt: new Date() } });

    const importId = idOf(await preview(ours.organiser.id, [meerpaal], { consortiumId: ours.consortium.id, municipalities: ["Haarlem"] }));
    await confirm(ours.organiser.id, importId);
    const closed = (await allSchools()).filter(({ closedOn }) => closedOn !== null);
    expect(closed.map(({ locationCode }) => locationCode)).toEqual(["98AB00"]);
  });

  test("leaves the school, its core team and its members as they are", async () => {
    await take(ours, [meerpaal, wilgen]);
    const school = await operatorDatabase().school.findFirstOrThrow({ where: { locationCode: "98AB00" } });
    const team = await makeCoreTeam(ours.consortium.id, { schoolId: school.id });
    await makeMembership(team, ours.administrator.id);
    await take(ours, [meerpaal]);
    expect(await operatorDatabase().coreTeamSchool.findMany({ where: { schoolId: school.id }, select: { lastDay: true } })).toEqual([{ lastDay: null }]);
    expect(await operatorDatabase().membership.count({ where: { coreTeamId: team.id, lastDay: null } })).toBe(1);
  });
});

describe("schools of another samenwerkingsverband", () => {
  test("stay as they are, whatever file is imported, and nothing of them is shown", async () => {
    await take(theirs, [{ ...meerpaal, VESTIGINGSNAAM: "Van de anderen", TELEFOONNUMMER: "0235550199" }]);
    const [before] = await allSchools();
    const importId = await take(ours, [meerpaal, wilgen]);

    expect((await allSchools())[0]).toEqual(before);
    const shown = await asPerson(ours.organiser.id, async (viewer) => [await findSchoolImport(viewer, importId), await listImportChanges(viewer, importId, "ADDED", 1), await listRecentImports(viewer)]);
    expect(JSON.stringify(shown)).not.toContain("Van de anderen");
    expect(JSON.stringify(shown)).not.toContain("0235550199");
    expect((await overviewOf(ours.organiser.id, importId)).report.schoolsElsewhere).toEqual([{ locationCode: "98AA00", name: "Basisschool De Meerpaal", ours: false }]);
  });

  test("a school without one is taken in by who imports it", async () => {
    await makeSchool(null, { locationCode: "98AA00" });
    await take(ours, [meerpaal]);
    expect((await allSchools()).map(({ consortiumId }) => consortiumId)).toEqual([ours.consortium.id]);
  });
});

describe("who may not import", () => {
  test.each([
    ["a process coach", async () => withRole("PROCESS_COACH")],
    ["a board member", async () => withRole("BOARD")],
    ["a partner", async () => asMember(false)],
    ["an IB'er", async () => asMember(true)],
  ])("%s previews, confirms and throws away nothing", async (_who, make) => {
    const personId = await make();
    const importId = idOf(await preview(ours.organiser.id, [meerpaal], { consortiumId: ours.consortium.id }));
    await expect(preview(personId, [meerpaal], { consortiumId: ours.consortium.id })).rejects.toThrow(ForbiddenError);
    await expect(confirm(personId, importId)).rejects.toThrow(NotFoundError);
    await expect(asPerson(personId, (viewer) => discardSchoolImport(viewer, { importId }))).rejects.toThrow(NotFoundError);
    expect(await asPerson(personId, (viewer) => findSchoolImport(viewer, importId))).toBeNull();
    expect(await asPerson(personId, (viewer) => listImportConsortia(viewer))).toEqual([]);
    expect(await allSchools().then((schools) => schools.filter(({ locationCode }) => locationCode === "98AA00"))).toEqual([]);
    expect(await operatorDatabase().schoolImport.count()).toBe(1);
  });

  test("an organiser of another samenwerkingsverband finds none of it", async () => {
    const importId = idOf(await preview(ours.organiser.id, [meerpaal], { consortiumId: ours.consortium.id }));
    await expect(preview(theirs.organiser.id, [meerpaal], { consortiumId: ours.consortium.id })).rejects.toThrow(NotFoundError);
    await expect(confirm(theirs.organiser.id, importId)).rejects.toThrow(NotFoundError);
    expect(await asPerson(theirs.organiser.id, (viewer) => listRecentImports(viewer))).toEqual([]);
    expect(await asPerson(theirs.organiser.id, (viewer) => listImportChanges(viewer, importId, "ADDED", 1))).toEqual([]);
    expect(await allSchools()).toEqual([]);
  });

  async function withRole(role: "PROCESS_COACH" | "BOARD"): Promise<string> {
    const person = await makePerson();
    await makeRole(ours.consortium.id, person.id, role);
    return person.id;
  }

  async function asMember(coordinates: boolean): Promise<string> {
    const person = await makePerson();
    await makeMembership(await makeCoreTeam(ours.consortium.id), person.id, { coordinates });
    return person.id;
  }
});

describe("throwing a preview away", () => {
  test("takes its changes along and touches no school", async () => {
    const importId = idOf(await preview(ours.organiser.id, [meerpaal], { consortiumId: ours.consortium.id }));
    expect(await asPerson(ours.organiser.id, (viewer) => discardSchoolImport(viewer, { importId }))).toEqual({ ok: true });
    expect(await operatorDatabase().schoolImportChange.count()).toBe(0);
    expect(await allSchools()).toEqual([]);
  });

  test("is refused once it was carried out", async () => {
    const importId = await take(ours, [meerpaal]);
    expect(await asPerson(ours.organiser.id, (viewer) => discardSchoolImport(viewer, { importId }))).toEqual({ ok: false });
    expect((await overviewOf(ours.organiser.id, importId)).appliedAt).not.toBeNull();
  });
});
