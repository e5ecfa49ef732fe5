"use server";

import { withNotice } from "#app/(signed-in)/agreements/after";
import { changedMeanwhile } from "#app/(signed-in)/agreements/refusals";
import { passOnAgreement } from "#lib/agreements/commands";
import { passOnAgreementSchema } from "#lib/agreements/schema";
import { formAction } from "#lib/forms/form-action";
import { passOnTexts } from "#lib/texts/agreements";

const ABOUT_FORM = { CLOSED: passOnTexts.closed, TOO_OFTEN: passOnTexts.tooOften } as const;
const ABOUT_CHOICE = { NOT_IN_TEAM: passOnTexts.notInTeam, LIES_THERE: passOnTexts.liesThere } as const;

export const passOnAgreementAction = formAction("agreement:pass-on", passOnAgreementSchema, async (viewer, input) => {
  const result = await passOnAgreement(viewer, input);
  if (result.ok) return { goTo: withNotice(input, result, "agreement-passed-on") };
  if (result.problem === "CHANGED_MEANWHILE") return changedMeanwhile(result);
  const { problem } = result;
  return problem === "CLOSED" || problem === "TOO_OFTEN" ? { message: ABOUT_FORM[problem] } : { errors: { to: ABOUT_CHOICE[problem] } };
});
