import { z } from "zod";
import { day, emailAddress, id, optionalDay, optionalText, text, tick, ticks, version } from "#lib/forms/fields";
import { coreTeamTexts } from "#lib/texts/core-teams";
import { memberImportTexts } from "#lib/texts/member-import";

const texts = coreTeamTexts.fields;

const MOST_SCHOOLS = 20;
const LONGEST_NAME = 120;
const LONGEST_REASON = 200;
const LONGEST_MESSAGE = 1_000;

/** How many characters of pasted lines one form carries; its body may be 256 kB, in which an é counts twice. */
const LONGEST_PASTE = 200_000;

const optionalId = z
  .string()
  .max(36)
  .default("")
  .transform((value) => (value === "" ? null : value))
  .pipe(z.uuid({ error: texts.organisationUnknown }).nullable());

const stay = {
  organisationId: optionalId,
  firstDay: day(texts.firstDayMissing),
  temporary: tick(),
  lastDay: optionalDay(),
  temporaryReason: optionalText(LONGEST_REASON),
};

type Stay = { firstDay: string; temporary: boolean; lastDay: string | null; temporaryReason: string | null };

function checkStay({ firstDay, temporary, lastDay, temporaryReason }: Stay, context: z.RefinementCtx): void {
  const refuse = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  if (!temporary && temporaryReason !== null) refuse("temporary", texts.reasonWithoutTemporary);
  if (temporary && temporaryReason === null) refuse("temporaryReason", texts.reasonMissing);
  if (temporary && lastDay === null) refuse("lastDay", texts.lastDayMissing);
  if (lastDay !== null && lastDay < firstDay) refuse("lastDay", texts.lastDayBeforeFirst);
}

/** The start of a core team for a school, and for other schools that share it. */
export const startCoreTeamSchema = z.object({
  schoolId: id(texts.schoolMissing),
  moreSchoolIds: ticks(id(), MOST_SCHOOLS),
  name: text(LONGEST_NAME, texts.teamNameMissing),
  startedOn: day(texts.startMissing),
});

/** Somebody who joins a core team, for good or, with a last day and a reason, for a while. */
export const addMemberSchema = z
  .object({
    coreTeamId: id(),
    name: text(LONGEST_NAME, texts.nameMissing),
    email: emailAddress(),
    functionId: id(texts.functionMissing),
    ...stay,
  })
  .superRefine(checkStay);

/** What may change about a membership: for whom somebody sits there, and from when to when. */
export const changeMembershipSchema = z.object({ membershipId: id(), version: version(), ...stay }).superRefine(checkStay);

/** The last day of a membership. */
export const endMembershipSchema = z.object({ membershipId: id(), version: version(), lastDay: day(texts.lastDayMissing) });

/** A membership that has not begun and never will. */
export const withdrawMembershipSchema = z.object({ membershipId: id(), version: version() });

/** What somebody tells whoever keeps the team up to date. */
export const reportChangeSchema = z.object({ coreTeamId: id(), membershipId: optionalId, message: text(LONGEST_MESSAGE, texts.messageMissing) });

/** A report that was dealt with. */
export const handleChangeReportSchema = z.object({ changeReportId: id() });

/**
 * Pasted lines, one for each membership, as they were pasted: blanks at the start are columns. What is wrong with them
 * the page says where it shows them, so that a long list does not travel back and forth with its form.
 */
export const previewImportSchema = z.object({
  consortiumId: id(memberImportTexts.fields.consortiumMissing),
  lines: z
    .string()
    .max(LONGEST_PASTE, { error: memberImportTexts.fields.tooLong })
    .default("")
    .transform((lines) => lines.toWellFormed().replace(/\r\n?/g, "\n")),
});

/** The confirmation of exactly the preview with this fingerprint. */
export const importMembersSchema = z.object({
  consortiumId: id(),
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/, { error: memberImportTexts.fields.previewGone }),
  /** What the preview said of each line, to tell what has changed since. */
  outcomes: z.string().max(16_000).default(""),
  teams: z.enum(["start", "leave"], { error: memberImportTexts.fields.previewGone }),
});

export type StartCoreTeam = z.output<typeof startCoreTeamSchema>;
export type AddMember = z.output<typeof addMemberSchema>;
export type ChangeMembership = z.output<typeof changeMembershipSchema>;
export type EndMembership = z.output<typeof endMembershipSchema>;
export type WithdrawMembership = z.output<typeof withdrawMembershipSchema>;
export type ReportChange = z.output<typeof reportChangeSchema>;
export type HandleChangeReport = z.output<typeof handleChangeReportSchema>;
export type PreviewImport = z.output<typeof previewImportSchema>;
export type ImportMembers = z.output<typeof importMembersSchema>;
