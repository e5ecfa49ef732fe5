import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type EmbeddedPostgres, findPostgres, removePostgres, startPostgres } from "#prisma/embedded-postgres";
import { TEST_FOLDER } from "#tests/support/test-folders";

let folder: string;
let started: EmbeddedPostgres[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), TEST_FOLDER));
  started = [];
});

afterEach(async () => {
  for (const postgres of started) await postgres.stop();
  removePostgres(folder);
});

describe("the embedded Postgres", () => {
  test("keeps what it holds from one start to the next", async () => {
    const first = await start();
    await query(first.ownerUrl, "CREATE TABLE kept (word text); INSERT INTO kept VALUES ('still here')");
    await first.stop();
    const second = await start();
    expect(await query(second.ownerUrl, "SELECT word FROM kept")).toEqual([{ word: "still here" }]);
  });

  test("has an owner who is no superuser, sorts as Dutch readers expect, and listens on this machine only", async () => {
    const { ownerUrl } = await start();
    expect(await query(ownerUrl, "SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")).toEqual([
      { rolname: "kt_owner", rolsuper: false, rolbypassrls: false },
    ]);
    const names = await query(ownerUrl, "SELECT name FROM (VALUES ('Zwart'), ('de Boer'), ('Évers'), ('Eversen')) people (name) ORDER BY name");
    expect(names.map(({ name }) => name)).toEqual(["de Boer", "Évers", "Eversen", "Zwart"]);
    expect(await query(ownerUrl, "SHOW listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  });

  test("lets its owner make the extensions that the app uses", async () => {
    const { ownerUrl } = await start();
    for (const extension of ["btree_gist", "pg_trgm", "pgcrypto", "unaccent"]) await query(ownerUrl, `CREATE EXTENSION ${extension}`);
    expect(await query(ownerUrl, "SELECT extname FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY 1")).toHaveLength(4);
  });

  test("writes nothing in its log of what a query holds", async () => {
    const { ownerUrl } = await start();
    await expect(query(ownerUrl, "SELECT $1::uuid", ["canary-in-a-value"])).rejects.toThrow();
    await expect(query(ownerUrl, "SELECT 'canary-in-a-query'::integer")).rejects.toThrow();
    expect(readFileSync(join(folder, "postgres.log"), "utf8")).not.toContain("canary");
  });

  test("is refused to a second start while it runs, and found by a command that runs beside it", async () => {
    expect(await findPostgres(folder)).toBeNull();
    const { ownerUrl } = await start();
    await expect(startPostgres(folder)).rejects.toThrow("draait al");
    expect(await findPostgres(folder)).toMatchObject({ ownerUrl });
  });

  test("keeps its passwords to the user who started it", async () => {
    await start();
    expect(statSync(join(folder, "postgres.json")).mode & 0o077).toBe(0);
  });
});

describe("after an earlier start that", () => {
  test("was killed, the server it left behind makes way", async () => {
    await kill(await startInProcess());
    const { ownerUrl } = await start();
    expect(await query(ownerUrl, "SELECT 1 AS works")).toEqual([{ works: 1 }]);
  });

  test("was killed while it made the cluster, a new one is made", async () => {
    const child = spawnStart();
    while (!readdirSync(folder).some((name) => name.startsWith("postgres-new-"))) await setTimeout(5);
    await kill(child);
    const { ownerUrl } = await start();
    expect(await query(ownerUrl, "SELECT 1 AS works")).toEqual([{ works: 1 }]);
  });

  test("left a number that another program has by now, the number is ignored", async () => {
    await (await start()).stop();
    const file = join(folder, "postgres", "postmaster.pid");
    writeFileSync(file, `${process.pid}\n/elsewhere\n0\n5432\n\n127.0.0.1\n\nready\n`, { mode: 0o600 });
    const { uid, gid } = statSync(join(folder, "postgres", "PG_VERSION"));
    chownSync(file, uid, gid);
    const { ownerUrl } = await start();
    expect(await query(ownerUrl, "SELECT 1 AS works")).toEqual([{ works: 1 }]);
  });

  test("had a port that a stranger has by now, it takes another one and remembers that", async () => {
    const { ownerUrl, stop } = await start();
    await stop();
    const stranger = createServer().listen(Number(new URL(ownerUrl).port), "127.0.0.1");
    await once(stranger, "listening");
    const second = await start();
    expect(new URL(second.ownerUrl).port).not.toBe(new URL(ownerUrl).port);
    await second.stop();
    stranger.close();
    expect((await start()).ownerUrl).toBe(second.ownerUrl);
  });
});

describe.runIf(process.getuid?.() === 0)("as root, in a folder that others cannot enter", () => {
  test("the data and the programs get a place of their own, that goes away with the folder", async () => {
    const closed = join(folder, "closed");
    mkdirSync(closed, { mode: 0o700 });
    const inside = join(closed, "data");
    const { ownerUrl, stop } = await startPostgres(inside);
    expect(await query(ownerUrl, "SELECT 1 AS works")).toEqual([{ works: 1 }]);
    await stop();
    const elsewhere = readdirSync(inside).includes("postgres") && statSync(join(inside, "postgres")).isDirectory();
    expect(elsewhere).toBe(true);
    const again = await startPostgres(inside);
    expect(again.ownerUrl).toBe(ownerUrl);
    await again.stop();
    removePostgres(inside);
    expect(existsSync(inside)).toBe(false);
  });
});

async function start(): Promise<EmbeddedPostgres> {
  const postgres = await startPostgres(folder);
  started.push(postgres);
  return postgres;
}

function spawnStart(): ChildProcess {
  const program = `import { startPostgres } from "#prisma/embedded-postgres"; await startPostgres(${JSON.stringify(folder)}); console.log("ready");`;
  return spawn("node", ["--input-type=module", "--eval", program], { stdio: ["ignore", "pipe", "ignore"] });
}

async function startInProcess(): Promise<ChildProcess> {
  const child = spawnStart();
  if (child.stdout) await once(child.stdout, "data");
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

async function query(url: string, text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text, values)).rows;
  } finally {
    await client.end();
  }
}
