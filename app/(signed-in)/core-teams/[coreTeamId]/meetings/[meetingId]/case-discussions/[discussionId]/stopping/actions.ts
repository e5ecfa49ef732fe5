"use server";

import { casePath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/paths";
import { stopCase } from "#lib/case-stops/commands";
import { stopCaseSchema } from "#lib/case-stops/schema";
import { formAction } from "#lib/forms/form-action";

/** Stopping shows no text and has to be quick, so it takes no second factor. */
export const stopCaseAction = formAction("case-discussion:stop", stopCaseSchema, async (viewer, input) => {
  const result = await stopCase(viewer, input);
  return { goTo: `${casePath({ ...result, discussionId: input.discussionId })}?notice=case-stopped` };
});
