import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inTransaction } from "#lib/access/transaction";
import type { Viewer } from "#lib/access/viewer";
import { askEmailChange, proveEmailChange, waitingEmail } from "#lib/auth/email-change";
import { listOwnIdentities, unlinkIdentity } from "#lib/auth/own-identities";
import { endOtherSessions, endOwnSession, listOwnSessions } from "#lib/auth/own-sessions";
import { createSession, sessionOf } from "#lib/auth/session";
import { authDatabase, disconnect, operatorDatabase } from "#lib/db";
import { env } from "#lib/env";
import { NotFoundError } from "#lib/errors";
import { sealedFor } from "#lib/jobs/queues";
import { changeOwnProfile } from "#lib/profile/commands";
import { findOwnProfile } from "#lib/profile/queries";
import { changeProfileSchema } from "#lib/profile/schema";
import { open } from "#lib/secrets";
import { asPerson } from "#tests/support/as-person";
import { makePerson } from "#tests/support/builders";
import { ownDatabase } from "#tests/support/own-database";

type Person = Awaited<ReturnType<typeof makePerson>>;

let noor: Person;
let other: Person;

beforeAll(async () => {
  await ownDatabase();
  process.env.LOG_LEVEL = "silent";
});

beforeEach(async () => {
  await operatorDatabase().$executeRaw`DELETE FROM pgboss.job`;
  await operatorDatabase().rateLimit.deleteMany();
  [noor, other] = [await makePerson({ name: "Noor de Wit" }), await makePerson({ name: "Iemand Anders" })];
});

afterAll(disconnect);

/** A browser in which somebody is signed in, and what runs in it. */
async function browserOf(person: Person, device = "Firefox op Windows") {
  const token = await authDatabase().$transaction((db) => createSession(db, person.id, device));
  const isOpen = async () => (await sessionOf(token))?.state === "open";
  const run = async <T>(work: (viewer: Viewer) => Promise<T>): Promise<T> => {
    const session = await sessionOf(token);
    if (session?.state !== "open") throw new Error("This browser is signed out.");
    return inTransaction(session.facts, work, "test");
  };
  const { id } = await operatorDatabase().session.findFirstOrThrow({ where: { personId: person.id }, orderBy: { createdAt: "desc" }, select: { id: true } });
  return { id, isOpen, run };
}

async function jobsOf(name: string): Promise<Record<string, string>[]> {
  const rows = await operatorDatabase().$queryRaw<{ data: Record<string, string> }[]>`SELECT data FROM pgboss.job WHERE name = ${name} ORDER BY created_on`;
  return rows.map(({ data }) => data);
}

/** The newest code on its way to a new address, as the worker would read it. */
async function mailedCode(person: Person): Promise<string> {
  const job = (await jobsOf("email-change")).filter(({ personId }) => personId === person.id).at(-1);
  return open(sealedFor("email-change", person.id), job?.sealedCode ?? "", env().APP_SECRET);
}

function wrong(code: string): string {
  return code.startsWith("A") ? "BBBBBBBB" : "AAAAAAAA";
}

async function stored(person: Person) {
  return operatorDatabase().person.findUniqueOrThrow({ where: { id: person.id }, omit: { signedInAt: true } });
}

