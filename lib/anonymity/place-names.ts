import { placeNames, placesThatAreWords, quarterNames } from "#lib/anonymity/lists/places";

const places = new Set(placeNames.split("|"));
const quarters = new Set(quarterNames.split("|"));
const wordPlaces = new Set(placesThatAreWords.split("|"));

/** Whether a folded name is that of a town and no Dutch word. */
export function isPlaceName(name: string): boolean {
  return places.has(name);
}

// Cities of a hundred thousand people and more, and what everybody calls them.
const LARGE_CITIES = new Set(
  "den haag|'s-gravenhage|utrecht|eindhoven|groningen|tilburg|almere|breda|nijmegen|apeldoorn|haarlem|arnhem|enschede|amersfoort|zaanstad|den bosch|'s-hertogenbosch|haarlemmermeer|zwolle|zoetermeer|leiden|leeuwarden|maastricht|dordrecht|ede|alphen aan den rijn|alkmaar|emmen|delft|venlo|deventer|amsterdam|rotterdam|antwerpen|gent|brussel|londen|parijs|berlijn|istanbul|noord-holland|zuid-holland|zeeland|drenthe|friesland|fryslan|overijssel|gelderland|flevoland|limburg|brabant|noord-brabant|twente|achterhoek|veluwe|betuwe|randstad".split("|"),
);

/** Whether so many people live in a place, without its quarter, that it alone says nothing about anybody. */
export function isLargeCity(written: string): boolean {
  return LARGE_CITIES.has(written.toLowerCase().replace(/[- ](?:noord|zuid|oost|west|centrum|zuidoost|noordoost|zuidwest|noordwest)$/, ""));
}

/** Whether a folded name is that of a quarter, a village or a hamlet and no Dutch word; people are called so too. */
export function isQuarterName(name: string): boolean {
  return quarters.has(name);
}

/** Whether a folded name is that of a town as well as a word: "Best", "Ede", "Goes". */
export function isPlaceAndWord(name: string): boolean {
  return wordPlaces.has(name);
}
