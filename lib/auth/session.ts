import { createHash, randomBytes } from "node:crypto";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { ASSURED_MINUTES } from "#lib/access/assurance";
import type { ViewerFacts, ViewerMembership, ViewerRole } from "#lib/access/viewer";
import { today } from "#lib/clock";
import { authDatabase, type Transaction } from "#lib/db";
import { deviceName } from "#lib/auth/device";

/** `__Host-`: only over a secure connection (or localhost), only this host, never a subdomain. */
export const SESSION_COOKIE = "__Host-kernteam-session";

/** How long a proof of who is behind a browser counts as fresh, in minutes. */
export const PROOF_MINUTES = 10;

const ABSOLUTE_LIMIT_MS = 12 * 60 * 60 * 1000;
const TOKEN_BYTES = 32;
const MOST_SESSIONS = 10;

/** Who is signed in; "ended" when the browser still holds the token of a session that is over; null for nobody. */
export type SessionState = { state: "open"; facts: ViewerFacts } | { state: "ended"; personId: string } | null;

type OpenSessionRow = {
  session_id: string;
  person_id: string;
  name: string;
  email: string;
  photo_hash: string | null;
  highly_assured: boolean;
  proven: boolean;
  ended: boolean;
  memberships: ViewerMembership[];
  roles: ViewerRole[];
};

/**
 * Reads the session of this request afresh from the database, with today's memberships and roles: one statement,
 * once a request. An ended session, a deactivated account or an ended membership therefore counts at once.
 */
export const currentSession = cache(async (): Promise<SessionState> => {
  const token = (await cookies()).get(SESSION_COOKIE)?.value;
  return token ? sessionOf(token) : null;
});

/** The session that belongs to a token as a browser holds it. */
export async function sessionOf(token: string): Promise<SessionState> {
  const rows = await authDatabase().$queryRaw<OpenSessionRow[]>`
    SELECT o.*, p.hash AS photo_hash, s.proven_at > now() - make_interval(mins => ${PROOF_MINUTES}::int) AS proven
    FROM open_session(${hashToken(token)}, ${today()}::date) o JOIN session s ON s.id = o.session_id LEFT JOIN person_photo p ON p.person_id = o.person_id`;
  const row = rows[0];
  if (!row) return null;
  if (row.ended) return { state: "ended", personId: row.person_id };
  return {
    state: "open",
    facts: {
      sessionId: row.session_id,
      person: { id: row.person_id, name: row.name, email: row.email, photoHash: row.photo_hash },
      isHighlyAssured: row.highly_assured,
      isProven: row.proven,
      memberships: row.memberships,
      roles: row.roles,
    },
  };
}

/**
 * Opens a session for somebody who has just proven who they are and gives its token for the cookie.
 * The one way to a session. The oldest of more than ten is ended.
 */
export async function createSession(db: Transaction, personId: string, device: string, token = newToken(), assurance: "LOW" | "HIGH" = "LOW"): Promise<string> {
  const assured = assurance === "HIGH" && { assuredAt: new Date(), assuredUntil: new Date(Date.now() + ASSURED_MINUTES * 60_000) };
  await db.session.createMany({
    data: [{ tokenHash: hashToken(token), personId, device, ...assured, expiresAt: new Date(Date.now() + ABSOLUTE_LIMIT_MS) }],
  });
  await db.$executeRaw`UPDATE person SET signed_in_at = now() WHERE id = ${personId}::uuid`;
  await db.$executeRaw`
    UPDATE session SET ended_at = now() WHERE person_id = ${personId}::uuid AND ended_at IS NULL AND id NOT IN (
      SELECT id FROM session WHERE person_id = ${personId}::uuid AND ended_at IS NULL ORDER BY created_at DESC LIMIT ${MOST_SESSIONS})`;
  return token;
}

/**
 * Notes that a second factor was just proven in a session, and gives its new token for the cookie: a token that somebody
 * copied before opens no more than it did. Null when the session ended meanwhile.
 */
export async function assureSession(db: Transaction, { personId, sessionId }: { personId: string; sessionId: string }): Promise<string | null> {
  const token = newToken();
  const assured = await db.$executeRaw`
    UPDATE session SET previous_hash = token_hash, token_hash = ${hashToken(token)}, assured_at = now(), assured_until = now() + make_interval(mins => ${ASSURED_MINUTES}::int)
    WHERE id = ${sessionId}::uuid AND person_id = ${personId}::uuid AND ended_at IS NULL AND expires_at > now()`;
  return assured === 1 ? token : null;
}

/** Takes back what a second factor opened, in every session of somebody but one: it was replaced, or is gone. */
export async function unassureSessions(db: Transaction, personId: string, exceptSessionId: string | null): Promise<void> {
  await db.session.updateMany({ where: { personId, endedAt: null, ...(exceptSessionId && { id: { not: exceptSessionId } }) }, data: { assuredAt: null, assuredUntil: null } });
}

/** Puts the token in the browser. A session that was open there before ends: nobody is signed in twice in one browser. */
export async function keepSession(token: string): Promise<void> {
  const jar = await cookies();
  const previous = jar.get(SESSION_COOKIE)?.value;
  if (previous && previous !== token) await endSessionOf(previous);
  jar.set(SESSION_COOKIE, token, { httpOnly: true, secure: true, sameSite: "lax", path: "/", maxAge: ABSOLUTE_LIMIT_MS / 1000 });
}

/** Ends the session of a token at once; a copied cookie opens nothing afterwards. */
export async function endSessionOf(token: string): Promise<void> {
  await authDatabase().session.updateMany({ where: { tokenHash: hashToken(token), endedAt: null }, data: { endedAt: new Date() } });
}

/** Signs this browser out. */
export async function endCurrentSession(): Promise<void> {
  const jar = await cookies();
  const token = jar.get(SESSION_COOKIE)?.value;
  if (token) await endSessionOf(token);
  jar.set(SESSION_COOKIE, "", { httpOnly: true, secure: true, sameSite: "lax", path: "/", maxAge: 0 });
}

/** The browser of this request, in words its user recognises: "Firefox op Windows". */
export async function currentDevice(): Promise<string> {
  return deviceName((await headers()).get("user-agent") ?? "");
}

/** 256 random bits, as the browser holds them. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** What the database keeps of a token. The token is random, so a plain SHA-256 cannot be guessed back. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