describe("a new e-mail address", () => {
  const address = "noor.nieuw@dewilgen.example";

  beforeEach(async () => {
    // Who got the address in an earlier test gives it back.
    await operatorDatabase().$executeRaw`UPDATE person SET email = id || '@voorbeeld.nl' WHERE email = ${address}`;
  });

  test("counts after the code that was mailed there; the old one is told, and every other browser is out", async () => {
    const [here, elsewhere] = [await browserOf(noor), await browserOf(noor)];
    expect(await here.run((viewer) => askEmailChange(viewer, address))).toEqual({ ok: true });
    expect(await here.run(waitingEmail)).toBe(address);
    expect((await stored(noor)).email).toBe(noor.email);

    expect(await here.run(async (viewer) => proveEmailChange(viewer, ` ${(await mailedCode(noor)).toLowerCase()} `))).toEqual({ ok: true });
    expect((await stored(noor)).email).toBe(address);
    expect([await here.isOpen(), await elsewhere.isOpen()]).toEqual([true, false]);
    expect(await here.run(waitingEmail)).toBeNull();
    const told = (await jobsOf("person-mail")).at(-1);
    expect(told).toMatchObject({ kind: "EMAIL_CHANGED", personId: noor.id });
    expect(open(sealedFor("person-mail", noor.id), told?.sealedOldAddress ?? "", env().APP_SECRET)).toBe(noor.email);
    expect(await operatorDatabase().auditLine.findMany({ where: { personId: noor.id, action: "email:change" } })).toMatchObject([{ role: "self", objectId: noor.id }]);
  });

  test("is refused after five wrong codes, also with the right one", async () => {
    const browser = await browserOf(noor);
    await browser.run((viewer) => askEmailChange(viewer, address));
    const code = await mailedCode(noor);
    const answers = [];
    for (let attempt = 0; attempt < 5; attempt += 1) answers.push(await browser.run((viewer) => proveEmailChange(viewer, wrong(code))));
    expect(answers.map((answer) => (answer.ok ? "" : answer.problem))).toEqual(["WRONG_CODE", "WRONG_CODE", "WRONG_CODE", "WRONG_CODE", "NO_CODE_LEFT"]);
    expect(await browser.run((viewer) => proveEmailChange(viewer, code))).toEqual({ ok: false, problem: "NO_CODE_LEFT" });
    expect((await stored(noor)).email).toBe(noor.email);
    // A fresh code works again.
    await browser.run((viewer) => askEmailChange(viewer, address));
    expect(await browser.run(async (viewer) => proveEmailChange(viewer, await mailedCode(noor)))).toEqual({ ok: true });
  });

  test("counts five tries, however many are made at the same moment", async () => {
    const browser = await browserOf(noor);
    await browser.run((viewer) => askEmailChange(viewer, address));
    const bad = wrong(await mailedCode(noor));
    await Promise.all(Array.from({ length: 8 }, () => browser.run((viewer) => proveEmailChange(viewer, bad))));
    expect(await operatorDatabase().emailChange.findUnique({ where: { personId: noor.id }, select: { attempts: true } })).toEqual({ attempts: 5 });
  });

  test("is refused after ten minutes", async () => {
    const browser = await browserOf(noor);
    await browser.run((viewer) => askEmailChange(viewer, address));
    const code = await mailedCode(noor);
    await operatorDatabase().emailChange.updateMany({ where: { personId: noor.id }, data: { expiresAt: new Date(Date.now() - 1_000) } });
    expect(await browser.run(waitingEmail)).toBeNull();
    expect(await browser.run((viewer) => proveEmailChange(viewer, code))).toEqual({ ok: false, problem: "NO_CODE_LEFT" });
    expect((await stored(noor)).email).toBe(noor.email);
  });

  test("that somebody else has is refused only after the proof, and changes nothing", async () => {
    const [here, elsewhere] = [await browserOf(noor), await browserOf(noor)];
    expect(await here.run((viewer) => askEmailChange(viewer, other.email))).toEqual({ ok: true });
    const before = [await stored(noor), await stored(other)];
    expect(await here.run(async (viewer) => proveEmailChange(viewer, await mailedCode(noor)))).toEqual({ ok: false, problem: "ADDRESS_IN_USE" });
    expect([await stored(noor), await stored(other)]).toEqual(before);
    expect(await elsewhere.isOpen()).toBe(true);
    expect(await jobsOf("person-mail")).toEqual([]);
    expect(await operatorDatabase().auditLine.count({ where: { personId: noor.id, action: "email:change" } })).toBe(0);
  });

  test("is not proven with the code of somebody else", async () => {
    const [mine, theirs] = [await browserOf(noor), await browserOf(other)];
    await mine.run((viewer) => askEmailChange(viewer, address));
    const code = await mailedCode(noor);
    expect(await theirs.run((viewer) => proveEmailChange(viewer, code))).toEqual({ ok: false, problem: "NO_CODE_LEFT" });
    await theirs.run((viewer) => askEmailChange(viewer, "anders@voorbeeld.nl"));
    expect(await theirs.run((viewer) => proveEmailChange(viewer, code))).toEqual({ ok: false, problem: "WRONG_CODE" });
    expect(await theirs.run(waitingEmail)).toBe("anders@voorbeeld.nl");
    expect([(await stored(noor)).email, (await stored(other)).email]).toEqual([noor.email, other.email]);
    expect(await mine.run((viewer) => proveEmailChange(viewer, code))).toEqual({ ok: true });
  });

  test("only the newest code counts", async () => {
    const browser = await browserOf(noor);
    await browser.run((viewer) => askEmailChange(viewer, address));
    const first = await mailedCode(noor);
    await browser.run((viewer) => askEmailChange(viewer, "noor.ander@dewilgen.example"));
    expect(await browser.run((viewer) => proveEmailChange(viewer, first))).toEqual({ ok: false, problem: "WRONG_CODE" });
    expect(await browser.run(waitingEmail)).toBe("noor.ander@dewilgen.example");
  });

  test("is not asked for the address one has, nor more than five times an hour", async () => {
    const browser = await browserOf(noor);
    expect(await browser.run((viewer) => askEmailChange(viewer, noor.email))).toEqual({ ok: false, problem: "SAME_ADDRESS" });
    for (let asked = 0; asked < 5; asked += 1) expect(await browser.run((viewer) => askEmailChange(viewer, address))).toEqual({ ok: true });
    expect(await browser.run((viewer) => askEmailChange(viewer, address))).toEqual({ ok: false, problem: "TOO_OFTEN" });
    expect(await jobsOf("email-change")).toHaveLength(5);
  });

  test("and its code are in no job in plain words", async () => {
    const browser = await browserOf(noor);
    await browser.run((viewer) => askEmailChange(viewer, address));
    const code = await mailedCode(noor);
    expect(JSON.stringify(await jobsOf("email-change"))).not.toMatch(new RegExp(`${code}|${address}`));
    expect(JSON.stringify(await operatorDatabase().emailChange.findMany())).not.toContain(code);
  });
});

