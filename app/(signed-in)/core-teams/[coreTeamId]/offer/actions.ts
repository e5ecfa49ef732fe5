"use server";

import { refresh } from "next/cache";
import { findingsRefusal } from "#lib/forms/findings-refusal";
import { formAction } from "#lib/forms/form-action";
import { writeOffer } from "#lib/offers/commands";
import { writeOfferSchema } from "#lib/offers/schema";
import { offerFormTexts as texts } from "#lib/texts/offers";

export const writeOfferAction = formAction("offer:write", writeOfferSchema, async (viewer, input) => {
  const result = await writeOffer(viewer, input);
  if (result.ok) return { goTo: `/core-teams/${input.coreTeamId}?notice=offer-kept` };
  if (result.problem === "FINDINGS") return findingsRefusal(result.findings, { can: texts.can, cannot: texts.cannot });
  refresh();
  return { message: texts.changedMeanwhile };
});
