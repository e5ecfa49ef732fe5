import { isA, isDutch } from "#lib/anonymity/lexicon";
import { isPlaceName } from "#lib/anonymity/place-names";
import { type Context, type Hit, hit } from "#lib/anonymity/rule";
import { anonymityTexts } from "#lib/texts/anonymity";

const { suggestions } = anonymityTexts;

const BEFORE_NAME = "(?<![\\p{L}\\d'’-])";
const SHORT_KINDS =
  "vv v.v. sv s.v. rksv rkvv rkavv hc mhc hfc hbc kv k.v. tv bc gv zpc zc asv csv sc fc f.c. avv av kvv hv bvc svv usv khc rtc ltc tc atc lrv rv ijc vvc ksv gtv otv rkdsv c.c. cc r.c. rc v.c. vc h.c. t.c. k.c. kc z.v. g.v. tsv rkvv. hv. svm usc";
const SPORTS =
  "hockey voetbal turn gym gymnastiek judo zwem waterpolo korfbal handbal volleybal tennis atletiek honkbal basketbal pony boks kickboks schaak dam ijs schaats badminton karate taekwondo roei wieler rugby ruiter rij dans ballet muziek sport schiet klim tafeltennis softbal cricket skate zeil freerun cheer aikido jiujitsu paard paardrij toneel theater majorette vis vechtsport budo circus";
const SPORT_ENDS = ["club", "vereniging", "school", "ver", "team", "academie", "studio", "groep", "centrum"];
const OTHER_KINDS =
  "scouting scoutinggroep scoutingvereniging waterscouting manege stal tennispark fanfare harmonie drumband jeugdcircus kinderkoor jongerenkoor jeugdkoor jeugdorkest buurthuis jongerencentrum jeugdhonk speeltuinvereniging kinderboerderij padvinderij welpen dojo jeugdharmonie muziekvereniging brassband showkorps schutterij carnavalsvereniging fanfareorkest dweilorkest blaaskapel jongerenvereniging zangkoor dansgroep theatergroep jeugdtheater jeugdsoos sportschool gym club stadion sporthal";
const KINDS = new Set(["ijhc", "judo", "karate", "turnen", "ballet", ...SHORT_KINDS.split(" "), ...OTHER_KINDS.split(" "), ...SPORTS.split(" ").flatMap((sport) => SPORT_ENDS.map((end) => sport + end))]);
/** Said without meaning one of them: "gym de hele week". */
const COMMON_KINDS = new Set("judo karate turnen ballet gym club stal manege stadion sporthal cc rc tc bc gv rv buurthuis sportschool hv".split(" "));
const PARTICLE = "(?:[Dd]e|[Hh]et|['’]t|[Dd]en|[Tt]er|[Dd]ie|[Ss]t\\.?|[Ss]int|[Vv]an)";
const NAME_TAIL = "\\p{Lu}[\\p{L}'’-]*(?: (?:(?:van|de|der|den|en|aan|in|het|op|ter|ten) ){0,2}\\p{Lu}[\\p{L}'’-]*){0,3}";
const SINCE = "(?: ?['’]\\d{2}| ?(?:18|19|20)\\d{2}(?! ))?";

