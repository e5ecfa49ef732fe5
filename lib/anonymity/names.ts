import { isMonthName } from "#lib/anonymity/grammar";
import { ENOUGH, evidenceFor } from "#lib/anonymity/name-evidence";
import { isA } from "#lib/anonymity/lexicon";
import { joined } from "#lib/anonymity/name-joining";
import { spread } from "#lib/anonymity/name-spread";
import { isPlaceName } from "#lib/anonymity/place-names";
import { plainKinds, type Reading, type ReadingKind } from "#lib/anonymity/readings";
import { type ReadText, writtenAs } from "#lib/anonymity/read-text";
import type { Context, Hit } from "#lib/anonymity/rule";
import { isAdjacent, type Word } from "#lib/anonymity/tokens";

/** Names of people: by what a word is and what stands around it, beside another name, and at every other mention. */
export function findNames(context: Context): Hit[] {
  const { words, readings } = context;
  const evidence = words.map((word, index) => (context.allowed(word.start) || isInTitle(words, index) || isTwoWordPlace(words, index) || isBesideWeekday(words, index) ? NONE : evidenceFor(context, index) + known(context, index, readings[index])));
  const parts = evidence.map((points) => points >= ENOUGH);
  if (context.identifies || parts.includes(true) || seemsToName(context, evidence)) beSuspicious(context, evidence, parts);
  enumerate(context, evidence, parts);
  spread(context, evidence, parts);
  enumerate(context, evidence, parts);
  return joined(context, parts);
}

const SHORTEST_TITLE = 3;

/** "Weer Samen Naar School": three Dutch words in a row with capitals are what something is called. */
function isInTitle(words: Word[], index: number): boolean {
  if (!isTitleWord(words[index])) return false;
  let [first, last] = [index, index];
  while (isTitleWord(words[first - 1]) && isAdjacent(words[first], words[first - 1])) first -= 1;
  while (isTitleWord(words[last + 1]) && isAdjacent(words[last + 1], words[last])) last += 1;
  const run = words.slice(first, last + 1);
  return run.length >= SHORTEST_TITLE && run.filter(({ folded }) => !isA("wordSurname", folded)).length >= 2;
}

function isTitleWord(word: Word | undefined): boolean {
  return word !== undefined && word.capital && !word.allCaps && isA("word", word.folded) && !isA("firstName", word.folded) && !isA("wordName", word.folded);
}

/** "Den Haag": no tussenvoegsel with a surname. */
function isTwoWordPlace(words: Word[], index: number): boolean {
  return [index - 1, index].some((at) => {
    const [first, second] = [words[at], words[at + 1]];
    return first !== undefined && second !== undefined && /^(?:den|ter|nieuw|oud|sint)$/.test(first.folded) && first.capital && isAdjacent(second, first) && isPlaceName(`${first.folded} ${second.folded}`) && words[at - 1]?.capital !== true;
  });
}

const UNKNOWN_NAMES = 2;

/** Two words with a capital that are in no list: a row of names that only its writer knows. */
function seemsToName({ words, readings }: ReadText, evidence: readonly number[]): boolean {
  const unknown = words.filter((word, index) => readings[index]?.kind === "unknown" && word.capital && !word.shouted && (evidence[index] ?? NONE) >= ENOUGH - 1);
  return new Set(unknown.map(({ folded }) => folded)).size >= UNKNOWN_NAMES;
}

const ENOUGH_FOR_NAMES = { inside: ENOUGH - 3, start: ENOUGH - 3, lower: ENOUGH - 2 };
const ENOUGH_FOR_UNKNOWN = { ...ENOUGH_FOR_NAMES, lower: ENOUGH - 3 };
const ENOUGH_FOR_WORDS = { inside: ENOUGH - 3, start: ENOUGH, lower: ENOUGH };

/** Who writes one name writes more: in a text that identifies somebody, less is enough. */
function beSuspicious({ words, readings, weighs }: ReadText, evidence: number[], parts: boolean[]): void {
  const certain = parts.some((isPart, index) => isPart && plainKinds.has(readings[index]?.kind ?? "dutch"));
  evidence.forEach((points, index) => {
    const word = words[index];
    if (word === undefined || points >= ENOUGH) return;
    const kind = readings[index]?.kind ?? "dutch";
    const enough = kind === "unknown" ? ENOUGH_FOR_UNKNOWN : MAY_STAND_BESIDE.has(kind) ? ENOUGH_FOR_NAMES : ENOUGH_FOR_WORDS;
    if (kind === "dutch" && (weighs || !certain)) return;
    if (points >= enough[writtenAs(word)] + (isSlight(word, kind) ? 1 : 0)) parts[index] = true;
  });
}

