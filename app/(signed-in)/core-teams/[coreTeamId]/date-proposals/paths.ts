import type { Route } from "next";
import { meetingsCrumbs } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import type { MeetingTeam } from "#lib/meetings/planning-team";
import { proposalTexts } from "#lib/texts/date-proposals";

/** The address of the date proposals of a core team, or of a page below it. */
export function proposalsPath(coreTeamId: string, below = ""): Route {
  return `/core-teams/${coreTeamId}/date-proposals${below}` as Route;
}

/** The way back from a page about one proposal. */
export function proposalCrumbs(team: MeetingTeam, proposalId: string) {
  return [...meetingsCrumbs(team), { href: proposalsPath(team.id, `/${proposalId}`), label: proposalTexts.page.short }];
}
