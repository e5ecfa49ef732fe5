import type { Route } from "next";
import { meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";

/** The address of a meeting on the shared screen, with the item that somebody chose; without one the clock says which. `more` is what else it says. */
export function presentationPath({ coreTeamId, meetingId }: { coreTeamId: string; meetingId: string }, item?: number, more: Record<string, string> = {}): Route {
  const search = new URLSearchParams({ ...(item === undefined ? {} : { item: String(item) }), ...more }).toString();
  return meetingsPath(coreTeamId, `/${meetingId}/presentation${search === "" ? "" : `?${search}`}`);
}
