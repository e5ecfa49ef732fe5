import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Viewer, ViewerFacts } from "#lib/access/viewer";
import { makeAgreement } from "#lib/agreements/commands";
import { findAgreement, listOpenAgreements } from "#lib/agreements/queries";
import { makeAgreementSchema } from "#lib/agreements/schema";
import { createSession, newToken, sessionOf } from "#lib/auth/session";
import { closeCaseDiscussion, saveCasePart, shareCaseDiscussion } from "#lib/case-discussions/commands";
import { countCaseDiscussions, findCaseDiscussion, listCaseDiscussionsOf, readCaseDiscussion } from "#lib/case-discussions/queries";
import { eraseCase, releaseCase, stopCase } from "#lib/case-stops/commands";
import { findCaseToStop, findStoppedCase } from "#lib/case-stops/queries";
import { authDatabase, disconnect, operatorDatabase } from "#lib/db";
import { NotFoundError, ProofNeededError } from "#lib/errors";
import { setAtPlay, tellProgress, writeLesson } from "#lib/follow-up/commands";
import { listWaitingCases } from "#lib/follow-up/queries";
import { setAtPlaySchema, writeLessonSchema } from "#lib/follow-up/schema";
import { keepDraft } from "#lib/forms/drafts";
import { listAgreementsDue } from "#lib/jobs/agreements-due";
import { eraseDueCases } from "#lib/jobs/case-erasure";
import { tidyUp } from "#lib/jobs/housekeeping";
import { listDigests } from "#lib/jobs/weekly-digest";
import { askForPerspectives, revealPerspectives, savePerspective } from "#lib/perspectives/commands";
import { countPerspectives, findOwnPerspective, listPerspectives } from "#lib/perspectives/queries";
import { asPerson } from "#tests/support/as-person";
import { makeConsortium, makePerson, makePerspective, makeRole } from "#tests/support/builders";
import { type CaseWorld, caseWorld, everythingOfCases, makeAgreementOf, partOf, sharedCase, startedCase, TODAY, versionOf } from "#tests/support/case-world";
import { columnsWith } from "#tests/support/everywhere";
import { asForm, signIn } from "#tests/support/meeting-world";
import { ownDatabase } from "#tests/support/own-database";

const SAID = "zilverwitte libel";

let world: CaseWorld;
let owner: pg.Client;
let app: pg.Client;
let superuser: pg.Client;
/** A shared casus of Noor, with a perspective of Samira, an agreement and a lesson; new for each test. */
let id: string;
let agreement: string;

beforeAll(async () => {
  process.env.REFERENCE_DATE = TODAY;
  const database = await ownDatabase();
  [owner, superuser, app] = [database.ownerUrl, database.superuserUrl, database.appUrl].map((connectionString) => new pg.Client({ connectionString })) as [pg.Client, pg.Client, pg.Client];
  await Promise.all([owner.connect(), superuser.connect(), app.connect()]);
  world = await caseWorld();
});

beforeEach(async () => {
  await owner.query("TRUNCATE case_discussion, agreement, form_draft CASCADE");
  await owner.query("DELETE FROM pgboss.job");
  id = await sharedCase(idOf("noor"), world.meeting.id, { situation: `Een ${SAID}.` });
  await makePerspective(world.team, id, { personId: idOf("samira"), functionId: world.functions.youth.id }, `Nog een ${SAID}.`);
  await operatorDatabase().caseLesson.create({ data: { caseDiscussionId: id, consortiumId: world.consortiumId, coreTeamId: world.team.id, lesson: `Les van de ${SAID}.` } });
  agreement = (await makeAgreementOf(world, idOf("noor"), { caseDiscussionId: id, text: `Bel de ${SAID}.`, dueOn: "2026-11-12" })).id;
});

afterAll(async () => {
  await Promise.all([owner.end(), app.end(), superuser.end()]);
  await disconnect();
});

type Person = keyof CaseWorld["people"];
const idOf = (person: Person) => world.people[person].id;
const at = () => ({ coreTeamId: world.team.id, meetingId: world.meeting.id, discussionId: id });
const ofTeam = () => ({ id, team: { scope: { consortiumId: world.consortiumId, coreTeamId: world.team.id } } });
const members = ["noor", "samira", "joinedAfter"] as const;
const others = ["endedYesterday", "startsTomorrow", "ofSibling", "processCoach", "organiser", "board", "administrator"] as const;
const notCoach = ["noor", "samira", "organiser", "board", "administrator", "ofSibling", "endedYesterday"] as const;

