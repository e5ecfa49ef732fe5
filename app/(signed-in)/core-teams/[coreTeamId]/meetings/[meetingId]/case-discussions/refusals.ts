import type { Refusal } from "#lib/forms/form-action";
import { caseFormTexts } from "#lib/texts/case-discussions";

/** What still has to be answered, as sentences at their fields. */
export function missingRefusal(missing: readonly string[]): Refusal {
  const sentences: Readonly<Record<string, string>> = caseFormTexts.missing;
  return { errors: Object.fromEntries(missing.map((field) => [field, sentences[field] ?? ""])) };
}
