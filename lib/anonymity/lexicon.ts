import { lexicon } from "#lib/anonymity/lists/lexicon";

/** What a word can be, each with the sign that stands after the word in the automaton. A word can be several. */
export const wordClasses = {
  /** A Dutch word. */
  word: "!",
  /** A Dutch word for what he or she does or did. */
  verb: "+",
  /** A word with a capital that names no person: a country, a language, a brand. */
  proper: "^",
  /** A word that the dictionary writes with a capital without saying what it is: a surname, a village, a brand. */
  capitalised: "6",
  /** A first name that nobody takes for a word. */
  firstName: "1",
  /** A first name that only the large lists of the world know. */
  rareName: "2",
  /** A first name that is a word too. */
  wordName: "3",
  /** A surname that is no word. */
  surname: "4",
  /** A surname that is a word too, or that is one only after "van der". */
  wordSurname: "5",
} as const;
export type WordClass = keyof typeof wordClasses;

/** The characters of the automaton, by their number in it. */
export const SYMBOLS = `abcdefghijklmnopqrstuvwxyz'-${Object.values(wordClasses).join("")}`;

const kinds = Object.keys(wordClasses) as WordClass[];
const NOTHING: ReadonlySet<WordClass> = new Set();
const codes = new Map(Array.from(SYMBOLS, (symbol, index) => [symbol, index]));
const edges = decoded(lexicon);

/** Whether a folded word is of a class. */
export function isA(kind: WordClass, word: string): boolean {
  const state = stateAfter(word, 0);
  return state !== null && hasClass(state, kind);
}

/** Everything a folded word can be, found in one walk. */
export function classesOf(word: string): ReadonlySet<WordClass> {
  const state = stateAfter(word, 0);
  if (state === null) return NOTHING;
  return new Set(kinds.filter((kind) => hasClass(state, kind)));
}

/** Whether a folded word is Dutch: in the dictionary, or words of it together ("rekengroepje"). */
export function isDutch(word: string): boolean {
  return isA("word", word) || isCompound(word, (part) => isA("word", part)) || endsShort(word);
}

const SHORT_LAST_PART = /(?:arm|les|dag|uur|tas|bus|app|pas|wet|bak|map|mat|box|kit|tip|set|hal|vak|zak|bad|net)$/;
const SHORTEST_HEAD = 4;

/** "prikkelarm", "gymtas": a word of three letters ends it. */
function endsShort(word: string): boolean {
  const head = word.slice(0, -3).replace(/-$/, "");
  if (head.length < SHORTEST_HEAD || !SHORT_LAST_PART.test(word)) return false;
  return [head, head.replace(/s$/, "")].some((part) => part.length >= SHORTEST_HEAD && (isA("word", part) || isCompound(part, (each) => isA("word", each))));
}

const SHORTEST_COMPOUND = 7;
const SHORTEST_PART = 3;
const SHORTEST_LAST_PART = 4;
const MOST_PARTS = 3;
const JOINTS = ["", "s", "-"];

/** Whether a word is two or three words together, with nothing, an s or a hyphen between. */
export function isCompound(word: string, isWord: (part: string) => boolean, parts = MOST_PARTS): boolean {
  if (word.length < SHORTEST_COMPOUND) return false;
  for (let end = SHORTEST_PART; end <= word.length - SHORTEST_LAST_PART; end += 1) {
    if (!isWord(word.slice(0, end))) continue;
    for (const joint of JOINTS) {
      const rest = word.slice(end + joint.length);
      if (!word.startsWith(joint, end) || rest.length < SHORTEST_LAST_PART) continue;
      if (isWord(rest) || (parts > 2 && isCompound(rest, isWord, parts - 1))) return true;
    }
  }
  return false;
}

/** The words of a class that differ from a folded word by one letter more, less, other, or by two letters changing places. */
export function isOneLetterFrom(kind: WordClass, word: string): boolean {
  return isWithinOne(kind, word, 0, 0);
}

function isWithinOne(kind: WordClass, word: string, at: number, state: number): boolean {
  const here = word.charCodeAt(at);
  if (at < word.length) {
    const same = next(state, here);
    if (same !== null && isWithinOne(kind, word, at + 1, same)) return true;
    if (endsIn(kind, word, at + 1, state)) return true;
    const swapped = at + 1 < word.length ? next(state, word.charCodeAt(at + 1)) : null;
    const both = swapped === null ? null : next(swapped, here);
    if (both !== null && endsIn(kind, word, at + 2, both)) return true;
  }
  for (let edge = state; ; edge += 1) {
    const value = edges[edge] ?? 64;
    const target = value >>> 7;
    if ((value & 63) < LETTERS && (endsIn(kind, word, at, target) || (at < word.length && endsIn(kind, word, at + 1, target)))) return true;
    if ((value & 64) !== 0) return false;
  }
}

function endsIn(kind: WordClass, word: string, from: number, state: number): boolean {
  const end = stateAfter(word, from, state);
  return end !== null && hasClass(end, kind);
}

const LETTERS = 28;

function hasClass(state: number, kind: WordClass): boolean {
  return next(state, wordClasses[kind].charCodeAt(0)) !== null;
}

function stateAfter(word: string, from: number, start = 0): number | null {
  let state: number | null = start;
  for (let index = from; index < word.length && state !== null; index += 1) state = next(state, word.charCodeAt(index));
  return state;
}

/** Where the edge with a character leads, or null. A state is the place of its first edge. */
function next(state: number, character: number): number | null {
  const code = byCharacter[character] ?? -1;
  if (code < 0) return null;
  for (let edge = state; ; edge += 1) {
    const value = edges[edge] ?? 64;
    if ((value & 63) === code) return value >>> 7;
    if ((value & 64) !== 0) return null;
  }
}

const byCharacter = Int8Array.from({ length: 128 }, (_, character) => codes.get(String.fromCharCode(character)) ?? -1);

/** See tests/support/automaton.ts for the form. The browser reads it too, and has no Buffer. */
function decoded(text: string): Uint32Array {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let index = 0; index < characters.length; index += 1) bytes[index] = characters.charCodeAt(index);
  return new Uint32Array(bytes.buffer);
}
