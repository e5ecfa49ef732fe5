import { createHash } from "node:crypto";
import type { Day } from "#lib/dates";
import { municipalityKey } from "#lib/schools/place-names";
import { duoFields } from "#lib/schools/schema";
import type {
  Difference,
  DuoRow,
  DuoSchool,
  ExistingSchool,
  ImportedSchool,
  ImportSummary,
  PlannedChange,
  RejectedRow,
  Sector,
} from "#lib/schools/schema";

export type ImportOptions = {
  sector: Sector;
  /** Only schools in these municipalities, spelled as people do; none means the whole file. */
  municipalities?: readonly string[];
  /**
   * Only schools that belong, or will belong, to this samenwerkingsverband are added, changed or closed. A school
   * whose samenwerkingsverband is unknown comes along only when municipalities are named too.
   */
  withinConsortium?: string;
  /** The samenwerkingsverband for a school that has none yet, or null when that is unknown. */
  consortiumOf: (school: DuoSchool) => string | null;
  /** The day on which schools that disappeared count as closed. */
  today: Day;
};

type NamedSchool = { locationCode: string; name: string };

/** What an import would do, and what the person who confirms it ought to know. */
export type SchoolImportPlan = {
  /** First what is added, then changed, then closed; each by name. */
  changes: PlannedChange[];
  counts: {
    /** All lines with data in the file, also the rejected ones. */
    fileRows: number;
    /** The lines that this import is about: added, changed and unchanged together. */
    rows: number;
    added: number;
    changed: number;
    /** How many of the changed schools were closed and are open again. */
    reopened: number;
    closed: number;
    unchanged: number;
    withoutConsortium: number;
  };
  /** Schools of this import that are in no samenwerkingsverband afterwards. */
  withoutConsortium: (NamedSchool & { postcode: string; place: string; municipality: string })[];
  /** Schools that stay in the samenwerkingsverband they are in, although `consortiumOf` names another. */
  otherConsortium: (NamedSchool & { consortiumId: string; suggestedId: string })[];
  /** Schools that are missing from the file but stay open, because a rejected line may be theirs. */
  heldOpen: NamedSchool[];
  rejected: RejectedRow[];
  /** Municipalities that were asked for and in which no school is found. */
  unknownMunicipalities: string[];
  /** A tenth or more of the schools would close (and at least ten): probably the file is not the whole list. */
  closesMany: boolean;
};

/**
 * Compares a DUO file with the schools that exist and says what importing it would do; carrying that out and comparing
 * again finds nothing more to do.
 *
 * `existing` must hold every school whose code is in the file and every school of the sector that might close.
 * A school is closed only when it once came from DUO, belongs to the same sector and the same filter, and its code is
 * nowhere in the file, not even outside the filter or in a rejected line. A closed school that is in the file opens
 * again. No school moves from one samenwerkingsverband to another.
 */
