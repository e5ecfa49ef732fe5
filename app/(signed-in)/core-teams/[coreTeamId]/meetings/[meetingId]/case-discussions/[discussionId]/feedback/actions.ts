"use server";

import { refresh } from "next/cache";
import { casePathAfter } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/paths";
import { tellFamily, type TellingProblems } from "#lib/follow-up/commands";
import { tellFamilySchema } from "#lib/follow-up/schema";
import { formAction } from "#lib/forms/form-action";
import { atPlayFormTexts, feedbackTexts as texts } from "#lib/texts/follow-up";

export const tellFamilyAction = formAction("follow-up:change", tellFamilySchema, async (viewer, input) => {
  viewer.mustBeHighlyAssured();
  const result = await tellFamily(viewer, input);
  if (result.ok) return { goTo: casePathAfter({ ...result, discussionId: input.discussionId }, "family-told", "feedback") };
  switch (result.problem) {
    case "INCOMPLETE":
      return { errors: sentencesOf(result.missing) };
    case "NOT_IN_TEAM":
      return { message: atPlayFormTexts.notInTeam };
    case "CLOSED":
      return { message: atPlayFormTexts.closed };
    case "CHANGED_MEANWHILE":
      refresh();
      return { message: atPlayFormTexts.changedMeanwhile };
  }
});

function sentencesOf(missing: TellingProblems["missing"]): Record<string, string> {
  const fields = Object.keys(missing) as (keyof typeof missing)[];
  return Object.fromEntries(fields.map((field) => [field, missing[field] === "TO_COME" ? texts.toCome : texts.missing[field]]));
}
