import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { recordMiss, routeOf } from "#lib/access/refusals";
import { inTransaction } from "#lib/access/transaction";
import type { Viewer, ViewerFacts } from "#lib/access/viewer";
import { currentSession } from "#lib/auth/session";
import { AssuranceNeededError, ForbiddenError, NotFoundError } from "#lib/errors";
import { loginPath, secondFactorPath } from "#lib/auth/destinations";

/**
 * The door for pages: loads all a page shows in one transaction, as the person who is signed in.
 * Nobody signed in goes to the login page and comes back, and so does, to the page for a second factor, who needs one; what
 * may not be seen does not exist, and is written down.
 */
export async function asViewer<T>(load: (viewer: Viewer) => Promise<T>): Promise<T> {
  const session = await currentSession();
  const path = (await headers()).get("x-path");
  if (session?.state !== "open") redirect(loginPath(path));
  try {
    return await inTransaction(session.facts, load, `page ${routeOf(path)}`);
  } catch (error) {
    if (error instanceof AssuranceNeededError) redirect(secondFactorPath(path));
    if (!(error instanceof ForbiddenError || error instanceof NotFoundError)) throw error;
    await recordMiss(session.facts, "page", path);
    notFound();
  }
}

/** Who is signed in, for the shell round the pages: names and jobs, no access to the tables. */
export async function signedIn(): Promise<ViewerFacts | null> {
  const session = await currentSession();
  return session?.state === "open" ? session.facts : null;
}
