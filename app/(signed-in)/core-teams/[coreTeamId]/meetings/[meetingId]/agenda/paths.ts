import type { Route } from "next";
import { meetingCrumbs, meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import type { AgendaMeeting, AgendaTeam } from "#lib/agenda/of-meeting";
import { agendaTexts } from "#lib/texts/agenda";

/** The address of the agenda of a meeting, or of a page below it. */
export function agendaPath({ coreTeamId, meetingId }: { coreTeamId: string; meetingId: string }, below = ""): Route {
  return meetingsPath(coreTeamId, `/${meetingId}/agenda${below}`);
}

/** The way back from a page about an agenda: also to that agenda. */
export function agendaCrumbs(team: AgendaTeam, meeting: AgendaMeeting) {
  return [...meetingCrumbs(team, meeting), { href: agendaPath({ coreTeamId: team.id, meetingId: meeting.id }), label: agendaTexts.crumb }];
}
