import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/access/viewer";
import { completenessOn } from "#lib/core-teams/rules";
import { findCoreTeam } from "#lib/core-teams/queries";
import { appDatabase, disconnect, operatorDatabase } from "#lib/db";
import { ForbiddenError } from "#lib/errors";
import { countRollout, countSetup, findFigures, findTeamAgenda, listPartnerSchools, listRolloutSchools } from "#lib/rollout/queries";
import { findSchool } from "#lib/schools/queries";
import { seedDemoWorld } from "#prisma/seed";
import { demoId } from "#prisma/world";
import { asPerson } from "#tests/support/as-person";
import { makeConsortium, makePerson, makeRole } from "#tests/support/builders";
import { makeManySchools } from "#tests/support/many-schools";
import { ownDatabase } from "#tests/support/own-database";

const DAY = "2026-11-22";
const po = demoId("consortium:PO9901");
const vo = demoId("consortium:VO9901");
const everything = { q: "", sector: "", municipality: "", attention: "", page: 1 } as const;

beforeAll(async () => {
  process.env.REFERENCE_DATE = DAY;
  await ownDatabase();
  await operatorDatabase().$transaction((db) => seedDemoWorld(db, DAY), { timeout: 30_000 });
  appDatabase().$on("query" as never, (() => listeners.forEach((listener) => listener())) as never);
});
afterAll(disconnect);

describe("the schools of a partner", () => {
  test("are the schools of her own core teams, the soonest meeting first", async () => {
    const { schools, total } = await as("samira", (viewer) => listPartnerSchools(viewer, { consortiumId: po, period: "", page: 1 }));
    expect(total).toBe(9);
    expect(schools.map(({ name }) => name)).toContain("OBS De Wilgen");
    const moments = schools.map(({ next }) => next?.startsAt.getTime() ?? Number.MAX_SAFE_INTEGER);
    expect(moments).toEqual(moments.toSorted((one, other) => one - other));
    const wilgen = schools.find(({ name }) => name === "OBS De Wilgen");
    expect(wilgen).toMatchObject({ contact: { name: "Noor de Wit", functionName: "IB'er", phone: "06 0000 0101" }, open: 3, places: { places: 6, filled: 5, vacant: [["Leerplichtambtenaar"]] } });
  });

  test("are per samenwerkingsverband, and two schools that share a team are two lines", async () => {
    const [inPo, inVo] = await as("peter", async (viewer) => [
      await listPartnerSchools(viewer, { consortiumId: po, period: "", page: 1 }),
      await listPartnerSchools(viewer, { consortiumId: vo, period: "", page: 1 }),
    ]);
    expect([inPo?.total, inVo?.total]).toEqual([10, 4]);
    const lot = await as("lot", (viewer) => listPartnerSchools(viewer, { consortiumId: po, period: "", page: 1 }));
    expect(lot.schools.filter(({ name }) => ["De Grutto", "De Kreek"].includes(name))).toHaveLength(2);
  });

  test("can be those whose next meeting is in the coming four weeks, also when that is next month", async () => {
    const [all, soon] = await as("peter", async (viewer) => [
      await listPartnerSchools(viewer, { consortiumId: vo, period: "", page: 1 }),
      await listPartnerSchools(viewer, { consortiumId: vo, period: "soon", page: 1 }),
    ]);
    const expected = all?.schools.filter(({ next }) => next && next.startsAt < new Date("2026-12-20T23:00:00Z"));
    expect(soon?.schools).toEqual(expected);
  });

  test("say whether somebody still has to answer, and that who is on call need not", async () => {
    const { schools } = await as("peter", (viewer) => listPartnerSchools(viewer, { consortiumId: po, period: "", page: 1 }));
    expect(schools.filter(({ ownAnswer }) => ownAnswer === "ON_CALL").length).toBeGreaterThan(0);
    expect(schools.filter(({ ownAnswer }) => ownAnswer === "NONE")).toEqual([]);
  });

  test("wait for no answer to an invitation that lapsed, nor does the team", async () => {
    const schools = () => as("samira", (viewer) => listPartnerSchools(viewer, { consortiumId: po, period: "", page: 1 }));
    const asked = (await schools()).schools.find(({ ownAnswer, next }) => ownAnswer === "NONE" && next !== null);
    const { coreTeamId = "", next } = asked ?? {};
    const waiting = async () => (await as("samira", (viewer) => findTeamAgenda(viewer, coreTeamId))).next?.waiting;
    expect(await waiting()).toContain("Samira Haddou");
    const lapse = (withdrawnAt: Date | null) => operatorDatabase().participation.updateMany({ where: { meetingId: next?.id ?? "", personId: demoId("person:samira") }, data: { withdrawnAt } });
    await lapse(new Date(`${DAY}T09:00:00Z`));
    expect((await schools()).schools.find((school) => school.coreTeamId === coreTeamId)?.ownAnswer).toBeNull();
    expect(await waiting()).not.toContain("Samira Haddou");
    await lapse(null);
  });

  test("are none of another samenwerkingsverband, of somebody who left, and of the school itself", async () => {
    const lists = [
      await as("samira", (viewer) => listPartnerSchools(viewer, { consortiumId: vo, period: "", page: 1 })),
      await as("hans", (viewer) => listPartnerSchools(viewer, { consortiumId: po, period: "", page: 1 })),
      await as("noor", (viewer) => listPartnerSchools(viewer, { consortiumId: po, period: "", page: 1 })),
      await as("karin", (viewer) => listPartnerSchools(viewer, { consortiumId: po, period: "", page: 1 })),
    ];
    for (const list of lists) expect(list).toEqual({ schools: [], total: 0, page: 1 });
  });
});

