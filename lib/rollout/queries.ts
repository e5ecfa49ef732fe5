import type { Viewer } from "#lib/access/viewer";
import { openStates } from "#lib/agreements/rules";
import { momentAt } from "#lib/dates";
import { type Obstacle, type ObstacleColumns, obstacleOf } from "#lib/meetings/obstacles";
import { photoPath } from "#lib/photos/schema";
import { afterComingWeeks, type MeetingStand, type SetupCounts } from "#lib/rollout/rules";
import type { AttentionKind, SchoolFilter } from "#lib/rollout/schema";
import type { Sector } from "#prisma/generated/client";

/** How many schools stand on a page. */
export const pageSize = 25;

/** How far the people of a core team are complete, as in core-teams/rules: places at the table, and who is missing. */
export type TeamPlaces = {
  places: number;
  filled: number;
  /** For each place that nobody holds, its function; several where one of them is enough. */
  vacant: string[][];
};

/** The meetings of a core team that somebody should do something about. */
export type TeamAgenda = {
  /** The oldest meeting that is over and was neither recorded nor cancelled. */
  unrecorded: { id: string; startsAt: Date } | null;
  /** The open date proposal that ends first, with how many of those asked have answered. */
  proposal: { id: string; asked: number; answered: number } | null;
  next: MeetingStand | null;
  /** How many agreements are open, as far as this person may read them. */
  open: number;
};

/** Where the meetings of a core team stand: what waits to be recorded, and who comes to the next one. */
export async function findTeamAgenda(viewer: Viewer, coreTeamId: string): Promise<TeamAgenda> {
  const team = await viewer.db.coreTeam.findFirst({
    where: { id: coreTeamId, AND: [viewer.coreTeamsWhere("meeting:read")] },
    select: {
      meetings: {
        where: { cancelled: false, OR: [{ endsAt: { gte: viewer.now } }, { recordedAt: null }] },
        select: {
          id: true,
          startsAt: true,
          endsAt: true,
          participations: { where: { attendance: { not: "ON_CALL" }, withdrawnAt: null }, select: { answer: true, person: { select: { name: true } } }, orderBy: { function: { position: "asc" } } },
        },
        orderBy: { startsAt: "asc" },
        take: 10,
      },
      dateProposals: {
        where: { state: "OPEN" },
        select: { id: true, invitees: { where: { attendance: { not: "ON_CALL" } }, select: { answeredAt: true } } },
        orderBy: { deadline: "asc" },
        take: 1,
      },
      _count: { select: { agreements: { where: { state: { in: [...openStates] } } } } },
    },
  });
  const meetings = team?.meetings ?? [];
  const [proposal] = team?.dateProposals ?? [];
  const past = meetings.find(({ endsAt }) => endsAt < viewer.now);
  const next = meetings.find(({ endsAt }) => endsAt >= viewer.now);
  return {
    unrecorded: past ? { id: past.id, startsAt: past.startsAt } : null,
    proposal: proposal ? { id: proposal.id, asked: proposal.invitees.length, answered: proposal.invitees.filter(({ answeredAt }) => answeredAt !== null).length } : null,
    next: next ? standOf(next) : null,
    open: team?._count.agreements ?? 0,
  };
}

/** A school of a partner, in one line. */
export type PartnerSchool = {
  schoolId: string;
  name: string;
  place: string | null;
  coreTeamId: string;
  next: { id: string; startsAt: Date; endsAt: Date } | null;
  /** What the viewer answered to the next meeting, or that none is needed because they come when asked; null when not invited. */
  ownAnswer: "NONE" | "ACCEPTED" | "DECLINED" | "ON_CALL" | null;
  /** Whom of the school one calls: the IB'er or zorgcoördinator, or else the directeur. */
  contact: { name: string; photoUrl: string | null; functionName: string; phone: string | null } | null;
  /** Open agreements of the team, how many are the viewer's own, and how many of those are too late. */
  open: number;
  ownOpen: number;
  ownLate: number;
  places: TeamPlaces;
};

export type PartnerSchools = { schools: PartnerSchool[]; total: number; page: number };

/**
 * The schools for which the viewer is a partner in one samenwerkingsverband, soonest meeting first; with `soon` only
 * those whose next meeting is in the coming four weeks. Someone of the school itself is no partner there.
 */
