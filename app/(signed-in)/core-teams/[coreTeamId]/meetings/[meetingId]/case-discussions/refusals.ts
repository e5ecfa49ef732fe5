import type { Finding } from "#lib/anonymity/schema";
import type { Refusal } from "#lib/forms/form-action";
import { agendaFormTexts } from "#lib/texts/agenda";
import { agreementFormTexts } from "#lib/texts/agreements";
import { anonymityTexts } from "#lib/texts/anonymity";
import { caseFormTexts } from "#lib/texts/case-discussions";
import { guestFormTexts } from "#lib/texts/guests";
import { lessonTexts } from "#lib/texts/follow-up";
import { cancelTexts, scheduleTexts } from "#lib/texts/meetings";
import { perspectiveFormTexts } from "#lib/texts/perspectives";

/** Found words as sentences at their fields, with the words themselves for the form to mark. `labels` are of fields that are not called the same everywhere. */
export function findingsRefusal(findings: Record<string, Finding[]>, labels: Readonly<Record<string, string>> = {}): Refusal {
  const errors = Object.entries(findings).map(([field, found]) => [field, anonymityTexts.unexplained(labels[field] ?? labelOf(field), [...new Set(found.map(({ text }) => text))])]);
  return { findings, errors: Object.fromEntries(errors) };
}

/** What still has to be answered, as sentences at their fields. */
export function missingRefusal(missing: readonly string[]): Refusal {
  const sentences: Readonly<Record<string, string>> = caseFormTexts.missing;
  return { errors: Object.fromEntries(missing.map((field) => [field, sentences[field] ?? ""])) };
}

/** The sentence about who takes something on, or by when. */
export function dueOrOwnerSentence(refusal: { problem: "OWNER_MISSING" | "OWNER_NOT_MEMBER" } | { problem: "DUE_TOO_EARLY" | "DUE_TOO_FAR"; limit: string }): string {
  if (!("limit" in refusal)) return refusal.problem === "OWNER_MISSING" ? agreementFormTexts.ownerMissing : agreementFormTexts.ownerNotMember;
  return refusal.problem === "DUE_TOO_EARLY" ? agreementFormTexts.dueTooEarly(refusal.limit) : agreementFormTexts.dueTooFar(refusal.limit);
}

const LABELS: Record<string, string> = {
  goesWell: caseFormTexts.goesWell,
  question: caseFormTexts.question,
  situation: caseFormTexts.situation,
  parentsText: caseFormTexts.parents,
  pupilText: caseFormTexts.pupil,
  parentsInformedWhy: caseFormTexts.parentsInformedWhy,
  needed: caseFormTexts.needed,
  together: caseFormTexts.together,
  notDoing: caseFormTexts.notDoing,
  atHome: caseFormTexts.atHome,
  perspective: perspectiveFormTexts.label,
  success: lessonTexts.success,
  lesson: lessonTexts.lesson,
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
  return LABELS[field] ?? agreementFormTexts.text;
}
