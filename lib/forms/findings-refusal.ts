import type { Finding } from "#lib/anonymity/findings";
import type { Refusal } from "#lib/forms/form-action";
import { anonymityTexts } from "#lib/texts/anonymity";

/**
 * Found words as sentences at their fields, with the words themselves for the form to mark.
 * @param labels what each checked box of this form is called on the page; a field without one is a fault of the code.
 */
export function findingsRefusal(findings: Record<string, Finding[]>, labels: Readonly<Record<string, string>>): Refusal {
  const errors = Object.entries(findings).map(([field, found]) => {
    const label = labels[field];
    if (label === undefined) throw new Error(`The form has no label for the checked field ${field}.`);
    return [field, anonymityTexts.unexplained(label, [...new Set(found.map(({ text }) => text))])];
  });
  return { findings, errors: Object.fromEntries(errors) };
}
