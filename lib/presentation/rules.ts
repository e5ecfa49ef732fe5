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

/** The item that a casus on the screen belongs to, with its number: the one it was opened from, else the first for casussen; null for none. */
export function itemOfCase<Item extends { standing: string }>(items: readonly Item[], chosen: number | undefined): (Item & { number: number }) | null {
  const index = chosen !== undefined && items[chosen - 1] ? chosen - 1 : items.findIndex(({ standing }) => standing === "CASES");
  const item = items[index];
  return item ? { ...item, number: index + 1 } : null;
}

/** What the team does next with a casus on the screen. */
export type CaseAct = "REVEAL" | "AT_PLAY" | "AGREE";

type TalkedAbout = {
  isOpen: boolean;
  hasBegun: boolean;
  /** Whether the viewer may reveal the perspectives. */
  leads: boolean;
  revealedOn: unknown;
  /** How many have written. */
  written: number;
  followUp: { atPlay: unknown };
};

/**
 * The one thing that stands out on the screen: revealing what was written, then saying who is to act, then what is agreed. None
 * before the meeting begins, because perspectives are revealed at the table, and none once the casus is closed.
 */
export function nextAct({ isOpen, hasBegun, leads, revealedOn, written, followUp }: TalkedAbout): CaseAct | null {
  if (!isOpen || !hasBegun) return null;
  if (revealedOn === null && leads && written > 0) return "REVEAL";
  return followUp.atPlay === null ? "AT_PLAY" : "AGREE";
}
