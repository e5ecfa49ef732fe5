import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/access/viewer";
import { closeCaseDiscussion } from "#lib/case-discussions/commands";
import { listCaseDiscussionsOf, listOpenCaseDiscussions } from "#lib/case-discussions/queries";
import { releaseCase, stopCase } from "#lib/case-stops/commands";
import { disconnect, operatorDatabase } from "#lib/db";
import { setAtPlay } from "#lib/follow-up/commands";
import { setAtPlaySchema } from "#lib/follow-up/schema";
import { askForPerspectives, revealPerspectives, savePerspective } from "#lib/perspectives/commands";
import { listAskedPerspectives } from "#lib/perspectives/queries";
import { asPerson } from "#tests/support/as-person";
import { makeCase } from "#tests/support/builders";
import { type CaseWorld, caseWorld, MEETING_DAY, meetingLike, sharedCase, startedCase, TODAY, versionOf } from "#tests/support/case-world";
import { asForm, signIn } from "#tests/support/meeting-world";
import { ownDatabase } from "#tests/support/own-database";

let world: CaseWorld;
let owner: pg.Client;
/** A shared casus of Noor, new for each test. */
let id: string;

beforeAll(async () => {
  process.env.REFERENCE_DATE = TODAY;
  owner = new pg.Client({ connectionString: (await ownDatabase()).ownerUrl });
  await owner.connect();
  world = await caseWorld();
});

beforeEach(async () => {
  await owner.query("TRUNCATE case_discussion CASCADE");
  id = await sharedCase(idOf("noor"), world.meeting.id);
});

afterAll(async () => {
  await owner.end();
  await disconnect();
});

type Person = keyof CaseWorld["people"];
const others = ["endedYesterday", "startsTomorrow", "ofSibling", "processCoach", "organiser", "board", "administrator"] as const;
const idOf = (person: Person) => world.people[person].id;
const as = async <T extends { ok: boolean }>(person: Person, run: (viewer: Viewer) => Promise<T>) => asForm(await signIn(idOf(person)), run);
const ask = (person: Person = "noor", discussionId = id) => as(person, (viewer) => askForPerspectives(viewer, { discussionId }));
const write = (person: Person, perspective: string | null = "Thuis is het druk.", version = 0) => as(person, (viewer) => savePerspective(viewer, { discussionId: id, version, revealed: "no", perspective, perspectiveReason: null }));
const asked = (person: Person) => asPerson(idOf(person), (viewer) => listAskedPerspectives(viewer));
const waits = async (person: Person) => (await asked(person)).length;
const lacks = async (person: Person) => (await asPerson(idOf(person), (viewer) => listCaseDiscussionsOf(viewer, world.meeting.id))).map((each) => each.lacksOwnPerspective);
const open = (person: Person) => asPerson(idOf(person), (viewer) => listOpenCaseDiscussions(viewer, [world.team.id]));

/** Another meeting of the team. */
async function meetingOn(day: string, fields: { cancelled?: boolean } = {}): Promise<string> {
  return (await operatorDatabase().meeting.create({ data: { ...await meetingLike(world.meeting.id, day), theme: null, ...fields }, select: { id: true } })).id;
}

describe("an asked perspective waits on the home page", () => {
  test("of everybody at the table who did not write, by who asked, alias and school; not of who asks, and of nobody else", async () => {
    for (const person of ["noor", "samira", "joinedAfter", ...others] as const) expect(await asked(person), person).toEqual([]);
    await ask();
    const line = { id, alias: expect.stringMatching(/^Casus 26-/), team: { id: world.team.id, name: "OBS De Wilgen" }, meetingId: world.meeting.id, askedBy: "Noor de Wit", meetingDay: MEETING_DAY };
    for (const person of ["samira", "joinedAfter"] as const) expect(await asked(person), person).toEqual([line]);
    for (const person of ["noor", ...others] as const) expect(await asked(person), person).toEqual([]);
  });

  test("until it is written, and again when it was taken back", async () => {
    await ask();
    await write("samira");
    expect([await waits("samira"), await waits("joinedAfter")]).toEqual([0, 1]);
    await write("samira", null, 1);
    expect(await waits("samira")).toBe(1);
  });

  test.each([
    ["revealed", () => as("noor", (viewer) => revealPerspectives(viewer, { discussionId: id }))],
    ["closed", () => as("noor", async (viewer) => closeCaseDiscussion(viewer, { discussionId: id, version: await versionOf(id) }))],
    ["stopped", () => as("joinedAfter", (viewer) => stopCase(viewer, { discussionId: id }))],
    ["erased", () => owner.query("SELECT erase_case($1, now(), 'operator', 'test')", [id])],
    ["at a meeting that is off", () => owner.query("UPDATE meeting SET cancelled = true, cancelled_at = now() WHERE id = $1", [world.meeting.id])],
  ])("and no longer once the casus is %s", async (_, end) => {
    await ask();
    expect(await waits("samira")).toBe(1);
    await end();
    expect(await waits("samira")).toBe(0);
    await owner.query("UPDATE meeting SET cancelled = false, cancelled_at = NULL WHERE id = $1", [world.meeting.id]);
  });

  test("is forgotten, with who asked, when the casus is given back, and is asked anew", async () => {
    await ask();
    await as("samira", (viewer) => stopCase(viewer, { discussionId: id }));
    await as("processCoach", (viewer) => releaseCase(viewer, { discussionId: id }));
    expect(await operatorDatabase().caseDiscussion.findUniqueOrThrow({ where: { id }, select: { perspectivesAskedAt: true, perspectivesAskedById: true } })).toEqual({ perspectivesAskedAt: null, perspectivesAskedById: null });
    await operatorDatabase().caseDiscussion.update({ where: { id }, data: { sharedAt: new Date() } });
    expect(await waits("samira")).toBe(0);
  });

  test("the soonest meeting first, those that are over last, and at most ten", async () => {
    const [soon, later, past] = [await meetingOn("2026-11-17"), await meetingOn("2026-12-15"), await meetingOn("2026-09-08")];
    for (const meetingId of [past, later, soon]) await ask("noor", (await makeCase(world.team, meetingId, idOf("noor"))).id);
    await ask();
    expect((await asked("samira")).map(({ meetingDay }) => meetingDay)).toEqual(["2026-11-17", "2026-12-15", MEETING_DAY, "2026-09-08"]);
    for (let count = 0; count < 9; count += 1) await ask("noor", (await makeCase(world.team, later, idOf("noor"))).id);
    expect(await waits("samira")).toBe(10);
    await owner.query("DELETE FROM case_discussion WHERE meeting_id = ANY ($1)", [[soon, later, past]]);
    await owner.query("DELETE FROM meeting WHERE id = ANY ($1)", [[soon, later, past]]);
  });

  test("still says by whom when who asked has left the team", async () => {
    await ask();
    await operatorDatabase().membership.updateMany({ where: { personId: idOf("noor"), coreTeamId: world.team.id }, data: { lastDay: new Date("2026-11-09") } });
    expect((await asked("samira")).map(({ askedBy }) => askedBy)).toEqual(["Noor de Wit"]);
    await operatorDatabase().membership.updateMany({ where: { personId: idOf("noor"), coreTeamId: world.team.id }, data: { lastDay: null } });
  });
});

