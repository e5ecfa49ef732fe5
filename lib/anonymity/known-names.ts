import { fold } from "#lib/anonymity/folding";
import { tussenvoegsels } from "#lib/anonymity/grammar";
import { wordsOf } from "#lib/anonymity/tokens";

/** Who and what the app itself knows: full names of the team's people, names of schools, the own one first. */
export type KnownNames = { people?: readonly string[]; schools?: readonly string[] };

const NOBODY: readonly string[] = [];

// A team and the list of schools stay the same while somebody types: their words are worked out once.
const peopleByList = new WeakMap<readonly string[], ReadonlySet<string>>();
const schoolsByList = new WeakMap<readonly string[], ReadonlyMap<string, string[][]>>();

/** The words of the people's names, folded. */
export function peopleOf({ people = NOBODY }: KnownNames): ReadonlySet<string> {
  const remembered = peopleByList.get(people);
  if (remembered !== undefined) return remembered;
  const names = new Set(people.flatMap((person) => wordsOf(person).map((word) => word.folded)).filter((name) => name.length > 1 && !tussenvoegsels.has(name) && name !== "dr"));
  peopleByList.set(people, names);
  return names;
}

const SCHOOL_KIND = /^(?:obs|bs|cbs|rkbs|pcbs|kbs|ikc|kc|sbo|so|vso|basisschool|kindcentrum|openbare|christelijke|katholieke|de|het|school)$/;

/** School names by their first telling word: of OBS De Wilgen that is "wilgen". */
export function schoolsOf({ schools = NOBODY }: KnownNames): ReadonlyMap<string, string[][]> {
  const remembered = schoolsByList.get(schools);
  if (remembered !== undefined) return remembered;
  const byFirstWord = new Map<string, string[][]>();
  for (const school of schools) {
    const name = tellingWords(school);
    const first = name[0];
    if (first !== undefined && fold(name.join("")).length > 3) byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), name]);
  }
  schoolsByList.set(schools, byFirstWord);
  return byFirstWord;
}

/** What the own school is called without the words for its kind: "wilgen", or nothing. */
export function ownSchoolOf({ schools = NOBODY }: KnownNames): string {
  return tellingWords(schools[0] ?? "").join(" ");
}

function tellingWords(school: string): string[] {
  const words = wordsOf(school).map((word) => word.folded);
  const telling = words.findIndex((word) => !SCHOOL_KIND.test(word));
  return telling < 0 ? [] : words.slice(telling);
}
