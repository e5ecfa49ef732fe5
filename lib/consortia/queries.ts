import type { Viewer } from "#lib/access/viewer";
import type { Attendance, OrganisationKind, Sector } from "#lib/consortia/kinds";
import { type FunctionPlace, placesOf } from "#lib/consortia/rules";

/** How many organisations stand on a page of the list. */
export const pageSize = 25;

/** A samenwerkingsverband as its administrator changes it. */
export type ConsortiumToChange = { id: string; name: string; code: string | null; sector: Sector; version: number };

/** A samenwerkingsverband that this person may change; null for any other. */
export async function findConsortium(viewer: Viewer, consortiumId: string): Promise<ConsortiumToChange | null> {
  if (!viewer.can("consortium:change", { consortiumId })) return null;
  return viewer.db.consortium.findFirst({ where: { id: consortiumId }, select: { id: true, name: true, code: true, sector: true, version: true } });
}

/** An organisation in the list, with how many people work for it in core teams or in the samenwerkingsverband today. */
export type ListedOrganisation = { id: string; name: string; kind: OrganisationKind; phone: string | null; people: number };

export type OrganisationList = { organisations: ListedOrganisation[]; total: number; page: number };

/** The organisations of a samenwerkingsverband by name, 25 a page. A page that is not there gives the first one. */
export async function listOrganisations(viewer: Viewer, { consortiumId, page }: { consortiumId: string; page: number }): Promise<OrganisationList> {
  viewer.mustBeAbleTo("organisation:manage", { consortiumId });
  const rows = await organisationsOnPage(viewer, consortiumId, page);
  const isBeyond = rows.length === 0 && page > 1;
  const found = isBeyond ? await organisationsOnPage(viewer, consortiumId, 1) : rows;
  return { organisations: found.map(({ total: _total, ...each }) => each), total: found[0]?.total ?? 0, page: isBeyond ? 1 : page };
}

async function organisationsOnPage(viewer: Viewer, consortiumId: string, page: number): Promise<(ListedOrganisation & { total: number })[]> {
  return viewer.db.$queryRaw`
    WITH working AS (
      SELECT organisation_id, count(DISTINCT person_id)::int AS people FROM (
        SELECT organisation_id, person_id, first_day, last_day FROM membership WHERE consortium_id = ${consortiumId}::uuid
        UNION ALL SELECT organisation_id, person_id, first_day, last_day FROM consortium_role WHERE consortium_id = ${consortiumId}::uuid) job
      WHERE first_day <= ${viewer.today}::date AND (last_day IS NULL OR last_day >= ${viewer.today}::date) GROUP BY organisation_id
    )
    SELECT o.id::text AS id, o.name, o.kind::text AS kind, o.phone, coalesce(w.people, 0) AS people, count(*) OVER ()::int AS total
    FROM organisation o LEFT JOIN working w ON w.organisation_id = o.id
    WHERE o.consortium_id = ${consortiumId}::uuid
    ORDER BY lower(o.name), o.id
    LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
}

/** An organisation as it is changed. */
export type OrganisationToChange = { id: string; consortiumId: string; name: string; kind: OrganisationKind; phone: string | null; version: number };

/** An organisation of a samenwerkingsverband in which this person keeps organisations up to date; null for any other. */
export async function findOrganisation(viewer: Viewer, organisationId: string): Promise<OrganisationToChange | null> {
  return viewer.db.organisation.findFirst({
    where: { id: organisationId, consortiumId: { in: viewer.consortiaFor("organisation:manage") } },
    select: { id: true, consortiumId: true, name: true, kind: true, phone: true, version: true },
  });
}

/** A function as the samenwerkingsverband has settled it for the core teams of a sector. */
export type TeamFunction = {
  id: string;
  consortiumId: string;
  sector: Sector;
  name: string;
  expected: boolean;
  attendance: Attendance;
  alternatives: string | null;
  coordinates: boolean;
  /** How many people hold it today, in any core team. */
  people: number;
};

/** The functions of a samenwerkingsverband, per sector in the order of the team pages. */
export async function listFunctions(viewer: Viewer, consortiumId: string): Promise<TeamFunction[]> {
  viewer.mustBeAbleTo("team-function:manage", { consortiumId });
  return viewer.db.$queryRaw<TeamFunction[]>`
    SELECT f.id::text AS id, f.consortium_id::text AS "consortiumId", f.sector::text AS sector, f.name, f.expected, f.attendance::text AS attendance,
      f.alternatives, f.coordinates, coalesce(h.people, 0) AS people
    FROM team_function f LEFT JOIN (
      SELECT function_id, count(DISTINCT person_id)::int AS people FROM membership
      WHERE consortium_id = ${consortiumId}::uuid AND first_day <= ${viewer.today}::date AND (last_day IS NULL OR last_day >= ${viewer.today}::date)
      GROUP BY function_id) h ON h.function_id = f.id
    WHERE f.consortium_id = ${consortiumId}::uuid
    ORDER BY f.sector, f.position, f.name, f.id`;
}

/** A function as it is changed, with the other places of its sector, and which of those it shares. */
export type FunctionToChange = Omit<TeamFunction, "people" | "alternatives"> & { places: FunctionPlace[]; enoughWith: string | null };

/** A function of a samenwerkingsverband in which this person settles functions; null for any other. */
export async function findFunction(viewer: Viewer, functionId: string): Promise<FunctionToChange | null> {
  const found = await viewer.db.teamFunction.findFirst({
    where: { id: functionId, consortiumId: { in: viewer.consortiaFor("team-function:manage") } },
    select: {
      id: true, consortiumId: true, sector: true, name: true, expected: true, attendance: true, alternatives: true, coordinates: true,
      consortium: { select: { functions: { where: { id: { not: functionId } }, select: placeSelect, orderBy: [{ position: "asc" }, { name: "asc" }] } } },
    },
  });
  if (!found) return null;
  const { consortium, alternatives, ...own } = found;
  const others = consortium.functions.filter(({ sector }) => sector === own.sector);
  return { ...own, places: placesOf(others), enoughWith: others.find((other) => alternatives !== null && other.alternatives === alternatives)?.id ?? null };
}

/** The places at the table in a samenwerkingsverband, for who adds a function. */
export async function listFunctionPlaces(viewer: Viewer, consortiumId: string): Promise<FunctionPlace[]> {
  viewer.mustBeAbleTo("team-function:manage", { consortiumId });
  return placesOf(await viewer.db.teamFunction.findMany({ where: { consortiumId }, select: placeSelect, orderBy: [{ sector: "asc" }, { position: "asc" }, { name: "asc" }] }));
}

const placeSelect = { id: true, sector: true, name: true, alternatives: true } as const;
