import type { ChangedSincePreview } from "#lib/schools/rules";
import type { ConsortiumFile } from "#lib/schools/consortium-file";
import type { Difference, DuoFileProblem, DuoSector, RejectionReason } from "#lib/schools/schema";

/** Why a line of a DUO file is left out. */
const rejected = {
  WRONG_COLUMN_COUNT: "Deze regel heeft meer of minder kolommen dan de kopregel.",
  BAD_LOCATION_CODE: "De vestigingscode ontbreekt of klopt niet. Een vestigingscode ziet eruit als 16GV00.",
  DUPLICATE_LOCATION_CODE: "Deze vestigingscode staat al op een eerdere regel. De eerste regel telt.",
  NO_NAME: "De naam van de school ontbreekt.",
  BAD_POSTCODE: "De postcode ontbreekt of bestaat niet. Een postcode ziet eruit als 2033 TZ.",
  NO_PLACE: "De plaats ontbreekt.",
  NO_MUNICIPALITY: "De gemeente ontbreekt.",
  TEXT_TOO_LONG: "Een van de teksten is langer dan 200 tekens.",
  KNOWN_IN_OTHER_SECTOR: "Deze school staat al in Kernteam, maar in een andere sector.",
} as const satisfies Record<RejectionReason, string>;

/** Why a whole DUO file is refused; the import changes nothing then. */
function fileProblem(problem: DuoFileProblem): string {
  switch (problem.problem) {
    case "EMPTY":
      return "In dit bestand staan geen scholen. Download het bestand opnieuw bij DUO.";
    case "TOO_LARGE":
      return "Dit bestand is te groot. Een bestand met schoolvestigingen van DUO is kleiner dan 10 MB.";
    case "SPREADSHEET":
      return "Dit is een Excel-bestand. Bewaar het in Excel als CSV en kies dan dat bestand.";
    case "NOT_A_DUO_FILE":
      return "Dit is geen bestand met schoolvestigingen van DUO. Kies het CSV-bestand met alle vestigingen.";
    case "MISSING_COLUMNS":
      return `In dit bestand ontbreekt: ${problem.columns.join(", ")}. Kies het CSV-bestand van DUO met alle vestigingen.`;
    case "TRUNCATED":
      return `Dit bestand is niet compleet: regel ${problem.line} breekt af. Download het bestand opnieuw bij DUO.`;
    case "UNREADABLE":
      return problem.line === null
        ? "Dit bestand is niet te lezen, omdat het geen tekst is. Kies het CSV-bestand van DUO."
        : `Dit bestand is vanaf regel ${problem.line} niet te lezen. Kijk daar of er een aanhalingsteken te veel staat.`;
    case "NO_USABLE_ROWS":
      return `Geen enkele regel van dit bestand is te gebruiken. ${firstRejection(problem.rejected)}`;
  }
}

function firstRejection([first]: { line: number; reason: RejectionReason }[]): string {
  return first === undefined ? "" : `Regel ${first.line}: ${rejected[first.reason]}`;
}

/** Why a line of the table of postcodes is left out. */
const rejectedAreas = {
  BAD_AREA: "De postcode, de gemeente of het nummer van een samenwerkingsverband klopt niet.",
  DUPLICATE_AREA: "Deze postcode staat al op een eerdere regel. De eerste regel telt.",
} as const;

/** Why the table of postcodes and samenwerkingsverbanden is refused. */
function consortiumFileProblem(problem: ConsortiumFile & { ok: false }): string {
  switch (problem.problem) {
    case "EMPTY":
      return "In dit bestand staan geen postcodes.";
    case "TOO_LARGE":
      return "Dit bestand is te groot. De tabel met postcodes is kleiner dan 2 MB.";
    case "SPREADSHEET":
      return "Dit is een Excel-bestand. Bewaar het in Excel als CSV en kies dan dat bestand.";
    case "NOT_A_CONSORTIUM_FILE":
      return "Dit is geen tabel van postcodes en samenwerkingsverbanden. De kolommen heten pc4, gemeente, swv_po en swv_vo.";
    case "NO_USABLE_ROWS":
      return "Geen enkele regel van dit bestand is te gebruiken.";
    case "TRUNCATED":
      return `Dit bestand is niet compleet: regel ${problem.line} breekt af.`;
    case "UNREADABLE":
      return problem.line === null
        ? "Dit bestand is niet te lezen, omdat het geen tekst is."
        : `Dit bestand is vanaf regel ${problem.line} niet te lezen. Kijk daar of er een aanhalingsteken te veel staat.`;
  }
}

/** What DUO's fields are called on the page that shows what changes. */
const fieldNames = {
  institutionCode: "Instellingscode",
  boardCode: "Bestuur",
  name: "Naam",
  street: "Straat",
  houseNumber: "Huisnummer",
  postcode: "Postcode",
  place: "Plaats",
  municipalityCode: "Gemeentenummer",
  municipality: "Gemeente",
  province: "Provincie",
  denomination: "Denominatie",
  phone: "Telefoon",
  website: "Website",
  educationTypes: "Onderwijssoorten",
  holidayRegion: "Vakantieregio",
  consortiumId: "Samenwerkingsverband",
  closedOn: "Gesloten op",
} as const satisfies Record<Difference["field"], string>;

/** One field that an import changes, from what to what: "Telefoon: 0235550111 wordt 0235550100". */
export function differenceText({ field, from, to }: Difference): string {
  if (field === "closedOn" && to === null) return "gaat weer open";
  // The number of a samenwerkingsverband in the database says nothing to anybody.
  if (field === "consortiumId") return "komt bij een samenwerkingsverband";
  return `${fieldNames[field]}: ${from ?? "niet ingevuld"} wordt ${to ?? "niet ingevuld"}`;
}

/** What happened to a school between the preview of an import and its confirmation. */
const changedSince = {
  APPEARED: (name: string) => `${name} is er intussen al bij gekomen.`,
  GONE: (name: string) => `${name} is er intussen niet meer.`,
  CHANGED: (name: string) => `${name} is intussen gewijzigd.`,
} as const satisfies Record<ChangedSincePreview["what"], (name: string) => string>;

const sectors = {
  PO: "Basisonderwijs",
  VO: "Voortgezet onderwijs",
  SO: "Speciaal onderwijs",
} as const satisfies Record<DuoSector, string>;

export const schoolTexts = {
  /** Who made the data; the note that shows it puts "Bron:" in front. */
  source: "DUO Open Onderwijsdata",
  rejected,
  rejectedAreas,
  fileProblem,
  consortiumFileProblem,
  fieldNames,
  changedSince,
  sectors,
  closesMany: (count: number) =>
    `Door deze import sluiten ${count} scholen. Controleer of dit bestand de hele lijst is voordat je verdergaat.`,
} as const;
