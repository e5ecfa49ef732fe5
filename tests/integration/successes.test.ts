import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/access/viewer";
import { keptValue } from "#lib/anonymity/findings";
import { closeCaseDiscussion } from "#lib/case-discussions/commands";
import { disconnect, operatorDatabase } from "#lib/db";
import { NotFoundError } from "#lib/errors";
import { writeLesson } from "#lib/follow-up/commands";
import { writeLessonSchema } from "#lib/follow-up/schema";
import { changeSuccess, writeSuccess } from "#lib/successes/commands";
import { countSuccesses, findOwnSuccess, findSuccessTeam, listSuccesses, listSuccessesSince, listYearInWords, SUCCESSES_A_PAGE } from "#lib/successes/queries";
import { changeSuccessSchema, writeSuccessSchema } from "#lib/successes/schema";
import { asPerson } from "#tests/support/as-person";
import { makeMeeting } from "#tests/support/builders";
import { type CaseWorld, caseWorld, sharedCase, TODAY, versionOf } from "#tests/support/case-world";
import { asForm, signIn } from "#tests/support/meeting-world";
import { ownDatabase } from "#tests/support/own-database";

let world: CaseWorld;
let app: pg.Client;

beforeAll(async () => {
  process.env.REFERENCE_DATE = TODAY;
  app = new pg.Client({ connectionString: (await ownDatabase()).appUrl });
  await app.connect();
  world = await caseWorld();
});

beforeEach(async () => {
  await operatorDatabase().teamSuccess.deleteMany();
  await operatorDatabase().caseLesson.deleteMany();
});

afterAll(async () => {
  await app.end();
  await disconnect();
});

type Person = keyof CaseWorld["people"];
const others = ["endedYesterday", "startsTomorrow", "ofSibling", "processCoach", "organiser", "board", "administrator"] as const;
const idOf = (person: Person) => world.people[person].id;
const YEAR = 2026;

async function tryAs<T extends { ok: boolean }>(person: Person, run: (viewer: Viewer) => Promise<T>): Promise<T> {
  return asForm(await signIn(idOf(person)), run);
}

const write = (person: Person, text: string, fields: Record<string, string> = {}) =>
  tryAs(person, (viewer) => writeSuccess(viewer, writeSuccessSchema.parse({ coreTeamId: world.team.id, text, ...fields })));
const change = (person: Person, successId: string, text: string, version = 1) =>
  tryAs(person, (viewer) => changeSuccess(viewer, changeSuccessSchema.parse({ successId, version: String(version), text })));
const learn = (person: Person, discussionId: string, fields: Record<string, string>, version = 0) =>
  tryAs(person, (viewer) => writeLesson(viewer, writeLessonSchema.parse({ discussionId, version: String(version), ...fields })));
const seenBy = (person: Person, { schoolYear = YEAR, page = 1 } = {}) => asPerson(idOf(person), (viewer) => listSuccesses(viewer, { coreTeamId: world.team.id, schoolYear, page }));
const wordsFor = (person: Person) => asPerson(idOf(person), (viewer) => listYearInWords(viewer, { coreTeamId: world.team.id, schoolYear: YEAR }));
const countedBy = (person: Person) => asPerson(idOf(person), (viewer) => countSuccesses(viewer, world.team.id));
const added = (discussionId: string, at: string) => operatorDatabase().caseLesson.update({ where: { caseDiscussionId: discussionId }, data: { addedAt: new Date(at) } });
const stored = () => operatorDatabase().teamSuccess.findMany({ orderBy: { writtenAt: "asc" } });

async function written(person: Person, text: string): Promise<string> {
  expect(await write(person, text)).toEqual({ ok: true });
  return (await operatorDatabase().teamSuccess.findFirstOrThrow({ where: { text }, select: { id: true } })).id;
}

/** The SQLSTATE with which the role of the app is refused, or how many rows it touched. */
async function asRole(person: Person, sql: string, values: unknown[]): Promise<unknown> {
  await app.query("BEGIN");
  try {
    await app.query("SELECT set_config('app.person', $1, true), set_config('app.today', $2, true)", [idOf(person), TODAY]);
    return (await app.query(sql, values)).rowCount;
  } catch (error) {
    return (error as { code?: string }).code;
  } finally {
    await app.query("ROLLBACK");
  }
}

