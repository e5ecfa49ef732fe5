import { type RateLimit, withinLimit } from "#lib/access/request";
import { viewerRoute } from "#lib/access/routes";
import type { ViewerFacts } from "#lib/access/viewer";
import { env } from "#lib/env";
import { dropDraft, pageOf, placeOf } from "#lib/forms/drafts";
import { claimKey, rememberTarget } from "#lib/forms/form-action";
import { LONGEST_FORM_KEY, readFormKey } from "#lib/forms/form-key";
import { readUpload, seeOther } from "#lib/forms/upload";

const MOST_BYTES = 16 * 1024;
const PER_PERSON: RateLimit = { name: "discarded-draft", most: 60, seconds: 60 };

/**
 * Throws away what was kept of the own form, and leads back to it, where it begins anew. The key of the form is used up: what its page
 * says of it while it is left is not kept.
 */
export const POST = viewerRoute("draft:discard", receive, async (viewer, { formKey, place, back }) => {
  if ((await claimKey(viewer, formKey)) === "first") {
    await dropDraft(viewer, place);
    await rememberTarget(viewer, formKey, back);
  }
  return seeOther(back);
});

async function receive(request: Request, { person }: ViewerFacts) {
  const sent = await readUpload(request, MOST_BYTES);
  const formKey = typeof sent === "string" ? "" : String(sent.get("formKey") ?? "").slice(0, LONGEST_FORM_KEY);
  const form = readFormKey(formKey);
  // The page was open for a week, or is somebody else's.
  if (form === null || form.place === null || form.owner !== person.id) return seeOther("/");
  const back = pressedAt(request, form.place) ?? pageOf(form.place);
  return (await withinLimit(PER_PERSON, person.id)) ? { formKey, place: form.place, back } : seeOther(back);
}

/** The page of the form as it was open, with all that brought its reader there behind the question mark; null when the browser does not tell. */
function pressedAt(request: Request, place: string): string | null {
  const page = URL.parse(request.headers.get("referer") ?? "");
  if (page?.origin !== env().APP_URL) return null;
  const path = `${page.pathname}${page.search}`;
  // On the shared screen a casus behind the question mark is only proposed: the draft is of the page.
  return page.pathname === place || placeOf(path) === place ? path : null;
}
