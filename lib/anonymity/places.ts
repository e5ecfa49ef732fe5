import { placeNames, placesThatAreWords } from "#lib/anonymity/lists/places";
import { before, hit, type Context, type Hit } from "#lib/anonymity/rule";
import { isAdjacent, type Word } from "#lib/anonymity/tokens";
import { anonymityTexts } from "#lib/texts/anonymity";

const { suggestions } = anonymityTexts;

const places = new Set(placeNames.split("|"));
const wordPlaces = new Set(placesThatAreWords.split("|"));

const STREET = "straat|straatje|laan|weg|plein|kade|gracht|dijk|hof|pad|steeg|singel|dreef|plantsoen|park|wal|markt|baan|burg|brug|haven|kamp|veld|akker|weide|erf|ring|hage|donk|oord|heuvel|hoek|kwartier|lei|meent|vaart|wetering|zijde|veste|tuin|bos|horst|stede|werf";
const CERTAIN_STREET = "straat|straatje|laan|plein|gracht|singel|kade|dreef|plantsoen|steeg";
const HOUSE = "\\d{1,4}(?: ?[a-h](?![\\p{L}\\d])|-\\d{1,3}|-?[IVX]{1,3}(?!\\p{L})| ?(?:hs|bis|rd)\\b)?";
const NO_UNIT = "(?![\\d.,]*\\d|[-/]\\d| ?(?:keer|x|jaar|uur|dagen|weken|maanden|minuten|min|km|meter|m|kinderen|procent|%|leerlingen)(?!\\p{L}))";
const BEFORE_NAME = "(?<![\\p{L}\\d'’-])";

const ADDRESS_RULES = [
  // Jan van Galenstraat 12, Burgemeester Haspelslaan 3b
  new RegExp(`${BEFORE_NAME}(?:\\p{Lu}[\\p{L}.'’-]*\\.? (?:(?:van|de|der|den|la|ter) ){0,2}){0,3}\\p{Lu}[\\p{L}'’-]*(?:${STREET})(?: (?:Noord|Zuid|Oost|West))?,? (?:nr\\.? |nummer )?${HOUSE}${NO_UNIT}`, "gu"),
  // Laan van Meerdervoort 10, Het Spaarne 5
  new RegExp(`${BEFORE_NAME}(?:Laan|Plein|Weg|Kade|Hof|Oude|Nieuwe|Grote|Korte|Lange) (?:(?:van|der|de|den|het|ten) ){0,2}\\p{Lu}[\\p{L}'’-]+ ${HOUSE}${NO_UNIT}`, "gu"),
  // kerkstraat 5, dorpsweg 12
  new RegExp(`${BEFORE_NAME}(?!onderweg|halverwege|voorweg|snelweg|werkplein|schoolplein|speelplaats)\\p{Ll}{3,}(?:${CERTAIN_STREET}|weg|hof|pad|park|dijk) (?:nr\\.? |nummer )?${HOUSE}${NO_UNIT}`, "gu"),
  // in de Kerkstraat
  new RegExp(`${BEFORE_NAME}(?!Sesamstraat|Klokhuisstraat)(?:\\p{Lu}[\\p{L}'’-]+ (?:(?:van|de|der|den) )?){0,2}\\p{Lu}[\\p{L}'’-]{2,}(?:${CERTAIN_STREET})(?![\\p{L}])`, "gu"),
  // woont aan de Bosdreef 3, op nummer 14
  new RegExp(`(?<=\\b(?:woont|wonen|woonde|adres)\\b[^.!?\\n]{0,20}\\b(?:op|aan|in|is|:) (?:de |het |'t )?)\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+)? ${HOUSE}${NO_UNIT}`, "gu"),
];

/** Streets with a house number, and street names alone where nothing else ends like that. */
export function findAddresses(text: string): Hit[] {
  return ADDRESS_RULES.flatMap((rule) =>
    Array.from(text.matchAll(rule), (match) => hit(match, "ADDRESS", /\d/.test(match[0]) ? suggestions.withoutAddress : suggestions.address)),
  ).filter((found) => !isPlaceName(text.slice(found.start, found.end).replace(/ \d.*$/, "").toLowerCase()));
}

const SCHOOL_KIND = "obs|bs|cbs|rkbs|pcbs|pcb|kbs|ods|gbs|ikc|skc|sbo|vso|cso|bbs|kdv|psz|basisschool|kleuterschool|daltonschool|daltonbasisschool|montessorischool|montessoribasisschool|jenaplanschool|jenaplanbasisschool|kindcentrum|peuterspeelzaal|peutergroep|kinderdagverblijf|kinderopvang|vrije school|openbare school|openbare basisschool|katholieke basisschool|christelijke basisschool|islamitische school|islamitische basisschool|school";
const PARTICLE = "(?:[Dd]e|[Hh]et|['’]t|[Dd]en|[Tt]er|[Dd]r\\.?|[Pp]rof\\.?|[Ss]t\\.?|[Mm]gr\\.?)";
const NAME_TAIL = "\\p{Lu}[\\p{L}'’-]*(?: (?:(?:van|de|der|den|en|aan|in|het|op|ter|ten) ){0,2}\\p{Lu}[\\p{L}'’-]*){0,3}";

