import { findingsRefusal } from "#lib/forms/findings-refusal";
import type { Refusal } from "#lib/forms/form-action";
import type { GuestProblem } from "#lib/guests/commands";
import { MOST_GUESTS } from "#lib/guests/schema";
import { guestFormTexts as texts, guestTexts } from "#lib/texts/guests";
import { rescheduleTexts } from "#lib/texts/meetings";

/** What the form about a guest says of a refusal. */
export function guestRefusal(refusal: GuestProblem): Refusal {
  switch (refusal.problem) {
    case "FINDINGS":
      return findingsRefusal(refusal.findings, { organisation: texts.organisation, request: texts.request });
    case "ITEMS_GONE":
      return { errors: { items: texts.itemsGone } };
    case "ALREADY_INVITED":
      return { errors: { email: texts.alreadyInvited } };
    case "IS_MEMBER":
      return { errors: { email: texts.isMember } };
    case "FULL":
      return { message: texts.full(MOST_GUESTS) };
    case "TOO_OFTEN":
      return { message: texts.tooOften };
    case "ON_ITS_WAY":
      return { message: texts.onItsWay };
    case "CHANGED_MEANWHILE":
      return { message: texts.changedMeanwhile(guestTexts.atItems(refusal.items)), offers: { version: [{ value: String(refusal.version), label: "" }] } };
    default:
      return { message: rescheduleTexts.notPossible[refusal.problem] };
  }
}
