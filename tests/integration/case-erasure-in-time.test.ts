import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { saveCasePartAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/edit/actions";
import { startCaseDiscussion } from "#lib/case-discussions/commands";
import { disconnect, operatorDatabase } from "#lib/db";
import { env } from "#lib/env";
import { listCasesToErase } from "#lib/case-retention/queries";
import { newFormKey } from "#lib/forms/form-key";
import { eraseDueCases } from "#lib/jobs/case-erasure";
import { tidyUp } from "#lib/jobs/housekeeping";
import { asPerson } from "#tests/support/as-person";
import { makeCase } from "#tests/support/builders";
import { type CaseWorld, caseWorld, meetingLike, opened, sharedCase, startedCase, TODAY } from "#tests/support/case-world";
import { ownDatabase } from "#tests/support/own-database";
import { PLANTED } from "#tests/support/planted-case";
import { sendForm } from "#tests/support/send-form";

const request = vi.hoisted(() => ({ path: "", origin: "" }));

// The only things of Next that an action needs: here a form is only sent after its session ended.
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => undefined }),
  headers: async () => new Headers({ origin: request.origin, "x-path": request.path }),
}));
vi.mock("next/cache", () => ({ refresh: () => undefined }));

let world: CaseWorld;
let owner: pg.Client;

/** The meeting of these tests was on 6 October 2026: its casussen are erased on 31 July 2028. */
const THE_DAY = new Date("2028-07-30T22:01:00Z");

beforeAll(async () => {
  process.env.REFERENCE_DATE = TODAY;
  process.env.LOG_LEVEL = "silent";
  const { ownerUrl } = await ownDatabase();
  owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  world = await caseWorld();
  request.origin = env().APP_URL;
});

beforeEach(async () => {
  await owner.query("TRUNCATE case_discussion, agreement, form_draft, form_submission CASCADE");
  await owner.query("DELETE FROM pgboss.job");
  await owner.query("DELETE FROM case_retention");
  await owner.query("UPDATE meeting SET starts_at = '2026-10-06T12:00Z', ends_at = '2026-10-06T13:00Z' WHERE id = $1", [world.meeting.id]);
});

afterAll(async () => {
  await owner.end();
  await disconnect();
});

const idOf = (person: keyof CaseWorld["people"]) => world.people[person].id;
const at = (id: string) => ({ coreTeamId: world.team.id, meetingId: world.meeting.id, discussionId: id });
const plainCase = (writer: "noor" | "samira" = "noor") => makeCase(world.team, world.meeting.id, idOf(writer), { answers: { question: PLANTED } });
const rowOf = (id: string) => operatorDatabase().caseDiscussion.findUniqueOrThrow({ where: { id } });

