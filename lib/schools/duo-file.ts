import { readCsv, type CsvFile, type CsvRecord } from "#lib/schools/csv-file";
import { municipalityName, placeName } from "#lib/schools/place-names";
import { maxSchoolText, type DuoFileProblem, type DuoRow, type DuoSector, type RejectedRow, type RejectionReason } from "#lib/schools/schema";

/** The largest file that is read, in bytes; the whole country is 1.9 MB. Check it before reading, and while receiving. */
export const maxDuoFileBytes = 10 * 1024 * 1024;

/** More lines than this are no list of Dutch schools; the whole country has some 6,100 primary school locations. */
export const maxDuoRows = 20_000;

export type DuoFile =
  | { ok: true; sector: DuoSector; rows: DuoRow[]; rejected: RejectedRow[] }
  | ({ ok: false } & DuoFileProblem);

/**
 * Reads a list of school locations as DUO publishes it ("Alle vestigingen", primary, secondary or special education),
 * also when it was saved again by another program. Columns are found by name, in any order, under older names too.
 *
 * The sector follows from the columns: ONDERWIJSSTRUCTUUR belongs to secondary education, a kind of special education
 * or a cluster to special education; else from a file name that contains "sbo" or "vso", else it is primary education.
 *
 * A line with a fault is rejected by itself. The whole file is refused when it is no such list, when a quote that is
 * never closed swallows lines, or when it was cut off: its last line has fewer cells than the header, ends inside
 * quotes, ends in half a line ending, or ends without a line ending in a value that no other line has ("Mid"). A file cut
 * exactly after a row cannot be told from a shorter list; `closesMany` of an import plan warns about that one.
 */
export function readDuoFile(bytes: Uint8Array, fileName = ""): DuoFile {
  if (bytes.byteLength > maxDuoFileBytes) return { ok: false, problem: "TOO_LARGE" };
  const file = readCsv(bytes, maxDuoRows);
  if (!file.ok) return file;

  const columns = columnsOf(file.header);
  const missing = NEEDED.filter((column) => !columns.has(column));
  if (NEEDED.length - missing.length < RECOGNISABLE) return { ok: false, problem: "NOT_A_DUO_FILE" };
  if (missing.length > 0) return { ok: false, problem: "MISSING_COLUMNS", columns: missing };

  const records = file.records.filter((record) => record.fields.some((field) => field.trim() !== ""));
  const last = records.at(-1);
  if (last === undefined) return { ok: false, problem: "EMPTY" };
  if (isCutOff(file, records)) return { ok: false, problem: "TRUNCATED", line: last.line };

  const sector = sectorOf(columns, fileName);
  const { rows, rejected } = readRows(records, file.header.length, columns, sector);
  const swallowed = swallowedLines(records, rejected);
  if (swallowed !== null) return { ok: false, problem: "UNREADABLE", line: swallowed };
  return rows.length === 0 ? { ok: false, problem: "NO_USABLE_ROWS", rejected } : { ok: true, sector, rows, rejected };
}

/** A web address that is safe to link to (http or https, a real host name, no sign-in data), or null. */
export function webAddress(text: string): string | null {
  if (text === "" || /[\s,]/.test(text) || text.length > maxSchoolText) return null;
  const url = URL.parse(text.includes("://") ? text : `https://${text}`);
  if (url === null || !["http:", "https:"].includes(url.protocol) || url.username !== "" || url.password !== "") return null;
  url.hostname = url.hostname.replace(/\.$/, "");
  if (!/^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(url.hostname)) return null;
  const address = url.href.replace(/^(https?:\/\/[^/]+)\/$/, "$1");
  return address.length > maxSchoolText ? null : address;
}

/** A Dutch phone number as its ten digits, or null when it is none. */
export function phoneDigits(text: string): string | null {
  const digits = text.replace(/^\s*(?:\+|00)31(?:\s*\(0\))?/, "0").replace(/\D/g, "");
  return /^0\d{9}$/.test(digits) ? digits : null;
}

