import { type Action, type OwnAction, permissions } from "#lib/access/permissions";
import { recordMiss } from "#lib/access/refusals";
import { isFromOurPages } from "#lib/access/request";
import { concealed, inTransaction } from "#lib/access/transaction";
import { mayDoSomewhere, type Viewer, type ViewerFacts } from "#lib/access/viewer";
import { loginPath } from "#lib/auth/destinations";
import { currentSession } from "#lib/auth/session";
import { ForbiddenError, NotFoundError, RefusedError } from "#lib/errors";

const HEADERS = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };

/**
 * The door for a route handler that changes something for somebody signed in, such as an upload. Who may do it nowhere
 * is refused before the body is read. `prepare` reads the request outside the transaction; `handle` then runs as this
 * person, and undoes what it wrote by throwing a `RefusedError` with its answer. What may not be done does not exist.
 */
export function viewerRoute<P>(
  action: Action | OwnAction,
  prepare: (request: Request, facts: ViewerFacts) => Promise<P | Response>,
  handle: (viewer: Viewer, prepared: P) => Promise<Response>,
) {
  return async function route(request: Request): Promise<Response> {
    if (!isFromOurPages(request.headers)) return new Response("", { status: 403, headers: HEADERS });
    const session = await currentSession();
    if (session?.state !== "open") return new Response(null, { status: 303, headers: { ...HEADERS, Location: loginPath(pageAbove(request)) } });
    const { facts } = session;
    if (isGranted(action) && !mayDoSomewhere(facts, action)) return missed(facts, request);
    try {
      const prepared = await prepare(request, facts);
      if (prepared instanceof Response) return prepared;
      return await inTransaction(facts, (viewer) => handle(viewer, prepared), action);
    } catch (error) {
      if (error instanceof RefusedError && error.answer instanceof Response) return error.answer;
      if (error instanceof ForbiddenError || error instanceof NotFoundError) return missed(facts, request);
      throw concealed(error, { action });
    }
  };
}

/**
 * The door for a route handler that gives a file which a page shows to somebody signed in. Whoever may not see it finds
 * nothing there, and neither does somebody who is not signed in: there is no page to come back to.
 */
export function viewerFile(find: (viewer: Viewer, params: Record<string, unknown>) => Promise<Response>) {
  return async function route(request: Request, context: { params: Promise<Record<string, unknown>> }): Promise<Response> {
    const session = await currentSession();
    if (session?.state !== "open") return notThere();
    const params = await context.params;
    try {
      return await inTransaction(session.facts, (viewer) => find(viewer, params), "file");
    } catch (error) {
      if (error instanceof ForbiddenError || error instanceof NotFoundError) return missed(session.facts, request);
      throw concealed(error, { action: "file" });
    }
  };
}

// What everybody may do with the own things is in no table.
function isGranted(action: Action | OwnAction): action is Action {
  return action in permissions;
}

async function missed(facts: ViewerFacts, request: Request): Promise<Response> {
  await recordMiss(facts, "route", new URL(request.url).pathname);
  return notThere();
}

function notThere(): Response {
  return new Response("", { status: 404, headers: HEADERS });
}

// A route of its own shows nothing; the page with the form stands one step higher.
function pageAbove(request: Request): string {
  return new URL(request.url).pathname.replace(/\/[^/]*$/, "");
}

/** The door for a route handler that is for everyone and shows nothing of anyone, such as the health checks. */
export function publicRoute<Context = unknown>(handle: (request: Request, context: Context) => Promise<Response>) {
  return async function route(request: Request, context: Context): Promise<Response> {
    try {
      return await handle(request, context);
    } catch (error) {
      throw concealed(error, { action: "public route" });
    }
  };
}
