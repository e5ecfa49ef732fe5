import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { closeCaseDiscussionAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/closing/actions";
import { saveCasePartAction, shareCaseDiscussionAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/edit/actions";
import { startCaseDiscussionAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/new/actions";
import { beginSetUpAction, codesAreKeptAction, confirmSetUpAction } from "#app/(signed-in)/profile/second-factor/actions";
import { resetSecondFactorAction } from "#app/(signed-in)/people/actions";
import { enterAppCodeAction, enterRecoveryCodeAction } from "#app/(signed-in)/second-factor/actions";
import { findOwnSecondFactor } from "#lib/auth/second-factor/entering";
import { SESSION_COOKIE, sessionOf } from "#lib/auth/session";
import { readCaseDiscussion } from "#lib/case-discussions/queries";
import { disconnect, operatorDatabase } from "#lib/db";
import { env } from "#lib/env";
import { AssuranceNeededError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { newFormKey } from "#lib/forms/form-key";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { personMailJob } from "#lib/jobs/person-mail";
import { seal } from "#lib/auth/second-factor/sealing";
import { codeOfStep, stepAt } from "#lib/auth/second-factor/totp";
import { DEMO_KEY } from "#prisma/world";
import { APP_KEY, makePerson, makeRole, makeSecondFactor } from "#tests/support/builders";
import { type CaseWorld, caseWorld, everythingOfCases, startedCase } from "#tests/support/case-world";
import { ownDatabase } from "#tests/support/own-database";
import { type Browser, browserOf, browserWith } from "#tests/support/second-factor";
import { sendForm } from "#tests/support/send-form";

const jar = vi.hoisted(() => ({ cookies: new Map<string, string>(), path: "", origin: "" }));

// The only things of Next that an action needs: the headers and cookies of its request.
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (jar.cookies.has(name) ? { name, value: jar.cookies.get(name) } : undefined),
    set: (name: string, value: string) => jar.cookies.set(name, value),
  }),
  headers: async () => new Headers({ origin: jar.origin, "x-path": jar.path, "x-forwarded-for": "192.0.2.1" }),
}));

let world: CaseWorld;
let newCase: string;

beforeAll(async () => {
  Object.assign(process.env, { LOG_LEVEL: "silent", DEMO: "1", REFERENCE_DATE: "2026-11-10" });
  await ownDatabase();
  jar.origin = env().APP_URL;
  world = await caseWorld();
  newCase = `/core-teams/${world.team.id}/meetings/${world.meeting.id}/case-discussions/new`;
});

beforeEach(async () => {
  await operatorDatabase().$executeRaw`DELETE FROM pgboss.job`;
  await operatorDatabase().rateLimit.deleteMany();
  jar.cookies.clear();
});

afterAll(disconnect);

/** Sends a form in a browser: where it leads to, or what it shows again. */
async function send(personId: string, browser: Browser, action: FormAction, path: string, fields: Record<string, string>): Promise<string | FormState> {
  jar.cookies.set(SESSION_COOKIE, browser.token);
  jar.path = path;
  return sendForm(action, { formKey: newFormKey(personId), ...fields });
}

/** The same browser, with the token that it was given last. */
function afterwards({ sessionId }: Browser): Browser {
  return browserWith(sessionId, jar.cookies.get(SESSION_COOKIE) ?? "");
}

const codeNow = (key = APP_KEY, later = 0) => codeOfStep(key, stepAt(Date.now()) + later);

describe("a form of a casus without a second factor", () => {
  test("leads by way of the code back to what was typed, and does nothing before", async () => {
    const { id } = world.people.samira;
    await makeSecondFactor(id);
    const browser = await browserOf(id);
    const before = await everythingOfCases();
    const typed = { meetingId: world.meeting.id, goesWell: "Speelt graag buiten." };
    const next = new URLSearchParams({ next: newCase, kept: "1" }).toString();
    expect(await send(id, browser, startCaseDiscussionAction, newCase, typed)).toBe(`/second-factor?${next}`);
    expect(await everythingOfCases()).toEqual(before);

    expect(await send(id, browser, enterAppCodeAction, "/second-factor", { code: "00 00", next: newCase })).toMatchObject({ errors: { code: "Een code uit de app heeft zes cijfers. Vul die in, bijvoorbeeld 123 456." }, values: { code: "00 00" } });
    expect(await send(id, browser, enterAppCodeAction, "/second-factor", { code: codeNow(), next: newCase })).toBe(newCase);
    const opened = afterwards(browser);
    expect((await opened.run((viewer) => openForm(viewer, newCase))).initial).toMatchObject({ values: { goesWell: typed.goesWell }, notice: expect.any(String) as string });
    expect(await send(id, opened, startCaseDiscussionAction, newCase, typed)).toMatch(/\/edit\/question$/);
  });

  test("is refused again after half an hour, on each of its pages, and its text is not read", async () => {
    const { id } = world.people.noor;
    const discussionId = await startedCase(id, world.meeting.id);
    const browser = await browserOf(id, "HIGH");
    await operatorDatabase().$executeRaw`UPDATE session SET assured_until = now() WHERE id = ${browser.sessionId}::uuid`;
    const before = await everythingOfCases();
    const forms: [FormAction, string, Record<string, string>][] = [
      [saveCasePartAction, "edit/question", { part: "QUESTION", question: "Wat helpt?" }],
      [shareCaseDiscussionAction, "edit", {}],
      [closeCaseDiscussionAction, "closing", {}],
    ];
    for (const [action, page, fields] of forms) {
      const path = newCase.replace("new", `${discussionId}/${page}`);
      const next = new URLSearchParams({ next: path, kept: "1" }).toString();
      expect(await send(id, browser, action, path, { discussionId, version: "1", ...fields }), page).toBe(`/second-factor?${next}`);
    }
    const scope = { consortiumId: world.consortiumId, coreTeamId: world.team.id };
    await expect(browser.run((viewer) => readCaseDiscussion(viewer, { id: discussionId, team: { scope } }))).rejects.toThrow(AssuranceNeededError);
    expect(await everythingOfCases()).toEqual(before);
  });
});

