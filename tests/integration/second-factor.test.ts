import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/access/viewer";
import { enterAppCode, enterRecoveryCode, findOwnSecondFactor } from "#lib/auth/second-factor";
import { beginSetUp, forgetShownCodes, confirmSetUp, removeSecondFactor, renewRecoveryCodes } from "#lib/auth/second-factor-setup";
import { sessionOf } from "#lib/auth/session";
import { disconnect, operatorDatabase } from "#lib/db";
import { AssuranceNeededError, NotFoundError, ProofNeededError } from "#lib/errors";
import { APP_KEY, makePerson, makeSecondFactor } from "#tests/support/builders";
import { ownDatabase } from "#tests/support/own-database";
import { appCode, type Browser, browserOf, browserWith, LOOKED_AT, wrongCode } from "#tests/support/second-factor";

const ADDRESS = "192.0.2.1";
const WRONG = { ok: false, problem: "WRONG_CODE" };

let app: pg.Client;

beforeAll(async () => {
  process.env.LOG_LEVEL = "silent";
  const database = await ownDatabase();
  app = new pg.Client({ connectionString: database.appUrl });
  await app.connect();
});

beforeEach(async () => {
  await operatorDatabase().$executeRaw`DELETE FROM pgboss.job`;
  await operatorDatabase().rateLimit.deleteMany();
});

afterAll(async () => {
  await app.end();
  await disconnect();
});

const enter = (code: string, at = LOOKED_AT) => (viewer: Viewer) => enterAppCode(viewer, code, ADDRESS, at);
const recover = (code: string) => (viewer: Viewer) => enterRecoveryCode(viewer, code, ADDRESS);
const isAssured = (browser: Browser) => browser.run(async (viewer) => viewer.isHighlyAssured);

async function somebody(): Promise<{ id: string }> {
  const person = await makePerson();
  await makeSecondFactor(person.id);
  return person;
}

/** Opens casussen in a browser, and gives it with its new token. */
async function assured(browser: Browser, code = appCode(), at = LOOKED_AT): Promise<Browser> {
  const result = await browser.run(enter(code, at));
  if (!result.ok) throw new Error(result.problem);
  return browserWith(browser.sessionId, result.token);
}

/** Sets a second factor up as the pages do, and gives the browser and the recovery codes. */
async function setUp(browser: Browser): Promise<{ browser: Browser; codes: string[]; key: string }> {
  await browser.run(beginSetUp);
  const key = (await browser.run(findOwnSecondFactor)).setUp?.key ?? "";
  const result = await browser.run((viewer) => confirmSetUp(viewer, appCode(0, key), ADDRESS, LOOKED_AT));
  if (!result.ok) throw new Error(result.problem);
  const after = browserWith(browser.sessionId, result.token);
  return { browser: after, key, codes: (await after.run(findOwnSecondFactor)).setUp?.codes ?? [] };
}

async function mails(): Promise<unknown[]> {
  const rows = await operatorDatabase().$queryRaw<{ data: unknown }[]>`SELECT data FROM pgboss.job WHERE name = 'person-mail' ORDER BY created_on, id`;
  return rows.map(({ data }) => data);
}

async function linesOf(personId: string): Promise<{ action: string; details: unknown }[]> {
  return operatorDatabase().auditLine.findMany({ where: { personId }, select: { action: true, details: true }, orderBy: { id: "asc" } });
}

async function age(browser: Browser, column: "assured_at" | "assured_until" | "proven_at", minutes: number): Promise<void> {
  await operatorDatabase().$executeRawUnsafe(`UPDATE session SET ${column} = ${column} - interval '${minutes} minutes' WHERE id = '${browser.sessionId}'`);
}

