import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { disconnect } from "#lib/db";
import { newFormKey } from "#lib/forms/form-key";
import { fieldTexts } from "#lib/texts/fields";
import { makeConsortium, makeCoreTeam, makeMembership, makePerson } from "#tests/support/builders";
import { callAction, type Client, clientOf, get, hiddenFields, leaveTyping, nobody } from "#tests/support/browserless";
import { checksums } from "#tests/support/checksums";
import { ownDatabase } from "#tests/support/own-database";
import { actionIds, builtEntries, startWeb, type WebServer } from "#tests/support/web-server";

let web: WebServer;
let owner: pg.Client;
let client: Client;
let personId: string;
let saveProfile: string;

const PROFILE = { version: "1", name: "Nieuwe Naam", phone: "", callMeFor: "" };

beforeAll(async () => {
  const database = await ownDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  web = await startWeb();
  saveProfile = idOf("changeProfileAction");
});

afterAll(async () => {
  await web?.stop();
  await owner.end();
  await disconnect();
});

beforeEach(async () => {
  await owner.query("DELETE FROM rate_limit");
  const consortium = await makeConsortium();
  const person = await makePerson({ name: "Oude Naam" });
  await makeMembership(await makeCoreTeam(consortium.id), person.id);
  personId = person.id;
  client = await clientOf(personId);
});

function idOf(exportedName: string): string {
  const found = [...actionIds()].find(([name]) => name.endsWith(`:${exportedName}`));
  if (!found) throw new Error(`The build has no action ${exportedName}.`);
  return found[1];
}

async function nameNow(): Promise<string> {
  return (await owner.query<{ name: string }>("SELECT name FROM person WHERE id = $1", [personId])).rows[0]?.name ?? "";
}

describe("an action called from outside its page", () => {
  test("works for its own person, from our own origin", async () => {
    const answer = await callAction(web, client, saveProfile, PROFILE, { path: "/profile" });
    expect(answer.goTo).toContain("/profile?notice=profile-changed");
    expect(await nameNow()).toBe("Nieuwe Naam");
  });

  test("asks who it is, on whatever page it is posted to", async () => {
    const before = await checksums(owner);
    for (const path of ["/login", "/privacy", "/profile", "/schools"]) {
      const answer = await callAction(web, nobody, saveProfile, PROFILE, { path });
      expect(answer.goTo ?? "").toContain("/login");
    }
    expect(await checksums(owner)).toEqual(before);
  });

  test.each([
    ["another origin", { origin: "https://evil.example" }],
    ["the origin null", { origin: "null" }],
    ["no origin at all", { origin: null }],
    ["another origin with a forwarded host to match", { origin: "https://evil.example", "x-forwarded-host": "evil.example" }],
    ["no origin, from another site", { origin: null, "sec-fetch-site": "cross-site" }],
  ])("does nothing from %s", async (_what, headers) => {
    const before = await checksums(owner);
    await callAction(web, client, saveProfile, PROFILE, { path: "/profile", headers });
    expect(await checksums(owner)).toEqual(before);
    expect(await nameNow()).toBe("Oude Naam");
  });

  test.each(["", "0".repeat(42), "__proto__", "../../etc/passwd", `${"a".repeat(41)}z`])("does nothing under the made-up id %j", async (id) => {
    const before = await checksums(owner);
    const answer = await callAction(web, client, id, PROFILE, { path: "/profile" });
    expect(answer.status).toBeLessThan(500);
    expect(answer.body).not.toContain(fieldTexts.fault);
    expect(await checksums(owner)).toEqual(before);
  });

  test("has one effect, however often the same form is sent, one after the other or at once", async () => {
    const formKey = newFormKey(personId);
    const send = () => callAction(web, client, saveProfile, PROFILE, { path: "/profile", formKey });
    const first = await send();
    const answers = [...(await Promise.all(Array.from({ length: 5 }, send))), await send(), await send()];
    for (const answer of answers) expect(answer.goTo).toBe(first.goTo);
    const { rows } = await owner.query("SELECT version, (SELECT count(*)::int FROM audit_line WHERE person_id = person.id AND action = 'profile:change') AS lines FROM person WHERE id = $1", [personId]);
    expect(rows).toEqual([{ version: 2, lines: 1 }]);
  });

  test("refuses a form that was drawn for somebody else or a week ago, and one without a key of ours", async () => {
    const other = await makePerson();
    for (const formKey of [newFormKey(other.id), newFormKey(personId, Date.now() - 7 * 86_400_000), "", "x.y.z", `${personId}.20000.nonce.${"0".repeat(32)}`]) {
      const answer = await callAction(web, client, saveProfile, PROFILE, { path: "/profile", formKey });
      expect(answer.goTo).toBeNull();
    }
    expect(await nameNow()).toBe("Oude Naam");
  });

  test("reads no field that the form does not have", async () => {
    await callAction(web, client, saveProfile, { ...PROFILE, email: "gekaapt@voorbeeld.nl", deactivatedAt: "2020-01-01", id: crypto.randomUUID(), "__proto__": "x" } as Record<string, string | string[]>, { path: "/profile" });
    const { rows } = await owner.query("SELECT email, deactivated_at FROM person WHERE id = $1", [personId]);
    expect(rows[0].deactivated_at).toBeNull();
    expect(rows[0].email).not.toBe("gekaapt@voorbeeld.nl");
  });

  test.each([
    ["a NUL byte", "Naam\u0000"],
    ["half a surrogate pair", "Naam \ud800"],
    ["text that turns direction", "Naam \u202etxet"],
    ["a million characters", "n".repeat(200_000)],
    ["marks piled up", `N${"\u0301".repeat(5_000)}`],
    ["an emoji", "Naam 🙂"],
  ])("takes %s as an error of the field or tidies it, and never fails", async (_what, name) => {
    const answer = await callAction(web, client, saveProfile, { ...PROFILE, name }, { path: "/profile" });
    expect(answer.status).toBeLessThan(500);
    expect(answer.body).not.toContain(fieldTexts.fault);
    expect(await nameNow()).toMatch(/^[^\u0000\u202e]{1,100}$/u);
  });
});

