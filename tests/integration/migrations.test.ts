import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeEach, describe, expect, inject, test } from "vitest";
import { hasDrift, writeMigration } from "#prisma/diff";
import { migrate } from "#prisma/migrate";
import { databaseUrls } from "#prisma/roles";
import { ownDatabase } from "#tests/support/own-database";
import { TEST_SECRET, databaseAt } from "#tests/support/template-database";
import { TEST_FOLDER } from "#tests/support/test-folders";

const secret = TEST_SECRET;
const fixtures = mkdtempSync(join(tmpdir(), TEST_FOLDER));
const schema = join(fixtures, "schema");
const migrations = join(fixtures, "migrations");
const folders = { schema, migrations };

const statements = [
  "CREATE EXTENSION IF NOT EXISTS btree_gist;",
  "CREATE TABLE room (id integer NOT NULL, name text NOT NULL, CONSTRAINT room_pkey PRIMARY KEY (id));",
  "CREATE TABLE booking (id integer NOT NULL, room_id integer NOT NULL, starts integer NOT NULL, ends integer NOT NULL, cancelled boolean NOT NULL DEFAULT false, CONSTRAINT booking_pkey PRIMARY KEY (id));",
  "INSERT INTO room (id, name) VALUES (1, 'De Meerpaal');",
  "ALTER TABLE booking ADD CONSTRAINT booking_room_id_fkey FOREIGN KEY (room_id) REFERENCES room (id) ON DELETE RESTRICT ON UPDATE CASCADE;",
  "ALTER TABLE booking ADD CONSTRAINT booking_in_order CHECK (starts < ends);",
  "ALTER TABLE booking ADD CONSTRAINT booking_no_overlap EXCLUDE USING gist (room_id WITH =, int4range(starts, ends) WITH &&) WHERE (NOT cancelled);",
  "CREATE UNIQUE INDEX booking_one_start ON booking (room_id, starts) WHERE NOT cancelled;",
  "CREATE INDEX room_name_small ON room (lower(name));",
  "ALTER TABLE booking ENABLE ROW LEVEL SECURITY; ALTER TABLE booking FORCE ROW LEVEL SECURITY;",
  "CREATE POLICY booking_owner ON booking TO kt_owner USING (true) WITH CHECK (true);",
];

const models = `
  datasource db {
    provider = "postgresql"
  }
  model Room {
    id Int @id
    name String
    bookings Booking[]
    @@map("room")
  }
  model Booking {
    id Int @id
    roomId Int @map("room_id")
    room Room @relation(fields: [roomId], references: [id])
    starts Int
    ends Int
    cancelled Boolean @default(false)
    @@map("booking")
  }
`;

const clean: { tables: unknown; rooms: unknown; recorded: unknown; appliedAgain: unknown } = {
  tables: ["_prisma_migrations", "booking", "room"],
  rooms: [{ name: "De Meerpaal" }],
  recorded: [{ name: "20260101000000_rooms" }],
  appliedAgain: [],
};

let ownerUrl: string;

beforeEach(async () => {
  rmSync(migrations, { recursive: true, force: true });
  mkdirSync(schema, { recursive: true });
  writeFileSync(join(schema, "main.prisma"), models);
  writeFixture("20260101000000_rooms", statements);
  ownerUrl = await emptyDatabase();
});

afterAll(() => rmSync(fixtures, { recursive: true, force: true }));

