import { z } from "zod";
import { keptWords } from "#lib/anonymity/kept-words";
import { id, optionalText, text, version } from "#lib/forms/fields";
import { successFormTexts } from "#lib/texts/successes";

/** How many characters a success may have: as many as one of a casus. */
export const LONGEST_SUCCESS = 500;

/** The address of the successes of a team: which school year by its first year, and which page. */
export const successSearchSchema = z.object({
  year: z.coerce.number().int().min(2000).max(2099).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  notice: z.string().max(60).optional(),
});

/** A success that belongs to no casus. */
export const writeSuccessSchema = z.object({ coreTeamId: id(), text: text(LONGEST_SUCCESS, successFormTexts.missing), textReason: keptWords() });
export type WriteSuccess = z.output<typeof writeSuccessSchema>;

/** The own success in other words; an empty one is taken back. */
export const changeSuccessSchema = z.object({ successId: id(), version: version(), text: optionalText(LONGEST_SUCCESS), textReason: keptWords() });
export type ChangeSuccess = z.output<typeof changeSuccessSchema>;
