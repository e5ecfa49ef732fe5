import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnect } from "#lib/db";
import { get } from "#tests/support/browserless";
import { grow } from "#tests/support/matrix-growth";
import { addressFor } from "#tests/support/matrix-http";
import { type PageRow, pageRows } from "#tests/support/matrix-pages";
import { isForAnywhere, type Visitor, visitorsOf } from "#tests/support/matrix-visitors";
import { makeMatrixWorld } from "#tests/support/matrix-world";
import { ownDatabase } from "#tests/support/own-database";
import { startWeb } from "#tests/support/web-server";

/** A page may take six statements for its data, and two to know who asks. Its transaction's own do not count. */
const MOST = { data: 6, session: 2 };

/** On the home page each domain tells in one statement what waits: four about casussen, and one more for a procesbegeleider; then the open casussen. */
const MOST_AT_HOME = { ...MOST, data: 11 };

type Counts = { data: number; session: number };

/** For each page and visitor, how many statements it takes with thirty and with over three hundred of everything. */
const counted = new Map<string, [Counts, Counts]>();

/** All that the server printed meanwhile. */
let printed = "";

beforeAll(async () => {
  const database = await ownDatabase();
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const world = await makeMatrixWorld();
  const visitors = (await visitorsOf(world)).filter(({ label }) => (label.endsWith(" of a") && label !== "siblingMember of a") || label === "nobody");
  const web = await startWeb();

  const count = async (key: string, row: PageRow, visitor: Visitor): Promise<Counts> => {
    const { status } = await get(web, visitor.client, addressFor(key, row, world.a));
    const statements = await web.takeStatements();
    expect(status, `${key} as ${visitor.label}`).toBe(200);
    const data = statements.filter(({ role }) => role === "app" || role === "link").length;
    return { data, session: statements.length - data };
  };
  const asked = Object.entries(pageRows).flatMap(([key, row]) => readersOf(row, visitors).map((visitor) => ({ key, row, visitor })));
  await grow(owner, world.a, 30);
  await web.takeStatements();
  const few: Counts[] = [];
  for (const { key, row, visitor } of asked) few.push(await count(key, row, visitor));
  await grow(owner, world.a, 300);
  await web.takeStatements();
  for (const [index, { key, row, visitor }] of asked.entries()) counted.set(`${key} as ${visitor.label}`, [few[index] as Counts, await count(key, row, visitor)]);

  printed = web.printed();
  await web.stop();
  await owner.end();
}, 180_000);

afterAll(disconnect);

/** Who reads a page: everybody with a home page of their own, and of the others the first and the last who may. */
function readersOf({ allowed }: PageRow, visitors: readonly Visitor[]): Visitor[] {
  if (allowed === "link") return visitors.filter(({ client }) => client.personId === null);
  if (allowed === "everyone") return visitors.filter(({ client }) => client.personId !== null);
  if (typeof allowed === "string") return [];
  const readers = visitors.filter((visitor) => isForAnywhere(allowed, visitor));
  return readers.filter((_reader, index) => index === 0 || index === readers.length - 1);
}

describe.each(Object.entries(pageRows).filter(([, { allowed }]) => allowed !== "public" && allowed !== "nobody"))("%s", (key) => {
  test("takes a few statements, and as many for hundreds of rows as for thirty", () => {
    const counts = [...counted].filter(([name]) => name.startsWith(`${key} as `));
    expect(counts.length).toBeGreaterThan(0);
    const most = /^\/(?: as |$)/.test(key) ? MOST_AT_HOME : MOST;
    for (const [name, [few, many]] of counts) {
      expect(many, name).toEqual(few);
      expect(many.data, name).toBeLessThanOrEqual(most.data);
      expect(many.session, name).toBeLessThanOrEqual(most.session);
    }
  });
});

test("statements are really counted", () => {
  const counts = [...counted.values()].map(([, many]) => many);
  expect(counts.every(({ session }) => session > 0)).toBe(true);
  expect(counts.filter(({ data }) => data > 0).length).toBeGreaterThan(counts.length / 2);
});

test("statements are printed without what they are about", () => {
  expect(printed).toContain('"statement"');
  expect(printed).not.toMatch(/KANARIE|@voorbeeld\.nl/i);
});