/** A postcode written as "2033 TZ", or null when no such postcode can exist (SA, SD and SS are never given out). */
export function postcodeOf(text: string): string | null {
  const [, digits, letters] = /^([1-9]\d{3})\s*([A-Z]{2})$/.exec(text.toUpperCase()) ?? [];
  return digits === undefined || letters === undefined || /^S[ADS]$/.test(letters) ? null : `${digits} ${letters}`;
}

const NEEDED = [
  "PROVINCIE",
  "BEVOEGD GEZAG NUMMER",
  "VESTIGINGSCODE",
  "VESTIGINGSNAAM",
  "STRAATNAAM",
  "HUISNUMMER-TOEVOEGING",
  "POSTCODE",
  "PLAATSNAAM",
  "GEMEENTENUMMER",
  "GEMEENTENAAM",
  "DENOMINATIE",
  "TELEFOONNUMMER",
  "INTERNETADRES",
] as const;

// Optional: the school's code is the first four characters of the location's, and the holiday region is a later addition.
type Column = (typeof NEEDED)[number] | "INSTELLINGSCODE" | "ONDERWIJSSTRUCTUUR" | "VAKANTIEREGIO" | "SOORT PRIMAIR ONDERWIJS";

// With fewer of the needed columns a file is something else, such as DUO's list of pupils, which shares two of them.
const RECOGNISABLE = 7;

const OLDER_NAMES: Record<string, Column> = {
  "INSTELLINGENCODE": "INSTELLINGSCODE",
  "BRIN NUMMER": "INSTELLINGSCODE",
  "BRINNUMMER": "INSTELLINGSCODE",
  "VESTIGINGSNUMMER": "VESTIGINGSCODE",
  "GEMEENTECODE": "GEMEENTENUMMER",
  "SOORT PO": "SOORT PRIMAIR ONDERWIJS",
  "AANDUIDING WET": "SOORT PRIMAIR ONDERWIJS",
  "CLUSTER": "SOORT PRIMAIR ONDERWIJS",
};

const HOLIDAY_REGIONS = ["Noord", "Midden", "Zuid"] as const;

function columnsOf(header: string[]): Map<string, number> {
  const columns = new Map<string, number>();
  for (const [index, cell] of header.entries()) {
    const name = cell.trim().toUpperCase().replace(/[\s_]+/g, " ").replace(/^HUISNUMMER TOEVOEGING/, "HUISNUMMER-TOEVOEGING");
    const column = OLDER_NAMES[name] ?? name;
    if (!columns.has(column)) columns.set(column, index);
  }
  return columns;
}

function sectorOf(columns: Map<string, number>, fileName: string): DuoSector {
  if (columns.has("ONDERWIJSSTRUCTUUR")) return "VO";
  return columns.has("SOORT PRIMAIR ONDERWIJS") || /(?:^|[^a-z])(?:sbo|vso)(?:[^a-z]|$)/i.test(fileName) ? "SO" : "PO";
}

function isCutOff(file: CsvFile & { ok: true }, records: CsvRecord[]): boolean {
  const last = records.at(-1);
  if (last === undefined) return false;
  if (last.fields.length < file.header.length || file.ending === "CUT") return true;
  if (file.ending === "WHOLE") return false;
  const index = file.header.length - 1;
  const value = last.fields[index];
  return regionOf(value ?? "") === null && !records.slice(0, -1).some((record) => record.fields[index] === value);
}

// A name may run over two lines, but a faulty record that does has probably eaten its neighbours: they would seem absent
// from the list, and their schools would close.
function swallowedLines(records: CsvRecord[], rejected: RejectedRow[]): number | null {
  const faulty = new Set(rejected.map((row) => row.line));
  return records.find((record) => record.lines > 1 && faulty.has(record.line))?.line ?? null;
}

type Cells = (column: Column) => string;

