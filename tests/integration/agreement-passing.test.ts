import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/access/viewer";
import { changeAgreement, dropAgreement, passOnAgreement, setAgreementState } from "#lib/agreements/commands";
import { countAgreementsOf, countOwnAgreements, findAgreement, listOpenAgreements, listOwnAgreements, listPassOrganisations, type OwnView } from "#lib/agreements/queries";
import type { PassTarget } from "#lib/agreements/schema";
import { disconnect, operatorDatabase } from "#lib/db";
import { NotFoundError } from "#lib/errors";
import { listAgreementsDue } from "#lib/jobs/agreements-due";
import { asPerson } from "#tests/support/as-person";
import { makeConsortium, makeCoreTeam, makeMeeting, makeMembership, makeOrganisation } from "#tests/support/builders";
import { type CaseWorld, caseWorld, everythingOfCases, makeAgreementOf, sharedCase, TODAY } from "#tests/support/case-world";
import { asForm, signIn } from "#tests/support/meeting-world";
import { ownDatabase } from "#tests/support/own-database";

let world: CaseWorld;
let district: { id: string };
let youthCare: { id: string };

beforeAll(async () => {
  process.env.REFERENCE_DATE = TODAY;
  await ownDatabase();
});

// Each test has a team of its own: Noor coordinates; Samira is its CJG-coach for CJG Duinstreek, Wout came later.
beforeEach(async () => {
  world = await caseWorld();
  district = await makeOrganisation(world.consortiumId, "Wijkteam");
  youthCare = await makeOrganisation(world.consortiumId, "CJG Duinstreek");
  await operatorDatabase().membership.updateMany({ where: { coreTeamId: world.team.id, personId: idOf("samira") }, data: { organisationId: youthCare.id } });
});

afterAll(disconnect);

type Person = keyof CaseWorld["people"];

const OUTSIDERS = ["endedYesterday", "startsTomorrow", "ofSibling", "processCoach", "organiser", "board", "administrator"] as const;
const idOf = (person: Person) => world.people[person].id;
const agreed = (owner: Person, fields: Parameters<typeof makeAgreementOf>[2] = {}) => makeAgreementOf(world, idOf(owner), fields).then(({ id }) => id);
const to = (kind: PassTarget["kind"], id: string): PassTarget => ({ kind, id });

async function tryAs<T extends { ok: boolean }>(person: Person, run: (viewer: Viewer) => Promise<T>): Promise<T> {
  return asForm(await signIn(idOf(person)), run);
}

const here = { back: "one", at: null } as const;
const passAs = (person: Person, agreementId: string, version: number, target: PassTarget) => tryAs(person, (viewer) => passOnAgreement(viewer, { ...here, agreementId, version, to: target }));
const dropAs = (person: Person, agreementId: string, version: number, fields: { reason?: string } = {}) =>
  tryAs(person, (viewer) => dropAgreement(viewer, { ...here, agreementId, version, reason: "De school heeft het al geregeld.", reasonReason: null, ...fields }));
const setAs = (person: Person, agreementId: string, state: "OPEN" | "UNDER_WAY" | "DONE") => tryAs(person, (viewer) => setAgreementState(viewer, { agreementId, state }));

async function seen(person: Person, agreementId: string) {
  const found = await asPerson(idOf(person), (viewer) => findAgreement(viewer, agreementId));
  return found?.atPlay;
}

async function ownOf(person: Person, view: OwnView): Promise<string[]> {
  return (await asPerson(idOf(person), (viewer) => listOwnAgreements(viewer, view, 1))).map(({ text }) => text);
}

/** The mails that wait, about agreements of this test. */
async function mailsAbout(agreementId: string): Promise<Record<string, string>[]> {
  const jobs = await operatorDatabase().$queryRaw<{ data: Record<string, string> }[]>`
    SELECT data FROM pgboss.job WHERE name = 'person-mail' AND data->>'agreementId' = ${agreementId} ORDER BY created_on, id`;
  return jobs.map(({ data }) => data);
}

