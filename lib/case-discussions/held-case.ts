import type { Viewer } from "#lib/access/viewer";

/**
 * How a casus stands, held until the end of the transaction: nobody reveals its perspectives, closes, stops or erases it
 * meanwhile. One that is stopped or erased cannot be held, and counts as closed.
 */
export async function holdCase(viewer: Viewer, discussionId: string): Promise<{ isRevealed: boolean; isClosed: boolean }> {
  const [state] = await viewer.db.$queryRaw<{ isRevealed: boolean; isClosed: boolean }[]>`
    SELECT revealed_at IS NOT NULL AS "isRevealed", closed_at IS NOT NULL AS "isClosed" FROM case_discussion WHERE id = ${discussionId}::uuid FOR SHARE`;
  return state ?? { isRevealed: false, isClosed: true };
}
