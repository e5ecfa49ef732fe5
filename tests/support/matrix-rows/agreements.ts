import { changeAgreement, dropAgreement, makeAgreement, passOnAgreement, setAgreementState, tellApplied } from "#lib/agreements/commands";
import {
  countAgreements, countAgreementsOf, countOpenAgreements, countOwnAgreements, findAgreement, findAgreementTeam, findTeamAtMeeting, listAgreementsToReview, listClosedAgreements,
  listOpenAgreements, listOwnAgreements, listPassOrganisations,
} from "#lib/agreements/queries";
import { schoolYearOf } from "#lib/dates";
import type { MatrixRows } from "#tests/support/matrix-row";
import { dayFromNow } from "#tests/support/matrix-world";

const promise = { text: "Vervolg bespreken met de wijkcoach", textReason: null, dueOn: dayFromNow(14) };
const here = { back: "team", at: null } as const;
const members = ["schoolCoordinator", "partner"] as const;

/** What was agreed is for the members of the core team, and for nobody of the samenwerkingsverband; who plans there hears a number. */
export const agreementRows: MatrixRows = {
  "agreements/queries:listOpenAgreements": { allowed: members, call: (viewer, { a }) => listOpenAgreements(viewer, { coreTeamId: a.team.id, take: 50 }) },
  "agreements/queries:countOpenAgreements": { allowed: members, call: (viewer, { a }) => countOpenAgreements(viewer, a.team.id) },
  "agreements/queries:countAgreements": { allowed: members, call: (viewer, { a }) => countAgreements(viewer, a.team.id) },
  "agreements/queries:findAgreementTeam": { allowed: members, call: (viewer, { a }) => findAgreementTeam(viewer, a.team.id) },
  "agreements/queries:findTeamAtMeeting": { allowed: members, call: (viewer, { a }) => findTeamAtMeeting(viewer, a.team.id, a.past.id) },
  "agreements/queries:findAgreement": { allowed: members, call: (viewer, { a }) => findAgreement(viewer, a.agreement.id) },
  "agreements/queries:listClosedAgreements": { allowed: members, call: (viewer, { a }) => listClosedAgreements(viewer, a.team.id, schoolYearOf(viewer.today), 1) },
  "agreements/queries:listAgreementsToReview": { allowed: members, call: (viewer, { a }) => listAgreementsToReview(viewer, { coreTeamId: a.team.id, before: new Date(), page: 1 }) },
  "agreements/queries:listPassOrganisations": {
    allowed: members,
    call: (viewer, { a }) => listPassOrganisations(viewer, { consortiumId: a.consortium.id, coreTeamId: a.team.id }),
  },
  "agreements/queries:countAgreementsOf": {
    allowed: [...members, "processCoach", "organiser"],
    call: (viewer, { a }) => countAgreementsOf(viewer, { consortiumId: a.consortium.id, coreTeamId: a.team.id }, a.actors.partner.id),
  },
  // The partner took it on, or has the function to which the school coordinator passed it on.
  "agreements/queries:listOwnAgreements": { allowed: ["partner"], kind: "list", call: (viewer) => listOwnAgreements(viewer, "mine", 1) },
  "agreements/queries:listOwnAgreements passed on": { allowed: ["schoolCoordinator"], kind: "list", call: (viewer) => listOwnAgreements(viewer, "passed", 1) },
  "agreements/queries:countOwnAgreements": { allowed: members, kind: "list", call: (viewer) => countOwnAgreements(viewer) },

  "agreements/commands:makeAgreement": {
    allowed: members,
    call: (viewer, { a }) => makeAgreement(viewer, { ...promise, meetingId: a.past.id, caseDiscussionId: null, ownerId: a.actors.partner.id, kind: "PLAIN", next: "meeting" }),
  },
  "agreements/commands:makeAgreement of a kind": {
    allowed: members,
    call: (viewer, { a }) => makeAgreement(viewer, { ...promise, meetingId: a.past.id, caseDiscussionId: a.case.id, ownerId: a.actors.partner.id, kind: "START_TALK", next: "meeting" }),
  },
  "agreements/commands:changeAgreement": { allowed: members, call: (viewer, { a }) => changeAgreement(viewer, { ...promise, ...here, agreementId: a.agreement.id, version: 1 }) },
  "agreements/commands:setAgreementState": { allowed: members, call: (viewer, { a }) => setAgreementState(viewer, { agreementId: a.agreement.id, state: "DONE" }) },
  "agreements/commands:setAgreementState of one that is done": { allowed: members, call: (viewer, { a }) => setAgreementState(viewer, { agreementId: a.doneAgreement.id, state: "OPEN" }) },
  "agreements/commands:tellApplied": { allowed: members, call: (viewer, { a }) => tellApplied(viewer, { agreementId: a.doneAgreement.id, applied: "YES" }) },
  "agreements/commands:dropAgreement": {
    allowed: members,
    call: (viewer, { a }) => dropAgreement(viewer, { ...here, agreementId: a.agreement.id, version: 1, reason: "Het is al geregeld.", reasonReason: null }),
  },
  "agreements/commands:passOnAgreement": {
    allowed: members,
    call: (viewer, { a }) => passOnAgreement(viewer, { ...here, agreementId: a.agreement.id, version: 1, to: { kind: "organisation", id: a.organisation.id } }),
  },
  "agreements/commands:passOnAgreement to somebody of the team": {
    allowed: members,
    call: (viewer, { a }) => passOnAgreement(viewer, { ...here, agreementId: a.agreement.id, version: 1, to: { kind: "person", id: a.actors.coordinator.id } }),
  },
};
