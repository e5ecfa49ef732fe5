"use server";

import { refresh } from "next/cache";
import { afterCaseForm } from "#app/(in-meeting)/core-teams/[coreTeamId]/meetings/[meetingId]/presentation/paths";
import { setAtPlay } from "#lib/follow-up/commands";
import { setAtPlaySchema } from "#lib/follow-up/schema";
import { formAction } from "#lib/forms/form-action";
import { atPlayFormTexts as texts } from "#lib/texts/follow-up";

export const setAtPlayAction = formAction("follow-up:change", setAtPlaySchema, async (viewer, { back, item, ...input }) => {
  viewer.mustBeHighlyAssured();
  const result = await setAtPlay(viewer, input);
  if (result.ok) return { goTo: afterCaseForm({ ...result, discussionId: input.discussionId }, { back, item }, "at-play-set", "at-play") };
  if (result.problem === "CHANGED_MEANWHILE") refresh();
  if (result.problem === "LIES_THERE" || result.problem === "NOT_IN_TEAM") return { errors: { to: { LIES_THERE: texts.liesThere, NOT_IN_TEAM: texts.notInTeam }[result.problem] } };
  return { message: result.problem === "CLOSED" ? texts.closed : texts.changedMeanwhile };
});
