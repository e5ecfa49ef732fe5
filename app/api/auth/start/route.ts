import { createHash } from "node:crypto";
import NextAuth from "next-auth";
import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import { clientAddress, isFromOurPages, type RateLimit, withinLimit } from "#lib/access/request";
import { publicRoute } from "#lib/access/routes";
import { safeDestination } from "#lib/auth/destinations";
import { authOptions, CSRF_COOKIE } from "#lib/auth/options";
import { neededToLink } from "#lib/auth/own-identities";
import { identityProviders } from "#lib/auth/providers";
import { currentSession, newToken } from "#lib/auth/session";
import { env } from "#lib/env";

const LONGEST_FORM = 4_096;
const PER_ADDRESS: RateLimit = { name: "identity-provider", most: 30, seconds: 15 * 60 };

/**
 * Sends somebody from the login page, or from the own profile to link an account, to an identity provider. next-auth
 * wants its own token against forgery, which it hands out to scripts; this gives it one, so that a plain form works.
 */
export const POST = publicRoute(async (request) => {
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!isFromOurPages(request.headers) || !(length <= LONGEST_FORM)) return new Response("", { status: 404 });
  if (!(await withinLimit(PER_ADDRESS, clientAddress(request.headers)))) return new Response("", { status: 429 });
  const form = await request.formData();
  const provider = identityProviders().find((each) => each.id === form.get("provider"));
  if (!provider) return new Response("", { status: 404 });

  const next = safeDestination(String(form.get("next") ?? "/"));
  const session = await currentSession();
  // Who is signed in links an account. What that takes is asked again when the provider answers (see options.ts).
  const needed = session?.state === "open" && (await neededToLink(session.facts, next));
  if (needed) return Response.redirect(env().APP_URL + needed, 303);

  const options = authOptions();
  const token = newToken();
  const proof = createHash("sha256").update(`${token}${options.secret}`).digest("hex");
  (await cookies()).set(CSRF_COOKIE, `${token}|${proof}`, { httpOnly: true, secure: true, sameSite: "lax", path: "/" });
  const destination = env().APP_URL + next;
  const signIn = new NextRequest(`${env().APP_URL}/api/auth/signin/${provider.id}`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken: token, callbackUrl: destination }),
  });
  return (await NextAuth(signIn, { params: { nextauth: ["signin", provider.id] } }, options)) as Response;
});
