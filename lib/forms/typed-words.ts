import { type Finding, isExplained, type KeptWords } from "#lib/anonymity/findings";
import { distinctFindings, withReplacement } from "#lib/forms/marked-text";

/** How long somebody pauses before what was typed is looked at, in milliseconds. */
export const PAUSE = 600;

/**
 * The words to show below a box while somebody types: each once, and none when its writer has said why all of them may stay.
 * `told` are those that stand there already since the last sending.
 */
export function wordsToTell(findings: readonly Finding[], { kept, told }: { kept: KeptWords | null; told: readonly Finding[] }): Finding[] {
  if (kept !== null && isExplained(findings, kept)) return [];
  return distinctFindings(findings).filter(({ text }) => !told.some((each) => sameWord(each.text, text)));
}

/** What of the words is new to somebody who was told of some: only that is said aloud. */
export function unheard(before: readonly Finding[], now: readonly Finding[]): Finding[] {
  return now.filter(({ text }) => !before.some((each) => sameWord(each.text, text)));
}

/** A text with the suggestions in the place of found words, wherever these stand. */
export function withSuggestions(text: string, findings: readonly Pick<Finding, "text" | "suggestion">[]): string {
  return findings.reduce((said, { text: words, suggestion }) => withReplacement(said, words, suggestion), text);
}

/** The one stretch in which two texts differ: from where to where in the first, and what stands there in the second. */
export type Edit = { start: number; end: number; text: string };

/** How to come from one text to another by typing in one place; null when they are the same. */
export function editBetween(before: string, after: string): Edit | null {
  if (before === after) return null;
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start += 1;
  if (isHalf(before, start) || isHalf(after, start)) start -= 1;
  let same = 0;
  while (same < shortest - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  if (isHalf(before, before.length - same) || isHalf(after, after.length - same)) same -= 1;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}

/** Where somebody stands in a text after words before that place were replaced. */
export function placeAfter(text: string, place: number, findings: readonly Pick<Finding, "text" | "suggestion">[]): number {
  return withSuggestions(text.slice(0, place), findings).length;
}

// Whether a place lies within a character of two units, such as an emoji.
function isHalf(text: string, place: number): boolean {
  const unit = text.charCodeAt(place);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function sameWord(one: string, other: string): boolean {
  return one.toLocaleLowerCase("nl") === other.toLocaleLowerCase("nl");
}
