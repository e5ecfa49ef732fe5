/** What a stretch of text may give away. */
export type FindingLabel =
  | "PERSON"
  | "INITIALS"
  | "DATE_OF_BIRTH"
  | "PHONE"
  | "EMAIL"
  | "ADDRESS"
  | "POSTCODE"
  | "BSN"
  | "EDUCATION_NUMBER"
  | "IBAN"
  | "PLATE"
  | "SCHOOL"
  | "CLUB"
  | "PLACE"
  | "URL";

/** Words in a text that may identify somebody. Offsets count UTF-16 units, the end is exclusive. */
export type Finding = {
  start: number;
  end: number;
  label: FindingLabel;
  text: string;
  /** Dutch words that could stand there instead, such as "de leerling". */
  suggestion: string;
};

/**
 * What a free text is for: a casus and what is seen in it (CASE); who does what (WORK) and when people meet (PLAN), in which the
 * team's own people are called by their names; and where they meet (WHERE), which is a school or an address.
 */
export type CheckedAs = "CASE" | "WORK" | "PLAN" | "WHERE";

/** The names that a check goes by: people and schools to find in a casus, colleagues who may be named elsewhere. */
export type CheckedNames = { people?: readonly string[]; schools?: readonly string[]; colleagues?: readonly string[] };

/** Of these names what a text of one kind is checked by: a form gets no others along. */
export function namesFor(as: CheckedAs, { people = [], schools = [], colleagues = [] }: CheckedNames): CheckedNames {
  if (as === "CASE") return { people, schools };
  return as === "WORK" ? { colleagues, schools } : { colleagues };
}

/**
 * Why found words may stay. A closed choice, because a reason in own words could hold the very name: so it can be
 * written down and counted.
 */
export const keepReasons = ["NOT_A_PERSON", "GENERALLY_KNOWN", "NOT_TRACEABLE"] as const;
export type KeepReason = (typeof keepReasons)[number];

/** A reason, and the found words that it was given for. */
export type KeptWords = { reason: KeepReason; words: string[] };

/** The value of a reason in a form. It carries the words it is about: a reason does not count for words found later. */
export function keptValue(reason: KeepReason, findings: readonly Finding[]): string {
  return keptText({ reason, words: [...new Set(findings.map(({ text }) => text))].toSorted() });
}

/** The same value, to be given to the form again when its text is changed later. */
export function keptText({ reason, words }: KeptWords): string {
  return `${reason} ${JSON.stringify(words)}`;
}

/** What such a value says. Anything else counts as nothing said. */
export function readKept(value: string): KeptWords | null {
  const blank = value.indexOf(" ");
  const reason = keepReasons.find((each) => each === value.slice(0, Math.max(0, blank)));
  const words = parsed(value.slice(blank + 1));
  return reason !== undefined && Array.isArray(words) && words.every((word) => typeof word === "string") ? { reason, words } : null;
}

/** Whether found words may stay: all of them were there when the reason was given. */
export function isExplained(findings: readonly Finding[], { words }: KeptWords): boolean {
  return findings.every(({ text }) => words.includes(text));
}

function parsed(list: string): unknown {
  try {
    return JSON.parse(list);
  } catch {
    return null;
  }
}
