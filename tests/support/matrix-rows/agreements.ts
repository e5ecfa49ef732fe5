import { changeAgreement, finishAgreement, makeAgreement, reopenAgreement } from "#lib/agreements/commands";
import { countAgreements, countOpenAgreements, findAgreement, findAgreementTeam, findTeamAtMeeting, listDoneAgreements, listOpenAgreements } from "#lib/agreements/queries";
import { schoolYearOf } from "#lib/dates";
import type { MatrixRows } from "#tests/support/matrix-row";
import { dayFromNow } from "#tests/support/matrix-world";

const promise = { text: "Vervolg bespreken met de wijkcoach", textReason: null, dueOn: dayFromNow(14) };

/** What was agreed is for the members of the core team, and for nobody of the samenwerkingsverband. */
export const agreementRows: MatrixRows = {
  "agreements/queries:listOpenAgreements": { allowed: ["schoolCoordinator", "partner"], kind: "list", call: (viewer) => listOpenAgreements(viewer, {}) },
  "agreements/queries:listOpenAgreements of a core team": {
    allowed: ["schoolCoordinator", "partner"],
    call: (viewer, { a }) => listOpenAgreements(viewer, { coreTeamId: a.team.id }),
  },
  "agreements/queries:listOpenAgreements of a person": {
    allowed: ["schoolCoordinator", "partner"],
    call: (viewer, { a }) => listOpenAgreements(viewer, { ownerId: a.actors.partner.id }),
  },
  "agreements/queries:countOpenAgreements": { allowed: ["schoolCoordinator", "partner"], call: (viewer, { a }) => countOpenAgreements(viewer, { coreTeamId: a.team.id }) },
  "agreements/queries:countAgreements": { allowed: ["schoolCoordinator", "partner"], call: (viewer, { a }) => countAgreements(viewer, a.team.id) },
  "agreements/queries:findAgreementTeam": { allowed: ["schoolCoordinator", "partner"], call: (viewer, { a }) => findAgreementTeam(viewer, a.team.id) },
  "agreements/queries:findTeamAtMeeting": { allowed: ["schoolCoordinator", "partner"], call: (viewer, { a }) => findTeamAtMeeting(viewer, a.team.id, a.past.id) },
  "agreements/queries:findAgreement": { allowed: ["schoolCoordinator", "partner"], call: (viewer, { a }) => findAgreement(viewer, a.agreement.id) },
  "agreements/queries:listDoneAgreements": {
    allowed: ["schoolCoordinator", "partner"],
    call: (viewer, { a }) => listDoneAgreements(viewer, a.team.id, schoolYearOf(viewer.today), 1),
  },

  "agreements/commands:makeAgreement": {
    allowed: ["schoolCoordinator", "partner"],
    call: (viewer, { a }) => makeAgreement(viewer, { ...promise, meetingId: a.past.id, ownerId: a.actors.partner.id, next: "meeting" }),
  },
  "agreements/commands:changeAgreement": {
    allowed: ["schoolCoordinator", "partner"],
    call: (viewer, { a }) => changeAgreement(viewer, { ...promise, agreementId: a.agreement.id, version: 1, ownerId: a.actors.coordinator.id }),
  },
  "agreements/commands:finishAgreement": { allowed: ["schoolCoordinator", "partner"], call: (viewer, { a }) => finishAgreement(viewer, { agreementId: a.agreement.id, back: "team" }) },
  "agreements/commands:reopenAgreement": { allowed: ["schoolCoordinator", "partner"], call: (viewer, { a }) => reopenAgreement(viewer, { agreementId: a.doneAgreement.id, back: "team" }) },
};
