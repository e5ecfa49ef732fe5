import type { LinkHolder } from "#lib/access/link-holder";
import { recordByLink } from "#lib/audit/record";
import { NotFoundError } from "#lib/errors";
import { enqueue } from "#lib/jobs/queue";
import type { AnswerByLink } from "#lib/invitations/schema";

/** Whether an answer was taken, or why not. Of a clash it tells when, not where: the link may have been passed on. */
export type AnswerByLinkResult = { ok: true } | { ok: false; problem: "CHANGED_MEANWHILE" } | { ok: false; problem: "PERSON_ALREADY_BOOKED"; startsAt: Date | null };

/**
 * Answers one's own invitation without signing in: the same answer as on the page of the meeting. It may be changed until
 * the meeting ends. Refuses when the meeting is no longer at the moment that was shown or was recorded already, and when
 * whoever comes after all is in another meeting by then; a constraint has the last word. A decline is told to the organiser, once.
 */
export async function answerByLink(holder: LinkHolder, { answer, period }: AnswerByLink): Promise<AnswerByLinkResult> {
  type Row = { outcome: "ANSWERED" | "CHANGED" | "BUSY"; meetingId: string; clashStartsAt: Date | null; participationId: string; was: "NONE" | "ACCEPTED" | "DECLINED"; organiserId: string | null };
  const [row] = await holder.db.$queryRaw<Row[]>`
    SELECT outcome, meeting_id AS "meetingId", clash_starts_at AS "clashStartsAt",
      participation_id::text AS "participationId", was::text AS was, organiser_id::text AS "organiserId"
    FROM answer_linked_invitation(${answer}::"InvitationAnswer", ${period.startsAt}, ${period.endsAt})`;
  if (!row) throw new NotFoundError("invitation");
  if (row.outcome === "CHANGED") return { ok: false, problem: "CHANGED_MEANWHILE" };
  if (row.outcome === "BUSY") return { ok: false, problem: "PERSON_ALREADY_BOOKED", startsAt: row.clashStartsAt };
  if (answer === "DECLINED" && row.was !== "DECLINED" && row.organiserId !== holder.person.id) {
    await enqueue(holder.db, "person-mail", { kind: "DECLINED", participationId: row.participationId, hadAccepted: row.was === "ACCEPTED" });
  }
  await recordByLink(holder, "invitation:answer", { objectType: "meeting", objectId: row.meetingId, details: { answer } });
  return { ok: true };
}
