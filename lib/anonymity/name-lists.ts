import { plainFirstNames, pluralWords, shortNamesInLowerCase, wordFirstNames } from "#lib/anonymity/lists/first-names";
import { plainSurnames, tussenvoegselSurnames, wordSurnames } from "#lib/anonymity/lists/surnames";

const plainFirst = listed(plainFirstNames);
const wordFirst = listed(wordFirstNames);
const shortLower = listed(shortNamesInLowerCase);
const plurals = listed(pluralWords);
const plainLast = listed(plainSurnames);
const wordLast = listed(wordSurnames);
const afterTussenvoegsel = listed(tussenvoegselSurnames);

/** Whether a folded word is a first name and no Dutch word; a short one counts in lower case only when it is well known. */
export function isPlainFirstName(name: string, capital: boolean): boolean {
  return plainFirst.has(name) && (capital || name.length > 3 || shortLower.has(name));
}

/** Whether a folded word is a first name as well as a word: roos, storm, jade. */
export function isWordFirstName(name: string): boolean {
  return wordFirst.has(name);
}

/** Whether a folded word is a surname and no Dutch word. */
export function isPlainSurname(name: string): boolean {
  return plainLast.has(name);
}

/** Whether a folded word is a surname as well as a word: bakker, visser. */
export function isWordSurname(name: string): boolean {
  return wordLast.has(name);
}

/** Whether a folded word makes a surname after van, de, van der, ter. */
export function isSurnameAfterTussenvoegsel(name: string): boolean {
  return afterTussenvoegsel.has(name) || plainLast.has(name) || wordLast.has(name);
}

/** A folded name without the s of possession; in lower case a Dutch word such as "verlies" stays whole. */
export function withoutPossessive(name: string, capital: boolean): string {
  if (name.endsWith("'s")) return name.slice(0, -2);
  if (name.endsWith("'")) return name.slice(0, -1);
  if (!name.endsWith("s") || plainFirst.has(name) || wordFirst.has(name)) return name;
  const bare = name.slice(0, -1);
  const isName = plainFirst.has(bare) || (capital && wordFirst.has(bare));
  return isName && (capital || (bare.length > 3 && !plurals.has(name))) ? bare : name;
}

function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter((word) => word !== ""));
}
