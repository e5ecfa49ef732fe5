import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countCaseSinces } from "#lib/case-discussions/queries";
import { type CaseSince, caseSinces } from "#lib/case-discussions/schema";
import { disconnect, operatorDatabase } from "#lib/db";
import { ForbiddenError } from "#lib/errors";
import { type CircleOverview, findCircleFigures, teamsPerPage } from "#lib/opportunity-circle/queries";
import { circleElements, type CircleMark, circleMarks } from "#lib/opportunity-circle/rules";
import { asPerson } from "#tests/support/as-person";
import { makeConsortium, makeCoreTeam, makeMeeting, makeMembership, makePerson, makeRole } from "#tests/support/builders";
import { ownDatabase } from "#tests/support/own-database";

const none = { agreed: 0, done: 0 };
const NOTHING_AGREED = { START_TALK: none, SHARED_ADVICE: none, TAILORED: none };
const TEAMS = 6;
const LEAST = 5;

/** The marks of one casus in the order of the elements; null where nobody answered. */
type Casus = (CircleMark | null)[];

let consortiumId: string;
let coach: { id: string };
let teams: { id: string; meetingId: string }[];

beforeAll(async () => {
  process.env.REFERENCE_DATE = "2026-11-10";
  await ownDatabase();
  ({ id: consortiumId } = await makeConsortium());
  coach = await makePerson();
  await makeRole(consortiumId, coach.id, "PROCESS_COACH");
  teams = [];
  for (let index = 0; index < TEAMS; index += 1) {
    const team = await makeCoreTeam(consortiumId, { name: `Kernteam ${index}` });
    teams.push({ id: team.id, meetingId: (await makeMeeting(team, coach.id, { day: "2026-10-06" })).id });
  }
});

afterAll(disconnect);

const figuresAs = (personId: string, page = 1) => asPerson(personId, (viewer) => findCircleFigures(viewer, { consortiumId, schoolYear: 2026, page }));

/** Makes these the only casussen of this school year, by core team. */
async function store(world: Casus[][], sharedAt: Date | null = new Date()): Promise<void> {
  const db = operatorDatabase();
  await db.caseDiscussion.deleteMany({ where: { consortiumId } });
  const cases = world.flatMap((casussen, index) => casussen.map((marks, number) => ({ id: randomUUID(), team: teams[index] as (typeof teams)[number], number: number + 1, marks })));
  await db.caseDiscussion.createMany({
    data: cases.map(({ id, team, number, marks }) => ({ id, consortiumId, coreTeamId: team.id, meetingId: team.meetingId, schoolYear: 26, number, createdById: coach.id, sharedAt, since: sinceOf(marks) })),
  });
  await db.caseCircleMark.createMany({
    data: cases.flatMap(({ id, team, marks }) =>
      circleElements.flatMap((element, index) => {
        const mark = marks[index];
        return mark ? [{ caseDiscussionId: id, consortiumId, coreTeamId: team.id, element, mark }] : [];
      })),
  });
}

/** The figures of these casussen, counted by hand. */
function counted(casussen: Casus[]) {
  const counts = circleElements.map((element, index) => {
    const given = casussen.map((marks) => marks[index] ?? "UNKNOWN");
    return [element, Object.fromEntries(circleMarks.map((mark) => [mark, given.filter((each) => each === mark).length]))] as const;
  });
  const since = Object.fromEntries(caseSinces.map((each) => [each, casussen.filter((marks) => sinceOf(marks) === each).length]));
  return { cases: casussen.length, counts: Object.fromEntries(counts), since, agreements: NOTHING_AGREED, applied: 0 };
}

/** How early a casus came; it follows from its marks, so that it is as various as they are. Some of before do not tell. */
function sinceOf(marks: Casus): CaseSince | null {
  return caseSinces[marks.filter((mark) => mark === "ATTENTION").length % 4] ?? null;
}

