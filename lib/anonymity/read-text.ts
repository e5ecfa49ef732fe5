import type { Reading } from "#lib/anonymity/readings";
import { isAdjacent, type Word } from "#lib/anonymity/tokens";

/** A text's words with what each can be. */
export type ReadText = {
  text: string;
  words: Word[];
  readings: Reading[];
  /** Whether its writer gives ordinary words a capital. */
  weighs: boolean;
  /** True for a character inside an organisation, method, test or saying of the allow list. */
  allowed: (offset: number) => boolean;
};

/** A word of a text with what the rules of names ask about the place where it stands. */
export type Spot = {
  text: string;
  words: Word[];
  index: number;
  word: Word;
  reading: Reading;
  written: Written;
  /** Whether the writer gives ordinary words a capital. */
  weighs: boolean;
  /** True for a character inside something that identifies nobody. */
  allowed: (offset: number) => boolean;
  /** The words right before and after it, whatever stands between. */
  previous: Word | undefined;
  next: Word | undefined;
  previousReading: Reading | undefined;
  nextReading: Reading | undefined;
  /** The characters after it, in lower case. */
  rest: string;
};

/** A rule about names: points for or against, or null where it has nothing to say. */
export type NameRule = (spot: Spot) => number | null;

export type Written = "inside" | "start" | "lower";

const REST = 34;

/** Kinds that are words as well: a capital makes them names only where words have none. */
const MAY_BE_WORDS: ReadonlySet<Reading["kind"]> = new Set(["dutch", "wordName", "wordSurname", "weakName"]);

/** Where a word stands; null beyond the text. */
export function spotAt({ text, words, readings, weighs, allowed }: ReadText, index: number): Spot | null {
  const word = words[index];
  const reading = readings[index];
  if (word === undefined || reading === undefined) return null;
  return {
    text,
    words,
    index,
    word,
    reading,
    written: weighs && writtenAs(word) === "inside" && MAY_BE_WORDS.has(reading.kind) ? "start" : writtenAs(word),
    weighs,
    allowed,
    previous: words[index - 1],
    next: words[index + 1],
    previousReading: readings[index - 1],
    nextReading: readings[index + 1],
    rest: text.slice(word.end, word.end + REST).toLowerCase(),
  };
}

/** How a word is written: a capital tells most inside a sentence, little at its start, nothing among capitals. */
export function writtenAs(word: Word): Written {
  if (!word.capital || word.shouted) return "lower";
  return word.startsSentence ? "start" : "inside";
}

/** What the first rule says that has something to say. */
export function firstOf(rules: readonly NameRule[], spot: Spot): number {
  for (const rule of rules) {
    const points = rule(spot);
    if (points !== null) return points;
  }
  return 0;
}

/** Whether nothing but a blank stands between the word and the one after it. */
export function isFollowedBy({ word, next }: Spot): boolean {
  return next !== undefined && isAdjacent(next, word);
}
