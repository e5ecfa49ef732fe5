"use server";

import { refusedMoment } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/refusals";
import { formAction } from "#lib/forms/form-action";
import { scheduleMeeting } from "#lib/meetings/commands";
import { typeOffered } from "#lib/meetings/offered-moment";
import { scheduleMeetingSchema } from "#lib/meetings/schema";

export const scheduleMeetingAction = formAction("meeting:schedule", scheduleMeetingSchema, async (viewer, input) => {
  const result = await scheduleMeeting(viewer, input);
  if (!result.ok) return refusedMoment(result, input);
  const notice = result.leftOut > 0 ? "meeting-scheduled-without-some" : "meeting-scheduled";
  return { goTo: `/core-teams/${result.coreTeamId}/meetings/${result.meetingId}?notice=${notice}` };
}, typeOffered);
