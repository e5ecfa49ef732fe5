import { spawn } from "node:child_process";
import { cliTexts } from "#lib/texts/cli.mjs";

// What a shell makes of a program that Ctrl-C ended.
const EXIT_INTERRUPTED = 130;

/** A fault whose message is one sentence for the person at the keyboard, and all that is shown to them. */
export class Fault extends Error {
  /** @override */
  name = "Fault";
}

/** Aborted when this process is told to stop: what `run` started then ends too. */
export const interruption = new AbortController();

/**
 * Does one step of a command, with a line that says which and how long it took: beside the output, which may be data.
 *
 * @template T
 * @param {string} text
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function step(text, action) {
  const started = performance.now();
  process.stderr.write(`${text} … `);
  try {
    const result = await action();
    process.stderr.write(`${cliTexts.done(((performance.now() - started) / 1000).toFixed(1).replace(".", ","))}\n`);
    return result;
  } catch (error) {
    process.stderr.write(`${cliTexts.failed}\n`);
    throw error;
  }
}

/**
 * Runs a program to its end and keeps what it prints, unless `stdio` shows it. When this process is told to stop, the
 * program is told too, and gets the time to tidy up.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    interruption.signal.throwIfAborted();
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
    const interrupt = () => void child.kill("SIGINT");
    interruption.signal.addEventListener("abort", interrupt);
    let output = "";
    const keep = (/** @type {Buffer} */ chunk) => (output += chunk.toString());
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.on("error", reject);
    child.on("close", (code) => {
      interruption.signal.removeEventListener("abort", interrupt);
      if (interruption.signal.aborted) reject(interruption.signal.reason);
      else resolve({ code, output });
    });
  });
}

/**
 * Does the work of a command. A fault is told in one sentence, and the exit code says whether the work was done.
 *
 * @param {() => Promise<void>} work
 */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    if (!interruption.signal.aborted) console.error(sentenceFor(error));
    process.exitCode = interruption.signal.aborted ? EXIT_INTERRUPTED : 1;
  }
}

/**
 * The one sentence that tells what went wrong. With DEBUG set, the stack follows for who repairs the program itself.
 *
 * @param {unknown} error
 * @returns {string}
 */
export function sentenceFor(error) {
  const { message, code, path, stack } = /** @type {NodeJS.ErrnoException} */ (error instanceof Error ? error : new Error(String(error)));
  if (process.env.DEBUG) return stack ?? message;
  if (error instanceof Fault) return message;
  if (isDiskFull(`${code} ${message}`)) return cliTexts.diskFull;
  if (path && ["EACCES", "EPERM", "EROFS"].includes(code ?? "")) return cliTexts.notAllowed(path);
  return cliTexts.unexpected(message.split("\n")[0] ?? "");
}

/**
 * Whether a message tells of a full disk: of Node, npm or Postgres, where 53100 is its code for it.
 *
 * @param {string} message
 */
export function isDiskFull(message) {
  return /ENOSPC|No space left on device|\b53100\b|Disk quota exceeded|EDQUOT/.test(message);
}
