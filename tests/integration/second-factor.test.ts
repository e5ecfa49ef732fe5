import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { enterAppCode, findOwnSecondFactor } from "#lib/auth/second-factor/entering";
import { sessionOf } from "#lib/auth/session";
import { disconnect, operatorDatabase } from "#lib/db";
import { AssuranceNeededError, NotFoundError } from "#lib/errors";
import { makePerson, makeSecondFactor } from "#tests/support/builders";
import { ownDatabase } from "#tests/support/own-database";
import {
  age, appCode, assured, type Browser, browserOf, browserWith, enter, factorMails, isAssured, linesOf, LOOKED_AT, recover, setUp, somebody, WRONG, wrongCode,
} from "#tests/support/second-factor";

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

describe("a code of the app", () => {
  test("opens casussen in the session that asks, and in no other one of the same person", async () => {
    const { id } = await somebody();
    const [one, other] = [await browserOf(id), await browserOf(id)];
    await expect(one.run(async (viewer) => viewer.mustBeHighlyAssured())).rejects.toThrow(AssuranceNeededError);
    const opened = await assured(one);
    expect([await isAssured(opened), await isAssured(other)]).toEqual([true, false]);
    expect(await linesOf(id)).toEqual([{ action: "second-factor:enter", details: { by: "APP" } }]);
    expect(await factorMails()).toEqual([]);
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
    expect((await factorMails()).at(-1)).toEqual({ kind: "SECOND_FACTOR", personId: id, event: "RECOVERY_CODE_USED", codesLeft: 9 });
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
