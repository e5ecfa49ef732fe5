import type { Day } from "#lib/dates";

/** Where somebody's days stand, seen from a day: to come, running or over. */
export type Tense = "COMING" | "RUNNING" | "OVER";

/** Whether something with a first and a last day is to come, is running or is over on a day. */
export function tenseOn(day: Day, { firstDay, lastDay }: { firstDay: Day; lastDay: Day | null }): Tense {
  if (firstDay > day) return "COMING";
  return lastDay !== null && lastDay < day ? "OVER" : "RUNNING";
}

const ORDER: Record<Tense, number> = { RUNNING: 0, COMING: 1, OVER: 2 };

/** What runs first, then what is to come, then what is over, the latest first; else in the order it was in. */
export function byTense<T extends { firstDay: Day; lastDay: Day | null }>(day: Day, jobs: readonly T[]): T[] {
  return jobs.toSorted((a, b) => ORDER[tenseOn(day, a)] - ORDER[tenseOn(day, b)] || (tenseOn(day, a) === "OVER" ? (b.lastDay ?? "").localeCompare(a.lastDay ?? "") : 0));
}

/** A search as words for LIKE: each must be found, none of its signs has a meaning, and any apostrophe finds any other. */
export function searchPatterns(search: string): string[] {
  return search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => `%${word.replace(/[\\%_]/g, "\\$&").replace(/['’‘`]/g, "_")}%`);
}
