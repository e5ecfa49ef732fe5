import { fold } from "#lib/anonymity/folding";
import { isDutch } from "#lib/anonymity/lexicon";
import { before, type Hit, hit } from "#lib/anonymity/rule";
import { anonymityTexts } from "#lib/texts/anonymity";

const { suggestions } = anonymityTexts;

const PHONE = /(?<![\p{L}\d])(?:\(?\+ ?31\)?|\(?0031\)?|\(?0)(?:[ .\-/()–—_·•*|~,:=]{0,3}\d){9,10}(?!\d)/gu;
const FOREIGN_PHONE = /(?<![\p{L}\d])\(?(?:\+|00)(?!31)[1-9]\d{0,2}\)?(?:[ .\-/()_]{0,2}\d){7,11}(?!\d)/gu;
const NUMBER_AFTER_PHONE_WORD =
  /(?<=(?<!\p{L})(?:tel|telefoon|telefoonnummer|telnr|mobiel|mobiele nummer|mob|gsm|bel|bellen|belt|bereikbaar|nummer|nr|whatsapp|app|06)(?!\p{L})[.: =]{1,3}(?:is |op |nr\.? ?|nummer |via )?)\d(?:[ .\-/_]?\d){5,10}(?!\d)/giu;
// nul zes 24 55 71 08
const SPOKEN_PREFIX = /(?<!\p{L})nul[ -]?zes[ .,:-]{1,3}(?:\d[ .\-/]{0,2}){7}\d(?!\d)/giu;
const DUTCH_NUMBER = /^0(?:[1-57]\d|6\d|8[4578]|97)/;

/** Dutch numbers with every separator, foreign ones with a country code. The public 0800 and 0900 numbers stay. */
export function findPhones(text: string): Hit[] {
  const dutch = [...text.matchAll(PHONE)].filter((match) => isDutchPhone(match[0].replace(/\D/g, "")));
  const others = [...text.matchAll(FOREIGN_PHONE), ...text.matchAll(NUMBER_AFTER_PHONE_WORD), ...text.matchAll(SPOKEN_PREFIX)].filter((match) => !/^0[89]0[069]/.test(match[0]) && !/^(?:112|113|14\d|116)/.test(match[0]));
  return [...dutch, ...others].map((match) => hit(match, "PHONE", suggestions.phone));
}

function isDutchPhone(digits: string): boolean {
  const national = digits.replace(/^(?:0031|31)0?/, "0");
  return national.length === 10 && DUTCH_NUMBER.test(national);
}

const EMAIL = /[\p{L}\d][\p{L}\d._%+-]{0,63}(?:@| @ (?=[\p{L}\d-]+\.\p{L}{2,})|@ (?=[\p{L}\d-]+\.\p{L}{2,})| ?[[({](?:at|apenstaartje)[\])}] ?| (?:at|apenstaartje) (?=[\p{L}\d-]+(?:\.| punt | dot )\p{L}{2,}))[\p{L}\d-]{1,63}(?:(?:\.| ?[[({](?:dot|punt)[\])}] ?| (?:punt|dot) (?=\p{L}{2,3}(?!\p{L})))[\p{L}\d-]{1,63}){1,3}/giu;
const MAILBOX_WITHOUT_END = /[\p{L}\d][\p{L}\d._%+-]{0,63}@(?:gmail|hotmail|outlook|live|icloud|ziggo|kpnmail|yahoo|planet|xs4all|home|upcmail|msn)(?![\p{L}\d.])/giu;

/** E-mail addresses, also with the at sign spelt out or the end forgotten. */
export function findEmails(text: string): Hit[] {
  return [...text.matchAll(EMAIL), ...text.matchAll(MAILBOX_WITHOUT_END)].map((match) => hit(match, "EMAIL", suggestions.email));
}

const URL =
  /(?<![\p{L}\d@])(?:https?:\/\/[^\s<>"]{3,}|www\.[^\s<>"]{3,}|(?:[\p{L}\d-]{2,63}\.){1,3}(?:nl|com|be|org|net|eu|info|online|frl|amsterdam|example|io|app|dev|tv|gg|site|shop|live|club|school|edu|gov|uk|pl|ua|tr)(?![\p{L}\d])(?:\/[^\s<>"]*)?)/giu;
const HANDLE = /(?<![\p{L}\d.])@[\p{L}\d_](?:[\p{L}\d_.]{1,28}[\p{L}\d_])/gu;
// xX_markyboy_Xx, jay_2015: a low line makes an account, unless it is a file
const UNDERSCORED = /(?<![\p{L}\d@./_-])(?=[\p{L}\d_.]*\p{L})[\p{L}\d]+(?:\.[\p{L}\d]+)*(?:[_.]*_[\p{L}\d]+)+(?![\p{L}\d@/_-]|\.(?:docx?|pdf|xlsx?|jpe?g|png|pptx?))/gu;
// pa.tijn79, soef.040, lotte2014: letters and digits in one; not groep7 or maart2024
const NUMBERED_ACCOUNT = /(?<![\p{L}\d@./_-])(?=[\p{Ll}\d.]{6,30}(?![\p{L}\d@_/-]))(?<stem>\p{Ll}{2,}(?:\.\p{Ll}{2,})*)\.?\d{2,4}(?!\p{L}|[.,-]\d|%)/gu;
const COUNTED = /^(?:groep|klas|week|blok|kern|thema|lokaal|kamer|les|unit|casus|pagina|blz|versie|nummer|route|page|cito|avi|dmt|nt|covid|corona|lijn|bus|tram|art|artikel|punt|stap|deel|bijlage|level|fifa|max|min|ca|nr|tel|sinds|tot|van|vanaf|na|om|dd|d\.d|jan|feb|mrt|apr|mei|jun|jul|aug|sep|sept|okt|nov|dec|maart|april|juni|juli|augustus|januari|februari|september|oktober|november|december|casusnr|dossiernr|zaaknr|leerlingnr|brugklas|havo|vwo|vmbo|mavo|isk)$/;
const SHORTEST_ACCOUNT = 6;
const NETWORK =
  /(?<![\p{L}])(?<network>insta(?:gram)?|tik ?tok|snap(?:chat)?|facebook|fb|discord|roblox|youtube|twitch|fortnite|minecraft|playstation|psn|xbox|telegram|signal|account|accountnaam|gebruikersnaam|username|gamertag|snapnaam|instanaam|profiel|handle|usernaam)(?:[ -]?(?:account|naam|profiel|kanaal|id|user))?(?<filler>(?:,? (?:heet|is|van|als|te|hebben|moet|zijn|onder|met|naam|de naam|op|bij|haar|zijn|z'n|nu|al|ook|weer|nog|staat|ze|hij|ie|die|zij|heeft|noemt|zich|genaamd|account|en)){0,4})[:,\s("'“‘„=@–-]{1,4}(?<name>[\p{L}\d_][\p{L}\d_.#-]{1,28}[\p{L}\d_])/giu;

/** Sites that everybody in education knows; a page of one may tell more. */
const PUBLIC_SITE = /^(?:https?:\/\/)?(?:www\.)?(?:wij-leren|nji|ncj|slo|rijksoverheid|schooltv|cito|kennisnet|opvoeden|poraad|gynzy|squla|nieuwsbegrip|cjg[a-z]*|ggd[a-z]*|veiligthuis[a-z]*|kindertelefoon|pesten|stopcyberpesten|mediawijsheid|rotsenwater|kanjertraining|leergeld|jeugdfonds[a-z]*|onderwijsinspectie|ingrado|balansdigitaal|villapinedo|duo|oudersenonderwijs|taalverhaal|leesplein|leerlinginbeeld)\.(?:nl|com|nu|org)(?![\p{L}\d])(?!\/\S)/iu;

/** Web addresses, @accounts, and accounts after the name of a social network. */
export function findUrlsAndHandles(text: string): Hit[] {
  const urls = [...text.matchAll(URL)].filter(([address]) => !PUBLIC_SITE.test(address)).map((match) => withoutTrailingPunctuation(hit(match, "URL", suggestions.url), match[0]));
  const handles = [...text.matchAll(HANDLE)].map((match) => hit(match, "URL", suggestions.handle));
  const underscored = [...text.matchAll(UNDERSCORED)].filter(([name]) => name.length >= SHORTEST_ACCOUNT).map((match) => hit(match, "URL", suggestions.handle));
  const accounts = [...text.matchAll(NETWORK)].filter(isAccount).map((match) => hit(match, "URL", suggestions.handle, "name"));
  const numbered = [...text.matchAll(NUMBERED_ACCOUNT)].filter((match) => isNumberedAccount(match.groups?.["stem"] ?? "")).map((match) => hit(match, "URL", suggestions.handle));
  return [...urls, ...handles, ...accounts, ...underscored, ...numbered];
}

function isNumberedAccount(stem: string): boolean {
  return stem.length > 2 && !COUNTED.test(stem) && !(isDutch(fold(stem)) && !stem.includes("."));
}

const APP = /^(?:youtube|tiktok|snapchat|whatsapp|facebook|linkedin|bereal|playstation\d?|minecraft|chatgpt|duolingo|snap|insta|instagram|discord|roblox|fortnite)$/i;

/** A digit, a low line, a full stop or a capital inside make an account; so does no word at all after "heet". */
function isAccount(match: RegExpExecArray): boolean {
  const { name = "", filler = "", network = "" } = match.groups ?? {};
  if (!/\p{L}/u.test(name) || APP.test(name) || /^\d+(?:x|e|de|ste|u|min|jaar)$/i.test(name)) return false;
  if (/[\d_]|\p{L}\.\p{L}|\p{Ll}\p{Lu}/u.test(name)) return true;
  const named = /heet|naam|genaamd|als|onder/.test(filler) || /naam|username|gamertag|handle/i.test(network) || /^\p{L}+ ?: ?\p{L}+$/u.test(match[0]);
  return named && name.length > 4 && /^\p{Ll}/u.test(name) && !isDutch(fold(name));
}

function withoutTrailingPunctuation(found: Hit, words: string): Hit {
  return { ...found, end: found.end - (/[.,;:!?)\]'"”’]+$/.exec(words)?.[0].length ?? 0) };
}

const POSTCODE = /(?<![\p{L}\d.,-])(?<digits>[1-9]\d{3})(?<gap>[ -]{0,2})(?!SA|SD|SS)(?<letters>[a-z]{2})(?![\p{L}\d]|['’.]\p{L})/giu;
const TWO_LETTER_WORDS = new Set(
  "al af an as at be bij bv ca co de dr ds eb ed el en er eu ga ha he hè ho ib ik in is ja je jl ka kg km la ma me mg ml mm mw na no nu of ok om op pa po pk re so st te ter tv uw va vo vs wa we wo za ze zo zn zu nr kk ll lk wk mb ob bb hb jr lj uu mi di do vr zo pp cc pc vt ob ot iq gr ev vc nl".split(" "),
);

/** Postcodes: capitals with or without a space or hyphen, small letters when they are no word. */
export function findPostcodes(text: string): Hit[] {
  return [...text.matchAll(POSTCODE)].filter((match) => isPostcode(text, match)).map((match) => hit(match, "POSTCODE", suggestions.postcode));
}

function isPostcode(text: string, match: RegExpExecArray): boolean {
  const { digits = "", gap = "", letters = "" } = match.groups ?? {};
  const word = TWO_LETTER_WORDS.has(letters.toLowerCase());
  const upper = letters === letters.toUpperCase();
  if (/postcode|woon|adres/.test(before(text, match.index))) return true;
  if (gap === "" && !/^(?:m[lgm]|kg|km|kk)$/.test(letters)) return true;
  if (gap.startsWith("-")) return upper || !word;
  const isYear = /^(?:19|20)/.test(digits) && !/^ +[A-Z'’]/.test(text.slice(match.index + match[0].length));
  if (upper) return !(isYear && word);
  return !word && !/^ ?\d/.test(text.slice(match.index + match[0].length, match.index + match[0].length + 2));
}
