import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/access/viewer";
import { changeAbsence, changeMostMeetings, dropWorkingPattern, reportAbsence, setWorkingPattern, withdrawAbsence } from "#lib/availability/commands";
import { findAbsence, findAvailability, listReplacements } from "#lib/availability/queries";
import { findCoreTeam } from "#lib/core-teams/queries";
import { dayForDatabase, dayOf, momentAt } from "#lib/dates";
import { appDatabase, disconnect, operatorDatabase } from "#lib/db";
import { NotFoundError } from "#lib/errors";
import { scheduleMeeting } from "#lib/meetings/commands";
import { findMeeting, listHolidays, listMeetings } from "#lib/meetings/queries";
import { findSlotQuestion, type SlotWish } from "#lib/planning/queries";
import { findSlots } from "#lib/planning/slot-finder";
import { addHoliday, addStudyDay, changePlanningRules, changeStudyDay, correctHoliday, removeHoliday } from "#lib/school-days/commands";
import { findPlanningRules, findTeamStudyDays, listConsortiumHolidays } from "#lib/school-days/queries";
import { asPerson } from "#tests/support/as-person";
import { makeConsortium, makeMembership, makeOrganisation, makePerson, makeRole } from "#tests/support/builders";
import { otherTeam, planOf, scheduled, teamWorld, TODAY } from "#tests/support/meeting-world";
import { ownDatabase } from "#tests/support/own-database";

beforeAll(async () => {
  process.env.REFERENCE_DATE = TODAY;
  await ownDatabase();
});

afterAll(disconnect);

const WEEK = { firstDay: "2026-11-23", lastDay: "2026-11-27" };

async function everything(): Promise<unknown> {
  const db = operatorDatabase();
  return [await db.workingPattern.findMany({ orderBy: { id: "asc" } }), await db.absence.findMany({ orderBy: { id: "asc" } }), await db.availability.findMany({ orderBy: { personId: "asc" } }), await db.studyDay.findMany({ orderBy: { id: "asc" } }), await db.auditLine.count({ where: { result: "DONE" } })];
}

/** Shows that somebody may not do something, and that nothing changed. */
async function refuses(personId: string, run: (viewer: Viewer) => Promise<unknown>, error: unknown = NotFoundError): Promise<void> {
  const before = await everything();
  await expect(asPerson(personId, run)).rejects.toThrow(error as never);
  expect(await everything()).toEqual(before);
}

const away = (personId: string, fields: { firstDay?: string; lastDay?: string; replacementId?: string | null } = {}) => (viewer: Viewer) => reportAbsence(viewer, { personId, ...WEEK, replacementId: null, ...fields });

describe("working days", () => {
  test("are told by whoever they are about, from a day on, and kept as they were before it", async () => {
    const { samira, noor, team } = await teamWorld();
    const from = (viewer: Viewer) => setWorkingPattern(viewer, { personId: samira.id, version: 0, validFrom: "2027-01-01", mornings: [2], afternoons: [] });
    expect(await asPerson(samira.id, from)).toEqual({ ok: true, personId: samira.id });
    const seen = await asPerson(noor.id, (viewer) => findCoreTeam(viewer, team.id));
    expect(seen?.members.find(({ name }) => name === samira.name)?.patterns).toMatchObject([{ validFrom: "2020-01-01" }, { validFrom: "2027-01-01", mornings: [2], afternoons: [] }]);
    expect(await operatorDatabase().auditLine.count({ where: { personId: samira.id, action: "availability:change-own" } })).toBe(1);
  });

  test("that two people change at once are told to the second", async () => {
    const { samira, karin } = await teamWorld();
    const pattern = { personId: samira.id, version: 0, validFrom: TODAY, mornings: [1], afternoons: [1] };
    await asPerson(samira.id, (viewer) => setWorkingPattern(viewer, pattern));
    const before = await everything();
    expect(await asPerson(karin.id, (viewer) => setWorkingPattern(viewer, { ...pattern, mornings: [3] }))).toEqual({ ok: false, problem: "CHANGED_MEANWHILE", version: 1 });
    expect(await everything()).toEqual(before);
    expect(await asPerson(karin.id, (viewer) => setWorkingPattern(viewer, { ...pattern, version: 1, mornings: [3] }))).toMatchObject({ ok: true });
  });

  test("of the past stay what they were, and only what is to come is dropped", async () => {
    const { samira } = await teamWorld();
    const before = await everything();
    expect(await asPerson(samira.id, (viewer) => setWorkingPattern(viewer, { personId: samira.id, version: 0, validFrom: "2026-11-09", mornings: [1], afternoons: [] }))).toEqual({ ok: false, problem: "TOO_EARLY" });
    const { id } = await operatorDatabase().workingPattern.findFirstOrThrow({ where: { personId: samira.id }, select: { id: true } });
    expect(await asPerson(samira.id, (viewer) => dropWorkingPattern(viewer, { personId: samira.id, patternId: id }))).toEqual({ ok: false, problem: "NOT_COMING" });
    expect(await everything()).toEqual(before);
  });
});

