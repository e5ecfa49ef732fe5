import { z } from "zod";
import { keptWords } from "#lib/anonymity/kept-words";
import { id, optionalText, version } from "#lib/forms/fields";

/** How many characters each of the two texts may have. */
export const LONGEST_OFFER = 1_000;

/** What a school can do for a pupil, and what it cannot; an empty one takes back what stood there. */
export const writeOfferSchema = z.object({
  coreTeamId: id(),
  version: version(),
  can: optionalText(LONGEST_OFFER),
  canReason: keptWords(),
  cannot: optionalText(LONGEST_OFFER),
  cannotReason: keptWords(),
});
export type WriteOffer = z.output<typeof writeOfferSchema>;
