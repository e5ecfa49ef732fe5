import { announcers, commonCapitals, isThoughtOut, neverAfterRole, roleOf, roles, tussenvoegsels } from "#lib/anonymity/grammar";
import { composedSurnames } from "#lib/anonymity/lists/composed-surnames";
import { tellsWork, worksSomewhere } from "#lib/anonymity/occupations";
import { type ReadText, writtenAs } from "#lib/anonymity/read-text";
import { isBareAdjective, namedKinds, plainKinds, type Reading } from "#lib/anonymity/readings";
import { isA, isDutch } from "#lib/anonymity/lexicon";
import type { Context, Hit } from "#lib/anonymity/rule";
import { isAdjacent, type Word } from "#lib/anonymity/tokens";
import { anonymityTexts } from "#lib/texts/anonymity";

const { suggestions } = anonymityTexts;

/** The parts of one name as one hit: "Jan van den Berg" with its tussenvoegsels, "Anna El Amrani" with its second word. */
export function joined(context: Context, parts: readonly boolean[]): Hit[] {
  const { words, readings } = context;
  const hits: Hit[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const first = words[index];
    if (first === undefined) continue;
    const end = parts[index] === true ? index : isHonoured(words, index, parts) ? index + 1 : surnameFrom(context, index, isAfterTitle(words, index), true);
    if (end === null || context.allowed(first.start)) continue;
    const person = words[index - 1];
    const ofSomebody = context.identifies || parts.includes(true) || (person !== undefined && first.capital && roleOf(person) !== null && isAdjacent(first, person));
    if (parts[index] !== true && first.folded === "de" && readings[end]?.kind === "wordSurname" && !ofSomebody) continue;
    const last = extend(context, end, parts);
    hits.push({ start: startOf(context, index), end: endOf(context, last), label: "PERSON", suggestion: suggestionFor(context, index) });
    index = last;
  }
  return hits;
}

/** "Abu Omar", "Si Brahim": a word of honour that belongs to the name. */
function isHonoured(words: Word[], index: number, parts: readonly boolean[]): boolean {
  const word = words[index];
  return word !== undefined && (word.capital || /^(?:abu|umm|oum)$/.test(word.folded)) && /^(?:abu|umm|oum|ibn|si|sidi|lalla|el|al|ait|ben|bint|haji|hadj|hajj)$/.test(word.folded) && parts[index + 1] === true && isAdjacent(words[index + 1], word);
}

/** "(Har Geurts)": a word with a capital right before a surname that is no word is the first half of it. */
function startOf({ words, readings, weighs }: ReadText, index: number): number {
  const [first, word] = [words[index - 1], words[index]];
  const start = word?.start ?? 0;
  if (first === undefined || word === undefined || weighs || !word.capital || readings[index]?.kind !== "surname" || !isAdjacent(word, first)) return start;
  const isFirstName = first.capital && !first.allCaps && (!first.startsSentence || first.gap.endsWith("(")) && first.text.length < LONGEST_FIRST_WORD && !commonCapitals.has(first.folded) && roleOf(first) === null && readings[index - 1]?.kind === "dutch";
  return isFirstName ? first.start : start;
}

/** "lieke o.", "sem v. d. b.": a letter with a full stop is no end of a sentence. */
const LOWER_INITIAL = /^ (?:(?:van|de|der|den|v\. ?d\.|v\/d|v\.|d\.|vd|el|ter) ?){0,2}[a-z]\.(?![\p{L}\d])(?! ?[a-z]\.)/u;

/** "gijs p moest", "zofia w uit gr 6". */
const LOWER_LETTER = /^ [b-jlopqv-z](?=[,;)/\n]| (?:en|doet|doen|is|was|moest|heeft|komt|uit|gr|groep)(?!\p{L}))| m(?= (?:doen|doet|is|en|uit))/u;

