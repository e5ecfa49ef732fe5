import type { AccessRole } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import type { MatrixWorld } from "#tests/support/matrix-world";

/** How one query or command is asked about samenwerkingsverband A, and for whom that works. */
export type MatrixRow = {
  /** The access roles, in A, for which it gives or does something. For nobody else it does, and nothing is written. */
  allowed: readonly AccessRole[] | "everyone";
  /** A list of whatever the asker may see: in another samenwerkingsverband it may hold things of there. */
  kind?: "list";
  call: (viewer: Viewer, world: MatrixWorld) => Promise<unknown>;
};

/** By "meetings/queries:findMeeting"; what comes after a blank tells apart several ways to ask the same. */
export type MatrixRows = Record<string, MatrixRow>;
