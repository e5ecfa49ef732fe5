import { inTransaction } from "#lib/access/transaction";
import type { Viewer } from "#lib/access/viewer";
import { createSession, hashToken, newToken, sessionOf } from "#lib/auth/session";
import { authDatabase, operatorDatabase } from "#lib/db";
import { codeOfStep, stepAt } from "#lib/second-factor/totp";
import { APP_KEY } from "#tests/support/builders";

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
