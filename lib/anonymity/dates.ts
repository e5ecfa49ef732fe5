import { after, before, type Hit } from "#lib/anonymity/rule";
import { anonymityTexts } from "#lib/texts/anonymity";

const { suggestions } = anonymityTexts;

const MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|janauri|feburari|febuari|januarie|okotober|jan|feb|febr|mrt|apr|jun|jul|aug|sept|sep|okt|oct|nov|dec";
const MONTH_STARTS = ["jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const DAY_WORDS =
  "(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)[- ]?(?:en|ën)[- ]?twintig(?:ste)?|(?:een|één)[- ]?en[- ]?dertig(?:ste)?|dertig(?:ste)?|twintig(?:ste)?|negentien(?:de)?|achttien(?:de)?|zeventien(?:de)?|zestien(?:de)?|vijftien(?:de)?|veertien(?:de)?|dertien(?:de)?|twaalf(?:de)?|elf(?:de)?|tien(?:de)?|negen(?:de)?|acht(?:ste)?|zeven(?:de)?|zes(?:de)?|vijf(?:de)?|vier(?:de)?|drie|derde|twee(?:de)?|een|één|eerste";
const YEAR_WORDS = "negentien ?(?:honderd ?)?\\p{L}+|twee ?duizend(?:[ -]?en)?(?:[ -]?(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|twintig|\\p{L}+twintig))?|twintig ?(?:tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|twintig)";
const YEAR = `(?:19|20)\\d{2}|['’]\\d{2}|${YEAR_WORDS}`;

const NUMERIC = /(?<![\p{L}\d.,/–-])(?<day>\d{1,2})(?<mark> ?[-/.–] ?|\s)(?<month>\d{1,2})(?:(?:\k<mark>)(?<year>(?:19|20)\d{2}|['’]?\d{2}))?(?![\p{L}\d%]|[-/.–,]\d)/gu;
const YEAR_FIRST = /(?<![\p{L}\d-])(?<year>(?:19|20)\d{2})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?![\p{L}\d]|[-/]\d)/gu;
const COMPACT = /(?<![\p{L}\d.,-])(?:(?<year>(?:19|20)\d{2})(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])|(?<day2>0[1-9]|[12]\d|3[01])(?<month2>0[1-9]|1[0-2])(?<year2>(?:19|20)\d{2}))(?![\p{L}\d]|[.,-]\d)/gu;
const WITH_MONTH = new RegExp(`(?<![\\p{L}\\d])(?:(?<![-/.])\\d{1,2} ?(?:[-–/]|en|of|tot|t\\/m|tot en met) ?(?=\\d{1,2}[ -]))?(?<day>\\d{1,2}(?:e|ste|de)?|${DAY_WORDS})[ -]{0,2}(?:van )?(?<month>${MONTHS})(?!\\p{L})\\.?(?:(?:,| |-|van |in ){0,4}(?<year>${YEAR}|\\d{2}(?=\\s|,|\\.|\\)|;|$))(?![\\p{L}\\d]|[:.]\\d))?`, "giu");
const MONTH_FIRST = new RegExp(`(?<![\\p{L}\\d])(?<month>${MONTHS})\\.? (?<day>\\d{1,2})(?:e|ste)?,? (?<year>(?:19|20)\\d{2})(?!\\d)`, "giu");
const MONTH_AND_YEAR = new RegExp(`(?<![\\p{L}\\d])(?<month>${MONTHS})(?!\\p{L})\\.?(?: van)? (?<year>${YEAR})(?![\\p{L}\\d])`, "giu");

// geb. 2016, geb 010216, geb 03-2014, geboren in 2014, geboortejaar: 2015
const BIRTH_YEAR = /(?<=(?<!\p{L})(?:geb\.?|gebr\.?|geboren|geboortejaar|geb\.? ?jaar|bouwjaar)[: ]{1,2}(?:in |is |jaar |: )?)(?<year>(?:19|20)\d{2}|['’]\d{2}|\d{6}|(?:0?[1-9]|1[0-2])[-/](?:19|20)\d{2})(?![\d-])/giu;

// jarig op de 12e; jarig op oudjaarsdag, geboren op kerstavond
const BIRTH_DAY = /(?<=(?<!\p{L})(?:jarig|verjaardag|geboren|geb\.?)(?: is| valt)?(?: op)?(?: de)? )(?:(?<day>\d{1,2})(?:e|ste|de)|(?:kerstavond|(?:eerste|tweede) kerstdag|kerst|oudjaarsdag|oudejaarsdag|oudejaarsavond|nieuwjaarsdag|koningsdag|valentijnsdag|sinterklaasavond|pakjesavond|dierendag)(?: (?:19|20)\d{2})?)(?![\p{L}\d])/giu;

// Abdirahman Farah, 2009, Praktijkcollege
const YEAR_AFTER_NAME = /(?<=\p{Lu}[\p{L}'’-]+(?:, | \())(?<year>20[01]\d|202[0-4])(?=[,);]|\n|$)/gu;

// jongen (04-2013)
const MONTH_IN_BRACKETS = /(?<=\()(?:0?[1-9]|1[0-2])[-/](?<year>20[01]\d|202[0-4])(?=[),])/gu;

const BIRTH_BEFORE = /(?<!\p{L})(?:geb|gebor\p{L}*|geboort\p{L}*|gbd|gebdat|geb\.?dat|jarig|verjaar\p{L}*|verjaardag|gebdat|gd|dob|°)(?!\p{L})[^!?\n]{0,30}$|(?<!\p{L})(?:wordt|werd|is) (?:\d{1,2}|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien) (?:jaar )?(?:geworden )?op $|\*\s?$/u;
const BIRTH_AFTER = /^[^.!?\n]{0,25}(?<!\p{L})(?:geboren|jarig|verjaar\p{L}*|wordt (?:hij|ze|zij)|(?:wordt|werd) \p{L}+ \p{L}+$|(?:\d{1,2}|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien) (?:jaar )?(?:geworden|werd|wordt|worden))/u;
const BECOMES_OLDER = /(?<!\p{L})(?:wordt|werd|worden|werden|geworden|wordend)(?!\p{L})[^.!?\n]{0,20}$/u;
const AGE_AFTER = /^[^.!?\n]{0,15}(?<![\p{L}\d])(?:\d{1,2}|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien)(?![\p{L}\d])/u;
const DATE_BEFORE =
  /(?<!\p{L})(?:sinds|vanaf|op|per|datum|(?:volgende|vorige|eerstvolgende) \p{L}+|deadline|d\.d\.|dd\.?|tot(?: en met)?|t\/m|t\.m\.|vóór|voor|na|rond|omstreeks|gaat|vliegen|intake|zitting|huisbezoek|start|startgesprek|morgen|gisteren|vandaag|opname|uitvaart|begrafenis|operatie|intake bij \p{L}+|gesprek|overleg|afspraak|verslag|notitie|mdo|hoi|mail|brief|ziek|melding|besproken|gebeld|(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:ma|di|wo|do|vr|za|zo)\.?)[ :,(]{1,2}$|^\W*$/u;
const UNIT_AFTER =
  /^[ -]?(?:jaar|jarigen?|keer|x(?!\p{L})|maal|uur|uren|u(?!\p{L})|min|minuten|weken|week|maanden|mnd|dagen|dgn|kinderen|leerlingen|lln|kk|cm|kg|€|euro|procent|punten|goed|fout|van de|woorden|sommen|bladz|combi\p{L}*|groep\p{L}*|versie|personen|ouders|jongens|meisjes|scholen|klassen|havo|vwo|vmbo|kader|tl|am|pm)(?!\p{Ll})/u;
const NO_DATE_BEFORE =
  /(?<!\p{L})(?:groep(?:en)?|gr\.?|klas(?:sen)?|casus(?:nr|nummer)?\.?|casussen|dossier(?:nr|nummer)?|agendapunt|score|scores?|scoort|pagina|blz\.?|bladzijde|hoofdstuk|blok|les|lessen|niveau|versie|artikel|art\.?|lid|nummer|nr\.?|om|tussen|kern|thema|avi|cijfer|ratio|verhouding|stap|tabel|schaal|week|wk|weken|leerjaar|nt|deel|som|sommen|tafel|tafels|van de|kamer|lokaal|minimaal|maximaal|max\.?|ongeveer|circa|ca\.?|leeftijd|unit|bouw)[ :]{1,2}$|[€$]\s?$/u;
/** A day on which the whole school does something says nothing about a child, as long as nobody is named. */
const SCHOOL_LIFE =
  /(?<!\p{L})(?:studie\p{L}*|\p{L}*vakantie\p{L}*|vrije? dag\p{L}*|toets\p{L}*|cito\p{L}*|iep|ouderavond\p{L}*|informatieavond\p{L}*|deadline|inlever\p{L}*|rapporten|schoolreis\p{L}*|sportdag\p{L}*|schoolfoto\p{L}*|koningsdag|sinterklaas|open dag|inspectie\p{L}*|wet|teldatum|peildatum|nieuwsbrief|jaarplanning|schooljaar|doorstroom\p{L}*|afname\p{L}*|opp|indienen|werkdag\p{L}*|lesdag\p{L}*)(?!\p{L})/u;
/** What happens to one family on a day. */
const LIFE_EVENT = /(?<!\p{L})(?:overled\p{L}*|overlijd\p{L}*|gestorven|stierf|begraf\p{L}*|uitvaart|crematie|huisverbod|zitting|rechtszaak|uithuisplaats\p{L}*|uithuisgeplaatst|beval\p{L}*|operatie|geopereerd|opname|opgenomen|verhui\p{L}*|gescheiden|gearresteerd|opgepakt|aangehouden|aangifte|ongeluk|brand|bruiloft|trouwt|trouwen|hersteld verklaard|ziek gemeld|ziekgemeld|geschorst|schorsing|weggelopen|vermist|mishandel\p{L}*|vrijgelaten|vrij komt|vrijkomt|gevlucht|uitgezet|asiel\p{L}*|sterfdag|geboren)(?!\p{L})/u;

/** A date hit that tells no year and no birthday: alone, in a text that names nobody, it identifies nobody. */
export type DateHit = Hit & { loose: boolean };

/** Dates of birth and every other date that says on which day: full dates, day and month in digits or words. */
export function findDates(text: string): DateHit[] {
  const hits: DateHit[] = [];
  for (const match of text.matchAll(NUMERIC)) if (isNumericDate(text, match)) hits.push(dateHit(text, match));
  for (const match of text.matchAll(YEAR_FIRST)) if (isDayAndMonth(match)) hits.push(dateHit(text, match));
  for (const match of text.matchAll(COMPACT)) hits.push(dateHit(text, match));
  for (const match of text.matchAll(WITH_MONTH)) if (isWrittenDate(text, match)) hits.push(dateHit(text, match));
  for (const match of text.matchAll(MONTH_FIRST)) if (isDayAndMonth(match)) hits.push(dateHit(text, match));
  for (const match of text.matchAll(MONTH_AND_YEAR)) hits.push(dateHit(text, match));
  for (const match of text.matchAll(BIRTH_YEAR)) hits.push({ ...dateHit(text, match), loose: false });
  for (const match of text.matchAll(BIRTH_DAY)) hits.push({ ...dateHit(text, match), loose: false });
  for (const match of [...text.matchAll(YEAR_AFTER_NAME), ...text.matchAll(MONTH_IN_BRACKETS)]) hits.push({ ...dateHit(text, match), loose: true });
  return hits;
}

function isNumericDate(text: string, match: RegExpExecArray): boolean {
  if (!isDayAndMonth(match)) return false;
  const { day = "", month = "", mark = "", year } = match.groups ?? {};
  const lead = before(text, match.index);
  const rest = after(text, match.index + match[0].length);
  const sign = mark.trim();
  if (sign === "") return year !== undefined ? isNearBirth(text, match) || year.length === 4 : false;
  if (UNIT_AFTER.test(rest)) return false;
  if (year !== undefined) return year.length === 4 || sign !== "." || isNearBirth(text, match) || (day.length === 2 && month.length === 2) ? !NO_DATE_BEFORE.test(lead) || year.length === 4 : false;
  if (isNearBirth(text, match)) return true;
  if (NO_DATE_BEFORE.test(lead) || sign === "." || mark.length > 1) return false;
  return DATE_BEFORE.test(lead) ? true : (day.length === 2 && month.startsWith("0")) || (Number(day) > 12 && Number(month) > 9 && sign === "-");
}

function isDayAndMonth(match: RegExpExecArray): boolean {
  const day = Number(match.groups?.["day"]);
  const month = match.groups?.["month"] ?? "";
  return day >= 1 && day <= 31 && (!/^\d/.test(month) || (Number(month) >= 1 && Number(month) <= 12));
}

function isWrittenDate(text: string, match: RegExpExecArray): boolean {
  const { day = "", month = "", year } = match.groups ?? {};
  if (/^\d/.test(day) && (Number.parseInt(day, 10) > 31 || Number.parseInt(day, 10) < 1)) return false;
  if (year !== undefined) return true;
  if (isNearBirth(text, match)) return true;
  // "een mei", "twee maart" are no dates without more; "eind maart, 3 jan" is one.
  if (!/^\d/.test(day) && (/^(?:een|één|eerste|tweede)$/i.test(day) || month.length < 4)) return false;
  return true;
}

function isSchoolLife(text: string, match: RegExpExecArray): boolean {
  const lead = before(text, match.index, 70).replace(/^.*[.!?\n]/su, "");
  const rest = after(text, match.index + match[0].length, 60).replace(/[.!?\n].*$/su, "");
  return SCHOOL_LIFE.test(lead) || SCHOOL_LIFE.test(rest);
}

function isNearBirth(text: string, match: RegExpExecArray): boolean {
  const lead = before(text, match.index, 45);
  const rest = after(text, match.index + match[0].length, 45);
  if (BIRTH_BEFORE.test(lead) || BIRTH_AFTER.test(rest)) return true;
  return BECOMES_OLDER.test(lead) && AGE_AFTER.test(rest.slice(0, 30));
}

function dateHit(text: string, match: RegExpExecArray): DateHit {
  const trailing = /[.,\s]+$/.exec(match[0])?.[0].length ?? 0;
  const keepsStop = new RegExp(`(?:${MONTHS})\\.$`, "iu").test(match[0]) && /^\s*\p{Ll}/u.test(text.slice(match.index + match[0].length, match.index + match[0].length + 2));
  return { start: match.index, end: match.index + match[0].length - (keepsStop ? 0 : trailing), label: "DATE_OF_BIRTH", suggestion: suggestionFor(text, match), loose: isLoose(text, match) };
}

function isLoose(text: string, match: RegExpExecArray): boolean {
  const { day, day2, year, year2 } = match.groups ?? {};
  if (isNearBirth(text, match)) return false;
  // "feb 2024" says when, but in a text that names nobody not about whom.
  if ((day ?? day2) === undefined) return true;
  if ((year ?? year2) !== undefined) return false;
  if (isSchoolLife(text, match)) return true;
  const around = before(text, match.index, 70).replace(/^.*[.!?\n]/su, "") + after(text, match.index + match[0].length, 60).replace(/[.!?\n].*$/su, "");
  return !/(?<!\p{L})(?:sinds|vanaf)(?: \p{L}+dag)? $/u.test(before(text, match.index)) && !LIFE_EVENT.test(around);
}

function suggestionFor(text: string, match: RegExpExecArray): string {
  if (isNearBirth(text, match)) return suggestions.birthDate;
  const season = seasonOf(match.groups?.["month"] ?? match.groups?.["month2"] ?? "");
  if (/(?<!\p{L})(?:sinds|vanaf) $/u.test(before(text, match.index))) return suggestions.season(season, "since");
  return suggestions.season(season, (match.groups?.["year"] ?? match.groups?.["year2"]) === undefined ? "on" : "past");
}

function seasonOf(month: string): "winter" | "spring" | "summer" | "autumn" {
  const start = month.toLowerCase().slice(0, 3).replace("mrt", "maa");
  const number = /^\d/.test(month) ? Number(month) : MONTH_STARTS.indexOf(start) + 1;
  if (number <= 2 || number === 12) return "winter";
  if (number <= 5) return "spring";
  return number <= 8 ? "summer" : "autumn";
}
