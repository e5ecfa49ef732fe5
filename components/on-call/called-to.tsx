import type { OnCallInvitee } from "#lib/on-call/lines";
import { onCallTexts } from "#lib/texts/on-call";

/** Who was asked to come for an item of the agenda, with the answer; nothing for an item without anybody. */
export function CalledTo({ item, people }: { item: { id: string }; people: readonly OnCallInvitee[] }) {
  const here = people.filter(({ calledFor }) => calledFor === item.id);
  return here.length === 0 ? null : <p className="mt-2 font-semibold wrap-anywhere">{onCallTexts.atThisItem(here)}</p>;
}
