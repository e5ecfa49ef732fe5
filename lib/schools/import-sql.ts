import type { Viewer } from "#lib/access/viewer";
import type { Day } from "#lib/dates";
import type { ExistingSchool, ImportedSchool, PlannedChange, PostcodeArea, Sector } from "#lib/schools/schema";

// The statements of an import. A file has thousands of lines, so each of these takes all of them in one go: a list of
// codes as an array, a list of schools as one JSON document. Row-level security holds for them as for everything else.

/**
 * The schools with these codes, and with `alsoOpenOf` every open school of a sector besides: of one samenwerkingsverband,
 * or of the whole country. Only those that this person may see.
 */
export async function readSchools(viewer: Viewer, codes: readonly string[], alsoOpenOf?: { sector: Sector; consortiumId: string | null }): Promise<ExistingSchool[]> {
  const { sector, consortiumId } = alsoOpenOf ?? { sector: null, consortiumId: null };
  return viewer.db.$queryRaw<ExistingSchool[]>`
    SELECT location_code AS "locationCode", sector::text AS sector, consortium_id::text AS "consortiumId",
      to_char(closed_on, 'YYYY-MM-DD') AS "closedOn", imported_at IS NOT NULL AS imported,
      institution_code AS "institutionCode", board_code AS "boardCode", name, street, house_number AS "houseNumber", postcode, place,
      municipality_code AS "municipalityCode", municipality, province, denomination, phone, website,
      education_types AS "educationTypes", holiday_region AS "holidayRegion"
    FROM school
    WHERE location_code = ANY (${[...codes]}::text[])
      OR (sector = ${sector}::"Sector" AND closed_on IS NULL AND (${consortiumId}::uuid IS NULL OR consortium_id = ${consortiumId}::uuid))`;
}

/** Keeps others from changing these schools until the transaction ends. In the order of their codes, so that two imports never wait for each other. */
export async function lockSchools(viewer: Viewer, codes: readonly string[]): Promise<void> {
  await viewer.db.$executeRaw`SELECT 1 FROM school WHERE location_code = ANY (${[...codes]}::text[]) ORDER BY location_code FOR UPDATE`;
}

/** Keeps others from changing any school until the transaction ends; reading goes on. */
export async function lockAllSchools(viewer: Viewer): Promise<void> {
  await viewer.db.$executeRaw`LOCK TABLE school IN SHARE ROW EXCLUSIVE MODE`;
}

/** Which of these codes belong to schools of samenwerkingsverbanden that this person does not import for. */
export async function readCodesOfOthers(viewer: Viewer, codes: readonly string[]): Promise<string[]> {
  const rows = await viewer.db.$queryRaw<{ code: string }[]>`SELECT code FROM schools_of_others(${[...codes]}::text[]) AS code`;
  return rows.map(({ code }) => code);
}

/** The samenwerkingsverbanden of the areas in which these postcodes lie, by the first four digits. */
export async function readPostcodeAreas(viewer: Viewer, postcodes: readonly string[]): Promise<Map<string, PostcodeArea>> {
  const digits = [...new Set(postcodes.map((postcode) => postcode.slice(0, 4)))];
  const areas = await viewer.db.$queryRaw<PostcodeArea[]>`
    SELECT digits, municipality, primary_code AS "primaryCode", secondary_code AS "secondaryCode"
    FROM postcode_area WHERE digits = ANY (${digits}::char(4)[])`;
  return new Map(areas.map((area) => [area.digits, area]));
}

/** Does to the schools what a plan says, and nothing else. Throws when the schools are not as the plan found them. */
export async function carryOut(viewer: Viewer, changes: readonly PlannedChange[]): Promise<void> {
  const after = (kind: "ADDED" | "CHANGED") => changes.flatMap((change) => (change.change === kind && change.after !== null ? [change.after] : []));
  const closed = changes.filter(({ change }) => change === "CLOSED").map(({ locationCode, differences }) => ({ locationCode, closedOn: differences[0]?.to ?? viewer.today }));
  await allOf(after("ADDED"), (schools) => addSchools(viewer, schools));
  await allOf(after("CHANGED"), (schools) => changeSchools(viewer, schools));
  await allOf(closed, (schools) => closeSchools(viewer, schools));
}

