import { findAddresses } from "#lib/anonymity/addresses";
import { allowedIn } from "#lib/anonymity/allowed";
import { findClubs } from "#lib/anonymity/clubs";
import { findEmails, findPhones, findPostcodes, findUrlsAndHandles } from "#lib/anonymity/contact";
import { findDates } from "#lib/anonymity/dates";
import type { Finding } from "#lib/anonymity/findings";
import { fold } from "#lib/anonymity/folding";
import { findInitials } from "#lib/anonymity/initials";
import { type KnownNames, ownSchoolOf, peopleOf, schoolsOf } from "#lib/anonymity/known-names";
import { isA, isDutch } from "#lib/anonymity/lexicon";
import { findNames } from "#lib/anonymity/names";
import { findNationalSchools } from "#lib/anonymity/national-schools";
import { findIbans, findPersonNumbers } from "#lib/anonymity/numbers";
import { isLargeCity } from "#lib/anonymity/place-names";
import { findPlaces } from "#lib/anonymity/places";
import { findPlates } from "#lib/anonymity/plates";
import { readingOf } from "#lib/anonymity/readings";
import { before, type Context, type Hit } from "#lib/anonymity/rule";
import { findSchools } from "#lib/anonymity/schools";
import { unshouted, wordsOf } from "#lib/anonymity/tokens";
import { weighsWords } from "#lib/anonymity/writing-style";

/**
 * The words in a Dutch text that may identify somebody, sorted and without overlap. A warning, never a proof: a text
 * without findings may still betray a child (domain facts, section 7). Pure, and the same for the same input.
 */
export function findIdentifyingWords(text: string, known: KnownNames = {}): Finding[] {
  // What comes first wins: an address holds names, an e-mail address holds a domain, a date looks like half a number.
  const numbers = [findEmails, findUrlsAndHandles, findIbans, findPersonNumbers, findPhones, findPlates].map((find) => find(text));
  const words = wordsOf(text);
  const readings = words.map(readingOf);
  const quiet = unshouted(text, words);
  const addresses = [findAddresses(quiet).filter((found) => !isSurname(quiet, found)), findPostcodes(text)];
  const initials = findInitials(text);
  const identifies = [...numbers, ...addresses, initials].some((hits) => hits.length > 0);
  const context: Context = { text, words, readings, weighs: weighsWords(words, readings), allowed: allowedIn(words), homes: addresses.flat(), identifies, people: peopleOf(known), schools: schoolsOf(known), ownSchool: ownSchoolOf(known) };
  const names = merged([...findNames(context), ...initials]);
  // Who writes a name means a school or a town by what could be a word elsewhere.
  const calm = { ...context, text: quiet, identifies: identifies || names.length > 0 };
  const schools = [...findSchools(calm), ...findNationalSchools(calm)].filter((found) => !isSurname(quiet, found) || isDutch(lastWord(quiet, found)));
  const places = [[...schools, ...findClubs(calm)], findPlaces({ ...calm, homes: [...context.homes, ...schools] }).filter((found) => !isSurname(quiet, found))];
  const namesNobody = !identifies && [...places, names].every((hits) => hits.every((found) => isWellKnown(text, found)));
  if (namesNobody) places.length = 0;
  const dates = findDates(text).filter(({ loose }) => !(loose && namesNobody));
  return withoutOverlap(text, [...numbers, ...addresses, dates, ...places, names]).map(({ start, end, label, suggestion }) => ({ start, end, label, text: text.slice(start, end), suggestion }));
}

const FIRST_NAME_BEFORE = /(?<!\p{L})(?<name>\p{Lu}\p{Ll}+) (?:van|van de[nr]?|van ['’]t|van het|de[nr]?|te[nr]) $/u;
const CERTAIN_STREET = /\d|(?:straat|laan|weg|plein|gracht|singel|kade|dreef|steeg)$/;

/** "Quinty van de Weerdhof": after somebody's first name no street and no town, unless it can be nothing else. */
function isSurname(text: string, { start, end }: Hit): boolean {
  const name = FIRST_NAME_BEFORE.exec(text.slice(Math.max(0, start - 40), start))?.groups?.["name"];
  return name !== undefined && isA("firstName", fold(name)) && !CERTAIN_STREET.test(text.slice(start, end));
}

function lastWord(text: string, { start, end }: Hit): string {
  return fold(text.slice(start, end).split(" ").at(-1) ?? "");
}

const LIVES = /(?<!\p{L})(?:woon\p{L}*|wonen|verhui\p{L}*|vertrokken|vertrekt|gevlucht|geboren|afkomstig|opgegroeid|logeert|verblijft)(?!\p{L})[^.!?\n]*$/u;

/** "Op kamp naar Texel": where a whole class goes. */
const TRIP = /(?<!\p{L})(?:\p{L}*kamp|schoolkamp|werkweek|schoolreis\p{L}*|excursie|uitje|dagje|museum|dierentuin|studiereis)(?!\p{L})[^.!?\n]*$/u;

/** "In Rotterdam-Zuid doen ze het zo": a large city where nobody is said to live. */
function isWellKnown(text: string, { start, end, label }: Hit): boolean {
  return label === "PLACE" && (isLargeCity(text.slice(start, end)) || TRIP.test(before(text, start, 60))) && !LIVES.test(before(text, start));
}

/** The text with a finding's suggestion in its place; a word that both end up with ("sinds sinds") is written once. */
export function withSuggestion(text: string, finding: Finding): string {
  const lead = text.slice(0, finding.start);
  const firstWord = `${finding.suggestion.split(" ")[0] ?? ""} `;
  const suggestion = lead.toLowerCase().endsWith(` ${firstWord}`) || lead.toLowerCase() === firstWord ? finding.suggestion.slice(firstWord.length) : finding.suggestion;
  return lead + suggestion + text.slice(finding.end);
}

/** Hits by kind, the surest kind first; within a kind the longest wins. */
function withoutOverlap(text: string, kinds: Hit[][]): Hit[] {
  const kept: Hit[] = [];
  for (const hits of kinds) {
    for (const found of hits.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
      const free = beforeOthers(text, found, kept);
      if (free !== null) kept.push(free);
    }
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** "Xaviera van" before a club, "op de" before a street. */
const LOOSE_END = /(?:^|\s+)(?:(?:van|op|bij|in|uit|aan|de|der|den|het)\s?)+$/u;
/** Less than this is a tussenvoegsel. */
const SHORTEST_REST = 4;

/** What of a hit lies before others, so that "Joris van Hockeyclub Duinzicht" is somebody and a club; null when that is nothing. */
function beforeOthers(text: string, found: Hit, others: Hit[]): Hit | null {
  const over = others.filter((other) => overlap(found, other)).map(({ start }) => start);
  if (over.length === 0) return found.end > found.start ? found : null;
  const start = Math.min(...over);
  if (found.label !== "PERSON" || start - found.start <= SHORTEST_REST) return null;
  const rest = text.slice(found.start, start - 1).replace(LOOSE_END, "");
  return rest === "" ? null : { ...found, end: found.start + rest.length };
}

/** Names and initials that overlap or touch are one person: "J. de" and "de Vries". */
function merged(hits: Hit[]): Hit[] {
  const result: Hit[] = [];
  for (const found of hits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last === undefined || !overlap(last, found)) result.push(found);
    else result[result.length - 1] = { ...last, end: Math.max(last.end, found.end), label: last.label === "INITIALS" && found.label === "INITIALS" ? "INITIALS" : "PERSON" };
  }
  return result;
}

function overlap(one: Hit, other: Hit): boolean {
  return one.start < other.end && other.start < one.end;
}
