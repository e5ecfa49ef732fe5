import { type Stats, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { asOperator } from "#lib/access/transaction";
import type { Viewer } from "#lib/access/viewer";
import { Fault } from "#lib/cli/steps.mjs";
import { disconnect, operatorDatabase } from "#lib/db";
import { schoolCommandTexts } from "#lib/texts/school-import";
import { appSecret, openDatabase } from "#prisma/database";
import { migrate } from "#prisma/migrate";

/**
 * Does the work of a command in one transaction with the owner's rights, on the database of this copy of the app: that of
 * DATABASE_URL or the embedded one, which is started for as long as it takes when it does not run.
 */
export async function withOperator<T>(work: (viewer: Viewer) => Promise<T>): Promise<T> {
  const database = await openDatabase();
  try {
    const secret = appSecret();
    Object.assign(process.env, { APP_URL: "http://localhost", APP_SECRET: secret, OPERATOR_DATABASE_URL: database.ownerUrl });
    // Only an embedded database that was never started: migrating another one is a decision, and sets its passwords.
    if (!(await hasTables())) {
      if (!database.embedded) throw new Fault(schoolCommandTexts.notMigrated);
      await migrate(database.ownerUrl, { secret });
    }
    return await asOperator(work);
  } finally {
    await disconnect();
    await database.close();
  }
}

/** The bytes of a file that somebody names on the command line, or null when it is larger than `mostBytes`. */
export function readGivenFile(given: string, mostBytes: number): Uint8Array | null {
  // npm runs commands in the folder of the app; INIT_CWD is where it was called.
  const path = resolve(process.env.INIT_CWD ?? "", given);
  const found: Stats | undefined = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new Fault(schoolCommandTexts.noFile(given));
  if (!found.isFile()) throw new Fault(schoolCommandTexts.noRegularFile(given));
  return found.size > mostBytes ? null : readFileSync(path);
}

async function hasTables(): Promise<boolean> {
  const rows = await operatorDatabase().$queryRaw<{ exists: boolean }[]>`SELECT to_regclass('public.school_import') IS NOT NULL AS exists`;
  return rows[0]?.exists === true;
}
