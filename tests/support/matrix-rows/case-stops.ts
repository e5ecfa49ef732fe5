import { eraseCase, releaseCase, stopCase } from "#lib/case-stops/commands";
import { findCaseToStop, findStoppedCase, listCasesToSettle, listStopsToTell } from "#lib/case-stops/queries";
import type { MatrixRows } from "#tests/support/matrix-row";

/** Stopping is for who reads the casus; settling it for the procesbegeleider, who does not. */
export const caseStopRows: MatrixRows = {
  "case-stops/queries:findCaseToStop": {
    allowed: ["schoolCoordinator", "partner"],
    call: (viewer, { a }) => findCaseToStop(viewer, { coreTeamId: a.team.id, meetingId: a.past.id, discussionId: a.case.id }),
  },
  "case-stops/queries:findStoppedCase": { allowed: ["processCoach"], call: (viewer, { a }) => findStoppedCase(viewer, a.stopped.id) },
  "case-stops/queries:listCasesToSettle": { allowed: ["processCoach"], kind: "list", call: (viewer) => listCasesToSettle(viewer) },
  // Who leads the one that was stopped; a partner leads what this partner wrote.
  "case-stops/queries:listStopsToTell": { allowed: ["schoolCoordinator"], kind: "list", call: (viewer) => listStopsToTell(viewer) },

  "case-stops/commands:stopCase": { allowed: ["schoolCoordinator", "partner"], call: (viewer, { a }) => stopCase(viewer, { discussionId: a.case.id }) },
  "case-stops/commands:releaseCase": { allowed: ["processCoach"], call: (viewer, { a }) => releaseCase(viewer, { discussionId: a.stopped.id }) },
  "case-stops/commands:eraseCase": { allowed: ["processCoach"], call: (viewer, { a }) => eraseCase(viewer, { discussionId: a.stopped.id }) },
};