export async function listPartnerSchools(viewer: Viewer, filter: { consortiumId: string; period: "" | "soon"; page: number }): Promise<PartnerSchools> {
  const rows = await partnerRows(viewer, filter);
  const isBeyond = rows.length === 0 && filter.page > 1;
  const found = isBeyond ? await partnerRows(viewer, { ...filter, page: 1 }) : rows;
  return {
    schools: found.map((row) => ({
      schoolId: row.schoolId,
      name: row.name,
      place: row.place,
      coreTeamId: row.coreTeamId,
      next: nextOf(row),
      ownAnswer: row.ownAnswer,
      contact: contactOf(row),
      open: row.open,
      ownOpen: row.ownOpen,
      ownLate: row.ownLate,
      places: placesOf(row),
    })),
    total: found[0]?.total ?? 0,
    page: isBeyond ? 1 : filter.page,
  };
}

type NextColumns = { meetingId: string | null; startsAt: Date | null; endsAt: Date | null };
type PlaceColumns = { places: number | null; filled: number | null; vacant: string[] | null };
type PartnerRow = NextColumns &
  PlaceColumns & {
    schoolId: string;
    name: string;
    place: string | null;
    coreTeamId: string;
    ownAnswer: PartnerSchool["ownAnswer"];
    contactId: string | null;
    contactName: string | null;
    contactPhoto: string | null;
    contactFunction: string | null;
    contactPhone: string | null;
    open: number;
    ownOpen: number;
    ownLate: number;
    total: number;
  };

async function partnerRows(viewer: Viewer, { consortiumId, period, page }: { consortiumId: string; period: "" | "soon"; page: number }): Promise<PartnerRow[]> {
  return viewer.db.$queryRaw<PartnerRow[]>`
    WITH mine AS MATERIALIZED (
      SELECT m.core_team_id FROM membership m JOIN team_function f ON f.id = m.function_id
      WHERE m.person_id = ${viewer.person.id}::uuid AND m.consortium_id = ${consortiumId}::uuid
        AND m.first_day <= ${viewer.today}::date AND (m.last_day IS NULL OR m.last_day >= ${viewer.today}::date)
      GROUP BY m.core_team_id HAVING NOT bool_or(f.coordinates)
    ),
    listed AS (
      SELECT s.id AS school_id, s.name, s.place, t.id AS core_team_id, n.id AS meeting_id, n.starts_at, n.ends_at, count(*) OVER ()::int AS total
      FROM mine JOIN core_team t ON t.id = mine.core_team_id
      JOIN core_team_school x ON x.core_team_id = t.id AND (x.last_day IS NULL OR x.last_day >= ${viewer.today}::date)
      JOIN school s ON s.id = x.school_id
      LEFT JOIN LATERAL (
        SELECT g.id, g.starts_at, g.ends_at FROM meeting g
        WHERE g.core_team_id = t.id AND NOT g.cancelled AND g.ends_at >= ${viewer.now}::timestamptz ORDER BY g.starts_at LIMIT 1
      ) n ON true
      WHERE ${period} = '' OR n.starts_at < ${momentAt(afterComingWeeks(viewer.today), "00:00")}::timestamptz
      ORDER BY n.starts_at NULLS LAST, s.name, s.id LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}
    ),
    place AS MATERIALIZED (SELECT * FROM core_team_places(ARRAY(SELECT core_team_id FROM listed))),
    own AS MATERIALIZED (SELECT agreement_id, due_on FROM my_open_agreements() WHERE view = 'mine')
    SELECT l.school_id::text AS "schoolId", l.name, l.place, l.core_team_id::text AS "coreTeamId",
      l.meeting_id::text AS "meetingId", l.starts_at AS "startsAt", l.ends_at AS "endsAt",
      (SELECT CASE WHEN i.attendance = 'ON_CALL' AND i.answer = 'NONE' THEN 'ON_CALL' ELSE i.answer::text END FROM participation i WHERE i.meeting_id = l.meeting_id AND i.person_id = ${viewer.person.id}::uuid AND i.withdrawn_at IS NULL) AS "ownAnswer",
      c.id::text AS "contactId", c.name AS "contactName", c.photo AS "contactPhoto", c.function AS "contactFunction", c.phone AS "contactPhone",
      coalesce(a.open, 0) AS open, coalesce(a.own, 0) AS "ownOpen", coalesce(a.late, 0) AS "ownLate",
      p.places, p.filled, p.vacant, l.total
    FROM listed l
    LEFT JOIN place p ON p.core_team_id = l.core_team_id
    LEFT JOIN LATERAL (
      SELECT q.id, q.name, (SELECT h.hash FROM person_photo h WHERE h.person_id = q.id) AS photo, f.name AS function, CASE WHEN q.shares_phone THEN q.phone END AS phone
      FROM membership m JOIN team_function f ON f.id = m.function_id JOIN person q ON q.id = m.person_id
      WHERE m.core_team_id = l.core_team_id AND f.coordinates AND q.deactivated_at IS NULL
        AND m.first_day <= ${viewer.today}::date AND (m.last_day IS NULL OR m.last_day >= ${viewer.today}::date)
      ORDER BY f.position, m.first_day, m.id LIMIT 1
    ) c ON true
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS open, count(o.agreement_id)::int AS own, (count(*) FILTER (WHERE o.due_on < ${viewer.today}::date))::int AS late
      FROM agreement g LEFT JOIN own o ON o.agreement_id = g.id
      WHERE g.core_team_id = l.core_team_id AND g.state IN ('OPEN', 'UNDER_WAY')
    ) a ON true
    ORDER BY l.starts_at NULLS LAST, l.name, l.school_id`;
}

