import { z } from "zod";
import { agreeAtMeetingSchema, ofCase } from "#lib/agreements/schema";
import { choice, id } from "#lib/forms/fields";
import { chosenItem } from "#lib/presentation/places";
import { presentationTexts } from "#lib/texts/presentation";

/** One tap: somebody is there, or is not. */
export const markPresentSchema = z.object({
  meetingId: id(),
  /** Who it is about: a participation, or a guest. */
  attendeeId: id(),
  present: choice(["yes", "no"], presentationTexts.presenceMissing).transform((answer) => answer === "yes"),
  item: chosenItem,
});
export type MarkPresent = Omit<z.output<typeof markPresentSchema>, "item">;

/** An agreement as it is made at the table, with a casus or without; afterwards the same item is on the screen. */
export const agreeInMeetingSchema = agreeAtMeetingSchema.extend({ caseDiscussionId: ofCase(), item: chosenItem });
