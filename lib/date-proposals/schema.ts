import { z } from "zod";
import { isDay } from "#lib/dates";
import { day, id, linkToken, optionalDay, time, version } from "#lib/forms/fields";
import { confirmations, howLongAndWhere, meetingForms, meetingKinds, saysWhere, USUAL_MINUTES, what, who } from "#lib/meetings/schema";
import { proposalTexts as texts } from "#lib/texts/date-proposals";

/** How many moments a team is asked to choose from. */
export const FEWEST_MOMENTS = 2;
export const MOST_MOMENTS = 6;

/** What people can say about a moment. */
export const dateAnswers = ["YES", "IF_NEEDED", "NO"] as const;

/** In how many weeks moments are looked for. */
export const searchWeeks = ["4", "8", "13", "26", "52"] as const;

const MOMENT = /^\d{4}-\d{2}-\d{2} (?:[01]\d|2[0-3]):[0-5]\d$/;

/** A moment as a form names it, in Amsterdam wall time: "2026-11-24 14:15". */
const moment = () => z.string().max(16, { error: texts.moments.wrong }).regex(MOMENT, { error: texts.moments.wrong }).refine((typed) => isDay(typed.slice(0, 10)), { error: texts.moments.wrong });

// Empty boxes mean that no moment of one's own is added.
const optionalTime = () => z.union([z.literal("").transform(() => null), time(texts.own.startMissing)]).default("").transform((value) => value || null);

/** The address of the page that looks for moments; nonsense in it counts as absent. */
export const slotSearchSchema = z.object({
  kind: z.enum(meetingKinds).default("IN_DEPTH"),
  minutes: z.coerce.number().int().min(15).max(480).default(USUAL_MINUTES),
  weeks: z.enum(searchWeeks).default("8"),
  form: z.enum(meetingForms).default("LIVE"),
  /** Also days on which the team meets already. */
  sameDay: z.enum(["yes"]).optional(),
  notice: z.string().max(60).optional(),
});

/** Two to six moments for a team to choose from, and until which day answers count. */
export const proposeDatesSchema = saysWhere(
  z.object({
    coreTeamId: id(),
    ...what,
    ...howLongAndWhere,
    ...who,
    moments: z.array(moment()).max(MOST_MOMENTS, { error: texts.moments.tooMany(MOST_MOMENTS) }).default([]),
    /** A moment that was typed instead of ticked. */
    ownDate: optionalDay(),
    ownStart: optionalTime(),
    lastDay: day(texts.lastDay.missing),
  }),
)
  .refine(({ ownDate, ownStart }) => (ownDate === null) === (ownStart === null), { path: ["ownStart"], error: texts.own.startMissing })
  .transform(({ ownDate, ownStart, moments, ...rest }) => ({ ...rest, moments: [...new Set([...moments, ...(ownDate && ownStart ? [`${ownDate} ${ownStart}`] : [])])].toSorted() }))
  .refine(({ moments }) => moments.length >= FEWEST_MOMENTS, { path: ["moments"], error: texts.moments.tooFew(FEWEST_MOMENTS) })
  .refine(({ moments }) => moments.length <= MOST_MOMENTS, { path: ["moments"], error: texts.moments.tooMany(MOST_MOMENTS) });
export type ProposeDates = z.output<typeof proposeDatesSchema>;

export const proposalActionSchema = z.object({ proposalId: id(), version: version() });

/** Books one of the moments. `accepted`: a yes to going on without somebody who is required. */
export const confirmDateSchema = z.object({
  proposalId: id(),
  version: version(),
  moment: moment(),
  /** Another moment that was offered, because somebody is elsewhere by now. */
  instead: moment().nullable().default(null),
  accepted: z.enum(["yes"]).optional(),
  ...confirmations,
});
export type ConfirmDate = z.output<typeof confirmDateSchema>;

// Radios need a name each: one for every place in the list of moments.
const answer = () => z.enum(dateAnswers, { error: texts.answer.missing }).optional();

/** The answers to all moments, in their order, and another moment that is offered instead. */
export const answerProposalSchema = z
  .object({
    token: linkToken(),
    moments: z.array(id()).min(1).max(MOST_MOMENTS),
    answer0: answer(), answer1: answer(), answer2: answer(), answer3: answer(), answer4: answer(), answer5: answer(),
    /** Says yes to every moment at once. */
    all: z.enum(["YES"]).optional(),
    counterDate: optionalDay(),
    counterStart: optionalTime(),
  })
  .transform(({ answer0, answer1, answer2, answer3, answer4, answer5, all, ...rest }) => {
    const given = [answer0, answer1, answer2, answer3, answer4, answer5].slice(0, rest.moments.length);
    return { ...rest, answers: all === "YES" ? given.map(() => "YES" as const) : given };
  })
  .superRefine(({ answers, counterDate, counterStart }, context) => {
    for (const [index, each] of answers.entries()) if (each === undefined) context.addIssue({ code: "custom", path: [`answer${index}`], message: texts.answer.missing });
    if ((counterDate === null) !== (counterStart === null)) context.addIssue({ code: "custom", path: [counterDate === null ? "counterDate" : "counterStart"], message: texts.answer.counterHalf });
  });
export type AnswerProposal = z.output<typeof answerProposalSchema>;

/** Which moment a page asks a yes for. */
export const confirmationSearchSchema = z.object({ moment: z.string().max(16).regex(MOMENT).optional() });

