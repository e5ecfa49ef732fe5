import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { Fault } from "#lib/cli/steps.mjs";

/** A process of the app that should go on until it is stopped. */
export type ServiceOptions = {
  /** What comes after `node`. */
  args: string[];
  env: NodeJS.ProcessEnv;
  /** The file for what it prints. */
  log: string;
  /** Called when it stopped by itself and is about to be started again. */
  onRestart: () => void;
  /** What to say when it keeps stopping. */
  fault: string;
};

export type Service = {
  /** Whether the first process came so far that it listens; false when it ended before that. */
  listening: Promise<boolean>;
  /** The fault when it keeps stopping by itself; null when it was stopped. */
  ended: Promise<Fault | null>;
  /** Asks the process to finish what it is doing and to end; insists when that takes too long. */
  stop(): Promise<void>;
};

const MOST_RESTARTS = 3;
const WITHIN_MS = 60_000;
const PAUSE_MS = 1_000;
// A little more than the web server and the worker take to finish what they are doing.
const STOP_MS = 30_000;

/** Starts a process, and starts it again when it stops by itself, but not for ever. */
export function keepRunning(options: ServiceOptions): Service {
  const stopping = new AbortController();
  let child = spawnService(options, "w");
  const listening = Promise.race([said(child, "listening").then(() => true), exited(child).then(() => false)]);
  const ended = (async () => {
    for (let restarts: number[] = []; ; ) {
      await exited(child);
      if (stopping.signal.aborted) return null;
      restarts = [...restarts.filter((moment) => moment > Date.now() - WITHIN_MS), Date.now()];
      if (restarts.length > MOST_RESTARTS) return new Fault(options.fault);
      options.onRestart();
      await setTimeout(PAUSE_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return null;
      child = spawnService(options, "a");
    }
  })();
  const stop = async (): Promise<void> => {
    stopping.abort();
    await end(child);
  };
  return { listening, ended, stop };
}

/** In a group of its own, so that Ctrl-C reaches only the process that stops everything in order. */
function spawnService({ args, env, log }: ServiceOptions, flag: "w" | "a"): ChildProcess {
  const file = openSync(log, flag, 0o600);
  const child = spawn("node", args, { env, detached: true, stdio: ["ignore", file, file, "ipc"] });
  closeSync(file);
  child.on("error", () => undefined);
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  child.kill("SIGTERM");
  // An open channel to this process can keep one alive that has nothing left to do.
  if (child.connected) child.disconnect();
  const patience = new AbortController();
  const insist = setTimeout(STOP_MS, undefined, { signal: patience.signal }).then(() => child.kill("SIGKILL"), () => false);
  await exited(child);
  patience.abort();
  await insist;
}

function exited(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return resolve();
    child.once("exit", () => resolve());
  });
}

function said(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve) => child.on("message", (message) => message === word && resolve()));
}