describe("a migration that is killed", () => {
  test.each(statements.map((_, position) => position).concat(statements.length))(
    "before statement %i leaves nothing behind, and the next run ends clean",
    async (position) => {
      writeFixture("20260101000000_rooms", statements.toSpliced(position, 0, "SELECT pg_terminate_backend(pg_backend_pid());"));
      await expect(migrate(ownerUrl, { secret, folder: migrations })).rejects.toThrow();
      expect(await tables(ownerUrl)).toEqual(["_prisma_migrations"]);

      writeFixture("20260101000000_rooms", statements);
      expect(await resultOfRun()).toEqual(clean);
    },
  );

  test("with its whole process lets the next run go on within seconds", async () => {
    writeFixture("20260101000000_rooms", statements.toSpliced(5, 0, "SELECT pg_sleep(60);"));
    const killed = migrateInProcess();
    await untilSleeping();
    killed.kill("SIGKILL");

    writeFixture("20260101000000_rooms", statements);
    expect(await resultOfRun()).toEqual(clean);
  });

  test("at any other moment, while roles or job queues are made, does not stand in the way either", async () => {
    for (let delay = 0; delay <= 200; delay += 20) {
      const url = await emptyDatabase();
      const run = migrate(url, { secret, folder: migrations }).catch(() => "killed");
      await setTimeout(delay);
      await killConnections(url);
      await run;
      await migrate(url, { secret, folder: migrations });
      expect(await tables(url)).toEqual(["_prisma_migrations", "booking", "room"]);
      expect(await queueNames(url)).toContain("dead-letter");
    }
  });
});

describe("migrating", () => {
  test("twice at once applies each migration once", async () => {
    const runs = await Promise.all([1, 2, 3].map(() => migrate(ownerUrl, { secret, folder: migrations })));
    expect(runs.flat()).toEqual(["20260101000000_rooms"]);
    expect(await resultOfRun()).toEqual(clean);
  });

  test("two databases of one server at once makes the roles they share once", async () => {
    const urls = await Promise.all([1, 2, 3, 4].map(emptyDatabase));
    await Promise.all(urls.map((url) => migrate(url, { secret, folder: migrations })));
    for (const url of urls) expect(await tables(url)).toContain("room");
  });

  test("refuses when an applied migration was changed, and says which", async () => {
    await migrate(ownerUrl, { secret, folder: migrations });
    appendFileSync(join(migrations, "20260101000000_rooms", "migration.sql"), "-- an afterthought\n");
    writeFixture("20260102000000_more", ["CREATE TABLE more (id integer);"]);
    await expect(migrate(ownerUrl, { secret, folder: migrations })).rejects.toThrow("20260101000000_rooms");
    expect(await tables(ownerUrl)).not.toContain("more");
  });

  test("does not mind how lines end", async () => {
    await migrate(ownerUrl, { secret, folder: migrations });
    writeFileSync(join(migrations, "20260101000000_rooms", "migration.sql"), statements.join("\r\n"));
    expect(await migrate(ownerUrl, { secret, folder: migrations })).toEqual([]);
  });

  test("undoes the whole migration when a statement fails", async () => {
    writeFixture("20260102000000_more", ["CREATE TABLE more (id integer);", "INSERT INTO nowhere VALUES (1);"]);
    await expect(migrate(ownerUrl, { secret, folder: migrations })).rejects.toThrow("20260102000000_more");
    expect(await tables(ownerUrl)).toEqual(["_prisma_migrations", "booking", "room"]);
  });

  test("refuses a migration that ends its own transaction", async () => {
    writeFixture("20260102000000_more", ["CREATE TABLE more (id integer);", "COMMIT;", "INSERT INTO nowhere VALUES (1);"]);
    await expect(migrate(ownerUrl, { secret, folder: migrations })).rejects.toThrow("20260102000000_more");
    expect(await tables(ownerUrl)).not.toContain("more");
  });

  test("works for an owner with another name, who then falls under the owner's policies", async () => {
    await asSuperuser("DO $$ BEGIN CREATE ROLE somebody LOGIN NOSUPERUSER CREATEROLE PASSWORD 'x'; EXCEPTION WHEN duplicate_object THEN END $$");
    const url = new URL(ownerUrl);
    await asSuperuser(`ALTER DATABASE ${url.pathname.slice(1)} OWNER TO somebody`);
    await asSuperuser("GRANT kt_owner, kt_app, kt_auth, kt_worker TO somebody WITH ADMIN TRUE, INHERIT FALSE, SET FALSE");
    [url.username, url.password] = ["somebody", "x"];
    await migrate(url.toString(), { secret, folder: migrations });
    const rows = await query(url.toString(), "INSERT INTO booking (id, room_id, starts, ends) VALUES (1, 1, 9, 10) RETURNING id");
    expect(rows).toEqual([{ id: 1 }]);
  });
});

