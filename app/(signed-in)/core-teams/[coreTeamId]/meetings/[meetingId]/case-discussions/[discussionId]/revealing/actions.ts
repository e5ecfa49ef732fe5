"use server";

import { casePathAfter } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/paths";
import { formAction } from "#lib/forms/form-action";
import { revealPerspectives } from "#lib/perspectives/commands";
import { revealPerspectivesSchema } from "#lib/perspectives/schema";
import { revealTexts as texts } from "#lib/texts/perspectives";

export const revealPerspectivesAction = formAction("perspective:reveal", revealPerspectivesSchema, async (viewer, input) => {
  viewer.mustBeHighlyAssured();
  const result = await revealPerspectives(viewer, input);
  if (result.ok) return { goTo: casePathAfter({ ...result, discussionId: input.discussionId }, "perspectives-revealed", "perspectives") };
  return { message: result.problem === "CLOSED" ? texts.closed : texts.revealedBefore };
});
