import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/access/viewer";
import { keptValue } from "#lib/anonymity/findings";
import { closeCaseDiscussion, saveCasePart } from "#lib/case-discussions/commands";
import { hasVoices, listCaseDiscussionsOf } from "#lib/case-discussions/queries";
import { disconnect, operatorDatabase } from "#lib/db";
import { NotFoundError } from "#lib/errors";
import { setAtPlay, tellFamily, tellProgress, writeLesson } from "#lib/follow-up/commands";
import { listCandidates, listCasesToRefresh } from "#lib/follow-up/queries";
import { setAtPlaySchema, tellFamilySchema, type Progress, writeLessonSchema } from "#lib/follow-up/schema";
import { listDigests } from "#lib/jobs/weekly-digest";
import { asPerson } from "#tests/support/as-person";
import { type CaseWorld, caseWorld, everythingOfCases, opened, partOf, sharedCase, startedCase, TODAY, versionOf } from "#tests/support/case-world";
import { asForm, signIn } from "#tests/support/meeting-world";
import { ownDatabase } from "#tests/support/own-database";

let world: CaseWorld;
let app: pg.Client;
/** A shared casus of Noor, new for each test. */
let id: string;

beforeAll(async () => {
  process.env.REFERENCE_DATE = TODAY;
  app = new pg.Client({ connectionString: (await ownDatabase()).appUrl });
  await app.connect();
  world = await caseWorld();
});

beforeEach(async () => {
  await operatorDatabase().caseFollowUp.deleteMany();
  id = await sharedCase(idOf("noor"), world.meeting.id);
});

afterAll(async () => {
  await app.end();
  await disconnect();
});

type Person = keyof CaseWorld["people"];
const others = ["endedYesterday", "startsTomorrow", "ofSibling", "processCoach", "organiser", "board", "administrator"] as const;
const idOf = (person: Person) => world.people[person].id;

async function tryAs<T extends { ok: boolean }>(person: Person, run: (viewer: Viewer) => Promise<T>): Promise<T> {
  return asForm(await signIn(idOf(person)), run);
}

const put = (person: Person, to: string, version = 0) => tryAs(person, (viewer) => setAtPlay(viewer, setAtPlaySchema.parse({ discussionId: id, version: String(version), to })));
const tell = (person: Person, progress: Progress) => tryAs(person, (viewer) => tellProgress(viewer, { discussionId: id, progress }));
const feedback = (person: Person, fields: Record<string, string>) =>
  tryAs(person, (viewer) => tellFamily(viewer, tellFamilySchema.parse({ discussionId: id, version: "0", parents: "no", pupil: "no", ...fields })));
const learn = (person: Person, fields: Record<string, string>) => tryAs(person, (viewer) => writeLesson(viewer, writeLessonSchema.parse({ discussionId: id, version: "0", ...fields })));
const seenBy = async (person: Person) => (await asPerson(idOf(person), (viewer) => opened(viewer, { coreTeamId: world.team.id, meetingId: world.meeting.id, discussionId: id })))?.discussion;
const close = (person: Person = "noor") => tryAs(person, async (viewer) => closeCaseDiscussion(viewer, { discussionId: id, version: await versionOf(id) }));
const waitingFor = (person: Person) => asPerson(idOf(person), (viewer) => listCasesToRefresh(viewer));
const youth = () => `function:${world.functions.youth.id}`;

