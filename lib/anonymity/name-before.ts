import { announcers, commonCapitals, isArticle, isThoughtOut, isVerb, mayPrecedeName, neverAfterRole, noPeople, placePrepositions, productWords, pronouns, roleOf, roles, talksToPerson } from "#lib/anonymity/grammar";
import { isA, isDutch } from "#lib/anonymity/lexicon";
import { isChineseSyllable, isCountedFirstName, isCountedSurname, isTinyName, namedKinds, ownersOfThings, plainKinds } from "#lib/anonymity/readings";
import type { NameRule, Spot } from "#lib/anonymity/read-text";
import { isAdjacent, type Word } from "#lib/anonymity/tokens";

/** What the words before say about a word being a name. The first rule that applies counts. */
export const beforeRules: readonly NameRule[] = [
  startsText,
  isGreeted,
  inBracketsAfterRole,
  isCalled,
  followsQuotedRole,
  isAppositionOfRole,
  isAnnounced,
  isInRowOfThings,
  followsSeparator,
  namesAnimal,
  namesThinker,
  endsChineseName,
  isWhose,
  isAskedAbout,
  isBareSurname,
  isBareFirstName,
  followsRole,
  followsArticle,
  followsArticleAndAdjective,
  isAboutProduct,
  followsPreposition,
];

/** A line that is only a name, as under a mail. */
function startsText({ text, word, previous }: Spot): number | null {
  if (previous !== undefined) return null;
  return /^[ \t]*(?:\n|$)/.test(text.slice(word.end, word.end + 4)) ? 1 : 0;
}

const GREETS_AT_START = new Set("dag beste lieve collega ha dear".split(" "));

const EVERYBODY = new Set("allemaal allen iedereen team collega collegas collega's mensen jij jullie ib daar ouders ouder lieverd lieverds dames heren juf meester beste lieve samen hier even jongens meiden schat meid".split(" "));

/** "Hoi Ilse", "hey sas,", "groetjes, Gea"; "dag" and "beste" greet at the start of a sentence only. */
function isGreeted({ text, word, reading: { kind }, written, previous }: Spot): number | null {
  if (previous === undefined || !talksToPerson.has(previous.folded) || !/^[.,!:]?\s+$|^[:,] ?$/.test(word.gap)) return null;
  if (GREETS_AT_START.has(previous.folded) && !previous.startsSentence && word.gap.startsWith(".")) return null;
  if (written === "lower" && /^(?:hoi|hi|hey|hee|hallo|ha)$/.test(previous.folded) && word.gap === " " && text.startsWith(",", word.end) && !EVERYBODY.has(word.folded)) return 9;
  const isWord = kind === "weakName" || kind === "wordSurname" || (!namedKinds.has(kind) && kind !== "unknown");
  if (written === "lower" && (isWord || (GREETS_AT_START.has(previous.folded) && !previous.startsSentence))) return 0;
  const ends = /^\s*(?:[,.!\n]|$)/.test(text.slice(word.end, word.end + 3));
  return (kind === "wordName" || ends ? 4 : 3) - (kind === "dutch" && !ends ? 2 : 0);
}

/** "De buurvrouw (Gré)", "mentor (Snel)"; "moeder (Turks)" less. */
function inBracketsAfterRole({ text, word, reading, previous }: Spot): number | null {
  if (previous === undefined || !/^ ?[([]$/.test(word.gap) || roleOf(previous) === null || !/^[)\] ,]/.test(text.slice(word.end, word.end + 1))) return null;
  if (reading.kind === "dutch" && !reading.dutch && word.capital && reading.name.length < 9 && text.startsWith(")", word.end)) return 7;
  return reading.kind === "dutch" ? 1 : reading.kind === "wordSurname" && word.capital ? 4 : 3;
}

