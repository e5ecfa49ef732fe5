import { allowedIn } from "#lib/anonymity/allowed";
import { findDates } from "#lib/anonymity/dates";
import { findInitials } from "#lib/anonymity/initials";
import { type KnownNames, peopleOf, schoolsOf } from "#lib/anonymity/known-names";
import { findNames } from "#lib/anonymity/names";
import { findEmails, findPhones, findPostcodes, findUrlsAndHandles } from "#lib/anonymity/contact";
import { findIbans, findPersonNumbers } from "#lib/anonymity/numbers";
import { findPlates } from "#lib/anonymity/plates";
import { findAddresses } from "#lib/anonymity/addresses";
import { findClubs } from "#lib/anonymity/clubs";
import { findNationalSchools } from "#lib/anonymity/national-schools";
import { findPlaces } from "#lib/anonymity/places";
import { findSchools } from "#lib/anonymity/schools";
import type { Context, Hit } from "#lib/anonymity/rule";
import type { Finding } from "#lib/anonymity/schema";
import { unshouted, wordsOf } from "#lib/anonymity/tokens";

/**
 * The words in a Dutch text that may identify somebody, sorted and without overlap. A warning, never a proof: a text
 * without findings may still betray a child (domain facts, section 7). Pure, and the same for the same input.
 */
export function findIdentifyingWords(text: string, known: KnownNames = {}): Finding[] {
  // What comes first wins: an address holds names, an e-mail address holds a domain, a date looks like half a number.
  const numbers = [findEmails, findUrlsAndHandles, findIbans, findPersonNumbers, findPhones, findPlates].map((find) => find(text));
  const words = wordsOf(text);
  const quiet = unshouted(text, words);
  const addresses = [findAddresses(quiet), findPostcodes(text)];
  const initials = findInitials(text);
  const identifies = [...numbers, ...addresses, initials].some((hits) => hits.length > 0);
  const context: Context = { text, words, homes: addresses.flat(), allowed: allowedIn(words), identifies, people: peopleOf(known), schools: schoolsOf(known) };
  const calm = { ...context, text: quiet };
  const schools = [...findSchools(calm), ...findNationalSchools(calm)];
  const places = [[...schools, ...findClubs(calm)], findPlaces({ ...calm, homes: [...context.homes, ...schools] })];
  const names = merged([...findNames(context), ...initials]);
  const namesNobody = !identifies && [...places, names].every((hits) => hits.length === 0);
  const dates = findDates(text).filter(({ loose }) => !(loose && namesNobody));
  return withoutOverlap([...numbers, ...addresses, dates, ...places, names]).map(({ start, end, label, suggestion }) => ({ start, end, label, text: text.slice(start, end), suggestion }));
}

/** The text with a finding's suggestion in its place; a word that both end up with ("sinds sinds") is written once. */
export function withSuggestion(text: string, finding: Finding): string {
  const lead = text.slice(0, finding.start);
  const firstWord = `${finding.suggestion.split(" ")[0] ?? ""} `;
  const suggestion = lead.toLowerCase().endsWith(` ${firstWord}`) || lead.toLowerCase() === firstWord ? finding.suggestion.slice(firstWord.length) : finding.suggestion;
  return lead + suggestion + text.slice(finding.end);
}

/** Hits by kind, the surest kind first; within a kind the longest wins. */
function withoutOverlap(kinds: Hit[][]): Hit[] {
  const kept: Hit[] = [];
  for (const hits of kinds) {
    for (const found of hits.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
      const free = beforeOthers(found, kept);
      if (free !== null) kept.push(free);
    }
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Less than this is a tussenvoegsel. */
const SHORTEST_REST = 4;

/** What of a hit lies before others, so that "Joris van Hockeyclub Duinzicht" is somebody and a club; null when that is nothing. */
function beforeOthers(found: Hit, others: Hit[]): Hit | null {
  const over = others.filter((other) => overlap(found, other)).map(({ start }) => start);
  if (over.length === 0) return found.end > found.start ? found : null;
  const start = Math.min(...over);
  return found.label === "PERSON" && start - found.start > SHORTEST_REST ? { ...found, end: start - 1 } : null;
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
