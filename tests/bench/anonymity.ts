import { type MarkedText, readCorpus } from "#tests/support/anonymity-corpus";
import { figures, millisecondsPer200Words, misses, scored } from "#tests/support/anonymity-figures";

// npm run bench:anonymity: how good the detector is on both parts of the corpus, as JSON. The texts of the part that is held
// back are scored and never shown. With --tuned the tuned part alone, with --misses what is missed and wrongly found in it:
// whoever mends the detector looks at those, and seldom at the figures of the other part.

const tuned = readCorpus("tuned");

if (process.argv.includes("--misses")) process.stdout.write(`${misses(scored(tuned)).join("\n")}\n`);
else {
  const parts = process.argv.includes("--tuned") ? { tuned } : { tuned, heldBack: readCorpus("held-back") };
  const measured = Object.entries(parts).map(([part, texts]) => [part, measure(texts)]);
  process.stdout.write(`${JSON.stringify(Object.fromEntries(measured), null, 2)}\n`);
}

function measure(texts: MarkedText[]) {
  return { ...figures(scored(texts)), millisecondsPer200Words: millisecondsPer200Words(texts) };
}
