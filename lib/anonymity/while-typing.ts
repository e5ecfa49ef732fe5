import type { CheckedAs, CheckedNames, Finding } from "#lib/anonymity/findings";
import { tidyText } from "#lib/forms/tidy-text";

/** What the worker is asked, and what it answers, each with the number of the question. */
export type TypedText = { number: number; text: string; as: CheckedAs; names: CheckedNames };
export type FoundWhileTyping = { number: number; findings: Finding[] };

type Checker = { worker: Worker; waiting: Map<number, (findings: Finding[]) => void>; asked: number };

// One for all fields and pages of this tab; null where there is none: script that fails, or somebody who pays by the megabyte.
let checker: Checker | null | undefined;

/**
 * Fetches the lists, so that they are there when somebody pauses: some hundreds of kilobytes, once for each version of
 * the app. In the browser only.
 */
export function prepareToCheck(): void {
  if (checker === undefined) checker = savesData() ? null : startChecker();
}

/**
 * The words in a text that may identify a child, found by the very function with which the server judges it, and without
 * anything leaving the browser. Never answers where it cannot be done: then the server alone tells, on saving.
 */
export function checkWhileTyping(text: string, as: CheckedAs, names: CheckedNames): Promise<Finding[]> {
  prepareToCheck();
  return new Promise((resolve) => {
    if (!checker) return;
    checker.asked += 1;
    checker.waiting.set(checker.asked, resolve);
    checker.worker.postMessage({ number: checker.asked, text: tidyText(text), as, names } satisfies TypedText);
  });
}

function startChecker(): Checker | null {
  if (typeof Worker === "undefined") return null;
  const worker = new Worker(new URL("./typing-worker.ts", import.meta.url));
  const waiting: Checker["waiting"] = new Map();
  worker.addEventListener("message", ({ data }: MessageEvent<FoundWhileTyping>) => {
    waiting.get(data.number)?.(data.findings);
    waiting.delete(data.number);
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    checker = null;
  });
  return { worker, waiting, asked: 0 };
}

function savesData(): boolean {
  return (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true;
}
