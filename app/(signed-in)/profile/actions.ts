"use server";

import { refresh } from "next/cache";
import { askEmailChange, proveEmailChange } from "#lib/auth/email-change";
import { proofPath, safeDestination } from "#lib/auth/destinations";
import { browserSecret, dropBrowserSecret, keepBrowserSecret } from "#lib/auth/login-cookie";
import { unlinkIdentity } from "#lib/auth/own-identities";
import { askProof, prove } from "#lib/auth/proof";
import { endOtherSessions, endOwnSession } from "#lib/auth/own-sessions";
import { formAction } from "#lib/forms/form-action";
import { removeOwnPhoto } from "#lib/photos/commands";
import { removeOwnPhotoSchema } from "#lib/photos/schema";
import { changeOwnProfile } from "#lib/profile/commands";
import { askEmailChangeSchema, askProofSchema, changeProfileSchema, endOtherSessionsSchema, endSessionSchema, proveEmailChangeSchema, proveSchema, unlinkIdentitySchema } from "#lib/profile/schema";
import { profileTexts as texts } from "#lib/texts/profile";

export const changeProfileAction = formAction("profile:change", changeProfileSchema, async (viewer, input) => {
  const result = await changeOwnProfile(viewer, input);
  if (result.ok) return { goTo: "/profile?notice=profile-changed" };
  return { message: texts.changedMeanwhile, offers: { version: [{ value: String(result.now.version), label: "" }] } };
});

export const removeOwnPhotoAction = formAction("photo:change", removeOwnPhotoSchema, async (viewer) => {
  await removeOwnPhoto(viewer);
  // The menu under the own name is part of the frame, which stays as it is from page to page.
  refresh();
  return { goTo: "/profile/photo?notice=photo-removed" };
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

export const askProofAction = formAction("session:prove", askProofSchema, async (viewer, { next }) => {
  const result = await askProof(viewer);
  if (!result.ok) return { message: texts.proofTooOften };
  await keepBrowserSecret(result.browserSecret);
  return { goTo: proofPath(next) };
});

export const proveAction = formAction("session:prove", proveSchema, async (viewer, { code, next }) => {
  const result = await prove(viewer, await browserSecret(), code);
  if (!result.ok) return { errors: { code: result.problem === "WRONG_CODE" ? texts.wrongCode : texts.noCodeLeft } };
  await dropBrowserSecret();
  return { goTo: safeDestination(next) };
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
