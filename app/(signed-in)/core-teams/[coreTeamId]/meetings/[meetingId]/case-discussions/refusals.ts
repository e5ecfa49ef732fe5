import type { Finding } from "#lib/anonymity/schema";
import type { LogRefusal } from "#lib/case-discussions/commands";
import type { Refusal } from "#lib/forms/form-action";
import { agendaFormTexts } from "#lib/texts/agenda";
import { agreementFormTexts } from "#lib/texts/agreements";
import { anonymityTexts } from "#lib/texts/anonymity";
import { caseFormTexts } from "#lib/texts/case-discussions";
import { guestFormTexts } from "#lib/texts/guests";
import { cancelTexts, scheduleTexts } from "#lib/texts/meetings";

/** Found words as sentences at their fields, with the words themselves for the form to mark. */
export function findingsRefusal(findings: Record<string, Finding[]>): Refusal {
  const errors = Object.entries(findings).map(([field, found]) => [field, anonymityTexts.unexplained(labelOf(field), [...new Set(found.map(({ text }) => text))])]);
  return { findings, errors: Object.fromEntries(errors) };
}

/** What the form of a new casus says about a refusal. */
export function logRefusal(refusal: LogRefusal): Refusal {
  switch (refusal.problem) {
    case "MEETING_CANCELLED":
      return { message: caseFormTexts.meetingCancelled };
    case "STAGE_ELSEWHERE":
      return { errors: { stage: caseFormTexts.stageElsewhere } };
    case "FINDINGS":
      return findingsRefusal(refusal.findings);
    case "AGREEMENTS":
      return { errors: Object.fromEntries(refusal.rows.map((row) => [rowField(row.row, row.problem), agreementFormTexts.inRow(row.row, dueOrOwnerSentence(row))])) };
  }
}

/** The sentence about who takes something on, or by when. */
export function dueOrOwnerSentence(refusal: { problem: "OWNER_NOT_MEMBER" } | { problem: "DUE_TOO_EARLY" | "DUE_TOO_FAR"; limit: string }): string {
  if (refusal.problem === "OWNER_NOT_MEMBER") return agreementFormTexts.ownerNotMember;
  return refusal.problem === "DUE_TOO_EARLY" ? agreementFormTexts.dueTooEarly(refusal.limit) : agreementFormTexts.dueTooFar(refusal.limit);
}

function rowField(row: number, problem: string): string {
  return problem === "OWNER_NOT_MEMBER" ? `agreement${row}Owner` : `agreement${row}Due`;
}

const LABELS: Record<string, string> = {
  goesWell: caseFormTexts.goesWell,
  question: caseFormTexts.question,
  situation: caseFormTexts.situation,
  parentsText: caseFormTexts.parents,
  pupilText: caseFormTexts.pupil,
  text: agreementFormTexts.text,
  theme: scheduleTexts.theme,
  place: scheduleTexts.place,
  reason: cancelTexts.reason,
  title: agendaFormTexts.title,
  explanation: agendaFormTexts.explanation,
  questions: agendaFormTexts.questions,
  organisation: guestFormTexts.organisation,
  request: guestFormTexts.request,
};

function labelOf(field: string): string {
  return LABELS[field] ?? caseFormTexts.agreement(Number(/\d/.exec(field)?.[0] ?? 1));
}