describe("somebody else's availability", () => {
  test("is changed by guides of a samenwerkingsverband that person works for", async () => {
    const { samira, karin } = await teamWorld();
    expect(await asPerson(karin.id, away(samira.id))).toEqual({ ok: true, personId: samira.id });
    expect(await asPerson(karin.id, (viewer) => changeMostMeetings(viewer, { personId: samira.id, version: 0, most: 2 }))).toMatchObject({ ok: true });
    expect(await asPerson(samira.id, (viewer) => findAvailability(viewer, samira.id))).toMatchObject({ mostMeetings: 2, usualMost: 3, absences: [{ ...WEEK, replacement: null }] });
  });

  test("is changed by no colleague, by no guide of elsewhere, and by nobody after the last day", async () => {
    const { samira, noor, joke, consortiumId } = await teamWorld();
    const [stranger, organiser, administrator] = [await makePerson(), await makePerson(), await makePerson()];
    await makeRole((await makeConsortium()).id, stranger.id, "PROCESS_COACH");
    await makeRole(consortiumId, organiser.id, "ORGANISER", { lastDay: "2026-11-09" });
    await makeRole(consortiumId, administrator.id, "ADMINISTRATOR");
    await asPerson(samira.id, away(samira.id));
    const { id } = await operatorDatabase().absence.findFirstOrThrow({ where: { personId: samira.id }, select: { id: true } });
    for (const somebody of [noor, joke, stranger, organiser, administrator]) {
      await refuses(somebody.id, away(samira.id, { firstDay: "2026-12-01", lastDay: "2026-12-02" }));
      await refuses(somebody.id, (viewer) => setWorkingPattern(viewer, { personId: samira.id, version: 0, validFrom: TODAY, mornings: [1], afternoons: [] }));
      await refuses(somebody.id, (viewer) => changeMostMeetings(viewer, { personId: samira.id, version: 0, most: 1 }));
      await refuses(somebody.id, (viewer) => changeAbsence(viewer, { absenceId: id, version: 1, ...WEEK, replacementId: null }));
      await refuses(somebody.id, (viewer) => withdrawAbsence(viewer, { absenceId: id }));
      expect(await asPerson(somebody.id, (viewer) => findAvailability(viewer, samira.id))).toBeNull();
      expect(await asPerson(somebody.id, (viewer) => findAbsence(viewer, id))).toBeNull();
      expect(await asPerson(somebody.id, (viewer) => listReplacements(viewer, samira.id))).toEqual([]);
    }
  });

  test("cannot be written past the commands either", async () => {
    const { samira, noor } = await teamWorld();
    const before = await everything();
    const row = { personId: samira.id, firstDay: dayForDatabase(WEEK.firstDay), lastDay: dayForDatabase(WEEK.lastDay) };
    await expect(asPerson(noor.id, (viewer) => viewer.db.absence.createMany({ data: [row] }))).rejects.toThrow();
    await expect(asPerson(noor.id, (viewer) => viewer.db.workingPattern.createMany({ data: [{ personId: samira.id, validFrom: dayForDatabase(TODAY), mornings: [1], afternoons: [1] }] }))).rejects.toThrow();
    expect(await asPerson(noor.id, (viewer) => viewer.db.workingPattern.deleteMany({ where: { personId: samira.id } }))).toEqual({ count: 0 });
    expect(await everything()).toEqual(before);
  });
});

