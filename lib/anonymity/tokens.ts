import { fold } from "#lib/anonymity/folding";

/** One word of a text, with what the rules ask about it. */
export type Word = {
  start: number;
  end: number;
  text: string;
  /** Lower case, without accents. */
  folded: string;
  capital: boolean;
  /** Two letters or more, all of them capitals. */
  allCaps: boolean;
  startsSentence: boolean;
  /** The characters between the word before and this one. */
  gap: string;
};

const WORD = /(?:(?<!\p{L})['’][ts](?!\p{L}))|\p{L}[\p{L}\p{M}]*(?:['’‘-][\p{L}\p{M}]+)*/gu;
const CAPITAL = /^\p{Lu}/u;
const LOWER = /\p{Ll}/u;
const SENTENCE_BREAK = /[.!?:\n\r\t•*|]|["“„‘(]\s*$/u;
const ABBREVIATIONS = new Set(
  "dhr mevr mw mvr mnr fam dr drs mr ir ing prof ds bijv bv evt nl ca tel resp incl geb blz vd gr lk lkr st jl ivm mbt tav".split(" "),
);

/** The words of a text in order; digits and punctuation are in the gaps. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    const gap = text.slice(end, match.index);
    const capital = CAPITAL.test(word);
    end = match.index + word.length;
    words.push({
      start: match.index,
      end,
      text: word,
      folded: fold(word),
      capital,
      allCaps: capital && word.length > 1 && !LOWER.test(word),
      startsSentence: breaksSentence(gap, words.at(-1)),
      gap,
    });
  }
  return words;
}

/** Whether nothing but blanks, or the full stop of an abbreviation, stands between a word and the one before it. */
export function isAdjacent(word: Word | undefined, before: Word | undefined): boolean {
  if (word === undefined || before === undefined) return false;
  if (/^[ \u00a0]{1,3}$/.test(word.gap)) return true;
  return word.gap.startsWith(".") && word.gap.trim() === "." && endsInAbbreviation(before);
}

function breaksSentence(gap: string, before: Word | undefined): boolean {
  if (before === undefined) return true;
  if (!SENTENCE_BREAK.test(gap)) return false;
  return !(gap.trim() === "." && endsInAbbreviation(before));
}

function endsInAbbreviation(word: Word): boolean {
  return ABBREVIATIONS.has(word.folded) || (word.text.length === 1 && word.text !== "u");
}
