"use server";

import { clashSentences } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/refusals";
import { formAction } from "#lib/forms/form-action";
import { inviteMember } from "#lib/meetings/commands";
import { inviteMemberSchema } from "#lib/meetings/schema";

export const inviteMemberAction = formAction("invitees:change", inviteMemberSchema, async (viewer, input) => {
  const result = await inviteMember(viewer, input);
  if (!result.ok) return { errors: { meetings: clashSentences(result.clashes) } };
  const team = `/core-teams/${result.coreTeamId}`;
  return { goTo: result.clashes.length > 0 ? `${team}/members/${input.membershipId}/invitations?notice=successor-invited-to-some` : `${team}?notice=successor-invited` };
});
