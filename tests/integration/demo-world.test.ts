import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnect, operatorDatabase, type Transaction } from "#lib/db";
import { clearDemoWorld } from "#prisma/demo/clear";
import { demoState } from "#prisma/demo/state";
import { seed, seedDemoWorld } from "#prisma/seed";
import { demoId } from "#prisma/world";
import { asPerson } from "#tests/support/as-person";
import { ownDatabase } from "#tests/support/own-database";

beforeAll(ownDatabase);
afterAll(disconnect);

describe("loading the demo world", () => {
  test.each(["2026-07-31", "2026-08-01", "2026-11-22", "2027-01-01", "2027-03-28", "2027-07-12", "2028-02-29"])("keeps to every constraint on %s", async (day) => {
    const left = await undone(async (db) => {
      await seedDemoWorld(db, day);
      return db.school.count();
    });
    expect(left).toBe(33);
    expect(await operatorDatabase().school.count()).toBe(0);
  });

  test("happens once, and leaves a database with a samenwerkingsverband alone", async () => {
    expect(await seed("2026-11-22")).toBe(true);
    const people = await operatorDatabase().person.count();
    expect(await seed("2026-11-23")).toBe(false);
    expect(await operatorDatabase().person.count()).toBe(people);
  });

  test("gives people who can sign in and see their own work", async () => {
    const teams = await asPerson(demoId("person:samira"), (viewer) => viewer.db.coreTeam.count());
    expect(teams).toBe(9);
  });

  test("meets in no school holiday of the holidays that are known", async () => {
    const clashes = await operatorDatabase().$queryRaw<{ count: bigint }[]>`
      SELECT count(*) FROM meeting m JOIN holiday h ON (m.starts_at AT TIME ZONE 'Europe/Amsterdam')::date BETWEEN h.first_day AND h.last_day
      WHERE h.region IS NULL OR h.region = 'Noord'`;
    expect(Number(clashes[0]?.count)).toBe(0);
  });
});

describe("clearing the demo world", () => {
  test("leaves functions, holidays and postcodes, and nobody and nothing else", async () => {
    const db = operatorDatabase();
    const ofPrimary = { consortium: { is: { sector: "PO" } } } as const;
    // A function that was changed in the demo is a setting, and stays as it is.
    await db.teamFunction.updateMany({ where: { ...ofPrimary, sector: "PO", code: "YOUTH_COACH" }, data: { name: "Gezinscoach" } });
    const before = { functions: await db.teamFunction.count({ where: ofPrimary }), holidays: await db.holiday.count() };
    const cleared = await db.$transaction((transaction) => clearDemoWorld(transaction), { timeout: 20_000 });
    expect(cleared).toMatchObject({ schools: 33, coreTeams: 31 });
    expect({ functions: await db.teamFunction.count(), holidays: await db.holiday.count() }).toEqual(before);
    expect(await db.teamFunction.count({ where: { name: "Gezinscoach" } })).toBe(1);
    const kept = await db.consortium.findMany({ select: { code: true, name: true }, orderBy: { sector: "asc" } });
    expect(kept).toEqual([{ code: null, name: "Nieuw samenwerkingsverband PO" }]);
    const counts = await db.$queryRaw<{ rows: bigint }[]>`
      SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM school) + (SELECT count(*) FROM organisation) + (SELECT count(*) FROM core_team)
        + (SELECT count(*) FROM session) + (SELECT count(*) FROM agreement) + (SELECT count(*) FROM case_text) AS rows`;
    expect(Number(counts[0]?.rows)).toBe(0);
  });

  test("keeps the lock on the audit lines", async () => {
    await expect(operatorDatabase().auditLine.deleteMany({})).rejects.toThrow();
    expect(await operatorDatabase().auditLine.count()).toBe(2);
  });

  test("is refused when there is no demo world, and the demo world never comes back", async () => {
    expect(await operatorDatabase().$transaction((transaction) => clearDemoWorld(transaction))).toBeNull();
    expect(await operatorDatabase().auditLine.count()).toBe(2);
    await operatorDatabase().teamFunction.deleteMany({});
    await operatorDatabase().agendaTemplateItem.deleteMany({});
    await operatorDatabase().agendaTemplate.deleteMany({});
    await operatorDatabase().consortium.deleteMany({});
    expect(await seed("2026-11-22")).toBe(false);
    expect(await operatorDatabase().$transaction((transaction) => demoState(transaction))).toBe("CLEARED");
  });
});

// Runs something and takes it back.
async function undone<T>(run: (db: Transaction) => Promise<T>): Promise<T | null> {
  let answer: T | null = null;
  const undo = new Error("undo");
  await operatorDatabase()
    .$transaction(
      async (db) => {
        answer = await run(db);
        throw undo;
      },
      { timeout: 30_000 },
    )
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return answer;
}