describe("the schools of a procesbegeleider", () => {
  test("are all open schools by name, and the counts agree with the lists they lead to", async () => {
    await as("karin", async (viewer) => {
      const overview = await countRollout(viewer, po);
      const all = await listRolloutSchools(viewer, { ...everything, consortiumId: po });
      expect(overview).toMatchObject({ schools: 27, started: 26, sectors: ["PO", "SO"], municipalities: ["Duinstede", "Polderveen", "Zeehoven"] });
      expect(all.total).toBe(27);
      expect(all.schools).toHaveLength(25);
      for (const attention of ["unrecorded", "obstructed", "no-date", "vacancy", "reported", "no-team"] as const) {
        const { total } = await listRolloutSchools(viewer, { ...everything, attention, consortiumId: po });
        expect([attention, total]).toEqual([attention, overview.attention[attention]]);
      }
      expect(overview.attention).toMatchObject({ unrecorded: 1, "no-date": 4, reported: 1, "no-team": 1 });
      expect(overview.complete).toBe(overview.started - overview.attention.vacancy);
    });
  });

  test("are found by a part of the name or the place, by sector, municipality and what is missing", async () => {
    await as("daan", async (viewer) => {
      const names = async (filter: object) => (await listRolloutSchools(viewer, { ...everything, ...filter, consortiumId: po })).schools.map(({ name }) => name);
      expect(await names({ q: "wilgen" })).toEqual(["OBS De Wilgen"]);
      expect(await names({ q: "’t schui" })).toEqual(["'t Schuitje"]);
      expect(await names({ q: "kreekdam" })).toEqual(["De Kreek"]);
      expect(await names({ q: "100%" })).toEqual([]);
      expect(await names({ sector: "SO" })).toEqual(["SO De Klimop"]);
      expect(await names({ municipality: "Polderveen", attention: "no-date" })).toEqual(["De Eenhoorn", "De Hooiberg"]);
      expect(await names({ attention: "no-team" })).toEqual(["Kindcentrum De Nieuwe Wereld"]);
    });
  });

  test("come page by page, and a page beyond the last is the first", async () => {
    await as("karin", async (viewer) => {
      const second = await listRolloutSchools(viewer, { ...everything, page: 2, consortiumId: po });
      expect([second.page, second.schools.length]).toEqual([2, 2]);
      expect((await listRolloutSchools(viewer, { ...everything, page: 9, consortiumId: po })).page).toBe(1);
    });
  });

  test("tell of each team the same as its own page does", async () => {
    await as("karin", async (viewer) => {
      const { schools } = await listRolloutSchools(viewer, { ...everything, consortiumId: po });
      for (const { team } of schools.filter((school) => school.team).slice(0, 12)) {
        const found = await findCoreTeam(viewer, team?.id ?? "");
        if (!found || !team) throw new Error("This team is not there.");
        const { filled, places, vacancies } = completenessOn(viewer.today, found.functions, found.members, found.startedOn);
        expect(team.places).toEqual({ filled, places, vacant: vacancies.map(({ functionNames }) => functionNames) });
      }
    });
  });

  test.each(["noor", "samira", "ingrid", "ruud", "corrie", "femke"])("are not for %s", async (person) => {
    await expect(as(person, (viewer) => countRollout(viewer, po))).rejects.toThrow(ForbiddenError);
    await expect(as(person, (viewer) => listRolloutSchools(viewer, { ...everything, consortiumId: po }))).rejects.toThrow(ForbiddenError);
  });
});

