import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The worker in a process of its own, as it is served. */
export type WorkerProcess = {
  /** All it has printed, to search for what should not be there. */
  printed: () => string;
  stop: () => Promise<void>;
};

/** Starts the worker with the database role that `ownDatabase` has put in the environment. */
export function startWorkerProcess(extra: Record<string, string>): WorkerProcess {
  const child = spawn(process.execPath, ["lib/cli/worker.ts"], { cwd: ROOT, env: { ...process.env, ...extra }, stdio: ["ignore", "pipe", "pipe"] });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on("line", (line) => printed.push(line));
  return {
    printed: () => printed.join("\n"),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}
