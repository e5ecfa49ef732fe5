"use server";

import { logRefusal } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/refusals";
import { logCaseDiscussion } from "#lib/case-discussions/commands";
import { logCaseDiscussionSchema } from "#lib/case-discussions/schema";
import { formAction } from "#lib/forms/form-action";

export const logCaseDiscussionAction = formAction("case-discussion:log", logCaseDiscussionSchema, async (viewer, input) => {
  const result = await logCaseDiscussion(viewer, input);
  if (!result.ok) return logRefusal(result);
  // To the meeting, where the next casus is one press away; the casus itself is a reading that is written down.
  return { goTo: `/core-teams/${result.coreTeamId}/meetings/${input.meetingId}?notice=case-logged` };
});
