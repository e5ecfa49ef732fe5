"use server";

import { casePath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/paths";
import { startCaseDiscussion } from "#lib/case-discussions/commands";
import { startCaseDiscussionSchema } from "#lib/case-discussions/schema";
import { findingsRefusal } from "#lib/forms/findings-refusal";
import { formAction } from "#lib/forms/form-action";
import { caseFormTexts } from "#lib/texts/case-discussions";
import { caseTextLabels } from "#lib/texts/case-discussions";
import { caseErasureTexts } from "#lib/texts/case-retention";

export const startCaseDiscussionAction = formAction("case-discussion:log", startCaseDiscussionSchema, async (viewer, input) => {
  viewer.mustBeHighlyAssured();
  const result = await startCaseDiscussion(viewer, input);
  if (result.ok) return { goTo: casePath(result, "/edit/question") };
  if (result.problem === "FINDINGS") return findingsRefusal(result.findings, caseTextLabels);
  return { message: result.problem === "MEETING_CANCELLED" ? caseFormTexts.meetingCancelled : caseErasureTexts.meetingTooLongAgo };
});
