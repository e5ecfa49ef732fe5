import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/access/viewer";
import { addFunction, addOrganisation, changeConsortium, changeFunction, changeOrganisation, moveFunction } from "#lib/consortia/commands";
import { findConsortium, findFunction, findOrganisation, listFunctionPlaces, listFunctions, listOrganisations } from "#lib/consortia/queries";
import type { AddFunction, ChangeFunction } from "#lib/consortia/schema";
import { appDatabase, disconnect, operatorDatabase } from "#lib/db";
import { ForbiddenError, NotFoundError } from "#lib/errors";
import { asPerson } from "#tests/support/as-person";
import { makeConsortium, makeCoreTeam, makeFunction, makeMembership, makeOrganisation, makePerson, makeRole } from "#tests/support/builders";
import { ownDatabase } from "#tests/support/own-database";

type World = Awaited<ReturnType<typeof makeWorld>>;
let world: World;

beforeAll(async () => {
  await ownDatabase();
  Object.assign(process.env, { REFERENCE_DATE: "2026-11-23", LOG_LEVEL: "silent" });
  world = await makeWorld();
});

afterAll(disconnect);

async function makeWorld() {
  const kust = await makeConsortium({ name: "SWV Kust", code: "PO9001" });
  const elders = await makeConsortium({ name: "SWV Elders", code: "PO9002" });
  const cjg = await makeOrganisation(kust.id, "CJG Kust");
  const ggd = await makeOrganisation(kust.id, "GGD Kust");
  const foreign = await makeOrganisation(elders.id, "CJG Elders");
  const functions = {
    coach: await makeFunction(kust.id, { name: "IB'er", coordinates: true }),
    youth: await makeFunction(kust.id, { name: "CJG-coach" }),
    nurse: await makeFunction(kust.id, { name: "Jeugdverpleegkundige", alternatives: "JGZ" }),
    doctor: await makeFunction(kust.id, { name: "Schoolarts", alternatives: "JGZ" }),
    secondary: await makeFunction(kust.id, { name: "Zorgcoördinator", sector: "VO", coordinates: true }),
    foreign: await makeFunction(elders.id, { name: "IB'er" }),
  };
  const team = await makeCoreTeam(kust.id);
  const people = {
    noor: await makePerson(),
    samira: await makePerson(),
    karin: await makePerson(),
    daan: await makePerson(),
    ruud: await makePerson(),
    ingrid: await makePerson(),
    bart: await makePerson(),
    nobody: await makePerson(),
  };
  await makeMembership(team, people.noor.id, { functionId: functions.coach.id });
  await makeMembership(team, people.samira.id, { functionId: functions.youth.id, organisationId: cjg.id });
  await makeRole(kust.id, people.karin.id, "PROCESS_COACH");
  await makeRole(kust.id, people.daan.id, "ORGANISER");
  await makeRole(kust.id, people.ruud.id, "BOARD");
  await makeRole(kust.id, people.ingrid.id, "ADMINISTRATOR");
  await makeRole(elders.id, people.bart.id, "ADMINISTRATOR");
  return { kust, elders, cjg, ggd, foreign, functions, team, people };
}

type Who = keyof World["people"];

function as<T>(who: Who, run: (viewer: Viewer) => Promise<T>): Promise<T> {
  return asPerson(world.people[who].id, run);
}

async function everything() {
  const db = operatorDatabase();
  return {
    consortia: await db.consortium.findMany({ orderBy: { id: "asc" } }),
    organisations: await db.organisation.findMany({ orderBy: { id: "asc" } }),
    functions: await db.teamFunction.findMany({ orderBy: { id: "asc" } }),
    audit: await db.auditLine.count(),
  };
}

async function changesNothing(run: () => Promise<unknown>): Promise<void> {
  const before = await everything();
  await run();
  expect(await everything()).toEqual(before);
}

async function refused(who: Who, run: (viewer: Viewer) => Promise<unknown>, error: typeof ForbiddenError | typeof NotFoundError): Promise<void> {
  await changesNothing(() => expect(as(who, run), who).rejects.toThrow(error));
}

