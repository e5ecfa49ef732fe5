import { findInText } from "#lib/anonymity/find-in-text";
import { type CheckedAs, type CheckedNames, type Finding, type FindingLabel, isExplained, type KeepReason, type KeptWords } from "#lib/anonymity/findings";

/** A free text of a form, with what it is for. */
export type CheckedField = { text: string | null; kept: KeptWords | null; as: CheckedAs };

/** What the check of a form found: per field the words that nobody has explained, and what was explained. */
export type FieldCheck = { findings: Record<string, Finding[]>; kept: { reason: KeepReason; labels: FindingLabel[] }[] };

/**
 * Looks for words that may identify a child in the free texts of a form. A field whose words its writer explained
 * passes, as long as nothing is found that the explanation was not about.
 */
export function checkFields(fields: Readonly<Record<string, CheckedField>>, names: CheckedNames): FieldCheck {
  const check: FieldCheck = { findings: {}, kept: [] };
  for (const [name, { text, kept, as }] of Object.entries(fields)) {
    const found = text === null ? [] : findInText(text, as, names);
    if (found.length === 0) continue;
    if (kept !== null && isExplained(found, kept)) check.kept.push({ reason: kept.reason, labels: [...new Set(found.map(({ label }) => label))] });
    else check.findings[name] = found;
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
