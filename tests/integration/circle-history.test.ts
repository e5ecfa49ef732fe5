import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addMonths, type Day, dayFromDatabase } from "#lib/dates";
import { disconnect, operatorDatabase } from "#lib/db";
import type { CircleFigures, CircleOverview } from "#lib/opportunity-circle/queries";
import { circleElements, type CircleMark, circleMarks } from "#lib/opportunity-circle/rules";
import { type Casus, type CircleWorld, countOn, makeCircleWorld, on } from "#tests/support/circle-world";
import { ownDatabase } from "#tests/support/own-database";

// Whatever happens to casussen, one thing after the other: what somebody who looks each time can work out from all that was shown.

const TEAMS = 5;
const LEAST = 5;

let world: CircleWorld;

beforeAll(async () => {
  process.env.REFERENCE_DATE = "2026-11-10";
  await ownDatabase();
  world = await makeCircleWorld(TEAMS);
  // These casussen have no text; nothing of it is counted.
  await operatorDatabase().$executeRaw`ALTER TABLE case_discussion DISABLE TRIGGER shared_whole`;
});

afterAll(disconnect);

/** Something that happens to the casussen, or a month that passes; `which` chooses one of those there are. */
type Step =
  | { kind: "SHARE"; team: number; casussen: Casus[] }
  | { kind: "MARK"; which: number; mark: CircleMark }
  | { kind: "AGREE" | "DONE" | "STOP" | "RELEASE" | "RESHARE" | "ERASE" | "MOVE" | "DELETE"; which: number }
  | { kind: "MONTH" };

const casus = fc.array(fc.option(fc.constantFrom(...circleMarks)), { minLength: 8, maxLength: 8 });
const which = fc.nat(99);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ kind: fc.constant("SHARE" as const), team: fc.nat(TEAMS - 1), casussen: fc.array(casus, { minLength: 1, maxLength: 7 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("MARK" as const), which, mark: fc.constantFrom(...circleMarks) }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom("AGREE" as const, "DONE" as const, "STOP" as const, "RELEASE" as const, "RESHARE" as const, "ERASE" as const, "MOVE" as const, "DELETE" as const), which }) },
  { weight: 4, arbitrary: fc.constant({ kind: "MONTH" as const }) },
);

type Cell = { team: string; day: Day; cases: number };

test("no two showings differ by fewer than five casussen, and no few can be worked out from all of them, by members of a core team neither", { timeout: 150_000 }, async () => {
  const seen = { grew: 0, stood: 0, waited: 0, shown: 0, withheld: 0, all: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 36 }), async (steps) => {
      await world.clear();
      let month: Day = "2026-10-01";
      let before = await world.figures();
      const count = async (day: Day) => {
        const counted = await countOn(day);
        const after = await world.figures();
        expectSafeGrowth(before, after, await cellsOf(day));
        if (counted > 0) seen.grew += 1;
        else if (before.all === null) seen.waited += 1;
        before = after;
      };
      for (const each of steps) {
        if (each.kind === "MONTH") {
          if (month < "2027-09-01") await count((month = addMonths(month, 1)));
          continue;
        }
        await happen(each, month);
        expect(await world.figures()).toEqual(before);
        seen.stood += 1;
      }
      await count("2027-10-01");
      const cells = await cellsOf();
      const figures = before.all;
      if (figures) expect(cells.reduce((sum, { cases }) => sum + cases, 0)).toBe(figures.cases);
      const shown = before.teams.filter((team) => typeof team.figures === "object").map(({ id }) => id);
      expectNothingSmall(cells, shown);
      if (shown.length > 0) seen.shown += 1;
      if (before.teams.some((team) => team.figures === "WITHHELD")) seen.withheld += 1;
      if (figures) seen.all += 1;
      // A year that is closed stays as it is.
      for (const each of steps.slice(0, 4)) if (each.kind !== "MONTH") await happen(each, "2027-10-01");
      await countOn("2027-11-01");
      expect(await world.figures()).toEqual(before);
    }),
    { seed: 20261130, numRuns: 30, endOnFailure: true },
  );
  expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(0);
});

/** What was counted, on a day or at all, by core team. */
async function cellsOf(day?: Day): Promise<Cell[]> {
  const rows = await operatorDatabase().circleCount.findMany({ where: { consortiumId: world.consortiumId, schoolYear: 26, ...(day && { countedOn: new Date(day) }) }, select: { coreTeamId: true, countedOn: true, cases: true } });
  return rows.map(({ coreTeamId, countedOn, cases }) => ({ team: coreTeamId, day: dayFromDatabase(countedOn), cases }));
}

