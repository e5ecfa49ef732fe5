import { changeRetention } from "#lib/case-retention/commands";
import { findErasureDay, findRetention, findRetentionConsequences, listCasesToErase } from "#lib/case-retention/queries";
import type { MatrixRows } from "#tests/support/matrix-row";
import { dayFromNow } from "#tests/support/matrix-world";

/** How long texts are kept is settled by the administrator; until when, is for who reads a casus. */
export const caseRetentionRows: MatrixRows = {
  "case-retention/queries:findRetention": { allowed: ["administrator"], call: (viewer, { a }) => findRetention(viewer, a.consortium.id) },
  "case-retention/queries:findRetentionConsequences": { allowed: ["administrator"], call: (viewer, { a }) => findRetentionConsequences(viewer, a.consortium.id, "SIX_MONTHS") },
  "case-retention/queries:findErasureDay": {
    allowed: ["schoolCoordinator", "partner"],
    call: (viewer, { a }) => findErasureDay(viewer, { consortiumId: a.consortium.id, coreTeamId: a.team.id }, dayFromNow(0)),
  },
  // Nothing is soon erased in this world; the tests of erasing in time tell who hears of it.
  "case-retention/queries:listCasesToErase": { allowed: [], call: (viewer) => listCasesToErase(viewer) },
  "case-retention/commands:changeRetention": {
    allowed: ["administrator"],
    call: (viewer, { a }) => changeRetention(viewer, { consortiumId: a.consortium.id, version: 0, term: "SIX_MONTHS" }),
  },
};
