import { commonCapitals, neverAfterRole, roleOf } from "#lib/anonymity/grammar";
import { isA } from "#lib/anonymity/lexicon";
import { isShortName, isTinyName, plainKinds, type Reading } from "#lib/anonymity/readings";
import type { Spot, Written } from "#lib/anonymity/read-text";
import { abbreviations, type Word } from "#lib/anonymity/tokens";

/** Points for a word by what it can be and how it is written. */
const POINTS: Record<Reading["kind"], Record<Written, number>> = {
  first: { inside: 5, start: 5, lower: 5 },
  surname: { inside: 4, start: 4, lower: 3 },
  rare: { inside: 4, start: 3, lower: 2 },
  mostName: { inside: 5, start: 4, lower: 4 },
  unknown: { inside: 4, start: 3, lower: 1 },
  wordName: { inside: 4, start: 1, lower: 1 },
  wordSurname: { inside: 3, start: 0, lower: -1 },
  weakName: { inside: 3, start: 0, lower: -2 },
  capitalised: { inside: 1, start: 0, lower: -3 },
  dutch: { inside: 1, start: -3, lower: -4 },
  proper: { inside: -3, start: -3, lower: -4 },
  place: { inside: -1, start: -1, lower: -3 },
};
const SHORT = 3;
const NEVER = -10;

/** How much a word is like a name, whatever stands around it. */
export function byItself(spot: Spot): number {
  const { word, reading, written } = spot;
  if (word.text.length < 2 || (ABBREVIATION_WITH_MORE.test(word.text) && !(plainKinds.has(reading.kind) && /^\p{Lu}{3,}-\p{Lu}{3,}/u.test(word.text)))) return NEVER;
  // "JO10", and "mo:" for the mother.
  if (/^\d/.test(spot.text.slice(word.end, word.end + 1)) || (/^(?:mo|va)$/.test(word.text) && spot.rest.startsWith(":"))) return NEVER;
  if (word.startsSentence && /^(?:hi|hey|hee|ha|hoi|dag|ciao)$/.test(word.folded) && /^,? \p{Lu}/u.test(spot.text.slice(word.end, word.end + 3))) return NEVER;
  if (roleOf(word) !== null && reading.kind !== "first" && reading.kind !== "mostName") return -4;
  if (reading.possessive && reading.dutch && written !== "lower" && PLURAL.test(spot.rest)) return -3;
  if (reading.kind === "dutch") return dutchWord(spot);
  if (reading.kind === "wordSurname" && commonCapitals.has(word.folded)) return -3;
  if (reading.dutch && isAbbreviation(word) && word.text.length > SHORT && !plainKinds.has(reading.kind)) return NEVER;
  if (reading.kind === "unknown") return unknownWord(spot);
  const points = POINTS[reading.kind][written];
  const abbreviated = word.allCaps && !word.shouted;
  if (reading.name.length > SHORT) return points;
  if (abbreviated) return points - 4;
  return isShortName(reading.name) ? points : shortWord(spot, points);
}

/** "Vlinders in haar buik": more of a thing, and nobody's. */
const PLURAL = /^(?: (?:in|op|en|of|zijn|uit|van|onder)(?!\p{L})|[.,;:!?)])/u;