describe("passing an agreement on", () => {
  test("to a colleague makes that person its owner, who gets one mail; who took it on first follows", async () => {
    const id = await agreed("noor", { text: "Bellen" });
    expect(await passAs("noor", id, 1, to("person", idOf("samira")))).toMatchObject({ ok: true, coreTeamId: world.team.id });
    expect(await seen("samira", id)).toEqual({ kind: "PERSON", name: "Samira Haddou", isYou: true, since: TODAY, from: { name: "Noor de Wit", isYou: false } });
    expect([await ownOf("noor", "mine"), await ownOf("noor", "passed")]).toEqual([[], ["Bellen"]]);
    expect([await ownOf("samira", "mine"), await ownOf("samira", "passed")]).toEqual([["Bellen"], []]);
    expect(await mailsAbout(id)).toEqual([{ kind: "AGREEMENT_PASSED_ON", agreementId: id, coreTeamId: world.team.id, recipientId: idOf("samira"), passerId: idOf("noor") }]);
  });

  test("by that colleague to a third keeps the first informed, and back to the first leaves no trace but the history", async () => {
    const id = await agreed("noor");
    await passAs("noor", id, 1, to("person", idOf("samira")));
    await passAs("samira", id, 2, to("person", idOf("joinedAfter")));
    expect(await seen("noor", id)).toMatchObject({ name: "Wout Nieuwkomer", from: { name: "Noor de Wit", isYou: true } });
    await passAs("joinedAfter", id, 3, to("person", idOf("noor")));
    expect(await seen("noor", id)).toEqual({ kind: "PERSON", name: "Noor de Wit", isYou: true, since: null, from: null });
    const found = await asPerson(idOf("noor"), (viewer) => findAgreement(viewer, id));
    expect(found?.events.map((event) => (event.kind === "PASSED" ? [event.who, event.to.name] : null))).toEqual([
      ["Wout Nieuwkomer", "Noor de Wit"], ["Samira Haddou", "Wout Nieuwkomer"], ["Noor de Wit", "Samira Haddou"],
    ]);
  });

  test("works twenty times an hour for one person, because each may mail somebody; a refused one does not count", async () => {
    const id = await agreed("noor");
    for (let version = 1; version <= 20; version += 1) expect(await passAs("noor", id, version, to("person", idOf(version % 2 ? "samira" : "joinedAfter")))).toMatchObject({ ok: true });
    const [mails, before] = [await mailsAbout(id), await everythingOfCases()];
    for (const target of [to("person", idOf("samira")), to("organisation", district.id)]) expect(await passAs("noor", id, 21, target)).toEqual({ ok: false, problem: "TOO_OFTEN" });
    expect([await mailsAbout(id), await everythingOfCases()]).toEqual([mails, before]);
    expect(await passAs("samira", id, 20, to("organisation", district.id))).toMatchObject({ problem: "CHANGED_MEANWHILE" });
    for (let version = 21; version <= 40; version += 1) expect(await passAs("samira", id, version, to("person", idOf(version % 2 ? "noor" : "joinedAfter")))).toMatchObject({ ok: true });
  });

  test("to an organisation shows everybody where it lies and since when, and its people in the team that they are to act", async () => {
    const id = await agreed("noor", { text: "Bellen" });
    await passAs("noor", id, 1, to("organisation", youthCare.id));
    const place = { kind: "ORGANISATION", name: "CJG Duinstreek", since: TODAY };
    expect(await seen("samira", id)).toEqual({ ...place, isYou: true, from: { name: "Noor de Wit", isYou: false } });
    expect(await seen("noor", id)).toEqual({ ...place, isYou: false, from: { name: "Noor de Wit", isYou: true } });
    expect([await ownOf("samira", "mine"), await ownOf("noor", "mine"), await ownOf("noor", "passed"), await ownOf("joinedAfter", "mine")]).toEqual([["Bellen"], [], ["Bellen"], []]);
    expect(await mailsAbout(id)).toEqual([]);
  });

  test("to an organisation without people in the team is possible too", async () => {
    const id = await agreed("noor", { text: "Bellen" });
    await passAs("samira", id, 1, to("organisation", district.id));
    expect(await seen("samira", id)).toEqual({ kind: "ORGANISATION", name: "Wijkteam", isYou: false, since: TODAY, from: { name: "Noor de Wit", isYou: false } });
    expect([await ownOf("noor", "passed"), await ownOf("samira", "mine"), await ownOf("samira", "passed")]).toEqual([["Bellen"], [], []]);
  });

  test("to a function is for everybody who has it in that team, and only there", async () => {
    const id = await agreed("noor", { text: "Bellen" });
    await passAs("noor", id, 1, to("function", world.functions.youth.id));
    const elsewhere = await makeCoreTeam(world.consortiumId);
    await makeMembership(elsewhere, idOf("ofSibling"), { functionId: world.functions.youth.id });
    expect([await ownOf("samira", "mine"), await ownOf("joinedAfter", "mine"), await ownOf("ofSibling", "mine")]).toEqual([["Bellen"], ["Bellen"], []]);
    const lists = await asPerson(idOf("samira"), async (viewer) => [await countOwnAgreements(viewer), await listOpenAgreements(viewer, { coreTeamId: world.team.id, take: 5 })] as const);
    expect([lists[0], lists[1][0]?.atPlay]).toEqual([{ mine: 1, overdue: 0, passed: 0 }, { kind: "FUNCTION", name: "CJG-coach", isYou: true, since: TODAY, from: { name: "Noor de Wit", isYou: false } }]);
  });

  test("is refused to who is no member today, to what is of another samenwerkingsverband, and to where it lies already", async () => {
    const { id: strangers } = await makeOrganisation((await makeConsortium()).id);
    const id = await agreed("noor");
    const before = await everythingOfCases();
    for (const person of OUTSIDERS) expect(await passAs("noor", id, 1, to("person", idOf(person))), person).toEqual({ ok: false, problem: "NOT_IN_TEAM" });
    expect(await passAs("noor", id, 1, to("organisation", strangers))).toEqual({ ok: false, problem: "NOT_IN_TEAM" });
    expect(await passAs("noor", id, 1, to("function", strangers))).toEqual({ ok: false, problem: "NOT_IN_TEAM" });
    expect(await passAs("noor", id, 1, to("person", idOf("noor")))).toEqual({ ok: false, problem: "LIES_THERE" });
    expect(await everythingOfCases()).toEqual(before);
    expect(await mailsAbout(id)).toEqual([]);
  });

  test("is refused once it is closed, from an older version, and to who is no member", async () => {
    const [done, id] = [await agreed("noor", { state: "DONE" }), await agreed("noor")];
    await setAs("samira", id, "UNDER_WAY");
    const before = await everythingOfCases();
    expect(await passAs("noor", done, 1, to("person", idOf("samira")))).toEqual({ ok: false, problem: "CLOSED" });
    expect(await passAs("noor", id, 1, to("person", idOf("samira")))).toMatchObject({ ok: false, problem: "CHANGED_MEANWHILE", now: { state: "UNDER_WAY", version: 2 } });
    for (const person of OUTSIDERS) await expect(passAs(person, id, 2, to("organisation", district.id)), person).rejects.toThrow(NotFoundError);
    expect(await everythingOfCases()).toEqual(before);
    expect(await mailsAbout(id)).toEqual([]);
  });

  test("of a closed casus goes only to who can still read it", async () => {
    const discussionId = await sharedCase(idOf("noor"), world.meeting.id);
    const id = await agreed("noor", { caseDiscussionId: discussionId });
    await operatorDatabase().caseDiscussion.update({ where: { id: discussionId }, data: { closedAt: new Date() } });
    expect(await passAs("noor", id, 1, to("person", idOf("joinedAfter")))).toEqual({ ok: false, problem: "NOT_IN_TEAM" });
    const found = await asPerson(idOf("noor"), (viewer) => findAgreement(viewer, id));
    expect(found?.candidates.map(({ name }) => name).toSorted()).toEqual(["Noor de Wit", "Samira Haddou"]);
    await passAs("noor", id, 1, to("function", world.functions.youth.id));
    expect([await ownOf("samira", "mine"), await ownOf("joinedAfter", "mine")]).toEqual([["Startgesprek voeren"], []]);
  });

  test("offers organisations to members, school boards last", async () => {
    await operatorDatabase().organisation.create({ data: { consortiumId: world.consortiumId, name: "Aanbod Onderwijs", kind: "SCHOOL_BOARD" } });
    const offered = (person: Person) => asPerson(idOf(person), (viewer) => listPassOrganisations(viewer, { consortiumId: world.consortiumId, coreTeamId: world.team.id }));
    expect((await offered("noor")).map(({ name }) => name)).toEqual(["CJG Duinstreek", "Wijkteam", "Aanbod Onderwijs"]);
    expect(await offered("organiser")).toEqual([]);
  });
});

