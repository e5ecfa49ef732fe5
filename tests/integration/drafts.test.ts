import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { savePerspectiveAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/perspective/actions";
import { POST as discard } from "#app/discarded-drafts/route";
import { POST as leave } from "#app/drafts/route";
import { createSession, newToken } from "#lib/auth/session";
import { stopCase } from "#lib/case-stops/commands";
import { appDatabase, authDatabase, disconnect, operatorDatabase } from "#lib/db";
import { env } from "#lib/env";
import { openForm } from "#lib/forms/drafts";
import { hashOfFormKey, newFormKey } from "#lib/forms/form-key";
import type { TypedValues } from "#lib/forms/form-state";
import { asPerson } from "#tests/support/as-person";
import { type CaseWorld, caseWorld, sharedCase, TODAY } from "#tests/support/case-world";
import { untilSomebodyWaits } from "#tests/support/locks";
import { ownDatabase } from "#tests/support/own-database";
import { sendForm } from "#tests/support/send-form";

// What is typed in a form about a casus and not sent, when its page is left.

const browser = vi.hoisted(() => ({ token: null as string | null, path: "", origin: "" }));

vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (name === "__Host-kernteam-session" && browser.token ? { name, value: browser.token } : undefined) }),
  headers: async () => new Headers({ origin: browser.origin, "x-path": browser.path }),
}));
vi.mock("next/cache", () => ({ refresh: () => undefined }));

const SAID = "KANARIE-getypt en niet verstuurd";
const DAY = 86_400_000;

let world: CaseWorld;
let noor: string;
let samira: string;
let discussionId: string;

beforeAll(async () => {
  process.env.REFERENCE_DATE = TODAY;
  await ownDatabase();
  world = await caseWorld();
  [noor, samira] = [world.people.noor.id, world.people.samira.id];
  browser.origin = env().APP_URL;
});

afterAll(disconnect);

beforeEach(async () => {
  await operatorDatabase().$executeRaw`TRUNCATE rate_limit, form_draft, form_submission`;
  discussionId = await sharedCase(noor, world.meeting.id);
  browser.path = perspective();
  await signIn(samira);
});

function perspective(): string {
  return `/core-teams/${world.team.id}/meetings/${world.meeting.id}/case-discussions/${discussionId}/perspective`;
}

async function signIn(personId: string): Promise<void> {
  browser.token = await authDatabase().$transaction((db) => createSession(db, personId, "test", newToken(), "HIGH"));
}

async function opened(personId = samira, values: TypedValues = {}, path = perspective()) {
  return asPerson(personId, (viewer) => openForm(viewer, path, values));
}

async function keyOf(personId = samira): Promise<string> {
  return (await opened(personId)).formKey;
}

function letter(body: unknown, headers: Record<string, string | null> = {}): Request {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const all = { origin: browser.origin, "content-type": "application/json", "content-length": String(Buffer.byteLength(text)), ...headers };
  return new Request(`${env().APP_URL}/drafts`, { method: "POST", body: text, headers: Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null) });
}

async function left(formKey: string, values: unknown = { perspective: SAID }, headers: Record<string, string | null> = {}): Promise<number> {
  return (await leave(letter({ formKey, values }, headers), {})).status;
}

async function drafts() {
  return operatorDatabase().formDraft.findMany({ select: { personId: true, path: true, sealed: true } });
}

const typed = async (personId = samira) => (await opened(personId, { perspective: "" })).initial;

