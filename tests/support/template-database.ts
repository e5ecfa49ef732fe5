import pg from "pg";
import { migrate } from "#prisma/migrate";

/** The database that every test file starts from: all migrations, no data. */
export const TEMPLATE = "kernteam_template";

/** The secret of everything in the tests, and so of the database roles, which all test databases share. */
export const TEST_SECRET = "a-secret-for-tests-that-is-long-enough";

/** The master key of the casus texts in the tests. */
export const TEST_CASE_KEY = "7e57".repeat(16);

/** Makes the database from which `ownDatabase` makes its copies. */
export async function makeTemplate(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(`CREATE DATABASE ${TEMPLATE}`);
  await owner.end();
  await migrate(databaseAt(ownerUrl, TEMPLATE), { secret: TEST_SECRET });
}

/** The same server and role, another database. */
export function databaseAt(address: string, name: string): string {
  const url = new URL(address);
  url.pathname = name;
  return url.toString();
}