const SCHOOL_RULES = [
  new RegExp(`${BEFORE_NAME}(?:${capitalOrNot(SCHOOL_KIND)}) (?:${PARTICLE} )?${NAME_TAIL}`, "gu"),
  new RegExp(`${BEFORE_NAME}(?:obs|rkbs|pcbs|cbs|kbs|ikc|basisschool) (?:de|het|'t|den) (?!school|leerling|ouder|leerkracht|gemeente|bso)\\p{Ll}{3,}`, "gu"),
  new RegExp(`${BEFORE_NAME}\\p{Lu}[\\p{L}'’-]+ (?:${PARTICLE} )?(?:Lyceum|College|Gymnasium|Mavo|Scholengemeenschap|Basisschool|Montessori(?:school)?|Daltonschool|Kindcentrum)(?: (?:te )?\\p{Lu}\\p{L}+)?(?!\\p{L})`, "gu"),
  new RegExp(`${BEFORE_NAME}(?<![.!?:]\\s)(?<!^)(?<!\\n)(?!Basisschool|Vrijeschool|Zomerschool|Brede|Hogeschool|Peuterschool|Voorschool|Middelbare|Weekendschool|Schakelschool|Taalschool|Praktijkschool|Dansschool|Zwemschool|Muziekschool|Koranschool|Daltonschool|Montessorischool|Jenaplanschool|Kanjerschool)\\p{Lu}[\\p{L}'’-]{2,}(?:school|college|lyceum)(?!\\p{L})`, "gu"),
];
const SCHOOL_BY_ARTICLE = new RegExp(`(?<=(?<!\\p{L})(?:op|naar|van|bij|vanaf|uit) )(?:De|Het|'t) \\p{Lu}[\\p{L}'’-]{3,}(?: \\p{Lu}[\\p{L}-]+)?`, "gu");
const NO_SCHOOL = /^(?:school|basisschool|kinderopvang|peuterspeelzaal) (?:de |het )?(?:maatschappelijk|ib|cjg|ggd|is|en|heeft|geeft|wil|video|app|zelf)/i;

/** Names of schools: after obs, basisschool and the like, before College, "op De Regenboog", and every school the app knows. */
export function findSchools(context: Context): Hit[] {
  const { text, allowed } = context;
  const byKind = SCHOOL_RULES.flatMap((rule) => Array.from(text.matchAll(rule), (match) => hit(match, "SCHOOL", suggestions.school)));
  const byArticle = Array.from(text.matchAll(SCHOOL_BY_ARTICLE), (match) => hit(match, "SCHOOL", suggestions.otherSchool));
  return [...byKind, ...byArticle]
    .filter((found) => !NO_SCHOOL.test(text.slice(found.start, found.end)) && !allowed(found.end - 1) && !allowed(found.start))
    .concat(findKnownSchools(context));
}

function findKnownSchools({ words, schools }: Context): Hit[] {
  const hits: Hit[] = [];
  words.forEach((word, index) => {
    for (const name of schools.get(word.folded) ?? []) {
      const found = words.slice(index, index + name.length);
      const matches = name.every((part, offset) => found[offset]?.folded === part && (offset === 0 || isAdjacent(found[offset], found[offset - 1])));
      const last = found.at(-1);
      if (!matches || last === undefined || !isWrittenAsName(found, words[index - 1])) continue;
      const article = words[index - 1];
      const start = article !== undefined && /^(?:de|het)$/.test(article.folded) && isAdjacent(word, article) ? article.start : word.start;
      hits.push({ start, end: last.end, label: "SCHOOL", suggestion: suggestions.school });
    }
  });
  return hits;
}

/** A school called De Brug is meant by "de Brug" and by "op de brug" less surely: without a capital only a long name counts. */
function isWrittenAsName(found: Word[], previous: Word | undefined): boolean {
  const first = found[0];
  if (first === undefined) return false;
  if (found.length >= 3) return true;
  if (first.capital && !first.startsSentence) return true;
  return first.capital && (found.length > 1 || previous?.folded === "de");
}

