import type { Transaction } from "#lib/db";
import { type DataKey, newDataKey, unwrapped } from "#lib/sealing/envelope";
import { masterKeys } from "#lib/sealing/master-key";

// Each transaction asks for a key once: so it is opened for who may see it at that moment, a page takes as many statements
// each time, and no data key stays in memory for longer than it is used.
const opened = new WeakMap<Transaction, Map<string, DataKey>>();

/**
 * The data key that the texts of a samenwerkingsverband are sealed with now; made when there is none. Until the end of
 * the transaction no rotation retires it, so that no text is sealed with a key that was just found to be unused.
 */
export async function sealingKey(db: Transaction, consortiumId: string): Promise<DataKey> {
  const known = await activeKey(db, consortiumId);
  if (known) return known;
  const { dataKey, wrapped } = newDataKey(consortiumId, masterKeys());
  await db.dataKey.createMany({ data: [{ id: dataKey.id, consortiumId, wrapped }], skipDuplicates: true });
  // Somebody else may have made one at this very moment.
  const made = await activeKey(db, consortiumId);
  if (!made) throw new Error("This samenwerkingsverband has no data key.");
  return made;
}

/** A data key by its id, to open a text with; null when it is not there, or not for who asks. */
export async function findDataKey(db: Transaction, id: string): Promise<DataKey | null> {
  const known = opened.get(db)?.get(id);
  if (known) return known;
  const row = await db.dataKey.findUnique({ where: { id }, select: { id: true, consortiumId: true, wrapped: true } });
  return row && remembered(db, row);
}

async function activeKey(db: Transaction, consortiumId: string): Promise<DataKey | null> {
  const [row] = await db.$queryRaw<{ id: string; wrapped: string }[]>`SELECT id, wrapped FROM sealing_key(${consortiumId}::uuid)`;
  return row ? remembered(db, { ...row, consortiumId }) : null;
}

function remembered(db: Transaction, row: { id: string; consortiumId: string; wrapped: string }): DataKey {
  const key = unwrapped(row, masterKeys());
  opened.set(db, (opened.get(db) ?? new Map<string, DataKey>()).set(row.id, key));
  return key;
}
