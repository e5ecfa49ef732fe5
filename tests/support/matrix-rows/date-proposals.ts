import { answerProposal, chooseDate, confirmProposal, proposeDates, remindInvitees, withdrawProposal } from "#lib/date-proposals/commands";
import { findDateProposal, findLinkedProposal, listOpenProposals, listOwnQuestions } from "#lib/date-proposals/queries";
import { dayOf, timeOf } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { tokenOf } from "#lib/access/personal-links";
import type { LinkRows, MatrixRows } from "#tests/support/matrix-row";
import { dayFromNow, type Side } from "#tests/support/matrix-world";

const planners = ["schoolCoordinator", "processCoach", "organiser"] as const;

/** The first moment of a side's proposal, as a form names it. */
export function firstMoment({ proposal }: Side): string {
  const { startsAt } = proposal.moments[0] as { startsAt: Date };
  return `${dayOf(startsAt)} ${timeOf(startsAt)}`;
}

/** A team is asked by who plans for it; what people answered is for them too. */
export const dateProposalRows: MatrixRows = {
  "date-proposals/queries:findDateProposal": { allowed: planners, call: (viewer, { a }) => findDateProposal(viewer, a.proposal.id) },
  "date-proposals/queries:listOpenProposals": { allowed: planners, call: (viewer, { a }) => listOpenProposals(viewer, a.team.id) },
  "date-proposals/queries:listOwnQuestions": { allowed: ["partner"], kind: "list", call: (viewer) => listOwnQuestions(viewer) },
  "date-proposals/commands:proposeDates": {
    allowed: planners,
    call: (viewer, { a }) =>
      proposeDates(viewer, {
        coreTeamId: a.team.id, kind: "IN_DEPTH", theme: null, themeReason: null, placeReason: null, minutes: 75, form: "LIVE", place: "Op school", link: null,
        invitees: [a.actors.partner.id, a.actors.coordinator.id], attendance: [], moments: [`${dayFromNow(60)} 14:15`, `${dayFromNow(61)} 14:15`], lastDay: dayFromNow(7),
      }),
  },
  "date-proposals/commands:remindInvitees": { allowed: planners, call: (viewer, { a }) => remindInvitees(viewer, { proposalId: a.proposal.id, version: 1 }) },
  "date-proposals/commands:withdrawProposal": { allowed: planners, call: (viewer, { a }) => withdrawProposal(viewer, { proposalId: a.proposal.id, version: 1 }) },
  // Choosing only looks; what it found is booked and closed in the same transaction.
  "date-proposals/commands:chooseDate": {
    allowed: planners,
    call: async (viewer, { a }) => {
      const chosen = await chooseDate(viewer, { proposalId: a.proposal.id, version: 1, moment: firstMoment(a), instead: null, confirmed: [] });
      if (!chosen.ok) return chosen;
      return confirmProposal(viewer, chosen.proposal, a.coming.id);
    },
  },
  "date-proposals/commands:confirmProposal": {
    allowed: planners,
    call: async (viewer, { a }) => {
      const proposal = await findDateProposal(viewer, a.proposal.id);
      if (!proposal) throw new NotFoundError();
      return confirmProposal(viewer, proposal, a.coming.id);
    },
  },
};

export const dateProposalLinkRows: LinkRows = {
  "date-proposals/queries:findLinkedProposal": { purpose: "DATE_PROPOSAL", call: findLinkedProposal },
  "date-proposals/commands:answerProposal": {
    purpose: "DATE_PROPOSAL",
    call: (holder, { a }) =>
      answerProposal(holder, { token: tokenOf(a.proposal.linkId), moments: a.proposal.moments.map(({ id }) => id), answers: ["YES", "NO"], counterDate: null, counterStart: null }),
  },
};
