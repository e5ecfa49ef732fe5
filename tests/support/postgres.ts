import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { removePostgres, startPostgres } from "#prisma/embedded-postgres";
import { makeTemplate, TEST_CASE_KEY } from "#tests/support/template-database";
import { removeAbandoned, TEST_FOLDER } from "#tests/support/test-folders";

declare module "vitest" {
  export interface ProvidedContext {
    superuserUrl: string;
    ownerUrl: string;
    caseKeyFile: string;
  }
}

// A test database may be lost; it need not wait for the disk.
const fast = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_wal_size: "4GB" };

/** One Postgres for the whole run, in a folder of its own that goes away at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeAbandoned();
  const folder = mkdtempSync(join(tmpdir(), TEST_FOLDER));
  const postgres = await startPostgres(folder, fast);
  // Told to stop, Vitest ends at once and without the end of this setup.
  process.once("SIGTERM", () => process.exit(1));
  process.once("exit", () => {
    postgres.kill();
    removePostgres(folder);
  });
  await makeTemplate(postgres.ownerUrl);
  project.provide("superuserUrl", postgres.superuserUrl);
  project.provide("ownerUrl", postgres.ownerUrl);
  const caseKeyFile = join(folder, "case-key");
  writeFileSync(caseKeyFile, TEST_CASE_KEY);
  project.provide("caseKeyFile", caseKeyFile);
  return postgres.stop;
}
