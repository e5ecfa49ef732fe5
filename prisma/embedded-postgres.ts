import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { hold, isHeld } from "#lib/cli/only-one.mjs";
import { Fault, isDiskFull, run } from "#lib/cli/steps.mjs";
import { cliTexts } from "#lib/texts/cli.mjs";
import { type Account, accountForServer, groundFor, linkedGround, reachableBinaries } from "#prisma/postgres-ground";
import { OWNER, rolePassword } from "#prisma/roles";

/** A Postgres server of our own, that listens on this machine only. */
export type EmbeddedPostgres = {
  /** Reaches the database as its owner, who may make roles and databases and is no superuser. */
  ownerUrl: string;
  /** Reaches the server as superuser: for tests that have to kill, drop or look at anything. */
  superuserUrl: string;
  /** Resolves when the server ends, whoever ended it. */
  ended: Promise<void>;
  /** Ends the connections and the server, and frees the folder. */
  stop(): Promise<void>;
  /** Ends the server at once, for whoever throws its data away. */
  kill(): void;
};

type Cluster = { port: number; secret: string };
/** The data folder, the place of the data, the programs, and as whom the server runs. */
type Place = { folder: string; ground: string; binaries: string; account: Account | null; log: string };

const DATABASE = "kernteam";
const SUPERUSER = "postgres";
const START_SECONDS = 60;
const STOP_SECONDS = 20;

// Nothing that a user typed may reach the server's log (security.md, decision 9). Even a terse ERROR line repeats the
// value it complains about; LOG and what is worse than an error do not.
const quietLog = {
  log_min_messages: "log",
  log_parameter_max_length_on_error: "0",
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
};

/**
 * Starts the Postgres that keeps its data in the folder `given`, and makes the cluster, the owner and the database when
 * they are not there yet. What an earlier start left half-done is tidied up first. Refuses while another process runs
 * it. `settings` are extra settings of the server, such as those that make tests fast.
 */
export async function startPostgres(given: string, settings: Readonly<Record<string, string>> = {}): Promise<EmbeddedPostgres> {
  const account = accountForServer();
  mkdirSync(given, { recursive: true });
  const folder = realpathSync(given);
  const release = await hold(lockOf(folder));
  if (!release) throw new Fault(cliTexts.alreadyRunning(folder));
  try {
    const ground = groundFor(folder, account);
    const binaries = await reachableBinaries(ground, account);
    const place = { folder, ground, binaries, account, log: join(folder, "postgres.log") };
    await endLeftover(ground);
    if (!existsSync(join(ground, "postgres", "PG_VERSION"))) await initialise(place);
    const server = await launch(place, settings);
    const ended = server.ended.then(release);
    const stop = async (): Promise<void> => {
      await end(server);
      await ended;
    };
    await prepareOwner(folder).catch((error: unknown) => stop().then(() => Promise.reject(error)));
    return { ...urlsOf(folder), ended, stop, kill: () => void server.process.kill("SIGKILL") };
  } catch (error) {
    release();
    throw error;
  }
}

/** How to reach the Postgres of a folder, when somebody runs it now; else null. */
export async function findPostgres(folder: string): Promise<Pick<EmbeddedPostgres, "ownerUrl" | "superuserUrl"> | null> {
  return existsSync(folder) && (await isHeld(lockOf(folder))) ? urlsOf(folder) : null;
}