describe("an absence", () => {
  test("is seen by the own team and its guides, by nobody else, and when it is over by nobody but oneself", async () => {
    const { samira, noor, karin, consortiumId } = await teamWorld();
    const { planner } = await otherTeam((await makePerson()).id, { name: "De Schelp", consortiumId });
    const elsewhere = await teamWorld();
    await asPerson(samira.id, away(samira.id));
    await operatorDatabase().absence.create({ data: { personId: samira.id, firstDay: dayForDatabase("2026-10-01"), lastDay: dayForDatabase("2026-10-02") } });
    const seen = (by: string) => asPerson(by, (viewer) => viewer.db.absence.count({ where: { personId: samira.id } }));
    expect([await seen(samira.id), await seen(noor.id), await seen(karin.id)]).toEqual([2, 1, 1]);
    expect([await seen(planner.id), await seen(elsewhere.noor.id), await seen(elsewhere.karin.id)]).toEqual([0, 0, 0]);
  });

  test("is one on each day, so that it is clear who comes instead", async () => {
    const { samira } = await teamWorld();
    await asPerson(samira.id, away(samira.id));
    const before = await everything();
    expect(await asPerson(samira.id, away(samira.id, { firstDay: WEEK.lastDay, lastDay: "2026-11-30" }))).toEqual({ ok: false, problem: "OVERLAPS" });
    expect(await everything()).toEqual(before);
    expect(await asPerson(samira.id, away(samira.id, { firstDay: "2026-11-28", lastDay: "2026-11-30" }))).toMatchObject({ ok: true });
  });

  test("names a replacement of the same team or the same work, who can then be reached by the team", async () => {
    const { samira, noor, consortiumId, team, functions } = await teamWorld();
    const cjg = await makeOrganisation(consortiumId, "CJG Duinstreek");
    await operatorDatabase().membership.updateMany({ where: { personId: samira.id }, data: { organisationId: cjg.id } });
    const yusuf = await makePerson({ name: "Yusuf Demir", phone: "06 0000 0202" });
    const { planner, team: other } = await otherTeam(yusuf.id, { name: "De Schelp", consortiumId });
    await operatorDatabase().membership.updateMany({ where: { personId: yusuf.id }, data: { organisationId: cjg.id } });
    const candidates = await asPerson(samira.id, (viewer) => listReplacements(viewer, samira.id));
    expect(candidates.map(({ name, functionName, organisationName }) => [name, functionName, organisationName])).toContainEqual(["Yusuf Demir", functions.youth.name, "CJG Duinstreek"]);
    expect(candidates.map(({ personId }) => personId)).not.toContain(planner.id);
    expect(other.id).not.toBe(team.id);

    expect(await asPerson(samira.id, away(samira.id, { replacementId: planner.id }))).toEqual({ ok: false, problem: "REPLACEMENT_UNKNOWN" });
    await expect(asPerson(samira.id, (viewer) => viewer.db.absence.createMany({ data: [{ personId: samira.id, firstDay: dayForDatabase(TODAY), lastDay: dayForDatabase(TODAY), replacementId: planner.id }] }))).rejects.toThrow();
    expect(await asPerson(samira.id, away(samira.id, { replacementId: yusuf.id }))).toMatchObject({ ok: true });
    const seen = await asPerson(noor.id, (viewer) => findCoreTeam(viewer, team.id));
    expect(seen?.members.find(({ name }) => name === samira.name)?.absences).toEqual([{ ...WEEK, replacement: { name: "Yusuf Demir", phone: "06 0000 0202", email: yusuf.email } }]);
  });

  test("is changed from the version that was read, and withdrawn", async () => {
    const { samira } = await teamWorld();
    await asPerson(samira.id, away(samira.id));
    const { id } = await operatorDatabase().absence.findFirstOrThrow({ where: { personId: samira.id }, select: { id: true } });
    const shorter = (version: number) => (viewer: Viewer) => changeAbsence(viewer, { absenceId: id, version, firstDay: WEEK.firstDay, lastDay: "2026-11-24", replacementId: null });
    expect(await asPerson(samira.id, shorter(1))).toMatchObject({ ok: true });
    expect(await asPerson(samira.id, shorter(1))).toEqual({ ok: false, problem: "CHANGED_MEANWHILE", version: 2 });
    expect(await asPerson(samira.id, (viewer) => withdrawAbsence(viewer, { absenceId: id }))).toMatchObject({ ok: true });
    expect(await operatorDatabase().absence.count({ where: { personId: samira.id } })).toBe(0);
  });
});

