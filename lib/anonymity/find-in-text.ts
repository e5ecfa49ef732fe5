import { findIdentifyingWords } from "#lib/anonymity/detect";
import type { CheckedAs, CheckedNames, Finding, FindingLabel } from "#lib/anonymity/findings";
import { fold } from "#lib/anonymity/folding";
import { tussenvoegsels } from "#lib/anonymity/grammar";
import { wordsOf } from "#lib/anonymity/tokens";
import { anonymityTexts } from "#lib/texts/anonymity";

const WHERE_PEOPLE_MEET: readonly FindingLabel[] = ["SCHOOL", "PLACE", "CLUB"];

/** What belongs in a text of each kind, and so is no finding there. */
const passes: Record<CheckedAs, readonly FindingLabel[]> = {
  CASE: [],
  WORK: [],
  PLAN: WHERE_PEOPLE_MEET,
  WHERE: [...WHERE_PEOPLE_MEET, "ADDRESS", "POSTCODE", "PHONE", "URL"],
};

/**
 * The words in a free text that may identify a child, by what the text is for: what a form finds while somebody types is what
 * saving it finds. Pure, and without anything of the server: the browser runs it too.
 */
export function findInText(text: string, as: CheckedAs, { people, schools, colleagues = [] }: CheckedNames): Finding[] {
  if (as === "CASE") return findIdentifyingWords(text, { ...(people && { people }), ...(schools && { schools }) });
  return findAmongColleagues(text, schools ? { schools } : {}, colleagues).filter(({ label }) => !passes[as].includes(label));
}

/**
 * Where it is about who does what, the team's own people are called by their names, and a day is the day on which something
 * is to be done. A birth date stays a finding.
 */
function findAmongColleagues(text: string, known: CheckedNames, colleagues: readonly string[]): Finding[] {
  const names = colleagues.map((name) => new Set(wordsOf(name).map(({ folded }) => folded)));
  return findIdentifyingWords(text, known).filter((finding) => {
    if (finding.label === "DATE_OF_BIRTH") return finding.suggestion === anonymityTexts.suggestions.birthDate;
    return !(finding.label === "PERSON" && names.some((name) => isPartOf(name, finding.text)));
  });
}

function isPartOf(name: ReadonlySet<string>, found: string): boolean {
  const words = wordsOf(found).map(({ text }) => withoutPossessive(fold(text)));
  return words.some((word) => !tussenvoegsels.has(word)) && words.every((word) => name.has(word) || (word.endsWith("s") && name.has(word.slice(0, -1))));
}

function withoutPossessive(word: string): string {
  return word.replace(/'s?$/, "");
}
