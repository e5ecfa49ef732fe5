import type { Route } from "next";
import { casePath, casePathAfter } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/paths";
import { meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import type { CaseSection } from "#lib/case-discussions/rules";
import { type CaseReturn, returnFields } from "#lib/presentation/places";

type CaseIds = { coreTeamId: string; meetingId: string; discussionId: string };

/** The address of a meeting on the shared screen, with the item that somebody chose; without one the clock says which. `more` is what else it says. */
export function presentationPath({ coreTeamId, meetingId }: { coreTeamId: string; meetingId: string }, item?: number, more: Record<string, string> = {}): Route {
  return meetingsPath(coreTeamId, `/${meetingId}/presentation${searchOf({ ...(item !== undefined && { item: String(item) }), ...more })}`);
}

/** The address of a casus on the shared screen, with the item of the agenda it was opened from. */
export function screenCasePath({ coreTeamId, meetingId, discussionId }: CaseIds, item?: number): Route {
  return meetingsPath(coreTeamId, `/${meetingId}/presentation/case-discussions/${discussionId}${searchOf(item === undefined ? {} : { item: String(item) })}`);
}

/** A page with a form about a casus, from which one comes back to where it was opened. `more` is what else its address says. */
export function withReturn(path: Route, place: CaseReturn, more: Record<string, string> = {}): Route {
  return `${path}${searchOf({ ...more, ...returnFields(place) })}` as Route;
}

/** Where a form about a casus leads back to when nothing is sent. */
export function caseReturnPath(ids: CaseIds, { back, item }: CaseReturn): Route {
  return back === "screen" ? screenCasePath(ids, item) : casePath(ids);
}

/** Where it leads when it was sent: to the part of the casus that changed, on its page with what it says happened. */
export function afterCaseForm(ids: CaseIds, { back, item }: CaseReturn, notice: string, part: CaseSection): string {
  return back === "screen" ? `${screenCasePath(ids, item)}#${part}` : casePathAfter(ids, notice, part);
}

function searchOf(values: Record<string, string>): string {
  const search = new URLSearchParams(values).toString();
  return search === "" ? "" : `?${search}`;
}
