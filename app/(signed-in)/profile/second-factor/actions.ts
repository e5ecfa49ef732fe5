"use server";

import { currentAddress } from "#lib/access/request";
import { safeDestination, setUpPath } from "#lib/auth/destinations";
import { beginSetUpSchema, codesAreKeptSchema, confirmSetUpSchema, removeSecondFactorSchema, renewCodesSchema } from "#lib/auth/schema";
import { beginSetUp, forgetShownCodes, confirmSetUp, removeSecondFactor, renewRecoveryCodes } from "#lib/auth/second-factor/setting-up";
import { keepSession } from "#lib/auth/session";
import { formAction } from "#lib/forms/form-action";
import { secondFactorTexts as texts } from "#lib/texts/second-factor";

export const beginSetUpAction = formAction("second-factor:change", beginSetUpSchema, async (viewer, { next }) => {
  await beginSetUp(viewer);
  return { goTo: setUpPath(next) };
});

export const confirmSetUpAction = formAction("second-factor:change", confirmSetUpSchema, async (viewer, { code, next }) => {
  const result = await confirmSetUp(viewer, code, await currentAddress());
  if (!result.ok) return { errors: { code: { WRONG_CODE: texts.wrongCode, TOO_OFTEN: texts.tooOften, NOT_BEGUN: texts.notBegun }[result.problem] } };
  await keepSession(result.token);
  return { goTo: codesPath(next) };
});

export const renewCodesAction = formAction("second-factor:change", renewCodesSchema, async (viewer) => {
  await renewRecoveryCodes(viewer);
  return { goTo: codesPath("/") };
});

export const codesAreKeptAction = formAction("second-factor:change", codesAreKeptSchema, async (viewer, { next }) => {
  await forgetShownCodes(viewer);
  const destination = safeDestination(next);
  return { goTo: destination === "/" ? "/profile/second-factor?notice=second-factor-codes-kept" : destination };
});

export const removeSecondFactorAction = formAction("second-factor:change", removeSecondFactorSchema, async (viewer) => {
  await removeSecondFactor(viewer);
  return { goTo: "/profile/second-factor?notice=second-factor-removed" };
});

function codesPath(next: string): string {
  return setUpPath(next).replace("/profile/second-factor", "/profile/second-factor/recovery-codes");
}