describe("a code of the app", () => {
  test("opens casussen in the session that asks, and in no other one of the same person", async () => {
    const { id } = await somebody();
    const [one, other] = [await browserOf(id), await browserOf(id)];
    await expect(one.run(async (viewer) => viewer.mustBeHighlyAssured())).rejects.toThrow(AssuranceNeededError);
    const opened = await assured(one);
    expect([await isAssured(opened), await isAssured(other)]).toEqual([true, false]);
    expect(await linesOf(id)).toEqual([{ action: "second-factor:enter", details: { by: "APP" } }]);
    expect(await mails()).toEqual([]);
  });

  test("is accepted once: not again in another browser, and not the one before it either", async () => {
    const { id } = await somebody();
    await assured(await browserOf(id), appCode());
    const other = await browserOf(id);
    expect(await other.run(enter(appCode()))).toEqual(WRONG);
    expect(await other.run(enter(appCode(-1)))).toEqual(WRONG);
    expect(await isAssured(other)).toBe(false);
    expect(await other.run(enter(appCode(1)))).toMatchObject({ ok: true });
  });

  test("that two send at once opens one of their sessions", async () => {
    const { id } = await somebody();
    const browsers = await Promise.all([1, 2, 3, 4].map(() => browserOf(id)));
    const code = appCode();
    const results = await Promise.all(browsers.map((browser) => browser.run(enter(code))));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await operatorDatabase().session.count({ where: { personId: id, assuredUntil: { not: null } } })).toBe(1);
  });

  test("cannot be made usable again: the database itself lets its half minute only grow", async () => {
    const { id } = await somebody();
    await assured(await browserOf(id));
    const before = await operatorDatabase().secondFactor.findUniqueOrThrow({ where: { personId: id } });
    await expect(operatorDatabase().secondFactor.update({ where: { personId: id }, data: { lastStep: before.lastStep } })).rejects.toThrow(/second_factor_code_is_used_once/);
    await expect(operatorDatabase().secondFactor.update({ where: { personId: id }, data: { lastStep: 0 } })).rejects.toThrow(/second_factor_code_is_used_once/);
  });

  test("of somebody else, a wrong one, or one for who has no second factor opens nothing", async () => {
    const { id } = await makePerson();
    await somebody();
    const browser = await browserOf(id);
    expect(await browser.run(enter(appCode()))).toEqual(WRONG);
    await makeSecondFactor(id);
    expect(await browser.run(enter(wrongCode()))).toEqual(WRONG);
    expect(await browser.run(enter(appCode(), LOOKED_AT + 90_000))).toEqual(WRONG);
    expect(await isAssured(browser)).toBe(false);
    expect(await linesOf(id)).toEqual([]);
  });

  test("of a key that the secret of this app does not open is wrong, and no fault", async () => {
    const [{ id }, other] = [await makePerson(), await somebody()];
    const { sealedKey } = await operatorDatabase().secondFactor.findUniqueOrThrow({ where: { personId: other.id } });
    await operatorDatabase().secondFactor.create({ data: { personId: id, sealedKey, lastStep: 0 } });
    const browser = await browserOf(id);
    expect(await browser.run(enter(appCode()))).toEqual(WRONG);
    expect((await browser.run(findOwnSecondFactor)).factor).toMatchObject({ codesLeft: 0 });
  });

  test("can be tried ten times in half an hour, by one person and from wherever", async () => {
    const [{ id }, other] = [await somebody(), await somebody()];
    const [browser, second] = [await browserOf(id), await browserOf(id)];
    const answers = [];
    for (let attempt = 0; attempt < 10; attempt += 1) answers.push(await (attempt % 2 ? browser : second).run((viewer) => enterAppCode(viewer, wrongCode(), `192.0.2.${attempt}`, LOOKED_AT)));
    expect(answers).toEqual(Array.from({ length: 10 }, () => WRONG));
    // And a right one lets counting begin anew.
    await operatorDatabase().rateLimit.deleteMany();
    for (let attempt = 0; attempt < 9; attempt += 1) await browser.run(enter(wrongCode()));
    const opened = await assured(browser);
    for (let attempt = 0; attempt < 10; attempt += 1) expect(await opened.run(enter(wrongCode()))).toEqual(WRONG);
    const tooOften = { ok: false, problem: "TOO_OFTEN" };
    expect(await opened.run(enter(appCode(1)))).toEqual(tooOften);
    expect(await opened.run(recover("AAAAA-AAAAA"))).toEqual(tooOften);
    expect(await (await browserOf(other.id)).run(enter(appCode()))).toMatchObject({ ok: true });
  });

  test("can be tried fifty times a day, and a right one in between does not begin that count anew", async () => {
    const { id } = await somebody();
    let browser = await browserOf(id);
    for (let attempt = 1; attempt < 50; attempt += 1) {
      // Within half an hour nine wrong ones are followed by a right one, half a minute later each time.
      const steps = attempt / 10;
      if (Number.isInteger(steps)) browser = await assured(browser, appCode(steps), LOOKED_AT + steps * 30_000);
      else expect(await browser.run(enter(wrongCode()))).toEqual(WRONG);
    }
    expect(await browser.run(enter(wrongCode()))).toEqual(WRONG);
    expect(await browser.run(enter(wrongCode()))).toEqual({ ok: false, problem: "TOO_OFTEN" });
  });

  test("gives the browser a new token; one that was copied before opens no casus, and soon nothing", async () => {
    const { id } = await somebody();
    const before = await browserOf(id);
    const after = await assured(before);
    expect(after.token).not.toBe(before.token);
    expect([await isAssured(after), await isAssured(before)]).toEqual([true, false]);
    await age(before, "assured_at", 3);
    expect(await sessionOf(before.token)).toBeNull();
    expect(await isAssured(after)).toBe(true);
  });
});

