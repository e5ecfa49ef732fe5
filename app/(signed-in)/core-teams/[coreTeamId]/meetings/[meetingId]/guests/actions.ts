"use server";

import { guestRefusal } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/guests/refusals";
import { formAction } from "#lib/forms/form-action";
import { changeGuest, type GuestDone, inviteGuest, resendToGuest, withdrawGuest } from "#lib/guests/commands";
import { changeGuestSchema, guestSchema, inviteGuestSchema } from "#lib/guests/schema";

export const inviteGuestAction = formAction("guest:invite", inviteGuestSchema, async (viewer, input) => {
  const result = await inviteGuest(viewer, input);
  return result.ok ? toMeeting(result, "guest-invited") : guestRefusal(result);
});

export const changeGuestAction = formAction("guest:change", changeGuestSchema, async (viewer, input) => {
  const result = await changeGuest(viewer, input);
  return result.ok ? toMeeting(result, "guest-changed") : guestRefusal(result);
});

export const resendToGuestAction = formAction("guest:resend", guestSchema, async (viewer, input) => {
  const result = await resendToGuest(viewer, input);
  return result.ok ? toMeeting(result, "guest-mailed") : guestRefusal(result);
});

export const withdrawGuestAction = formAction("guest:withdraw", guestSchema, async (viewer, input) => {
  const result = await withdrawGuest(viewer, input);
  return result.ok ? toMeeting(result, "guest-withdrawn") : guestRefusal(result);
});

function toMeeting({ coreTeamId, meetingId }: GuestDone, notice: string) {
  return { goTo: `/core-teams/${coreTeamId}/meetings/${meetingId}?notice=${notice}` };
}