async function lastAudit() {
  return operatorDatabase().auditLine.findFirstOrThrow({ orderBy: { id: "desc" }, select: { action: true, role: true, consortiumId: true, objectId: true, details: true } });
}

async function statementsOf(run: () => Promise<unknown>): Promise<number> {
  let count = 0;
  let counting = true;
  appDatabase().$on("query" as never, ((event: { query: string }) => {
    if (counting && !/^(BEGIN|COMMIT|ROLLBACK|SELECT set_config)/.test(event.query)) count += 1;
  }) as never);
  await run();
  counting = false;
  return count;
}

describe("the samenwerkingsverband", () => {
  function change(fields: Partial<Parameters<typeof changeConsortium>[1]> = {}) {
    return { consortiumId: world.kust.id, version: 1, name: "SWV Kust en Duin", code: "PO9001", ...fields };
  }

  test("is there to change for its administrator only", async () => {
    expect(await as("ingrid", (viewer) => findConsortium(viewer, world.kust.id))).toMatchObject({ name: "SWV Kust", code: "PO9001", sector: "PO", version: 1 });
    for (const who of ["noor", "samira", "karin", "daan", "ruud", "bart", "nobody"] as const) expect(await as(who, (viewer) => findConsortium(viewer, world.kust.id)), who).toBeNull();
  });

  test("is changed by its administrator only", async () => {
    for (const who of ["noor", "samira", "karin", "daan", "ruud"] as const) await refused(who, (viewer) => changeConsortium(viewer, change()), ForbiddenError);
    for (const who of ["bart", "nobody"] as const) await refused(who, (viewer) => changeConsortium(viewer, change()), NotFoundError);
    expect(await as("ingrid", (viewer) => changeConsortium(viewer, change()))).toEqual({ ok: true });
    expect(await lastAudit()).toMatchObject({ action: "consortium:change", role: "administrator", consortiumId: world.kust.id });
  });

  test("has a number that belongs to no other, and that fits its sector", async () => {
    await changesNothing(async () => {
      expect(await as("ingrid", (viewer) => changeConsortium(viewer, change({ version: 2, code: "PO9002" })))).toEqual({ ok: false, problem: "CODE_IN_USE" });
      expect(await as("ingrid", (viewer) => changeConsortium(viewer, change({ version: 2, code: "VO9001" })))).toEqual({ ok: false, problem: "CODE_OF_OTHER_SECTOR", sector: "PO" });
    });
  });

  test("is not overwritten by who started from an earlier version, who hears what it is now", async () => {
    await changesNothing(async () =>
      expect(await as("ingrid", (viewer) => changeConsortium(viewer, change({ name: "Te laat" })))).toMatchObject({ ok: false, problem: "CHANGED_MEANWHILE", now: { name: "SWV Kust en Duin", version: 2 } }));
  });

  test("keeps its sector, whoever asks the database", async () => {
    await expect(as("ingrid", (viewer) => viewer.db.consortium.updateMany({ where: { id: world.kust.id }, data: { sector: "VO" } }))).rejects.toThrow("42501");
  });
});