describe("a success without a casus", () => {
  test("is written by a member and seen by all of them, with its day; its writer alone may change it", async () => {
    const id = await written("samira", "Een leerkracht belde zelf.");
    expect(await seenBy("noor")).toEqual([{ id, on: TODAY, success: "Een leerkracht belde zelf.", lesson: null, casus: null, isOwn: false }]);
    expect(await seenBy("samira")).toMatchObject([{ isOwn: true }]);
    expect(await asPerson(idOf("samira"), (viewer) => findOwnSuccess(viewer, { coreTeamId: world.team.id, successId: id }))).toEqual({ text: "Een leerkracht belde zelf.", version: 1 });
    expect(await asPerson(idOf("noor"), (viewer) => findOwnSuccess(viewer, { coreTeamId: world.team.id, successId: id }))).toBeNull();
    expect(await change("samira", id, "Een leerkracht belde zelf, en op tijd.")).toMatchObject({ ok: true });
    expect(await change("samira", id, "Nog een keer.")).toEqual({ ok: false, problem: "CHANGED_MEANWHILE" });
    const before = await stored();
    await expect(change("noor", id, "Van een ander.", 2)).rejects.toThrow(NotFoundError);
    expect(await stored()).toEqual(before);
    expect(before).toMatchObject([{ text: "Een leerkracht belde zelf, en op tijd.", version: 2 }]);
    expect(await change("samira", id, "", 2)).toMatchObject({ ok: true });
    expect(await stored()).toEqual([]);
    const lines = await operatorDatabase().auditLine.findMany({ where: { objectId: id }, select: { action: true, details: true }, orderBy: { id: "asc" } });
    expect(lines).toEqual(["WRITTEN", "CHANGED", "REMOVED"].map((done) => ({ action: "success:write", details: { done } })));
  });

  test("is for the members of today: nobody else reads, counts or writes it, also not past the command", async () => {
    const id = await written("samira", "Een leerkracht belde zelf.");
    const before = await stored();
    for (const person of others) {
      expect(await seenBy(person), person).toEqual([]);
      expect(await countedBy(person), person).toEqual([]);
      expect(await wordsFor(person), person).toEqual({ successes: [], lessons: [] });
      expect(await asPerson(idOf(person), (viewer) => findSuccessTeam(viewer, world.team.id)), person).toBeNull();
      await expect(write(person, "Iets goeds."), person).rejects.toThrow(NotFoundError);
      await expect(change(person, id, "Iets anders."), person).rejects.toThrow(NotFoundError);
      expect(await asRole(person, "SELECT 1 FROM team_success", []), person).toBe(0);
    }
    const insert = "INSERT INTO team_success (consortium_id, core_team_id, text, written_by_id, written_at) VALUES ($1, $2, 'Iets', $3, now())";
    expect(await asRole("ofSibling", insert, [world.consortiumId, world.team.id, idOf("ofSibling")])).toBe("42501");
    expect(await asRole("noor", insert, [world.consortiumId, world.team.id, idOf("samira")])).toBe("42501");
    expect(await asRole("noor", "UPDATE team_success SET text = 'Iets' WHERE id = $1", [id])).toBe(0);
    expect(await asRole("noor", "DELETE FROM team_success WHERE id = $1", [id])).toBe(0);
    expect(await asRole("samira", "UPDATE team_success SET text = ' ' WHERE id = $1", [id])).toBe("23514");
    expect(await stored()).toEqual(before);
  });

  test("holds no name: refused unless explained, also one of the team", async () => {
    expect(await write("noor", "Jayden komt weer.")).toMatchObject({ problem: "FINDINGS", findings: { text: [{ text: "Jayden" }] } });
    expect(await write("noor", "Samira belde op tijd.")).toMatchObject({ problem: "FINDINGS" });
    expect(await stored()).toEqual([]);
    const refused = await write("noor", "Jayden is een methode.");
    if (refused.ok) throw new Error("It was not refused.");
    expect(await write("noor", "Jayden is een methode.", { textReason: keptValue("NOT_A_PERSON", refused.findings.text ?? []) })).toEqual({ ok: true });
    const id = (await stored())[0]?.id ?? "";
    expect(await operatorDatabase().auditLine.findMany({ where: { objectId: id }, select: { details: true } })).toEqual([{ details: { done: "WRITTEN", overridden: 1, labels: "PERSON", reasons: "NOT_A_PERSON" } }]);
    const before = await stored();
    expect(await change("noor", id, "Mees komt weer.")).toMatchObject({ problem: "FINDINGS" });
    expect(await stored()).toEqual(before);
  });
});

