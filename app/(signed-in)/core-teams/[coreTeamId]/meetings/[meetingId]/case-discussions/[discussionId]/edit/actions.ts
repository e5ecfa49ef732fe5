"use server";

import { refresh } from "next/cache";
import { casePath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/paths";
import { findingsRefusal } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/refusals";
import { editCaseDiscussion } from "#lib/case-discussions/commands";
import { editCaseDiscussionSchema } from "#lib/case-discussions/schema";
import { formAction } from "#lib/forms/form-action";
import { caseFormTexts as texts } from "#lib/texts/case-discussions";

export const editCaseDiscussionAction = formAction("case-discussion:edit", editCaseDiscussionSchema, async (viewer, input) => {
  const result = await editCaseDiscussion(viewer, input);
  if (result.ok) return { goTo: `${casePath({ ...result, discussionId: input.discussionId })}?notice=case-changed` };
  switch (result.problem) {
    case "FINDINGS":
      return findingsRefusal(result.findings);
    case "STAGE_ELSEWHERE":
      return { errors: { stage: texts.stageElsewhere } };
    case "CLOSED":
      return { message: texts.closedMeanwhile };
    case "CHANGED_MEANWHILE":
      // The page reads the casus again, with its audit line, and shows it beside what was typed. An answer of this
      // action could not: a refusal undoes all it wrote, that line included.
      refresh();
      return { message: texts.changedMeanwhile };
  }
});
