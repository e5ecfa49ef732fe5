"use server";

import { refresh } from "next/cache";
import { casePathAfter } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/paths";
import { writeLesson } from "#lib/follow-up/commands";
import { writeLessonSchema } from "#lib/follow-up/schema";
import { findingsRefusal } from "#lib/forms/findings-refusal";
import { formAction } from "#lib/forms/form-action";
import { lessonTexts } from "#lib/texts/follow-up";

export const writeLessonAction = formAction("lesson:write", writeLessonSchema, async (viewer, input) => {
  viewer.mustBeHighlyAssured();
  const result = await writeLesson(viewer, input);
  if (result.ok) return { goTo: casePathAfter({ ...result, discussionId: input.discussionId }, "lesson-kept", "lesson") };
  if (result.problem === "FINDINGS") return findingsRefusal(result.findings, { success: lessonTexts.success, lesson: lessonTexts.lesson });
  if (result.problem === "STOPPED") return { message: lessonTexts.stopped };
  refresh();
  return { message: lessonTexts.changedMeanwhile };
});