/** The figures did not change, or by at least five casussen, also for the members of one core team. */
function expectSafeGrowth(before: CircleOverview, after: CircleOverview, counted: Cell[]): void {
  const grown = (after.all?.cases ?? 0) - (before.all?.cases ?? 0);
  expect(counted.reduce((sum, { cases }) => sum + cases, 0)).toBe(grown);
  if (grown === 0) expect(withoutAgreements(after.all)).toEqual(withoutAgreements(before.all));
  else expect(grown - Math.max(...counted.map(({ cases }) => cases))).toBeGreaterThanOrEqual(LEAST);
}

// What was agreed comes once, with the closing of the year, and is of all that was counted.
function withoutAgreements(figures: CircleFigures | null): Omit<CircleFigures, "agreements"> | null {
  if (!figures) return null;
  const { agreements: _, ...others } = figures;
  return others;
}

/**
 * All that was shown are sums: of each day over all core teams, and of each core team that is shown over all days. Adding and
 * subtracting them gives a set of casussen when a whole number for each day and for each core team adds up to 0 or 1 in every cell.
 * No such set has one to four casussen, also when those of a core team are taken out because somebody knows them.
 */
function expectNothingSmall(cells: Cell[], shown: string[]): void {
  const days = [...new Set(cells.map(({ day }) => day))];
  for (const known of [null, ...new Set(cells.map(({ team }) => team))]) {
    const rows = new Map<string, Map<Day, number>>();
    for (const { team, day, cases } of cells.filter((cell) => cell.team !== known)) {
      const key = shown.includes(team) ? team : "hidden";
      const row = rows.get(key) ?? new Map<Day, number>();
      rows.set(key, row.set(day, (row.get(day) ?? 0) + cases));
    }
    for (const weights of weighted(days)) {
      let sizes = new Set([0]);
      for (const row of rows.values()) {
        const possible = [-2, -1, 0, 1, 2].flatMap((own) => {
          const taken = [...row].map(([day, cases]) => ({ times: own + (weights.get(day) ?? 0), cases }));
          return taken.every(({ times }) => times === 0 || times === 1) ? [taken.reduce((sum, { times, cases }) => sum + times * cases, 0)] : [];
        });
        sizes = new Set([...sizes].flatMap((size) => possible.map((more) => size + more)));
      }
      for (const size of sizes) if (size !== 0) expect(size, JSON.stringify({ cells, shown, known })).toBeGreaterThanOrEqual(LEAST);
    }
  }
}

/** Every way to take each day once or not at all; where there are few, also away. */
function weighted(days: readonly Day[], weights = days.length > 4 ? [0, 1] : [-1, 0, 1]): Map<Day, number>[] {
  const [first, ...others] = days;
  if (first === undefined) return [new Map()];
  return weighted(others, weights).flatMap((rest) => weights.map((weight) => new Map(rest).set(first, weight)));
}

async function happen(step: Exclude<Step, { kind: "MONTH" }>, month: Day): Promise<void> {
  const db = operatorDatabase();
  if (step.kind === "SHARE") {
    await world.share(step.team, step.casussen, { sharedAt: on(month) });
    return;
  }
  const all = await db.caseDiscussion.findMany({ where: { consortiumId: world.consortiumId }, orderBy: { number: "asc" } });
  const one = all[step.which % Math.max(1, all.length)];
  // What was erased is changed no more.
  if (!one || (one.erasedAt && step.kind !== "DELETE" && step.kind !== "MOVE")) return;
  const where = { id: one.id };
  switch (step.kind) {
    case "MARK":
      await db.caseCircleMark.updateMany({ where: { caseDiscussionId: one.id, element: circleElements[step.which % 8] ?? "SAFE" }, data: { mark: step.mark } });
      break;
    case "AGREE":
      await world.agree(world.teams.findIndex(({ id }) => id === one.coreTeamId), one.id, [{ kind: "START_TALK" }]);
      break;
    case "DONE":
      await db.agreement.updateMany({ where: { caseDiscussionId: one.id }, data: { state: "DONE" } });
      break;
    case "STOP":
      if (one.sharedAt) await db.caseDiscussion.update({ where, data: { stoppedAt: on(month) } });
      break;
    case "RELEASE":
      await db.$executeRaw`UPDATE case_discussion SET stopped_at = NULL, released_at = ${on(month)}, shared_at = NULL WHERE id = ${one.id}::uuid AND stopped_at IS NOT NULL`;
      break;
    case "RESHARE":
      await db.$executeRaw`UPDATE case_discussion SET shared_at = ${on(month)} WHERE id = ${one.id}::uuid AND shared_at IS NULL AND erased_at IS NULL`;
      break;
    case "ERASE":
      await db.$executeRaw`SELECT erase_case(${one.id}::uuid, ${on(month)}, 'operator', 'history')`;
      break;
    case "MOVE":
      await db.caseDiscussion.update({ where, data: { schoolYear: one.schoolYear === 26 ? 25 : 26 } });
      break;
    case "DELETE":
      await db.agreement.deleteMany({ where: { caseDiscussionId: one.id } });
      await db.caseDiscussion.delete({ where });
  }
}
