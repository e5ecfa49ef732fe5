import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { countCaseSinces } from "#lib/case-discussions/queries";
import { disconnect, operatorDatabase } from "#lib/db";
import { ForbiddenError } from "#lib/errors";
import { goRound } from "#lib/jobs/rounds";
import { type CircleFigures, type CircleOverview, teamsPerPage } from "#lib/opportunity-circle/queries";
import { circleElements, circleMarks } from "#lib/opportunity-circle/rules";
import { asPerson } from "#tests/support/as-person";
import { makeConsortium, makeCoreTeam, makeMembership, makePerson, makeRole } from "#tests/support/builders";
import { type Casus, CircleWorld, countOn, makeCircleWorld, on } from "#tests/support/circle-world";
import { ownDatabase } from "#tests/support/own-database";

let world: CircleWorld;

beforeAll(async () => {
  process.env.REFERENCE_DATE = "2026-11-10";
  await ownDatabase();
  world = await makeCircleWorld(6);
});

beforeEach(() => world.clear());

afterAll(disconnect);

/** So many casussen that all say the same: ACTIVE goes well, RESPECTED asks for attention, RESPONSIBLE is unknown, and so on. */
function alike(number: number): Casus[] {
  return Array.from({ length: number }, () => circleElements.map((_, index) => circleMarks[index % 3] ?? null));
}

/** All ways to divide a whole into so many parts. */
function partsOf(whole: number, places: number): number[][] {
  if (places === 1) return [[whole]];
  return [...Array(whole + 1).keys()].flatMap((first) => partsOf(whole - first, places - 1).map((rest) => [first, ...rest]));
}

const shownIn = ({ teams }: CircleOverview) => Object.fromEntries(teams.map(({ name, figures }) => [name, typeof figures === "object" ? figures.cases : figures]));
const activeIn = (figures: CircleFigures | null) => figures?.counts.ACTIVE;

