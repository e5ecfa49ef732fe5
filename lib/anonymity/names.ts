import { commonCapitals } from "#lib/anonymity/allowed";
import { isArticle, isVerb, mayPrecedeName, neverAfterRole, roles, tussenvoegsels } from "#lib/anonymity/grammar";
import { isPlainFirstName, isPlainSurname, isSurnameAfterTussenvoegsel, isWordFirstName, isWordSurname, withoutPossessive } from "#lib/anonymity/name-lists";
import { isPlaceName } from "#lib/anonymity/places";
import type { Context, Hit } from "#lib/anonymity/rule";
import { isAdjacent, type Word } from "#lib/anonymity/tokens";
import { anonymityTexts } from "#lib/texts/anonymity";

const { suggestions } = anonymityTexts;

type Role = keyof typeof roles;

/** Names of people: by the lists, by the word before, by a capital inside a sentence, and every later mention of one found. */
export function findNames(context: Context): Hit[] {
  const parts = context.words.map((_, index) => isNamePart(context, index));
  spread(context, parts);
  return joined(context, parts);
}

function isNamePart(context: Context, index: number): boolean {
  const word = context.words[index];
  if (word === undefined || context.allowed(word.start)) return false;
  const name = withoutPossessive(leadingPart(word), word.capital);
  if (isKnownPerson(context, word, name)) return true;
  if (commonCapitals.has(name) || commonCapitals.has(word.folded)) return false;
  if (isMonthAfterDay(word) || /^\p{Lu}{2,}-\p{Ll}/u.test(word.text)) return false;
  if (isPlainName(word, name, context.words[index + 1])) return true;
  if (followsRole(context, index, name)) return true;
  if (isWordFirstName(name) || (isWordSurname(name) && word.capital)) return hasEvidence(context.words, index, name);
  return isUnknownName(context.words, index);
}

/** "12 jan": a month, though Jan is a name as well. */
function isMonthAfterDay(word: Word): boolean {
  return /\d\s?$/.test(word.gap) && /^(?:jan|mei|juni|juli|aug|august|dec|may|june|sep)$/.test(word.folded);
}

/** "Anne-Marie" is looked up whole, "jayden-achtig" by what comes first. */
function leadingPart(word: Word): string {
  if (isPlainFirstName(word.folded, word.capital)) return word.folded;
  return /^\p{L}{3,}(?=-)/u.exec(word.folded)?.[0] ?? word.folded;
}

function isKnownPerson({ people }: Context, word: Word, name: string): boolean {
  if (!people.has(name)) return false;
  return word.capital ? !word.startsSentence || !(isWordFirstName(name) || isWordSurname(name)) : name.length > 2 && isPlainFirstName(name, true);
}

function isPlainName(word: Word, name: string, next: Word | undefined): boolean {
  if (word.allCaps && name.length < 5) return false;
  if (isPlainFirstName(name, word.capital)) return name.length > 3 || !word.startsSentence || isPlainFirstName(name, false) || startsFullName(next, word);
  return isPlainSurname(name) && !isPlaceName(name) && (word.capital ? name.length > 3 || !word.startsSentence : name.length > 5);
}

/** "Li Wei heeft": a short name at the start of a sentence needs a second name or a verb. */
function startsFullName(next: Word | undefined, word: Word): boolean {
  return next !== undefined && isAdjacent(next, word) && (isSecondName(next) || isVerb(next.folded));
}

function followsRole({ text, words }: Context, index: number, name: string): boolean {
  const word = words[index];
  const previous = words[index - 1];
  if (word === undefined || previous === undefined) return false;
  // "De buurvrouw (Gré)": a single word in brackets, though not "moeder (Turks)".
  const inBrackets = word.gap === " (" && word.capital && !/s$|isch$/.test(name) && /^[),]/.test(text.slice(word.end, word.end + 1));
  if (!inBrackets && !isAdjacent(word, previous)) return false;
  const role = roleOf(previous);
  if (role === null || neverAfterRole.has(name)) return false;
  if (role === "called" && isPlaceName(name) && !isPlainFirstName(name, true)) return false;
  if (word.capital) return !(word.allCaps && word.text.length < 6) && word.text.length > 1 && !tussenvoegsels.has(name);
  if (isPlainFirstName(name, true) || isPlainSurname(name)) return true;
  if (isWordFirstName(name)) return true;
  if (role === "title") return isWordSurname(name) && name.length > 2;
  return false;
}

