import { isPlaceAndWord, isPlaceName, isQuarterName } from "#lib/anonymity/place-names";
import { roleOf, tussenvoegsels } from "#lib/anonymity/grammar";
import { classesOf, isA, isDutch } from "#lib/anonymity/lexicon";
import { before, type Context, type Hit } from "#lib/anonymity/rule";
import { isAdjacent, type Word } from "#lib/anonymity/tokens";
import { anonymityTexts } from "#lib/texts/anonymity";

const { suggestions } = anonymityTexts;

const PREPOSITIONS = new Set(["in", "uit", "naar", "te", "vanuit", "rond", "richting", "omgeving", "nabij", "dorp", "stad", "buiten", "wijk", "buurt", "woonwijk", "achterstandswijk", "gemeente", "richtng", "azc", "coa", "poh", "halte", "station", "opvanglocatie", "noodopvang", "kamp", "woonplaats", "geboorteplaats", "plaats", "buurtschap", "gehucht", "deelgemeente", "stadsdeel", "vanaf", "omstreken"]);
const COMING_OR_GOING = /(?<!\p{L})(?:verhui\p{L}*|afkomstig|reis\p{L}*|fiets\p{L}*|vertrok\p{L}*|gekomen|weg|bus|trein|kerk|moskee)(?!\p{L})/u;
const ORGANISATION_BEFORE = /(?<!\p{L})(?:cjg|ggd|jgz|swv|gemeente|provincie|regio|veilig thuis|arrondissement|zuid-|noord-|centrum|team|kernteam|leerplicht|lp|bestuur)\s*$/u;
/** Towns that are words as well, though nobody says those words right after "in" or "naar". */
const LOWER_PLACES = new Set("ede goes soest doorn assen gouda delft drachten woerden ijlst gulpen vaals losser wassenaar voorschoten medina rabat manchester borger tegelen wateringen overloon nieuwkoop dongen hapert lemmer tolkamer spijk hoornaar stevensweert stuifzand leende bakhuizen buitenpost halsteren molenhoek oosterend".split(" "));
const DIRECTION = /^[- ](?:Noord|Zuid|Oost|West|Centrum|Zuidoost|Noordoost|Zuidwest|Noordwest|aan Zee|Gld|Ov|NH|ZH|Gn|Zld)(?!\p{L})/u;
/** Where people are kept or cured: such a place says more than a town. */
const INSTITUTION = /(?:eind|oord|berg|heuvel|stein|burgh|hage|horst|vliet|haghe|lust|rust|zicht|state|hoeve|huizen)$/;

/** Towns after in, uit, naar and the like; in lower case only those that are no Dutch words. */
export function findPlaces(context: Context): Hit[] {
  const { text, words, allowed } = context;
  const hits: Hit[] = [];
  words.forEach((word, index) => {
    const previous = words[index - 1];
    if (previous === undefined || allowed(word.start)) return;
    const home = isAfterHome(context, index) ? (longestPlace(words, index) ?? capitalPlace(word)) : null;
    if (home !== null) hits.push({ start: word.start, end: home.end + directionAfter(text, home), label: "PLACE", suggestion: suggestions.place });
    if (isBarePlace(context, word, previous) || isRoute(context, word) || isInBrackets(context, word)) hits.push({ start: word.start, end: word.end, label: "PLACE", suggestion: suggestions.place });
    if (isQuarter(context, word, previous)) hits.push({ start: word.start, end: word.end, label: "PLACE", suggestion: suggestions.place });
    const last = announcesPlace(context, index) ? (longestPlace(words, index) ?? unknownPlace(text, word)) : appositionPlace(text, words, index);
    if (last === null || ORGANISATION_BEFORE.test(before(text, word.start))) return;
    hits.push({ start: word.start, end: last.end + directionAfter(text, last), label: "PLACE", suggestion: suggestions.place });
  });
  return hits;
}

/** How many characters after a town belong to its name: "Hengelo Gld", "Haarlem-Noord". */
function directionAfter(text: string, { end }: Word): number {
  return DIRECTION.exec(text.slice(end, end + 12))?.[0].length ?? 0;
}

/** "Kerkrade-Sittard is elke ochtend een eind": from one town to another. */
function isRoute({ identifies }: Context, word: Word): boolean {
  const towns = word.folded.split("-");
  return identifies && towns.length === 2 && /-\p{Lu}/u.test(word.text) && towns.every((town) => isPlaceName(town));
}

/** "Klaas (Urk)". */
function isInBrackets({ text, identifies }: Context, word: Word): boolean {
  return identifies && word.capital && word.gap.endsWith("(") && text.startsWith(")", word.end) && isPlaceName(word.folded);
}

