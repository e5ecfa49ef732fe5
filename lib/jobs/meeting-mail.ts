import { linkPath } from "#lib/access/personal-links";
import { calendarUid } from "#lib/calendar/invitation";
import { now } from "#lib/clock";
import { workerDatabase } from "#lib/db";
import { env } from "#lib/env";
import { send } from "#lib/jobs/mailer";
import type { JobData } from "#lib/jobs/queues";
import type { Job } from "#lib/jobs/worker";
import { meetingMail } from "#lib/mail/meeting-invitation";
import type { MeetingMailChange, MeetingMailData } from "#lib/mail/meeting-invitation";
import type { MailPerson } from "#lib/mail/message";
import type { Prisma } from "#prisma/generated/client";

/**
 * Mails one calendar entry to one invitee or guest, as the meeting is now. UID, SEQUENCE and Message-ID come from the row of the
 * mail, so that a repeat after a kill is the same mail. A mail that a later one overtook does not leave any more.
 */
export const meetingMailJob: Job<"meeting-mail"> = {
  async run(data) {
    const found = await findMail(data.meetingMailId);
    if (!found || found.state !== "QUEUED") return;
    if (isOvertaken(found) || found.to === null) return settle(found.id, { state: "SUPERSEDED" });
    const answerUrl = found.method === "REQUEST" ? await findLink(found) : null;
    const outcome = await send(meetingMail(mailData(found, found.to, data, answerUrl)));
    await settle(found.id, outcome.sent ? { state: "SENT", sentAt: now() } : { state: "BOUNCED", errorCode: outcome.code });
  },
  async giveUp({ meetingMailId }) {
    await settle(meetingMailId, { state: "BOUNCED", errorCode: "GIVEN_UP" });
  },
};

type FoundMail = NonNullable<Awaited<ReturnType<typeof findMail>>>;

const meetingSelect = {
  id: true,
  startsAt: true,
  endsAt: true,
  form: true,
  place: true,
  link: true,
  cancelled: true,
  coreTeam: { select: { id: true, name: true } },
  organiser: { select: { name: true, email: true, phone: true, sharesPhone: true } },
} as const satisfies Prisma.MeetingSelect;

const mailsSelect = { select: { id: true, method: true, sequence: true, state: true, createdAt: true }, orderBy: [{ createdAt: "desc" }, { sequence: "desc" }] } satisfies Prisma.Participation$mailsArgs;

// One statement, so that the mail and the meeting are of the same moment.
async function findMail(id: string) {
  const found = await workerDatabase().meetingMail.findUnique({
    relationLoadStrategy: "join",
    where: { id },
    select: {
      id: true,
      method: true,
      sequence: true,
      messageId: true,
      state: true,
      createdAt: true,
      participation: {
        select: {
          id: true,
          attendance: true,
          calledAt: true,
          function: { select: { name: true } },
          person: { select: { name: true, email: true, deactivatedAt: true } },
          mails: mailsSelect,
          meeting: { select: meetingSelect },
        },
      },
      guest: { select: { id: true, name: true, email: true, withdrawnAt: true, mails: mailsSelect, meeting: { select: meetingSelect } } },
    },
  });
  if (!found) return null;
  const { participation, guest, ...mail } = found;
  const addressee = participation ? inviteeOf(participation) : guest && guestOf(guest);
  return addressee && { ...mail, ...addressee };
}

type Addressee<Row extends { mails: unknown; meeting: unknown }> = Pick<Row, "mails" | "meeting"> & {
  /** Null for whose address was erased. */
  to: { name: string; address: string } | null;
  /** Not there any more to be asked anything. */
  isGone: boolean;
  functionName: string | null;
  onCall: boolean;
  /** When somebody who was on call was asked to come; null for others. */
  calledAt: Date | null;
  isGuest: boolean;
  /** The name of the entry in the calendar; a guest has one of the own, and whoever is invited anew another one. */
  entryId: string;
  link: { participationId: string } | { guestId: string };
};