describe("the figures", () => {
  test("grow on the first of a month, by what was shared and talked about before it", async () => {
    await world.share(0, alike(4));
    await world.share(1, alike(3));
    await world.share(2, alike(3));
    expect(await world.figures()).toMatchObject({ all: null, countedOn: null, isClosed: false, teams: [] });
    expect(await countOn("2026-10-01")).toBe(10);
    const october = await world.figures();
    expect(october).toMatchObject({ all: { cases: 10, counts: { ACTIVE: { GOES_WELL: 10, ATTENTION: 0, UNKNOWN: 0 } }, agreements: null }, countedOn: "2026-10-01", isClosed: false, teams: [] });
    await world.share(0, alike(8), { sharedAt: on("2026-10-20") });
    await world.share(1, alike(8), { sharedAt: on("2026-10-20") });
    await world.share(2, alike(8), { sharedAt: on("2026-11-01") });
    await world.share(3, alike(8), { sharedAt: null });
    expect(await countOn("2026-10-31")).toBe(0);
    expect(await world.figures()).toEqual(october);
    expect(await countOn("2026-11-09")).toBe(16);
    expect(await world.figures()).toMatchObject({ all: { cases: 26 }, countedOn: "2026-11-01" });
  });

  test("wait for the meeting, at which a team may choose other marks", async () => {
    for (const index of [0, 1, 2]) await world.share(index, alike(5));
    const later = { startsAt: on("2026-10-02"), endsAt: new Date(on("2026-10-02").getTime() + 3_600_000) };
    const where = { id: world.team(1).meetingId };
    const before = await operatorDatabase().meeting.findUniqueOrThrow({ where, select: { startsAt: true, endsAt: true } });
    await operatorDatabase().meeting.update({ where, data: later });
    expect(await countOn("2026-10-01")).toBe(10);
    await operatorDatabase().meeting.update({ where, data: before });
  });

  test("leave out what was to be talked about at a meeting that was cancelled", async () => {
    for (const index of [0, 1, 2]) await world.share(index, alike(5));
    const where = { id: world.team(1).meetingId };
    await operatorDatabase().meeting.update({ where, data: { cancelled: true, cancelledAt: on("2026-09-08") } });
    expect(await countOn("2026-10-01")).toBe(10);
    await operatorDatabase().meeting.update({ where, data: { cancelled: false, cancelledAt: null } });
    expect(await world.figures()).toMatchObject({ all: { cases: 10 } });
  });

  test("come when there are five casussen besides those of the core team with the most", async () => {
    await world.share(0, alike(7));
    await world.share(1, alike(4));
    expect(await countOn("2026-10-01")).toBe(0);
    expect((await world.figures()).all).toBeNull();
    await world.share(2, alike(1));
    expect(await countOn("2026-11-01")).toBe(12);
  });

  test("stay as they were counted, whatever becomes of a casus", async () => {
    const [first = ""] = await world.share(0, alike(5));
    await world.share(1, alike(5));
    await countOn("2026-10-01");
    const before = await world.figures();
    const db = operatorDatabase();
    await db.caseCircleMark.updateMany({ where: { caseDiscussionId: first }, data: { mark: "ATTENTION" } });
    await db.caseDiscussion.update({ where: { id: first }, data: { since: "STUCK", schoolYear: 25 } });
    expect(await world.figures()).toEqual(before);
    await db.caseDiscussion.delete({ where: { id: first } });
    expect(await world.figures()).toEqual(before);
    await countOn("2026-11-01");
    expect(await world.figures()).toEqual(before);
  });

  test("are counted once, however many workers go round", async () => {
    await world.share(0, alike(5));
    await world.share(1, alike(5));
    expect((await Promise.all([countOn("2026-10-01"), countOn("2026-10-01"), countOn("2026-10-02")])).toSorted((a, b) => a - b)).toEqual([0, 0, 10]);
    await world.share(2, alike(9));
    await world.share(3, alike(5));
    await goRound();
    expect(await world.figures()).toMatchObject({ all: { cases: 24 }, countedOn: "2026-11-01" });
  });

  test("of core teams come when the school year is closed, of those with at least five casussen and enough others beside them", async () => {
    for (const [index, number] of [8, 6, 5, 4, 3].entries()) await world.share(index, alike(number));
    await countOn("2026-10-01");
    await countOn("2027-09-30");
    expect((await world.figures()).isClosed).toBe(false);
    await world.share(5, alike(6), { sharedAt: on("2027-06-01") });
    await countOn("2027-10-01");
    const closed = await world.figures();
    // Six of the last core team came alone, and are not counted.
    expect(closed).toMatchObject({ isClosed: true, total: 6, all: { cases: 26 } });
    // Without them seven are left of two others, of whom one knows four.
    expect(shownIn(closed)).toEqual({ "Kernteam 0": 8, "Kernteam 1": 6, "Kernteam 2": "WITHHELD", "Kernteam 3": "FEW", "Kernteam 4": "FEW", "Kernteam 5": "FEW" });
    await world.share(3, alike(9), { sharedAt: on("2027-10-02") });
    await world.share(4, alike(9), { sharedAt: on("2027-10-02") });
    await countOn("2027-11-01");
    expect(await world.figures()).toEqual(closed);
  });

  test("of a core team are withheld where others could be worked out from them", async () => {
    await world.share(0, alike(9));
    await world.share(1, alike(6));
    await world.share(2, alike(3));
    await countOn("2027-10-01");
    const closed = await world.figures();
    expect(closed.all?.cases).toBe(18);
    expect(shownIn(closed)).toMatchObject({ "Kernteam 0": "WITHHELD", "Kernteam 1": "WITHHELD", "Kernteam 2": "FEW" });
  });

  test("count what nobody answered as unknown, and each school year by itself", async () => {
    await world.share(0, Array.from({ length: 6 }, () => [null, "GOES_WELL", "ATTENTION", "UNKNOWN"] as Casus));
    await world.share(1, Array.from({ length: 6 }, () => [null, "GOES_WELL", "ATTENTION", "UNKNOWN"] as Casus));
    await countOn("2026-10-01");
    expect((await world.figures()).all).toMatchObject({ counts: { ACTIVE: { UNKNOWN: 10 }, RESPECTED: { GOES_WELL: 10 }, RESPONSIBLE: { ATTENTION: 10 }, INCLUDED: { UNKNOWN: 10 } }, since: { LONGER: 10, FIRST_CONCERN: 0, STUCK: 0, UNTOLD: 0 } });
    expect((await world.figures(1, 2025)).all).toBeNull();
  });

  test.each([[3, 60], [4, 26]])("in %i parts are in fives, each of which can mean several numbers, whoever knows how they are made", async (places, mostCases) => {
    const wholes = [...Array(mostCases + 1).keys()].slice(5).flatMap((cases) => partsOf(cases, places));
    const rows = await operatorDatabase().$queryRaw<{ fives: number[] }[]>`
      SELECT parts_in_fives(ARRAY(SELECT value::int FROM jsonb_array_elements_text(parts))) AS fives
      FROM jsonb_array_elements(${JSON.stringify(wholes)}::jsonb) WITH ORDINALITY AS x (parts, place) ORDER BY place`;
    const shown = new Map<string, number[][]>();
    for (const [index, { fives }] of rows.entries()) {
      const parts = wholes[index] as number[];
      expect(fives.every((five, place) => five % 5 === 0 && Math.abs(five - (parts[place] as number)) <= 5), `${parts} as ${fives}`).toBe(true);
      const key = `${sum(parts)}: ${fives}`;
      shown.set(key, [...(shown.get(key) ?? []), parts]);
    }
    for (const [key, possible] of shown) {
      for (const place of wholes[0]?.keys() ?? []) expect(new Set(possible.map((parts) => parts[place])).size, key).toBeGreaterThan(1);
    }
  });

  test("are in fives by element, so that nobody sees that all casussen have a mark, or none", async () => {
    await world.share(0, alike(8));
    await world.share(1, alike(5));
    await countOn("2026-10-01");
    expect(activeIn((await world.figures()).all)).toEqual({ GOES_WELL: 10, ATTENTION: 0, UNKNOWN: 0 });
  });

  test("of three and three of six casussen are not told exactly", async () => {
    const halfway: Casus[] = (["GOES_WELL", "ATTENTION"] as const).map((mark) => circleElements.map((element) => (element === "ACTIVE" ? mark : null)));
    for (const team of [0, 1, 2, 3, 4, 5]) await world.share(team, halfway.slice(team % 2, (team % 2) + 1));
    await countOn("2026-10-01");
    const { all } = await world.figures();
    expect(all).toMatchObject({ cases: 6, counts: { ACTIVE: { GOES_WELL: 0, ATTENTION: 5, UNKNOWN: 0 }, RESPECTED: { GOES_WELL: 0, ATTENTION: 0, UNKNOWN: 5 } } });
  });

  test("come with core teams that have some first, 25 a page, and the sum on each page", async () => {
    const other = await makeConsortium();
    await makeRole(other.id, world.coach.id, "PROCESS_COACH");
    const teams = await makeCircleWorld(0);
    const many = new CircleWorld(other.id, world.coach, teams.teams);
    for (let index = 0; index <= teamsPerPage; index += 1) {
      const { id } = await makeCoreTeam(other.id, { name: `Team ${String(index).padStart(2, "0")}` });
      await operatorDatabase().circleCount.create({ data: { coreTeamId: id, schoolYear: 26, countedOn: on("2026-10-01"), consortiumId: other.id, cases: 1, goesWell: Array<number>(8).fill(0), attention: Array<number>(8).fill(0), unknown: Array<number>(8).fill(1), since: [0, 0, 0, 1] } });
    }
    await operatorDatabase().circleCount.updateMany({ where: { consortiumId: other.id, coreTeam: { name: "Team 25" } }, data: { cases: 6 } });
    await countOn("2027-10-01");
    expect((await many.figures()).teams.map(({ name }) => name).slice(0, 2)).toEqual(["Team 25", "Team 00"]);
    expect((await many.figures(2)).teams.map(({ name }) => name)).toEqual(["Team 24"]);
    expect(await many.figures(3)).toMatchObject({ page: 1, total: teamsPerPage + 1, all: { cases: 31 } });
  });

  test("are for the procesbegeleider of the samenwerkingsverband: the function itself gives others nothing", async () => {
    await world.share(0, alike(8));
    await world.share(1, alike(8));
    await countOn("2026-10-01");
    const [member, organiser, board, administrator, elsewhere] = [await makePerson(), await makePerson(), await makePerson(), await makePerson(), await makePerson()];
    await makeMembership({ id: world.team(0).id, consortiumId: world.consortiumId }, member.id, { coordinates: true });
    await makeRole(world.consortiumId, organiser.id, "ORGANISER");
    await makeRole(world.consortiumId, board.id, "BOARD");
    await makeRole(world.consortiumId, administrator.id, "ADMINISTRATOR");
    await makeRole((await makeConsortium()).id, elsewhere.id, "PROCESS_COACH");
    for (const { id } of [member, organiser, board, administrator, elsewhere]) {
      await expect(new CircleWorld(world.consortiumId, { id }, []).figures()).rejects.toThrow(ForbiddenError);
      expect(await asPerson(id, (viewer) => viewer.db.$queryRaw`SELECT * FROM circle_figures(${world.consortiumId}::uuid, 26, 1, 25)`)).toEqual([]);
    }
    for (const reach of ["SELECT * FROM circle_count", "SELECT * FROM circle_year", "SELECT count_circle('2026-12-01', 25)", "UPDATE case_discussion SET counted_on = NULL"]) {
      await expect(asPerson(world.coach.id, (viewer) => viewer.db.$queryRawUnsafe(reach)), reach).rejects.toThrow(/42501/);
    }
  });
});

