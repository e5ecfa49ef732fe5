import { isMonthName } from "#lib/anonymity/grammar";
import { ENOUGH, evidenceFor } from "#lib/anonymity/name-evidence";
import { joined } from "#lib/anonymity/name-joining";
import { spread } from "#lib/anonymity/name-spread";
import { plainKinds, type Reading, type ReadingKind, readingOf } from "#lib/anonymity/readings";
import { type ReadText, writtenAs } from "#lib/anonymity/read-text";
import type { Context, Hit } from "#lib/anonymity/rule";
import { isAdjacent, type Word } from "#lib/anonymity/tokens";

/** Names of people: by what a word is and what stands around it, beside another name, and at every other mention. */
export function findNames(context: Context): Hit[] {
  const { text, words } = context;
  const read: ReadText = { text, words, readings: words.map(readingOf) };
  const evidence = words.map((word, index) => (context.allowed(word.start) ? NONE : evidenceFor(read, index) + known(context, index, read.readings[index])));
  const parts = evidence.map((points) => points >= ENOUGH);
  if (context.identifies || parts.includes(true)) beSuspicious(read, evidence, parts);
  enumerate(read, evidence, parts);
  spread(read, evidence, parts);
  enumerate(read, evidence, parts);
  return joined(context, read, parts);
}

const ENOUGH_FOR_NAMES = { inside: ENOUGH - 3, start: ENOUGH - 3, lower: ENOUGH - 2 };
const ENOUGH_FOR_UNKNOWN = { ...ENOUGH_FOR_NAMES, lower: ENOUGH - 3 };
const ENOUGH_FOR_WORDS = { inside: ENOUGH - 3, start: ENOUGH, lower: ENOUGH };

/** Who writes one name writes more: in a text that identifies somebody, less is enough. */
function beSuspicious({ words, readings }: ReadText, evidence: number[], parts: boolean[]): void {
  evidence.forEach((points, index) => {
    const word = words[index];
    if (word === undefined || points >= ENOUGH) return;
    const kind = readings[index]?.kind ?? "dutch";
    const enough = kind === "unknown" ? ENOUGH_FOR_UNKNOWN : MAY_STAND_BESIDE.has(kind) ? ENOUGH_FOR_NAMES : ENOUGH_FOR_WORDS;
    if (points >= enough[writtenAs(word)]) parts[index] = true;
  });
}

const BEFORE_MONTH = new Set("in eind begin half medio sinds vanaf tot per na".split(" "));

/** What nothing makes up for. */
const NONE = -100;

/** The team's own people, and months: "12 jan" is none of them, though Jan is a name. */
function known({ people, words }: Context, index: number, reading: Reading | undefined): number {
  const word = words[index];
  if (reading === undefined || word === undefined) return 0;
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