describe("the agenda of a school", () => {
  test("shows who comes to the next meeting, and what waits to be recorded", async () => {
    const wilgen = await as("noor", (viewer) => findTeamAgenda(viewer, demoId("team:de-wilgen")));
    expect(wilgen.unrecorded).toBeNull();
    expect(wilgen.next).toMatchObject({ invited: 6 });
    expect(wilgen.open).toBe(3);
    expect((wilgen.next?.accepted ?? 0) + (wilgen.next?.waiting.length ?? 0) + (wilgen.next?.declined.length ?? 0)).toBe(6);
    const brug = await as("karin", (viewer) => findTeamAgenda(viewer, demoId("team:de-brug")));
    expect(brug.unrecorded?.startsAt.getTime()).toBeLessThan(new Date(`${DAY}T08:00:00Z`).getTime());
  });

  test("is nothing for who is no member", async () => {
    expect(await as("noor", (viewer) => findTeamAgenda(viewer, demoId("team:de-meerpaal")))).toEqual({ unrecorded: null, proposal: null, next: null, open: 0 });
    expect(await as("ruud", (viewer) => findTeamAgenda(viewer, demoId("team:de-wilgen")))).toEqual({ unrecorded: null, proposal: null, next: null, open: 0 });
  });
});

describe("the figures", () => {
  test("are numbers per sector and per school year, for board, procesbegeleider and administrator", async () => {
    for (const person of ["ruud", "karin", "ingrid"]) {
      const { sectors, years } = await as(person, (viewer) => findFigures(viewer, po));
      expect(sectors.map(({ sector }) => sector)).toEqual(["PO", "SO"]);
      expect(sectors.reduce((sum, { schools }) => sum + schools, 0)).toBe(27);
      expect(sectors.reduce((sum, { schoolsWithTeam }) => sum + schoolsWithTeam, 0)).toBe(26);
      expect(years.map(({ schoolYear }) => schoolYear)).toEqual([2022, 2023, 2024, 2025, 2026]);
      expect(years.at(-1)?.meetingsHeld).toBe(sectors.reduce((sum, { meetingsHeld }) => sum + meetingsHeld, 0));
    }
  });

  test.each(["noor", "samira", "daan", "sjoerd"])("are not for %s", async (person) => {
    await expect(as(person, (viewer) => findFigures(viewer, po))).rejects.toThrow(ForbiddenError);
    const asked = await as(person, (viewer) => viewer.db.$queryRaw<unknown[]>`SELECT * FROM consortium_figures(${po}::uuid, now()) `);
    expect(asked).toEqual([]);
    expect(await as(person, (viewer) => viewer.db.$queryRaw<unknown[]>`SELECT * FROM consortium_years(${po}::uuid, now())`)).toEqual([]);
  });
});