/** What a name that is also a word needs: a capital inside a sentence, or a person's place in it. */
function hasEvidence(words: Word[], index: number, name: string): boolean {
  const word = words[index];
  if (word === undefined || word.allCaps) return false;
  const previous = words[index - 1];
  const next = words[index + 1];
  const nextActs = next !== undefined && isAdjacent(next, word) && isVerb(next.folded);
  if (word.capital && !word.startsSentence) return previous === undefined || !isArticle(previous.folded) || !isAdjacent(word, previous);
  if (neverAfterRole.has(name)) return false;
  if (isWordSurname(name) && !isWordFirstName(name)) return false;
  if (word.startsSentence) return nextActs || isPairedName(words, index) || (word.capital && isFullName(words, index));
  const startsClause = /^[,;] $/.test(word.gap) || (previous !== undefined && isAdjacent(word, previous) && mayPrecedeName(previous.folded));
  return startsClause && nextActs && name.length > 3;
}

/** "Joke van den Heuvel", "Li Wei": a second name follows. */
function isFullName(words: Word[], index: number): boolean {
  let next = index + 1;
  while (next < index + 4 && isAdjacent(words[next], words[next - 1]) && tussenvoegsels.has(words[next]?.folded ?? "")) next += 1;
  const second = words[next];
  return second !== undefined && isAdjacent(second, words[next - 1]) && isSecondName(second) && (isSurnameAfterTussenvoegsel(second.folded) || isWordFirstName(second.folded));
}

/** "Roos en Jayden": the other half of a pair is a name. */
function isPairedName(words: Word[], index: number): boolean {
  const link = words[index + 1];
  const other = words[index + 2];
  const word = words[index];
  if (link?.folded !== "en" || other === undefined || !isAdjacent(link, word) || !isAdjacent(other, link)) return false;
  return other.capital && (isPlainFirstName(other.folded, true) || isWordFirstName(other.folded));
}

const WORD_LIKE = /(?:ing|heid|school|teit|isch|ische|lijk|atie|ment|team|groep|plan|toets|zorg|hulp|werk|gesprek|overleg|wet|training|methode|centrum|tafel|dag|week|bouw|kunde|therapie|coach|punt|kaart|boek|huis|club|project|programma|ouders?|leerling|leerkracht|arts|loket|ambtenaar|begeleider|begeleiding)$/;

/** A word with a capital inside a sentence, in no list, in a person's place: after "met" or "dat", or before a verb. */
function isUnknownName(words: Word[], index: number): boolean {
  const word = words[index];
  const previous = words[index - 1];
  if (word === undefined || previous === undefined || !word.capital || word.startsSentence || word.text.length < 3) return false;
  if (/\p{Lu}{2}|\p{Ll}\p{Lu}|-/u.test(word.text) || WORD_LIKE.test(word.folded) || !isAdjacent(word, previous)) return false;
  if (isArticle(previous.folded) || !mayPrecedeName(previous.folded)) return false;
  if (isPlaceName(word.folded)) return false;
  const next = words[index + 1];
  return next !== undefined && isAdjacent(next, word) && (isVerb(next.folded) || next.folded === "en") && !roles.kin.has(next.folded);
}

/** Other mentions of a name found, in any case; one that is also a word spreads to mentions in lower case only from such a mention. */
function spread({ words, allowed }: Context, parts: boolean[]): void {
  const found = new Set<string>();
  const foundInLowerCase = new Set<string>();
  words.forEach((word, index) => {
    if (parts[index] !== true || word.text.length < 3) return;
    const name = withoutPossessive(word.folded, word.capital);
    found.add(name);
    if (!word.capital) foundInLowerCase.add(name);
  });
  if (found.size === 0) return;
  words.forEach((word, index) => {
    if (parts[index] === true || allowed(word.start)) return;
    const name = withoutPossessive(word.folded, word.capital);
    const bare = found.has(name) ? name : name.replace(/s$/, "");
    if (!found.has(bare)) return;
    const previous = words[index - 1];
    if (word.capital ? !commonCapitals.has(bare) : bare.length > 2 && (isPlainFirstName(bare, true) || foundInLowerCase.has(bare))) {
      parts[index] = previous === undefined || !isArticle(previous.folded) || isPlainFirstName(bare, true);
    }
  });
}

