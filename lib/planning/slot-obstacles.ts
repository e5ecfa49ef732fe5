import type { Outcome } from "#lib/planning/slot-person";
import { isFilled, nameOf, type DaySheet } from "#lib/planning/slot-sheet";
import type { Invitee, Obstacle, Reason, SlotQuestion } from "#lib/planning/slot-question";

/** Which invitees have one seat together, in the order of the first of them. */
export function seatPlan(invitees: readonly Invitee[]): number[][] {
  const byGroup = Map.groupBy(invitees.keys(), (index) => invitees[index]?.group ?? index);
  return [...byGroup.values()];
}

/** Of each required seat at how many moments nobody fills it and why; the seat that keeps the meeting from most goes first. */
export function obstaclesOn(sheet: readonly DaySheet[], { invitees }: SlotQuestion): Obstacle[] {
  const counts = seatPlan(invitees).map((members): Count => ({ members, blocked: 0, alone: 0, reasons: new Map() }));
  const ofSeat = new Map(counts.flatMap((count) => count.members.map((index) => [index, count])));
  for (const { seats, rows } of sheet) {
    for (const { outcomes, fits } of rows) {
      if (fits) continue;
      const empty = seats.filter((seat) => seat.attendance === "REQUIRED" && !isFilled(seat, outcomes));
      for (const { members } of empty) add(ofSeat.get(members[0] as number), kindsOf(members, outcomes), empty.length === 1);
    }
  }
  return counts
    .filter(({ blocked }) => blocked > 0)
    .toSorted((a, b) => b.blocked - a.blocked || b.alone - a.alone)
    .map(({ members, blocked, alone, reasons }) => ({
      people: members.map((index) => nameOf(invitees[index] as Invitee, "REQUIRED")),
      blocked,
      alone,
      reasons: [...reasons].map(([kind, moments]) => ({ kind, moments })).toSorted((a, b) => b.moments - a.moments),
    }));
}

type Count = { members: readonly number[]; blocked: number; alone: number; reasons: Map<Reason["kind"], number> };

function kindsOf(members: readonly number[], outcomes: readonly Outcome[]): Set<Reason["kind"]> {
  const kinds = new Set<Reason["kind"]>();
  for (const index of members) for (const { kind } of outcomes[index]?.reasons ?? []) kinds.add(kind);
  return kinds;
}

function add(count: Count | undefined, kinds: ReadonlySet<Reason["kind"]>, alone: boolean): void {
  if (!count) return;
  count.blocked += 1;
  if (alone) count.alone += 1;
  for (const kind of kinds) count.reasons.set(kind, (count.reasons.get(kind) ?? 0) + 1);
}
