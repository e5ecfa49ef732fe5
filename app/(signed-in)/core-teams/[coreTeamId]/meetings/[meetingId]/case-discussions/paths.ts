import type { Route } from "next";
import { meetingCrumbs, meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import type { CaseDiscussion } from "#lib/case-discussions/queries";

/** The address of a casus, or of a page below it. */
export function casePath({ coreTeamId, meetingId, discussionId }: { coreTeamId: string; meetingId: string; discussionId: string }, below = ""): Route {
  return meetingsPath(coreTeamId, `/${meetingId}/case-discussions/${discussionId}${below}`);
}

/** The way back from a casus: to the team, its meetings and the meeting. */
export function caseCrumbs({ team, meeting }: Pick<CaseDiscussion, "team" | "meeting">) {
  return meetingCrumbs(team, meeting);
}
