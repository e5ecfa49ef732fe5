import { existsSync, readdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findPostgres, removePostgres, startPostgres } from "#prisma/embedded-postgres";

/** How the names begin of the folders in which tests keep their files. */
export const TEST_FOLDER = "kernteam-test-";

const MINUTE = 60_000;

/** Removes what runs that were killed left behind. A run that still goes on holds its folder. */
export async function removeAbandoned(): Promise<void> {
  const names = readdirSync(tmpdir()).filter((name) => name.startsWith(TEST_FOLDER));
  for (const folder of names.map((name) => join(tmpdir(), name))) {
    if (isYoung(folder) || (await findPostgres(folder).catch(() => null))) continue;
    // Starting ends a server that was left behind.
    const postgres = existsSync(join(folder, "postgres")) ? await startPostgres(folder).catch(() => null) : null;
    await postgres?.stop();
    removePostgres(folder);
  }
}

function isYoung(folder: string): boolean {
  const entry = statSync(folder, { throwIfNoEntry: false });
  return !entry || entry.mtimeMs > Date.now() - MINUTE;
}
