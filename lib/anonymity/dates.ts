import { after, before, type Hit } from "#lib/anonymity/rule";
import { anonymityTexts } from "#lib/texts/anonymity";

const { suggestions } = anonymityTexts;

const MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|febr|mrt|apr|jun|jul|aug|sept|sep|okt|nov|dec";
const MONTH_STARTS = ["jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const DAY_WORDS = "eenendertig(?:ste)?|dertig(?:ste)?|(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)(?:en|ën)twintig(?:ste)?|twintig(?:ste)?|negentien(?:de)?|achttien(?:de)?|zeventien(?:de)?|zestien(?:de)?|vijftien(?:de)?|veertien(?:de)?|dertien(?:de)?|twaalf(?:de)?|elf(?:de)?|tien(?:de)?|negen(?:de)?|acht(?:ste)?|zeven(?:de)?|zes(?:de)?|vijf(?:de)?|vier(?:de)?|drie|derde|twee(?:de)?|een|één|eerste";
const YEAR_WORDS = "negentien ?(?:honderd ?)?(?:\\p{L}+)|twee ?duizend(?: ?en)?(?: ?\\p{L}+)?";

const NUMERIC = /(?<![\p{L}\d.,/–-])(?<day>\d{1,2})(?<mark>[-/.–]| - | \/ )(?<month>\d{1,2})(?:\k<mark>(?<year>(?:19|20)?\d{2}|['’]\d{2}))?(?![\p{L}\d%]|[-/.–,]\d)/gu;
const YEAR_FIRST = /(?<![\p{L}\d-])(?<year>(?:19|20)\d{2})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?![\p{L}\d]|[-/]\d)/gu;
const WITH_MONTH = new RegExp(
  `(?<![\\p{L}\\d])(?<day>\\d{1,2}(?:e|ste|de)?|${DAY_WORDS})[ -]{1,2}(?:van )?(?<month>${MONTHS})\\b\\.?(?:(?:,| |-|van ){1,4}(?<year>(?:19|20)\\d{2}|['’]\\d{2}|${YEAR_WORDS})(?![\\p{L}\\d]))?`,
  "giu",
);
const MONTH_AND_YEAR = new RegExp(`(?<![\\p{L}\\d])(?<month>${MONTHS})\\b\\.?(?: van)? (?<year>(?:19|20)\\d{2})(?!\\d)`, "giu");

const BIRTH_BEFORE = /\b(?:geb|gebor\p{L}*|geboort\p{L}*|gbd|jarig|verjaar\p{L}*|verjaardag|gebdat|bd|°)\b[^.!?\n]{0,30}$|\bgeb\.[^!?\n]{0,15}$|\*\s?$/u;
const BIRTH_AFTER = /^[^.!?\n]{0,25}\b(?:geboren|jarig|verjaar\p{L}*|wordt (?:hij|ze|zij)|(?:wordt|werd) \p{L}+ \p{L}+$|\d{1,2} (?:geworden|werd|wordt))/u;
const BECOMES_OLDER = /\b(?:wordt|werd|geworden)\b[^.!?\n]{0,20}$/u;
const DATE_BEFORE = /\b(?:sinds|vanaf|op|per|datum|d\.d\.|dd\.?|tot(?: en met)?|t\/m|t\.m\.|vóór|voor|na|rond|omstreeks|(?:maan|dins|woens|donder|vrij|zater|zon)dag|ma|di|wo|do|vr|za|zo)[ :,]{1,2}$/u;
const UNIT_AFTER = /^[ -]?(?:jaar|jarige?n?|keer|x\b|maal|uur|uren|u\b|min|minuten|weken|week|maanden|dagen|kinderen|leerlingen|kk|cm|kg|€|euro|procent|punten|goed|fout|van de|woorden|sommen|bladz|combi\p{L}*|groep\p{L}*|versie)/u;
const NO_DATE_BEFORE = /\b(?:groep(?:en)?|gr\.?|klas|casus|score|scores?|pagina|blz\.?|bladzijde|hoofdstuk|blok|les|niveau|versie|artikel|art\.?|lid|nummer|nr\.?|om|tussen|kern|thema|avi|cijfer|ratio|verhouding)[ :]{1,2}$|[€$]\s?$/u;

/** Dates of birth and every other date that says on which day: full dates, day and month in digits, birthdays in words. */
export function findDates(text: string): Hit[] {
  const hits: Hit[] = [];
  for (const match of text.matchAll(NUMERIC)) if (isNumericDate(text, match)) hits.push(dateHit(text, match));
  for (const match of text.matchAll(YEAR_FIRST)) if (isDayAndMonth(match)) hits.push(dateHit(text, match));
  for (const match of text.matchAll(WITH_MONTH)) if (isWrittenDate(text, match)) hits.push(dateHit(text, match));
  for (const match of text.matchAll(MONTH_AND_YEAR)) if (isNearBirth(text, match)) hits.push(dateHit(text, match));
  return hits;
}

function isNumericDate(text: string, match: RegExpExecArray): boolean {
  if (!isDayAndMonth(match)) return false;
  const { day = "", month = "", mark = "", year } = match.groups ?? {};
  const lead = before(text, match.index);
  const rest = after(text, match.index + match[0].length);
  if (year !== undefined) return !UNIT_AFTER.test(rest) && (year.length === 4 || mark !== ".");
  if (isNearBirth(text, match)) return !UNIT_AFTER.test(rest);
  if (UNIT_AFTER.test(rest) || NO_DATE_BEFORE.test(lead)) return false;
  if (mark === ".") return false;
  return DATE_BEFORE.test(lead) ? true : (day.length === 2 && month.startsWith("0")) || (mark === "-" && Number(day) > 12 && Number(month) > 9);
}

function isDayAndMonth(match: RegExpExecArray): boolean {
  const day = Number(match.groups?.["day"]);
  const month = Number(match.groups?.["month"]);
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

/** Day and month alone may stay ("op 3 oktober is er een studiedag"), unless it is a birthday or says since when. */
function isWrittenDate(text: string, match: RegExpExecArray): boolean {
  const { day = "", year } = match.groups ?? {};
  if (/^\d/.test(day) && Number.parseInt(day, 10) > 31) return false;
  if (year !== undefined) return true;
  return isNearBirth(text, match) || /\b(?:sinds|vanaf)(?: \p{L}+dag)? $/u.test(before(text, match.index));
}

function isNearBirth(text: string, match: RegExpExecArray): boolean {
  const lead = before(text, match.index, 45);
  if (BIRTH_BEFORE.test(lead) || BIRTH_AFTER.test(after(text, match.index + match[0].length, 45))) return true;
  return BECOMES_OLDER.test(lead) && /^[^.!?\n]{0,15}\b(?:\d{1,2}|zes|zeven|acht|negen|tien|elf|twaalf|dertien)\b/.test(after(text, match.index + match[0].length, 30));
}

function dateHit(text: string, match: RegExpExecArray): Hit {
  const trailing = /[.,\s]+$/.exec(match[0])?.[0].length ?? 0;
  return { start: match.index, end: match.index + match[0].length - trailing, label: "DATE_OF_BIRTH", suggestion: suggestionFor(text, match) };
}

function suggestionFor(text: string, match: RegExpExecArray): string {
  if (isNearBirth(text, match)) return suggestions.birthDate;
  const season = seasonOf(match.groups?.["month"] ?? "");
  if (/\b(?:sinds|vanaf) $/.test(before(text, match.index))) return suggestions.season(season, "since");
  return suggestions.season(season, match.groups?.["year"] === undefined ? "on" : "past");
}

function seasonOf(month: string): "winter" | "spring" | "summer" | "autumn" {
  const start = month.toLowerCase().slice(0, 3).replace("mrt", "maa");
  const number = /^\d/.test(month) ? Number(month) : MONTH_STARTS.indexOf(start) + 1;
  if (number <= 2 || number === 12) return "winter";
  if (number <= 5) return "spring";
  return number <= 8 ? "summer" : "autumn";
}
