"use server";

import { withNotice } from "#app/(signed-in)/agreements/after";
import { agreementRefusal, changedMeanwhile } from "#app/(signed-in)/agreements/refusals";
import { changeAgreement } from "#lib/agreements/commands";
import { changeAgreementSchema } from "#lib/agreements/schema";
import { formAction } from "#lib/forms/form-action";
import { caseErasureTexts } from "#lib/texts/case-retention";

export const changeAgreementAction = formAction("agreement:change", changeAgreementSchema, async (viewer, input) => {
  const result = await changeAgreement(viewer, input);
  if (result.ok) return { goTo: withNotice(input, result, "agreement-changed") };
  if (result.problem === "ERASED") return { message: caseErasureTexts.agreementErased };
  return result.problem === "CHANGED_MEANWHILE" ? changedMeanwhile(result) : agreementRefusal(result);
});