describe("the next migration", () => {
  test("is nothing when the schema and the migrations are the same", async () => {
    expect(await hasDrift({ ownerUrl, secret, folders })).toBe(false);
    expect(await writeMigration("nothing", { ownerUrl, secret, folders }, new Date())).toBeNull();
  });

  test("never drops a check, an exclusion, a partial index or a policy", async () => {
    writeFileSync(join(schema, "main.prisma"), models.replace("starts Int", "starts Int\n    note String?"));
    expect(await hasDrift({ ownerUrl, secret, folders })).toBe(true);
    await writeMigration("add_note", { ownerUrl, secret, folders }, new Date("2026-03-01T12:00:00Z"));

    await migrate(ownerUrl, { secret, folder: migrations });
    expect(await namesIn("pg_constraint", "conname", "booking")).toEqual(
      expect.arrayContaining(["booking_in_order", "booking_no_overlap", "booking_room_id_fkey"]),
    );
    expect(await namesIn("pg_policy", "polname", "booking")).toEqual(["booking_owner"]);
    expect(await query(ownerUrl, "SELECT FROM pg_indexes WHERE indexname IN ('booking_one_start', 'room_name_small')")).toHaveLength(2);
    expect(await query(ownerUrl, "SELECT applied_steps_count FROM _prisma_migrations WHERE migration_name = '20260301120000_add_note'")).toHaveLength(1);
    expect(await hasDrift({ ownerUrl, secret, folders })).toBe(false);
  });

  test("leaves no database behind", async () => {
    await hasDrift({ ownerUrl, secret, folders });
    expect(await query(ownerUrl, "SELECT datname FROM pg_database WHERE datname LIKE 'kernteam_diff%'")).toEqual([]);
  });

  test("wants a name that can be a folder", async () => {
    await expect(writeMigration("../elsewhere", { ownerUrl, secret, folders }, new Date())).rejects.toThrow("npm run db:diff");
  });
});

test("the migrations of the app lead to the tables of its schema", async () => {
  expect(await hasDrift({ ownerUrl, secret })).toBe(false);
});

describe("the roles of the app", () => {
  test.each(["app", "auth", "worker"] as const)("%s makes, changes and passes by nothing", async (role) => {
    const own = await ownDatabase();
    const url = databaseUrls(own.ownerUrl, secret)[role];
    for (const forbidden of [
      "CREATE TABLE mine (id integer)",
      "CREATE TEMPORARY TABLE mine (id integer)",
      "CREATE SCHEMA mine",
      "CREATE EXTENSION unaccent",
      "CREATE ROLE mine",
      "CREATE DATABASE mine",
      "ALTER TABLE person ADD COLUMN mine text",
      "DROP TABLE person",
      "TRUNCATE person",
      "ALTER TABLE person NO FORCE ROW LEVEL SECURITY",
      "SET ROLE kt_owner",
      "ALTER ROLE kt_owner PASSWORD 'mine'",
      "SELECT pg_read_file('/etc/passwd')",
      "SELECT * FROM _prisma_migrations",
    ]) {
      await expect(query(url, forbidden), forbidden).rejects.toMatchObject({ code: expect.stringMatching(/^42501$|^42704$/) });
    }
    const [attributes] = await query(own.ownerUrl, `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication FROM pg_roles WHERE rolname = 'kt_${role}'`);
    expect(Object.values(attributes ?? {})).toEqual([false, false, false, false, false]);
  });

  test("have the time limits that were decided", async () => {
    const { appUrl, workerUrl } = await ownDatabase();
    expect(await query(appUrl, "SELECT current_setting('statement_timeout') AS s, current_setting('lock_timeout') AS l, current_setting('idle_in_transaction_session_timeout') AS i")).toEqual([{ s: "5s", l: "3s", i: "10s" }]);
    expect(await query(workerUrl, "SELECT current_setting('statement_timeout') AS s")).toEqual([{ s: "1min" }]);
  });

  test("that were given more by hand are refused", async () => {
    await asSuperuser("ALTER ROLE kt_auth CREATEDB");
    await expect(migrate(ownerUrl, { secret, folder: migrations })).rejects.toThrow("kt_auth");
    await asSuperuser("ALTER ROLE kt_auth NOCREATEDB");
  });

  test("the web app puts jobs in a queue and cannot read them", async () => {
    const { appUrl } = await ownDatabase();
    const insert = "INSERT INTO pgboss.job (id, name, data) VALUES (gen_random_uuid(), 'dead-letter', '{}') RETURNING id";
    expect(await query(appUrl, insert)).toHaveLength(1);
    await expect(query(appUrl, "SELECT data FROM pgboss.job")).rejects.toMatchObject({ code: "42501" });
    await expect(query(appUrl, "DELETE FROM pgboss.job")).rejects.toMatchObject({ code: "42501" });
  });
});

