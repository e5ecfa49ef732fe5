import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/access/viewer";
import { createSession } from "#lib/auth/session";
import { dayForDatabase } from "#lib/dates";
import { appDatabase, authDatabase, disconnect, operatorDatabase } from "#lib/db";
import { ForbiddenError, NotFoundError } from "#lib/errors";
import { endRole, grantRole, invitePerson, withdrawRole } from "#lib/people/commands";
import { findAccountFigures, findPerson, findRoleFormChoices, findRoleToEnd, listPeople } from "#lib/people/queries";
import type { GrantRole, InvitePerson, PeopleFilter } from "#lib/people/schema";
import { asPerson } from "#tests/support/as-person";
import { makeConsortium, makeMeeting, makeMembership, makePerson, makeRole } from "#tests/support/builders";
import { ownDatabase } from "#tests/support/own-database";
import { changesNothing, everything, jobs, makePeopleWorld, type PeopleWorld, problemFor, today, tomorrow, type Who, yesterday } from "#tests/support/people-world";

let world: PeopleWorld;

beforeAll(async () => {
  await ownDatabase();
  Object.assign(process.env, { REFERENCE_DATE: today, LOG_LEVEL: "silent" });
  world = await makePeopleWorld();
});

afterAll(disconnect);

function as<T>(who: Who, run: (viewer: Viewer) => Promise<T>): Promise<T> {
  return asPerson(world.people[who].id, run);
}

function refusalOf(who: Who, run: (viewer: Viewer) => Promise<{ ok: boolean; problem?: string }>): Promise<string | undefined> {
  return problemFor(world.people[who].id, run);
}

function filter(fields: Partial<PeopleFilter> = {}): PeopleFilter {
  return { q: "", state: "NOW", page: 1, consortiumId: world.kust.id, ...fields };
}

