import { allowedIn } from "#lib/anonymity/allowed";
import { findDates } from "#lib/anonymity/dates";
import { tussenvoegsels } from "#lib/anonymity/grammar";
import { findInitials } from "#lib/anonymity/initials";
import { findNames } from "#lib/anonymity/names";
import { findEmails, findIbans, findPersonNumbers, findPhones, findPlates, findPostcodes, findUrlsAndHandles } from "#lib/anonymity/numbers";
import { findAddresses, findClubs, findPlaces, findSchools } from "#lib/anonymity/places";
import type { Context, Hit } from "#lib/anonymity/rule";
import type { Finding } from "#lib/anonymity/schema";
import { wordsOf } from "#lib/anonymity/tokens";
import { fold } from "#lib/anonymity/folding";

/** Who and what the app itself knows: full names of the team's people, names of schools. */
export type KnownNames = { people?: readonly string[]; schools?: readonly string[] };

/**
 * The words in a Dutch text that may identify somebody, sorted and without overlap. A warning, never a proof: a text
 * without findings may still betray a child (domain facts, section 7). Pure, and the same for the same input.
 */
export function findIdentifyingWords(text: string, known: KnownNames = {}): Finding[] {
  const context: Context = {
    text,
    words: wordsOf(text),
    allowed: allowedIn(text),
    people: knownPeople(known.people ?? NOBODY),
    schools: knownSchools(known.schools ?? NOBODY),
  };
  return withoutOverlap([
    // What comes first wins: an address holds names, an e-mail address holds a domain.
    ...[findEmails, findUrlsAndHandles, findIbans, findPersonNumbers, findPhones, findPlates].map((find) => find(text)),
    findAddresses(text),
    findPostcodes(text),
    findDates(text),
    findSchools(context),
    findClubs(context),
    findPlaces(context),
    merged([...findNames(context), ...findInitials(text)]),
  ]).map((found) => ({ start: found.start, end: found.end, label: found.label, text: text.slice(found.start, found.end), suggestion: found.suggestion }));
}

/** The text with a finding's suggestion in its place; a word that both end up with ("sinds sinds") is written once. */
export function withSuggestion(text: string, finding: Finding): string {
  const lead = text.slice(0, finding.start);
  const firstWord = `${finding.suggestion.split(" ")[0] ?? ""} `;
  const suggestion = lead.toLowerCase().endsWith(` ${firstWord}`) || lead.toLowerCase() === firstWord ? finding.suggestion.slice(firstWord.length) : finding.suggestion;
  return lead + suggestion + text.slice(finding.end);
}

const NOBODY: readonly string[] = [];

/** Hits by kind, the surest kind first; within a kind the longest wins. */
function withoutOverlap(kinds: Hit[][]): Hit[] {
  const kept: Hit[] = [];
  for (const hits of kinds) {
    for (const found of hits.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
      if (found.end > found.start && !kept.some((other) => overlap(found, other))) kept.push(found);
    }
  }
  return kept.sort((a, b) => a.start - b.start);
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

// A team and the list of schools stay the same while somebody types: their words are worked out once.
const peopleByList = new WeakMap<readonly string[], ReadonlySet<string>>();
const schoolsByList = new WeakMap<readonly string[], ReadonlyMap<string, string[][]>>();

function knownPeople(people: readonly string[]): ReadonlySet<string> {
  const remembered = peopleByList.get(people);
  if (remembered !== undefined) return remembered;
  const names = new Set(people.flatMap((person) => wordsOf(person).map((word) => word.folded)).filter((name) => name.length > 1 && !tussenvoegsels.has(name) && name !== "dr"));
  peopleByList.set(people, names);
  return names;
}

const SCHOOL_KIND = /^(?:obs|bs|cbs|rkbs|pcbs|kbs|ikc|kc|sbo|so|vso|basisschool|kindcentrum|openbare|christelijke|katholieke|de|het|school)$/;

function knownSchools(schools: readonly string[]): ReadonlyMap<string, string[][]> {
  const remembered = schoolsByList.get(schools);
  if (remembered !== undefined) return remembered;
  const byFirstWord = new Map<string, string[][]>();
  for (const school of schools) {
    const words = wordsOf(school).map((word) => word.folded);
    const telling = words.findIndex((word) => !SCHOOL_KIND.test(word));
    const name = telling < 0 ? [] : words.slice(telling);
    const first = name[0];
    if (first !== undefined && fold(name.join("")).length > 3) byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), name]);
  }
  schoolsByList.set(schools, byFirstWord);
  return byFirstWord;
}
