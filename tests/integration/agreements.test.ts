import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/access/viewer";
import { changeAgreement, makeAgreement, setAgreementState } from "#lib/agreements/commands";
import { countAgreements, countOpenAgreements, findAgreement, findTeamAtMeeting, listAgreementsToReview, listClosedAgreements, listOpenAgreements } from "#lib/agreements/queries";
import { keptValue } from "#lib/anonymity/findings";
import { disconnect, operatorDatabase } from "#lib/db";
import { NotFoundError } from "#lib/errors";
import { asPerson } from "#tests/support/as-person";
import { type CaseWorld, caseWorld, everythingOfCases, makeAgreementOf, MEETING_DAY, sharedCase, TODAY } from "#tests/support/case-world";
import { asForm, signIn } from "#tests/support/meeting-world";
import { makeMeeting } from "#tests/support/builders";
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
const setAs = (person: Person, agreementId: string, state: "OPEN" | "UNDER_WAY" | "DONE") => tryAs(person, (viewer) => setAgreementState(viewer, { agreementId, state }));
const makeAs = (person: Person, fields: Parameters<typeof promiseOf>[0] = {}) =>
  tryAs(person, (viewer) => makeAgreement(viewer, { meetingId: world.meeting.id, caseDiscussionId: null, kind: "PLAIN", next: "meeting", ...promiseOf(fields) }));
const changeAs = (person: Person, agreementId: string, version: number, fields: Parameters<typeof promiseOf>[0] = {}) =>
  tryAs(person, (viewer) => changeAgreement(viewer, { agreementId, version, back: "one", at: null, ...promiseOf(fields) }));

function explained(words: string[]): { reason: "NOT_A_PERSON"; words: string[] } {
  return { reason: "NOT_A_PERSON", words };
}

async function stored(id: string) {
  return operatorDatabase().agreement.findUniqueOrThrow({ where: { id }, select: { text: true, ownerId: true, dueOn: true, state: true, stateSince: true, version: true } });
}

async function linesAbout(id: string) {
  const lines = await operatorDatabase().auditLine.findMany({ where: { objectId: id, objectType: "agreement" }, select: { action: true, details: true }, orderBy: { id: "asc" } });
  return lines.map(({ action, details }) => [action, details]);
}

/** What its page tells of an agreement, oldest first. */
async function historyOf(id: string) {
  const found = await asPerson(idOf("noor"), (viewer) => findAgreement(viewer, id));
  return (found?.events ?? []).toReversed().map((event) => {
    const { id: _, at: __, ...said } = event;
    return said;
  });
}

