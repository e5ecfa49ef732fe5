import { randomUUID } from "node:crypto";
import type { Transaction } from "#lib/db";
import { env } from "#lib/env";
import { keepInvitationLinks, type MailAddressee } from "#lib/jobs/invitation-links";
import { enqueueAll } from "#lib/jobs/queue";
import { messageIdFor } from "#lib/mail/message";

/** What a calendar mail tells: with which SEQUENCE, when the meeting was before it moved, and whether somebody who was called is on call again. */
export type MeetingMailLetter = { method: "REQUEST" | "CANCEL"; sequence: number; movedFrom?: { startsAt: Date; endsAt: Date } | null; callTakenBack?: true };

/** A calendar mail that has to leave, and to whom. */
export type NewMeetingMail = MailAddressee & MeetingMailLetter;

type MailTeam = { id: string; consortiumId: string };

/** Queues calendar mails of one core team; see `queueMailsOfTeams`. */
export async function queueMeetingMails(tx: Transaction, team: MailTeam, mails: readonly NewMeetingMail[]): Promise<void> {
  await queueMailsOfTeams(tx, mails.map((mail) => ({ team, ...mail })));
}

/**
 * Writes calendar mails down and puts their jobs in the queue, all as part of one transaction: they leave if and only if
 * it commits. Each Message-ID is fixed here, so that a mail sent again after a kill is the same mail. The link by which an
 * invitee answers follows its mails.
 */
export async function queueMailsOfTeams(tx: Transaction, mails: readonly (NewMeetingMail & { team: MailTeam })[]): Promise<void> {
  if (mails.length === 0) return;
  const { APP_URL } = env();
  const rows = mails.map((mail) => ({ id: randomUUID(), ...mail }));
  await tx.meetingMail.createMany({
    data: rows.map(({ id, team, participationId = null, guestId = null, method, sequence }) => ({
      id,
      consortiumId: team.consortiumId,
      coreTeamId: team.id,
      participationId,
      guestId,
      method,
      sequence,
      messageId: messageIdFor(id, APP_URL),
    })),
  });
  await keepInvitationLinks(tx, rows);
  await enqueueAll(
    tx,
    "meeting-mail",
    rows.map(({ id, movedFrom, callTakenBack }) => ({
      meetingMailId: id,
      ...(callTakenBack ? { callTakenBack } : {}),
      ...(movedFrom ? { movedFrom: { startsAt: movedFrom.startsAt.toISOString(), endsAt: movedFrom.endsAt.toISOString() } } : {}),
    })),
  );
}
