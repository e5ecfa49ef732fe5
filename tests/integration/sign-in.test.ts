import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { browserBehind, browserMark } from "#lib/auth/known-browser";
import { createSession, endSessionOf, sessionOf } from "#lib/auth/session";
import { enterCode, requestCode, tidyCode } from "#lib/auth/sign-in-codes";
import { authDatabase, disconnect } from "#lib/db";
import { env } from "#lib/env";
import { sealedFor } from "#lib/jobs/queues";
import { open } from "#lib/secrets";
import { makeConsortium, makeCoreTeam, makeMembership, makePerson, makeRole } from "#tests/support/builders";
import { ownDatabase } from "#tests/support/own-database";

let owner: pg.Client;

beforeAll(async () => {
  const database = await ownDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});

beforeEach(async () => {
  await owner.query("DELETE FROM pgboss.job; DELETE FROM login_code; DELETE FROM rate_limit");
});

afterAll(async () => {
  await owner.end();
  await disconnect();
});

/** The newest code on its way by mail, as the worker would read it. */
async function mailedCode(): Promise<string> {
  const { rows } = await owner.query<{ data: { loginCodeId: string; sealedCode: string } }>("SELECT data FROM pgboss.job ORDER BY created_on DESC LIMIT 1");
  const { loginCodeId, sealedCode } = rows[0]?.data ?? { loginCodeId: "", sealedCode: "" };
  return open(sealedFor("login-code", loginCodeId), sealedCode, env().APP_SECRET);
}

async function sessions(): Promise<number> {
  return authDatabase().session.count();
}

describe("a code by mail", () => {
  test("signs in once, in the browser that asked for it", async () => {
    const person = await makePerson();
    const { browserSecret } = await requestCode(person.email);
    const code = await mailedCode();

    const result = await enterCode(browserSecret, code, "Firefox op Windows");
    expect(result).toMatchObject({ ok: true, personId: person.id });

    const before = await sessions();
    expect(await enterCode(browserSecret, code, "Firefox op Windows")).toEqual({ ok: false, problem: "NO_CODE_LEFT" });
    expect(await sessions()).toBe(before);
  });

  test("does not sign in another browser", async () => {
    const person = await makePerson();
    await requestCode(person.email);
    const code = await mailedCode();
    const other = await requestCode("niemand@voorbeeld.nl");
    const before = await sessions();
    expect(await enterCode(other.browserSecret, code, "")).toMatchObject({ ok: false });
    expect(await enterCode("a made-up secret", code, "")).toEqual({ ok: false, problem: "NO_CODE_LEFT" });
    expect(await sessions()).toBe(before);
  });

  test("stops after five wrong tries, also for the right code", async () => {
    const person = await makePerson();
    const { browserSecret } = await requestCode(person.email);
    const code = await mailedCode();
    const wrong = code.startsWith("A") ? "BBBBBBBB" : "AAAAAAAA";
    const problems = [];
    for (let attempt = 0; attempt < 5; attempt += 1) problems.push((await enterCode(browserSecret, wrong, "")) as { problem?: string });
    expect(problems.map((each) => each.problem)).toEqual(["WRONG_CODE", "WRONG_CODE", "WRONG_CODE", "WRONG_CODE", "NO_CODE_LEFT"]);
    expect(await enterCode(browserSecret, code, "")).toEqual({ ok: false, problem: "NO_CODE_LEFT" });
  });

  test("counts a wrong try once, however many are made at the same moment", async () => {
    const person = await makePerson();
    const { browserSecret } = await requestCode(person.email);
    await Promise.all(Array.from({ length: 8 }, () => enterCode(browserSecret, "00000000", "")));
    expect(await authDatabase().loginCode.findFirst({ where: { personId: person.id }, select: { attempts: true } })).toEqual({ attempts: 5 });
  });

  test("stops working after ten minutes, and when a newer one was asked for", async () => {
    const person = await makePerson();
    const first = await requestCode(person.email);
    const firstCode = await mailedCode();
    const second = await requestCode(person.email);
    const secondCode = await mailedCode();
    expect(await enterCode(first.browserSecret, firstCode, "")).toMatchObject({ ok: false });

    await owner.query("UPDATE login_code SET expires_at = now() - interval '1 second'");
    expect(await enterCode(second.browserSecret, secondCode, "")).toEqual({ ok: false, problem: "NO_CODE_LEFT" });
  });

  test("is read as people type it", () => {
    expect(tidyCode(" 7kqm-2x9d ")).toBe("7KQM2X9D");
    expect(tidyCode("oil0-1234")).toBe("01101234");
  });

  test("takes the same steps for a known, an unknown and a deactivated address, and mails only the first", async () => {
    const known = await makePerson();
    const deactivated = await makePerson({ deactivatedAt: new Date() });
    for (const address of [known.email, "niemand@voorbeeld.nl", deactivated.email]) {
      const { browserSecret } = await requestCode(address);
      expect(browserSecret).toMatch(/^[\w-]{43}$/);
    }
    const codes = await authDatabase().loginCode.findMany({ select: { personId: true }, orderBy: { createdAt: "asc" } });
    expect(codes.map((code) => code.personId)).toEqual([known.id, null, null]);
    expect((await owner.query("SELECT count(*)::int AS jobs FROM pgboss.job")).rows).toEqual([{ jobs: 3 }]);
  });

  test("makes no account for an address that has none", async () => {
    const before = await owner.query("SELECT count(*) FROM person");
    const { browserSecret } = await requestCode("vreemde@voorbeeld.nl");
    expect(await enterCode(browserSecret, await mailedCode(), "")).toMatchObject({ ok: false });
    expect((await owner.query("SELECT count(*) FROM person")).rows).toEqual(before.rows);
  });

  test("cannot be used up by a stranger for a browser that signed in with this address before", async () => {
    const person = await makePerson();
    const browser = browserBehind(browserMark(person.email), person.email);
    const codes = async () => authDatabase().loginCode.count({ where: { personId: person.id } });
    for (let mail = 0; mail < 5; mail += 1) await requestCode(person.email);
    expect(await codes()).toBe(3);
    for (let mail = 0; mail < 5; mail += 1) await requestCode(person.email, browser);
    expect(await codes()).toBe(6);
  });

  test("knows a browser by a mark of its own that names nobody and counts for one address", async () => {
    const mark = browserMark("noor@dewilgen.example");
    expect(mark).not.toContain("noor");
    expect(browserMark("noor@dewilgen.example")).not.toBe(mark);
    expect(browserBehind(mark, "noor@dewilgen.example")).toBe(mark.split(".")[0]);
    for (const other of [undefined, "", "a.b", `${mark}x`, mark.replace(/^./, mark.startsWith("A") ? "B" : "A")]) expect(browserBehind(other, "noor@dewilgen.example")).toBeNull();
    expect(browserBehind(mark, "samira@cjg.example")).toBeNull();
  });

  test("is mailed three times a quarter of an hour to one address, and no more", async () => {
    const person = await makePerson();
    for (let request = 0; request < 5; request += 1) await requestCode(person.email);
    expect(await authDatabase().loginCode.count({ where: { personId: person.id } })).toBe(3);
    expect(await authDatabase().loginCode.count({ where: { personId: null } })).toBe(2);
  });

  test("is kept in no table and no job as it is typed", async () => {
    const person = await makePerson();
    await requestCode(person.email);
    const code = await mailedCode();
    const { rows } = await owner.query("SELECT (SELECT jsonb_agg(c)::text FROM login_code c) || (SELECT jsonb_agg(j)::text FROM pgboss.job j) AS everything");
    expect(rows[0].everything).not.toContain(code);
  });
});

