import { after, before, type Hit, hit } from "#lib/anonymity/rule";
import { anonymityTexts } from "#lib/texts/anonymity";

const { suggestions } = anonymityTexts;

// Three groups of letters or digits, six signs together, as on every Dutch plate since 1951.
const SERIES = /(?<![\p{L}\d-])(?<one>\p{L}{1,3}|\d{1,3})(?<mark>[ -]?)(?<two>\p{L}{1,3}|\d{1,3})\k<mark>(?<three>\p{L}{1,3}|\d{1,3})(?![\p{L}\d]|-\d|-\p{L})/gu;
// WGM 7L44, WES-KL 482, 1-ABC-234, B-MW 1234
const FOREIGN = /(?<![\p{L}\d-])(?:\p{Lu}{1,3}[ -]\p{Lu}{1,2}[ -]?\d{1,4}|\p{Lu}{2,3} ?\d[\p{Lu}\d]{2,4}|\d-?\p{Lu}{3}-?\d{3}|\p{Lu}{1,2} ?\d{3,4} ?\p{Lu}{1,2}|\p{Lu}{1,3}[ -]\d{2,4}[ -]\p{Lu}{1,3})(?![\p{L}\d-])/gu;
const VEHICLE = /(?<!\p{L})(?:kenteken\p{L}*|nummerbord\p{L}*|nummerplaat\p{L}*|plaat|auto\p{L}*|wagen|bus|busje\p{L}*|bestelbus\p{L}*|taxi\p{L}*|scooter\p{L}*|brommer\p{L}*|motor\p{L}*|volvo\p{L}*|golf|polo|opel|audi|bmw|mercedes|toyota|renault|peugeot|citroen|citroën|fiat|ford|seat|skoda|kia|tesla|vw|volkswagen|rijdt in|reed in|geparkeerd|parkeert)(?!\p{L})[^\n]{0,60}$/u;
const CAR_AFTER = /^[.,;(]? ?(?:een |de |die )?(?:\p{L}+ )?(?:auto|bus|busje|volvo|golf|polo|opel|audi|bmw|mercedes|toyota|renault|peugeot|citroen|citroën|fiat|ford|seat|skoda|kia|tesla|vw|volkswagen)(?!\p{L})/u;
const CODE_BEFORE = /(?<!\p{L})(?:toets|versie|artikel|art\.?|wet|groep|avi|dmt|niveau|score|casus|lokaal|kamer)[ :]{1,2}$/u;

/** Licence plates: Dutch series with their hyphens, and anything that looks like one after a car or the word for it. */
export function findPlates(text: string): Hit[] {
  const series = [...text.matchAll(SERIES)].filter((match) => isSeries(text, match));
  const foreign = [...text.matchAll(FOREIGN)].filter((match) => VEHICLE.test(before(text, match.index, 75)) && /\d/.test(match[0]));
  return [...series, ...foreign].map((match) => hit(match, "PLATE", suggestions.plate));
}

function isSeries(text: string, match: RegExpExecArray): boolean {
  const { one = "", mark = "", two = "", three = "" } = match.groups ?? {};
  const signs = one + two + three;
  const groups = [one, two, three];
  if (signs.length !== 6 || !/\p{L}/u.test(signs) || !/\d/.test(signs) || !/^[\p{Script=Latin}\d]+$/u.test(signs)) return false;
  const lead = before(text, match.index, 75);
  if (mark === "" && signs === signs.toUpperCase() && VEHICLE.test(lead)) return true;
  // Letters beside letters or digits beside digits need their hyphen to be told apart.
  if (mark === "" && groups.some((group, index) => index > 0 && /\d/.test(group) === /\d/.test(groups[index - 1] ?? ""))) return false;
  if (/(?:kenteken|nummerbord|nummerplaat|plaat)[ :=(]{1,3}(?:is |was |van )?$/.test(lead)) return true;
  if (VEHICLE.test(lead)) return mark !== " " || signs === signs.toUpperCase();
  if (mark === " " && /[:=] ?$/.test(lead) && CAR_AFTER.test(after(text, match.index + match[0].length, 40))) return true;
  return mark === "-" && signs === signs.toUpperCase() && !CODE_BEFORE.test(lead) && isUnlikeDate(groups);
}

/** "12-03-AB" is no date either way; "24-25-SO" is a school year with a kind of school. */
function isUnlikeDate(groups: string[]): boolean {
  return !groups.some((group) => /^(?:SO|PO|VO|BS|IB|MT|OT|TL|BB|KB|GL|OB|MB)$/.test(group));
}
