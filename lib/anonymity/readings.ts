import { classesOf, isDutch, isOneLetterFrom, type WordClass } from "#lib/anonymity/lexicon";
import { englishWords, spokenWords } from "#lib/anonymity/lists/english-words";
import { bareAdjectives, chineseSyllables, countedFirstNames, countedSurnames, mostlyNames, shortNamesInLowerCase, tinyNames, weakWordNames } from "#lib/anonymity/lists/name-kinds";
import { isPlaceName, isQuarterName } from "#lib/anonymity/place-names";
import type { Word } from "#lib/anonymity/tokens";

/**
 * What a word is at first sight, from the surest name to the surest word:
 * `first` a first name and no word, `surname` a surname and no word, `rare` a first name that only the world's lists know,
 * `mostName` a name that is a word nobody uses much ("iris"), `unknown` in no list at all, `wordName` a name as well as a thing ("roos"), `wordSurname` a surname as well as a word
 * ("bakker"), `weakName` a name as well as a verb or the like ("wil"), `capitalised` a surname, a village or a brand ("verstraeten"), `dutch` a word, `proper` a country, language or brand.
 */
export type ReadingKind = "first" | "surname" | "rare" | "unknown" | "mostName" | "wordName" | "wordSurname" | "weakName" | "capitalised" | "dutch" | "proper" | "place";

export type Reading = {
  /** The folded word without the s of possession. */
  name: string;
  kind: ReadingKind;
  /** Whether an s of possession was taken off. */
  possessive: boolean;
  /** Whether it is a finite verb as well. */
  verb: boolean;
  /** Whether the whole word stands in the dictionary. */
  dutch: boolean;
  /** Whether it may be a surname, also one that is a word, or one that only follows "van der". */
  surname: boolean;
  /** An unknown word that looks like a slip in a Dutch one. */
  typo: boolean;
};

/** Kinds that are names and nothing else. */
export const plainKinds: ReadonlySet<ReadingKind> = new Set(["first", "surname", "rare"]);

/** Kinds that are in some list of names. */
export const namedKinds: ReadonlySet<ReadingKind> = new Set(["first", "mostName", "surname", "rare", "wordName", "wordSurname", "weakName"]);

/** Kinds of words that, without an article, are somebody: "de vader van roos". */
export const ownersOfThings: ReadonlySet<ReadingKind> = new Set(["wordName", "mostName", "rare", "unknown", "surname"]);

const english = listed(englishWords);
const spoken = listed(spokenWords);
const mostly = listed(mostlyNames);
const weak = listed(weakWordNames);
const tiny = listed(tinyNames);
const syllables = listed(chineseSyllables);
const counted = listed(countedSurnames);
const countedFirst = listed(countedFirstNames);
const adjectives = listed(bareAdjectives);
const shortInLowerCase = listed(shortNamesInLowerCase);

/** Short names that are found in lower case too: "kim", while "an" needs more. */
export function isShortName(name: string): boolean {
  return shortInLowerCase.has(name);
}

/** Whether a surname means somebody of whom one speaks with an article. */
export function isCountedSurname(name: string): boolean {
  return counted.has(name);
}

/** Whether a first name is a word with an article, or no Dutch word at all. */
export function isCountedFirstName(name: string): boolean {
  return countedFirst.has(name);
}

/** Whether "de" before an adjective makes a surname of it: "de wit". */
export function isBareAdjective(name: string): boolean {
  return adjectives.has(name);
}

/** Whether a word can be half of a Chinese first name. */
export function isChineseSyllable(name: string): boolean {
  return syllables.has(name);
}

/** Names of two letters that stand after "met" and "van" as nothing else does: bo, ed. */
export function isTinyName(name: string): boolean {
  return tiny.has(name);
}

