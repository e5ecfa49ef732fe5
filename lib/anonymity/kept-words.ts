import { z } from "zod";
import { keepReasons, type KeptWords } from "#lib/anonymity/schema";

const LONGEST = 20_000;

/** The field beside a free text in which its writer says why found words may stay; null as long as nothing is said. */
export function keptWords() {
  return z.string().max(LONGEST).default("").transform(readKept);
}

// A value is made by `keptValue`: the reason, a blank, and the words as a list. Anything else counts as nothing said.
function readKept(value: string): KeptWords | null {
  const blank = value.indexOf(" ");
  const reason = keepReasons.find((each) => each === value.slice(0, Math.max(0, blank)));
  if (reason === undefined) return null;
  const words = z.array(z.string().max(LONGEST)).max(LONGEST).safeParse(parsed(value.slice(blank + 1)));
  return words.success ? { reason, words: words.data } : null;
}

function parsed(list: string): unknown {
  try {
    return JSON.parse(list);
  } catch {
    return null;
  }
}
