import type { Viewer } from "#lib/access/viewer";
import { record } from "#lib/audit/record";
import { authDatabase } from "#lib/db";
import { NotFoundError } from "#lib/errors";

// As open_session in the database: after half an hour without a page, a session is over.
const IDLE_MS = 30 * 60 * 1000;

export type OwnSession = { id: string; device: string; createdAt: Date; lastSeenAt: Date; isThisOne: boolean };

/** The browsers in which this person is signed in, the most recently used first. */
export async function listOwnSessions(viewer: Viewer): Promise<OwnSession[]> {
  const sessions = await authDatabase().session.findMany({
    where: { personId: viewer.person.id, endedAt: null, expiresAt: { gt: new Date() }, lastSeenAt: { gt: new Date(Date.now() - IDLE_MS) } },
    select: { id: true, device: true, createdAt: true, lastSeenAt: true },
    orderBy: { lastSeenAt: "desc" },
  });
  return sessions.map((session) => ({ ...session, isThisOne: session.id === viewer.sessionId }));
}

/** Signs one of the own browsers out, at once. */
export async function endOwnSession(viewer: Viewer, sessionId: string): Promise<void> {
  const { count } = await authDatabase().session.updateMany({
    where: { id: sessionId, personId: viewer.person.id, endedAt: null },
    data: { endedAt: new Date() },
  });
  if (count === 0) throw new NotFoundError("session");
  await record(viewer, "session:end", {}, { objectType: "session", objectId: sessionId });
}

/** Signs every own browser out but this one. Gives how many. */
export async function endOtherSessions(viewer: Viewer): Promise<number> {
  const { count } = await authDatabase().session.updateMany({
    where: { personId: viewer.person.id, endedAt: null, id: { not: viewer.sessionId } },
    data: { endedAt: new Date() },
  });
  await record(viewer, "session:end", {}, { objectType: "session", details: { count } });
  return count;
}
