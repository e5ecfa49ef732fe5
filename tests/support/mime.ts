/** A part of a received mail, or the whole of it. */
export type MimePart = {
  /** Header lines as they came in, unfolded, in order. */
  headers: readonly (readonly [name: string, value: string])[];
  /** The media type in lower case, with its parameters. */
  type: string;
  parameters: Record<string, string>;
  parts: readonly MimePart[];
  /** The body with its transfer encoding undone, as UTF-8. */
  content: string;
};

/** Reads a mail as it came over the wire. Not the library that wrote it: a mistake there must show here. */
export function readMime(raw: string): MimePart {
  const { head, body } = splitAt(raw, "\r\n\r\n");
  const headers = head
    .replace(/\r\n[ \t]+/g, " ")
    .split("\r\n")
    .map((line) => splitAt(line, ":"))
    .map(({ head: name, body: value }) => [name.toLowerCase(), value.trim()] as const);
  const { type, parameters } = mediaType(valueOf(headers, "content-type") ?? "text/plain");
  const content = decoded(body, valueOf(headers, "content-transfer-encoding") ?? "7bit");
  return { headers, type, parameters, content, parts: type.startsWith("multipart/") ? partsOf(body, parameters.boundary) : [] };
}

/** The one header with this name, its encoded words decoded. Fails when it is missing or comes twice. */
export function headerOf(part: MimePart, name: string): string {
  const values = part.headers.filter(([key]) => key === name.toLowerCase());
  if (values.length !== 1) throw new Error(`Expected one ${name} header, found ${values.length}.`);
  return decodedWords(values[0]?.[1] ?? "");
}

/** All parts without parts of their own, with the headers of the mail itself left out. */
export function leavesOf(part: MimePart): MimePart[] {
  return part.parts.length === 0 ? [part] : part.parts.flatMap(leavesOf);
}

/** The content of the first part with a media type. */
export function contentOf(part: MimePart, type: string): string {
  const found = leavesOf(part).find((leaf) => leaf.type === type);
  if (!found) throw new Error(`The mail has no part of type ${type}.`);
  return found.content;
}

function splitAt(text: string, separator: string): { head: string; body: string } {
  const at = text.indexOf(separator);
  return at < 0 ? { head: text, body: "" } : { head: text.slice(0, at), body: text.slice(at + separator.length) };
}

function valueOf(headers: MimePart["headers"], name: string): string | undefined {
  return headers.find(([key]) => key === name)?.[1];
}

function mediaType(value: string): { type: string; parameters: Record<string, string> } {
  const [type = "", ...rest] = value.split(";").map((piece) => piece.trim());
  const pairs = rest.map((piece) => splitAt(piece, "=")).map(({ head, body }) => [head.toLowerCase(), body.replace(/^"(.*)"$/, "$1")]);
  return { type: type.toLowerCase(), parameters: Object.fromEntries(pairs) };
}

function partsOf(body: string, boundary = ""): MimePart[] {
  const pieces = `\r\n${body}`.split(`\r\n--${boundary}`).slice(1);
  return pieces.filter((piece) => !piece.startsWith("--")).map((piece) => readMime(piece.replace(/^\r\n/, "")));
}

function decoded(body: string, encoding: string): string {
  if (encoding.toLowerCase() === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (encoding.toLowerCase() === "quoted-printable") return quotedPrintable(body.replace(/=\r\n/g, ""));
  return Buffer.from(body, "latin1").toString("utf8");
}

function quotedPrintable(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

function decodedWords(text: string): string {
  return text
    .replace(/(=\?[^?]+\?[bq]\?[^?]*\?=)\s+(?==\?)/gi, "$1")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === "b" ? Buffer.from(word, "base64").toString("utf8") : quotedPrintable(word.replaceAll("_", " ")),
    );
}
