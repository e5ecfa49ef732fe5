import { randomBytes, timingSafeEqual } from "node:crypto";
import { cookies } from "next/headers";
import { hash } from "#lib/secrets";

const KNOWN_COOKIE = "__Host-kernteam-known";
const HALF_A_YEAR = 180 * 24 * 60 * 60;

/**
 * Remembers in this browser that somebody signed in here with this address, without naming anybody: the cookie holds a
 * number of its own and a signature over both. It opens nothing; it only keeps a few mails with a code apart.
 */
export async function rememberBrowser(address: string): Promise<void> {
  (await cookies()).set(KNOWN_COOKIE, browserMark(address), { httpOnly: true, secure: true, sameSite: "lax", path: "/", maxAge: HALF_A_YEAR });
}

/** The number of this browser when somebody signed in here with this address before; else null. */
export async function knownBrowser(address: string): Promise<string | null> {
  return browserBehind((await cookies()).get(KNOWN_COOKIE)?.value, address);
}

/** What the cookie of a browser holds for an address. */
export function browserMark(address: string, number: string = randomBytes(16).toString("base64url")): string {
  return `${number}.${signature(address, number)}`;
}

/** The number in a cookie when it was signed for this address; null for any other cookie. */
export function browserBehind(cookie: string | undefined, address: string): string | null {
  const [number, signed] = (cookie ?? "").split(".");
  if (!number || !signed) return null;
  const [expected, given] = [Buffer.from(signature(address, number)), Buffer.from(signed)];
  return expected.length === given.length && timingSafeEqual(expected, given) ? number : null;
}

function signature(address: string, number: string): string {
  return hash("known-browser", `${number}:${address}`);
}
