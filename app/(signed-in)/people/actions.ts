"use server";

import { formatDate } from "#lib/dates";
import { formAction, type Refusal } from "#lib/forms/form-action";
import { deactivatePerson, endRole, grantRole, type GrantResult, invitePerson, reactivatePerson, removePhoto, resetSecondFactor, signOutPerson, type SwitchResult, withdrawRole } from "#lib/people/commands";
import { accountSchema, endRoleSchema, grantRoleSchema, invitePersonSchema, resetSecondFactorSchema, withdrawRoleSchema } from "#lib/people/schema";
import { removePhotoSchema } from "#lib/photos/schema";
import { peopleTexts } from "#lib/texts/people";
import { factorResetTexts } from "#lib/texts/second-factor";

const { refused } = peopleTexts;

export const invitePersonAction = formAction("person:invite", invitePersonSchema, async (viewer, input) => {
  const result = await invitePerson(viewer, input);
  if (result.ok) return { goTo: `/people/${result.personId}?notice=person-invited` };
  return grantRefusal(result.problem, "email");
});

export const grantRoleAction = formAction("role:grant", grantRoleSchema, async (viewer, input) => {
  const result = await grantRole(viewer, input);
  if (result.ok) return { goTo: `/people/${result.personId}?notice=role-granted` };
  return grantRefusal(result.problem, null);
});

export const endRoleAction = formAction("role:end", endRoleSchema, async (viewer, input) => {
  const result = await endRole(viewer, input);
  if (result.ok) return { goTo: `/people/${result.personId}?notice=role-ended` };
  if (result.problem === "BEFORE_FIRST_DAY") return { errors: { lastDay: refused.beforeFirstDay(formatDate(result.firstDay)) } };
  return result.problem === "OVERLAPS" ? { errors: { lastDay: refused.OVERLAPS } } : { message: refused[result.problem] };
});

export const withdrawRoleAction = formAction("role:end", withdrawRoleSchema, async (viewer, input) => {
  const result = await withdrawRole(viewer, input);
  return result.ok ? { goTo: `/people/${result.personId}?notice=role-withdrawn` } : { message: refused[result.problem] };
});

export const deactivatePersonAction = formAction("person:deactivate", accountSchema, async (viewer, input) => {
  const result = await deactivatePerson(viewer, input);
  return result.ok ? { goTo: `/people/${input.personId}?notice=person-deactivated` } : switchRefusal(result.problem);
});

export const reactivatePersonAction = formAction("person:deactivate", accountSchema, async (viewer, input) => {
  const result = await reactivatePerson(viewer, input);
  return result.ok ? { goTo: `/people/${input.personId}?notice=person-reactivated` } : switchRefusal(result.problem);
});

export const signOutPersonAction = formAction("person:deactivate", accountSchema, async (viewer, input) => {
  const result = await signOutPerson(viewer, input);
  return result.ok ? { goTo: `/people/${input.personId}?notice=person-signed-out` } : { message: refused[result.problem] };
});

export const resetSecondFactorAction = formAction("second-factor:reset", resetSecondFactorSchema, async (viewer, input) => {
  const result = await resetSecondFactor(viewer, input);
  if (result.ok) return { goTo: `/people/${input.personId}?notice=second-factor-reset` };
  return { message: { YOURSELF: factorResetTexts.yourself, NOT_SET_UP: factorResetTexts.notSetUp, FIRST_ELSEWHERE: factorResetTexts.firstElsewhere }[result.problem] };
});

export const removePhotoAction = formAction("photo:remove", removePhotoSchema, async (viewer, input) => {
  await removePhoto(viewer, input);
  return { goTo: `/people/${input.personId}?notice=person-photo-removed` };
});

// Where the form asks for an address, what is wrong with the person is said there.
function grantRefusal(problem: (GrantResult & { ok: false })["problem"], personField: "email" | null): Refusal {
  if (problem === "ORGANISATION_NOT_HERE") return { errors: { organisationId: refused[problem] } };
  if (problem === "ALREADY_HAS_ROLE") return { errors: { role: refused[problem] } };
  return personField ? { errors: { [personField]: refused[problem] } } : { message: refused[problem] };
}

function switchRefusal(problem: (SwitchResult & { ok: false })["problem"]): Refusal {
  return { message: problem === "YOURSELF" ? refused.OWN_ACCOUNT : refused[problem] };
}
