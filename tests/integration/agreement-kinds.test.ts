import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/access/viewer";
import { changeAgreement, dropAgreement, makeAgreement, setAgreementState, tellApplied } from "#lib/agreements/commands";
import { withUsualTalk } from "#lib/agreements/kinds";
import { findAgreement, findTeamAtMeeting, listOpenAgreements } from "#lib/agreements/queries";
import type { MakeAgreement } from "#lib/agreements/schema";
import { makeAgreementSchema } from "#lib/agreements/schema";
import { disconnect, operatorDatabase } from "#lib/db";
import { NotFoundError } from "#lib/errors";
import { asPerson } from "#tests/support/as-person";
import { makeCoreTeam, makeFunction, makeMeeting, makeMembership, makePerson } from "#tests/support/builders";
import { type CaseWorld, caseWorld, everythingOfCases, makeAgreementOf, sharedCase, TODAY } from "#tests/support/case-world";
import { asForm, signIn } from "#tests/support/meeting-world";
import { ownDatabase } from "#tests/support/own-database";

let world: CaseWorld;
let caseId: string;

beforeAll(async () => {
  process.env.REFERENCE_DATE = TODAY;
  await ownDatabase();
  world = await caseWorld();
  caseId = await sharedCase(world.people.noor.id, world.meeting.id);
});

afterAll(disconnect);

type Person = keyof CaseWorld["people"];

const OUTSIDERS = ["endedYesterday", "startsTomorrow", "ofSibling", "processCoach", "organiser", "board", "administrator"] as const;
const idOf = (person: Person) => world.people[person].id;

async function tryAs<T extends { ok: boolean }>(person: Person, run: (viewer: Viewer) => Promise<T>): Promise<T> {
  return asForm(await signIn(idOf(person)), run);
}

const talk = (fields: Partial<MakeAgreement> = {}): MakeAgreement => ({
  meetingId: world.meeting.id, caseDiscussionId: caseId, kind: "START_TALK", text: "Startgesprek op school", textReason: null, ownerId: null, dueOn: "2026-12-11", next: "meeting", ...fields,
});
const makeAs = (person: Person, fields?: Partial<MakeAgreement>) => tryAs(person, (viewer) => makeAgreement(viewer, talk(fields)));
const advice = (fields: Parameters<typeof makeAgreementOf>[2] = {}) =>
  makeAgreementOf(world, idOf("samira"), { kind: "SHARED_ADVICE", state: "DONE", caseDiscussionId: caseId, ...fields }).then(({ id }) => id);
const tellAs = (person: Person, agreementId: string, applied: "YES" | "NOT_YET" | "NO" = "YES") => tryAs(person, (viewer) => tellApplied(viewer, { agreementId, applied }));
const changeAs = (person: Person, agreementId: string, version: number, fields: { kind?: "PLAIN" | "TAILORED" | "SHARED_ADVICE" }) =>
  tryAs(person, (viewer) => changeAgreement(viewer, { agreementId, version, back: "one", at: null, text: "Startgesprek voeren", textReason: null, dueOn: "2026-12-01", ...fields }));

async function stored(id: string) {
  return operatorDatabase().agreement.findUniqueOrThrow({ where: { id }, select: { kind: true, state: true, applied: true, ownerId: true, version: true } });
}

/** What its page tells happened to it, oldest first. */
async function historyOf(id: string) {
  const found = await asPerson(idOf("noor"), (viewer) => findAgreement(viewer, id));
  return (found?.events ?? []).toReversed().map((event) => {
    const { id: _, at: __, ...said } = event;
    return said;
  });
}

async function detailsOf(id: string) {
  return (await operatorDatabase().auditLine.findMany({ where: { objectId: id }, select: { details: true }, orderBy: { id: "asc" } })).map(({ details }) => details);
}

