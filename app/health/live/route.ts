import { publicRoute } from "#lib/access/routes";

/** Whether this process answers at all. */
export const GET = publicRoute(() => Promise.resolve(new Response("ok", { headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" } })));
