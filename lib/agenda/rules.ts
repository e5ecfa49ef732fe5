import type { AgendaOrigin, AgendaStanding } from "#lib/agenda/schema";
import { dayOf, type Day } from "#lib/dates";

/** How far apart items stand when they are numbered anew: what somebody adds goes in between without moving the others. */
export const PLACE = 1000;

/** An item where it stands. */
export type Placed = { id: string; position: number; standing: AgendaStanding };

/** Items one after the other from the beginning of a meeting: each with the moment at which it begins. */
export function timetable<T extends { minutes: number }>(items: readonly T[], startsAt: Date): (T & { startsAt: Date })[] {
  let next = startsAt.getTime();
  return items.map((item) => {
    const from = new Date(next);
    next += item.minutes * 60_000;
    return { ...item, startsAt: from };
  });
}

/** How many minutes items take together. */
export function minutesTogether(items: readonly { minutes: number }[]): number {
  return items.reduce((total, { minutes }) => total + minutes, 0);
}

/**
 * The side from which everything comes that people put on an agenda, when it is one side and there is more than one item:
 * topics come from education and from youth care. Null when both are heard, or when it is too early to tell.
 */
export function oneSide(items: readonly { origin: AgendaOrigin | null }[]): AgendaOrigin | null {
  const origins = items.flatMap(({ origin }) => (origin === null ? [] : [origin]));
  const [first] = origins;
  if (first === undefined || first === "BOTH" || origins.length < 2) return null;
  return origins.every((origin) => origin === first) ? first : null;
}

/** Why the agenda of a meeting does not change any more; on the day of the meeting itself it still does. */
export function whyFixed({ cancelled, endsAt }: { cancelled: boolean; endsAt: Date }, today: Day): "CANCELLED" | "OVER" | null {
  if (cancelled) return "CANCELLED";
  return dayOf(endsAt) < today ? "OVER" : null;
}

/** Where a new item goes: at the end, but before the evaluation with which a meeting closes. */
export function placeForNew(items: readonly Placed[]): number {
  const [last, before] = [items.at(-1), items.at(-2)];
  if (!last) return PLACE;
  const place = (before?.position ?? 0) + 1;
  return last.standing === "EVALUATION" && place < last.position ? place : last.position + PLACE;
}

/**
 * The order after a standaardagenda was put on an agenda: its items, with what was kept. A kept standing item stands
 * where the standaardagenda has that one; what people added goes before the closing evaluation.
 */
export function withKept<New extends { standing: AgendaStanding }, Kept extends { standing: AgendaStanding }>(template: readonly New[], kept: readonly Kept[]): (New | Kept)[] {
  const standing = new Map(kept.filter((item) => item.standing !== "NONE").map((item) => [item.standing, item]));
  const order: (New | Kept)[] = template.map((item) => standing.get(item.standing) ?? item);
  const others = kept.filter((item) => !order.includes(item));
  return order.toSpliced(order.at(-1)?.standing === "EVALUATION" ? -1 : order.length, 0, ...others);
}
