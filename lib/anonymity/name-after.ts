import { fold } from "#lib/anonymity/folding";
import { commonCapitals, isVerb, noPeople, roleOf } from "#lib/anonymity/grammar";
import { isA } from "#lib/anonymity/lexicon";
import { worksSomewhere } from "#lib/anonymity/occupations";
import { isChineseSyllable, isCountedSurname, namedKinds, ownersOfThings, plainKinds } from "#lib/anonymity/readings";
import { isFollowedBy, type NameRule, type Spot, writtenAs } from "#lib/anonymity/read-text";
import { isAdjacent } from "#lib/anonymity/tokens";

/** What the words after say about a word being a name. The first rule that applies counts. */
export const afterRules: readonly NameRule[] = [
  isSaidToBeName,
  isSpokenOf,
  isMaximum,
  isInGroup,
  hasLowerSurname,
  ownsSomething,
  isApposed,
  startsChineseName,
  isBeforeBracket,
  belongsSomewhere,
  isSeniorOrSelf,
  isAlsoNot,
  hasLongSurname,
  isObjectOfMeeting,
  isSubjectOfClause,
  acts,
  hasSurname,
];

const OWNS = /^ ?(?:['’]s\b|z['’]n\b|zn\b|zijn (?:moeder|vader|ouders|broer|zus|oma|opa|juf|meester)|(?:z['’]n|d['’]r|haar) \p{Ll}+)/u;

/** "Meester is haar achternaam", "Storm heet hij". */
function isSaidToBeName({ word, written, reading, rest }: Spot): number | null {
  if (!word.capital) return null;
  if (/^ (?:is|(?:heet|heette) (?:ze|zij|hij|ie) (?:van|met))(?: (?:zijn|haar|de|mijn|hun|z'n|d'r))? (?:achternaam|voornaam|roepnaam|bijnaam|naam|meisjesnaam)/.test(rest)) return 9;
  // "Officieel heet ze van" and "Later heette hij niet" begin with a word of the language.
  if (written === "start" && reading.kind === "dutch") return null;
  return /^ (?:heet|heette) (?:ze|zij|hij|ie) ?(?:[,.;)]|(?:met|van|en|niet|eigenlijk|dus)(?!\p{L})|$)/u.test(rest) ? 9 : null;
}

/** "praat max hard", "max vier kinderen": no Max. */
function isMaximum({ reading, written, rest }: Spot): number | null {
  if (!/^(?:max|min)$/.test(reading.name) || written === "inside") return null;
  return /^\.? (?:hard|snel|veel|lang|goed|\d|een |één|twee|drie|vier|vijf|zes|acht|tien|half|dom|haalbaar|uur|aantal)/.test(rest) ? -30 : null;
}

