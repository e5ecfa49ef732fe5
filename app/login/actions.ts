"use server";

import { demoPersonId } from "#lib/auth/demo";
import { loginPath, safeDestination } from "#lib/auth/destinations";
import { knownBrowser, rememberBrowser } from "#lib/auth/known-browser";
import { browserSecret, dropBrowserSecret, keepBrowserSecret } from "#lib/auth/login-cookie";
import { demoSignInSchema, enterCodeSchema, requestCodeSchema } from "#lib/auth/schema";
import { createSession, currentDevice, keepSession } from "#lib/auth/session";
import { enterCode, requestCode } from "#lib/auth/sign-in-codes";
import { authDatabase } from "#lib/db";
import { visitorAction } from "#lib/forms/visitor-action";
import { signInTexts } from "#lib/texts/sign-in";

const QUARTER = 15 * 60;

export const requestCodeAction = visitorAction(requestCodeSchema, { name: "request-code", most: 20, seconds: QUARTER }, async ({ email, next }) => {
  const asked = await requestCode(email, await knownBrowser(email));
  await keepBrowserSecret(asked.browserSecret);
  return { goTo: pathWithNext("/login/code", next) };
});

export const enterCodeAction = visitorAction(enterCodeSchema, { name: "enter-code", most: 60, seconds: QUARTER }, async ({ code, next }) => {
  const secret = await browserSecret();
  if (!secret) return { errors: { code: signInTexts.noCodeAsked } };
  const result = await enterCode(secret, code, await currentDevice());
  if (!result.ok) return { errors: { code: result.problem === "WRONG_CODE" ? signInTexts.wrongCode : signInTexts.noCodeLeft } };
  await dropBrowserSecret();
  await rememberBrowser(result.address);
  await keepSession(result.token);
  return { goTo: safeDestination(next) };
});

export const demoSignInAction = visitorAction(demoSignInSchema, { name: "demo-sign-in", most: 2_000, seconds: QUARTER }, async ({ email, next }) => {
  const personId = await demoPersonId(email);
  if (!personId) return { goTo: loginPath(null) };
  const device = await currentDevice();
  await keepSession(await authDatabase().$transaction((db) => createSession(db, personId, device)));
  return { goTo: safeDestination(next) };
});

function pathWithNext(path: string, next: string): string {
  const destination = safeDestination(next);
  return destination === "/" ? path : `${path}?next=${encodeURIComponent(destination)}`;
}