describe("the mail to who passed an agreement on", () => {
  test("is sent once when it is closed, whatever is pressed to and fro, with ids only", async () => {
    const id = await agreed("noor", { text: "Geheim" });
    await passAs("noor", id, 1, to("organisation", district.id));
    for (const state of ["UNDER_WAY", "DONE", "OPEN", "DONE"] as const) await setAs("samira", id, state);
    expect(await mailsAbout(id)).toEqual([{ kind: "AGREEMENT_CLOSED", agreementId: id, coreTeamId: world.team.id, recipientId: idOf("noor") }]);
  });

  test("goes to the first owner and to who passed it on to an organisation, but not to who closed it", async () => {
    const id = await agreed("noor");
    await passAs("noor", id, 1, to("person", idOf("samira")));
    await passAs("samira", id, 2, to("organisation", district.id));
    await dropAs("samira", id, 3);
    expect((await mailsAbout(id)).flatMap(({ kind, recipientId }) => (kind === "AGREEMENT_CLOSED" ? [recipientId] : []))).toEqual([idOf("noor")]);
  });

  test("is not sent for what was never passed on", async () => {
    const id = await agreed("samira");
    await setAs("noor", id, "DONE");
    expect(await mailsAbout(id)).toEqual([]);
  });

  test("is sent anew after it was passed on anew", async () => {
    const id = await agreed("noor");
    await passAs("noor", id, 1, to("organisation", district.id));
    await setAs("samira", id, "DONE");
    await setAs("samira", id, "OPEN");
    await passAs("samira", id, 4, to("organisation", youthCare.id));
    await setAs("samira", id, "DONE");
    expect(await mailsAbout(id)).toHaveLength(2);
  });
});