/** Removes a folder with its database, wherever the data is. The server must have stopped, or be about to. */
export function removePostgres(folder: string): void {
  for (const path of [linkedGround(folder), folder]) {
    if (path) rmSync(path, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** A port of this machine that nobody uses now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function lockOf(folder: string): string {
  return `postgres ${realpathSync(folder)}`;
}

function urlsOf(folder: string): { ownerUrl: string; superuserUrl: string } {
  const cluster = readCluster(folder);
  if (!cluster) throw new Fault(cliTexts.databaseDidNotStart(join(folder, "postgres.log")));
  const url = (role: string, database: string) =>
    `postgresql://${role}:${rolePassword(cluster.secret, role)}@127.0.0.1:${cluster.port}/${database}`;
  return { ownerUrl: url(OWNER, DATABASE), superuserUrl: url(SUPERUSER, "postgres") };
}

// What is remembered of a cluster -------------------------------------------------------------------------------------

function readCluster(folder: string): Cluster | null {
  const file = join(folder, "postgres.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Cluster) : null;
}

function newCluster(folder: string): Cluster {
  const cluster = { port: 0, secret: randomBytes(32).toString("hex") };
  writeCluster(folder, cluster);
  return cluster;
}

/** Written beside and then renamed: a process that is killed leaves the old file or the new one, never half a file. */
function writeCluster(folder: string, cluster: Cluster): void {
  const file = join(folder, "postgres.json");
  writeFileSync(`${file}.new`, JSON.stringify(cluster), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

// Making a cluster ----------------------------------------------------------------------------------------------------

/** Made in a folder beside its place and then renamed, so that a cluster that is there is a whole one. */
async function initialise({ folder, ground, binaries, account, log }: Place): Promise<void> {
  const { secret } = readCluster(folder) ?? newCluster(folder);
  const halfway = join(ground, `postgres-new-${randomBytes(4).toString("hex")}`);
  const passwordFile = `${halfway}.password`;
  mkdirSync(halfway, { mode: 0o700 });
  writeFileSync(passwordFile, rolePassword(secret, SUPERUSER), { mode: 0o600 });
  if (account) for (const path of [halfway, passwordFile]) chownSync(path, account.uid, account.gid);
  const { code, output } = await run(
    join(binaries, "bin", "initdb"),
    [
      `--pgdata=${halfway}`, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256",
      "--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=nl-NL",
    ],
    { ...account },
  );
  rmSync(passwordFile, { force: true });
  if (code !== 0) {
    writeFileSync(log, output);
    rmSync(halfway, { recursive: true, force: true });
    throw faultFrom(output, log, folder);
  }
  renameSync(halfway, join(ground, "postgres"));
}

/** The one thing the superuser is for: an owner who is none, and the database that belongs to it. */
async function prepareOwner(folder: string): Promise<void> {
  const { superuserUrl } = urlsOf(folder);
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const role = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [OWNER]);
    const password = rolePassword(readCluster(folder)?.secret ?? "", OWNER);
    if (role.rowCount === 0) {
      await client.query(`CREATE ROLE ${OWNER} LOGIN NOSUPERUSER CREATEROLE CREATEDB PASSWORD '${password}'`);
    }
    const database = await client.query("SELECT FROM pg_database WHERE datname = $1", [DATABASE]);
    if (database.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
  } finally {
    await client.end();
  }
}

// Starting and stopping the server ------------------------------------------------------------------------------------

type Server = { process: ChildProcess; ended: Promise<void> };

/** Starts the server on the port of last time; when a stranger took that, on another one, which is then remembered. */
async function launch(place: Place, settings: Readonly<Record<string, string>>): Promise<Server> {
  const cluster = readCluster(place.folder) ?? newCluster(place.folder);
  for (let port = cluster.port || (await freePort()), tries = 0; ; port = await freePort(), tries++) {
    if (port !== cluster.port) writeCluster(place.folder, { ...cluster, port });
    const server = spawnServer(place, { port: String(port), ...settings });
    if (await isReady(place.ground, server)) return server;
    await end(server);
    const log = readFileSync(place.log, "utf8");
    if (!/could not bind|Address already in use/.test(log) || tries === 3) throw faultFrom(log, place.log, place.folder);
  }
}

function spawnServer({ ground, binaries, log, account }: Place, settings: Readonly<Record<string, string>>): Server {
  const all = { ...quietLog, listen_addresses: "127.0.0.1", unix_socket_directories: "", ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const file = openSync(log, "w", 0o600);
  // A group of its own: Ctrl-C reaches the whole group, and the database must be the last to stop.
  const process = spawn(join(binaries, "bin", "postgres"), ["-D", join(ground, "postgres"), ...flags], {
    ...account, detached: true, stdio: ["ignore", file, file],
  });
  closeSync(file);
  const ended = new Promise<void>((resolve) => {
    process.once("error", () => resolve());
    process.once("exit", () => resolve());
  });
  return { process, ended };
}

/** The last line of its pid file says when Postgres takes connections. False when it ended before that, or takes too long. */
async function isReady(ground: string, { process, ended }: Server): Promise<boolean> {
  let running = true;
  void ended.then(() => (running = false));
  for (const until = Date.now() + START_SECONDS * 1000; running && Date.now() < until; await setTimeout(20)) {
    const [pid, , , , , , , state] = pidFileOf(ground);
    if (pid === String(process.pid) && state?.trim() === "ready") return true;
  }
  return false;
}

function pidFileOf(ground: string): string[] {
  try {
    return readFileSync(join(ground, "postgres", "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
}

/** Removes a half-made cluster, ends a server whose starter was killed, and removes the note of one that was killed itself. */
async function endLeftover(ground: string): Promise<void> {
  for (const name of readdirSync(ground)) {
    // The initdb of a killed start may still be writing: it gives up once its folder is gone, and then the folder stays gone.
    if (name.startsWith("postgres-new-")) rmSync(join(ground, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
  const pid = Number(pidFileOf(ground)[0]);
  if (!pid) return;
  const isOurs = () => commandOf(pid).includes(join(ground, "postgres"));
  if (isOurs()) process.kill(pid, "SIGINT");
  for (const until = Date.now() + STOP_SECONDS * 1000; isOurs() && Date.now() < until; ) await setTimeout(50);
  if (isOurs()) process.kill(pid, "SIGQUIT");
  while (isOurs()) await setTimeout(50);
  // A number that another program has by now. Of a Postgres that cannot be told apart, Postgres itself decides.
  if (!commandOf(pid).includes("postgres")) rmSync(join(ground, "postgres", "postmaster.pid"), { force: true });
}

function commandOf(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return execFileSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" });
  } catch {
    return "";
  }
}

/** SIGINT ends connections and writes everything down; SIGQUIT, when that takes too long, leaves a recovery to the next start. */
async function end({ process, ended }: Server): Promise<void> {
  process.kill("SIGINT");
  const patience = new AbortController();
  const insist = setTimeout(STOP_SECONDS * 1000, undefined, { signal: patience.signal }).then(() => process.kill("SIGQUIT"), () => false);
  await ended;
  patience.abort();
  await insist;
}

function faultFrom(output: string, log: string, folder: string): Fault {
  if (isDiskFull(output)) return new Fault(cliTexts.diskFull);
  if (/incompatible with server/.test(output)) return new Fault(cliTexts.databaseOtherVersion(folder));
  if (/wrong ownership|Permission denied/.test(output)) return new Fault(cliTexts.notAllowed(folder));
  return new Fault(cliTexts.databaseDidNotStart(log));
}