describe("the forms of the second factor", () => {
  test("set it up and lead on to where somebody was going", async () => {
    const { id } = await makePerson();
    const browser = await browserOf(id);
    const next = "/agreements";
    const page = "/profile/second-factor?next=%2Fagreements";
    expect(await send(id, browser, beginSetUpAction, "/second-factor?next=%2Fagreements", { next })).toBe(page);
    const key = (await browser.run(findOwnSecondFactor)).setUp?.key ?? "";
    expect(await send(id, browser, confirmSetUpAction, page, { code: codeNow(key), next })).toBe("/profile/second-factor/recovery-codes?next=%2Fagreements");
    expect(await afterwards(browser).run(async (viewer) => viewer.isHighlyAssured)).toBe(true);
    expect(await send(id, afterwards(browser), codesAreKeptAction, "/profile/second-factor/recovery-codes", { next })).toBe(next);
  });

  test("ask first who is there when that was proven long ago, and come back", async () => {
    const { id } = await makePerson();
    const browser = await browserOf(id);
    await operatorDatabase().$executeRaw`UPDATE session SET proven_at = now() - interval '11 minutes' WHERE id = ${browser.sessionId}::uuid`;
    const asked = "/second-factor?next=%2Fagreements";
    expect(await send(id, browser, beginSetUpAction, asked, { next: "/agreements" })).toBe(`/profile/proof?${new URLSearchParams({ next: asked }).toString()}`);
    // Nothing was typed, so nothing is kept.
    expect(await operatorDatabase().formDraft.count({ where: { personId: id } })).toBe(0);
  });

  test("lead to no other site, and say the same of a wrong code and of a used one", async () => {
    const { id } = await makePerson();
    await makeSecondFactor(id);
    const [one, other] = [await browserOf(id), await browserOf(id)];
    const code = codeNow();
    expect(await send(id, one, enterAppCodeAction, "/second-factor", { code, next: "https://evil.example" })).toBe("/");
    const used = await send(id, other, enterAppCodeAction, "/second-factor", { code, next: "/" });
    const wrong = await send(id, other, enterRecoveryCodeAction, "/second-factor", { recoveryCode: "AAAAA-AAAAA", next: "//evil.example" });
    expect(used).toMatchObject({ errors: { code: "Deze code klopt niet, of is al gebruikt. Wacht tot de app een nieuwe code laat zien en vul die in." } });
    expect(wrong).toMatchObject({ errors: { recoveryCode: "Deze herstelcode klopt niet, of is al gebruikt. Controleer de tien tekens of vul een andere code in." } });
    const answers = [];
    for (let attempt = 0; attempt < 9; attempt += 1) answers.push(await send(id, other, enterAppCodeAction, "/second-factor", { code, next: "/" }));
    expect(answers.at(-1)).toMatchObject({ errors: { code: "Je hebt te vaak een code geprobeerd. Wacht een half uur en probeer het opnieuw." } });
  });
});