describe("what was typed in a form when its page was left", () => {
  test("is kept sealed for its writer alone, and stands there when the form is opened again", async () => {
    expect(await left(await keyOf(), { perspective: SAID, version: "0" })).toBe(204);
    const [draft, ...others] = await drafts();
    expect(draft).toMatchObject({ personId: samira, path: perspective() });
    expect(others).toEqual([]);
    expect(JSON.stringify(draft)).not.toContain("KANARIE");
    expect(await typed()).toMatchObject({ values: { perspective: SAID, version: "0" }, notice: expect.any(String) as string });
    expect(await typed(noor)).toEqual({ values: { perspective: "" }, errors: {} });
  });

  test("is kept as it stands when it is left once more, also that nothing is ticked", async () => {
    const key = await keyOf();
    await left(key, { perspective: "Eerst.", lifeDomains: ["SCHOOL", "HOME"] });
    expect(await left(key, { perspective: SAID, lifeDomains: [] })).toBe(204);
    expect((await opened(samira, { lifeDomains: ["SCHOOL"] })).initial.values).toEqual({ perspective: SAID, lifeDomains: [] });
  });

  test("goes when nothing is typed there any more", async () => {
    const key = await keyOf();
    await left(key);
    expect(await left(key, null)).toBe(204);
    expect(await drafts()).toEqual([]);
  });

  test("is kept when the session is over by then, as a form that is sent is", async () => {
    const key = await keyOf();
    await operatorDatabase().$executeRaw`UPDATE session SET ended_at = now() WHERE person_id = ${samira}::uuid`;
    expect(await left(key)).toBe(204);
    await operatorDatabase().formDraft.deleteMany();
    browser.token = null;
    expect(await left(key)).toBe(204);
    expect(await drafts()).toMatchObject([{ personId: samira, path: perspective() }]);
  });

  test("of a form that names its casus behind the question mark lies there, and nowhere else", async () => {
    const page = `/core-teams/${world.team.id}/meetings/${world.meeting.id}/agreements/new`;
    const { formKey } = await opened(samira, {}, `${page}?case=${discussionId}`);
    expect(await left(formKey, { text: SAID })).toBe(204);
    expect((await opened(samira, {}, `${page}?case=${discussionId}`)).initial.values).toEqual({ text: SAID });
    expect((await opened(samira, {}, page)).initial.values).toEqual({});
  });
});

