import { publicRoute } from "#lib/access/routes";
import { appDatabase, authDatabase } from "#lib/db";

const HEADERS = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };

/** Whether this process can do its work: both database roles answer. Says nothing about why not. */
export const GET = publicRoute(async () => {
  try {
    await Promise.all([appDatabase().$queryRaw`SELECT 1`, authDatabase().$queryRaw`SELECT 1`]);
    return new Response("ready", { headers: HEADERS });
  } catch {
    return new Response("not ready", { status: 503, headers: HEADERS });
  }
});
