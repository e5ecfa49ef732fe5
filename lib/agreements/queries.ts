import type { Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import type { Owner } from "#lib/agreements/rules";
import { candidatesFor, teamAtMeeting, type TeamAtMeeting, teamAtMeetingSelect } from "#lib/agreements/team-at-meeting";
import { dayForDatabase, dayFromDatabase, dayOf, momentAt, type Day } from "#lib/dates";
import { aliasOf } from "#lib/texts/case-discussions";
import type { Prisma } from "#prisma/generated/client";

/** What somebody promised and has not done yet. */
export type OpenAgreement = {
  id: string;
  text: string;
  team: { id: string; name: string };
  owner: { id: string; name: string };
  /** Whether it is the viewer who promised it. */
  isOwn: boolean;
  /** The last day on which it is in time. */
  dueOn: Day;
  overdue: boolean;
  meeting: { id: string; day: Day };
  /** The casus it belongs to, by its alias only; its page is a plain link, because reading it is written down. */
  caseDiscussion: { id: string; alias: string } | null;
};

/** Which open agreements: of one core team, of one person, or all that the viewer may read. */
export type OpenAgreementFilter = { coreTeamId?: string; ownerId?: string };

/** How many agreements a page shows. */
export const AGREEMENTS_A_PAGE = 25;

const MOST_OPEN = 50;

/** Open agreements, what is overdue first; at most `take` (50 when not said), from the `skip`-th on. */
export async function listOpenAgreements(viewer: Viewer, filter: OpenAgreementFilter & { take?: number; skip?: number }): Promise<OpenAgreement[]> {
  const found = await viewer.db.agreement.findMany({
    where: openWhere(viewer, filter),
    select: agreementSelect,
    orderBy: [{ dueOn: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    take: filter.take ?? MOST_OPEN,
    skip: filter.skip ?? 0,
  });
  return found.map((row) => openAgreementOf(viewer, row));
}

/** The core team of a page about agreements; null for who is no member. */
export async function findAgreementTeam(viewer: Viewer, coreTeamId: string): Promise<{ id: string; name: string; scope: Required<Scope> } | null> {
  const team = await viewer.db.coreTeam.findFirst({
    where: { AND: [{ id: coreTeamId }, viewer.coreTeamsWhere("agreement:read")] },
    select: { id: true, name: true, consortiumId: true },
  });
  return team && { id: team.id, name: team.name, scope: { consortiumId: team.consortiumId, coreTeamId: team.id } };
}

/** A meeting at which something is agreed, with who can take it on; null when this person does not see it. */
export async function findTeamAtMeeting(viewer: Viewer, coreTeamId: string, meetingId: string): Promise<TeamAtMeeting | null> {
  const found = await viewer.db.meeting.findFirst({
    where: { id: meetingId, coreTeamId, coreTeam: viewer.coreTeamsWhere("agreement:make") },
    select: teamAtMeetingSelect,
  });
  return found && teamAtMeeting(found, viewer.today);
}

/** An agreement that is changed. */
export type AgreementToChange = {
  id: string;
  version: number;
  text: string;
  ownerId: string;
  ownerName: string;
  dueOn: Day;
  done: boolean;
  caseAlias: string | null;
  /** Who can take it over. */
  candidates: Owner[];
  atMeeting: TeamAtMeeting;
};

/** An agreement with who could take it over; null when this person may not read it. */
export async function findAgreement(viewer: Viewer, agreementId: string): Promise<AgreementToChange | null> {
  const found = await viewer.db.agreement.findFirst({
    where: { id: agreementId, coreTeam: viewer.coreTeamsWhere("agreement:read") },
    select: {
      id: true, version: true, text: true, dueOn: true, doneAt: true,
      owner: { select: { id: true, name: true } },
      caseDiscussion: { select: { schoolYear: true, number: true, closedAt: true } },
      meeting: { select: teamAtMeetingSelect },
    },
  });
  if (!found) return null;
  const atMeeting = teamAtMeeting(found.meeting, viewer.today);
  return {
    id: found.id,
    version: found.version,
    text: found.text,
    ownerId: found.owner.id,
    ownerName: found.owner.name,
    dueOn: dayFromDatabase(found.dueOn),
    done: found.doneAt !== null,
    caseAlias: found.caseDiscussion && aliasOf(found.caseDiscussion),
    candidates: candidatesFor(atMeeting, found.caseDiscussion),
    atMeeting,
  };
}

/** What somebody did as promised. */
export type DoneAgreement = Omit<OpenAgreement, "overdue" | "dueOn"> & { doneOn: Day };

/** A page of what a core team did in a school year (its first year: 2026 for 2026-2027), latest first. Pages are counted from 1. */
export async function listDoneAgreements(viewer: Viewer, coreTeamId: string, schoolYear: number, page: number): Promise<DoneAgreement[]> {
  const [from, until] = [momentAt(`${schoolYear}-08-01`, "00:00"), momentAt(`${schoolYear + 1}-08-01`, "00:00")] as [Date, Date];
  const found = await viewer.db.agreement.findMany({
    where: { coreTeamId, coreTeam: viewer.coreTeamsWhere("agreement:read"), doneAt: { gte: from, lt: until } },
    select: { ...agreementSelect, doneAt: true },
    orderBy: [{ doneAt: "desc" }, { id: "asc" }],
    take: AGREEMENTS_A_PAGE,
    skip: (page - 1) * AGREEMENTS_A_PAGE,
  });
  return found.flatMap(({ doneAt, ...row }) => (doneAt === null ? [] : [{ ...lineOf(viewer, row), doneOn: dayOf(doneAt) }]));
}

/** How many agreements of a core team are open and overdue, and how many were done in each school year, latest first. */
export type AgreementCounts = { open: number; overdue: number; years: { year: number; done: number }[] };

/** Counts the agreements of a core team that this person may read. */
export async function countAgreements(viewer: Viewer, coreTeamId: string): Promise<AgreementCounts> {
  // A school year begins on 1 August: seven months into the year it has the number of.
  const rows = await viewer.db.$queryRaw<{ year: number | null; all: number; overdue: number }[]>`
    SELECT extract(year FROM (done_at AT TIME ZONE 'Europe/Amsterdam') - interval '7 months')::int AS year,
      count(*)::int AS all, (count(*) FILTER (WHERE due_on < ${dayForDatabase(viewer.today)}::date))::int AS overdue
    FROM agreement WHERE core_team_id = ${coreTeamId}::uuid
    GROUP BY 1 ORDER BY 1 DESC`;
  const open = rows.find(({ year }) => year === null);
  return { open: open?.all ?? 0, overdue: open?.overdue ?? 0, years: rows.flatMap(({ year, all }) => (year === null ? [] : [{ year, done: all }])) };
}

/** How many open agreements there are of a core team, of a person, or in all. */
export async function countOpenAgreements(viewer: Viewer, filter: OpenAgreementFilter): Promise<number> {
  return viewer.db.agreement.count({ where: openWhere(viewer, filter) });
}

const agreementSelect = {
  id: true,
  text: true,
  dueOn: true,
  coreTeam: { select: { id: true, name: true } },
  owner: { select: { id: true, name: true } },
  meeting: { select: { id: true, startsAt: true } },
  caseDiscussion: { select: { id: true, schoolYear: true, number: true } },
} satisfies Prisma.AgreementSelect;

function openWhere(viewer: Viewer, { coreTeamId, ownerId }: OpenAgreementFilter): Prisma.AgreementWhereInput {
  return {
    coreTeam: viewer.coreTeamsWhere("agreement:read"),
    doneAt: null,
    ...(coreTeamId === undefined ? {} : { coreTeamId }),
    ...(ownerId === undefined ? {} : { ownerId }),
  };
}

type AgreementRow = Prisma.AgreementGetPayload<{ select: typeof agreementSelect }>;

function openAgreementOf(viewer: Viewer, row: AgreementRow): OpenAgreement {
  const dueOn = dayFromDatabase(row.dueOn);
  return { ...lineOf(viewer, row), dueOn, overdue: dueOn < viewer.today };
}

function lineOf(viewer: Viewer, row: AgreementRow): Omit<OpenAgreement, "overdue" | "dueOn"> {
  return {
    id: row.id,
    text: row.text,
    team: row.coreTeam,
    owner: row.owner,
    isOwn: row.owner.id === viewer.person.id,
    meeting: { id: row.meeting.id, day: dayOf(row.meeting.startsAt) },
    caseDiscussion: row.caseDiscussion && { id: row.caseDiscussion.id, alias: aliasOf(row.caseDiscussion) },
  };
}
