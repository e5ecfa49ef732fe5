"use server";

import { clashSentences, refusedState } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/refusals";
import { formAction } from "#lib/forms/form-action";
import { changeInvitees } from "#lib/meetings/commands";
import { changeInviteesSchema } from "#lib/meetings/schema";
import { inviteeTexts } from "#lib/texts/meetings";

export const changeInviteesAction = formAction("invitees:change", changeInviteesSchema, async (viewer, input) => {
  const result = await changeInvitees(viewer, input);
  if (result.ok) {
    const notice = result.mails > 0 ? "invitees-changed" : "meeting-described";
    return { goTo: `/core-teams/${result.coreTeamId}/meetings/${result.meetingId}?notice=${notice}` };
  }
  switch (result.problem) {
    case "PERSON_ALREADY_BOOKED":
      return { errors: { invitees: `${clashSentences(result.clashes)} ${inviteeTexts.clashAdvice}` } };
    case "NOBODY_INVITED":
      return { errors: { invitees: inviteeTexts.nobodyLeft } };
    default:
      return refusedState(result);
  }
});
