import { nameElement } from "#lib/opportunity-circle/commands";
import { findCircleFigures, findCircleName, listCircleNames, listCircleNamesOf } from "#lib/opportunity-circle/queries";
import type { MatrixRow, MatrixRows } from "#tests/support/matrix-row";

const guides: MatrixRow["allowed"] = ["processCoach", "organiser"];

/** The names are for who guides, the figures for the procesbegeleider, and the kansencirkel of a casus for its team. */
export const opportunityCircleRows: MatrixRows = {
  "opportunity-circle/queries:listCircleNamesOf": { allowed: ["schoolCoordinator", "partner"], call: (viewer, { a }) => listCircleNamesOf(viewer, a.case.id) },
  "opportunity-circle/queries:listCircleNames": { allowed: guides, call: (viewer, { a }) => listCircleNames(viewer, a.consortium.id) },
  "opportunity-circle/queries:findCircleName": { allowed: guides, call: (viewer, { a }) => findCircleName(viewer, a.consortium.id, "SAFE") },
  "opportunity-circle/queries:findCircleFigures": { allowed: ["processCoach"], call: (viewer, { a }) => findCircleFigures(viewer, { consortiumId: a.consortium.id, schoolYear: 2026, page: 1 }) },

  "opportunity-circle/commands:nameElement": {
    allowed: guides,
    call: (viewer, { a }) => nameElement(viewer, { consortiumId: a.consortium.id, element: "SAFE", version: 0, name: "Geborgen", meaning: "Voelt zich veilig." }),
  },
};
