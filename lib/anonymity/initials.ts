import { commonCapitals, roles, tussenvoegsels } from "#lib/anonymity/grammar";
import { classesOf, isDutch, isOneLetterFrom } from "#lib/anonymity/lexicon";
import { fold } from "#lib/anonymity/folding";
import { tellsWork } from "#lib/anonymity/occupations";
import { before, type Hit } from "#lib/anonymity/rule";
import { anonymityTexts } from "#lib/texts/anonymity";

const { suggestions } = anonymityTexts;

const NO_LETTER = "(?<![\\p{L}\\d.'’/&+-])";
const PREFIX = "(?:(?:van|de|der|den|ter|ten|te|op|in|la|da|dos|von|zu|el|al|['’]t|v\\.? ?d\\.|v\\.|d\\.|vd)(?: |(?<=[.])))";
// J.V., J.v.d.B., A. B., S. de R.
const SERIES = new RegExp(`${NO_LETTER}\\p{Lu}\\.(?: ?(?:v\\.? ?d\\.?|v\\/d\\.?|v\\.|d\\.|t\\.|vd|el|al|de|van|van de|van der)? ?\\p{Lu}\\.){1,4}(?![\\p{L}\\d])`, "gu");
// mw. v.d. B., mevrouw d. R.
const PREFIXED = new RegExp(`${NO_LETTER}(?:v\\.? ?d\\.?|d\\.|v\\.|van de[nr]?|de|el) ?\\p{Lu}\\.(?![\\p{L}\\d])`, "gu");
// M. de Vries, M.J. Overbeek, E.M. de Wolff – van Zanten
const WITH_SURNAME = new RegExp(`${NO_LETTER}(?:\\p{Lu}\\. ?|(?:Th|Ch|Ph|IJ|Chr|Joh)\\. ?){1,5}${PREFIX}{0,3}(?<surname>\\p{Lu}[\\p{Ll}'’]{1,}(?:[-–](?:(?:van|de|der|den|ten|ter|['’]t|het) ){0,3}\\p{Lu}[\\p{Ll}'’]+)*)(?:(?: – |-| - | tot | thoe )(?:(?:van|de|der|den) ){0,2}\\p{Lu}\\p{Ll}+)?`, "gu");
// d.j. pietersma, m. de vries
const LOWER_WITH_SURNAME = new RegExp(`${NO_LETTER}(?:\\p{Ll}\\.){1,4} ?(?<prefix>${PREFIX}{0,2})(?<surname>\\p{Ll}{4,}(?:-\\p{Ll}{3,})?)(?!\\p{L}|\\.(?! |\\n|$))`, "gu");
const SINGLE = new RegExp(`${NO_LETTER}(?<letter>\\p{Lu})(?<stop>\\.?)(?=['’]s(?!\\p{L})|[\\s,;:)!?"”’'\\]/–-]|$)`, "gu");
const LOWER_SINGLE = new RegExp(`${NO_LETTER}(?<letter>\\p{Ll})(?<stop>\\.?)(?=[\\s,;:)!?]|$)`, "gu");
// MvdL, CdJ, MvB
const MIXED_PAIR = new RegExp(`${NO_LETTER}\\p{Lu}(?:vd|v|d|vdd|te|ter|el)\\p{Lu}(?=[\\s,;:).?!/]|$)`, "gu");
const BARE_PAIR = new RegExp(`${NO_LETTER}\\p{Lu}{2}(?=[,).:;]|$| en | \\+ | belt | mailt | gaat | pakt | doet | vraagt | regelt | sluit | neemt )`, "gu");
/** Councils, plans and offices with a small v inside. */
const SHORT_NAMES = /^(?:KvK|CvB|CvI|CvT|RvT|RvB|RvK|RvS|VvE|PvA|PvB|BvP|PvE|MvT|TvT|CvA|OvJ|HvA|UvA|VvV|BvB|EvC|CvE|TvG|OvT|KvS|TvB|MvA|RvC|IvO|CvG|WvO|HvJ|EvA|PvD|BvS|BvD|AvG|HvD|VvD|DvD|LvS)$/;
/** What professionals shorten to two capitals; other pairs after "met", "door" and the like are people. */
const TWO_LETTERS = new Set("IB OT MT ZT VT RT JB GZ HB LK LL BB OB MB KO PO VO SO TO AB GI CJ OG NT TL KB WO BS SV OC TK HP LB ZO OM PM TV PC OK PR EQ IQ IV VI II XI DL KL GL EG NL EU UK US VS WW JW RI FG AP AI GB PB VE VV KC IK JE ZE WE HE HIJ NT CP BO SW SM DB AZ GG MH EC OP OR AC ID IT LO MR GR OA PL BL LG TG AG KD SI MD ZM LZ MG PG FO DM RO EO KJ FT JV PV FB WA VR DI DO WO ZA MA ZO LL LR".split(" "));
const WITH_PERSON = /(?<!\p{L})(?:met|door|namens|aan|van|bij|vraagt|vroeg|belt|zegt|mailt|volgens|via|collega|cc|t\.a\.v\.|tav|afgestemd|overlegd|actie|actie:|gr|groet|groeten|mvg),?:? $/iu;
const MIXED_AND = /\p{Lu}(?:vd|v|d)\p{Lu} (?:en|&) $/u;
const PAIR = new RegExp(`${NO_LETTER}\\p{Lu}(?:v|d|vd|vdd)?\\p{Lu}(?=[\\s,;:).]|$)`, "gu");