/** "joudy gr 2", "storm (groep 5)". */
function isInGroup({ reading, rest }: Spot): number | null {
  if (reading.kind === "dutch" || reading.kind === "proper" || reading.kind === "place" || reading.verb) return null;
  return /^ ?[(,]? ?(?:gr|groep|klas|kl)\.? ?\d/.test(rest) ? 3 : null;
}

/** "bloem teunissen". */
function hasLowerSurname({ word, written, reading, next, nextReading }: Spot): number | null {
  if (written !== "lower" || next === undefined || next.capital || roleOf(word) !== null || nextReading?.kind !== "surname" || !isAdjacent(next, word)) return null;
  return reading.kind === "wordName" || reading.kind === "rare" || reading.kind === "unknown" ? 4 : null;
}

/** "sjimmie z'n oma". */
function ownsSomething({ reading, next, rest }: Spot): number | null {
  if (next === undefined || reading.kind === "dutch" || !OWNS.test(rest)) return null;
  return reading.kind === "unknown" && !reading.typo ? 3 : 2;
}

/** "Wil, de buurvrouw"; "Bas, de handpop" is nobody. */
function isApposed({ words, index, reading, rest }: Spot): number | null {
  const apposed = words[index + 2];
  if (apposed === undefined || !/^, (?:de|een|haar|zijn|mijn|onze|het|die) /.test(rest)) return null;
  if (noPeople.has(apposed.folded)) return -6;
  return roleOf(apposed) !== null && reading.kind !== "dutch" ? 2 : null;
}

function startsChineseName(spot: Spot): number | null {
  const { reading, next, nextReading } = spot;
  if (next === undefined || !isFollowedBy(spot) || !isChineseSyllable(reading.name) || !isChineseSyllable(next.folded)) return null;
  return reading.dutch && nextReading?.dutch === true ? null : 3;
}

/** "Iris (collega)", "Storm (middenbouw)"; after any other mark nothing is told. */
function isBeforeBracket(spot: Spot): number | null {
  const { next } = spot;
  if (next === undefined) return 0;
  if (isFollowedBy(spot)) return null;
  return /^ ?[([] ?/.test(next.gap) && (roleOf(next) !== null || /^(?:groep|gr|mb|bb|ob|hb)$/.test(next.folded)) ? 2 : 0;
}

/** "Ans van de GGD", "ada vd administratie"; "met bakker van de ggd" is nobody who bakes. */
function belongsSomewhere({ word, reading, written, previous, rest }: Spot): number | null {
  if (reading.kind === "dutch" || !worksSomewhere(rest)) return null;
  const isSomebody = reading.kind === "wordSurname" && written === "lower" && (previous === undefined || !isAdjacent(word, previous) || /^(?:met|door|namens|via|aan|dat|bel|belt|mail|mailt|vraagt|en)$/.test(previous.folded));
  return isSomebody ? 5 : 2;
}

function isSeniorOrSelf({ reading, rest }: Spot): number | null {
  return reading.kind !== "dutch" && /^ (?:junior|senior|jr|sr|zelf|en haar|en zijn|en z'n)(?!\p{L})/u.test(rest) ? 2 : null;
}

/** "Ton ook niet." */
function isAlsoNot({ word, reading, written, rest }: Spot): number | null {
  if (reading.verb && WILL_NOT.test(rest)) return 0;
  return written === "start" && word.startsSentence && MAY_BE_CALLED.has(reading.kind) && /^ (?:ook|wel|niet|alweer)(?: niet| wel| al)?(?:[.,!?]|$)/.test(rest) ? 3 : null;
}

/** "Wil wel, kan niet": a verb whose subject is left out. */
const WILL_NOT = /^ (?:wel|niet|ook)[,;.]? (?:maar |en )?(?:kan|mag|durft|lukt|doet|wil|weet|hoeft)(?!\p{L})/u;

const MAY_BE_CALLED: ReadonlySet<string> = new Set(["first", "mostName", "wordName", "weakName", "rare", "unknown"]);

/** "Wil van den Berg", "Storm de Jong". */
function hasLongSurname({ text, word, reading, written }: Spot): number | null {
  if (written === "lower" || !(reading.kind === "wordName" || reading.kind === "weakName" || reading.kind === "mostName")) return null;
  const surname = /^ (?:van|van de[nr]?|van 't|de|den|der|ter|ten|te|el|v\.?d\.?) (?<name>\p{Lu}[\p{L}'’]+)/u.exec(text.slice(word.end, word.end + REACH))?.groups?.["name"];
  return surname !== undefined && (isA("surname", fold(surname)) || isA("wordSurname", fold(surname))) ? 4 : null;
}

const REACH = 40;

const MEETING = /^ (?:in (?:de|mijn|m'n|onze|haar|zijn) (?:klas|groep)(?!\p{L})|(?:al |net |ook |nog |niet |gisteren |vandaag )?(?:gevraagd|gesproken|gebeld|gezien|geholpen|gemaild|opgehaald|gebracht|uitgenodigd|geappt|ontmoet|verteld|geslagen|gepest|gevonden|meegenomen|weggestuurd|naar)(?!\p{L}))/u;

/** "ik heb lot gevraagd". */
function isObjectOfMeeting({ word, reading, previous, rest }: Spot): number | null {
  if (!ownersOfThings.has(reading.kind) || !/^(?:heb|heeft|had|hebben|hadden)$/.test(previous?.folded ?? "") || !MEETING.test(rest) || word.text.length < 3) return null;
  return reading.kind === "unknown" && !reading.typo ? 3 : 2;
}

const ADVERB = /^ (?:niet|ook|wel|weer|nog|al|vaak|soms|altijd|zelf|erg|heel|te|zich|thuis|boos|nooit|echt|nu|alleen|steeds|gewoon|graag|bang|verdrietig|ziek|moe)(?!\p{L})/u;

/** "dat roos niet slaapt": a thing would have an article. */
function isSubjectOfClause({ reading, previous, rest }: Spot): number | null {
  return ownersOfThings.has(reading.kind) && /^(?:dat|omdat|of|als|toen|wanneer|terwijl|sinds|want)$/.test(previous?.folded ?? "") && ADVERB.test(rest) ? 2 : null;
}

const PEOPLE_DO = new Set(
  "huilt huilde lacht lachte zegt zei vindt vond vertelt vertelde belt belde slaat sloeg speelt speelde rent rende eet at slaapt sliep wil wilde vraagt vroeg luistert luisterde appt appte mailt mailde schreeuwt schreeuwde fluistert durft durfde denkt dacht weet wist woont woonde heet heette mist miste rekent leest praat praatte knikt schopt bijt spuugt liegt steelt pest tekent zucht gilt gilde schrikt schrok".split(" "),
);

const SPEAKS = /^(?:zegt|zei|vertelt|vertelde|vraagt|vroeg|roept|riep|huilt|huilde|lacht|lachte|fluistert)$/;

const ONLY_PEOPLE_DO = /^(?:huilt|huilde|lacht|lachte|slaapt|sliep|eet|at|speelt|speelde|rent|rende|luistert|luisterde|schreeuwt|schreeuwde|fluistert|durft|durfde|schopt|bijt|spuugt|liegt|slaat|sloeg|tekent|gilt|schrikt|schrok|mist|appt|appte)$/;
const SPEAKS_OR_CALLS = /^(?:zegt|zei|vertelt|vertelde|vraagt|vroeg|belt|belde|mailt|mailde|appt|appte|vindt|vond|wil|wilde|denkt|dacht|weet|wist|heeft|had|is|was|komt|kwam|neemt|nam|sluit|gaat|ging|stelt|doet|pakt|meldt|meldde|geeft|gaf)$/;

/** Verbs too, but nobody says "wil zegt" or "ben is" unless somebody is called so. */
const VERBS_AND_NAMES = new Set(["wil", "ben", "job", "will", "don"]);

const PRONOUN_AFTER_VERB = /^ \p{L}+ (?:ze|zij|hij|ie|we|wij|ik|je|men)(?!\p{L})/u;
const FAVOURITE = /^ is (?:zijn|haar|mijn|de|het|een|z'n|d'r) (?:lieveling|favoriet|kleur|thema|woord|letter|liedje|onderwerp)/u;

/** "Regen vindt ze fijn", "roos is haar lievelingskleur": what somebody does something with, or a word that is spoken of. */
function isSpokenOf({ reading, written, rest }: Spot): number | null {
  if (written === "lower" && reading.verb && /^ (?:ze|zij|hij|ie|we|wij|ik|je|men)(?!\p{L})/u.test(rest)) return -6;
  if (!THINGS.has(reading.kind) || written === "inside") return null;
  return PRONOUN_AFTER_VERB.test(rest) || FAVOURITE.test(rest) ? 0 : null;
}

const THINGS: ReadonlySet<string> = new Set(["dutch", "wordName", "weakName", "wordSurname"]);

/** "Roos slaapt": a verb, best of all at the start of a clause. */
function acts({ word, reading, written, weighs, previous, next, nextReading }: Spot): number | null {
  if (next === undefined || !isVerb(next.folded, nextReading?.verb === true)) return null;
  const startsClause = previous === undefined || word.startsSentence || !isAdjacent(word, previous);
  if (startsClause && VERBS_AND_NAMES.has(word.folded) && (next.folded === word.folded || /(?:t|is|was|had|zei|vond|gaf|ging|kwam|zat|stond)$/.test(next.folded)) && !/^(?:niet|het|dat|dit|met|wat|uit|tot)$/.test(next.folded)) return reading.possessive ? 3 : 6;
  // "Denver slaapt slecht": no town does.
  if (word.capital && startsClause && (reading.kind === "place" || reading.kind === "proper") && ONLY_PEOPLE_DO.test(next.folded)) return 8;
  // "hoop zegt dat": neither hope nor rest speaks.
  if (reading.kind === "weakName" && written === "lower" && startsClause && SPEAKS.test(next.folded)) return 6;
  if (weighs && reading.kind === "wordSurname") return 1;
  if (startsClause && !weighs && written !== "inside" && isCountedSurname(reading.name) && SPEAKS_OR_CALLS.test(next.folded)) return 6;
  return (startsClause ? 3 : 2) + (PEOPLE_DO.has(next.folded) && written !== "lower" ? 1 : 0);
}

const LIKE_A_SURNAME = /.{2}(?:huis|huizen|kamp|veld|berg|man|mans|stra|sma|ema|inga|hof|hoven|horst|dijk|sen|ink|brink|burg|beek|meijer|mulder|boer|kens|stein|laar|poort|voort|rode|kers|maker|bergen|woud|hout)$/;

/** "Wei Zhang": another name with a capital. */
function hasSurname({ written, reading, next, nextReading }: Spot): number | null {
  if (next === undefined || nextReading === undefined || written === "lower" || writtenAs(next) !== "inside" || commonCapitals.has(next.folded)) return null;
  if (nextReading.kind === "dutch" && LIKE_A_SURNAME.test(next.folded) && namedKinds.has(reading.kind)) return 2;
  if (!nextReading.surname && !namedKinds.has(nextReading.kind) && nextReading.kind !== "unknown" && nextReading.kind !== "capitalised") return null;
  return plainKinds.has(nextReading.kind) ? 3 : 2;
}
