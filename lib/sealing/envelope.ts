import { randomBytes, randomUUID } from "node:crypto";
import { decrypted, encrypted, SealBrokenError } from "#lib/secrets";
import type { MasterKey, MasterKeys } from "#lib/sealing/master-key";

/** Where a sealed text belongs. It opens there and nowhere else: `rowId` is the id of its row, or its keys joined by "/". */
export type SealedPlace = { consortiumId: string; table: string; column: string; rowId: string };

/** What the texts of one samenwerkingsverband are sealed with. */
export type DataKey = { id: string; key: Buffer };

const VERSION = "v1";
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Seals a text for its place: AES-256-GCM, written as `v1.<id of the data key>.<iv|tag|text in base64url>`. */
export function sealWith({ id, key }: DataKey, place: SealedPlace, text: string): string {
  return written(id, encrypted(key, boundToPlace(id, place), Buffer.from(text, "utf8")));
}

/** Opens a text that `sealWith` sealed with this key for this place. Throws `SealBrokenError` for anything else. */
export function openWith({ id, key }: DataKey, place: SealedPlace, sealed: string): string {
  return decrypted(key, boundToPlace(id, place), partsOf(sealed, id)).toString("utf8");
}

/** Which data key a text was sealed with; null for what is no sealed text. */
export function keyIdOf(sealed: string): string | null {
  return /^v1\.([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\./.exec(sealed)?.[1] ?? null;
}

/** A new data key for a samenwerkingsverband, and how the database keeps it: sealed with the master key. */
export function newDataKey(consortiumId: string, { current }: MasterKeys): { dataKey: DataKey; wrapped: string } {
  const dataKey = { id: randomUUID(), key: randomBytes(KEY_BYTES) };
  return { dataKey, wrapped: written(current.id, encrypted(current.key, boundToKey(dataKey.id, consortiumId), dataKey.key)) };
}

/** A data key as the database keeps it, opened by the master key it was wrapped with. Throws `SealBrokenError` when neither fits. */
export function unwrapped({ id, consortiumId, wrapped }: { id: string; consortiumId: string; wrapped: string }, { current, old }: MasterKeys): DataKey {
  const master = [current, old].find((each): each is MasterKey => each !== null && wrapped.startsWith(`${VERSION}.${each.id}.`));
  if (!master) throw new SealBrokenError("A data key was wrapped with another master key.");
  return { id, key: decrypted(master.key, boundToKey(id, consortiumId), partsOf(wrapped, master.id)) };
}

// As a list in JSON, so that no two places are written alike.
function boundToPlace(keyId: string, { consortiumId, table, column, rowId }: SealedPlace): Buffer {
  return Buffer.from(JSON.stringify([VERSION, "text", keyId, consortiumId, table, column, rowId]), "utf8");
}

function boundToKey(id: string, consortiumId: string): Buffer {
  return Buffer.from(JSON.stringify([VERSION, "data-key", id, consortiumId]), "utf8");
}

function written(keyId: string, { iv, tag, text }: ReturnType<typeof encrypted>): string {
  return `${VERSION}.${keyId}.${Buffer.concat([iv, tag, text]).toString("base64url")}`;
}

function partsOf(sealed: string, keyId: string): ReturnType<typeof encrypted> {
  const head = `${VERSION}.${keyId}.`;
  const body = Buffer.from(sealed.slice(head.length), "base64url");
  // Base64 can write the same bytes in several ways; one sealed text has one form.
  if (sealed !== head + body.toString("base64url") || body.length < IV_BYTES + TAG_BYTES) throw new SealBrokenError("A sealed text has another form than expected.");
  const [iv, tag, text] = [body.subarray(0, IV_BYTES), body.subarray(IV_BYTES, IV_BYTES + TAG_BYTES), body.subarray(IV_BYTES + TAG_BYTES)];
  return { iv, tag, text };
}
