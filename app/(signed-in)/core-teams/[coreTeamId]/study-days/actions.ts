"use server";

import { schoolYearOf, type Day } from "#lib/dates";
import { formAction, type Outcome, type Refusal } from "#lib/forms/form-action";
import { addStudyDay, changeStudyDay, removeStudyDay, type StudyDayResult } from "#lib/school-days/commands";
import { addStudyDaySchema, changeStudyDaySchema, removeStudyDaySchema } from "#lib/school-days/schema";
import { studyDayTexts as texts } from "#lib/texts/school-days";

export const addStudyDayAction = formAction("study-day:manage", addStudyDaySchema, async (viewer, input) => {
  const result = await addStudyDay(viewer, input);
  return result.ok ? backTo(input.coreTeamId, result.firstDay, "study-day-saved") : refused(result);
});

export const changeStudyDayAction = formAction("study-day:manage", changeStudyDaySchema, async (viewer, input) => {
  const result = await changeStudyDay(viewer, input);
  return result.ok ? backTo(input.coreTeamId, result.firstDay, "study-day-saved") : refused(result);
});

export const removeStudyDayAction = formAction("study-day:manage", removeStudyDaySchema, async (viewer, input) => {
  const { firstDay } = await removeStudyDay(viewer, input);
  return backTo(input.coreTeamId, firstDay, "study-day-removed");
});

function backTo(coreTeamId: string, day: Day, notice: string): Outcome {
  return { goTo: `/core-teams/${coreTeamId}/study-days?year=${schoolYearOf(day)}&notice=${notice}` };
}

function refused({ problem }: StudyDayResult & { ok: false }): Refusal {
  return { errors: { [problem === "OVERLAPS" ? "firstDay" : "lastDay"]: texts.problems[problem] } };
}