function contactOf({ contactId, contactName, contactPhoto, contactFunction, contactPhone }: PartnerRow): PartnerSchool["contact"] {
  if (contactId === null || contactName === null) return null;
  return { name: contactName, photoUrl: photoPath(contactId, contactPhoto), functionName: contactFunction ?? "", phone: contactPhone };
}

/** How many schools of a samenwerkingsverband ask for attention, and what there is to filter them by. */
export type RolloutOverview = { schools: number; started: number; complete: number; attention: Record<AttentionKind, number>; sectors: Sector[]; municipalities: string[] };

type OverviewRow = Omit<RolloutOverview, "attention"> & { noTeam: number; noDate: number; vacancy: number; unrecorded: number; obstructed: number; reported: number };

/** The state of all open schools of a samenwerkingsverband in numbers, for its procesbegeleider or organiser. */
export async function countRollout(viewer: Viewer, consortiumId: string): Promise<RolloutOverview> {
  viewer.mustBeAbleTo("rollout:read", { consortiumId });
  const [row] = await viewer.db.$queryRaw<OverviewRow[]>`
    WITH team AS MATERIALIZED (
      SELECT t.id FROM core_team t WHERE t.consortium_id = ${consortiumId}::uuid AND (t.ended_on IS NULL OR t.ended_on >= ${viewer.today}::date)
    ),
    open_meeting AS MATERIALIZED (
      SELECT g.core_team_id, bool_or(g.ends_at >= ${viewer.now}::timestamptz) AS coming, bool_or(g.ends_at < ${viewer.now}::timestamptz) AS forgotten
      FROM meeting g WHERE g.consortium_id = ${consortiumId}::uuid AND g.recorded_at IS NULL AND NOT g.cancelled GROUP BY g.core_team_id
    ),
    state AS (
      SELECT x.school_id, bool_or(coalesce(p.filled < p.places, false)) AS vacancy, bool_or(NOT coalesce(g.coming, false)) AS no_date,
        bool_or(coalesce(g.forgotten, false)) AS unrecorded, bool_or(o.core_team_id IS NOT NULL) AS obstructed, bool_or(r.core_team_id IS NOT NULL) AS reported
      FROM team JOIN core_team_school x ON x.core_team_id = team.id AND (x.last_day IS NULL OR x.last_day >= ${viewer.today}::date)
      LEFT JOIN core_team_places(ARRAY(SELECT id FROM team)) p ON p.core_team_id = team.id
      LEFT JOIN open_meeting g ON g.core_team_id = team.id
      LEFT JOIN (SELECT DISTINCT core_team_id FROM meeting_obstacles(ARRAY(SELECT id FROM team), ${viewer.now}::timestamptz)) o ON o.core_team_id = team.id
      LEFT JOIN (SELECT DISTINCT core_team_id FROM change_report WHERE consortium_id = ${consortiumId}::uuid AND handled_at IS NULL) r ON r.core_team_id = team.id
      GROUP BY x.school_id
    )
    SELECT count(*)::int AS schools, count(v.school_id)::int AS started, count(*) FILTER (WHERE NOT v.vacancy)::int AS complete,
      count(*) FILTER (WHERE v.school_id IS NULL)::int AS "noTeam", count(*) FILTER (WHERE v.no_date)::int AS "noDate",
      count(*) FILTER (WHERE v.vacancy)::int AS vacancy, count(*) FILTER (WHERE v.unrecorded)::int AS unrecorded, count(*) FILTER (WHERE v.obstructed)::int AS obstructed, count(*) FILTER (WHERE v.reported)::int AS reported,
      coalesce(array_agg(DISTINCT s.sector::text), '{}') AS sectors, coalesce(array_agg(DISTINCT s.municipality) FILTER (WHERE s.municipality IS NOT NULL), '{}') AS municipalities
    FROM school s LEFT JOIN state v ON v.school_id = s.id
    WHERE s.consortium_id = ${consortiumId}::uuid AND s.closed_on IS NULL`;
  const { noTeam = 0, noDate = 0, vacancy = 0, unrecorded = 0, obstructed = 0, reported = 0, ...rest } = row ?? { schools: 0, started: 0, complete: 0, sectors: [], municipalities: [] };
  return { ...rest, attention: { "no-team": noTeam, "no-date": noDate, vacancy, unrecorded, obstructed, reported } };
}

