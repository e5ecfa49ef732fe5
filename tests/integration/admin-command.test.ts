import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asOperator } from "#lib/access/transaction";
import { appointAdministrator } from "#lib/consortia/commands";
import { disconnect, operatorDatabase } from "#lib/db";
import { ForbiddenError } from "#lib/errors";
import { asPerson } from "#tests/support/as-person";
import { makeConsortium, makePerson, makeRole } from "#tests/support/builders";
import { ownDatabase } from "#tests/support/own-database";
import { TEST_SECRET } from "#tests/support/template-database";

const root = join(import.meta.dirname, "..", "..");
let ownerUrl: string;
let owner: pg.Client;

beforeAll(async () => {
  ({ ownerUrl } = await ownDatabase());
  owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
});

beforeEach(async () => {
  await owner.query("TRUNCATE consortium, person CASCADE");
});

afterAll(async () => {
  await owner.end();
  await disconnect();
});

type Run = { code: number; out: string; err: string };

/** Runs `npm run admin -- …` as whoever keeps the server does: a process of its own, with the owner's address. */
async function admin(...args: string[]): Promise<Run> {
  const env = { PATH: process.env.PATH, DATABASE_URL: ownerUrl, APP_SECRET: TEST_SECRET, APP_URL: "https://kernteam.voorbeeld.nl" };
  try {
    const { stdout, stderr } = await promisify(execFile)("node", [join(root, "lib/cli/admin.ts"), ...args], { cwd: root, env: env as unknown as NodeJS.ProcessEnv });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

async function everything() {
  const db = operatorDatabase();
  return { people: await db.person.findMany({ omit: { signedInAt: true } }), consortia: await db.consortium.findMany(), roles: await db.consortiumRole.findMany(), functions: await db.teamFunction.count(), audit: await db.auditLine.count() };
}

describe("npm run admin", () => {
  test("makes the first administrator, the samenwerkingsverband and its usual functions, and says what to do next", async () => {
    const run = await admin("Ingrid.Postma@SWVkust.example");
    expect(run).toMatchObject({ code: 0, err: "" });
    expect(run.out).toContain("https://kernteam.voorbeeld.nl/login");
    expect(run.out).toContain("SMTP_URL");
    const { people, consortia, roles, functions } = await everything();
    expect(people).toMatchObject([{ email: "ingrid.postma@swvkust.example", name: "Ingrid Postma" }]);
    expect(consortia).toMatchObject([{ name: "Nieuw samenwerkingsverband", code: null, sector: "PO" }]);
    expect(roles).toMatchObject([{ role: "ADMINISTRATOR", lastDay: null }]);
    expect(functions).toBeGreaterThan(5);
    expect(await operatorDatabase().auditLine.findFirst({ where: { objectId: people[0]?.id ?? "" } })).toMatchObject({ personId: null, role: "operator", action: "administrator:appoint", consortiumId: consortia[0]?.id });
    // The person really may what an administrator may.
    expect(await asPerson(people[0]?.id ?? "", async (viewer) => viewer.consortiaFor("role:grant"))).toEqual([consortia[0]?.id]);
  });

  test("changes nothing the second time", async () => {
    await admin("ingrid@swvkust.example", "--name", "Ingrid Postma", "--consortium", "po2704");
    const before = await everything();
    expect(before.consortia).toMatchObject([{ name: "Samenwerkingsverband PO2704", code: "PO2704" }]);
    const run = await admin("ingrid@swvkust.example", "--name", "Iemand Anders");
    expect(run.code).toBe(0);
    expect(run.out).toContain("niets veranderd");
    expect(await everything()).toEqual(before);
  });

  test("asks which one when there are several, and takes a number or a name", async () => {
    await makeConsortium({ name: "SWV Kust", code: "PO9001" });
    const other = await makeConsortium({ name: "SWV Elders" });
    const before = await everything();
    const refused = await admin("ingrid@swvkust.example");
    expect(refused).toMatchObject({ code: 1, out: "" });
    expect(refused.err.trim().split("\n")).toHaveLength(1);
    expect(refused.err).toContain('"SWV Elders", PO9001 (SWV Kust)');
    expect((await admin("ingrid@swvkust.example", "--consortium", "PO1234")).err).toContain("PO1234");
    expect(await everything()).toEqual(before);
    expect(await admin("ingrid@swvkust.example", "--consortium", "swv elders")).toMatchObject({ code: 0 });
    expect(await operatorDatabase().consortiumRole.findMany()).toMatchObject([{ consortiumId: other.id, role: "ADMINISTRATOR" }]);
  });

  test("begins another samenwerkingsverband when asked, with a number of its own", async () => {
    await makeConsortium({ name: "SWV Kust", code: "PO9001" });
    expect(await admin("an@swv.example", "--new", "--consortium", "VO9003")).toMatchObject({ code: 0 });
    expect(await operatorDatabase().consortium.findUnique({ where: { code: "VO9003" } })).toMatchObject({ sector: "VO" });
    const before = await everything();
    expect(await admin("an@swv.example", "--new", "--consortium", "PO9001")).toMatchObject({ code: 1 });
    expect(await admin("an@swv.example", "--new", "--consortium", "Kust")).toMatchObject({ code: 1 });
    expect(await everything()).toEqual(before);
  });

  test("says in one sentence what is wrong with an address, and how it is used", async () => {
    const wrong = await admin("geen adres");
    expect(wrong.code).toBe(1);
    expect(wrong.err.trim().split("\n")).toHaveLength(1);
    expect(await admin()).toMatchObject({ code: 2 });
    expect(await admin("a@b.nl", "c@d.nl")).toMatchObject({ code: 2 });
    expect(await admin("a@b.nl", "--rol", "baas")).toMatchObject({ code: 2 });
    expect((await everything()).people).toEqual([]);
  });
});

describe("appointing an administrator", () => {
  const appointment = { email: "ingrid@swvkust.example", name: null, consortium: null, isNew: false };

  test("is for whoever runs the server, and for nobody in the app", async () => {
    const consortium = await makeConsortium();
    const person = await makePerson();
    await makeRole(consortium.id, person.id, "ADMINISTRATOR");
    const before = await everything();
    await expect(asPerson(person.id, (viewer) => appointAdministrator(viewer, { ...appointment, consortium: consortium.name }))).rejects.toThrow(ForbiddenError);
    await expect(asPerson(person.id, (viewer) => appointAdministrator(viewer, { ...appointment, isNew: true }))).rejects.toThrow(ForbiddenError);
    expect(await everything()).toEqual(before);
  });

  test("does not open an account that is off", async () => {
    await makeConsortium();
    await makePerson({ email: appointment.email, deactivatedAt: new Date() });
    const before = await everything();
    expect(await asOperator((viewer) => appointAdministrator(viewer, appointment))).toEqual({ ok: false, problem: "DEACTIVATED" });
    expect(await everything()).toEqual(before);
  });

  test("takes the last day off a role that was to end, and brings one forward that was to begin", async () => {
    const consortium = await makeConsortium();
    const [ending, coming] = [await makePerson(), await makePerson()];
    await makeRole(consortium.id, ending.id, "ADMINISTRATOR", { lastDay: "2199-12-31" });
    await makeRole(consortium.id, coming.id, "ADMINISTRATOR", { firstDay: "2199-01-01" });
    for (const person of [ending, coming]) expect(await asOperator((viewer) => appointAdministrator(viewer, { ...appointment, email: person.email }))).toMatchObject({ ok: true, changed: true });
    for (const person of [ending, coming]) expect(await asPerson(person.id, async (viewer) => viewer.roles.map(({ role }) => role))).toEqual(["ADMINISTRATOR"]);
  });

  test("twice at once makes one samenwerkingsverband and one person", async () => {
    await Promise.all([1, 2].map(() => asOperator((viewer) => appointAdministrator(viewer, appointment))));
    const { people, consortia, roles } = await everything();
    expect([people.length, consortia.length, roles.length]).toEqual([1, 1, 1]);
  });
});
