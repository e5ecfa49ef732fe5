"use server";

import { currentAddress } from "#lib/access/request";
import { safeDestination } from "#lib/auth/destinations";
import { enterAppCodeSchema, enterRecoveryCodeSchema } from "#lib/auth/schema";
import { enterAppCode, enterRecoveryCode } from "#lib/auth/second-factor/entering";
import { keepSession } from "#lib/auth/session";
import { formAction } from "#lib/forms/form-action";
import { secondFactorTexts as texts } from "#lib/texts/second-factor";

export const enterAppCodeAction = formAction("second-factor:enter", enterAppCodeSchema, async (viewer, { code, next }) => {
  const result = await enterAppCode(viewer, code, await currentAddress());
  if (!result.ok) return { errors: { code: { WRONG_CODE: texts.wrongCode, TOO_OFTEN: texts.tooOften }[result.problem] } };
  await keepSession(result.token);
  return { goTo: safeDestination(next) };
});

export const enterRecoveryCodeAction = formAction("second-factor:enter", enterRecoveryCodeSchema, async (viewer, { recoveryCode, next }) => {
  const result = await enterRecoveryCode(viewer, recoveryCode, await currentAddress());
  if (!result.ok) return { errors: { recoveryCode: { WRONG_CODE: texts.wrongRecoveryCode, TOO_OFTEN: texts.tooOften }[result.problem] } };
  await keepSession(result.token);
  const destination = safeDestination(next);
  return { goTo: `${destination}${destination.includes("?") ? "&" : "?"}notice=recovery-code-used` };
});
