import type { Guest } from "#lib/guests/lines";
import { guestTexts } from "#lib/texts/guests";

/** Which guests come for an item of the agenda; nothing for an item without any. */
export function GuestsAt({ item, guests }: { item: { id: string }; guests: readonly Pick<Guest, "name" | "organisation" | "itemIds">[] }) {
  const here = guests.filter(({ itemIds }) => itemIds.includes(item.id));
  return here.length === 0 ? null : <p className="mt-2 font-semibold wrap-anywhere">{guestTexts.atThisItem(here)}</p>;
}
