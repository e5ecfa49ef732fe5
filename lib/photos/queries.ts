import type { Viewer } from "#lib/access/viewer";

/** Somebody's photo as a JPEG, for whoever sees this person; null when there is none or when it is another one by now. */
export async function findPhoto(viewer: Viewer, personId: string, hash: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const photo = await viewer.db.personPhoto.findFirst({ where: { personId, hash }, select: { bytes: true } });
  return photo && photo.bytes;
}
