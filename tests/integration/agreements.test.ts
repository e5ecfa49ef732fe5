import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/access/viewer";
import { changeAgreement, finishAgreement, makeAgreement, reopenAgreement } from "#lib/agreements/commands";
import { countAgreements, countOpenAgreements, findAgreement, findTeamAtMeeting, listDoneAgreements, listOpenAgreements } from "#lib/agreements/queries";
import { keptValue } from "#lib/anonymity/schema";
import { disconnect, operatorDatabase } from "#lib/db";
import { NotFoundError } from "#lib/errors";
import { asPerson } from "#tests/support/as-person";
import { type CaseWorld, caseWorld, everythingOfCases, logged, makeAgreementOf, MEETING_DAY, storyOf, TODAY } from "#tests/support/case-world";
import { asForm, signIn } from "#tests/support/meeting-world";
import { ownDatabase } from "#tests/support/own-database";

let world: CaseWorld;

beforeAll(async () => {
  process.env.REFERENCE_DATE = TODAY;
  await ownDatabase();
  world = await caseWorld();
});

afterAll(disconnect);

type Person = keyof CaseWorld["people"];

const OUTSIDERS = ["endedYesterday", "startsTomorrow", "ofSibling", "processCoach", "organiser", "board", "administrator"] as const;
const idOf = (person: Person) => world.people[person].id;
const agreed = (owner: Person, fields: Parameters<typeof makeAgreementOf>[2] = {}) => makeAgreementOf(world, idOf(owner), fields).then(({ id }) => id);

async function tryAs<T extends { ok: boolean }>(person: Person, run: (viewer: Viewer) => Promise<T>): Promise<T> {
  return asForm(await signIn(idOf(person)), run);
}

const promiseOf = (fields: { text?: string; textReason?: ReturnType<typeof explained> | null; ownerId?: string; dueOn?: string } = {}) => ({
  text: "Startgesprek voeren",
  textReason: null,
  ownerId: idOf("samira"),
  dueOn: "2026-12-11",
  ...fields,
});
const makeAs = (person: Person, fields: Parameters<typeof promiseOf>[0] = {}) =>
  tryAs(person, (viewer) => makeAgreement(viewer, { meetingId: world.meeting.id, next: "meeting", ...promiseOf(fields) }));
const changeAs = (person: Person, agreementId: string, version: number, fields: Parameters<typeof promiseOf>[0] = {}) =>
  tryAs(person, (viewer) => changeAgreement(viewer, { agreementId, version, ...promiseOf(fields) }));

function explained(words: string[]): { reason: "NOT_A_PERSON"; words: string[] } {
  return { reason: "NOT_A_PERSON", words };
}

async function stored(id: string) {
  return operatorDatabase().agreement.findUniqueOrThrow({ where: { id }, select: { text: true, ownerId: true, dueOn: true, doneAt: true, version: true } });
}

async function linesAbout(id: string) {
  const lines = await operatorDatabase().auditLine.findMany({ where: { objectId: id, objectType: "agreement" }, select: { action: true, details: true }, orderBy: { id: "asc" } });
  return lines.map(({ action, details }) => [action, details]);
}

describe("making an agreement at a meeting", () => {
  test("writes it down for its owner, with an audit line", async () => {
    expect(await makeAs("noor", { text: "Poster ophangen" })).toMatchObject({ ok: true, meetingId: world.meeting.id, caseDiscussionId: null });
    const found = await operatorDatabase().agreement.findFirstOrThrow({ where: { text: "Poster ophangen" } });
    expect(found).toMatchObject({ ownerId: idOf("samira"), coreTeamId: world.team.id, consortiumId: world.consortiumId, doneAt: null });
    expect(await linesAbout(found.id)).toEqual([["agreement:make", {}]]);
  });

  test("offers as owners who belonged to the team then and does today, each once", async () => {
    const found = await asPerson(idOf("noor"), (viewer) => findTeamAtMeeting(viewer, world.team.id, world.meeting.id));
    expect(found?.owners.map(({ name }) => name).toSorted()).toEqual(["Noor de Wit", "Samira Haddou"]);
    expect(found?.members.map(({ name }) => name).toSorted()).toEqual(["Noor de Wit", "Samira Haddou", "Wout Nieuwkomer"]);
  });

  test("is refused to another owner, on a day before the meeting, and for a pupil's name, and stores nothing then", async () => {
    const before = await everythingOfCases();
    expect(await makeAs("noor", { ownerId: idOf("joinedAfter") })).toEqual({ ok: false, problem: "OWNER_NOT_MEMBER" });
    expect(await makeAs("noor", { ownerId: idOf("endedYesterday") })).toEqual({ ok: false, problem: "OWNER_NOT_MEMBER" });
    expect(await makeAs("noor", { dueOn: "2026-10-05" })).toEqual({ ok: false, problem: "DUE_TOO_EARLY", limit: MEETING_DAY });
    expect(await makeAs("noor", { text: "Samira belt de moeder van Jayden" })).toMatchObject({ ok: false, problem: "FINDINGS", findings: { text: [{ text: "Jayden" }] } });
    expect(await everythingOfCases()).toEqual(before);
  });

  test("goes with a reason, which is counted without the words", async () => {
    await makeAs("noor", { text: "Poster van Jayden ophangen", textReason: explained(["Jayden"]) });
    const { id } = await operatorDatabase().agreement.findFirstOrThrow({ where: { text: { contains: "Jayden" } }, select: { id: true } });
    expect(await linesAbout(id)).toEqual([["agreement:make", { overridden: 1, labels: "PERSON", reasons: "NOT_A_PERSON" }]]);
    expect(keptValue("NOT_A_PERSON", [])).toBe("NOT_A_PERSON []");
  });

  test("is for members of today only", async () => {
    const before = await everythingOfCases();
    for (const person of OUTSIDERS) await expect(makeAs(person), person).rejects.toThrow(NotFoundError);
    expect(await everythingOfCases()).toEqual(before);
  });
});

