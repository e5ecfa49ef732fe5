import type { AccessRole } from "#lib/access/permissions";
import type { LinkHolder } from "#lib/access/link-holder";
import type { Viewer } from "#lib/access/viewer";
import type { LinkPurpose } from "#prisma/generated/client";
import type { MatrixWorld } from "#tests/support/matrix-world";

/** How one query or command is asked about samenwerkingsverband A, and for whom that works. */
export type MatrixRow = {
  /** The access roles, in A, for which it gives or does something. For nobody else it does, and nothing is written. */
  allowed: readonly AccessRole[] | "everyone";
  /** A list of whatever the asker may see: in another samenwerkingsverband it may hold things of there. */
  kind?: "list";
  /** What this person has done just before. */
  prepare?: (viewer: Viewer) => Promise<unknown>;
  call: (viewer: Viewer, world: MatrixWorld) => Promise<unknown>;
};

/** By "meetings/queries:findMeeting"; what comes after a blank tells apart several ways to ask the same. */
export type MatrixRows = Record<string, MatrixRow>;

/** How one query or command behind a personal link is asked with the link of samenwerkingsverband A. */
export type LinkRow = { purpose: LinkPurpose; call: (holder: LinkHolder, world: MatrixWorld) => Promise<unknown> };

/** By "invitations/queries:findLinkedInvitation". */
export type LinkRows = Record<string, LinkRow>;