describe("what a second factor opened", () => {
  test("shuts after half an hour without a casus, and each casus lets it count anew", async () => {
    const { id } = await somebody();
    const browser = await assured(await browserOf(id));
    await age(browser, "assured_until", 20);
    await browser.run(async () => undefined);
    expect(await minutesLeft(browser)).toBe(10);
    await browser.run(async (viewer) => viewer.mustBeHighlyAssured());
    expect(await minutesLeft(browser)).toBe(30);
    await age(browser, "assured_until", 20);
    // Also when what was sent comes back.
    await expect(browser.run(async (viewer) => {
      viewer.mustBeHighlyAssured();
      throw new NotFoundError("something");
    })).rejects.toThrow(NotFoundError);
    expect(await minutesLeft(browser)).toBe(30);

    await age(browser, "assured_until", 31);
    await expect(browser.run(async (viewer) => viewer.mustBeHighlyAssured())).rejects.toThrow(AssuranceNeededError);
    expect(await isAssured(browser)).toBe(false);
    // Over is over: asking does not bring it back.
    expect(await minutesLeft(browser)).toBeLessThan(0);
  });

  test("shuts eight hours after the code, however busy somebody is", async () => {
    const { id } = await somebody();
    const browser = await assured(await browserOf(id));
    await age(browser, "assured_at", 8 * 60 + 1);
    expect(await isAssured(browser)).toBe(false);
  });

  async function minutesLeft(browser: Browser): Promise<number> {
    const [row] = await operatorDatabase().$queryRaw<{ left: number }[]>`SELECT round(extract(epoch FROM assured_until - now()) / 60)::int AS left FROM session WHERE id = ${browser.sessionId}::uuid`;
    return row?.left ?? Number.NaN;
  }
});