const LAST_WORD = /(?<word>\p{L}[\p{L}'’-]*)[.:]? $/u;
const LINK_BEFORE = /(?<!\p{L})(?:van|met|voor|bij|dat|door|aan|over|en|als|omdat|toen|want|tegen|naast|heeft|is|wil|vindt|gaat|kan|ziet|of|wanneer|tussen|volgens) $/u;
const NO_PERSON_BEFORE =
  /(?<!\p{L})(?:kwadrant|groep|klas|niveau|score|scores|plan|optie|vitamine|vitaminen|type|cluster|categorie|versie|deel|stap|avi|fase|punt|bijlage|hepatitis|spoor|route|variant|rijbewijs|schaal|letter|letters|hoofdletter|klank|klanken|lokaal|blok|cito|iii|ii|een|de|het|ruimte|bouw|gebouw|locatie|kolom|rij|vak|hal|ingang|team|profiel|domein|onderdeel|vraag|antwoord|stroom|stream|unit|module|kern|thema|bloedgroep|dia|seizoen|lijn|tram|bus|zone|maat|situatie|scenario|voorbeeld|casus|kind|persoon|niveaugroep|subgroep|werkgroep) $/u;
const ACTS = /^\.? (?:is|was|heeft|had|kan|kon|wil|wilde|gaat|ging|komt|kwam|doet|zegt|vindt|slaapt|mag|moet|zit|loopt|krijgt|zelf|en \p{Lu}(?!\p{L})|\p{Ll}{2,}t)(?!\p{L})/u;
const CODES = new Set("ABCDEXYN".split(""));
/** Letters that are test levels, Roman numbers or a polite "U" when they stand without a full stop. */
const NO_BARE = new Set("ABCDEXYNIVMU".split(""));
const ABBREVIATIONS =
  /^(?:N\.? ?B|P\.? ?S|O\.? ?K|T\.? ?V|P\.? ?O|V\.? ?O|S\.? ?O|I\.? ?B|I\.? ?Q|P\.? ?C|W\.? ?C|O\.? ?T|M\.? ?T|E\.? ?U|B\.? ?V|N\.? ?V|P\.? ?M|N\.? ?T|D\.? ?L|E\.? ?Q|P\.? ?R|H\.? ?B|B\.? ?S|S\.? ?V|V\.? ?V|U\.? ?K|V\.? ?S|L\.? ?S|B\.? ?G|K\.? ?D|O\.? ?B|M\.? ?R|I\.? ?V|L\.? ?L|R\.? ?T|H\.? ?P|K\.? ?O|G\.? ?G|A\.? ?U|T\.? ?L|K\.? ?B|B\.? ?B|G\.? ?L|T\.? ?H|T\.? ?K|[IVX. ]+|B\.?S\.?O|C\.?J\.?G|G\.?G\.?D|J\.?G\.?Z|S\.?W\.?V|I\.?Q|T\.?L\.?V|O\.?P\.?P|Z\.?O\.?Z|R\.?I\.?P|D\.?M\.?T)\.?$/;

/** Initials: "J.v.d.B.", "M. de Vries", "leerling K.", "met S naar de schoolarts"; not groep A, A-score or M4. */
export function findInitials(text: string): Hit[] {
  const hits: Hit[] = [];
  for (const match of text.matchAll(SERIES)) if (!ABBREVIATIONS.test(match[0]) || isSignature(text, match) || isInGroup(text, match) || isActing(text, match)) hits.push(initials(match));
  for (const match of text.matchAll(PREFIXED)) if (isAfterPerson(text, match.index) && !isVan(text, match)) hits.push(initials(match));
  for (const match of text.matchAll(WITH_SURNAME)) if (isSurnamed(text, match)) hits.push({ ...initials(match), label: "PERSON" });
  for (const match of text.matchAll(LOWER_WITH_SURNAME)) if (isLowerSurnamed(text, match)) hits.push({ ...initials(match), label: "PERSON" });
  hits.push(...singles(text), ...shortenedNames(text));
  for (const match of text.matchAll(MIXED_PAIR)) if (!SHORT_NAMES.test(match[0])) hits.push(initials(match));
  for (const match of text.matchAll(BARE_PAIR)) if (isBarePair(text, match)) hits.push(initials(match));
  for (const match of text.matchAll(PAIR)) if (!ABBREVIATIONS.test(match[0]) && !classesOf(fold(match[0])).has("word") && isAfterPerson(text, match.index)) hits.push(initials(match));
  return hits;
}

const ROMAN = new Set("IVX".split(""));
const SCORED = /(?<!\p{L})(?:score|scores|scoort|scoorde|haalt|haalde|spelling|lezen|rekenen|taal|dmt|avi|cito|niveau|woordenschat|iep|begrijpend|technisch|dia|toets|toetsen|\d ?x|keer|van (?:[IVX]+|[A-E]) naar|[IV]+,|\p{L}+ [A-E],)(?!\p{L})[^.!?\n]{0,25}$/iu;

/** "spelling V.", "DMT wel B.": what was measured. */
function isScore(lead: string): boolean {
  return SCORED.test(lead.slice(-45));
}

/** "na overleg met KV en juf Anna"; "met MT en OT" are teams. */
function isBarePair(text: string, match: RegExpExecArray): boolean {
  return (WITH_PERSON.test(before(text, match.index)) || PRESENT.test(text.slice(Math.max(0, match.index - 60), match.index)) || MIXED_AND.test(text.slice(0, match.index))) && !TWO_LETTERS.has(match[0]) && classesOf(fold(match[0])).size === 0 && !/\p{Lu}{3}/u.test(text.slice(match.index - 6, match.index + 2).replace(/.*\s/, ""));
}

/** "Aanwezig: JV, MB, KL en TS". */
const PRESENT = /(?<!\p{L})(?:aanwezig|aanw\.?|afwezig|afw\.?|afgemeld|actiehouder|notulist|voorzitter)[: ]{1,2}(?:\p{Lu}{2,3}(?:, | en |\/| \+ |,))*$/iu;

/** "Thx! T.H." under a message. */
function isSignature(text: string, match: RegExpExecArray): boolean {
  return /(?:[!?]|\n|,|gr\.?|mvg|groet\p{L}*|thx|dank|akkoord|paraaf|namens)[ \n]*$/iu.test(before(text, match.index)) && /^[ .]*(?:\n|$)/.test(text.slice(match.index + match[0].length)) && /^\p{Lu}\. ?\p{Lu}\./u.test(match[0]);
}

/** "K.B. (gr 3)", "M.T. gr 3:": a team or a subject is in no group. */
function isInGroup(text: string, match: RegExpExecArray): boolean {
  return /^ ?[(,]? ?(?:gr|groep|klas)\.? ?\d/.test(text.slice(match.index + match[0].length)) && /^\p{Lu}\. ?\p{Lu}\./u.test(match[0]);
}

/** "K.B. heeft gegeten": anywhere in a text in which these initials act, as a building or a subject does not. */
function isActing(text: string, { 0: written }: RegExpExecArray): boolean {
  return /^\p{Lu}\. ?\p{Lu}\.$/u.test(written) && text.split(written).slice(1).some((rest) => PERSON_ACTS.test(rest));
}

const PERSON_ACTS = /^ (?:zegt|zei|wil|wilde|heeft|huilt|huilde|slaapt|eet|at|komt|kwam|speelt|slaat|sloeg|vertelt|vertelde|vindt|vond|woont|belt|belde|durft|durfde|weigert|reageert|loopt|liep) (?!\d)/u;

const SHORTENED_NAME = new RegExp(`${NO_LETTER}(?<short>\\p{Lu}\\p{Ll}{1,2})\\.(?= \\p{Ll}|[,)]|'s)`, "gu");
const ABBREVIATED = /^(?:Dr|Drs|Mr|Mw|Mevr|Mvr|Dhr|Hr|Ir|Ing|St|Ds|Nr|Gr|Kl|Ma|Di|Wo|Do|Vr|Za|Zo|Evt|Bv|Blz|Ca|Tel|Vb|Ivm|Zr|Br|Pr|Jr|Sr|Ca|Gem|Min|Max|Afd|Dir|Geb|Incl|Excl|Bijv|Resp|Fam|Past|Jan|Feb|Mrt|Apr|Jun|Jul|Aug|Sep|Okt|Nov|Dec|Aanm|Aanw|Afw|Ivb|Opm|Obs|Obv|Tav|Mbt|Enz|Etc|Prof|Burg|Mgr|Art|Par|Hfd|Wk|Lk|Ll|Lln|Lkr|Lrl|Ok|Ps|Nb|Ja|Nee|Maa|Din|Woe|Don|Vri|Zat|Zon|Tot|Gym|Rek|Sp|Tl|Bl|Spel|Begr|Plm|Pag|Ong|Vgl|Zgn)$/;

/** "Mo. komt niet meer": somebody is cut down to two or three letters, inside a sentence. */
function shortenedNames(text: string): Hit[] {
  const matches = [...text.matchAll(SHORTENED_NAME)].filter((match) => !ABBREVIATED.test(match.groups?.["short"] ?? "") && !isWordAtEnd(match));
  return matches.map(initials);
}

/** "Nee, ik zei Ja.": no abbreviation but the end of a sentence. */
function isWordAtEnd(match: RegExpExecArray): boolean {
  const short = fold(match.groups?.["short"] ?? "");
  if (classesOf(short).has("firstName") && short.length > 2) return true;
  return classesOf(short).has("word") && !/^\. (?:is|was|heeft|had|komt|kwam|gaat|ging|wil|wilde|zit|zat|kan|kon|moet|mag|zegt|zei|vindt|vond|slaapt|doet)(?!\p{L})/u.test(match.input.slice(match.index + short.length));
}

/** Once M. is somebody, every M. is, also where the sentence alone would not tell. */
function singles(text: string): Hit[] {
  const upper = [...text.matchAll(SINGLE)];
  const coordinated = new Set(upper.filter((match) => isBesidePerson(text, match)).map(({ groups }) => groups?.["letter"]));
  const found = new Set([...coordinated, ...upper.filter((match) => isSingleInitial(text, match)).map(({ groups }) => groups?.["letter"])]);
  const isAgain = (match: RegExpExecArray) => isSameInitial(text, match) || (coordinated.has(match.groups?.["letter"]) && ACTS.test(text.slice(match.index + 1)));
  const again = upper.filter((match) => found.has(match.groups?.["letter"]) && isAgain(match));
  const lower = [...text.matchAll(LOWER_SINGLE)];
  const foundLower = new Set(lower.filter((match) => isLowerInitial(text, match)).map(([words]) => words));
  return [...again, ...lower.filter(([words]) => words.endsWith(".") && foundLower.has(words)), ...lower.filter((match) => isLowerInitial(text, match))].map(initials);
}

function isSameInitial(text: string, match: RegExpExecArray): boolean {
  if (isNumbered(text, match)) return false;
  return match.groups?.["stop"] === "." || isBesidePerson(text, match) || isSingleInitial(text, match) || (!NO_BARE.has(match.groups?.["letter"] ?? "") && ACTS.test(text.slice(match.index + 1)));
}

/** "S en D hebben ruzie": when the one is somebody, so is the other. */
function isBesidePerson(text: string, match: RegExpExecArray): boolean {
  return /(?<![\p{L}\d])[FGHJKLOPQRSTWZ] (?:en|&|of) $/u.test(text.slice(0, match.index)) && /^ (?:hebben|zijn|waren|hadden|zitten|zaten|willen|kunnen|gaan|gingen|moeten|komen|kwamen|maken|maakten) /u.test(text.slice(match.index + 1));
}

/** "leerling A. Daarna …", "plan B. We …": a code and the next sentence, no name. */
function isSurnamed(text: string, match: RegExpExecArray): boolean {
  const lead = before(text, match.index);
  const surname = fold(match.groups?.["surname"] ?? "");
  if (NO_PERSON_BEFORE.test(lead) || tussenvoegsels.has(surname) || (commonCapitals.has(surname) && !classesOf(surname).has("wordSurname"))) return false;
  if (roles.title.has(LAST_WORD.exec(lead)?.groups?.["word"] ?? "")) return true;
  const single = /^\p{Lu}\. ?\p{Lu}\p{Ll}/u.test(match[0]);
  if (single && isScore(lead) && (CODES.has(match[0].charAt(0)) || ROMAN.has(match[0].charAt(0)))) return false;
  const classes = classesOf(fold(match.groups?.["surname"] ?? "").replace(/-.*$/, ""));
  const word = classes.has("word") && !classes.has("wordSurname") && !classes.has("wordName");
  if (single && word) return tellsWork(match.input.slice(match.index + match[0].length)) || (isAfterPerson(text, match.index) && !CODES.has(match[0].charAt(0)));
  if (single && /(?:^|\n)\s*$/.test(text.slice(0, match.index)) && classes.has("word") && CODES.has(match[0].charAt(0))) return false;
  return !(isAfterPerson(text, match.index) && CODES.has(match[0].charAt(0)) && /^.\. \p{Lu}/u.test(match[0]) && classes.has("word"));
}

/** "moeder v. B.": here the v. is no part of the name. */
function isVan(text: string, { 0: words, index }: RegExpExecArray): boolean {
  return /^v\. ?\p{Lu}/u.test(words) && !roles.title.has(LAST_WORD.exec(before(text, index))?.groups?.["word"] ?? "");
}

function isLowerSurnamed(text: string, match: RegExpExecArray): boolean {
  const { surname = "", prefix = "" } = match.groups ?? {};
  const classes = classesOf(fold(surname));
  const listed = classes.has("surname") || classes.has("wordSurname");
  const first = classesOf(fold(surname.replace(/-.*$/, "")));
  const single = /^\p{Ll}\. /u.test(match[0]) && !/\d ?$/.test(text.slice(0, match.index));
  if (single && !first.has("verb") && (prefix !== "" || (!first.has("word") && !isDutch(fold(surname)) && !first.has("firstName") && !isOneLetterFrom("word", fold(surname))))) return true;
  if (/^(?:[a-z]\.)+ ?$/.test(match[0].slice(0, -surname.length)) && /^(?:m\.|t\.|i\.|n\.|o\.|d\.m|e\.|z\.|b\.v|a\.)/.test(match[0]) && !isAfterPerson(text, match.index)) return false;
  return isAfterPerson(text, match.index) ? listed || (!classes.has("word") && prefix === "") : classes.has("surname") && !classes.has("word");
}

function isAfterPerson(text: string, offset: number): boolean {
  const word = LAST_WORD.exec(before(text, offset))?.groups?.["word"] ?? "";
  return roles.kin.has(word) || roles.teacher.has(word) || roles.title.has(word) || roles.other.has(word) || /^(?:heet|heten|genaamd|betreft|betr|casus|mbt|inzake)$/.test(word);
}

function isSingleInitial(text: string, match: RegExpExecArray): boolean {
  const { letter = "", stop = "" } = match.groups ?? {};
  const lead = before(text, match.index);
  const rest = text.slice(match.index + match[0].length);
  if (isNumbered(text, match)) return false;
  if (stop === ".") return isDotted(text, match, rest);
  if (NO_BARE.has(letter)) return !CODES.has(letter) && isAfterPerson(text, match.index) && /^(?: \p{Ll}|[,)])/u.test(rest);
  if (/^['’]s(?!\p{L})/u.test(rest)) return true;
  if (isAfterPerson(text, match.index)) return true;
  if (LINK_BEFORE.test(lead)) return /^[,) ]/.test(rest) || rest === "";
  if (lead.endsWith("(")) return IN_GROUP.test(rest);
  if (isAmongWords(letter, lead, rest)) return true;
  return /(?:^|[.!?\n]\s*|[-•*] )$/.test(lead) && ACTS.test(rest);
}

/** "(L, groep 5)". */
const IN_GROUP = /^, ?(?:groep|gr|klas|jongen|meisje)(?!\p{L})/u;

/** Where letters are spoken of, or what they stand for: "vmbo T", "zegt de R niet", "10 x S". */
const OF_LETTERS = /(?<!\p{L})(?:vmbo|havo|vwo|mavo|leerweg|advies|kader|niveau|score|code|letter|letters|klank|klanken|spelling|uitspraak|spreekt|logoped\p{L}*|schrijft|schrijven|leest|lezen|woord|woorden|rijtje|begint|eindigt|dubbele?|lange?|korte|toets|cito|uitslag|matrix|schema|dag|maat)(?!\p{L})|\d ?x? $/iu;

/** "Gisteren J opgehaald": between two words a capital that counts nothing is somebody. */
function isAmongWords(letter: string, lead: string, rest: string): boolean {
  return /[FGHJKLPQRSTWZ]/.test(letter) && /(?:^|[^\p{L}\p{N}])\p{L}?\p{Ll}{2,} $/u.test(lead) && /^ \p{Ll}{2,}(?:[ ,.;:?!]|$)/u.test(rest) && !OF_LETTERS.test(lead + rest.slice(0, 30)) && !isScore(lead);
}

/** "Casus A. (jongen, gr 6)": no counting. */
const IS_SOMEBODY = /^ ?[(,] ?(?:jongen|meisje|jongetje|groep|gr|\d|man|vrouw)/;

/** "groep A", "plan B": a letter that counts; but "kind R." is somebody. */
function isNumbered(text: string, match: RegExpExecArray): boolean {
  const lead = before(text, match.index);
  const { letter = "", stop = "" } = match.groups ?? {};
  return NO_PERSON_BEFORE.test(lead) && !(stop === "." && /(?:kind|casus) $/.test(lead) && (!CODES.has(letter) || IS_SOMEBODY.test(text.slice(match.index + 2))));
}

/** A capital with a full stop is an initial, unless it counts the lines of a list or closes a sentence as a code. */
function isDotted(text: string, match: RegExpExecArray, rest: string): boolean {
  const letter = match.groups?.["letter"] ?? "";
  const lead = text.slice(0, match.index);
  const goesOn = /^(?: \p{Ll}| ?[,)(:;/"”’'–-])/u.test(rest);
  if (/(?:^|\n)[ \t]*$/.test(lead)) return goesOn && (ACTS.test(`.${rest}`) || /^ (?:[–-]|en |uit |,)|^[,:]|^['’]s /.test(rest));
  if (/(?<!\p{L})(?:gr|groep)\.? ?\d $/u.test(lead)) return /^ \d+ ?x(?!\p{L})/u.test(rest) || goesOn;
  if (/\d ?$/.test(lead) && !(/(?:casus|kind|leerling|agendapunt|punt) ?\d+[:.)]? $/i.test(lead) && /^ (?:en |uit |is |\(|,)|^[,:]/.test(rest))) return false;
  if (isScore(lead) && !isAfterPerson(text, match.index)) return !(CODES.has(letter) || ROMAN.has(letter));
  if (goesOn) return true;
  if (CODES.has(letter) && /(?<!\p{L})(?:zegt|is|of|als|wel|scoort|haalt) $/u.test(lead)) return false;
  return !(CODES.has(letter) && isAfterPerson(text, match.index) && /leerling |kind |jongen |meisje /i.test(lead.slice(-10)));
}

/** "Jongetje j. uit groep 2": a small letter needs the person before it. */
function isLowerInitial(text: string, match: RegExpExecArray): boolean {
  const { letter = "", stop = "" } = match.groups ?? {};
  if (!isAfterPerson(text, match.index)) return false;
  const word = LAST_WORD.exec(before(text, match.index))?.groups?.["word"] ?? "";
  if (/^(?:casus|mbt|inzake)$/.test(word) || (letter === "v" && /^\.? \p{Lu}/u.test(text.slice(match.index + 1)))) return false;
  return stop === "." ? !/^\.\p{L}/u.test(text.slice(match.index + 1)) : /[fghjklpqrwz]/.test(letter) && !/^(?:ouders|ouder|kind)$/.test(word);
}

function initials(match: RegExpExecArray): Hit {
  return { start: match.index, end: match.index + match[0].length, label: "INITIALS", suggestion: suggestions.pupil };
}
