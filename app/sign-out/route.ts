import { isFromOurPages } from "#lib/access/request";
import { publicRoute } from "#lib/access/routes";
import { endCurrentSession } from "#lib/auth/session";

/** Ends the session of this browser, and has the browser forget what it kept of the pages. */
export const POST = publicRoute(async (request) => {
  if (!isFromOurPages(request.headers)) return new Response("", { status: 403 });
  await endCurrentSession();
  return new Response(null, { status: 303, headers: { Location: "/login?notice=signed-out", "Clear-Site-Data": '"cache", "storage"', "Cache-Control": "private, no-store" } });
});
