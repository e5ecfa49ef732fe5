"use server";

import { askEmailChange, proveEmailChange } from "#lib/auth/email-change";
import { unlinkIdentity } from "#lib/auth/own-identities";
import { endOtherSessions, endOwnSession } from "#lib/auth/own-sessions";
import { formAction } from "#lib/forms/form-action";
import { changeOwnProfile } from "#lib/profile/commands";
import { askEmailChangeSchema, changeProfileSchema, endOtherSessionsSchema, endSessionSchema, proveEmailChangeSchema, unlinkIdentitySchema } from "#lib/profile/schema";
import { profileTexts as texts } from "#lib/texts/profile";

export const changeProfileAction = formAction("profile:change", changeProfileSchema, async (viewer, input) => {
  const result = await changeOwnProfile(viewer, input);
  if (result.ok) return { goTo: "/profile?notice=profile-changed" };
  return { message: texts.changedMeanwhile, offers: { version: [{ value: String(result.now.version), label: "" }] } };
});

export const askEmailChangeAction = formAction("email:change", askEmailChangeSchema, async (viewer, { email }) => {
  const result = await askEmailChange(viewer, email);
  if (result.ok) return { goTo: "/profile/email" };
  return { errors: { email: result.problem === "SAME_ADDRESS" ? texts.sameAddress : texts.tooOften } };
});

export const proveEmailChangeAction = formAction("email:change", proveEmailChangeSchema, async (viewer, { code }) => {
  const result = await proveEmailChange(viewer, code);
  if (result.ok) return { goTo: "/profile?notice=email-changed" };
  const sentences = { WRONG_CODE: texts.wrongCode, NO_CODE_LEFT: texts.noCodeLeft, ADDRESS_IN_USE: texts.addressInUse };
  return { errors: { code: sentences[result.problem] } };
});

export const endSessionAction = formAction("session:end", endSessionSchema, async (viewer, { sessionId }) => {
  await endOwnSession(viewer, sessionId);
  return { goTo: "/profile/sessions?notice=session-ended" };
});

export const endOtherSessionsAction = formAction("session:end", endOtherSessionsSchema, async (viewer) => {
  await endOtherSessions(viewer);
  return { goTo: "/profile/sessions?notice=other-sessions-ended" };
});

export const unlinkIdentityAction = formAction("identity:link", unlinkIdentitySchema, async (viewer, { identityId }) => {
  await unlinkIdentity(viewer, identityId);
  return { goTo: "/profile?notice=identity-unlinked" };
});
