/**
 * Makes a fresh clone ready and then runs a command of this folder, if one is named: `bootstrap.mjs start --empty` runs
 * `start.ts`. It is the only program that may meet an old Node and an empty `node_modules`, so it is plain JavaScript
 * without packages.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { delimiter, join, sep } from "node:path";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";
import { holdInTurn } from "#lib/cli/only-one.mjs";
import { Fault, interruption, isDiskFull, main, run, step } from "#lib/cli/steps.mjs";
import { cliTexts } from "#lib/texts/cli.mjs";

/** @typedef {{ version: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Entry */

const root = fileURLToPath(new URL("../..", import.meta.url));
const binaries = join(root, "node_modules", ".bin");
// The oldest that runs the installation, and the oldest that runs TypeScript by itself.
const OLDEST_NODE_TO_INSTALL = [20, 4];
const OLDEST_NODE_TO_RUN = [22, 18];
const SMALLEST_SPACE = 10_000_000;
const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

await main(async () => {
  const [command, ...args] = process.argv.slice(2);
  await bootstrap();
  if (command) await handOver(join(root, "lib", "cli", `${command}.ts`), args);
});

/** Installs what is missing and makes what is generated. Does nothing when all of it is there and fits. */
async function bootstrap() {
  requireNode(process.version, OLDEST_NODE_TO_INSTALL);
  const interrupt = () => interruption.abort();
  for (const signal of signals) process.once(signal, interrupt);
  process.chdir(root);
  process.env.PATH = [binaries, ...searchPath()].join(delimiter);
  if (!isInstalled()) await inTurn(installPackages);
  await requireNodeToRun();
  if (!isGenerated()) await inTurn(generateClient);
  for (const signal of signals) process.off(signal, interrupt);
}

/** @param {() => Promise<void>} work */
async function inTurn(work) {
  const release = await holdInTurn(`install ${root}`, () => console.log(cliTexts.waitingForInstall));
  try {
    await work();
  } finally {
    release();
  }
}

function isInstalled() {
  return missingPackages().length === 0;
}

/** npm writes its own list of what is installed last of all, so after a half-finished installation everything is missing. */
function missingPackages() {
  const wanted = packagesIn(join(root, "package-lock.json")) ?? {};
  const installed = packagesIn(join(root, "node_modules", ".package-lock.json")) ?? {};
  return Object.keys(wanted).filter((path) => {
    const entry = wanted[path];
    if (path === "" || !entry || installed[path]?.version === entry.version) return false;
    return installed[path] || !entry.optional || isForThisMachine(entry);
  });
}

/** npm says nothing when it cannot install an optional package, and the programs for this machine are such packages. */
function isForThisMachine(/** @type {Entry} */ { os, cpu, libc = ["glibc"] }) {
  return os?.includes(process.platform) && cpu?.includes(process.arch) && libc.includes("glibc");
}

/** @param {string} file @returns {Record<string, Entry> | null} */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return null;
  }
}

async function installPackages() {
  if (isInstalled()) return;
  await step(cliTexts.installing, async () => {
    rmSync(join(root, "node_modules", ".package-lock.json"), { force: true });
    // npm must not run on the Node in the folder that it is about to empty.
    const env = { ...process.env, PATH: searchPath().join(delimiter) };
    const args = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
    const { code, output } = await run("npm", args, { env, shell: process.platform === "win32" }).catch(npmMissing);
    if (code !== 0 || !isInstalled()) throw failure(output || String(missingPackages()[0]), cliTexts.installFailed);
  });
}

/** @param {NodeJS.ErrnoException} error @returns {never} */
function npmMissing(error) {
  throw error.code === "ENOENT" ? new Fault(cliTexts.npmMissing) : error;
}

/** The folders of PATH, without those that npm puts in front for the packages of this folder. */
function searchPath() {
  return (process.env.PATH ?? "").split(delimiter).filter((folder) => !folder.endsWith(`node_modules${sep}.bin`));
}

/** @param {string} version @param {number[]} needed */
function requireNode(version, needed) {
  const [major = 0, minor = 0] = version.replace("v", "").split(".").map(Number);
  const [neededMajor = 0, neededMinor = 0] = needed;
  if (major < neededMajor || (major === neededMajor && minor < neededMinor)) {
    throw new Fault(cliTexts.nodeTooOld(version, needed.join(".")));
  }
}

/** Linux gets a Node from the packages; elsewhere the machine's own must be new enough. */
async function requireNodeToRun() {
  const { output } = await run("node", ["--version"]).catch(() => ({ output: process.version }));
  requireNode(output.trim(), OLDEST_NODE_TO_RUN);
}

function isGenerated() {
  const stamp = join(root, "prisma", "generated", "made-from");
  return existsSync(stamp) && readFileSync(stamp, "utf8") === schemaHash();
}

async function generateClient() {
  if (isGenerated()) return;
  await step(cliTexts.generating, async () => {
    // Generating needs no schema engine, but the program refuses to run without one and would download it.
    const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: join(binaries, "prisma"), PRISMA_HIDE_UPDATE_MESSAGE: "1" };
    const script = join(root, "node_modules", "prisma", "build", "index.js");
    const { code, output } = await run("node", [script, "generate"], { env });
    if (code !== 0) throw failure(output, cliTexts.generateFailed);
    mkdirSync(join(root, "prisma", "generated"), { recursive: true });
    writeFileSync(join(root, "prisma", "generated", "made-from"), schemaHash());
  });
}

/** What the generated client follows from: the schema and the version of the generator. */
function schemaHash() {
  const folder = join(root, "prisma", "schema");
  const hash = createHash("sha256").update(packagesIn(join(root, "package-lock.json"))?.["node_modules/prisma"]?.version ?? "");
  for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest("hex");
}

/** @param {string} output @param {(reason: string) => string} sentence */
function failure(output, sentence) {
  const lines = output.split("\n").map((line) => line.replace(/^npm error\s*/, "").trim());
  const reason = lines.find((line) => line && !line.startsWith("code ")) ?? "";
  const { bavail, bsize } = statfsSync(root);
  return new Fault(isDiskFull(output) || bavail * bsize < SMALLEST_SPACE ? cliTexts.diskFull : sentence(reason));
}

/**
 * Runs the command on the right Node and ends as it ends. Signals are passed on; the command decides how to stop. When
 * npm is told to stop, only the shell between npm and this process hears of it.
 *
 * @param {string} script
 * @param {string[]} args
 */
async function handOver(script, args) {
  const child = spawn("node", [script, ...args], { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  const parent = process.ppid;
  const orphaned = () => process.env.npm_lifecycle_event && process.ppid !== parent && child.kill("SIGTERM");
  setInterval(orphaned, 500).unref();
  await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      process.exitCode = code ?? 128 + constants.signals[signal ?? "SIGTERM"];
      resolve(undefined);
    });
  });
}