describe("a form without script", () => {
  test("works for its own person, and not from another site or without a session", async () => {
    const page = await get(web, client, "/profile");
    const fields = hiddenFields(page.body, "callMeFor");
    expect(Object.keys(fields).some((name) => name.startsWith("$ACTION"))).toBe(true);
    const post = async (cookie: string, origin: string) => {
      const body = new FormData();
      for (const [name, value] of Object.entries({ ...fields, ...PROFILE })) body.append(name, value as string);
      return fetch(`${web.url}/profile`, { method: "POST", redirect: "manual", headers: { cookie, origin }, body });
    };
    await post(client.cookie, "https://evil.example");
    expect((await post("", web.url)).headers.get("location") ?? "").toContain("/login");
    expect(await nameNow()).toBe("Oude Naam");

    const answer = await post(client.cookie, web.url);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/profile?notice=profile-changed"]);
    expect(await nameNow()).toBe("Nieuwe Naam");
  });

  test("keeps what was typed when the session has ended, for its writer only", async () => {
    await owner.query("UPDATE session SET last_seen_at = now() - interval '1 hour' WHERE person_id = $1", [personId]);
    const answer = await callAction(web, client, saveProfile, { ...PROFILE, callMeFor: "Getypt en niet verloren" }, { path: "/profile", formKey: newFormKey(personId) });
    expect(answer.goTo).toContain("/login?next=%2Fprofile&kept=1");
    expect(await nameNow()).toBe("Oude Naam");
    const { rows } = await owner.query<{ sealed: string }>("SELECT sealed FROM form_draft WHERE person_id = $1", [personId]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.sealed).not.toContain("Getypt");

    const again = await clientOf(personId);
    expect((await get(web, again, "/profile")).body).toContain("Getypt en niet verloren");
    const other = await clientOf((await makePerson()).id);
    expect((await get(web, other, "/profile")).body).not.toContain("Getypt en niet verloren");
  });
});