/** "Over Asmara vertelt hij veel": in a text about somebody a town that nobody is called after. */
function isBarePlace({ text, identifies }: Context, word: Word, previous: Word): boolean {
  if (!identifies || previous.folded === "tot" || tussenvoegsels.has(previous.folded) || roleOf(previous) !== null || !word.capital || word.startsSentence || word.allCaps || !isPlaceName(word.folded)) return false;
  return [...classesOf(word.folded)].every((kind) => kind === "proper" || kind === "capitalised") && !ORGANISATION_BEFORE.test(before(text, word.start)) && !/\p{Lu}[\p{L}.'’-]* $/u.test(text.slice(Math.max(0, word.start - 20), word.start));
}

const STAYS_NEAR = /(?:huisje|camping|park|boerderij|vakantie|woont|wonen|woonde|dorp|dorpje|vlak|dicht) $/u;
const LIVES_ON = /(?<!\p{L})(?:woon\p{L}*|wonen|logeert|opgegroeid|geboren|zit|zitten|verblijft|familie|vandaan|werkt|opa|oma)(?: (?:nu|nog|weer|ook|daar|vaak))* $/u;

const LIVES_IN = /(?<!\p{L})(?:woon\p{L}*|wonen|verhui\p{L}*|opgegroeid|geboren|logeert|verblijft|ingetrokken|buurt|wijk|thuis)(?!\p{L})[^.!?\n]{0,40} (?:in|naar|uit|op|vanuit|rond) (?:de|het|'t) $/u;

/** "Transvaalkwartier", "wonen met z'n negenen in de Kruiskamp": a part of a town. */
function isQuarter({ text, weighs }: Context, word: Word, previous: Word): boolean {
  if (!word.capital || word.startsSentence || word.allCaps || word.text.length < 5 || isA("word", word.folded) || roleOf(word) !== null || /(?:se|sche)$/.test(word.folded)) return false;
  if (/.{4}(?:kwartier|buurt|wijk)$/.test(word.folded) && !/^(?:nieuwbouw|achterstands|prachtkracht|woon|volks|stads|school|kracht|villa|probleem|aandachts)/.test(word.folded)) return true;
  return /^(?:de|het|'t)$/.test(previous.folded) && !weighs && !/(?:school|huis|centrum|opvang|flat|gezin|land|eiland|stad|dorp|kamp|azc|weekend|vakantie)$/.test(word.folded) && LIVES_IN.test(before(text, word.start, 70));
}

/** "Ringdijk 3, Zwaagdijk", "St. Jozefschool Grashoek": right after an address, a postcode or a school. */
function isAfterHome({ homes, text, words }: Context, index: number): boolean {
  const word = words[index];
  return word !== undefined && (word.capital || isPlaceName(word.folded)) && homes.some(({ end, label }) => end < word.start && (label === "SCHOOL" ? /^,? (?:te |in |uit )?$/ : /^(?:[ ,;/(–-]|te |in |\n){1,4}$/).test(text.slice(end, word.start)) && (label !== "SCHOOL" || longestPlace(words, index) !== null));
}

/** After an address a word with a capital that is no other word is a town. */
function capitalPlace(word: Word): Word | null {
  return word.capital && word.text.length > 3 && !word.allCaps && isUnlisted(word) && !isDutch(word.folded) ? word : null;
}

/** In no list, or in the dictionary without a word about what it is, as villages are. */
function isUnlisted(word: Word): boolean {
  return [...classesOf(word.folded)].every((kind) => kind === "capitalised");
}

/** A preposition or a postcode; "van" only with moving house or coming from there, as it stands before anything. */
function announcesPlace({ text, words }: Context, index: number): boolean {
  const [word, previous] = [words[index], words[index - 1]];
  if (word === undefined || previous === undefined) return false;
  if (/\d{4} ?$/.test(previous.gap) && previous.text.length === 2 && /^[ ,;]{1,3}$/.test(word.gap)) return true;
  if (!isAdjacent(word, previous)) return false;
  const who = words[index - 2];
  // "moeder te Winkel" is called so.
  if (previous.folded === "te" && who !== undefined && roleOf(who) !== null && isAdjacent(previous, who)) return false;
  if (PREPOSITIONS.has(previous.folded)) return true;
  // "oma woont op Urk"
  if (previous.folded === "op" && word.capital && isPlaceName(word.folded) && LIVES_ON.test(before(text, previous.start))) return true;
  if (previous.folded === "bij" && word.capital && isPlaceName(word.folded) && STAYS_NEAR.test(before(text, previous.start))) return true;
  const other = words[index - 2];
  const [then, there] = [words[index + 1], words[index + 2]];
  if (previous.folded === "van" && then?.folded === "naar" && isAdjacent(then, word) && isAdjacent(there, then) && there?.capital === true && word.capital) return true;
  if (/^(?:en|of)$/.test(previous.folded) && other !== undefined && isAdjacent(previous, other) && isPlaceName(other.folded)) return true;
  return /^(?:van|bij|door|tot)$/.test(previous.folded) && COMING_OR_GOING.test(before(text, word.start));
}

function longestPlace(words: Word[], index: number): Word | null {
  for (let length = 4; length >= 1; length -= 1) {
    const found = words.slice(index, index + length);
    const last = found.at(-1);
    if (found.length < length || last === undefined) continue;
    if (found.slice(1).some((word, offset) => !isAdjacent(word, found[offset]))) continue;
    if (/^(?:de|het|'t)$/.test(found[0]?.folded ?? "") && !last.capital) continue;
    if (isPlace(found.map(({ folded }) => folded).join(" "), found[0])) return last;
  }
  return null;
}

const STAY_OR_JOURNEY = /(?<!\p{L})(?:verhui\p{L}*|woon\p{L}*|wonen|gevlucht|vlucht\p{L}*|ontvoer\p{L}*|geboren|vakantie|familie|vertr\p{L}*|terug|reis\p{L}*|reizen|gegaan|vast|gedetineerd|opgenomen|kliniek|achtergebleven|afkomstig|opgegroeid|opvang|azc|wijk|buurt|halte|station|dorp|gehucht|buurtschap|stad|inschrijving|thuis|grootouders|oma|opa|vader|moeder|zus|tante|oom|werk\p{L}*|camping|bus|trein|komt|kwam|gekomen|vandaan|toe)(?!\p{L})/u;

const CUE = /(?<!\p{L})(?:wijk|halte|azc|station|dorp|woonplaats|geboorteplaats|buurtschap|gehucht|noodopvang|opvanglocatie|woont (?:nu |nog |weer )?in|woonachtig in|verhuisd naar|verhuisd uit|verhuisd vanuit|geboren in|geboren te|opgegroeid in|afkomstig uit) $/u;
const DUTCH_PLACE = /.{3}(?:dijk|broek|hoek|veld|velde|drecht|dam|wijk|horst|loo|zijl|veen|woude?|kerk|kerke|dorp|buren|hem|gem|ingen|inge|ens|um|ade|rade|rode|meer|mond|stede|lande?n?|burg|berg|bergen|huizen|hout|donk|laar|schot|sluis|terp|wierde?|zand|hove|oord|polder|buurt|schans|poel|siel|eind|gein|zele|gaast|werd|sum|wert|gea|burd|wier|huzum|warden)$/;

/** "ontvoering naar Nador": a name in no list where somebody lives, goes or comes from. */
function unknownPlace(text: string, word: Word): Word | null {
  if (!word.capital || word.startsSentence || word.allCaps || word.text.length < 4 || !isUnlisted(word) || (word.text.includes("-") && word.folded.split("-").some((part) => isDutch(part)))) return null;
  if (CUE.test(before(text, word.start))) return word;
  if (isDutch(word.folded)) return null;
  return STAY_OR_JOURNEY.test(before(text, word.start, 60)) || DUTCH_PLACE.test(word.folded) ? word : null;
}

function isPlace(name: string, first: Word | undefined): boolean {
  const written = first?.capital === true && !first.shouted;
  const [town = "", direction] = name.split("-");
  if (written && !name.includes(" ") && /-\p{Lu}/u.test(first.text) && (isPlaceName(town) || isPlaceAndWord(town))) return true;
  const known = isPlaceName(name) || isQuarterName(name) || (direction !== undefined && isPlaceName(town) && /^(?:noord|zuid|oost|west|centrum)$/.test(direction));
  if (known) return written || name.length > 3;
  if (LOWER_PLACES.has(name)) return true;
  return written && (isPlaceAndWord(name) || (first?.startsSentence === false && name.length > 9 && !name.includes(" ") && INSTITUTION.test(name)));
}

/** "bij ons in het dorp, Spaarnwoude": the name after the word for it. */
function appositionPlace(text: string, words: Word[], index: number): Word | null {
  const word = words[index];
  if (word === undefined || !/^(?:, | \(|: )$/.test(word.gap)) return null;
  return /(?:dorp|stad|woonplaats|plaats|geboorteplaats|wijk|woont in)(?:, | \(|: )$/.test(before(text, word.start)) ? longestPlace(words, index) : null;
}