describe("a startgesprek", () => {
  test("is made without typing: it is called what it is, and is for the CJG-coach", async () => {
    const sent = new FormData();
    for (const [name, value] of Object.entries({ meetingId: world.meeting.id, caseDiscussionId: caseId, kind: "START_TALK", text: " ", ownerId: "", dueOn: "11 12 2026" })) sent.set(name, value);
    const input = makeAgreementSchema.parse(Object.fromEntries(withUsualTalk(sent)));
    expect(input).toMatchObject({ text: "Startgesprek op school", ownerId: null });
    const made = await tryAs("noor", (viewer) => makeAgreement(viewer, input));
    expect(made).toMatchObject({ ok: true, caseDiscussionId: caseId });
    if (!made.ok) return;
    expect(await stored(made.id)).toMatchObject({ kind: "START_TALK", state: "OPEN", applied: null, ownerId: idOf("samira") });
    expect(await detailsOf(made.id)).toEqual([{ kind: "START_TALK" }]);
    const [line] = await asPerson(idOf("samira"), (viewer) => listOpenAgreements(viewer, { coreTeamId: world.team.id, take: 1 }));
    expect(line).toMatchObject({ kind: "START_TALK", applied: null, atPlay: { isYou: true }, caseDiscussion: { id: caseId } });
  });

  test("is for whoever is chosen, and for nobody else of the team", async () => {
    const made = await makeAs("noor", { ownerId: idOf("noor") });
    expect(made.ok && (await stored(made.id)).ownerId).toBe(idOf("noor"));
  });

  test("is proposed to a CJG-coach who was there and is there, and asks for an owner where there is none", async () => {
    const found = await asPerson(idOf("noor"), (viewer) => findTeamAtMeeting(viewer, world.team.id, world.meeting.id));
    expect(found?.coach).toMatchObject({ personId: idOf("samira"), functionName: "CJG-coach" });
    const team = await makeCoreTeam(world.consortiumId);
    const alone = await makePerson();
    await makeMembership(team, alone.id, { functionId: (await makeFunction(world.consortiumId)).id });
    const meeting = await makeMeeting(team, alone.id, { day: "2026-10-06" });
    const discussionId = await sharedCase(alone.id, meeting.id);
    const before = await everythingOfCases();
    expect(await asForm(await signIn(alone.id), (viewer) => makeAgreement(viewer, talk({ meetingId: meeting.id, caseDiscussionId: discussionId })))).toEqual({ ok: false, problem: "OWNER_MISSING" });
    expect(await everythingOfCases()).toEqual(before);
  });

  test("names no child, belongs to a casus, and is made by members only", async () => {
    const before = await everythingOfCases();
    expect(await makeAs("noor", { text: "Startgesprek over Jayden" })).toMatchObject({ ok: false, problem: "FINDINGS", findings: { text: [{ text: "Jayden" }] } });
    await expect(makeAs("noor", { caseDiscussionId: null })).rejects.toThrow(NotFoundError);
    for (const person of OUTSIDERS) await expect(makeAs(person), person).rejects.toThrow(NotFoundError);
    expect(await everythingOfCases()).toEqual(before);
  });
});

describe("an advice for the teacher", () => {
  test("that was shared is told to be applied, not yet, or not, by any member, each time again, and the history keeps it", async () => {
    const id = await advice({ state: "OPEN" });
    expect(await tryAs("samira", (viewer) => setAgreementState(viewer, { agreementId: id, state: "DONE" }))).toMatchObject({ ok: true, kind: "SHARED_ADVICE" });
    for (const [person, applied] of [["noor", "NOT_YET"], ["joinedAfter", "NO"], ["samira", "YES"]] as const) {
      expect(await tellAs(person, id, applied)).toMatchObject({ ok: true, id, caseDiscussionId: caseId });
      expect((await stored(id)).applied).toBe(applied);
    }
    expect((await historyOf(id)).slice(1)).toEqual([
      { kind: "APPLIED", who: "Noor de Wit", applied: "NOT_YET" },
      { kind: "APPLIED", who: "Wout Nieuwkomer", applied: "NO" },
      { kind: "APPLIED", who: "Samira Haddou", applied: "YES" },
    ]);
    expect((await detailsOf(id)).slice(1)).toEqual([{ applied: "NOT_YET" }, { applied: "NO" }, { applied: "YES" }]);
  });

  test("told the same twice changes nothing the second time", async () => {
    const id = await advice();
    await tellAs("noor", id);
    const before = await everythingOfCases();
    expect(await tellAs("samira", id)).toMatchObject({ ok: true });
    expect(await everythingOfCases()).toEqual(before);
  });

  test("that turns out not to be shared, or to be another kind, is not applied any more", async () => {
    const [reopened, other] = [await advice({ applied: "YES" }), await advice({ applied: "NO" })];
    await tryAs("noor", (viewer) => setAgreementState(viewer, { agreementId: reopened, state: "OPEN" }));
    expect(await stored(reopened)).toMatchObject({ state: "OPEN", applied: null });
    expect(await changeAs("noor", other, 1, { kind: "TAILORED" })).toMatchObject({ ok: true });
    expect(await stored(other)).toMatchObject({ kind: "TAILORED", state: "DONE", applied: null });
  });

  test("is asked of nothing else: not before it is shared, and not of a talk", async () => {
    const ids = [await advice({ state: "UNDER_WAY" }), await advice({ kind: "START_TALK" }), await advice({ kind: "PLAIN", caseDiscussionId: null }), await advice({ state: "DROPPED", droppedBecause: "Al geregeld." })];
    const before = await everythingOfCases();
    for (const id of ids) expect(await tellAs("noor", id)).toEqual({ ok: false, problem: "NOT_SHARED" });
    expect(await everythingOfCases()).toEqual(before);
  });

  test("is told by members only, and of a closed casus by who can still read it", async () => {
    const id = await advice();
    const closedCase = await sharedCase(idOf("noor"), world.meeting.id);
    const closed = await advice({ caseDiscussionId: closedCase });
    await operatorDatabase().caseDiscussion.update({ where: { id: closedCase }, data: { closedAt: new Date() } });
    const before = await everythingOfCases();
    for (const person of OUTSIDERS) await expect(tellAs(person, id), person).rejects.toThrow(NotFoundError);
    await expect(tellAs("joinedAfter", closed)).rejects.toThrow(NotFoundError);
    expect(await everythingOfCases()).toEqual(before);
    expect(await tellAs("noor", closed)).toMatchObject({ ok: true });
  });
});

