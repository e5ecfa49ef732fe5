import type { Viewer } from "#lib/access/viewer";
import { type Day, dayFromDatabase } from "#lib/dates";
import { differencesSchema, importOptionsSchema, importReportSchema } from "#lib/schools/schema";
import type { Difference, ImportReport, PlannedChange, SchoolFilter, SchoolImportOptions, Sector } from "#lib/schools/schema";

/** How many schools, or changes of an import, stand on a page. */
export const pageSize = 25;

/** A school in the list, with the core team that serves it today. */
export type ListedSchool = {
  id: string;
  name: string;
  locationCode: string;
  sector: Sector;
  place: string | null;
  municipality: string | null;
  consortiumName: string | null;
  closedOn: Day | null;
  coreTeamId: string | null;
};

export type SchoolList = { schools: ListedSchool[]; total: number; page: number };

/**
 * The schools of the samenwerkingsverbanden that this person sees the list of, by name. Searching finds every word in the
 * name, the place or the code. Schools without a samenwerkingsverband are listed apart, for who may import them.
 * A page that is not there gives the first one; page 0 has nothing.
 */
export async function listSchools(viewer: Viewer, filter: SchoolFilter): Promise<SchoolList> {
  const rows = await schoolsOnPage(viewer, filter, filter.page);
  const isBeyond = rows.length === 0 && filter.page > 1;
  const found = isBeyond ? await schoolsOnPage(viewer, filter, 1) : rows;
  const [first] = found;
  if (first === undefined) return { schools: [], total: 0, page: 0 };
  return { schools: found.map(({ total: _total, ...school }) => school), total: first.total, page: isBeyond ? 1 : filter.page };
}

