import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMember, startCoreTeam } from "#lib/core-teams/commands";
import { findCoreTeam, findMemberFormChoices, findSchoolToStart, listSchoolsWithoutTeam } from "#lib/core-teams/queries";
import { completenessOn } from "#lib/core-teams/rules";
import { dayForDatabase } from "#lib/dates";
import { appDatabase, disconnect, operatorDatabase } from "#lib/db";
import { ForbiddenError, NotFoundError } from "#lib/errors";
import { personMailJob } from "#lib/jobs/person-mail";
import { asPerson } from "#tests/support/as-person";
import { makeMeeting, makeMembership, makePerson, makeSchool } from "#tests/support/builders";
import { changesNothing, type CoreTeamWorld, makeCoreTeamWorld, outsiders, personMails, refused, somebody, today, yesterday } from "#tests/support/core-team-world";
import { ownDatabase } from "#tests/support/own-database";

let world: CoreTeamWorld;

beforeAll(async () => {
  await ownDatabase();
  Object.assign(process.env, { REFERENCE_DATE: today, LOG_LEVEL: "silent", DEMO: "1" });
  world = await makeCoreTeamWorld();
});

afterAll(disconnect);

describe("the page of a core team", () => {
  test("shows its own team to members, guides and the administrator", async () => {
    for (const who of ["noor", "samira", "karin", "daan", "ingrid"] as const) {
      const team = await asPerson(world.people[who].id, (viewer) => findCoreTeam(viewer, world.willows.id));
      expect(team?.members.map(({ name }) => name), who).toEqual(["Noor de Wit", "Samira Haddou", "Yusuf Demir", "Hans Weg"]);
      expect(team?.guides.map(({ name }) => name), who).toEqual(["Karin Bos", "Daan Vermeulen"]);
    }
  });

  test.each(outsiders)("does not exist for %s of another team, of yesterday, of tomorrow, of the board or from elsewhere", async (who) => {
    expect(await asPerson(world.people[who].id, (viewer) => findCoreTeam(viewer, world.willows.id))).toBeNull();
  });

  test("counts the functions that are filled, and since when one is not", async () => {
    const team = await asPerson(world.people.noor.id, (viewer) => findCoreTeam(viewer, world.willows.id));
    if (!team) throw new Error("Noor sees no team.");
    expect(completenessOn(today, team.functions, team.members, team.startedOn)).toMatchObject({ filled: 2, places: 3, vacancies: [{ functionNames: ["Jeugdverpleegkundige", "Schoolarts"], since: today, filledFrom: null }] });
    expect(completenessOn(yesterday, team.functions, team.members, team.startedOn).filled).toBe(3);
  });

  test("keeps back a telephone number and an address that somebody does not share", async () => {
    await operatorDatabase().person.update({ where: { id: world.people.samira.id }, data: { sharesPhone: false, sharesEmail: false } });
    const team = await asPerson(world.people.noor.id, (viewer) => findCoreTeam(viewer, world.willows.id));
    await operatorDatabase().person.update({ where: { id: world.people.samira.id }, data: { sharesPhone: true, sharesEmail: true } });
    const hidden = JSON.stringify(team);
    expect(team?.members.find(({ name }) => name === "Samira Haddou")).toMatchObject({ phone: null, email: null });
    expect(hidden).not.toContain("06 2");
    expect(hidden).not.toContain(world.people.samira.email);
  });

  test("shows the meetings that are to come, and none of another team or that are cancelled", async () => {
    const meeting = await makeMeeting(world.willows, world.people.noor.id, { day: "2026-12-08" });
    await makeMeeting(world.willows, world.people.noor.id, { day: "2026-10-08" });
    await makeMeeting(world.bridge, world.people.els.id, { day: "2026-12-09" });
    const cancelled = await makeMeeting(world.willows, world.people.noor.id, { day: "2026-12-10" });
    await operatorDatabase().meeting.update({ where: { id: cancelled.id }, data: { cancelled: true, cancelledAt: new Date() } });
    const seen = await asPerson(world.people.noor.id, (viewer) => findCoreTeam(viewer, world.willows.id));
    expect(seen?.meetings.map(({ id }) => id)).toEqual([meeting.id]);
    expect((await asPerson(world.people.ingrid.id, (viewer) => findCoreTeam(viewer, world.willows.id)))?.meetings).toEqual([]);
  });

  test("takes one statement, however many people are in the team", async () => {
    expect(await statementsOf(() => asPerson(world.people.noor.id, (viewer) => findCoreTeam(viewer, world.willows.id)))).toBe(1);
  });
});

