import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { disconnect, operatorDatabase } from "#lib/db";
import { importSummarySchema } from "#lib/schools/schema";
import { makeConsortium } from "#tests/support/builders";
import { duoCells, duoFile, voColumns, type DuoCells } from "#tests/support/duo-rows";
import { type OwnDatabase, ownDatabase } from "#tests/support/own-database";
import { allSchools } from "#tests/support/school-imports";
import { TEST_SECRET } from "#tests/support/template-database";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

// Each command is a process of its own, and a busy machine takes its time to start one.
vi.setConfig({ testTimeout: 60_000 });

let database: OwnDatabase;
let folder: string;

beforeAll(async () => {
  database = await ownDatabase();
  folder = mkdtempSync(join(tmpdir(), "kernteam-files-"));
  writeFileSync(join(folder, "pc4.csv"), "pc4,gemeente,swv_po,swv_vo\n2033,Haarlem,PO9001,VO9001\n1011,Amsterdam,PO9002,VO9001\n0000,Nergens,,\n");
});

beforeEach(async () => {
  const db = operatorDatabase();
  await db.school.deleteMany();
  await db.postcodeArea.deleteMany();
  await db.teamFunction.deleteMany();
  await db.consortium.deleteMany();
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await disconnect();
});

type Run = { code: number | null; stdout: string; stderr: string };

/** Runs a command as a process of its own, as npm does. */
function run(command: "import-schools" | "import-consortia", ...args: string[]): Promise<Run> {
  const { OPERATOR_DATABASE_URL: _, INIT_CWD: __, ...environment } = process.env;
  const child = spawn("node", [`lib/cli/${command}.ts`, ...args], { cwd: ROOT, env: { ...environment, DATABASE_URL: database.ownerUrl, APP_SECRET: TEST_SECRET } });
  const printed = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (printed.stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (printed.stderr += chunk.toString()));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, ...printed })));
}

function fileWith(schools: DuoCells[], columns?: readonly string[]): string {
  const path = join(folder, "vestigingen.csv");
  writeFileSync(path, duoFile(schools.map(duoCells), columns ? { columns } : {}));
  return path;
}

function lastLine({ stdout }: Run): unknown {
  return JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "");
}

const amsterdam = { VESTIGINGSCODE: "98AB00", POSTCODE: "1011 AA", GEMEENTENAAM: "AMSTERDAM" };
const nowhere = { VESTIGINGSCODE: "98AC00", POSTCODE: "9999 AA", VESTIGINGSNAAM: "Zonder Verband" };

