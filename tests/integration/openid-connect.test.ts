import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { disconnect } from "#lib/db";
import { makePerson, makeSecondFactor } from "#tests/support/builders";
import { type Client, clientOf, get, nobody } from "#tests/support/browserless";
import { CLIENT_ID, type IdentityProvider, startIdentityProvider } from "#tests/support/identity-provider";
import { ownDatabase } from "#tests/support/own-database";
import { startWeb, type WebServer } from "#tests/support/web-server";

let web: WebServer;
let owner: pg.Client;
let provider: IdentityProvider;

beforeAll(async () => {
  const database = await ownDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  provider = await startIdentityProvider();
  const configured = [{ id: "werk", name: "Werkaccount", issuer: provider.issuer, clientId: CLIENT_ID, clientSecret: "geheim" }];
  web = await startWeb({ OIDC_PROVIDERS: JSON.stringify(configured), OIDC_FORM_ORIGINS: provider.issuer });
});

beforeEach(async () => {
  await owner.query("DELETE FROM rate_limit; DELETE FROM identity; DELETE FROM pgboss.job");
  Object.assign(provider, { claims: { sub: crypto.randomUUID() }, signing: "right" });
});

afterAll(async () => {
  await web?.stop();
  await provider.stop();
  await owner.end();
  await disconnect();
});

type Landing = { location: string; cookie: string };

/** Walks from the button to the page where somebody lands, carrying the cookies a browser would. */
async function signInAt(client: Client, change: (address: string) => string = (address) => address, meanwhile: () => Promise<unknown> = () => Promise.resolve()): Promise<Landing> {
  const jar = new Map(client.cookie ? [client.cookie.split("=") as [string, string]] : []);
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name) jar.set(name, value ?? "");
    }
  };
  const body = new URLSearchParams({ provider: "werk", next: "/profile" });
  const start = await fetch(`${web.url}/api/auth/start`, { method: "POST", redirect: "manual", headers: { origin: web.url, cookie: cookie() }, body });
  keep(start);
  const back = change(provider.authorize(start.headers.get("location") ?? ""));
  await meanwhile();
  const landing = await fetch(back, { redirect: "manual", headers: { cookie: cookie() } });
  keep(landing);
  return { location: landing.headers.get("location") ?? "", cookie: cookie() };
}

/** Presses the button, and tells where that leads. */
async function startAt(client: Client): Promise<{ status: number; location: string | null }> {
  const body = new URLSearchParams({ provider: "werk", next: "/profile" });
  const start = await fetch(`${web.url}/api/auth/start`, { method: "POST", redirect: "manual", headers: { origin: web.url, cookie: client.cookie }, body });
  return { status: start.status, location: start.headers.get("location") };
}

async function sessionCount(): Promise<number> {
  return (await owner.query<{ count: number }>("SELECT count(*)::int AS count FROM session")).rows[0]?.count ?? 0;
}

async function identityCount(): Promise<number> {
  return (await owner.query("SELECT 1 FROM identity")).rows.length;
}

async function mails(): Promise<unknown[]> {
  return (await owner.query<{ data: unknown }>("SELECT data FROM pgboss.job WHERE name = 'person-mail'")).rows.map(({ data }) => data);
}

