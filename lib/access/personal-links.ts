import { createHash } from "node:crypto";
import { env } from "#lib/env";
import { hash } from "#lib/secrets";
import type { LinkPurpose } from "#prisma/generated/client";

/** Where a link of each purpose leads. */
const folders: Record<LinkPurpose, string> = {
  DATE_PROPOSAL: "answer",
  INVITATION: "invitation",
  GUEST: "guest",
  CALENDAR: "calendar",
};

/**
 * The token of a link: 256 bits that follow from its id and the secret of this deployment. So it need not be kept, and a
 * reminder carries the same link as the first mail; who reads the database alone cannot make it.
 */
export function tokenOf(linkId: string): string {
  return Buffer.from(hash("personal-link", linkId, env().APP_SECRET), "hex").toString("base64url");
}

/** What the database keeps of a token. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token, "utf8").digest("hex");
}

/** The row of a new link, apart from what it is for. `id` is a new uuid made by the server. */
export function linkRow(id: string): { id: string; tokenHash: string } {
  return { id, tokenHash: hashOfToken(tokenOf(id)) };
}

/** The address of a link within the app, as a mail has it: "/answer/…". */
export function linkPath(purpose: LinkPurpose, linkId: string): string {
  return `/${folders[purpose]}/${tokenOf(linkId)}`;
}
