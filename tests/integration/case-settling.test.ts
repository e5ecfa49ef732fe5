import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findAgreement } from "#lib/agreements/queries";
import { closeCaseDiscussion, saveCasePart, shareCaseDiscussion } from "#lib/case-discussions/commands";
import { findCaseDiscussion } from "#lib/case-discussions/queries";
import { eraseCase, releaseCase, stopCase } from "#lib/case-stops/commands";
import { findCaseToStop, findStoppedCase, listCasesToSettle } from "#lib/case-stops/queries";
import { operatorDatabase } from "#lib/db";
import { NotFoundError, ProofNeededError } from "#lib/errors";
import { writeLesson } from "#lib/follow-up/commands";
import { writeLessonSchema } from "#lib/follow-up/schema";
import { eraseDueCases } from "#lib/jobs/case-erasure";
import { tidyUp } from "#lib/jobs/housekeeping";
import { revealPerspectives } from "#lib/perspectives/commands";
import { asPerson } from "#tests/support/as-person";
import { makeConsortium, makePerson, makePerspective, makeRole } from "#tests/support/builders";
import { caseStops, others, type Person, SAID } from "#tests/support/case-stops";
import { type CaseWorld, everythingOfCases, partOf, TODAY, versionOf } from "#tests/support/case-world";
import { columnsWith } from "#tests/support/everywhere";
import { asForm, signIn } from "#tests/support/meeting-world";

const notCoach = ["noor", "samira", "organiser", "board", "administrator", "ofSibling", "endedYesterday"] as const;

const stops = caseStops();
const { idOf, at, as, stop, release, erase, foundBy, rowOf, jobs, asRole } = stops;

let world: CaseWorld;
let owner: pg.Client;
let superuser: pg.Client;
let id: string;
let agreement: string;

beforeAll(async () => {
  ({ world, owner, superuser } = await stops.open());
});

beforeEach(async () => {
  ({ id, agreement } = await stops.newCase());
});

afterAll(stops.close);

const writers = async () => (await operatorDatabase().perspective.findMany({ where: { caseDiscussionId: id } })).map(({ personId }) => personId);

describe("the procesbegeleider", () => {
  test("finds on the home page which casus it is and of which team: not what, not whose, not by whom", async () => {
    await stop();
    const { alias } = await asPerson(idOf("noor"), async (viewer) => (await findCaseToStop(viewer, at())) ?? { alias: "" });
    const found = await asPerson(idOf("processCoach"), async (viewer) => ({ waiting: await listCasesToSettle(viewer), one: await findStoppedCase(viewer, id) }));
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
      expect(await asPerson(idOf(person), (viewer) => listCasesToSettle(viewer)), person).toEqual([]);
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
    expect(await foundBy("noor")).toMatchObject({ discussion: { state: "CONCEPT", sharedOn: null, revealedOn: null, releasedOn: TODAY, erasesOn: "2026-12-10" }, text: { answers: { situation: `Een ${SAID}.` } }, seats: [] });
    for (const person of ["samira", "joinedAfter", ...others] as const) expect(await asPerson(idOf(person), async (viewer) => ({ found: await findCaseDiscussion(viewer, at()), agreement: await findAgreement(viewer, agreement) })), person).toEqual({ found: null, agreement: null });
    expect(await asRole("samira", `SELECT 1 FROM case_discussion WHERE id = '${id}'`)).toBe(0);

    expect(await as("noor", (viewer) => saveCasePart(viewer, partOf(id, "SITUATION", { situation: "Nu zonder." }, 1)))).toMatchObject({ ok: true });
    expect(await as("noor", async (viewer) => shareCaseDiscussion(viewer, { discussionId: id, version: await versionOf(id) }))).toMatchObject({ ok: true });
    const seen = await foundBy("joinedAfter");
    expect(seen).toMatchObject({ discussion: { state: "OPEN", revealedOn: null, erasesOn: "2028-07-31" }, text: { answers: { situation: "Nu zonder." } }, agreement: { text: `Bel de ${SAID}.` } });
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
    expect(await asPerson(idOf("processCoach"), (viewer) => listCasesToSettle(viewer))).toEqual([]);
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