function readRows(records: CsvRecord[], width: number, columns: Map<string, number>, sector: DuoSector) {
  const rows: DuoRow[] = [];
  const rejected: RejectedRow[] = [];
  const seen = new Set<string>();
  for (const record of records) {
    const cells: Cells = (column) => cleanCell(record.fields[columns.get(column) ?? -1]);
    const locationCode = locationCodeOf(cells("VESTIGINGSCODE"));
    const row = toRow(record, width, cells, locationCode, sector);
    const outcome = typeof row !== "string" && seen.has(row.locationCode) ? "DUPLICATE_LOCATION_CODE" : row;
    if (typeof outcome === "string") {
      rejected.push({ line: record.line, reason: outcome, locationCode });
    } else {
      rows.push(outcome);
      seen.add(outcome.locationCode);
    }
  }
  return { rows, rejected };
}

function toRow(record: CsvRecord, width: number, cells: Cells, locationCode: string | null, sector: DuoSector): DuoRow | RejectionReason {
  if (record.fields.length < width || record.fields.slice(width).some((field) => field.trim() !== "")) return "WRONG_COLUMN_COUNT";
  if (locationCode === null) return "BAD_LOCATION_CODE";
  if (cells("VESTIGINGSNAAM") === "") return "NO_NAME";
  const postcode = postcodeOf(cells("POSTCODE"));
  if (postcode === null) return "BAD_POSTCODE";
  if (cells("PLAATSNAAM") === "") return "NO_PLACE";
  if (cells("GEMEENTENAAM") === "") return "NO_MUNICIPALITY";
  if (TEXT_COLUMNS.some((column) => cells(column).length > maxSchoolText)) return "TEXT_TOO_LONG";
  return {
    line: record.line,
    locationCode,
    sector,
    institutionCode: institutionCodeOf(cells("INSTELLINGSCODE"), locationCode),
    boardCode: orNull(cells("BEVOEGD GEZAG NUMMER")),
    name: cells("VESTIGINGSNAAM"),
    street: orNull(cells("STRAATNAAM")),
    houseNumber: orNull(cells("HUISNUMMER-TOEVOEGING")),
    postcode,
    place: placeName(cells("PLAATSNAAM")),
    municipalityCode: municipalityCodeOf(cells("GEMEENTENUMMER")),
    municipality: municipalityName(cells("GEMEENTENAAM")),
    province: orNull(cells("PROVINCIE")),
    denomination: orNull(cells("DENOMINATIE")),
    phone: phoneDigits(cells("TELEFOONNUMMER")),
    website: webAddress(cells("INTERNETADRES")),
    educationTypes: orNull(cells("ONDERWIJSSTRUCTUUR")),
    holidayRegion: regionOf(cells("VAKANTIEREGIO")),
  };
}

// A web address that is too long is left out by itself; the other texts would be cut in half without anybody noticing.
const TEXT_COLUMNS: Column[] = [
  "PROVINCIE",
  "BEVOEGD GEZAG NUMMER",
  "VESTIGINGSNAAM",
  "STRAATNAAM",
  "HUISNUMMER-TOEVOEGING",
  "PLAATSNAAM",
  "GEMEENTENAAM",
  "DENOMINATIE",
  "ONDERWIJSSTRUCTUUR",
];

function cleanCell(cell: string | undefined): string {
  return (cell ?? "").normalize("NFC").replace(/\s+/g, " ").replace(/[\p{Cc}\p{Cf}]/gu, "").trim();
}

function orNull(text: string): string | null {
  return text === "" ? null : text;
}

function locationCodeOf(text: string): string | null {
  const code = text.toUpperCase();
  return /^\d{2}[A-Z]{2}\d{2}$/.test(code) ? code : null;
}

function institutionCodeOf(text: string, locationCode: string): string {
  const code = text.toUpperCase();
  return /^\d{2}[A-Z]{2}$/.test(code) ? code : locationCode.slice(0, 4);
}

function municipalityCodeOf(text: string): string | null {
  return /^\d{1,4}$/.test(text) ? text.padStart(4, "0") : null;
}

function regionOf(text: string): (typeof HOLIDAY_REGIONS)[number] | null {
  return HOLIDAY_REGIONS.find((region) => region.toLowerCase() === text.trim().toLowerCase()) ?? null;
}
