import { inTransaction } from "#lib/access/transaction";
import type { Viewer } from "#lib/access/viewer";
import { enterAppCode, enterRecoveryCode, findOwnSecondFactor } from "#lib/auth/second-factor/entering";
import { beginSetUp, confirmSetUp } from "#lib/auth/second-factor/setting-up";
import { codeOfStep, stepAt } from "#lib/auth/second-factor/totp";
import { createSession, hashToken, newToken, sessionOf } from "#lib/auth/session";
import { authDatabase, operatorDatabase } from "#lib/db";
import { APP_KEY, makePerson, makeSecondFactor } from "#tests/support/builders";

/** A browser in which somebody signed in: its session, and a way to do something in it. */
export type Browser = { sessionId: string; token: string; run: <T>(work: (viewer: Viewer) => Promise<T>) => Promise<T> };

/** A browser in which somebody signed in just now, with the first step alone unless said otherwise. */
export async function browserOf(personId: string, assurance: "LOW" | "HIGH" = "LOW"): Promise<Browser> {
  const token = await authDatabase().$transaction((db) => createSession(db, personId, "Firefox", newToken(), assurance));
  const { id } = await operatorDatabase().session.findUniqueOrThrow({ where: { tokenHash: hashToken(token) }, select: { id: true } });
  return browserWith(id, token);
}

/** The browser of a session, with the token that it holds now. */
export function browserWith(sessionId: string, token: string): Browser {
  const run: Browser["run"] = async (work) => {
    const session = await sessionOf(token);
    if (session?.state !== "open") throw new Error("This browser is signed out.");
    return inTransaction(session.facts, work, "test");
  };
  return { sessionId, token, run };
}

/** The moment at which these tests look at their telephones: no half minute ends between reading a code and typing it. */
export const LOOKED_AT = Date.now();

/** What the app of `makeSecondFactor` shows then, or so many half minutes later. */
export function appCode(steps = 0, key = APP_KEY): string {
  return codeOfStep(key, stepAt(LOOKED_AT) + steps);
}

/** A code that this app does not show about then. */
export function wrongCode(): string {
  const about = [-3, -2, -1, 0, 1, 2, 3].map((steps) => appCode(steps));
  return ["000000", "111111", "222222", "333333", "444444", "555555", "666666", "777777"].find((code) => !about.includes(code)) ?? "888888";
}

/** Where these codes come from. */
export const ADDRESS = "192.0.2.1";

/** What a wrong code is answered with. */
export const WRONG = { ok: false, problem: "WRONG_CODE" };

export const enter = (code: string, at = LOOKED_AT) => (viewer: Viewer) => enterAppCode(viewer, code, ADDRESS, at);
export const recover = (code: string) => (viewer: Viewer) => enterRecoveryCode(viewer, code, ADDRESS);
export const isAssured = (browser: Browser) => browser.run(async (viewer) => viewer.isHighlyAssured);

/** Somebody with the second factor of `appCode`. */
export async function somebody(): Promise<{ id: string }> {
  const person = await makePerson();
  await makeSecondFactor(person.id);
  return person;
}

/** Opens casussen in a browser, and gives it with its new token. */
export async function assured(browser: Browser, code = appCode(), at = LOOKED_AT): Promise<Browser> {
  const result = await browser.run(enter(code, at));
  if (!result.ok) throw new Error(result.problem);
  return browserWith(browser.sessionId, result.token);
}

/** Sets a second factor up as the pages do, and gives the browser and the recovery codes. */
export async function setUp(browser: Browser): Promise<{ browser: Browser; codes: string[]; key: string }> {
  await browser.run(beginSetUp);
  const key = (await browser.run(findOwnSecondFactor)).setUp?.key ?? "";
  const result = await browser.run((viewer) => confirmSetUp(viewer, appCode(0, key), ADDRESS, LOOKED_AT));
  if (!result.ok) throw new Error(result.problem);
  const after = browserWith(browser.sessionId, result.token);
  return { browser: after, key, codes: (await after.run(findOwnSecondFactor)).setUp?.codes ?? [] };
}

/** The mails to people that wait to be sent, oldest first. */
export async function factorMails(): Promise<unknown[]> {
  const rows = await operatorDatabase().$queryRaw<{ data: unknown }[]>`SELECT data FROM pgboss.job WHERE name = 'person-mail' ORDER BY created_on, id`;
  return rows.map(({ data }) => data);
}

/** What the log tells about somebody, oldest first. */
export async function linesOf(personId: string): Promise<{ action: string; details: unknown }[]> {
  return operatorDatabase().auditLine.findMany({ where: { personId }, select: { action: true, details: true }, orderBy: { id: "asc" } });
}

/** Puts a moment of a session so many minutes back. */
export async function age(browser: Browser, column: "assured_at" | "assured_until" | "proven_at", minutes: number): Promise<void> {
  await operatorDatabase().$executeRawUnsafe(`UPDATE session SET ${column} = ${column} - interval '${minutes} minutes' WHERE id = '${browser.sessionId}'`);
}
