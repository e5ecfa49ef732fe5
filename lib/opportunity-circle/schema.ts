import { z } from "zod";
import { keptWords } from "#lib/anonymity/kept-words";
import { consortiumSearchSchema } from "#lib/consortia/schema";
import { choice, id, line, optionalText, version } from "#lib/forms/fields";
import { circleElements, circleMarks, type LineField, lineField, type MarkField, markField } from "#lib/opportunity-circle/rules";
import { circleNameTexts as texts } from "#lib/texts/opportunity-circle";

/** How many characters fit in the line about an element. */
const LONGEST_LINE = 200;

/** How many characters fit in the name of an element, so that it fits round the wheel, and in its meaning. */
export const LONGEST_NAME = 24;
export const LONGEST_MEANING = 160;

/** How many characters fit in each line, by its field. */
export const longestLines = fieldsFor(lineField, () => LONGEST_LINE);

/** The one line about an element; a new line in it counts as a blank. */
const circleLine = () => optionalText(LONGEST_LINE).transform((value) => value && value.replace(/\s+/g, " "));

/** For each element of the kansencirkel a line, and why found words may stay in it. */
export const circleLineFields = { ...fieldsFor(lineField, circleLine), ...fieldsFor((element) => `${lineField(element)}Reason` as const, keptWords) };

/** For each element its mark. */
export const circleMarkFields = fieldsFor(markField, () => choice(circleMarks, "").default("UNKNOWN"));

/** The address of the page with figures: which samenwerkingsverband, and the first year of which school year. */
export const circleSearchSchema = consortiumSearchSchema.extend({ year: z.coerce.number().int().min(2000).max(2099).optional() });

/** What a samenwerkingsverband calls an element, and what that means. */
export const nameElementSchema = z.object({
  consortiumId: id(),
  element: choice(circleElements, ""),
  version: version(),
  name: line(LONGEST_NAME, texts.nameMissing),
  meaning: line(LONGEST_MEANING, texts.meaningMissing),
});
export type NameElement = z.output<typeof nameElementSchema>;

function fieldsFor<Name extends LineField | `${LineField}Reason` | MarkField, Field>(nameOf: (element: (typeof circleElements)[number]) => Name, field: () => Field): Record<Name, Field> {
  return Object.fromEntries(circleElements.map((element) => [nameOf(element), field()])) as Record<Name, Field>;
}