describe("ticking off", () => {
  test("is one press for any member, and a second press changes nothing", async () => {
    const id = await agreed("samira");
    expect(await tryAs("noor", (viewer) => finishAgreement(viewer, { agreementId: id, back: "home" }))).toEqual({ ok: true, coreTeamId: world.team.id, meetingId: world.meeting.id, caseDiscussionId: null });
    const { doneAt, version } = await stored(id);
    expect([doneAt, version]).toEqual([expect.any(Date), 2]);
    await tryAs("samira", (viewer) => finishAgreement(viewer, { agreementId: id, back: "home" }));
    expect(await stored(id)).toMatchObject({ doneAt, version: 2 });
    expect(await linesAbout(id)).toEqual([["agreement:finish", {}]]);
  });

  test("can be taken back", async () => {
    const id = await agreed("samira", { doneAt: new Date("2026-11-09T10:00Z") });
    await tryAs("samira", (viewer) => reopenAgreement(viewer, { agreementId: id, back: "team" }));
    await tryAs("samira", (viewer) => reopenAgreement(viewer, { agreementId: id, back: "team" }));
    expect(await stored(id)).toMatchObject({ doneAt: null, version: 2 });
    expect(await linesAbout(id)).toEqual([["agreement:finish", { undone: true }]]);
  });

  test("is not for who is no member", async () => {
    const id = await agreed("samira");
    const before = await everythingOfCases();
    for (const person of OUTSIDERS) {
      await expect(tryAs(person, (viewer) => finishAgreement(viewer, { agreementId: id, back: "home" })), person).rejects.toThrow(NotFoundError);
      await expect(tryAs(person, (viewer) => reopenAgreement(viewer, { agreementId: id, back: "home" })), person).rejects.toThrow(NotFoundError);
    }
    expect(await everythingOfCases()).toEqual(before);
  });
});

describe("changing an agreement", () => {
  test("gives it to any member of today, also one who came later", async () => {
    const id = await agreed("samira");
    expect(await changeAs("noor", id, 1, { text: "Startgesprek op school voeren", ownerId: idOf("joinedAfter"), dueOn: "2026-12-18" })).toMatchObject({ ok: true });
    expect(await stored(id)).toEqual({ text: "Startgesprek op school voeren", ownerId: idOf("joinedAfter"), dueOn: new Date("2026-12-18"), doneAt: null, version: 2 });
    expect(await linesAbout(id)).toEqual([["agreement:change", {}]]);
  });

  test("of a closed casus gives it only to who can still read it", async () => {
    const discussionId = await logged(idOf("noor"), storyOf(world.meeting.id));
    const id = await agreed("samira", { caseDiscussionId: discussionId });
    await operatorDatabase().caseDiscussion.update({ where: { id: discussionId }, data: { closedAt: new Date() } });
    expect(await changeAs("noor", id, 1, { ownerId: idOf("joinedAfter") })).toEqual({ ok: false, problem: "OWNER_NOT_MEMBER" });
    expect((await asPerson(idOf("noor"), (viewer) => findAgreement(viewer, id)))?.candidates.map(({ name }) => name)).not.toContain("Wout Nieuwkomer");
    await expect(changeAs("joinedAfter", id, 1)).rejects.toThrow(NotFoundError);
  });

  test("keeps a day that has gone by, and takes no new one", async () => {
    const id = await agreed("samira", { dueOn: "2026-11-01" });
    expect(await changeAs("noor", id, 1, { dueOn: "2026-11-01" })).toMatchObject({ ok: true });
    expect(await changeAs("noor", id, 2, { dueOn: "2026-11-02" })).toEqual({ ok: false, problem: "DUE_TOO_EARLY", limit: TODAY });
  });

  test("from an older version is refused, and tells what stands there now", async () => {
    const id = await agreed("samira");
    await tryAs("samira", (viewer) => finishAgreement(viewer, { agreementId: id, back: "home" }));
    const before = await everythingOfCases();
    expect(await changeAs("noor", id, 1, { text: "Iets anders" })).toEqual({
      ok: false,
      problem: "CHANGED_MEANWHILE",
      now: { text: "Startgesprek voeren", owner: "Samira Haddou", dueOn: "2026-12-01", done: true, version: 2 },
    });
    expect(await everythingOfCases()).toEqual(before);
  });

  test("needs somebody who is still in the team, no name of a pupil, and a member to do it", async () => {
    const id = await agreed("endedYesterday");
    const before = await everythingOfCases();
    expect(await changeAs("noor", id, 1, { ownerId: idOf("endedYesterday") })).toEqual({ ok: false, problem: "OWNER_NOT_MEMBER" });
    expect(await changeAs("noor", id, 1, { text: "Kevin bellen" })).toMatchObject({ problem: "FINDINGS" });
    for (const person of OUTSIDERS) await expect(changeAs(person, id, 1), person).rejects.toThrow(NotFoundError);
    expect(await everythingOfCases()).toEqual(before);
  });
});