describe("a work account", () => {
  test("is linked once by who is signed in with a code, and signs in by itself from then on", async () => {
    const person = await makePerson({ name: "Gekoppelde Persoon" });
    const linked = await signInAt(await clientOf(person.id));
    expect(linked.location).toBe(`${web.url}/profile`);
    expect((await owner.query("SELECT person_id, provider, issuer FROM identity")).rows).toEqual([{ person_id: person.id, provider: "werk", issuer: provider.issuer }]);

    const fresh = await signInAt(nobody);
    expect(fresh.location).toBe(`${web.url}/profile`);
    const page = await get(web, { personId: person.id, cookie: fresh.cookie }, "/profile");
    expect([page.status, page.body.includes("Gekoppelde Persoon")]).toEqual([200, true]);
  });

  test("is linked only after a fresh proof of who is there, at the start and when the provider answers", async () => {
    const person = await makePerson();
    const client = await clientOf(person.id);
    const grow = () => owner.query("UPDATE session SET proven_at = now() - interval '11 minutes' WHERE person_id = $1", [person.id]);
    const late = await signInAt(client, (address) => address, grow);
    expect(late.location).toContain("/profile/proof?next=%2Fprofile");
    expect(await startAt(client)).toEqual({ status: 303, location: `${web.url}/profile/proof?next=%2Fprofile` });
    expect(await identityCount()).toBe(0);
  });

  test("is linked by who has a second factor only where it was proven, at the start and when the provider answers", async () => {
    const person = await makePerson();
    await makeSecondFactor(person.id);
    provider.claims = { sub: "van-een-ander", amr: ["mfa"] };
    expect((await startAt(await clientOf(person.id, "LOW"))).location).toBe(`${web.url}/second-factor?next=%2Fprofile`);
    const end = () => owner.query("UPDATE session SET assured_at = NULL, assured_until = NULL WHERE person_id = $1", [person.id]);
    expect((await signInAt(await clientOf(person.id), (address) => address, end)).location).toContain("/second-factor?next=%2Fprofile");
    expect((await signInAt(nobody)).location).toContain("error=unlinked");
    expect([await identityCount(), await mails()]).toEqual([0, []]);
    expect((await signInAt(await clientOf(person.id))).location).toBe(`${web.url}/profile`);
    expect(await identityCount()).toBe(1);
  });

  test("that is linked is mailed to its owner, and signing in with it is not", async () => {
    const person = await makePerson();
    await signInAt(await clientOf(person.id));
    expect(await mails()).toEqual([{ kind: "IDENTITY_LINKED", personId: person.id }]);
    await signInAt(nobody);
    expect(await mails()).toHaveLength(1);
  });

  test("that nobody linked gets one neutral sentence, also with the address of somebody known here", async () => {
    const person = await makePerson();
    for (const claims of [{ sub: "onbekend" }, { sub: "onbekend-2", email: person.email, email_verified: true }]) {
      provider.claims = claims;
      const before = await sessionCount();
      const landing = await signInAt(nobody);
      expect(landing.location).toContain("/login?error=unlinked");
      expect(await sessionCount()).toBe(before);
    }
    expect((await owner.query("SELECT 1 FROM identity")).rows).toEqual([]);
  });

  test("is known by issuer and subject: another subject is another person", async () => {
    const person = await makePerson();
    await signInAt(await clientOf(person.id));
    provider.claims = { sub: "iemand-anders" };
    expect((await signInAt(nobody)).location).toContain("error=unlinked");
  });

  test("of a deactivated person opens nothing", async () => {
    const person = await makePerson();
    await signInAt(await clientOf(person.id));
    await owner.query("UPDATE person SET deactivated_at = now() WHERE id = $1", [person.id]);
    const before = await sessionCount();
    expect((await signInAt(nobody)).location).toContain("/login");
    expect(await sessionCount()).toBe(before);
  });

  test("counts as a second factor only when the provider says it asked for one", async () => {
    const person = await makePerson();
    const subject = provider.claims.sub;
    await signInAt(await clientOf(person.id));
    const isAssured = async () => (await owner.query<{ assured: boolean }>("SELECT is_assured(assured_at, assured_until) AS assured FROM session ORDER BY created_at DESC LIMIT 1")).rows[0]?.assured;
    provider.claims = { sub: subject, amr: ["pwd"] };
    await signInAt(nobody);
    expect(await isAssured()).toBe(false);
    provider.claims = { sub: subject, amr: ["pwd", "mfa"] };
    await signInAt(nobody);
    expect(await isAssured()).toBe(true);
  });
});

describe("an answer of a provider is refused", () => {
  const now = Math.floor(Date.now() / 1000);

  test.each<[string, Partial<Pick<IdentityProvider, "signing">> & { claims?: Record<string, unknown> }]>([
    ["for another audience", { claims: { aud: "iemand-anders" } }],
    ["of another issuer", { claims: { iss: "https://evil.example" } }],
    ["that has expired", { claims: { exp: now - 600 } }],
    ["with another nonce", { claims: { nonce: "een-andere" } }],
    ["without a signature", { signing: "none" }],
    ["signed with another key", { signing: "other-key" }],
  ])("%s", async (_what, change) => {
    const person = await makePerson();
    await signInAt(await clientOf(person.id));
    const before = await sessionCount();
    provider.claims = { ...provider.claims, ...change.claims };
    provider.signing = change.signing ?? "right";
    const landing = await signInAt(nobody);
    expect(landing.location).toMatch(/\/login\?error=\w+$/);
    expect(await sessionCount()).toBe(before);
  });

  test("with another state, or without one", async () => {
    const person = await makePerson();
    await signInAt(await clientOf(person.id));
    const before = await sessionCount();
    for (const state of ["een-andere", ""]) {
      const landing = await signInAt(nobody, (address) => {
        const url = new URL(address);
        url.searchParams.set("state", state);
        return url.href;
      });
      expect(landing.location).toMatch(/\/login\?error=\w+$/);
    }
    expect(await sessionCount()).toBe(before);
  });

  test("never with its own words in the address", async () => {
    const answer = await get(web, nobody, "/api/auth/callback/werk?error=KANARIE&error_description=KANARIE");
    expect(answer.location ?? "").not.toContain("KANARIE");
  });
});

test("without configuration no provider is offered, and none can be started", async () => {
  const plain = await startWeb();
  try {
    expect((await get(plain, nobody, "/login")).body).not.toContain("/api/auth/start");
    const body = new URLSearchParams({ provider: "werk" });
    expect((await fetch(`${plain.url}/api/auth/start`, { method: "POST", headers: { origin: plain.url }, body })).status).toBe(404);
  } finally {
    await plain.stop();
  }
});
