import { z } from "zod";
import { agreementRow } from "#lib/agreements/schema";
import { keptWords } from "#lib/anonymity/kept-words";
import type { KeptWords } from "#lib/anonymity/schema";
import { choice, id, text, version } from "#lib/forms/fields";
import { agreementFormTexts } from "#lib/texts/agreements";
import { caseFormTexts } from "#lib/texts/case-discussions";

/** The part of the school a pupil is in, instead of an age or a group. */
export const schoolStages = ["LOWER", "MIDDLE", "UPPER", "LOWER_SECONDARY", "UPPER_SECONDARY", "VOCATIONAL"] as const;
export type SchoolStage = (typeof schoolStages)[number];

/** Whether somebody was heard, or why not. */
export const hearings = ["SAID", "NOT_ASKED"] as const;
export type Hearing = (typeof hearings)[number];

/** How many characters fit in each text of a casus. */
export const longest = { goesWell: 1_500, question: 200, situation: 3_000, voice: 1_000 } as const;

/** The free texts of a casus, by the names of their fields, in the order of the form. */
export const storyTexts = ["goesWell", "question", "situation", "parentsText", "pupilText"] as const;
export type StoryText = (typeof storyTexts)[number];

/** How many agreements one form takes. */
export const MOST_AGREEMENTS = 5;

/** An agreement as a form gives it; `row` is its place in the form, counted from 1. */
export type AgreementInput = { row: number; text: string; kept: KeptWords | null; ownerId: string; dueOn: string };

const ROWS = [1, 2, 3, 4, 5] as const;
type Row = (typeof ROWS)[number];

const story = {
  stage: choice(schoolStages, caseFormTexts.stageMissing),
  goesWell: text(longest.goesWell, caseFormTexts.goesWellMissing),
  goesWellReason: keptWords(),
  question: text(longest.question, caseFormTexts.questionMissing).transform((value) => value.replace(/\s+/g, " ")),
  questionReason: keptWords(),
  situation: text(longest.situation, caseFormTexts.situationMissing),
  situationReason: keptWords(),
  parents: choice(hearings, caseFormTexts.parentsMissing),
  parentsText: text(longest.voice, caseFormTexts.parentsTextMissing),
  parentsTextReason: keptWords(),
  pupil: choice(hearings, caseFormTexts.pupilMissing),
  pupilText: text(longest.voice, caseFormTexts.pupilTextMissing),
  pupilTextReason: keptWords(),
};

/** The texts of a casus as its form gives them, each with why its found words may stay. */
export type Story = { stage: SchoolStage; parents: Hearing; pupil: Hearing } & Record<StoryText, string> & Record<`${StoryText}Reason`, KeptWords | null>;

/** A casus that a core team talks about at a meeting: no name, no birth date, no gender, no document. */
export const logCaseDiscussionSchema = z
  .object({ meetingId: id(), ...story, ...agreementFields() })
  .superRefine(refuseHalfAgreements, { when: () => true })
  .transform((input): Story & { meetingId: string; agreements: AgreementInput[] } => ({ ...storyOf(input), meetingId: input.meetingId, agreements: agreementsOf(input) }));
export type LogCaseDiscussion = z.output<typeof logCaseDiscussionSchema>;

export const editCaseDiscussionSchema = z.object({ discussionId: id(), version: version(), ...story });
export type EditCaseDiscussion = z.output<typeof editCaseDiscussionSchema>;

export const closeCaseDiscussionSchema = z.object({ discussionId: id(), version: version() });
export type CloseCaseDiscussion = z.output<typeof closeCaseDiscussionSchema>;

type AgreementPart = ReturnType<typeof agreementRow>;
type AgreementFields = { [R in Row as `agreement${R}Text`]: AgreementPart["text"] } & { [R in Row as `agreement${R}TextReason`]: AgreementPart["reason"] } & {
  [R in Row as `agreement${R}Owner`]: AgreementPart["owner"];
} & { [R in Row as `agreement${R}Due`]: AgreementPart["due"] };

function agreementFields(): AgreementFields {
  const rows = ROWS.map((row) => {
    const { text, reason, owner, due } = agreementRow(row);
    return { [`agreement${row}Text`]: text, [`agreement${row}TextReason`]: reason, [`agreement${row}Owner`]: owner, [`agreement${row}Due`]: due };
  });
  return Object.assign({}, ...rows) as AgreementFields;
}

type AgreementValues = { [R in Row as `agreement${R}Text`]: string | null } & { [R in Row as `agreement${R}TextReason`]: KeptWords | null } & {
  [R in Row as `agreement${R}Owner`]: string | null;
} & { [R in Row as `agreement${R}Due`]: string | null };

// An agreement is whole or absent. Asked in the same round as the other fields, so it does not wait for them.
function refuseHalfAgreements(typed: Partial<AgreementValues>, context: z.RefinementCtx): void {
  for (const row of ROWS) {
    const refuse = (path: string, sentence: string) => context.addIssue({ code: "custom", path: [path], message: agreementFormTexts.inRow(row, sentence) });
    const [text, owner, due] = [typed[`agreement${row}Text`], typed[`agreement${row}Owner`], typed[`agreement${row}Due`]];
    // Null is an empty box; undefined is one whose own sentence has been said already.
    if (text === null && (owner || due)) refuse(`agreement${row}Text`, agreementFormTexts.textMissing);
    if (text && owner === null) refuse(`agreement${row}Owner`, agreementFormTexts.ownerMissing);
    if (text && due === null) refuse(`agreement${row}Due`, agreementFormTexts.dueOnMissing);
  }
}

function agreementsOf(input: AgreementValues): AgreementInput[] {
  return ROWS.flatMap((row) => {
    const [text, ownerId, dueOn] = [input[`agreement${row}Text`], input[`agreement${row}Owner`], input[`agreement${row}Due`]];
    return text && ownerId && dueOn ? [{ row, text, kept: input[`agreement${row}TextReason`], ownerId, dueOn }] : [];
  });
}

function storyOf(input: Story): Story {
  const { stage, goesWell, goesWellReason, question, questionReason, situation, situationReason, parents, parentsText, parentsTextReason, pupil, pupilText, pupilTextReason } = input;
  return { stage, goesWell, goesWellReason, question, questionReason, situation, situationReason, parents, parentsText, parentsTextReason, pupil, pupilText, pupilTextReason };
}