describe("the database knows it by itself", () => {
  async function knows(settings: { person: string; session: string }): Promise<boolean> {
    await app.query("BEGIN");
    try {
      await app.query("SELECT set_config('app.person', $1, true), set_config('app.session', $2, true)", [settings.person, settings.session]);
      return (await app.query<{ yes: boolean }>("SELECT highly_assured() AS yes")).rows[0]?.yes === true;
    } finally {
      await app.query("ROLLBACK");
    }
  }

  test("of this person and this session, open and not idle, and of nothing else", async () => {
    const [{ id }, other] = [await somebody(), await somebody()];
    const browser = await assured(await browserOf(id));
    const low = await browserOf(id);
    const ofOther = await browserOf(other.id);
    expect(await knows({ person: id, session: browser.sessionId })).toBe(true);
    for (const forged of [{ person: id, session: low.sessionId }, { person: other.id, session: browser.sessionId }, { person: other.id, session: ofOther.sessionId }, { person: id, session: "" }, { person: "", session: browser.sessionId }]) {
      expect(await knows(forged)).toBe(false);
    }
    await age(browser, "assured_until", 31);
    expect(await knows({ person: id, session: browser.sessionId })).toBe(false);
  });

  test("and the role of the app can neither read a factor nor lift a session", async () => {
    const { id } = await somebody();
    const { sessionId } = await browserOf(id);
    for (const sql of ["SELECT * FROM second_factor", "SELECT * FROM recovery_code", "SELECT * FROM second_factor_setup", `DELETE FROM second_factor WHERE person_id = '${id}'`, `UPDATE session SET assured_at = now(), assured_until = now() + interval '1 day' WHERE id = '${sessionId}'`]) {
      await expect(app.query(sql), sql).rejects.toMatchObject({ code: "42501" });
    }
  });

  test("whichever function gives the text of a casus, its line is refused without a second factor", async () => {
    const { id } = await somebody();
    const write = async (sessionId: string) => {
      await app.query("BEGIN");
      try {
        await app.query("SELECT set_config('app.person', $1, true), set_config('app.session', $2, true)", [id, sessionId]);
        await app.query("INSERT INTO audit_line (person_id, role, action, object_type, request_id) VALUES ($1, 'partner', 'case-discussion:read', 'case_discussion', 'x')", [id]);
      } finally {
        await app.query("ROLLBACK");
      }
    };
    const browser = await browserOf(id);
    await expect(write(browser.sessionId)).rejects.toMatchObject({ code: "42501" });
    await expect(write("")).rejects.toMatchObject({ code: "42501" });
    await expect(write((await assured(browser)).sessionId)).resolves.toBeUndefined();
  });
});

