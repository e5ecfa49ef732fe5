import { z } from "zod";
import { choice, day, id, ticks, version, wholeNumber } from "#lib/forms/fields";
import { fieldTexts } from "#lib/texts/fields";
import { availabilityTexts as texts } from "#lib/texts/availability";

/** The dayparts that can be worked, as a form sends them: "3:MORNING" is Wednesday morning. */
export const dayparts = ["1:MORNING", "1:AFTERNOON", "2:MORNING", "2:AFTERNOON", "3:MORNING", "3:AFTERNOON", "4:MORNING", "4:AFTERNOON", "5:MORNING", "5:AFTERNOON"] as const;

const MOST_A_DAY = 8;

/** When somebody works, from a day on. */
export const setWorkingPatternSchema = z
  .object({
    personId: id(),
    version: version(),
    dayparts: ticks(choice(dayparts, texts.fields.daypartsMissing), dayparts.length).refine((chosen) => chosen.length > 0, { error: texts.fields.daypartsMissing }),
    validFrom: day(texts.fields.validFromMissing),
  })
  .transform(({ dayparts: chosen, ...input }) => ({ ...input, mornings: weekdaysIn(chosen, "MORNING"), afternoons: weekdaysIn(chosen, "AFTERNOON") }));

export const dropWorkingPatternSchema = z.object({ personId: id(), patternId: id() });

/** The own maximum; empty for the usual one of the samenwerkingsverband. */
export const changeMostMeetingsSchema = z.object({
  personId: id(),
  version: version(),
  most: z.union([z.literal("").transform(() => null), wholeNumber(1, MOST_A_DAY, texts.fields.mostMissing)], { error: fieldTexts.notBetween(1, MOST_A_DAY) }),
});

const days = {
  firstDay: day(texts.fields.firstDayMissing),
  lastDay: day(texts.fields.lastDayMissing),
  /** Empty for nobody. */
  replacementId: z.string().max(36).default("").transform((typed) => (typed === "" ? null : typed)).pipe(z.uuid({ error: texts.fields.replacementUnknown }).nullable()),
};

/** Somebody is away for whole days. There is no field for why. */
export const reportAbsenceSchema = z.object({ personId: id(), ...days });
export const changeAbsenceSchema = z.object({ absenceId: id(), version: version(), ...days });
export const withdrawAbsenceSchema = z.object({ absenceId: id() });

export type SetWorkingPattern = z.output<typeof setWorkingPatternSchema>;
export type DropWorkingPattern = z.output<typeof dropWorkingPatternSchema>;
export type ChangeMostMeetings = z.output<typeof changeMostMeetingsSchema>;
export type ReportAbsence = z.output<typeof reportAbsenceSchema>;
export type ChangeAbsence = z.output<typeof changeAbsenceSchema>;
export type WithdrawAbsence = z.output<typeof withdrawAbsenceSchema>;

function weekdaysIn(chosen: readonly string[], part: "MORNING" | "AFTERNOON"): number[] {
  return [...new Set(chosen.filter((each) => each.endsWith(part)).map((each) => Number(each[0])))].toSorted((a, b) => a - b);
}
