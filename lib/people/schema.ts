import { z } from "zod";
import { choice, day, emailAddress, id, text } from "#lib/forms/fields";
import { grantableRoles } from "#lib/people/kinds";
import { peopleTexts } from "#lib/texts/people";
import { factorResetTexts } from "#lib/texts/second-factor";

const texts = peopleTexts.fields;

const LONGEST_NAME = 100;
const LONGEST_SEARCH = 100;

/** Which people of a samenwerkingsverband a list shows: who works there, who did, and whose account is off. */
export const peopleStates = ["NOW", "FORMER", "OFF"] as const;

/** The address of the list of people; nonsense in it counts as absent. */
export const peopleSearchSchema = z.object({
  q: z.string().max(LONGEST_SEARCH).default("").transform((typed) => typed.normalize("NFC").trim()),
  state: z.enum(peopleStates).default("NOW"),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  /** The samenwerkingsverband, for who has several. */
  in: z.uuid().optional(),
  notice: z.string().max(60).optional(),
});
export type PeopleFilter = Pick<z.output<typeof peopleSearchSchema>, "q" | "state" | "page"> & { consortiumId: string };

const optionalId = z
  .string()
  .max(36)
  .default("")
  .transform((value) => (value === "" ? null : value))
  .pipe(z.uuid({ error: texts.organisationUnknown }).nullable());

const role = {
  consortiumId: id(),
  role: choice(grantableRoles, texts.roleMissing),
  /** Who employs this person; null when that is the samenwerkingsverband itself, or not known. */
  organisationId: optionalId,
  firstDay: day(texts.firstDayMissing),
};

/** Somebody who gets a role, and with it an account. */
export const invitePersonSchema = z.object({ name: text(LONGEST_NAME, texts.nameMissing), email: emailAddress(), ...role });

/** A role for somebody who is known here. */
export const grantRoleSchema = z.object({ personId: id(), ...role });

/** The last day of a role. */
export const endRoleSchema = z.object({ roleId: id(), lastDay: day(texts.lastDayMissing) });

/** A role that has not begun and never will. */
export const withdrawRoleSchema = z.object({ roleId: id() });

/** An account to switch off or on, or to sign out everywhere. */
export const accountSchema = z.object({ personId: id() });

/** How somebody made sure that a person asks for it who cannot show a second factor any more. */
export const identityChecks = ["IN_PERSON", "CALLED_BACK", "VIDEO"] as const;

/** A second factor to take away. */
export const resetSecondFactorSchema = z.object({ personId: id(), check: choice(identityChecks, factorResetTexts.checkMissing) });

export type ResetSecondFactor = z.output<typeof resetSecondFactorSchema>;
export type InvitePerson = z.output<typeof invitePersonSchema>;
export type GrantRole = z.output<typeof grantRoleSchema>;
export type EndRole = z.output<typeof endRoleSchema>;
export type WithdrawRole = z.output<typeof withdrawRoleSchema>;
export type Account = z.output<typeof accountSchema>;
