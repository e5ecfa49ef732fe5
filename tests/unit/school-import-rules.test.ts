import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changedSincePreview, importSummary, planSchoolImport, schoolFingerprint, type ImportOptions, type SchoolImportPlan } from "#lib/schools/rules";
import { differencesSchema, importedSchoolSchema, importSummarySchema } from "#lib/schools/schema";
import type { DuoRow, DuoSchool, ExistingSchool, PlannedChange, RejectedRow } from "#lib/schools/schema";
import { readDuoFile } from "#lib/schools/duo-file";
import { duoCells, duoFile, type DuoCells } from "#tests/support/duo-rows";

const TODAY = "2026-11-22";

function fileOf(...schools: DuoCells[]): { rows: DuoRow[]; rejected: RejectedRow[] } {
  const file = readDuoFile(duoFile(schools.map(duoCells)));
  if (!file.ok) throw new Error(file.problem);
  return file;
}

function school(code: string, cells: DuoCells = {}, more: Partial<ExistingSchool> = {}): ExistingSchool {
  const [row] = fileOf({ VESTIGINGSCODE: code, ...cells }).rows;
  if (row === undefined) throw new Error("Rejected");
  const { line: _, ...duo } = row;
  return { ...duo, consortiumId: "zuid", closedOn: null, imported: true, ...more };
}

function plan(existing: ExistingSchool[], file: { rows: DuoRow[]; rejected: RejectedRow[] }, options: Partial<ImportOptions> = {}): SchoolImportPlan {
  return planSchoolImport(existing, file, { sector: "PO", consortiumOf: () => "zuid", today: TODAY, ...options });
}

function kinds(outcome: SchoolImportPlan): string[] {
  return outcome.changes.map(({ change, locationCode }) => `${change} ${locationCode}`);
}

/** Does in memory what the command does in the database. */
function carryOut(existing: ExistingSchool[], changes: PlannedChange[]): ExistingSchool[] {
  const schools = new Map(existing.map((one) => [one.locationCode, one]));
  for (const { change, locationCode, after } of changes) {
    const before = schools.get(locationCode);
    if (change === "CLOSED" && before !== undefined) schools.set(locationCode, { ...before, closedOn: TODAY });
    if (after !== null) schools.set(locationCode, { ...after, closedOn: null, imported: true });
  }
  return [...schools.values()];
}

describe("what an import will do", () => {
  test("adds what is new, names what differs, closes what is gone", () => {
    const existing = [school("98AA00"), school("98AB00", { TELEFOONNUMMER: "0235550111" }), school("98AC00")];
    const outcome = plan(existing, fileOf({}, { VESTIGINGSCODE: "98AB00", VESTIGINGSNAAM: "De Nieuwe Naam" }, { VESTIGINGSCODE: "98AD00" }));
    expect(kinds(outcome)).toEqual(["ADDED 98AD00", "CHANGED 98AB00", "CLOSED 98AC00"]);
    expect(outcome.changes[1]?.differences).toEqual([
      { field: "name", from: "Basisschool De Meerpaal", to: "De Nieuwe Naam" },
      { field: "phone", from: "0235550111", to: "0235550100" },
    ]);
    expect(outcome.changes[2]?.differences).toEqual([{ field: "closedOn", from: null, to: TODAY }]);
    expect(outcome.counts).toEqual({ fileRows: 3, rows: 3, added: 1, changed: 1, reopened: 0, closed: 1, unchanged: 1, withoutConsortium: 0 });
  });

  test("a closed school that is in the file again opens, and one that is still absent stays as it is", () => {
    const existing = [school("98AA00", {}, { closedOn: "2025-08-01" }), school("98AB00", {}, { closedOn: "2025-08-01" })];
    const outcome = plan(existing, fileOf({}));
    expect(kinds(outcome)).toEqual(["CHANGED 98AA00"]);
    expect(outcome.changes[0]?.differences).toEqual([{ field: "closedOn", from: "2025-08-01", to: null }]);
    expect(outcome.counts).toMatchObject({ changed: 1, reopened: 1, closed: 0 });
  });

  test("schools of another sector, and schools that never came from DUO, are not closed", () => {
    const existing = [school("98AB00", {}, { sector: "VO" }), school("98AC00", {}, { imported: false })];
    expect(kinds(plan(existing, fileOf({})))).toEqual(["ADDED 98AA00"]);
  });

  test("a code that belongs to a school of another sector is rejected with its line", () => {
    const outcome = plan([school("98AA00", {}, { sector: "VO" })], fileOf({}));
    expect(outcome.changes).toEqual([]);
    expect(outcome.rejected).toEqual([{ line: 2, reason: "KNOWN_IN_OTHER_SECTOR", locationCode: "98AA00" }]);
  });

  test("a list without holiday regions does not wipe them out", () => {
    expect(plan([school("98AA00")], fileOf({ VAKANTIEREGIO: " " })).changes).toEqual([]);
  });

  test("the changes fit the schemas with which they come back from the database", () => {
    const outcome = plan([school("98AB00", { DENOMINATIE: " " }), school("98AC00")], fileOf({}, { VESTIGINGSCODE: "98AB00" }));
    expect(kinds(outcome)).toHaveLength(3);
    for (const { after, differences } of outcome.changes) {
      if (after !== null) expect(importedSchoolSchema.parse(after)).toEqual(after);
      expect(differencesSchema.parse(differences)).toEqual(differences);
    }
    expect(importSummarySchema.parse(importSummary(outcome))).toEqual({ rows: 2, added: 1, changed: 1, closed: 1, unchanged: 0, withoutConsortium: 0, rejected: [] });
  });

  test("closing many schools at once is pointed out", () => {
    const many = Array.from({ length: 20 }, (_, index) => school(`98A${String.fromCharCode(65 + index)}01`));
    expect(plan(many, fileOf({ VESTIGINGSCODE: "98AA01" })).closesMany).toBe(true);
    expect(plan(many.slice(0, 9), fileOf({ VESTIGINGSCODE: "98AA01" })).closesMany).toBe(false);
  });
});

