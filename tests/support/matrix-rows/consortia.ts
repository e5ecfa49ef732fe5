import { addFunction, addOrganisation, appointAdministrator, changeConsortium, changeFunction, changeOrganisation, moveFunction } from "#lib/consortia/commands";
import { findConsortium, findFunction, findOrganisation, listFunctionPlaces, listFunctions, listOrganisations } from "#lib/consortia/queries";
import type { MatrixRows } from "#tests/support/matrix-row";

/** The settings of a samenwerkingsverband. Who runs the server makes the first administrator; nobody in the app does. */
export const consortiumRows: MatrixRows = {
  "consortia/queries:findConsortium": { allowed: ["administrator"], call: (viewer, { a }) => findConsortium(viewer, a.consortium.id) },
  "consortia/queries:listOrganisations": {
    allowed: ["processCoach", "organiser", "administrator"],
    call: (viewer, { a }) => listOrganisations(viewer, { consortiumId: a.consortium.id, page: 1 }),
  },
  "consortia/queries:findOrganisation": { allowed: ["processCoach", "organiser", "administrator"], call: (viewer, { a }) => findOrganisation(viewer, a.organisation.id) },
  "consortia/queries:listFunctions": { allowed: ["organiser", "administrator"], call: (viewer, { a }) => listFunctions(viewer, a.consortium.id) },
  "consortia/queries:findFunction": { allowed: ["organiser", "administrator"], call: (viewer, { a }) => findFunction(viewer, a.functions.partner.id) },
  "consortia/queries:listFunctionPlaces": { allowed: ["organiser", "administrator"], call: (viewer, { a }) => listFunctionPlaces(viewer, a.consortium.id) },

  "consortia/commands:changeConsortium": {
    allowed: ["administrator"],
    call: (viewer, { a }) => changeConsortium(viewer, { consortiumId: a.consortium.id, version: 1, name: "Andere naam", code: "PO9901" }),
  },
  "consortia/commands:addOrganisation": {
    allowed: ["processCoach", "organiser", "administrator"],
    call: (viewer, { a }) => addOrganisation(viewer, { consortiumId: a.consortium.id, name: "GGD Kust", kind: "YOUTH_HEALTH", phone: null }),
  },
  "consortia/commands:changeOrganisation": {
    allowed: ["processCoach", "organiser", "administrator"],
    call: (viewer, { a }) => changeOrganisation(viewer, { organisationId: a.organisation.id, version: 1, name: "GGD Kust", kind: "YOUTH_HEALTH", phone: null }),
  },
  "consortia/commands:addFunction": {
    allowed: ["organiser", "administrator"],
    call: (viewer, { a }) => addFunction(viewer, { consortiumId: a.consortium.id, sector: "PO", name: "Logopedist", expected: false, attendance: "ON_CALL", enoughWith: null, heldBy: "PARTNER" }),
  },
  "consortia/commands:changeFunction": {
    allowed: ["organiser", "administrator"],
    call: (viewer, { a }) => changeFunction(viewer, { functionId: a.functions.partner.id, name: "Logopedist", expected: false, attendance: "ON_CALL", enoughWith: null }),
  },
  "consortia/commands:moveFunction": { allowed: ["organiser", "administrator"], call: (viewer, { a }) => moveFunction(viewer, { functionId: a.functions.partner.id, direction: "UP" }) },
  "consortia/commands:appointAdministrator": {
    allowed: [],
    call: (viewer, { a, newcomer }) => appointAdministrator(viewer, { email: newcomer.email, name: newcomer.name, consortium: a.consortium.name, isNew: false }),
  },
};
