"use server";

import { afterCaseForm } from "#app/(in-meeting)/core-teams/[coreTeamId]/meetings/[meetingId]/presentation/paths";
import { formAction } from "#lib/forms/form-action";
import { revealPerspectives } from "#lib/perspectives/commands";
import { revealPerspectivesSchema } from "#lib/perspectives/schema";
import { revealTexts as texts } from "#lib/texts/perspectives";

export const revealPerspectivesAction = formAction("perspective:reveal", revealPerspectivesSchema, async (viewer, { back, item, ...input }) => {
  viewer.mustBeHighlyAssured();
  const result = await revealPerspectives(viewer, input);
  if (result.ok) return { goTo: afterCaseForm({ ...result, discussionId: input.discussionId }, { back, item }, "perspectives-revealed", "perspectives") };
  return { message: result.problem === "CLOSED" ? texts.closed : texts.revealedBefore };
});
