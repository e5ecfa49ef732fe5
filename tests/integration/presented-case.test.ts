import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { makeAgreementAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/agreements/new/actions";
import { setAtPlayAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/at-play/actions";
import { revealPerspectivesAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/revealing/actions";
import { createSession, newToken } from "#lib/auth/session";
import { authDatabase, disconnect, operatorDatabase } from "#lib/db";
import { env } from "#lib/env";
import { newFormKey } from "#lib/forms/form-key";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { type CaseWorld, caseWorld, sharedCase, TODAY } from "#tests/support/case-world";
import { ownDatabase } from "#tests/support/own-database";
import { sendForm } from "#tests/support/send-form";

// What is done with a casus that the table looks at: where its forms lead back to.

const request = vi.hoisted(() => ({ cookie: null as string | null, path: "", origin: "" }));

// The only things of Next that an action needs: the headers and cookies of its request.
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (name === "__Host-kernteam-session" && request.cookie ? { name, value: request.cookie } : undefined) }),
  headers: async () => new Headers({ origin: request.origin, "x-path": request.path }),
}));

let world: CaseWorld;
/** A shared casus of Noor, new for each test. */
let id: string;

beforeAll(async () => {
  process.env.REFERENCE_DATE = TODAY;
  await ownDatabase();
  world = await caseWorld();
  request.origin = env().APP_URL;
});

beforeEach(async () => {
  await operatorDatabase().$executeRaw`DELETE FROM rate_limit`;
  id = await sharedCase(world.people.noor.id, world.meeting.id);
});

afterAll(disconnect);

type Person = keyof CaseWorld["people"];
const idOf = (person: Person) => world.people[person].id;
const meetingPath = () => `/core-teams/${world.team.id}/meetings/${world.meeting.id}`;
const ON_SCREEN = { back: "screen", item: "4" };

async function send(person: Person, action: FormAction, fields: Record<string, string>, assurance: "HIGH" | "LOW" = "HIGH"): Promise<string | FormState> {
  request.cookie = await authDatabase().$transaction((db) => createSession(db, idOf(person), "test", newToken(), assurance));
  return sendForm(action, { ...fields, formKey: newFormKey(idOf(person)) });
}

const promise = (fields: Record<string, string> = {}) => ({ meetingId: world.meeting.id, text: "De leerkracht belt.", ownerId: idOf("samira"), dueOn: "1 12 2026", ...fields });

describe("a form that was opened from the shared screen", () => {
  const forms: [string, string, string, (fields: Record<string, string>) => Promise<string | FormState>][] = [
    ["to reveal the perspectives", "perspectives", "perspectives-revealed", (fields) => send("noor", revealPerspectivesAction, { discussionId: id, ...fields })],
    ["to say who is to act", "at-play", "at-play-set", (fields) => send("noor", setAtPlayAction, { discussionId: id, version: "0", to: `person:${idOf("samira")}`, ...fields })],
    ["to agree on something", "agreements", "agreement-made", (fields) => send("noor", makeAgreementAction, promise({ caseDiscussionId: id, ...fields }))],
  ];

  test.each(forms)("%s leads back to that part of the casus there, with the item of the agenda", async (_form, part, _notice, sent) => {
    expect(await sent(ON_SCREEN)).toBe(`${meetingPath()}/presentation/case-discussions/${id}?item=4#${part}`);
  });

  test.each(forms)("%s leads to its part of the page of the casus for who came from there, and with an item that is none", async (_form, part, notice, sent) => {
    expect(await sent({ item: "geen" })).toBe(`${meetingPath()}/case-discussions/${id}?notice=${notice}&at=${part}#${part}`);
  });

  test("stays about the same casus and that screen when another agreement follows", async () => {
    const to = new URL(String(await send("noor", makeAgreementAction, promise({ caseDiscussionId: id, next: "another", ...ON_SCREEN }))), env().APP_URL);
    expect(to.pathname).toBe(`${meetingPath()}/agreements/new`);
    expect(Object.fromEntries(to.searchParams)).toMatchObject({ case: id, ...ON_SCREEN });
  });

  test("leads nowhere else, whatever it says", async () => {
    for (const back of ["//evil.example", "home"]) expect(typeof (await send("noor", revealPerspectivesAction, { discussionId: id, back })), back).toBe("object");
    expect((await operatorDatabase().caseDiscussion.findUniqueOrThrow({ where: { id } })).revealedAt).toBeNull();
  });

  test("leads back to it from the page of the second factor too", async () => {
    request.path = `${meetingPath()}/case-discussions/${id}/revealing?back=screen&item=4`;
    const to = new URL(String(await send("noor", revealPerspectivesAction, { discussionId: id, ...ON_SCREEN }, "LOW")), env().APP_URL);
    expect([to.pathname, to.searchParams.get("next")]).toEqual(["/second-factor", request.path]);
  });
});