describe("rejected lines and closing", () => {
  test("a school whose line was rejected stays open, others close", () => {
    const file = fileOf({}, { VESTIGINGSCODE: "98AB00", POSTCODE: " " });
    const outcome = plan([school("98AB00"), school("98AC00")], file);
    expect(kinds(outcome)).toEqual(["ADDED 98AA00", "CLOSED 98AC00"]);
    expect(outcome.heldOpen.map(({ locationCode }) => locationCode)).toEqual(["98AB00"]);
  });

  test("a rejected line without a readable code may be any school, so none closes", () => {
    const outcome = plan([school("98AB00"), school("98AC00")], fileOf({}, { VESTIGINGSCODE: "98A" }));
    expect(kinds(outcome)).toEqual(["ADDED 98AA00"]);
    expect(outcome.heldOpen).toHaveLength(2);
  });
});

describe("municipalities", () => {
  const zandvoort = { VESTIGINGSCODE: "98AB00", GEMEENTENAAM: "ZANDVOORT" };

  test("only schools in the named municipalities are added or closed, however the name is written", () => {
    const existing = [school("98AC00"), school("98AD00", { GEMEENTENAAM: "ZANDVOORT" })];
    const outcome = plan(existing, fileOf({}, zandvoort), { municipalities: ["haarlem"] });
    expect(kinds(outcome)).toEqual(["ADDED 98AA00", "CLOSED 98AC00"]);
    expect(outcome.counts).toMatchObject({ fileRows: 2, rows: 1 });
  });

  test("a school that moved to another municipality is followed, not closed", () => {
    const outcome = plan([school("98AB00")], fileOf(zandvoort), { municipalities: ["Haarlem"] });
    expect(kinds(outcome)).toEqual(["CHANGED 98AB00"]);
    expect(outcome.changes[0]?.differences).toEqual([{ field: "municipality", from: "Haarlem", to: "Zandvoort" }]);
  });

  test("a municipality without a single school is named, for it is probably misspelled", () => {
    expect(plan([], fileOf({}), { municipalities: ["Haarlem", "Harlem"] }).unknownMunicipalities).toEqual(["Harlem"]);
  });
});