const casussen = fc.array(fc.array(fc.option(fc.constantFrom(...circleMarks)), { minLength: 8, maxLength: 8 }), { maxLength: 8 });
const sizes = (all: Casus[][]) => all.map(({ length }) => length).toSorted((a, b) => a - b);
const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
const all = (team: Casus[] | undefined) => team ?? [];

/** Which core teams with a casus have no figures. */
function hiddenIn(world: Casus[][], { teams: listed }: CircleOverview): Casus[][] {
  return world.filter((team, index) => team.length > 0 && typeof listed.find(({ id }) => id === teams[index]?.id)?.figures !== "object");
}

describe("whatever core teams discussed", () => {
  test("no figures tell of fewer than five casussen, also not by subtraction, also not to a member of one of the teams", { timeout: 90_000 }, async () => {
    const seen = { sum: 0, withheldTeam: 0, withheldSum: 0, everything: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(casussen, { minLength: TEAMS, maxLength: TEAMS }), async (world) => {
        await store(world);
        const overview = await figuresAs(coach.id);
        for (const { id, figures } of overview.teams) {
          const own = all(world[teams.findIndex((team) => team.id === id)]);
          if (own.length < LEAST) expect(figures).toBe("FEW");
          else if (figures !== "WITHHELD") expect(figures).toEqual(counted(own));
        }
        const hidden = hiddenIn(world, overview);
        if (typeof overview.all === "object") {
          expect(overview.all).toEqual(counted(world.flat()));
          // What is left of the sum for whoever takes away all figures that are shown, and the casussen of the own team.
          for (const own of hidden) {
            const rest = hidden.filter((team) => team !== own);
            expect(rest.length).toBeGreaterThan(1);
            expect(sum(sizes(rest))).toBeGreaterThanOrEqual(LEAST);
          }
          seen.sum += 1;
        } else if (overview.all === "WITHHELD") seen.withheldSum += 1;
        if (overview.teams.some(({ figures }) => figures === "WITHHELD")) seen.withheldTeam += 1;
        if (hidden.length === 0) seen.everything += 1;
      }),
      { seed: 20261128, numRuns: 200, examples: [[[8, 8, 8, 8, 8, 8].map(alike)], [[5, 5, 0, 0, 0, 5].map(alike)], [[3, 8, 8, 8, 8, 8].map(alike)], [[3, 6, 0, 0, 0, 0].map(alike)]] },
    );
    expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(0);
  });

  test("no more is hidden than has to be", { timeout: 90_000 }, async () => {
    const shown = new Set<number>();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: TEAMS, maxLength: TEAMS }), async (numbers) => {
        const world = numbers.map(alike);
        await store(world);
        const overview = await figuresAs(coach.id);
        const hidden = sizes(hiddenIn(world, overview));
        const few = hidden.filter((size) => size < LEAST);
        if (few.length === 0) expect(hidden).toEqual([]);
        // One fewer, and what is left beside the largest of them would be too little.
        else if (hidden.length > few.length) expect(sum(hidden.slice(0, -2))).toBeLessThan(LEAST);
        if (overview.all === "WITHHELD") expect(sum(sizes(world).slice(0, -1))).toBeLessThan(LEAST);
        if (overview.all === "FEW") expect(sum(numbers)).toBeLessThan(LEAST);
        shown.add(overview.teams.filter(({ figures }) => typeof figures === "object").length);
      }),
      { seed: 20261129, numRuns: 120 },
    );
    expect(shown.size).toBeGreaterThan(3);
  });
});

/** So many casussen that all say the same. */
function alike(number: number): Casus[] {
  return Array.from({ length: number }, () => circleElements.map((_, index) => circleMarks[index % 3] ?? null));
}

