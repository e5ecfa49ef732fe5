import { findIdentifyingWords } from "#lib/anonymity/detect";
import { fold } from "#lib/anonymity/folding";
import { tussenvoegsels } from "#lib/anonymity/grammar";
import type { KnownNames } from "#lib/anonymity/known-names";
import type { Finding, FindingLabel, KeepReason, KeptWords } from "#lib/anonymity/schema";
import { wordsOf } from "#lib/anonymity/tokens";
import { anonymityTexts } from "#lib/texts/anonymity";

/**
 * A free text of a form. `colleagues` is given for a text that says who does what: their names may stand in it. `passes`
 * are kinds of words that belong in this field, such as an address where it is asked for.
 */
export type CheckedField = { text: string | null; kept: KeptWords | null; colleagues?: readonly string[]; passes?: readonly FindingLabel[] };

/** What the check of a form found: per field the words that nobody has explained, and what was explained. */
export type FieldCheck = { findings: Record<string, Finding[]>; kept: { reason: KeepReason; labels: FindingLabel[] }[] };

/**
 * Looks for words that may identify a child in the free texts of a form. A field whose words its writer explained
 * passes, as long as nothing is found that the explanation was not about.
 */
export function checkFields(fields: Readonly<Record<string, CheckedField>>, known: KnownNames): FieldCheck {
  const check: FieldCheck = { findings: {}, kept: [] };
  for (const [name, { text, kept, colleagues, passes = [] }] of Object.entries(fields)) {
    const all = text === null ? [] : colleagues === undefined ? findIdentifyingWords(text, known) : findInAgreement(text, known, colleagues);
    const found = all.filter(({ label }) => !passes.includes(label));
    if (found.length === 0) continue;
    if (kept !== null && found.every((finding) => kept.words.includes(finding.text))) {
      check.kept.push({ reason: kept.reason, labels: [...new Set(found.map(({ label }) => label))] });
    } else {
      check.findings[name] = found;
    }
  }
  return check;
}

/** Whether some words are still unexplained. */
export function hasFindings(check: FieldCheck): boolean {
  return Object.keys(check.findings).length > 0;
}

/** What the audit line says of explained words: how many fields, which kinds and which reasons, never the words. */
export function keptDetails({ kept }: FieldCheck): { overridden?: number; labels?: string; reasons?: string } {
  if (kept.length === 0) return {};
  const listed = (codes: readonly string[]) => [...new Set(codes)].toSorted().join(",");
  return { overridden: kept.length, labels: listed(kept.flatMap(({ labels }) => labels)), reasons: listed(kept.map(({ reason }) => reason)) };
}

/**
 * In an agreement the team's own people are called by their names, and a day is the day on which something is to be
 * done. A birth date stays a finding.
 */
function findInAgreement(text: string, { schools }: KnownNames, colleagues: readonly string[]): Finding[] {
  const names = colleagues.map((name) => new Set(wordsOf(name).map(({ folded }) => folded)));
  return findIdentifyingWords(text, schools ? { schools } : {}).filter((finding) => {
    if (finding.label === "DATE_OF_BIRTH") return finding.suggestion === anonymityTexts.suggestions.birthDate;
    return !(finding.label === "PERSON" && names.some((name) => isPartOf(name, finding.text)));
  });
}

function isPartOf(name: ReadonlySet<string>, found: string): boolean {
  const words = wordsOf(found).map(({ text }) => withoutPossessive(fold(text)));
  return words.some((word) => !tussenvoegsels.has(word)) && words.every((word) => name.has(word) || (word.endsWith("s") && name.has(word.slice(0, -1))));
}

function withoutPossessive(word: string): string {
  return word.replace(/'s?$/, "");
}