describe("nothing is kept", () => {
  const refused: [string, number, (key: string) => Promise<Response>][] = [
    ["from another site", 403, (key) => leave(letter({ formKey: key, values: { perspective: SAID } }, { origin: "https://evil.example" }), {})],
    ["from a page without an origin", 403, (key) => leave(letter({ formKey: key, values: { perspective: SAID } }, { origin: "null" }), {})],
    ["without a word of where it comes from", 403, (key) => leave(letter({ formKey: key, values: { perspective: SAID } }, { origin: null }), {})],
    ["from another site by the word of the browser", 403, (key) => leave(letter({ formKey: key, values: { perspective: SAID } }, { origin: null, "sec-fetch-site": "cross-site" }), {})],
    ["of more than a form can be", 413, (key) => leave(letter({ formKey: key, values: { perspective: "x".repeat(256 * 1024) } }), {})],
    ["of a size that is not told", 411, (key) => leave(letter({ formKey: key, values: { perspective: SAID } }, { "content-length": null }), {})],
    ["of more than was told", 400, (key) => leave(letter({ formKey: key, values: { perspective: "x".repeat(256 * 1024) } }, { "content-length": "20" }), {})],
    ["of a form as a browser sends it", 400, (key) => leave(letter(`formKey=${key}&perspective=x`, { "content-type": "application/x-www-form-urlencoded" }), {})],
    ["that is half of what it was", 400, (key) => leave(letter(`{"formKey":"${key}","values":{"persp`), {})],
    ["with something beside the values", 400, (key) => leave(letter({ formKey: key, values: {}, path: "/elsewhere" }), {})],
    ["with a number in it", 400, (key) => leave(letter({ formKey: key, values: { perspective: 7 } }), {})],
    ["with a file in it", 400, (key) => leave(letter({ formKey: key, values: { perspective: { name: "x.txt", size: 1 } } }), {})],
    ["with a name that no box has", 400, (key) => leave(letter({ formKey: key, values: { "$ACTION_ID_0": "x" } }), {})],
    ["with the name of all objects", 400, (key) => leave(letter(`{"formKey":"${key}","values":{"__proto__":"x"}}`), {})],
    ["with a key that is no text", 400, () => leave(letter({ formKey: { a: 1 }, values: {} }), {})],
    ["with a key that is longer than any", 400, () => leave(letter({ formKey: "k".repeat(601), values: {} }), {})],
  ];

  test.each(refused)("%s", async (_what, status, send) => {
    expect((await send(await keyOf())).status).toBe(status);
    expect(await drafts()).toEqual([]);
  });

  test("of a form that was drawn for somebody else, whoever is signed in or was", async () => {
    const key = await keyOf(noor);
    expect(await left(key)).toBe(403);
    await operatorDatabase().$executeRaw`UPDATE session SET ended_at = now() WHERE person_id = ${samira}::uuid`;
    expect(await left(key)).toBe(403);
    expect(await drafts()).toEqual([]);
  });

  test("with a key that was made up, changed, or a week old, so at no other place than that of the form", async () => {
    const parts = (await keyOf()).split(".");
    const elsewhere = (place: string) => parts.with(3, Buffer.from(place).toString("base64url")).join(".");
    const places = ["", "/profile", "/../etc/passwd", perspective().replace("/core-teams", "/%63ore-teams"), `${perspective()}/`, "//evil.example/perspective", "https://evil.example/"];
    const keys = ["", "x.y.z", ...places.map(elsewhere), parts.with(0, noor).join("."), newFormKey(samira, Date.now() - 7 * DAY, perspective())];
    for (const key of keys) expect(await left(key), key).toBe(403);
    expect(await drafts()).toEqual([]);
  });

  test("of a button, which leaves no draft", async () => {
    expect(await left(newFormKey(samira))).toBe(403);
    expect(await drafts()).toEqual([]);
  });

  test("more often than a page is left", async () => {
    const key = await keyOf();
    for (let each = 0; each < 60; each += 1) expect(await left(key)).toBe(204);
    await operatorDatabase().formDraft.deleteMany();
    expect(await left(key)).toBe(429);
    expect(await left(key, null)).toBe(429);
    expect(await drafts()).toEqual([]);
  });

  test("about a casus that was stopped", async () => {
    const key = await keyOf();
    await left(key);
    await asPerson(samira, (viewer) => stopCase(viewer, { discussionId }));
    expect(await left(key)).toBe(409);
    expect(await drafts()).toEqual([]);
  });
});

describe("a form that was sent", () => {
  const send = (formKey: string) => sendForm(savePerspectiveAction, { discussionId, version: "0", revealed: "no", perspective: "De leerling is vaak de oudste.", perspectiveReason: "", formKey });

  test("throws its draft away, and keeps none that arrives later", async () => {
    const key = await keyOf();
    await left(key);
    expect(await send(key)).toContain("notice=perspective-saved");
    expect(await drafts()).toEqual([]);
    expect([await left(key), await left(key, null)]).toEqual([409, 409]);
    expect(await drafts()).toEqual([]);
  });

  test("but came back to be mended leaves one", async () => {
    const key = await keyOf();
    expect(await sendForm(savePerspectiveAction, { discussionId, version: "0", revealed: "no", perspective: "Jayden is vaak de oudste.", perspectiveReason: "", formKey: key })).toMatchObject({ findings: {} });
    expect(await left(key)).toBe(204);
    expect((await typed()).values.perspective).toBe(SAID);
  });

  test.each([["COMMIT", 409, 0], ["ROLLBACK", 204, 1]] as const)("is waited for while it is under way: after its %s it is %d", async (end, status, count) => {
    const key = await keyOf();
    const sending = appDatabase().$transaction(async (db) => {
      await db.$executeRaw`SELECT set_config('app.person', ${samira}, true)`;
      await db.$executeRaw`INSERT INTO form_submission (key_hash, person_id) VALUES (${hashOfFormKey(key)}, ${samira}::uuid)`;
      const answer = left(key);
      await untilSomebodyWaits();
      if (end === "ROLLBACK") throw Object.assign(new Error("refused"), { answer });
      return { answer };
    });
    const { answer } = await sending.catch((error: unknown) => error as { answer: Promise<number> });
    expect(await answer).toBe(status);
    expect(await drafts()).toHaveLength(count);
  });

  test("keeps none of an ended session either", async () => {
    const key = await keyOf();
    await send(key);
    browser.token = null;
    expect(await send(key)).toBe(`/login?${new URLSearchParams({ next: perspective() }).toString()}`);
    expect(await drafts()).toEqual([]);
  });
});

