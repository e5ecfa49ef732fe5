import { fold } from "#lib/anonymity/folding";
import { commonCapitals, roleOfWord } from "#lib/anonymity/grammar";
import { classesOf, isA, isDutch } from "#lib/anonymity/lexicon";
import { isPlaceName } from "#lib/anonymity/place-names";
import { before, type Context, type Hit, hit } from "#lib/anonymity/rule";
import { isAdjacent, type Word } from "#lib/anonymity/tokens";
import { anonymityTexts } from "#lib/texts/anonymity";

const { suggestions } = anonymityTexts;

const BEFORE_NAME = "(?<![\\p{L}\\d'’-])";
const SHORT_KIND = "obs|o\\.b\\.s\\.|bs|cbs|rkbs|rk bs|pcbs|pcb|kbs|ods|gbs|ikc|skc|kc|sbo|so|vso|cso|bbs|kdv|psz|osg|csg|rsg|sg|pro|vmbo|isk|itk";
const LONG_KIND =
  "basisschool|kleuterschool|daltonschool|daltonbasisschool|montessorischool|montessoribasisschool|jenaplanschool|jenaplanbasisschool|kindcentrum|integraal kindcentrum|peuterspeelzaal|peutergroep|peuterschool|gastouderopvang|kinderclub|peuteropvang|kinderdagverblijf|kinderopvang|gastouderbureau|crèche|creche|bso|naschoolse opvang|vrije school|vrijeschool|openbare school|openbare basisschool|katholieke basisschool|christelijke basisschool|islamitische school|islamitische basisschool|middelbare school|praktijkschool|school|taalschool|taalklas|schakelklas|speciaal basisonderwijs|sbo-school|zmlk-school|mytylschool|tyltylschool|cluster 4-school|cluster 4 school|scholengemeenschap|lyceum|college|gymnasium|atheneum|mavo|stichting";
const PARTICLE = "(?:Op 'e|Op de|Op den|Oan 'e|Oan de|In de|Aan de|Bij de|Onder de|[Ii]t|[Dd]e|[Hh]et|['’]t|[Dd]en|[Tt]er|[Dd]r\\.?|[Pp]rof\\.?|[Ss]t\\.?|[Ss]int|[Mm]gr\\.?)";
const NAME_TAIL = "\\p{Lu}[\\p{L}'’-]*(?: (?:(?:van|de|der|den|en|aan|in|het|op|ter|ten) ){0,2}\\p{Lu}[\\p{L}'’-]*){0,3}";
const KIND_AFTER = "Lyceum|College|Gymnasium|Atheneum|Mavo|Scholengemeenschap|Basisschool|Montessori(?:school|lyceum)?|Daltonschool|Kindcentrum|IKC|Jenaplan(?:school)?|Praktijkschool|Mytylschool|Tyltylschool";

