import { z } from "zod";
import { itemFields, itemReasons, questionLines } from "#lib/agenda/schema";
import { keptWords } from "#lib/anonymity/kept-words";
import { directions } from "#lib/consortia/schema";
import { choice, id, lines, text, version } from "#lib/forms/fields";
import { agendaTemplateTexts as texts } from "#lib/texts/agenda-templates";

/** How long a name and a goal may be, in characters, and how many goals there may be. */
export const LONGEST_NAME = 80;
export const LONGEST_GOAL = 200;
export const MOST_GOALS = 6;

/** What a standaardagenda is called, and what the meeting is for: a goal a line. */
export const changeTemplateSchema = z.object({
  templateId: id(),
  version: version(),
  name: text(LONGEST_NAME, texts.fields.nameMissing),
  nameReason: keptWords(),
  goals: lines(MOST_GOALS, LONGEST_GOAL, texts.fields.tooManyGoals(MOST_GOALS), texts.fields.goalTooLong(LONGEST_GOAL)),
  goalsReason: keptWords(),
});
export type ChangeTemplate = z.output<typeof changeTemplateSchema>;

const item = { ...itemFields, ...itemReasons, questions: questionLines, questionsReason: keptWords() };

export const addTemplateItemSchema = z.object({ templateId: id(), ...item });
export type AddTemplateItem = z.output<typeof addTemplateItemSchema>;

export const changeTemplateItemSchema = z.object({ itemId: id(), version: version(), ...item });
export type ChangeTemplateItem = z.output<typeof changeTemplateItemSchema>;

export const removeTemplateItemSchema = z.object({ itemId: id(), version: version() });
export type RemoveTemplateItem = z.output<typeof removeTemplateItemSchema>;

export const moveTemplateItemSchema = z.object({ itemId: id(), direction: choice(directions, texts.fields.directionMissing) });
export type MoveTemplateItem = z.output<typeof moveTemplateItemSchema>;
