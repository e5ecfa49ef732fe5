import { commonCapitals, roleOf } from "#lib/anonymity/grammar";
import { classesOf } from "#lib/anonymity/lexicon";
import type { Reading } from "#lib/anonymity/readings";
import { isAdjacent, type Word } from "#lib/anonymity/tokens";

/** So many different words with a capital that they do not need make a habit of it. */
const HABIT = 2;
const SHORTEST = 3;

/**
 * Whether somebody gives ordinary words a capital inside a sentence: "Sterk: Fantasie, Bouwen. Na de Kring is er Fruit."
 * A capital tells little in such a text.
 */
export function weighsWords(words: readonly Word[], readings: readonly Reading[]): boolean {
  const weighty = new Set<string>();
  const surnames = new Set<string>();
  words.forEach((word, index) => {
    const reading = readings[index];
    if (reading === undefined || !isWeighty(word, reading) || isBesideCapital(words, index) || isAfterPerson(words, index)) return;
    (reading.kind === "dutch" ? weighty : surnames).add(word.folded);
  });
  // "Bouwen" is a surname as well: such words alone make no habit.
  return weighty.size > 0 && weighty.size + surnames.size >= HABIT;
}

/** An ordinary word that nobody is called by, or one of school life, such as "Rekenen". */
function isWeighty(word: Word, { kind }: Reading): boolean {
  if (!word.capital || word.startsSentence || word.allCaps || word.text.length < SHORTEST) return false;
  const ordinary = (kind === "dutch" || kind === "wordSurname") && !classesOf(word.folded).has("proper") && !classesOf(word.folded).has("capitalised");
  return ordinary && !USUAL_CAPITALS.test(word.folded);
}

/** What other writers give a capital as well. */
const USUAL_CAPITALS = /(?:school|straat|laan|weg|plein|hof|isch|ische|ees|ese|lands|landse|god|juf|meester|college|lyceum)$/;

/** "Brassband Halleluja": part of what something is called. */
function isBesideCapital(words: readonly Word[], index: number): boolean {
  const [before, word, after] = [words[index - 1], words[index], words[index + 1]];
  return (before?.capital === true && isAdjacent(word, before)) || (after?.capital === true && isAdjacent(after, word)) || /["“'‘]$/.test(word?.gap ?? "");
}

/** "juf Moon": somebody is called so. */
function isAfterPerson(words: readonly Word[], index: number): boolean {
  const [before, word] = [words[index - 1], words[index]];
  return before !== undefined && isAdjacent(word, before) && roleOf(before) !== null && word !== undefined && !commonCapitals.has(word.folded);
}
