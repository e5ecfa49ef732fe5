import { isPlaceName } from "#lib/anonymity/place-names";
import { classesOf, isA, isDutch } from "#lib/anonymity/lexicon";
import { fold } from "#lib/anonymity/folding";
import { commonCapitals, isMonthName, roleOfWord } from "#lib/anonymity/grammar";
import { HOUSE, NO_UNIT } from "#lib/anonymity/house-numbers";
import { before, type Hit, hit } from "#lib/anonymity/rule";
import { anonymityTexts } from "#lib/texts/anonymity";

const { suggestions } = anonymityTexts;

const CERTAIN_STREET = "straat|straatje|str\\.|laan|laantje|plein|pleintje|gracht|singel|kade|dreef|plantsoen|steeg|straatweg|boulevard|allee|strjitte|leane|loane";
const STREET = `${CERTAIN_STREET}|str|ln\\.|ln|weg|wegje|pln|gr\\.|dijk|hof|hofje|pad|paadje|park|wal|markt|baan|burg|brug|haven|kamp|veld|velden|akker|akkers|weide|erf|ring|hage|donk|oord|heuvel|hoek|kwartier|lei|meent|vaart|wetering|zijde|veste|tuin|tuinen|bos|horst|stede|steden|werf|poort|daal|dal|dam|duin|eind|einde|es|gang|graaf|hoeve|kreek|land|landen|mere|oever|rak|rand|schans|sluis|spoor|sloot|stee|tocht|toren|vliet|waard|water|wijk|zand|zoom|ven|rede|slag|dyk|reed|buorren|steech|paed|finne|wyk|fliet|wei|gaard|gaarde|warande|beemd|brink|enk|eng|goed|hout|rode|berg|molen|mient|kolk|greppel|borg|burcht|stein|terp|wierde|kamer|singels|polder|laagte|hoogte|meet|plaats|passage|promenade|carre|kruis|punt`;
const BEFORE_NAME = "(?<![\\p{L}\\d'’-])";
const NUMBER = "(?:,? (?:nr\\.?:? ?|nummer |no\\.? |huisnr\\.? |huisnummer |nº ?|n° ?|# ?)?|, ?)";
const INITIALS_OR_TITLE = "(?:(?:\\p{Lu}\\.){1,4} ?|(?:Burg|Dr|Prof|Mr|Ir|St|Ds|Jhr|Past|Kan|Jac|Joh|Prins|Gen|Mgr|Pr)\\.? )";
const NAME_WORDS = `(?:${INITIALS_OR_TITLE}|\\p{Lu}[\\p{L}.'’-]*\\.? (?:(?:van|de|der|den|la|ter|in|'t|het) ){0,2}|(?:de|het|van|'t|en|it|v\\. ?d\\.|v\\/d|vd) )`;
const CAPITALS = "(?!Adres|Woonadres|Woont|Thuisadres|Postcode|Straat )\\p{Lu}[\\p{L}'’.-]+(?: (?:(?:van|de|der|den|het|'t|in|op) ){0,2}\\p{Lu}[\\p{L}'’-]+){0,2}";
const ARTICLE = "(?:(?:op|aan|in|achter|bij|onder|boven|tegenover) )?(?:(?:[Dd]e|[Hh]et|['’]t|[Ii]t|[Dd]en) )?";
const LIVES = "woont|wonen|woonde|woonden|woonachtig|woonadres|adres|adr\\.?|verhuisd|verhuizen|verhuist|verblijft|verblijven|verblijfadres|logeert|logeren|blijft|wordt|ingeschreven|uitgeschreven|huisbezoek|langs|ligplaats|standplaats|p\\/a|p\\.a\\.|bezorgen|aanbellen|aangebeld|thuisadres|opvangadres|briefadres";

