import type { Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import { record } from "#lib/audit/record";
import { NotFoundError } from "#lib/errors";
import { whyNotRecord } from "#lib/meetings/rules";
import type { MarkPresent } from "#lib/presentation/schema";

/** Whether it is noted, and at which meeting; or why it cannot be yet or any more. */
export type Marked = { ok: true; coreTeamId: string; meetingId: string; version: number } | { ok: false; problem: "CANCELLED" | "NOT_YET" };

/**
 * Notes that somebody who was invited is at a meeting, or is not, from the moment it begins; a guest too. It says how it is and
 * not that it changes: the same tap twice has one effect. A form to record the meeting that was opened before finds it changed.
 */
export async function markPresent(viewer: Viewer, { meetingId, attendeeId, present }: MarkPresent): Promise<Marked> {
  const scope = await scopeOf(viewer, meetingId);
  viewer.mustBeAbleTo("meeting:record", scope);
  // Somebody may be cancelling it at this very moment.
  await viewer.db.$queryRaw`SELECT 1 FROM meeting WHERE id = ${meetingId}::uuid FOR UPDATE`;
  const attendee = { where: { id: attendeeId, withdrawnAt: null }, select: { present: true } };
  const meeting = await viewer.db.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    select: { version: true, startsAt: true, endsAt: true, cancelled: true, recordedAt: true, participations: attendee, guests: attendee },
  });
  const [invitee] = [...meeting.participations, ...meeting.guests];
  if (!invitee) throw new NotFoundError("attendee");
  const problem = whyNotRecord(meeting, viewer.now);
  if (problem) return { ok: false, problem };
  const changes = invitee.present !== present;
  if (changes) {
    const isGuest = meeting.guests.length > 0;
    if (isGuest) await viewer.db.meetingGuest.updateMany({ where: { id: attendeeId }, data: { present } });
    else await viewer.db.participation.updateMany({ where: { id: attendeeId }, data: { present } });
    await viewer.db.meeting.updateMany({ where: { id: meetingId }, data: { version: { increment: 1 } } });
    await record(viewer, "meeting:record", scope, { objectType: isGuest ? "meeting_guest" : "participation", objectId: attendeeId, details: { present } });
  }
  return { ok: true, coreTeamId: scope.coreTeamId, meetingId, version: meeting.version + (changes ? 1 : 0) };
}

async function scopeOf(viewer: Viewer, meetingId: string): Promise<Required<Scope>> {
  const found = await viewer.db.meeting.findFirst({ where: { id: meetingId, coreTeam: viewer.coreTeamsWhere("meeting:read") }, select: { consortiumId: true, coreTeamId: true } });
  if (!found) throw new NotFoundError("meeting");
  return found;
}
