import { type Day, schoolYearOf } from "#lib/dates";
import { circleTexts } from "#lib/texts/opportunity-circle";

/** The eight elements of the kansencirkel, in the order of the NJi. Their codes are fixed; a samenwerkingsverband chooses the names. */
export const circleElements = ["ACTIVE", "RESPECTED", "RESPONSIBLE", "INCLUDED", "SAFE", "HEALTHY", "ACHIEVING", "NURTURED"] as const;
export type CircleElement = (typeof circleElements)[number];

/** What a team says of an element. Not answered is unknown; nobody gives a score. */
export const circleMarks = ["GOES_WELL", "ATTENTION", "UNKNOWN"] as const;
export type CircleMark = (typeof circleMarks)[number];

/** What an element is called, and what that means. */
export type CircleName = { element: CircleElement; name: string; meaning: string };

/** How each element stands in one casus. */
export type CircleMarks = Record<CircleElement, CircleMark>;

/** How often each mark was given. */
export type CircleCounts = Record<CircleMark, number>;

/** The field of a form with the mark of an element. */
export type MarkField = `mark${CircleElement}`;

/** The field of a form with the one line about an element. */
export type LineField = `line${CircleElement}`;

export const lineFields = circleElements.map(lineField);

export function markField(element: CircleElement): MarkField {
  return `mark${element}`;
}

export function lineField(element: CircleElement): LineField {
  return `line${element}`;
}

/** All eight elements in order, by the names a samenwerkingsverband gave them, or else the usual ones. */
export function circleNames(own: readonly CircleName[]): CircleName[] {
  return circleElements.map((element) => ({ element, ...circleTexts.elements[element], ...own.find((each) => each.element === element) }));
}

/** The marks of all eight elements: unknown where none was given. */
export function circleMarksOf(given: readonly { element: CircleElement; mark: CircleMark }[]): CircleMarks {
  const marks = circleElements.map((element) => [element, given.find((each) => each.element === element)?.mark ?? "UNKNOWN"] as const);
  return Object.fromEntries(marks) as CircleMarks;
}

/** On which day the figures of a school year (by its first year) are closed: two months after it, when most that was agreed is done. */
export function closingDay(schoolYear: number): Day {
  return `${schoolYear + 1}-10-01`;
}

/** Up to which day casussen are counted now, the first of the month, and which school year (26 for 2026-2027) is the last one to be closed by then. */
export function countingDays(today: Day): { countedUpTo: Day; closedUpTo: number } {
  const countedUpTo: Day = `${today.slice(0, 8)}01`;
  const thisYear = schoolYearOf(countedUpTo);
  return { countedUpTo, closedUpTo: (closingDay(thisYear - 1) <= countedUpTo ? thisYear - 1 : thisYear - 2) % 100 };
}
