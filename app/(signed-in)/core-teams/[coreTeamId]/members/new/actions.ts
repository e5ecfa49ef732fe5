"use server";

import { addRefusal } from "#app/(signed-in)/core-teams/[coreTeamId]/members/refusals";
import { addMember } from "#lib/core-teams/commands";
import { addMemberSchema } from "#lib/core-teams/schema";
import { formAction } from "#lib/forms/form-action";

export const addMemberAction = formAction("colleague:add", addMemberSchema, async (viewer, input) => {
  const result = await addMember(viewer, input);
  return result.ok ? { goTo: `/core-teams/${input.coreTeamId}?notice=member-added` } : addRefusal(result);
});
