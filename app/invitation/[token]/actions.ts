"use server";

import { dayOf, formatPeriod, formatTime, formatWeekdayMonth } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import type { Refusal } from "#lib/forms/form-action";
import { linkToken } from "#lib/forms/fields";
import { linkAction } from "#lib/forms/link-action";
import { answerByLink } from "#lib/invitations/commands";
import { findLinkedInvitation, type LinkedInvitation } from "#lib/invitations/queries";
import { answerByLinkSchema, asTyped } from "#lib/invitations/schema";
import { invitationTexts as texts } from "#lib/texts/invitations";

export const answerByLinkAction = linkAction("invitation:answer", "INVITATION", answerByLinkSchema.extend({ token: linkToken() }), async (holder, input) => {
  const result = await answerByLink(holder, input);
  if (result.ok) return { goTo: `/invitation/${input.token}?notice=${input.answer === "ACCEPTED" ? "answer-accepted" : "answer-declined"}` };
  if (result.problem === "PERSON_ALREADY_BOOKED") return { message: clashSentence(result.startsAt) };
  const invitation = await findLinkedInvitation(holder);
  if (!invitation) throw new NotFoundError("invitation");
  return changed(invitation);
});

function clashSentence(startsAt: Date | null): string {
  return startsAt ? texts.clash(formatWeekdayMonth(dayOf(startsAt)), formatTime(startsAt)) : texts.clashSomewhere;
}

// The reader has now seen what stands there, so the next tap is about that.
function changed(invitation: LinkedInvitation): Refusal {
  if (invitation.state === "RECORDED") return { message: texts.recorded };
  return { message: texts.moved(formatPeriod(invitation.startsAt, invitation.endsAt)), offers: { period: [{ value: asTyped(invitation), label: "" }] } };
}
