import type { Finding } from "#lib/anonymity/findings";

/** A stretch of text as it is shown back to the writer; `marked` when its words may identify somebody. */
export type TextPart = { text: string; marked: boolean };

/**
 * Cuts a text into plain and marked parts, in reading order and without losing a character.
 * Findings may come in any order and overlap; what lies outside the text is left out.
 */
export function markedText(text: string, findings: readonly Finding[]): TextPart[] {
  const parts: TextPart[] = [];
  let position = 0;
  for (const { start, end } of mergedRanges(text.length, findings)) {
    if (start > position) parts.push({ text: text.slice(position, start), marked: false });
    parts.push({ text: text.slice(start, end), marked: true });
    position = end;
  }
  if (position < text.length) parts.push({ text: text.slice(position), marked: false });
  return parts;
}

/** The marked parts with some words on both sides: what lies further away from a mark is left out, at the end of a word. */
export function aroundMarks(parts: readonly TextPart[]): TextPart[] {
  return parts.map((part, index) => {
    if (part.marked) return part;
    const after = index === 0 ? "" : part.text.slice(0, NEAR).replace(/\S*$/u, "");
    const before = index === parts.length - 1 ? "" : part.text.slice(-NEAR).replace(/^\S*/u, "");
    return after.length + before.length + ELLIPSIS.length >= part.text.length || part.text.length <= NEAR ? part : { ...part, text: `${after}${ELLIPSIS}${before}` };
  });
}

/** How many characters of plain text stay beside a mark, at most. */
const NEAR = 40;

const ELLIPSIS = "…";

/**
 * The findings with their offsets in the text as it was typed. They were made in the tidied text, without blanks around
 * it and with other line ends; words that cannot be found back in order are left out.
 */
export function relocated(typed: string, findings: readonly Finding[]): Finding[] {
  let position = 0;
  return findings.toSorted((a, b) => a.start - b.start).flatMap((finding) => {
    const start = typed.indexOf(finding.text, position);
    if (start < 0) return [];
    position = start + finding.text.length;
    return [{ ...finding, start, end: position }];
  });
}

/** The findings worth explaining: the same words with the same suggestion are named once. */
export function distinctFindings(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.text.toLocaleLowerCase("nl")}\n${finding.suggestion}`;
    if (!seen.has(key)) seen.set(key, finding);
  }
  return [...seen.values()].toSorted((a, b) => a.start - b.start);
}

/**
 * Puts other words in the place of found ones, wherever they stand as whole words, with a capital where a sentence begins.
 * Capitals make no difference, except for one or two letters: an initial is not the same as a small word.
 */
export function withReplacement(text: string, words: string, replacement: string): string {
  const literal = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, words.length > 2 ? "giu" : "gu");
  return text.replace(pattern, (_found, offset: number) => {
    if (beginsSentence(text, offset)) return replacement.charAt(0).toLocaleUpperCase("nl") + replacement.slice(1);
    return withoutRepeatedWord(text.slice(0, offset), replacement);
  });
}

/** "sinds 12-03" becomes "sinds dit voorjaar", and not "sinds sinds dit voorjaar". */
function withoutRepeatedWord(lead: string, replacement: string): string {
  const firstWord = `${replacement.split(" ")[0] ?? ""} `;
  const isRepeated = replacement.length > firstWord.length && ` ${lead.toLocaleLowerCase("nl")}`.endsWith(` ${firstWord}`);
  return isRepeated ? replacement.slice(firstWord.length) : replacement;
}

function beginsSentence(text: string, offset: number): boolean {
  return /(?:^|[.!?]\s+|\n\s*)$/.test(text.slice(0, offset));
}

type Range = { start: number; end: number };

function mergedRanges(length: number, findings: readonly Finding[]): Range[] {
  const inside = findings
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(length, end) }))
    .filter(({ start, end }) => end > start)
    .toSorted((a, b) => a.start - b.start);
  const merged: Range[] = [];
  for (const range of inside) {
    const last = merged.at(-1);
    if (last !== undefined && range.start < last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}
