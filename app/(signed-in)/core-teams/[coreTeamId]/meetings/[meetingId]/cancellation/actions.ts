"use server";

import { refusedState } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/refusals";
import { findingsRefusal } from "#lib/forms/findings-refusal";
import { formAction } from "#lib/forms/form-action";
import { cancelMeeting } from "#lib/meetings/commands";
import { cancelMeetingSchema } from "#lib/meetings/schema";
import { cancelTexts } from "#lib/texts/meetings";

export const cancelMeetingAction = formAction("meeting:cancel", cancelMeetingSchema, async (viewer, input) => {
  const result = await cancelMeeting(viewer, input);
  if (!result.ok) return result.problem === "FINDINGS" ? findingsRefusal(result.findings, { reason: cancelTexts.reason }) : refusedState(result);
  const notice = result.mails > 0 ? "meeting-cancelled" : "meeting-cancelled-afterwards";
  return { goTo: `/core-teams/${result.coreTeamId}/meetings/${result.meetingId}?notice=${notice}` };
});
