import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeMembership, endMembership, handleChangeReport, reportChange, withdrawMembership } from "#lib/core-teams/commands";
import { findCoreTeam, findMembership, findReportSubject } from "#lib/core-teams/queries";
import { dayForDatabase } from "#lib/dates";
import { disconnect, operatorDatabase } from "#lib/db";
import { ForbiddenError, NotFoundError } from "#lib/errors";
import { asPerson } from "#tests/support/as-person";
import { makeMeeting, makeMembership, makePerson } from "#tests/support/builders";
import { changesNothing, type CoreTeamWorld, makeCoreTeamWorld, outsiders, personMails, refused, today, tomorrow, yesterday } from "#tests/support/core-team-world";
import { ownDatabase } from "#tests/support/own-database";

let world: CoreTeamWorld;

beforeAll(async () => {
  await ownDatabase();
  Object.assign(process.env, { REFERENCE_DATE: today, LOG_LEVEL: "silent" });
  world = await makeCoreTeamWorld();
});

afterAll(disconnect);

describe("changing and ending a membership", () => {
  async function newMembership(functionId = world.functions.coach.id, firstDay = "2026-01-01"): Promise<string> {
    return (await makeMembership(world.willows, (await makePerson()).id, { functionId, firstDay })).id;
  }

  test("shows what ending means: meetings that are to come, and who is left in the function", async () => {
    const person = await makePerson({ name: "Wout Blom" });
    const { id, functionId } = await makeMembership(world.bridge, person.id, { functionId: world.functions.coach.id });
    await makeMeeting(world.bridge, world.people.els.id, { day: "2027-01-12", invitees: [{ personId: person.id, functionId }, { personId: world.people.els.id, functionId }] });
    await makeMeeting(world.bridge, world.people.els.id, { day: "2026-09-12", invitees: [{ personId: person.id, functionId }] });
    const found = await asPerson(world.people.els.id, (viewer) => findMembership(viewer, world.bridge.id, id));
    expect(found).toMatchObject({ personName: "Wout Blom", isOwn: false, coordinates: true, othersInFunction: 1 });
    expect(found?.futureMeetings).toHaveLength(1);
  });

  test("a membership is only found in its own team, by who sees that team", async () => {
    const { id } = world.memberships.samira;
    expect(await asPerson(world.people.noor.id, (viewer) => findMembership(viewer, world.willows.id, id))).not.toBeNull();
    expect(await asPerson(world.people.karin.id, (viewer) => findMembership(viewer, world.bridge.id, id))).toBeNull();
    for (const who of outsiders) {
      expect(await asPerson(world.people[who].id, (viewer) => findMembership(viewer, world.willows.id, id)), who).toBeNull();
    }
  });

  test("the school ends a colleague, the samenwerkingsverband a partner", async () => {
    const [colleague, partner] = [await newMembership(), await newMembership(world.functions.nurse.id)];
    expect(await asPerson(world.people.noor.id, (viewer) => endMembership(viewer, { membershipId: colleague, version: 1, lastDay: today }))).toEqual({ ok: true, coreTeamId: world.willows.id });
    expect(await asPerson(world.people.karin.id, (viewer) => endMembership(viewer, { membershipId: partner, version: 1, lastDay: "2027-01-31" }))).toMatchObject({ ok: true });
    expect(await operatorDatabase().membership.findUnique({ where: { id: colleague } })).toMatchObject({ lastDay: dayForDatabase(today), version: 2 });
    expect(await operatorDatabase().auditLine.findMany({ where: { objectId: { in: [colleague, partner] } }, orderBy: { id: "asc" } })).toMatchObject([{ action: "colleague:end", details: { done: "ENDED", lastDay: today } }, { action: "member:manage" }]);
  });

  test("somebody whose membership was ended yesterday sees the team no more", async () => {
    const person = await makePerson();
    const { id } = await makeMembership(world.willows, person.id, { functionId: world.functions.coach.id });
    expect(await asPerson(person.id, (viewer) => findCoreTeam(viewer, world.willows.id))).not.toBeNull();
    await asPerson(world.people.noor.id, (viewer) => endMembership(viewer, { membershipId: id, version: 1, lastDay: yesterday }));
    expect(await asPerson(person.id, (viewer) => findCoreTeam(viewer, world.willows.id))).toBeNull();
  });

  test("the school may not end a partner, and a partner may end nobody", async () => {
    const end = { membershipId: world.memberships.samira.id, version: 1, lastDay: today };
    await changesNothing(() => expect(asPerson(world.people.noor.id, (viewer) => endMembership(viewer, end))).rejects.toThrow(ForbiddenError));
    await changesNothing(() => expect(asPerson(world.people.samira.id, (viewer) => endMembership(viewer, { ...end, membershipId: world.memberships.noor.id }))).rejects.toThrow(ForbiddenError));
    await changesNothing(() => expect(asPerson(world.people.ingrid.id, (viewer) => endMembership(viewer, end))).rejects.toThrow(ForbiddenError));
  });

  test.each(outsiders)("%s finds no membership to change, end or withdraw", async (who) => {
    const { id } = world.memberships.samira;
    const stay = { organisationId: null, firstDay: today, temporary: false, lastDay: null, temporaryReason: null };
    await changesNothing(() => expect(asPerson(world.people[who].id, (viewer) => endMembership(viewer, { membershipId: id, version: 1, lastDay: today }))).rejects.toThrow(NotFoundError));
    await changesNothing(() => expect(asPerson(world.people[who].id, (viewer) => changeMembership(viewer, { membershipId: id, version: 1, ...stay }))).rejects.toThrow(NotFoundError));
    await changesNothing(() => expect(asPerson(world.people[who].id, (viewer) => withdrawMembership(viewer, { membershipId: id, version: 1 }))).rejects.toThrow(NotFoundError));
  });

  test("nobody changes or ends what is his own", async () => {
    const own = { membershipId: world.memberships.noor.id, version: 1 };
    expect(await refused(world.people.noor, (viewer) => endMembership(viewer, { ...own, lastDay: "2027-07-31" }))).toEqual({ problem: "OWN_MEMBERSHIP", changed: [] });
    expect(await refused(world.people.noor, (viewer) => changeMembership(viewer, { ...own, organisationId: null, firstDay: "2024-08-01", temporary: false, lastDay: null, temporaryReason: null }))).toEqual({ problem: "OWN_MEMBERSHIP", changed: [] });
  });

  test("of two who change a membership at once, the second is told", async () => {
    const membershipId = await newMembership(world.functions.nurse.id);
    const stay = { organisationId: world.organisation.id, firstDay: "2026-02-01", temporary: false, lastDay: null, temporaryReason: null };
    expect(await asPerson(world.people.karin.id, (viewer) => changeMembership(viewer, { membershipId, version: 1, ...stay }))).toMatchObject({ ok: true });
    expect(await refused(world.people.daan, (viewer) => changeMembership(viewer, { membershipId, version: 1, ...stay, organisationId: null }))).toEqual({ problem: "CHANGED_MEANWHILE", changed: [] });
    const late = await asPerson(world.people.daan.id, (viewer) => changeMembership(viewer, { membershipId, version: 1, ...stay }));
    expect(late).toMatchObject({ now: { version: 2, organisation: "CJG Kust", firstDay: "2026-02-01", lastDay: null } });
    expect(await refused(world.people.daan, (viewer) => endMembership(viewer, { membershipId, version: 1, lastDay: today }))).toEqual({ problem: "CHANGED_MEANWHILE", changed: [] });
  });

  test("a membership that is over goes on by no change, and in the database neither: whoever comes back was not there in between", async () => {
    const person = await makePerson();
    const over = await makeMembership(world.willows, person.id, { functionId: world.functions.coach.id, firstDay: "2025-08-01", lastDay: "2026-07-31" });
    const stay = { organisationId: null, firstDay: "2025-08-01", temporary: false, lastDay: null, temporaryReason: null };
    expect(await refused(world.people.noor, (viewer) => changeMembership(viewer, { membershipId: over.id, version: 1, ...stay }))).toEqual({ problem: "OVER", changed: [] });
    expect(await refused(world.people.noor, (viewer) => endMembership(viewer, { membershipId: over.id, version: 1, lastDay: today }))).toEqual({ problem: "OVER", changed: [] });
    expect(await asPerson(world.people.noor.id, (viewer) => endMembership(viewer, { membershipId: over.id, version: 1, lastDay: "2026-06-30" }))).toMatchObject({ ok: true });
  });

  test("the days of two memberships in one function may not overlap, and the last may not lie before the first", async () => {
    const person = await makePerson();
    const later = await makeMembership(world.willows, person.id, { functionId: world.functions.coach.id, firstDay: "2027-08-01" });
    const now = await makeMembership(world.willows, person.id, { functionId: world.functions.coach.id, firstDay: "2026-08-01", lastDay: "2027-07-31" });
    const stay = { organisationId: null, firstDay: "2026-08-01", temporary: false, lastDay: null, temporaryReason: null };
    expect(await refused(world.people.noor, (viewer) => changeMembership(viewer, { membershipId: now.id, version: 1, ...stay }))).toEqual({ problem: "OVERLAPS", changed: [] });
    expect(await refused(world.people.noor, (viewer) => endMembership(viewer, { membershipId: now.id, version: 1, lastDay: "2027-09-01" }))).toEqual({ problem: "OVERLAPS", changed: [] });
    expect(await refused(world.people.noor, (viewer) => endMembership(viewer, { membershipId: later.id, version: 1, lastDay: "2027-07-31" }))).toEqual({ problem: "BEFORE_FIRST_DAY", changed: [] });
  });

  test("a membership that has not begun is taken back; one that has begun stays", async () => {
    const future = await newMembership(world.functions.coach.id, tomorrow);
    const begun = await newMembership(world.functions.coach.id, today);
    expect(await refused(world.people.noor, (viewer) => withdrawMembership(viewer, { membershipId: begun, version: 1 }))).toEqual({ problem: "HAS_BEGUN", changed: [] });
    expect(await asPerson(world.people.noor.id, (viewer) => withdrawMembership(viewer, { membershipId: future, version: 1 }))).toMatchObject({ ok: true });
    expect(await operatorDatabase().membership.findUnique({ where: { id: future } })).toBeNull();
  });

  test("the database itself removes no membership that has begun, and none of another function than the school's own", async () => {
    const partner = await newMembership(world.functions.nurse.id, tomorrow);
    const begun = await newMembership();
    await asPerson(world.people.noor.id, async (viewer) => {
      expect(await viewer.db.membership.deleteMany({ where: { id: { in: [partner, begun] } } })).toEqual({ count: 0 });
    });
  });
});

