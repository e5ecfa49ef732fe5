import { countRollout, countSetup, findFigures, findTeamAgenda, listPartnerSchools, listRolloutSchools } from "#lib/rollout/queries";
import type { MatrixRows } from "#tests/support/matrix-row";

/** What the home pages show. The board sees numbers and nothing else. */
export const rolloutRows: MatrixRows = {
  "rollout/queries:findTeamAgenda": { allowed: ["schoolCoordinator", "partner", "processCoach", "organiser"], call: (viewer, { a }) => findTeamAgenda(viewer, a.team.id) },
  "rollout/queries:listPartnerSchools": { allowed: ["partner"], call: (viewer, { a }) => listPartnerSchools(viewer, { consortiumId: a.consortium.id, period: "", page: 1 }).then(({ schools }) => schools) },
  "rollout/queries:countRollout": { allowed: ["processCoach", "organiser"], call: (viewer, { a }) => countRollout(viewer, a.consortium.id) },
  "rollout/queries:listRolloutSchools": {
    allowed: ["processCoach", "organiser"],
    call: (viewer, { a }) => listRolloutSchools(viewer, { consortiumId: a.consortium.id, q: "", sector: "", municipality: "", attention: "", page: 1 }),
  },
  "rollout/queries:countSetup": { allowed: ["administrator"], call: (viewer, { a }) => countSetup(viewer, a.consortium.id) },
  "rollout/queries:findFigures": { allowed: ["processCoach", "board", "administrator"], call: (viewer, { a }) => findFigures(viewer, a.consortium.id) },
};