const CLUB_KIND = "vv|v\\.v\\.|sv|s\\.v\\.|rksv|rkvv|hc|mhc|hfc|kv|tv|bc|gv|zpc|asv|csv|sc|fc|avv|hockeyclub|voetbalclub|voetbalvereniging|sportclub|sportvereniging|turnvereniging|gymvereniging|turnclub|judoclub|judoschool|judovereniging|scouting(?:groep)?|dansschool|balletschool|zwemclub|zwemvereniging|zwemschool|korfbalvereniging|korfbalclub|handbalvereniging|handbalclub|volleybalvereniging|tennisclub|tennisvereniging|tennispark|atletiekvereniging|honkbalvereniging|basketbalvereniging|basketbalclub|manege|ponyclub|boksschool|kickboksschool|sportschool|muziekschool|muziekvereniging|harmonie|schaakclub|schaakvereniging|ijsclub|badmintonclub|waterpolovereniging|waterscouting|karateschool|taekwondoschool";
const CLUB_RULES = [
  new RegExp(`${BEFORE_NAME}(?:${capitalOrNot(CLUB_KIND)}|VV|SV|RKSV|HC|MHC|HFC|KV|TV|BC|GV|FC|SC) (?:${PARTICLE} )?(?:${NAME_TAIL}|\\p{Lu}{2,})(?: ?['’]\\d{2})?`, "gu"),
  new RegExp(`${BEFORE_NAME}\\p{Lu}[\\p{L}.]{1,14} ?['’]\\d{2}(?!\\d)`, "gu"),
  new RegExp(`(?<=\\b(?:voetbalt?|voetballen|hockeyt?|hockeyen|korfbalt?|handbalt?|tennist?|turnt|traint|trainen|sport|judoot|zwemt|rijdt paard|lid)(?: \\p{L}+){0,3} (?:bij|van) (?:de )?)(?!De |Het )(?:\\p{Lu}{2,6}|${NAME_TAIL})(?: ?['’]\\d{2})?`, "gu"),
];

/** Sports clubs, scouting groups and the like, with their name. */
export function findClubs({ text, allowed }: Context): Hit[] {
  return CLUB_RULES.flatMap((rule) => Array.from(text.matchAll(rule), (match) => hit(match, "CLUB", suggestions.club))).filter(
    (found) => !allowed(found.end - 1) && !/^(?:CJG|GGD|IB|JGZ|SWV|BSO|De|Het)$/.test(text.slice(found.start, found.end)),
  );
}

const PLACE_PREPOSITIONS = new Set(["in", "uit", "naar", "te", "vanuit", "bij", "rond", "richting", "omgeving", "nabij", "door", "dorp", "stad"]);
const ORGANISATION_BEFORE = /\b(?:cjg|ggd|jgz|swv|gemeente|provincie|regio|veilig thuis|arrondissement|zuid-|noord-|centrum|team|kernteam)\s*$/;

/** Towns after in, uit, naar and the like; in lower case only those that are no Dutch words. */
export function findPlaces({ text, words, allowed }: Context): Hit[] {
  const hits: Hit[] = [];
  words.forEach((word, index) => {
    const previous = words[index - 1];
    if (previous === undefined || !announcesPlace(text, previous) || !isAdjacent(word, previous) || allowed(word.start)) return;
    const place = longestPlace(words, index);
    if (place === null || ORGANISATION_BEFORE.test(before(text, word.start))) return;
    hits.push({ start: word.start, end: place.end, label: "PLACE", suggestion: suggestions.place });
  });
  return hits;
}

/** Whether a folded name is that of a town. */
export function isPlaceName(name: string): boolean {
  return places.has(name);
}

/** A preposition or a postcode; "van" only with moving house or coming from there, as it stands before anything. */
function announcesPlace(text: string, word: Word): boolean {
  if (PLACE_PREPOSITIONS.has(word.folded) || (word.allCaps && /\d ?$/.test(word.gap) && word.text.length === 2)) return true;
  return word.folded === "van" && /\b(?:verhui|afkomstig|reis|fiets|vertrok|gekomen)/.test(before(text, word.start));
}

function longestPlace(words: Word[], index: number): Word | null {
  for (let length = 4; length >= 1; length -= 1) {
    const found = words.slice(index, index + length);
    const last = found.at(-1);
    if (found.length < length || last === undefined) continue;
    const name = found.map((word) => word.folded).join(" ");
    if (!places.has(name) || found.slice(1).some((word, offset) => !isAdjacent(word, found[offset]))) continue;
    if (found[0]?.capital === true || (!wordPlaces.has(name) && name.length > 4)) return last;
  }
  return null;
}

/** The kinds as written in a sentence, at its start and in capitals: a rule about capitals cannot ignore them altogether. */
function capitalOrNot(kinds: string): string {
  const written = kinds.split("|").flatMap((kind) => [kind, kind.charAt(0).toUpperCase() + kind.slice(1), /^[a-z ]{2,4}$/.test(kind) ? kind.toUpperCase() : kind]);
  return [...new Set(written)].join("|");
}
