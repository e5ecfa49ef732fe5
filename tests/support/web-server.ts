import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { AddressInfo } from "node:net";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const NEXT = fileURLToPath(new URL("../../node_modules/next/dist/bin/next", import.meta.url));

/** The production build, served on a port of its own against the database of this test file. */
export type WebServer = {
  url: string;
  /** The statements the web process has sent since the last call, without what belongs to the transaction itself. */
  takeStatements: () => Promise<{ role: string; text: string }[]>;
  /** All it has printed, to search for what should not be there. */
  printed: () => string;
  stop: () => Promise<void>;
};

/** The folder with the production build; `npm test` makes it before the tests that need it. */
export function buildFolder(): string {
  const folder = `${ROOT}${process.env.NEXT_DIST_DIR ?? ".next"}`;
  if (!existsSync(`${folder}/BUILD_ID`)) throw new Error("There is no production build. Run npm test, or npm run build first.");
  return folder;
}

/** Starts the web process with the database roles that `ownDatabase` has put in the environment. */
export async function startWeb(extra: Record<string, string> = {}): Promise<WebServer> {
  buildFolder();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn("node", [NEXT, "start", "-p", String(port), "-H", "127.0.0.1"], {
    cwd: ROOT,
    env: { ...withoutOwner(process.env), NODE_ENV: "production", APP_URL: url, LOG_LEVEL: "debug", NEXT_TELEMETRY_DISABLED: "1", ...extra },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on("line", (line) => printed.push(line));
  await untilReady(url, child, printed);
  let taken = printed.length;
  return {
    url,
    takeStatements: async () => {
      // Printing is a stream: what a request printed has arrived once a later request has been answered.
      await fetch(`${url}/health/live`);
      await new Promise((resolve) => setTimeout(resolve, 10));
      const fresh = printed.slice(taken);
      taken = printed.length;
      return fresh.flatMap(statementIn);
    },
    printed: () => printed.join("\n"),
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

/** The ids by which a browser calls the actions of this build: "app/…/actions.ts:saveAction" → id. */
export function actionIds(): Map<string, string> {
  type Manifest = { node: Record<string, { exportedName?: string; filename?: string }> };
  const manifest = JSON.parse(readFileSync(`${buildFolder()}/server/server-reference-manifest.json`, "utf8")) as Manifest;
  return new Map(Object.entries(manifest.node).map(([id, entry]) => [`${entry.filename}:${entry.exportedName}`, id]));
}

/** The pages and routes of this build, as their files are called: "/(signed-in)/people/page". */
export function builtEntries(): string[] {
  return Object.keys(JSON.parse(readFileSync(`${buildFolder()}/server/app-paths-manifest.json`, "utf8")) as Record<string, string>);
}

function statementIn(line: string): { role: string; text: string }[] {
  if (!line.startsWith("{")) return [];
  const { msg, action, code } = JSON.parse(line) as { msg?: string; action?: string; code?: string };
  if (msg !== "statement" || !action || !code || /^(?:BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SELECT set_config)/i.test(code.trim())) return [];
  return [{ role: action, text: code }];
}

async function untilReady(url: string, child: ChildProcess, printed: string[]): Promise<void> {
  for (const giveUp = Date.now() + 30_000; Date.now() < giveUp; ) {
    if (child.exitCode !== null) throw new Error(`The web process stopped:\n${printed.join("\n")}`);
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill("SIGKILL");
  throw new Error(`The web process did not become ready:\n${printed.join("\n")}`);
}

function withoutOwner(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { DATABASE_URL: _owner, OPERATOR_DATABASE_URL: _operator, TZ: _zone, VITEST: _vitest, NODE_OPTIONS: _options, ...rest } = environment;
  return rest;
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
