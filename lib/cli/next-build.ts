import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { hold, holdInTurn } from "#lib/cli/only-one.mjs";
import { Fault, isDiskFull, run, step } from "#lib/cli/steps.mjs";
import { cliTexts } from "#lib/texts/cli.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const WORKSHOP = ".next";
const PREFIX = ".next-";
const BUILD = /^\.next-[0-9a-f]{16}$/;
const KEPT = 2;

// What a build follows from. Environment variables are read when the app runs, so they are not among it.
const sources = [
  "app", "components", "lib", "prisma", "public",
  "next.config.ts", "proxy.ts", "instrumentation.ts", "postcss.config.mjs", "tsconfig.json", "package.json", "package-lock.json",
];

/**
 * Builds the app when its source changed, and answers with the folder of the build. Each version has a folder of its
 * own, shared by all copies that run from this clone: a new build does not pull the rug from under a copy that runs.
 */
export async function buildApp(log: string): Promise<string> {
  const folder = `${PREFIX}${sourceHash()}`;
  if (isBuilt(folder)) return folder;
  const release = await holdInTurn(`build ${root}`, () => console.log(cliTexts.waitingForBuild));
  try {
    if (!isBuilt(folder)) await step(cliTexts.building, () => build(folder, log));
    await removeOldBuilds(folder);
  } finally {
    release();
  }
  return folder;
}

/** Keeps others from removing a build while this process serves it. */
export async function useBuild(folder: string): Promise<() => void> {
  const now = new Date();
  utimesSync(join(root, folder), now, now);
  return (await hold(`serve ${root} ${folder}`)) ?? (() => undefined);
}

async function build(folder: string, log: string): Promise<void> {
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_DIST_DIR: WORKSHOP, NEXT_TELEMETRY_DISABLED: "1" };
  const { code, output } = await run("node", [join(root, "node_modules/next/dist/bin/next"), "build"], { cwd: root, env });
  writeFileSync(log, output);
  if (code !== 0) throw new Fault(isDiskFull(output) ? cliTexts.diskFull : cliTexts.buildFailed(log));
  const halfway = `${WORKSHOP}-halfway`;
  rmSync(join(root, halfway), { recursive: true, force: true });
  const notServed = new Set(["cache", "dev", "types", "trace", "diagnostics", "lock"].map((name) => join(root, WORKSHOP, name)));
  cpSync(join(root, WORKSHOP), join(root, halfway), {
    recursive: true, verbatimSymlinks: true, filter: (path) => !notServed.has(path),
  });
  renameSync(join(root, halfway), join(root, folder));
}

function isBuilt(folder: string): boolean {
  return existsSync(join(root, folder, "BUILD_ID"));
}

async function removeOldBuilds(current: string): Promise<void> {
  const folders = readdirSync(root).filter((name) => BUILD.test(name) && name !== current);
  const youngest = folders.sort((a, b) => statSync(join(root, b)).mtimeMs - statSync(join(root, a)).mtimeMs);
  for (const folder of youngest.slice(KEPT - 1)) {
    const release = await hold(`serve ${root} ${folder}`);
    if (release) rmSync(join(root, folder), { recursive: true, force: true });
    release?.();
  }
}

function sourceHash(): string {
  const hash = createHash("sha256").update(process.version);
  for (const file of sources.flatMap((source) => filesIn(join(root, source)))) {
    hash.update(relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}

function filesIn(path: string): string[] {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) return [];
  if (!entry.isDirectory()) return [path];
  // The generated client follows from the schema, the command line is not served.
  if (path.endsWith(`prisma${sep}generated`) || path.endsWith(`lib${sep}cli`)) return [];
  return readdirSync(path).sort().flatMap((name) => filesIn(join(path, name)));
}
