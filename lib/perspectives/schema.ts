import { z } from "zod";
import { keptWords } from "#lib/anonymity/kept-words";
import { choice, id, optionalText, version } from "#lib/forms/fields";
import { caseReturn } from "#lib/presentation/places";

/** How many characters a perspective may have. */
export const LONGEST_PERSPECTIVE = 2_000;

/**
 * The own perspective on a casus. `revealed` is what its writer saw when typing: whether the team reads it at once. An
 * empty text takes back what stood there.
 */
export const savePerspectiveSchema = z.object({
  discussionId: id(),
  version: version(),
  revealed: choice(["yes", "no"], "").default("no"),
  perspective: optionalText(LONGEST_PERSPECTIVE),
  perspectiveReason: keptWords(),
});
export type SavePerspective = z.output<typeof savePerspectiveSchema>;

export const revealPerspectivesSchema = z.object({ discussionId: id(), ...caseReturn });
export const askForPerspectivesSchema = z.object({ discussionId: id() });