describe("what was agreed about the casussen of a school year", () => {
  test("is counted when the year is closed, by kind, and in fives: agreed, done, and of the advices that were shared how many are applied", async () => {
    const [first = "", second = ""] = await world.share(0, alike(6));
    const [other = ""] = await world.share(1, alike(6));
    await countOn("2026-10-01");
    await world.agree(0, first, Array.from({ length: 7 }, () => ({ kind: "START_TALK" as const, state: "DONE" as const })));
    await world.agree(0, second, [{ kind: "START_TALK" }, { kind: "START_TALK", state: "DROPPED" }, ...Array.from({ length: 9 }, () => ({ kind: "PLAIN" as const }))]);
    await world.agree(1, other, Array.from({ length: 9 }, (_, index) => ({ kind: "SHARED_ADVICE" as const, state: "DONE" as const, applied: index < 4 ? ("YES" as const) : ("NOT_YET" as const) })));
    await world.agree(1, other, [{ kind: "TAILORED" }, { kind: "TAILORED", state: "UNDER_WAY" }]);
    expect((await world.figures()).all?.agreements).toBeNull();
    await countOn("2027-10-01");
    const closed = await world.figures();
    expect(closed.all?.agreements).toEqual({ kinds: { START_TALK: { agreed: 10, done: 5 }, SHARED_ADVICE: { agreed: 10, done: 10 }, TAILORED: { agreed: 0, done: 0 } }, applied: 5 });
    await operatorDatabase().agreement.updateMany({ where: { caseDiscussionId: other }, data: { state: "DROPPED", applied: null, droppedBecause: "x" } });
    expect(await world.figures()).toEqual(closed);
  });

  test("leaves out casussen that were not counted", async () => {
    await world.share(0, alike(6));
    await world.share(1, alike(6));
    await countOn("2026-10-01");
    const [late = ""] = await world.share(0, alike(1), { sharedAt: on("2026-10-20") });
    await world.agree(0, late, Array.from({ length: 9 }, () => ({ kind: "START_TALK" as const })));
    await countOn("2027-10-01");
    expect((await world.figures()).all).toMatchObject({ cases: 12, agreements: { kinds: { START_TALK: { agreed: 0 } } } });
  });
});

