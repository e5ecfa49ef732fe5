import { today } from "#lib/clock";
import { dayForDatabase } from "#lib/dates";
import { workerDatabase } from "#lib/db";

/** Whether somebody still belongs to a core team, today or later, or plans for all of its samenwerkingsverband. Who left gets no mail about it. */
export async function isStillThere(personId: string, { coreTeamId, consortiumId }: { coreTeamId: string; consortiumId: string }): Promise<boolean> {
  if (await isStillMember(personId, { coreTeamId })) return true;
  return (await workerDatabase().consortiumRole.count({ where: { personId, consortiumId, role: { in: ["PROCESS_COACH", "ORGANISER"] }, ...notOver() } })) > 0;
}

/** Whether somebody is a member of a core team, today or later; a role in its samenwerkingsverband does not count. */
export async function isStillMember(personId: string, { coreTeamId }: { coreTeamId: string }): Promise<boolean> {
  return (await workerDatabase().membership.count({ where: { personId, coreTeamId, ...notOver() } })) > 0;
}

function notOver() {
  return { OR: [{ lastDay: null }, { lastDay: { gte: dayForDatabase(today()) } }] };
}
