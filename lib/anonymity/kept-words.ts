import { z } from "zod";
import { readKept } from "#lib/anonymity/findings";

const LONGEST = 20_000;

/** The field beside a free text in which its writer says why found words may stay; null as long as nothing is said. */
export function keptWords() {
  return z.string().max(LONGEST).default("").transform(readKept);
}
