import { afterRules } from "#lib/anonymity/name-after";
import { beforeRules } from "#lib/anonymity/name-before";
import { byItself } from "#lib/anonymity/name-likeness";
import { firstOf, type ReadText, spotAt } from "#lib/anonymity/read-text";

/** From this many points on a word is taken for a name. */
export const ENOUGH = 4;

/** How much speaks for a word being a name: what it is by itself, and what stands before and after it. */
export function evidenceFor(read: ReadText, index: number): number {
  const spot = spotAt(read, index);
  return spot === null ? 0 : byItself(spot) + firstOf(beforeRules, spot) + firstOf(afterRules, spot);
}
