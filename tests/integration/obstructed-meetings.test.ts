import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reportAbsence } from "#lib/availability/commands";
import { dayForDatabase } from "#lib/dates";
import { appDatabase, disconnect, operatorDatabase } from "#lib/db";
import { ForbiddenError } from "#lib/errors";
import { listObstructedMeetings } from "#lib/meetings/queries";
import { countRollout, listRolloutSchools } from "#lib/rollout/queries";
import { obstacleLine } from "#lib/texts/obstacles";
import { asPerson } from "#tests/support/as-person";
import { makeMembership, makePerson, makeSchool } from "#tests/support/builders";
import { planOf, scheduled, type TeamWorld, teamWorld, TODAY } from "#tests/support/meeting-world";
import { ownDatabase } from "#tests/support/own-database";

// What comes in the way of a meeting after it was planned: on Tuesday 24 November 2026, in all of these tests.

beforeAll(async () => {
  process.env.REFERENCE_DATE = TODAY;
  await ownDatabase();
});

afterAll(disconnect);

const THE_DAY = { firstDay: dayForDatabase("2026-11-24"), lastDay: dayForDatabase("2026-11-24") };

/** A world in which Noor planned a meeting with Samira on 24 November, and knew of nothing against it. */
async function plannedWorld() {
  const world = await teamWorld();
  return { ...world, meetingId: await scheduled(world.noor.id, planOf(world.team.id, [world.noor.id, world.samira.id])) };
}

const away = (personId: string, replacementId: string | null = null) =>
  asPerson(personId, (viewer) => reportAbsence(viewer, { personId, firstDay: "2026-11-23", lastDay: "2026-11-27", replacementId }));
const obstructed = ({ team }: Pick<TeamWorld, "team">, by: string) => asPerson(by, (viewer) => listObstructedMeetings(viewer, { consortiumId: team.consortiumId, coreTeamId: team.id }));
const linesOf = async (world: Pick<TeamWorld, "team" | "noor">) => (await obstructed(world, world.noor.id)).flatMap(({ obstacles }) => obstacles.map(obstacleLine));

