import { readCsv } from "#lib/schools/csv-file";
import type { PostcodeArea, Sector } from "#lib/schools/schema";

/** The largest table of postcode areas that is read, in bytes; the whole country is 125 kB. */
export const maxConsortiumFileBytes = 2 * 1024 * 1024;

// There are 9,000 possible four-digit postcodes.
const MAX_AREAS = 10_000;

export type ConsortiumFile =
  | { ok: true; areas: PostcodeArea[]; rejected: { line: number; reason: "BAD_AREA" | "DUPLICATE_AREA" }[] }
  | { ok: false; problem: "EMPTY" | "TOO_LARGE" | "SPREADSHEET" | "NOT_A_CONSORTIUM_FILE" | "NO_USABLE_ROWS" }
  | { ok: false; problem: "TRUNCATED"; line: number }
  | { ok: false; problem: "UNREADABLE"; line: number | null };

/**
 * Reads the table that gives the samenwerkingsverbanden of each four-digit postcode area: the columns pc4, gemeente,
 * swv_po and swv_vo, in any order. Refuses a file that is no such table, whose
 * last line is incomplete, or in which a quote that is never closed swallows lines.
 */
export function readConsortiumFile(bytes: Uint8Array): ConsortiumFile {
  if (bytes.byteLength > maxConsortiumFileBytes) return { ok: false, problem: "TOO_LARGE" };
  const file = readCsv(bytes, MAX_AREAS);
  if (!file.ok) return file;

  const header = file.header.map((cell) => cell.trim().toLowerCase());
  const columns = ["pc4", "gemeente", "swv_po", "swv_vo"].map((name) => header.indexOf(name));
  if (columns.includes(-1)) return { ok: false, problem: "NOT_A_CONSORTIUM_FILE" };
  const last = file.records.at(-1);
  if (last === undefined) return { ok: false, problem: "EMPTY" };

  const areas = new Map<string, PostcodeArea>();
  const rejected: { line: number; reason: "BAD_AREA" | "DUPLICATE_AREA" }[] = [];
  for (const record of file.records) {
    const area = areaOf(columns.map((column) => (record.fields[column] ?? "").normalize("NFC").trim()));
    if (area === null) rejected.push({ line: record.line, reason: "BAD_AREA" });
    else if (areas.has(area.digits)) rejected.push({ line: record.line, reason: "DUPLICATE_AREA" });
    else areas.set(area.digits, area);
  }
  const lastIsFaulty = last.fields.length < header.length || (file.ending !== "WHOLE" && rejected.at(-1)?.line === last.line);
  if (lastIsFaulty || file.ending === "CUT") return { ok: false, problem: "TRUNCATED", line: last.line };
  const swallowing = file.records.find((record) => record.lines > 1);
  if (swallowing !== undefined) return { ok: false, problem: "UNREADABLE", line: swallowing.line };
  return areas.size === 0 ? { ok: false, problem: "NO_USABLE_ROWS" } : { ok: true, areas: [...areas.values()], rejected };
}

/**
 * The number of the samenwerkingsverband that serves a postcode, such as PO2704, or null when the table does not say.
 * Special education is counted with primary education; senior vocational education has no samenwerkingsverband.
 */
export function consortiumCodeOf(areas: ReadonlyMap<string, PostcodeArea>, postcode: string, sector: Sector): string | null {
  const area = areas.get(postcode.slice(0, 4));
  if (area === undefined || sector === "MBO") return null;
  return sector === "VO" ? area.secondaryCode : area.primaryCode;
}

function areaOf([digits = "", municipality = "", primary = "", secondary = ""]: string[]): PostcodeArea | null {
  const codesAreFine = /^(?:PO\d{4})?$/.test(primary) && /^(?:VO\d{4})?$/.test(secondary);
  if (!/^[1-9]\d{3}$/.test(digits) || municipality === "" || municipality.length > 100 || !codesAreFine) return null;
  return { digits, municipality, primaryCode: primary || null, secondaryCode: secondary || null };
}
