import { answerAsGuest, changeGuest, inviteGuest, resendToGuest, withdrawGuest } from "#lib/guests/commands";
import { findGuest, findGuestMeeting, findKeyhole, listGuests } from "#lib/guests/queries";
import { operatorDatabase } from "#lib/db";
import type { LinkRows, MatrixRow, MatrixRows } from "#tests/support/matrix-row";

const readers: MatrixRow["allowed"] = ["schoolCoordinator", "partner", "processCoach", "organiser"];
const planners: MatrixRow["allowed"] = ["schoolCoordinator", "processCoach", "organiser"];

const words = { name: "Roos Veenstra", organisation: "Veilig Thuis", organisationReason: null, email: "roos@veiligthuis.example", request: null, requestReason: null };

/** The guests of a meeting are seen by the team and whoever guides it, and invited by who plans. */
export const guestRows: MatrixRows = {
  "guests/queries:listGuests": { allowed: readers, call: (viewer, { a }) => listGuests(viewer, a.coming.id) },
  "guests/queries:findGuestMeeting": { allowed: readers, call: (viewer, { a }) => findGuestMeeting(viewer, a.team.id, a.coming.id) },
  "guests/queries:findGuest": { allowed: planners, call: (viewer, { a }) => findGuest(viewer, { coreTeamId: a.team.id, meetingId: a.coming.id, guestId: a.guest.id }) },

  "guests/commands:inviteGuest": { allowed: planners, call: (viewer, { a }) => inviteGuest(viewer, { ...words, meetingId: a.coming.id, items: [a.guest.itemId] }) },
  "guests/commands:changeGuest": { allowed: planners, call: (viewer, { a }) => changeGuest(viewer, { guestId: a.guest.id, version: 1, items: [a.agendaItems.ofPartner.id], request: null, requestReason: null }) },
  "guests/commands:resendToGuest": { allowed: planners, call: (viewer, { a }) => resendToGuest(viewer, { guestId: a.guest.id }) },
  "guests/commands:withdrawGuest": { allowed: planners, call: (viewer, { a }) => withdrawGuest(viewer, { guestId: a.guest.id }) },
};

/** What the link of a guest opens. */
export const guestLinkRows: LinkRows = {
  "guests/queries:findKeyhole": { purpose: "GUEST", call: (holder) => findKeyhole(holder) },
  "guests/commands:answerAsGuest": {
    purpose: "GUEST",
    call: async (holder, { a }) => answerAsGuest(holder, { answer: "DECLINED", period: await operatorDatabase().meeting.findUniqueOrThrow({ where: { id: a.coming.id }, select: { startsAt: true, endsAt: true } }) }),
  },
};
