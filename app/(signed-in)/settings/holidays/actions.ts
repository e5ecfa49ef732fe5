"use server";

import { schoolYearOf, type Day } from "#lib/dates";
import { formAction, type Outcome, type Refusal } from "#lib/forms/form-action";
import { addHoliday, changeHoliday, correctHoliday, removeHoliday, type HolidayResult } from "#lib/school-days/commands";
import { addHolidaySchema, changeHolidaySchema, correctHolidaySchema, removeHolidaySchema } from "#lib/school-days/schema";
import { holidayTexts as texts } from "#lib/texts/school-days";

export const addHolidayAction = formAction("holiday:manage", addHolidaySchema, async (viewer, input) => outcomeOf(await addHoliday(viewer, input)));

export const correctHolidayAction = formAction("holiday:manage", correctHolidaySchema, async (viewer, input) => outcomeOf(await correctHoliday(viewer, input)));

export const changeHolidayAction = formAction("holiday:manage", changeHolidaySchema, async (viewer, input) => outcomeOf(await changeHoliday(viewer, input)));

export const removeHolidayAction = formAction("holiday:manage", removeHolidaySchema, async (viewer, input) => {
  const { consortiumId } = await removeHoliday(viewer, input);
  return { goTo: `/settings/holidays?in=${consortiumId}&notice=holiday-removed` };
});

function outcomeOf(result: HolidayResult): Outcome {
  return result.ok ? backTo(result.consortiumId, result.firstDay) : refused(result.problem);
}

function backTo(consortiumId: string, day: Day): Outcome {
  return { goTo: `/settings/holidays?in=${consortiumId}&year=${schoolYearOf(day)}&notice=holiday-saved` };
}

function refused(problem: keyof typeof texts.problems): Refusal {
  return { errors: { lastDay: texts.problems[problem] } };
}
