import { schoolYearOf } from "#lib/dates";
import { writeOffer } from "#lib/offers/commands";
import { findOfferToWrite } from "#lib/offers/queries";
import { changeSuccess, writeSuccess } from "#lib/successes/commands";
import { countSuccesses, findOwnSuccess, findSuccessTeam, listSuccesses, listSuccessesSince, listYearInWords } from "#lib/successes/queries";
import type { MatrixRows } from "#tests/support/matrix-row";
import { dayFromNow } from "#tests/support/matrix-world";

const schoolYear = schoolYearOf(dayFromNow(0));

/** Successes are for the members of a core team; one without a casus is changed by who wrote it, here the coordinator. */
export const successRows: MatrixRows = {
  "successes/queries:findSuccessTeam": { allowed: ["schoolCoordinator", "partner"], call: (viewer, { a }) => findSuccessTeam(viewer, a.team.id) },
  "successes/queries:countSuccesses": { allowed: ["schoolCoordinator", "partner"], call: (viewer, { a }) => countSuccesses(viewer, a.team.id) },
  "successes/queries:listSuccesses": { allowed: ["schoolCoordinator", "partner"], call: (viewer, { a }) => listSuccesses(viewer, { coreTeamId: a.team.id, schoolYear, page: 1 }) },
  "successes/queries:listSuccessesSince": { allowed: ["schoolCoordinator", "partner"], call: (viewer, { a }) => listSuccessesSince(viewer, { coreTeamId: a.team.id, meetingId: a.coming.id }) },
  "successes/queries:listYearInWords": { allowed: ["schoolCoordinator", "partner"], call: (viewer, { a }) => listYearInWords(viewer, { coreTeamId: a.team.id, schoolYear }) },
  "successes/queries:findOwnSuccess": { allowed: ["schoolCoordinator"], call: (viewer, { a }) => findOwnSuccess(viewer, { coreTeamId: a.team.id, successId: a.success.id }) },

  // What the school can do is written by the school itself.
  "offers/queries:findOfferToWrite": { allowed: ["schoolCoordinator"], call: (viewer, { a }) => findOfferToWrite(viewer, a.team.id) },
  "offers/commands:writeOffer": {
    allowed: ["schoolCoordinator"],
    call: (viewer, { a }) => writeOffer(viewer, { coreTeamId: a.team.id, version: 1, can: "Een rustige plek.", canReason: null, cannot: null, cannotReason: null }),
  },

  "successes/commands:writeSuccess": {
    allowed: ["schoolCoordinator", "partner"],
    call: (viewer, { a }) => writeSuccess(viewer, { coreTeamId: a.team.id, text: "Samen aan tafel.", textReason: null }),
  },
  "successes/commands:changeSuccess": { allowed: ["schoolCoordinator"], call: (viewer, { a }) => changeSuccess(viewer, { successId: a.success.id, version: 1, text: "Samen aan tafel.", textReason: null }) },
};
