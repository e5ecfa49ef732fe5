import type { AuthOptions } from "next-auth";
import { cookies } from "next/headers";
import type { Adapter, AdapterAccount, AdapterUser } from "next-auth/adapters";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { loginPath, safeDestination } from "#lib/auth/destinations";
import { neededToLink } from "#lib/auth/own-identities";
import { identityProviders, type Provider } from "#lib/auth/providers";
import { createSession, currentDevice, currentSession, endSessionOf, SESSION_COOKIE, sessionOf, newToken } from "#lib/auth/session";
import { authDatabase } from "#lib/db";
import { env } from "#lib/env";
import { enqueue } from "#lib/jobs/queue";
import { log } from "#lib/log";
import { hash } from "#lib/secrets";

type Claims = { iss: string; sub: string; amr?: string[]; acr?: string };

const COOKIE = { httpOnly: true, secure: true, sameSite: "lax", path: "/" } as const;

/** Ways in which an identity provider says that a second factor was proven (RFC 8176, REFEDS). */
const PROOFS_OF_SECOND_FACTOR = ["mfa", "https://refeds.org/profile/mfa"];

/**
 * next-auth for one request: OpenID Connect with PKCE, state and nonce, ending in the same database session as the
 * e-mail code. Somebody is known by issuer and subject, never by an e-mail address; nobody signs up here.
 */
export function authOptions(): AuthOptions {
  const seen: { provider?: string; claims?: Claims } = {};
  return {
    providers: identityProviders().map((provider) => oauthConfig(provider)),
    adapter: adapter(seen),
    secret: hash("next-auth", "secret", env().APP_SECRET),
    session: { strategy: "database", maxAge: 12 * 60 * 60, generateSessionToken: newToken },
    useSecureCookies: true,
    cookies: {
      sessionToken: { name: SESSION_COOKIE, options: COOKIE },
      csrfToken: { name: CSRF_COOKIE, options: COOKIE },
      callbackUrl: { name: "__Host-kernteam-callback", options: COOKIE },
      state: { name: "__Host-kernteam-state", options: { ...COOKIE, maxAge: 900 } },
      nonce: { name: "__Host-kernteam-nonce", options: { ...COOKIE, maxAge: 900 } },
      pkceCodeVerifier: { name: "__Host-kernteam-pkce", options: { ...COOKIE, maxAge: 900 } },
    },
    pages: { signIn: "/login", error: "/login", signOut: "/login" },
    callbacks: {
      signIn: async ({ account, profile }) => {
        if (!account || !profile) return false;
        seen.provider = account.provider;
        seen.claims = profile as unknown as Claims;
        // An identity nobody linked gets the same neutral sentence, whether its address is known here or not.
        if ((await personOf(account.providerAccountId)) !== null) return true;
        const session = await currentSession();
        if (session?.state !== "open") return `${loginPath(null)}?error=unlinked`;
        return (await neededToLink(session.facts, "/profile")) ?? true;
      },
      redirect: ({ url }) => env().APP_URL + safeDestination(url.startsWith(env().APP_URL) ? url.slice(env().APP_URL.length) : url),
    },
    logger: {
      // next-auth's own messages can quote what a provider sent.
      error: (code) => log("error", "sign-in-fault", { code }),
      warn: (code) => log("warn", "sign-in-warning", { code }),
      debug: () => undefined,
    },
  };
}

/** The cookie against forged sign-ins; its value is the token and a hash of it. */
export const CSRF_COOKIE = "__Host-kernteam-csrf";

function oauthConfig(provider: Provider): OAuthConfig<Claims> {
  return {
    id: provider.id,
    name: provider.name,
    type: "oauth",
    wellKnown: `${provider.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    issuer: provider.issuer,
    clientId: provider.clientId,
    clientSecret: provider.clientSecret,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: "openid" } },
    httpOptions: { timeout: 5_000 },
    profile: (claims) => ({ id: identityKey(claims.iss, claims.sub) }),
  };
}

function identityKey(issuer: string, subject: string): string {
  return JSON.stringify([issuer, subject]);
}

async function personOf(key: string): Promise<AdapterUser | null> {
  const [issuer, subject] = JSON.parse(key) as [string, string];
  const identity = await authDatabase().identity.findFirst({
    where: { issuer, subject, person: { deactivatedAt: null } },
    select: { person: { select: { id: true, name: true, email: true } } },
  });
  return identity && asUser(identity.person);
}

// next-auth wants an address with each user; it never reaches a browser and decides nothing.
function asUser(person: { id: string; email: string }): AdapterUser {
  return { id: person.id, email: person.email, emailVerified: null };
}

function adapter(seen: { provider?: string; claims?: Claims }): Adapter {
  return {
    createUser: () => Promise.reject(new Error("Nobody signs up here.")),
    getUser: async (id) => {
      const person = await authDatabase().person.findFirst({ where: { id, deactivatedAt: null }, select: { id: true, email: true } });
      return person && asUser(person);
    },
    // An address is no identity: an account at another provider with the same address stays a stranger.
    getUserByEmail: () => Promise.resolve(null),
    getUserByAccount: ({ providerAccountId }) => personOf(providerAccountId),
    updateUser: (user) => Promise.resolve(user as AdapterUser),
    linkAccount: async (account: AdapterAccount) => {
      const [issuer, subject] = JSON.parse(account.providerAccountId) as [string, string];
      await authDatabase().$transaction(async (db) => {
        await db.identity.createMany({ data: [{ personId: account.userId, provider: account.provider, issuer, subject }] });
        await db.auditLine.createMany({
          data: [{ personId: account.userId, role: "self", action: "identity:link", objectType: "identity", objectId: account.provider, requestId: crypto.randomUUID() }],
        });
        await enqueue(db, "person-mail", { kind: "IDENTITY_LINKED", personId: account.userId });
      });
    },
    createSession: async (session) => {
      const device = await currentDevice();
      const previous = (await cookies()).get(SESSION_COOKIE)?.value;
      if (previous) await endSessionOf(previous);
      await authDatabase().$transaction(async (db) => {
        await createSession(db, session.userId, device, session.sessionToken, assuranceOf(seen.claims));
        await db.auditLine.createMany({
          data: [{ personId: session.userId, role: "self", action: "session:open", objectType: "identity", objectId: seen.provider ?? null, requestId: crypto.randomUUID() }],
        });
      });
      return session;
    },
    getSessionAndUser: async (token) => {
      const session = await sessionOf(token);
      if (session?.state !== "open") return null;
      const { id, email } = session.facts.person;
      return { session: { sessionToken: token, userId: id, expires: new Date(Date.now() + 60_000) }, user: asUser({ id, email }) };
    },
    // The database alone says how long a session lasts.
    updateSession: () => Promise.resolve(null),
    deleteSession: (token) => endSessionOf(token),
  };
}

function assuranceOf(claims: Claims | undefined): "LOW" | "HIGH" {
  const proofs = [...(claims?.amr ?? []), claims?.acr ?? ""];
  return proofs.some((proof) => PROOFS_OF_SECOND_FACTOR.includes(proof)) ? "HIGH" : "LOW";
}