/** Where a name ends, with the initials of a surname: "Soufiane B.", "Sven de G.", "Noah v.d. P.". */
function endOf({ text, words }: Context, last: number): number {
  const word = words[last];
  if (word === undefined) return 0;
  const initial = /^ (?:(?:van|de|der|den|v\. ?d\.|v\/d\.?|v\.|d\.|vd|el|ter|VAN|DE|V\. ?D\.) ?){0,2}\p{Lu}\.(?! ?\p{Lu}(?!\p{Lu}))(?!\p{L})/u.exec(text.slice(word.end, word.end + 14))?.[0];
  if (initial !== undefined && word.capital) return word.end + initial.length;
  // "Noa vd W": with a tussenvoegsel the full stop may go.
  const bare = /^ (?:v\.? ?d\.?|v\/d|van de[nr]?|van|el|de|ter) \p{Lu}(?![\p{L}\d.'’])/u.exec(text.slice(word.end, word.end + 12))?.[0];
  if (bare !== undefined && word.capital) return word.end + bare.length;
  // "Kaj, Luuk W, Precious"
  const loose = word.capital ? /^ (?!U)\p{Lu}(?=[,;)\n/]| (?:en|doet|doen|is|was|moest|heeft|komt|uit|gr|groep)(?!\p{L}))/u.exec(text.slice(word.end, word.end + 10))?.[0] : undefined;
  if (loose !== undefined) return word.end + loose.length;
  const small = word.capital ? undefined : (LOWER_INITIAL.exec(text.slice(word.end, word.end + 16)) ?? LOWER_LETTER.exec(text.slice(word.end, word.end + 12)))?.[0];
  return word.end + (small?.length ?? 0);
}

/** "dhr. de vries": a title makes up for the capital. */
function isAfterTitle(words: Word[], index: number): boolean {
  const previous = words[index - 1];
  if (previous === undefined || !isAdjacent(words[index], previous)) return false;
  return roles.title.has(previous.folded) || (words[index]?.folded !== "van" && (roles.kin.has(previous.folded) || roles.teacher.has(previous.folded)));
}

function extend(context: Context, from: number, parts: readonly boolean[]): number {
  const { words, allowed } = context;
  let last = from;
  for (;;) {
    const word = words[last];
    const next = words[last + 1];
    if (word === undefined || next === undefined || /['’]s$/.test(word.text)) return last;
    const adjacent = isAdjacent(next, word);
    if (adjacent && !allowed(next.start) && (parts[last + 1] === true || isSecondName(context, last + 1))) last += 1;
    else if (isReversed(context, last, parts)) last += 1;
    else {
      const surname = adjacent || /^\.? ?[–-] $/.test(next.gap) ? surnameFrom(context, last + 1, true) : null;
      if (surname === null) return last;
      last = surname;
    }
  }
}

/** "Hailemariam, Bethel": surname first, in a list or a form. */
function isReversed({ text, words }: Context, last: number, parts: readonly boolean[]): boolean {
  const [word, next] = [words[last], words[last + 1]];
  if (word === undefined || next === undefined || next.gap !== ", " || parts[last + 1] !== true || parts[last + 2] === true) return false;
  return /(?:betreft|moeder|vader|ouder|leerling|naam|kind)[: ]{1,2}$/i.test(text.slice(Math.max(0, word.start - 12), word.start)) && /^(?:[,.;)]|\n|$)/.test(text.slice(next.end, next.end + 1));
}

/** "jaimy lee", "anna may". */
const SECOND_HALVES = new Set("lee lynn lyn may mae rose ann jo joy jay lou sue belle marie james".split(" "));

const LONGEST_FIRST_WORD = 6;

const wordSurnames = new Set(composedSurnames.split(/\s+/));

/** "Abdulrahman al-Hamwi". */
const ARABIC_SURNAME = /^(?:al|el|as|ar|at|ad|az|ash|an|abu|ben|bin|ait)-\p{Lu}/iu;

/** A word with a capital right after a name is its second half, unless it is a role or school word. */
function isSecondName({ text, words, readings }: ReadText, index: number): boolean {
  const word = words[index];
  const reading = readings[index];
  const previous = words[index - 1];
  if (word === undefined || reading === undefined || previous === undefined || word.text.length < 2) return false;
  if (commonCapitals.has(word.folded) || tussenvoegsels.has(word.folded)) return false;
  if (ARABIC_SURNAME.test(word.text) || (!word.capital && SECOND_HALVES.has(word.folded) && readings[index - 1]?.kind === "first")) return true;
  if (writtenAs(word) === "inside" && previous.capital) return !word.allCaps && (reading.kind !== "dutch" || !reading.verb) && roleOf(word) === null;
  if (writtenAs(word) !== "lower" || neverAfterRole.has(word.folded)) return false;
  if (isUnlistedSurname(text, words, readings, index)) return true;
  if (plainKinds.has(reading.kind) || (word.text.includes("-") && word.folded.split("-").some((part) => isA("surname", part) || wordSurnames.has(part)))) return true;
  if (!(wordSurnames.has(reading.name) || reading.surname || reading.kind === "wordName") || reading.verb || writtenAs(previous) !== "lower") return false;
  // "karin bos:", "(mentor coby bloem)": a thing that people are called after, where nothing goes on.
  return !LOOSE.has(word.folded) || (!LOOSE_QUALITIES.has(word.folded) && /^(?:[,:;)\n]|\. ?\n| \(|$)/.test(text.slice(word.end, word.end + 2)));
}

// What one is or goes rather than has for a name: "dat maakt emma boos," is no surname.
const LOOSE_QUALITIES = new Set("hoek overkant buurt beneden boven achter voor haar man broer kind baas klaar zoon moeder kort lang groot klein wit zwart rood bruin vroeg weer mooi goed hard vrij stil blij boos druk echt los open vet vlak vol vrolijk weg zwaar nat naam nood plat recht snel smal sterk dop uit schoon school thuis week zomer winter vraag loop les plan pauze".split(" "));

/** "ans kockelkoren", "ouder: frank oosterwegel": in no list, or two words together, right after somebody's first name. */
function isUnlistedSurname(text: string, words: Word[], readings: readonly Reading[], index: number): boolean {
  const [word, reading, first] = [words[index], readings[index], words[index - 1]];
  if (word === undefined || reading === undefined || first === undefined || !FIRST_NAMES.has(readings[index - 1]?.kind ?? "dutch") || word.text.length < SHORTEST_SURNAME || reading.verb) return false;
  if (reading.kind === "unknown") return !reading.typo;
  const lead = words[index - 2];
  const introduced = /[(:\n]\s*$/.test(first.gap) || first.start === 0 || (lead !== undefined && isAdjacent(first, lead) && (roleOf(lead) !== null || /^(?:en|door|met|van|namens|via|aan)$/.test(lead.folded)));
  const goesOn = /^ (?:in|uit|op|naar|is|was|en)(?!\p{L})/u.test(text.slice(word.end, word.end + 5));
  return introduced && !first.capital && !NO_SURNAME.test(word.folded) && ((reading.kind === "dutch" && !reading.dutch) || reading.kind === "proper" || reading.kind === "capitalised" || (reading.kind === "place" && !goesOn));
}

const FIRST_NAMES: ReadonlySet<string> = new Set(["first", "rare", "mostName", "wordName"]);
const SHORTEST_SURNAME = 4;
/** What was done to somebody: "juf floor weggestuurd". */
const NO_SURNAME = /(?:zaal|school|groep|klas|opvang|plaats|tafel|gesprek|overleg|werken|nemen|bellen|stellen|houden|brengen|halen|maken|vragen|sturen|plannen|voeren|regelen|geven)$|^(?:ge|be|ver|ont|her|weg|bij|in|om|door|binnen|af|op|uit|aan|mee|mis|over|thuis|terug|los|na|voor).*(?:t|d|en)$/;


// Surnames that follow somebody's first name as words all the time.
const LOOSE = new Set("hoek overkant buurt beneden boven achter voor haar man broer smit kind baas klaar zoon boer moeder kok kerk kort lang bos groen groot klein wit zwart rood bruin vroeg weer mooi goed hard vrij stil blij boos baan bal beer been bel bloem bok bom boot brand bus das dop druk duim echt feest gans haan hof hok huis kamp kat koe kop kort kraan les lang loop maat markt meer melk mos muis naam nat nood open paard pak pas pen plan plat post punt raad rust schep school slot smal snel spel staal stam steen ster straat sterk streek tak tang tol trap uit val veld vet vis vlag vlees vloer vol vos vraag vrolijk vuur wal wand water week weg welp wind winkel winter zang zee zomer zon zout zwaar".split(" "));

const LONGEST_WORD_SURNAME = 6;
/** "mevr oude nijhuis": the first half of a surname of two words. */
const FIRST_HALVES = new Set("oude olde lutke groot klein grote kleine nieuwe hoge lage".split(" "));
const TITLES = new Set("mevrouw mevr mw mvr meneer mijnheer mnr dhr heer hr fam familie gezin dokter dr drs mr advocaat dir kids kinderen".split(" "));

/** The last word of a surname that starts with tussenvoegsels here, or null. After a first name less proof is needed. */
function surnameFrom({ text, words, readings, weighs, allowed }: ReadText, start: number, afterName: boolean, afterRole = false): number | null {
  const index = prefixEnd(words, start);
  const surname = words[index];
  const reading = readings[index];
  const prefix = words.slice(start, index);
  if (prefix.length === 0 || surname === undefined || surname.text.length < 2 || reading === undefined || !(isAdjacent(surname, words[index - 1]) || /^\. ?$/.test(surname.gap))) return null;
  if (isOfSomebodyAtWork(text, words, start, surname, reading)) return index;
  if (commonCapitals.has(reading.name) || tussenvoegsels.has(reading.name) || allowed(surname.start)) return null;
  const listed = reading.surname || reading.kind === "rare" || (surname.capital && !surname.shouted && isForeign(reading, prefix, afterName)) || (/-\p{Lu}/u.test(surname.text) && reading.kind !== "dutch" && reading.kind !== "proper");
  const bare = /^van?$/.test(prefix[0]?.folded ?? "") && prefix.length === 1;
  if (isSureSurname(words, start, surname, reading, prefix)) return index;
  if (afterName && bare && isLikeOriginSurname(surname, reading)) return index;
  // "Kees van Zandvoort": a capital right after a first name says enough, of who spares capitals.
  const telling = afterName && !weighs && surname.capital && plainKinds.has(readings[start - 1]?.kind ?? "dutch");
  if (!listed && !surname.shouted && !telling && (surname.allCaps || (isDutch(reading.name) && (bare || reading.name.length > LONGEST_WORD_SURNAME)))) return null;
  if (bare && !afterName && isThoughtOut(words[start - 1])) return null;
  if (afterRole && plainKinds.has(reading.kind) && reading.kind !== "surname") return null;
  if (afterName) return isSurnameOfName(prefix, surname, listed) || isUsualSurname(text, prefix, surname) ? index : null;
  // "Week van de Jonge Mantelzorger" is a title.
  const next = words[index + 1];
  // "via de Raad"
  if (written(prefix) === "de" && prefix[0]?.capital === false && INSTITUTIONS.has(reading.name)) return null;
  const inTitle = reading.kind === "wordSurname" && next !== undefined && writtenAs(next) === "inside" && isAdjacent(next, surname);
  const firstName = namedKinds.has(reading.kind) && reading.kind !== "surname" && reading.kind !== "wordSurname";
  const bySelf = surname.capital && !surname.shouted && listed && !firstName && !inTitle;
  return bySelf && /^(?:van|van (?:de[nr]?|'t|het)|v d|vd|de[rn]?|te[rn]|el|al|ait|ben|von)$/.test(written(prefix)) ? index : null;
}

/** "van dijk (jeugdverpleegkundige)", "Van Wijk (CJG)", "dr van wijk", "van der sluis": in a word that means something else, work or title tells. */
function isOfSomebodyAtWork(text: string, words: Word[], start: number, surname: Word, reading: Reading): boolean {
  const tussen = written(words.slice(start, words.indexOf(surname)));
  if (tussen === "de" && isBareAdjective(surname.folded)) return ALONE_OR_ACTS.test(text.slice(surname.end, surname.end + REACH));
  if (!/^(?:van|van (?:de[nr]?|'t|het)|v d|vd|te[rn])$/.test(tussen) || roleOf(surname) !== null || tussenvoegsels.has(surname.folded)) return false;
  if (tussen === "van der") return true;
  if (!reading.surname && !surname.capital) return false;
  const rest = text.slice(surname.end, surname.end + REACH);
  if (words[start]?.capital === true && surname.capital && !surname.shouted && isBehind(words, start, COLLEAGUES)) return true;
  return tellsWork(rest) || worksSomewhere(rest) || (reading.surname && isBehind(words, start, TITLES));
}

const ALONE_OR_ACTS = /^(?:[,.;:!?)\n]|$| (?:zegt|zei|vertelt|vertelde|vraagt|vroeg|belt|belde|mailt|mailde|vindt|vond|wil|wilde|denkt|weet|heeft|had|is|was|komt|kwam|neemt|sluit|gaat|ging|gebeld|gesproken|gemaild|over|en|ook|niet|nog|van)(?!\p{L}))/u;
const COLLEAGUES = new Set([...roles.other, ...roles.teacher]);
const REACH = 40;

/** Where the tussenvoegsels end that start here; after a title "oude" and the like are some too. */
function prefixEnd(words: Word[], start: number): number {
  let index = start;
  for (; index < start + 3; index += 1) {
    const word = words[index];
    const begins = word !== undefined && (tussenvoegsels.has(word.folded) || (index === start && FIRST_HALVES.has(word.folded) && isBehind(words, start, TITLES)));
    if (!begins || (index > start && !isAdjacent(word, words[index - 1]) && !/^\.? ?$|^\/$/.test(word.gap))) break;
  }
  return index;
}

/** Whether one of some words stands right before. */
function isBehind(words: Word[], start: number, some: ReadonlySet<string>): boolean {
  const previous = words[start - 1];
  return previous !== undefined && some.has(previous.folded) && isAdjacent(words[start], previous);
}

/** "mr van ittersom", "meester van rooyen", "de Van Wijngaarden": no list is needed. */
function isSureSurname(words: Word[], start: number, surname: Word, reading: Reading, prefix: Word[]): boolean {
  const tussen = written(prefix);
  const listed = reading.kind === "surname" || (reading.kind === "unknown" && !reading.typo);
  if (listed && /^van(?: de[nr]?| 't)?$/.test(tussen) && isBehind(words, start, roles.teacher)) return true;
  const isWord = surname.capital && !surname.shouted ? false : isDutch(reading.name);
  if ((reading.kind !== "first" || tussen === "de la") && !isWord && !commonCapitals.has(reading.name) && roleOf(surname) === null && /^(?:van|van (?:de[nr]?|'t|het)|v d|vd|de[rn]?|te[rn]|[ae]l|ait|ben|bin|abu|da|dos|de la|della?|von)$/.test(tussen) && isBehind(words, start, TITLES)) return true;
  const first = prefix[0];
  if (first?.capital === true && surname.capital && !surname.shouted && prefix.length === 1 && reading.possessive && reading.kind !== "dutch" && /['’]s$/.test(surname.text)) return true;
  const capitals = first !== undefined && writtenAs(first) === "inside" && writtenAs(surname) === "inside" && !surname.allCaps;
  return capitals && words[start - 1]?.capital !== true && /^(?:van|van (?:de[nr]?|'t|het)|te[rn]|el|al|ait)$/.test(tussen);
}

/** Not in any list, and no Dutch word: "Sem de Crom", "van der Kaakin". */
function isForeign({ kind, typo }: Reading, prefix: Word[], afterName: boolean): boolean {
  return kind === "unknown" && (afterName || (!typo && /^(?:van de[nr]|v d|vd|te[nr]|el|al|ait|ben)$/.test(written(prefix))));
}

/** "Suze van Santen": the shape of an old village. */
function isLikeOriginSurname(surname: Word, { kind }: Reading): boolean {
  return writtenAs(surname) === "inside" && !surname.allCaps && kind === "dutch" && !commonCapitals.has(surname.folded) && /(?:[^r]en|[lt]em|um|eck|oij|ooy|ijk|eur|aal|oort|elt|erp|ist|ert)$/.test(surname.folded) && !/(?:kinderen|mensen|ouders|leerlingen|jongeren)$/.test(surname.folded);
}

const INSTITUTIONS = new Set("raad rechter kerk bank haven voogd burgemeester school".split(" "));

const AFTER_DE = new Set("boer wit haan jong groot bruin graaf koning bakker lange ridder ruiter vos leeuw wolf zwart kok wilde winter jager visser korte goede heer roos rijk beer kleine oude rooie".split(" "));

/** "mitchel de boer,", "wilma van 't hof": words, but usual as surnames just there. */
function isUsualSurname(text: string, prefix: Word[], surname: Word): boolean {
  const tussen = written(prefix);
  if (/^van (?:'t|het)$/.test(tussen)) return surname.text.length < 9 && /^(?:[,.:;)\n]| \(|$)/.test(text.slice(surname.end, surname.end + 2));
  if (/^(?:van de[nr]|v d|vd)$/.test(tussen)) return true;
  if (/^te[nr]$/.test(tussen)) return /^(?:[,.:;)\n]| \(|$)/.test(text.slice(surname.end, surname.end + 2)) || !isA("word", surname.folded);
  return tussen === "de" && AFTER_DE.has(surname.folded.replace(/['’]?s$/, ""));
}

/** After a first name or a title less proof is needed: "Jan van het Zand", "dhr. de vries". */
function isSurnameOfName(prefix: Word[], surname: Word, listed: boolean): boolean {
  if (surname.capital && !surname.shouted) return listed || !/^(?:(?:in|op|bij|aan|uit|voor|onder)(?:$| )|(?:te|les|de|het)$)/.test(written(prefix));
  return listed && !LOOSE.has(surname.folded) && /^(?:van|v|van (?:de[nr]?|'t|het)|v d|vd|de[rn]?|te[rn]|[ae]l|ait|ben|bin|abu|oude|olde|lutke|groot|klein)$/.test(written(prefix));
}

function written(prefix: Word[]): string {
  return prefix.map(({ folded }) => folded).join(" ");
}

function suggestionFor({ words, people }: Context, index: number): string {
  const previous = words[index - 1];
  const word = words[index];
  const beside = previous !== undefined && isAdjacent(word, previous) ? previous : undefined;
  const role = beside === undefined ? null : roleOf(beside);
  if (role === "teacher") return suggestions.ofTheGroup;
  if (role === "kin") return suggestions.ofThePupil;
  if (role !== null || (beside !== undefined && announcers.has(beside.folded))) return suggestions.withoutName;
  return word !== undefined && people.has(word.folded) ? suggestions.colleague : suggestions.pupil;
}
