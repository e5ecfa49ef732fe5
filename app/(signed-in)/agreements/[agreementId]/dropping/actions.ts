"use server";

import { findingsRefusal } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/refusals";
import { withNotice } from "#app/(signed-in)/agreements/after";
import { changedMeanwhile } from "#app/(signed-in)/agreements/refusals";
import { dropAgreement } from "#lib/agreements/commands";
import { dropAgreementSchema } from "#lib/agreements/schema";
import { formAction } from "#lib/forms/form-action";
import { dropTexts } from "#lib/texts/agreements";

export const dropAgreementAction = formAction("agreement:set-state", dropAgreementSchema, async (viewer, input) => {
  const result = await dropAgreement(viewer, input);
  if (result.ok) return { goTo: withNotice(input, result, "agreement-dropped") };
  if (result.problem === "CHANGED_MEANWHILE") return changedMeanwhile(result);
  return result.problem === "CLOSED" ? { message: dropTexts.closed } : findingsRefusal(result.findings);
});