/** The SQLSTATE with which the role of the app is refused, or how many rows it touched. */
async function asRole(person: Person, sql: string, values: unknown[] = [id]): Promise<unknown> {
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

describe("who is to act", () => {
  test("is one person or one function of the team, since a day, and everybody of the team sees it", async () => {
    expect(await put("noor", youth())).toMatchObject({ ok: true, meetingId: world.meeting.id });
    expect((await seenBy("samira"))?.followUp).toMatchObject({ version: 1, atPlay: { kind: "FUNCTION", name: "CJG-coach", isYou: true, since: TODAY }, progress: null, needsRefresh: false });
    expect(await put("samira", `person:${idOf("noor")}`, 1)).toMatchObject({ ok: true });
    expect((await seenBy("joinedAfter"))?.followUp).toMatchObject({ version: 2, atPlay: { kind: "PERSON", name: "Noor de Wit", isYou: false, since: TODAY } });
    const lines = await operatorDatabase().auditLine.findMany({ where: { objectId: id, action: "follow-up:change" }, select: { details: true }, orderBy: { id: "asc" } });
    expect(lines).toEqual([{ details: { at_play: "function" } }, { details: { at_play: "person" } }]);
  });

  test("is nobody from outside the team, no organisation, and not who is to act already", async () => {
    await put("noor", youth());
    const before = await everythingOfCases();
    const { id: organisationId } = await operatorDatabase().organisation.create({ data: { consortiumId: world.consortiumId, name: "CJG", kind: "OTHER" }, select: { id: true } });
    for (const to of [`person:${idOf("endedYesterday")}`, `person:${idOf("ofSibling")}`, `organisation:${organisationId}`]) expect(await put("noor", to, 1), to).toEqual({ ok: false, problem: "NOT_IN_TEAM" });
    expect(await put("noor", youth(), 1)).toEqual({ ok: false, problem: "LIES_THERE" });
    expect(await everythingOfCases()).toEqual(before);
    expect(await asPerson(idOf("noor"), (viewer) => listCandidates(viewer, id))).toMatchObject({ people: [{ name: "Noor de Wit" }, { name: "Samira Haddou" }, { name: "Wout Nieuwkomer" }], functions: [{ name: "IB'er" }, { name: "CJG-coach" }] });
  });

  test("from an older version is refused; of many at once one wins", async () => {
    const facts = await signIn(idOf("noor"));
    const input = setAtPlaySchema.parse({ discussionId: id, version: "0", to: youth() });
    const results = await Promise.all(Array.from({ length: 8 }, () => asForm(facts, (viewer) => setAtPlay(viewer, input))));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const before = await everythingOfCases();
    expect(await put("samira", `person:${idOf("noor")}`)).toEqual({ ok: false, problem: "CHANGED_MEANWHILE" });
    expect(await everythingOfCases()).toEqual(before);
  });

  test("is for members of today, of a casus that is shared and open", async () => {
    for (const person of others) await expect(put(person, youth()), person).rejects.toThrow(NotFoundError);
    const insert = "INSERT INTO case_follow_up (case_discussion_id, consortium_id, core_team_id) VALUES ($1, $2, $3)";
    const concept = await startedCase(idOf("noor"), world.meeting.id);
    for (const person of others) expect(await asRole(person, insert, [id, world.consortiumId, world.team.id]), person).toBe("42501");
    expect(await asRole("noor", insert, [concept, world.consortiumId, world.team.id])).toBe("42501");
    await put("noor", youth());
    expect(await close()).toMatchObject({ ok: true });
    const before = await everythingOfCases();
    expect(await put("noor", `person:${idOf("noor")}`, 1)).toEqual({ ok: false, problem: "CLOSED" });
    expect(await asRole("noor", "UPDATE case_follow_up SET version = 9 WHERE case_discussion_id = $1")).toBe(0);
    expect(await everythingOfCases()).toEqual(before);
  });
});

describe("how it goes", () => {
  test("is said in one press by who is to act, and holds no content; the same again refreshes the day", async () => {
    await put("noor", youth());
    expect(await tell("samira", "UNDER_WAY")).toMatchObject({ ok: true });
    expect((await seenBy("noor"))?.followUp).toMatchObject({ version: 1, progress: { state: "UNDER_WAY", on: TODAY, by: "Samira Haddou" }, lastTold: TODAY });
    await operatorDatabase().caseFollowUp.update({ where: { caseDiscussionId: id }, data: { progressAt: new Date("2026-10-01T10:00:00Z"), atPlaySince: new Date("2026-09-01") } });
    expect((await seenBy("noor"))?.followUp).toMatchObject({ lastTold: "2026-10-01", needsRefresh: true });
    expect(await tell("joinedAfter", "UNDER_WAY")).toMatchObject({ ok: true });
    expect((await seenBy("noor"))?.followUp).toMatchObject({ progress: { on: TODAY, by: "Wout Nieuwkomer" }, needsRefresh: false });
    expect(await asPerson(idOf("noor"), (viewer) => listCaseDiscussionsOf(viewer, world.meeting.id))).toEqual(
      expect.arrayContaining([expect.objectContaining({ id, followUp: expect.objectContaining({ progress: { state: "UNDER_WAY", on: TODAY, by: "Wout Nieuwkomer" } }) })]));
  });

  test("is said by nobody else, also not past the command, nor while nobody is to act", async () => {
    expect(await tell("samira", "UNDER_WAY")).toEqual({ ok: false, problem: "NOT_AT_PLAY" });
    await put("noor", youth());
    const before = await everythingOfCases();
    expect(await tell("noor", "UNDER_WAY")).toEqual({ ok: false, problem: "NOT_AT_PLAY" });
    for (const person of others) await expect(tell(person, "UNDER_WAY"), person).rejects.toThrow(NotFoundError);
    const update = "UPDATE case_follow_up SET progress = 'COMPLETED', progress_at = now(), progress_by_id = $2 WHERE case_discussion_id = $1";
    expect(await asRole("noor", update, [id, idOf("noor")])).toBe("23514");
    expect(await asRole("noor", update, [id, idOf("samira")])).toBe("23514");
    expect(await asRole("samira", update, [id, idOf("noor")])).toBe("23514");
    expect(await asRole("samira", update, [id, idOf("samira")])).toBe(1);
    expect(await everythingOfCases()).toEqual(before);
  });

  test("begins anew with who is to act next", async () => {
    await put("noor", youth());
    await tell("samira", "COMPLETED");
    await put("samira", `person:${idOf("noor")}`, 1);
    expect((await seenBy("noor"))?.followUp).toMatchObject({ progress: null, atPlay: { name: "Noor de Wit" } });
    expect(await tell("samira", "UNDER_WAY")).toEqual({ ok: false, problem: "NOT_AT_PLAY" });
  });

  test("waits on the home page of who is to act at once, and again after four weeks, by alias only, until it is completed", async () => {
    await put("noor", youth());
    const waiting = { id, alias: expect.stringMatching(/^Casus 26-/), team: { id: world.team.id, name: "OBS De Wilgen" }, meetingId: world.meeting.id };
    expect(await waitingFor("samira")).toEqual([{ ...waiting, progress: null, lastTold: TODAY }]);
    for (const person of ["noor", ...others] as const) expect(await waitingFor(person), person).toEqual([]);

    const toldOn = (day: string) => operatorDatabase().caseFollowUp.update({ where: { caseDiscussionId: id }, data: { atPlaySince: new Date("2026-09-01"), progressAt: new Date(`${day}T09:00:00Z`) } });
    await tell("samira", "UNDER_WAY");
    await toldOn("2026-10-13");
    expect(await waitingFor("samira")).toEqual([]);
    await toldOn("2026-10-12");
    expect(await waitingFor("samira")).toEqual([{ ...waiting, progress: "UNDER_WAY", lastTold: "2026-10-12" }]);
    for (const person of ["noor", ...others] as const) expect(await waitingFor(person), person).toEqual([]);
    await tell("samira", "COMPLETED");
    await toldOn("2026-09-01");
    expect(await waitingFor("samira")).toEqual([]);
  });

  test("is counted in the weekly overview by school, and no longer for who left or of a closed casus", async () => {
    await put("noor", youth());
    await operatorDatabase().caseFollowUp.update({ where: { caseDiscussionId: id }, data: { atPlaySince: new Date("2026-10-01") } });
    const counts = async () => new Map((await listDigests(["samira", "joinedAfter", "noor", "endedYesterday"].map((person) => idOf(person as Person)), new Date(`${TODAY}T09:00:00Z`))).map(({ personId, casesToRefresh }) => [personId, casesToRefresh]));
    expect(await counts()).toEqual(new Map([[idOf("samira"), [{ teamName: "OBS De Wilgen", count: 1 }]], [idOf("joinedAfter"), [{ teamName: "OBS De Wilgen", count: 1 }]]]));
    await close();
    expect(await counts()).toEqual(new Map());
  });
});

describe("feedback to parents and pupil", () => {
  test("is written down with a day and somebody of the team, each by itself, and can be taken back", async () => {
    expect(await feedback("noor", { parents: "yes", parentsOn: "2026-11-06", parentsById: idOf("samira") })).toMatchObject({ ok: true });
    expect((await seenBy("samira"))?.followUp).toMatchObject({ version: 1, parentsTold: { on: "2026-11-06", by: { name: "Samira Haddou" } }, pupilTold: null, atPlay: null });
    expect(await feedback("samira", { version: "1", pupil: "yes", pupilOn: TODAY, pupilById: idOf("noor") })).toMatchObject({ ok: true });
    expect((await seenBy("samira"))?.followUp).toMatchObject({ version: 2, parentsTold: null, pupilTold: { on: TODAY, by: { name: "Noor de Wit" } } });
  });

  test("refuses what is missing, a day to come, and who is not of the team", async () => {
    const before = await everythingOfCases();
    expect(await feedback("noor", { parents: "yes", pupil: "yes", pupilOn: "2026-11-11", pupilById: idOf("noor") })).toEqual({ ok: false, problem: "INCOMPLETE", missing: { parentsOn: "MISSING", pupilOn: "TO_COME" } });
    expect(await feedback("noor", { parents: "yes", parentsOn: TODAY })).toEqual({ ok: false, problem: "INCOMPLETE", missing: { parentsById: "MISSING" } });
    expect(await feedback("noor", { parents: "yes", parentsOn: TODAY, parentsById: idOf("ofSibling") })).toEqual({ ok: false, problem: "NOT_IN_TEAM" });
    for (const person of others) await expect(feedback(person, {}), person).rejects.toThrow(NotFoundError);
    expect(await everythingOfCases()).toEqual(before);
  });
});

describe("a success and a lesson", () => {
  test("are kept in plain words, also after the casus closed, and stay when its text is gone", async () => {
    expect(await learn("noor", { lesson: "Eerder bellen." })).toMatchObject({ ok: true });
    await close();
    expect(await learn("samira", { version: "1", lesson: "Eerder bellen.", success: "Ouders en school zaten samen aan tafel." })).toMatchObject({ ok: true });
    await operatorDatabase().caseText.deleteMany({ where: { caseDiscussionId: id } });
    expect((await seenBy("noor"))?.lesson).toEqual({ lesson: "Eerder bellen.", success: "Ouders en school zaten samen aan tafel.", version: 2 });
    await expect(learn("joinedAfter", { version: "2" })).rejects.toThrow(NotFoundError);
  });

  test("hold no name: refused unless explained, also one of the team", async () => {
    const before = await everythingOfCases();
    expect(await learn("noor", { success: "Jayden komt weer.", lesson: "Samira eerder bellen." })).toMatchObject({ problem: "FINDINGS", findings: { success: [{ text: "Jayden" }], lesson: [{ text: "Samira" }] } });
    expect(await everythingOfCases()).toEqual(before);
    const refused = await learn("noor", { success: "Jayden is een methode." });
    if (refused.ok || refused.problem !== "FINDINGS") throw new Error("It was not refused.");
    expect(await learn("noor", { success: "Jayden is een methode.", successReason: keptValue("NOT_A_PERSON", refused.findings.success ?? []) })).toMatchObject({ ok: true });
    expect(await operatorDatabase().auditLine.findMany({ where: { objectId: id, action: "lesson:write" }, select: { details: true } })).toEqual([{ details: { overridden: 1, labels: "PERSON", reasons: "NOT_A_PERSON" } }]);
  });

  test("from an older version are refused, and are never for who may not read the casus", async () => {
    await learn("noor", { lesson: "Eerder bellen." });
    const before = await everythingOfCases();
    for (const version of ["0", "2"]) expect(await learn("samira", { version, lesson: "Later bellen." })).toEqual({ ok: false, problem: "CHANGED_MEANWHILE" });
    for (const person of others) {
      await expect(learn(person, { lesson: "x" }), person).rejects.toThrow(NotFoundError);
      for (const table of ["case_lesson", "case_follow_up"]) expect(await asRole(person, `SELECT 1 FROM ${table} WHERE case_discussion_id = $1`), person).toBe(0);
    }
    expect(await everythingOfCases()).toEqual(before);
  });
});

describe("what the team sees together", () => {
  test("is written once the team reads the casus, sealed like the other pages, and not on a concept", async () => {
    const page = (discussionId: string) => partOf(discussionId, "OUTCOME", { together: "Iedereen ziet vermoeidheid.", notDoing: "Nog geen aanmelding.", atHome: "Jullie kind krijgt\nop school een vaste plek." });
    const concept = await startedCase(idOf("noor"), world.meeting.id);
    await expect(tryAs("noor", (viewer) => saveCasePart(viewer, page(concept)))).rejects.toThrow(NotFoundError);
    expect(await tryAs("samira", (viewer) => saveCasePart(viewer, page(id)))).toMatchObject({ ok: true, shared: true });
    const found = await asPerson(idOf("noor"), (viewer) => opened(viewer, { coreTeamId: world.team.id, meetingId: world.meeting.id, discussionId: id }));
    expect(found?.text).toMatchObject({ answers: { together: "Iedereen ziet vermoeidheid.", notDoing: "Nog geen aanmelding.", atHome: "Jullie kind krijgt op school een vaste plek." }, versions: { OUTCOME: 1 } });
    expect(await tryAs("samira", (viewer) => saveCasePart(viewer, partOf(id, "OUTCOME", { together: "Jayden is moe." }, 1)))).toMatchObject({ problem: "FINDINGS" });
    expect(await tryAs("samira", (viewer) => saveCasePart(viewer, partOf(id, "OUTCOME", { atHome: "Jayden krijgt een vaste plek." }, 1)))).toMatchObject({ problem: "FINDINGS", findings: { atHome: [{ text: "Jayden" }] } });
  });
});

describe("closing", () => {
  test("takes what parents and pupil say, or why they were not asked, also for who reaches past the command", async () => {
    const heard = () => asPerson(idOf("noor"), (viewer) => hasVoices(viewer, id));
    expect(await heard()).toBe(true);
    await operatorDatabase().caseText.updateMany({ where: { caseDiscussionId: id, part: "VOICES" }, data: { isWhole: false } });
    const before = await everythingOfCases();
    expect(await close()).toEqual({ ok: false, problem: "VOICES_MISSING" });
    expect(await heard()).toBe(false);
    expect(await asRole("noor", "UPDATE case_discussion SET closed_at = now() WHERE id = $1")).toBe("23514");
    await expect(operatorDatabase().caseDiscussion.update({ where: { id }, data: { closedAt: new Date() } })).rejects.toThrow("case_discussion_closes_with_voices");
    expect((await everythingOfCases() as { discussions: unknown }).discussions).toEqual((before as { discussions: unknown }).discussions);
    expect(await tryAs("noor", (viewer) => saveCasePart(viewer, partOf(id, "VOICES", {}, 1)))).toMatchObject({ ok: true });
    expect(await close()).toMatchObject({ ok: true });
  });
});
