"use server";

import { refusedMoment, refusedState } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/refusals";
import { formAction } from "#lib/forms/form-action";
import { rescheduleMeeting } from "#lib/meetings/commands";
import { typeOffered } from "#lib/meetings/offered-moment";
import { rescheduleMeetingSchema } from "#lib/meetings/schema";
import { rescheduleTexts } from "#lib/texts/meetings";

const NOTICES = { MOVED: "meeting-moved", PLACED: "meeting-changed", DESCRIBED: "meeting-described", NONE: "meeting-unchanged" } as const;

export const rescheduleMeetingAction = formAction("meeting:reschedule", rescheduleMeetingSchema, async (viewer, input) => {
  const result = await rescheduleMeeting(viewer, input);
  if (result.ok) return { goTo: `/core-teams/${result.coreTeamId}/meetings/${result.meetingId}?notice=${NOTICES[result.change]}` };
  switch (result.problem) {
    case "CHANGED_MEANWHILE":
    case "CANCELLED":
    case "RECORDED":
    case "OVER":
    case "NOT_YET":
      return refusedState(result);
    case "NOBODY_INVITED":
      return { errors: { date: rescheduleTexts.nobodyThen } };
    default:
      return refusedMoment(result, input);
  }
}, typeOffered);