describe("making an agreement at a meeting", () => {
  test("writes it down for its owner, with an audit line", async () => {
    expect(await makeAs("noor", { text: "Poster ophangen" })).toMatchObject({ ok: true, meetingId: world.meeting.id, caseDiscussionId: null });
    const found = await operatorDatabase().agreement.findFirstOrThrow({ where: { text: "Poster ophangen" } });
    expect(found).toMatchObject({ ownerId: idOf("samira"), coreTeamId: world.team.id, consortiumId: world.consortiumId, state: "OPEN", passedAt: null });
    expect(await linesAbout(found.id)).toEqual([["agreement:make", {}]]);
    expect(await historyOf(found.id)).toEqual([{ kind: "MADE", who: "Noor de Wit", owner: "Samira Haddou", dueOn: "2026-12-11" }]);
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

describe("the state of an agreement", () => {
  test("is one press for any member, and a second press changes nothing", async () => {
    const id = await agreed("samira");
    expect(await setAs("noor", id, "DONE")).toEqual({ ok: true, id, coreTeamId: world.team.id, meetingId: world.meeting.id, caseDiscussionId: null, kind: "PLAIN" });
    const { stateSince, version } = await stored(id);
    expect(version).toBe(2);
    await setAs("samira", id, "DONE");
    expect(await stored(id)).toMatchObject({ state: "DONE", stateSince, version: 2 });
    expect(await linesAbout(id)).toEqual([["agreement:set-state", { state: "DONE" }]]);
    expect(await historyOf(id)).toEqual([{ kind: "STATE", who: "Noor de Wit", state: "DONE", reason: null }]);
  });

  test("goes from to do to under way to done and back, and each step keeps its moment and its name", async () => {
    const id = await agreed("samira", { stateSince: new Date("2026-10-06T13:00Z") });
    for (const state of ["UNDER_WAY", "DONE", "OPEN"] as const) {
      await setAs("samira", id, state);
      expect(await stored(id)).toMatchObject({ state });
    }
    expect((await stored(id)).stateSince > new Date("2026-11-10T00:00Z")).toBe(true);
    expect((await historyOf(id)).map((event) => (event.kind === "STATE" ? [event.who, event.state] : null))).toEqual([["Samira Haddou", "UNDER_WAY"], ["Samira Haddou", "DONE"], ["Samira Haddou", "OPEN"]]);
  });

  test("one that was dropped comes back without its reason, which the history keeps", async () => {
    const id = await agreed("samira", { state: "DROPPED", droppedBecause: "Al geregeld." });
    await setAs("noor", id, "OPEN");
    expect(await operatorDatabase().agreement.findUnique({ where: { id }, select: { state: true, droppedBecause: true } })).toEqual({ state: "OPEN", droppedBecause: null });
  });

  test("is not for who is no member", async () => {
    const id = await agreed("samira");
    const before = await everythingOfCases();
    for (const person of OUTSIDERS) {
      for (const state of ["UNDER_WAY", "DONE", "OPEN"] as const) await expect(setAs(person, id, state), person).rejects.toThrow(NotFoundError);
    }
    expect(await everythingOfCases()).toEqual(before);
  });
});

describe("changing an agreement", () => {
  test("gives it other words and another day, and says so in its history without the words", async () => {
    const id = await agreed("samira");
    expect(await changeAs("joinedAfter", id, 1, { text: "Startgesprek op school voeren", dueOn: "2026-12-18" })).toMatchObject({ ok: true });
    expect(await stored(id)).toMatchObject({ text: "Startgesprek op school voeren", ownerId: idOf("samira"), dueOn: new Date("2026-12-18"), state: "OPEN", version: 2 });
    expect(await linesAbout(id)).toEqual([["agreement:change", {}]]);
    expect((await historyOf(id)).toSorted((one, other) => one.kind.localeCompare(other.kind))).toEqual([
      { kind: "DUE", who: "Wout Nieuwkomer", dueOn: "2026-12-18" },
      { kind: "TEXT", who: "Wout Nieuwkomer" },
    ]);
  });

  test("of a closed casus is for who can still read it", async () => {
    const discussionId = await sharedCase(idOf("noor"), world.meeting.id);
    const id = await agreed("samira", { caseDiscussionId: discussionId });
    await operatorDatabase().caseDiscussion.update({ where: { id: discussionId }, data: { closedAt: new Date() } });
    await expect(changeAs("joinedAfter", id, 1)).rejects.toThrow(NotFoundError);
    await expect(setAs("joinedAfter", id, "DONE")).rejects.toThrow(NotFoundError);
    expect(await asPerson(idOf("joinedAfter"), (viewer) => findAgreement(viewer, id))).toBeNull();
    expect(await changeAs("noor", id, 1)).toMatchObject({ ok: true });
  });

  test("keeps a day that has gone by, and takes no new one", async () => {
    const id = await agreed("samira", { dueOn: "2026-11-01" });
    expect(await changeAs("noor", id, 1, { dueOn: "2026-11-01" })).toMatchObject({ ok: true });
    expect(await changeAs("noor", id, 2, { dueOn: "2026-11-02" })).toEqual({ ok: false, problem: "DUE_TOO_EARLY", limit: TODAY });
  });

  test("from an older version is refused, and tells what stands there now", async () => {
    const id = await agreed("samira");
    await setAs("samira", id, "DONE");
    const before = await everythingOfCases();
    expect(await changeAs("noor", id, 1, { text: "Iets anders" })).toEqual({
      ok: false,
      problem: "CHANGED_MEANWHILE",
      now: { text: "Startgesprek voeren", owner: "Samira Haddou", dueOn: "2026-12-01", state: "DONE", version: 2 },
    });
    expect(await everythingOfCases()).toEqual(before);
  });

  test("takes no name of a pupil, and only a member does it", async () => {
    const id = await agreed("endedYesterday");
    const before = await everythingOfCases();
    expect(await changeAs("noor", id, 1, { text: "Kevin bellen" })).toMatchObject({ problem: "FINDINGS" });
    for (const person of OUTSIDERS) await expect(changeAs(person, id, 1), person).rejects.toThrow(NotFoundError);
    expect(await everythingOfCases()).toEqual(before);
  });
});

describe("lists of agreements", () => {
  test("show a member what is open, overdue first, with who is to act, when and where it was agreed", async () => {
    const fresh = await caseWorld();
    const caseId = await sharedCase(fresh.people.noor.id, fresh.meeting.id);
    await makeAgreementOf(fresh, fresh.people.noor.id, { text: "later", dueOn: "2026-12-20", state: "UNDER_WAY" });
    await makeAgreementOf(fresh, fresh.people.samira.id, { text: "te laat", dueOn: "2026-11-09", caseDiscussionId: caseId });
    await makeAgreementOf(fresh, fresh.people.samira.id, { text: "vandaag", dueOn: TODAY });
    await makeAgreementOf(fresh, fresh.people.samira.id, { text: "gedaan", state: "DONE", stateSince: new Date("2026-11-02T10:00Z") });
    await makeAgreementOf(fresh, fresh.people.samira.id, { text: "niet nodig", state: "DROPPED", droppedBecause: "Al geregeld.", stateSince: new Date("2026-11-03T10:00Z") });
    const seen = await asPerson(fresh.people.samira.id, async (viewer) => ({
      team: await listOpenAgreements(viewer, { coreTeamId: fresh.team.id, take: 50 }),
      first: await listOpenAgreements(viewer, { coreTeamId: fresh.team.id, take: 1 }),
      count: await countOpenAgreements(viewer, fresh.team.id),
      counts: await countAgreements(viewer, fresh.team.id),
    }));
    expect(seen.team.map(({ text, overdue, atPlay }) => [text, overdue, atPlay.name, atPlay.isYou])).toEqual([
      ["te laat", true, "Samira Haddou", true],
      ["vandaag", false, "Samira Haddou", true],
      ["later", false, "Noor de Wit", false],
    ]);
    expect(seen.team[0]).toMatchObject({ meeting: { id: fresh.meeting.id, day: MEETING_DAY }, caseDiscussion: { id: caseId, alias: "Casus 26-01" } });
    expect(seen.first.map(({ text }) => text)).toEqual(["te laat"]);
    expect(seen.count).toBe(3);
    expect(seen.counts).toEqual({ open: 3, overdue: 1, years: [{ year: 2026, closed: 2 }] });
  });

  test("show what was closed by the school year in which that was, latest first", async () => {
    const fresh = await caseWorld();
    for (const [text, since] of [["zomer", "2026-07-31T21:59Z"], ["augustus", "2026-07-31T22:01Z"], ["herfst", "2026-10-20T10:00Z"]] as const) {
      await makeAgreementOf(fresh, fresh.people.noor.id, { text, state: "DONE", stateSince: new Date(since) });
    }
    const closed = (year: number) => asPerson(fresh.people.noor.id, (viewer) => listClosedAgreements(viewer, fresh.team.id, year, 1));
    expect((await closed(2026)).map(({ text, since }) => [text, since])).toEqual([["herfst", "2026-10-20"], ["augustus", "2026-08-01"]]);
    expect((await closed(2025)).map(({ text }) => text)).toEqual(["zomer"]);
    expect((await asPerson(fresh.people.noor.id, (viewer) => countAgreements(viewer, fresh.team.id))).years).toEqual([{ year: 2026, closed: 2 }, { year: 2025, closed: 1 }]);
  });

  test("for a meeting show what was agreed before it and is open, and what was closed today", async () => {
    const fresh = await caseWorld();
    const coming = await makeMeeting(fresh.team, fresh.people.noor.id, { day: "2026-11-24", invitees: [] });
    await makeAgreementOf(fresh, fresh.people.noor.id, { text: "eerder" });
    await makeAgreementOf(fresh, fresh.people.noor.id, { text: "bij deze zelf", meetingId: coming.id });
    await makeAgreementOf(fresh, fresh.people.noor.id, { text: "vanmorgen", state: "DONE", stateSince: new Date("2026-11-10T07:30Z") });
    await makeAgreementOf(fresh, fresh.people.noor.id, { text: "gisteren", state: "DONE", stateSince: new Date("2026-11-09T22:30Z") });
    const before = new Date("2026-11-24T12:00Z");
    const review = await asPerson(fresh.people.samira.id, (viewer) => listAgreementsToReview(viewer, { coreTeamId: fresh.team.id, before, page: 1 }));
    expect({ ...review, open: review.open.map(({ text }) => text), closedToday: review.closedToday.map(({ text }) => text) }).toEqual({ open: ["eerder"], total: 1, closedToday: ["vanmorgen"] });
  });

  test("show nothing to who is no member, and nothing of a closed casus to who came later", async () => {
    const discussionId = await sharedCase(idOf("noor"), world.meeting.id);
    await agreed("samira", { text: "bij een gesloten casus", caseDiscussionId: discussionId });
    await operatorDatabase().caseDiscussion.update({ where: { id: discussionId }, data: { closedAt: new Date() } });
    const texts = async (person: Person) => (await asPerson(idOf(person), (viewer) => listOpenAgreements(viewer, { coreTeamId: world.team.id, take: 50 }))).map(({ text }) => text);
    expect(await texts("noor")).toContain("bij een gesloten casus");
    expect(await texts("joinedAfter")).not.toContain("bij een gesloten casus");
    for (const person of OUTSIDERS) {
      expect(await texts(person), person).toEqual([]);
      expect(await asPerson(idOf(person), (viewer) => countAgreements(viewer, world.team.id)), person).toEqual({ open: 0, overdue: 0, years: [] });
    }
  });
});
