import { randomUUID } from "node:crypto";
import { attempt } from "#lib/access/violations";
import type { Viewer } from "#lib/access/viewer";
import { record } from "#lib/audit/record";
import { defaultFunctions } from "#lib/core-teams/default-functions";
import { NotFoundError } from "#lib/errors";
import { consortiumCodeOf } from "#lib/schools/consortium-file";
import { carryOut, keepChanges, keepPostcodeAreas, lockAllSchools, lockSchools, readCodesOfOthers, readPostcodeAreas, readSchools } from "#lib/schools/import-sql";
import { changedSincePreview, importSummary, planSchoolImport, servesSector, type ChangedSincePreview, type SchoolImportPlan } from "#lib/schools/rules";
import { differencesSchema, importedSchoolSchema, type PreviewedImport } from "#lib/schools/schema";
import type { DuoRow, DuoSchool, DuoSector, ExistingSchool, ImportReport, PlannedChange, PostcodeArea, RejectedRow, SchoolImportChoices } from "#lib/schools/schema";

/** A DUO file that could be read. */
type ReadFile = { sector: DuoSector; rows: DuoRow[]; rejected: RejectedRow[] };

/** Why an import cannot be made of a file that is itself in order. */
export type ImportProblem =
  | { problem: "OTHER_SECTOR"; sector: DuoSector }
  | { problem: "NO_SCHOOLS_OF_OURS" }
  | { problem: "UNKNOWN_MUNICIPALITIES"; names: string[] };

export type PreviewResult = { ok: true; importId: string } | ({ ok: false } & ImportProblem);

/**
 * Compares a DUO file with the schools of one samenwerkingsverband and keeps what importing it would do, for somebody to
 * look at and confirm. Changes no school. Refuses a file of a sector that the samenwerkingsverband does not serve,
 * municipalities without any school, and a file in which no school is for this samenwerkingsverband.
 */
export async function previewSchoolImport(viewer: Viewer, input: SchoolImportChoices & { fileName: string; file: ReadFile }): Promise<PreviewResult> {
  const consortium = await findConsortium(viewer, { id: input.consortiumId });
  viewer.mustBeAbleTo("school:import", { consortiumId: consortium.id });
  const { file, selection, municipalities } = input;
  if (!servesSector(consortium.sector, file.sector)) return { ok: false, problem: "OTHER_SECTOR", sector: file.sector };

  const areas = await readPostcodeAreas(viewer, file.rows.map(({ postcode }) => postcode));
  const codeOf = (school: DuoSchool) => consortiumCodeOf(areas, school.postcode, school.sector);
  const plan = planSchoolImport(await schoolsToCompare(viewer, file, consortium.id), file, {
    sector: file.sector,
    municipalities,
    withinConsortium: consortium.id,
    // A school of another samenwerkingsverband, by its postcode, is left alone; so is one that already has another.
    consortiumOf: (school) => (selection === "ALL" || codeOf(school) === consortium.code ? consortium.id : codeOf(school)),
    today: viewer.today,
  });
  if (plan.unknownMunicipalities.length > 0) return { ok: false, problem: "UNKNOWN_MUNICIPALITIES", names: plan.unknownMunicipalities };
  // Otherwise all our schools would be missing from the file, and close.
  if (plan.counts.rows === 0) return { ok: false, problem: "NO_SCHOOLS_OF_OURS" };

  const importId = randomUUID();
  const report = reportOf(plan, consortium.id, (school) => codeOf(school) !== null && codeOf(school) !== consortium.code);
  await viewer.db.schoolImport.createMany({
    data: [{ id: importId, consortiumId: consortium.id, fileName: input.fileName, sector: file.sector, options: { selection, municipalities }, summary: report, createdById: viewer.person.id, createdAt: viewer.now }],
  });
  await keepChanges(viewer, { id: importId, consortiumId: consortium.id }, plan.changes);
  await recordImport(viewer, "PREVIEWED", consortium.id, importId, plan.counts);
  return { ok: true, importId };
}

export type ConfirmResult = { ok: true; alreadyDone: boolean } | { ok: false; problem: "CHANGED_MEANWHILE"; since: ChangedSincePreview[] };

/**
 * Carries out exactly what a preview showed, as a whole. Refuses when a school of it has changed since; `since` says
 * which ones. Confirming once more does nothing.
 */
export async function confirmSchoolImport(viewer: Viewer, { importId }: PreviewedImport): Promise<ConfirmResult> {
  const preview = await lockImport(viewer, importId);
  viewer.mustBeAbleTo("school:import", { consortiumId: preview.consortiumId });
  if (preview.appliedAt !== null) return { ok: true, alreadyDone: true };

  const changes = await plannedChanges(viewer, importId);
  const codes = changes.map(({ locationCode }) => locationCode);
  await lockSchools(viewer, codes);
  const since = changedSincePreview(changes, [...(await readSchools(viewer, codes)), ...(await strangers(viewer, codes, preview.sector))]);
  if (since.length > 0) return { ok: false, problem: "CHANGED_MEANWHILE", since };
  // A school that somebody else adds at this very moment is no fault but a change.
  const refused = await attempt(viewer, () => carryOut(viewer, changes));
  if (refused !== null) return { ok: false, problem: "CHANGED_MEANWHILE", since: [] };

  await viewer.db.schoolImport.updateMany({ where: { id: importId }, data: { appliedAt: viewer.now } });
  await recordImport(viewer, "APPLIED", preview.consortiumId, importId, numbersOf(changes));
  return { ok: true, alreadyDone: false };
}

