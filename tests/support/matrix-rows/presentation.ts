import { operatorDatabase } from "#lib/db";
import { readMinutes } from "#lib/minutes/queries";
import { markPresent } from "#lib/presentation/commands";
import type { MatrixRows } from "#tests/support/matrix-row";
import type { Side } from "#tests/support/matrix-world";

/** Somebody who was invited to the meeting of a side that is over. */
export async function invitedThen({ past }: Side): Promise<string> {
  return (await operatorDatabase().participation.findFirstOrThrow({ where: { meetingId: past.id, withdrawnAt: null }, select: { id: true }, orderBy: { id: "asc" } })).id;
}

/** At the meeting whoever plans it notes who is there; the minutes afterwards are for its team alone. */
export const presentationRows: MatrixRows = {
  "presentation/commands:markPresent": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    call: async (viewer, { a }) => markPresent(viewer, { meetingId: a.past.id, attendeeId: await invitedThen(a), present: true }),
  },
  "minutes/queries:readMinutes": {
    allowed: ["schoolCoordinator", "partner"],
    call: (viewer, { a }) => readMinutes(viewer, { coreTeamId: a.team.id, meetingId: a.past.id }, "WORD"),
  },
};