const BY_KIND = [
  // obs De Wilgen, IKC 't Startpunt, basisschool Sint Jozef, CSG Duinrand, school De Horizon
  new RegExp(`${BEFORE_NAME}(?:(?:[Oo]penbare|[Cc]hristelijke|[Kk]atholieke|[Ii]slamitische) )?(?:${written(SHORT_KIND)}|${written(LONG_KIND)}) ["“'‘]?(?:${PARTICLE} )?(?<name>${NAME_TAIL})`, "gu"),
  // Mendel College, Montessori Lyceum Noord, De Parel Basisschool
  new RegExp(`${BEFORE_NAME}(?<name>(?:(?:De|Het|'t|Prins|Prinses|Koningin|Koning|Sint|Mr\\.?|Dr\\.?|Prof\\.?|St\\.?|Ds\\.?|Pater) )?\\p{Lu}[\\p{L}'’-]+(?: (?:van |de |den )?\\p{Lu}[\\p{L}'’-]+)? (?:${KIND_AFTER})(?: (?:te )?\\p{Lu}\\p{L}+)?)(?!\\p{L})`, "gu"),
  // Christelijk College De Veste, Openbaar Lyceum Schoonoord
  new RegExp(`${BEFORE_NAME}(?<name>(?:(?:Christelijk|Openbaar|Gereformeerd|Reformatorisch|Katholiek|Interconfessioneel|Stedelijk|Protestants|Islamitisch|Regionaal|Agrarisch|Groen|Technisch|Maritiem|Rooms-Katholiek) )+(?:${KIND_AFTER})(?: (?:(?:[Dd]e|[Hh]et|['’]t|van|te|in) ){0,2}\\p{Lu}[\\p{L}'’-]+){0,2})(?!\\p{L})`, "gu"),
  // Vrije School Kennemer, Eerste Openbare Montessorischool
  new RegExp(`${BEFORE_NAME}(?<name>(?:Vrije|Openbare|Eerste|Tweede|Internationale|International|Christelijke|Islamitische|Nieuwe) (?:\\p{Lu}[\\p{L}-]+ )?(?:School|Montessorischool|Daltonschool|Jenaplanschool|Schoolvereniging)(?: \\p{Lu}[\\p{L}-]+)?)(?!\\p{L})`, "gu"),
];
// basisschool de klimboom, obs het kompas, ikc de vlinder
const LOWER_WITH_ARTICLE = new RegExp(`${BEFORE_NAME}(?:obs|rkbs|pcbs|cbs|kbs|bs|ikc|kdv|psz|basisschool|kindcentrum|kinderdagverblijf|peuterspeelzaal) (?:de|het|'t|t|den|st\\.?|sint) (?<name>\\p{Ll}{3,}(?:-\\p{L}+)?)`, "giu");
// obs klimop
const LOWER_BARE = new RegExp(`${BEFORE_NAME}(?:obs|rkbs|pcbs|cbs|kbs|ikc|kdv) (?<name>\\p{Ll}{4,}(?:-\\p{L}+)?)`, "gu");
// Beatrixschool, Koningin Emmaschool, Mendelcollege
const COMPOUND = new RegExp(`${BEFORE_NAME}(?:(?:Koningin|Prinses|Prins|Koning|Juliana|Sint|St\\.?|Dr\\.?|Jan|Anne|Willem|Theo|Annie|\\p{Lu}\\.) (?:(?:van|de|der) )?(?:\\p{Lu}[\\p{L}'’-]+ )?|\\p{Lu}\\p{Ll}+ en )?(?<word>\\p{Lu}[\\p{L}'’-]{2,}(?:school|college|lyceum|mavo))(?!\\p{L})`, "gu");
// prinses beatrixschool, spaarneschool: without a capital, when it is no Dutch word
const LOWER_COMPOUND = new RegExp(`${BEFORE_NAME}(?:(?:prinses|prins|koningin|koning|sint|st\\.?|dr\\.?) )?(?<lower>\\p{Ll}{4,}(?:school|college|lyceum))(?!\\p{L})`, "gu");
// op school 'de vuurtoren'
const QUOTED = /(?<=(?<!\p{L})(?:school|basisschool|opvang) ['"‘“])(?:de|het) \p{Ll}{3,}(?=['"’”])/gu;
const NO_NAME = /^(?:basis|vrije|zomer|brede|hoge|peuter|voor|middelbare|weekend|schakel|taal|praktijk|dans|zwem|muziek|koran|dalton|montessori|jenaplan|kanjer|kleuter|avond|na|thuis|plus|kopklas|ballet|sport|rij|toneel|kook|moskee|bos|tekens?|vak|ambachts|huishoud|lagere|dorps|buurt|wijk|buur|oud|theater|streek|top|pre|play|day|high|home|primary|nieuwkomers|inloop|vaar|opleidings|stage|moeder|ouder|partner|mytyl|tyltyl|kook|fiets|vlieg|zeil|tennis|voetbal|hockey|judo|schaak|regel|volks|brug|klooster|krijgs|politie|kunst|opvang|wissel)(?:school|college|lyceum|mavo)$/;
// op De Regenboog, naar Het Kompas, (De Ark): an article with a capital inside a sentence
const BY_ARTICLE = new RegExp(`(?:(?<=(?<before>\\p{Ll}+) |[,(] ?)(?<![.!?:] \\p{Ll}+ )(?:De|Het)|(?<=(?<!\\p{L})(?:op|naar|bij|school|locatie|opvang|bso|kdv) )'t) \\p{Lu}[\\p{L}'’-]{3,}(?: \\p{Lu}[\\p{L}-]+)?`, "gu");
// zit op het Schoter, naar het Coornhert in de brugklas, wij van de Wilgenhoek: the sentence is about going to school
const BY_CONTEXT = /(?<=(?<!\p{L})(?:zit|zat|zitten|zaten|gaat|ging|gaan|scholen?|brugklas|overstap\p{L}*|overgestapt|stapt|stapte|stappen|stroomt|doorstroomt|afstroomt|wisselt|aangenomen|uitgeloot|ingeloot|loting|toelating|gekomen|komt|kwam|komen|geplaatst|plek|plaats|aangemeld|aanmelden|ingeschreven|gewisseld|toegelaten|leerkracht|directeur|directrice|ib['’]?er|intern begeleider|mentor|wij|ons|collega['’]?s?|groep \d|klas|[1-6] ?[a-zA-Z]|brugklas\p{L}*|mavo|havo|vwo|vmbo|voorkeur|vo|leerling\p{L}*|eerder|eerst|vroeger|voorheen|oude|vorige|nieuwe|warme|overdracht|inschrijving|aanmelding|wachtlijst|open|rondleiding|kennismaking|gepraat|gebeld|meegelopen|proefplaatsing|time-out|docent\p{L}*|schoolleider|juf|meester|teruggeplaatst|weggestuurd|start|starten|gestart|verwezen|belde?|meekijken|rapport)(?!\p{L})[^.!?\n]{0,35}(?<!\p{L})(?:op|naar|van|bij|vanaf|uit|vanuit) )(?:de|het|[iI]t|['’]t) (?<name>\p{Lu}[\p{Ll}'’-]{3,}(?: (?:en |van |de |aan )?\p{Lu}[\p{Ll}-]{2,})?)(?! ?\d)/gu;
// zit op Sancta Maria: no article
const WITHOUT_ARTICLE = /(?<=(?<!\p{L})(?:zit|zat|zitten|zaten|leerling|school)(?: (?:nu|nog|eerst|eerder|vroeger|ook|al|hier|daar|gewoon|formeel)){0,2} op )(?<name>\p{Lu}[\p{Ll}'’-]{3,}(?: \p{Lu}[\p{Ll}-]{2,})?)(?! ?\d)/gu;
// vorige school was Sint Jozef; naar St. Martinus
const NAMED_SCHOOL = /(?<=(?<!\p{L})(?:[Vv]orige|[Oo]ude|[Nn]ieuwe|[Hh]uidige|[Ee]erdere|[Ll]aatste|andere|eerste|tweede) (?:basis)?school(?: is| was| heet| heette| wordt|:)+ )(?<name>\p{Lu}[\p{Ll}'’-]{3,}(?: \p{Lu}[\p{Ll}-]{2,})?)/gu;
const SAINT = /(?<=(?<!\p{L})(?:op|naar|van|bij|vanuit|met|door|school|basisschool|was|is) )(?:de )?(?<name>(?:Sint|St\.?)[ -]\p{Lu}[\p{Ll}'’-]{3,}(?:school)?)(?![\p{L}]|-)/gu;
const FEAST = /^(?:Sint|St\.?)[ -](?:Maarten|Nicolaas|Juttemis)$|(?:straat|laan|weg|plein)$/u;
// op de dalton: in a text about somebody there is one such school
const KIND_ALONE = /(?<=(?<!\p{L})(?:op|naar|van|bij) )(?:de|het) (?:montessori|dalton|jenaplan|vrijeschool)(?=[ ,.;:)!?\n]|$)/giu;
// naar het Bonhoeffer: only a school is called so, when no list has the word
const WITH_HET = /(?<=(?<!\p{L})(?:op|naar|van|bij|[Vv]anuit|uit) )het (?<name>\p{Lu}[\p{Ll}'’-]{4,})(?= ?(?:[(,.;:)?!\n]|$)| (?:en|in|te|of|omdat|maar|want|zegt|wil|gaat|is|heeft|met|om|als|toen|waar|net|dan|nu|ook|niet|zit|zat|kan|zou|was|door|voor) )/gu;
// op het teyler lyceum, naar praktijkcollege de brug
const LOWER_COLLEGE = /(?<=(?<!\p{L})(?:op|naar|van) )(?:het |de )?(?<lower>\p{Ll}{4,}) (?:college|lyceum|gymnasium)(?!\p{L})/gu;
// sbo de springplank, daltonschool de wissel
const LOWER_SPECIAL = new RegExp(`${BEFORE_NAME}(?:sbo|vso|isk|csg|osg|daltonschool|jenaplanschool|montessorischool|praktijkcollege|praktijkschool|(?<=(?:op|naar|van) )so) (?:(?:de|het|'t) (?<name>\\p{Ll}{4,})|(?<unknown>\\p{Ll}{5,}))(?!\\p{L})`, "gu");
// op 't Kwetternest, naar de Vuurvlinder: in a text about somebody
const BESIDE_A_NAME = /(?<!\p{Lu}[\p{L}.'’-]*\.? van )(?<=(?<!\p{L})(?:op|naar|vanuit|bij|van|school) )(?:de|het|['’]t) (?<name>\p{Lu}[\p{Ll}'’-]{4,}(?: \p{Lu}[\p{Ll}-]{2,})?)(?= ?[,.;:)?!\n]| (?:en|in|te|of|omdat|maar|want|zegt|wil|gaat|is|heeft|toen|waar|zat|zit|kwam|komt|door|met) |$)/gu;
// volgt het Stormink
const ATTENDED = /(?<=(?<!\p{L})(?:volgt|bezoekt|bezocht|bezoeken|verliet|verlaat|doorliep) )(?:de|het|['’]t) (?<name>\p{Lu}[\p{Ll}'’-]{3,}(?: \p{Lu}[\p{Ll}-]{2,})?)(?! ?\d)/gu;
// vorige school: De Regenboog
const AFTER_COLON = /(?<=(?<!\p{L})(?:school|basisschool|scholen|vo-school|opvang|bso|kdv|[Vv]oorkeur|[Vv]oorkeur (?:VO|vo|bso|school)|VO|keuze|schoolkeuze|plaatsing|herkomst)(?: is| was| wordt|:| =) ?)(?:[Dd]e|[Hh]et|['’]t|[Ii]t) (?<name>\p{Lu}[\p{L}'’-]{2,}(?: \p{Lu}[\p{L}-]+)?)/gu;
/** "Leest De Grijze Jager": what is read, watched or played. */
const TITLE_BEFORE = /(?<!\p{L})(?:leest|las|lezen|gelezen|boek|boeken|voorleesboek|prentenboek|film|serie|musical|spel|game|kijkt|speelt|liedje|lied|thema|voorstelling|krant|tijdschrift|verhaal|sprookje)(?!\p{L})[^.!?\n]*$/u;
const ARTICLE_AND_NAME = / (?:[Dd]e|[Hh]et|['’]t|[Ii]t) \p{Lu}/u;
const NO_SCHOOL = /^(?:\S+ )?(?:de |het )?(?:maatschappelijk|ib|cjg|ggd|is|en|heeft|geeft|wil|video|app|zelf|ouders|leerling\p{L}*|leerkracht\p{L}*|kernteam|gezond\p{L}*|wisc|dia|iep|avi|nt|citoscore)(?!\p{L})/iu;
const NO_LOWER_NAME = /^(?:school|leerling\p{L}*|ouders?|leerkracht\p{L}*|gemeente|bso|kinderen|kind|directeur|directie|juf|meester|groep|klas|moeder|vader|hele|eerste|tweede|laatste|volgende|nieuwe|oude|andere|zelfde|les|dag|week|deur|overgang|afspraak|overleg|gesprek|naar|voor|met|waar|maar|door|over|zijn|waren|heeft|moet|gaat|komt|kan|wil|mag|doet|weet|vindt|geeft|binnen|buiten|tijdens|samen|want|toen|omdat|vanaf|sinds)$/iu;

/** Names of schools: after obs, basisschool and the like, before College, "op De Regenboog", and every school the app knows. */
export function findSchools(context: Context): Hit[] {
  return withCoordinated(context, namedSchools(context));
}

function namedSchools(context: Context): Hit[] {
  const { text, allowed } = context;
  const byKind = BY_KIND.flatMap((rule) => [...text.matchAll(rule)]).filter((match) => isSchool(context, match));
  const lower = [...text.matchAll(LOWER_WITH_ARTICLE), ...text.matchAll(LOWER_BARE)].filter(({ groups }) => isLowerName(groups?.["name"] ?? ""));
  const compounds = [...text.matchAll(COMPOUND)].filter((match) => isCompoundName(text, match));
  const byArticle = [...text.matchAll(BY_ARTICLE)].filter((match) => !allowed(match.index + match[0].length - 1) && !allowed(match.index) && !isSurname(match) && !TITLE_BEFORE.test(before(text, match.index, 60)));
  const special = [...text.matchAll(LOWER_SPECIAL), ...text.matchAll(LOWER_COLLEGE)].filter(isSpecialName);
  const named = (match: RegExpExecArray) => hit(match, "SCHOOL", suggestionFor(context, match[0]));
  return [
    ...findKnownSchools(context),
    ...special.map(named),
    ...[...text.matchAll(WITH_HET)].filter((match) => isUnlisted(match) && isNameInContext(context, match, false)).map(named),
    ...(context.identifies ? [...text.matchAll(KIND_ALONE)].map(named) : []),
    ...(context.identifies ? [...text.matchAll(BESIDE_A_NAME)].filter((match) => isNameInContext(context, match)).map(named) : []),
    ...[...byKind, ...lower, ...compounds, ...[...text.matchAll(LOWER_COMPOUND)].filter(isLowerCompound), ...text.matchAll(QUOTED)].map(named),
    ...[...text.matchAll(BY_CONTEXT), ...text.matchAll(WITHOUT_ARTICLE), ...text.matchAll(NAMED_SCHOOL), ...[...text.matchAll(SAINT)].filter(({ groups }) => !FEAST.test(groups?.["name"] ?? "")), ...text.matchAll(ATTENDED), ...text.matchAll(AFTER_COLON)].filter((match) => isNameInContext(context, match)).map(named),
    ...byArticle.map(named),
  ];
}

const COORDINATED = /^(?:,| en| of| of op| en op| en naar|, daarna| naar|, of| dan|, toen| \/|\/) ?(?<name>(?:op |naar |van )?(?:[Dd]e|[Hh]et|['’]t) \p{Lu}[\p{L}'’-]{2,}(?: \p{Lu}[\p{L}-]{3,})?)/u;

/** "op de Windroos, De Kameleon en het Kompas": what stands in a row with a school is one. */
function withCoordinated(context: Context, hits: Hit[]): Hit[] {
  const all = [...hits];
  for (const { end } of all) {
    const match = COORDINATED.exec(context.text.slice(end, end + 60));
    const name = match?.groups?.["name"]?.replace(/^(?:op|naar|van) /, "");
    const first = fold(name?.split(" ")[1] ?? "");
    if (match === null || name === undefined || commonCapitals.has(first) || roleOfWord(first) !== null) continue;
    const start = end + match[0].length - name.length;
    if (!all.some((found) => found.start < start + name.length && found.end > start)) all.push({ start, end: start + name.length, label: "SCHOOL", suggestion: suggestions.otherSchool });
  }
  return all;
}

/** What to write instead: "obs De Wilgen" is our own school, when that is called so. */
function suggestionFor({ ownSchool }: Context, name: string): string {
  return ownSchool !== "" && fold(name).endsWith(ownSchool) ? suggestions.school : suggestions.otherSchool;
}

function isSchool({ allowed }: Context, match: RegExpExecArray): boolean {
  const name = match.groups?.["name"] ?? "";
  const start = match.index + match[0].lastIndexOf(name);
  if (NO_SCHOOL.test(match[0]) || (allowed(start) && !ARTICLE_AND_NAME.test(match[0]))) return false;
  // "SO Ik", "School Wij": a sentence goes on.
  return !(/^\p{Lu}\p{Ll}*$/u.test(name) && isFunctionWord(name.toLowerCase()));
}

const WORD_LIKE = /(?:\p{L}{4}ing|heid|school|teit|atie|ment|team|groep|plan|toets|zorg|hulp|werk|wet|dag|week|bouw|kunde|coach|arts|straat|laan|weg|plein|park|club|ouders?|dienst|kerk|moskee|bank|hal|zaal|lokaal|kantine|balie|markt|kassa|receptie|tuin|kast|tafel|lijst|app|site|raad|training|huis)$/u;

/** No role, organisation, street, language or feast: "van de Leerkracht", "bij de Turkse buren". */
function isNameInContext({ allowed, weighs }: Context, match: RegExpExecArray, noProper = true): boolean {
  const name = match.groups?.["name"] ?? "";
  const first = fold(name.split(" ")[0] ?? "");
  if (allowed(match.index + match[0].length - 1) || commonCapitals.has(first) || roleOfWord(first) !== null || WORD_LIKE.test(first) || (weighs && isDutch(first))) return false;
  const second = fold(name.split(" ")[1] ?? "");
  const twoNames = second !== "" && !isDutch(second) && !isProper(second);
  return (!noProper || twoNames || !isProper(first)) && !isPlaceName(first);
}

/** Something that is called so, be it a country or an amusement park. */
function isProper(word: string): boolean {
  return classesOf(word).has("proper") || classesOf(word).has("capitalised");
}

/** "mevrouw De Bruin": after a role or a title it is somebody's name; "administratie De Klimroos", which nobody is called, is not. */
function isSurname(match: RegExpExecArray): boolean {
  const role = roleOfWord(match.groups?.["before"] ?? "");
  const name = fold(match[0].split(" ")[1] ?? "");
  return role !== null && (role === "title" || !isDutch(name) || classesOf(name).has("wordSurname"));
}

/** In no list, or a surname and no word. */
function isUnlisted(match: RegExpExecArray): boolean {
  const name = fold(match.groups?.["name"] ?? "");
  const classes = classesOf(name);
  return !isDutch(name) && !classes.has("wordSurname") && !/(?:s|sch)$/.test(name);
}

const KIND_OF_COLLEGE = /^(?:(?:openbare?|christelijke?|katholieke?|categoraal|nieuwe?|andere?|gewone?|zelfstandig|particuliere?|stedelijk|regulier|zelfde|huidige?|vorige?|plaatselijke?|voor|naar|van|een|deze|onze)|.*(?:ige|ige?|lijke?|se|sche))$/;

/** No verb or adjective where a name should be. */
function isSpecialName(match: RegExpExecArray): boolean {
  const { name, unknown, lower } = match.groups ?? {};
  if (unknown !== undefined) return !isDutch(fold(unknown));
  if (lower !== undefined) return !KIND_OF_COLLEGE.test(lower) && !isA("verb", lower);
  return isLowerName(name ?? "") && !KIND_OF_COLLEGE.test(name ?? "");
}

function isLowerCompound(match: RegExpExecArray): boolean {
  const lower = match.groups?.["lower"] ?? "";
  if (NO_NAME.test(lower)) return false;
  // "de oranjeschool": two words together that are in no dictionary as one.
  return !isDutch(fold(lower)) || (!isA("word", fold(lower)) && /(?<!\p{L})(?:op|van|naar|bij|vanaf) de $/u.test(before(match.input, match.index)));
}

function isFunctionWord(word: string): boolean {
  return word.length < 4 && isA("word", word);
}

function isLowerName(name: string): boolean {
  return !NO_LOWER_NAME.test(name) && !isA("verb", name.toLowerCase()) && !/^\p{Ll}+(?:leerling|leerkracht|school)en$/u.test(name);
}

/** "Zomerschool" is none, and at the start of a sentence a word of the dictionary is none either. */
function isCompoundName(text: string, match: RegExpExecArray): boolean {
  const word = match.groups?.["word"] ?? "";
  if (NO_NAME.test(word.toLowerCase())) return false;
  const bare = word.toLowerCase().replace(/(?:school|college|lyceum|mavo)$/, "");
  return !isA("word", word.toLowerCase()) && (!/(?:^|[.!?:\n]\s*)$/.test(text.slice(0, match.index)) || !isA("word", bare));
}

function findKnownSchools(context: Context): Hit[] {
  const { words, schools } = context;
  const hits: Hit[] = [];
  words.forEach((word, index) => {
    for (const name of schools.get(word.folded) ?? []) {
      const found = words.slice(index, index + name.length);
      const matches = name.every((part, offset) => found[offset]?.folded === part && (offset === 0 || isAdjacent(found[offset], found[offset - 1])));
      const last = found.at(-1);
      if (!matches || last === undefined || !isWrittenAsName(found, words[index - 1])) continue;
      const article = words[index - 1];
      const start = article !== undefined && /^(?:de|het)$/.test(article.folded) && isAdjacent(word, article) ? article.start : word.start;
      hits.push({ start, end: last.end, label: "SCHOOL", suggestion: suggestionFor(context, name.join(" ")) });
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

/** Kinds as written in a sentence, at its start and in capitals: a rule about capitals cannot ignore them altogether. */
function written(kinds: string): string {
  const forms = kinds.split("|").flatMap((kind) => [kind, kind.charAt(0).toUpperCase() + kind.slice(1), /^[a-z. ]{2,6}$/.test(kind) ? kind.toUpperCase() : kind]);
  return [...new Set(forms)].join("|");
}
