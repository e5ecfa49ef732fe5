"use server";

import { casePath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/paths";
import { formAction } from "#lib/forms/form-action";
import { revealPerspectives } from "#lib/perspectives/commands";
import { revealPerspectivesSchema } from "#lib/perspectives/schema";
import { revealTexts as texts } from "#lib/texts/perspectives";

export const revealPerspectivesAction = formAction("perspective:reveal", revealPerspectivesSchema, async (viewer, input) => {
  viewer.mustBeHighlyAssured();
  const result = await revealPerspectives(viewer, input);
  if (result.ok) return { goTo: `${casePath({ ...result, discussionId: input.discussionId })}?notice=perspectives-revealed` };
  return { message: result.problem === "CLOSED" ? texts.closed : texts.revealedBefore };
});
