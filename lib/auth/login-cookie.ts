import { cookies } from "next/headers";
import { CODE_MINUTES } from "#lib/auth/sign-in-codes";

const LOGIN_COOKIE = "__Host-kernteam-login";
const COOKIE = { httpOnly: true, secure: true, sameSite: "lax", path: "/" } as const;

/** Remembers in this browser that it asked for a code: only here the code works. */
export async function keepBrowserSecret(secret: string): Promise<void> {
  (await cookies()).set(LOGIN_COOKIE, secret, { ...COOKIE, maxAge: CODE_MINUTES * 60 });
}

/** The secret of a browser that asked for a code, or null. */
export async function browserSecret(): Promise<string | null> {
  return (await cookies()).get(LOGIN_COOKIE)?.value ?? null;
}

export async function dropBrowserSecret(): Promise<void> {
  (await cookies()).set(LOGIN_COOKIE, "", { ...COOKIE, maxAge: 0 });
}
