import { culture, languages, methods, namesOfNotions, organisations, organisationsWithPlace } from "#lib/anonymity/lists/harmless";
import { booksAndFeasts, conditions, famousPeople, games, medicines, moreMethods, moreOrganisations } from "#lib/anonymity/lists/harmless-more";
import { roleOf } from "#lib/anonymity/grammar";
import { isA } from "#lib/anonymity/lexicon";
import { isPlaceAndWord, isPlaceName } from "#lib/anonymity/place-names";
import { type Word, wordsOf } from "#lib/anonymity/tokens";

/** Phrases by their first word, the longest first. */
type Phrases = ReadonlyMap<string, readonly string[][]>;

const placeBearers = phrasesOf(organisationsWithPlace);
const others = phrasesOf([organisations, methods, namesOfNotions, culture, languages, medicines, moreMethods, games, booksAndFeasts, moreOrganisations, conditions, famousPeople].join("|"));
// A person's first name as well: these stand for the method or the figure only where no person can stand.
const ALSO_PEOPLE = new Set(["kim", "jip", "pluk", "mario", "jim", "jes", "pino", "otje", "mees", "sonic", "dia", "turner", "stevens", "petersen", "mohammed"]);

/** A test whether a character lies in something that identifies nobody: organisations, methods, tests, sayings, brands. */
export function allowedIn(words: Word[]): (offset: number) => boolean {
  const stretches: [number, number][] = [];
  for (let index = 0; index < words.length; index += 1) {
    const bearer = phraseAt(placeBearers, words, index);
    const found = bearer === null ? phraseAt(others, words, index) : withPlace(words, bearer);
    const [first, last] = [words[index], found === null ? undefined : words[found]];
    if (found === null || first === undefined || last === undefined || isPerson(words, index, found)) continue;
    stretches.push([first.start, last.end]);
    index = found;
  }
  return (offset) => stretches.some(([start, end]) => start <= offset && offset < end);
}

function isPerson(words: Word[], index: number, last: number): boolean {
  const word = words[index];
  const previous = words[index - 1];
  if (word === undefined || last > index || word.text.includes("-")) return false;
  if (ALSO_PEOPLE.has(word.folded) || hasSurname(words, index)) return true;
  if (previous === undefined || !/^(?:\.? |[ -])$/.test(word.gap)) return false;
  const role = roleOf(previous);
  return role === "title" || role === "teacher" || (role !== null && (isA("firstName", word.folded) || isA("surname", word.folded) || (word.capital && isA("wordSurname", word.folded))));
}

/** "Sjors Peeters": a figure of a book shares its first name with people. */
function hasSurname(words: Word[], index: number): boolean {
  const [word, next] = [words[index], words[index + 1]];
  return word !== undefined && next !== undefined && next.gap === " " && next.capital && isA("firstName", word.folded) && isA("surname", next.folded);
}

/** Where the phrase that starts here ends, or null. */
function phraseAt(phrases: Phrases, words: Word[], index: number): number | null {
  for (const phrase of phrases.get(words[index]?.folded ?? "") ?? []) {
    const fits = phrase.every((part, offset) => words[index + offset]?.folded === part && (offset === 0 || /^[ .,&'’/-]{1,3}$/.test(words[index + offset]?.gap ?? "")));
    if (fits) return index + phrase.length - 1;
  }
  return null;
}

/** "GGD Hollands Midden", "gemeente Haarlem": the capitals after it, when the first is a town, a direction or a region. */
function withPlace(words: Word[], last: number): number {
  let end = last;
  while (end < last + 3 && isRegion(words[end + 1], end > last)) end += 1;
  const [first, second] = [words[end + 1], words[end + 2]];
  // "gemeente Stichtse Vecht"
  return end === last && first !== undefined && second?.gap === " " && first.gap === " " && isPlaceName(`${first.folded} ${second.folded}`) ? end + 2 : end;
}

const REGION = /(?:land|landen|hout|streek|veld|delta|rand|mond|zoom|waarden|meer|dam|burg|stad|gooi|veluwe|betuwe|twente|salland|achterhoek|brabant|limburg|holland|holland[s]?|fryslan|friesland|drenthe|zeeland|utrecht|groningen|overijssel|flevoland|kennemerland|haaglanden|rijnmond|midden|noord|zuid|oost|west|centrum|noordoost|zuidoost|noordwest|zuidwest|regio)$/;

function isRegion(word: Word | undefined, goesOn: boolean): boolean {
  if (word === undefined || !/^[ -]$/.test(word.gap)) return false;
  if (goesOn && /^(?:en|de|van|aan|den)$/.test(word.folded)) return true;
  return word.capital ? REGION.test(word.folded) || isPlaceName(word.folded) || isPlaceAndWord(word.folded) : isPlaceName(word.folded);
}

function phrasesOf(list: string): Phrases {
  const phrases = new Map<string, string[][]>();
  for (const phrase of new Set(list.split("|"))) {
    const parts = wordsOf(phrase).map(({ folded }) => folded);
    const first = parts[0];
    if (first !== undefined) phrases.set(first, [...(phrases.get(first) ?? []), parts].toSorted((a, b) => b.length - a.length));
  }
  return phrases;
}