describe("the own sessions", () => {
  test("are listed with their browser, this one marked, and none of somebody else", async () => {
    const here = await browserOf(noor, "Firefox op Windows");
    await browserOf(noor, "Safari op iPhone");
    await browserOf(other, "Edge op Windows");
    const sessions = await here.run(listOwnSessions);
    expect(sessions.map(({ device, isThisOne }) => [device, isThisOne])).toEqual(expect.arrayContaining([["Firefox op Windows", true], ["Safari op iPhone", false]]));
    expect(sessions).toHaveLength(2);
  });

  test("that are over, by the clock or after half an hour of silence, are not listed", async () => {
    const here = await browserOf(noor);
    const [idle, old] = [await browserOf(noor), await browserOf(noor)];
    await operatorDatabase().session.update({ where: { id: idle.id }, data: { lastSeenAt: new Date(Date.now() - 31 * 60_000) } });
    await operatorDatabase().session.update({ where: { id: old.id }, data: { expiresAt: new Date(Date.now() - 1_000) } });
    expect((await here.run(listOwnSessions)).map(({ id }) => id)).toEqual([here.id]);
    expect([await idle.isOpen(), await old.isOpen()]).toEqual([false, false]);
  });

  test("end at once, one by one", async () => {
    const [here, lost, kept] = [await browserOf(noor), await browserOf(noor), await browserOf(noor)];
    await here.run((viewer) => endOwnSession(viewer, lost.id));
    expect([await here.isOpen(), await lost.isOpen(), await kept.isOpen()]).toEqual([true, false, true]);
    expect(await operatorDatabase().auditLine.findMany({ where: { personId: noor.id, action: "session:end" } })).toMatchObject([{ role: "self", objectId: lost.id }]);
    await expect(here.run((viewer) => endOwnSession(viewer, lost.id))).rejects.toThrow(NotFoundError);
  });

  test("all the others end together", async () => {
    const [here, first, second, theirs] = [await browserOf(noor), await browserOf(noor), await browserOf(noor), await browserOf(other)];
    expect(await here.run(endOtherSessions)).toBe(2);
    expect([await here.isOpen(), await first.isOpen(), await second.isOpen(), await theirs.isOpen()]).toEqual([true, false, false, true]);
  });

  test("of somebody else are not there, and stay open", async () => {
    const [here, theirs] = [await browserOf(noor), await browserOf(other)];
    const lines = await operatorDatabase().auditLine.count();
    await expect(here.run((viewer) => endOwnSession(viewer, theirs.id))).rejects.toThrow(NotFoundError);
    expect(await theirs.isOpen()).toBe(true);
    expect(await operatorDatabase().auditLine.count()).toBe(lines);
  });
});

