"use server";

import { withNotice } from "#app/(signed-in)/agreements/after";
import { changedMeanwhile } from "#app/(signed-in)/agreements/refusals";
import { dropAgreement } from "#lib/agreements/commands";
import { dropAgreementSchema } from "#lib/agreements/schema";
import { findingsRefusal } from "#lib/forms/findings-refusal";
import { formAction } from "#lib/forms/form-action";
import { dropTexts } from "#lib/texts/agreements";
import { caseErasureTexts } from "#lib/texts/case-retention";

export const dropAgreementAction = formAction("agreement:set-state", dropAgreementSchema, async (viewer, input) => {
  const result = await dropAgreement(viewer, input);
  if (result.ok) return { goTo: withNotice(input, result, "agreement-dropped") };
  if (result.problem === "CHANGED_MEANWHILE") return changedMeanwhile(result);
  if (result.problem === "FINDINGS") return findingsRefusal(result.findings, { reason: dropTexts.reason });
  return { message: result.problem === "CLOSED" ? dropTexts.closed : caseErasureTexts.agreementErased };
});
