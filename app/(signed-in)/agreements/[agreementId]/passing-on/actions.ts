"use server";

import { withNotice } from "#app/(signed-in)/agreements/after";
import { changedMeanwhile } from "#app/(signed-in)/agreements/refusals";
import { passOnAgreement } from "#lib/agreements/commands";
import { passOnAgreementSchema } from "#lib/agreements/schema";
import { formAction } from "#lib/forms/form-action";
import { passOnTexts } from "#lib/texts/agreements";

const SENTENCES = { NOT_IN_TEAM: passOnTexts.notInTeam, LIES_THERE: passOnTexts.liesThere } as const;

export const passOnAgreementAction = formAction("agreement:pass-on", passOnAgreementSchema, async (viewer, input) => {
  const result = await passOnAgreement(viewer, input);
  if (result.ok) return { goTo: withNotice(input, result, "agreement-passed-on") };
  if (result.problem === "CHANGED_MEANWHILE") return changedMeanwhile(result);
  return result.problem === "CLOSED" ? { message: passOnTexts.closed } : { errors: { to: SENTENCES[result.problem] } };
});