describe("organisations", () => {
  const fields = { name: "Gemeente Kust", kind: "MUNICIPALITY", phone: "0999 200 300" } as const;

  test("are listed for staff, with how many people work for each", async () => {
    for (const who of ["karin", "daan", "ingrid"] as const) {
      const list = await as(who, (viewer) => listOrganisations(viewer, { consortiumId: world.kust.id, page: 1 }));
      expect(list, who).toMatchObject({ total: 2, organisations: [{ name: "CJG Kust", people: 1 }, { name: "GGD Kust", people: 0 }] });
    }
    for (const who of ["noor", "samira", "ruud", "bart", "nobody"] as const) await refused(who, (viewer) => listOrganisations(viewer, { consortiumId: world.kust.id, page: 1 }), ForbiddenError);
    expect(await statementsOf(() => as("daan", (viewer) => listOrganisations(viewer, { consortiumId: world.kust.id, page: 1 })))).toBe(1);
  });

  test("are found by staff of their own samenwerkingsverband only", async () => {
    expect(await as("karin", (viewer) => findOrganisation(viewer, world.cjg.id))).toMatchObject({ name: "CJG Kust" });
    for (const who of ["noor", "samira", "ruud", "bart", "nobody"] as const) expect(await as(who, (viewer) => findOrganisation(viewer, world.cjg.id)), who).toBeNull();
  });

  test("are added by staff, each name once", async () => {
    const input = { consortiumId: world.kust.id, ...fields };
    for (const who of ["noor", "samira", "ruud"] as const) await refused(who, (viewer) => addOrganisation(viewer, input), ForbiddenError);
    for (const who of ["bart", "nobody"] as const) await refused(who, (viewer) => addOrganisation(viewer, input), NotFoundError);
    expect(await as("karin", (viewer) => addOrganisation(viewer, input))).toEqual({ ok: true, consortiumId: world.kust.id });
    expect(await lastAudit()).toMatchObject({ action: "organisation:manage", role: "processCoach", details: { done: "ADDED" } });
    await changesNothing(async () => expect(await as("daan", (viewer) => addOrganisation(viewer, input))).toEqual({ ok: false, problem: "NAME_IN_USE" }));
    // Another samenwerkingsverband may have one of the same name.
    expect(await as("bart", (viewer) => addOrganisation(viewer, { ...input, consortiumId: world.elders.id }))).toMatchObject({ ok: true });
  });

  test("are changed by staff, from the version they started from", async () => {
    const input = { organisationId: world.ggd.id, version: 1, name: "GGD Kust en Duin", kind: "YOUTH_HEALTH", phone: null } as const;
    for (const who of ["noor", "samira"] as const) await refused(who, (viewer) => changeOrganisation(viewer, input), ForbiddenError);
    await refused("ruud", (viewer) => changeOrganisation(viewer, input), NotFoundError);
    for (const who of ["bart", "nobody"] as const) await refused(who, (viewer) => changeOrganisation(viewer, input), NotFoundError);
    expect(await as("daan", (viewer) => changeOrganisation(viewer, input))).toMatchObject({ ok: true });
    await changesNothing(async () => {
      expect(await as("ingrid", (viewer) => changeOrganisation(viewer, { ...input, name: "Te laat" }))).toMatchObject({ ok: false, problem: "CHANGED_MEANWHILE", now: { name: "GGD Kust en Duin", version: 2 } });
      expect(await as("ingrid", (viewer) => changeOrganisation(viewer, { ...input, version: 2, name: "CJG Kust" }))).toEqual({ ok: false, problem: "NAME_IN_USE" });
    });
  });

  test("that belong to elsewhere are not there", async () => {
    expect(await as("ingrid", (viewer) => findOrganisation(viewer, world.foreign.id))).toBeNull();
    await refused("ingrid", (viewer) => changeOrganisation(viewer, { organisationId: world.foreign.id, version: 1, ...fields }), NotFoundError);
  });
});

