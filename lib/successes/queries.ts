import type { Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import { type Day, dayOf, momentAt } from "#lib/dates";
import { aliasOf } from "#lib/texts/case-discussions";

/** How many successes and lessons a page shows. */
export const SUCCESSES_A_PAGE = 25;

const [MOST_RECENT, MOST_A_YEAR] = [8, 500];

/** The core team of a page with successes; null for who is no member. */
export async function findSuccessTeam(viewer: Viewer, coreTeamId: string): Promise<{ id: string; name: string; scope: Required<Scope> } | null> {
  const team = await viewer.db.coreTeam.findFirst({
    where: { AND: [{ id: coreTeamId }, viewer.coreTeamsWhere("success:read")] },
    select: { id: true, name: true, consortiumId: true },
  });
  return team && { id: team.id, name: team.name, scope: { consortiumId: team.consortiumId, coreTeamId: team.id } };
}

/** What went well, what was learnt, or both; of a casus, or written by a member without one. */
export type Success = {
  /** Of the casus, or of the success that has none. */
  id: string;
  on: Day;
  success: string | null;
  lesson: string | null;
  /** Null without a casus. */
  casus: { id: string; alias: string; meetingId: string } | null;
  /** Whether the viewer wrote it here, without a casus, and may change it. */
  isOwn: boolean;
};

/** How many successes and lessons a core team has in each school year (its first year: 2026 for 2026-2027), latest first. */
export async function countSuccesses(viewer: Viewer, coreTeamId: string): Promise<{ year: number; count: number }[]> {
  // A school year begins on 1 August: seven months into the year it has the number of.
  return viewer.db.$queryRaw<{ year: number; count: number }[]>`
    SELECT extract(year FROM (at AT TIME ZONE 'Europe/Amsterdam') - interval '7 months')::int AS year, count(*)::int AS count
    FROM team_successes(${coreTeamId}::uuid) GROUP BY 1 ORDER BY 1 DESC`;
}

/** A page of what went well and was learnt in a school year, latest first: as far as this person sees its casus. Pages are counted from 1. */
export async function listSuccesses(viewer: Viewer, { coreTeamId, schoolYear, page }: { coreTeamId: string; schoolYear: number; page: number }): Promise<Success[]> {
  const [from, until] = yearOf(schoolYear);
  const rows = await viewer.db.$queryRaw<Row[]>`
    SELECT id, at, success, lesson, meeting_id AS "meetingId", school_year AS "schoolYear", number, written_by_id AS "writtenById"
    FROM team_successes(${coreTeamId}::uuid) WHERE at >= ${from} AND at < ${until}
    ORDER BY at DESC, id LIMIT ${SUCCESSES_A_PAGE} OFFSET ${(page - 1) * SUCCESSES_A_PAGE}`;
  return rows.map((row) => successOf(viewer, row));
}

/** What was added between the meeting before and the end of this one, latest first and at most eight: with that a meeting opens. */
export async function listSuccessesSince(viewer: Viewer, { coreTeamId, meetingId }: { coreTeamId: string; meetingId: string }): Promise<Success[]> {
  const rows = await viewer.db.$queryRaw<Row[]>`
    SELECT s.id, s.at, s.success, s.lesson, s.meeting_id AS "meetingId", s.school_year AS "schoolYear", s.number, s.written_by_id AS "writtenById"
    FROM meeting m CROSS JOIN LATERAL (
      SELECT max(earlier.starts_at) AS starts_at FROM meeting earlier WHERE earlier.core_team_id = m.core_team_id AND NOT earlier.cancelled AND earlier.starts_at < m.starts_at
    ) last JOIN team_successes(${coreTeamId}::uuid) s ON s.at < m.ends_at AND s.at >= coalesce(last.starts_at, m.starts_at - interval '1 year')
    WHERE m.id = ${meetingId}::uuid AND m.core_team_id = ${coreTeamId}::uuid
    ORDER BY s.at DESC, s.id LIMIT ${MOST_RECENT}`;
  return rows.map((row) => successOf(viewer, row));
}

/** The words of a school year without casus, day or writer, to share with others; the first of the year first. */
export async function listYearInWords(viewer: Viewer, { coreTeamId, schoolYear }: { coreTeamId: string; schoolYear: number }): Promise<{ successes: string[]; lessons: string[] }> {
  const [from, until] = yearOf(schoolYear);
  const rows = await viewer.db.$queryRaw<{ success: string | null; lesson: string | null }[]>`
    SELECT success, lesson FROM team_successes(${coreTeamId}::uuid) WHERE at >= ${from} AND at < ${until} ORDER BY at, id LIMIT ${MOST_A_YEAR}`;
  return { successes: rows.flatMap(({ success }) => success ?? []), lessons: rows.flatMap(({ lesson }) => lesson ?? []) };
}

/** A success that the viewer wrote without a casus; null for one of somebody else. */
export async function findOwnSuccess(viewer: Viewer, { coreTeamId, successId }: { coreTeamId: string; successId: string }): Promise<{ text: string; version: number } | null> {
  return viewer.db.teamSuccess.findFirst({
    where: { id: successId, coreTeamId, writtenById: viewer.person.id, coreTeam: viewer.coreTeamsWhere("success:write") },
    select: { text: true, version: true },
  });
}

type Row = { id: string; at: Date; success: string | null; lesson: string | null; meetingId: string | null; schoolYear: number | null; number: number | null; writtenById: string | null };

function successOf(viewer: Viewer, { id, at, success, lesson, meetingId, schoolYear, number, writtenById }: Row): Success {
  const casus = meetingId !== null && schoolYear !== null && number !== null ? { id, meetingId, alias: aliasOf({ schoolYear, number }) } : null;
  return { id, on: dayOf(at), success, lesson, casus, isOwn: writtenById === viewer.person.id };
}

function yearOf(schoolYear: number): [Date, Date] {
  return [momentAt(`${schoolYear}-08-01`, "00:00"), momentAt(`${schoolYear + 1}-08-01`, "00:00")] as [Date, Date];
}
