"use server";

import { ownClashSentence, refusedState } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/refusals";
import { formAction } from "#lib/forms/form-action";
import { answerInvitation, resendInvitation } from "#lib/meetings/commands";
import { answerInvitationSchema, resendInvitationSchema } from "#lib/meetings/schema";
import { meetingPageTexts } from "#lib/texts/meetings";

export const answerInvitationAction = formAction("invitation:answer", answerInvitationSchema, async (viewer, input) => {
  const result = await answerInvitation(viewer, input);
  if (result.ok) {
    const notice = input.answer === "ACCEPTED" ? "answer-accepted" : "answer-declined";
    return { goTo: `/core-teams/${result.coreTeamId}/meetings/${result.meetingId}?notice=${notice}` };
  }
  return result.problem === "PERSON_ALREADY_BOOKED" ? { message: ownClashSentence(result.clashes[0]) } : refusedState(result);
});

export const resendInvitationAction = formAction("invitation:resend", resendInvitationSchema, async (viewer, input) => {
  const result = await resendInvitation(viewer, input);
  if (!result.ok) return { message: meetingPageTexts.resendNotNeeded };
  return { goTo: `/core-teams/${result.coreTeamId}/meetings/${result.meetingId}?notice=mail-resent` };
});
