import { deactivatePerson, endRole, grantRole, invitePerson, reactivatePerson, removePhoto, resetSecondFactor, signOutPerson, withdrawRole } from "#lib/people/commands";
import { findAccountFigures, findPerson, findRoleFormChoices, findRoleToEnd, listFactorHelpers, listPeople } from "#lib/people/queries";
import type { MatrixRows } from "#tests/support/matrix-row";
import { dayFromNow } from "#tests/support/matrix-world";

const fromToday = { organisationId: null, firstDay: dayFromNow(0) };

/** Who works for a samenwerkingsverband; accounts and roles are the administrator's. Nobody gives himself a role. */
export const peopleRows: MatrixRows = {
  "people/queries:listPeople": {
    allowed: ["processCoach", "organiser", "administrator"],
    call: (viewer, { a }) => listPeople(viewer, { consortiumId: a.consortium.id, q: "", state: "NOW", page: 1 }),
  },
  "people/queries:findPerson": { allowed: ["processCoach", "organiser", "administrator"], call: (viewer, { a }) => findPerson(viewer, a.actors.partner.id) },
  "people/queries:findAccountFigures": { allowed: ["administrator"], call: (viewer, { a }) => findAccountFigures(viewer, a.actors.partner.id) },
  "people/queries:findRoleFormChoices": { allowed: ["administrator"], call: (viewer, { a }) => findRoleFormChoices(viewer, a.consortium.id) },
  "people/queries:findRoleToEnd": { allowed: ["administrator"], call: (viewer, { a }) => findRoleToEnd(viewer, a.actors.board.id, a.roles.board.id) },
  // Everybody may ask, and who has no administrator, or is the only one, hears that there is nobody.
  "people/queries:listFactorHelpers": { allowed: "everyone", call: async (viewer) => ({ asked: true, helpers: await listFactorHelpers(viewer) }) },

  "people/commands:invitePerson": {
    allowed: ["administrator"],
    call: (viewer, { a, newcomer }) => invitePerson(viewer, { ...fromToday, ...newcomer, consortiumId: a.consortium.id, role: "PROCESS_COACH" }),
  },
  "people/commands:invitePerson oneself": {
    allowed: [],
    call: (viewer, { a }) => invitePerson(viewer, { ...fromToday, name: viewer.person.name, email: viewer.person.email, consortiumId: a.consortium.id, role: "PROCESS_COACH" }),
  },
  "people/commands:grantRole": {
    allowed: ["administrator"],
    call: (viewer, { a }) => grantRole(viewer, { ...fromToday, personId: a.colleague.id, consortiumId: a.consortium.id, role: "PROCESS_COACH" }),
  },
  "people/commands:grantRole to oneself": {
    allowed: [],
    call: (viewer, { a }) => grantRole(viewer, { ...fromToday, personId: viewer.person.id, consortiumId: a.consortium.id, role: "PROCESS_COACH" }),
  },
  "people/commands:endRole": { allowed: ["administrator"], call: (viewer, { a }) => endRole(viewer, { roleId: a.roles.board.id, lastDay: dayFromNow(0) }) },
  "people/commands:withdrawRole": { allowed: ["administrator"], call: (viewer, { a }) => withdrawRole(viewer, { roleId: a.roles.coming.id }) },
  "people/commands:deactivatePerson": { allowed: ["administrator"], call: (viewer, { a }) => deactivatePerson(viewer, { personId: a.colleague.id }) },
  "people/commands:reactivatePerson": { allowed: ["administrator"], call: (viewer, { a }) => reactivatePerson(viewer, { personId: a.off.id }) },
  "people/commands:resetSecondFactor": { allowed: ["administrator"], call: (viewer, { a }) => resetSecondFactor(viewer, { personId: a.colleague.id, check: "CALLED_BACK" }) },
  "people/commands:removePhoto": { allowed: ["administrator"], call: (viewer, { a }) => removePhoto(viewer, { personId: a.colleague.id }) },
  "people/commands:signOutPerson": { allowed: ["administrator"], call: (viewer, { a }) => signOutPerson(viewer, { personId: a.colleague.id }) },
};
