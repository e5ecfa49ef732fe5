import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { buildApp, useBuild } from "#lib/cli/next-build";
import { keepRunning, type Service } from "#lib/cli/services";
import { Fault, isDiskFull, run, step } from "#lib/cli/steps.mjs";
import { masterKeys } from "#lib/sealing/master-key";
import { cliTexts } from "#lib/texts/cli.mjs";
import { appSecret, caseKeyFiles, dataFolder, startDatabase } from "#prisma/database";
import { DEMO_LOADED } from "#prisma/demo/state";
import { migrate } from "#prisma/migrate";
import { databaseUrls } from "#prisma/roles";
import { sealTexts } from "#prisma/seal-texts";

export type AppOptions = {
  port: number;
  /** The address of this machine to listen on. */
  host: string;
  /** Where users reach the app, perhaps through a proxy: scheme, host and port. */
  url: string;
  /** Leaves an empty database empty. */
  empty?: boolean;
  /** Serves the source as it changes, without a build. */
  developing?: boolean;
};

export type RunningApp = {
  /** Whether the demo world is in the database, so that its people can be offered. */
  demo: boolean;
  /** Whether there is nobody yet who can sign in. */
  empty: boolean;
  /** Resolves when the app ends: with the fault, or with null after `stop`. */
  ended: Promise<Fault | null>;
  stop(): Promise<void>;
};

type Stop = () => Promise<void> | void;

const root = fileURLToPath(new URL("../..", import.meta.url));
const READY_SECONDS = 30;

/**
 * Starts everything that the app consists of, each on the one before: database, migrations, demo world, build, web
 * server, worker. Only the embedded database gets the demo world. What was started is stopped again when a step fails.
 */
export async function runApp(options: AppOptions): Promise<RunningApp> {
  const stops: Stop[] = [];
  const stop = async (): Promise<void> => {
    for (const stopOne of stops.splice(0).reverse()) await stopOne();
  };
  try {
    return { ...(await startInOrder(options, stops)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startInOrder(options: AppOptions, stops: Stop[]): Promise<Omit<RunningApp, "stop">> {
  const secret = appSecret();
  const caseKeys = caseKeyFiles();
  const database = await step(process.env.DATABASE_URL ? cliTexts.checkingDatabase : cliTexts.startingDatabase, startDatabase);
  stops.push(database.close);
  await requireFreePort(options);
  const { ownerUrl, embedded } = database;
  await step(cliTexts.migrating, () => migrate(ownerUrl, { secret }));
  await step(cliTexts.checkingKeys, () => sealTexts(ownerUrl, masterKeys(caseKeys)));
  if (embedded && !options.empty && (await isUnused(ownerUrl))) await step(cliTexts.seeding, () => seed(options, ownerUrl, { APP_SECRET: secret, ...caseKeys }));
  // Whoever reaches the demo may be anyone in it, so it is for this machine only.
  const demo = embedded && isOnThisMachine(options.url) && (await hasDemoWorld(ownerUrl));
  const env = environmentFor(options, secret, demo);
  const build = options.developing ? null : await buildApp(logOf("build"));
  if (build) stops.push(await useBuild(build));

  const { app, auth, link, worker } = databaseUrls(ownerUrl, secret);
  const web = startWeb(options, { ...env, ...caseKeys, APP_DATABASE_URL: app, AUTH_DATABASE_URL: auth, LINK_DATABASE_URL: link, ...(build && { NEXT_DIST_DIR: build }) });
  stops.push(web.stop);
  await step(cliTexts.startingWeb, () => untilReady(web, options));
  const mailer = startWorker({ ...env, WORKER_DATABASE_URL: worker });
  stops.push(mailer.stop);
  const stopped = database.ended.then(() => new Fault(cliTexts.databaseStopped(logOf("postgres"))));
  return { demo, empty: await isWithoutPeople(ownerUrl), ended: Promise.race([web.ended, mailer.ended, stopped]) };
}

function isOnThisMachine(url: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);
}

function logOf(name: string): string {
  return join(dataFolder(), `${name}.log`);
}

/** Asked before anything slow is done, and told in words; the web server itself would print its insides. */
function requireFreePort({ port, host }: AppOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", ({ code }: NodeJS.ErrnoException) =>
      reject(new Fault(code === "EADDRNOTAVAIL" || code === "ENOTFOUND" ? cliTexts.wrongHost(host) : cliTexts.portTaken(port))),
    );
    server.listen(port, host, () => server.close(() => resolve()));
  });
}

