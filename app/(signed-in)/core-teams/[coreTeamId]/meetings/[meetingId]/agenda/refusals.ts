import { type ItemChanged, type ItemProblem, MOST_ITEMS } from "#lib/agenda/commands";
import { findingsRefusal } from "#lib/forms/findings-refusal";
import type { Refusal } from "#lib/forms/form-action";
import { agendaFormTexts as texts } from "#lib/texts/agenda";

/** What the form of an item says about a refusal. */
export function itemRefusal(refusal: ItemProblem | { ok: false; problem: "FULL" | "ORIGIN_MISSING" }): Refusal {
  switch (refusal.problem) {
    case "FINDINGS":
      return findingsRefusal(refusal.findings, { title: texts.title, explanation: texts.explanation, questions: texts.questions });
    case "FULL":
      return { message: texts.full(MOST_ITEMS) };
    case "ORIGIN_MISSING":
      return { errors: { origin: texts.originMissing } };
    default:
      return { message: texts.fixed[refusal.problem] };
  }
}

/** What a form says when somebody else was first: what stands there now, to send over it all the same. */
export function changedRefusal(refusal: ItemChanged, say: (now: { title: string; minutes: number; explanation: string | null }) => string): Refusal {
  if (refusal.problem === "REMOVED_MEANWHILE") return { message: texts.removedMeanwhile };
  return { message: say(refusal.now), offers: { version: [{ value: String(refusal.now.version), label: "" }] } };
}