describe("setting it up", () => {
  test("takes the first code of the app, gives ten recovery codes, opens casussen at once, and is told by mail", async () => {
    const { id } = await makePerson();
    const { browser, codes, key } = await setUp(await browserOf(id));
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(await isAssured(browser)).toBe(true);
    expect((await browser.run(findOwnSecondFactor)).factor).toMatchObject({ codesLeft: 10 });
    expect(await linesOf(id)).toEqual([{ action: "second-factor:change", details: { event: "SET_UP" } }]);
    expect(await mails()).toEqual([{ kind: "SECOND_FACTOR", personId: id, event: "SET_UP" }]);
    // The first code was one, too.
    expect(await (await browserOf(id)).run(enter(appCode(0, key)))).toEqual(WRONG);
  });

  test("keeps neither key nor codes readable, and forgets the codes once they are kept", async () => {
    const { id } = await makePerson();
    const { browser, codes, key } = await setUp(await browserOf(id));
    const db = operatorDatabase();
    const stored = JSON.stringify([await db.secondFactor.findMany(), await db.recoveryCode.findMany(), await db.secondFactorSetup.findMany()]);
    for (const secret of [key, ...codes, ...codes.map((code) => code.replace("-", ""))]) expect(stored).not.toContain(secret);
    expect((await (await browserOf(id)).run(findOwnSecondFactor)).setUp).toBeNull();
    await browser.run(forgetShownCodes);
    expect((await browser.run(findOwnSecondFactor)).setUp).toBeNull();
    expect(await db.secondFactorSetup.count({ where: { personId: id } })).toBe(0);
  });

  test("takes a session of the last ten minutes, and its own browser", async () => {
    const { id } = await makePerson();
    const old = await browserOf(id);
    await age(old, "proven_at", 11);
    await expect(old.run(beginSetUp)).rejects.toThrow(ProofNeededError);
    const fresh = await browserOf(id);
    await fresh.run(beginSetUp);
    const key = (await fresh.run(findOwnSecondFactor)).setUp?.key ?? "";
    expect((await old.run(findOwnSecondFactor)).setUp).toBeNull();
    expect(await old.run((viewer) => confirmSetUp(viewer, appCode(0, key), ADDRESS, LOOKED_AT))).toEqual({ ok: false, problem: "NOT_BEGUN" });
    expect(await fresh.run((viewer) => confirmSetUp(viewer, wrongCode(), ADDRESS, LOOKED_AT))).toEqual(WRONG);
    await operatorDatabase().$executeRaw`UPDATE second_factor_setup SET expires_at = now()`;
    expect(await fresh.run((viewer) => confirmSetUp(viewer, appCode(0, key), ADDRESS, LOOKED_AT))).toEqual({ ok: false, problem: "NOT_BEGUN" });
    expect(await operatorDatabase().secondFactor.count({ where: { personId: id } })).toBe(0);
  });

  test("shows the codes to no cookie that was copied before, though that one is still of the same session for a while", async () => {
    const { id } = await makePerson();
    const copied = await browserOf(id);
    const { browser, codes } = await setUp(copied);
    expect((await browser.run(findOwnSecondFactor)).setUp).toEqual({ key: null, codes });
    expect((await copied.run(findOwnSecondFactor)).setUp).toBeNull();
  });

  test("pressed twice at once happens once", async () => {
    const { id } = await makePerson();
    const browser = await browserOf(id);
    await browser.run(beginSetUp);
    const key = (await browser.run(findOwnSecondFactor)).setUp?.key ?? "";
    const results = await Promise.all([1, 2].map(() => browser.run((viewer) => confirmSetUp(viewer, appCode(0, key), ADDRESS, LOOKED_AT))));
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await operatorDatabase().recoveryCode.count({ where: { personId: id } })).toBe(10);
  });
});

describe("another one in its place, new recovery codes, and removing it", () => {
  test("take the second factor itself and a fresh proof, and else change nothing", async () => {
    const { id } = await somebody();
    const low = await browserOf(id);
    for (const change of [beginSetUp, renewRecoveryCodes, removeSecondFactor]) await expect(low.run(change)).rejects.toThrow(AssuranceNeededError);
    const high = await assured(low);
    await age(high, "proven_at", 11);
    for (const change of [beginSetUp, renewRecoveryCodes, removeSecondFactor]) await expect(high.run(change)).rejects.toThrow(ProofNeededError);
    const db = operatorDatabase();
    expect([await db.secondFactor.count({ where: { personId: id } }), await db.secondFactorSetup.count({ where: { personId: id } }), await db.recoveryCode.count({ where: { personId: id } })]).toEqual([1, 0, 0]);
    expect(await mails()).toEqual([]);
  });

  test("replace app and recovery codes, and shut casussen in other browsers", async () => {
    const { id } = await makePerson();
    const first = await setUp(await browserOf(id));
    const other = await assured(await browserOf(id), appCode(1, first.key));
    const second = await setUp(first.browser);
    expect([await isAssured(second.browser), await isAssured(other)]).toEqual([true, false]);
    expect(await other.run(recover(first.codes[0] as string))).toEqual(WRONG);
    expect(await other.run(recover(second.codes[0] as string))).toMatchObject({ ok: true });
    expect((await mails()).at(-2)).toMatchObject({ event: "REPLACED" });
  });

  test("show the key of another app to no cookie that was copied before the present factor was given", async () => {
    const { id } = await somebody();
    const copied = await browserOf(id);
    const high = await assured(copied);
    await high.run(beginSetUp);
    expect((await high.run(findOwnSecondFactor)).setUp).toEqual({ key: expect.any(String) as string, codes: null });
    expect((await copied.run(findOwnSecondFactor)).setUp).toBeNull();
  });

  test("are refused to a browser that began before somebody had one", async () => {
    const { id } = await makePerson();
    const early = await browserOf(id);
    await early.run(beginSetUp);
    const key = (await early.run(findOwnSecondFactor)).setUp?.key ?? "";
    await makeSecondFactor(id);
    await expect(early.run((viewer) => confirmSetUp(viewer, appCode(0, key), ADDRESS, LOOKED_AT))).rejects.toThrow(AssuranceNeededError);
    expect(await (await browserOf(id)).run(enter(appCode(0, APP_KEY)))).toMatchObject({ ok: true });
  });

  test("give codes in place of the old ones, and nothing at all after removal", async () => {
    const { id } = await makePerson();
    const { browser, codes } = await setUp(await browserOf(id));
    await browser.run(renewRecoveryCodes);
    const renewed = (await browser.run(findOwnSecondFactor)).setUp?.codes ?? [];
    expect(renewed.filter((code) => codes.includes(code))).toEqual([]);
    await browser.run(removeSecondFactor);
    expect(await browser.run(findOwnSecondFactor)).toEqual({ factor: null, setUp: null });
    expect(await isAssured(browser)).toBe(false);
    expect(await browser.run(recover(renewed[0] as string))).toEqual(WRONG);
    expect((await mails()).map((mail) => (mail as { event: string }).event)).toEqual(["SET_UP", "CODES_RENEWED", "REMOVED"]);
    expect((await linesOf(id)).map(({ details }) => details)).toEqual([{ event: "SET_UP" }, { event: "CODES_RENEWED" }, { event: "REMOVED" }]);
  });
});