describe("the kind of an agreement", () => {
  test("changes with its text, and the history and the audit log tell so", async () => {
    const id = await advice({ state: "OPEN", kind: "PLAIN" });
    expect(await changeAs("noor", id, 1, { kind: "SHARED_ADVICE" })).toMatchObject({ ok: true });
    expect(await stored(id)).toMatchObject({ kind: "SHARED_ADVICE", version: 2 });
    expect(await changeAs("noor", id, 2, {})).toMatchObject({ ok: true });
    expect(await stored(id)).toMatchObject({ kind: "SHARED_ADVICE" });
    expect(await historyOf(id)).toEqual([{ kind: "KIND", who: "Noor de Wit", became: "SHARED_ADVICE" }]);
    expect(await detailsOf(id)).toEqual([{ kind: "SHARED_ADVICE" }, {}]);
  });

  test("stays plain for what belongs to no casus", async () => {
    const id = await advice({ state: "OPEN", kind: "PLAIN", caseDiscussionId: null });
    expect(await changeAs("noor", id, 1, { kind: "TAILORED" })).toMatchObject({ ok: true });
    expect(await stored(id)).toMatchObject({ kind: "PLAIN" });
    expect(await historyOf(id)).toEqual([]);
  });

  test("does not keep an advice from being dropped", async () => {
    const id = await advice({ state: "OPEN" });
    expect(await tryAs("noor", (viewer) => dropAgreement(viewer, { agreementId: id, version: 1, reason: "Al geregeld.", reasonReason: null, back: "one", at: null }))).toMatchObject({ ok: true });
  });
});

describe("the database itself", () => {
  const whileTrying = (data: Parameters<typeof makeAgreementOf>[2]) => advice(data).then(() => "kept", (error: unknown) => String(error));

  test("refuses a kind without a casus", async () => {
    for (const kind of ["START_TALK", "SHARED_ADVICE", "TAILORED"] as const) expect(await whileTrying({ kind, caseDiscussionId: null })).toContain("agreement_kind_is_of_a_case");
  });

  test("keeps whether it is applied for an advice that was shared only", async () => {
    for (const state of ["OPEN", "UNDER_WAY"] as const) expect(await whileTrying({ state, applied: "YES" })).toContain("agreement_applied_once_shared");
    for (const kind of ["START_TALK", "TAILORED"] as const) expect(await whileTrying({ kind, applied: "NO" })).toContain("agreement_applied_once_shared");
    expect(await whileTrying({ applied: "NOT_YET" })).toBe("kept");
  });

  test("lets a member say of a kind and an answer, and nobody else", async () => {
    const id = await advice();
    const setAs = (person: Person) => asPerson(idOf(person), (viewer) => viewer.db.$executeRaw`UPDATE agreement SET applied = 'YES', kind = 'SHARED_ADVICE' WHERE id = ${id}::uuid`);
    for (const person of OUTSIDERS) expect(await setAs(person), person).toBe(0);
    expect(await setAs("samira")).toBe(1);
  });

  test("takes no line of history about a kind or an answer that does not say which", async () => {
    const id = await advice();
    const common = { consortiumId: world.consortiumId, coreTeamId: world.team.id, agreementId: id, personId: idOf("noor"), at: new Date() };
    for (const kind of ["KIND", "APPLIED"] as const) await expect(operatorDatabase().agreementEvent.create({ data: { ...common, kind } })).rejects.toThrow("agreement_event_says_what");
  });
});
