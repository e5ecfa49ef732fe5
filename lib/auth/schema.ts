import { z } from "zod";
import { emailAddress, text } from "#lib/forms/fields";
import { secondFactorTexts } from "#lib/texts/second-factor";
import { signInTexts } from "#lib/texts/sign-in";

const next = z.string().max(300).default("/");

// Signing in.
export const requestCodeSchema = z.object({ email: emailAddress(), next });
export const enterCodeSchema = z.object({ code: text(40, signInTexts.codeMissing), next });
export const demoSignInSchema = z.object({ email: emailAddress(), next });

// The second factor.
export const enterAppCodeSchema = z.object({ code: appCode(), next });
export const enterRecoveryCodeSchema = z.object({ recoveryCode: text(40, secondFactorTexts.recoveryCodeMissing), next });
export const beginSetUpSchema = z.object({ next });
export const confirmSetUpSchema = z.object({ code: appCode(), next });
export const codesAreKeptSchema = z.object({ next });
export const renewCodesSchema = z.object({});
export const removeSecondFactorSchema = z.object({});

/** The six digits that an app shows, with or without a blank between. */
function appCode() {
  return text(20, secondFactorTexts.codeMissing)
    .transform((typed) => typed.replace(/[\s.-]/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, { error: secondFactorTexts.notSixDigits }));
}
