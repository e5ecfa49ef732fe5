import type { Viewer } from "#lib/access/viewer";
import { askForPerspectives, revealPerspectives, savePerspective } from "#lib/perspectives/commands";
import { countPerspectives, findOwnPerspective, listAskedPerspectives, listPerspectives } from "#lib/perspectives/queries";
import type { MatrixRows } from "#tests/support/matrix-row";
import type { MatrixWorld, Side } from "#tests/support/matrix-world";

const ofCase = ({ case: found, team, consortium }: Side) => ({ id: found.id, team: { scope: { consortiumId: consortium.id, coreTeamId: team.id } } });

const ledBy = (viewer: Viewer, { a, twoJobs, caseOfTwoJobs }: MatrixWorld) => ({ discussionId: viewer.person.id === twoJobs.id ? caseOfTwoJobs.id : a.case.id });

/** Perspectives are for the members of the core team, as the casus is. */
export const perspectiveRows: MatrixRows = {
  "perspectives/queries:listPerspectives": { allowed: ["schoolCoordinator", "partner"], call: (viewer, { a }) => listPerspectives(viewer, ofCase(a)) },
  "perspectives/queries:findOwnPerspective": { allowed: ["schoolCoordinator", "partner"], call: (viewer, { a }) => findOwnPerspective(viewer, ofCase(a)) },
  "perspectives/queries:countPerspectives": {
    allowed: ["schoolCoordinator", "partner"],
    call: async (viewer, { a }) => {
      const counts = await countPerspectives(viewer, a.case.id);
      return counts.seats > 0 ? counts : null;
    },
  },
  // Asked by the colleague, of everybody else at the table.
  "perspectives/queries:listAskedPerspectives": { allowed: ["schoolCoordinator", "partner"], kind: "list", call: (viewer) => listAskedPerspectives(viewer) },

  "perspectives/commands:savePerspective": {
    allowed: ["schoolCoordinator", "partner"],
    call: async (viewer, { a }) => {
      const own = await findOwnPerspective(viewer, ofCase(a));
      return savePerspective(viewer, { discussionId: a.case.id, version: own?.version ?? 0, revealed: "no", perspective: "Een vaste plek helpt.", perspectiveReason: null });
    },
  },
  // A partner leads what this partner wrote.
  "perspectives/commands:revealPerspectives": { allowed: ["schoolCoordinator", "partner"], call: (viewer, world) => revealPerspectives(viewer, ledBy(viewer, world)) },
  "perspectives/commands:askForPerspectives": { allowed: ["schoolCoordinator", "partner"], call: (viewer, world) => askForPerspectives(viewer, ledBy(viewer, world)) },
};