describe("functions", () => {
  function newFunction(fields: Partial<AddFunction> = {}): AddFunction {
    return { consortiumId: world.kust.id, sector: "PO", name: "Orthopedagoog", expected: false, attendance: "ON_CALL", enoughWith: null, heldBy: "PARTNER", ...fields };
  }

  function change(fields: Partial<ChangeFunction> = {}): ChangeFunction {
    return { functionId: world.functions.youth.id, name: "CJG-consulent", expected: true, attendance: "PREFERRED", enoughWith: null, ...fields };
  }

  async function order(): Promise<string[]> {
    return (await as("daan", (viewer) => listFunctions(viewer, world.kust.id))).filter(({ sector }) => sector === "PO").map(({ name }) => name);
  }

  test("are listed per sector for organiser and administrator, with how many people hold each", async () => {
    for (const who of ["daan", "ingrid"] as const) {
      const functions = await as(who, (viewer) => listFunctions(viewer, world.kust.id));
      expect(functions.map(({ sector, name, people }) => [sector, name, people]), who).toEqual([
        ["PO", "IB'er", 1],
        ["PO", "CJG-coach", 1],
        ["PO", "Jeugdverpleegkundige", 0],
        ["PO", "Schoolarts", 0],
        ["VO", "Zorgcoördinator", 0],
      ]);
    }
    for (const who of ["noor", "samira", "karin", "ruud", "bart", "nobody"] as const) {
      await refused(who, (viewer) => listFunctions(viewer, world.kust.id), ForbiddenError);
      await refused(who, (viewer) => listFunctionPlaces(viewer, world.kust.id), ForbiddenError);
      expect(await as(who, (viewer) => findFunction(viewer, world.functions.youth.id)), who).toBeNull();
    }
    expect(await statementsOf(() => as("daan", (viewer) => listFunctions(viewer, world.kust.id)))).toBe(1);
  });

  test("say with which others they can replace each other", async () => {
    const { coach, youth, nurse, doctor, secondary } = world.functions;
    const alone = [
      { id: coach.id, sector: "PO", names: ["IB'er"] },
      { id: youth.id, sector: "PO", names: ["CJG-coach"] },
    ];
    expect(await as("daan", (viewer) => listFunctionPlaces(viewer, world.kust.id))).toEqual([
      ...alone,
      { id: nurse.id, sector: "PO", names: ["Jeugdverpleegkundige", "Schoolarts"] },
      { id: secondary.id, sector: "VO", names: ["Zorgcoördinator"] },
    ]);
    expect(await as("daan", (viewer) => findFunction(viewer, doctor.id))).toMatchObject({ enoughWith: nurse.id, places: [...alone, { id: nurse.id, sector: "PO", names: ["Jeugdverpleegkundige"] }] });
    expect(await as("daan", (viewer) => findFunction(viewer, secondary.id))).toMatchObject({ name: "Zorgcoördinator", coordinates: true, enoughWith: null, places: [] });
  });

  test("share a place with another function of their sector, and leave it again", async () => {
    const { nurse, doctor, secondary, foreign } = world.functions;
    const groups = async () => (await as("daan", (viewer) => listFunctionPlaces(viewer, world.kust.id))).map(({ names }) => names.join("+"));
    for (const { id } of [secondary, foreign]) {
      await changesNothing(async () => {
        expect(await as("daan", (viewer) => changeFunction(viewer, change({ enoughWith: id })))).toEqual({ ok: false, problem: "ENOUGH_ELSEWHERE" });
        expect(await as("daan", (viewer) => addFunction(viewer, newFunction({ enoughWith: id })))).toEqual({ ok: false, problem: "ENOUGH_ELSEWHERE" });
      });
    }
    expect(await as("daan", (viewer) => changeFunction(viewer, change({ name: "CJG-coach", enoughWith: world.functions.coach.id })))).toMatchObject({ ok: true });
    expect(await groups()).toEqual(["IB'er+CJG-coach", "Jeugdverpleegkundige+Schoolarts", "Zorgcoördinator"]);
    expect(await as("daan", (viewer) => changeFunction(viewer, { functionId: doctor.id, name: "Schoolarts", expected: true, attendance: "REQUIRED", enoughWith: null }))).toMatchObject({ ok: true });
    expect(await as("daan", (viewer) => changeFunction(viewer, change({ name: "CJG-coach", enoughWith: null })))).toMatchObject({ ok: true });
    expect(await groups()).toEqual(["IB'er", "CJG-coach", "Jeugdverpleegkundige", "Schoolarts", "Zorgcoördinator"]);
    expect(await as("daan", (viewer) => changeFunction(viewer, { functionId: doctor.id, name: "Schoolarts", expected: true, attendance: "REQUIRED", enoughWith: nurse.id }))).toMatchObject({ ok: true });
  });

  test("are added by organiser and administrator at the end of their sector, each name once", async () => {
    for (const who of ["noor", "samira", "karin", "ruud"] as const) await refused(who, (viewer) => addFunction(viewer, newFunction()), ForbiddenError);
    for (const who of ["bart", "nobody"] as const) await refused(who, (viewer) => addFunction(viewer, newFunction()), NotFoundError);
    expect(await as("daan", (viewer) => addFunction(viewer, newFunction({ enoughWith: world.functions.nurse.id })))).toMatchObject({ ok: true, sector: "PO" });
    expect((await order()).at(-1)).toBe("Orthopedagoog");
    expect(await operatorDatabase().teamFunction.findFirst({ where: { name: "Orthopedagoog" } })).toMatchObject({ alternatives: "JGZ", coordinates: false, expected: false, attendance: "ON_CALL" });
    await changesNothing(async () => expect(await as("ingrid", (viewer) => addFunction(viewer, newFunction()))).toEqual({ ok: false, problem: "NAME_IN_USE" }));
    expect(await as("ingrid", (viewer) => addFunction(viewer, newFunction({ sector: "VO", heldBy: "SCHOOL" })))).toMatchObject({ ok: true });
  });

  test("are changed by organiser and administrator, but not in what they allow people to do", async () => {
    for (const who of ["noor", "samira", "karin"] as const) await refused(who, (viewer) => changeFunction(viewer, change()), ForbiddenError);
    await refused("ruud", (viewer) => changeFunction(viewer, change()), NotFoundError);
    for (const who of ["bart", "nobody"] as const) await refused(who, (viewer) => changeFunction(viewer, change()), NotFoundError);
    expect(await as("ingrid", (viewer) => changeFunction(viewer, change()))).toMatchObject({ ok: true });
    expect(await operatorDatabase().teamFunction.findUnique({ where: { id: world.functions.youth.id } })).toMatchObject({ name: "CJG-consulent", attendance: "PREFERRED", coordinates: false });
    await changesNothing(async () => expect(await as("daan", (viewer) => changeFunction(viewer, change({ name: "Schoolarts" })))).toEqual({ ok: false, problem: "NAME_IN_USE" }));
    await refused("ingrid", (viewer) => changeFunction(viewer, change({ functionId: world.functions.foreign.id })), NotFoundError);
    await expect(as("daan", (viewer) => viewer.db.teamFunction.updateMany({ where: { id: world.functions.youth.id }, data: { coordinates: true } }))).rejects.toThrow("42501");
  });

  test("move one place at a time within their sector, and stop at its ends", async () => {
    const move = (who: Who, functionId: string, direction: "UP" | "DOWN") => as(who, (viewer) => moveFunction(viewer, { functionId, direction }));
    const { coach, doctor, secondary } = world.functions;
    for (const who of ["noor", "samira", "karin"] as const) await refused(who, (viewer) => moveFunction(viewer, { functionId: coach.id, direction: "DOWN" }), ForbiddenError);
    await refused("ruud", (viewer) => moveFunction(viewer, { functionId: coach.id, direction: "DOWN" }), NotFoundError);
    for (const who of ["bart", "nobody"] as const) await refused(who, (viewer) => moveFunction(viewer, { functionId: coach.id, direction: "DOWN" }), NotFoundError);
    await move("daan", doctor.id, "UP");
    expect((await order()).slice(0, 4)).toEqual(["IB'er", "CJG-consulent", "Schoolarts", "Jeugdverpleegkundige"]);
    await move("ingrid", coach.id, "DOWN");
    await move("ingrid", coach.id, "UP");
    await move("ingrid", coach.id, "UP");
    expect((await order())[0]).toBe("IB'er");
    expect(await move("daan", secondary.id, "UP")).toMatchObject({ sector: "VO" });
  });

  test("that two people move at the same moment end up in one order, each once", async () => {
    const { coach, youth, nurse, doctor } = world.functions;
    await Promise.all([coach, youth, nurse, doctor].flatMap(({ id }) => [as("daan", (viewer) => moveFunction(viewer, { functionId: id, direction: "DOWN" })), as("ingrid", (viewer) => moveFunction(viewer, { functionId: id, direction: "UP" }))]));
    const positions = await operatorDatabase().teamFunction.findMany({ where: { consortiumId: world.kust.id, sector: "PO" }, select: { position: true }, orderBy: { position: "asc" } });
    expect(positions.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
  });
});