const as = async <T extends { ok: boolean }>(person: Person, run: (viewer: Viewer) => Promise<T>) => asForm(await signIn(idOf(person)), run);
const stop = (person: Person = "samira") => as(person, (viewer) => stopCase(viewer, { discussionId: id }));
const release = (person: Person = "processCoach") => as(person, (viewer) => releaseCase(viewer, { discussionId: id }));
const erase = (person: Person = "processCoach") => as(person, (viewer) => eraseCase(viewer, { discussionId: id }));
const rowOf = () => operatorDatabase().caseDiscussion.findUniqueOrThrow({ where: { id } });
const writers = async () => (await operatorDatabase().perspective.findMany({ where: { caseDiscussionId: id } })).map(({ personId }) => personId);
const jobs = async () => (await owner.query<{ data: { kind: string; recipientId: string } }>("SELECT data FROM pgboss.job WHERE data->>'kind' = 'CASE_STOPPED'")).rows.map(({ data }) => data);
const stopLines = () => operatorDatabase().auditLine.findMany({ where: { action: "case-discussion:stop", objectId: id }, select: { personId: true, role: true, details: true } });

/** All that somebody can find of this casus by the queries of the app. */
async function foundBy(person: Person): Promise<unknown> {
  return asPerson(idOf(person), async (viewer) => ({
    discussion: await findCaseDiscussion(viewer, at()),
    text: await readCaseDiscussion(viewer, ofTeam()),
    seats: await listPerspectives(viewer, ofTeam()),
    own: await findOwnPerspective(viewer, ofTeam()),
    counts: await countPerspectives(viewer, id),
    agreement: await findAgreement(viewer, agreement),
    agreements: await listOpenAgreements(viewer, { coreTeamId: world.team.id, take: 10 }),
  }));
}

/** What the role of the app gets by statements of its own: rows, or the code of a refusal. */
async function asRole(person: Person, sql: string): Promise<unknown> {
  await app.query("BEGIN");
  try {
    const { assuredId } = await assuredSessionOf(person);
    await app.query("SELECT set_config('app.person', $1, true), set_config('app.today', $2, true), set_config('app.session', $3, true)", [idOf(person), TODAY, assuredId]);
    return (await app.query(sql)).rowCount;
  } catch (error) {
    return (error as { code?: string }).code;
  } finally {
    await app.query("ROLLBACK");
  }
}

async function assuredSessionOf(person: Person): Promise<{ assuredId: string }> {
  const facts = await signIn(idOf(person));
  return { assuredId: facts.sessionId };
}

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
    expect((await asPerson(idOf("samira"), (viewer) => listWaitingCases(viewer))).toRefresh).toEqual([]);
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

