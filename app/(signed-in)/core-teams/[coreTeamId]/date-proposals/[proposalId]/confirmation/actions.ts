"use server";

import { clashSentences, momentLabel, momentOffer, refusedMoment } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/refusals";
import { chooseDate, type ChooseProblem, confirmProposal } from "#lib/date-proposals/commands";
import { confirmDateSchema } from "#lib/date-proposals/schema";
import { momentAt } from "#lib/dates";
import { formAction, type Refusal } from "#lib/forms/form-action";
import type { AlreadyBooked } from "#lib/meetings/booking";
import { scheduleMeeting } from "#lib/meetings/commands";
import { OFFERED, tickOffered } from "#lib/meetings/offered-moment";
import { proposalTexts as texts } from "#lib/texts/date-proposals";
import { momentTexts } from "#lib/texts/meetings";

/** Chooses, schedules and closes in one transaction: a refusal of any of the three undoes the others. */
export const confirmDateAction = formAction("date-proposal:make", confirmDateSchema, async (viewer, input) => {
  const chosen = await chooseDate(viewer, input);
  if (!chosen.ok) return refused(chosen);
  const scheduled = await scheduleMeeting(viewer, chosen.plan, { answers: chosen.answers, checked: chosen.proposal, refused: chosen.refused });
  if (!scheduled.ok) {
    if (scheduled.problem === "PERSON_ALREADY_BOOKED") return elsewhere(scheduled);
    const { errors = {}, offers } = refusedMoment(scheduled, chosen.plan);
    // The moment itself has no box on this page: what is wrong with it is said above the form.
    const message = errors.date ?? errors.start ?? errors.invitees;
    return message ? { message } : { errors, offers: { ...offers, ...insteadOf(chosen.plan, input.instead) } };
  }
  const confirmed = await confirmProposal(viewer, chosen.proposal, scheduled.meetingId);
  if (!confirmed.ok) return refused(confirmed);
  return { goTo: `/core-teams/${scheduled.coreTeamId}/meetings/${scheduled.meetingId}?notice=date-confirmed` };
}, tickOffered);

// The buttons stand for another moment than the page was opened for.
function elsewhere({ clashes, alternatives }: AlreadyBooked): Refusal {
  const advice = alternatives.length > 0 ? momentTexts.chooseOne : momentTexts.otherMoment;
  return { message: `${clashSentences(clashes)} ${advice}`, offers: { moment: alternatives.map(momentOffer) } };
}

// The main button of the form goes on with the moment that was taken, and says which.
function insteadOf({ date, start }: { date: string; start: string }, instead: string | null): Refusal["offers"] {
  const startsAt = instead === null ? null : momentAt(date, start);
  return startsAt ? { [OFFERED]: [{ value: `${date} ${start}`, label: texts.confirm.submitAt(momentLabel(startsAt)) }] } : {};
}

function refused(problem: ChooseProblem): Refusal {
  switch (problem.problem) {
    case "CHANGED_MEANWHILE":
      return { message: texts.changedMeanwhile };
    case "CONFIRMED":
    case "WITHDRAWN":
      return { message: texts.closed[problem.problem] };
    case "NOT_PROPOSED":
      return { message: texts.confirm.notProposed };
    case "REQUIRED_CANNOT":
      return { errors: { accepted: `${texts.confirm.missing(problem.names)} ${texts.confirm.acceptFirst}` } };
  }
}
