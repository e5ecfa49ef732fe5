import type { Replacement } from "#lib/availability/queries";
import { availabilityTexts as texts } from "#lib/texts/availability";

/** Who may stand in, as a list to choose from. */
export function replacementChoices(replacements: readonly Replacement[]): { value: string; label: string }[] {
  return replacements.map(({ personId, name, functionName, organisationName }) => ({ value: personId, label: texts.replacementOption(name, functionName, organisationName) }));
}
