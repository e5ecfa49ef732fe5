import { inLinkTransaction, TOKEN } from "#lib/access/as-link-holder";
import type { LinkHolder } from "#lib/access/link-holder";
import { type Action, type OwnAction, permissions } from "#lib/access/permissions";
import { hashOfToken } from "#lib/access/personal-links";
import { recordMiss } from "#lib/access/refusals";
import { clientAddress, isFromOurPages, isVisit, type RateLimit, withinLimit } from "#lib/access/request";
import { concealed, inTransaction } from "#lib/access/transaction";
import { mayDoSomewhere, type Viewer, type ViewerFacts } from "#lib/access/viewer";
import { loginPath, secondFactorPath } from "#lib/auth/destinations";
import { currentSession } from "#lib/auth/session";
import { AssuranceNeededError, ForbiddenError, NotFoundError, RefusedError } from "#lib/errors";
import type { LinkPurpose } from "#prisma/generated/client";

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
    if (session?.state !== "open") return seeOther(loginPath(pageAbove(request)));
    const { facts } = session;
    if (isGranted(action) && !mayDoSomewhere(facts, action)) return missed(facts, request);
    try {
      const prepared = await prepare(request, facts);
      if (prepared instanceof Response) return prepared;
      return await inTransaction(facts, (viewer) => handle(viewer, prepared), action);
    } catch (error) {
      if (error instanceof RefusedError && error.answer instanceof Response) return error.answer;
      if (error instanceof AssuranceNeededError) return seeOther(secondFactorPath(pageAbove(request)));
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
      if (error instanceof AssuranceNeededError) return notThere();
      if (error instanceof ForbiddenError || error instanceof NotFoundError) return missed(session.facts, request);
      throw concealed(error, { action: "file" });
    }
  };
}

/** A file to be kept: what is in it, what kind it is, and the name that the server gives it. */
export type Download = { body: Uint8Array<ArrayBuffer>; type: string; fileName: string };

const DOWNLOADS: RateLimit = { name: "download", most: 30, seconds: 60 };
// Nothing in a file may run, should a browser show it after all.
const FILE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/**
 * The door for a route handler that gives somebody signed in a file to keep. `read` runs as this person, in a transaction
 * that also writes down that it was taken; `make` turns what it found into the file, outside it. For anybody else it does
 * not exist. A browser that only looks ahead, or asks for the headers, gets nothing and leaves no line.
 */
export function viewerDownload<T>(action: Action, read: (viewer: Viewer, params: Record<string, unknown>) => Promise<T>, make: (found: T) => Promise<Download>) {
  return async function route(request: Request, context: { params: Promise<Record<string, unknown>> }): Promise<Response> {
    const session = await currentSession();
    if (session?.state !== "open") return seeOther(loginPath(pageAbove(request)));
    const { facts } = session;
    if (!mayDoSomewhere(facts, action)) return notThere();
    if (request.method === "HEAD" || !(await isVisit())) return new Response(null, { status: 204, headers: HEADERS });
    if (!(await withinLimit(DOWNLOADS, facts.person.id))) return new Response("", { status: 429, headers: { ...HEADERS, "Retry-After": String(DOWNLOADS.seconds) } });
    const params = await context.params;
    try {
      return asAttachment(await make(await inTransaction(facts, (viewer) => read(viewer, params), action)));
    } catch (error) {
      if (error instanceof AssuranceNeededError) return seeOther(secondFactorPath(pageAbove(request)));
      if (error instanceof ForbiddenError || error instanceof NotFoundError) return missed(facts, request);
      throw concealed(error, { action });
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

function asAttachment({ body, type, fileName }: Download): Response {
  const about = { "Content-Type": type, "Content-Length": String(body.byteLength), "Content-Disposition": `attachment; filename="${fileName}"` };
  return new Response(body, { headers: { ...HEADERS, ...about, "Content-Security-Policy": FILE_POLICY } });
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { ...HEADERS, Location: location } });
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

// Wide, because calendar services fetch for many people from few addresses.
const PER_ADDRESS: RateLimit = { name: "link-route", most: 1_200, seconds: 300 };

/**
 * The door for a route handler behind a personal link, such as a calendar that a program fetches. It changes nothing. A
 * link that does not work answers as if there were nothing; who asks too often is asked to wait, so that a program does
 * not take it for gone.
 */
export function linkRoute(purpose: LinkPurpose, limit: RateLimit, handle: (holder: LinkHolder) => Promise<Response>) {
  return async function route(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
    const { token } = await params;
    if (!TOKEN.test(token)) return notThere();
    const wait = () => new Response("", { status: 429, headers: { ...HEADERS, "Retry-After": String(limit.seconds) } });
    if (!(await withinLimit(PER_ADDRESS, clientAddress(request.headers)))) return wait();
    if (!(await withinLimit(limit, hashOfToken(token)))) return wait();
    try {
      return await inLinkTransaction(purpose, token, handle, `link ${purpose}`);
    } catch (error) {
      if (error instanceof NotFoundError) return notThere();
      throw error;
    }
  };
}
