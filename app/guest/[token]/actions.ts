"use server";

import { formatPeriod } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { linkToken } from "#lib/forms/fields";
import { linkAction } from "#lib/forms/link-action";
import { answerAsGuest } from "#lib/guests/commands";
import { findKeyhole } from "#lib/guests/queries";
import { answerByLinkSchema, asTyped } from "#lib/invitations/schema";
import { keyholeTexts } from "#lib/texts/guests";
import { invitationTexts } from "#lib/texts/invitations";

export const answerAsGuestAction = linkAction("invitation:answer", "GUEST", answerByLinkSchema.extend({ token: linkToken() }), async (holder, input) => {
  const result = await answerAsGuest(holder, input);
  if (result.ok) return { goTo: `/guest/${input.token}?notice=${input.answer === "ACCEPTED" ? "answer-accepted" : "answer-declined"}` };
  const meeting = await findKeyhole(holder);
  if (!meeting) throw new NotFoundError("guest");
  if (meeting.isOver) return { message: keyholeTexts.over };
  // The reader has now seen what stands there, so the next tap is about that.
  return { message: invitationTexts.moved(formatPeriod(meeting.startsAt, meeting.endsAt)), offers: { period: [{ value: asTyped(meeting), label: "" }] } };
});
