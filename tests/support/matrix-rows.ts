import type { LinkRows, MatrixRows } from "#tests/support/matrix-row";
import { agendaRows } from "#tests/support/matrix-rows/agendas";
import { agreementRows } from "#tests/support/matrix-rows/agreements";
import { availabilityRows } from "#tests/support/matrix-rows/availability";
import { caseDiscussionRows } from "#tests/support/matrix-rows/case-discussions";
import { caseRetentionRows } from "#tests/support/matrix-rows/case-retention";
import { caseStopRows } from "#tests/support/matrix-rows/case-stops";
import { consortiumRows } from "#tests/support/matrix-rows/consortia";
import { coreTeamRows } from "#tests/support/matrix-rows/core-teams";
import { dateProposalLinkRows, dateProposalRows } from "#tests/support/matrix-rows/date-proposals";
import { followUpRows } from "#tests/support/matrix-rows/follow-up";
import { guestLinkRows, guestRows } from "#tests/support/matrix-rows/guests";
import { invitationLinkRows, invitationRows } from "#tests/support/matrix-rows/invitations";
import { meetingRows } from "#tests/support/matrix-rows/meetings";
import { meetingSwitchRows } from "#tests/support/matrix-rows/meeting-switches";
import { onCallRows } from "#tests/support/matrix-rows/on-call";
import { opportunityCircleRows } from "#tests/support/matrix-rows/opportunity-circle";
import { presentationRows } from "#tests/support/matrix-rows/presentation";
import { peopleRows } from "#tests/support/matrix-rows/people";
import { perspectiveRows } from "#tests/support/matrix-rows/perspectives";
import { photoRows } from "#tests/support/matrix-rows/photos";
import { profileRows } from "#tests/support/matrix-rows/profile";
import { rolloutRows } from "#tests/support/matrix-rows/rollout";
import { schoolRows } from "#tests/support/matrix-rows/schools";
import { successRows } from "#tests/support/matrix-rows/successes";

/** A row for each exported function of every lib/<domain>/queries.ts and commands.ts; the test fails without one. */
export const matrixRows: MatrixRows = {
  ...agendaRows,
  ...agreementRows,
  ...availabilityRows,
  ...caseDiscussionRows,
  ...caseRetentionRows,
  ...caseStopRows,
  ...perspectiveRows,
  ...followUpRows,
  ...consortiumRows,
  ...coreTeamRows,
  ...dateProposalRows,
  ...guestRows,
  ...onCallRows,
  ...invitationRows,
  ...meetingRows,
  ...meetingSwitchRows,
  ...opportunityCircleRows,
  ...peopleRows,
  ...photoRows,
  ...presentationRows,
  ...profileRows,
  ...rolloutRows,
  ...schoolRows,
  ...successRows,
};

/** The same for those that a personal link opens. */
export const linkRows: LinkRows = { ...dateProposalLinkRows, ...guestLinkRows, ...invitationLinkRows };
