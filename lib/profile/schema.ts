import { z } from "zod";
import { choice, emailAddress, id, optionalPhone, optionalText, text, tick, ticks, version } from "#lib/forms/fields";
import { profileTexts } from "#lib/texts/profile";

/** ISO weekdays as a form sends them. */
export const weekdays = ["1", "2", "3", "4", "5"] as const;

export const changeProfileSchema = z.object({
  version: version(),
  name: text(100, profileTexts.nameMissing),
  phone: optionalPhone(),
  sharesPhone: tick(),
  sharesEmail: tick(),
  workingDays: ticks(choice(weekdays, profileTexts.dayUnknown), 5),
  callMeFor: optionalText(200),
});
export type ChangeProfile = z.output<typeof changeProfileSchema>;

export const askEmailChangeSchema = z.object({ email: emailAddress() });
export const proveEmailChangeSchema = z.object({ code: text(40, profileTexts.codeMissing) });
const next = z.string().max(300).default("/profile");
export const askProofSchema = z.object({ next });
export const proveSchema = z.object({ code: text(40, profileTexts.proofCodeMissing), next });
export const endSessionSchema = z.object({ sessionId: id() });
export const endOtherSessionsSchema = z.object({});
export const unlinkIdentitySchema = z.object({ identityId: id() });
