import { addDays, type Day } from "#lib/dates";
import type { Progress } from "#lib/follow-up/schema";

/** After how many days it has to be said anew how it goes. */
export const REFRESH_DAYS = 28;

/** The day before which the last word about a casus is too old. */
export function refreshBefore(today: Day): Day {
  return addDays(today, -REFRESH_DAYS);
}

/** Whether who is to act has to say anew how it goes; what is completed stays so. */
export function needsRefresh({ progress, lastTold }: { progress: Progress | null; lastTold: Day | null }, today: Day): boolean {
  return lastTold !== null && progress !== "COMPLETED" && lastTold < refreshBefore(today);
}

/** Whether somebody was told, on which day and by whom, as the form sends it. */
export type Telling = { given: "yes" | "no"; on: Day | null; byId: string | null };

/** What is missing about a telling, or wrong with its day. */
export function tellingProblem({ given, on, byId }: Telling, today: Day): "ON_MISSING" | "ON_TO_COME" | "BY_MISSING" | null {
  if (given === "no") return null;
  if (on === null) return "ON_MISSING";
  if (on > today) return "ON_TO_COME";
  return byId === null ? "BY_MISSING" : null;
}
