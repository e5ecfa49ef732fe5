"use server";

import { remindInvitees } from "#lib/date-proposals/commands";
import { proposalActionSchema } from "#lib/date-proposals/schema";
import { formAction } from "#lib/forms/form-action";
import { proposalTexts as texts } from "#lib/texts/date-proposals";

export const remindInviteesAction = formAction("date-proposal:make", proposalActionSchema, async (viewer, input) => {
  const result = await remindInvitees(viewer, input);
  if (!result.ok) return { message: result.problem === "CHANGED_MEANWHILE" ? texts.changedMeanwhile : texts.closed[result.problem] };
  return { goTo: `/core-teams/${result.coreTeamId}/date-proposals/${input.proposalId}?notice=reminders-sent` };
});
