import type { Day } from "#lib/dates";

/** Of what a function does not write, not even without a name: about health, about absence, or nothing of its own. */
export type Reminder = "MEDICAL" | "ABSENCE" | "GENERAL";

const ABOUT_HEALTH = new Set(["YOUTH_NURSE", "YOUTH_DOCTOR"]);
const ABOUT_ABSENCE = new Set(["ATTENDANCE_OFFICER"]);

/** What the field of a function reminds of. A function that a samenwerkingsverband made itself goes by its group. */
export function reminderOf({ code, group }: { code: string; group: string | null }): Reminder {
  if (ABOUT_HEALTH.has(code) || group === "JGZ") return "MEDICAL";
  return ABOUT_ABSENCE.has(code) ? "ABSENCE" : "GENERAL";
}

/** What its writer typed, with why found words may stay, as it is sealed. */
export type WrittenPerspective = { perspective: string; perspectiveReason?: string };

/** A perspective as it is sealed; null for an empty one. */
export function writtenPerspective({ perspective, perspectiveReason }: { perspective: string | null; perspectiveReason?: string | undefined }): string | null {
  return perspective === null ? null : JSON.stringify({ perspective, ...(perspectiveReason && { perspectiveReason }) });
}

/** What `writtenPerspective` wrote. It was sealed, so nobody else wrote it. */
export function perspectiveIn(written: string): WrittenPerspective {
  return JSON.parse(written) as WrittenPerspective;
}

/** Whether the team can be asked by mail today: not twice on one day. */
export function canAskAgain(askedOn: Day | null, today: Day): boolean {
  return askedOn === null || askedOn < today;
}
