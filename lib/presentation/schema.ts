import { z } from "zod";
import { agreeAtMeetingSchema } from "#lib/agreements/schema";
import { choice, id } from "#lib/forms/fields";
import { presentationTexts } from "#lib/texts/presentation";

const MOST_ITEMS = 200;

/** Which item of the agenda is shown, counted from 1; without one the clock says which. */
export const chosenItem = z.coerce.number().int().min(1).max(MOST_ITEMS).optional().catch(undefined);

/** One tap: somebody is there, or is not. */
export const markPresentSchema = z.object({
  meetingId: id(),
  /** Who it is about: a participation, or a guest. */
  attendeeId: id(),
  present: choice(["yes", "no"], presentationTexts.presenceMissing).transform((answer) => answer === "yes"),
  item: chosenItem,
});
export type MarkPresent = Omit<z.output<typeof markPresentSchema>, "item">;

/** An agreement as it is made at the table; afterwards the same item is on the screen. */
export const agreeInMeetingSchema = agreeAtMeetingSchema.extend({ item: chosenItem });
