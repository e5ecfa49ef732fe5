import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ViewerFacts } from "#lib/access/viewer";
import { makeAgreement } from "#lib/agreements/commands";
import { makeAgreementSchema } from "#lib/agreements/schema";
import { createSession, newToken, sessionOf } from "#lib/auth/session";
import { closeCaseDiscussion, saveCasePart, shareCaseDiscussion } from "#lib/case-discussions/commands";
import { countCaseDiscussions, listCaseDiscussionsOf } from "#lib/case-discussions/queries";
import { stopCase } from "#lib/case-stops/commands";
import { findCaseToStop } from "#lib/case-stops/queries";
import { authDatabase, operatorDatabase } from "#lib/db";
import { NotFoundError } from "#lib/errors";
import { setAtPlay, tellProgress, writeLesson } from "#lib/follow-up/commands";
import { listCasesToRefresh } from "#lib/follow-up/queries";
import { setAtPlaySchema, writeLessonSchema } from "#lib/follow-up/schema";
import { keepDraft } from "#lib/forms/drafts";
import { listAgreementsDue } from "#lib/jobs/agreements-due";
import { listDigests } from "#lib/jobs/weekly-digest";
import { askForPerspectives, revealPerspectives, savePerspective } from "#lib/perspectives/commands";
import { asPerson } from "#tests/support/as-person";
import { makePerson, makeRole } from "#tests/support/builders";
import { caseStops, others, SAID } from "#tests/support/case-stops";
import { type CaseWorld, everythingOfCases, partOf, startedCase, TODAY, versionOf } from "#tests/support/case-world";
import { asForm } from "#tests/support/meeting-world";

const members = ["noor", "samira", "joinedAfter"] as const;

const stops = caseStops();
const { idOf, at, as, stop, foundBy, rowOf, jobs, asRole, stoppedBySql } = stops;

let world: CaseWorld;
let owner: pg.Client;
let id: string;
let agreement: string;

beforeAll(async () => {
  ({ world, owner } = await stops.open());
});

beforeEach(async () => {
  ({ id, agreement } = await stops.newCase());
});

afterAll(stops.close);

const stopLines = () => operatorDatabase().auditLine.findMany({ where: { action: "case-discussion:stop", objectId: id }, select: { personId: true, role: true, details: true } });

