import { z } from "zod";
import { LONGEST_FORM_KEY } from "#lib/forms/form-key";
import { limitedBody } from "#lib/forms/upload";

// What an action takes as well.
const MOST_BYTES = 256 * 1024;
const MOST_VALUES = 1_000;

const value = z.string().max(MOST_BYTES);

/** What a page says of a form as it is left: what stands in its boxes, by name, or null when nothing is typed there any more. */
const leftTyping = z.strictObject({
  formKey: z.string().max(LONGEST_FORM_KEY),
  // Texts only: a file is none. The body says how long it all may be.
  values: z.record(z.string().regex(/^[a-z]\w{0,59}$/i), z.union([value, z.array(value).max(MOST_VALUES)])).refine((values) => Object.keys(values).length > 0).nullable(),
});

/** Reads what a page says of a form as it is left; the status to answer with for anything else. */
export async function readLeftTyping(request: Request): Promise<z.output<typeof leftTyping> | 400 | 411 | 413> {
  const body = limitedBody(request, MOST_BYTES);
  if (typeof body === "string") return body === "NO_LENGTH" ? 411 : 413;
  const { success, data } = leftTyping.safeParse(await body.json().catch(() => null));
  return success ? data : 400;
}