describe("reporting a change", () => {
  const message = "Samira is per 1 februari weg.";

  test("the procesbegeleider and the organiser get a mail, and see it with the team until it is handled", async () => {
    const before = await personMails();
    await asPerson(world.people.noor.id, (viewer) => reportChange(viewer, { coreTeamId: world.willows.id, membershipId: world.memberships.samira.id, message }));
    const sent = (await personMails()).slice(before.length);
    expect(sent.map(({ recipientId }) => recipientId).toSorted()).toEqual([world.people.daan.id, world.people.karin.id].toSorted());
    expect(JSON.stringify(sent)).not.toContain("februari");
    const seen = await asPerson(world.people.karin.id, (viewer) => findCoreTeam(viewer, world.willows.id));
    expect(seen?.openReports).toMatchObject([{ message, reporter: "Noor de Wit", aboutMember: "Samira Haddou", isOwn: false }]);

    const changeReportId = seen?.openReports[0]?.id ?? "";
    await changesNothing(() => expect(asPerson(world.people.noor.id, (viewer) => handleChangeReport(viewer, { changeReportId }))).rejects.toThrow(ForbiddenError));
    expect(await asPerson(world.people.daan.id, (viewer) => handleChangeReport(viewer, { changeReportId }))).toEqual({ ok: true, coreTeamId: world.willows.id });
    await changesNothing(() => asPerson(world.people.karin.id, (viewer) => handleChangeReport(viewer, { changeReportId })));
    expect((await asPerson(world.people.karin.id, (viewer) => findCoreTeam(viewer, world.willows.id)))?.openReports).toEqual([]);
    expect(await operatorDatabase().auditLine.findMany({ where: { objectId: changeReportId }, orderBy: { id: "asc" } })).toMatchObject([{ action: "change:report", role: "schoolCoordinator" }, { action: "change:handle", role: "organiser" }]);
  });

  test("a member sees own reports only", async () => {
    await asPerson(world.people.samira.id, (viewer) => reportChange(viewer, { coreTeamId: world.willows.id, membershipId: null, message: "De directeur is weg." }));
    expect((await asPerson(world.people.samira.id, (viewer) => findCoreTeam(viewer, world.willows.id)))?.openReports).toMatchObject([{ isOwn: true }]);
    expect((await asPerson(world.people.noor.id, (viewer) => findCoreTeam(viewer, world.willows.id)))?.openReports).toEqual([]);
  });

  test("a member of another team, or about a member of another team, finds nothing", async () => {
    for (const who of outsiders) {
      await changesNothing(() => expect(asPerson(world.people[who].id, (viewer) => reportChange(viewer, { coreTeamId: world.willows.id, membershipId: null, message })), who).rejects.toThrow(NotFoundError));
      expect(await asPerson(world.people[who].id, (viewer) => findReportSubject(viewer, world.willows.id, null)), who).toBeNull();
    }
    await changesNothing(() => expect(asPerson(world.people.noor.id, (viewer) => reportChange(viewer, { coreTeamId: world.willows.id, membershipId: world.memberships.els.id, message }))).rejects.toThrow(NotFoundError));
    await changesNothing(() => expect(asPerson(world.people.karin.id, (viewer) => reportChange(viewer, { coreTeamId: world.willows.id, membershipId: null, message }))).rejects.toThrow(ForbiddenError));
  });

  test("the form tells whom it is about", async () => {
    const subject = await asPerson(world.people.noor.id, (viewer) => findReportSubject(viewer, world.willows.id, world.memberships.samira.id));
    expect(subject).toMatchObject({ teamName: "De Wilgen", member: { name: "Samira Haddou", functionName: "CJG-coach" } });
    expect(await asPerson(world.people.noor.id, (viewer) => findReportSubject(viewer, world.willows.id, world.memberships.els.id))).toMatchObject({ member: null });
  });

  test("another consortium's guide finds no report to handle", async () => {
    const report = await operatorDatabase().changeReport.create({ data: { consortiumId: world.consortium.id, coreTeamId: world.willows.id, reportedById: world.people.noor.id, message } });
    for (const who of ["farah", "els", "hans", "yusuf", "ruud"] as const) {
      await changesNothing(() => expect(asPerson(world.people[who].id, (viewer) => handleChangeReport(viewer, { changeReportId: report.id })), who).rejects.toThrow(NotFoundError));
    }
  });
});