describe("stopping", () => {
  test.each(members)("%s, who reads the casus, closes all that was typed at once, for everybody", async (person) => {
    for (const each of members) expect(JSON.stringify(await foundBy(each)), each).toContain(SAID);
    expect(await stop(person)).toEqual({ ok: true, coreTeamId: world.team.id, meetingId: world.meeting.id });
    for (const each of members) {
      const found = await foundBy(each);
      expect(found, each).toMatchObject({ discussion: { state: "STOPPED", erasedOn: null, agreements: [], lesson: { lesson: null } }, text: null, seats: [], own: null, counts: { seats: 0, written: 0 }, agreement: null, agreements: [] });
      expect(JSON.stringify(found), each).not.toContain(SAID);
    }
    expect(await asPerson(idOf("noor"), (viewer) => listCaseDiscussionsOf(viewer, world.meeting.id))).toMatchObject([{ id, state: "STOPPED" }]);
    expect(await stopLines()).toEqual([{ personId: idOf(person), role: person === "noor" ? "schoolCoordinator" : "partner", details: {} }]);
  });

  test("is asked of who wrote the casus in other words than of the others", async () => {
    for (const person of members) expect(await asPerson(idOf(person), (viewer) => findCaseToStop(viewer, at())), person).toMatchObject({ id, isOwn: person === "noor" });
  });

  test("is not for who does not read the casus, and changes nothing then", async () => {
    const before = await everythingOfCases();
    for (const person of others) await expect(stop(person), person).rejects.toThrow(NotFoundError);
    for (const person of others) expect(await asPerson(idOf(person), (viewer) => findCaseToStop(viewer, at())), person).toBeNull();
    for (const person of others) expect(await stoppedBySql(person), person).toBeNull();
    expect(await everythingOfCases()).toEqual(before);
    expect(await jobs()).toEqual([]);
  });

  test("takes no second factor, and shows nothing of the casus", async () => {
    const token = await authDatabase().$transaction((db) => createSession(db, idOf("samira"), "test", newToken(), "LOW"));
    const session = await sessionOf(token);
    if (session?.state !== "open") throw new Error("No session.");
    const facts: ViewerFacts = session.facts;
    expect(facts.isHighlyAssured).toBe(false);
    const found = await asForm(facts, async (viewer) => ({ ok: true, found: await findCaseToStop(viewer, at()) }));
    expect(found).toMatchObject({ found: { alias: expect.stringMatching(/^Casus 26-/), state: "OPEN" } });
    expect(JSON.stringify(found)).not.toContain(SAID);
    expect(await asForm(facts, (viewer) => stopCase(viewer, { discussionId: id }))).toMatchObject({ ok: true });
    expect((await rowOf()).stoppedAt).not.toBeNull();
  });

  test("twice, or by many at once, tells each procesbegeleider once", async () => {
    const second = await makePerson();
    const role = await makeRole(world.consortiumId, second.id, "PROCESS_COACH");
    await Promise.all([stop("noor"), stop("samira"), stop("samira"), stop("joinedAfter")]);
    await stop("noor");
    expect((await jobs()).map(({ recipientId }) => recipientId).toSorted()).toEqual([idOf("processCoach"), second.id].toSorted());
    expect(await stopLines()).toHaveLength(1);
    await operatorDatabase().consortiumRole.update({ where: { id: role.id }, data: { lastDay: new Date("2026-11-01") } });
  });

  test("throws away what was left in forms, and keeps nothing new", async () => {
    const path = `/core-teams/${world.team.id}/meetings/${world.meeting.id}/case-discussions/${id}/edit/situation`;
    const elsewhere = `/core-teams/${world.team.id}/meetings/${world.meeting.id}/agenda/new`;
    for (const each of [path, `/agreements/${agreement}/edit`, elsewhere]) expect(await keepDraft(idOf("samira"), each, { situation: SAID })).toBe(true);
    await stop();
    expect(await keepDraft(idOf("samira"), path, { situation: SAID })).toBe(false);
    expect(await keepDraft(idOf("samira"), `/agreements/${agreement}/edit`, { text: SAID })).toBe(false);
    expect((await operatorDatabase().formDraft.findMany()).map((draft) => draft.path)).toEqual([elsewhere]);
    // The form of the shared screen says in a field which casus it is about.
    const onScreen = `/core-teams/${world.team.id}/meetings/${world.meeting.id}/presentation`;
    expect(await keepDraft(idOf("samira"), onScreen, { text: SAID, caseDiscussionId: id })).toBe(false);
    expect(await keepDraft(idOf("samira"), onScreen, { text: SAID, caseDiscussionId: "" })).toBe(true);
  });

  test("leaves no command that writes or tells more, and no way past the commands", async () => {
    await stop();
    const version = await versionOf(id);
    const closed = { ok: false, problem: "CLOSED" };
    expect(await as("noor", (viewer) => saveCasePart(viewer, partOf(id, "SITUATION", {}, 1)))).toEqual(closed);
    expect(await as("noor", (viewer) => closeCaseDiscussion(viewer, { discussionId: id, version }))).toEqual(closed);
    expect(await as("samira", (viewer) => savePerspective(viewer, { discussionId: id, version: 1, revealed: "no", perspective: "Nog iets.", perspectiveReason: null }))).toEqual(closed);
    expect(await as("noor", (viewer) => revealPerspectives(viewer, { discussionId: id }))).toEqual(closed);
    expect(await as("noor", (viewer) => askForPerspectives(viewer, { discussionId: id }))).toEqual({ ok: false, problem: "REVEALED" });
    expect(await as("noor", (viewer) => shareCaseDiscussion(viewer, { discussionId: id, version }))).toEqual({ ok: false, problem: "SHARED" });
    expect(await as("noor", (viewer) => setAtPlay(viewer, setAtPlaySchema.parse({ discussionId: id, version: "0", to: `person:${idOf("samira")}` })))).toEqual(closed);
    expect(await as("noor", (viewer) => tellProgress(viewer, { discussionId: id, progress: "UNDER_WAY" }))).toEqual(closed);
    expect(await as("noor", (viewer) => writeLesson(viewer, writeLessonSchema.parse({ discussionId: id, version: "1", lesson: "Anders." })))).toEqual({ ok: false, problem: "STOPPED" });
    const promise = makeAgreementSchema.parse({ meetingId: world.meeting.id, caseDiscussionId: id, text: "Bellen.", ownerId: idOf("noor"), dueOn: "2026-12-01" });
    await expect(as("noor", (viewer) => makeAgreement(viewer, promise))).rejects.toThrow(NotFoundError);
    const before = await everythingOfCases();
    for (const person of members) {
      for (const sql of [
        "SELECT * FROM read_case_discussion('ID', 'x', 'x')", "SELECT * FROM read_perspectives('ID', 'x', 'x')", "SELECT * FROM perspective_seats('ID')", "SELECT * FROM case_readers('ID')",
        "SELECT part FROM case_text WHERE case_discussion_id = 'ID'", "SELECT version FROM perspective WHERE case_discussion_id = 'ID'", "SELECT lesson FROM case_lesson WHERE case_discussion_id = 'ID'",
        "SELECT text FROM agreement WHERE case_discussion_id = 'ID'", "UPDATE case_text SET version = 9 WHERE case_discussion_id = 'ID'", "UPDATE perspective SET version = 9 WHERE case_discussion_id = 'ID'",
        "UPDATE case_discussion SET version = 99 WHERE id = 'ID'", "UPDATE agreement SET text = 'x' WHERE case_discussion_id = 'ID'",
      ]) expect(await asRole(person, sql.replace("ID", id)), `${person}: ${sql}`).toBe(0);
      for (const column of ["stopped_at", "released_at", "erased_at"]) expect(await asRole(person, `UPDATE case_discussion SET ${column} = NULL WHERE id = '${id}'`), column).toBe("42501");
      expect(await asRole(person, `SELECT erase_case('${id}', now(), 'x', 'x')`)).toBe("42501");
    }
    expect(await everythingOfCases()).toEqual(before);
  });

  test("takes its agreements out of the numbers of the weekly overview", async () => {
    const waiting = async () => (await listAgreementsDue([idOf("noor")], "2026-11-20")).map(({ due }) => due);
    await owner.query("INSERT INTO case_follow_up (case_discussion_id, consortium_id, core_team_id, at_play_person_id, at_play_since) VALUES ($1, $2, $3, $4, '2026-09-01')", [id, world.consortiumId, world.team.id, idOf("samira")]);
    const toRefresh = async () => (await listDigests([idOf("samira")], new Date(`${TODAY}T09:00:00Z`))).flatMap(({ casesToRefresh }) => casesToRefresh);
    expect([await waiting(), await toRefresh()]).toEqual([[1], [{ teamName: "OBS De Wilgen", count: 1 }]]);
    await stop();
    expect([await waiting(), await toRefresh()]).toEqual([[], []]);
    expect(await asPerson(idOf("samira"), (viewer) => listCasesToRefresh(viewer))).toEqual([]);
  });

  test("still counts for the figures of the procesbegeleider, and a concept cannot be stopped", async () => {
    const count = () => asPerson(idOf("processCoach"), async (viewer) => (await countCaseDiscussions(viewer, [world.team.id], 2026)).get(world.team.id));
    expect(await count()).toBe(1);
    await stop();
    expect(await count()).toBe(1);
    const concept = await startedCase(idOf("noor"), world.meeting.id);
    await expect(as("noor", (viewer) => stopCase(viewer, { discussionId: concept }))).rejects.toThrow(NotFoundError);
  });
});
