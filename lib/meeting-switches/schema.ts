import { z } from "zod";
import { isDay } from "#lib/dates";
import { choice, day, id, optionalLink, text } from "#lib/forms/fields";
import { switchTexts } from "#lib/texts/meeting-switches";

/** What bijeenkomsten become: from a distance, or on the spot again. */
export const switchTargets = ["DIGITAL", "LIVE"] as const;
export type SwitchTarget = (typeof switchTargets)[number];

const LONGEST_MUNICIPALITY = 80;
const MOST_SKIPPED = 40;
const UUID_LENGTH = 36;

const targets = { to: choice(switchTargets, switchTexts.toMissing) };

/** Which bijeenkomsten: those that begin on these Amsterdam days, both included, of all schools or of one municipality. */
export const chooseSwitchSchema = z
  .object({
    consortiumId: id(),
    ...targets,
    from: day(switchTexts.fromMissing),
    until: day(switchTexts.untilMissing),
    municipality: z.string().max(LONGEST_MUNICIPALITY).default(""),
  })
  .refine(({ from, until }) => from <= until, { path: ["until"], error: switchTexts.untilBeforeFrom });

/** The same choice as the address of the page that asks for a yes has it; nonsense in it leads to no page. */
export const switchSearchSchema = z.object({
  in: z.uuid().optional(),
  to: z.enum(switchTargets).optional(),
  from: z.string().max(10).refine(isDay).optional(),
  until: z.string().max(10).refine(isDay).optional(),
  municipality: z.string().max(LONGEST_MUNICIPALITY).default(""),
  /** Core teams that are passed over, with commas between. */
  skip: z.string().max(MOST_SKIPPED * (UUID_LENGTH + 1)).default(""),
});

// As a page writes it down for itself, not as people type it.
const writtenDay = z.string().max(10).refine(isDay, { error: switchTexts.fromMissing });

/** A yes to exactly the bijeenkomsten that were shown. */
export const switchMeetingsSchema = z.object({
  consortiumId: id(),
  ...targets,
  from: writtenDay,
  until: writtenDay,
  municipality: z.string().max(LONGEST_MUNICIPALITY).default(""),
  skipped: z.array(id()).max(MOST_SKIPPED, { error: switchTexts.tooManySkipped }).default([]),
  link: optionalLink(),
  fingerprint: text(64, switchTexts.changedMeanwhile),
});

export type SwitchMeetings = z.output<typeof switchMeetingsSchema>;

/** The core teams that an address passes over; what is no id is left out. */
export function skippedTeams(skip: string): string[] {
  return [...new Set(skip.split(",").filter((each) => z.uuid().safeParse(each).success))].slice(0, MOST_SKIPPED);
}
