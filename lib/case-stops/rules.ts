import { addDays, type Day } from "#lib/dates";

/** What became of a casus that somebody stopped: it waits for the procesbegeleider, is its writer's concept again, or was erased. */
export type Outcome = "STOPPED" | "RELEASED" | "ERASED";

/** For how many days whoever led a casus is told that it was erased. */
const TOLD_DAYS = 14;

/** The first day of which is still told today that a casus was erased then. */
export function toldSince(today: Day): Day {
  return addDays(today, -TOLD_DAYS);
}