export function planSchoolImport(
  existing: readonly ExistingSchool[],
  file: { rows: readonly DuoRow[]; rejected: readonly RejectedRow[] },
  options: ImportOptions,
): SchoolImportPlan {
  const known = new Map(existing.map((school) => [school.locationCode, school]));
  const isInMunicipality = municipalityFilter(options.municipalities ?? []);
  const otherSector = file.rows.filter((row) => isOfOtherSector(known.get(row.locationCode), options.sector));
  const rejected = [...file.rejected, ...otherSector.map(asKnownElsewhere)].sort((a, b) => a.line - b.line);

  const usable = file.rows.filter((row) => !isOfOtherSector(known.get(row.locationCode), options.sector));
  const otherConsortium = usable
    .filter((row) => isInMunicipality(row.municipality))
    .flatMap((row) => conflictOf(row, known.get(row.locationCode), options));
  const matches = usable
    .map((row) => ({ before: known.get(row.locationCode), after: afterImport(row, known.get(row.locationCode), options) }))
    .filter(({ before, after }) => isInScope(before, after, isInMunicipality, options));
  const added = matches.filter(({ before }) => before === undefined).map(({ after }) => addition(after));
  const changed = matches.flatMap(({ before, after }) => (before === undefined ? [] : changeOf(before, after)));

  const candidates = existing.filter((school) => mayClose(school, isInMunicipality, options));
  const absent = absentSchools(candidates, file);
  const closed = absent.gone.map((school) => closure(school, options.today));
  const withoutConsortium = matches.map(({ after }) => after).filter((school) => school.consortiumId === null);

  return {
    changes: [...added.sort(byName), ...changed.sort(byName), ...closed.sort(byName)],
    counts: {
      fileRows: file.rows.length + file.rejected.length,
      rows: matches.length,
      added: added.length,
      changed: changed.length,
      reopened: changed.filter((change) => change.differences.some(({ field }) => field === "closedOn")).length,
      closed: closed.length,
      unchanged: matches.length - added.length - changed.length,
      withoutConsortium: withoutConsortium.length,
    },
    withoutConsortium: withoutConsortium.map(placed).sort(byName),
    otherConsortium: otherConsortium.sort(byName),
    heldOpen: absent.heldOpen.map(named).sort(byName),
    rejected,
    unknownMunicipalities: unknownMunicipalities(options.municipalities ?? [], [...existing, ...file.rows]),
    closesMany: closed.length >= 10 && closed.length * 10 >= candidates.length,
  };
}

/** The outcome of a plan in the form that is stored with an import and printed by `--json`. */
export function importSummary(plan: SchoolImportPlan): ImportSummary {
  const { added, changed, closed, unchanged, withoutConsortium } = plan.counts;
  const rejected = plan.rejected.map(({ line, reason }) => ({ line, reason }));
  return { rows: plan.counts.fileRows, added, changed, closed, unchanged, withoutConsortium, rejected };
}

/** A value that changes if and only if something an import compares changes: SHA-256 in hexadecimal digits. */
export function schoolFingerprint(school: ExistingSchool): string {
  const facts = [school.locationCode, school.sector, school.consortiumId, school.closedOn, ...duoFields.map((field) => school[field])];
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}

/** How a school differs from what a preview said of it: it has come, it has gone, or something about it changed. */
export type ChangedSincePreview = NamedSchool & { what: "APPEARED" | "GONE" | "CHANGED" };

/**
 * What has changed in the schools of a previewed import since the preview was made; empty when exactly that preview
 * can be applied. `existing` must hold every school whose code is in the preview.
 */
export function changedSincePreview(
  preview: readonly (NamedSchool & { fingerprint: string | null })[],
  existing: readonly ExistingSchool[],
): ChangedSincePreview[] {
  const known = new Map(existing.map((school) => [school.locationCode, school]));
  return preview.flatMap(({ locationCode, name, fingerprint }) => {
    const what = whatChanged(fingerprint, known.get(locationCode));
    return what === null ? [] : [{ locationCode, name, what }];
  });
}

/** Whether a samenwerkingsverband for one kind of education serves a school of another: special education belongs to both. */
export function servesSector(consortium: Sector, school: Sector): boolean {
  return consortium === school || school === "SO" || (consortium === "VO" && school === "MBO");
}

function whatChanged(fingerprint: string | null, school: ExistingSchool | undefined): ChangedSincePreview["what"] | null {
  if (fingerprint === null) return school === undefined ? null : "APPEARED";
  if (school === undefined) return "GONE";
  return schoolFingerprint(school) === fingerprint ? null : "CHANGED";
}

function afterImport(row: DuoRow, before: ExistingSchool | undefined, options: ImportOptions): ImportedSchool {
  const school = withoutLine(row);
  return {
    ...school,
    // A list without this column must not wipe out what decides a school's holidays.
    holidayRegion: school.holidayRegion ?? (before?.holidayRegion as DuoSchool["holidayRegion"]) ?? null,
    consortiumId: before?.consortiumId ?? options.consortiumOf(school),
  };
}

function withoutLine({ line: _line, ...school }: DuoRow): DuoSchool {
  return school;
}