/** A school of the samenwerkingsverband, in one line. */
export type RolloutSchool = {
  schoolId: string;
  name: string;
  place: string | null;
  municipality: string | null;
  sector: Sector;
  /** Null for a school that has not started. */
  team: { id: string; places: TeamPlaces } | null;
  next: { id: string; startsAt: Date; endsAt: Date } | null;
  /** The oldest meeting that is over and was not recorded. */
  unrecorded: { id: string; startsAt: Date } | null;
  /** The first meeting to come that something came in the way of, and the first reason. */
  obstructed: { id: string; startsAt: Date; obstacle: Obstacle } | null;
};

export type RolloutSchools = { schools: RolloutSchool[]; total: number; page: number };

type RolloutRow = NextColumns &
  PlaceColumns & {
    schoolId: string;
    name: string;
    place: string | null;
    municipality: string | null;
    sector: Sector;
    coreTeamId: string | null;
    forgottenId: string | null;
    forgottenAt: Date | null;
    obstructedId: string | null;
    obstructedAt: Date | null;
    obstacle: ObstacleColumns | null;
    total: number;
  };

/** The open schools of a samenwerkingsverband by name, as its procesbegeleider or organiser looks for them. */
export async function listRolloutSchools(viewer: Viewer, filter: SchoolFilter & { consortiumId: string; page: number }): Promise<RolloutSchools> {
  viewer.mustBeAbleTo("rollout:read", { consortiumId: filter.consortiumId });
  const rows = await rolloutRows(viewer, filter);
  const isBeyond = rows.length === 0 && filter.page > 1;
  const found = isBeyond ? await rolloutRows(viewer, { ...filter, page: 1 }) : rows;
  return {
    schools: found.map((row) => ({
      schoolId: row.schoolId,
      name: row.name,
      place: row.place,
      municipality: row.municipality,
      sector: row.sector,
      team: row.coreTeamId === null ? null : { id: row.coreTeamId, places: placesOf(row) },
      next: nextOf(row),
      unrecorded: row.forgottenId === null || row.forgottenAt === null ? null : { id: row.forgottenId, startsAt: row.forgottenAt },
      obstructed: row.obstructedId === null || row.obstructedAt === null || row.obstacle === null ? null : { id: row.obstructedId, startsAt: row.obstructedAt, obstacle: obstacleOf(row.obstacle) },
    })),
    total: found[0]?.total ?? 0,
    page: isBeyond ? 1 : filter.page,
  };
}

