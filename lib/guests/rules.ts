const HOUR = 3_600_000;

/** How long after the end of the meeting the link of a guest still works. */
export const HOURS_AFTERWARDS = 24;

/** How many days after the meeting, or after it was taken back, what is known of a guest is erased. */
export const DAYS_KEPT = 30;

/** The moment from which the link of a guest no longer works: 24 hours after the meeting, also when the clock changes that night. */
export function keyholeCloses(endsAt: Date): Date {
  return new Date(endsAt.getTime() + HOURS_AFTERWARDS * HOUR);
}

/** The numbers by which a guest's items stand on the agenda, counted from 1. */
export function numbersOf(itemIds: readonly string[], agenda: readonly { id: string }[]): number[] {
  return agenda.flatMap(({ id }, index) => (itemIds.includes(id) ? [index + 1] : []));
}

/** Whether an agenda still shows all that was chosen. */
export function areOnAgenda(chosen: readonly string[], agenda: readonly { id: string }[]): boolean {
  return chosen.every((id) => agenda.some((item) => item.id === id));
}