const WITH_NUMBER = [
  // Jan van Galenstraat 12, Burg. Rijkensstraat 5 hs, de Ruijterstraat 40, P.C. Boutensstraat 211-III, Trompstr. 16
  new RegExp(`${BEFORE_NAME}${NAME_WORDS}{0,4}\\p{Lu}[\\p{L}'’.-]*(?:${STREET})(?: (?:Noord|Zuid|Oost|West|noord|zuid|oost|west|NZ|ZZ|O\\.?Z\\.?|W\\.?Z\\.?))?${NUMBER}${HOUSE}${NO_UNIT}`, "gu"),
  // Laan van Meerdervoort 10, Het Spui 1, Lange Veerhof 12, Nieuwe Gracht 3 zw, Op de Wallen 3
  new RegExp(`${BEFORE_NAME}(?:Laan|Plein|Weg|Kade|Hof|Oude|Nieuwe|Grote|Korte|Lange|Kleine|Achter|Boven|Onder|Aan|Op|Het|De|'t|It|Nieuw|Oud|Hoge|Lage|Prins|Prinses|Koningin|Sint) (?:(?:van|der|de|den|het|ten|ter|'t) ){0,2}\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+)?${NUMBER}${HOUSE}${NO_UNIT}`, "gu"),
  // kerkstraat 5, dorpsweg 12, burgemeester de vlugtlaan 3, tulpenkade 19b
  new RegExp(`${BEFORE_NAME}(?:(?:burgemeester|burg\\.?|prins|prinses|koningin|koning|van|de|der|den|dr\\.?|sint|st\\.?|pastoor|oude|nieuwe|lange|korte|jan|willem) ){0,3}(?<word>\\p{Ll}{2,}(?:${CERTAIN_STREET}|str|ln\\.?|weg|hof|pad|park|dijk|wal|veld|akker|weide|baan|vaart|oord|horst|duin|burg|dyk|haven|markt|brink|hage|hoeve|stee|donk|ring|kamp|berg))${NUMBER}${HOUSE}${NO_UNIT}`, "gu"),
  // woont aan de Bosdreef 3, adres: Meerzicht 14, op Bovenweide nr. 3, ligplaats Oude Zijlkade t/o 44
  new RegExp(`(?<=(?<!\\p{L})(?:${LIVES})(?!\\p{L})[^.!?\\n\\d]{0,30}?(?:op|aan|in|is|naar|nu|:|=|,)? ?(?:de |het |'t |it )?)(?!(?:op|aan|in|is|naar) )(?<name>${CAPITALS})${NUMBER}${HOUSE}${NO_UNIT}`, "gu"),
  // op de Bies 17, 6101-KL: before a postcode
  new RegExp(`${BEFORE_NAME}${ARTICLE}(?:${CAPITALS}|(?<lower>\\p{Ll}{4,}))${NUMBER}${HOUSE}(?=[,;/ (\\n–-]{1,4}[1-9]\\d{3}[ -]{0,2}[A-Za-z]{2}(?!\\p{L}))`, "gu"),
  // op de Bies 17, aan 't Ven 3
  new RegExp(`${BEFORE_NAME}(?:op|aan) (?:de|het|['’]t|it) (?<name>\\p{Lu}\\p{Ll}[\\p{L}'’-]+(?: \\p{Lu}\\p{Ll}+)?)${NUMBER}${HOUSE}${NO_UNIT}`, "gu"),
  // flat Kruitberg 1207, camping De Hertshoorn 14, Postbus 33
  new RegExp(`${BEFORE_NAME}(?:[Ff]lat|[Ff]latgebouw|[Aa]ppartement\\p{Ll}*|[Tt]orenflat|[Gg]alerijflat|[Cc]omplex|[Ww]oonboot|[Ww]oonwagen\\p{Ll}*|[Ss]tacaravan|[Cc]amping|[Vv]akantiepark|[Bb]ungalowpark|[Cc]halet|[Ss]tudentenflat|[Ww]oontoren|[Gg]alerij) (?<name>(?:[Dd]e |[Hh]et |'t )?\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}-]+)?)${NUMBER}${HOUSE}${NO_UNIT}`, "gu"),
  // naar de veenderij 7-3, 2e bel
  new RegExp(`${BEFORE_NAME}(?<floor>\\p{L}{4,}) \\d{1,4}(?:[- /]?[\\p{L}\\d]{1,3})?,? (?:\\d ?e|\\d ?de|eerste|tweede|derde|bovenste|onderste|\\d) ?(?:bel|hoog|verdieping|etage)(?!\\p{L})`, "gu"),
  /(?<!\p{L})[Pp]ostbus (?:nr\.? )?\d{1,5}(?!\d)/gu,
];
// in de Kerkstraat
const WITHOUT_NUMBER = new RegExp(`${BEFORE_NAME}(?:${INITIALS_OR_TITLE}|\\p{Lu}[\\p{L}'’-]+ (?:(?:van|de|der|den) ){0,2}){0,2}(?<word>\\p{Lu}[\\p{L}'’-]{2,}(?:${CERTAIN_STREET.replace("|str\\.", "")}))(?:-(?:Noord|Zuid|Oost|West))?(?!\\p{L})`, "gu");
// op de Zeeweg, aan het Zuiderpark, woont op de Berkenhof
const CAPITAL_AFTER_PLACE = new RegExp(`(?<!\\p{Lu}[\\p{L}'’-]+ van (?:de|het|'t) )(?<=(?<!\\p{L})(?:op|aan|in|langs|van|richting|over|achter|tegenover|vlakbij) (?:de|het|'t) )(?:\\p{Lu}\\p{Ll}+ )?(?<word>\\p{Lu}[\\p{Ll}'’-]{2,}(?:weg|dijk|hof|pad|park|wal|markt|vaart|kwartier|wijk|buurt|veld|weide|polder|duin|flat|gaarde?|singel|wetering|vliet|gang|kreek|zijl|dwarsweg|ring|baan(?:-(?:West|Oost|Noord|Zuid))?|brug|kolk|haven|(?<=aan de [\\p{L}'’-]+)(?:horst|akker|hage|oord|brink|meent|donk|werf|veste|erven|stee)))(?!\\p{L})`, "gu");
// bij de flat (Koningin Emmaflat)
const FLAT = new RegExp(`${BEFORE_NAME}(?:(?:Koningin|Koning|Prins|Prinses|Sint|St\\.?|Burgemeester) )?(?<word>\\p{Lu}[\\p{Ll}'’-]{3,}flat)(?!\\p{L})`, "gu");
// aan de kastanjelaan, in de kerkstraat
const LOWER_AFTER_HOME = new RegExp(`(?<=(?<!\\p{L})(?:woont|wonen|woonde|verhuisd|verhuizen|aan|in|naar|(?:woont|wonen|woonde|woonden) [^.!?\\n]{0,40}op) (?:nu |nog |tijdelijk |weer )?(?:op |in |aan |naar )?de )(?:korte |lange |oude |nieuwe )?(?<word>\\p{Ll}{3,}(?:straat|laan|singel|gracht|dreef|plantsoen|kade|steeg|boulevard))(?!\\p{L})`, "gu");
// woont op de berkenhof, woont nu zonnedauw
const LOWER_AFTER_LIVES = /(?<=(?<!\p{L})(?:woont|wonen|woonde|woonden|woonachtig) (?:nu |nog |daar |tijdelijk |weer |allebei |samen )?(?:op|aan) (?:de|het|'t) )(?<word>\p{Ll}{3,}(?:weg|dijk|hof|pad|park|wal|vaart|kwartier|veld|weide|horst|hage|oord|donk|akker))(?!\p{L})/gu;
// hoek Molenweg/Dorpsstraat, Molenweg hoek Kanaaldijk
const CORNERS = [
  /(?<=(?<!\p{L})[Hh]oek (?:van )?(?:de )?|\p{Lu}[\p{Ll}'’-]+ ?\/ ?)(?<word>\p{Lu}[\p{Ll}'’-]{2,}(?:straat|weg|dijk|laan|plein|singel|kade|dreef))(?!\p{L})/gu,
  /(?<!\p{L})(?<word>\p{Lu}[\p{Ll}'’-]{2,}(?:straat|weg|dijk|laan|plein|singel|kade|dreef))(?= ?(?:\/|hoek) ?\p{Lu})/gu,
];
// Plein '40-'45 nr 3, Laan 1940-1945 12
const YEARS = /(?<!\p{L})(?:Plein|Laan|Straat|Weg|Park) (?:19|['’])?[3-6]\d ?[-–/] ?(?:19|['’])?[3-6]\d(?:,? (?:nr\.? ?)?\d{1,4}(?: ?[a-z])?)?(?![\p{L}\d])/gu;
const NO_STREET = /^(?:sesam|klokhuis|woon|winkel|hoofd|zij|dorps?|school|speel|kerk)(?:straat)$|^(?:speel|school|dorps|winkel|fiets|voet|zand|zebra|loop|half|om|snel|onder|spoor|water|lucht|uit|bruin|af|ont|werk|voor|trein|ren|rol|glij|start|honds?|ach|vrij|bij|over|onge|kern|beschermtafel|zwem|ijs|schaats|sport|vakantie|pret|bungalow|dieren|wild|slaap|over|tussen|vol|op|aan|in|zon|zomer|kinder|vlucht|buiten|kleuter|peuter|lees|taal|reken|woonwagen|attractie|bos|kruid|recreatie|leer)(?:weg|plein|straat|laan|pad|park|hof|dijk|baan|veld|horst|duin|wal|burg|akker|kamp|oord)$|^(?:onderweg|halverwege|voorweg|verweg|weg|terugweg|heenweg|omweg|doodlopend|voorkamp|schoolkamp|vandaag|omgang)$/;
/** With a house number "zandweg" and "kerkstraat" are streets; "schoolplein 3" is not. */
const NO_NUMBERED_STREET = /^(?:(?:onder|half|halver|ver|heen|terug|om|voor|snel|spoor|water|lucht)weg|(?:sport|voetbal|speel|school|hockey|korfbal|oefen|volley)(?:veld|plein|park)|(?:ren|zwem|ijs|rol|start|glij|sleur)baan|schoolkamp|vandaag|omgang|opmerking|sesamstraat|klokhuisstraat|beschermtafel)$/;
/** These count lessons, groups and people, or are no name at all. */
const COUNTED = /^(?:op |aan |in |de |het )*(?:groep|klas|casus|week|kern|blok|les|thema|punt|nummer|kamer|lokaal|stap|fase|unit|score|toets|niveau|deel|leerjaar|hoofdstuk|pagina|bladzijde|artikel|bijlage|versie|cluster|avi|dmt|cito|tafel|rekenen|spelling|taal|lezen|blz|agendapunt|sinds|tot|van|in|na|om|tegen)(?:en|s)? /iu;

/** Streets with a house number, and street names alone where nothing else ends like that. */
export function findAddresses(text: string): Hit[] {
  const numbered = (/\d/.test(text) ? WITH_NUMBER : []).flatMap((rule) => [...text.matchAll(rule)].filter((match) => isStreet(match) && isNamed(match)).map((match) => bareStreet(text, hit(match, "ADDRESS", suggestions.withoutAddress), match[0])));
  const bare = [WITHOUT_NUMBER, FLAT, CAPITAL_AFTER_PLACE, LOWER_AFTER_HOME, LOWER_AFTER_LIVES, ...CORNERS, YEARS].flatMap((rule) => [...text.matchAll(rule)]).filter((match) => isStreet(match) && isNoWord(match)).map((match) => hit(match, "ADDRESS", suggestions.address));
  return [...numbered, ...bare].filter((found) => !isPlaceName(text.slice(found.start, found.end).replace(/ \d.*$/, "").toLowerCase()));
}

const WITH_STREET_WORD = new RegExp(`^(?<preposition>(?:op|aan|in|achter|bij|onder|boven|tegenover) (?:(?:de|het|['’]t|it|den) )?)[^\\d,]*(?:${CERTAIN_STREET}|weg|dijk|hof|pad|park|wal|markt|baan|haven|veld|akker|weide|vaart|brug|kwartier|horst|oord|hage|poort),? ?\\D{0,6}\\d`, "u");

// op Het Spui 1
const BEFORE_NAMED = /^(?:op|aan|in) (?:(?:de|het) )?(?=(?:Het|De|'t|Nieuwe|Oude|Lange|Korte|Grote|Kleine) )/u;

/** "aan de Zwaluwlaan 7" without "aan de"; "op de Bies 17" is called so. */
function bareStreet(text: string, found: Hit, words: string): Hit {
  const article = /(?<!\p{L})(?:op|aan|in|naar|bij|langs|van) $/u.test(before(text, found.start)) ? /^(?:de|het) /.exec(words)?.[0] : undefined;
  const lead = WITH_STREET_WORD.exec(words)?.groups?.["preposition"] ?? BEFORE_NAMED.exec(words)?.[0] ?? article ?? "";
  return { ...found, start: found.start + lead.length };
}

/** The commonest names of streets are words as well; a capital tells. */
const COMMON_STREET = /^(?:Hoofd|Dorps?|School|Kerk|Voor|Achter|Molen|Zand|Over|Zon|Water)straat$|^(?:Zand|School|Water|Dorps|Voor|Bos|Buiten)weg$/;

function isStreet(match: RegExpExecArray): boolean {
  const written = match.groups?.["word"] ?? "";
  const word = COMMON_STREET.test(written) ? "" : written.toLowerCase();
  return !(/\d/.test(match[0]) ? NO_NUMBERED_STREET : NO_STREET).test(word) && (!COUNTED.test(match[0]) || /^[Vv]an \p{Lu}/u.test(match[0]));
}

/** Where only the place in the sentence tells: no role, month, abbreviation or first name, and no small word of the dictionary. */
function isNamed(match: RegExpExecArray): boolean {
  const { name, lower } = match.groups ?? {};
  if (lower !== undefined) return !isA("verb", lower) && (!isDutch(lower) || lower.length > 8);
  if (name === undefined) return true;
  const first = fold(name.split(" ").at(0) ?? "");
  const isPerson = !name.includes(" ") && classesOf(first).has("firstName");
  return !commonCapitals.has(first) && roleOfWord(first) === null && !isMonthName(first) && !isPerson && /\p{Ll}/u.test(name);
}

/** "een woonstraat" is a word; "de Rozenstraat" is two words together, which the dictionary does not list. */
function isNoWord(match: RegExpExecArray): boolean {
  const word = match.groups?.["word"] ?? "";
  return /^\p{Lu}/u.test(word) || !isDutch(word) || word.length > 8;
}
