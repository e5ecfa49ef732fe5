"use server";

import { formatDay } from "#lib/dates";
import { type ProposeProblem, proposeDates } from "#lib/date-proposals/commands";
import { proposeDatesSchema } from "#lib/date-proposals/schema";
import { findingsRefusal } from "#lib/forms/findings-refusal";
import { formAction, type Refusal } from "#lib/forms/form-action";
import { proposalTexts as texts } from "#lib/texts/date-proposals";
import { momentLabels } from "#lib/texts/meetings";

export const proposeDatesAction = formAction("date-proposal:make", proposeDatesSchema, async (viewer, input) => {
  const result = await proposeDates(viewer, input);
  if (!result.ok) return refused(result);
  return { goTo: `/core-teams/${input.coreTeamId}/date-proposals/${result.proposalId}?notice=dates-proposed` };
});

function refused(problem: ProposeProblem): Refusal {
  switch (problem.problem) {
    case "FINDINGS":
      return findingsRefusal(problem.findings, momentLabels);
    case "MOMENT_OVER":
      return { errors: { moments: texts.moments.over } };
    case "NO_SUCH_TIME":
      return { errors: { moments: texts.moments.skipped(`${formatDay(problem.moment.slice(0, 10))}, ${problem.moment.slice(11).replace(":", ".")} uur`) } };
    case "DEADLINE_OVER":
      return { errors: { lastDay: texts.lastDay.over } };
    case "DEADLINE_TOO_LATE":
      return { errors: { lastDay: texts.lastDay.tooLate } };
    case "NOBODY_ASKED":
      return { errors: { invitees: texts.nobodyAsked } };
  }
}
