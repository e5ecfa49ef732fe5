import type { AdviceApplied, AgreementKind } from "#lib/agreements/kinds";
import type { AgreementPlace, PassTarget } from "#lib/agreements/schema";
import { countsOn } from "#lib/core-teams/rules";
import { addDays, type Day, weekdayOf } from "#lib/dates";
import { homePath } from "#lib/rollout/schema";

/** Somebody's time in a core team, in one function. */
export type Tenure = { personId: string; name: string; functionName: string; firstDay: Day; lastDay: Day | null; deactivated: boolean };

/** Somebody who can take on an agreement. */
export type Owner = { personId: string; name: string; functionName: string };

const MOST_DAYS_AHEAD = 730;
const PROPOSED_DAYS_AHEAD = 21;
const FRIDAY = 5;

/**
 * Who can take on what is agreed at a meeting: who belongs to the team on its day and today, each once. For a meeting
 * that is to come, these are the members of today who will still be there.
 */
export function ownersAt(tenures: readonly Tenure[], meetingDay: Day, today: Day): Owner[] {
  const owners = new Map<string, Owner>();
  for (const { personId, name, functionName, deactivated, ...days } of tenures) {
    if (deactivated || !countsOn(today, days) || owners.has(personId)) continue;
    const wasThere = tenures.some((tenure) => tenure.personId === personId && countsOn(meetingDay, tenure));
    if (wasThere) owners.set(personId, { personId, name, functionName });
  }
  return [...owners.values()];
}

/** What is wrong with the day on which something is to be done: before now and before the meeting, or years away. */
export function dueProblem(dueOn: Day, meetingDay: Day, today: Day): { problem: "DUE_TOO_EARLY" | "DUE_TOO_FAR"; limit: Day } | null {
  const { earliest, latest } = dueLimits(meetingDay, today);
  if (dueOn < earliest) return { problem: "DUE_TOO_EARLY", limit: earliest };
  return dueOn > latest ? { problem: "DUE_TOO_FAR", limit: latest } : null;
}

/**
 * The day that is proposed for something about a casus: three weeks after the meeting, or after today when that is later; of a
 * weekend the Friday before.
 */
export function proposedDue(meetingDay: Day, today: Day): Day {
  const day = addDays(meetingDay > today ? meetingDay : today, PROPOSED_DAYS_AHEAD);
  return addDays(day, -Math.max(0, weekdayOf(day) - FRIDAY));
}

/** How far an agreement is. */
export type AgreementState = "OPEN" | "UNDER_WAY" | "DONE" | "DROPPED";

/** The states in which somebody still has to do something. */
export const openStates = ["OPEN", "UNDER_WAY"] as const;

/** The states in which nobody has to do anything any more. */
export const closedStates = ["DONE", "DROPPED"] as const;

/** Whether somebody still has to do something. */
export function isOpen(state: AgreementState): boolean {
  return state === "OPEN" || state === "UNDER_WAY";
}

/** Who is to act: somebody, who has a function in the team, or an organisation. */
export type AtPlay = {
  kind: "PERSON" | "FUNCTION" | "ORGANISATION";
  name: string;
  /** Whether that is the viewer, or the viewer's function or organisation in this team. */
  isYou: boolean;
  /** Since when it lies there; null when it was never passed on. */
  since: Day | null;
  /** Who passed it on and stays informed. */
  from: { name: string; isYou: boolean } | null;
};

/** What happened to an agreement, as its page tells it. */
export type AgreementEvent = {
  id: string;
  at: Date;
  who: string;
} & (
  | { kind: "MADE"; owner: string; dueOn: Day }
  | { kind: "STATE"; state: AgreementState; reason: string | null }
  | { kind: "PASSED"; to: { kind: "PERSON" | "FUNCTION" | "ORGANISATION"; name: string } }
  | { kind: "DUE"; dueOn: Day }
  | { kind: "TEXT" }
  | { kind: "KIND"; became: AgreementKind }
  | { kind: "APPLIED"; applied: AdviceApplied }
);

/** Open ones first, by the day on which they are due, so that what is overdue leads; then what was closed, latest first. */
export function inOrder<T extends { id: string; state: AgreementState; dueOn: Day; since: Day }>(agreements: readonly T[]): T[] {
  return agreements.toSorted((one, other) => {
    if (isOpen(one.state) !== isOpen(other.state)) return isOpen(one.state) ? -1 : 1;
    const order = isOpen(one.state) ? one.dueOn.localeCompare(other.dueOn) : other.since.localeCompare(one.since);
    return order || one.id.localeCompare(other.id);
  });
}

