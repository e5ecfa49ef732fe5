import { type Day, dayOf, momentAt } from "#lib/dates";
import { env } from "#lib/env";

const startedAt = Date.now();

/** The present moment. In the demo and the tests it starts at nine in the morning of `REFERENCE_DATE` and runs on. */
export function now(): Date {
  const reference = env().REFERENCE_DATE;
  const morning = reference ? momentAt(reference, "09:00") : null;
  return morning ? new Date(morning.getTime() + Date.now() - startedAt) : new Date();
}

/** Today's calendar day in Amsterdam. */
export function today(): Day {
  return dayOf(now());
}