/** Throws a preview away. One that was carried out stays, as the record of what happened: then nothing is done. */
export async function discardSchoolImport(viewer: Viewer, { importId }: PreviewedImport): Promise<{ ok: boolean }> {
  const preview = await lockImport(viewer, importId);
  viewer.mustBeAbleTo("school:import", { consortiumId: preview.consortiumId });
  if (preview.appliedAt !== null) return { ok: false };
  await viewer.db.schoolImport.deleteMany({ where: { id: importId } });
  await record(viewer, "school:import", { consortiumId: preview.consortiumId }, { objectType: "school_import", objectId: importId, details: { step: "DISCARDED" } });
  return { ok: true };
}

export type DirectImport = {
  file: ReadFile;
  consortiumCode?: string | undefined;
  municipalities: readonly string[];
  dryRun: boolean;
  /** Told what will happen, just before it does. */
  announce?: (plan: SchoolImportPlan) => void;
};
export type DirectImportResult =
  | { ok: true; plan: SchoolImportPlan; postcodesKnown: boolean }
  | { ok: false; problem: "UNKNOWN_CONSORTIUM" }
  | ({ ok: false } & ImportProblem);

/**
 * Imports a DUO file at once, for who runs commands on the server: into one samenwerkingsverband, or the whole country
 * with the samenwerkingsverband by postcode, where a school without one is imported without. A dry run only tells.
 */
export async function importSchools(viewer: Viewer, { file, consortiumCode, municipalities, dryRun, announce }: DirectImport): Promise<DirectImportResult> {
  viewer.mustBeAbleTo("school:import-all", { consortiumId: "" });
  const consortia = await viewer.db.consortium.findMany({ where: { code: { not: null } }, select: { id: true, code: true, sector: true } });
  const chosen = consortia.find(({ code }) => code === consortiumCode);
  if (consortiumCode !== undefined && chosen === undefined) return { ok: false, problem: "UNKNOWN_CONSORTIUM" };
  if (chosen !== undefined && !servesSector(chosen.sector, file.sector)) return { ok: false, problem: "OTHER_SECTOR", sector: file.sector };

  if (!dryRun) await lockAllSchools(viewer);
  const areas = chosen === undefined ? await readPostcodeAreas(viewer, file.rows.map(({ postcode }) => postcode)) : new Map<string, PostcodeArea>();
  const idOf = new Map(consortia.map(({ code, id }) => [code, id]));
  const plan = planSchoolImport(await readSchools(viewer, codesOf(file), { sector: file.sector, consortiumId: chosen?.id ?? null }), file, {
    sector: file.sector,
    municipalities,
    consortiumOf: (school) => chosen?.id ?? idOf.get(consortiumCodeOf(areas, school.postcode, school.sector)) ?? null,
    today: viewer.today,
    ...(chosen === undefined ? {} : { withinConsortium: chosen.id }),
  });
  if (plan.unknownMunicipalities.length > 0) return { ok: false, problem: "UNKNOWN_MUNICIPALITIES", names: plan.unknownMunicipalities };
  if (plan.counts.rows === 0) return { ok: false, problem: "NO_SCHOOLS_OF_OURS" };
  announce?.(plan);
  if (!dryRun) {
    await carryOut(viewer, plan.changes);
    const { added, changed, closed } = plan.counts;
    await record(viewer, "school:import-all", chosen === undefined ? {} : { consortiumId: chosen.id }, { objectType: "school", details: { added, changed, closed } });
  }
  return { ok: true, plan, postcodesKnown: chosen !== undefined || areas.size > 0 };
}

/**
 * Takes in the table of postcode areas, and makes the samenwerkingsverbanden it names that are not there yet: called by
 * their number until somebody names them, with the usual functions of a core team. Areas that are missing stay.
 */
