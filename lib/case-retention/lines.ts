import { longestRetention, type Retention, type RetentionTerm } from "#lib/case-retention/rules";
import { dayFromDatabase } from "#lib/dates";
import type { Prisma } from "#prisma/generated/client";

/** The columns with how long a samenwerkingsverband keeps the text of its casussen. */
export const retentionSelect = { caseRetention: { select: { term: true, changedOn: true } } } as const satisfies Prisma.ConsortiumSelect;

/** Puts the columns together; what was never settled is as long as is allowed. */
export function retentionOf({ caseRetention }: Prisma.ConsortiumGetPayload<{ select: typeof retentionSelect }>): Retention {
  return retentionFrom(caseRetention ?? { term: null, changedOn: null });
}

/** The same for the columns of a statement of one's own, of which an outer join found none. */
export function retentionFrom({ term, changedOn }: { term: RetentionTerm | null; changedOn: Date | null }): Retention {
  return term && changedOn ? { term, changedOn: dayFromDatabase(changedOn) } : longestRetention;
}
