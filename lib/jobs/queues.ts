import { z } from "zod";

const id = z.uuid();
const sealed = z.string().min(1).max(2_000);
const moment = z.iso.datetime();

/**
 * What each kind of job holds: ids, moments and sealed secrets. Names, addresses and texts stay in their tables, because
 * jobs are kept for a while after they are done. The worker reads jobs strictly: the web process may put anything in.
 */
export const jobSchemas = {
  "login-code": z.strictObject({ loginCodeId: id, sealedCode: sealed }),
  "email-change": z.strictObject({ personId: id, sealedCode: sealed }),
  "meeting-mail": z.strictObject({
    meetingMailId: id,
    /** When the meeting was before the change that this mail tells of. */
    movedFrom: z.strictObject({ startsAt: moment, endsAt: moment }).optional(),
    /** Somebody who was called for an item of the agenda is on call again. */
    callTakenBack: z.literal(true).optional(),
  }),
  "person-mail": z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("INVITED"), personId: id, inviterId: id }),
    z.strictObject({ kind: z.literal("CHANGE_REPORTED"), changeReportId: id, recipientId: id }),
    z.strictObject({ kind: z.literal("DECLINED"), participationId: id, hadAccepted: z.boolean() }),
    z.strictObject({ kind: z.literal("GUEST_DECLINED"), guestId: id, hadAccepted: z.boolean() }),
    z.strictObject({ kind: z.literal("AGREEMENT_PASSED_ON"), agreementId: id, coreTeamId: id, recipientId: id, passerId: id }),
    z.strictObject({ kind: z.literal("AGREEMENT_CLOSED"), agreementId: id, coreTeamId: id, recipientId: id }),
    z.strictObject({ kind: z.literal("PERSPECTIVE_ASKED"), caseDiscussionId: id, meetingId: id, coreTeamId: id, recipientId: id, askerId: id }),
    z.strictObject({ kind: z.literal("CASE_STOPPED"), caseDiscussionId: id, recipientId: id }),
    /** To its writer, whom the worker looks up: who settles a stopped casus does not know whose it is. */
    z.strictObject({ kind: z.literal("OWN_CASE"), became: z.enum(["STOPPED", "RELEASED", "ERASED"]), caseDiscussionId: id }),
    z.strictObject({ kind: z.literal("EMAIL_CHANGED"), personId: id, sealedOldAddress: sealed }),
    z.strictObject({ kind: z.literal("IDENTITY_LINKED"), personId: id }),
    z.strictObject({
      kind: z.literal("SECOND_FACTOR"),
      personId: id,
      event: z.enum(["SET_UP", "REPLACED", "CODES_RENEWED", "REMOVED", "RECOVERY_CODE_USED"]),
      codesLeft: z.number().int().min(0).max(100).optional(),
    }),
    z.strictObject({ kind: z.literal("SECOND_FACTOR_RESET"), personId: id, resetterId: id }),
    /** The overview of a week, named by its Monday. */
    z.strictObject({ kind: z.literal("DIGEST"), personId: id, week: z.iso.date() }),
    z.strictObject({ kind: z.literal("RECORD"), meetingId: id, recipientId: id }),
  ]),
  "proposal-mail": z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.enum(["ASKED", "REMINDER"]), inviteeId: id }),
    z.strictObject({ kind: z.literal("COMPLETE"), proposalId: id }),
  ]),
} as const;

/** A kind of job; its queue has the same name. */
export type JobName = keyof typeof jobSchemas;

export type JobData<Name extends JobName> = z.infer<(typeof jobSchemas)[Name]>;

/** Where jobs end up that could not be done; the worker then settles what they leave behind. */
export const DEAD_LETTERS = "dead-letter";

/** How long after it was put in a job is still tried again, in seconds. */
export const patience: Record<JobName, number> = {
  // A code works for ten minutes.
  "login-code": 600,
  "email-change": 600,
  "meeting-mail": 86_400,
  "person-mail": 86_400,
  "proposal-mail": 86_400,
};

const DAY = 86_400;

// A killed worker stops its heartbeat: its job goes to another one within a minute.
const watched = { heartbeatSeconds: 10, expireInSeconds: 120, deadLetter: DEAD_LETTERS };

// Somebody waits for the mail: soon again, never more than a minute apart.
const impatient = { ...watched, retryLimit: 20, retryDelay: 5, retryBackoff: true, retryDelayMax: 60, deleteAfterSeconds: 3_600 };

// After a few quick tries every half hour, until a day has passed.
const patient = { ...watched, retryLimit: 60, retryDelay: 15, retryBackoff: true, retryDelayMax: 1_800, deleteAfterSeconds: 7 * DAY };

/** The queues with their settings; the one for dead letters first, because the others point to it. */
export const queues = [
  {
    name: DEAD_LETTERS,
    heartbeatSeconds: 10,
    expireInSeconds: 120,
    retryLimit: 20,
    retryDelay: 60,
    retentionSeconds: 90 * DAY,
    deleteAfterSeconds: 90 * DAY,
  },
  { name: "login-code", ...impatient },
  { name: "email-change", ...impatient },
  { name: "meeting-mail", ...patient },
  { name: "person-mail", ...patient },
  { name: "proposal-mail", ...patient },
] as const;

/** The purpose under which a secret in a job is sealed, so that it opens for this kind of job about this row only. */
export function sealedFor(name: JobName, rowId: string): string {
  return `job:${name}:${rowId}`;
}