describe("a meeting with somebody who is away", () => {
  test("is asked about before it is planned, who is needed first", async () => {
    const { samira, noor, joke, team } = await teamWorld();
    await asPerson(samira.id, away(samira.id));
    await operatorDatabase().workingPattern.updateMany({ where: { personId: noor.id }, data: { mornings: [2], afternoons: [] } });
    const plan = planOf(team.id, [noor.id, samira.id, joke.id]);
    const asked = await asPerson(noor.id, (viewer) => scheduleMeeting(viewer, plan));
    expect(asked).toMatchObject({ ok: false, problem: "NEEDS_CONFIRMATION", warnings: [{ code: "UNAVAILABLE", name: noor.name, why: { part: "AFTERNOON" } }, { code: "UNAVAILABLE", name: samira.name, why: { reason: "ABSENT" } }] });
    expect(await operatorDatabase().meeting.count({ where: { coreTeamId: team.id } })).toBe(0);
    const confirmed = "warnings" in asked ? asked.warnings.map(({ key }) => key) : [];
    expect(await asPerson(noor.id, (viewer) => scheduleMeeting(viewer, { ...plan, confirmed }))).toMatchObject({ ok: true });
  });

  test("shows so to whoever may move it, and not to partners", async () => {
    const { samira, noor, joke, karin, team } = await teamWorld();
    const done = await asPerson(noor.id, (viewer) => scheduleMeeting(viewer, planOf(team.id, [noor.id, samira.id])));
    if (!done.ok) throw new Error("Not planned.");
    await asPerson(samira.id, away(samira.id, { replacementId: joke.id }));
    const seen = async (by: string) => (await asPerson(by, (viewer) => findMeeting(viewer, team.id, done.meetingId)))?.invitees.find(({ name }) => name === samira.name)?.unavailable;
    const why = { reason: "ABSENT", lastDay: WEEK.lastDay, replacement: joke.name };
    expect([await seen(noor.id), await seen(karin.id), await seen(joke.id)]).toEqual([why, why, null]);
    expect((await asPerson(noor.id, (viewer) => listMeetings(viewer, team.id, "coming", 1))).meetings).toMatchObject([{ unavailable: 1 }]);
  });
});