const CALLED = /(?<!\p{L})(?:noem\p{L}*|heet|heette)(?: (?:hem|haar|ze|zich|hij|zij|ie|mij|iedereen|eigenlijk|ook)){0,2} ["“'‘]?$/u;

/** Iedereen noemt hem "Boef". */
function isCalled(spot: Spot): number | null {
  const { text, word, written, reading, previous } = spot;
  if (previous === undefined || isAnimalsName(spot) || written === "lower" || reading.kind === "first") return null;
  return CALLED.test(text.slice(Math.max(0, word.start - 40), word.start)) ? (written === "start" ? 7 : 4) : null;
}

/** Haar "tante" Comfort; juf/meester Anna. */
function followsQuotedRole({ word, reading, written, previous }: Spot): number | null {
  if (previous === undefined || !/^["”'’)] $/.test(word.gap) || roleOf(previous) === null || written !== "inside") return null;
  return reading.kind === "proper" || commonCapitals.has(word.folded) || reading.verb ? null : 4;
}

/** "een vriendje, dyllano, van 17"; "zijn juf, Merel, weet het". */
function isAppositionOfRole({ text, word, reading, previous }: Spot): number | null {
  if (previous === undefined || word.gap !== ", " || roleOf(previous) === null || !/^(?:,| \(|\)|$)/.test(text.slice(word.end, word.end + 2))) return null;
  return reading.kind === "unknown" || (namedKinds.has(reading.kind) && reading.kind !== "weakName") ? 3 : null;
}

/** After a comma, dash or colon stands a name as well as anything else. */
function followsSeparator({ word, reading: { kind }, previous }: Spot): number | null {
  if (isAdjacent(word, previous)) return null;
  if (/^\s*[:=]\s*$/.test(word.gap)) return kind === "dutch" ? 0 : 1;
  const separated = /^\s*[,;/+&(–-]\s*$|^\s*["“„'‘(]$/.test(word.gap);
  return separated && (plainKinds.has(kind) || kind === "unknown") ? 1 : 0;
}

function namesAnimal({ previous }: Spot): number | null {
  return previous !== undefined && noPeople.has(previous.folded) ? -6 : null;
}

function namesThinker({ words, index, previous }: Spot): number | null {
  return previous?.folded === "van" && isThoughtOut(words[index - 2]) ? -8 : null;
}

const ANIMAL_DISTANCE = 6;

/** "De hond van de conciërge heet Tommie". */
function isAnimalsName({ words, index }: Spot): boolean {
  for (let near = index - 1; near >= Math.max(0, index - ANIMAL_DISTANCE); near -= 1) {
    const word = words[near];
    if (word !== undefined && noPeople.has(word.folded)) return true;
    if (word?.startsSentence === true) return false;
  }
  return false;
}

/** "hui ling": two syllables of a Chinese name, not both of them Dutch words. */
function endsChineseName({ reading, written, previous, previousReading }: Spot): number | null {
  if (previous === undefined || written === "start" || !isChineseSyllable(reading.name) || !isChineseSyllable(previous.folded)) return null;
  return previousReading?.dutch === true && reading.dutch ? null : 4;
}

/** Names too, but hardly after "de moeder van". */
const NEVER_OWNERS = new Set("dan den per elke nader min long lang don can may will".split(" "));

/** "de vader van roos": whose, if not a person's? */
function isWhose({ words, index, word, reading, previous }: Spot): number | null {
  const owned = words[index - 2];
  if (previous === undefined || owned === undefined || !/^(?:van|v)$/.test(previous.folded) || !isAdjacent(previous, owned)) return null;
  // "De moeder van India": no country has one.
  if (word.capital && (reading.kind === "place" || reading.kind === "proper") && roles.kin.has(owned.folded) && !/(?:se|sche)$/.test(reading.name)) return 8;
  if (roleOf(owned) === null || !(ownersOfThings.has(reading.kind) || (reading.kind === "weakName" && !NEVER_OWNERS.has(reading.name)))) return null;
  if (reading.kind === "weakName") return 5;
  return reading.kind === "unknown" ? 2 : 3;
}

const CALLS = /^(?:bel|belt|belde|bellen|mail|mailt|mailde|app|appt|appte|vraag|vraagt|vroeg|sprak|spreek|spreekt|informeer|informeert)$/;

/** "Met bakker gesproken", "belde smit", "bel jij kuipers?": whoever bakes would have an article, and "als bakker" is a trade. */
function isBareSurname({ words, index, reading, written, previous, rest }: Spot): number | null {
  if (written !== "lower" || previous === undefined || !isAdjacent(words[index], previous) || !isCountedSurname(reading.name)) return null;
  if (/^ (?:worden|te worden|van beroep|tot|en|of)(?!\p{L})/u.test(rest)) return null;
  const caller = words[index - 2];
  const isCalled = CALLS.test(previous.folded) || (/^(?:jij|je|ik|we|wij|even|ook|nog|dan|toch|zelf)$/.test(previous.folded) && caller !== undefined && CALLS.test(caller.folded));
  return isCalled || /^(?:met|door|aan|over|tegen|volgens|namens|via|dat|omdat)$/.test(previous.folded) ? 6 : null;
}

const BEFORE_BARE = new Set("met over voor bij van door aan om tegen naast namens zonder tussen volgens dat omdat toen als heb heeft had hebben hadden zat was is zag ziet vond vind vindt sprak spreek spreekt gesproken bel belt belde help helpt hielp mis mist haal haalt haalde breng bracht stuur stuurde kreeg krijgt wordt werd vandaag gisteren vanmiddag vanmorgen vanochtend net ook even weer jij je ik we wij".split(" "));

/** "Hoe gaat het met roos?", "heeft beer geslagen": one of a kind has an article. */
function isBareFirstName({ word, reading, written, previous, rest }: Spot): number | null {
  if (written !== "lower" || previous === undefined || !isAdjacent(word, previous) || !isCountedFirstName(reading.name) || !BEFORE_BARE.has(previous.folded)) return null;
  return /^(?:-|\/| (?:of|op school|op de|in de tuin|uit de tuin)(?!\p{L}))/u.test(rest) ? null : 4;
}

const ASKED = /^ (?:niet|ook|wel|weer|nog|al|morgen|vandaag|gisteren|straks|ziek|jarig|thuis|daar|er|bij|mee|met)(?!\p{L})/u;

const FEELS = /^ (?:weer |ook |niet |nog |vandaag |gisteren )?(?:te laat|ziek|afwezig|absent|jarig|boos|verdrietig|bang|moe|vrolijk)(?!\p{L})/u;

/** "Was Denver weer te laat", "Is Nyala morgen jarig?": a town is not asked about so. */
function isAskedAbout({ reading: { kind }, written, previous, previousReading, rest }: Spot): number | null {
  if ((kind === "place" || kind === "proper") && written === "inside" && /^(?:is|was)$/.test(previous?.folded ?? "") && FEELS.test(rest)) return 8;
  if (previous?.startsSentence !== true || written !== "inside" || !isVerb(previous.folded, previousReading?.verb === true) || !ASKED.test(rest)) return null;
  return kind === "place" ? 5 : kind === "unknown" ? 1 : null;
}

/** "juf Moon", "dhr. brouwer". */
function followsRole(spot: Spot): number | null {
  const { word, reading, written, previous } = spot;
  const role = previous === undefined ? null : roleOf(previous);
  if (role === null) return null;
  const { kind } = reading;
  if (neverAfterRole.has(reading.name)) return kind === "weakName" && written === "inside" ? 2 : 0;
  if (written === "lower" && reading.dutch && reading.verb && isTold(spot)) return 0;
  if (kind === "proper" && written === "lower") return isLowerProper(reading) ? 8 : 0;
  if (kind === "proper") return (role === "title" || !/(?:s|se|sche?)$/.test(reading.name)) && isNameAfterRole(word, reading.verb, written) ? 7 : 0;
  if (role === "title" && kind === "unknown" && written === "lower") return 5;
  if (role === "title" && kind === "dutch" && reading.surname && !word.allCaps) return 8;
  if (role === "title" && previous?.folded !== "dr" && !reading.dutch && !reading.verb && written === "lower" && (kind === "dutch" || kind === "place" || kind === "wordSurname")) return 8;
  if (written === "lower" && isCountedSurname(reading.name) && role !== "kin") return 6;
  if (kind === "dutch") return isNameAfterRole(word, reading.verb, written) ? (role === "title" ? 6 : 5) : 0;
  if (kind === "wordSurname") return role === "title" || written === "inside" ? 5 : 2;
  return kind === "weakName" ? 4 : 3;
}

/** "het gezin kent": what somebody does of whom an article tells. */
function isTold({ words, index }: Spot): boolean {
  const article = words[index - 2];
  return article !== undefined && isArticle(article.folded) && isAdjacent(words[index - 1], article);
}

/** "opa baer": a rare name that the dictionary has; no language, country or people. */
function isLowerProper({ name, dutch }: Spot["reading"]): boolean {
  return !dutch && name.length > 3 && !commonCapitals.has(name) && !/(?:s|sch|sche|se|land|ie|ia|aan|er|en|oot|eer|google|tok|chat)$/.test(name);
}

function isNameAfterRole(word: Word, verb: boolean, written: string): boolean {
  return written === "inside" && !verb && !word.allCaps && !commonCapitals.has(word.folded) && roleOf(word) === null;
}

/** What stands after "achternaam:" in a form, unless nobody filled it in. */
const FORM_FIELD = /^(?:achternaam|voornaam|voornamen|roepnaam|familienaam)$/;
const NOT_FILLED_IN = /^(?:onbekend|geheim|zie|nvt|niet|geen|van|de|het|en|of|kind|moeder|vader|leerling|is)$/;

/** "heet Storm", "ene Piet", "Achternaam: brouwer". */
function isAnnounced(spot: Spot): number | null {
  const { word, reading: { kind, name }, previous } = spot;
  if (previous === undefined || !announcers.has(previous.folded)) return null;
  if (/^(?:heet|heette|genaamd|naam)$/.test(previous.folded) && isAnimalsName(spot)) return -8;
  if (FORM_FIELD.test(previous.folded) && /^\s*[:=]\s*$/.test(word.gap) && !NOT_FILLED_IN.test(name)) return 9;
  return kind === "dutch" || kind === "proper" || kind === "place" ? 1 : 3;
}

/** "een roos", "de mees in de tuin". */
function followsArticle({ reading: { kind, possessive, dutch }, written, weighs, previous }: Spot): number | null {
  if (previous === undefined || !isArticle(previous.folded)) return null;
  if (possessive && dutch) return -8;
  if (kind === "first" || (kind === "mostName" && written === "inside" && !weighs)) return -1;
  return plainKinds.has(kind) ? -2 : -3;
}

/** "een rode roos". */
function followsArticleAndAdjective({ words, index, reading, previous, previousReading }: Spot): number | null {
  const article = words[index - 2];
  if (previous === undefined || article === undefined || reading.kind === "first" || previousReading?.kind !== "dutch") return null;
  return /(?:e|en|ste)$/.test(previous.folded) && isArticle(article.folded) ? -2 : null;
}

const PRODUCT_DISTANCE = 4;

/** Something is used, scored or followed nearby: a method, a test, an app or an organisation, rather than a person. */
function isAboutProduct({ words, index, reading }: Spot): number | null {
  if (reading.kind !== "unknown") return null;
  for (let near = index - 1; near >= Math.max(0, index - PRODUCT_DISTANCE); near -= 1) {
    const word = words[near];
    if (word === undefined || /[.!?\n]/.test(words[near + 1]?.gap ?? "")) return null;
    if (productWords.has(word.folded)) return -3;
  }
  return null;
}

const SHORT = 3;
const SHORTEST_UNLISTED = 4;

/** "Kapla, Duplo en Clics", "Timer, Wiebelkussen, Tangle": what stands in a row with things is one. */
function isInRowOfThings({ words, index, reading, weighs, allowed }: Spot): number | null {
  if (reading.kind !== "unknown" && reading.kind !== "rare") return null;
  const neighbours = [rowNeighbour(words, index, -1), rowNeighbour(words, index, 1)];
  const isThing = (word: Word | undefined) => word !== undefined && word.capital && roleOf(word) === null && (allowed(word.start) || (weighs && !word.allCaps && isOrdinary(word.folded)));
  return neighbours.some(isThing) ? -3 : null;
}

function isOrdinary(folded: string): boolean {
  return isDutch(folded) && !isA("wordName", folded) && !isA("firstName", folded) && !isA("wordSurname", folded);
}

/** The word before or after in a row: after a comma, a slash or "en". */
function rowNeighbour(words: Word[], index: number, step: 1 | -1): Word | undefined {
  const later = words[step === 1 ? index + 1 : index];
  const near = words[index + step];
  if (later !== undefined && /^ ?[,/+&] ?$/.test(later.gap)) return near;
  return near !== undefined && /^(?:en|of)$/.test(near.folded) ? words[index + 2 * step] : undefined;
}

/** "met", "dat" and the like come before names, "in" and "op" before places. */
function followsPreposition({ text, word, reading, written, previous }: Spot): number | null {
  const folded = previous?.folded ?? "";
  if (folded === "via") return reading.kind === "unknown" ? -1 : 0;
  if (placePrepositions.has(folded)) return plainKinds.has(reading.kind) ? 0 : -2;
  if (pronouns.has(folded) || !mayPrecedeName(folded)) return 0;
  if (written === "lower" && isTinyName(reading.name)) return /^(?:met|van|v|aan|voor|tegen|over|door)$/.test(folded) ? 2 : 1;
  const unlisted = written === "lower" && reading.kind === "unknown" && !reading.typo && word.text.length >= SHORTEST_UNLISTED && /^(?:met|over|tegen|van|voor|aan|bij|naast|dat|omdat|tussen)$/.test(folded);
  if (unlisted && /^(?:\s*[,.!?)(\n]|$| (?:en|uit|van|heeft|is|was|niet|ook|weer|in de|naar|zijn|haar) )/.test(text.slice(word.end, word.end + 8))) return 3;
  const endsClause = /^\s*(?:[,.!?)\n]|$)/.test(text.slice(word.end, word.end + 3));
  return 1 + (reading.name.length <= SHORT && written === "lower" && namedKinds.has(reading.kind) && endsClause ? 1 : 0);
}
