import { PLACE } from "#lib/agenda/rules";
import { addDays, type Day, momentAt } from "#lib/dates";
import type { AgendaRows } from "#prisma/demo/agendas";
import type { WorldMeeting } from "#prisma/demo/meetings";
import type { Prisma } from "#prisma/generated/client";
import { demoId } from "#prisma/world";

/** The rows of guests. */
export type GuestRows = { meetingGuest: Prisma.MeetingGuestCreateManyInput[]; meetingGuestItem: Prisma.MeetingGuestItemCreateManyInput[]; guestMail: Prisma.MeetingMailCreateManyInput[] };

const WITH_GUEST = "de-wilgen:next";
const FIFTH_ITEM = 5 * PLACE;

/** Veilig Thuis comes to the next meeting of De Wilgen for its fifth item, was mailed four days ago and said yes. */
export function guestRows(referenceDay: Day, meetings: readonly WorldMeeting[], agenda: Pick<AgendaRows, "agendaItem">, organiserOf: (meeting: WorldMeeting) => string): GuestRows {
  const meeting = meetings.find(({ key }) => key === WITH_GUEST);
  const item = meeting && agenda.agendaItem.find(({ meetingId, position }) => meetingId === demoId(`meeting:${meeting.key}`) && position === FIFTH_ITEM);
  if (!meeting || typeof item?.id !== "string") return { meetingGuest: [], meetingGuestItem: [], guestMail: [] };
  const { consortiumId, coreTeamId, meetingId } = item;
  const [guestId, mailId] = [demoId(`guest:${meeting.key}`), demoId(`guest-mail:${meeting.key}`)];
  const invitedAt = momentAt(addDays(referenceDay, -4), "12:00") ?? meeting.startsAt;
  return {
    meetingGuest: [{
      id: guestId, consortiumId, coreTeamId, meetingId,
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
      name: "Roos Veenstra",
      organisation: "Veilig Thuis",
      email: "roos.veenstra@veiligthuis.example",
      request: "Wil je vertellen wanneer we jullie om advies kunnen vragen, zonder dat het meteen een melding is?",
      answer: "ACCEPTED",
      invitedById: organiserOf(meeting),
      createdAt: invitedAt,
    }],
    meetingGuestItem: [{ guestId, itemId: item.id, meetingId, coreTeamId, consortiumId }],
    guestMail: [{ id: mailId, consortiumId, coreTeamId, guestId, method: "REQUEST", sequence: 0, messageId: `<${mailId}@kernteam.example>`, state: "SENT", createdAt: invitedAt, sentAt: invitedAt }],
  };
}