describe("study days", () => {
  test("are told by the own school and its guides, warn who plans, and are of the own school only", async () => {
    const { noor, samira, karin, team } = await teamWorld();
    const elsewhere = await teamWorld();
    const day = { name: "Studiedag rekenen", firstDay: "2026-11-24", lastDay: "2026-11-24" };
    const add = (viewer: Viewer) => addStudyDay(viewer, { coreTeamId: team.id, schoolId: team.schoolId, ...day });
    await refuses(samira.id, add, "study-day:manage");
    await refuses(elsewhere.noor.id, add);
    await refuses(noor.id, (viewer) => addStudyDay(viewer, { coreTeamId: team.id, schoolId: elsewhere.team.schoolId, ...day }));
    expect(await asPerson(noor.id, add)).toMatchObject({ ok: true });
    expect(await asPerson(karin.id, add)).toEqual({ ok: false, problem: "OVERLAPS" });
    expect(await asPerson(samira.id, (viewer) => findTeamStudyDays(viewer, team.id, 2026))).toMatchObject({ studyDays: [day] });
    expect(await asPerson(elsewhere.karin.id, (viewer) => findTeamStudyDays(viewer, team.id, 2026))).toBeNull();
    const { id } = await operatorDatabase().studyDay.findFirstOrThrow({ where: { schoolId: team.schoolId }, select: { id: true } });
    await refuses(elsewhere.noor.id, (viewer) => changeStudyDay(viewer, { coreTeamId: elsewhere.team.id, studyDayId: id, ...day }));
    expect(await asPerson(elsewhere.noor.id, (viewer) => viewer.db.studyDay.count())).toBe(0);
    expect(await asPerson(noor.id, (viewer) => scheduleMeeting(viewer, planOf(team.id, [noor.id])))).toMatchObject({ problem: "NEEDS_CONFIRMATION", warnings: [{ code: "STUDY_DAY", name: day.name }] });
  });
});

describe("holidays", () => {
  const YEAR = { from: "2026-08-01", until: "2027-07-31" };

  test("of the country are corrected and added to for one samenwerkingsverband only", async () => {
    const [here, there] = [await teamWorld(), await teamWorld()];
    const daan = await makePerson();
    await makeRole(here.consortiumId, daan.id, "ORGANISER");
    const seen = async ({ noor, consortiumId }: typeof here) =>
      (await asPerson(noor.id, (viewer) => listHolidays(viewer, { ...YEAR, calendar: { consortiumId, regions: ["Noord"], schoolIds: [] } }))).map(({ name, firstDay, lastDay }) => `${name} ${firstDay} ${lastDay}`);
    const before = await seen(there);
    expect(before).toContain("Voorjaarsvakantie 2027-02-20 2027-02-28");
    const known = await asPerson(daan.id, (viewer) => listConsortiumHolidays(viewer, here.consortiumId, 2026));
    const [spring, easter] = ["Voorjaarsvakantie", "Tweede Paasdag"].map((name) => known.find((each) => each.name === name)?.id ?? "");
    const consortiumId = here.consortiumId;
    await asPerson(daan.id, (viewer) => correctHoliday(viewer, { consortiumId, holidayId: spring ?? "", name: "Krokusvakantie", firstDay: "2027-02-13", lastDay: "2027-02-21", open: false }));
    await asPerson(daan.id, (viewer) => correctHoliday(viewer, { consortiumId, holidayId: easter ?? "", name: "Tweede Paasdag", firstDay: "2027-03-29", lastDay: "2027-03-29", open: true }));
    await asPerson(daan.id, (viewer) => addHoliday(viewer, { consortiumId, name: "Bestuursdag", firstDay: "2027-03-11", lastDay: "2027-03-11" }));
    const after = await seen(here);
    expect(after).toEqual(expect.arrayContaining(["Krokusvakantie 2027-02-13 2027-02-21", "Bestuursdag 2027-03-11 2027-03-11"]));
    expect(after.filter((each) => /Voorjaarsvakantie|Tweede Paasdag/.test(each))).toEqual([]);
    expect(await seen(there)).toEqual(before);

    const again = (await asPerson(daan.id, (viewer) => listConsortiumHolidays(viewer, consortiumId, 2026))).find(({ id }) => id === spring);
    await asPerson(daan.id, (viewer) => removeHoliday(viewer, { holidayId: again?.correction?.id ?? "" }));
    expect(await seen(here)).toContain("Voorjaarsvakantie 2027-02-20 2027-02-28");
  });

  test("of the country itself are changed by nobody", async () => {
    const { consortiumId, noor } = await teamWorld();
    const daan = await makePerson();
    await makeRole(consortiumId, daan.id, "ORGANISER");
    const { id } = await operatorDatabase().holiday.findFirstOrThrow({ select: { id: true } });
    await refuses(daan.id, (viewer) => removeHoliday(viewer, { holidayId: id }));
    await refuses(noor.id, (viewer) => addHoliday(viewer, { consortiumId, name: "Vrij", firstDay: "2027-03-11", lastDay: "2027-03-11" }));
    await expect(asPerson(daan.id, (viewer) => viewer.db.holiday.deleteMany({ where: { id } }))).rejects.toThrow();
  });
});

