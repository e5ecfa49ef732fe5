import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { Fault } from "#lib/cli/steps.mjs";
import { readMasterKey } from "#lib/sealing/master-key";
import { cliTexts } from "#lib/texts/cli.mjs";
import { findPostgres, startPostgres } from "#prisma/embedded-postgres";
import { databaseUrls } from "#prisma/roles";

/** The database of this copy of the app: its own embedded one, or the one that DATABASE_URL names. */
export type Database = {
  ownerUrl: string;
  embedded: boolean;
  /** Resolves when an embedded database stops; never for another one. */
  ended: Promise<void>;
  /** Stops the embedded database when this process started it. */
  close(): Promise<void>;
};

const OLDEST_POSTGRES = 15;
const SHORTEST_SECRET = 32;
const CONNECT_TIMEOUT_MS = 5_000;

/** The folder in which this copy keeps its database, secret and logs: DATA_DIR, or `.data` in the clone. */
export function dataFolder(): string {
  return resolve(fileURLToPath(new URL("..", import.meta.url)), process.env.DATA_DIR || ".data");
}

/** APP_SECRET, or else a secret that is made once and kept in the data folder. At least 32 characters. */
export function appSecret(): string {
  const given = process.env.APP_SECRET;
  if (given && given.length < SHORTEST_SECRET) throw new Fault(cliTexts.secretTooShort);
  return given || keptSecret(join(dataFolder(), "secret"));
}

/**
 * The files that CASE_KEY_FILE and OLD_CASE_KEY_FILE name; without the first, a key that is made once and kept in the data
 * folder, beside the folder of the database. Refuses, by the name of the variable, a file that holds no key.
 */
export function caseKeyFiles(): { CASE_KEY_FILE: string; OLD_CASE_KEY_FILE?: string } {
  const old = namedKeyFile("OLD_CASE_KEY_FILE");
  return { CASE_KEY_FILE: namedKeyFile("CASE_KEY_FILE") ?? keptKeyFile(join(dataFolder(), "case-key")), ...(old && { OLD_CASE_KEY_FILE: old }) };
}

/** Starts the embedded database for `npm start`, or finds the one of DATABASE_URL. Refuses while another start runs it. */
export async function startDatabase(): Promise<Database> {
  const given = process.env.DATABASE_URL;
  if (given) return externalDatabase(given);
  const postgres = await startPostgres(dataFolder());
  return { ownerUrl: postgres.ownerUrl, embedded: true, ended: postgres.ended, close: postgres.stop };
}

/**
 * The database for a command that may run beside `npm start` or by itself: the running one, or else the embedded one is
 * started until `close`.
 */
export async function openDatabase(): Promise<Database> {
  const running = process.env.DATABASE_URL ? null : await findPostgres(dataFolder());
  if (!running) return startDatabase();
  await requireReachable(running.ownerUrl);
  return { ownerUrl: running.ownerUrl, embedded: true, ended: new Promise(() => undefined), close: async () => undefined };
}

/** The environment in which the processes of the app reach this database, each role by its own address. */
export function databaseEnvironment(ownerUrl: string, secret: string): Record<string, string> {
  const urls = databaseUrls(ownerUrl, secret);
  return { APP_SECRET: secret, APP_DATABASE_URL: urls.app, AUTH_DATABASE_URL: urls.auth, LINK_DATABASE_URL: urls.link, WORKER_DATABASE_URL: urls.worker };
}

async function externalDatabase(ownerUrl: string): Promise<Database> {
  await requireReachable(ownerUrl);
  return { ownerUrl, embedded: false, ended: new Promise(() => undefined), close: async () => undefined };
}

/** Connects once, so that a mistake in DATABASE_URL is told in words before anything else happens. */
async function requireReachable(address: string): Promise<void> {
  if (!/^postgres(ql)?:$/.test(URL.parse(address)?.protocol ?? "")) throw new Fault(cliTexts.databaseUrlWrong);
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>("SHOW server_version");
    const version = rows[0]?.server_version ?? "";
    if (Number.parseInt(version, 10) < OLDEST_POSTGRES) throw new Fault(cliTexts.databaseTooOld(version));
  } catch (error) {
    throw error instanceof Fault ? error : faultFor(new URL(address), error as pg.DatabaseError);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Names the server and the database, never the user's password. */
function faultFor(url: URL, { code = "" }: pg.DatabaseError): Fault {
  if (["28P01", "28000"].includes(code)) return new Fault(cliTexts.databaseLoginRefused(url.host));
  if (code === "3D000") return new Fault(cliTexts.databaseMissing(decodeURIComponent(url.pathname.slice(1))));
  return new Fault(cliTexts.databaseUnreachable(url.host));
}

function namedKeyFile(variable: string): string | null {
  const given = process.env[variable];
  if (!given) return null;
  // npm runs commands in the folder of the app; INIT_CWD is where it was called.
  const file = resolve(process.env.INIT_CWD ?? "", given);
  if (!readMasterKey(file)) throw new Fault(cliTexts.caseKeyWrong(variable));
  return file;
}

function keptKeyFile(file: string): string {
  if (!existsSync(file)) keepSecret(file, randomBytes(32).toString("hex"));
  if (!readMasterKey(file)) throw new Fault(cliTexts.caseKeyDamaged(file));
  return file;
}

function keptSecret(file: string): string {
  if (!existsSync(file)) keepSecret(file, randomBytes(32).toString("hex"));
  const secret = readFileSync(file, "utf8").trim();
  if (secret.length < SHORTEST_SECRET) throw new Fault(cliTexts.secretDamaged(file));
  return secret;
}

/** A link appears whole or not at all, and only where nothing was: of two starts at once, both use the first secret. */
function keepSecret(file: string, secret: string): void {
  const own = `${file}.${process.pid}`;
  mkdirSync(dataFolder(), { recursive: true });
  writeFileSync(own, secret, { mode: 0o600 });
  try {
    linkSync(own, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(own, { force: true });
  }
}
