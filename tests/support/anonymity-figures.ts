import { findIdentifyingWords } from "#lib/anonymity/detect";
import type { FindingLabel } from "#lib/anonymity/findings";
import type { MarkedSpan, MarkedText } from "#tests/support/anonymity-corpus";

/** A text with its marks and what the detector finds in it. */
export type Scored = MarkedText & { found: { start: number; end: number; text: string; label: FindingLabel }[] };

/** This much of a marked stretch has to be flagged. */
const ENOUGH = 0.8;
const LEAKS = new Set<FindingLabel>(["PERSON", "BSN", "PHONE", "EMAIL", "ADDRESS", "DATE_OF_BIRTH"]);
const ROUNDS = 5;

/** The detector's findings beside the marks. */
export function scored(texts: MarkedText[]): Scored[] {
  return texts.map((marked) => ({ ...marked, found: findIdentifyingWords(marked.text) }));
}

/** How good the findings are, and what that consists of. Shares are between 0 and 1. */
export function figures(texts: Scored[]) {
  const spans = texts.flatMap((text) => text.spans.map((span) => ({ ...span, hit: isFound(text, span) })));
  const names = spans.filter(({ label }) => label === "PERSON");
  const identifying = texts.filter((text) => text.spans.length > 0);
  const anonymous = texts.filter((text) => text.spans.length === 0);
  const found = texts.flatMap((text) => text.found.map((finding) => ({ finding, spans: text.spans })));
  const flagged = found.reduce((sum, { finding }) => sum + finding.end - finding.start, 0);
  const identifyingCharacters = found.reduce((sum, { finding, spans: marked }) => sum + covered(finding, marked), 0);
  return {
    texts: texts.length,
    spans: spans.length,
    recall: share(spans, ({ hit }) => hit),
    leakRate: share(identifying, (text) => text.spans.some((span) => LEAKS.has(span.label) && !isFound(text, span))),
    precision: share(found, ({ finding, spans: marked }) => covered(finding, marked) > 0),
    falseAlarmsPer100Words: rounded((100 * anonymous.flatMap(({ found: alarms }) => alarms).length) / words(anonymous)),
    identifyingShareOfFlagged: rounded(identifyingCharacters / flagged),
    names: {
      all: share(names, ({ hit }) => hit),
      capital: share(names.filter(({ text }) => /\p{Lu}/u.test(text)), ({ hit }) => hit),
      lowerCase: share(names.filter(({ text }) => !/\p{Lu}/u.test(text)), ({ hit }) => hit),
    },
    recallByLabel: Object.fromEntries(labelsOf(spans).map((label) => [label, share(spans.filter((span) => span.label === label), ({ hit }) => hit)])),
  };
}

/** What 200 words take, in milliseconds: the best of some rounds, as others use the machine too. */
export function millisecondsPer200Words(texts: readonly MarkedText[]): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    for (const { text } of texts) findIdentifyingWords(text);
    return performance.now() - started;
  });
  return rounded((200 * Math.min(...rounds)) / words(texts));
}

/** What is missed and what is found without being marked, a line each with the words around it. */
export function misses(texts: Scored[]): string[] {
  return texts.flatMap((text) => {
    const missed = text.spans.filter((span) => !isFound(text, span)).map((span) => `- ${span.label} ${around(text, span)}`);
    const wrong = text.found.filter((finding) => covered(finding, text.spans) < (finding.end - finding.start) * ENOUGH).map((finding) => `+ ${finding.label} ${around(text, finding)}`);
    return [...missed, ...wrong].map((line) => `${text.id} ${line}`);
  });
}

function isFound({ found }: Scored, span: MarkedSpan): boolean {
  return covered(span, found) >= ENOUGH * (span.end - span.start);
}

/** How many characters of a stretch lie in some of the others, which do not overlap each other. */
function covered(one: { start: number; end: number }, others: readonly { start: number; end: number }[]): number {
  return others.reduce((sum, other) => sum + Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start)), 0);
}

function labelsOf(spans: readonly MarkedSpan[]): FindingLabel[] {
  return [...new Set(spans.map(({ label }) => label))].toSorted();
}

function words(texts: readonly MarkedText[]): number {
  return texts.reduce((sum, { text }) => sum + text.split(/\s+/).filter((word) => word !== "").length, 0);
}

function share<T>(all: T[], holds: (one: T) => boolean): number {
  return rounded(all.filter(holds).length / all.length);
}

function rounded(figure: number): number {
  return Math.round(figure * 10_000) / 10_000;
}

function around({ text }: MarkedText, { start, end }: { start: number; end: number }): string {
  return `${text.slice(Math.max(0, start - 30), start)}«${text.slice(start, end)}»${text.slice(end, end + 30)}`.replaceAll("\n", "⏎");
}
