import { type Day, dayOf } from "#lib/dates";
import type { Prisma } from "#prisma/generated/client";

/** What a school can do for a pupil and what it cannot, for its team. Version 0 is nothing yet. */
export type Offer = { can: string | null; cannot: string | null; changedOn: Day | null; version: number };

/** The columns it takes. */
export const offerSelect = { can: true, cannot: true, changedAt: true, version: true } satisfies Prisma.TeamOfferSelect;

/** Puts the columns together. */
export function offerOf(row: Prisma.TeamOfferGetPayload<{ select: typeof offerSelect }> | null): Offer {
  if (row === null) return { can: null, cannot: null, changedOn: null, version: 0 };
  const { changedAt, ...offer } = row;
  return { ...offer, changedOn: dayOf(changedAt) };
}
