import type { Viewer } from "#lib/access/viewer";
import { log } from "#lib/log";
import { findDataKey, sealingKey } from "#lib/sealing/data-keys";
import { keyIdOf, openWith, type SealedPlace, sealWith } from "#lib/sealing/envelope";
import { SealBrokenError } from "#lib/secrets";

/** A sealed text that does not open: altered, moved from another place, or its key is gone. A page says "niet leesbaar". */
export class UnreadableTextError extends Error {
  override name = "UnreadableTextError";
}

/** Seals a text for its place in the database, with the data key of its samenwerkingsverband. */
export async function seal({ db }: Viewer, place: SealedPlace, text: string): Promise<string> {
  return sealWith(await sealingKey(db, place.consortiumId), place, text);
}

/** The text that was sealed for this place, or null when it does not open: the log says so, and the page that it is not readable. */
export async function unsealOrNull(viewer: Viewer, place: SealedPlace, sealed: string): Promise<string | null> {
  try {
    return await unseal(viewer, place, sealed);
  } catch (error) {
    if (error instanceof UnreadableTextError) return null;
    throw error;
  }
}

/** The text that was sealed for this place. Throws `UnreadableTextError`, and a log line says which row, when it does not open. */
export async function unseal({ db, requestId }: Viewer, place: SealedPlace, sealed: string): Promise<string> {
  try {
    const keyId = keyIdOf(sealed);
    const key = keyId && (await findDataKey(db, keyId));
    if (key) return openWith(key, place, sealed);
  } catch (error) {
    if (!(error instanceof SealBrokenError)) throw error;
  }
  log("error", "unreadable-text", { requestId, code: `${place.table}.${place.column}`, objectId: place.rowId });
  throw new UnreadableTextError(`A text of ${place.table} does not open.`);
}
