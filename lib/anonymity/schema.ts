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