async function schoolsOnPage(viewer: Viewer, filter: SchoolFilter, page: number): Promise<(ListedSchool & { total: number })[]> {
  const { consortiumIds, withoutConsortium, closed, sector, municipality, patterns } = conditionsOf(viewer, filter);
  return viewer.db.$queryRaw`
    SELECT s.id::text AS id, s.name, s.location_code AS "locationCode", s.sector::text AS sector, s.place, s.municipality,
      c.name AS "consortiumName", to_char(s.closed_on, 'YYYY-MM-DD') AS "closedOn",
      (SELECT t.core_team_id::text FROM core_team_school t WHERE t.school_id = s.id AND (t.last_day IS NULL OR t.last_day >= ${viewer.today}::date)
        ORDER BY t.first_day, t.core_team_id LIMIT 1) AS "coreTeamId",
      count(*) OVER ()::int AS total
    FROM school s LEFT JOIN consortium c ON c.id = s.consortium_id
    WHERE (s.consortium_id = ANY (${consortiumIds}::uuid[]) OR (${withoutConsortium} AND s.consortium_id IS NULL))
      AND (${closed}::boolean IS NULL OR (s.closed_on IS NOT NULL) = ${closed}::boolean)
      AND (${sector}::text IS NULL OR s.sector = ${sector}::"Sector")
      AND (${municipality}::text IS NULL OR s.municipality = ${municipality}::text)
      AND NOT EXISTS (SELECT FROM unnest(${patterns}::text[]) AS word
        WHERE lower(s.name) NOT LIKE word AND lower(coalesce(s.place, '')) NOT LIKE word AND lower(s.location_code) NOT LIKE word)
    ORDER BY s.name, s.location_code
    LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
}

/** What there is to filter the list of schools by. */
export async function findSchoolFilters(viewer: Viewer): Promise<{ sectors: Sector[]; municipalities: string[]; withoutConsortium: boolean }> {
  const importsSomewhere = viewer.consortiaFor("school:import").length > 0;
  const rows = await viewer.db.$queryRaw<{ sector: Sector; municipality: string | null; listed: boolean }[]>`
    SELECT sector::text AS sector, municipality, bool_or(consortium_id IS NOT NULL) AS listed FROM school
    WHERE consortium_id = ANY (${viewer.consortiaFor("school:list")}::uuid[]) OR (${importsSomewhere} AND consortium_id IS NULL)
    GROUP BY sector, municipality, consortium_id IS NULL ORDER BY municipality`;
  const listed = rows.filter((row) => row.listed);
  return {
    sectors: [...new Set(listed.map((row) => row.sector))],
    municipalities: [...new Set(listed.flatMap((row) => row.municipality ?? []))],
    withoutConsortium: rows.length > listed.length,
  };
}

/** A samenwerkingsverband for which this person may import, and how many postcode areas belong to it. */
export type ImportConsortium = { id: string; name: string; code: string | null; sector: Sector; postcodeAreas: number };

/** The samenwerkingsverbanden for which this person may import schools. */
export async function listImportConsortia(viewer: Viewer): Promise<ImportConsortium[]> {
  return viewer.db.$queryRaw<ImportConsortium[]>`
    SELECT c.id::text AS id, c.name, c.code, c.sector::text AS sector,
      (SELECT count(*)::int FROM postcode_area a WHERE c.code IN (a.primary_code, a.secondary_code)) AS "postcodeAreas"
    FROM consortium c WHERE c.id = ANY (${viewer.consortiaFor("school:import")}::uuid[]) ORDER BY c.name`;
}

/** An import in the list of the last ones. */
export type RecentImport = {
  id: string;
  consortiumName: string;
  fileName: string;
  sector: Sector;
  /** Null when this person is not to be seen any more. */
  createdBy: string | null;
  createdAt: Date;
  appliedAt: Date | null;
  added: number;
  changed: number;
  closed: number;
};

const mostRecent = 6;

/** The last imports of this person's samenwerkingsverbanden, newest first, carried out or not. */
export async function listRecentImports(viewer: Viewer): Promise<RecentImport[]> {
  return viewer.db.$queryRaw<RecentImport[]>`
    SELECT i.id::text AS id, c.name AS "consortiumName", i.file_name AS "fileName", i.sector::text AS sector, p.name AS "createdBy",
      i.created_at AS "createdAt", i.applied_at AS "appliedAt",
      (i.summary->>'added')::int AS added, (i.summary->>'changed')::int AS changed, (i.summary->>'closed')::int AS closed
    FROM school_import i JOIN consortium c ON c.id = i.consortium_id LEFT JOIN person p ON p.id = i.created_by_id
    WHERE i.consortium_id = ANY (${viewer.consortiaFor("school:import")}::uuid[])
    ORDER BY i.created_at DESC, i.id LIMIT ${mostRecent}`;
}

/** A preview, or an import that was carried out, in numbers and with the schools that somebody ought to know of. */
export type SchoolImportOverview = {
  id: string;
  consortiumId: string;
  consortiumName: string;
  fileName: string;
  sector: Sector;
  options: SchoolImportOptions;
  report: ImportReport;
  createdBy: string | null;
  createdAt: Date;
  appliedAt: Date | null;
};

/** An import of a samenwerkingsverband for which this person may import; null when there is none. */
export async function findSchoolImport(viewer: Viewer, importId: string): Promise<SchoolImportOverview | null> {
  const rows = await viewer.db.$queryRaw<(Omit<SchoolImportOverview, "options" | "report"> & { options: unknown; summary: unknown })[]>`
    SELECT i.id::text AS id, i.consortium_id::text AS "consortiumId", c.name AS "consortiumName", i.file_name AS "fileName", i.sector::text AS sector,
      i.options, i.summary, p.name AS "createdBy", i.created_at AS "createdAt", i.applied_at AS "appliedAt"
    FROM school_import i JOIN consortium c ON c.id = i.consortium_id LEFT JOIN person p ON p.id = i.created_by_id
    WHERE i.id = ${importId}::uuid AND i.consortium_id = ANY (${viewer.consortiaFor("school:import")}::uuid[])`;
  const [row] = rows;
  if (row === undefined) return null;
  const { options, summary, ...rest } = row;
  return { ...rest, options: importOptionsSchema.parse(options), report: importReportSchema.parse(summary) };
}

/** What an import does to one school. */
export type ImportChange = { locationCode: string; name: string; place: string | null; differences: Difference[] };

/** A page of the schools that an import adds, changes or closes, by name. */
export async function listImportChanges(viewer: Viewer, importId: string, change: PlannedChange["change"], page: number): Promise<ImportChange[]> {
  const rows = await viewer.db.$queryRaw<(Omit<ImportChange, "differences"> & { differences: unknown })[]>`
    SELECT location_code AS "locationCode", name, after->>'place' AS place, differences FROM school_import_change
    WHERE import_id = ${importId}::uuid AND change = ${change}::"SchoolChange"
      AND consortium_id = ANY (${viewer.consortiaFor("school:import")}::uuid[])
    ORDER BY name, location_code LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
  return rows.map((row) => ({ ...row, differences: differencesSchema.parse(row.differences) }));
}

