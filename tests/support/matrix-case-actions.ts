import type { AccessRole } from "#lib/access/permissions";
import type { Fields } from "#tests/support/browserless";
import { dayFromNow, type Side } from "#tests/support/matrix-world";

/** What the actions about perspectives, about what comes of a casus, and about stopping and erasing it, are sent. */
export const afterCaseActions: Record<string, { allowed: readonly AccessRole[]; fields: (side: Side) => Fields; leadsTo?: string }> = {
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/perspective:savePerspectiveAction": {
    allowed: ["schoolCoordinator", "partner"],
    fields: (side) => ({ discussionId: side.case.id, version: "0", revealed: "no", perspective: "Een vaste plek helpt." }),
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/perspective:askForPerspectivesAction": {
    allowed: ["schoolCoordinator", "partner"],
    fields: (side) => ({ discussionId: side.case.id }),
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/revealing:revealPerspectivesAction": {
    allowed: ["schoolCoordinator", "partner"],
    fields: (side) => ({ discussionId: side.case.id }),
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/at-play:setAtPlayAction": {
    allowed: ["schoolCoordinator", "partner"],
    fields: (side) => ({ discussionId: side.case.id, version: "1", to: `person:${side.colleague.id}` }),
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/stopping:stopCaseAction": {
    allowed: ["schoolCoordinator", "partner"],
    fields: (side) => ({ discussionId: side.case.id }),
  },
  "/stopped-cases/[discussionId]:releaseCaseAction": {
    allowed: ["processCoach"],
    fields: (side) => ({ discussionId: side.stopped.id }),
  },
  "/stopped-cases/[discussionId]:eraseCaseAction": {
    allowed: ["processCoach"],
    fields: (side) => ({ discussionId: side.stopped.id }),
  },
  "/settings/case-retention:chooseRetentionAction": {
    allowed: ["administrator"],
    fields: (side) => ({ consortiumId: side.consortium.id, term: "SIX_MONTHS" }),
    leadsTo: "/settings/case-retention/confirmation?",
  },
  "/settings/case-retention:changeRetentionAction": {
    allowed: ["administrator"],
    fields: (side) => ({ consortiumId: side.consortium.id, term: "SIX_MONTHS", version: "0" }),
  },
  "/:tellProgressAction": {
    allowed: ["partner"],
    fields: (side) => ({ discussionId: side.case.id, progress: "UNDER_WAY", back: "case" }),
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/feedback:tellFamilyAction": {
    allowed: ["schoolCoordinator", "partner"],
    fields: (side) => ({ discussionId: side.case.id, version: "1", parents: "yes", parentsOn: dayFromNow(-1), parentsById: side.actors.partner.id, pupil: "no" }),
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/lesson:writeLessonAction": {
    allowed: ["schoolCoordinator", "partner"],
    fields: (side) => ({ discussionId: side.case.id, version: "1", success: "Samen aan tafel.", lesson: "Eerder bellen." }),
  },
  "/core-teams/[coreTeamId]/offer:writeOfferAction": {
    allowed: ["schoolCoordinator"],
    fields: ({ team }) => ({ coreTeamId: team.id, version: "1", can: "Een rustige plek.", cannot: "" }),
  },
  "/core-teams/[coreTeamId]/successes:writeSuccessAction": {
    allowed: ["schoolCoordinator", "partner"],
    fields: ({ team }) => ({ coreTeamId: team.id, text: "Samen aan tafel." }),
  },
  "/core-teams/[coreTeamId]/successes:changeSuccessAction": {
    allowed: ["schoolCoordinator"],
    fields: ({ success }) => ({ successId: success.id, version: "1", text: "Samen aan tafel." }),
  },
};

/** What an agreement says. */
export const agreedPromise = { text: "Vervolg bespreken met de wijkcoach", dueOn: dayFromNow(14) };

/** What the actions about agreements are sent. */
export const agreementActions: typeof afterCaseActions = {
  "/core-teams/[coreTeamId]/meetings/[meetingId]/agreements/new:makeAgreementAction": {
    allowed: ["schoolCoordinator", "partner"],
    fields: ({ past, actors }) => ({ ...agreedPromise, meetingId: past.id, ownerId: actors.partner.id, next: "meeting" }),
  },
  "/agreements/[agreementId]/edit:changeAgreementAction": {
    allowed: ["schoolCoordinator", "partner"],
    fields: ({ agreement }) => ({ ...agreedPromise, agreementId: agreement.id, version: "1" }),
  },
  "/agreements:setAgreementStateAction": { allowed: ["schoolCoordinator", "partner"], fields: ({ agreement }) => ({ agreementId: agreement.id, state: "DONE", back: "team" }) },
  "/agreements:setAgreementStateAction of an advice that is applied": {
    allowed: ["schoolCoordinator", "partner"],
    fields: ({ doneAgreement }) => ({ agreementId: doneAgreement.id, state: "DONE", applied: "YES", back: "team" }),
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/agreements/new:makeAgreementAction of a startgesprek": {
    allowed: ["schoolCoordinator", "partner"],
    fields: (side) => ({ ...agreedPromise, meetingId: side.past.id, caseDiscussionId: side.case.id, kind: "START_TALK", ownerId: side.actors.partner.id, next: "meeting" }),
  },
  "/agreements/[agreementId]/dropping:dropAgreementAction": {
    allowed: ["schoolCoordinator", "partner"],
    fields: ({ agreement }) => ({ agreementId: agreement.id, version: "1", reason: "Het is al geregeld." }),
  },
  "/agreements/[agreementId]/passing-on:passOnAgreementAction": {
    allowed: ["schoolCoordinator", "partner"],
    fields: ({ agreement, organisation }) => ({ agreementId: agreement.id, version: "1", to: `organisation:${organisation.id}` }),
  },
};