// The state of all schools is only worked out when the filter asks for it: a subquery that nothing reads does not run.
async function rolloutRows(viewer: Viewer, { consortiumId, q, sector, municipality, attention, page }: SchoolFilter & { consortiumId: string; page: number }): Promise<RolloutRow[]> {
  return viewer.db.$queryRaw<RolloutRow[]>`
    WITH team AS MATERIALIZED (
      SELECT x.school_id, t.id, t.started_on FROM core_team t JOIN core_team_school x ON x.core_team_id = t.id AND (x.last_day IS NULL OR x.last_day >= ${viewer.today}::date)
      WHERE t.consortium_id = ${consortiumId}::uuid AND (t.ended_on IS NULL OR t.ended_on >= ${viewer.today}::date)
    ),
    open_meeting AS MATERIALIZED (
      SELECT g.core_team_id, bool_or(g.ends_at >= ${viewer.now}::timestamptz) AS coming, bool_or(g.ends_at < ${viewer.now}::timestamptz) AS forgotten
      FROM meeting g WHERE g.consortium_id = ${consortiumId}::uuid AND g.recorded_at IS NULL AND NOT g.cancelled GROUP BY g.core_team_id
    ),
    listed AS (
      SELECT s.id, s.name, s.place, s.municipality, s.sector, count(*) OVER ()::int AS total FROM school s
      WHERE s.consortium_id = ${consortiumId}::uuid AND s.closed_on IS NULL
        AND (${sector} = '' OR s.sector::text = ${sector}) AND (${municipality} = '' OR s.municipality = ${municipality})
        AND NOT EXISTS (SELECT FROM unnest(${patternsOf(q)}::text[]) AS word WHERE lower(s.name) NOT LIKE word AND lower(coalesce(s.place, '')) NOT LIKE word)
        AND (${attention} <> 'no-team' OR s.id NOT IN (SELECT school_id FROM team))
        AND (${attention} <> 'no-date' OR s.id IN (SELECT team.school_id FROM team LEFT JOIN open_meeting g ON g.core_team_id = team.id WHERE NOT coalesce(g.coming, false)))
        AND (${attention} <> 'unrecorded' OR s.id IN (SELECT team.school_id FROM team JOIN open_meeting g ON g.core_team_id = team.id WHERE g.forgotten))
        AND (${attention} <> 'obstructed' OR s.id IN (
          SELECT team.school_id FROM team JOIN meeting_obstacles(ARRAY(SELECT id FROM team), ${viewer.now}::timestamptz) o ON o.core_team_id = team.id))
        AND (${attention} <> 'reported' OR s.id IN (SELECT team.school_id FROM team JOIN change_report r ON r.core_team_id = team.id WHERE r.handled_at IS NULL))
        AND (${attention} <> 'vacancy' OR s.id IN (
          SELECT team.school_id FROM team JOIN core_team_places(ARRAY(SELECT id FROM team)) p ON p.core_team_id = team.id WHERE p.filled < p.places))
      ORDER BY s.name, s.id LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}
    ),
    served AS MATERIALIZED (
      SELECT DISTINCT ON (l.id) l.id AS school_id, t.id FROM listed l
      JOIN core_team_school x ON x.school_id = l.id AND (x.last_day IS NULL OR x.last_day >= ${viewer.today}::date)
      JOIN core_team t ON t.id = x.core_team_id AND (t.ended_on IS NULL OR t.ended_on >= ${viewer.today}::date)
      ORDER BY l.id, t.started_on, t.id
    ),
    place AS MATERIALIZED (SELECT * FROM core_team_places(ARRAY(SELECT id FROM served))),
    obstructed AS MATERIALIZED (
      SELECT DISTINCT ON (core_team_id) core_team_id, meeting_id, starts_at, jsonb_build_object('kind', kind, 'name', name, 'functionName', function_name, 'replacement', replacement) AS obstacle
      FROM meeting_obstacles(ARRAY(SELECT id FROM served), ${viewer.now}::timestamptz)
      ORDER BY core_team_id, starts_at, meeting_id, seat_order, name
    )
    SELECT l.id::text AS "schoolId", l.name, l.place, l.municipality, l.sector::text AS sector, t.id::text AS "coreTeamId",
      p.places, p.filled, p.vacant, n.id::text AS "meetingId", n.starts_at AS "startsAt", n.ends_at AS "endsAt",
      u.id::text AS "forgottenId", u.starts_at AS "forgottenAt", o.meeting_id::text AS "obstructedId", o.starts_at AS "obstructedAt", o.obstacle, l.total
    FROM listed l
    LEFT JOIN served t ON t.school_id = l.id
    LEFT JOIN place p ON p.core_team_id = t.id
    LEFT JOIN obstructed o ON o.core_team_id = t.id
    LEFT JOIN LATERAL (
      SELECT g.id, g.starts_at, g.ends_at FROM meeting g
      WHERE g.core_team_id = t.id AND NOT g.cancelled AND g.ends_at >= ${viewer.now}::timestamptz ORDER BY g.starts_at LIMIT 1
    ) n ON true
    LEFT JOIN LATERAL (
      SELECT g.id, g.starts_at FROM meeting g
      WHERE g.core_team_id = t.id AND NOT g.cancelled AND g.recorded_at IS NULL AND g.ends_at < ${viewer.now}::timestamptz ORDER BY g.starts_at LIMIT 1
    ) u ON true
    ORDER BY l.name, l.id`;
}

