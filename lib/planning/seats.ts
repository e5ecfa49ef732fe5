import { addDays, type Day } from "#lib/dates";
import { mostNeeded } from "#lib/meetings/rules";
import type { Attendance } from "#lib/meetings/schema";

/** The days on which somebody holds a function in a team. */
export type Held = { functionId: string; functionName: string; attendance: Attendance; group: string | null; firstDay: Day; lastDay: Day | null };

/** A function with the days on which somebody is planned in it; those of one person never overlap. */
export type Seat = Omit<Held, "firstDay" | "lastDay"> & { spells: { firstDay: Day; lastDay: Day | null }[] };

/**
 * What somebody is planned as, day by day from one day up to and including another: of functions held at once the one that
 * is needed most, as `membersOn` has it. Spells that touch become one.
 */
export function seatsOf(held: readonly Held[], from: Day, until: Day): Seat[] {
  const seats = new Map<string, Seat>();
  for (const { firstDay, lastDay } of stretches(held, from, until)) {
    const main = mostNeeded(held.filter((each) => each.firstDay <= firstDay && (each.lastDay === null || each.lastDay >= lastDay)));
    if (!main) continue;
    const { functionId, functionName, attendance, group } = main;
    const seat = seats.get(functionId) ?? { functionId, functionName, attendance, group, spells: [] };
    const before = seat.spells.at(-1);
    if (before?.lastDay && addDays(before.lastDay, 1) === firstDay) before.lastDay = lastDay;
    else seat.spells.push({ firstDay, lastDay });
    seats.set(functionId, seat);
  }
  return [...seats.values()];
}

// The stretches of days within which nothing begins or ends.
function stretches(held: readonly Held[], from: Day, until: Day): { firstDay: Day; lastDay: Day }[] {
  const begins = held.flatMap(({ firstDay, lastDay }) => [firstDay, ...(lastDay === null ? [] : [addDays(lastDay, 1)])]);
  const days = [...new Set([from, ...begins.filter((day) => day > from && day <= until)])].toSorted();
  return days.map((firstDay, index) => ({ firstDay, lastDay: addDays(days[index + 1] ?? addDays(until, 1), -1) }));
}
