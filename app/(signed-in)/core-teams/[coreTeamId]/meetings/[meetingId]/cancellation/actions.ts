"use server";

import { findingsRefusal } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/refusals";
import { refusedState } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/refusals";
import { formAction } from "#lib/forms/form-action";
import { cancelMeeting } from "#lib/meetings/commands";
import { cancelMeetingSchema } from "#lib/meetings/schema";

export const cancelMeetingAction = formAction("meeting:cancel", cancelMeetingSchema, async (viewer, input) => {
  const result = await cancelMeeting(viewer, input);
  if (!result.ok) return result.problem === "FINDINGS" ? findingsRefusal(result.findings) : refusedState(result);
  const notice = result.mails > 0 ? "meeting-cancelled" : "meeting-cancelled-afterwards";
  return { goTo: `/core-teams/${result.coreTeamId}/meetings/${result.meetingId}?notice=${notice}` };
});
