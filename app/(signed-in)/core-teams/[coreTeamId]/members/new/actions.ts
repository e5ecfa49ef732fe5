"use server";

import { addRefusal } from "#app/(signed-in)/core-teams/[coreTeamId]/members/refusals";
import { addMember } from "#lib/core-teams/commands";
import { addMemberSchema } from "#lib/core-teams/schema";
import { formAction } from "#lib/forms/form-action";
import { listVacantSeats } from "#lib/invitations/queries";

export const addMemberAction = formAction("colleague:add", addMemberSchema, async (viewer, input) => {
  const result = await addMember(viewer, input);
  if (!result.ok) return addRefusal(result);
  const team = `/core-teams/${input.coreTeamId}`;
  // Who takes over from somebody is also expected at the meetings that were planned already.
  const succeeds = (await listVacantSeats(viewer, input.coreTeamId)).some(({ membershipId }) => membershipId === result.membershipId);
  return { goTo: succeeds ? `${team}/members/${result.membershipId}/invitations?notice=successor-added` : `${team}?notice=member-added` };
});
