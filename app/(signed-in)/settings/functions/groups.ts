import type { FunctionGroup } from "#lib/consortia/queries";
import { functionTexts as texts } from "#lib/texts/consortia";

/** The groups of functions that replace each other, in a sentence; one that several sectors have is named once. */
export function groupsInWords(groups: readonly FunctionGroup[]): string | null {
  const named = [...new Set(groups.map(({ group, names }) => texts.group(group, names.join(", "))))];
  return named.length > 0 ? texts.groups(named.join("; ")) : null;
}
