import type { Transaction } from "#lib/db";
import type { SealedPlace } from "#lib/sealing/envelope";

/** A sealed text as a rotation finds it. */
export type SealedText = { place: SealedPlace; sealed: string };

/**
 * A column of sealed texts: how a rotation finds some of those that begin with `prefix`, in a fixed order, and puts another
 * sealing in the place of one. `replace` leaves alone what was changed meanwhile, which is sealed with the newest key already.
 */
export type SealedColumn = {
  find(db: Transaction, wanted: { consortiumId: string; prefix: string; skip: number; take: number }): Promise<SealedText[]>;
  replace(db: Transaction, text: SealedText, sealed: string): Promise<void>;
};

/** Where the text of one page of a casus belongs. */
export function caseTextPlace(consortiumId: string, caseDiscussionId: string, part: string): SealedPlace {
  return { consortiumId, table: "case_text", column: "sealed", rowId: `${caseDiscussionId}/${part}` };
}

/** Where what one member wrote on a casus belongs. */
export function perspectivePlace(consortiumId: string, caseDiscussionId: string, personId: string): SealedPlace {
  return { consortiumId, table: "perspective", column: "sealed", rowId: `${caseDiscussionId}/${personId}` };
}

const caseTexts: SealedColumn = {
  async find(db, { consortiumId, prefix, skip, take }) {
    const rows = await db.caseText.findMany({
      where: { consortiumId, sealed: { startsWith: prefix } },
      select: { caseDiscussionId: true, part: true, sealed: true },
      orderBy: [{ caseDiscussionId: "asc" }, { part: "asc" }],
      skip,
      take,
    });
    return rows.map(({ caseDiscussionId, part, sealed }) => ({ place: caseTextPlace(consortiumId, caseDiscussionId, part), sealed: sealed ?? "" }));
  },
  async replace(db, { place, sealed: before }, sealed) {
    await db.caseText.updateMany({ where: { caseDiscussionId: place.rowId.split("/")[0] ?? "", sealed: before }, data: { sealed } });
  },
};

const perspectives: SealedColumn = {
  async find(db, { consortiumId, prefix, skip, take }) {
    const rows = await db.perspective.findMany({
      where: { consortiumId, sealed: { startsWith: prefix } },
      select: { caseDiscussionId: true, personId: true, sealed: true },
      orderBy: [{ caseDiscussionId: "asc" }, { personId: "asc" }],
      skip,
      take,
    });
    return rows.map(({ caseDiscussionId, personId, sealed }) => ({ place: perspectivePlace(consortiumId, caseDiscussionId, personId), sealed: sealed ?? "" }));
  },
  async replace(db, { place, sealed: before }, sealed) {
    await db.perspective.updateMany({ where: { caseDiscussionId: place.rowId.split("/")[0] ?? "", sealed: before }, data: { sealed } });
  },
};

/** Every column of sealed texts. A test finds the one that was forgotten: its texts would be lost with their key. */
export const sealedColumns: Readonly<Record<string, SealedColumn>> = { "case_text.sealed": caseTexts, "perspective.sealed": perspectives };
