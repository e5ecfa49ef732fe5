import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { setAgreementStateAction } from "#app/(signed-in)/agreements/actions";
import { logCaseDiscussionAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/new/actions";
import { keptValue } from "#lib/anonymity/schema";
import { createSession, SESSION_COOKIE } from "#lib/auth/session";
import { authDatabase, disconnect, operatorDatabase } from "#lib/db";
import { env } from "#lib/env";
import { openForm } from "#lib/forms/drafts";
import { newFormKey } from "#lib/forms/form-key";
import { type FormAction, type FormState, freshForm } from "#lib/forms/form-state";
import { asPerson } from "#tests/support/as-person";
import { type CaseWorld, caseWorld, everythingOfCases, makeAgreementOf, TODAY, typedStory } from "#tests/support/case-world";
import { ownDatabase } from "#tests/support/own-database";

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
  request.cookie = await authDatabase().$transaction((db) => createSession(db, personId, "test"));
}

/** Sends a form: where it leads to, or what it shows again. */
async function send(action: FormAction, fields: Record<string, string>): Promise<string | FormState> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  try {
    return await action(freshForm(), form);
  } catch (error) {
    const digest = (error as { digest?: string }).digest ?? "";
    if (!digest.startsWith("NEXT_REDIRECT")) throw error;
    return digest.split(";")[2] ?? "";
  }
}

describe("the form of a new casus", () => {
  test("sent twice at once has one effect, and leads both times to the meeting", async () => {
    await signIn(world.people.noor.id);
    const fields = { ...typedStory(world.meeting.id), formKey: newFormKey(world.people.noor.id) };
    const before = await operatorDatabase().caseDiscussion.count();
    const answers = await Promise.all([send(logCaseDiscussionAction, fields), send(logCaseDiscussionAction, fields)]);
    answers.push(await send(logCaseDiscussionAction, fields));
    expect(await operatorDatabase().caseDiscussion.count()).toBe(before + 1);
    expect(new Set(answers)).toEqual(new Set([`/core-teams/${world.team.id}/meetings/${world.meeting.id}?notice=case-logged`]));
  });

  test("comes back with what was typed, the found words and a sentence that leads to each field", async () => {
    await signIn(world.people.noor.id);
    const before = await everythingOfCases();
    const fields = { ...typedStory(world.meeting.id), situation: "  Jayden slaapt slecht.\r\nAl lang.", formKey: newFormKey(world.people.noor.id) };
    const state = await send(logCaseDiscussionAction, fields);
    if (typeof state === "string") throw new Error("It was not refused.");
    expect(state.values.situation).toBe("  Jayden slaapt slecht.\r\nAl lang.");
    expect(state.findings?.situation).toMatchObject([{ text: "Jayden", suggestion: "de leerling" }]);
    expect(state.errors).toEqual({ situation: expect.stringContaining("“Jayden”") });
    expect(await everythingOfCases()).toEqual(before);

    const situationReason = keptValue("NOT_TRACEABLE", state.findings?.situation ?? []);
    expect(await send(logCaseDiscussionAction, { ...fields, situationReason })).toContain("notice=case-logged");
  });

  test("loses nothing when the session has ended: its writer finds it back, sealed until then", async () => {
    request.cookie = null;
    const fields = { ...typedStory(world.meeting.id), situation: "KANARIE-situatie", formKey: newFormKey(world.people.noor.id) };
    expect(await send(logCaseDiscussionAction, fields)).toContain("/login");
    const [draft] = await operatorDatabase().formDraft.findMany({ select: { personId: true, sealed: true } });
    expect(draft?.personId).toBe(world.people.noor.id);
    expect(JSON.stringify(draft)).not.toContain("KANARIE");
    const form = await asPerson(world.people.noor.id, (viewer) => openForm(viewer, newCasePath()));
    expect(form.initial.values).toMatchObject({ situation: "KANARIE-situatie", parents: "SAID" });
    expect((await asPerson(world.people.samira.id, (viewer) => openForm(viewer, newCasePath()))).initial.values).toEqual({});
  });

  test("of somebody who left yesterday is refused, and stores nothing", async () => {
    await signIn(world.people.endedYesterday.id);
    const cases = await operatorDatabase().caseDiscussion.count();
    const state = await send(logCaseDiscussionAction, { ...typedStory(world.meeting.id), formKey: newFormKey(world.people.endedYesterday.id) });
    expect(state).toMatchObject({ message: expect.any(String) });
    expect(await operatorDatabase().caseDiscussion.count()).toBe(cases);
  });
});

test("the button that ticks off leads back to the page it stands on, and works once for each page that was shown", async () => {
  await signIn(world.people.samira.id);
  const { id } = await makeAgreementOf(world, world.people.samira.id);
  const fields = { agreementId: id, state: "DONE", back: "team", formKey: newFormKey(world.people.samira.id) };
  expect(await send(setAgreementStateAction, fields)).toBe(`/core-teams/${world.team.id}/agreements?notice=agreement-done&agreement=${id}`);
  await operatorDatabase().agreement.update({ where: { id }, data: { state: "OPEN" } });
  await send(setAgreementStateAction, fields);
  expect((await operatorDatabase().agreement.findUniqueOrThrow({ where: { id } })).state).toBe("OPEN");
  expect(SESSION_COOKIE).toBe("__Host-kernteam-session");
});
