"use server";

import { agreementRefusal } from "#app/(signed-in)/agreements/refusals";
import { changeAgreement } from "#lib/agreements/commands";
import { changeAgreementSchema } from "#lib/agreements/schema";
import { formAction } from "#lib/forms/form-action";
import { agreementFormTexts } from "#lib/texts/agreements";

export const changeAgreementAction = formAction("agreement:change", changeAgreementSchema, async (viewer, input) => {
  const result = await changeAgreement(viewer, input);
  if (result.ok) return { goTo: `/core-teams/${result.coreTeamId}/agreements?notice=agreement-changed` };
  if (result.problem !== "CHANGED_MEANWHILE") return agreementRefusal(result);
  const { text, owner, dueOn, done, version } = result.now;
  return { message: agreementFormTexts.changedMeanwhile(text, owner, dueOn, done), offers: { version: [{ value: String(version), label: "" }] } };
});