const CLUB_RULES = [
  // vv Schoterbos, RKVV Velserduin, hockeyclub De Kraaien, Turnvereniging Sparta '49
  new RegExp(`${BEFORE_NAME}(?<kind>\\p{L}[\\p{L}.]*)(?= ["“'‘]?(?:${PARTICLE} )?(?<name>${NAME_TAIL}${SINCE}))`, "gu"),
  // Sparta '49
  new RegExp(`${BEFORE_NAME}(?<name>\\p{Lu}[\\p{L}.]{1,14}(?:[ -]\\p{Lu}\\p{L}+)? ?['’]\\d{2})(?!\\d)`, "gu"),
  // voetbalt bij DSS, zit op hockey bij Alliance
  /(?<=(?<!\p{L})(?:voetbalt?|voetballen|voetbalde|voetbalelftal|hockeyt?|hockeyen|hockeyde|korfbalt?|handbalt?|volleybalt?|basketbalt?|tennist?|turnt|turnen|traint|trainen|trainer|training|sport|sporten|judoot|judo|zwemt|zwemles|zwemmen|dansles|muziekles|judoles|paardrijles|danst|bokst|boksen|kickbokst|rijdt paard|lid|elftal|team|jeugd|selectie|wedstrijd|contributie|keepert|keeper|spits|rugbyt|honkbalt|atletiek|ballet|scouting)(?: \p{L}+){0,4} (?:bij|van|voor|op|tegen) (?:de )?)(?!Het |Jong )(?<name>\p{Lu}{2,6}|De \p{Lu}[\p{L}'’-]+|(?:\p{Lu}[\p{L}'’-]*)(?:[ -](?:(?:van|de|der|den|en) ){0,2}\p{Lu}[\p{L}'’-]*){0,2}(?: ?['’]\d{2})?)/gu,
  // mag niet meer bij VEW trainen
  /(?<=(?<!\p{L})(?:bij|van|voor) )(?<name>\p{Lu}{3,5})(?= [^.!?\n]{0,30}(?:voetbal|hockey|train|korfbal|handbal|turn|zwem|spele[nr]|wedstrijd|toernooi|seizoen|contributie))/gu,
  // TVH Hoofddorp, Koninklijke HFC, Sporting Martinus
  /(?<![\p{L}\d'’-])(?<name>(?:\p{Lu}{2,5} (?<town>\p{Lu}\p{Ll}{3,})|(?:Koninklijke|Sporting|Olympia|Racing|Jong|Rowing Club|United|Sportclub) (?:De |Het )?\p{Lu}[\p{L}-]+))(?!\p{L})/gu,
  // rugbyclub haarlem
  /(?<![\p{L}\d'’-])(?<kind>\p{Ll}{6,})(?= (?<name>\p{Ll}{4,}(?:-\p{Ll}+)?)(?!\p{L}))/gu,
  // voetbalclub de meeuwen, vv schoten, scouting de trekvogels
  new RegExp(`${BEFORE_NAME}(?:vv|rksv|rkvv|mhc|hfc|voetbalclub|hockeyclub|voetbalvereniging|turnvereniging|judoschool|tennisclub|korfbalclub|handbalvereniging|scouting|scoutinggroep|manege) (?:de |het |'t |sint |st\\.? )?(?<lower>\\p{Ll}{4,}(?:-\\p{L}+)?)`, "gu"),
  // hc eemvallei, sv kampong
  new RegExp(`${BEFORE_NAME}(?:vv|sv|hc|mhc|hfc|fc|kv|tv|bc|gv|zpc|hv|bvc|rksv|rkvv|avv|svv|ltc|tc|kvv|asv|csv) (?<unknown>\\p{Ll}{4,}(?:-\\p{L}+)?)(?!\\p{L})`, "gu"),
  // dansschool de trampoline, hc de reigers, sv onze gezellen
  new RegExp(`${BEFORE_NAME}(?<sort>\\p{Ll}[\\p{Ll}.]+) (?:de|het|'t|sint|st\\.?|onze) (?<named>\\p{Ll}{4,})(?: ?['’]\\d{2})?(?!\\p{L})`, "gu"),
  // muziekschool move2it, sv geinoord '58
  new RegExp(`${BEFORE_NAME}(?<sort>\\p{Ll}[\\p{Ll}.]+) (?<numbered>\\p{L}+(?:\\d\\p{L}+| ?['’]\\d{2}))(?![\\p{L}\\d])`, "gu"),
];
const NO_CLUB = /^(?:CJG|GGD|IB|JGZ|SWV|BSO|OPP|VO|PO|De|Het|Een|In|Op|Maar|Als|Dus|Ook|Hij|Zij|Ze|Wij|We|Ik|Wat|Hoe|Er|Dat|Dit|Toen|School|Ouders|Moeder|Vader)(?!\p{L})/u;
const NO_LOWER_NAME = /^(?:hele|andere|kleine|grote|nieuwe|oude|jonge|waar|want|maar|heeft|zijn|omdat|naar|voor|door|over|zodat|samen|goed|leuk|erbij|bellen|vragen|inzetten|zoeken|gaan|kan|toen|sinds|vanaf|tijdens|nodig|thuis|ergens|vlakbij|daar|waren|wordt|gaat|buurt|stad|dorp|wijk|eigen|meer|weer|niet|ook|zelf|blijft|elke|iedere|terug|betaald|vergoed|komt|vindt|mogelijk)$/u;

/** Sports clubs, scouting groups and the like, with their name. */
export function findClubs({ text, allowed }: Context): Hit[] {
  return CLUB_RULES.flatMap((rule) => [...text.matchAll(rule)].filter((match) => isClub(match, allowed)).map((match) => clubHit(text, match)));
}

function clubHit(text: string, match: RegExpExecArray): Hit {
  if (match.groups?.["kind"] !== undefined) return withName(text, match);
  return hit(match, "CLUB", suggestions.club, match.groups?.["name"] === undefined ? 0 : "name");
}

/** The kind with the name that the rule looked ahead to. */
function withName(text: string, match: RegExpExecArray): Hit {
  const name = match.groups?.["name"] ?? "";
  return { start: match.index, end: text.indexOf(name, match.index + match[0].length) + name.length, label: "CLUB", suggestion: suggestions.club };
}

function isClub(match: RegExpExecArray, allowed: (offset: number) => boolean): boolean {
  const { kind, name, lower, unknown, sort, named } = match.groups ?? {};
  if (sort !== undefined) return KINDS.has(sort) && !COMMON_KINDS.has(sort) && (named === undefined || (!NO_LOWER_NAME.test(named) && !isA("verb", named) && !/(?:ige|lijke|ste|de)$/.test(named)));
  if (unknown !== undefined) return !isDutch(unknown) && !NO_LOWER_NAME.test(unknown);
  if (kind !== undefined && !KINDS.has(kind.toLowerCase())) return false;
  if (kind !== undefined && name !== undefined && /^\p{Ll}/u.test(name)) return isPlaceName(name) || (!isDutch(name) && !NO_LOWER_NAME.test(name));
  const town = match.groups?.["town"];
  if (town !== undefined && !isPlaceName(town.toLowerCase())) return false;
  if (lower !== undefined) return !NO_LOWER_NAME.test(lower) && !isA("verb", lower);
  if (name === undefined) return false;
  if (kind !== undefined && !COMMON_KINDS.has(kind.toLowerCase())) return !NO_CLUB.test(name) && !(allowed(match.index) && allowed(match.index + match[0].length + 1));
  return !NO_CLUB.test(name) && !allowed(match[0].includes(name) ? match.index + match[0].lastIndexOf(name) : match.index + match[0].length + 1);
}
