import { makeCalendarAddress, stopCalendarAddress } from "#lib/calendar/commands";
import { findCalendarAddress, listLinkedCalendar } from "#lib/calendar/queries";
import { operatorDatabase } from "#lib/db";
import { answerByLink } from "#lib/invitations/commands";
import { findLinkedInvitation, listVacantSeats } from "#lib/invitations/queries";
import type { LinkRows, MatrixRows } from "#tests/support/matrix-row";

/** Invitations are for the team and who guides it; the own calendar is everybody's own. */
export const invitationRows: MatrixRows = {
  "invitations/queries:listVacantSeats": { allowed: ["schoolCoordinator", "partner", "processCoach", "organiser"], call: (viewer, { a }) => listVacantSeats(viewer, a.team.id) },
  // Everybody has one made first, because nobody sees that of another.
  "calendar/queries:findCalendarAddress": { allowed: "everyone", prepare: makeCalendarAddress, call: (viewer) => findCalendarAddress(viewer) },
  "calendar/commands:makeCalendarAddress": { allowed: "everyone", call: (viewer) => makeCalendarAddress(viewer) },
  "calendar/commands:stopCalendarAddress": { allowed: "everyone", prepare: makeCalendarAddress, call: (viewer) => stopCalendarAddress(viewer) },
};

/** What a personal link opens: the own invitation, the own calendar. */
export const invitationLinkRows: LinkRows = {
  "invitations/queries:findLinkedInvitation": { purpose: "INVITATION", call: (holder) => findLinkedInvitation(holder) },
  "invitations/commands:answerByLink": {
    purpose: "INVITATION",
    call: async (holder, { a }) => answerByLink(holder, { answer: "DECLINED", period: await operatorDatabase().meeting.findUniqueOrThrow({ where: { id: a.coming.id }, select: { startsAt: true, endsAt: true } }) }),
  },
  "calendar/queries:listLinkedCalendar": { purpose: "CALENDAR", call: (holder) => listLinkedCalendar(holder) },
};