/** "CJG-coach", "RT'er". */
const ABBREVIATION_WITH_MORE = /^(?:\p{Lu}{2,}[-'’]|\p{Lu}-)/u;
/** Ends of words for things, which people write with a capital when they find them weighty. */
const THING = /(?:ing|heid|school|teit|isch|ische|lijk|atie|ment|team|groep|plan|toets|zorg|hulp|werk|wet|tafel|end|[^e]ig|baar|loos|zaam|eel|ief|age|dag|week|bouw|kunde|coach|punt|kaart|boek|huis|club|ouders?|en|je|s)$/;
const LONGEST_NICKNAME = 7;

/** A Dutch word with a capital inside a sentence may be somebody called so: "met Bikkel". */
function dutchWord({ word, written, rest }: Spot): number {
  // "Contact: tante", a field of a form.
  if (rest.startsWith(": ") && written === "inside") return -3;
  if (commonCapitals.has(word.folded) || (neverAfterRole.has(word.folded) && word.startsSentence) || isAbbreviation(word)) return NEVER;
  const isThing = word.allCaps || THING.test(word.folded) || word.text.length > LONGEST_NICKNAME || word.text.length < 4;
  return written === "inside" && isThing ? -1 : POINTS.dutch[written];
}

/** Ends of names that no Dutch word has: "saffiya", "djamairo", "rayvano". */
const NAME_ENDING = /(?:[^i]iya|aya|airo|vano|lano|eyo|isha|iqua|ullah|uddin|[aeiy]lynn?|shawn|enko|enka|ovic|iewicz|owski|owska|oglu|yan|zade|bhai|deep|jeet|preet|wati|nisa|nur|gul|can|bek|khan|dze|vili|quin|ique|essa|aysha|eisha)$/;
const LONGEST_ABBREVIATION = 6;

/** NIET, BRP, TIQ: capitals that are no shouting. */
function isAbbreviation(word: Word): boolean {
  return word.allCaps && !word.shouted;
}

const SHORTEST_THING = 7;

/** "Flevoziekenhuis", "Kindadviseur": a long Dutch word at the end is what it is. */
function endsInLongWord(folded: string): boolean {
  for (let start = 2; start <= folded.length - SHORTEST_THING; start += 1) if (isA("word", folded.slice(start))) return true;
  return false;
}

/** "zaaknr", "antw": ends of words that somebody cut off. */
const SHORTENED = /(?:nr|ntw|tw|mnt|gspr|vkh|vpk|[bcdfgjkmnpqtvwxz]{4})$/;

/** A word in no list: less when it may be a slip, much less when nobody could be called so. */
function unknownWord(spot: Spot): number {
  const { word, reading, written } = spot;
  if (isAbbreviation(word) && word.text.length > SHORT && word.text.length < LONGEST_ABBREVIATION) return NEVER;
  if (endsInLongWord(word.folded)) return NEVER;
  if (abbreviations.has(word.folded) || (!word.capital && SHORTENED.test(word.folded))) return NEVER;
  const slip = reading.typo && !NAME_ENDING.test(reading.name) ? (written === "inside" ? 1 : 2) : 0;
  const unlike = looksLikeName(spot) ? 0 : (word.allCaps && !word.shouted) || INNER_CAPITAL.test(word.text) ? 6 : 3;
  const shout = word.shouted && word.text.length > SHORT ? 2 : 0;
  return POINTS.unknown[written] + shout - slip - unlike - (spot.weighs && written === "inside" ? 1 : 0);
}

/** Two or three letters are a slip or an abbreviation as often as a name. */
function shortWord({ reading, written }: Spot, points: number): number {
  if (written === "lower" && isTinyName(reading.name)) return /^[bm]o$/.test(reading.name) ? 3 : 2;
  if (!plainKinds.has(reading.kind)) return points;
  return { inside: 4, start: 2, lower: 1 }[written];
}

const LONGEST_NAME = 16;
const INNER_CAPITAL = /(?<!^(?:Mc|Mac|De|Di|La|Le|Van|El|Al|Abd|O'|D'))\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}|^\p{L}-/u;
const LONG_WORD = /.{12}|.{4}(?:ing|ingen|heid|heden|lijk|lijke|isch|ische|atie|aties|schap|tje|tjes|baar|loos|erig|matig|achtig)$/;
const LAUGH_OR_HUM = /(.)\1\1|^(?:h[ae]+|[hm]+)$/;

/** Letters that can be said, no abbreviation, no trade mark. */
function looksLikeName(spot: Spot): boolean {
  const { word, reading: { name } } = spot;
  if (name.length > LONGEST_NAME || (!word.capital && LONG_WORD.test(name))) return false;
  if (isAbbreviated(spot) || name.length < 3 || !/[aeiouy]/.test(name) || (word.allCaps && !word.shouted)) return false;
  return !INNER_CAPITAL.test(word.text) && !LAUGH_OR_HUM.test(name);
}

/** Whether somebody starts sentences with a capital: who does not, ends them with a full stop all the same. */
function startsWithCapitals(text: string): boolean {
  return /(?:^|[.!?\n] ?)\p{Lu}/u.test(text);
}

/** "overl., 8 april": a full stop inside a sentence. */
function isAbbreviated({ text, word, written }: Spot): boolean {
  return word.text.length < 8 && startsWithCapitals(text) && /^\.(?:[,;:)]| \p{Ll})/u.test(text.slice(word.end, word.end + 3)) && written !== "inside";
}
