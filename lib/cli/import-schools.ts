import { basename } from "node:path";
import { parseArgs } from "node:util";
import { Fault, main } from "#lib/cli/steps.mjs";
import { readGivenFile, withOperator } from "#lib/cli/with-operator";
import { importSchools, type DirectImportResult } from "#lib/schools/commands";
import { maxDuoFileBytes, readDuoFile } from "#lib/schools/duo-file";
import { importSummary, type SchoolImportPlan } from "#lib/schools/rules";
import { schoolCommandTexts as texts, schoolImportTexts } from "#lib/texts/school-import";
import { differenceText, schoolTexts } from "#lib/texts/schools";

// npm run import:schools -- FILE [--consortium PO2704] [--municipality NAME …] [--dry-run] [--json]
// Sentences for people go to standard error, the numbers with --json to standard output. Exit codes: 0 done (or nothing to
// do), 1 refused or failed and nothing changed, 2 called in a wrong way.

const MOST_NAMED = 20;

type Arguments = { file: string; consortiumCode: string | undefined; municipalities: string[]; dryRun: boolean; json: boolean };

await main(async () => {
  const args = readArguments(process.argv.slice(2));
  if (args === null) {
    say(texts.usage);
    process.exitCode = 2;
    return;
  }
  const bytes = readGivenFile(args.file, maxDuoFileBytes);
  const file = bytes === null ? ({ ok: false, problem: "TOO_LARGE" } as const) : readDuoFile(bytes, basename(args.file));
  if (!file.ok) throw new Fault(schoolTexts.fileProblem(file));

  const { consortiumCode, municipalities, dryRun } = args;
  const result = await withOperator((viewer) => importSchools(viewer, { file, consortiumCode, municipalities, dryRun, announce: showPlan }));
  if (!result.ok) throw new Fault(refusal(result, consortiumCode ?? ""));

  if (!result.postcodesKnown) say(texts.postcodesMissing);
  say(result.plan.changes.length === 0 ? texts.nothing : dryRun ? texts.dryRun : texts.done);
  if (args.json) process.stdout.write(`${JSON.stringify(importSummary(result.plan))}\n`);
});

function readArguments(args: string[]): Arguments | null {
  const options = { consortium: { type: "string" }, municipality: { type: "string", multiple: true }, "dry-run": { type: "boolean" }, json: { type: "boolean" } } as const;
  try {
    const { values, positionals, tokens } = parseArgs({ args, options, allowPositionals: true, tokens: true });
    const [file, ...more] = positionals;
    // Several names may follow one --municipality.
    const naming = tokens.findLastIndex((token) => token.kind === "option" && token.name === "municipality");
    const first = tokens.findIndex((token) => token.kind === "positional" && token.value === more[0] && token.value !== file);
    if (file === undefined || (more.length > 0 && (naming === -1 || first < naming))) return null;
    return { file, consortiumCode: values.consortium?.toUpperCase(), municipalities: [...(values.municipality ?? []), ...more], dryRun: values["dry-run"] === true, json: values.json === true };
  } catch {
    return null;
  }
}

/** Tells what is about to happen, before it does. */
function showPlan(plan: SchoolImportPlan): void {
  const { counts } = plan;
  say(texts.plan(counts));
  say(texts.numbers(counts));
  if (counts.reopened > 0) say(texts.reopened(counts.reopened));
  const names = (kind: string) => plan.changes.filter(({ change }) => change === kind);
  sayEach(names("ADDED"), ({ name }) => texts.added(name));
  sayEach(names("CHANGED"), ({ name, differences }) => texts.changed(name, differences.map(differenceText).join("; ")));
  sayEach(names("CLOSED"), ({ name }) => texts.closed(name));
  if (plan.closesMany) say(schoolTexts.closesMany(counts.closed));
  if (counts.withoutConsortium > 0) say(texts.withoutConsortium(counts.withoutConsortium));
  sayEach(plan.withoutConsortium, ({ name, postcode, place }) => `  ${name}, ${postcode} ${place}`);
  if (plan.otherConsortium.length > 0) say(texts.elsewhere(plan.otherConsortium.length));
  if (plan.heldOpen.length > 0) say(texts.heldOpen(plan.heldOpen.length));
  sayEach(plan.rejected, ({ line, reason }) => texts.rejected(line, schoolTexts.rejected[reason]));
}

function sayEach<T>(items: readonly T[], sentence: (item: T) => string): void {
  for (const item of items.slice(0, MOST_NAMED)) say(sentence(item));
  if (items.length > MOST_NAMED) say(texts.more(items.length - MOST_NAMED));
}

function refusal(result: DirectImportResult & { ok: false }, consortiumCode: string): string {
  switch (result.problem) {
    case "UNKNOWN_CONSORTIUM":
      return texts.unknownConsortium(consortiumCode);
    case "OTHER_SECTOR":
      return texts.otherSector(schoolTexts.sectors[result.sector].toLowerCase(), consortiumCode);
    case "NO_SCHOOLS_OF_OURS":
      return texts.noSchoolsOfOurs;
    case "UNKNOWN_MUNICIPALITIES":
      return schoolImportTexts.unknownMunicipalities(result.names);
  }
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
