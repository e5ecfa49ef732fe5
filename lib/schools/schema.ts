import { z } from "zod";
import type { Day } from "#lib/dates";
import { choice, id } from "#lib/forms/fields";
import { tidyText } from "#lib/forms/tidy-text";
import { schoolImportTexts } from "#lib/texts/school-import";

/** The kinds of education for which DUO publishes a list of locations that can be imported. */
export const duoSectors = ["PO", "VO", "SO"] as const;
export type DuoSector = (typeof duoSectors)[number];

/** All kinds of education a school in the app can have. */
export type Sector = DuoSector | "MBO";

/** What DUO tells about a school, apart from its code and sector; these are the fields an import may change. */
export const duoFields = [
  "institutionCode",
  "boardCode",
  "name",
  "street",
  "houseNumber",
  "postcode",
  "place",
  "municipalityCode",
  "municipality",
  "province",
  "denomination",
  "phone",
  "website",
  "educationTypes",
  "holidayRegion",
] as const;
export type DuoField = (typeof duoFields)[number];

/** The longest text a field of a school can hold; DUO's longest name has 77 characters, its other fields stay below 60. */
export const maxSchoolText = 200;

const optionalText = z.string().min(1).max(maxSchoolText).nullable();

/** A school location in a DUO file, in our own spelling: blank cells are null, names are in proper case. */
export const duoSchoolSchema = z.object({
  /** DUO's VESTIGINGSCODE, such as 16GV00. */
  locationCode: z.string().regex(/^\d{2}[A-Z]{2}\d{2}$/),
  sector: z.enum(duoSectors),
  /** DUO's INSTELLINGSCODE (formerly BRIN), such as 16GV. */
  institutionCode: z.string().regex(/^\d{2}[A-Z]{2}$/),
  boardCode: optionalText,
  name: z.string().min(1).max(maxSchoolText),
  street: optionalText,
  houseNumber: optionalText,
  /** Written as "2033 TZ". */
  postcode: z.string().regex(/^[1-9]\d{3} [A-Z]{2}$/),
  place: z.string().min(1).max(maxSchoolText),
  /** Four digits, with leading zeros. */
  municipalityCode: z.string().regex(/^\d{4}$/).nullable(),
  municipality: z.string().min(1).max(maxSchoolText),
  province: optionalText,
  denomination: optionalText,
  /** Ten digits, starting with 0. */
  phone: z.string().regex(/^0\d{9}$/).nullable(),
  /** Always http or https. */
  website: z.string().regex(/^https?:\/\//).max(maxSchoolText).nullable(),
  /** DUO's ONDERWIJSSTRUCTUUR, for secondary education only: "HAVO/VWO". */
  educationTypes: optionalText,
  holidayRegion: z.enum(["Noord", "Midden", "Zuid"]).nullable(),
});
export type DuoSchool = z.infer<typeof duoSchoolSchema>;

/** A school with the line of the file it stands on, counted as an editor does: the header is line 1. */
export type DuoRow = DuoSchool & { line: number };

export const rejectionReasons = [
  "WRONG_COLUMN_COUNT",
  "BAD_LOCATION_CODE",
  "DUPLICATE_LOCATION_CODE",
  "NO_NAME",
  "BAD_POSTCODE",
  "NO_PLACE",
  "NO_MUNICIPALITY",
  "TEXT_TOO_LONG",
  "KNOWN_IN_OTHER_SECTOR",
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

/** A line that cannot be imported. The code is null when it could not be read. */
export type RejectedRow = { line: number; reason: RejectionReason; locationCode: string | null };

/** Why a whole file is refused. */
export type DuoFileProblem =
  | { problem: "EMPTY" }
  | { problem: "TOO_LARGE" }
  | { problem: "SPREADSHEET" }
  | { problem: "NOT_A_DUO_FILE" }
  | { problem: "MISSING_COLUMNS"; columns: string[] }
  | { problem: "TRUNCATED"; line: number }
  | { problem: "UNREADABLE"; line: number | null }
  | { problem: "NO_USABLE_ROWS"; rejected: RejectedRow[] };

/** A four-digit postcode area with its samenwerkingsverbanden, as in Regeling regio-indeling (BWBR0032324). */
export type PostcodeArea = {
  digits: string;
  municipality: string;
  /** Such as PO2704; null when the table names none. */
  primaryCode: string | null;
  /** Such as VO2705; null when the table names none. */
  secondaryCode: string | null;
};

/** A school as the app knows it, with everything an import compares. */
export type ExistingSchool = { [field in DuoField]: string | null } & {
  locationCode: string;
  sector: Sector;
  consortiumId: string | null;
  closedOn: Day | null;
  /** Whether DUO once listed it. A school that somebody entered by hand cannot disappear from DUO. */
  imported: boolean;
};

/** A school as an import leaves it: open, and in a samenwerkingsverband when that is known. */
export const importedSchoolSchema = duoSchoolSchema.extend({ consortiumId: z.string().max(64).nullable() });
export type ImportedSchool = z.infer<typeof importedSchoolSchema>;

/** One field that an import changes. */
export const differenceSchema = z.object({
  field: z.enum([...duoFields, "consortiumId", "closedOn"]),
  from: z.string().max(maxSchoolText).nullable(),
  to: z.string().max(maxSchoolText).nullable(),
});
export type Difference = z.infer<typeof differenceSchema>;
export const differencesSchema = z.array(differenceSchema).max(duoFields.length + 2);

/** What an import will do to one school. The fingerprint is of the school as it is now. */
export type PlannedChange =
  | { change: "ADDED"; locationCode: string; name: string; after: ImportedSchool; differences: Difference[]; fingerprint: null }
  | { change: "CHANGED"; locationCode: string; name: string; after: ImportedSchool; differences: Difference[]; fingerprint: string }
  | { change: "CLOSED"; locationCode: string; name: string; after: null; differences: Difference[]; fingerprint: string };

const count = z.number().int().min(0);

/** The outcome of an import in numbers, in the form that the command line prints. */
export const importSummarySchema = z.object({
  rows: count,
  added: count,
  changed: count,
  closed: count,
  unchanged: count,
  withoutConsortium: count,
  rejected: z.array(z.object({ line: count, reason: z.enum(rejectionReasons) })).max(20_000),
});
export type ImportSummary = z.infer<typeof importSummarySchema>;

/** What the list of schools can be limited to. */
export const schoolStates = ["OPEN", "CLOSED", "WITHOUT_CONSORTIUM"] as const;
export type SchoolState = (typeof schoolStates)[number];

/** The search part of the address of the list of schools; nonsense counts as absent. */
export const schoolFilterSchema = z.object({
  q: z.string().max(100).transform(tidyText).default(""),
  sector: z.enum(["PO", "VO", "SO", "MBO", ""]).default(""),
  municipality: z.string().max(100).transform(tidyText).default(""),
  state: z.enum(schoolStates).default("OPEN"),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type SchoolFilter = z.infer<typeof schoolFilterSchema>;

/** Which schools of a file an import is about: those whose postcode belongs to the samenwerkingsverband, or all of them. */
export const importSelections = ["POSTCODE", "ALL"] as const;
export type ImportSelection = (typeof importSelections)[number];

const mostMunicipalities = 50;
const municipalityNames = z.array(z.string().min(1).max(100)).max(mostMunicipalities);

/** Names of municipalities as people type them: each on its own line, or with commas or semicolons between them. */
export function splitMunicipalities(typed: string): string[] {
  // The one municipality with a comma in its own name is found without it.
  const names = typed.replace(/(nuenen),(?=\s*gerwen)/gi, "$1").split(/[,;\n]/);
  return [...new Set(names.map((name) => name.replace(/\s+/g, " ").trim()).filter((name) => name !== ""))];
}

/** What somebody chooses beside the file. */
export const schoolImportSchema = z.object({
  consortiumId: id(schoolImportTexts.consortiumMissing),
  selection: choice(importSelections, schoolImportTexts.selectionMissing),
  municipalities: z
    .string()
    .max(4_000, { error: schoolImportTexts.tooManyMunicipalities })
    .default("")
    .transform((typed) => splitMunicipalities(tidyText(typed)))
    .pipe(municipalityNames.max(mostMunicipalities, { error: schoolImportTexts.tooManyMunicipalities })),
});
export type SchoolImportChoices = z.infer<typeof schoolImportSchema>;

/** The form that carries out a previewed import, or throws it away. */
export const previewedImportSchema = z.object({ importId: id() });
export type PreviewedImport = z.infer<typeof previewedImportSchema>;

/** The choices as they are kept with a preview. */
export const importOptionsSchema = z.object({ selection: z.enum(importSelections), municipalities: municipalityNames.max(mostMunicipalities) });
export type SchoolImportOptions = z.infer<typeof importOptionsSchema>;

const namedSchool = z.object({ locationCode: z.string().max(6), name: z.string().max(maxSchoolText) });
const mostListed = 20_000;

/** What is kept of a preview beside its changes: the numbers, and the schools that somebody ought to know of. */
export const importReportSchema = importSummarySchema.extend({
  /** The lines that the import is about: added, changed and unchanged together. */
  considered: count,
  reopened: count,
  closesMany: z.boolean(),
  /** How many of the added schools belong to another samenwerkingsverband by their postcode. */
  elsewhereByPostcode: count,
  schoolsWithoutConsortium: z.array(namedSchool.extend({ postcode: z.string().max(7), place: z.string().max(maxSchoolText) })).max(mostListed),
  /** Schools about which the postcode and the present samenwerkingsverband disagree; they stay where they are. */
  schoolsElsewhere: z.array(namedSchool.extend({ ours: z.boolean() })).max(mostListed),
  schoolsHeldOpen: z.array(namedSchool).max(mostListed),
});
export type ImportReport = z.infer<typeof importReportSchema>;
