"use server";

import { agreementRefusal } from "#app/(signed-in)/agreements/refusals";
import { presentationPath } from "#app/(in-meeting)/core-teams/[coreTeamId]/meetings/[meetingId]/presentation/paths";
import { makeAgreement } from "#lib/agreements/commands";
import { formAction } from "#lib/forms/form-action";
import { markPresent } from "#lib/presentation/commands";
import { agreeInMeetingSchema, markPresentSchema } from "#lib/presentation/schema";
import { agreementFormTexts } from "#lib/texts/agreements";
import { presentationTexts } from "#lib/texts/presentation";

export const markPresentAction = formAction("meeting:record", markPresentSchema, async (viewer, { item, ...input }) => {
  const result = await markPresent(viewer, input);
  if (!result.ok) return { message: presentationTexts.presenceRefused[result.problem] };
  // With what changed in the address: to one that differs only behind its # the browser would not go.
  return { goTo: `${presentationPath(result, item, { version: String(result.version) })}#people`, replaces: true };
});

export const agreeInMeetingAction = formAction("agreement:make", agreeInMeetingSchema, async (viewer, { item, ...input }) => {
  const result = await makeAgreement(viewer, { ...input, kind: "PLAIN", next: "meeting" });
  if (!result.ok) return result.problem === "MEETING_CANCELLED" ? { message: agreementFormTexts.meetingCancelled } : agreementRefusal(result);
  // The next agreement is likely to be about the same casus.
  const more = { made: result.id, ...(result.caseDiscussionId && { case: result.caseDiscussionId }) };
  return { goTo: `${presentationPath(result, item, more)}#agreements`, replaces: true };
});