describe("what is said of a form as its page is left", () => {
  const drafts = async () => (await owner.query<{ path: string }>("SELECT path FROM form_draft WHERE person_id = $1", [personId])).rows;

  test("is kept for whom the form was drawn, and not by somebody else or from another site", async () => {
    const [formKey, values] = [newFormKey(personId, Date.now(), "/profile"), { callMeFor: "KANARIE-getypt en weg" }];
    expect((await leaveTyping(web, client, formKey, values, { origin: "https://evil.example" })).status).toBe(403);
    expect((await leaveTyping(web, await clientOf((await makePerson()).id), formKey, values)).status).toBe(403);
    expect((await leaveTyping(web, client, newFormKey(personId), values)).status).toBe(403);
    expect((await leaveTyping(web, client, formKey, { callMeFor: "x".repeat(300_000) })).status).toBe(413);
    expect(await drafts()).toEqual([]);

    const { status, body } = await leaveTyping(web, client, formKey, values);
    expect([status, body, await drafts()]).toEqual([204, "", [{ path: "/profile" }]]);
    expect((await get(web, client, "/profile")).body).toContain("KANARIE-getypt en weg");
    expect(web.printed()).not.toContain("KANARIE");
  });

  test("goes when its writer presses the button, which needs no script", async () => {
    const formKey = newFormKey(personId, Date.now(), "/profile");
    await leaveTyping(web, client, formKey, { callMeFor: "Getypt en weg" });
    const press = async (origin: string) => fetch(`${web.url}/discarded-drafts`, { method: "POST", redirect: "manual", headers: { cookie: client.cookie, origin }, body: new URLSearchParams({ formKey }) });
    expect((await press("https://evil.example")).status).toBe(403);
    expect(await drafts()).toHaveLength(1);
    const { status, headers } = await press(web.url);
    expect([status, headers.get("location"), await drafts()]).toEqual([303, "/profile", []]);
    expect((await leaveTyping(web, client, formKey, { callMeFor: "Getypt en weg" })).status).toBe(409);
    expect(await drafts()).toEqual([]);
  });
});

describe("a session", () => {
  test("is only in cookies that no script and no other host can read", async () => {
    const answer = await callAction(web, nobody, idOf("requestCodeAction"), { email: "iemand@voorbeeld.nl", next: "/" });
    expect(answer.goTo).toContain("/login/code");
    const pages = await Promise.all(["/login", "/", "/profile", "/nergens"].map((path) => get(web, client, path)));
    for (const page of pages) for (const cookie of page.headers.getSetCookie()) expect(cookie).toMatch(/^__Host-[\w-]+=.*; Path=\/.*; Secure; HttpOnly; SameSite=(?:lax|strict)/i);
  });

  test("opens nothing after signing out, whoever copied its cookie", async () => {
    const signOut = await fetch(`${web.url}/sign-out`, { method: "POST", redirect: "manual", headers: { cookie: client.cookie, origin: web.url } });
    expect(signOut.status).toBe(303);
    expect(signOut.headers.get("clear-site-data")).toContain('"cache"');
    expect((await get(web, client, "/profile")).location).toContain("/login");
    expect((await callAction(web, client, saveProfile, PROFILE, { path: "/profile" })).goTo).toContain("/login");
    expect(await nameNow()).toBe("Oude Naam");
  });

  test("stops at once when the account is deactivated or the membership ends", async () => {
    const { rows } = await owner.query<{ core_team_id: string }>("SELECT core_team_id FROM membership WHERE person_id = $1", [personId]);
    const team = `/core-teams/${rows[0]?.core_team_id}`;
    expect((await get(web, client, team)).status).toBe(200);
    await owner.query("UPDATE membership SET last_day = current_day() - 1 WHERE person_id = $1", [personId]);
    expect((await get(web, client, team)).status).toBe(404);
    await owner.query("UPDATE person SET deactivated_at = now() WHERE id = $1", [personId]);
    expect((await get(web, client, "/profile")).location).toContain("/login");
  });

  test("leads back only to pages of our own", async () => {
    for (const next of ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/%0d%0aSet-Cookie:x", `/${"a".repeat(5_000)}`]) {
      const page = await get(web, nobody, `/login?next=${encodeURIComponent(next)}`);
      expect(page.body).not.toContain("evil.example\"");
      expect(page.body).toMatch(/name="next" value="\/"/);
    }
  });
});

