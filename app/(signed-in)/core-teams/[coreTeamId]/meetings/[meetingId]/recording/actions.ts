"use server";

import { refusedState } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/refusals";
import { formAction } from "#lib/forms/form-action";
import { recordMeeting } from "#lib/meetings/commands";
import { recordMeetingSchema } from "#lib/meetings/schema";

export const recordMeetingAction = formAction("meeting:record", recordMeetingSchema, async (viewer, input) => {
  const result = await recordMeeting(viewer, input);
  if (!result.ok) return refusedState(result);
  return { goTo: `/core-teams/${result.coreTeamId}/meetings/${result.meetingId}?notice=meeting-recorded` };
});