// The demo world ------------------------------------------------------------------------------------------------------

/** Nobody can sign in. */
function isWithoutPeople(ownerUrl: string): Promise<boolean> {
  return isSo(ownerUrl, "NOT EXISTS (SELECT FROM person)");
}

/** Nothing was done with the database yet; the demo world would otherwise turn up among somebody's own work. */
function isUnused(ownerUrl: string): Promise<boolean> {
  return isSo(ownerUrl, "NOT EXISTS (SELECT FROM consortium) AND NOT EXISTS (SELECT FROM person) AND NOT EXISTS (SELECT FROM audit_line)");
}

/** The last thing that happened with the demo world is that it was loaded. */
function hasDemoWorld(ownerUrl: string): Promise<boolean> {
  const last = "SELECT action FROM audit_line WHERE object_type = 'demo' AND role = 'operator' AND person_id IS NULL ORDER BY id DESC LIMIT 1";
  return isSo(ownerUrl, `coalesce((${last}) = '${DEMO_LOADED.action}', false)`);
}

async function isSo(ownerUrl: string, condition: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ so: boolean }>(`SELECT ${condition} AS so`);
    return rows[0]?.so === true;
  } finally {
    await client.end();
  }
}

async function seed({ url }: AppOptions, ownerUrl: string, secrets: Record<string, string>): Promise<void> {
  const env = { ...process.env, ...secrets, APP_URL: url, OPERATOR_DATABASE_URL: ownerUrl };
  const { code, output } = await run("node", [join(root, "prisma", "seed.ts")], { cwd: root, env });
  writeFileSync(logOf("seed"), output, { mode: 0o600 });
  if (code !== 0) throw new Fault(isDiskFull(output) ? cliTexts.diskFull : cliTexts.seedFailed(logOf("seed")));
}

// The processes -------------------------------------------------------------------------------------------------------

/**
 * What both processes know. Neither gets the owner's address: a leak in one of them must not reach the tables' owner. The
 * keys of the casussen are for the web process alone, so they are not among it.
 */
function environmentFor({ url }: AppOptions, secret: string, demo: boolean): NodeJS.ProcessEnv {
  const { DATABASE_URL: _owner, DEMO: _demo, CASE_KEY_FILE: _key, OLD_CASE_KEY_FILE: _oldKey, REFERENCE_DATE, ...own } = process.env;
  const inDemo = demo ? { DEMO: "1", ...(REFERENCE_DATE && { REFERENCE_DATE }) } : {};
  return { ...own, APP_URL: url, APP_SECRET: secret, NEXT_TELEMETRY_DISABLED: "1", ...inDemo };
}

function startWeb({ port, host, developing }: AppOptions, env: NodeJS.ProcessEnv): Service {
  const next = [join(root, "node_modules", "next", "dist", "bin", "next"), developing ? "dev" : "start", root];
  // The development server is two processes, which cannot do with it.
  const preload = developing ? [] : ["--import", join(root, "lib", "cli", "leave-with-parent.mjs")];
  return keepRunning({
    args: [...preload, ...next, "--port", String(port), "--hostname", host],
    env: { ...env, NODE_ENV: developing ? "development" : "production" },
    log: logOf("web"),
    onRestart: () => console.log(cliTexts.webStopped),
    fault: cliTexts.webKeepsStopping(logOf("web")),
  });
}

function startWorker(env: NodeJS.ProcessEnv): Service {
  return keepRunning({
    args: [join(root, "lib", "cli", "worker.ts")],
    env: { ...env, NODE_ENV: "production" },
    log: logOf("worker"),
    onRestart: () => console.log(cliTexts.workerStopped),
    fault: cliTexts.workerKeepsStopping(logOf("worker")),
  });
}

/** Until it answers that all is well: pages are served, and both of its database roles are let in. */
async function untilReady(web: Service, { port, host, developing }: AppOptions): Promise<void> {
  let running = true;
  const listening = web.listening.then((listens) => (running = listens));
  // Before it listens, somebody else might answer at this port.
  if (!developing) await listening;
  const address = new URL("/health/ready", `http://${host.includes(":") ? `[${host}]` : host}:${port}`);
  for (const until = Date.now() + READY_SECONDS * 1000; running && Date.now() < until; await setTimeout(100)) {
    const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Fault(readFileSync(logOf("web"), "utf8").includes("EADDRINUSE") ? cliTexts.portTaken(port) : cliTexts.webFailed(logOf("web")));
}