describe("the start of an administrator", () => {
  test("counts what is there, and is for the administrator alone", async () => {
    expect(await as("ingrid", (viewer) => countSetup(viewer, po))).toMatchObject({ hasCode: true, schools: 27, guides: 2, organisations: 10 });
    await expect(as("daan", (viewer) => countSetup(viewer, po))).rejects.toThrow(ForbiddenError);
  });
});

describe("the page of a school", () => {
  test("is for the people of its core team and of its samenwerkingsverband, and not for others", async () => {
    const wilgen = demoId("school:de-wilgen");
    for (const person of ["noor", "samira", "karin", "ingrid"]) expect((await as(person, (viewer) => findSchool(viewer, wilgen)))?.teams).toHaveLength(1);
    for (const person of ["hans", "femke", "ruud", "hanneke"]) expect(await as(person, (viewer) => findSchool(viewer, wilgen))).toBeNull();
    expect(await as("karin", (viewer) => findSchool(viewer, demoId("school:de-grutto")))).toMatchObject({ teams: [{ sharedWith: ["De Kreek"] }], fromDuo: false });
  });
});

describe("the number of statements", () => {
  test("is the same for five schools and for five hundred", async () => {
    const counts = [await statementsFor(5), await statementsFor(500)];
    expect(counts[1]).toEqual(counts[0]);
    expect(counts[0]).toEqual({ partner: 1, soon: 1, overview: 1, schools: 1, filtered: 1, agenda: 1, figures: 2, setup: 1, school: 1 });
  });
});

/** How many statements each query takes in a samenwerkingsverband with so many schools. */
async function statementsFor(count: number): Promise<Record<string, number>> {
  const consortium = await makeConsortium();
  const [partner, coach, administrator] = [await makePerson(), await makePerson(), await makePerson()];
  await makeRole(consortium.id, coach.id, "PROCESS_COACH");
  await makeRole(consortium.id, administrator.id, "ADMINISTRATOR");
  await makeManySchools(consortium.id, count, partner.id);
  const school = await operatorDatabase().coreTeamSchool.findFirstOrThrow({ where: { consortiumId: consortium.id }, select: { schoolId: true, coreTeamId: true } });
  const counted: Record<string, number> = {};
  const measure = (person: { id: string }, name: string, run: (viewer: Viewer) => Promise<unknown>) =>
    asPerson(person.id, async (viewer) => {
      let statements = 0;
      const watch = () => void (statements += 1);
      listeners.add(watch);
      await run(viewer);
      listeners.delete(watch);
      counted[name] = statements;
    });
  await measure(partner, "partner", (viewer) => listPartnerSchools(viewer, { consortiumId: consortium.id, period: "", page: 1 }));
  await measure(partner, "soon", (viewer) => listPartnerSchools(viewer, { consortiumId: consortium.id, period: "soon", page: 1 }));
  await measure(coach, "overview", (viewer) => countRollout(viewer, consortium.id));
  await measure(coach, "schools", (viewer) => listRolloutSchools(viewer, { ...everything, consortiumId: consortium.id }));
  await measure(coach, "filtered", (viewer) => listRolloutSchools(viewer, { ...everything, attention: "no-date", consortiumId: consortium.id }));
  await measure(coach, "agenda", (viewer) => findTeamAgenda(viewer, school.coreTeamId));
  await measure(coach, "figures", (viewer) => findFigures(viewer, consortium.id));
  await measure(administrator, "setup", (viewer) => countSetup(viewer, consortium.id));
  await measure(coach, "school", (viewer) => findSchool(viewer, school.schoolId));
  return counted;
}

const listeners = new Set<() => void>();

function as<T>(key: string, run: Parameters<typeof asPerson<T>>[1]): Promise<T> {
  return asPerson(demoId(`person:${key}`), run);
}