function inviteeOf<Row extends FoundInvitee>({ id, attendance, calledAt, function: held, person, mails, meeting }: Row): Addressee<Row> {
  return {
    mails,
    meeting,
    to: { name: person.name, address: person.email },
    isGone: person.deactivatedAt !== null,
    functionName: held.name,
    onCall: attendance === "ON_CALL",
    calledAt,
    isGuest: false,
    entryId: meeting.id,
    link: { participationId: id },
  };
}

function guestOf<Row extends FoundGuest>({ id, name, email, withdrawnAt, mails, meeting }: Row): Addressee<Row> {
  const to = name === null || email === null ? null : { name, address: email };
  return { mails, meeting, to, isGone: withdrawnAt !== null, functionName: null, onCall: false, calledAt: null, isGuest: true, entryId: id, link: { guestId: id } };
}

type Mails = { mails: { id: string; method: "REQUEST" | "CANCEL"; sequence: number; state: string; createdAt: Date }[]; meeting: { id: string } };
type FoundInvitee = Mails & { id: string; attendance: string; calledAt: Date | null; function: { name: string }; person: { name: string; email: string; deactivatedAt: Date | null } };
type FoundGuest = Mails & { id: string; name: string | null; email: string | null; withdrawnAt: Date | null };

// Apart, because a join would ask for the fingerprint too, which nobody may read.
async function findLink({ link, isGuest }: FoundMail): Promise<string | null> {
  const purpose = isGuest ? "GUEST" : "INVITATION";
  const found = await workerDatabase().personalLink.findFirst({ where: { ...link, purpose, revokedAt: null }, select: { id: true }, orderBy: { createdAt: "desc" } });
  return found && `${env().APP_URL}${linkPath(purpose, found.id)}`;
}

function mailData(found: FoundMail, to: MailPerson, { movedFrom, callTakenBack }: JobData<"meeting-mail">, answerUrl: string | null): MeetingMailData {
  const { meeting, functionName, onCall, isGuest } = found;
  const { APP_URL } = env();
  return {
    change: changeOf(found, callTakenBack === true),
    to,
    organiser: {
      name: meeting.organiser.name,
      address: meeting.organiser.email,
      phone: meeting.organiser.sharesPhone ? meeting.organiser.phone : null,
    },
    teamName: meeting.coreTeam.name,
    functionName,
    onCall,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    form: meeting.form,
    place: meeting.place,
    link: meeting.link,
    before: movedFrom && { startsAt: new Date(movedFrom.startsAt), endsAt: new Date(movedFrom.endsAt) },
    url: isGuest ? null : `${APP_URL}/core-teams/${meeting.coreTeam.id}/meetings/${meeting.id}`,
    answerUrl,
    uid: calendarUid(found.entryId, APP_URL),
    sequence: found.sequence,
    changedAt: found.createdAt,
    messageId: found.messageId,
  };
}

// Whoever left gets nothing new, but does get an entry taken back that still stands in a calendar.
function isOvertaken({ id, method, mails, isGone }: FoundMail): boolean {
  return mails[0]?.id !== id || (isGone && method === "REQUEST");
}

// Only who has the entry in a calendar hears of a change in it. For everybody else, and when it is sent again, it is new. Who was
// called hears that from the first mail since then that leaves, whatever it was made for.
function changeOf({ method, sequence, mails, meeting, calledAt }: FoundMail, callTakenBack: boolean): MeetingMailChange {
  if (method === "CANCEL") return meeting.cancelled ? "CANCELLED" : "WITHDRAWN";
  if (calledAt && !mails.some((mail) => mail.state === "SENT" && mail.createdAt >= calledAt)) return "CALLED";
  const last = mails.find(({ state }) => state === "SENT");
  if (last?.method !== "REQUEST" || last.sequence >= sequence) return "INVITED";
  return callTakenBack ? "CALL_TAKEN_BACK" : "CHANGED";
}

async function settle(id: string, change: { state: "SENT" | "BOUNCED" | "SUPERSEDED"; sentAt?: Date; errorCode?: string }): Promise<void> {
  const { state, sentAt = null, errorCode = null } = change;
  await workerDatabase().meetingMail.updateMany({ where: { id, state: "QUEUED" }, data: { state, sentAt, errorCode } });
}
