"use server";

import { membershipRefusal } from "#app/(signed-in)/core-teams/[coreTeamId]/members/refusals";
import { endMembership, withdrawMembership } from "#lib/core-teams/commands";
import { endMembershipSchema, withdrawMembershipSchema } from "#lib/core-teams/schema";
import { formAction } from "#lib/forms/form-action";

export const endMembershipAction = formAction("membership:end", endMembershipSchema, async (viewer, input) => {
  const result = await endMembership(viewer, input);
  return result.ok ? { goTo: `/core-teams/${result.coreTeamId}?notice=membership-ended` } : membershipRefusal(result);
});

export const withdrawMembershipAction = formAction("membership:withdraw", withdrawMembershipSchema, async (viewer, input) => {
  const result = await withdrawMembership(viewer, input);
  return result.ok ? { goTo: `/core-teams/${result.coreTeamId}?notice=membership-withdrawn` } : membershipRefusal(result);
});
