import type { Route } from "next";
import { teamCrumb } from "#app/(signed-in)/core-teams/[coreTeamId]/crumb";
import { successTexts } from "#lib/texts/successes";

/** The address of the successes of a core team, or of a page below it. */
export function successesPath(coreTeamId: string, below = ""): Route {
  return `/core-teams/${coreTeamId}/successes${below}` as Route;
}

/** The way back from a page below it: to the team and its successes. */
export function successCrumbs(team: { id: string; name: string }) {
  return [teamCrumb(team), { href: successesPath(team.id), label: successTexts.link }];
}