describe("adding a member", () => {
  test("the school adds a colleague, who gets a mail and one audit line", async () => {
    const input = somebody(world);
    const before = await personMails();
    const result = await asPerson(world.people.noor.id, (viewer) => addMember(viewer, input));
    const person = await operatorDatabase().person.findUniqueOrThrow({ where: { email: input.email } });
    expect(result).toMatchObject({ ok: true });
    expect(await operatorDatabase().membership.findMany({ where: { personId: person.id } })).toMatchObject([{ coreTeamId: world.willows.id, functionId: world.functions.coach.id, lastDay: null }]);
    expect((await personMails()).slice(before.length)).toEqual([{ kind: "INVITED", personId: person.id, inviterId: world.people.noor.id }]);
    expect(await operatorDatabase().auditLine.findMany({ where: { objectType: "membership", details: { path: ["personId"], equals: person.id } } })).toMatchObject([{ action: "colleague:add", role: "schoolCoordinator", coreTeamId: world.willows.id }]);
  });

  test("the samenwerkingsverband adds a partner with an organisation, for a while", async () => {
    const input = somebody(world, { functionId: world.functions.nurse.id, organisationId: world.organisation.id, temporary: true, lastDay: "2027-03-31", temporaryReason: "Vervangt Joke." });
    expect(await asPerson(world.people.daan.id, (viewer) => addMember(viewer, input))).toMatchObject({ ok: true });
    const membership = await operatorDatabase().membership.findFirstOrThrow({ where: { person: { email: input.email } } });
    expect(membership).toMatchObject({ organisationId: world.organisation.id, temporaryReason: "Vervangt Joke.", lastDay: dayForDatabase("2027-03-31") });
  });

  test("somebody with a known address is added under the known name", async () => {
    const input = somebody(world, { coreTeamId: world.bridge.id, email: world.people.samira.email, name: "Iemand Anders", functionId: world.functions.youth.id });
    expect(await asPerson(world.people.karin.id, (viewer) => addMember(viewer, input))).toMatchObject({ ok: true });
    expect(await operatorDatabase().person.findUnique({ where: { email: world.people.samira.email } })).toMatchObject({ name: "Samira Haddou" });
  });

  test("the school may not add a partner, and a partner may add nobody", async () => {
    await changesNothing(() => expect(asPerson(world.people.noor.id, (viewer) => addMember(viewer, somebody(world, { functionId: world.functions.youth.id })))).rejects.toThrow(ForbiddenError));
    await changesNothing(() => expect(asPerson(world.people.samira.id, (viewer) => addMember(viewer, somebody(world)))).rejects.toThrow(ForbiddenError));
    await changesNothing(() => expect(asPerson(world.people.ingrid.id, (viewer) => addMember(viewer, somebody(world)))).rejects.toThrow(ForbiddenError));
  });

  test.each(outsiders)("%s of another team, of yesterday, of tomorrow, of the board or from elsewhere finds no team to add to", async (who) => {
    await changesNothing(() => expect(asPerson(world.people[who].id, (viewer) => addMember(viewer, somebody(world)))).rejects.toThrow(NotFoundError));
    expect(await asPerson(world.people[who].id, (viewer) => findMemberFormChoices(viewer, world.willows.id))).toBeNull();
  });

  test.each([
    ["ALREADY_MEMBER", "noor", () => ({ email: world.people.noor.email }), "daan"],
    ["YOURSELF", "noor", () => ({ email: world.people.noor.email }), "noor"],
    ["FUNCTION_NOT_HERE", "noor", () => ({ functionId: world.foreignFunction.id }), "noor"],
    ["FUNCTION_NOT_HERE", "noor", () => ({ functionId: world.functions.other.id }), "noor"],
    ["ORGANISATION_NOT_HERE", "noor", () => ({ organisationId: crypto.randomUUID() }), "noor"],
    ["BEFORE_TEAM", "noor", () => ({ firstDay: "2024-07-31" }), "noor"],
  ] as const)("is refused with %s", async (problem, _about, fields, who) => {
    expect(await refused(world.people[who], (viewer) => addMember(viewer, somebody(world, fields())))).toEqual({ problem, changed: [] });
  });

  test("an account that was switched off is not added, when it is known here", async () => {
    const off = await makePerson({ deactivatedAt: new Date() });
    await makeMembership(world.willows, off.id, { functionId: world.functions.other.id, lastDay: yesterday });
    expect(await refused(world.people.noor, (viewer) => addMember(viewer, somebody(world, { email: off.email })))).toEqual({ problem: "DEACTIVATED", changed: [] });
  });

  test("the answer is the same for an address nobody has, one of elsewhere, and one of elsewhere whose account is off", async () => {
    const addresses = [`niemand-${crypto.randomUUID()}@elders.example`, (await makePerson()).email, (await makePerson({ deactivatedAt: new Date() })).email];
    for (const email of addresses) {
      expect(await asPerson(world.people.noor.id, (viewer) => addMember(viewer, somebody(world, { email }))), email).toEqual({ ok: true, membershipId: expect.any(String) as string });
    }
  });

  test("the mail leads somebody who is new in one team to its first page, and other people to the home page", async () => {
    const input = somebody(world);
    await asPerson(world.people.noor.id, (viewer) => addMember(viewer, input));
    const person = await operatorDatabase().person.findUniqueOrThrow({ where: { email: input.email } });
    const mailed = async (personId: string) => {
      await personMailJob.run({ kind: "INVITED", personId, inviterId: world.people.noor.id }, { jobId: crypto.randomUUID(), age: 0, signal: new AbortController().signal });
      return operatorDatabase().demoMail.findFirstOrThrow({ orderBy: { createdAt: "desc" } });
    };
    expect((await mailed(person.id)).text).toContain(`/login?next=${encodeURIComponent(`/core-teams/${world.willows.id}/welcome`)}`);
    expect((await mailed(world.people.yusuf.id)).text).toMatch(/\/login$/m);
  });

  test("the form offers the functions of the team's sector only", async () => {
    const choices = await asPerson(world.people.noor.id, (viewer) => findMemberFormChoices(viewer, world.willows.id));
    expect(choices?.functions.map(({ name }) => name)).toEqual(["IB'er", "CJG-coach", "Jeugdverpleegkundige", "Schoolarts"]);
    expect(choices?.organisations.map(({ name }) => name)).toEqual(["CJG Kust"]);
  });
});

