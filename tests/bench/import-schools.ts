import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { removePostgres, startPostgres } from "#prisma/embedded-postgres";

// How long it takes to import every school of the country, as the commands do it, on a database of its own that goes away
// afterwards: DUO_FILE=vestigingen.csv SWV_FILE=pc4_swv.csv node tests/bench/import-schools.ts. Prints one line of JSON.

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const { DUO_FILE, SWV_FILE } = process.env;
if (!DUO_FILE || !SWV_FILE) throw new Error("DUO_FILE and SWV_FILE name the files to import.");

const folder = mkdtempSync(join(tmpdir(), "kernteam-bench-"));
try {
  // The first command finds nothing: it makes the database, migrates it, and stops it again.
  const consortia = await run("import-consortia", SWV_FILE);
  const alone = await run("import-schools", DUO_FILE, "--dry-run", "--json");
  const postgres = await startPostgres(folder);
  const first = await run("import-schools", DUO_FILE, "--json");
  const again = await run("import-schools", DUO_FILE, "--json");
  const PO2704 = await schoolsOf("PO2704", postgres.ownerUrl);
  await postgres.stop();
  console.log(JSON.stringify({ consortiaFromNothing: consortia, dryRunWithStart: alone, wholeCountry: first, repeat: again, PO2704 }));
} finally {
  removePostgres(folder);
}

type Measured = { seconds: number; summary: unknown };

function run(command: string, ...args: string[]): Promise<Measured> {
  const { DATABASE_URL: _, ...environment } = process.env;
  const started = performance.now();
  const child = spawn("node", ["lib/cli/bootstrap.mjs", command, ...args], { cwd: ROOT, env: { ...environment, DATA_DIR: folder }, stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on("close", (code) => {
      if (code !== 0) return reject(new Error(`${command} ended with ${code}.`));
      const last = printed.trimEnd().split("\n").at(-1) ?? "";
      resolve({ seconds: Math.round(performance.now() - started) / 1000, summary: last.startsWith("{") ? JSON.parse(last) : null });
    });
  });
}

async function schoolsOf(code: string, url: string): Promise<number | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ schools: number }>("SELECT count(*)::int AS schools FROM school s JOIN consortium c ON c.id = s.consortium_id WHERE c.code = $1", [code]);
  await client.end();
  return rows[0]?.schools;
}
