import type { AgreementPlace } from "#lib/agreements/schema";
import { addDays, type Day } from "#lib/dates";
import { homePath } from "#lib/rollout/schema";

/** Somebody's time in a core team, in one function. */
export type Tenure = { personId: string; name: string; functionName: string; firstDay: Day; lastDay: Day | null; deactivated: boolean };

/** Somebody who can take on an agreement. */
export type Owner = { personId: string; name: string; functionName: string };

const MOST_DAYS_AHEAD = 730;

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

/** The page that opens again after an agreement was ticked off on it. */
export function agreementPlacePath(place: AgreementPlace, { coreTeamId, meetingId, caseDiscussionId }: { coreTeamId: string; meetingId: string; caseDiscussionId: string | null }): string {
  const meeting = `/core-teams/${coreTeamId}/meetings/${meetingId}`;
  if (place === "home") return homePath(`team:${coreTeamId}`);
  if (place === "mine") return "/agreements";
  if (place === "team") return `/core-teams/${coreTeamId}/agreements`;
  return place === "case" && caseDiscussionId !== null ? `${meeting}/case-discussions/${caseDiscussionId}` : meeting;
}

// What was agreed may be written down weeks later, when its day has gone by; and before a meeting that is to come.
function dueLimits(meetingDay: Day, today: Day): { earliest: Day; latest: Day } {
  return { earliest: meetingDay < today ? meetingDay : today, latest: addDays(meetingDay > today ? meetingDay : today, MOST_DAYS_AHEAD) };
}

function countsOn(day: Day, { firstDay, lastDay }: { firstDay: Day; lastDay: Day | null }): boolean {
  return firstDay <= day && (lastDay === null || lastDay >= day);
}