describe("the list of a team", () => {
  test("has the successes and lessons of casussen with those without, latest first, 25 a page and by school year", async () => {
    const casus = await sharedCase(idOf("noor"), world.meeting.id);
    await learn("noor", casus, { success: "Samen aan tafel.", lesson: "Eerder bellen." });
    await written("samira", "Een leerkracht belde zelf.");
    await added(casus, "2026-11-09T10:00:00Z");
    expect(await seenBy("noor")).toMatchObject([
      { success: "Een leerkracht belde zelf.", casus: null },
      { id: casus, on: "2026-11-09", success: "Samen aan tafel.", lesson: "Eerder bellen.", casus: { id: casus, meetingId: world.meeting.id, alias: expect.stringMatching(/^Casus 26-/) }, isOwn: false },
    ]);
    // Amsterdam time: the last moment of 31 July is of the year before.
    await added(casus, "2026-07-31T21:59:00Z");
    expect(await countedBy("noor")).toEqual([{ year: 2026, count: 1 }, { year: 2025, count: 1 }]);
    expect(await seenBy("noor", { schoolYear: 2025 })).toMatchObject([{ id: casus }]);
    await added(casus, "2026-07-31T22:00:00Z");
    expect(await countedBy("noor")).toEqual([{ year: 2026, count: 2 }]);
    for (let index = 0; index < SUCCESSES_A_PAGE; index += 1) await written("noor", `Iets wat lukte, nummer ${index}.`);
    expect([(await seenBy("noor")).length, (await seenBy("noor", { page: 2 })).length, (await seenBy("noor", { page: 3 })).length]).toEqual([SUCCESSES_A_PAGE, 2, 0]);
  });

  test("tells of a closed casus only whom may read it still", async () => {
    const casus = await sharedCase(idOf("noor"), world.meeting.id);
    await learn("noor", casus, { success: "Samen aan tafel." });
    expect(await seenBy("joinedAfter")).toHaveLength(1);
    expect(await tryAs("noor", async (viewer) => closeCaseDiscussion(viewer, { discussionId: casus, version: await versionOf(casus) }))).toMatchObject({ ok: true });
    expect(await seenBy("samira")).toHaveLength(1);
    expect(await seenBy("joinedAfter")).toEqual([]);
    expect(await wordsFor("joinedAfter")).toEqual({ successes: [], lessons: [] });
  });

  test("keeps the day on which something was added, also when it is put in other words", async () => {
    const casus = await sharedCase(idOf("noor"), world.meeting.id);
    await learn("noor", casus, { lesson: "Eerder bellen." });
    await added(casus, "2026-10-07T10:00:00Z");
    await learn("noor", casus, { lesson: "Veel eerder bellen." }, 1);
    expect(await seenBy("noor")).toMatchObject([{ on: "2026-10-07", lesson: "Veel eerder bellen." }]);
    await learn("noor", casus, { lesson: "Veel eerder bellen.", success: "Samen aan tafel." }, 2);
    expect(await seenBy("noor")).toMatchObject([{ on: TODAY }]);
    await learn("noor", casus, {}, 3);
    expect(await seenBy("noor")).toEqual([]);
  });
});

test("a meeting opens with what was added since the one before, and not with what came later", async () => {
  const coming = await makeMeeting(world.team, idOf("noor"), { day: "2026-12-08" });
  const off = await makeMeeting(world.team, idOf("noor"), { day: "2026-11-20" });
  await operatorDatabase().meeting.update({ where: { id: off.id }, data: { cancelled: true, cancelledAt: new Date() } });
  const since = (meetingId: string, person: Person = "samira") => asPerson(idOf(person), (viewer) => listSuccessesSince(viewer, { coreTeamId: world.team.id, meetingId }));
  const casus = await sharedCase(idOf("noor"), world.meeting.id);
  await learn("noor", casus, { success: "Samen aan tafel." });
  await written("noor", "Een leerkracht belde zelf.");
  expect(await since(coming.id)).toMatchObject([{ success: "Een leerkracht belde zelf." }, { success: "Samen aan tafel." }]);
  expect(await since(world.meeting.id)).toEqual([]);
  await added(casus, "2026-09-01T10:00:00Z");
  expect(await since(coming.id)).toMatchObject([{ success: "Een leerkracht belde zelf." }]);
  expect(await since(world.meeting.id)).toMatchObject([{ success: "Samen aan tafel." }]);
  for (const person of others) expect(await since(coming.id, person), person).toEqual([]);
});

test("the overview of a year has the words, and no casus, day or writer", async () => {
  const casus = await sharedCase(idOf("noor"), world.meeting.id);
  await learn("noor", casus, { success: "Samen aan tafel.", lesson: "Eerder bellen." });
  await added(casus, "2026-11-01T10:00:00Z");
  await written("samira", "Een leerkracht belde zelf.");
  expect(await wordsFor("noor")).toEqual({ successes: ["Samen aan tafel.", "Een leerkracht belde zelf."], lessons: ["Eerder bellen."] });
});
