import { dueOrOwnerSentence, findingsRefusal } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/refusals";
import type { AgreementProblem, ChangedMeanwhile } from "#lib/agreements/commands";
import type { Refusal } from "#lib/forms/form-action";
import { agreementFormTexts } from "#lib/texts/agreements";

/** What the form of one agreement says about a refusal. */
export function agreementRefusal(refusal: AgreementProblem): Refusal {
  if (refusal.problem === "FINDINGS") return findingsRefusal(refusal.findings);
  return { errors: { ["limit" in refusal ? "dueOn" : "ownerId"]: dueOrOwnerSentence(refusal) } };
}

/** That somebody else was first, with what stands there now; the next sending starts from that. */
export function changedMeanwhile({ now: { text, owner, dueOn, state, version } }: ChangedMeanwhile): Refusal {
  return { message: agreementFormTexts.changedMeanwhile(text, owner, dueOn, state), offers: { version: [{ value: String(version), label: "" }] } };
}