test("a core team sees how early its own casussen came, however few; nobody else does", async () => {
  const [own, other] = teams as [(typeof teams)[number], (typeof teams)[number]];
  const casus = (attention: number): Casus => circleElements.map((_, index) => (index < attention ? "ATTENTION" : null));
  await store([[casus(0), casus(0), casus(2), casus(3)], [casus(1)]]);
  const member = await makePerson();
  await makeMembership({ id: own.id, consortiumId }, member.id, { firstDay: "2026-11-01" });
  const left = await makePerson();
  await makeMembership({ id: own.id, consortiumId }, left.id, { lastDay: "2026-11-09" });
  const counts = (personId: string, team = own, schoolYear = 2026) => asPerson(personId, (viewer) => countCaseSinces(viewer, team.id, schoolYear));
  const none = { FIRST_CONCERN: 0, LONGER: 0, STUCK: 0 };
  expect(await counts(member.id)).toEqual({ FIRST_CONCERN: 2, LONGER: 0, STUCK: 1 });
  expect([await counts(member.id, own, 2025), await counts(member.id, other), await counts(left.id), await counts(coach.id)]).toEqual([none, none, none, none]);
  await store([[casus(0)]], null);
  expect(await counts(member.id)).toEqual(none);
});

describe("the figures", () => {
  test("count what nobody answered as unknown, concepts not at all, and each school year by itself", async () => {
    await store([Array.from({ length: 5 }, () => [null, "GOES_WELL", "ATTENTION", "UNKNOWN", null, null, null, null])]);
    const found = await figuresAs(coach.id);
    expect(found.teams[0]).toMatchObject({ name: "Kernteam 0", figures: { cases: 5, counts: { ACTIVE: { UNKNOWN: 5 }, RESPECTED: { GOES_WELL: 5 }, RESPONSIBLE: { ATTENTION: 5 }, INCLUDED: { UNKNOWN: 5 } } } });
    expect(found.total).toBe(TEAMS);
    expect((await asPerson(coach.id, (viewer) => findCircleFigures(viewer, { consortiumId, schoolYear: 2025, page: 1 }))).all).toBe("FEW");
    await store([alike(5)], null);
    expect((await figuresAs(coach.id)).all).toBe("FEW");
  });

  test("come with core teams that have some first, 25 a page, and the sum on each page", async () => {
    const other = await makeConsortium();
    await makeRole(other.id, coach.id, "PROCESS_COACH");
    for (let index = 0; index <= teamsPerPage; index += 1) await makeCoreTeam(other.id, { name: `Team ${String(index).padStart(2, "0")}` });
    const pageOf = (page: number) => asPerson(coach.id, (viewer) => findCircleFigures(viewer, { consortiumId: other.id, schoolYear: 2026, page }));
    expect((await pageOf(2)).teams.map(({ name }) => name)).toEqual(["Team 25"]);
    expect(await pageOf(3)).toMatchObject({ page: 1, total: teamsPerPage + 1, all: "FEW" });
    await store([[], [], alike(6)]);
    expect((await figuresAs(coach.id)).teams.map(({ name }) => name).slice(0, 2)).toEqual(["Kernteam 2", "Kernteam 0"]);
  });

  test("are for the procesbegeleider of the samenwerkingsverband: the function itself gives others nothing", async () => {
    await store([alike(8)]);
    const team = { id: teams[0]?.id ?? "", consortiumId };
    const [member, organiser, board, elsewhere] = [await makePerson(), await makePerson(), await makePerson(), await makePerson()];
    await makeMembership(team, member.id, { coordinates: true });
    await makeRole(consortiumId, organiser.id, "ORGANISER");
    await makeRole(consortiumId, board.id, "BOARD");
    await makeRole((await makeConsortium()).id, elsewhere.id, "PROCESS_COACH");
    for (const { id } of [member, organiser, board, elsewhere]) {
      await expect(figuresAs(id)).rejects.toThrow(ForbiddenError);
      expect(await asPerson(id, (viewer) => viewer.db.$queryRaw`SELECT * FROM circle_figures(${consortiumId}::uuid, 26, 1, 25)`)).toEqual([]);
    }
  });
});
