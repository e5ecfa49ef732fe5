"use server";

import { afterCaseForm, withReturn } from "#app/(in-meeting)/core-teams/[coreTeamId]/meetings/[meetingId]/presentation/paths";
import { agreementRefusal } from "#app/(signed-in)/agreements/refusals";
import { meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { makeAgreement } from "#lib/agreements/commands";
import { withUsualTalk } from "#lib/agreements/kinds";
import { makeAgreementSchema } from "#lib/agreements/schema";
import { formAction } from "#lib/forms/form-action";
import { agreementFormTexts } from "#lib/texts/agreements";

export const makeAgreementAction = formAction("agreement:make", makeAgreementSchema, async (viewer, { back, item, ...input }) => {
  const result = await makeAgreement(viewer, input);
  if (!result.ok) return result.problem === "MEETING_CANCELLED" ? { message: agreementFormTexts.meetingCancelled } : agreementRefusal(result);
  const path = meetingsPath(result.coreTeamId, `/${result.meetingId}`);
  const { caseDiscussionId } = result;
  // Another address than before: there the boxes start empty again.
  if (input.next === "another") return { goTo: withReturn(meetingsPath(result.coreTeamId, `/${result.meetingId}/agreements/new`), { back, item }, { notice: "agreement-made", after: crypto.randomUUID(), ...(caseDiscussionId && { case: caseDiscussionId }) }) };
  return { goTo: caseDiscussionId ? afterCaseForm({ ...result, discussionId: caseDiscussionId }, { back, item }, "agreement-made", "agreements") : `${path}?notice=agreement-made` };
}, withUsualTalk);