export async function importConsortia(viewer: Viewer, { areas }: { areas: readonly PostcodeArea[] }): Promise<{ areas: number; changedAreas: number; added: number }> {
  viewer.mustBeAbleTo("postcodes:import", { consortiumId: "" });
  const changedAreas = await keepPostcodeAreas(viewer, areas);
  const named = [...new Set(areas.flatMap(({ primaryCode, secondaryCode }) => [primaryCode, secondaryCode]))].filter((code) => code !== null);
  const known = new Set((await viewer.db.consortium.findMany({ where: { code: { not: null } }, select: { code: true } })).map(({ code }) => code));
  const added = named.filter((code) => !known.has(code)).map((code) => ({ id: randomUUID(), code, name: code, sector: code.startsWith("VO") ? ("VO" as const) : ("PO" as const) }));
  await viewer.db.consortium.createMany({ data: added });
  await viewer.db.teamFunction.createMany({ data: added.flatMap(({ id, sector }) => defaultFunctions(sector).map((each) => ({ ...each, consortiumId: id }))) });
  await record(viewer, "postcodes:import", {}, { objectType: "postcode_area", details: { areas: areas.length, changedAreas, consortiaAdded: added.length } });
  return { areas: areas.length, changedAreas, added: added.length };
}

async function findConsortium(viewer: Viewer, where: { id: string }) {
  const consortium = await viewer.db.consortium.findFirst({ where, select: { id: true, code: true, sector: true } });
  if (consortium === null) throw new NotFoundError();
  return consortium;
}

/** The import, kept from being confirmed or thrown away by somebody else until the transaction ends. */
async function lockImport(viewer: Viewer, importId: string) {
  const rows = await viewer.db.$queryRaw<{ consortiumId: string; sector: DuoSector; appliedAt: Date | null }[]>`
    SELECT consortium_id::text AS "consortiumId", sector::text AS sector, applied_at AS "appliedAt" FROM school_import WHERE id = ${importId}::uuid FOR UPDATE`;
  const [preview] = rows;
  if (preview === undefined) throw new NotFoundError();
  return preview;
}

async function plannedChanges(viewer: Viewer, importId: string): Promise<PlannedChange[]> {
  const rows = await viewer.db.schoolImportChange.findMany({
    where: { importId },
    select: { locationCode: true, change: true, name: true, after: true, differences: true, fingerprint: true },
  });
  return rows.map(({ after, differences, ...row }) => {
    const school = after === null ? null : importedSchoolSchema.parse(after);
    return { ...row, after: school, differences: differencesSchema.parse(differences) } as PlannedChange;
  });
}

/** What the plan needs to know: the schools in the file, those that might close, and that some belong to others. */
async function schoolsToCompare(viewer: Viewer, file: ReadFile, consortiumId: string): Promise<ExistingSchool[]> {
  const codes = codesOf(file);
  const visible = await readSchools(viewer, codes, { sector: file.sector, consortiumId });
  const seen = new Set(visible.map(({ locationCode }) => locationCode));
  return [...visible, ...(await strangers(viewer, codes.filter((code) => !seen.has(code)), file.sector))];
}

const ELSEWHERE = "elsewhere";

/** Stand-ins for schools of other samenwerkingsverbanden: that they exist is public, everything else about them is not ours. */
async function strangers(viewer: Viewer, codes: readonly string[], sector: DuoSector): Promise<ExistingSchool[]> {
  const unknown = {
    institutionCode: null, boardCode: null, name: null, street: null, houseNumber: null, postcode: null, place: null, municipalityCode: null, municipality: null,
    province: null, denomination: null, phone: null, website: null, educationTypes: null, holidayRegion: null, closedOn: null,
  };
  const others = await readCodesOfOthers(viewer, codes);
  return others.map((locationCode) => ({ ...unknown, locationCode, sector, consortiumId: ELSEWHERE, imported: true }));
}

function codesOf(file: ReadFile): string[] {
  return file.rows.map(({ locationCode }) => locationCode);
}

function reportOf(plan: SchoolImportPlan, consortiumId: string, isElsewhere: (school: DuoSchool) => boolean): ImportReport {
  const { rows, reopened } = plan.counts;
  return {
    ...importSummary(plan),
    considered: rows,
    reopened,
    closesMany: plan.closesMany,
    elsewhereByPostcode: plan.changes.filter(({ change, after }) => change === "ADDED" && after !== null && isElsewhere(after)).length,
    schoolsWithoutConsortium: plan.withoutConsortium.map(({ locationCode, name, postcode, place }) => ({ locationCode, name, postcode, place })),
    // Two others that disagree about a school are none of our business.
    schoolsElsewhere: plan.otherConsortium
      .filter((school) => school.consortiumId === consortiumId || school.suggestedId === consortiumId)
      .map((school) => ({ locationCode: school.locationCode, name: school.name, ours: school.consortiumId === consortiumId })),
    schoolsHeldOpen: plan.heldOpen,
  };
}

type Numbers = { added: number; changed: number; closed: number };

function numbersOf(changes: readonly PlannedChange[]): Numbers {
  const count = (kind: PlannedChange["change"]) => changes.filter(({ change }) => change === kind).length;
  return { added: count("ADDED"), changed: count("CHANGED"), closed: count("CLOSED") };
}

async function recordImport(viewer: Viewer, step: "PREVIEWED" | "APPLIED", consortiumId: string, importId: string, { added, changed, closed }: Numbers): Promise<void> {
  await record(viewer, "school:import", { consortiumId }, { objectType: "school_import", objectId: importId, details: { step, added, changed, closed } });
}
