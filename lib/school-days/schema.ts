import { z } from "zod";
import { day, id, text, tick, version, wholeNumber } from "#lib/forms/fields";
import { holidayTexts, planningRulesTexts, studyDayTexts } from "#lib/texts/school-days";

/** Of which school year days are shown, and by whom; nonsense in the address counts as absent. */
export const schoolDaysSearchSchema = z.object({
  in: z.uuid().optional(),
  year: z.coerce.number().int().min(2000).max(2199).optional(),
  notice: z.string().max(60).optional(),
});

const studyDay = {
  name: text(80, studyDayTexts.fields.nameMissing),
  firstDay: day(studyDayTexts.fields.firstDayMissing),
  lastDay: day(studyDayTexts.fields.lastDayMissing),
};

/** A study day of one of the schools of a core team. */
export const addStudyDaySchema = z.object({ coreTeamId: id(), schoolId: id(studyDayTexts.fields.schoolMissing), ...studyDay });
export const changeStudyDaySchema = z.object({ studyDayId: id(), coreTeamId: id(), ...studyDay });
export const removeStudyDaySchema = z.object({ studyDayId: id(), coreTeamId: id() });

const holiday = {
  name: text(80, holidayTexts.fields.nameMissing),
  firstDay: day(holidayTexts.fields.firstDayMissing),
  lastDay: day(holidayTexts.fields.lastDayMissing),
};

/** Days on which all schools of a samenwerkingsverband are closed, besides those of the country. */
export const addHolidaySchema = z.object({ consortiumId: id(), ...holiday });
/** What holds here instead of a holiday of the country; or that schools are open then. */
export const correctHolidaySchema = z.object({ consortiumId: id(), holidayId: id(), ...holiday, open: tick() });
export const changeHolidaySchema = z.object({ holidayId: id(), ...holiday });
/** Takes an own holiday or a correction away. */
export const removeHolidaySchema = z.object({ holidayId: id() });

/** How many meetings somebody has in a day at most, and the minutes between two places. */
export const changePlanningRulesSchema = z.object({
  consortiumId: id(),
  version: version(),
  mostMeetings: wholeNumber(1, 8, planningRulesTexts.fields.mostMissing),
  travelMinutes: wholeNumber(0, 180, planningRulesTexts.fields.travelMissing),
});

export type AddStudyDay = z.output<typeof addStudyDaySchema>;
export type ChangeStudyDay = z.output<typeof changeStudyDaySchema>;
export type RemoveStudyDay = z.output<typeof removeStudyDaySchema>;
export type AddHoliday = z.output<typeof addHolidaySchema>;
export type CorrectHoliday = z.output<typeof correctHolidaySchema>;
export type ChangeHoliday = z.output<typeof changeHolidaySchema>;
export type RemoveHoliday = z.output<typeof removeHolidaySchema>;
export type ChangePlanningRules = z.output<typeof changePlanningRulesSchema>;
