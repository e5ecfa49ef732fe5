import type { Day } from "#lib/dates";
import { emailAddress, optionalDay } from "#lib/forms/fields";
import { tidyText } from "#lib/forms/tidy-text";
import { type CsvRecord, readCsv } from "#lib/schools/csv-file";
import { memberImportTexts } from "#lib/texts/member-import";

/** One pasted line: somebody who takes a function at one school or more. */
export type MemberLine = {
  /** Counted from 1, as the text box shows it. */
  line: number;
  text: string;
  /** As they were typed: names or codes of DUO. */
  schools: string[];
  functionName: string;
  name: string;
  /** Empty when what stands there is no address. */
  email: string;
  organisation: string | null;
  /** Null when the line gives none. */
  firstDay: Day | null;
  /** Everything that is missing or cannot be read; what the line says besides is still there to look at. */
  faults: UnreadableReason[];
};

/** Why a line, or a part of it, cannot be read. */
export type UnreadableReason = "TOO_FEW_COLUMNS" | "TOO_MANY_COLUMNS" | "NO_SCHOOL" | "NO_FUNCTION" | "NO_NAME" | "NO_EMAIL" | "BAD_EMAIL" | "BAD_DAY" | "TOO_LONG";

/** The column of a pasted table. */
export type ColumnName = "school" | "function" | "name" | "email" | "organisation" | "firstDay";

/** What was pasted, line by line, or why it is no table of members. */
export type MemberLines =
  | { ok: true; lines: MemberLine[] }
  | { ok: false; problem: "EMPTY" | "TOO_MANY_LINES" }
  | { ok: false; problem: "OPEN_QUOTE"; line: number | null }
  | { ok: false; problem: "MISSING_COLUMNS"; columns: ColumnName[] };

/** A samenwerkingsverband has some 230 memberships; ten times as many is a slip. */
export const MOST_LINES = 2_000;

const ORDER: readonly ColumnName[] = ["school", "function", "name", "email", "organisation", "firstDay"];
const NEEDED: readonly ColumnName[] = ["school", "function", "name", "email"];
const LONGEST_CELL = 120;
const MOST_SCHOOLS = 100;

/**
 * Reads lines pasted from a spreadsheet or a CSV file: school (name or code, several with "|" between them), function,
 * name, e-mail address, organisation and first day, the last two optional. Tab, semicolon or comma stands between them;
 * a header line may give another order. Nothing is looked up here.
 */
export function readMemberLines(text: string): MemberLines {
  const separator = separatorOf(text);
  // The file reader takes its first line for a header and its separator from it; this one makes the lines count from 1.
  const file = readCsv(new TextEncoder().encode(`${ORDER.join(separator)}\n${text.replaceAll("\0", "")}`), MOST_LINES + 1);
  if (!file.ok) return refusalOf(file);
  const records = file.records.map((record) => ({ ...record, line: record.line - 1, fields: record.fields.map(tidyCell) })).filter(({ fields }) => fields.some(Boolean));
  const [first, ...others] = records;
  if (first === undefined) return { ok: false, problem: "EMPTY" };

  const header = headerOf(first.fields);
  const missing = header === null ? [] : NEEDED.filter((column) => !header.includes(column));
  if (missing.length > 0) return { ok: false, problem: "MISSING_COLUMNS", columns: missing };
  const rows = header === null ? records : others;
  if (rows.length === 0) return { ok: false, problem: "EMPTY" };
  if (rows.length > MOST_LINES) return { ok: false, problem: "TOO_MANY_LINES" };

  return { ok: true, lines: rows.map((record) => readLine(record, header ?? ORDER)) };
}

/** How two ways to write a name are compared: without capitals, accents, blanks and punctuation. */
export function comparable(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

function readLine({ line, fields }: CsvRecord, columns: readonly (ColumnName | null)[]): MemberLine {
  const text = fields.filter(Boolean).join(" · ");
  // With a cell too many or nearly none, nobody knows what stands in which column.
  const shape = fields.slice(columns.length).some(Boolean) ? "TOO_MANY_COLUMNS" : fields.filter(Boolean).length < 2 ? "TOO_FEW_COLUMNS" : null;
  if (shape !== null) return { line, text, schools: [], functionName: "", name: "", email: "", organisation: null, firstDay: null, faults: [shape] };

  const cell = (column: ColumnName) => fields[columns.indexOf(column)] ?? "";
  const schools = [...new Set(cell("school").split("|").map(tidyCell).filter(Boolean))];
  const [functionName, name, organisation] = [cell("function"), cell("name"), cell("organisation")];
  const email = address.safeParse(cell("email"));
  const firstDay = dayOrNothing.safeParse(cell("firstDay"));
  const isTooLong = schools.length > MOST_SCHOOLS || [...schools, functionName, name, organisation].some((value) => value.length > LONGEST_CELL);
  const faults: (UnreadableReason | false)[] = [
    schools.length === 0 && "NO_SCHOOL",
    functionName === "" && "NO_FUNCTION",
    name === "" && "NO_NAME",
    isTooLong && "TOO_LONG",
    !email.success && (cell("email") === "" ? "NO_EMAIL" : "BAD_EMAIL"),
    !firstDay.success && "BAD_DAY",
  ];
  return {
    line,
    text,
    schools: schools.slice(0, MOST_SCHOOLS),
    functionName,
    name,
    email: email.success ? email.data : "",
    organisation: organisation || null,
    firstDay: firstDay.success ? firstDay.data : null,
    faults: faults.filter((fault) => fault !== false),
  };
}

const address = emailAddress();
const dayOrNothing = optionalDay();

// Excel puts tabs between its cells, and a tab is in no name; a comma may be in one.
function separatorOf(text: string): string {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
  return ["\t", ";"].find((separator) => lines.filter((line) => line.includes(separator)).length * 2 > lines.length) ?? ",";
}

// A line of data holds an e-mail address, and never the names of three columns.
function headerOf(fields: readonly string[]): (ColumnName | null)[] | null {
  const columns = fields.map((field) => columnsByWord.get(comparable(field)) ?? null);
  const known = columns.filter((column) => column !== null);
  return known.length >= 3 && !fields.some((field) => field.includes("@")) ? columns.map((column, index) => (columns.indexOf(column) === index ? column : null)) : null;
}

const columnsByWord = new Map(
  ORDER.flatMap((column) => memberImportTexts.columnWords[column].map((word): [string, ColumnName] => [comparable(word), column])),
);

function refusalOf(file: { ok: false; problem: string; line?: number | null }): MemberLines {
  if (file.problem === "EMPTY") return { ok: false, problem: "EMPTY" };
  if (file.problem === "TOO_LARGE") return { ok: false, problem: "TOO_MANY_LINES" };
  return { ok: false, problem: "OPEN_QUOTE", line: typeof file.line === "number" ? file.line - 1 : null };
}

function tidyCell(cell: string): string {
  return tidyText(cell).replace(/\s+/gu, " ").trim();
}
