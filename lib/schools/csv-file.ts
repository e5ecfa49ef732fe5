/** A record with the line of the file it starts on (the header is on line 1) and how many lines it takes. */
export type CsvRecord = { line: number; lines: number; fields: string[] };

/** A file of separated values, or why it is none. */
export type CsvFile =
  | { ok: true; header: string[]; records: CsvRecord[]; ending: "WHOLE" | "NO_NEWLINE" | "CUT" }
  | { ok: false; problem: "EMPTY" | "SPREADSHEET" | "TOO_LARGE" }
  | { ok: false; problem: "TRUNCATED"; line: number }
  | { ok: false; problem: "UNREADABLE"; line: number | null };

/**
 * Reads the bytes of a file of separated values whose form is not known beforehand: UTF-8 (with or without byte order
 * mark), UTF-16 as Excel writes it, else windows-1252; separated by semicolon, comma or tab; any line ending.
 * Refuses spreadsheets, other binary files and files with more records than `maxRecords` below the header.
 */
export function readCsv(bytes: Uint8Array, maxRecords: number): CsvFile {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return { ok: false, problem: "SPREADSHEET" };
  }
  const text = decodeText(bytes);
  if (text.trim() === "") return { ok: false, problem: "EMPTY" };
  if (text.includes("\0")) return { ok: false, problem: "UNREADABLE", line: null };

  const { records, openQuote } = parseRecords(text, separatorOf(firstLineOf(text)), maxRecords + 1);
  if (openQuote !== null) return { ok: false, problem: isLastLine(text, openQuote) ? "TRUNCATED" : "UNREADABLE", line: openQuote };
  if (records.length > maxRecords + 1) return { ok: false, problem: "TOO_LARGE" };
  const [header, ...rows] = records;
  return header === undefined ? { ok: false, problem: "EMPTY" } : { ok: true, header: header.fields, records: rows, ending: endingOf(text) };
}

/** The text in a file's bytes, without byte order mark. */
export function decodeText(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder("utf-16le").decode(bytes);
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return new TextDecoder("utf-8").decode(bytes);
  try {
    // As a stream, a character that was cut in half at the end does not make the rest of the file windows-1252.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return decodeWindows1252(bytes);
  }
}

// The 0x80 to 0x9F of windows-1252; everything else is equal to Latin-1. Not left to TextDecoder, because Node 20.18.3
// to 24.x gives control characters there (nodejs/node#56542), and these bytes hold the ’ of "’t Kompas".
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function decodeWindows1252(bytes: Uint8Array): string {
  const codes = Uint16Array.from(bytes, (byte) => (byte >= 0x80 && byte < 0xa0 ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte));
  return new TextDecoder("utf-16le").decode(codes);
}

// A longer text between quotes is a quote that somebody forgot to close; DUO's widest list has 32 columns.
const MAX_QUOTED = 10_000;
const MAX_FIELDS = 500;

/**
 * The records of RFC 4180, and the line of a quote that is never closed. Written here and not left to a package, because
 * every answer about this file names a line, and line numbers after quoted line endings must be right.
 */
function parseRecords(text: string, separator: string, most: number): { records: CsvRecord[]; openQuote: number | null } {
  const fieldEnd = new RegExp(`[${separator}\r\n]`, "g");
  const records: CsvRecord[] = [];
  let position = 0;
  let line = 1;
  while (position < text.length && records.length <= most) {
    const record: CsvRecord = { line, lines: 1, fields: [] };
    for (let isLast = false; !isLast; ) {
      const end = text[position] === '"' ? quotedEnd(text, position, separator) : nextIndex(fieldEnd, text, position);
      if (end === null) return { records, openQuote: line };
      const field = unquoted(text.slice(position, end));
      if (record.fields.length < MAX_FIELDS) record.fields.push(field);
      record.lines += field.match(LINE_ENDING)?.length ?? 0;
      isLast = text[end] !== separator;
      position = isLast ? end : end + 1;
    }
    position += text.startsWith("\r\n", position) ? 2 : 1;
    line += record.lines;
    if (record.fields.join("") !== "") records.push(record);
  }
  return { records, openQuote: null };
}

const LINE_ENDING = /\r\n|\n|\r/g;

/** Where a quoted field ends: behind the first quote that a separator or a line ending follows. Null when there is none. */
function quotedEnd(text: string, start: number, separator: string): number | null {
  for (let quote = text.indexOf('"', start + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    if (quote - start > MAX_QUOTED) return null;
    if (text[quote + 1] === '"') quote += 1;
    else if ([separator, "\r", "\n", undefined].includes(text[quote + 1])) return quote + 1;
  }
  return null;
}

function nextIndex(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

function unquoted(field: string): string {
  return field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
}

function isLastLine(text: string, line: number): boolean {
  return line >= text.replace(/(?:\r\n|\n|\r)$/, "").split(LINE_ENDING).length;
}

function endingOf(text: string): "WHOLE" | "NO_NEWLINE" | "CUT" {
  if (text.endsWith("\n")) return "WHOLE";
  if (!text.endsWith("\r")) return "NO_NEWLINE";
  return firstLineEndsIn(text, "\r\n") ? "CUT" : "WHOLE";
}

function firstLineEndsIn(text: string, ending: string): boolean {
  return text.startsWith(ending, firstLineOf(text).length);
}

function firstLineOf(text: string): string {
  return text.slice(0, 20_000).split(/[\r\n]/, 1)[0] ?? "";
}

function separatorOf(line: string): string {
  const times = (separator: string) => line.split(separator).length;
  return [",", "\t"].reduce((best, other) => (times(other) > times(best) ? other : best), ";");
}

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