describe("every answer", () => {
  const places = ["/login", "/privacy", "/nergens", "/profile", "/health/live", "/favicon.svg", "/core-teams/geen-id", "/api/auth/signin"];

  test("carries the headers that keep it in its place", async () => {
    for (const path of places) {
      const { headers } = await get(web, client, path);
      expect(headers.get("strict-transport-security"), path).toMatch(/max-age=\d{8,}; includeSubDomains/);
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
      expect(headers.get("referrer-policy"), path).toBe("same-origin");
      expect(headers.get("x-frame-options"), path).toBe("DENY");
      expect(headers.get("cross-origin-opener-policy"), path).toBe("same-origin");
      expect(headers.get("cross-origin-resource-policy"), path).toBe("same-origin");
      expect(headers.get("permissions-policy"), path).toContain("camera=()");
      expect(headers.get("x-powered-by"), path).toBeNull();
      expect(headers.get("access-control-allow-origin"), path).toBeNull();
    }
  });

  test("of a page has a policy with a nonce of its own, that each script carries", async () => {
    const nonces = new Set<string>();
    for (const path of ["/login", "/profile", "/nergens", "/core-teams/geen-id", `/core-teams/${crypto.randomUUID()}`]) {
      const { headers, body } = await get(web, client, path);
      const policy = headers.get("content-security-policy") ?? "";
      for (const part of ["default-src 'none'", "'strict-dynamic'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'", "worker-src 'self'"]) expect(policy, path).toContain(part);
      expect(policy).not.toMatch(/unsafe-/);
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
      expect(Buffer.from(nonce, "base64").length).toBeGreaterThanOrEqual(16);
      nonces.add(nonce);
      const scripts = [...body.matchAll(/<script\b[^>]*>/g)].map((match) => match[0]);
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect(script, path).toContain(`nonce="${nonce}"`);
      expect(body, path).not.toMatch(/<[a-z][^>]*\sstyle="/);
    }
    expect(nonces.size).toBe(5);
  });

  test("of a page for somebody is stored nowhere", async () => {
    for (const path of ["/", "/profile"]) expect((await get(web, client, path)).headers.get("cache-control")).toContain("no-store");
  });

  test("asks who it is in whatever form a page is requested", async () => {
    for (const headers of [{ rsc: "1" }, { rsc: "1", "next-router-prefetch": "1" }, { "x-middleware-subrequest": "proxy:proxy:proxy" }, { "x-nextjs-data": "1" }, { "x-forwarded-host": "evil.example" }] as Record<string, string>[]) {
      let answer = await get(web, nobody, "/profile", headers);
      // Next first leads a request of its router to an address of its own.
      if (answer.location?.startsWith("/profile?_rsc")) answer = await get(web, nobody, answer.location, headers);
      expect(answer.body).not.toContain("Oude Naam");
      // A prefetch gets the skeleton of the route, without a word of the page.
      if (headers["next-router-prefetch"]) expect(answer.body).not.toMatch(/Mijn profiel/);
      else expect(answer.location ?? answer.body).toContain("/login");
    }
  });

  test("is made for its request: no page of the build is static", () => {
    expect(builtEntries().length).toBeGreaterThan(10);
  });
});

describe("what the server prints", () => {
  test("holds no name, address, code or token", async () => {
    await callAction(web, client, saveProfile, { ...PROFILE, callMeFor: "KANARIE-in-een-formulier" }, { path: "/profile" });
    await callAction(web, nobody, idOf("requestCodeAction"), { email: "kanarie@voorbeeld.nl", next: "/" });
    await get(web, client, "/profile");
    await web.takeStatements();
    const printed = web.printed();
    for (const secret of ["KANARIE", "@voorbeeld.nl", client.cookie.split("=")[1] ?? "", "Nieuwe Naam"]) expect(printed).not.toContain(secret);
  });
});

/** The hidden fields of the form on a page, as a browser without script would send them. */
