import type { Attendance } from "#lib/meetings/schema";
import { attendanceWords } from "#lib/texts/on-call";

/** What a participation says of somebody who was not called. */
export const NOT_CALLED = { calledAt: null, calledForItemId: null } as const;

/** How needed somebody is who was called: expected like others, and kept from other meetings at that time. */
export const CALLED_ATTENDANCE: Attendance = "PREFERRED";

// The code of the leerplichtambtenaar (lib/core-teams/default-functions).
const ATTENDANCE_OFFICER = "ATTENDANCE_OFFICER";

/**
 * The item for which somebody on call is most likely wanted: for the leerplichtambtenaar the first that speaks of being absent,
 * late or suspended. A suggestion to choose otherwise; null when there is none.
 */
export function suggestedItem<T extends { title: string; explanation: string | null }>(functionCode: string, items: readonly T[]): T | null {
  if (functionCode !== ATTENDANCE_OFFICER) return null;
  return items.find(({ title, explanation }) => attendanceWords.test(`${title}\n${explanation ?? ""}`)) ?? null;
}

/** The number of an item on an agenda, counted from 1, and when it begins; null for one that was taken off. */
export function numbered<T extends { id: string; startsAt: Date }>(timed: readonly T[], itemId: string): { number: number; startsAt: Date } | null {
  const index = timed.findIndex(({ id }) => id === itemId);
  const item = timed[index];
  return item ? { number: index + 1, startsAt: item.startsAt } : null;
}

/** Where somebody stands who is or was on call. OTHERWISE: somebody settled in another way how needed this person is. */
export type OnCallState = "ON_CALL" | "CALLED" | "OTHERWISE";

/** Whether somebody waits to be called, was called, or is invited like others. */
export function onCallState({ attendance, calledAt }: { attendance: Attendance; calledAt: Date | null }): OnCallState {
  if (attendance === "ON_CALL") return "ON_CALL";
  return calledAt === null ? "OTHERWISE" : "CALLED";
}