describe("a recovery code", () => {
  test("opens casussen once, however it is typed, and its owner is told how many are left", async () => {
    const { id } = await makePerson();
    const { codes } = await setUp(await browserOf(id));
    const [one, other] = [await browserOf(id), await browserOf(id)];
    const typed = ` ${(codes[3] as string).toLowerCase().replace("-", " ").replaceAll("0", "o").replaceAll("1", "l")} `;
    const result = await one.run(recover(typed));
    expect(result).toMatchObject({ ok: true, codesLeft: 9 });
    expect(await isAssured(browserWith(one.sessionId, result.ok ? result.token : ""))).toBe(true);
    expect(await other.run(recover(codes[3] as string))).toEqual(WRONG);
    expect(await isAssured(other)).toBe(false);
    expect((await mails()).at(-1)).toEqual({ kind: "SECOND_FACTOR", personId: id, event: "RECOVERY_CODE_USED", codesLeft: 9 });
    expect((await linesOf(id)).at(-1)).toEqual({ action: "second-factor:enter", details: { by: "RECOVERY_CODE", left: 9 } });
  });

  test("that two send at once opens one of their sessions, and stays used in the database", async () => {
    const { id } = await makePerson();
    const { codes } = await setUp(await browserOf(id));
    const browsers = await Promise.all([1, 2, 3, 4].map(() => browserOf(id)));
    const results = await Promise.all(browsers.map((browser) => browser.run(recover(codes[0] as string))));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    await expect(operatorDatabase().recoveryCode.updateMany({ where: { personId: id, usedAt: { not: null } }, data: { usedAt: null } })).rejects.toThrow(/second_factor_code_is_used_once/);
  });

  test("of somebody else opens nothing", async () => {
    const [{ id }, { id: otherId }] = [await makePerson(), await makePerson()];
    const { codes } = await setUp(await browserOf(id));
    await setUp(await browserOf(otherId));
    expect(await (await browserOf(otherId)).run(recover(codes[0] as string))).toEqual(WRONG);
    expect(await operatorDatabase().recoveryCode.count({ where: { usedAt: { not: null }, personId: { in: [id, otherId] } } })).toBe(0);
  });
});
