"use server";

import { membershipRefusal } from "#app/(signed-in)/core-teams/[coreTeamId]/members/refusals";
import { changeMembership } from "#lib/core-teams/commands";
import { changeMembershipSchema } from "#lib/core-teams/schema";
import { formAction } from "#lib/forms/form-action";

export const changeMembershipAction = formAction("membership:change", changeMembershipSchema, async (viewer, input) => {
  const result = await changeMembership(viewer, input);
  return result.ok ? { goTo: `/core-teams/${result.coreTeamId}?notice=membership-changed` } : membershipRefusal(result);
});
