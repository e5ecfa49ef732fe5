import { readFileSync } from "node:fs";
import type { Finding } from "#lib/anonymity/findings";

/** A stretch that a reader marked as identifying. */
export type MarkedSpan = { start: number; end: number; label: Finding["label"]; text: string };

/** A text of the corpus without its marks, and what was marked in it. */
export type MarkedText = { id: string; text: string; spans: MarkedSpan[] };

const MARK = /\[\[(?<label>[A-Z_]+)\|(?<words>.*?)\]\]/gsu;
const folder = new URL("../corpus/anonymity/", import.meta.url);

/** The texts of one part of the corpus: JSON Lines of an id and a text with inline marks. */
export function readCorpus(part: "tuned" | "held-back"): MarkedText[] {
  const lines = readFileSync(new URL(`${part}.jsonl`, folder), "utf8").split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => {
    const { id, text } = JSON.parse(line) as { id: string; text: string };
    return { id, ...unmarked(text) };
  });
}

/** "juf [[PERSON|Anna]] belde" as the text without marks and where each of them was. */
export function unmarked(marked: string): { text: string; spans: MarkedSpan[] } {
  const spans: MarkedSpan[] = [];
  let text = "";
  let end = 0;
  for (const match of marked.matchAll(MARK)) {
    text += marked.slice(end, match.index);
    const words = match.groups?.["words"] ?? "";
    spans.push({ start: text.length, end: text.length + words.length, label: match.groups?.["label"] as Finding["label"], text: words });
    text += words;
    end = match.index + match[0].length;
  }
  return { text: text + marked.slice(end), spans };
}
