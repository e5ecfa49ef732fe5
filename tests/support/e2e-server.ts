import { mkdtempSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runApp } from "#lib/cli/run-app";
import { findPostgres, freePort, removePostgres } from "#prisma/embedded-postgres";
import { removeAbandoned, TEST_FOLDER } from "#tests/support/test-folders";
import { type SmtpBox, startSmtp } from "#tests/support/smtp";

/** The day on which the browser tests take place. */
export const E2E_DAY = "2026-11-10";

/**
 * The whole app as users get it, for all browser tests together: its own database with the demo world, a production
 * build, the worker, and a mail server that keeps what it gets. Answers with what takes it all away again.
 */
export default async function startEverything(): Promise<() => Promise<void>> {
  await removeAbandoned();
  const folder = mkdtempSync(join(tmpdir(), TEST_FOLDER));
  const smtp = await startSmtp();
  const mailbox = await serveMails(smtp);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  delete process.env.DATABASE_URL;
  Object.assign(process.env, {
    DATA_DIR: folder,
    REFERENCE_DATE: E2E_DAY,
    SMTP_URL: smtp.url,
    // Read by the tests, which run in processes of their own.
    E2E_URL: url,
    E2E_MAILS_URL: `http://127.0.0.1:${(mailbox.address() as AddressInfo).port}`,
  });
  const removeRest = async (): Promise<void> => {
    mailbox.close();
    await smtp.stop();
    removePostgres(folder);
  };
  try {
    const app = await runApp({ port, host: "127.0.0.1", url });
    process.env.E2E_DATABASE_URL = (await findPostgres(folder))?.ownerUrl;
    return async () => {
      await app.stop();
      await removeRest();
    };
  } catch (error) {
    await removeRest();
    throw error;
  }
}

function serveMails(smtp: SmtpBox): Promise<Server> {
  const server = createServer((_request, response) => {
    response.end(JSON.stringify(smtp.mails.map(({ from, to, raw }) => ({ from, to, raw }))));
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}
