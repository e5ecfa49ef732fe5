"use server";

import { casePathAfter } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/paths";
import { tellProgress } from "#lib/follow-up/commands";
import { tellProgressSchema } from "#lib/follow-up/schema";
import { formAction } from "#lib/forms/form-action";
import { atPlayFormTexts as texts } from "#lib/texts/follow-up";

/** How a casus goes has no word of what goes, so it is told in one tap and takes no second factor. */
export const tellProgressAction = formAction("follow-up:refresh", tellProgressSchema, async (viewer, input) => {
  const result = await tellProgress(viewer, input);
  if (!result.ok) return { message: result.problem === "CLOSED" ? texts.closed : texts.notAtPlay };
  return { goTo: input.back === "home" ? "/?notice=progress-told" : casePathAfter({ ...result, discussionId: input.discussionId }, "progress-told", "at-play") };
});
