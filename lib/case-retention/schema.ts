import { z } from "zod";
import { retentionTerms } from "#lib/case-retention/rules";
import { choice, id, version } from "#lib/forms/fields";
import { caseRetentionTexts as texts } from "#lib/texts/case-retention";

/** The address of the page that tells what another term does; nonsense in it counts as absent. */
export const retentionSearchSchema = z.object({ in: z.uuid().optional(), term: z.enum(retentionTerms).optional() });

export const chooseRetentionSchema = z.object({ consortiumId: id(), term: choice(retentionTerms, texts.missing) });

/** A term as it was shown with its consequences; `version` is that of the term it takes the place of. */
export const changeRetentionSchema = z.object({ ...chooseRetentionSchema.shape, version: version() });
export type ChangeRetention = z.output<typeof changeRetentionSchema>;