describe("the question to the slot finder", () => {
  const wish: SlotWish = { invitees: null, from: "2026-11-16", until: "2026-12-18", minutes: 75, form: "LIVE", place: "De Wilgen, Dorpsstraat 1", besides: null, alsoOnMeetingDays: false, around: null, limit: 6 };

  async function planned() {
    const world = await teamWorld();
    const { planner, team: other } = await otherTeam(world.samira.id, { name: "De Schelp", consortiumId: world.consortiumId });
    const abroad = await otherTeam(world.samira.id, { name: "Verborgen School" });
    const plan = async (by: string, coreTeamId: string, start: string, place: string) => asPerson(by, (viewer) => scheduleMeeting(viewer, planOf(coreTeamId, [world.samira.id], { start, place })));
    await plan(planner.id, other.id, "09:00", "OBS De Schelp, teamkamer");
    await plan(abroad.planner.id, abroad.team.id, "11:00", "De  Wilgen, lokaal 3");
    await asPerson(world.samira.id, away(world.samira.id, { firstDay: "2026-12-01", lastDay: "2026-12-02", replacementId: world.joke.id }));
    await asPerson(world.joke.id, (viewer) => changeMostMeetings(viewer, { personId: world.joke.id, version: 0, most: 1 }));
    return world;
  }

  test("holds who is needed how, when they work and are away, and who stands in with the same of that person", async () => {
    const { noor, samira, joke, team } = await planned();
    const asked = await asPerson(noor.id, (viewer) => findSlotQuestion(viewer, team.id, wish));
    expect(asked).toMatchObject({ minutes: 75, travelMinutes: 30, place: "0", closedDays: [] });
    const invitee = asked?.invitees.find(({ personId }) => personId === samira.id);
    expect(invitee).toMatchObject({ attendance: "REQUIRED", spells: [{ firstDay: wish.from, lastDay: wish.until }], availability: { mostMeetingsADay: 3, patterns: [{ validFrom: "2020-01-01" }] } });
    expect(invitee?.availability.absences).toMatchObject([{ firstDay: "2026-12-01", lastDay: "2026-12-02", replacement: { personId: joke.id, availability: { mostMeetingsADay: 1 } } }]);
  });

  test("tells where somebody is busy only by name within the samenwerkingsverband, and else only whether it is the same place", async () => {
    const { noor, samira, team } = await planned();
    const asked = await asPerson(noor.id, (viewer) => findSlotQuestion(viewer, team.id, wish));
    const busy = asked?.invitees.find(({ personId }) => personId === samira.id)?.availability.busy;
    expect(busy).toEqual([
      { startsAt: momentAt("2026-11-24", "09:00"), endsAt: momentAt("2026-11-24", "10:15"), at: "De Schelp", place: expect.stringMatching(/^[1-9]\d*$/) },
      { startsAt: momentAt("2026-11-24", "11:00"), endsAt: momentAt("2026-11-24", "12:15"), at: null, place: "0" },
    ]);
    expect(JSON.stringify(asked)).not.toMatch(/Verborgen|lokaal/);
  });

  test("holds the chosen people, study days, and the rules of the samenwerkingsverband", async () => {
    const { noor, samira, team, consortiumId } = await planned();
    const daan = await makePerson();
    await makeRole(consortiumId, daan.id, "ORGANISER");
    await asPerson(noor.id, (viewer) => addStudyDay(viewer, { coreTeamId: team.id, schoolId: team.schoolId, name: "Studiedag", firstDay: "2026-11-18", lastDay: "2026-11-18" }));
    expect(await asPerson(daan.id, (viewer) => changePlanningRules(viewer, { consortiumId, version: 0, mostMeetings: 2, travelMinutes: 45 }))).toEqual({ ok: true });
    expect(await asPerson(daan.id, (viewer) => changePlanningRules(viewer, { consortiumId, version: 0, mostMeetings: 4, travelMinutes: 0 }))).toMatchObject({ problem: "CHANGED_MEANWHILE", now: { mostMeetings: 2, version: 1 } });
    expect(await asPerson(noor.id, (viewer) => findPlanningRules(viewer, consortiumId))).toBeNull();
    const asked = await asPerson(noor.id, (viewer) => findSlotQuestion(viewer, team.id, { ...wish, form: "DIGITAL", place: null, invitees: new Map([[samira.id, "PREFERRED"]]) }));
    expect(asked).toMatchObject({ place: null, travelMinutes: 45, closedDays: [{ name: "Studiedag", kind: "STUDY_DAY" }], invitees: [{ personId: samira.id, attendance: "PREFERRED", availability: { mostMeetingsADay: 2 } }] });
  });

  test("holds the other meetings of the team, so that no second one of a day is offered, unless that will do", async () => {
    const { noor, samira, team } = await planned();
    const plan = (date: string) => scheduled(noor.id, planOf(team.id, [noor.id, samira.id], { date, start: "15:45" }));
    const [kept, off] = [await plan("2026-11-19"), await plan("2026-11-26")];
    await operatorDatabase().meeting.update({ where: { id: off }, data: { cancelled: true, cancelledAt: new Date(`${TODAY}T08:00:00Z`) } });
    const daysOf = async (fields: Partial<SlotWish>) => {
      const asked = await asPerson(noor.id, (viewer) => findSlotQuestion(viewer, team.id, { ...wish, from: "2026-11-16", until: "2026-11-27", limit: 100, ...fields }));
      return new Set(findSlots(asked!).moments.map(({ period }) => dayOf(period.startsAt)));
    };
    const days = await daysOf({});
    expect([days.has("2026-11-18"), days.has("2026-11-19"), days.has("2026-11-26")]).toEqual([true, false, true]);
    expect((await daysOf({ alsoOnMeetingDays: true })).has("2026-11-19")).toBe(true);
    // A meeting that is moved may stay on its day.
    expect((await daysOf({ besides: kept })).has("2026-11-19")).toBe(true);
  });

  test("is for who plans with the team, and for nobody else", async () => {
    const { samira, team } = await planned();
    const elsewhere = await teamWorld();
    for (const somebody of [samira, elsewhere.noor, elsewhere.karin]) {
      expect(await asPerson(somebody.id, (viewer) => findSlotQuestion(viewer, team.id, wish))).toBeNull();
      expect(await asPerson(somebody.id, (viewer) => viewer.db.$queryRaw`SELECT * FROM team_availability(${team.id}::uuid, '2026-11-01', '2026-12-31')`)).toEqual([]);
    }
  });

  test("takes four statements", async () => {
    const { noor, team } = await planned();
    const statements: string[] = [];
    appDatabase().$on("query" as never, ((event: { query: string }) => statements.push(event.query)) as never);
    await asPerson(noor.id, (viewer) => findSlotQuestion(viewer, team.id, wish));
    expect(statements.filter((statement) => /^\s*(SELECT|WITH)/i.test(statement) && !statement.includes("set_config"))).toHaveLength(4);
  });

  test("leaves out who has left the team before the period, and who joins after it", async () => {
    const { noor, team, functions } = await planned();
    const [left, joins] = [await makePerson(), await makePerson()];
    await makeMembership(team, left.id, { functionId: functions.youth.id, lastDay: "2026-11-15" });
    await makeMembership(team, joins.id, { functionId: functions.youth.id, firstDay: "2026-12-19" });
    const asked = await asPerson(noor.id, (viewer) => findSlotQuestion(viewer, team.id, wish));
    expect(asked?.invitees.map(({ personId }) => personId)).not.toEqual(expect.arrayContaining([left.id]));
    expect(asked?.invitees.map(({ personId }) => personId)).not.toEqual(expect.arrayContaining([joins.id]));
  });
});
