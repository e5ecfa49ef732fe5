import type { Route } from "next";
import { inConsortium, type ConsortiumChoice } from "#lib/consortia/choice";
import { type CircleElement, circleElements } from "#lib/opportunity-circle/rules";

/** The elements of the kansencirkel by the word in the address of their page. */
export const elementWords = circleElements.map(wordOf);

/** The address of the names of the kansencirkel, or of the page on which one is changed. */
export function circlePath(choice: Pick<ConsortiumChoice, "consortiumId" | "all">, element?: CircleElement): Route {
  return inConsortium(`/settings/opportunity-circle${element ? `/${wordOf(element)}` : ""}`, choice) as Route;
}

/** The element with this word in its address. */
export function elementOf(word: string): CircleElement {
  return circleElements.find((element) => wordOf(element) === word) ?? "ACTIVE";
}

function wordOf(element: CircleElement): string {
  return element.toLowerCase();
}
