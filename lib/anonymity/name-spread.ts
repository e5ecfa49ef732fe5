import { isArticle } from "#lib/anonymity/grammar";
import { ENOUGH } from "#lib/anonymity/name-evidence";
import { plainKinds, type Reading } from "#lib/anonymity/readings";
import { type ReadText, writtenAs } from "#lib/anonymity/read-text";
import { isAdjacent } from "#lib/anonymity/tokens";

// A name that was found stands in the same text again: in another case, shorter, misspelt, with or without an s.

type Found = { names: Map<string, "lower" | "capital">; tied: Set<string> };

/** Points for a word that is a name elsewhere in the text, by how it is written here. */
const AGAIN = { inside: 4, start: 3, lower: 2 } as const;
const SHORTEST_SLIP = 5;
const SHORTEST_SHORT_FORM = 3;
/** "Semmie" next to Semih, "Fleurtje" next to Fleur. */
const PET_ENDING = /(?:(?<=(?<last>[bdfgklmnprst]))\k<last>(?:ie|y|i)|(?:ie|y|i|t?je))$/;

/** Marks the other mentions of the names found so far. */
export function spread(read: ReadText, evidence: readonly number[], parts: boolean[]): void {
  const found = namesIn(read, parts);
  if (found.names.size === 0) return;
  read.words.forEach((word, index) => {
    const reading = read.readings[index];
    if (parts[index] === true || reading === undefined || (evidence[index] ?? 0) < -20 || word.text.length < 2) return;
    const name = found.names.has(reading.name) ? reading.name : reading.name.replace(/s$/, "");
    if (found.names.has(name)) parts[index] = isSameName(read, index, name, found, evidence[index] ?? 0);
    else if (isVariant(reading, found, word.capital)) parts[index] = true;
  });
}

function namesIn({ words, readings }: ReadText, parts: readonly boolean[]): Found {
  const found: Found = { names: new Map(), tied: new Set() };
  words.forEach((word, index) => {
    const reading = readings[index];
    if (parts[index] !== true || reading === undefined || reading.name.length < 2) return;
    if (found.names.get(reading.name) !== "lower") found.names.set(reading.name, writtenAs(word) === "lower" ? "lower" : "capital");
    const next = readings[index + 1];
    if (next !== undefined && parts[index + 1] === true && isAdjacent(words[index + 1], word)) found.tied.add(reading.name + next.name);
  });
  return found;
}

/** A word that is nothing but a name is the same one; a word such as "storm" needs a person's place in the sentence too. */
function isSameName({ words, readings }: ReadText, index: number, name: string, found: Found, points: number): boolean {
  const word = words[index];
  const reading = readings[index];
  if (word === undefined || reading === undefined) return false;
  const previous = words[index - 1];
  const determined = previous !== undefined && isAdjacent(word, previous) && (isArticle(previous.folded) || (!word.capital && isAdjective(readings[index - 1])));
  if (plainKinds.has(reading.kind) || (reading.kind === "mostName" && !determined) || reading.kind === "unknown" || reading.kind === "place") return name.length > 2 || !determined;
  const again = AGAIN[writtenAs(word)] + (found.names.get(name) === "lower" ? 2 : 0);
  const own = reading.kind === "dutch" || reading.kind === "wordSurname" || reading.kind === "proper" ? Math.max(points, word.capital && !reading.verb ? 1 : -1) : points;
  return !determined && own + again >= ENOUGH;
}

/** "grote", "halve": what a thing is, and before a name without a capital hardly anybody. */
function isAdjective(reading: Reading | undefined): boolean {
  return reading?.kind === "dutch" && !reading.verb && /[^aeiou]e$/.test(reading.name) && reading.name.length > 4;
}

/** "xilin" next to Xi Lin, "Oleksander" next to Oleksandr, "Abdi" next to Abdirahman, "Semmie" next to Semih. */
function isVariant(reading: Reading, found: Found, capital: boolean): boolean {
  const { name, kind } = reading;
  if (found.tied.has(name)) return true;
  if (kind === "dutch" || kind === "weakName" || kind === "place") return false;
  const stem = name.replace(PET_ENDING, "");
  for (const other of found.names.keys()) {
    if (capital && stem.length >= SHORTEST_SHORT_FORM && other.length > stem.length && other.startsWith(stem)) return true;
    if (kind !== "unknown" && !plainKinds.has(kind)) continue;
    if (Math.min(name.length, other.length) >= SHORTEST_SLIP && isOneSlipFrom(name, other)) return true;
  }
  return false;
}

/** One letter more, less or other. */
function isOneSlipFrom(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const [a, b] = [one.slice(same), other.slice(same)];
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) || (a.slice(2) === b.slice(2) && a[0] === b[1] && a[1] === b[0]);
}
