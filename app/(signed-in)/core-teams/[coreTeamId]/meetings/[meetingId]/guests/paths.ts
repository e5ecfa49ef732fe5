import type { Route } from "next";
import { meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";

/** The address of a page about guests of a meeting. */
export function guestsPath({ coreTeamId, meetingId }: { coreTeamId: string; meetingId: string }, below: string): Route {
  return meetingsPath(coreTeamId, `/${meetingId}/guests${below}`);
}
