import { callInvitee, takeBackCall } from "#lib/on-call/commands";
import { findInviteeToCall } from "#lib/on-call/queries";
import type { MatrixRow, MatrixRows } from "#tests/support/matrix-row";

const planners: MatrixRow["allowed"] = ["schoolCoordinator", "processCoach", "organiser"];

/** Whoever is on call is called by who may change the invitees. */
export const onCallRows: MatrixRows = {
  "on-call/queries:findInviteeToCall": { allowed: planners, call: (viewer, { a }) => findInviteeToCall(viewer, { coreTeamId: a.team.id, meetingId: a.coming.id, participationId: a.onCall.id }) },

  "on-call/commands:callInvitee": { allowed: planners, call: (viewer, { a }) => callInvitee(viewer, { participationId: a.onCall.id, itemId: a.agendaItems.ofSchool.id }) },
  "on-call/commands:takeBackCall": { allowed: planners, call: (viewer, { a }) => takeBackCall(viewer, { participationId: a.called.id }) },
};