describe("that an agreement is no longer needed", () => {
  test("takes a line why, which its page and its history keep", async () => {
    const id = await agreed("samira");
    expect(await dropAs("noor", id, 1)).toMatchObject({ ok: true });
    const found = await asPerson(idOf("samira"), (viewer) => findAgreement(viewer, id));
    expect(found).toMatchObject({ state: "DROPPED", since: TODAY, droppedBecause: "De school heeft het al geregeld.", overdue: false });
    expect(found?.events).toMatchObject([{ kind: "STATE", state: "DROPPED", who: "Noor de Wit", reason: "De school heeft het al geregeld." }]);
    expect(await operatorDatabase().auditLine.findMany({ where: { objectId: id }, select: { action: true, details: true } })).toEqual([{ action: "agreement:set-state", details: { state: "DROPPED" } }]);
  });

  test("is refused with a pupil's name, when it is closed already, from an older version, and to who is no member", async () => {
    const [done, id] = [await agreed("samira", { state: "DONE" }), await agreed("samira")];
    await setAs("samira", id, "UNDER_WAY");
    const before = await everythingOfCases();
    expect(await dropAs("noor", id, 2, { reason: "Jayden is verhuisd." })).toMatchObject({ ok: false, problem: "FINDINGS", findings: { reason: [{ text: "Jayden" }] } });
    expect(await dropAs("noor", done, 1)).toEqual({ ok: false, problem: "CLOSED" });
    expect(await dropAs("noor", id, 1)).toMatchObject({ ok: false, problem: "CHANGED_MEANWHILE" });
    for (const person of OUTSIDERS) await expect(dropAs(person, id, 2), person).rejects.toThrow(NotFoundError);
    expect(await everythingOfCases()).toEqual(before);
  });
});

describe("the own agreements over all schools", () => {
  test("come overdue first, then school by school and by date, twenty-five a page", async () => {
    const second = await makeCoreTeam(world.consortiumId, { name: "De Aalscholver" });
    await makeMembership(second, idOf("noor"), { functionId: world.functions.coach.id });
    const meeting = await makeMeeting(second, idOf("noor"), { day: "2026-10-07", invitees: [] });
    const there = (text: string, dueOn: string) => makeAgreementOf({ team: second, meeting } as Pick<CaseWorld, "team" | "meeting">, idOf("noor"), { text, dueOn });
    await agreed("noor", { text: "hier laat", dueOn: "2026-12-20" });
    await agreed("noor", { text: "hier te laat", dueOn: "2026-11-09" });
    await agreed("noor", { text: "hier vandaag", dueOn: TODAY });
    await there("daar laat", "2027-01-20");
    await there("daar te laat", "2026-11-01");
    expect(await ownOf("noor", "mine")).toEqual(["daar te laat", "hier te laat", "daar laat", "hier vandaag", "hier laat"]);
    expect(await asPerson(idOf("noor"), countOwnAgreements)).toEqual({ mine: 5, overdue: 2, passed: 0 });
    for (let n = 0; n < 22; n++) await there(`veel ${n}`, "2027-02-01");
    expect(await ownOf("noor", "mine")).toHaveLength(25);
    expect(await asPerson(idOf("noor"), (viewer) => listOwnAgreements(viewer, "mine", 2))).toHaveLength(2);
  });

  test("of a team that somebody left are gone, also what that person passed on", async () => {
    const id = await agreed("endedYesterday");
    await passAs("noor", id, 1, to("organisation", district.id));
    await agreed("endedYesterday");
    expect([await ownOf("endedYesterday", "mine"), await ownOf("endedYesterday", "passed")]).toEqual([[], []]);
  });
});

