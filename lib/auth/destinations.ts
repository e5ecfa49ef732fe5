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

/** The page that asks for a second factor, and leads on from there; `kept` when something that was typed waits there. */
export function secondFactorPath(next: string | null | undefined, kept = false): Route {
  const destination = safeDestination(next);
  const query = new URLSearchParams({ next: /^\/second-factor(\?|$)/.test(destination) ? "/" : destination });
  if (kept) query.set("kept", "1");
  return `/second-factor?${query.toString()}` as Route;
}

/** The page on which somebody sets up a second factor, and from which one comes back to a path. */
export function setUpPath(next: string | null | undefined): Route {
  const destination = safeDestination(next);
  return (destination === "/" ? "/profile/second-factor" : `/profile/second-factor?${new URLSearchParams({ next: destination }).toString()}`) as Route;
}

/** The login page, which leads back to a path afterwards. */
export function loginPath(path: string | null | undefined, kept = false): Route {
  const destination = safeDestination(path);
  const query = new URLSearchParams();
  if (destination !== "/") query.set("next", destination);
  if (kept) query.set("kept", "1");
  return (query.size > 0 ? `/login?${query.toString()}` : "/login") as Route;
}
