import { z } from "zod";
import type { PictureProblem } from "#lib/photos/picture";
import { photoTexts as texts } from "#lib/texts/photos";

/** Why an upload leads back to its form: something about the photo, or about the sending. */
export type PhotoProblem = PictureProblem | "NO_FILE" | "NO_LENGTH" | "TOO_LARGE" | "FORM_TOO_OLD" | "TOO_OFTEN";

const problems = [
  "NOT_A_PHOTO", "HEIC", "BROKEN", "TOO_MANY_PIXELS", "TOO_SMALL", "NO_FILE", "NO_LENGTH", "TOO_LARGE", "FORM_TOO_OLD", "TOO_OFTEN",
] as const satisfies readonly PhotoProblem[];

/** The search part of the address of the upload form: what was wrong, or what was done. */
export const photoSearchSchema = z.object({ problem: z.enum(problems).optional(), notice: z.string().max(60).optional() });

/** The sentence that stands for a problem in an address: at the field, or about the form as a whole. */
export function photoErrors(problem: PhotoProblem | undefined): { errors: Record<string, string>; message?: string } {
  if (problem === undefined) return { errors: {} };
  if (problem === "FORM_TOO_OLD" || problem === "TOO_OFTEN") return { errors: {}, message: texts.sendingProblems[problem] };
  return { errors: { file: texts.problems[problem] } };
}
