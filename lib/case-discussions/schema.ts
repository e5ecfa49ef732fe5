import { z } from "zod";
import { keptWords } from "#lib/anonymity/kept-words";
import { choice, id, optionalText, text, ticks, version } from "#lib/forms/fields";
import { circleLineFields, circleMarkFields, longestLines } from "#lib/opportunity-circle/schema";
import { caseReturn } from "#lib/presentation/places";
import { caseFormTexts } from "#lib/texts/case-discussions";

/** The part of the school a pupil is in, instead of an age or a group. */
export const schoolStages = ["LOWER", "MIDDLE", "UPPER", "LOWER_SECONDARY", "UPPER_SECONDARY", "VOCATIONAL"] as const;
export type SchoolStage = (typeof schoolStages)[number];

/** What a casus is for: help with a question, or a theme to practise on. */
export const caseKinds = ["HELP", "THEME"] as const;

/** What a casus is about, to be counted. */
export const caseThemes = ["ABSENCE", "BEHAVIOUR", "LEARNING", "PRESSURE", "WELLBEING", "PEERS", "HOME", "HEALTH", "TRANSITION", "OTHER"] as const;
export type CaseTheme = (typeof caseThemes)[number];

/** Where in a child's life it plays. */
export const lifeDomains = ["SCHOOL", "HOME", "FRIENDS", "SPORT", "NEIGHBOURHOOD"] as const;
export type LifeDomain = (typeof lifeDomains)[number];

/** How early a team brings something in. */
export const caseSinces = ["FIRST_CONCERN", "LONGER", "STUCK"] as const;
export type CaseSince = (typeof caseSinces)[number];

/** Whether somebody was heard, or why not. */
export const hearings = ["SAID", "NOT_ASKED"] as const;

/** The pages on which a casus is written; each is a text of its own, with a version of its own. */
export const caseParts = ["GOES_WELL", "QUESTION", "SITUATION", "SETTING", "VOICES", "PARENTS_INFORMED", "NEEDED", "CIRCLE", "OUTCOME"] as const;
export type CasePart = (typeof caseParts)[number];

/** How many characters fit in each text of a casus. */
export const longest = {
  goesWell: 1_500, question: 200, situation: 3_000, parentsText: 1_000, pupilText: 1_000, parentsInformedWhy: 500, needed: 1_500, together: 1_500, notDoing: 1_000, atHome: 300,
  ...longestLines,
} as const;

/** Where somebody wants to go after a page was kept. */
export const afterPart = ["next", "previous", "overview"] as const;

/** The beginning of a casus: at which meeting, and what goes well. No name, no birth date, no gender, no document. */
export const startCaseDiscussionSchema = z.object({ meetingId: id(), goesWell: text(longest.goesWell, caseFormTexts.missing.goesWell), goesWellReason: keptWords() });
export type StartCaseDiscussion = z.output<typeof startCaseDiscussionSchema>;

const texts = {
  goesWell: optionalText(longest.goesWell),
  goesWellReason: keptWords(),
  question: optionalText(longest.question).transform((value) => value && value.replace(/\s+/g, " ")),
  questionReason: keptWords(),
  situation: optionalText(longest.situation),
  situationReason: keptWords(),
  parentsText: optionalText(longest.parentsText),
  parentsTextReason: keptWords(),
  pupilText: optionalText(longest.pupilText),
  pupilTextReason: keptWords(),
  parentsInformedWhy: optionalText(longest.parentsInformedWhy),
  parentsInformedWhyReason: keptWords(),
  needed: optionalText(longest.needed),
  neededReason: keptWords(),
  ...circleLineFields,
  together: optionalText(longest.together),
  togetherReason: keptWords(),
  notDoing: optionalText(longest.notDoing),
  notDoingReason: keptWords(),
  atHome: optionalText(longest.atHome).transform((value) => value && value.replace(/\s+/g, " ")),
  atHomeReason: keptWords(),
};

const choices = {
  kind: choice(caseKinds, caseFormTexts.missing.kind).default("HELP"),
  stage: chosen(schoolStages),
  theme: chosen(caseThemes),
  lifeDomains: ticks(choice(lifeDomains, caseFormTexts.missing.lifeDomains), lifeDomains.length),
  since: chosen(caseSinces),
  parentsInformed: chosen(["yes", "no"]).transform((value) => value && value === "yes"),
  parents: chosen(hearings),
  pupil: chosen(hearings),
  ...circleMarkFields,
};

/**
 * One page of a casus, as it is kept. Only the fields of that page are sent, and a concept may have empty ones: what is
 * missing is asked for when it is shared.
 */
export const saveCasePartSchema = z.object({ discussionId: id(), part: choice(caseParts, ""), version: version(), way: choice(afterPart, "").default("next"), ...texts, ...choices, ...caseReturn });
export type SaveCasePart = Omit<z.output<typeof saveCasePartSchema>, keyof typeof caseReturn>;

export const shareCaseDiscussionSchema = z.object({ discussionId: id(), version: version() });
export type ShareCaseDiscussion = z.output<typeof shareCaseDiscussionSchema>;

export const discardConceptSchema = z.object({ discussionId: id(), version: version() });
export type DiscardConcept = z.output<typeof discardConceptSchema>;

export const closeCaseDiscussionSchema = z.object({ discussionId: id(), version: version() });
export type CloseCaseDiscussion = z.output<typeof closeCaseDiscussionSchema>;

// A choice that may wait.
function chosen<const T extends readonly [string, ...string[]]>(values: T) {
  return z.union([z.literal("").transform(() => null), z.enum(values)]).default(null);
}
