import { addMonths, type Day, dayForDatabase } from "#lib/dates";
import type { Transaction } from "#lib/db";
import { countingDays } from "#lib/opportunity-circle/rules";
import { schoolYearStart } from "#prisma/demo/calendar";

/** Counts the casussen of the demo world as the worker would have done month by month. */
export async function countMonths(db: Transaction, referenceDay: Day): Promise<void> {
  for (let day = schoolYearStart(referenceDay, 2); day <= referenceDay; day = addMonths(day, 1)) {
    const { countedUpTo, closedUpTo } = countingDays(day);
    await db.$executeRaw`SELECT count_circle(${dayForDatabase(countedUpTo)}::date, ${closedUpTo}::int)`;
  }
}
