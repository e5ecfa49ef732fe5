import { placeNames, placesThatAreWords, quarterNames } from "#lib/anonymity/lists/places";

const places = new Set(placeNames.split("|"));
const quarters = new Set(quarterNames.split("|"));
const wordPlaces = new Set(placesThatAreWords.split("|"));

/** Whether a folded name is that of a town and no Dutch word. */
export function isPlaceName(name: string): boolean {
  return places.has(name);
}

/** Whether a folded name is that of a quarter, a village or a hamlet and no Dutch word; people are called so too. */
export function isQuarterName(name: string): boolean {
  return quarters.has(name);
}

/** Whether a folded name is that of a town as well as a word: "Best", "Ede", "Goes". */
export function isPlaceAndWord(name: string): boolean {
  return wordPlaces.has(name);
}
