"use server";

import { closeCaseDiscussion } from "#lib/case-discussions/commands";
import { closeCaseDiscussionSchema } from "#lib/case-discussions/schema";
import { formAction } from "#lib/forms/form-action";
import { closeCaseTexts as texts } from "#lib/texts/case-discussions";

export const closeCaseDiscussionAction = formAction("case-discussion:close", closeCaseDiscussionSchema, async (viewer, input) => {
  viewer.mustBeHighlyAssured();
  const result = await closeCaseDiscussion(viewer, input);
  if (result.ok) return { goTo: `/core-teams/${result.coreTeamId}/meetings/${result.meetingId}?notice=case-closed` };
  return { message: { CLOSED: texts.closedBefore, CHANGED_MEANWHILE: texts.changedMeanwhile, NOT_YET: texts.notYet, VOICES_MISSING: texts.voicesMissing, WAS_NOT_THERE: texts.notThere }[result.problem] };
});