/** The facts of a school, and the core teams that serve it or did. */
export type SchoolFacts = {
  id: string;
  name: string;
  consortium: { id: string; name: string } | null;
  sector: Sector;
  locationCode: string;
  street: string | null;
  houseNumber: string | null;
  postcode: string | null;
  place: string | null;
  municipality: string | null;
  denomination: string | null;
  educationTypes: string | null;
  phone: string | null;
  website: string | null;
  holidayRegion: string | null;
  closedOn: Day | null;
  /** Whether DUO is the source of these facts. */
  fromDuo: boolean;
  teams: { id: string; name: string; startedOn: Day; endedOn: Day | null; sharedWith: string[] }[];
};

/** A school, for whoever sees the list of its samenwerkingsverband or one of its core teams. */
export async function findSchool(viewer: Viewer, schoolId: string): Promise<SchoolFacts | null> {
  const found = await viewer.db.school.findFirst({
    where: {
      id: schoolId,
      OR: [{ consortiumId: { in: viewer.consortiaFor("school:list") } }, { coreTeams: { some: { coreTeam: { is: viewer.coreTeamsWhere("core-team:read") } } } }],
    },
    select: {
      id: true,
      name: true,
      consortium: { select: { id: true, name: true } },
      sector: true,
      locationCode: true,
      street: true,
      houseNumber: true,
      postcode: true,
      place: true,
      municipality: true,
      denomination: true,
      educationTypes: true,
      phone: true,
      website: true,
      holidayRegion: true,
      closedOn: true,
      importedAt: true,
      coreTeams: {
        where: { coreTeam: { is: viewer.coreTeamsWhere("core-team:read") } },
        select: { coreTeam: { select: { id: true, name: true, startedOn: true, endedOn: true, schools: { where: { lastDay: null }, select: { school: { select: { id: true, name: true } } } } } } },
      },
    },
  });
  if (!found) return null;
  const { coreTeams, closedOn, importedAt, ...facts } = found;
  return {
    ...facts,
    closedOn: closedOn && dayFromDatabase(closedOn),
    fromDuo: importedAt !== null,
    teams: coreTeams
      .map(({ coreTeam: { schools, startedOn, endedOn, ...team } }) => ({
        ...team,
        startedOn: dayFromDatabase(startedOn),
        endedOn: endedOn && dayFromDatabase(endedOn),
        sharedWith: schools.filter(({ school }) => school.id !== schoolId).map(({ school }) => school.name),
      }))
      .toSorted((one, other) => other.startedOn.localeCompare(one.startedOn)),
  };
}

function conditionsOf(viewer: Viewer, { q, sector, municipality, state }: SchoolFilter) {
  const isWithout = state === "WITHOUT_CONSORTIUM";
  return {
    consortiumIds: isWithout ? [] : viewer.consortiaFor("school:list"),
    withoutConsortium: isWithout && viewer.consortiaFor("school:import").length > 0,
    closed: isWithout ? null : state === "CLOSED",
    sector: sector === "" ? null : sector,
    municipality: municipality === "" ? null : municipality,
    patterns: q.toLowerCase().split(/\s+/).filter((word) => word !== "").map(patternOf),
  };
}

/** A word as LIKE wants it; any apostrophe finds any other, because nobody types the one that is stored. */
function patternOf(word: string): string {
  return `%${word.replace(/[\\%_]/g, "\\$&").replace(/['’‘`]/g, "_")}%`;
}