describe("what waits for somebody who leaves", () => {
  test("is a number for who plans there, without what was passed on to an organisation", async () => {
    await agreed("samira", { state: "UNDER_WAY" });
    await agreed("samira");
    await agreed("samira", { state: "DONE" });
    await passAs("samira", await agreed("samira"), 1, to("organisation", district.id));
    const counted = (person: Person) => asPerson(idOf(person), (viewer) => countAgreementsOf(viewer, { consortiumId: world.consortiumId, coreTeamId: world.team.id }, idOf("samira")));
    for (const person of ["noor", "processCoach", "organiser"] as const) expect(await counted(person), person).toBe(2);
    for (const person of ["ofSibling", "endedYesterday", "board", "administrator"] as const) expect(await counted(person), person).toBe(0);
  });
});

describe("what the weekly mail is told", () => {
  test("is how many are overdue and due at which school, and nothing of what was agreed", async () => {
    await agreed("samira", { text: "Geheim", dueOn: "2026-11-01" });
    await agreed("samira", { dueOn: "2026-11-17" });
    await agreed("samira", { dueOn: "2026-11-18" });
    await agreed("samira", { dueOn: "2026-11-05", state: "DONE" });
    await passAs("noor", await agreed("noor", { dueOn: "2026-11-12" }), 1, to("organisation", youthCare.id));
    const due = await listAgreementsDue([idOf("samira"), idOf("noor"), idOf("endedYesterday")], "2026-11-17");
    expect(due).toEqual([{ personId: idOf("samira"), coreTeamId: world.team.id, coreTeamName: "OBS De Wilgen", overdue: 1, due: 2 }]);
  });

  test("counts what somebody would find on the page with the own agreements", async () => {
    const discussionId = await sharedCase(idOf("noor"), world.meeting.id);
    await passAs("noor", await agreed("noor", { caseDiscussionId: discussionId }), 1, to("function", world.functions.youth.id));
    await operatorDatabase().caseDiscussion.update({ where: { id: discussionId }, data: { closedAt: new Date() } });
    await agreed("joinedAfter");
    for (const person of ["samira", "joinedAfter"] as const) {
      const [told] = await listAgreementsDue([idOf(person)], "2027-12-31");
      const { mine } = await asPerson(idOf(person), countOwnAgreements);
      expect([person, (told?.overdue ?? 0) + (told?.due ?? 0)]).toEqual([person, mine]);
      expect(mine).toBe(1);
    }
  });
});

describe("the history of an agreement", () => {
  test("is added to by the app under one's own name, and never changed or removed", async () => {
    const id = await agreed("samira");
    await setAs("samira", id, "UNDER_WAY");
    const refused = async (run: (viewer: Viewer) => Promise<unknown>) => expect(asPerson(idOf("samira"), run)).rejects.toThrow();
    await refused((viewer) => viewer.db.agreementEvent.updateMany({ where: { agreementId: id }, data: { at: new Date() } }));
    await refused((viewer) => viewer.db.agreementEvent.deleteMany({ where: { agreementId: id } }));
    const forged = { consortiumId: world.consortiumId, coreTeamId: world.team.id, agreementId: id, at: new Date(), kind: "TEXT", personId: idOf("noor") } as const;
    await refused((viewer) => viewer.db.agreementEvent.createMany({ data: [forged] }));
    expect(await operatorDatabase().agreementEvent.count({ where: { agreementId: id } })).toBe(1);
  });

  test("is read by who reads the agreement", async () => {
    const discussionId = await sharedCase(idOf("noor"), world.meeting.id);
    const id = await agreed("samira", { caseDiscussionId: discussionId });
    await setAs("samira", id, "UNDER_WAY");
    await operatorDatabase().caseDiscussion.update({ where: { id: discussionId }, data: { closedAt: new Date() } });
    const events = (person: Person) => asPerson(idOf(person), (viewer) => viewer.db.agreementEvent.count({ where: { agreementId: id } }));
    expect([await events("noor"), await events("joinedAfter")]).toEqual([1, 0]);
    for (const person of OUTSIDERS) expect(await events(person), person).toBe(0);
  });

  test("shows a state, a place and a day in one row each, and keeps the words of a text to itself", async () => {
    const id = await agreed("samira", { text: "Oude tekst" });
    await tryAs("samira", (viewer) => changeAgreement(viewer, { ...here, agreementId: id, version: 1, text: "Nieuwe tekst", textReason: null, dueOn: "2026-12-24" }));
    const rows = await operatorDatabase().agreementEvent.findMany({ where: { agreementId: id } });
    expect(rows.map(({ kind }) => kind).toSorted()).toEqual(["DUE", "TEXT"]);
    expect(JSON.stringify(rows)).not.toMatch(/tekst/);
  });
});