describe("taking away somebody's second factor", () => {
  const reset = (by: string, browser: Browser, personId: string, check = "CALLED_BACK") => send(by, browser, resetSecondFactorAction, `/people/${personId}/second-factor-reset`, { personId, check });

  async function factorOf(personId: string): Promise<{ factors: number; openSessions: number }> {
    const db = operatorDatabase();
    return { factors: await db.secondFactor.count({ where: { personId } }), openSessions: await db.session.count({ where: { personId, endedAt: null } }) };
  }

  async function member(): Promise<{ id: string; email: string }> {
    const person = await makePerson({ name: "Lies Verloren" });
    await makeRole(world.consortiumId, person.id, "ORGANISER");
    await makeSecondFactor(person.id);
    await browserOf(person.id, "HIGH");
    return person;
  }

  test("is for the administrator, signs the person out, is told by mail and written down with how it was checked", async () => {
    const [person, { id: administrator }] = [await member(), world.people.administrator];
    expect(await reset(administrator, await browserOf(administrator), person.id)).toBe(`/people/${person.id}?notice=second-factor-reset`);
    expect(await factorOf(person.id)).toEqual({ factors: 0, openSessions: 0 });
    expect(await operatorDatabase().auditLine.findFirst({ where: { action: "second-factor:reset", objectId: person.id } })).toMatchObject({ personId: administrator, role: "administrator", consortiumId: world.consortiumId, details: { check: "CALLED_BACK" } });
    const [job] = await operatorDatabase().$queryRaw<{ data: never }[]>`SELECT data FROM pgboss.job WHERE name = 'person-mail'`;
    await personMailJob.run((job as { data: never }).data, { jobId: crypto.randomUUID(), age: 0, signal: new AbortController().signal });
    const mail = await operatorDatabase().demoMail.findFirstOrThrow({ where: { toAddress: person.email } });
    expect(mail.subject).toBe("Je tweede stap voor casussen is gewist");
    expect(mail.text).toContain("Heb je hier niet om gevraagd?");
  });

  test("takes a fresh proof of who does it, and a word on how one knows who asks", async () => {
    const [person, { id: administrator }] = [await member(), world.people.administrator];
    const old = await browserOf(administrator);
    await operatorDatabase().$executeRaw`UPDATE session SET proven_at = now() - interval '11 minutes' WHERE id = ${old.sessionId}::uuid`;
    expect(await reset(administrator, old, person.id)).toContain("/profile/proof?next=");
    expect(await reset(administrator, await browserOf(administrator), person.id, "")).toMatchObject({ errors: { check: "Kies hoe je hebt gecontroleerd dat deze persoon het zelf vraagt." } });
    expect(await factorOf(person.id)).toEqual({ factors: 1, openSessions: 1 });
  });

  test("is not for a procesbegeleider, not of oneself, and not of who first worked for another samenwerkingsverband", async () => {
    const [person, { administrator, processCoach }] = [await member(), world.people];
    expect(await reset(processCoach.id, await browserOf(processCoach.id, "HIGH"), person.id)).toMatchObject({ message: expect.any(String) as string });
    await makeSecondFactor(administrator.id);
    expect(await reset(administrator.id, await browserOf(administrator.id), administrator.id)).toMatchObject({ message: expect.stringContaining("je eigen tweede stap") as string });

    const elsewhere = await caseWorld();
    const shared = elsewhere.people.noor.id;
    await makeSecondFactor(shared);
    await makeRole(world.consortiumId, shared, "ORGANISER");
    expect(await reset(administrator.id, await browserOf(administrator.id), shared)).toMatchObject({ message: expect.stringContaining("ander samenwerkingsverband") as string });
    expect(await reset(administrator.id, await browserOf(administrator.id), elsewhere.people.samira.id)).toMatchObject({ message: expect.any(String) as string });
    for (const personId of [person.id, administrator.id, shared]) expect((await factorOf(personId)).factors, personId).toBe(1);
  });

  test("says so when there is none", async () => {
    const { id } = await makePerson();
    await makeRole(world.consortiumId, id, "BOARD");
    const { administrator } = world.people;
    expect(await reset(administrator.id, await browserOf(administrator.id), id)).toMatchObject({ message: "Deze persoon heeft geen tweede stap. Er valt niets te wissen." });
  });
});

describe("the demo", () => {
  test("tells the code of its own people, the next one when that was used, and nobody's with a key of the own", async () => {
    const [{ id }, other] = [await makePerson(), await makePerson()];
    let browser = await browserOf(id);
    const toldTo = async (asker: Browser) => (await asker.run(findOwnSecondFactor)).factor?.demo;
    await operatorDatabase().secondFactor.create({ data: { personId: id, sealedKey: seal("second-factor-key", id, DEMO_KEY), lastStep: 0 } });
    await makeSecondFactor(other.id);
    expect(await toldTo(await browserOf(other.id))).toBeUndefined();
    for (const _code of ["that of now", "the next one"]) {
      const told = await toldTo(browser);
      expect(await send(id, browser, enterAppCodeAction, "/second-factor", { code: told?.code ?? "", next: "/agreements" })).toBe("/agreements");
      browser = afterwards(browser);
    }
    // And then there is none that would be accepted already.
    await operatorDatabase().secondFactor.update({ where: { personId: id }, data: { lastStep: { increment: 1 } } });
    expect(await toldTo(browser)).toEqual({ code: null });
  });
});

test("a session of the first step alone is one: no second factor comes with signing in", async () => {
  const browser = await browserOf(world.people.noor.id);
  expect(await sessionOf(browser.token)).toMatchObject({ state: "open", facts: { isHighlyAssured: false } });
});
