import type { Viewer } from "#lib/access/viewer";
import type { Scope } from "#lib/access/permissions";
import type { Answer } from "#lib/meetings/queries";
import { guestTexts } from "#lib/texts/guests";
import type { Prisma } from "#prisma/generated/client";

/** A guest of a meeting, as its team sees this person. */
export type Guest = {
  id: string;
  name: string;
  organisation: string;
  answer: Answer;
  present: boolean | null;
  /** The items chosen for this guest that are on the agenda. */
  itemIds: string[];
  /** The address and how the last mail fared, for whoever may invite guests; null for others. */
  email: string | null;
  mail: "QUEUED" | "SENT" | "BOUNCED" | "SUPERSEDED" | null;
};

/** How the last mail to a guest fared. */
export const lastMail = { select: { state: true }, orderBy: [{ createdAt: "desc" }, { sequence: "desc" }], take: 1 } satisfies Prisma.MeetingGuest$mailsArgs;

/** The columns it takes, of guests whose invitation stands. */
export const guestSelect = {
  id: true, name: true, organisation: true, answer: true, present: true, email: true,
  items: { where: { item: { position: { not: null } } }, select: { itemId: true } },
  mails: lastMail,
} satisfies Prisma.MeetingGuestSelect;

/** In what order, and which: those whose invitation was not taken back. */
export const standingGuests = { where: { withdrawnAt: null }, select: guestSelect, orderBy: [{ createdAt: "asc" }, { id: "asc" }] } satisfies Prisma.Meeting$guestsArgs;

/** Puts the columns together for this person. */
export function guestOf(viewer: Viewer, scope: Required<Scope>, { name, items, mails, email, ...guest }: Prisma.MeetingGuestGetPayload<{ select: typeof guestSelect }>): Guest {
  const invites = viewer.can("guest:invite", scope);
  return { ...guest, name: name ?? guestTexts.nameless, itemIds: items.map(({ itemId }) => itemId), email: invites ? email : null, mail: invites ? (mails[0]?.state ?? null) : null };
}
