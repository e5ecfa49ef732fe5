"use server";

import { agendaPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/agenda/paths";
import { clashSentences } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/refusals";
import { formAction, type Refusal } from "#lib/forms/form-action";
import { callInvitee, type CallProblem, takeBackCall, type TakeBackProblem } from "#lib/on-call/commands";
import { callInviteeSchema, takeBackCallSchema } from "#lib/on-call/schema";
import { rescheduleTexts } from "#lib/texts/meetings";
import { callTexts as texts } from "#lib/texts/on-call";

export const callInviteeAction = formAction("invitees:call", callInviteeSchema, async (viewer, input) => {
  const result = await callInvitee(viewer, input);
  return result.ok ? { goTo: agendaPath(result, "?notice=invitee-called") } : callRefusal(result);
});

export const takeBackCallAction = formAction("invitees:take-back-call", takeBackCallSchema, async (viewer, input) => {
  const result = await takeBackCall(viewer, input);
  return result.ok ? { goTo: agendaPath(result, "?notice=call-taken-back") } : takeBackRefusal(result);
});

function callRefusal(refusal: CallProblem): Refusal {
  switch (refusal.problem) {
    case "PERSON_ALREADY_BOOKED":
      return { message: `${clashSentences(refusal.clashes)} ${texts.clashAdvice}` };
    case "ITEM_GONE":
      return { errors: { itemId: texts.itemGone } };
    case "ALREADY_CALLED":
      return { message: texts.alreadyCalled(refusal.name) };
    case "NOT_ON_CALL":
      return { message: texts.notOnCall(refusal.name) };
    default:
      return { message: rescheduleTexts.notPossible[refusal.problem] };
  }
}

function takeBackRefusal(refusal: TakeBackProblem): Refusal {
  switch (refusal.problem) {
    case "NOT_CALLED":
      return { message: texts.notCalled(refusal.name) };
    case "ANSWERED":
      return { message: texts.answeredMeanwhile(refusal.name) };
    default:
      return { message: rescheduleTexts.notPossible[refusal.problem] };
  }
}
