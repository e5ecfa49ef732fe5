"use server";

import { refresh } from "next/cache";
import { afterCaseForm } from "#app/(in-meeting)/core-teams/[coreTeamId]/meetings/[meetingId]/presentation/paths";
import { casePath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/paths";
import { missingRefusal } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/refusals";
import type { Viewer } from "#lib/access/viewer";
import { saveCasePart, shareCaseDiscussion } from "#lib/case-discussions/commands";
import { stepBeside, stepOf } from "#lib/case-discussions/rules";
import { saveCasePartSchema, shareCaseDiscussionSchema } from "#lib/case-discussions/schema";
import { findingsRefusal } from "#lib/forms/findings-refusal";
import { formAction } from "#lib/forms/form-action";
import { listCircleNamesOf } from "#lib/opportunity-circle/queries";
import { lineField } from "#lib/opportunity-circle/rules";
import { caseFormTexts, caseOverviewTexts, caseTextLabels } from "#lib/texts/case-discussions";
import { circleTexts } from "#lib/texts/opportunity-circle";

export const saveCasePartAction = formAction("case-discussion:edit", saveCasePartSchema, async (viewer, { back, item, ...input }) => {
  viewer.mustBeHighlyAssured();
  const result = await saveCasePart(viewer, input);
  if (result.ok) {
    const place = { ...result, discussionId: input.discussionId };
    if (result.shared) return { goTo: afterCaseForm(place, { back, item }, "case-changed", stepOf(input.part)) };
    return { goTo: casePath(place, `/edit${input.way === "overview" ? "" : stepBeside(input.part, input.way === "next" ? 1 : -1)}`) };
  }
  switch (result.problem) {
    case "FINDINGS":
      return findingsRefusal(result.findings, input.part === "CIRCLE" ? await lineLabels(viewer, input.discussionId) : caseTextLabels);
    case "INCOMPLETE":
      return missingRefusal(result.missing);
    case "STAGE_ELSEWHERE":
      return { errors: { stage: caseFormTexts.stageElsewhere } };
    case "CLOSED":
      return { message: caseFormTexts.closedMeanwhile };
    case "CHANGED_MEANWHILE":
      // The page reads the casus again, with its audit line, and shows it beside what was typed. An answer of this
      // action could not: a refusal undoes all it wrote, that line included.
      refresh();
      return { message: caseFormTexts.changedMeanwhile };
  }
});

export const shareCaseDiscussionAction = formAction("case-discussion:share", shareCaseDiscussionSchema, async (viewer, input) => {
  viewer.mustBeHighlyAssured();
  const result = await shareCaseDiscussion(viewer, input);
  if (result.ok) return { goTo: `${casePath({ ...result, discussionId: input.discussionId })}?notice=case-shared` };
  switch (result.problem) {
    case "INCOMPLETE":
      return { ...missingRefusal(result.missing), message: caseOverviewTexts.incomplete };
    case "SHARED":
      return { message: caseOverviewTexts.shared };
    case "CHANGED_MEANWHILE":
      refresh();
      return { message: caseOverviewTexts.changedMeanwhile };
  }
});

/** The lines of the kansencirkel by the names that the samenwerkingsverband gave the elements. */
async function lineLabels(viewer: Viewer, discussionId: string): Promise<Record<string, string>> {
  const names = await listCircleNamesOf(viewer, discussionId);
  return Object.fromEntries(names.map(({ element, name }) => [lineField(element), circleTexts.line(name)]));
}
