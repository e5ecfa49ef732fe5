import type { CaseAnswers } from "#lib/case-discussions/answers";
import { circleElements, type CircleElement, type CircleMark, lineField } from "#lib/opportunity-circle/rules";

/** The kansencirkel of a casus: what goes well, what asks for attention, and a line about some of it. The rest is unknown. */
export type WorldCircle = { goesWell: readonly CircleElement[]; attention: readonly CircleElement[]; lines?: Partial<Record<CircleElement, string>> };

/** How each element stands. */
export function worldMarks({ goesWell, attention }: WorldCircle): { element: CircleElement; mark: CircleMark }[] {
  return circleElements.map((element) => ({ element, mark: goesWell.includes(element) ? "GOES_WELL" : attention.includes(element) ? "ATTENTION" : "UNKNOWN" }));
}

/** The lines, as the form of a casus holds them. */
export function worldLines({ lines = {} }: WorldCircle): CaseAnswers {
  return Object.fromEntries(circleElements.flatMap((element) => (lines[element] ? [[lineField(element), lines[element]]] : [])));
}
