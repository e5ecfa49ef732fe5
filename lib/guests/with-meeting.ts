import type { Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import { type MeetingMailLetter, queueMeetingMails } from "#lib/jobs/meeting-mail-queue";

type Told = { id: string; team: { scope: Required<Scope> } };

/** Mails the guests of a meeting that it changed or is off, as part of the transaction that does so. Gives how many. */
export async function tellGuests(viewer: Viewer, { id, team }: Told, letter: MeetingMailLetter): Promise<number> {
  const guests = await viewer.db.meetingGuest.findMany({ where: { meetingId: id, withdrawnAt: null, email: { not: null } }, select: { id: true } });
  const { coreTeamId, consortiumId } = team.scope;
  await queueMeetingMails(viewer.db, { id: coreTeamId, consortiumId }, guests.map((guest) => ({ guestId: guest.id, ...letter })));
  return guests.length;
}

/** Asks the guests of a meeting that moved again whether they come. */
export async function askGuestsAgain(viewer: Viewer, meetingId: string): Promise<void> {
  await viewer.db.meetingGuest.updateMany({ where: { meetingId, withdrawnAt: null, answer: { not: "NONE" } }, data: { answer: "NONE" } });
}

/** Notes which of these are guests of the meeting who were there; the other guests were not. Gives how many were. */
export async function recordGuests(viewer: Viewer, meetingId: string, present: readonly string[]): Promise<number> {
  const guests = { meetingId, withdrawnAt: null };
  await viewer.db.meetingGuest.updateMany({ where: { ...guests, id: { notIn: [...present] } }, data: { present: false } });
  return (await viewer.db.meetingGuest.updateMany({ where: { ...guests, id: { in: [...present] } }, data: { present: true } })).count;
}
