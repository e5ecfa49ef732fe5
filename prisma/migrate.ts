import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { Fault, isDiskFull } from "#lib/cli/steps.mjs";
import { cliTexts } from "#lib/texts/cli.mjs";
import { installJobQueues } from "#prisma/job-queues";
import { ensureRoles } from "#prisma/roles";

/** The migrations of the app itself. */
export const migrationsFolder = fileURLToPath(new URL("migrations", import.meta.url));

export type Migration = { name: string; script: string; checksum: string };

type Options = {
  /** The secret from which the database roles get their passwords. */
  secret: string;
  /** Where the migrations are; the app's own when left out. */
  folder?: string;
};

// Any number will do, as long as everybody who migrates this database asks for the same one.
const LOCK = 72_707_369;
const LOCK_NOT_AVAILABLE = "55P03";
const TRIES = 20;

/**
 * Brings a database up to date: the roles, the migrations that were not applied yet, the job queues. `ownerUrl` is the
 * address for its owner. Answers with the names of the migrations it applied. Each migration is one transaction together with its row in `_prisma_migrations`, so a process
 * that dies half-way leaves nothing behind; of two that start at once, the second waits and finds the work done.
 * Refuses when an applied migration was changed afterwards.
 */
export async function migrate(ownerUrl: string, { secret, folder = migrationsFolder }: Options): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  // A connection that breaks makes the running query fail, and that is where it is told.
  client.on("error", () => undefined);
  await client.connect();
  try {
    // When this process is killed, the server notices within a second and lets the next one have its turn.
    await client.query("SET client_connection_check_interval = '1s'");
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    await ensureRoles(client, secret);
    const pending = await pendingMigrations(client, readMigrations(folder));
    for (const migration of pending) await apply(client, migration);
    await installJobQueues(client, ownerUrl);
    return pending.map(({ name }) => name);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The migrations in a folder, in the order in which they are applied. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, "migration.sql")));
  return names.sort().map((name) => {
    // A checkout on Windows ends lines otherwise, which changes nothing about what the script does.
    const script = readFileSync(join(folder, name, "migration.sql"), "utf8").replaceAll("\r\n", "\n");
    return { name, script, checksum: createHash("sha256").update(script).digest("hex") };
  });
}

async function pendingMigrations(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  await client.query(`
    CREATE TABLE IF NOT EXISTS _prisma_migrations (
      id varchar(36) PRIMARY KEY,
      checksum varchar(64) NOT NULL,
      finished_at timestamptz,
      migration_name varchar(255) NOT NULL,
      logs text,
      rolled_back_at timestamptz,
      started_at timestamptz NOT NULL DEFAULT now(),
      applied_steps_count integer NOT NULL DEFAULT 0
    )`);
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    "SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
  const changed = migrations.find(({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum);
  if (changed) throw new Fault(cliTexts.migrationChanged(changed.name));
  return migrations.filter(({ name }) => !applied.has(name));
}

/** A busy database is asked again rather than made to wait: behind a migration that waits for a lock, everybody waits. */
async function apply(client: pg.Client, migration: Migration): Promise<void> {
  // It would end the transaction that makes the migration whole.
  if (/^[ \t]*(BEGIN|COMMIT|ROLLBACK)([ \t]+(WORK|TRANSACTION))?[ \t]*;/im.test(migration.script)) {
    throw new Fault(cliTexts.migrationHasTransaction(migration.name));
  }
  for (let tries = 1; ; tries++) {
    try {
      return await applyOnce(client, migration);
    } catch (error) {
      const { code, message } = error as pg.DatabaseError;
      await client.query("ROLLBACK").catch(() => undefined);
      if (code === LOCK_NOT_AVAILABLE && tries < TRIES) await setTimeout(1000);
      else if (isDiskFull(`${code} ${message}`)) throw new Fault(cliTexts.diskFull);
      else throw new Fault(cliTexts.migrationFailed(migration.name, message));
    }
  }
}

async function applyOnce(client: pg.Client, { name, script, checksum }: Migration): Promise<void> {
  await client.query("BEGIN");
  await client.query("SET LOCAL lock_timeout = '3s'");
  await client.query(script);
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, clock_timestamp(), 1)`,
    [randomUUID(), checksum, name],
  );
  await client.query("COMMIT");
}