describe("the procesbegeleider", () => {
  test("finds on the home page which casus it is and of which team: not what, not whose, not by whom", async () => {
    await stop();
    const { alias } = await asPerson(idOf("noor"), async (viewer) => (await findCaseToStop(viewer, at())) ?? { alias: "" });
    const found = await asPerson(idOf("processCoach"), async (viewer) => ({ waiting: (await listWaitingCases(viewer)).toSettle, one: await findStoppedCase(viewer, id) }));
    const team = { id: world.team.id, name: "OBS De Wilgen" };
    expect(found).toEqual({ waiting: [{ id, alias, team, stoppedOn: TODAY }], one: { id, alias, team: { ...team, scope: { consortiumId: world.consortiumId, coreTeamId: world.team.id } }, stoppedOn: TODAY, hindrance: null } });
    for (const who of ["Noor", "Samira", idOf("noor"), idOf("samira"), SAID]) expect(JSON.stringify(found)).not.toContain(who);
    expect(await asPerson(idOf("processCoach"), async (viewer) => ({ text: await findCaseDiscussion(viewer, at()), cases: await viewer.db.caseDiscussion.count() }))).toEqual({ text: null, cases: 0 });
  });

  test("is the only one who settles it, in the own samenwerkingsverband", async () => {
    await stop();
    const elsewhere = await makePerson();
    await makeRole((await makeConsortium()).id, elsewhere.id, "PROCESS_COACH");
    const before = await everythingOfCases();
    for (const person of notCoach) {
      expect((await asPerson(idOf(person), (viewer) => listWaitingCases(viewer))).toSettle, person).toEqual([]);
      await expect(release(person), person).rejects.toThrow(NotFoundError);
      await expect(erase(person), person).rejects.toThrow(NotFoundError);
    }
    const facts = await signIn(elsewhere.id);
    for (const command of [releaseCase, eraseCase]) await expect(asForm<{ ok: boolean }>(facts, (viewer) => command(viewer, { discussionId: id }))).rejects.toThrow(NotFoundError);
    for (const person of notCoach) {
      for (const sql of [`SELECT 1 FROM release_stopped_case('${id}', now(), 'x') AS done WHERE done IS NOT NULL`, `SELECT 1 FROM erase_stopped_case('${id}', now(), 'x') AS done WHERE done IS NOT NULL`, "SELECT 1 FROM stopped_cases()"]) {
        expect(await asRole(person, sql), `${person}: ${sql}`).toBe(0);
      }
    }
    expect(await everythingOfCases()).toEqual(before);
  });

  test("erases it only after a fresh proof of who is there, which stopping it and giving it back do not take", async () => {
    const old = async (person: Person) => ({ ...(await signIn(idOf(person))), isProven: false });
    expect(await asForm(await old("samira"), (viewer) => stopCase(viewer, { discussionId: id }))).toMatchObject({ ok: true });
    const before = await everythingOfCases();
    await expect(asForm(await old("processCoach"), (viewer) => eraseCase(viewer, { discussionId: id }))).rejects.toThrow(ProofNeededError);
    expect(await everythingOfCases()).toEqual(before);
    expect(await asForm(await old("processCoach"), (viewer) => releaseCase(viewer, { discussionId: id }))).toEqual({ ok: true });
  });

  test("settles nothing that is not stopped", async () => {
    const before = await everythingOfCases();
    await expect(release()).rejects.toThrow(NotFoundError);
    await expect(erase()).rejects.toThrow(NotFoundError);
    expect(await everythingOfCases()).toEqual(before);
  });
});

