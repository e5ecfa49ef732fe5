import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/access/viewer";
import { discardConcept, saveCasePart, shareCaseDiscussion } from "#lib/case-discussions/commands";
import { countWrittenPages, findCaseDiscussion, listCaseDiscussionsOf } from "#lib/case-discussions/queries";
import { releaseCase, stopCase } from "#lib/case-stops/commands";
import { disconnect, operatorDatabase } from "#lib/db";
import { NotFoundError } from "#lib/errors";
import { keepDraft } from "#lib/forms/drafts";
import { asPerson } from "#tests/support/as-person";
import { type CaseWorld, caseWorld, everythingOfCases, partOf, sharedCase, startedCase, TODAY, versionOf } from "#tests/support/case-world";
import { signIn } from "#tests/support/meeting-world";
import { ownDatabase } from "#tests/support/own-database";

let world: CaseWorld;
let owner: pg.Client;
let app: pg.Client;

beforeAll(async () => {
  process.env.REFERENCE_DATE = TODAY;
  process.env.LOG_LEVEL = "silent";
  const database = await ownDatabase();
  [owner, app] = [database.ownerUrl, database.appUrl].map((connectionString) => new pg.Client({ connectionString })) as [pg.Client, pg.Client];
  await Promise.all([owner.connect(), app.connect()]);
  world = await caseWorld();
});

afterAll(async () => {
  await Promise.all([owner.end(), app.end(), disconnect()]);
});

type Person = keyof CaseWorld["people"];

const idOf = (person: Person) => world.people[person].id;
const as = <T>(person: Person, run: (viewer: Viewer) => Promise<T>) => asPerson(idOf(person), run);
const discard = async (id: string, person: Person = "noor", version?: number) => as(person, async (viewer) => discardConcept(viewer, { discussionId: id, version: version ?? (await versionOf(id)) }));
const concept = () => startedCase(idOf("noor"), world.meeting.id);
const path = (below: string) => `/core-teams/${world.team.id}/meetings/${world.meeting.id}/case-discussions/${below}`;
const drafts = async () => (await owner.query<{ path: string }>("SELECT path FROM form_draft ORDER BY path")).rows.map((row) => row.path);

describe("a concept that its writer throws away", () => {
  test("is gone: the row, its pages and marks, and what was left in its forms; another concept keeps all it has", async () => {
    const [id, other] = [await concept(), await concept()];
    await as("noor", (viewer) => saveCasePart(viewer, partOf(id, "SITUATION")));
    await as("noor", (viewer) => saveCasePart(viewer, partOf(id, "CIRCLE")));
    const kept = [path("new"), path(`${other}/edit/situation`)];
    for (const each of [...kept, path(`${id}/edit/situation`), path(`${id.toUpperCase()}/edit`)]) expect(await keepDraft(idOf("noor"), each, { situation: "Getypt." }), each).toBe(true);
    const before = (await everythingOfCases()) as Record<string, { id?: string; caseDiscussionId?: string }[]>;
    expect(await as("noor", (viewer) => countWrittenPages(viewer, id))).toBe(3);

    expect(await discard(id)).toEqual({ ok: true, coreTeamId: world.team.id, meetingId: world.meeting.id });
    const after = (await everythingOfCases()) as typeof before;
    const others = (rows: typeof before[string] = []) => rows.filter((row) => row.id !== id && row.caseDiscussionId !== id);
    for (const table of ["discussions", "circle", "texts"]) expect(after[table], table).toEqual(others(before[table]));
    expect(await drafts()).toEqual(kept.toSorted());
    expect(await keepDraft(idOf("noor"), path(`${id}/edit/situation`), { situation: "Getypt." })).toBe(false);
    expect(await as("noor", (viewer) => findCaseDiscussion(viewer, { coreTeamId: world.team.id, meetingId: world.meeting.id, discussionId: id }))).toBeNull();
    expect(await as("noor", (viewer) => countWrittenPages(viewer, id))).toBe(0);
    await expect(discard(id, "noor", 1)).rejects.toBeInstanceOf(NotFoundError);
  });

  test("leaves one line in the audit log, which says that it was done and nothing of what stood there", async () => {
    const id = await concept();
    await discard(id);
    const lines = await operatorDatabase().auditLine.findMany({ where: { objectId: id, action: "case-discussion:discard" } });
    expect(lines).toMatchObject([{ personId: idOf("noor"), role: "schoolCoordinator", coreTeamId: world.team.id, details: {} }]);
  });

  test("is in no list any more, and the other casussen keep their aliases", async () => {
    const [id, other] = [await concept(), await concept()];
    const listed = () => as("noor", (viewer) => listCaseDiscussionsOf(viewer, world.meeting.id, { concepts: true }));
    const alias = (await listed()).find((each) => each.id === other)?.alias;
    await discard(id);
    expect((await listed()).map((each) => each.id)).not.toContain(id);
    expect((await listed()).find((each) => each.id === other)?.alias).toBe(alias);
  });
});

