import { z } from "zod";
import { emailAddress, id, optionalPhone, optionalText, text, tick, version } from "#lib/forms/fields";
import { profileTexts } from "#lib/texts/profile";

export const changeProfileSchema = z.object({
  version: version(),
  name: text(100, profileTexts.nameMissing),
  phone: optionalPhone(),
  sharesPhone: tick(),
  sharesEmail: tick(),
  callMeFor: optionalText(200),
});
export type ChangeProfile = z.output<typeof changeProfileSchema>;

export const chooseMailSchema = z.object({ weeklyDigest: tick(), proposalReminders: tick() });
export type ChooseMail = z.output<typeof chooseMailSchema>;

export const askEmailChangeSchema = z.object({ email: emailAddress() });
export const proveEmailChangeSchema = z.object({ code: text(40, profileTexts.codeMissing) });
const next = z.string().max(300).default("/profile");
export const askProofSchema = z.object({ next });
export const proveSchema = z.object({ code: text(40, profileTexts.proofCodeMissing), next });
export const endSessionSchema = z.object({ sessionId: id() });
export const endOtherSessionsSchema = z.object({});
export const unlinkIdentitySchema = z.object({ identityId: id() });
