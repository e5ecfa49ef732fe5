import { z } from "zod";
import { text } from "#lib/forms/fields";
import { secondFactorTexts as texts } from "#lib/texts/second-factor";

const next = z.string().max(300).default("/");

/** The six digits that an app shows, with or without a blank between. */
function appCode() {
  return text(20, texts.codeMissing)
    .transform((typed) => typed.replace(/[\s.-]/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, { error: texts.notSixDigits }));
}

export const enterAppCodeSchema = z.object({ code: appCode(), next });
export const enterRecoveryCodeSchema = z.object({ recoveryCode: text(40, texts.recoveryCodeMissing), next });
export const beginSetUpSchema = z.object({ next });
export const confirmSetUpSchema = z.object({ code: appCode(), next });
export const codesAreKeptSchema = z.object({ next });
export const renewCodesSchema = z.object({});
export const removeSecondFactorSchema = z.object({});