function writeFixture(name: string, script: readonly string[]): void {
  mkdirSync(join(migrations, name), { recursive: true });
  writeFileSync(join(migrations, name, "migration.sql"), script.join("\n"));
}

let made = 0;

async function emptyDatabase(): Promise<string> {
  const name = `migrations_${made++}`;
  await asSuperuser(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await query(inject("ownerUrl"), `CREATE DATABASE ${name}`);
  return databaseAt(inject("ownerUrl"), name);
}

async function resultOfRun(): Promise<typeof clean> {
  await migrate(ownerUrl, { secret, folder: migrations });
  return {
    tables: await tables(ownerUrl),
    rooms: await query(ownerUrl, "SELECT name FROM room"),
    recorded: await query(ownerUrl, "SELECT migration_name AS name FROM _prisma_migrations"),
    appliedAgain: await migrate(ownerUrl, { secret, folder: migrations }),
  };
}

/** Another Node that migrates the same database, to be killed. */
function migrateInProcess(): ChildProcess {
  const program = `import { migrate } from "#prisma/migrate"; await migrate(${JSON.stringify(ownerUrl)}, ${JSON.stringify({ secret, folder: migrations })});`;
  return spawn("node", ["--input-type=module", "--eval", program], { stdio: "ignore" });
}

async function untilSleeping(): Promise<void> {
  const sleeping = "SELECT FROM pg_stat_activity WHERE datname = $1 AND wait_event = 'PgSleep'";
  while ((await query(inject("superuserUrl"), sleeping, [new URL(ownerUrl).pathname.slice(1)])).length === 0) await setTimeout(20);
}

async function killConnections(url: string): Promise<void> {
  const kill = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1";
  await query(inject("superuserUrl"), kill, [new URL(url).pathname.slice(1)]);
}

async function tables(url: string): Promise<unknown[]> {
  const rows = await query(url, "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename COLLATE \"C\"");
  return rows.map(({ name }) => name);
}

async function queueNames(url: string): Promise<unknown[]> {
  return (await query(url, "SELECT name FROM pgboss.queue")).map(({ name }) => name);
}

async function namesIn(catalogue: string, column: string, table: string): Promise<unknown[]> {
  const relation = catalogue === "pg_policy" ? "polrelid" : "conrelid";
  const rows = await query(ownerUrl, `SELECT ${column} AS name FROM ${catalogue} WHERE ${relation} = '${table}'::regclass`);
  return rows.map(({ name }) => name);
}

async function asSuperuser(statement: string): Promise<void> {
  await query(inject("superuserUrl"), statement);
}

async function query(url: string, text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text, values)).rows;
  } finally {
    await client.end();
  }
}
