import { Fault, main } from "#lib/cli/steps.mjs";
import { readGivenFile, withOperator } from "#lib/cli/with-operator";
import { importConsortia } from "#lib/schools/commands";
import { maxConsortiumFileBytes, readConsortiumFile } from "#lib/schools/consortium-file";
import { schoolCommandTexts as texts } from "#lib/texts/school-import";
import { schoolTexts } from "#lib/texts/schools";

// npm run import:consortia -- FILE: which samenwerkingsverband serves which four-digit postcode.

await main(async () => {
  const [given, ...more] = process.argv.slice(2);
  if (given === undefined || given.startsWith("-") || more.length > 0) {
    process.stderr.write(`${texts.usageConsortia}\n`);
    process.exitCode = 2;
    return;
  }
  const bytes = readGivenFile(given, maxConsortiumFileBytes);
  const file = bytes === null ? ({ ok: false, problem: "TOO_LARGE" } as const) : readConsortiumFile(bytes);
  if (!file.ok) throw new Fault(schoolTexts.consortiumFileProblem(file));
  const { areas, changedAreas, added } = await withOperator((viewer) => importConsortia(viewer, { areas: file.areas }));
  for (const { line, reason } of file.rejected) process.stderr.write(`${texts.rejected(line, schoolTexts.rejectedAreas[reason])}\n`);
  process.stderr.write(`${texts.consortiaDone(areas, changedAreas, added)}\n`);
});
