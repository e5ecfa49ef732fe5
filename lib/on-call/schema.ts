import { z } from "zod";
import { id } from "#lib/forms/fields";
import { callTexts } from "#lib/texts/on-call";

/** Asking somebody who is on call to come to a meeting, for an item of its agenda. */
export const callInviteeSchema = z.object({ participationId: id(), itemId: id(callTexts.itemMissing) });
export type CallInvitee = z.output<typeof callInviteeSchema>;

/** Taking that back. */
export const takeBackCallSchema = z.object({ participationId: id() });
export type TakeBackCall = z.output<typeof takeBackCallSchema>;