/** The parts of one name as one hit: "Jan van den Berg" with its tussenvoegsels, "Anna El Amrani" with its second word. */
function joined(context: Context, parts: boolean[]): Hit[] {
  const { words } = context;
  const hits: Hit[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const first = words[index];
    if (first === undefined) continue;
    const end = parts[index] === true ? index : surnameFrom(context, index, isAfterTitle(words, index));
    if (end === null || context.allowed(first.start)) continue;
    const last = extend(context, end, parts);
    hits.push({ start: first.start, end: endOf(context, last), label: "PERSON", suggestion: suggestionFor(context, index) });
    index = last;
  }
  return hits;
}

/** Where a name ends, with the initial of a surname: "Soufiane B.". */
function endOf({ text, words }: Context, last: number): number {
  const end = words[last]?.end ?? 0;
  const initial = /^ \p{Lu}\.(?! ?\p{Lu})/u.exec(text.slice(end, end + 5))?.[0];
  return initial !== undefined && words[last]?.capital === true ? end + initial.length : end;
}

/** "dhr. de vries": a title makes up for the capital. */
function isAfterTitle(words: Word[], index: number): boolean {
  const previous = words[index - 1];
  return previous !== undefined && isAdjacent(words[index], previous) && roles.title.has(previous.folded);
}

function extend(context: Context, from: number, parts: boolean[]): number {
  const { words, allowed } = context;
  let last = from;
  for (;;) {
    const word = words[last];
    const next = words[last + 1];
    if (word === undefined || next === undefined || /['’]s$/.test(word.text)) return last;
    const adjacent = isAdjacent(next, word);
    if (adjacent && !allowed(next.start) && (parts[last + 1] === true || isSecondName(next))) last += 1;
    else {
      const surname = adjacent ? surnameFrom(context, last + 1, true) : null;
      if (surname === null) return last;
      last = surname;
    }
  }
}

/** A word with a capital right after a name is its second half, unless it is a role or school word. */
function isSecondName(word: Word): boolean {
  return word.capital && !word.allCaps && word.text.length > 1 && !word.startsSentence && !commonCapitals.has(word.folded) && !tussenvoegsels.has(word.folded);
}

/** The last word of a surname that starts with tussenvoegsels here, or null. After a first name less proof is needed. */
function surnameFrom({ words, allowed }: Context, start: number, afterName: boolean): number | null {
  let index = start;
  while (index < start + 3) {
    const word = words[index];
    if (word === undefined || !tussenvoegsels.has(word.folded) || (index > start && !isAdjacent(word, words[index - 1]) && !/^\.? ?$/.test(word.gap))) break;
    index += 1;
  }
  const surname = words[index];
  const prefix = words.slice(start, index);
  if (prefix.length === 0 || surname === undefined || !(isAdjacent(surname, words[index - 1]) || /^\. ?$/.test(surname.gap))) return null;
  const name = withoutPossessive(surname.folded, true);
  if (commonCapitals.has(name) || tussenvoegsels.has(name)) return null;
  return !allowed(surname.start) && isSurname(prefix, surname, name, afterName) ? index : null;
}

function isSurname(prefix: Word[], surname: Word, name: string, afterName: boolean): boolean {
  const written = prefix.map((word) => word.folded).join(" ");
  const listed = isSurnameAfterTussenvoegsel(name);
  if (afterName) {
    if (surname.capital) return listed || !/^(?:in|op|bij|aan|uit|te|voor|onder|les|de|het)$/.test(written);
    return listed && /^(?:van|v|van (?:de[nr]?|'t|het)|v d|vd|de[rn]?|te[rn]|el|al|ait|ben)$/.test(written);
  }
  if (!surname.capital || !listed || isPlainFirstName(name, true)) return false;
  return /^(?:van|van (?:de[nr]?|'t|het)|v d|vd|de[rn]?|te[rn]|el|al|ait|ben|von)$/.test(written);
}

function suggestionFor({ words, people }: Context, index: number): string {
  const previous = words[index - 1];
  const word = words[index];
  const role = previous !== undefined && isAdjacent(word, previous) ? roleOf(previous) : null;
  if (role === "teacher") return suggestions.ofTheGroup;
  if (role === "kin") return suggestions.ofThePupil;
  if (role !== null) return suggestions.withoutName;
  return word !== undefined && people.has(word.folded) ? suggestions.colleague : suggestions.pupil;
}

function roleOf(word: Word): Role | null {
  for (const role of ["teacher", "kin", "title", "other", "called"] as const) if (roles[role].has(word.folded)) return role;
  return null;
}
