import { createHash } from "node:crypto";
import type { Viewer } from "#lib/access/viewer";
import { record } from "#lib/audit/record";

/** Keeps a portrait as the own photo, in the place of the one before. Colleagues see it from then on. */
export async function changeOwnPhoto(viewer: Viewer, jpeg: Uint8Array): Promise<{ ok: true }> {
  const photo = { hash: createHash("sha256").update(jpeg).digest("hex"), bytes: new Uint8Array(jpeg), updatedAt: viewer.now };
  const personId = viewer.person.id;
  await viewer.db.personPhoto.upsert({ where: { personId }, create: { personId, ...photo }, update: photo, select: { personId: true } });
  await record(viewer, "photo:change", {}, { objectType: "person_photo", objectId: personId, details: { bytes: jpeg.byteLength } });
  return { ok: true };
}

/** Removes the own photo; colleagues see initials again. Without a photo nothing happens. */
export async function removeOwnPhoto(viewer: Viewer): Promise<{ ok: true }> {
  const personId = viewer.person.id;
  const { count } = await viewer.db.personPhoto.deleteMany({ where: { personId } });
  if (count > 0) await record(viewer, "photo:change", {}, { objectType: "person_photo", objectId: personId, details: { removed: true } });
  return { ok: true };
}
