import { z } from "zod";
import { keptWords } from "#lib/anonymity/kept-words";
import { directions } from "#lib/consortia/schema";
import { choice, id, lines, optionalText, text, version, wholeNumber } from "#lib/forms/fields";
import { agendaFormTexts as texts } from "#lib/texts/agenda";

/** The standing items that a page knows what to show with; NONE for every other item. */
export const agendaStandings = ["NONE", "SUCCESSES", "AGREEMENTS", "NEWS", "CASES", "EVALUATION"] as const;
export type AgendaStanding = (typeof agendaStandings)[number];

/** From which side an item comes: education, youth care, or where the two meet. */
export const agendaOrigins = ["EDUCATION", "YOUTH_CARE", "BOTH"] as const;
export type AgendaOrigin = (typeof agendaOrigins)[number];

/** How long the texts of an item may be, in characters, and how many questions it may have. */
export const LONGEST_TITLE = 120;
export const LONGEST_EXPLANATION = 500;
export const LONGEST_QUESTION = 200;
export const MOST_QUESTIONS = 8;

/** How long an item usually takes, in minutes. */
export const USUAL_ITEM_MINUTES = 10;

const LONGEST_MINUTES = 240;

/** What every item says, in an agenda and in a standaardagenda. */
export const itemFields = {
  title: text(LONGEST_TITLE, texts.titleMissing).transform(onOneLine),
  explanation: optionalText(LONGEST_EXPLANATION),
  minutes: wholeNumber(1, LONGEST_MINUTES, texts.minutesMissing),
};

/** Questions to talk about, one a line. */
export const questionLines = lines(MOST_QUESTIONS, LONGEST_QUESTION, texts.tooManyQuestions(MOST_QUESTIONS), texts.questionTooLong(LONGEST_QUESTION));

/** Why words that were found in the texts of an item may stay. */
export const itemReasons = { titleReason: keptWords(), explanationReason: keptWords() };

/** What somebody puts on the agenda of a meeting. */
export const addAgendaItemSchema = z.object({
  meetingId: id(),
  ...itemFields,
  ...itemReasons,
  origin: choice(agendaOrigins, texts.originMissing),
  next: z.enum(["agenda", "another"]).default("agenda"),
});
export type AddAgendaItem = z.output<typeof addAgendaItemSchema>;

/** An item in other words. One of the standaardagenda has no origin, and may have questions. */
export const changeAgendaItemSchema = z.object({
  itemId: id(),
  version: version(),
  ...itemFields,
  ...itemReasons,
  origin: z.enum(agendaOrigins, { error: texts.originMissing }).nullable().default(null),
  questions: questionLines,
  questionsReason: keptWords(),
});
export type ChangeAgendaItem = z.output<typeof changeAgendaItemSchema>;

/** Taking an item off the agenda. */
export const removeAgendaItemSchema = z.object({ itemId: id(), version: version() });
export type RemoveAgendaItem = z.output<typeof removeAgendaItemSchema>;

/** Putting an item back that was taken off. */
export const restoreAgendaItemSchema = z.object({ itemId: id() });
export type RestoreAgendaItem = z.output<typeof restoreAgendaItemSchema>;

/** One place up or down. */
export const moveAgendaItemSchema = z.object({ itemId: id(), direction: choice(directions, texts.directionMissing) });
export type MoveAgendaItem = z.output<typeof moveAgendaItemSchema>;

/** Beginning a meeting's agenda anew from a standaardagenda. */
export const chooseTemplateSchema = z.object({ meetingId: id(), templateId: id(texts.templateMissing) });
export type ChooseTemplate = z.output<typeof chooseTemplateSchema>;

function onOneLine(value: string): string {
  return value.replace(/\s+/g, " ");
}