describe("samenwerkingsverbanden", () => {
  const byPostcode = (row: DuoSchool) => ({ "2033": "zuid", "1971": "ijmond" })[row.postcode.slice(0, 4)] ?? null;

  test("a school without one is imported and listed as such", () => {
    const outcome = plan([], fileOf({}, { VESTIGINGSCODE: "98AB00", POSTCODE: "1384 AH" }), { consortiumOf: byPostcode });
    expect(outcome.changes.map(({ after }) => after?.consortiumId)).toEqual(["zuid", null]);
    expect(outcome.withoutConsortium.map(({ locationCode }) => locationCode)).toEqual(["98AB00"]);
  });

  test("a school that had none gets one, a school that has one keeps it and is pointed out", () => {
    const existing = [school("98AA00", {}, { consortiumId: null }), school("98AB00", {}, { consortiumId: "ijmond" })];
    const outcome = plan(existing, fileOf({}, { VESTIGINGSCODE: "98AB00" }));
    expect(kinds(outcome)).toEqual(["CHANGED 98AA00"]);
    expect(outcome.changes[0]?.differences).toEqual([{ field: "consortiumId", from: null, to: "zuid" }]);
    expect(outcome.otherConsortium).toMatchObject([{ locationCode: "98AB00", consortiumId: "ijmond", suggestedId: "zuid" }]);
  });

  test("within one samenwerkingsverband, nothing of another is added, changed or closed", () => {
    const existing = [
      school("98AB00", { POSTCODE: "1971 AB" }, { consortiumId: "ijmond" }),
      school("98AC00", { POSTCODE: "1971 AB" }, { consortiumId: "ijmond" }),
      school("98AD00"),
    ];
    const rows = fileOf({}, { VESTIGINGSCODE: "98AB00", POSTCODE: "1971 AB", VESTIGINGSNAAM: "Anders" }, { VESTIGINGSCODE: "98AE00", POSTCODE: "1971 AB" });
    const outcome = plan(existing, rows, { consortiumOf: byPostcode, withinConsortium: "zuid" });
    expect(kinds(outcome)).toEqual(["ADDED 98AA00", "CLOSED 98AD00"]);
  });

  test("within one samenwerkingsverband, a school whose postcode is unknown comes along only in a named municipality", () => {
    const rows = fileOf({ POSTCODE: "1384 AH" });
    expect(kinds(plan([], rows, { consortiumOf: byPostcode, withinConsortium: "zuid" }))).toEqual([]);
    expect(kinds(plan([], rows, { consortiumOf: byPostcode, withinConsortium: "zuid", municipalities: ["Haarlem"] }))).toEqual(["ADDED 98AA00"]);
  });
});

describe("what changed since a preview", () => {
  const before = [school("98AA00", { DENOMINATIE: "Joods" }), school("98AC00")];
  const { changes } = plan(before, fileOf({}, { VESTIGINGSCODE: "98AB00" }));

  test("nothing, when the schools are as they were", () => {
    expect(kinds(plan(before, fileOf({}, { VESTIGINGSCODE: "98AB00" })))).toEqual(["ADDED 98AB00", "CHANGED 98AA00", "CLOSED 98AC00"]);
    expect(changedSincePreview(changes, before)).toEqual([]);
  });

  test("a school that came, one that changed and one that went are told apart", () => {
    const now = [school("98AA00", { DENOMINATIE: "Islamitisch" }), school("98AB00")];
    expect(changedSincePreview(changes, now).map(({ locationCode, what }) => [locationCode, what])).toEqual([
      ["98AB00", "APPEARED"],
      ["98AA00", "CHANGED"],
      ["98AC00", "GONE"],
    ]);
  });

  test("a preview that was carried out cannot be carried out again", () => {
    expect(changedSincePreview(changes, carryOut(before, changes))).toHaveLength(3);
  });

  test("the fingerprint follows every fact an import compares, and not the order in which they are given", () => {
    const one = school("98AA00");
    const reversed = Object.fromEntries(Object.entries(one).reverse()) as ExistingSchool;
    expect(schoolFingerprint(one)).toMatch(/^[0-9a-f]{64}$/);
    expect(schoolFingerprint(reversed)).toBe(schoolFingerprint(one));
    for (const other of [{ ...one, closedOn: TODAY }, { ...one, consortiumId: null }, { ...one, phone: null }, { ...one, sector: "VO" as const }]) {
      expect(schoolFingerprint(other)).not.toBe(schoolFingerprint(one));
    }
  });
});

