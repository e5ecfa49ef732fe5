import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { setAgreementStateAction } from "#app/(signed-in)/agreements/actions";
import { saveCasePartAction, shareCaseDiscussionAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/edit/actions";
import { makeAgreementAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/agreements/new/actions";
import { startCaseDiscussionAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/new/actions";
import { keptValue } from "#lib/anonymity/findings";
import { readCaseDiscussion } from "#lib/case-discussions/queries";
import { createSession, newToken, SESSION_COOKIE } from "#lib/auth/session";
import { authDatabase, disconnect, operatorDatabase } from "#lib/db";
import { env } from "#lib/env";
import { openForm } from "#lib/forms/drafts";
import { newFormKey } from "#lib/forms/form-key";
import { asPerson } from "#tests/support/as-person";
import { type CaseWorld, caseWorld, everythingOfCases, makeAgreementOf, sharedCase, startedCase, TODAY } from "#tests/support/case-world";
import { ownDatabase } from "#tests/support/own-database";
import { sendForm } from "#tests/support/send-form";

const request = vi.hoisted(() => ({ cookie: null as string | null, path: "", origin: "" }));

// The only things of Next that an action needs: the headers and cookies of its request.
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (name === "__Host-kernteam-session" && request.cookie ? { name, value: request.cookie } : undefined) }),
  headers: async () => new Headers({ origin: request.origin, "x-path": request.path }),
}));

let world: CaseWorld;

beforeAll(async () => {
  process.env.REFERENCE_DATE = TODAY;
  await ownDatabase();
  world = await caseWorld();
  request.origin = env().APP_URL;
  request.path = newCasePath();
});

afterAll(disconnect);

function newCasePath(): string {
  return `/core-teams/${world.team.id}/meetings/${world.meeting.id}/case-discussions/new`;
}

async function signIn(personId: string): Promise<void> {
  request.cookie = await authDatabase().$transaction((db) => createSession(db, personId, "test", newToken(), "HIGH"));
}

const startFields = (personId: string) => ({ meetingId: world.meeting.id, goesWell: "Speelt graag buiten.", formKey: newFormKey(personId) });

// Drawing the page again is for a server that has one.
vi.mock("next/cache", () => ({ refresh: () => undefined }));

describe("the first page of a casus", () => {
  test("sent twice at once begins one casus, and leads each time to its second page", async () => {
    await signIn(world.people.noor.id);
    const fields = startFields(world.people.noor.id);
    const before = await operatorDatabase().caseDiscussion.count();
    const answers = await Promise.all([sendForm(startCaseDiscussionAction, fields), sendForm(startCaseDiscussionAction, fields)]);
    answers.push(await sendForm(startCaseDiscussionAction, fields));
    expect(await operatorDatabase().caseDiscussion.count()).toBe(before + 1);
    expect([...new Set(answers)]).toEqual([expect.stringMatching(/\/case-discussions\/[0-9a-f-]{36}\/edit\/question$/)]);
  });

  test("comes back with what was typed, the found words and a sentence that leads to the field", async () => {
    await signIn(world.people.noor.id);
    const before = await everythingOfCases();
    const fields = { ...startFields(world.people.noor.id), goesWell: "  Jayden lacht vaak.\r\nAl lang." };
    const state = await sendForm(startCaseDiscussionAction, fields);
    if (typeof state === "string") throw new Error("It was not refused.");
    expect(state.values.goesWell).toBe("  Jayden lacht vaak.\r\nAl lang.");
    expect(state.findings?.goesWell).toMatchObject([{ text: "Jayden", suggestion: "de leerling" }]);
    expect(state.errors).toEqual({ goesWell: expect.stringContaining("“Jayden”") });
    expect(await everythingOfCases()).toEqual(before);

    const goesWellReason = keptValue("NOT_TRACEABLE", state.findings?.goesWell ?? []);
    expect(await sendForm(startCaseDiscussionAction, { ...fields, goesWellReason })).toContain("/edit/question");
  });

  test("of somebody who left yesterday is refused, and stores nothing", async () => {
    await signIn(world.people.endedYesterday.id);
    const cases = await operatorDatabase().caseDiscussion.count();
    expect(await sendForm(startCaseDiscussionAction, startFields(world.people.endedYesterday.id))).toMatchObject({ message: expect.any(String) });
    expect(await operatorDatabase().caseDiscussion.count()).toBe(cases);
  });
});

