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

/**
 * Mails one calendar entry to one invitee, as the meeting is now. UID, SEQUENCE and Message-ID come from the row of the
 * mail, so that a repeat after a kill is the same mail. A mail that a later one overtook does not leave any more.
 */
export const meetingMailJob: Job<"meeting-mail"> = {
  async run(data) {
    const found = await findMail(data.meetingMailId);
    if (!found || found.state !== "QUEUED") return;
    if (isOvertaken(found)) return settle(found.id, { state: "SUPERSEDED" });
    const link = found.method === "REQUEST" ? await findLink(found.participation.id) : null;
    const outcome = await send(meetingMail(mailData(found, data.movedFrom, link)));
    await settle(found.id, outcome.sent ? { state: "SENT", sentAt: now() } : { state: "BOUNCED", errorCode: outcome.code });
  },
  async giveUp({ meetingMailId }) {
    await settle(meetingMailId, { state: "BOUNCED", errorCode: "GIVEN_UP" });
  },
};

type FoundMail = NonNullable<Awaited<ReturnType<typeof findMail>>>;

// One statement, so that the mail and the meeting are of the same moment.
async function findMail(id: string) {
  return workerDatabase().meetingMail.findUnique({
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
          function: { select: { name: true } },
          person: { select: { name: true, email: true, deactivatedAt: true } },
          mails: { select: { id: true, method: true, sequence: true, state: true }, orderBy: [{ createdAt: "desc" }, { sequence: "desc" }] },
          meeting: {
            select: {
              id: true,
              startsAt: true,
              endsAt: true,
              form: true,
              place: true,
              link: true,
              cancelled: true,
              coreTeam: { select: { id: true, name: true } },
              organiser: { select: { name: true, email: true, phone: true, sharesPhone: true } },
            },
          },
        },
      },
    },
  });
}

// Apart, because a join would ask for the fingerprint too, which nobody may read.
async function findLink(participationId: string): Promise<{ id: string } | null> {
  return workerDatabase().personalLink.findFirst({ where: { participationId, purpose: "INVITATION", revokedAt: null }, select: { id: true }, orderBy: { createdAt: "desc" } });
}

function mailData(found: FoundMail, movedFrom: JobData<"meeting-mail">["movedFrom"], link: { id: string } | null): MeetingMailData {
  const { participation } = found;
  const { meeting, person } = participation;
  const { APP_URL } = env();
  return {
    change: changeOf(found),
    to: { name: person.name, address: person.email },
    organiser: {
      name: meeting.organiser.name,
      address: meeting.organiser.email,
      phone: meeting.organiser.sharesPhone ? meeting.organiser.phone : null,
    },
    teamName: meeting.coreTeam.name,
    functionName: participation.function.name,
    onCall: participation.attendance === "ON_CALL",
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    form: meeting.form,
    place: meeting.place,
    link: meeting.link,
    before: movedFrom && { startsAt: new Date(movedFrom.startsAt), endsAt: new Date(movedFrom.endsAt) },
    url: `${APP_URL}/core-teams/${meeting.coreTeam.id}/meetings/${meeting.id}`,
    answerUrl: link ? `${APP_URL}${linkPath("INVITATION", link.id)}` : null,
    uid: calendarUid(meeting.id, APP_URL),
    sequence: found.sequence,
    changedAt: found.createdAt,
    messageId: found.messageId,
  };
}

// Whoever left gets nothing new, but does get an entry taken back that still stands in a calendar.
function isOvertaken({ id, method, participation: { mails, person } }: FoundMail): boolean {
  return mails[0]?.id !== id || (person.deactivatedAt !== null && method === "REQUEST");
}

// Only who has the entry in a calendar hears of a change in it. For everybody else, and when it is sent again, it is new.
function changeOf({ method, sequence, participation }: FoundMail): MeetingMailChange {
  if (method === "CANCEL") return participation.meeting.cancelled ? "CANCELLED" : "WITHDRAWN";
  const last = participation.mails.find(({ state }) => state === "SENT");
  return last?.method === "REQUEST" && last.sequence < sequence ? "CHANGED" : "INVITED";
}

async function settle(id: string, change: { state: "SENT" | "BOUNCED" | "SUPERSEDED"; sentAt?: Date; errorCode?: string }): Promise<void> {
  const { state, sentAt = null, errorCode = null } = change;
  await workerDatabase().meetingMail.updateMany({ where: { id, state: "QUEUED" }, data: { state, sentAt, errorCode } });
}