describe("whatever schools exist and whatever the file says", () => {
  const codes = ["98AA00", "98AB00", "98AC00", "98AD00", "98AE00"];
  const facts = fc.record({
    VESTIGINGSNAAM: fc.constantFrom("De Meerpaal", "De Ark", " "),
    GEMEENTENAAM: fc.constantFrom("HAARLEM", "ZANDVOORT"),
    POSTCODE: fc.constantFrom("2033 TZ", "1971 AB", "1384 AH"),
    TELEFOONNUMMER: fc.constantFrom(" ", "0235550100"),
    VAKANTIEREGIO: fc.constantFrom(" ", "Noord"),
  });
  const existing = fc.uniqueArray(
    fc.record({
      code: fc.constantFrom(...codes),
      facts,
      more: fc.record({
        sector: fc.constantFrom("PO" as const, "VO" as const),
        consortiumId: fc.constantFrom(null, "zuid", "ijmond"),
        closedOn: fc.constantFrom(null, "2025-08-01"),
        imported: fc.boolean(),
      }),
    }),
    { selector: ({ code }) => code },
  ).map((schools) => schools.map(({ code, facts: cells, more }) => school(code, { ...cells, VESTIGINGSNAAM: "De Meerpaal" }, more)));
  const file = fc
    .array(fc.tuple(fc.constantFrom(...codes, "9"), facts), { maxLength: 8 })
    // One row that is always fine, for a file without any is refused before it is compared.
    .map((rows) => fileOf({ VESTIGINGSCODE: "98ZZ00" }, ...rows.map(([code, cells]) => ({ VESTIGINGSCODE: code, ...cells }))));
  const options = fc.record({
    municipalities: fc.constantFrom([], ["haarlem"], ["Zandvoort", "HAARLEM"]),
    withinConsortium: fc.constantFrom("zuid", "ijmond", null),
    consortium: fc.constantFrom("zuid", "postcode"),
  }).map(({ municipalities, withinConsortium, consortium }): Partial<ImportOptions> => ({
    municipalities,
    ...(withinConsortium === null ? {} : { withinConsortium }),
    consortiumOf: (row) => (consortium === "zuid" ? "zuid" : (({ "2033": "zuid", "1971": "ijmond" })[row.postcode.slice(0, 4)] ?? null)),
  }));

  test("importing the same file again has no effect", () => {
    fc.assert(
      fc.property(existing, file, options, (schools, rows, choice) => {
        const first = plan(schools, rows, choice);
        const again = plan(carryOut(schools, first.changes), rows, { ...choice, today: "2027-01-01" });
        expect(again.changes).toEqual([]);
        expect(again.counts).toMatchObject({ added: 0, changed: 0, closed: 0 });
      }),
    );
  });

  test("no school is removed, moved to another sector or samenwerkingsverband, or listed twice", () => {
    fc.assert(
      fc.property(existing, file, options, (schools, rows, choice) => {
        const { changes } = plan(schools, rows, choice);
        const now = new Map(carryOut(schools, changes).map((one) => [one.locationCode, one]));
        expect(new Set(changes.map(({ locationCode }) => locationCode)).size).toBe(changes.length);
        for (const one of schools) {
          expect(now.get(one.locationCode)?.sector).toBe(one.sector);
          if (one.consortiumId !== null) expect(now.get(one.locationCode)?.consortiumId).toBe(one.consortiumId);
        }
      }),
    );
  });

  test("only open, imported schools of the sector, the municipality and the samenwerkingsverband that the file does not name close", () => {
    fc.assert(
      fc.property(existing, file, options, (schools, rows, choice) => {
        const named = new Set([...rows.rows, ...rows.rejected].map(({ locationCode }) => locationCode));
        const closed = plan(schools, rows, choice).changes.filter(({ change }) => change === "CLOSED");
        for (const { locationCode } of closed) {
          const one = schools.find((candidate) => candidate.locationCode === locationCode);
          expect(one).toMatchObject({ closedOn: null, imported: true, sector: "PO" });
          expect(named).not.toContain(locationCode);
          if (choice.withinConsortium !== undefined) expect(one?.consortiumId).toBe(choice.withinConsortium);
          if (choice.municipalities?.length === 1) expect(one?.municipality).toBe("Haarlem");
        }
      }),
    );
  });

  test("the order of the schools does not matter, and a fresh preview always stands", () => {
    fc.assert(
      fc.property(existing, file, options, (schools, rows, choice) => {
        const { changes } = plan(schools, rows, choice);
        const turned = { rows: [...rows.rows].reverse(), rejected: rows.rejected };
        expect(plan([...schools].reverse(), turned, choice).changes).toEqual(changes);
        expect(changedSincePreview(changes, schools)).toEqual([]);
      }),
    );
  });
});