describe("a page of a casus", () => {
  const concept = () => startedCase(world.people.noor.id, world.meeting.id);
  const page = (discussionId: string, part: string, fields: Record<string, string>, version = "0") => ({ discussionId, part, version, ...fields, formKey: newFormKey(world.people.noor.id) });

  test("leads on, back or to the overview, and keeps what was typed whichever way", async () => {
    await signIn(world.people.noor.id);
    const id = await concept();
    const ways = [["next", /\/edit\/situation$/], ["previous", /\/edit\/goes-well$/], ["overview", /\/edit$/]] as const;
    for (const [index, [way, where]] of ways.entries()) {
      const question = `Vraag ${index}?`;
      expect(await sendForm(saveCasePartAction, page(id, "QUESTION", { question, way }, String(index)))).toMatch(where);
      expect((await textOf(id)).answers.question).toBe(question);
    }
  });

  test("loses nothing when the session has ended: its writer finds it back, sealed until then", async () => {
    const id = await concept();
    const path = `${newCasePath().replace(/new$/, id)}/edit/situation`;
    request.cookie = null;
    request.path = path;
    expect(await sendForm(saveCasePartAction, page(id, "SITUATION", { situation: "KANARIE-situatie" }))).toContain("/login");
    request.path = newCasePath();
    const [draft] = await operatorDatabase().formDraft.findMany({ select: { personId: true, sealed: true } });
    expect(draft?.personId).toBe(world.people.noor.id);
    expect(JSON.stringify(draft)).not.toContain("KANARIE");
    const form = await asPerson(world.people.noor.id, (viewer) => openForm(viewer, path, { situation: "", version: "0" }));
    expect(form.initial.values).toMatchObject({ situation: "KANARIE-situatie", version: "0" });
    expect((await asPerson(world.people.samira.id, (viewer) => openForm(viewer, path))).initial.values).toEqual({});
  });

  test("open in two tabs keeps the first, and gives the second back what was typed there", async () => {
    await signIn(world.people.noor.id);
    const id = await concept();
    expect(await sendForm(saveCasePartAction, page(id, "SITUATION", { situation: "Eerst." }))).toContain("/edit/setting");
    const state = await sendForm(saveCasePartAction, page(id, "SITUATION", { situation: "Daarna." }));
    expect(state).toMatchObject({ values: { situation: "Daarna.", version: "0" }, message: expect.stringContaining("Jouw tekst staat er nog") });
    expect((await textOf(id)).answers.situation).toBe("Eerst.");
    expect(await sendForm(saveCasePartAction, page(id, "QUESTION", { question: "Wat helpt?" }))).toContain("/edit/situation");
  });

  test("that the team reads leads back to its place in the casus, or says what is missing", async () => {
    await signIn(world.people.noor.id);
    const id = await sharedCase(world.people.samira.id, world.meeting.id);
    const state = await sendForm(saveCasePartAction, page(id, "QUESTION", { question: " " }, "1"));
    expect(state).toMatchObject({ errors: { question: expect.stringContaining("in één zin") } });
    expect(await sendForm(saveCasePartAction, page(id, "QUESTION", { question: "Wat helpt?" }, "1"))).toMatch(new RegExp(`${id}\\?notice=case-changed&at=question#question$`));
  });

  test("tells at the overview all that is missing, each at its answer", async () => {
    await signIn(world.people.noor.id);
    const id = await concept();
    const state = await sendForm(shareCaseDiscussionAction, { discussionId: id, version: "1", formKey: newFormKey(world.people.noor.id) });
    if (typeof state === "string") throw new Error("It was not refused.");
    expect(Object.keys(state.errors)).toEqual(["question", "situation", "stage", "theme", "lifeDomains", "since", "parents", "parentsText", "pupil", "pupilText", "parentsInformed"]);
    expect(Object.values(state.errors).every((sentence) => sentence.endsWith("."))).toBe(true);
  });

  async function textOf(id: string) {
    const scope = { consortiumId: world.consortiumId, coreTeamId: world.team.id };
    const text = await asPerson(world.people.noor.id, (viewer) => readCaseDiscussion(viewer, { id, team: { scope } }));
    if (!text) throw new Error("There is no text.");
    return text;
  }
});

test("an agreement that was typed about one casus waits for its writer there, and at no other", async () => {
  const [one, other] = [await sharedCase(world.people.noor.id, world.meeting.id), await sharedCase(world.people.noor.id, world.meeting.id)];
  const at = (id?: string) => `/core-teams/${world.team.id}/meetings/${world.meeting.id}/agreements/new${id ? `?case=${id}` : ""}`;
  const found = async (path: string) => (await asPerson(world.people.noor.id, (viewer) => openForm(viewer, path))).initial.values.text;
  const fields = { meetingId: world.meeting.id, caseDiscussionId: one, text: "De ochtend rustig beginnen.", ownerId: world.people.noor.id, dueOnDay: "1", dueOnMonth: "12", dueOnYear: "2026", formKey: newFormKey(world.people.noor.id) };
  [request.cookie, request.path] = [null, at(one)];
  expect(await sendForm(makeAgreementAction, fields)).toContain("kept=1");
  for (const path of [at(other), at()]) expect(await found(path), path).toBeUndefined();
  expect(await found(at(one))).toBe(fields.text);
  await signIn(world.people.noor.id);
  expect(await sendForm(makeAgreementAction, fields)).toMatch(/notice=agreement-made&at=agreements#agreements$/);
  expect(await found(at(one))).toBeUndefined();
  request.path = newCasePath();
});

test("the button that ticks off leads back to the page it stands on, and works once for each page that was shown", async () => {
  await signIn(world.people.samira.id);
  const { id } = await makeAgreementOf(world, world.people.samira.id);
  const fields = { agreementId: id, state: "DONE", back: "team", formKey: newFormKey(world.people.samira.id) };
  expect(await sendForm(setAgreementStateAction, fields)).toBe(`/core-teams/${world.team.id}/agreements?notice=agreement-done&agreement=${id}`);
  await operatorDatabase().agreement.update({ where: { id }, data: { state: "OPEN" } });
  await sendForm(setAgreementStateAction, fields);
  expect((await operatorDatabase().agreement.findUniqueOrThrow({ where: { id } })).state).toBe("OPEN");
  expect(SESSION_COOKIE).toBe("__Host-kernteam-session");
});
