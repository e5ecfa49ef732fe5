import { z } from "zod";
import { keptWords } from "#lib/anonymity/kept-words";
import { emailAddress, id, line, optionalText, version } from "#lib/forms/fields";
import { guestFormTexts as texts } from "#lib/texts/guests";

/** How many guests a meeting may have: more of them is a meeting of another kind. */
export const MOST_GUESTS = 10;

/** How long the words about a guest may be, in characters. */
export const LONGEST_GUEST_NAME = 100;
export const LONGEST_ORGANISATION = 100;
export const LONGEST_REQUEST = 500;

const MOST_ITEMS = 30;

const chosen = {
  /** The items of the agenda for which this guest comes. */
  items: z.array(id(texts.itemsMissing)).max(MOST_ITEMS, { error: texts.itemsMissing }).default([]).refine((items) => items.length > 0, { error: texts.itemsMissing }).transform((items) => [...new Set(items)]),
  request: optionalText(LONGEST_REQUEST),
  requestReason: keptWords(),
};

/** Inviting somebody from outside to one meeting, for items of its agenda. */
export const inviteGuestSchema = z.object({
  meetingId: id(),
  name: line(LONGEST_GUEST_NAME, texts.nameMissing),
  organisation: line(LONGEST_ORGANISATION, texts.organisationMissing),
  organisationReason: keptWords(),
  email: emailAddress(texts.emailMissing),
  ...chosen,
});
export type InviteGuest = z.output<typeof inviteGuestSchema>;

/** Other items for a guest, or another question. */
export const changeGuestSchema = z.object({ guestId: id(), version: version(), ...chosen });
export type ChangeGuest = z.output<typeof changeGuestSchema>;

/** Mailing a guest again, or taking the invitation back. */
export const guestSchema = z.object({ guestId: id() });
export type TheGuest = z.output<typeof guestSchema>;