describe("a casus that is given back", () => {
  test("is a concept that its writer alone sees; perspectives stay hidden until they are revealed again", async () => {
    await as("noor", (viewer) => revealPerspectives(viewer, { discussionId: id }));
    await stop();
    expect(await release()).toEqual({ ok: true });
    expect(await foundBy("noor")).toMatchObject({ discussion: { state: "CONCEPT", sharedOn: null, revealedOn: null, releasedOn: TODAY, keptUntil: "2026-12-10" }, text: { answers: { situation: `Een ${SAID}.` } }, seats: [] });
    for (const person of ["samira", "joinedAfter", ...others] as const) expect(await asPerson(idOf(person), async (viewer) => ({ found: await findCaseDiscussion(viewer, at()), agreement: await findAgreement(viewer, agreement) })), person).toEqual({ found: null, agreement: null });
    expect(await asRole("samira", `SELECT 1 FROM case_discussion WHERE id = '${id}'`)).toBe(0);

    expect(await as("noor", (viewer) => saveCasePart(viewer, partOf(id, "SITUATION", { situation: "Nu zonder." }, 1)))).toMatchObject({ ok: true });
    expect(await as("noor", async (viewer) => shareCaseDiscussion(viewer, { discussionId: id, version: await versionOf(id) }))).toMatchObject({ ok: true });
    const seen = await foundBy("joinedAfter");
    expect(seen).toMatchObject({ discussion: { state: "OPEN", revealedOn: null, keptUntil: "2028-07-31" }, text: { answers: { situation: "Nu zonder." } }, agreement: { text: `Bel de ${SAID}.` } });
    expect((seen as { seats: { text: string | null; isWritten: boolean }[] }).seats.filter(({ isWritten }) => isWritten)).toMatchObject([{ text: null }]);
    expect(await as("noor", (viewer) => revealPerspectives(viewer, { discussionId: id }))).toMatchObject({ ok: true });
  });

  test("once closed is open to the team of then when it is shared again, without the perspectives that were never revealed", async () => {
    await as("noor", async (viewer) => closeCaseDiscussion(viewer, { discussionId: id, version: await versionOf(id) }));
    await expect(stop("joinedAfter")).rejects.toThrow(NotFoundError);
    expect(await stop("samira")).toMatchObject({ ok: true });
    expect(await writers()).toEqual([idOf("samira")]);
    expect(await release()).toEqual({ ok: true });
    expect(await rowOf()).toMatchObject({ closedAt: null, sharedAt: null, stoppedAt: null });
    expect(await writers()).toEqual([]);
    await as("noor", async (viewer) => shareCaseDiscussion(viewer, { discussionId: id, version: await versionOf(id) }));
    await as("noor", (viewer) => revealPerspectives(viewer, { discussionId: id }));
    const seen = await foundBy("joinedAfter");
    expect(seen).toMatchObject({ discussion: { state: "OPEN", revealedOn: TODAY }, text: { answers: { situation: `Een ${SAID}.` } }, counts: { written: 0 } });
    expect(JSON.stringify((seen as { seats: unknown }).seats)).not.toContain(SAID);
  });

  test("keeps what its team had read before it closed, hidden until it is revealed again", async () => {
    await as("noor", (viewer) => revealPerspectives(viewer, { discussionId: id }));
    await as("noor", async (viewer) => closeCaseDiscussion(viewer, { discussionId: id, version: await versionOf(id) }));
    await stop("samira");
    expect(await release()).toEqual({ ok: true });
    expect(await writers()).toEqual([idOf("samira")]);
    expect(await rowOf()).toMatchObject({ revealedAt: null });
  });

  test("loses the perspectives of who is no member any more, and cannot mend them", async () => {
    await makePerspective(world.team, id, { personId: idOf("endedYesterday"), functionId: world.functions.youth.id }, `Van wie ging een ${SAID}.`);
    await makePerspective(world.team, id, { personId: idOf("joinedAfter"), functionId: world.functions.youth.id }, `Van wie uit ging een ${SAID}.`);
    await stop();
    await operatorDatabase().person.update({ where: { id: idOf("joinedAfter") }, data: { deactivatedAt: new Date() } });
    expect(await release()).toEqual({ ok: true });
    expect(await writers()).toEqual([idOf("samira")]);
    await operatorDatabase().person.update({ where: { id: idOf("joinedAfter") }, data: { deactivatedAt: null } });
  });

  test("is given back by another procesbegeleider than who wrote it, as long as there is one", async () => {
    await makeRole(world.consortiumId, idOf("noor"), "PROCESS_COACH");
    await stop();
    const before = await everythingOfCases();
    expect(await asPerson(idOf("noor"), (viewer) => findStoppedCase(viewer, id))).toMatchObject({ hindrance: "OWN" });
    expect(await asPerson(idOf("processCoach"), (viewer) => findStoppedCase(viewer, id))).toMatchObject({ hindrance: null });
    expect(await release("noor")).toEqual({ ok: false, problem: "OWN" });
    expect(await everythingOfCases()).toEqual(before);

    await operatorDatabase().person.update({ where: { id: idOf("processCoach") }, data: { deactivatedAt: new Date() } });
    expect(await asPerson(idOf("noor"), (viewer) => findStoppedCase(viewer, id))).toMatchObject({ hindrance: null });
    expect(await release("noor")).toEqual({ ok: true });
    await operatorDatabase().person.update({ where: { id: idOf("processCoach") }, data: { deactivatedAt: null } });
    await operatorDatabase().consortiumRole.deleteMany({ where: { personId: idOf("noor") } });
  });

  test("goes to nobody when its writer has left: it can be erased only", async () => {
    await stop();
    const membership = await operatorDatabase().membership.findFirstOrThrow({ where: { coreTeamId: world.team.id, personId: idOf("noor") }, select: { id: true } });
    await operatorDatabase().membership.update({ where: { id: membership.id }, data: { lastDay: new Date("2026-11-09") } });
    expect(await asPerson(idOf("processCoach"), (viewer) => findStoppedCase(viewer, id))).toMatchObject({ hindrance: "WRITER_LEFT" });
    expect(await release()).toEqual({ ok: false, problem: "WRITER_LEFT" });
    expect((await rowOf()).stoppedAt).not.toBeNull();
    expect(await erase()).toEqual({ ok: true });
    await operatorDatabase().membership.update({ where: { id: membership.id }, data: { lastDay: null } });
  });

  test("once only, and of two at once one", async () => {
    await stop();
    const [coach, input] = [await signIn(idOf("processCoach")), { discussionId: id }];
    const answers = await Promise.allSettled([asForm(coach, (viewer) => releaseCase(viewer, input)), asForm<{ ok: boolean }>(coach, (viewer) => eraseCase(viewer, input)), asForm(coach, (viewer) => releaseCase(viewer, input))]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { stoppedAt, erasedAt, releasedAt } = await rowOf();
    expect([erasedAt === null, releasedAt === null].filter(Boolean)).toHaveLength(1);
    expect(erasedAt === null ? stoppedAt : null).toBeNull();
  });

  test("is erased when it is not shared again within thirty days, and stays one that was stopped: no lesson comes back", async () => {
    await stop();
    await release();
    await operatorDatabase().caseDiscussion.update({ where: { id }, data: { createdAt: new Date("2026-01-10T10:00:00Z") } });
    await tidyUp();
    expect(await eraseDueCases(new Date("2026-12-09T22:00:00Z"))).toBe(0);
    expect(await eraseDueCases(new Date("2026-12-10T10:00:00Z"))).toBe(1);
    expect(await columnsWith(superuser, [SAID])).toEqual([]);
    expect(await foundBy("samira")).toMatchObject({ discussion: { state: "ERASED", wasStopped: true } });
    await expectNoLesson();
  });
});

describe("a stopped casus that is erased", () => {
  test("leaves no word, its lesson neither, and its team reads that it is gone", async () => {
    await stop();
    const { rows } = await owner.query<{ sealed: string }>("SELECT sealed FROM case_text WHERE sealed IS NOT NULL UNION ALL SELECT sealed FROM perspective");
    expect(await erase()).toEqual({ ok: true });
    expect(await columnsWith(superuser, [SAID, ...rows.map(({ sealed }) => sealed)])).toEqual([]);
    expect(await foundBy("samira")).toMatchObject({ discussion: { state: "ERASED", wasStopped: true, erasedOn: TODAY, closedOn: TODAY, setting: { theme: "ABSENCE" } }, text: null, seats: [], agreement: { isErased: true, owner: { name: "Noor de Wit" } } });
    expect((await asPerson(idOf("processCoach"), (viewer) => listWaitingCases(viewer))).toSettle).toEqual([]);
    await expectNoLesson();
    const lines = await operatorDatabase().auditLine.findMany({ where: { objectId: id, action: { in: ["case-discussion:erase", "case-stop:release"] } }, select: { action: true, personId: true, role: true, details: true } });
    expect(lines).toEqual([{ action: "case-discussion:erase", personId: idOf("processCoach"), role: "processCoach", details: { stopped: true } }]);
    expect(await jobs()).toEqual([]);
  });

  test("before its meeting lets that meeting still be moved", async () => {
    await owner.query("UPDATE meeting SET starts_at = '2026-12-01T12:00Z', ends_at = '2026-12-01T13:00Z' WHERE id = $1", [world.meeting.id]);
    await stop();
    await erase();
    expect(await rowOf()).toMatchObject({ closedAt: null, erasedAt: expect.any(Date) });
    await owner.query("UPDATE meeting SET starts_at = '2026-10-06T12:00Z', ends_at = '2026-10-06T13:00Z' WHERE id = $1", [world.meeting.id]);
  });

  test("goes in time when nobody settles it", async () => {
    await stop();
    expect(await eraseDueCases(new Date("2028-07-30T10:00:00Z"))).toBe(0);
    expect(await eraseDueCases(new Date("2028-07-31T10:00:00Z"))).toBe(1);
    expect(await columnsWith(superuser, [SAID])).toEqual([]);
  });
});

/** Nobody writes a lesson of it any more, with the form or past it. */
async function expectNoLesson(): Promise<void> {
  expect(await as("noor", (viewer) => writeLesson(viewer, writeLessonSchema.parse({ discussionId: id, version: "0", lesson: "Weer iets." })))).toEqual({ ok: false, problem: "STOPPED" });
  expect(await asRole("noor", `INSERT INTO case_lesson (case_discussion_id, consortium_id, core_team_id, lesson) VALUES ('${id}', '${world.consortiumId}', '${world.team.id}', 'x')`)).toBe("42501");
}

/** What stopping by a statement of the app's role answers. */
async function stoppedBySql(person: Person): Promise<unknown> {
  await app.query("BEGIN");
  try {
    await app.query("SELECT set_config('app.person', $1, true), set_config('app.today', $2, true)", [idOf(person), TODAY]);
    return (await app.query<{ done: boolean | null }>("SELECT stop_case($1, now(), 'x', 'x') AS done", [id])).rows[0]?.done;
  } finally {
    await app.query("ROLLBACK");
  }
}
