"use server";

import { refresh } from "next/cache";
import { meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { discardConcept } from "#lib/case-discussions/commands";
import { discardConceptSchema } from "#lib/case-discussions/schema";
import { formAction } from "#lib/forms/form-action";
import { discardConceptTexts as texts } from "#lib/texts/case-discussions";

export const discardConceptAction = formAction("case-discussion:discard", discardConceptSchema, async (viewer, input) => {
  viewer.mustBeHighlyAssured();
  const result = await discardConcept(viewer, input);
  if (result.ok) return { goTo: meetingsPath(result.coreTeamId, `/${result.meetingId}?notice=concept-discarded`) };
  if (result.problem === "CHANGED_MEANWHILE") refresh();
  return { message: { CHANGED_MEANWHILE: texts.changedMeanwhile, RELEASED: texts.released, SHARED: texts.shared }[result.problem] };
});
