import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { inTransaction } from "#lib/access/transaction";
import type { Viewer, ViewerFacts } from "#lib/access/viewer";
import { currentSession } from "#lib/auth/session";
import { ForbiddenError, NotFoundError } from "#lib/errors";
import { loginPath } from "#lib/auth/destinations";

/**
 * The door for pages: loads all a page shows in one transaction, as the person who is signed in.
 * Nobody signed in goes to the login page and comes back; what may not be seen does not exist.
 */
export async function asViewer<T>(load: (viewer: Viewer) => Promise<T>): Promise<T> {
  const session = await currentSession();
  const path = (await headers()).get("x-path");
  if (session?.state !== "open") redirect(loginPath(path));
  try {
    return await inTransaction(session.facts, load, `page ${routeOf(path)}`);
  } catch (error) {
    if (error instanceof ForbiddenError || error instanceof NotFoundError) notFound();
    throw error;
  }
}

/** Who is signed in, for the shell round the pages: names and jobs, no access to the tables. */
export async function signedIn(): Promise<ViewerFacts | null> {
  const session = await currentSession();
  return session?.state === "open" ? session.facts : null;
}

// A path without its ids and query: what a log line may show.
function routeOf(path: string | null): string {
  return (path ?? "").split("?")[0]?.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "[id]") ?? "";
}