describe("throwing away what was left", () => {
  const press = async (formKey: string, { origin = browser.origin, ...more }: Record<string, string> = {}) => {
    const body = new URLSearchParams({ formKey }).toString();
    const { status, headers } = await discard(new Request(`${env().APP_URL}/discarded-drafts`, { method: "POST", body, headers: { ...more, origin, "content-type": "application/x-www-form-urlencoded", "content-length": String(body.length) } }));
    return `${status} ${headers.get("location") ?? ""}`;
  };

  test("leads back to the form, which begins anew, and what its page says while it is left is not kept", async () => {
    await left(await keyOf());
    const key = await keyOf();
    expect(await press(key)).toBe(`303 ${perspective()}`);
    expect(await left(key)).toBe(409);
    expect(await press(key)).toBe(`303 ${perspective()}`);
    expect(await typed()).toEqual({ values: { perspective: "" }, errors: {} });
  });

  test("leads back to the casus that stands behind the question mark", async () => {
    const page = `/core-teams/${world.team.id}/meetings/${world.meeting.id}/agreements/new?case=${discussionId}`;
    const { formKey } = await opened(samira, {}, page);
    await left(formKey, { text: SAID });
    expect(await press(formKey)).toBe(`303 ${page}`);
    expect(await drafts()).toEqual([]);
  });

  test("leads back to the page as it was open, that knows the way back to the shared screen, and to no other", async () => {
    const onScreen = `${perspective()}?back=screen&item=2`;
    const proposing = `${perspective()}?case=${discussionId}`;
    for (const [page, to] of [[onScreen, onScreen], [proposing, proposing], [`${perspective()}/elsewhere?back=screen`, perspective()]]) {
      expect(await press(await keyOf(), { referer: `${env().APP_URL}${page}` })).toBe(`303 ${to}`);
    }
    expect(await press(await keyOf(), { referer: `https://evil.example${onScreen}` })).toBe(`303 ${perspective()}`);
  });

  test("is done by its writer alone, from a page of ours", async () => {
    const key = await keyOf();
    await left(key);
    expect(await press(key, { origin: "https://evil.example" })).toBe("403 ");
    expect(await press(await keyOf(noor))).toBe("303 /");
    expect(await press("x.y.z")).toBe("303 /");
    expect(await press(newFormKey(samira))).toBe("303 /");
    await signIn(noor);
    expect(await press(key)).toBe("303 /");
    browser.token = null;
    expect(await press(key)).toBe("303 /login");
    expect(await drafts()).toHaveLength(1);
    expect(await operatorDatabase().formSubmission.count()).toBe(0);
  });
});

test("nobody but one function of the database keeps a draft, and the web process reads the own ones only", async () => {
  await left(await keyOf());
  const values = { personId: samira, path: "/elsewhere", sealed: "x", expiresAt: new Date(Date.now() + DAY) };
  for (const database of [authDatabase, appDatabase]) await expect(database().formDraft.create({ data: values })).rejects.toThrow();
  for (const database of [authDatabase, appDatabase]) await expect(database().formDraft.updateMany({ data: { sealed: "x" } })).rejects.toThrow();
  await expect(authDatabase().formDraft.findMany()).rejects.toThrow();
  expect(await asPerson(noor, (viewer) => viewer.db.formDraft.count())).toBe(0);
  expect(await asPerson(samira, (viewer) => viewer.db.formDraft.count())).toBe(1);
});
