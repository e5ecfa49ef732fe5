import { today } from "#lib/clock";
import { dayForDatabase } from "#lib/dates";
import { workerDatabase } from "#lib/db";

/** Whether somebody still belongs to a core team, today or later, or plans for all of its samenwerkingsverband. Who left gets no mail about it. */
export async function isStillThere(personId: string, { coreTeamId, consortiumId }: { coreTeamId: string; consortiumId: string }): Promise<boolean> {
  const notOver = { OR: [{ lastDay: null }, { lastDay: { gte: dayForDatabase(today()) } }] };
  const db = workerDatabase();
  if ((await db.membership.count({ where: { personId, coreTeamId, ...notOver } })) > 0) return true;
  return (await db.consortiumRole.count({ where: { personId, consortiumId, role: { in: ["PROCESS_COACH", "ORGANISER"] }, ...notOver } })) > 0;
}
