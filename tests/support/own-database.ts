import pg from "pg";
import { inject } from "vitest";
import { databaseEnvironment } from "#prisma/database";
import { OWNER, admitRoles, databaseUrls } from "#prisma/roles";
import { TEMPLATE, TEST_SECRET, databaseAt } from "#tests/support/template-database";

/** A database of one test file, and how each role reaches it. */
export type OwnDatabase = { ownerUrl: string; superuserUrl: string; appUrl: string; authUrl: string; workerUrl: string };

let made = 0;

/**
 * A fresh database with all migrations and no data, for the test file that asks. `lib/env` and `lib/db` then lead to it,
 * so ask before the first query: `beforeAll(ownDatabase)`. The database of the file before it goes away.
 */
export async function ownDatabase(): Promise<OwnDatabase> {
  const name = `test_${process.env.VITEST_POOL_ID ?? "0"}_${made++}`;
  const superuserUrl = databaseAt(inject("superuserUrl"), name);
  const ownerUrl = databaseAt(inject("ownerUrl"), name);
  await asSuperuser(async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} OWNER ${OWNER}`);
  });
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await admitRoles(owner);
  await owner.end();
  Object.assign(process.env, databaseEnvironment(ownerUrl, TEST_SECRET), {
    APP_URL: "http://localhost:3000",
    CASE_KEY_FILE: inject("caseKeyFile"),
    OPERATOR_DATABASE_URL: ownerUrl,
  });
  const { app, auth, worker } = databaseUrls(ownerUrl, TEST_SECRET);
  return { ownerUrl, superuserUrl, appUrl: app, authUrl: auth, workerUrl: worker };
}

async function asSuperuser(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: inject("superuserUrl") });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
