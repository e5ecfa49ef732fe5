/** The columns of DUO's list of primary school locations, as they stand in the real file. */
export const boColumns = [
  "PROVINCIE",
  "BEVOEGD GEZAG NUMMER",
  "INSTELLINGSCODE",
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
  "STRAATNAAM CORRESPONDENTIEADRES",
  "HUISNUMMER-TOEVOEGING CORRESPONDENTIEADRES",
  "POSTCODE CORRESPONDENTIEADRES",
  "PLAATSNAAM CORRESPONDENTIEADRES",
  "NODAAL GEBIED CODE",
  "NODAAL GEBIED NAAM",
  "RPA-GEBIED CODE",
  "RPA-GEBIED NAAM",
  "WGR-GEBIED CODE",
  "WGR-GEBIED NAAM",
  "COROPGEBIED CODE",
  "COROPGEBIED NAAM",
  "ONDERWIJSGEBIED CODE",
  "ONDERWIJSGEBIED NAAM",
  "RMC-REGIO CODE",
  "RMC-REGIO NAAM",
  "VAKANTIEREGIO",
] as const;

/** The columns of DUO's list of secondary school locations. */
export const voColumns = boColumns.flatMap((column) => (column === "INTERNETADRES" ? [column, "ONDERWIJSSTRUCTUUR"] : [column]));

/** What the cells of one invented school say, by column. */
export type DuoCells = Record<string, string>;

/** An invented school in DUO's own form: places in capitals, a blank cell is one space. */
export function duoCells(cells: DuoCells = {}): DuoCells {
  const code = cells["VESTIGINGSCODE"] ?? "98AA00";
  return {
    "PROVINCIE": "Noord-Holland",
    "BEVOEGD GEZAG NUMMER": "99001",
    "INSTELLINGSCODE": code.slice(0, 4),
    "VESTIGINGSCODE": code,
    "VESTIGINGSNAAM": "Basisschool De Meerpaal",
    "STRAATNAAM": "Verzonnen Kade",
    "HUISNUMMER-TOEVOEGING": "12-A",
    "POSTCODE": "2033 TZ",
    "PLAATSNAAM": "HAARLEM",
    "GEMEENTENUMMER": "0392",
    "GEMEENTENAAM": "HAARLEM",
    "DENOMINATIE": "Openbaar",
    "TELEFOONNUMMER": "0235550100",
    "INTERNETADRES": "www.demeerpaal.example",
    "ONDERWIJSSTRUCTUUR": "HAVO/VWO",
    "VAKANTIEREGIO": "Noord",
    ...cells,
  };
}

type DuoFileForm = {
  columns?: readonly string[];
  separator?: ";" | "," | "\t";
  newline?: "\r\n" | "\n" | "\r";
  encoding?: "windows-1252" | "utf-8" | "utf-8-bom" | "utf-16le";
  lastNewline?: boolean;
};

/** The bytes of a DUO file with these schools; without a form exactly as DUO writes it. */
export function duoFile(schools: DuoCells[], form: DuoFileForm = {}): Uint8Array {
  const { columns = boColumns, separator = ";", newline = "\r\n", encoding = "windows-1252", lastNewline = true } = form;
  const lines = [[...columns], ...schools.map((cells) => columns.map((column) => cells[column] ?? " "))];
  const text = lines.map((line) => line.map((cell) => quoted(cell, separator)).join(separator)).join(newline);
  return encode(lastNewline ? text + newline : text, encoding);
}

/** Text as bytes, in one of the encodings in which these files go round. */
export function encode(text: string, encoding: DuoFileForm["encoding"]): Uint8Array {
  if (encoding === "utf-8") return Buffer.from(text, "utf8");
  if (encoding === "utf-8-bom") return Buffer.from(`\ufeff${text}`, "utf8");
  if (encoding === "utf-16le") return Buffer.from(`\ufeff${text}`, "utf16le");
  return Uint8Array.from(text, (character) => {
    const byte = WINDOWS_1252[character] ?? character.charCodeAt(0);
    if (byte > 0xff) throw new Error(`No windows-1252 byte for ${character}`);
    return byte;
  });
}

const WINDOWS_1252: Record<string, number> = { "€": 0x80, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94, "–": 0x96, "Š": 0x8a, "Ÿ": 0x9f };

function quoted(cell: string, separator: string): string {
  return cell.includes('"') || cell.includes(separator) || /[\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
