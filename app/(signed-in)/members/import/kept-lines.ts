import type { TypedValues } from "#lib/forms/form-state";

/** Where a pasted list is kept until it is confirmed. It is no page: a form's own draft is kept at its path. */
export const PREVIEW = "/members/import#preview";

/** The list that was kept, and the samenwerkingsverband it is for. */
export function keptLines(kept: TypedValues | null): { consortiumId: string; lines: string } | null {
  const { consortiumId, lines } = kept ?? {};
  return typeof consortiumId === "string" && typeof lines === "string" ? { consortiumId, lines } : null;
}
