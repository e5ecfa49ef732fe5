import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { requireBrowser } from "#lib/cli/browser";
import { buildApp } from "#lib/cli/next-build";
import { interruption, main, run, sentenceFor } from "#lib/cli/steps.mjs";
import { dataFolder } from "#prisma/database";

// npm test: every check there is, each also when one before it failed. The last line counts them all.

type Counts = { passed: number; failed: number; failures?: string[] };

const vitestResult = z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).max(1_000).default([]) });
const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z
    .array(z.object({ name: z.string(), status: z.string(), message: z.string(), assertionResults: z.array(vitestResult).max(100_000) }))
    .max(10_000),
});
const playwrightReport = z.object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }) });

const folder = mkdtempSync(join(tmpdir(), "kernteam-report-"));

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) process.on(signal, () => interruption.abort());

await main(async () => {
  const results: Counts[] = [];
  for (const check of [checkTypes, checkLint, () => runVitest("unit"), checkBuild, () => runVitest("integration"), runPlaywright]) {
    results.push(await check().catch(told));
    interruption.signal.throwIfAborted();
  }
  // Once more at the end: thousands of lines stand between a failure and the count.
  for (const failure of results.flatMap(({ failures }) => failures ?? [])) console.log(`\n✗ ${failure}`);
  const total = (kind: "passed" | "failed") => results.reduce((sum, counts) => sum + counts[kind], 0);
  console.log(`\n${total("passed")} passed, ${total("failed")} failed`);
  if (total("failed") > 0) process.exitCode = 1;
});
rmSync(folder, { recursive: true, force: true });
process.disconnect?.();

async function checkTypes(): Promise<Counts> {
  const succeeded = (await runs("next", "typegen")) && (await runs("tsc", "--noEmit"));
  return asOne(succeeded);
}

async function checkLint(): Promise<Counts> {
  return asOne(await runs("oxlint", "--type-aware"));
}

/** The integration tests ask the production build for pages, as the browser tests do. */
async function checkBuild(): Promise<Counts> {
  mkdirSync(dataFolder(), { recursive: true });
  process.env.NEXT_DIST_DIR = await buildApp(join(dataFolder(), "build.log"));
  return asOne(true);
}

async function runVitest(project: string): Promise<Counts> {
  const report = join(folder, `${project}.json`);
  const succeeded = await runs(
    "vitest", "run", "--config", "tests/vitest.config.ts", "--project", project,
    "--reporter=default", "--reporter=json", `--outputFile.json=${report}`,
  );
  const { numPassedTests, numFailedTests, testResults } = vitestReport.parse(readJson(report));
  // A file that does not even load has no tests to count.
  const broken = testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0);
  const failed = testResults.flatMap(({ assertionResults }) => assertionResults.filter(({ status }) => status === "failed"));
  const failures = [
    ...broken.map(({ name, message }) => `${name}\n${message}`),
    ...failed.map(({ fullName, failureMessages }) => `${fullName}\n${failureMessages.join("\n")}`),
  ];
  return atLeastOne(succeeded, { passed: numPassedTests, failed: numFailedTests + broken.length, failures });
}

async function runPlaywright(): Promise<Counts> {
  process.env.CHROME_PATH = await requireBrowser();
  process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = join(folder, "e2e.json");
  const succeeded = await runs("playwright", "test", "--config", "tests/playwright.config.ts", "--reporter=list,json");
  const { expected, unexpected, flaky } = playwrightReport.parse(readJson(join(folder, "e2e.json"))).stats;
  return atLeastOne(succeeded, { passed: expected, failed: unexpected + flaky });
}

/** Runs a program from node_modules/.bin and shows what it prints. */
async function runs(command: string, ...args: string[]): Promise<boolean> {
  console.log(`\n> ${[command, ...args].join(" ")}`);
  const { code } = await run(command, args, { stdio: ["ignore", "inherit", "inherit"], shell: process.platform === "win32" });
  return code === 0;
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}

function asOne(succeeded: boolean): Counts {
  return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1 };
}

/** A run can fail without a failing test: nothing to run, or a server that does not start. */
function atLeastOne(succeeded: boolean, { failed, ...rest }: Counts): Counts {
  return { ...rest, failed: succeeded ? failed : Math.max(failed, 1) };
}

function told(error: unknown): Counts {
  if (!interruption.signal.aborted) console.error(sentenceFor(error));
  return { passed: 0, failed: 1 };
}