describe("npm run import:schools", () => {
  test("imports the whole file by postcode, and --json gives the numbers as the last line", async () => {
    expect(await run("import-consortia", join(folder, "pc4.csv"))).toMatchObject({ code: 0, stdout: "" });
    const first = await run("import-schools", fileWith([{}, amsterdam, nowhere, { VESTIGINGSCODE: "98AD00", POSTCODE: " " }]), "--json");
    expect(first.code).toBe(0);
    expect(lastLine(first)).toEqual({ rows: 4, added: 3, changed: 0, closed: 0, unchanged: 0, withoutConsortium: 1, rejected: [{ line: 5, reason: "BAD_POSTCODE" }] });
    expect(first.stderr).toContain("Zonder Verband, 9999 AA");
    expect(first.stderr).toContain("Regel 5: De postcode ontbreekt");

    const schools = await operatorDatabase().school.findMany({ orderBy: { locationCode: "asc" }, select: { consortium: { select: { code: true } } } });
    expect(schools.map(({ consortium }) => consortium?.code ?? null)).toEqual(["PO9001", "PO9002", null]);
    const [line] = await operatorDatabase().auditLine.findMany({ where: { action: "school:import-all" }, orderBy: { id: "desc" }, take: 1 });
    expect(line).toMatchObject({ personId: null, role: "operator", details: { added: 3, changed: 0, closed: 0 } });

    const again = await run("import-schools", fileWith([{}, amsterdam, nowhere]), "--json");
    expect(importSummarySchema.parse(lastLine(again))).toMatchObject({ added: 0, changed: 0, closed: 0, unchanged: 3 });
    expect(again.stderr).toContain("Er verandert niets.");
  });

  test("with --consortium takes the rows into that samenwerkingsverband; --municipality takes several names", async () => {
    await makeConsortium({ code: "PO9001" });
    const path = fileWith([{}, amsterdam, { VESTIGINGSCODE: "98AC00", GEMEENTENAAM: "ZANDVOORT" }]);
    const one = await run("import-schools", path, "--consortium", "po9001", "--municipality", "Haarlem", "zandvoort", "--json");
    expect([one.code, lastLine(one)]).toMatchObject([0, { added: 2 }]);
    const other = await run("import-schools", path, "--municipality", "Haarlem", "--municipality", "Amsterdam", "--consortium", "PO9001", "--json");
    expect([other.code, lastLine(other)]).toMatchObject([0, { added: 1, unchanged: 1, closed: 0 }]);
  });

  test("with --dry-run tells it all and changes nothing", async () => {
    const before = await run("import-schools", fileWith([{}, amsterdam]), "--dry-run", "--json");
    expect([before.code, lastLine(before)]).toMatchObject([0, { added: 2, withoutConsortium: 2 }]);
    expect(before.stderr).toContain("er is niets veranderd");
    expect(before.stderr).toContain("npm run import:consortia");
    expect(await allSchools()).toEqual([]);
  });

  test("tells what it adds, changes and closes", async () => {
    await run("import-schools", fileWith([{}, amsterdam]));
    const { stderr, stdout } = await run("import-schools", fileWith([{ TELEFOONNUMMER: "0235550111" }, { ...nowhere, VESTIGINGSNAAM: "De Nieuwe" }]));
    expect(stdout).toBe("");
    expect(stderr).toContain("Erbij: De Nieuwe\n");
    expect(stderr).toContain("Gewijzigd: Basisschool De Meerpaal: Telefoon: 0235550100 wordt 0235550111\n");
    expect(stderr).toContain("Gesloten: Basisschool De Meerpaal\n");
  });

  test.each([
    ["an unknown samenwerkingsverband", () => [fileWith([{}]), "--consortium", "PO1"], "geen samenwerkingsverband met nummer PO1"],
    ["a samenwerkingsverband of another sector", () => [fileWith([{}], voColumns), "--consortium", "PO9009"], "voortgezet onderwijs"],
    ["an unknown municipality", () => [fileWith([{}]), "--municipality", "Verzonnen"], "gemeente Verzonnen"],
    ["a file that is not there", () => [join(folder, "weg.csv")], "is er niet"],
    ["a folder", () => [folder], "is geen bestand"],
    ["an empty file", () => [emptyFile()], "staan geen scholen"],
    ["a file of 50 MB", () => [hugeFile()], "te groot"],
    ["a table of postcodes", () => [join(folder, "pc4.csv")], "geen bestand met schoolvestigingen"],
  ])("refuses %s in one sentence, with exit code 1, and changes nothing", async (_what, args, sentence) => {
    await makeConsortium({ code: "PO9009" });
    const { code, stdout, stderr } = await run("import-schools", ...args(), "--json");
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(await allSchools()).toEqual([]);
  });

  test.each([[[]], [["a.csv", "b.csv"]], [["a.csv", "--onbekend"]]])("explains itself when called as %j, with exit code 2", async (args) => {
    const { code, stderr } = await run("import-schools", ...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^Gebruik: npm run import:schools/);
  });
});

describe("npm run import:consortia", () => {
  test("fills the postcodes and makes what is missing, with the usual functions; a repeat changes nothing", async () => {
    await makeConsortium({ code: "PO9001", name: "Eigen naam" });
    const first = await run("import-consortia", join(folder, "pc4.csv"));
    expect(first.code).toBe(0);
    expect(first.stderr).toContain("2 postcodegebieden, waarvan 2 nieuw of gewijzigd, en 2 nieuwe samenwerkingsverbanden");
    expect(first.stderr).toContain("Regel 4:");
    const again = await run("import-consortia", join(folder, "pc4.csv"));
    expect(again.stderr).toContain("waarvan 0 nieuw of gewijzigd, en 0 nieuwe samenwerkingsverbanden");

    const consortia = await operatorDatabase().consortium.findMany({ orderBy: { code: "asc" }, select: { code: true, name: true, sector: true, functions: { where: { code: "YOUTH_COACH" }, select: { sector: true } } } });
    expect(consortia.map(({ functions, ...rest }) => ({ ...rest, sectors: functions.map(({ sector }) => sector).sort() }))).toEqual([
      { code: "PO9001", name: "Eigen naam", sector: "PO", sectors: [] },
      { code: "PO9002", name: "PO9002", sector: "PO", sectors: ["PO", "SO"] },
      { code: "VO9001", name: "VO9001", sector: "VO", sectors: ["MBO", "SO", "VO"] },
    ]);
  });

  test("refuses something else in one sentence", async () => {
    const { code, stderr } = await run("import-consortia", fileWith([{}]));
    expect(code).toBe(1);
    expect(stderr).toContain("geen tabel van postcodes");
    expect(await operatorDatabase().postcodeArea.count()).toBe(0);
  });
});

function emptyFile(): string {
  writeFileSync(join(folder, "leeg.csv"), "");
  return join(folder, "leeg.csv");
}

function hugeFile(): string {
  writeFileSync(join(folder, "groot.csv"), Buffer.alloc(50 * 1024 * 1024, "x"));
  return join(folder, "groot.csv");
}
