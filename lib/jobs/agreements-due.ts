import { today } from "#lib/clock";
import { dayForDatabase, type Day } from "#lib/dates";
import { workerDatabase } from "#lib/db";

/** How many agreements wait for somebody at one school: a count, never what was agreed. */
export type AgreementsDue = {
  personId: string;
  coreTeamId: string;
  coreTeamName: string;
  /** Open, and the day on which they were due is over. */
  overdue: number;
  /** Open, and due from today to the asked day. */
  due: number;
};

/**
 * For the weekly mail of these people: what waits for them at each of their core teams of today, up to and including a
 * day. The worker may read no agreement; this gives it counts and names of schools and nothing else. Whoever has nothing
 * due is left out. Ordered by person, then by school; the page behind it is /agreements. One statement for all of them.
 */
export async function listAgreementsDue(personIds: readonly string[], until: Day): Promise<AgreementsDue[]> {
  return workerDatabase().$queryRaw<AgreementsDue[]>`
    SELECT person_id::text AS "personId", core_team_id::text AS "coreTeamId", core_team_name AS "coreTeamName", overdue, due
    FROM agreements_due(${[...personIds]}::uuid[], ${dayForDatabase(today())}::date, ${dayForDatabase(until)}::date)`;
}
