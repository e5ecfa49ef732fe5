import type { Route } from "next";
import { redirect } from "next/navigation";
import { meetingCrumbs, meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import type { CaseDiscussion } from "#lib/case-discussions/lines";
import type { CaseSection } from "#lib/case-discussions/rules";

/** The address of a casus, or of a page below it. */
export function casePath({ coreTeamId, meetingId, discussionId }: { coreTeamId: string; meetingId: string; discussionId: string }, below = ""): Route {
  return meetingsPath(coreTeamId, `/${meetingId}/case-discussions/${discussionId}${below}`);
}

/** The page of a casus after something was done: it opens at the part that changed, which says what happened. */
export function casePathAfter(place: Parameters<typeof casePath>[0], notice: string, section: CaseSection): Route {
  return casePath(place, `?notice=${notice}&at=${section}#${section}`);
}

/** Leads from a page below a casus that was stopped or erased to the page of the casus itself, which says so. */
export function leadBackWhenGone({ state }: Pick<CaseDiscussion, "state">, ids: Parameters<typeof casePath>[0]): void {
  if (state === "STOPPED" || state === "ERASED") redirect(casePath(ids));
}

/** The way back from a casus: to the team, its meetings and the meeting. */
export function caseCrumbs({ team, meeting }: { team: Pick<CaseDiscussion["team"], "id" | "name" | "scope">; meeting: { id: string; startsAt: Date } }) {
  return meetingCrumbs(team, meeting);
}