/** What a word can be, by the lists. */
export function readingOf(word: Word): Reading {
  const { folded } = word;
  const whole = classesOf(folded);
  const bare = withoutPossessive(folded, whole, word.capital);
  const name = bare ?? folded;
  const classes = bare === null ? whole : classesOf(bare);
  const kind = kindOf(name, classes);
  return {
    name,
    kind,
    possessive: bare !== null,
    verb: whole.has("verb"),
    dutch: whole.has("word"),
    surname: classes.has("surname") || classes.has("wordSurname"),
    typo: kind === "unknown" && name.length > 4 && (isOneLetterFrom("word", name) || isOneLetterFrom("word", folded)),
  };
}

function kindOf(name: string, classes: ReadonlySet<WordClass>): ReadingKind {
  if (weak.has(name)) return "weakName";
  if (spoken.has(name)) return "dutch";
  if (classes.has("firstName")) return "first";
  if (mostly.has(name)) return "mostName";
  if (name.includes("-") && (classes.has("surname") || classes.has("rareName"))) return "first";
  if (classes.has("wordName")) return "wordName";
  if (classes.has("word")) return classes.has("wordSurname") ? "wordSurname" : "dutch";
  if (english.has(name)) return "dutch";
  if (classes.has("surname")) return isPlaceName(name) ? "place" : "surname";
  if (classes.has("rareName")) return "rare";
  if (isPlaceName(name) || isQuarterName(name)) return "place";
  if (classes.has("proper")) return "proper";
  if (classes.has("wordSurname")) return "wordSurname";
  if (classes.has("capitalised")) return "capitalised";
  return name.includes("-") || name.includes("'") ? compoundKind(name) : isDutch(name) ? "dutch" : "unknown";
}

/** "Sarr-therapie": an aid that is called after somebody. */
const AID = /-(?:therapie|methode|methodiek|toets|test|training|model|kaart|kaarten|aanpak|syndroom|lijst|schaal|score|les|lessen|app|spel|boek|boeken|coach|systeem|stoel|matje|box|koffer|protocol|plan|profiel|groep|team|uitzending|filmpje|cursus)$/;

/** "mohammed-amin" and "jayden-achtig" are what their first part is, "cjg-coach" is no name when any part is a word. */
function compoundKind(name: string): ReadingKind {
  const parts = name.split(/[-']/).filter((part) => part !== "");
  const kinds = parts.map((part) => (part.length < 2 ? "unknown" : kindOf(part, classesOf(part))));
  const first = kinds[0] ?? "unknown";
  if (AID.test(name)) return "dutch";
  if (first === "mostName" && parts.length === 2 && kinds[1] !== "dutch") return "first";
  if (plainKinds.has(first)) return first === "surname" ? "surname" : "first";
  if (kinds.every((kind) => kind === "wordName" || kind === "mostName" || plainKinds.has(kind))) return "first";
  if (kinds.some((kind) => kind === "dutch" || kind === "proper" || kind === "place")) return isDutch(name) || kinds.includes("dutch") ? "dutch" : "proper";
  return kinds.every((kind) => kind === "unknown") && parts.length === 2 && parts.every((part) => part.length < 3) ? "dutch" : "unknown";
}

/** A name without the s of possession, or null when there is none: "verlies" is no possession, "emma's" and "ayoubs" are. */
function withoutPossessive(folded: string, whole: ReadonlySet<WordClass>, capital: boolean): string | null {
  if (folded.length < 3) return null;
  if (folded.endsWith("'s")) return folded.slice(0, -2);
  if (folded.endsWith("'")) return folded.slice(0, -1);
  if (!folded.endsWith("s") || whole.has("firstName") || whole.has("wordName") || (!capital && isDutch(folded))) return null;
  const bare = folded.slice(0, -1);
  const classes = classesOf(bare);
  if (classes.has("firstName") && bare.length > 2) return bare;
  if (whole.has("surname") || whole.has("proper")) return null;
  if (!whole.has("word") && (classes.has("rareName") || classes.has("wordName"))) return bare;
  if (mostly.has(bare)) return bare;
  return null;
}

function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter((word) => word !== ""));
}