describe("a session", () => {
  async function signIn(personId: string): Promise<string> {
    return authDatabase().$transaction((db) => createSession(db, personId, "test"));
  }

  test("is kept as a hash of 256 random bits, and a copied row opens nothing", async () => {
    const token = await signIn((await makePerson()).id);
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const { rows } = await owner.query<{ token_hash: string }>("SELECT token_hash FROM session ORDER BY created_at DESC LIMIT 1");
    expect(rows[0]?.token_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await sessionOf(rows[0]?.token_hash ?? "")).toBeNull();
    expect(await sessionOf(token)).toMatchObject({ state: "open" });
  });

  test("is new at each sign-in, and gone after signing out", async () => {
    const person = await makePerson();
    const [first, second] = [await signIn(person.id), await signIn(person.id)];
    expect(first).not.toBe(second);
    await endSessionOf(first);
    expect(await sessionOf(first)).toEqual({ state: "ended", personId: person.id });
    expect(await sessionOf(second)).toMatchObject({ state: "open" });
  });

  test("ends after half an hour without use, and after twelve hours with it", async () => {
    const token = await signIn((await makePerson()).id);
    await owner.query("UPDATE session SET last_seen_at = now() - interval '29 minutes 59 seconds'");
    expect(await sessionOf(token)).toMatchObject({ state: "open" });
    await owner.query("UPDATE session SET last_seen_at = now() - interval '30 minutes 1 second'");
    expect(await sessionOf(token)).toMatchObject({ state: "ended" });
    await owner.query("UPDATE session SET last_seen_at = now(), expires_at = now() - interval '1 second'");
    expect(await sessionOf(token)).toMatchObject({ state: "ended" });
  });

  test("stops at once when the account is deactivated", async () => {
    const person = await makePerson();
    const token = await signIn(person.id);
    await owner.query("UPDATE person SET deactivated_at = now() WHERE id = $1", [person.id]);
    expect(await sessionOf(token)).toMatchObject({ state: "ended" });
  });

  test("gives today's memberships and roles, and not those of yesterday or tomorrow", async () => {
    const consortium = await makeConsortium();
    const team = await makeCoreTeam(consortium.id);
    const person = await makePerson();
    const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" });
    const token = await signIn(person.id);
    const facts = async () => {
      const session = await sessionOf(token);
      return session?.state === "open" ? [session.facts.memberships.length, session.facts.roles.length] : null;
    };
    await makeMembership(team, person.id, { lastDay: day(-1) });
    await makeMembership(team, person.id, { firstDay: day(1) });
    await makeRole(consortium.id, person.id, "ORGANISER", { lastDay: day(-1) });
    expect(await facts()).toEqual([0, 0]);
    await makeMembership(team, person.id, { firstDay: day(0), lastDay: day(0) });
    await makeRole(consortium.id, person.id, "BOARD", { lastDay: day(0) });
    expect(await facts()).toEqual([1, 1]);
  });

  test("makes room: the oldest of more than ten ends", async () => {
    const person = await makePerson();
    const tokens = [];
    for (let count = 0; count < 12; count += 1) tokens.push(await signIn(person.id));
    const states = await Promise.all(tokens.map(async (token) => (await sessionOf(token))?.state));
    expect(states.slice(0, 2)).toEqual(["ended", "ended"]);
    expect(states.slice(2)).toEqual(Array.from({ length: 10 }, () => "open"));
  });
});
