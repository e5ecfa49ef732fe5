import type { Day } from "#lib/dates";
import { emailAddress, optionalDay, tidyText } from "#lib/forms/fields";
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
  email: string;
  organisation: string | null;
  /** Null when the line gives none. */
  firstDay: Day | null;
};

/** Why a line cannot be read. */
export type UnreadableReason = "TOO_FEW_COLUMNS" | "TOO_MANY_COLUMNS" | "NO_SCHOOL" | "NO_FUNCTION" | "NO_NAME" | "NO_EMAIL" | "BAD_EMAIL" | "BAD_DAY" | "TOO_LONG";

export type UnreadableLine = { line: number; text: string; reason: UnreadableReason };

/** The column of a pasted table. */
export type ColumnName = "school" | "function" | "name" | "email" | "organisation" | "firstDay";

/** What was pasted, line by line, or why it is no table of members. */
export type MemberLines =
  | { ok: true; lines: MemberLine[]; unreadable: UnreadableLine[] }
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

  const read = rows.map((record) => readLine(record, header ?? ORDER));
  return {
    ok: true,
    lines: read.filter((line): line is MemberLine => !("reason" in line)),
    unreadable: read.filter((line): line is UnreadableLine => "reason" in line),
  };
}

/** How two ways to write a name are compared: without capitals, accents, blanks and punctuation. */
export function comparable(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

function readLine({ line, fields }: CsvRecord, columns: readonly (ColumnName | null)[]): MemberLine | UnreadableLine {
  const text = fields.filter(Boolean).join(" · ");
  const refuse = (reason: UnreadableReason): UnreadableLine => ({ line, text, reason });
  const cell = (column: ColumnName) => fields[columns.indexOf(column)] ?? "";
  if (fields.slice(columns.length).some(Boolean)) return refuse("TOO_MANY_COLUMNS");
  if (fields.filter(Boolean).length < 2) return refuse("TOO_FEW_COLUMNS");

  const schools = [...new Set(cell("school").split("|").map(tidyCell).filter(Boolean))];
  if (schools.length === 0) return refuse("NO_SCHOOL");
  if (cell("function") === "") return refuse("NO_FUNCTION");
  if (cell("name") === "") return refuse("NO_NAME");
  if (cell("email") === "") return refuse("NO_EMAIL");
  const tooLong = [...schools, cell("function"), cell("name"), cell("organisation")].some((value) => value.length > LONGEST_CELL);
  if (tooLong || schools.length > MOST_SCHOOLS) return refuse("TOO_LONG");

  const email = address.safeParse(cell("email"));
  if (!email.success) return refuse("BAD_EMAIL");
  const firstDay = dayOrNothing.safeParse(cell("firstDay"));
  if (!firstDay.success) return refuse("BAD_DAY");
  return {
    line,
    text,
    schools,
    functionName: cell("function"),
    name: cell("name"),
    email: email.data,
    organisation: cell("organisation") || null,
    firstDay: firstDay.data,
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
