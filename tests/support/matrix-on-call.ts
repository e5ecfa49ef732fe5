import { operatorDatabase } from "#lib/db";
import type { Side } from "#tests/support/matrix-world";

/** How the colleague is invited to the coming meeting: on call; and the partner, who was on call and was called for an item. */
export type SideOnCall = { onCall: { id: string }; called: { id: string } };

/** Makes those of a side. */
export async function makeOnCall({ participations, agendaItems }: Pick<Side, "participations" | "agendaItems">): Promise<SideOnCall> {
  const db = operatorDatabase();
  await db.participation.update({ where: participations.colleague, data: { attendance: "ON_CALL" } });
  await db.participation.update({ where: participations.partner, data: { attendance: "PREFERRED", calledAt: new Date(), calledForItemId: agendaItems.ofSchool.id } });
  return { onCall: participations.colleague, called: participations.partner };
}