describe("a casus is erased in time", () => {
  const settle = (term: string, changedOn: string) => owner.query("INSERT INTO case_retention (consortium_id, term, changed_on) VALUES ($1, $2::\"RetentionTerm\", $3)", [world.consortiumId, term, changedOn]);
  const due = async (day: string) => (await eraseDueCases(new Date(`${day}T10:00:00Z`))) === 1;

  test.each([
    ["SCHOOL_YEAR", "2026-09-01", "2027-07-30", "2027-07-31"],
    ["SIX_MONTHS", "2026-09-01", "2027-04-05", "2027-04-06"],
    ["THREE_MONTHS", "2026-09-01", "2027-01-05", "2027-01-06"],
    ["THREE_MONTHS", "2027-03-01", "2027-03-14", "2027-03-15"],
    ["THREE_MONTHS", "2028-07-25", "2028-07-30", "2028-07-31"],
  ])("by the term %s, settled on %s: not on %s, but on %s", async (term, changedOn, dayBefore, day) => {
    await settle(term, changedOn);
    await plainCase();
    expect(await due(dayBefore)).toBe(false);
    expect(await due(day)).toBe(true);
  });

  test("however far its meeting was moved: as if it was discussed within a year after it was shared", async () => {
    const id = await sharedCase(idOf("noor"), world.meeting.id);
    await owner.query("UPDATE meeting SET starts_at = '2031-03-04T12:00Z', ends_at = '2031-03-04T13:00Z' WHERE id = $1", [world.meeting.id]);
    expect(await asPerson(idOf("samira"), async (viewer) => (await opened(viewer, at(id)))?.discussion.erasesOn)).toBe("2029-07-31");
    expect(await due("2029-07-30")).toBe(false);
    expect(await due("2029-07-31")).toBe(true);
    expect(await rowOf(id)).toMatchObject({ closedAt: null, erasedAt: expect.any(Date) });
  });

  test("by the term of its own samenwerkingsverband alone", async () => {
    const elsewhere = await caseWorld();
    await settle("THREE_MONTHS", "2026-09-01");
    const [{ id: here }, { id: there }] = [await plainCase(), await makeCase(elsewhere.team, elsewhere.meeting.id, elsewhere.people.noor.id)];
    expect(await due("2027-01-06")).toBe(true);
    expect([(await rowOf(here)).erasedAt === null, (await rowOf(there)).erasedAt === null]).toEqual([false, true]);
  });

  test("when nobody shared it, thirty days after it was made and as a whole, with what was left in its forms", async () => {
    const id = await startedCase(idOf("noor"), world.meeting.id);
    await operatorDatabase().caseDiscussion.update({ where: { id }, data: { createdAt: new Date(Date.now() - 2 * 365 * 86_400_000) } });
    request.path = `/core-teams/${world.team.id}/meetings/${world.meeting.id}/case-discussions/${id}/edit/situation`;
    await sendForm(saveCasePartAction, { discussionId: id, part: "SITUATION", version: "0", situation: PLANTED, formKey: newFormKey(idOf("noor")) });
    expect(await operatorDatabase().formDraft.count()).toBe(1);
    await tidyUp();
    expect([await operatorDatabase().caseDiscussion.count(), await operatorDatabase().caseText.count(), await operatorDatabase().formDraft.count()]).toEqual([0, 0, 0]);
  });

  test.each([25, -25])("and not while the worker's clock is %d hours ahead of the database's", async (hours) => {
    const [{ id }, concept] = [await plainCase(), await startedCase(idOf("noor"), world.meeting.id)];
    await operatorDatabase().caseDiscussion.update({ where: { id: concept }, data: { createdAt: new Date(Date.now() - 2 * 365 * 86_400_000) } });
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + hours * 3_600_000 });
    try {
      await expect(eraseDueCases(THE_DAY)).rejects.toThrow("clock");
      await expect(tidyUp()).rejects.toThrow("clock");
    } finally {
      vi.useRealTimers();
    }
    expect([(await rowOf(id)).erasedAt, (await rowOf(concept)).erasedAt]).toEqual([null, null]);
    expect(await eraseDueCases(THE_DAY)).toBe(1);
    await tidyUp();
    expect(await operatorDatabase().caseDiscussion.count({ where: { id: concept } })).toBe(0);
  });

  test("and is told four weeks ahead on the home page of who leads it, by alias", async () => {
    const { id } = await plainCase("samira");
    const told = async (person: keyof CaseWorld["people"]) => (await asPerson(idOf(person), (viewer) => listCasesToErase(viewer))).map((each) => [each.id, each.on]);
    expect(await told("samira")).toEqual([]);
    // Settled today, so that it goes in two weeks.
    await settle("THREE_MONTHS", TODAY);
    await owner.query("UPDATE meeting SET starts_at = starts_at - interval '3 months', ends_at = ends_at - interval '3 months' WHERE id = $1", [world.meeting.id]);
    expect(await told("samira")).toEqual([[id, "2026-11-24"]]);
    expect(await told("noor")).toEqual([[id, "2026-11-24"]]);
    for (const person of ["joinedAfter", "endedYesterday", "ofSibling", "processCoach", "administrator", "board"] as const) expect(await told(person), person).toEqual([]);
    expect(await asPerson(idOf("samira"), async (viewer) => (await opened(viewer, at(id)))?.discussion.erasesOn)).toBe("2026-11-24");
  });

  test("and is told so of one whose meeting was moved far ahead", async () => {
    const { id } = await makeCase(world.team, world.meeting.id, idOf("noor"), { sharedAt: new Date("2025-08-20T10:00:00Z") });
    await owner.query("UPDATE meeting SET starts_at = '2031-03-04T12:00Z', ends_at = '2031-03-04T13:00Z' WHERE id = $1", [world.meeting.id]);
    // Counted from 20 August 2026, and told for two weeks.
    await settle("THREE_MONTHS", "2026-10-01");
    const toErase = await asPerson(idOf("noor"), (viewer) => listCasesToErase(viewer));
    expect(toErase.map((each) => [each.id, each.on])).toEqual([[id, "2026-11-20"]]);
  });

  test("and none begins at a meeting so long ago that it would be erased at once", async () => {
    const old = await operatorDatabase().meeting.create({ data: { ...await meetingLike(world.meeting.id, "2025-09-23"), theme: null }, select: { id: true } });
    const begin = (meetingId: string) => asPerson(idOf("noor"), (viewer) => startCaseDiscussion(viewer, { meetingId, goesWell: "Speelt graag buiten.", goesWellReason: null }));
    expect(await begin(old.id)).toMatchObject({ ok: true });
    await settle("SIX_MONTHS", "2026-01-01");
    const before = await operatorDatabase().caseDiscussion.count();
    expect(await begin(old.id)).toEqual({ ok: false, problem: "TOO_LONG_AGO" });
    expect(await operatorDatabase().caseDiscussion.count()).toBe(before);
  });
});
