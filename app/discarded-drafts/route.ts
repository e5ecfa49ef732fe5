import { type RateLimit, withinLimit } from "#lib/access/request";
import { viewerRoute } from "#lib/access/routes";
import type { ViewerFacts } from "#lib/access/viewer";
import { dropDraft, pageOf } from "#lib/forms/drafts";
import { claimKey, rememberTarget } from "#lib/forms/form-action";
import { LONGEST_FORM_KEY, readFormKey } from "#lib/forms/form-key";
import { readUpload, seeOther } from "#lib/forms/upload";

const MOST_BYTES = 16 * 1024;
const PER_PERSON: RateLimit = { name: "discarded-draft", most: 60, seconds: 60 };

/**
 * Throws away what was kept of the own form, and leads back to it, where it begins anew. The key of the form is used up: what its page
 * says of it while it is left is not kept.
 */
export const POST = viewerRoute("draft:discard", receive, async (viewer, { formKey, place }) => {
  if ((await claimKey(viewer, formKey)) === "first") {
    await dropDraft(viewer, place);
    await rememberTarget(viewer, formKey, pageOf(place));
  }
  return seeOther(pageOf(place));
});

async function receive(request: Request, { person }: ViewerFacts) {
  const sent = await readUpload(request, MOST_BYTES);
  const formKey = typeof sent === "string" ? "" : String(sent.get("formKey") ?? "").slice(0, LONGEST_FORM_KEY);
  const form = readFormKey(formKey);
  // The page was open for a week, or is somebody else's.
  if (form === null || form.place === null || form.owner !== person.id) return seeOther("/");
  return (await withinLimit(PER_PERSON, person.id)) ? { formKey, place: form.place } : seeOther(pageOf(form.place));
}
