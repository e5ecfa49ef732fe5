import { type RateLimit, withinLimit } from "#lib/access/request";
import { inTransaction } from "#lib/access/transaction";
import type { ViewerFacts } from "#lib/access/viewer";
import { log } from "#lib/log";

/** More misses than this look like somebody who tries addresses: a line in the log says so, once for each further one. */
const MISSES: RateLimit = { name: "missed-page", most: 50, seconds: 10 * 60 };

const UUID = /[0-9a-f]{8}-[0-9a-f-]{27}/g;

/** What was refused: the action of a form, or what kind of page by which name. */
export type Refused = { action: string; objectType: "action" | "page" | "route"; objectId: string; details?: Record<string, string> };

/**
 * Writes down that somebody was refused something, in a transaction of its own: what was refused rolled back. Of somebody
 * with several samenwerkingsverbanden it stands at the first, where the administrator sees that it was tried.
 */
export async function recordRefusal(facts: ViewerFacts, refused: Refused): Promise<void> {
  const consortiumId = facts.memberships[0]?.consortiumId ?? facts.roles[0]?.consortiumId ?? null;
  await inTransaction(facts, (viewer) =>
    viewer.db.auditLine.createMany({ data: [{ personId: facts.person.id, role: "none", ...refused, consortiumId, result: "REFUSED", requestId: viewer.requestId }] }), refused.objectId);
}

/**
 * Writes down that a page or file was not there for somebody who is signed in. It may not exist at all or not for this
 * person: the app cannot tell the two apart, because row-level security cannot, and so neither can the reader. Of one
 * person at most fifty lines in ten minutes.
 */
export async function recordMiss(facts: ViewerFacts, objectType: "page" | "route", path: string | null): Promise<void> {
  if (!(await withinLimit(MISSES, facts.person.id))) return log("warn", "many-misses", { personId: facts.person.id });
  const ids = [...(path ?? "").split("?")[0]?.matchAll(UUID) ?? []].map(([id]) => id);
  await recordRefusal(facts, { action: `${objectType}:refused`, objectType, objectId: routeOf(path), details: { ids: ids.join(" ") } });
}

/** A path without its ids and query: what a log line may show. */
export function routeOf(path: string | null): string {
  return (path ?? "").split("?")[0]?.replace(UUID, "[id]").slice(0, 200) ?? "";
}
