import { randomUUID } from "node:crypto";
import { linkRow } from "#lib/access/personal-links";
import { attempt } from "#lib/access/violations";
import type { Viewer } from "#lib/access/viewer";
import { record } from "#lib/audit/record";

/** Makes a secret address for one's own calendar. An earlier one stops at once. */
export async function makeCalendarAddress(viewer: Viewer): Promise<{ ok: true }> {
  const replaced = await stopAddress(viewer, viewer.person.id);
  const link = linkRow(randomUUID());
  const data = { ...link, purpose: "CALENDAR" as const, personId: viewer.person.id, createdAt: viewer.now };
  // Who presses in two tabs at once has one address in the end: the one that came first.
  const refused = await attempt(viewer, () => viewer.db.personalLink.createMany({ data: [data] }));
  if (refused === null) await record(viewer, "calendar:share", {}, { objectType: "personal_link", objectId: link.id, details: { done: "MADE", replaced } });
  return { ok: true };
}

/** Stops the secret address of one's own calendar, at once. A second time has no effect. */
export async function stopCalendarAddress(viewer: Viewer): Promise<{ ok: true }> {
  const stopped = await stopAddress(viewer, viewer.person.id);
  if (stopped > 0) await record(viewer, "calendar:share", {}, { objectType: "personal_link", details: { done: "STOPPED" } });
  return { ok: true };
}

async function stopAddress(viewer: Viewer, personId: string): Promise<number> {
  const { count } = await viewer.db.personalLink.updateMany({ where: { personId, purpose: "CALENDAR", revokedAt: null }, data: { revokedAt: viewer.now } });
  return count;
}
