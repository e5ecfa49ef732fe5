import type { Route } from "next";

const LONGEST_PATH = 300;

/**
 * A path within this app, or the home page for anything else: another host, a scheme, control characters, or the
 * login page itself. A link that somebody made up can never lead a fresh session elsewhere.
 */
export function safeDestination(path: string | null | undefined): Route {
  if (!path || path.length > LONGEST_PATH || !/^\/(?![/\\])[\w\-./?=&%]*$/.test(path)) return "/";
  return /^\/(login|api|demo)(\/|$|\?)/.test(path) ? "/" : (path as Route);
}

/** The page that asks somebody who is signed in to show afresh who is there, and leads on from there. */
export function proofPath(next: string | null | undefined): Route {
  return `/profile/proof?${new URLSearchParams({ next: safeDestination(next) }).toString()}` as Route;
}

/** The login page, which leads back to a path afterwards. */
export function loginPath(path: string | null | undefined, kept = false): Route {
  const destination = safeDestination(path);
  const query = new URLSearchParams();
  if (destination !== "/") query.set("next", destination);
  if (kept) query.set("kept", "1");
  return (query.size > 0 ? `/login?${query.toString()}` : "/login") as Route;
}