describe("the list of a meeting", () => {
  test("tells each at the table that the own perspective is missing, whether it was asked or not", async () => {
    for (const person of ["noor", "samira", "joinedAfter"] as const) expect(await lacks(person), person).toEqual([true]);
    await write("samira");
    expect([await lacks("samira"), await lacks("noor")]).toEqual([[false], [true]]);
    await as("noor", (viewer) => revealPerspectives(viewer, { discussionId: id }));
    expect([await lacks("joinedAfter"), await lacks("noor")]).toEqual([[false], [false]]);
  });

  test("says nothing of it at a concept or a closed casus", async () => {
    await startedCase(idOf("noor"), world.meeting.id);
    await as("noor", async (viewer) => closeCaseDiscussion(viewer, { discussionId: id, version: await versionOf(id) }));
    const lines = await asPerson(idOf("noor"), (viewer) => listCaseDiscussionsOf(viewer, world.meeting.id, { concepts: true }));
    expect(lines.map(({ state, lacksOwnPerspective }) => [state, lacksOwnPerspective]).toSorted()).toEqual([["CLOSED", false], ["CONCEPT", false]]);
  });
});

describe("open casussen on the home page", () => {
  test("are those that the list of their meeting shows to the same person, with who is to act, and no text", async () => {
    await as("noor", (viewer) => setAtPlay(viewer, setAtPlaySchema.parse({ discussionId: id, version: "0", to: `function:${world.functions.youth.id}` })));
    const concept = await startedCase(idOf("samira"), world.meeting.id);
    const shared = { id, state: "OPEN", stage: "MIDDLE", team: { id: world.team.id, name: "OBS De Wilgen" }, meeting: { id: world.meeting.id, day: MEETING_DAY }, followUp: { atPlay: { name: "CJG-coach" }, progress: null } };
    for (const person of ["noor", "joinedAfter"] as const) expect(await open(person), person).toMatchObject([shared]);
    expect(await open("samira")).toMatchObject([shared, { id: concept, state: "CONCEPT" }]);
    for (const person of others) expect(await open(person), person).toEqual([]);
    expect(JSON.stringify(await open("samira"))).not.toMatch(/vaak moe|buiten|tijd te komen/);
    for (const person of ["noor", "samira", "joinedAfter"] as const) {
      const atMeeting = await asPerson(idOf(person), (viewer) => listCaseDiscussionsOf(viewer, world.meeting.id, { concepts: true }));
      expect((await open(person)).map(({ team: _team, meeting: _meeting, ...line }) => line), person).toEqual(atMeeting);
    }
  });

  test.each([
    ["closed", () => as("noor", async (viewer) => closeCaseDiscussion(viewer, { discussionId: id, version: await versionOf(id) }))],
    ["stopped", () => as("samira", (viewer) => stopCase(viewer, { discussionId: id }))],
    ["erased", () => owner.query("SELECT erase_case($1, now(), 'operator', 'test')", [id])],
  ])("no longer once one is %s", async (_, end) => {
    expect(await open("samira")).toHaveLength(1);
    await end();
    expect(await open("samira")).toEqual([]);
  });

  test("come from the core teams that are asked for alone, those of a meeting to come first", async () => {
    const soon = await meetingOn("2026-11-17");
    const past = await meetingOn("2026-09-08");
    const later = await meetingOn("2026-12-15");
    for (const meetingId of [past, later, soon]) await makeCase(world.team, meetingId, idOf("noor"));
    expect((await open("noor")).map(({ meeting }) => meeting.day)).toEqual(["2026-11-17", "2026-12-15", MEETING_DAY, "2026-09-08"]);
    expect(await asPerson(idOf("noor"), (viewer) => listOpenCaseDiscussions(viewer, []))).toEqual([]);
  });
});
