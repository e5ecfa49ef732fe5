import { z } from "zod";
import type { ImportProblem } from "#lib/schools/commands";
import { rejectionReasons, type DuoFileProblem, type SchoolImportChoices } from "#lib/schools/schema";
import { schoolImportTexts as texts } from "#lib/texts/school-import";
import { schoolTexts } from "#lib/texts/schools";

/** Why an upload leads back to its form: something about the file, about the choices beside it, or about the sending. */
export type UploadProblem =
  | DuoFileProblem
  | ImportProblem
  | { problem: "CHOICES"; names: (keyof SchoolImportChoices)[] }
  | { problem: "NO_FILE" | "NO_LENGTH" | "FORM_TOO_OLD" | "TOO_OFTEN" };

const problems = [
  "EMPTY", "TOO_LARGE", "SPREADSHEET", "NOT_A_DUO_FILE", "MISSING_COLUMNS", "TRUNCATED", "UNREADABLE", "NO_USABLE_ROWS",
  "OTHER_SECTOR", "NO_SCHOOLS_OF_OURS", "UNKNOWN_MUNICIPALITIES", "CHOICES", "NO_FILE", "NO_LENGTH", "FORM_TOO_OLD", "TOO_OFTEN",
] as const satisfies readonly UploadProblem["problem"][];

const longestAbout = 600;

/** The search part of the address of the upload form: what was chosen before, and what was wrong with it. */
export const uploadSearchSchema = z.object({
  consortiumId: z.string().max(36).default(""),
  selection: z.string().max(10).default(""),
  municipalities: z.string().max(4_000).default(""),
  problem: z.enum(problems).optional(),
  line: z.coerce.number().int().min(1).max(9_999_999).optional(),
  about: z.string().max(longestAbout).default(""),
});
export type UploadSearch = z.infer<typeof uploadSearchSchema>;

/** A problem as it travels back in an address: its code, a line of the file, and what it is about. */
export function problemSearch(problem: UploadProblem): Record<string, string> {
  const { line, columns, names, sector, rejected } = { line: null, columns: [], names: [], sector: "", rejected: [], ...problem };
  const first = rejected.at(0);
  const about = [...columns, ...names, sector, first?.reason ?? ""].filter((part) => part !== "").join("\n").slice(0, longestAbout);
  const where = first?.line ?? line;
  return { problem: problem.problem, ...(where === null ? {} : { line: String(where) }), ...(about === "" ? {} : { about }) };
}

/** The sentences that stand for a problem in an address: by field, or about the form as a whole. */
export function uploadErrors(search: UploadSearch): { errors: Record<string, string>; message?: string } {
  const { problem } = search;
  const about = search.about.split("\n").filter((part) => part !== "");
  switch (problem) {
    case undefined:
      return { errors: {} };
    case "FORM_TOO_OLD":
    case "TOO_OFTEN":
      return { errors: {}, message: texts.sendingProblems[problem] };
    case "CHOICES":
      return { errors: Object.fromEntries(Object.entries(texts.choiceProblems).filter(([field]) => about.includes(field))) };
    case "UNKNOWN_MUNICIPALITIES":
      return { errors: { municipalities: texts.unknownMunicipalities(about) } };
    case "OTHER_SECTOR":
      return { errors: { file: texts.otherSector(sectorIn(about)) } };
    case "NO_SCHOOLS_OF_OURS":
    case "NO_FILE":
    case "NO_LENGTH":
      return { errors: { file: texts.fileProblems[problem] } };
    default: {
      const reason = rejectionReasons.find((known) => about.includes(known));
      const rejected = reason === undefined ? [] : [{ line: search.line ?? 0, reason, locationCode: null }];
      return { errors: { file: schoolTexts.fileProblem({ problem, line: search.line ?? null, columns: about, rejected } as DuoFileProblem) } };
    }
  }
}

function sectorIn(about: readonly string[]): string {
  const found = Object.entries(schoolTexts.sectors).find(([sector]) => about.includes(sector));
  return (found?.[1] ?? "").toLowerCase();
}
