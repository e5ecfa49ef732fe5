"use server";

import { withdrawProposal } from "#lib/date-proposals/commands";
import { proposalActionSchema } from "#lib/date-proposals/schema";
import { formAction } from "#lib/forms/form-action";
import { proposalTexts as texts } from "#lib/texts/date-proposals";

export const withdrawProposalAction = formAction("date-proposal:make", proposalActionSchema, async (viewer, input) => {
  const result = await withdrawProposal(viewer, input);
  if (!result.ok) return { message: result.problem === "CHANGED_MEANWHILE" ? texts.changedMeanwhile : texts.closed[result.problem] };
  return { goTo: `/core-teams/${result.coreTeamId}/date-proposals/${input.proposalId}?notice=proposal-withdrawn` };
});