describe("lists of agreements", () => {
  test("show a member what is open, overdue first, with who, when and where it was agreed", async () => {
    const fresh = await caseWorld();
    const caseId = await logged(fresh.people.noor.id, storyOf(fresh.meeting.id));
    await makeAgreementOf(fresh, fresh.people.noor.id, { text: "later", dueOn: "2026-12-20" });
    await makeAgreementOf(fresh, fresh.people.samira.id, { text: "te laat", dueOn: "2026-11-09", caseDiscussionId: caseId });
    await makeAgreementOf(fresh, fresh.people.samira.id, { text: "vandaag", dueOn: TODAY });
    await makeAgreementOf(fresh, fresh.people.samira.id, { text: "gedaan", doneAt: new Date("2026-11-02T10:00Z") });
    const seen = await asPerson(fresh.people.samira.id, async (viewer) => ({
      team: await listOpenAgreements(viewer, { coreTeamId: fresh.team.id }),
      own: await listOpenAgreements(viewer, { ownerId: viewer.person.id, take: 1 }),
      count: await countOpenAgreements(viewer, { ownerId: viewer.person.id }),
      counts: await countAgreements(viewer, fresh.team.id),
    }));
    expect(seen.team.map(({ text, overdue, isOwn }) => [text, overdue, isOwn])).toEqual([["te laat", true, true], ["vandaag", false, true], ["later", false, false]]);
    expect(seen.team[0]).toMatchObject({ meeting: { id: fresh.meeting.id, day: MEETING_DAY }, caseDiscussion: { id: caseId, alias: "Casus 26-01" } });
    expect(seen.own.map(({ text }) => text)).toEqual(["te laat"]);
    expect(seen.count).toBe(2);
    expect(seen.counts).toEqual({ open: 3, overdue: 1, years: [{ year: 2026, done: 1 }] });
  });

  test("show what was done by the school year in which it was done, latest first", async () => {
    const fresh = await caseWorld();
    for (const [text, doneAt] of [["zomer", "2026-07-31T21:59Z"], ["augustus", "2026-07-31T22:01Z"], ["herfst", "2026-10-20T10:00Z"]] as const) {
      await makeAgreementOf(fresh, fresh.people.noor.id, { text, doneAt: new Date(doneAt) });
    }
    const done = (year: number) => asPerson(fresh.people.noor.id, (viewer) => listDoneAgreements(viewer, fresh.team.id, year, 1));
    expect((await done(2026)).map(({ text, doneOn }) => [text, doneOn])).toEqual([["herfst", "2026-10-20"], ["augustus", "2026-08-01"]]);
    expect((await done(2025)).map(({ text }) => text)).toEqual(["zomer"]);
    expect((await asPerson(fresh.people.noor.id, (viewer) => countAgreements(viewer, fresh.team.id))).years).toEqual([{ year: 2026, done: 2 }, { year: 2025, done: 1 }]);
  });

  test("show nothing to who is no member, and nothing of a closed casus to who came later", async () => {
    const discussionId = await logged(idOf("noor"), storyOf(world.meeting.id));
    await agreed("samira", { text: "bij een gesloten casus", caseDiscussionId: discussionId });
    await operatorDatabase().caseDiscussion.update({ where: { id: discussionId }, data: { closedAt: new Date() } });
    const texts = async (person: Person) => (await asPerson(idOf(person), (viewer) => listOpenAgreements(viewer, { coreTeamId: world.team.id }))).map(({ text }) => text);
    expect(await texts("noor")).toContain("bij een gesloten casus");
    expect(await texts("joinedAfter")).not.toContain("bij een gesloten casus");
    for (const person of OUTSIDERS) {
      expect(await texts(person), person).toEqual([]);
      expect(await asPerson(idOf(person), (viewer) => countAgreements(viewer, world.team.id)), person).toEqual({ open: 0, overdue: 0, years: [] });
    }
  });
});
