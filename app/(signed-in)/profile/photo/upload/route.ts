import { withinLimit } from "#lib/access/request";
import { viewerRoute } from "#lib/access/routes";
import type { ViewerFacts } from "#lib/access/viewer";
import { claimKey, rememberTarget } from "#lib/forms/form-action";
import { LONGEST_FORM_KEY, ownerOfFormKey } from "#lib/forms/form-key";
import { chosenFile, readUpload, seeOther } from "#lib/forms/upload";
import { changeOwnPhoto } from "#lib/photos/commands";
import { portraitOf } from "#lib/photos/portrait";
import { mostFileBytes } from "#lib/photos/schema";
import type { PhotoProblem } from "#lib/photos/upload-problem";

const FORM = "/profile/photo";
const DONE = `${FORM}?notice=photo-changed`;
// What a form with a file has besides the file: names, boundaries and the once-only key.
const MOST_BYTES = mostFileBytes + 16 * 1024;
const PER_PERSON = { name: "photo-upload", most: 10, seconds: 600 };

/** Takes the own photo. It is made small before the transaction opens; of what was sent, nothing else is kept. */
export const POST = viewerRoute("photo:change", receive, async (viewer, { formKey, jpeg }) => {
  const earlier = await claimKey(viewer, formKey);
  if (earlier !== "first") return seeOther(earlier !== null && "goTo" in earlier ? earlier.goTo : FORM);
  await changeOwnPhoto(viewer, jpeg);
  await rememberTarget(viewer, formKey, DONE);
  return seeOther(DONE);
});

async function receive(request: Request, { person }: ViewerFacts) {
  if (!(await withinLimit(PER_PERSON, person.id))) return backToForm("TOO_OFTEN");
  const form = await readUpload(request, MOST_BYTES);
  if (typeof form === "string") return backToForm(form);
  const formKey = String(form.get("formKey") ?? "").slice(0, LONGEST_FORM_KEY);
  if (ownerOfFormKey(formKey) !== person.id) return backToForm("FORM_TOO_OLD");
  const file = chosenFile(form, "file");
  if (file === null) return backToForm("NO_FILE");
  if (file.size > mostFileBytes) return backToForm("TOO_LARGE");
  const portrait = await portraitOf(await file.bytes());
  return portrait.ok ? { formKey, jpeg: portrait.jpeg } : backToForm(portrait.problem);
}

/** Back to the form, which says what is wrong; the browser forgets the file. */
function backToForm(problem: PhotoProblem): Response {
  return seeOther(`${FORM}?problem=${problem}`);
}
