import type { Viewer } from "#lib/access/viewer";
import { recordAll } from "#lib/audit/record";
import { queueMailsOfTeams } from "#lib/jobs/meeting-mail-queue";
import { listSwitchableMeetings } from "#lib/meeting-switches/queries";
import { fingerprintOf, MOST_MEETINGS, planSwitch, type SwitchableMeeting } from "#lib/meeting-switches/rules";
import type { SwitchMeetings } from "#lib/meeting-switches/schema";

export type Switched = { ok: true; meetings: number; mails: number };
export type SwitchProblem = { ok: false; problem: "CHANGED_MEANWHILE" | "NOTHING_TO_SWITCH" | "TOO_MANY" };

/**
 * Makes bijeenkomsten of a period digital, or live again at the place they had, and mails each invitee one updated
 * invitation. It changes exactly what the fingerprint stands for: when anything about those bijeenkomsten changed since,
 * it changes nothing.
 */
export async function switchMeetings(viewer: Viewer, input: SwitchMeetings): Promise<Switched | SwitchProblem> {
  viewer.mustBeAbleTo("meetings:switch", { consortiumId: input.consortiumId });
  const { changing } = planSwitch(await listSwitchableMeetings(viewer, input), input);
  if (changing.length > MOST_MEETINGS) return { ok: false, problem: "TOO_MANY" };
  if (fingerprintOf(changing) !== input.fingerprint) return { ok: false, problem: "CHANGED_MEANWHILE" };
  if (changing.length === 0) return { ok: false, problem: "NOTHING_TO_SWITCH" };
  const switched = await writeForm(viewer, changing, input);
  // Somebody moved or cancelled one between the look and the write; the whole switch is undone by the refusal.
  if (switched.length !== changing.length) return { ok: false, problem: "CHANGED_MEANWHILE" };
  const mails = await mailInvitees(viewer, input.consortiumId, switched);
  await recordAll(viewer, "meetings:switch", switched.map(({ id, coreTeamId }) => ({ scope: { consortiumId: input.consortiumId, coreTeamId }, objectType: "meeting", objectId: id, details: { to: input.to } })));
  return { ok: true, meetings: switched.length, mails };
}

type SwitchedMeeting = { id: string; coreTeamId: string; sequence: number };

/** A digital bijeenkomst keeps its place, to go back to; one on the spot has no link. */
async function writeForm(viewer: Viewer, meetings: readonly SwitchableMeeting[], { to, link }: SwitchMeetings): Promise<SwitchedMeeting[]> {
  const [ids, versions] = [meetings.map(({ id }) => id), meetings.map(({ version }) => version)];
  return viewer.db.$queryRaw<SwitchedMeeting[]>`
    UPDATE meeting g SET form = ${to}::"MeetingForm", link = CASE WHEN ${to} = 'DIGITAL' THEN coalesce(g.link, ${link}) END,
      sequence = g.sequence + 1, version = g.version + 1
    FROM unnest(${ids}::uuid[], ${versions}::int[]) AS shown(id, version)
    WHERE g.id = shown.id AND g.version = shown.version AND NOT g.cancelled
    RETURNING g.id::text AS id, g.core_team_id::text AS "coreTeamId", g.sequence`;
}

async function mailInvitees(viewer: Viewer, consortiumId: string, meetings: readonly SwitchedMeeting[]): Promise<number> {
  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  const standing = { where: { meetingId: { in: [...byId.keys()] }, withdrawnAt: null }, select: { id: true, meetingId: true } };
  const invited = await viewer.db.participation.findMany(standing);
  const guests = await viewer.db.meetingGuest.findMany(standing);
  const about = (meetingId: string) => {
    const { coreTeamId, sequence } = byId.get(meetingId) as SwitchedMeeting;
    return { team: { id: coreTeamId, consortiumId }, method: "REQUEST" as const, sequence };
  };
  const mails = [
    ...invited.map(({ id, meetingId }) => ({ ...about(meetingId), participationId: id })),
    ...guests.map(({ id, meetingId }) => ({ ...about(meetingId), guestId: id })),
  ];
  await queueMailsOfTeams(viewer.db, mails);
  return mails.length;
}
