import type { Viewer } from "#lib/access/viewer";
import { record } from "#lib/audit/record";
import { findRetention } from "#lib/case-retention/queries";
import type { ChangeRetention } from "#lib/case-retention/schema";
import { dayForDatabase } from "#lib/dates";
import { NotFoundError } from "#lib/errors";

/**
 * Settles how long a samenwerkingsverband keeps the text of its casussen, from the terms that end in time. Those that a
 * shorter term takes go two weeks from now at the earliest. Takes a fresh proof, because what is erased does not come back. Refuses
 * when somebody else changed it since it was shown.
 */
export async function changeRetention(viewer: Viewer, { consortiumId, version, term }: ChangeRetention): Promise<{ ok: true } | { ok: false; problem: "CHANGED_MEANWHILE" | "SAME" }> {
  const now = await findRetention(viewer, consortiumId);
  if (!now) throw new NotFoundError("consortium");
  viewer.mustBeAbleTo("case-retention:change", { consortiumId });
  viewer.mustHaveProven();
  if (now.version !== version) return { ok: false, problem: "CHANGED_MEANWHILE" };
  if (now.term === term) return { ok: false, problem: "SAME" };
  const settled = { term, changedOn: dayForDatabase(viewer.today) };
  const { count } = await (version === 0
    ? viewer.db.caseRetention.createMany({ data: [{ consortiumId, ...settled }], skipDuplicates: true })
    : viewer.db.caseRetention.updateMany({ where: { consortiumId, version }, data: { ...settled, version: { increment: 1 } } }));
  if (count === 0) return { ok: false, problem: "CHANGED_MEANWHILE" };
  await record(viewer, "case-retention:change", { consortiumId }, { objectType: "consortium", objectId: consortiumId, details: { before: now.term, after: term } });
  return { ok: true };
}