function isInScope(
  before: ExistingSchool | undefined,
  after: ImportedSchool,
  isInMunicipality: (name: string | null) => boolean,
  options: ImportOptions,
): boolean {
  // A school that moves out of the municipality is still part of it today, and must hear where it went.
  if (!isInMunicipality(after.municipality) && !(before !== undefined && isInMunicipality(before.municipality))) return false;
  if (options.withinConsortium === undefined) return true;
  if (after.consortiumId === null) return (options.municipalities ?? []).length > 0;
  return after.consortiumId === options.withinConsortium;
}

function mayClose(school: ExistingSchool, isInMunicipality: (name: string | null) => boolean, options: ImportOptions): boolean {
  const isOurs = options.withinConsortium === undefined || school.consortiumId === options.withinConsortium;
  return school.imported && school.closedOn === null && school.sector === options.sector && isOurs && isInMunicipality(school.municipality);
}

function absentSchools(candidates: ExistingSchool[], file: { rows: readonly DuoRow[]; rejected: readonly RejectedRow[] }) {
  const listed = new Set(file.rows.map((row) => row.locationCode));
  const doubtful = new Set(file.rejected.map((row) => row.locationCode));
  const absent = candidates.filter((school) => !listed.has(school.locationCode));
  const isDoubtful = (school: ExistingSchool) => doubtful.has(null) || doubtful.has(school.locationCode);
  return { gone: absent.filter((school) => !isDoubtful(school)), heldOpen: absent.filter(isDoubtful) };
}

function addition(after: ImportedSchool): PlannedChange {
  return { change: "ADDED", ...identity(after), after, differences: [], fingerprint: null };
}

function changeOf(before: ExistingSchool, after: ImportedSchool): PlannedChange[] {
  const differences: Difference[] = [...duoFields, "consortiumId" as const]
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, from: before[field], to: after[field] }));
  if (before.closedOn !== null) differences.push({ field: "closedOn", from: before.closedOn, to: null });
  return differences.length === 0
    ? []
    : [{ change: "CHANGED", ...identity(after), after, differences, fingerprint: schoolFingerprint(before) }];
}

function closure(school: ExistingSchool, today: Day): PlannedChange {
  const differences: Difference[] = [{ field: "closedOn", from: null, to: today }];
  return { change: "CLOSED", ...named(school), after: null, differences, fingerprint: schoolFingerprint(school) };
}

function conflictOf(row: DuoRow, before: ExistingSchool | undefined, options: ImportOptions) {
  const suggestedId = options.consortiumOf(row);
  if (before === undefined || before.consortiumId === null || suggestedId === null || suggestedId === before.consortiumId) return [];
  return [{ ...identity(row), consortiumId: before.consortiumId, suggestedId }];
}

function isOfOtherSector(school: ExistingSchool | undefined, sector: Sector): boolean {
  return school !== undefined && school.sector !== sector;
}

function asKnownElsewhere({ line, locationCode }: DuoRow): RejectedRow {
  return { line, reason: "KNOWN_IN_OTHER_SECTOR", locationCode };
}

function municipalityFilter(municipalities: readonly string[]): (name: string | null) => boolean {
  const wanted = new Set(municipalities.map(municipalityKey));
  return (name) => wanted.size === 0 || (name !== null && wanted.has(municipalityKey(name)));
}

function unknownMunicipalities(municipalities: readonly string[], schools: { municipality: string | null }[]): string[] {
  const present = new Set(schools.map((school) => municipalityKey(school.municipality ?? "")));
  return municipalities.filter((name) => !present.has(municipalityKey(name)));
}

function identity({ locationCode, name }: NamedSchool): NamedSchool {
  return { locationCode, name };
}

function named(school: ExistingSchool): NamedSchool {
  return { locationCode: school.locationCode, name: school.name ?? school.locationCode };
}

function placed({ locationCode, name, postcode, place, municipality }: ImportedSchool) {
  return { locationCode, name, postcode, place, municipality };
}

function byName(one: NamedSchool, other: NamedSchool): number {
  return ORDER.compare(one.name, other.name) || ORDER.compare(one.locationCode, other.locationCode);
}

const ORDER = new Intl.Collator("nl");