/** Agreements of several schools as they are shown: what is overdue first, and in each part school by school. */
export type AgreementGroup<T> = { overdue: boolean; teams: { id: string; name: string; agreements: T[] }[] };

/** Divides a list over its schools, in the order in which it stands. */
export function groupedByTeam<T extends { overdue: boolean; team: { id: string; name: string } }>(agreements: readonly T[]): AgreementGroup<T>[] {
  return [true, false].flatMap((overdue) => {
    const teams = new Map<string, AgreementGroup<T>["teams"][number]>();
    for (const agreement of agreements.filter((each) => each.overdue === overdue)) {
      const { id, name } = agreement.team;
      const team = teams.get(id) ?? { id, name, agreements: [] };
      team.agreements.push(agreement);
      teams.set(id, team);
    }
    return teams.size === 0 ? [] : [{ overdue, teams: [...teams.values()] }];
  });
}

/** Where an agreement lies. */
export type Place = { ownerId: string; followerId: string | null; passedToFunctionId: string | null; passedToOrganisationId: string | null };

/**
 * Where an agreement lies after it was passed on. Somebody who takes it over owns it, and who took it on first follows;
 * with a function or an organisation it stays its owner's, who follows. Null when it lies there already.
 */
export function placeAfter(place: Place, { kind, id }: PassTarget): Place | null {
  const { ownerId, followerId, passedToFunctionId, passedToOrganisationId } = place;
  const nowhere = { passedToFunctionId: null, passedToOrganisationId: null };
  if (kind === "function") return passedToFunctionId === id ? null : { ...place, ...nowhere, passedToFunctionId: id };
  if (kind === "organisation") return passedToOrganisationId === id ? null : { ...place, ...nowhere, passedToOrganisationId: id };
  if (ownerId === id && passedToFunctionId === null && passedToOrganisationId === null) return null;
  const first = followerId ?? ownerId;
  return { ...nowhere, ownerId: id, followerId: first === id ? null : first };
}

/** Whether an agreement lies with another than who took it on. */
export function isPassedOn({ followerId, passedToFunctionId, passedToOrganisationId }: Place): boolean {
  return followerId !== null || passedToFunctionId !== null || passedToOrganisationId !== null;
}

/** Who stays informed about an agreement that lies elsewhere: who took it on first, and who owns it without doing it. */
export function followersOf(place: Place): string[] {
  const liesWithOthers = place.passedToFunctionId !== null || place.passedToOrganisationId !== null;
  return [...new Set([...(place.followerId === null ? [] : [place.followerId]), ...(liesWithOthers ? [place.ownerId] : [])])];
}

/** Where an agreement belongs, for the page that opens after something was done with it. */
export type AgreementContext = { id: string; coreTeamId: string; meetingId: string; caseDiscussionId: string | null };

/** The page that opens again after something was done on it; `at` is the meeting at which earlier agreements are reviewed. */
export function agreementPlacePath(place: AgreementPlace, { id, coreTeamId, meetingId, caseDiscussionId }: AgreementContext, at: string | null = null): string {
  const meeting = `/core-teams/${coreTeamId}/meetings/${meetingId}`;
  if (place === "home") return homePath(`team:${coreTeamId}`);
  if (place === "mine") return "/agreements";
  if (place === "passed") return "/agreements?view=passed";
  if (place === "one") return `/agreements/${id}`;
  if (place === "team") return `/core-teams/${coreTeamId}/agreements`;
  if (place === "review" && at !== null) return `/core-teams/${coreTeamId}/meetings/${at}/agreements-review`;
  return place === "case" && caseDiscussionId !== null ? `${meeting}/case-discussions/${caseDiscussionId}` : meeting;
}

// What was agreed may be written down weeks later, when its day has gone by; and before a meeting that is to come.
function dueLimits(meetingDay: Day, today: Day): { earliest: Day; latest: Day } {
  return { earliest: meetingDay < today ? meetingDay : today, latest: addDays(meetingDay > today ? meetingDay : today, MOST_DAYS_AHEAD) };
}
