import { addDays, type Day, dayOf } from "#lib/dates";

/** What somebody does in the app: each has a home page of its own. */
export type JobKind = "team" | "guide" | "partner" | "administrator" | "board";

export type Job = {
  /** What `/?job=` says: "team:<id>" for a core team, "<kind>:<consortium id>" for the rest. */
  key: string;
  kind: JobKind;
  /** The core team of a school coordinator; the samenwerkingsverband of everybody else. */
  id: string;
  consortiumId: string;
  /** What it is called: the core team, or the samenwerkingsverband. */
  place: string;
  /** As whom: the function in the core team, or the role. Functions a partner has in different teams are all there. */
  roles: string[];
};

type Facts = {
  memberships: readonly { coreTeamId: string; coreTeamName: string; consortiumId: string; consortiumName: string; functionName: string; coordinates: boolean }[];
  roles: readonly { consortiumId: string; consortiumName: string; role: "PROCESS_COACH" | "ORGANISER" | "BOARD" | "ADMINISTRATOR" }[];
};

/**
 * The jobs that memberships and roles of today amount to, the most likely one first: the own school, then the guidance
 * of all schools, then the schools of a partner, then administration, then the board.
 */
export function jobsOf(facts: Facts): Job[] {
  const own = facts.memberships.filter(({ coordinates }) => coordinates);
  const ownTeams = new Set(own.map(({ coreTeamId }) => coreTeamId));
  const assigned = facts.memberships.filter(({ coreTeamId, coordinates }) => !coordinates && !ownTeams.has(coreTeamId));
  const jobs = [
    ...own.map((each): Job => ({ key: `team:${each.coreTeamId}`, kind: "team", id: each.coreTeamId, consortiumId: each.consortiumId, place: each.coreTeamName, roles: [each.functionName] })),
    ...rolesOf(facts, "guide", ["PROCESS_COACH", "ORGANISER"]),
    ...assigned.map((each): Job => ({ key: `partner:${each.consortiumId}`, kind: "partner", id: each.consortiumId, consortiumId: each.consortiumId, place: each.consortiumName, roles: [each.functionName] })),
    ...rolesOf(facts, "administrator", ["ADMINISTRATOR"]),
    ...rolesOf(facts, "board", ["BOARD"]),
  ];
  return merged(jobs);
}

/** The job that the address asks for when it is one of these, or else the most likely one; null for somebody without any. */
export function chosenJob(jobs: readonly Job[], key: string): Job | null {
  return jobs.find((job) => job.key === key) ?? jobs[0] ?? null;
}

/** Where a meeting of a core team stands, as far as somebody should do something about it. */
export type MeetingStand = {
  id: string;
  startsAt: Date;
  endsAt: Date;
  /** How many invitees said yes, of how many whose coming matters (not those on call). */
  accepted: number;
  invited: number;
  /** Names of those who did not answer yet, and of those who cannot come. */
  waiting: string[];
  declined: string[];
};

/** The one thing a school coordinator does next. */
export type NextThing =
  | { kind: "record"; meetingId: string; day: Day }
  | { kind: "choose"; proposalId: string; asked: number; answered: number }
  | { kind: "plan" }
  | { kind: "meeting"; meeting: MeetingStand };

type NextFacts = { unrecorded: { id: string; startsAt: Date } | null; proposal: { id: string; asked: number; answered: number } | null; next: MeetingStand | null };

/**
 * The one next thing for a core team: first what is over and not recorded, because it is forgotten soonest; then the
 * date that a team was asked about; then a date when there is none; else the next meeting with who comes.
 */
export function nextThingOf({ unrecorded, proposal, next }: NextFacts): NextThing {
  if (unrecorded) return { kind: "record", meetingId: unrecorded.id, day: dayOf(unrecorded.startsAt) };
  if (proposal) return { kind: "choose", proposalId: proposal.id, asked: proposal.asked, answered: proposal.answered };
  return next ? { kind: "meeting", meeting: next } : { kind: "plan" };
}

/** What a new administrator does to begin, and whether each is done. */
export type SetupCounts = { hasCode: boolean; organisations: number; schools: number; guides: number; coreTeams: number };
export type SetupStep = { key: "consortium" | "organisations" | "schools" | "people"; done: boolean };

/** The steps of a real start, in their order: the samenwerkingsverband, organisations, schools, people. */
export function setupSteps(counts: SetupCounts): SetupStep[] {
  return [
    { key: "consortium", done: counts.hasCode },
    { key: "organisations", done: counts.organisations > 0 },
    { key: "schools", done: counts.schools > 0 },
    { key: "people", done: counts.guides > 0 },
  ];
}

/** The first day that is no longer within the coming four weeks; the same weekday in four weeks still is. */
export function afterComingWeeks(today: Day): Day {
  return addDays(today, 4 * 7 + 1);
}

function rolesOf({ roles }: Facts, kind: JobKind, wanted: readonly string[]): Job[] {
  return roles
    .filter(({ role }) => wanted.includes(role))
    .map(({ consortiumId, consortiumName, role }) => ({ key: `${kind}:${consortiumId}`, kind, id: consortiumId, consortiumId, place: consortiumName, roles: [role] }));
}

function merged(jobs: readonly Job[]): Job[] {
  const byKey = new Map<string, Job>();
  for (const job of jobs) {
    const known = byKey.get(job.key);
    byKey.set(job.key, known ? { ...known, roles: [...new Set([...known.roles, ...job.roles])] } : job);
  }
  return [...byKey.values()];
}
