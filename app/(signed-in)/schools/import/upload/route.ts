import { withinLimit } from "#lib/access/request";
import { viewerRoute } from "#lib/access/routes";
import type { ViewerFacts } from "#lib/access/viewer";
import { RefusedError } from "#lib/errors";
import { claimKey, rememberTarget } from "#lib/forms/form-action";
import { LONGEST_FORM_KEY, ownerOfFormKey } from "#lib/forms/form-key";
import { tidyText } from "#lib/forms/tidy-text";
import { errorsOf, readTyped } from "#lib/forms/typed-input";
import { chosenFile, readUpload, seeOther } from "#lib/forms/upload";
import { previewSchoolImport } from "#lib/schools/commands";
import { maxDuoFileBytes, readDuoFile } from "#lib/schools/duo-file";
import { schoolImportSchema, type SchoolImportChoices } from "#lib/schools/schema";
import { problemSearch, type UploadProblem } from "#lib/schools/upload-problem";

const FORM = "/schools/import";
// What a form with a file has besides the file: names, boundaries and a few short fields.
const MOST_BYTES = maxDuoFileBytes + 64 * 1024;
const LONGEST_FILE_NAME = 150;
const PER_PERSON = { name: "school-upload", most: 20, seconds: 600 };

/**
 * Takes the DUO file. An action could not: its body is limited to what a form of words needs. The size is looked at
 * before anything is read, and the file is read before the transaction opens.
 */
export const POST = viewerRoute("school:import", receive, async (viewer, { formKey, typed, ...upload }) => {
  const earlier = await claimKey(viewer, formKey);
  if (earlier !== "first") return seeOther(earlier !== null && "goTo" in earlier ? earlier.goTo : FORM);
  const result = await previewSchoolImport(viewer, upload);
  if (!result.ok) throw new RefusedError(backToForm(result, typed));
  const preview = `${FORM}/${result.importId}`;
  await rememberTarget(viewer, formKey, preview);
  return seeOther(preview);
});

type Typed = Record<string, string | string[]>;

async function receive(request: Request, { person }: ViewerFacts) {
  if (!(await withinLimit(PER_PERSON, person.id))) return backToForm({ problem: "TOO_OFTEN" });
  const form = await readUpload(request, MOST_BYTES);
  if (typeof form === "string") return backToForm({ problem: form });
  const { typed, input } = readTyped(schoolImportSchema, form);
  const formKey = String(form.get("formKey") ?? "").slice(0, LONGEST_FORM_KEY);
  if (ownerOfFormKey(formKey) !== person.id) return backToForm({ problem: "FORM_TOO_OLD" }, typed);
  const choices = schoolImportSchema.safeParse(input);
  if (!choices.success) return backToForm({ problem: "CHOICES", names: Object.keys(errorsOf(choices.error)) as (keyof SchoolImportChoices)[] }, typed);

  const given = chosenFile(form, "file");
  if (given === null) return backToForm({ problem: "NO_FILE" }, typed);
  const fileName = tidyText(given.name).slice(0, LONGEST_FILE_NAME);
  const file = readDuoFile(await given.bytes(), fileName);
  return file.ok ? { formKey, typed, ...choices.data, fileName, file } : backToForm(file, typed);
}

/** Back to the form, which says what is wrong and still has what was chosen; the browser forgets the file. */
function backToForm(problem: UploadProblem, typed: Typed = {}): Response {
  const chosen = Object.entries(typed).filter((entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== "");
  return seeOther(`${FORM}?${new URLSearchParams({ ...Object.fromEntries(chosen), ...problemSearch(problem) })}`);
}
