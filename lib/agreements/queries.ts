import type { Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import { type Agreement, agreementOf, agreementSelect } from "#lib/agreements/lines";
import { type AgreementEvent, closedStates, inOrder, openStates, type Owner } from "#lib/agreements/rules";
import { candidatesFor, functionsOf, teamAtMeeting, type TeamAtMeeting, teamAtMeetingSelect } from "#lib/agreements/team-at-meeting";
import { addDays, dayForDatabase, dayFromDatabase, momentAt } from "#lib/dates";
import type { Prisma } from "#prisma/generated/client";

/** How many agreements a page shows. */
export const AGREEMENTS_A_PAGE = 25;

const IN_TIME_ORDER = [{ dueOn: "asc" }, { createdAt: "asc" }, { id: "asc" }] satisfies Prisma.AgreementOrderByWithRelationInput[];

/** Open agreements of a core team, what is overdue first; `take` of them, from the `skip`-th on. */
export async function listOpenAgreements(viewer: Viewer, { coreTeamId, take, skip = 0 }: { coreTeamId: string; take: number; skip?: number }): Promise<Agreement[]> {
  const found = await viewer.db.agreement.findMany({ where: openWhere(viewer, coreTeamId), select: agreementSelect(viewer), orderBy: IN_TIME_ORDER, take, skip });
  return found.map((row) => agreementOf(viewer, row));
}

/** How many open agreements a core team has. */
export async function countOpenAgreements(viewer: Viewer, coreTeamId: string): Promise<number> {
  return viewer.db.agreement.count({ where: openWhere(viewer, coreTeamId) });
}

/** A page of what a core team closed in a school year (its first year: 2026 for 2026-2027), latest first. Pages are counted from 1. */
export async function listClosedAgreements(viewer: Viewer, coreTeamId: string, schoolYear: number, page: number): Promise<Agreement[]> {
  const [from, until] = [momentAt(`${schoolYear}-08-01`, "00:00"), momentAt(`${schoolYear + 1}-08-01`, "00:00")] as [Date, Date];
  const found = await viewer.db.agreement.findMany({
    where: { coreTeamId, coreTeam: viewer.coreTeamsWhere("agreement:read"), state: { in: [...closedStates] }, stateSince: { gte: from, lt: until } },
    select: agreementSelect(viewer),
    orderBy: [{ stateSince: "desc" }, { id: "asc" }],
    take: AGREEMENTS_A_PAGE,
    skip: (page - 1) * AGREEMENTS_A_PAGE,
  });
  return found.map((row) => agreementOf(viewer, row));
}

/** How many agreements of a core team are open and overdue, and how many were closed in each school year, latest first. */
export type AgreementCounts = { open: number; overdue: number; years: { year: number; closed: number }[] };

/** Counts the agreements of a core team that this person may read. */
export async function countAgreements(viewer: Viewer, coreTeamId: string): Promise<AgreementCounts> {
  // A school year begins on 1 August: seven months into the year it has the number of.
  const rows = await viewer.db.$queryRaw<{ year: number | null; all: number; overdue: number }[]>`
    SELECT CASE WHEN state IN ('DONE', 'DROPPED') THEN extract(year FROM (state_since AT TIME ZONE 'Europe/Amsterdam') - interval '7 months')::int END AS year,
      count(*)::int AS all, (count(*) FILTER (WHERE due_on < ${dayForDatabase(viewer.today)}::date))::int AS overdue
    FROM agreement WHERE core_team_id = ${coreTeamId}::uuid
    GROUP BY 1 ORDER BY 1 DESC`;
  const open = rows.find(({ year }) => year === null);
  return { open: open?.all ?? 0, overdue: open?.overdue ?? 0, years: rows.flatMap(({ year, all }) => (year === null ? [] : [{ year, closed: all }])) };
}

/** The core team of a page about agreements; null for who is no member. */
export async function findAgreementTeam(viewer: Viewer, coreTeamId: string): Promise<{ id: string; name: string; scope: Required<Scope> } | null> {
  const team = await viewer.db.coreTeam.findFirst({
    where: { AND: [{ id: coreTeamId }, viewer.coreTeamsWhere("agreement:read")] },
    select: { id: true, name: true, consortiumId: true },
  });
  return team && { id: team.id, name: team.name, scope: { consortiumId: team.consortiumId, coreTeamId: team.id } };
}

/** What waits for somebody over all schools, or what this person passed on and follows. */
export type OwnView = "mine" | "passed";

/** How many agreements wait for the viewer over all schools, how many of those are overdue, and how many are followed. */
export type OwnCounts = { mine: number; overdue: number; passed: number };

/** Counts the viewer's own agreements in the core teams of today, for both views. */
export async function countOwnAgreements(viewer: Viewer): Promise<OwnCounts> {
  const [counts] = await viewer.db.$queryRaw<OwnCounts[]>`
    SELECT (count(*) FILTER (WHERE view = 'mine'))::int AS mine, (count(*) FILTER (WHERE view = 'mine' AND due_on < ${viewer.today}::date))::int AS overdue,
      (count(*) FILTER (WHERE view = 'passed'))::int AS passed
    FROM my_open_agreements()`;
  return counts ?? { mine: 0, overdue: 0, passed: 0 };
}

/** A page of the viewer's own agreements over all schools: what is overdue first, then school by school. Pages are counted from 1. */
export async function listOwnAgreements(viewer: Viewer, view: OwnView, page: number): Promise<Agreement[]> {
  const order = await viewer.db.$queryRaw<{ id: string }[]>`
    SELECT own.agreement_id::text AS id FROM my_open_agreements() own JOIN core_team t ON t.id = own.core_team_id
    WHERE own.view = ${view}
    ORDER BY own.due_on < ${viewer.today}::date DESC, t.name, t.id, own.due_on, own.agreement_id LIMIT ${AGREEMENTS_A_PAGE} OFFSET ${(page - 1) * AGREEMENTS_A_PAGE}`;
  const ids = order.map(({ id }) => id);
  const found = await viewer.db.agreement.findMany({ where: { id: { in: ids }, coreTeam: viewer.coreTeamsWhere("agreement:read") }, select: agreementSelect(viewer) });
  const rows = new Map(found.map((row) => [row.id, agreementOf(viewer, row)]));
  return ids.flatMap((id) => rows.get(id) ?? []);
}

/** A meeting at which something is agreed, with who can take it on; null when this person does not see it. */
export async function findTeamAtMeeting(viewer: Viewer, coreTeamId: string, meetingId: string): Promise<TeamAtMeeting | null> {
  const found = await viewer.db.meeting.findFirst({
    where: { id: meetingId, coreTeamId, coreTeam: viewer.coreTeamsWhere("agreement:make") },
    select: teamAtMeetingSelect,
  });
  return found && teamAtMeeting(found, viewer.today);
}

/** What is gone through at a meeting: a page of what was agreed before it and is open, and what was closed on this very day. */
export type Review = { open: Agreement[]; total: number; closedToday: Agreement[] };

/** The agreements of earlier meetings, to go through at one that began at `before`. Pages are counted from 1. */
export async function listAgreementsToReview(viewer: Viewer, { coreTeamId, before, page }: { coreTeamId: string; before: Date; page: number }): Promise<Review> {
  const earlier = { coreTeamId, coreTeam: viewer.coreTeamsWhere("agreement:read"), meeting: { startsAt: { lt: before } } };
  const open = { ...earlier, state: { in: [...openStates] } };
  const [from, until] = [momentAt(viewer.today, "00:00"), momentAt(addDays(viewer.today, 1), "00:00")] as [Date, Date];
  const select = agreementSelect(viewer);
  const found = await viewer.db.agreement.findMany({ where: open, select, orderBy: IN_TIME_ORDER, take: AGREEMENTS_A_PAGE, skip: (page - 1) * AGREEMENTS_A_PAGE });
  const closed = await viewer.db.agreement.findMany({
    where: { ...earlier, state: { in: [...closedStates] }, stateSince: { gte: from, lt: until } },
    select,
    orderBy: [{ stateSince: "desc" }, { id: "asc" }],
    take: AGREEMENTS_A_PAGE,
  });
  return {
    open: found.map((row) => agreementOf(viewer, row)),
    total: await viewer.db.agreement.count({ where: open }),
    closedToday: inOrder(closed.map((row) => agreementOf(viewer, row))),
  };
}

/** An agreement with its history and with what it takes to change it and to pass it on. */
export type AgreementDetails = Agreement & {
  version: number;
  madeOn: Date;
  /** The latest events first; of a long history the last hundred. */
  events: AgreementEvent[];
  /** People who can take it over, and functions they hold in the team. */
  candidates: Owner[];
  functions: { id: string; name: string }[];
  ownerId: string;
  atMeeting: TeamAtMeeting;
};

const MOST_EVENTS = 100;

/** An agreement with its history; null when this person may not read it. */
export async function findAgreement(viewer: Viewer, agreementId: string): Promise<AgreementDetails | null> {
  const found = await viewer.db.agreement.findFirst({
    where: { id: agreementId, coreTeam: viewer.coreTeamsWhere("agreement:read") },
    select: {
      ...agreementSelect(viewer),
      version: true, createdAt: true, ownerId: true,
      caseDiscussion: { select: { id: true, schoolYear: true, number: true, closedAt: true, erasedAt: true } },
      meeting: { select: teamAtMeetingSelect },
      events: { select: EVENT, orderBy: [{ at: "desc" }, { kind: "desc" }, { id: "asc" }], take: MOST_EVENTS },
    },
  });
  if (!found) return null;
  const atMeeting = teamAtMeeting(found.meeting, viewer.today);
  const candidates = candidatesFor(atMeeting, found.caseDiscussion);
  return {
    ...agreementOf(viewer, found),
    version: found.version,
    madeOn: found.createdAt,
    events: found.events.flatMap(eventOf),
    candidates,
    functions: functionsOf(atMeeting, candidates),
    ownerId: found.ownerId,
    atMeeting,
  };
}

/** The organisations of a samenwerkingsverband to which something can be passed on; school boards last, they seldom do it. */
export async function listPassOrganisations(viewer: Viewer, scope: Required<Scope>): Promise<{ id: string; name: string }[]> {
  if (!viewer.can("agreement:pass-on", scope)) return [];
  const found = await viewer.db.organisation.findMany({ where: { consortiumId: scope.consortiumId }, select: { id: true, name: true, kind: true }, orderBy: { name: "asc" }, take: 1_000 });
  const boards = found.filter(({ kind }) => kind === "SCHOOL_BOARD");
  return [...found.filter(({ kind }) => kind !== "SCHOOL_BOARD"), ...boards].map(({ id, name }) => ({ id, name }));
}

/**
 * How many open agreements wait for somebody in a core team: for its members and for who plans there, who may not read
 * them. What that person passed on to a function or an organisation does not count.
 */
export async function countAgreementsOf(viewer: Viewer, { coreTeamId, consortiumId }: Required<Scope>, personId: string): Promise<number> {
  if (!viewer.can("agreement:count", { consortiumId, coreTeamId })) return 0;
  const [row] = await viewer.db.$queryRaw<{ count: number }[]>`SELECT count_open_agreements_of(${coreTeamId}::uuid, ${personId}::uuid) AS count`;
  return row?.count ?? 0;
}

function openWhere(viewer: Viewer, coreTeamId: string): Prisma.AgreementWhereInput {
  return { coreTeamId, coreTeam: viewer.coreTeamsWhere("agreement:read"), state: { in: [...openStates] } };
}

const NAME = { select: { name: true } } as const;

const EVENT = {
  id: true, at: true, kind: true, state: true, reason: true, dueOn: true, agreementKind: true, applied: true,
  person: NAME, owner: NAME, function: NAME, organisation: NAME,
} satisfies Prisma.AgreementEventSelect;

type EventRow = Prisma.AgreementEventGetPayload<{ select: typeof EVENT }>;

// A check in the database keeps each kind complete.
function eventOf({ id, at, kind, state, reason, dueOn, agreementKind, applied, person, owner, function: held, organisation }: EventRow): AgreementEvent[] {
  const event = { id, at, who: person.name };
  const due = dueOn && dayFromDatabase(dueOn);
  if (kind === "MADE") return owner && due ? [{ ...event, kind, owner: owner.name, dueOn: due }] : [];
  if (kind === "STATE") return state ? [{ ...event, kind, state, reason: reason || null }] : [];
  if (kind === "DUE") return due ? [{ ...event, kind, dueOn: due }] : [];
  if (kind === "TEXT") return [{ ...event, kind }];
  if (kind === "KIND") return agreementKind ? [{ ...event, kind, became: agreementKind }] : [];
  if (kind === "APPLIED") return applied ? [{ ...event, kind, applied }] : [];
  const to = owner ? { kind: "PERSON", name: owner.name } as const : held ? { kind: "FUNCTION", name: held.name } as const : organisation && ({ kind: "ORGANISATION", name: organisation.name } as const);
  return to ? [{ ...event, kind, to }] : [];
}