describe("throwing away is refused, and changes nothing,", () => {
  test("to whoever did not write it, and without a second factor, by the command and by the function of the database", async () => {
    const id = await concept();
    const before = await everythingOfCases();
    for (const person of ["samira", "joinedAfter", "endedYesterday", "ofSibling", "processCoach", "organiser", "administrator"] as const) {
      await expect(discard(id, person), person).rejects.toBeInstanceOf(NotFoundError);
      expect(await discardedBySql(id, person), person).toBe(false);
    }
    expect(await everythingOfCases()).toEqual(before);
    expect(await discardedBySql(id, "noor", false)).toBe(false);
    expect(await discardedBySql(id, "noor")).toBe(true);
  });

  test("once the team reads along", async () => {
    const id = await sharedCase(idOf("noor"), world.meeting.id);
    const before = await everythingOfCases();
    expect(await discard(id)).toEqual({ ok: false, problem: "SHARED" });
    expect(await discardedBySql(id, "noor")).toBe(false);
    expect(await everythingOfCases()).toEqual(before);
  });

  test("of a casus that was given back after a stop: it holds what others wrote", async () => {
    const id = await sharedCase(idOf("noor"), world.meeting.id);
    await as("samira", (viewer) => stopCase(viewer, { discussionId: id }));
    await as("processCoach", (viewer) => releaseCase(viewer, { discussionId: id }));
    const before = await everythingOfCases();
    expect(await discard(id)).toEqual({ ok: false, problem: "RELEASED" });
    expect(await discardedBySql(id, "noor")).toBe(false);
    expect(await everythingOfCases()).toEqual(before);
  });

  test("when it changed in another window since its writer decided", async () => {
    const id = await concept();
    const seen = await versionOf(id);
    await as("noor", (viewer) => saveCasePart(viewer, partOf(id, "SITUATION")));
    const before = await everythingOfCases();
    expect(await discard(id, "noor", seen)).toEqual({ ok: false, problem: "CHANGED_MEANWHILE" });
    expect(await everythingOfCases()).toEqual(before);
  });

  test("or won, when it is shared at the same moment", async () => {
    const id = await concept();
    for (const part of ["QUESTION", "SITUATION", "SETTING", "VOICES", "PARENTS_INFORMED"] as const) await as("noor", (viewer) => saveCasePart(viewer, partOf(id, part)));
    const version = await versionOf(id);
    const answers = await Promise.allSettled([discard(id, "noor", version), as("noor", (viewer) => shareCaseDiscussion(viewer, { discussionId: id, version }))]);
    expect(answers.filter((answer) => answer.status === "fulfilled" && answer.value.ok)).toHaveLength(1);
  });
});

/** What the function answers to a statement of the app's own role. */
async function discardedBySql(id: string, person: Person, provesFactor = true): Promise<unknown> {
  const version = await versionOf(id);
  const sessionId = provesFactor ? (await signIn(idOf(person))).sessionId : "";
  await app.query("BEGIN");
  try {
    await app.query("SELECT set_config('app.person', $1, true), set_config('app.today', $2, true), set_config('app.session', $3, true)", [idOf(person), TODAY, sessionId]);
    return (await app.query<{ gone: boolean }>("SELECT discard_concept($1, $2) AS gone", [id, version])).rows[0]?.gone;
  } finally {
    await app.query("ROLLBACK");
  }
}
