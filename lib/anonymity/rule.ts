import type { Finding, FindingLabel } from "#lib/anonymity/findings";
import type { ReadText } from "#lib/anonymity/read-text";

/** What a rule found: offsets and what they are; `detect.ts` adds the words themselves. */
export type Hit = Omit<Finding, "text">;

/** The text as it was read, what was found in it already, and what this school and team are called. */
export type Context = ReadText & {
  /** Addresses and postcodes, and for places the schools as well: the town stands right after them. */
  homes: readonly Hit[];
  /** Whether something else in the text identifies somebody, such as a number or an address. */
  identifies: boolean;
  /** Names of people, folded, split in words. */
  people: ReadonlySet<string>;
  /** School names by their first telling word, each folded and split in words. */
  schools: ReadonlyMap<string, readonly string[][]>;
  /** What of its name tells the own school from others, folded. */
  ownSchool: string;
};

/** A hit of a regular expression's match, or of one of its groups. */
export function hit(match: RegExpExecArray, label: FindingLabel, suggestion: string, group: string | number = 0): Hit {
  const words = (typeof group === "number" ? match[group] : match.groups?.[group]) ?? match[0];
  const start = match.index + (group === 0 ? 0 : match[0].lastIndexOf(words));
  return { start, end: start + words.length, label, suggestion };
}

/** The characters before an offset, in lower case: where a rule looks for the word that gives a number its meaning. */
export function before(text: string, offset: number, length = 30): string {
  return text.slice(Math.max(0, offset - length), offset).toLowerCase();
}

/** The characters from an offset on, in lower case. */
export function after(text: string, offset: number, length = 20): string {
  return text.slice(offset, offset + length).toLowerCase();
}
