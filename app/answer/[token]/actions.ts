"use server";

import { type AnswerProblem, answerProposal } from "#lib/date-proposals/commands";
import { answerProposalSchema } from "#lib/date-proposals/schema";
import type { Refusal } from "#lib/forms/form-action";
import { linkAction } from "#lib/forms/link-action";
import { proposalTexts } from "#lib/texts/date-proposals";

const texts = proposalTexts.answer;

export const answerProposalAction = linkAction("date-proposal:answer", "DATE_PROPOSAL", answerProposalSchema, async (holder, input) => {
  const result = await answerProposal(holder, input);
  if (result.ok) return { goTo: `/answer/${input.token}?notice=dates-answered` };
  return refused(result);
});

function refused({ problem }: AnswerProblem): Refusal {
  switch (problem) {
    case "CLOSED":
      return { message: texts.closed };
    case "CHANGED":
      return { message: texts.changed };
    case "COUNTER_OVER":
      return { errors: { counterDate: texts.counterOver } };
    case "NO_SUCH_TIME":
      return { errors: { counterStart: texts.counterHalf } };
  }
}
