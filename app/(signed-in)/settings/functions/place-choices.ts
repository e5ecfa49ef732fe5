import type { Choice } from "#components/forms/radio-group";
import type { FunctionPlace } from "#lib/consortia/rules";
import { functionTexts as texts } from "#lib/texts/consortia";

/** The functions of which one may be enough as well, to choose from; of several sectors each says of which. */
export function placeChoices(places: readonly FunctionPlace[]): Choice[] {
  const isOneSector = new Set(places.map(({ sector }) => sector)).size < 2;
  return places.map(({ id, sector, names }) => {
    const label = texts.enoughWith(names);
    return { value: id, label: isOneSector ? label : texts.enoughIn(label, texts.sectors[sector]) };
  });
}
