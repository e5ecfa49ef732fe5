"use server";

import { refresh } from "next/cache";
import { casePathAfter } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/paths";
import { findingsRefusal } from "#lib/forms/findings-refusal";
import { formAction } from "#lib/forms/form-action";
import { askForPerspectives, savePerspective } from "#lib/perspectives/commands";
import { askForPerspectivesSchema, savePerspectiveSchema } from "#lib/perspectives/schema";
import { perspectiveFormTexts, perspectiveTexts } from "#lib/texts/perspectives";

export const savePerspectiveAction = formAction("perspective:write", savePerspectiveSchema, async (viewer, input) => {
  viewer.mustBeHighlyAssured();
  const result = await savePerspective(viewer, input);
  if (result.ok) return { goTo: casePathAfter({ ...result, discussionId: input.discussionId }, result.revealed ? "perspective-shown" : "perspective-saved", "perspectives") };
  switch (result.problem) {
    case "FINDINGS":
      return findingsRefusal(result.findings, { perspective: perspectiveFormTexts.label });
    case "CLOSED":
      return { message: perspectiveFormTexts.closed };
    case "REVEALED_MEANWHILE":
      // The page reads the casus again, and the next sending starts from what it shows then.
      refresh();
      return { message: perspectiveFormTexts.revealedMeanwhile };
    case "CHANGED_MEANWHILE":
      refresh();
      return { message: perspectiveFormTexts.changedMeanwhile };
  }
});

export const askForPerspectivesAction = formAction("perspective:ask", askForPerspectivesSchema, async (viewer, input) => {
  viewer.mustBeHighlyAssured();
  const result = await askForPerspectives(viewer, input);
  if (result.ok) return { goTo: casePathAfter({ ...result, discussionId: input.discussionId }, "perspectives-asked", "perspectives") };
  return { message: result.problem === "REVEALED" ? perspectiveTexts.askedTooLate : perspectiveTexts.askedToday };
});
