import { z } from "zod";
import { passTarget } from "#lib/agreements/schema";
import { keptWords } from "#lib/anonymity/kept-words";
import { choice, id, optionalDay, optionalText, version } from "#lib/forms/fields";
import { caseReturn } from "#lib/presentation/places";
import { fieldTexts } from "#lib/texts/fields";

/** How it goes with a casus, without a word of what goes. */
export const progressStates = ["TAKEN_UP", "UNDER_WAY", "COMPLETED"] as const;
export type Progress = (typeof progressStates)[number];

/** How many characters a success and a lesson may have. */
export const LONGEST_LESSON = 500;

/** Who is to act now: "person:…" or "function:…". */
export const setAtPlaySchema = z.object({ discussionId: id(), version: version(), to: passTarget(), ...caseReturn });
export type SetAtPlay = Omit<z.output<typeof setAtPlaySchema>, keyof typeof caseReturn>;

/** One press: how it goes, and the page it was pressed on. */
export const tellProgressSchema = z.object({ discussionId: id(), progress: choice(progressStates, fieldTexts.pickOne), back: choice(["case", "home"], "").default("case") });
export type TellProgress = z.output<typeof tellProgressSchema>;

const somebody = z.union([z.literal("").transform(() => null), id()]).default(null);

/** Whether parents and pupil heard what the team thought: each with a day and somebody. */
export const tellFamilySchema = z.object({
  discussionId: id(),
  version: version(),
  parents: choice(["yes", "no"], fieldTexts.pickOne),
  parentsOn: optionalDay(),
  parentsById: somebody,
  pupil: choice(["yes", "no"], fieldTexts.pickOne),
  pupilOn: optionalDay(),
  pupilById: somebody,
});
export type TellFamily = z.output<typeof tellFamilySchema>;

/** What went well and what was learnt, for good; an empty one takes back what stood there. */
export const writeLessonSchema = z.object({
  discussionId: id(),
  version: version(),
  success: optionalText(LONGEST_LESSON),
  successReason: keptWords(),
  lesson: optionalText(LONGEST_LESSON),
  lessonReason: keptWords(),
});
export type WriteLesson = z.output<typeof writeLessonSchema>;
