import type { Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import { recordAll } from "#lib/audit/record";
import { dayFromDatabase, dayOf } from "#lib/dates";
import { queueMeetingMails } from "#lib/jobs/meeting-mail-queue";

/**
 * Lets the invitations lapse that somebody has for meetings of a core team on days on which this person is no member of it
 * any more: the mail takes them out of the calendar. For a command that ended a membership; gives how many there were.
 */
export async function withdrawInvitationsOfFormer(viewer: Viewer, scope: Required<Scope>, personId: string): Promise<number> {
  const invited = { personId, coreTeamId: scope.coreTeamId, withdrawnAt: null, cancelled: false, startsAt: { gt: viewer.now } };
  const found = await viewer.db.participation.findMany({ where: invited, select: { meetingId: true } });
  if (found.length === 0) return 0;
  // From here on nobody moves these meetings; who was doing so is done.
  await viewer.db.$queryRaw`SELECT 1 FROM meeting WHERE id = ANY (${found.map(({ meetingId }) => meetingId)}::uuid[]) ORDER BY id FOR UPDATE`;
  const invitations = await viewer.db.participation.findMany({ where: invited, select: { id: true, meetingId: true, startsAt: true } });
  const memberships = await viewer.db.membership.findMany({ where: { personId, coreTeamId: scope.coreTeamId }, select: { firstDay: true, lastDay: true } });
  const isMemberOn = (moment: Date) =>
    memberships.some(({ firstDay, lastDay }) => dayFromDatabase(firstDay) <= dayOf(moment) && (lastDay === null || dayFromDatabase(lastDay) >= dayOf(moment)));
  const lapsing = invitations.filter(({ startsAt }) => !isMemberOn(startsAt));
  if (lapsing.length === 0) return 0;

  const meetings = await viewer.db.$queryRaw<{ id: string; sequence: number }[]>`
    UPDATE meeting SET sequence = sequence + 1, version = version + 1 WHERE id = ANY (${lapsing.map(({ meetingId }) => meetingId)}::uuid[]) RETURNING id, sequence`;
  const sequences = new Map(meetings.map(({ id, sequence }) => [id, sequence]));
  await viewer.db.participation.updateMany({ where: { id: { in: lapsing.map(({ id }) => id) } }, data: { withdrawnAt: viewer.now } });
  const mails = lapsing.map(({ id, meetingId }) => ({ participationId: id, method: "CANCEL" as const, sequence: sequences.get(meetingId) ?? 0 }));
  await queueMeetingMails(viewer.db, { id: scope.coreTeamId, consortiumId: scope.consortiumId }, mails);
  await recordAll(viewer, "invitees:change", lapsing.map(({ meetingId }) => ({ scope, objectType: "meeting", objectId: meetingId, details: { removed: 1, leftTeam: true } })));
  return lapsing.length;
}
