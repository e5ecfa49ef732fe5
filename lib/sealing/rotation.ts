import type { Transaction } from "#lib/db";
import { type SealedColumn, sealedColumns } from "#lib/sealing/columns";
import { type DataKey, newDataKey, openWith, type SealedPlace, sealWith, unwrapped } from "#lib/sealing/envelope";
import { masterKeys } from "#lib/sealing/master-key";
import { SealBrokenError } from "#lib/secrets";

/** Runs one transaction with the rights of the owner of the database. */
export type InTurn = <T>(work: (db: Transaction) => Promise<T>) => Promise<T>;

const MOST_AT_ONCE = 100;

/** How many texts were sealed anew, and how many did not open: those were altered, and stay as they are with their key. */
export type Rotated = { sealed: number; unreadable: number };

/**
 * Gives every samenwerkingsverband a new data key, wrapped under the present master key, and seals its texts anew, a few
 * in each transaction. Killed half-way it is simply run again, and finishes what was begun. `settle` waits until no page
 * is under way that began before; then the retired keys go, but for those of texts that did not open.
 */
export async function rotateKeys(inTurn: InTurn, settle: () => Promise<void>): Promise<Rotated> {
  const before = await clearRetired(inTurn, settle);
  const wasBegun = before.sealed + before.removed > 0;
  if (wasBegun && !(await inTurn(usesOldMaster))) return { sealed: before.sealed, unreadable: before.unreadable };
  await retireKeys(inTurn);
  const { sealed, unreadable } = await clearRetired(inTurn, settle);
  return { sealed: before.sealed + sealed, unreadable };
}

// The run that was not finished may have been one with the master key of before.
async function usesOldMaster(db: Transaction): Promise<boolean> {
  const current = `v1.${masterKeys().current.id}.`;
  return (await db.dataKey.count({ where: { retiredAt: null, NOT: { wrapped: { startsWith: current } } } })) > 0;
}

type KeyOf = { id: string; consortiumId: string };

async function clearRetired(inTurn: InTurn, settle: () => Promise<void>): Promise<Rotated & { removed: number }> {
  const total = { sealed: 0, unreadable: 0, removed: 0 };
  const unused: string[] = [];
  for (const retired of await inTurn((db) => db.dataKey.findMany({ where: { retiredAt: { not: null } }, select: { id: true, consortiumId: true } }))) {
    let unreadable = 0;
    for (const column of Object.values(sealedColumns)) {
      const done = await sealAnew(inTurn, retired, column);
      total.sealed += done.sealed;
      unreadable += done.unreadable;
    }
    total.unreadable += unreadable;
    if (unreadable === 0) unused.push(retired.id);
  }
  if (unused.length === 0) return total;
  await settle();
  const { count } = await inTurn((db) => db.dataKey.deleteMany({ where: { id: { in: unused } } }));
  return { ...total, removed: count };
}

async function retireKeys(inTurn: InTurn): Promise<void> {
  const inUse = await inTurn((db) => db.dataKey.findMany({ where: { retiredAt: null }, select: { id: true, consortiumId: true } }));
  // All at once: one that was killed after the first would take the others for done.
  await inTurn(async (db) => {
    for (const { id, consortiumId } of inUse) {
      const { dataKey, wrapped } = newDataKey(consortiumId, masterKeys());
      // Waits for who is sealing with the old key at this moment.
      await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('data_key:' || ${consortiumId}, 0))`;
      await db.dataKey.update({ where: { id }, data: { retiredAt: new Date() } });
      await db.dataKey.create({ data: { id: dataKey.id, consortiumId, wrapped } });
    }
  });
}

async function sealAnew(inTurn: InTurn, retired: KeyOf, column: SealedColumn): Promise<Rotated> {
  const done = { sealed: 0, unreadable: 0 };
  for (;;) {
    // What was sealed anew is found no more; what does not open stays, and is passed over.
    const some = await inTurn((db) => sealSome(db, retired, column, done.unreadable));
    if (some.sealed + some.unreadable === 0) return done;
    done.sealed += some.sealed;
    done.unreadable += some.unreadable;
  }
}

async function sealSome(db: Transaction, { id, consortiumId }: KeyOf, column: SealedColumn, skip: number): Promise<Rotated> {
  const found = await column.find(db, { consortiumId, prefix: `v1.${id}.`, skip, take: MOST_AT_ONCE });
  if (found.length === 0) return { sealed: 0, unreadable: 0 };
  const [from, to] = [await keyOf(db, { id }), await keyOf(db, { consortiumId, retiredAt: null })];
  let sealed = 0;
  for (const { place, sealed: before } of found) {
    const text = opened(from, place, before);
    if (text === null) continue;
    await column.replace(db, { place, sealed: before }, sealWith(to, place, text));
    sealed += 1;
  }
  return { sealed, unreadable: found.length - sealed };
}

function opened(key: DataKey, place: SealedPlace, sealed: string): string | null {
  try {
    return openWith(key, place, sealed);
  } catch (error) {
    if (error instanceof SealBrokenError) return null;
    throw error;
  }
}

async function keyOf(db: Transaction, where: { id: string } | { consortiumId: string; retiredAt: null }): Promise<DataKey> {
  return unwrapped(await db.dataKey.findFirstOrThrow({ where, select: { id: true, consortiumId: true, wrapped: true } }), masterKeys());
}
