import { formatTime } from "#lib/dates";
import { onCallTexts } from "#lib/texts/on-call";

/** To somebody who was on call and was asked to come: for which item. By its number, because a link may have been passed on. */
export function CalledFor({ item }: { item: { number: number; startsAt: Date } | null }) {
  return <p>{item ? onCallTexts.you(item.number, formatTime(item.startsAt)) : onCallTexts.youItemGone}</p>;
}
