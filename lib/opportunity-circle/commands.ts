import type { Viewer } from "#lib/access/viewer";
import { record } from "#lib/audit/record";
import { findCircleName, listCircleNames } from "#lib/opportunity-circle/queries";
import type { NameElement } from "#lib/opportunity-circle/schema";

/** Whether an element has its name now, or what stands in the way. */
export type NameElementResult = { ok: true } | { ok: false; problem: "NAME_IN_USE" } | { ok: false; problem: "CHANGED_MEANWHILE"; now: { name: string; meaning: string; version: number } };

/** Changes what a samenwerkingsverband calls an element of the kansencirkel, in every casus at once. Each name is there once. */
export async function nameElement(viewer: Viewer, { consortiumId, element, version, name, meaning }: NameElement): Promise<NameElementResult> {
  viewer.mustBeAbleTo("opportunity-circle:manage", { consortiumId });
  // One at a time: a name that is usual for an element stands in no row, so no constraint knows that it is taken.
  await viewer.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`circle names ${consortiumId}`}, 0))`;
  const others = (await listCircleNames(viewer, consortiumId)).filter((each) => each.element !== element);
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) return { ok: false, problem: "NAME_IN_USE" };
  const { count } = await (version === 0
    ? viewer.db.circleName.createMany({ data: [{ consortiumId, element, name, meaning }], skipDuplicates: true })
    : viewer.db.circleName.updateMany({ where: { consortiumId, element, version }, data: { name, meaning, version: version + 1 } }));
  if (count === 0) return { ok: false, problem: "CHANGED_MEANWHILE", now: await findCircleName(viewer, consortiumId, element) };
  await record(viewer, "opportunity-circle:manage", { consortiumId }, { objectType: "circle_name", objectId: element });
  return { ok: true };
}