/** How far a samenwerkingsverband is set up, for its administrator. */
export async function countSetup(viewer: Viewer, consortiumId: string): Promise<SetupCounts & { people: number }> {
  viewer.mustBeAbleTo("consortium:change", { consortiumId });
  const [row] = await viewer.db.$queryRaw<(SetupCounts & { people: number })[]>`
    SELECT c.code IS NOT NULL AS "hasCode",
      (SELECT count(*)::int FROM organisation o WHERE o.consortium_id = c.id) AS organisations,
      (SELECT count(*)::int FROM school s WHERE s.consortium_id = c.id AND s.closed_on IS NULL) AS schools,
      (SELECT count(*)::int FROM consortium_role r WHERE r.consortium_id = c.id AND r.role IN ('PROCESS_COACH', 'ORGANISER')
        AND r.first_day <= ${viewer.today}::date AND (r.last_day IS NULL OR r.last_day >= ${viewer.today}::date)) AS guides,
      (SELECT count(*)::int FROM core_team t WHERE t.consortium_id = c.id AND (t.ended_on IS NULL OR t.ended_on >= ${viewer.today}::date)) AS "coreTeams",
      (SELECT count(*)::int FROM (
        SELECT m.person_id FROM membership m WHERE m.consortium_id = c.id AND m.first_day <= ${viewer.today}::date AND (m.last_day IS NULL OR m.last_day >= ${viewer.today}::date)
        UNION SELECT r.person_id FROM consortium_role r WHERE r.consortium_id = c.id AND r.first_day <= ${viewer.today}::date AND (r.last_day IS NULL OR r.last_day >= ${viewer.today}::date)
      ) p) AS people
    FROM consortium c WHERE c.id = ${consortiumId}::uuid`;
  return row ?? { hasCode: false, organisations: 0, schools: 0, guides: 0, coreTeams: 0, people: 0 };
}

/** The figures of one sector, and of one school year: numbers and nothing else. */
export type SectorFigures = { sector: Sector; schools: number; schoolsWithTeam: number; teams: number; completeTeams: number; meetingsHeld: number; meetingsPlanned: number };
export type YearFigures = { schoolYear: number; teams: number; meetingsHeld: number };

/** What a board sees of its samenwerkingsverband: numbers per sector for this school year, and the five last years. */
export async function findFigures(viewer: Viewer, consortiumId: string): Promise<{ sectors: SectorFigures[]; years: YearFigures[] }> {
  viewer.mustBeAbleTo("figures:read", { consortiumId });
  const sectors = await viewer.db.$queryRaw<SectorFigures[]>`
    SELECT sector::text AS sector, schools, schools_with_team AS "schoolsWithTeam", teams, complete_teams AS "completeTeams",
      meetings_held AS "meetingsHeld", meetings_planned AS "meetingsPlanned"
    FROM consortium_figures(${consortiumId}::uuid, ${viewer.now}::timestamptz)`;
  const years = await viewer.db.$queryRaw<YearFigures[]>`
    SELECT school_year AS "schoolYear", teams, meetings_held AS "meetingsHeld" FROM consortium_years(${consortiumId}::uuid, ${viewer.now}::timestamptz)`;
  return { sectors, years };
}

function standOf(meeting: { id: string; startsAt: Date; endsAt: Date; participations: { answer: string; person: { name: string } }[] }): MeetingStand {
  const { participations, ...rest } = meeting;
  const named = (answer: string) => participations.filter((each) => each.answer === answer).map(({ person }) => person.name);
  return { ...rest, accepted: named("ACCEPTED").length, invited: participations.length, waiting: named("NONE"), declined: named("DECLINED") };
}

function nextOf({ meetingId, startsAt, endsAt }: NextColumns): { id: string; startsAt: Date; endsAt: Date } | null {
  return meetingId === null || startsAt === null || endsAt === null ? null : { id: meetingId, startsAt, endsAt };
}

function placesOf({ places, filled, vacant }: PlaceColumns): TeamPlaces {
  return { places: places ?? 0, filled: filled ?? 0, vacant: (vacant ?? []).map((names) => names.split("\n")) };
}

/** Each word anywhere in the name or the place; what means something to LIKE means itself, and one apostrophe finds another. */
function patternsOf(q: string): string[] {
  return q.toLowerCase().split(/\s+/u).filter(Boolean).slice(0, 8).map((word) => `%${word.replace(/[\\%_]/g, "\\$&").replace(/['’‘`]/g, "_")}%`);
}
