import type { CasePart, CaseSince, CaseTheme, LifeDomain, SchoolStage } from "#lib/case-discussions/schema";
import { lineFields } from "#lib/opportunity-circle/rules";

/** The answers that are typed, in the order in which they are asked, by the page they stand on. Each page is sealed as a whole. */
export const partTexts = {
  GOES_WELL: ["goesWell"],
  QUESTION: ["question"],
  SITUATION: ["situation"],
  SETTING: [],
  VOICES: ["parentsText", "pupilText"],
  PARENTS_INFORMED: ["parentsInformedWhy"],
  NEEDED: ["needed"],
  CIRCLE: lineFields,
  OUTCOME: ["together", "notDoing", "atHome"],
} as const satisfies Record<CasePart, readonly string[]>;
export type CaseTextName = (typeof partTexts)[CasePart][number];

/** Whether the parents or the pupil say the text beside it themselves, or it tells why they were not asked. */
export const voices = ["parents", "pupil"] as const;
type VoiceName = (typeof voices)[number];

/**
 * What was typed about a casus, as its forms hold it: the texts, whose voice they are, and why found words may stay. What
 * is not answered yet is not there.
 */
export type CaseAnswers = { [Name in CaseTextName | `${CaseTextName}Reason` | VoiceName]?: string };

/** What was chosen about a casus, to be counted without its text. */
export type CaseSetting = {
  kind: "HELP" | "THEME";
  stage: SchoolStage | null;
  theme: CaseTheme | null;
  lifeDomains: LifeDomain[];
  since: CaseSince | null;
  parentsInformed: boolean | null;
};

/** What is sealed of one page; null for a page on which nothing is typed. */
export function writtenPart(part: CasePart, answers: CaseAnswers): string | null {
  const texts: readonly CaseTextName[] = partTexts[part];
  const names = [...texts.flatMap((name) => [name, `${name}Reason`] as const), ...(part === "VOICES" ? voices : [])];
  const given = names.flatMap((name) => (answers[name] ? [[name, answers[name]] as const] : []));
  return given.length === 0 ? null : JSON.stringify(Object.fromEntries(given));
}

/** The answers of one page, as `writtenPart` wrote them. It was sealed, so nobody else wrote it. */
export function answersIn(written: string): CaseAnswers {
  return JSON.parse(written) as CaseAnswers;
}

/** What still has to be answered before the team can read along, by the names of the fields, in the order of the pages. */
export function missingAnswers(answers: CaseAnswers, setting: CaseSetting): string[] {
  const given = {
    ...answers,
    ...setting,
    lifeDomains: setting.lifeDomains.length > 0,
    parentsInformed: setting.parentsInformed !== null,
    // Only who has not told the parents is asked why.
    parentsInformedWhy: setting.parentsInformed !== false || answers.parentsInformedWhy,
  };
  return required.filter((name) => !given[name]);
}

const required = [
  "goesWell", "question", "situation", "stage", "theme", "lifeDomains", "since",
  "parents", "parentsText", "pupil", "pupilText", "parentsInformed", "parentsInformedWhy",
] as const;

/** The questions that are still open, each by the first of its fields that misses an answer: who says something and what is one question. */
export function openQuestions(missing: readonly string[]): string[] {
  return missing.filter((field) => !(field === "parentsText" && missing.includes("parents")) && !(field === "pupilText" && missing.includes("pupil")));
}

/** On which page an answer is given. */
export function partOf(field: string): CasePart {
  if (field === "parents" || field === "pupil") return "VOICES";
  if (field === "parentsInformed") return "PARENTS_INFORMED";
  const parts = Object.keys(partTexts) as CasePart[];
  return parts.find((part) => (partTexts[part] as readonly string[]).includes(field)) ?? "SETTING";
}
