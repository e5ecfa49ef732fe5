import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findOwnSecondFactor } from "#lib/auth/second-factor/entering";
import { beginSetUp, confirmSetUp, forgetShownCodes, removeSecondFactor, renewRecoveryCodes } from "#lib/auth/second-factor/setting-up";
import { disconnect, operatorDatabase } from "#lib/db";
import { AssuranceNeededError, ProofNeededError } from "#lib/errors";
import { APP_KEY, makePerson, makeSecondFactor } from "#tests/support/builders";
import { ownDatabase } from "#tests/support/own-database";
import { ADDRESS, age, appCode, assured, browserOf, enter, factorMails, isAssured, linesOf, LOOKED_AT, recover, setUp, somebody, WRONG, wrongCode } from "#tests/support/second-factor";

beforeAll(async () => {
  process.env.LOG_LEVEL = "silent";
  await ownDatabase();
});

beforeEach(async () => {
  await operatorDatabase().$executeRaw`DELETE FROM pgboss.job`;
  await operatorDatabase().rateLimit.deleteMany();
});

afterAll(disconnect);

describe("setting it up", () => {
  test("takes the first code of the app, gives ten recovery codes, opens casussen at once, and is told by mail", async () => {
    const { id } = await makePerson();
    const { browser, codes, key } = await setUp(await browserOf(id));
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(await isAssured(browser)).toBe(true);
    expect((await browser.run(findOwnSecondFactor)).factor).toMatchObject({ codesLeft: 10 });
    expect(await linesOf(id)).toEqual([{ action: "second-factor:change", details: { event: "SET_UP" } }]);
    expect(await factorMails()).toEqual([{ kind: "SECOND_FACTOR", personId: id, event: "SET_UP" }]);
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
    expect(await factorMails()).toEqual([]);
  });

  test("replace app and recovery codes, and shut casussen in other browsers", async () => {
    const { id } = await makePerson();
    const first = await setUp(await browserOf(id));
    const other = await assured(await browserOf(id), appCode(1, first.key));
    const second = await setUp(first.browser);
    expect([await isAssured(second.browser), await isAssured(other)]).toEqual([true, false]);
    expect(await other.run(recover(first.codes[0] as string))).toEqual(WRONG);
    expect(await other.run(recover(second.codes[0] as string))).toMatchObject({ ok: true });
    expect((await factorMails()).at(-2)).toMatchObject({ event: "REPLACED" });
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
    expect((await factorMails()).map((mail) => (mail as { event: string }).event)).toEqual(["SET_UP", "CODES_RENEWED", "REMOVED"]);
    expect((await linesOf(id)).map(({ details }) => details)).toEqual([{ event: "SET_UP" }, { event: "CODES_RENEWED" }, { event: "REMOVED" }]);
  });
});
