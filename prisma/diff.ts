import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { Fault } from "#lib/cli/steps.mjs";
import { cliTexts } from "#lib/texts/cli.mjs";
import { migrate, migrationsFolder } from "#prisma/migrate";
import { sqlTowardsSchema } from "#prisma/schema-engine";

/** The schema of the app itself. */
export const schemaFolder = fileURLToPath(new URL("schema", import.meta.url));

type Source = {
  /** The owner's address of any database on the server; that database itself is not touched. */
  ownerUrl: string;
  secret: string;
  /** The app's own folders, when left out. */
  folders?: { schema: string; migrations: string };
};

const INSUFFICIENT_PRIVILEGE = "42501";

/** Whether the migrations lead to other tables than the schema describes. */
export async function hasDrift(source: Source): Promise<boolean> {
  return (await nextScript(source)) !== "";
}

/**
 * Writes what the schema has and the migrations have not as the next migration, and answers with its file; null when
 * there is nothing to write. `name` is in small letters with underscores. What Prisma cannot express (rights, checks,
 * exclusions, policies) is added by hand before the migration is applied.
 */
export async function writeMigration(name: string, source: Source, now: Date): Promise<string | null> {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Fault(cliTexts.diffNeedsName);
  const script = await nextScript(source);
  if (!script) return null;
  const moment = now.toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(source.folders?.migrations ?? migrationsFolder, `${moment}_${name}`);
  mkdirSync(folder);
  writeFileSync(join(folder, "migration.sql"), script);
  return join(folder, "migration.sql");
}

/** Compares the schema with a database that all migrations were applied to, made for the purpose and dropped again. */
async function nextScript({ ownerUrl, secret, folders }: Source): Promise<string> {
  const name = `kernteam_diff_${randomBytes(6).toString("hex")}`;
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`CREATE DATABASE ${name}`).catch(explainRefusal);
    const url = new URL(ownerUrl);
    url.pathname = name;
    await migrate(url.toString(), { secret, ...(folders && { folder: folders.migrations }) });
    return await sqlTowardsSchema(url.toString(), folders?.schema ?? schemaFolder);
  } finally {
    await drop(owner, name);
    await owner.end();
  }
}

/**
 * Without FORCE Postgres sends an autovacuum away and waits for connections that are closing; with FORCE it refuses when an
 * autovacuum is there, because the owner may not end what runs as a superuser.
 */
async function drop(owner: pg.Client, name: string): Promise<void> {
  const plainly = await owner.query(`DROP DATABASE IF EXISTS ${name}`).catch(() => null);
  if (!plainly) await owner.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`).catch(() => undefined);
}

function explainRefusal(error: pg.DatabaseError): never {
  throw error.code === INSUFFICIENT_PRIVILEGE ? new Fault(cliTexts.databasesNotAllowed) : error;
}
