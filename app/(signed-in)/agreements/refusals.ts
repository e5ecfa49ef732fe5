import { dueOrOwnerSentence, findingsRefusal } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/refusals";
import type { AgreementProblem } from "#lib/agreements/commands";
import type { Refusal } from "#lib/forms/form-action";

/** What the form of one agreement says about a refusal. */
export function agreementRefusal(refusal: AgreementProblem): Refusal {
  if (refusal.problem === "FINDINGS") return findingsRefusal(refusal.findings);
  return { errors: { [refusal.problem === "OWNER_NOT_MEMBER" ? "ownerId" : "dueOn"]: dueOrOwnerSentence(refusal) } };
}