describe("the own profile", () => {
  const fields = { name: "Noor de Wit", phone: "06 12345678", sharesPhone: true, sharesEmail: false, callMeFor: null };

  test("is what is stored of oneself", async () => {
    expect(await asPerson(noor.id, findOwnProfile)).toMatchObject({ name: "Noor de Wit", email: noor.email, version: 1 });
  });

  test("is changed by its person, and of nobody else", async () => {
    const before = await stored(other);
    expect(await asPerson(noor.id, (viewer) => changeOwnProfile(viewer, { version: 1, ...fields }))).toEqual({ ok: true });
    expect(await stored(noor)).toMatchObject({ phone: "06 12345678", sharesEmail: false, version: 2, email: noor.email });
    expect(await stored(other)).toEqual(before);
    expect(await operatorDatabase().auditLine.count({ where: { personId: noor.id, action: "profile:change" } })).toBe(1);
  });

  test("is not overwritten from an earlier version; of two at the same moment one wins", async () => {
    const change = (name: string) => asPerson(noor.id, (viewer) => changeOwnProfile(viewer, { version: 1, ...fields, name }));
    const answers = await Promise.all([change("Eerst"), change("Ook eerst")]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, problem: "CHANGED_MEANWHILE", now: { version: 2 } });
    const now = await stored(noor);
    expect(await change("Te laat")).toMatchObject({ ok: false });
    expect(await stored(noor)).toEqual(now);
  });

  test("takes names and numbers as people write them, and refuses what is none", () => {
    const typed = { version: "1", name: "  Noor   de Wit ", phone: "" };
    expect(changeProfileSchema.safeParse(typed).data).toMatchObject({ phone: null, sharesPhone: false, callMeFor: null });
    for (const wrongly of [{ name: " " }, { phone: "geen nummer" }, { name: "n".repeat(101) }, { callMeFor: "c".repeat(201) }]) {
      expect(changeProfileSchema.safeParse({ ...typed, ...wrongly }).success, JSON.stringify(wrongly)).toBe(false);
    }
  });
});

describe("a work account", () => {
  const provider = { id: "school", name: "SURFconext", issuer: "https://login.voorbeeld.nl", clientId: "x", clientSecret: "x" };

  async function link(person: Person): Promise<string> {
    const { id } = await operatorDatabase().identity.create({ data: { personId: person.id, provider: provider.id, issuer: provider.issuer, subject: crypto.randomUUID() }, select: { id: true } });
    return id;
  }

  test("is unlinked by its own person", async () => {
    const id = await link(noor);
    expect((await asPerson(noor.id, listOwnIdentities)).linked.map((each) => each.id)).toEqual([id]);
    await asPerson(noor.id, (viewer) => unlinkIdentity(viewer, id));
    expect((await asPerson(noor.id, listOwnIdentities)).linked).toEqual([]);
    expect(await operatorDatabase().auditLine.findMany({ where: { objectId: id } })).toMatchObject([{ action: "identity:link", details: { unlinked: true } }]);
  });

  test("of somebody else is not there, and stays linked", async () => {
    const id = await link(other);
    const lines = await operatorDatabase().auditLine.count();
    await expect(asPerson(noor.id, (viewer) => unlinkIdentity(viewer, id))).rejects.toThrow(NotFoundError);
    expect((await asPerson(noor.id, listOwnIdentities)).linked).toEqual([]);
    expect(await operatorDatabase().identity.count({ where: { id } })).toBe(1);
    expect(await operatorDatabase().auditLine.count()).toBe(lines);
  });
});
