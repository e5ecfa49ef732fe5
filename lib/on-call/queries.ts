import type { Viewer } from "#lib/access/viewer";
import { aboutMeeting, type AgendaMeeting, agendaMeetingSelect, type AgendaTeam } from "#lib/agenda/of-meeting";
import { type OnCallInvitee, onCallInviteeOf, onCallInvitees } from "#lib/on-call/lines";
import { onCallState, type OnCallState, suggestedItem } from "#lib/on-call/rules";
import { whyNotChange } from "#lib/meetings/rules";

/** An invitee to be called, or whose call is to be taken back, with the items of the agenda in order. */
export type InviteeToCall = {
  invitee: OnCallInvitee;
  state: OnCallState;
  meeting: AgendaMeeting;
  team: AgendaTeam;
  items: { id: string; title: string; minutes: number }[];
  /** The item for which this person is most likely wanted. */
  suggested: string | null;
  /** Why nobody is called to this meeting any more. */
  problem: ReturnType<typeof whyNotChange>;
};

/** Somebody who is invited, to be called for an item of the agenda; null for who may not change the invitees. One statement. */
export async function findInviteeToCall(viewer: Viewer, ids: { coreTeamId: string; meetingId: string; participationId: string }): Promise<InviteeToCall | null> {
  const found = await viewer.db.participation.findFirst({
    where: { id: ids.participationId, meetingId: ids.meetingId, coreTeamId: ids.coreTeamId, withdrawnAt: null, coreTeam: viewer.coreTeamsWhere("invitees:change") },
    select: {
      ...onCallInvitees.select,
      attendance: true,
      calledAt: true,
      function: { select: { name: true, code: true } },
      meeting: {
        select: {
          ...agendaMeetingSelect,
          recordedAt: true,
          agendaItems: { where: { position: { not: null } }, select: { id: true, title: true, explanation: true, minutes: true }, orderBy: { position: "asc" } },
        },
      },
    },
  });
  if (!found) return null;
  const { agendaItems, recordedAt, ...row } = found.meeting;
  const { meeting, team } = aboutMeeting(viewer, row);
  return {
    invitee: onCallInviteeOf(viewer, found),
    state: onCallState(found),
    meeting,
    team,
    items: agendaItems.map(({ id, title, minutes }) => ({ id, title, minutes })),
    suggested: suggestedItem(found.function.code, agendaItems)?.id ?? null,
    problem: whyNotChange({ ...meeting, cancelled: row.cancelled, recordedAt }, viewer.now),
  };
}
