/** An item of an agenda with the moment at which it begins. */
export type TimedItem = { startsAt: Date; minutes: number };

const MINUTE = 60_000;

/** The place of the item that the clock is at: the first before the meeting, the last after it; 0 for no items. */
export function indexByClock(items: readonly TimedItem[], now: Date): number {
  const begun = items.filter(({ startsAt }) => startsAt <= now).length;
  return Math.max(0, begun - 1);
}

/** When an item is over. */
export function endOf({ startsAt, minutes }: TimedItem): Date {
  return new Date(startsAt.getTime() + minutes * MINUTE);
}
