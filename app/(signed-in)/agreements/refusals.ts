import type { AgreementProblem, ChangedMeanwhile } from "#lib/agreements/commands";
import { findingsRefusal } from "#lib/forms/findings-refusal";
import type { Refusal } from "#lib/forms/form-action";
import { agreementFormTexts } from "#lib/texts/agreements";

/** What the form of one agreement says about a refusal. */
export function agreementRefusal(refusal: AgreementProblem): Refusal {
  if (refusal.problem === "FINDINGS") return findingsRefusal(refusal.findings, { text: agreementFormTexts.text });
  return { errors: { ["limit" in refusal ? "dueOn" : "ownerId"]: dueOrOwnerSentence(refusal) } };
}

/** The sentence about who takes something on, or by when. */
function dueOrOwnerSentence(refusal: Exclude<AgreementProblem, { problem: "FINDINGS" }>): string {
  if (!("limit" in refusal)) return refusal.problem === "OWNER_MISSING" ? agreementFormTexts.ownerMissing : agreementFormTexts.ownerNotMember;
  return refusal.problem === "DUE_TOO_EARLY" ? agreementFormTexts.dueTooEarly(refusal.limit) : agreementFormTexts.dueTooFar(refusal.limit);
}

/** That somebody else was first, with what stands there now; the next sending starts from that. */
export function changedMeanwhile({ now: { text, owner, dueOn, state, version } }: ChangedMeanwhile): Refusal {
  return { message: agreementFormTexts.changedMeanwhile(text, owner, dueOn, state), offers: { version: [{ value: String(version), label: "" }] } };
}