const SLIGHT = 3;

/** "mz", "'t": an abbreviation as often as a name; "dan" hardly ever a name without a capital. */
function isSlight(word: Word, kind: ReadingKind): boolean {
  if (kind === "weakName") return !word.capital;
  return kind === "unknown" && word.text.length <= SLIGHT && !word.capital;
}

const WEEKDAYS = new Set("ma di wo do vr za zo".split(" "));

/** "op Di en Do", "ma/do": Do is a name as well. */
function isBesideWeekday(words: Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined || !WEEKDAYS.has(word.folded)) return false;
  return [inRowBefore(words, index), inRowAfter(words, index)].some((near) => near !== null && WEEKDAYS.has(words[near]?.folded ?? ""));
}

const BEFORE_MONTH = new Set("in eind begin half medio sinds vanaf tot per na".split(" "));

/** What nothing makes up for. */
const NONE = -100;

/** "Februari en Juni", "mei/juni". */
function isBesideMonth(words: Word[], index: number): boolean {
  const [link, next] = [words[index - 1], words[index + 1]];
  const before = /^(?:en|of|tot|tm|t)$/.test(link?.folded ?? "") ? words[index - 2] : words[index]?.gap === "/" ? link : undefined;
  const after = /^(?:en|of|tot)$/.test(next?.folded ?? "") ? words[index + 2] : next?.gap === "/" ? next : undefined;
  return [before, after].some((word) => word !== undefined && isMonthName(word.folded) && word.folded !== "jan" && word.folded !== "mei" && word.folded !== "april");
}

/** The team's own people, and months: "12 jan" is none of them, though Jan is a name. */
function known({ people, words }: Context, index: number, reading: Reading | undefined): number {
  const word = words[index];
  if (reading === undefined || word === undefined) return 0;
  if (isMonthName(word.folded) && isBesideMonth(words, index)) return NONE;
  if (isMonthName(word.folded)) return /\d\s?$/.test(word.gap) || BEFORE_MONTH.has(words[index - 1]?.folded ?? "") ? NONE : reading.kind === "weakName" ? -1 : 0;
  if (!people.has(reading.name)) return 0;
  if (plainKinds.has(reading.kind) || reading.kind === "unknown") return word.capital || reading.name.length > 2 ? ENOUGH : 0;
  return writtenAs(word) === "inside" ? ENOUGH : 1;
}

const BESIDE_A_NAME = 3;
const MAY_STAND_BESIDE: ReadonlySet<ReadingKind> = new Set(["first", "surname", "rare", "mostName", "unknown", "wordName", "weakName"]);

/** "Lot, Bo en Kyan": what stands in a row with a name is one sooner. */
function enumerate(read: ReadText, evidence: number[], parts: boolean[]): void {
  const { words, readings } = read;
  const step = (index: number, neighbour: number | null) => {
    if (parts[index] === true || neighbour === null || parts[neighbour] !== true || !(MAY_STAND_BESIDE.has(readings[index]?.kind ?? "dutch") || isTwin(words, index))) return;
    if (readings[index]?.kind === "unknown" && words[index]?.capital !== true) return;
    if ((evidence[index] ?? NONE) + BESIDE_A_NAME >= ENOUGH) parts[index] = true;
  };
  for (let index = 0; index < words.length; index += 1) step(index, inRowBefore(words, index));
  for (let index = words.length - 1; index >= 0; index -= 1) step(index, inRowAfter(words, index));
}

/** "Djay & Djinn": a Dutch word with a capital right beside a name. */
function isTwin(words: Word[], index: number): boolean {
  const word = words[index];
  return word !== undefined && /^ ?[&+/] ?$/.test(word.gap) && writtenAs(word) === "inside" && !word.allCaps;
}

/** The last word of what stands before this one in a row, or null. */
function inRowBefore(words: Word[], index: number): number | null {
  if (isRowGap(words[index])) return index - 1;
  return isLink(words, index - 1) ? index - 2 : null;
}

function inRowAfter(words: Word[], index: number): number | null {
  if (isRowGap(words[index + 1])) return index + 1;
  return isLink(words, index + 1) ? index + 2 : null;
}

function isRowGap(word: Word | undefined): boolean {
  return word !== undefined && /^ ?[,/+&] ?$| [–-] $/.test(word.gap);
}

function isLink(words: Word[], index: number): boolean {
  const link = words[index];
  return link !== undefined && /^(?:en|of|met|v|&)$/.test(link.folded) && isAdjacent(link, words[index - 1]) && isAdjacent(words[index + 1], link);
}