async function namesListed(who: Who, fields: Partial<PeopleFilter> = {}): Promise<string[]> {
  return (await as(who, (viewer) => listPeople(viewer, filter(fields)))).people.map(({ name }) => name);
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

const everybody = ["noor", "samira", "femke", "corrie", "otto", "karin", "daan", "ruud", "ingrid", "ivo", "bart"] as const;
const staff = ["karin", "daan", "ingrid"] as const;
const others = ["noor", "samira", "corrie", "otto", "ruud", "bart"] as const;

describe("the list of people", () => {
  test("shows staff who works in the samenwerkingsverband now or soon, and nobody of elsewhere", async () => {
    const names = ["Daan Vermeulen", "Femke Hoekstra", "Ingrid Postma", "Ivo Beheer", "Karin Bos", "Noor de Wit", "Otto Morgen", "Ruud Aalbers", "Samira Haddou"];
    for (const who of staff) expect(await namesListed(who), who).toEqual(names);
    expect(await namesListed("bart", { consortiumId: world.elders.id })).toEqual(["Bart Elders", "Femke Hoekstra"]);
  });

  test.each(others)("is not for %s", async (who) => {
    await expect(as(who, (viewer) => listPeople(viewer, filter()))).rejects.toThrow(ForbiddenError);
  });

  test("tells what somebody does: the team when there is one, else in how many", async () => {
    const { people } = await as("daan", (viewer) => listPeople(viewer, filter()));
    const jobsOf = (name: string) => people.find((person) => person.name === name)?.jobs;
    expect(jobsOf("Samira Haddou")).toEqual([{ title: "CJG-coach", organisation: "CJG Kust", teams: 2, team: null }]);
    expect(jobsOf("Noor de Wit")).toEqual([{ title: "IB'er", organisation: null, teams: 1, team: "De Wilgen" }]);
    expect(jobsOf("Karin Bos")).toEqual([{ title: "procesbegeleider", organisation: null, teams: 0, team: null }]);
    // What she does elsewhere is nobody's business here.
    expect(jobsOf("Femke Hoekstra")).toEqual([{ title: "IB'er", organisation: null, teams: 1, team: "De Wilgen" }]);
  });

  test.each([
    ["a part of a name", "HADDOU", ["Samira Haddou"]],
    ["an address", "dewilgen.example", ["Noor de Wit"]],
    ["a function, whatever the apostrophe", "ib’er", ["Femke Hoekstra", "Noor de Wit"]],
    ["a role", "beheerder", ["Ingrid Postma", "Ivo Beheer"]],
    ["an organisation", "cjg kust", ["Samira Haddou"]],
    ["a core team", "brug", ["Samira Haddou"]],
    ["two words, each of which has to be there", "noor wilgen", ["Noor de Wit"]],
    ["a percent sign and an underscore as themselves", "%_", []],
    ["a backslash as itself", "\\", []],
  ])("finds %s", async (_what, q, names) => {
    expect(await namesListed("ingrid", { q })).toEqual(names);
  });

  test("shows who worked here before, with what it was", async () => {
    const { people } = await as("karin", (viewer) => listPeople(viewer, filter({ state: "FORMER" })));
    expect(people).toMatchObject([{ name: "Corrie van Dam", jobs: [{ title: "IB'er", team: "De Brug" }] }]);
  });

  test("shows whose account is off, also among who works here", async () => {
    const off = await makePerson({ name: "Uitgezette Uil", deactivatedAt: new Date() });
    const { id } = await makeMembership(world.bridge, off.id, { functionId: world.functions.youth.id });
    expect(await namesListed("daan", { state: "OFF" })).toEqual(["Uitgezette Uil"]);
    const { people } = await as("daan", (viewer) => listPeople(viewer, filter({ q: "uil" })));
    expect(people).toMatchObject([{ off: true }]);
    await operatorDatabase().membership.delete({ where: { id } });
  });

  test("keeps back a telephone number that somebody does not share", async () => {
    await operatorDatabase().person.update({ where: { id: world.people.samira.id }, data: { sharesPhone: false } });
    const list = await as("ingrid", (viewer) => listPeople(viewer, filter()));
    const person = await as("ingrid", (viewer) => findPerson(viewer, world.people.samira.id));
    await operatorDatabase().person.update({ where: { id: world.people.samira.id }, data: { sharesPhone: true } });
    expect(JSON.stringify([list, person])).not.toContain("06 2222 2222");
  });

  test("is paged by 25, in one statement however many people there are", async () => {
    const consortium = await makeConsortium();
    const boss = await makePerson({ name: "Aafje Eerst" });
    await makeRole(consortium.id, boss.id, "ADMINISTRATOR");
    const many = Array.from({ length: 30 }, (_, index) => ({ id: crypto.randomUUID(), name: `Veel ${String(index).padStart(2, "0")}`, email: `veel${index}@voorbeeld.nl` }));
    await operatorDatabase().person.createMany({ data: many });
    await operatorDatabase().consortiumRole.createMany({ data: many.map(({ id }) => ({ personId: id, consortiumId: consortium.id, role: "BOARD" as const, firstDay: dayForDatabase(today) })) });
    const page = (number: number) => asPerson(boss.id, (viewer) => listPeople(viewer, filter({ consortiumId: consortium.id, page: number })));
    expect(await page(1)).toMatchObject({ total: 31, page: 1 });
    expect((await page(2)).people.map(({ name }) => name)).toEqual(["Veel 24", "Veel 25", "Veel 26", "Veel 27", "Veel 28", "Veel 29"]);
    expect((await page(9)).page).toBe(1);
    expect(await statementsOf(() => page(1))).toBe(1);
  });
});

describe("the page of a person", () => {
  test("shows staff all jobs here with their days, and none of elsewhere", async () => {
    for (const who of staff) {
      const person = await as(who, (viewer) => findPerson(viewer, world.people.femke.id));
      expect(person, who).toMatchObject({ name: "Femke Hoekstra", isSelf: false, consortiumIds: [world.kust.id], memberships: [{ teamName: "De Wilgen", tense: "RUNNING", lastDay: null }], roles: [] });
    }
    expect((await as("karin", (viewer) => findPerson(viewer, world.people.otto.id)))?.roles).toMatchObject([{ role: "ORGANISER", tense: "COMING", firstDay: tomorrow }]);
    expect((await as("karin", (viewer) => findPerson(viewer, world.people.corrie.id)))?.memberships).toMatchObject([{ tense: "OVER", lastDay: yesterday }]);
  });

  test.each(others)("does not exist for %s", async (who) => {
    expect(await as(who, (viewer) => findPerson(viewer, world.people.samira.id))).toBeNull();
  });

  test("of somebody elsewhere does not exist", async () => {
    for (const who of staff) expect(await as(who, (viewer) => findPerson(viewer, world.people.bart.id)), who).toBeNull();
  });

  test("takes one statement, and the figures one more", async () => {
    expect(await statementsOf(() => as("ingrid", (viewer) => findPerson(viewer, world.people.samira.id)))).toBe(1);
    expect(await statementsOf(() => as("ingrid", (viewer) => findAccountFigures(viewer, world.people.samira.id)))).toBe(1);
  });

  test("has figures about the account for the administrator only", async () => {
    const person = await makePerson();
    const { functionId } = await makeMembership(world.willows, person.id, { functionId: world.functions.youth.id });
    await makeMeeting(world.willows, world.people.noor.id, { day: "2026-12-08", invitees: [{ personId: person.id, functionId }] });
    await makeMeeting(world.willows, world.people.noor.id, { day: "2026-10-08", invitees: [{ personId: person.id, functionId }] });
    await authDatabase().$transaction((db) => createSession(db, person.id, "Firefox"));
    expect(await as("ingrid", (viewer) => findAccountFigures(viewer, person.id))).toEqual({ worksElsewhere: false, sessions: 1, meetings: 1, hasSecondFactor: false });
    for (const who of ["karin", "daan", "ruud", "noor", "bart"] as const) expect(await as(who, (viewer) => findAccountFigures(viewer, person.id)), who).toBeNull();
    expect(await as("ingrid", (viewer) => findAccountFigures(viewer, world.people.femke.id))).toMatchObject({ worksElsewhere: true });
    expect(await as("ingrid", (viewer) => findAccountFigures(viewer, world.people.bart.id))).toBeNull();
  });

  test("offers the organisations of the own samenwerkingsverband to who grants roles there", async () => {
    expect(await as("ingrid", (viewer) => findRoleFormChoices(viewer, world.kust.id))).toMatchObject({ consortiumName: "SWV Kust", organisations: [{ name: "CJG Kust" }] });
    expect(await as("ingrid", (viewer) => findRoleFormChoices(viewer, world.elders.id))).toBeNull();
    for (const who of ["karin", "daan", "ruud", "noor", "bart"] as const) expect(await as(who, (viewer) => findRoleFormChoices(viewer, world.kust.id)), who).toBeNull();
  });

  test("shows a role that is to end, with who is left, to the administrator only", async () => {
    const role = (who: Who) => as(who, (viewer) => findRoleToEnd(viewer, world.people.ivo.id, world.roles.ivo.id));
    expect(await role("ingrid")).toMatchObject({ personName: "Ivo Beheer", role: "ADMINISTRATOR", tense: "RUNNING", isSelf: false, others: 1 });
    expect(await role("ivo")).toMatchObject({ isSelf: true });
    for (const who of ["karin", "daan", "ruud", "noor", "bart"] as const) expect(await role(who), who).toBeNull();
    // The role of one under the address of another is not there.
    expect(await as("ingrid", (viewer) => findRoleToEnd(viewer, world.people.karin.id, world.roles.ivo.id))).toBeNull();
  });
});

function invitation(fields: Partial<InvitePerson> = {}): InvitePerson {
  return { name: "Lies Nieuw", email: `lies-${crypto.randomUUID()}@swvkust.example`, consortiumId: world.kust.id, role: "ORGANISER", organisationId: null, firstDay: today, ...fields };
}

describe("inviting somebody with a role", () => {
  test("makes an account with the role, mails it and writes it down", async () => {
    const input = invitation({ organisationId: world.cjg.id });
    const before = await jobs();
    const result = await as("ingrid", (viewer) => invitePerson(viewer, input));
    const person = await operatorDatabase().person.findUniqueOrThrow({ where: { email: input.email }, select: { id: true, name: true, roles: true } });
    expect(result).toEqual({ ok: true, personId: person.id });
    expect(person).toMatchObject({ name: "Lies Nieuw", roles: [{ role: "ORGANISER", organisationId: world.cjg.id, lastDay: null }] });
    expect((await jobs()).slice(before.length)).toEqual([{ kind: "INVITED", personId: person.id, inviterId: world.people.ingrid.id }]);
    expect(await operatorDatabase().auditLine.findMany({ where: { objectId: person.roles[0]?.id ?? "" } })).toMatchObject([{ action: "role:grant", role: "administrator", consortiumId: world.kust.id, personId: world.people.ingrid.id }]);
  });

  test("gives somebody with a known address the role under the known name", async () => {
    expect(await as("ingrid", (viewer) => invitePerson(viewer, invitation({ email: world.people.samira.email, name: "Iemand Anders", role: "BOARD" })))).toMatchObject({ ok: true, personId: world.people.samira.id });
    expect(await operatorDatabase().person.findUnique({ where: { id: world.people.samira.id } })).toMatchObject({ name: "Samira Haddou" });
    await operatorDatabase().consortiumRole.deleteMany({ where: { personId: world.people.samira.id } });
  });

  test.each(["karin", "daan", "ruud", "noor", "samira", "corrie", "otto"] as const)("is refused to %s", async (who) => {
    await changesNothing(() => expect(as(who, (viewer) => invitePerson(viewer, invitation()))).rejects.toThrow(who === "corrie" || who === "otto" ? NotFoundError : ForbiddenError));
  });

  test("does not reach into another samenwerkingsverband", async () => {
    await changesNothing(() => expect(as("bart", (viewer) => invitePerson(viewer, invitation()))).rejects.toThrow(NotFoundError));
    await changesNothing(() => expect(as("ingrid", (viewer) => invitePerson(viewer, invitation({ consortiumId: world.elders.id })))).rejects.toThrow(NotFoundError));
    expect(await refusalOf("ingrid", (viewer) => invitePerson(viewer, invitation({ organisationId: world.foreignOrganisation.id })))).toBe("ORGANISATION_NOT_HERE");
  });

  test("gives the same answer for an address nobody has, one of elsewhere, and one of elsewhere whose account is off", async () => {
    const addresses = [`niemand-${crypto.randomUUID()}@elders.example`, (await makePerson()).email, (await makePerson({ deactivatedAt: new Date() })).email];
    for (const email of addresses) {
      const before = await jobs();
      expect(await as("ingrid", (viewer) => invitePerson(viewer, invitation({ email }))), email).toEqual({ ok: true, personId: expect.any(String) as string });
      expect((await jobs()).slice(before.length), email).toMatchObject([{ kind: "INVITED" }]);
      const role = await operatorDatabase().consortiumRole.findFirstOrThrow({ where: { person: { is: { email } } }, select: { id: true, personId: true } });
      expect(await operatorDatabase().auditLine.findMany({ where: { objectId: role.id }, select: { details: true } }), email).toEqual([{ details: { personId: role.personId, role: "ORGANISER", firstDay: today } }]);
    }
  });

  test("nobody invites himself, gives a role twice, or one to a known account that is off", async () => {
    expect(await refusalOf("ingrid", (viewer) => invitePerson(viewer, invitation({ email: world.people.ingrid.email, role: "ORGANISER" })))).toBe("YOURSELF");
    expect(await refusalOf("ingrid", (viewer) => invitePerson(viewer, invitation({ email: world.people.daan.email })))).toBe("ALREADY_HAS_ROLE");
    const off = await makePerson({ deactivatedAt: new Date() });
    await makeMembership(world.bridge, off.id, { functionId: world.functions.youth.id, lastDay: yesterday });
    expect(await refusalOf("ingrid", (viewer) => invitePerson(viewer, invitation({ email: off.email })))).toBe("DEACTIVATED");
  });
});

describe("granting a role", () => {
  function grant(personId: string, fields: Partial<GrantRole> = {}): GrantRole {
    return { personId, consortiumId: world.kust.id, role: "ORGANISER", organisationId: null, firstDay: today, ...fields };
  }

  test("counts from its first day", async () => {
    const person = await makePerson();
    await makeMembership(world.willows, person.id, { functionId: world.functions.youth.id });
    expect(await as("ingrid", (viewer) => grantRole(viewer, grant(person.id, { role: "PROCESS_COACH", firstDay: tomorrow })))).toMatchObject({ ok: true });
    expect(await asPerson(person.id, async (viewer) => viewer.roles)).toEqual([]);
    expect(await as("ingrid", (viewer) => grantRole(viewer, grant(person.id)))).toMatchObject({ ok: true });
    expect(await asPerson(person.id, async (viewer) => viewer.roles.map(({ role }) => role))).toEqual(["ORGANISER"]);
  });

  test.each(everybody)("nobody grants himself anything: %s", async (who) => {
    const before = await everything();
    const result = await as(who, (viewer) => grantRole(viewer, grant(world.people[who].id, { role: "ADMINISTRATOR" }))).catch((error: unknown) => error);
    expect(result instanceof ForbiddenError || result instanceof NotFoundError || (result as { problem?: string }).problem === "YOURSELF").toBe(true);
    expect(await everything()).toEqual(before);
  });

  test.each(["karin", "daan", "ruud", "noor", "samira"] as const)("is refused to %s", async (who) => {
    await changesNothing(() => expect(as(who, (viewer) => grantRole(viewer, grant(world.people.femke.id)))).rejects.toThrow(ForbiddenError));
  });

  test("is for people who are known here, in the own samenwerkingsverband", async () => {
    await changesNothing(() => expect(as("ingrid", (viewer) => grantRole(viewer, grant(world.people.bart.id)))).rejects.toThrow(NotFoundError));
    await changesNothing(() => expect(as("ingrid", (viewer) => grantRole(viewer, grant(world.people.samira.id, { consortiumId: world.elders.id })))).rejects.toThrow(NotFoundError));
    await changesNothing(() => expect(as("bart", (viewer) => grantRole(viewer, grant(world.people.samira.id)))).rejects.toThrow(NotFoundError));
    expect(await refusalOf("ingrid", (viewer) => grantRole(viewer, grant(world.people.daan.id)))).toBe("ALREADY_HAS_ROLE");
  });
});

describe("ending a role", () => {
  async function newRole(days: { firstDay?: string; lastDay?: string } = {}) {
    const person = await makePerson();
    return { person, ...(await makeRole(world.kust.id, person.id, "ORGANISER", days)) };
  }

  test("takes the rights away the day after the last one", async () => {
    const { id, person } = await newRole();
    expect(await as("ingrid", (viewer) => endRole(viewer, { roleId: id, lastDay: today }))).toEqual({ ok: true, personId: person.id });
    expect(await asPerson(person.id, async (viewer) => viewer.roles.length)).toBe(1);
    expect(await as("ingrid", (viewer) => endRole(viewer, { roleId: id, lastDay: yesterday }))).toMatchObject({ ok: true });
    expect(await asPerson(person.id, async (viewer) => viewer.roles.length)).toBe(0);
    expect(await operatorDatabase().auditLine.findMany({ where: { objectId: id } })).toMatchObject([{ action: "role:end" }, { action: "role:end" }]);
  });

  test.each(["karin", "daan"] as const)("is refused to %s, who sees it", async (who) => {
    await changesNothing(() => expect(as(who, (viewer) => endRole(viewer, { roleId: world.roles.ruud.id, lastDay: today }))).rejects.toThrow(ForbiddenError));
  });

  test.each(["ruud", "noor", "samira", "corrie", "otto", "bart"] as const)("does not exist for %s", async (who) => {
    await changesNothing(() => expect(as(who, (viewer) => endRole(viewer, { roleId: world.roles.daan.id, lastDay: today }))).rejects.toThrow(NotFoundError));
  });

  test("nobody ends his own, and no role ends before it began or twice", async () => {
    expect(await refusalOf("ingrid", (viewer) => endRole(viewer, { roleId: world.roles.ingrid.id, lastDay: today }))).toBe("OWN_ROLE");
    expect(await refusalOf("ingrid", (viewer) => endRole(viewer, { roleId: world.roles.daan.id, lastDay: "2019-12-31" }))).toBe("BEFORE_FIRST_DAY");
    const { id } = await newRole({ lastDay: yesterday });
    expect(await refusalOf("ingrid", (viewer) => endRole(viewer, { roleId: id, lastDay: today }))).toBe("ALREADY_OVER");
  });

  test("one that has not begun is withdrawn, and leaves nothing but a line", async () => {
    const { id, person } = await newRole({ firstDay: tomorrow });
    await changesNothing(() => expect(as("daan", (viewer) => withdrawRole(viewer, { roleId: id }))).rejects.toThrow(ForbiddenError));
    await changesNothing(() => expect(as("bart", (viewer) => withdrawRole(viewer, { roleId: id }))).rejects.toThrow(NotFoundError));
    expect(await as("ingrid", (viewer) => withdrawRole(viewer, { roleId: id }))).toEqual({ ok: true, personId: person.id });
    expect(await operatorDatabase().consortiumRole.count({ where: { id } })).toBe(0);
    expect(await operatorDatabase().auditLine.count({ where: { objectId: id, action: "role:end" } })).toBe(1);
  });

  test("one that has begun cannot be withdrawn", async () => {
    expect(await refusalOf("ingrid", (viewer) => withdrawRole(viewer, { roleId: world.roles.daan.id }))).toBe("HAS_BEGUN");
    expect(await refusalOf("ingrid", (viewer) => withdrawRole(viewer, { roleId: world.roles.ingrid.id }))).toBe("OWN_ROLE");
  });
});
