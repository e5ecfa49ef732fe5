import { headers } from "next/headers";
import { authDatabase, type Transaction } from "#lib/db";
import { env } from "#lib/env";
import { hash } from "#lib/secrets";

/**
 * Whether a request that changes something came from a page of this app. Next runs an action without an `Origin` and
 * believes a forwarded host, so this looks for itself: the origin is ours, or the browser says it is the same one.
 */
export function isFromOurPages(requestHeaders: Headers): boolean {
  const origin = requestHeaders.get("origin");
  if (origin !== null) return origin === env().APP_URL;
  return requestHeaders.get("sec-fetch-site") === "same-origin";
}

/** Where a request came from, as far as our own proxies vouch for it; an IPv6 address by its /64 network. */
export function clientAddress(requestHeaders: Headers): string {
  const hops = (requestHeaders.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim()).filter(Boolean);
  const trusted = env().TRUSTED_PROXIES;
  // The last hop is the connection itself (see answer-status.ts); before it stands what each proxy of ours has added.
  const address = hops.at(-1 - trusted) ?? hops.at(0) ?? "unknown";
  return address.includes(":") && !address.startsWith("::ffff:") ? address.split(":").slice(0, 4).join(":") : address;
}

/** Where the present request came from. */
export async function currentAddress(): Promise<string> {
  return clientAddress(await headers());
}

/** How often something may be tried within a number of seconds. */
export type RateLimit = { name: string; most: number; seconds: number };

/**
 * Counts a try of this key and tells whether it is within the limit. Keys are kept as hashes only.
 * Within a transaction, give its handle: asking for a second connection while holding one can starve the pool.
 */
export async function withinLimit(limit: RateLimit, key: string, db: Transaction = authDatabase()): Promise<boolean> {
  const rows = await db.$queryRaw<{ count_try: boolean }[]>`SELECT count_try(${keyHashOf(limit, key)}, ${limit.seconds}::int, ${limit.most}::int)`;
  return rows[0]?.count_try === true;
}

/** Begins counting the tries of this key anew, after one that succeeded. Within a transaction of signing in. */
export async function forgetTries(limit: RateLimit, key: string, db: Transaction): Promise<void> {
  await db.rateLimit.deleteMany({ where: { keyHash: keyHashOf(limit, key) } });
}

function keyHashOf(limit: RateLimit, key: string): string {
  return hash("rate-limit", `${limit.name}:${key}`, env().APP_SECRET);
}

/** The path of the page a request belongs to, as `proxy.ts` noted it down. */
export async function currentPath(): Promise<string | null> {
  return (await headers()).get("x-path");
}

/**
 * Whether somebody is really looking: not a HEAD, and not a browser that fetches a page ahead of its reader. A page
 * whose reading is written down shows its text only then.
 */
export async function isVisit(): Promise<boolean> {
  const requestHeaders = await headers();
  const purpose = `${requestHeaders.get("sec-purpose") ?? ""} ${requestHeaders.get("purpose") ?? ""} ${requestHeaders.get("x-moz") ?? ""}`;
  return requestHeaders.get("x-method") !== "HEAD" && !/prefetch|prerender|preview/i.test(purpose);
}
