import type { Action } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import { NotFoundError } from "#lib/errors";

/** The samenwerkingsverband a page is about, and all between which this person can switch there. */
export type ConsortiumChoice = { consortiumId: string; consortiumName: string; all: { id: string; name: string }[] };

/**
 * The samenwerkingsverband a page is about: the one its address names, or else the first in which this person may do
 * something by a role. One where that is not so does not exist.
 */
export function chooseConsortium(viewer: Viewer, action: Action, wanted: string | undefined): ConsortiumChoice {
  const all = consortiaWhere(viewer, action);
  const chosen = wanted === undefined ? all[0] : all.find(({ id }) => id === wanted);
  if (!chosen) throw new NotFoundError("consortium");
  return { consortiumId: chosen.id, consortiumName: chosen.name, all };
}

/** The samenwerkingsverbanden in which this person may do something by a role. */
export function consortiaWhere(viewer: Viewer, action: Action): { id: string; name: string }[] {
  const able = new Set(viewer.consortiaFor(action));
  const names = new Map(viewer.roles.filter(({ consortiumId }) => able.has(consortiumId)).map((role) => [role.consortiumId, role.consortiumName]));
  return [...names].map(([id, name]) => ({ id, name }));
}

/** The address of a page about this samenwerkingsverband; its name is only needed for who has several. */
export function inConsortium(path: string, { consortiumId, all }: Pick<ConsortiumChoice, "consortiumId" | "all">): string {
  if (all.length < 2) return path;
  return `${path}${path.includes("?") ? "&" : "?"}in=${consortiumId}`;
}