/** Keeps the changes of a preview, to be shown and to be carried out later. */
export async function keepChanges(viewer: Viewer, schoolImport: { id: string; consortiumId: string }, changes: readonly PlannedChange[]): Promise<void> {
  await allOf(changes, (all) => viewer.db.$executeRaw`
    INSERT INTO school_import_change (import_id, consortium_id, location_code, change, name, after, differences, fingerprint)
    SELECT ${schoolImport.id}::uuid, ${schoolImport.consortiumId}::uuid, c."locationCode", c.change, c.name, c.after, c.differences, c.fingerprint
    FROM jsonb_to_recordset(${JSON.stringify(all)}::jsonb)
      AS c("locationCode" text, change "SchoolChange", name text, after jsonb, differences jsonb, fingerprint text)`);
}

/** Adds postcode areas and brings the known ones up to date; answers how many were new or different. */
export async function keepPostcodeAreas(viewer: Viewer, areas: readonly PostcodeArea[]): Promise<number> {
  return viewer.db.$executeRaw`
    INSERT INTO postcode_area AS known (digits, municipality, primary_code, secondary_code)
    SELECT a.digits, a.municipality, a."primaryCode", a."secondaryCode"
    FROM jsonb_to_recordset(${JSON.stringify(areas)}::jsonb) AS a(digits text, municipality text, "primaryCode" text, "secondaryCode" text)
    ON CONFLICT (digits) DO UPDATE SET
      municipality = excluded.municipality, primary_code = excluded.primary_code, secondary_code = excluded.secondary_code
    WHERE (known.municipality, known.primary_code, known.secondary_code)
      IS DISTINCT FROM (excluded.municipality, excluded.primary_code, excluded.secondary_code)`;
}

async function allOf<T>(rows: readonly T[], write: (rows: readonly T[]) => Promise<number>): Promise<void> {
  if (rows.length === 0) return;
  const written = await write(rows);
  if (written !== rows.length) throw new Error(`An import wrote ${written} of ${rows.length} rows.`);
}

async function addSchools(viewer: Viewer, schools: readonly ImportedSchool[]): Promise<number> {
  return viewer.db.$executeRaw`
    INSERT INTO school (location_code, sector, consortium_id, institution_code, board_code, name, street, house_number, postcode, place,
      municipality_code, municipality, province, denomination, phone, website, education_types, holiday_region, imported_at)
    SELECT s."locationCode", s.sector, s."consortiumId", s."institutionCode", s."boardCode", s.name, s.street, s."houseNumber", s.postcode, s.place,
      s."municipalityCode", s.municipality, s.province, s.denomination, s.phone, s.website, s."educationTypes", s."holidayRegion", ${viewer.now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(schools)}::jsonb)
      AS s("locationCode" text, sector "Sector", "consortiumId" uuid, "institutionCode" text, "boardCode" text, name text, street text,
        "houseNumber" text, postcode text, place text, "municipalityCode" text, municipality text, province text, denomination text,
        phone text, website text, "educationTypes" text, "holidayRegion" text)`;
}

async function changeSchools(viewer: Viewer, schools: readonly ImportedSchool[]): Promise<number> {
  return viewer.db.$executeRaw`
    UPDATE school SET consortium_id = s."consortiumId", institution_code = s."institutionCode", board_code = s."boardCode", name = s.name,
      street = s.street, house_number = s."houseNumber", postcode = s.postcode, place = s.place, municipality_code = s."municipalityCode",
      municipality = s.municipality, province = s.province, denomination = s.denomination, phone = s.phone, website = s.website,
      education_types = s."educationTypes", holiday_region = s."holidayRegion", closed_on = NULL, imported_at = ${viewer.now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(schools)}::jsonb)
      AS s("locationCode" text, "consortiumId" uuid, "institutionCode" text, "boardCode" text, name text, street text,
        "houseNumber" text, postcode text, place text, "municipalityCode" text, municipality text, province text, denomination text,
        phone text, website text, "educationTypes" text, "holidayRegion" text)
    WHERE school.location_code = s."locationCode"`;
}

async function closeSchools(viewer: Viewer, schools: readonly { locationCode: string; closedOn: Day }[]): Promise<number> {
  return viewer.db.$executeRaw`
    UPDATE school SET closed_on = s."closedOn"
    FROM jsonb_to_recordset(${JSON.stringify(schools)}::jsonb) AS s("locationCode" text, "closedOn" date)
    WHERE school.location_code = s."locationCode"`;
}