describe("starting a core team", () => {
  test("serves the school and the schools that share it, from the start day", async () => {
    const [school, second] = [await makeSchool(world.consortium.id), await makeSchool(world.consortium.id)];
    const result = await asPerson(world.people.karin.id, (viewer) => startCoreTeam(viewer, { schoolId: school.id, moreSchoolIds: [second.id], name: "De Twee Dorpen", startedOn: "2027-01-04" }));
    if (!result.ok) throw new Error(result.problem);
    expect(await operatorDatabase().coreTeam.findUnique({ where: { id: result.coreTeamId }, include: { schools: true } })).toMatchObject({ name: "De Twee Dorpen", sector: "PO", schools: [{ firstDay: dayForDatabase("2027-01-04") }, {}] });
    expect(await operatorDatabase().auditLine.findFirst({ where: { objectId: result.coreTeamId } })).toMatchObject({ action: "core-team:start", details: { schools: 2 } });
    expect(await asPerson(world.people.karin.id, (viewer) => findSchoolToStart(viewer, second.id))).toMatchObject({ teams: [{ id: result.coreTeamId }] });
  });

  test("a school has one core team at a time, also when two people start one at the same moment", async () => {
    expect(await refused(world.people.daan, (viewer) => startCoreTeam(viewer, { schoolId: world.willows.schoolId, moreSchoolIds: [], name: "Nog een", startedOn: today }))).toEqual({ problem: "HAS_TEAM", changed: [] });
    const school = await makeSchool(world.consortium.id);
    const start = (who: "karin" | "daan") => asPerson(world.people[who].id, (viewer) => startCoreTeam(viewer, { schoolId: school.id, moreSchoolIds: [], name: `Van ${who}`, startedOn: today }));
    const results = await Promise.all([start("karin"), start("daan")]);
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });

  test("an mbo school may have several, each with its own name", async () => {
    const school = await makeSchool(world.consortium.id, { sector: "MBO" });
    const start = (name: string) => ({ schoolId: school.id, moreSchoolIds: [], name, startedOn: today });
    expect(await asPerson(world.people.daan.id, (viewer) => startCoreTeam(viewer, start("Zorg")))).toMatchObject({ ok: true });
    expect(await asPerson(world.people.daan.id, (viewer) => startCoreTeam(viewer, start("Techniek")))).toMatchObject({ ok: true });
    expect(await refused(world.people.daan, (viewer) => startCoreTeam(viewer, start("Zorg")))).toEqual({ problem: "SAME_NAME", changed: [] });
  });

  test("is refused for a closed school and for schools of two sectors", async () => {
    const [open, closed, other] = [await makeSchool(world.consortium.id), await makeSchool(world.consortium.id), await makeSchool(world.consortium.id, { sector: "SO" })];
    await operatorDatabase().school.update({ where: { id: closed.id }, data: { closedOn: dayForDatabase("2026-08-01") } });
    const start = (schoolId: string, moreSchoolIds: string[] = []) => ({ schoolId, moreSchoolIds, name: "Team", startedOn: today });
    expect(await refused(world.people.karin, (viewer) => startCoreTeam(viewer, start(closed.id)))).toEqual({ problem: "SCHOOL_CLOSED", changed: [] });
    expect(await refused(world.people.karin, (viewer) => startCoreTeam(viewer, start(open.id, [other.id])))).toEqual({ problem: "OTHER_SECTOR", changed: [] });
  });

  test("a school of elsewhere does not exist, and only guides start a team", async () => {
    const [own, theirs] = [await makeSchool(world.consortium.id), await makeSchool(world.elsewhere.id)];
    const start = (schoolId: string, moreSchoolIds: string[] = []) => ({ schoolId, moreSchoolIds, name: "Team", startedOn: today });
    await changesNothing(() => expect(asPerson(world.people.karin.id, (viewer) => startCoreTeam(viewer, start(theirs.id)))).rejects.toThrow(NotFoundError));
    await changesNothing(() => expect(asPerson(world.people.karin.id, (viewer) => startCoreTeam(viewer, start(own.id, [theirs.id])))).rejects.toThrow(NotFoundError));
    for (const who of ["noor", "samira", "hans", "yusuf", "ruud", "ingrid", "farah"] as const) {
      await changesNothing(() => expect(asPerson(world.people[who].id, (viewer) => startCoreTeam(viewer, start(own.id))), who).rejects.toThrow(NotFoundError));
      expect(await asPerson(world.people[who].id, (viewer) => findSchoolToStart(viewer, own.id)), who).toBeNull();
      expect((await asPerson(world.people[who].id, (viewer) => listSchoolsWithoutTeam(viewer, null))).map(({ id }) => id), who).not.toContain(own.id);
    }
  });

  test("schools without a core team are listed, near a school those of its municipality", async () => {
    const near = await makeSchool(world.consortium.id, { municipality: "Zeehoven" });
    const neighbour = await makeSchool(world.consortium.id, { municipality: "Zeehoven", name: "Aan Zee" });
    const found = await asPerson(world.people.karin.id, async (viewer) => {
      const school = await findSchoolToStart(viewer, near.id);
      return { all: await listSchoolsWithoutTeam(viewer, null), near: await listSchoolsWithoutTeam(viewer, school) };
    });
    expect(found.near.map(({ id }) => id)).toEqual([neighbour.id]);
    expect(found.all.map(({ id }) => id)).toEqual(expect.arrayContaining([near.id, neighbour.id]));
    expect(found.all.map(({ id }) => id)).not.toContain(world.willows.schoolId);
  });
});

async function statementsOf<T>(run: () => Promise<T>): Promise<number> {
  let count = 0;
  let counting = true;
  appDatabase().$on("query" as never, ((event: { query: string }) => {
    if (counting && !/^(BEGIN|COMMIT|ROLLBACK|SELECT set_config)/.test(event.query)) count += 1;
  }) as never);
  await run();
  counting = false;
  return count;
}
