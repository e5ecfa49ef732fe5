import { confirmSchoolImport, discardSchoolImport, importConsortia, importSchools, previewSchoolImport } from "#lib/schools/commands";
import { findSchool, findSchoolFilters, findSchoolImport, listImportChanges, listImportConsortia, listRecentImports, listSchools } from "#lib/schools/queries";
import type { DuoRow } from "#lib/schools/schema";
import { duoSchool } from "#tests/support/matrix-import";
import type { MatrixRows } from "#tests/support/matrix-row";

const file = (rows: DuoRow[]) => ({ sector: "PO" as const, rows, rejected: [] });

/** Schools and the files of DUO. The whole country, and the table of postcodes, are for who runs the server. */
export const schoolRows: MatrixRows = {
  "schools/queries:listSchools": {
    allowed: ["processCoach", "organiser", "administrator"],
    kind: "list",
    call: (viewer) => listSchools(viewer, { q: "", sector: "", municipality: "", state: "OPEN", page: 1 }),
  },
  "schools/queries:findSchoolFilters": { allowed: ["processCoach", "organiser", "administrator"], kind: "list", call: (viewer) => findSchoolFilters(viewer) },
  "schools/queries:findSchool": {
    allowed: ["schoolCoordinator", "partner", "processCoach", "organiser", "administrator"],
    call: (viewer, { a }) => findSchool(viewer, a.team.schoolId),
  },
  "schools/queries:findSchool without a core team": { allowed: ["processCoach", "organiser", "administrator"], call: (viewer, { a }) => findSchool(viewer, a.idleSchool.id) },
  "schools/queries:listImportConsortia": { allowed: ["organiser", "administrator"], kind: "list", call: (viewer) => listImportConsortia(viewer) },
  "schools/queries:listRecentImports": { allowed: ["organiser", "administrator"], kind: "list", call: (viewer) => listRecentImports(viewer) },
  "schools/queries:findSchoolImport": { allowed: ["organiser", "administrator"], call: (viewer, { a }) => findSchoolImport(viewer, a.schoolImport.id) },
  "schools/queries:listImportChanges": { allowed: ["organiser", "administrator"], call: (viewer, { a }) => listImportChanges(viewer, a.schoolImport.id, "ADDED", 1) },

  "schools/commands:previewSchoolImport": {
    allowed: ["organiser", "administrator"],
    call: (viewer, { a }) => previewSchoolImport(viewer, { consortiumId: a.consortium.id, selection: "ALL", municipalities: [], fileName: "bo.csv", file: file([duoSchool("De Nieuwe")]) }),
  },
  "schools/commands:confirmSchoolImport": { allowed: ["organiser", "administrator"], call: (viewer, { a }) => confirmSchoolImport(viewer, { importId: a.schoolImport.id }) },
  "schools/commands:discardSchoolImport": { allowed: ["organiser", "administrator"], call: (viewer, { a }) => discardSchoolImport(viewer, { importId: a.schoolImport.id }) },
  "schools/commands:importSchools": { allowed: [], call: (viewer) => importSchools(viewer, { file: file([duoSchool("De Nieuwe")]), municipalities: [], dryRun: false }) },
  "schools/commands:importConsortia": {
    allowed: [],
    call: (viewer) => importConsortia(viewer, { areas: [{ digits: "2033", municipality: "Duinstede", primaryCode: "PO9902", secondaryCode: null }] }),
  },
};
