import { z } from "zod";
import { attendances, organisationKinds, sectors } from "#lib/consortia/kinds";
import { choice, id, optionalPhone, optionalText, text, tick, version } from "#lib/forms/fields";
import { consortiumTexts, organisationTexts, functionTexts } from "#lib/texts/consortia";

const LONGEST_NAME = 120;
const LONGEST_FUNCTION = 60;

/** The address of a page of one samenwerkingsverband; nonsense in it counts as absent. */
export const consortiumSearchSchema = z.object({
  /** The samenwerkingsverband, for who has several. */
  in: z.uuid().optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  notice: z.string().max(60).optional(),
});

/** The name and the official number of a samenwerkingsverband, such as PO2704; the number may be unknown still. */
export const changeConsortiumSchema = z.object({
  consortiumId: id(),
  version: version(),
  name: text(LONGEST_NAME, consortiumTexts.fields.nameMissing),
  code: optionalText(20)
    .transform((typed) => typed && typed.replace(/\s+/g, "").toUpperCase())
    .pipe(z.string().regex(/^[A-Z]{2}\d{4}$/, { error: consortiumTexts.fields.noSuchCode }).nullable()),
});

const organisation = {
  name: text(LONGEST_NAME, organisationTexts.fields.nameMissing),
  kind: choice(organisationKinds, organisationTexts.fields.kindMissing),
  phone: optionalPhone(),
};

export const addOrganisationSchema = z.object({ consortiumId: id(), ...organisation });
export const changeOrganisationSchema = z.object({ organisationId: id(), version: version(), ...organisation });

const teamFunction = {
  name: text(LONGEST_FUNCTION, functionTexts.fields.nameMissing),
  expected: tick(),
  attendance: choice(attendances, functionTexts.fields.attendanceMissing),
  /** Another function that is enough as well, so that a complete team has one of the two; null when none is. */
  enoughWith: z.string().max(36).default("").transform((value) => value || null).pipe(z.uuid({ error: functionTexts.fields.enoughUnknown }).nullable()),
};

/** A new function; whether it is held by people of the school itself is settled here for good. */
export const addFunctionSchema = z.object({
  consortiumId: id(),
  sector: choice(sectors, functionTexts.fields.sectorMissing),
  ...teamFunction,
  heldBy: choice(["SCHOOL", "PARTNER"], functionTexts.fields.heldByMissing),
});
export const changeFunctionSchema = z.object({ functionId: id(), ...teamFunction });

export const directions = ["UP", "DOWN"] as const;

/** One place up or down in the list of its sector. */
export const moveFunctionSchema = z.object({ functionId: id(), direction: choice(directions, functionTexts.fields.directionMissing) });

export type ChangeConsortium = z.output<typeof changeConsortiumSchema>;
export type AddOrganisation = z.output<typeof addOrganisationSchema>;
export type ChangeOrganisation = z.output<typeof changeOrganisationSchema>;
export type AddFunction = z.output<typeof addFunctionSchema>;
export type ChangeFunction = z.output<typeof changeFunctionSchema>;
export type MoveFunction = z.output<typeof moveFunctionSchema>;