describe("a coming meeting", () => {
  test("cannot be held when somebody required is away and nobody comes instead, and only who may move it is told", async () => {
    const world = await plannedWorld();
    expect(await obstructed(world, world.noor.id)).toEqual([]);
    await away(world.samira.id);
    const told = [{ id: world.meetingId, isImpossible: true, obstacles: [{ kind: "ABSENT", name: "Samira Yilmaz", functionName: "CJG-coach", replacement: null }] }];
    expect(await obstructed(world, world.noor.id)).toMatchObject(told);
    expect(await obstructed(world, world.karin.id)).toMatchObject(told);
    expect(await linesOf(world)).toEqual(["Samira Yilmaz (CJG-coach) is nodig en is dan afwezig. Er is geen vervanger."]);
    await expect(obstructed(world, world.joke.id)).rejects.toBeInstanceOf(ForbiddenError);
    const elsewhere = await teamWorld();
    await expect(obstructed(world, elsewhere.karin.id)).rejects.toBeInstanceOf(ForbiddenError);
  });

  test("is in doubt when a replacement is named, until that person is invited", async () => {
    const world = await plannedWorld();
    await away(world.samira.id, world.joke.id);
    expect(await obstructed(world, world.noor.id)).toMatchObject([{ isImpossible: false, obstacles: [{ replacement: "Joke Bakker" }] }]);
    expect(await linesOf(world)).toEqual(["Samira Yilmaz (CJG-coach) is nodig en is dan afwezig. Joke Bakker vervangt, maar is nog niet uitgenodigd."]);
    const { startsAt, endsAt } = await operatorDatabase().meeting.findUniqueOrThrow({ where: { id: world.meetingId } });
    await operatorDatabase().participation.create({
      data: { consortiumId: world.consortiumId, coreTeamId: world.team.id, meetingId: world.meetingId, personId: world.joke.id, functionId: world.functions.nurse.id, attendance: "REQUIRED", startsAt, endsAt },
    });
    expect(await obstructed(world, world.noor.id)).toEqual([]);
  });

  test("stays as it is when who is away is wanted only, declined, or has somebody of the same group beside", async () => {
    const world = await plannedWorld();
    await away(world.samira.id);
    const change = (data: object) => operatorDatabase().participation.updateMany({ where: { meetingId: world.meetingId, personId: world.samira.id }, data });
    for (const [unlike, like] of [[{ attendance: "PREFERRED" }, { attendance: "REQUIRED" }], [{ answer: "DECLINED" }, { answer: "NONE" }]]) {
      await change(unlike as object);
      expect(await obstructed(world, world.noor.id)).toEqual([]);
      await change(like as object);
      expect(await obstructed(world, world.noor.id)).toHaveLength(1);
    }
    const yusuf = await makePerson({ name: "Yusuf Demir" });
    await makeMembership(world.team, yusuf.id, { functionId: world.functions.youth.id });
    const { startsAt, endsAt } = await operatorDatabase().meeting.findUniqueOrThrow({ where: { id: world.meetingId } });
    await operatorDatabase().participation.create({
      data: { consortiumId: world.consortiumId, coreTeamId: world.team.id, meetingId: world.meetingId, personId: yusuf.id, functionId: world.functions.youth.id, attendance: "REQUIRED", startsAt, endsAt },
    });
    expect(await obstructed(world, world.noor.id)).toHaveLength(1);
    await operatorDatabase().teamFunction.update({ where: { id: world.functions.youth.id }, data: { alternatives: "CJG" } });
    expect(await obstructed(world, world.noor.id)).toEqual([]);
  });

  test("is in doubt on a study day of its school and on a day off of its samenwerkingsverband, not on those of others", async () => {
    const [world, elsewhere] = [await plannedWorld(), await teamWorld()];
    const { consortiumId, team } = world;
    const other = await makeSchool(consortiumId);
    await operatorDatabase().studyDay.createMany({ data: [{ consortiumId, schoolId: other.id, name: "Elders", ...THE_DAY }] });
    await operatorDatabase().consortiumHoliday.createMany({ data: [{ consortiumId: elsewhere.consortiumId, name: "Elders", ...THE_DAY }] });
    expect(await obstructed(world, world.noor.id)).toEqual([]);
    await operatorDatabase().studyDay.createMany({ data: [{ consortiumId, schoolId: team.schoolId, name: "Studiedag rekenen", ...THE_DAY }] });
    await operatorDatabase().consortiumHoliday.createMany({ data: [{ consortiumId, name: "Bestuursdag", ...THE_DAY }] });
    expect(await linesOf(world)).toEqual(["Die dag is de school dicht: Bestuursdag.", "Die dag is de school dicht: Studiedag rekenen."]);
    expect(await obstructed(world, world.noor.id)).toMatchObject([{ isImpossible: false }]);
  });

  test("is in doubt in a holiday as its samenwerkingsverband has it, of the own region only", async () => {
    const world = await teamWorld();
    await operatorDatabase().school.updateMany({ where: { id: world.team.schoolId }, data: { holidayRegion: "Noord" } });
    // In the spring holiday of Noord, and on Easter Monday.
    for (const date of ["2027-02-23", "2027-03-29"]) {
      const [code] = date === "2027-03-29" ? ["PUBLIC_HOLIDAY"] : ["SCHOOL_HOLIDAY"];
      await scheduled(world.noor.id, planOf(world.team.id, [world.noor.id], { date, confirmed: [`${code} ${date}`] }));
    }
    expect(await linesOf(world)).toEqual(["Die dag valt in de voorjaarsvakantie.", "Die dag is het Tweede Paasdag."]);
    const holidays = await operatorDatabase().holiday.findMany({ where: { OR: [{ region: "Noord", firstDay: { lte: dayForDatabase("2027-02-23") }, lastDay: { gte: dayForDatabase("2027-02-23") } }, { firstDay: dayForDatabase("2027-03-29") }] } });
    await operatorDatabase().consortiumHoliday.createMany({
      data: holidays.map(({ id, name, firstDay, lastDay, kind }) => ({ consortiumId: world.consortiumId, replacesId: id, name, firstDay, lastDay, applies: kind !== "PUBLIC" })),
    });
    expect(await linesOf(world)).toEqual(["Die dag valt in de voorjaarsvakantie."]);
    await operatorDatabase().school.updateMany({ where: { id: world.team.schoolId }, data: { holidayRegion: "Zuid" } });
    expect(await linesOf(world)).toEqual([]);
  });

  test("that is off or over is not told of", async () => {
    const world = await plannedWorld();
    await away(world.samira.id);
    await operatorDatabase().meeting.update({ where: { id: world.meetingId }, data: { cancelled: true, cancelledAt: new Date(`${TODAY}T08:00:00Z`) } });
    expect(await obstructed(world, world.noor.id)).toEqual([]);
  });
});

describe("who guides all schools", () => {
  const everything = { q: "", sector: "", municipality: "", attention: "", page: 1 } as const;

  test("sees how many schools it is about, and at each school the first reason with the meeting", async () => {
    const world = await plannedWorld();
    const { consortiumId, karin, meetingId, samira } = world;
    await scheduled(world.noor.id, planOf(world.team.id, [world.noor.id, samira.id], { date: "2026-11-26" }));
    const seen = () => asPerson(karin.id, async (viewer) => ({ overview: await countRollout(viewer, consortiumId), list: await listRolloutSchools(viewer, { ...everything, attention: "obstructed", consortiumId }) }));
    expect(await seen()).toMatchObject({ overview: { attention: { obstructed: 0 } }, list: { total: 0 } });
    await away(samira.id);
    expect(await seen()).toMatchObject({
      overview: { attention: { obstructed: 1 } },
      list: { total: 1, schools: [{ obstructed: { id: meetingId, obstacle: { kind: "ABSENT", name: "Samira Yilmaz", functionName: "CJG-coach", replacement: null } } }] },
    });
  });

  test("hears it in as many statements for many meetings as for one", async () => {
    const world = await plannedWorld();
    await away(world.samira.id);
    let statements = 0;
    appDatabase().$on("query" as never, (() => (statements += 1)) as never);
    const count = async () => {
      const before = statements;
      const found = await obstructed(world, world.noor.id);
      await asPerson(world.karin.id, (viewer) => countRollout(viewer, world.consortiumId));
      return [found.length, statements - before];
    };
    const [one, few] = await count();
    for (const start of ["08:00", "09:30", "11:00", "16:30"]) await scheduled(world.noor.id, planOf(world.team.id, [world.noor.id, world.samira.id], { start, confirmed: [`UNAVAILABLE 2026-11-24 ${start} ${world.samira.id}`] }));
    expect([one, ...(await count())]).toEqual([1, 5, few]);
  });
});