test("a core team sees how early its own casussen came, however few; nobody else does", async () => {
  const casus = (attention: number): Casus => circleElements.map((_, index) => (index < attention ? "ATTENTION" : null));
  await world.share(0, [casus(0), casus(0), casus(2), casus(3)]);
  await world.share(1, [casus(1)]);
  await world.share(0, [casus(0)], { sharedAt: null });
  const [own, other] = [world.team(0), world.team(1)];
  const member = await makePerson();
  await makeMembership({ id: own.id, consortiumId: world.consortiumId }, member.id, { firstDay: "2026-11-01" });
  const left = await makePerson();
  await makeMembership({ id: own.id, consortiumId: world.consortiumId }, left.id, { lastDay: "2026-11-09" });
  const counts = (personId: string, team = own, schoolYear = 2026) => asPerson(personId, (viewer) => countCaseSinces(viewer, team.id, schoolYear));
  const none = { FIRST_CONCERN: 0, LONGER: 0, STUCK: 0 };
  expect(await counts(member.id)).toEqual({ FIRST_CONCERN: 2, LONGER: 0, STUCK: 1 });
  expect([await counts(member.id, own, 2025), await counts(member.id, other), await counts(left.id), await counts(world.coach.id)]).toEqual([none, none, none, none]);
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
