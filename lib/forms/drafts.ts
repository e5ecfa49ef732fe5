import { z } from "zod";
import type { Viewer } from "#lib/access/viewer";
import { authDatabase } from "#lib/db";
import { env } from "#lib/env";
import { hashOfFormKey, newFormKey } from "#lib/forms/form-key";
import { type FormState, freshForm, type TypedValues } from "#lib/forms/form-state";
import { open, seal, SealBrokenError } from "#lib/secrets";
import { fieldTexts } from "#lib/texts/fields";

const DRAFT_HOURS = 24;

/**
 * Keeps what somebody typed in a form and did not send, sealed, for that person only and for a day.
 * Whoever is behind the keyboard now is not asked: only its writer gets it back, when signed in.
 * False when it was not kept: the form with this key was sent after all, or it is about a casus that was stopped or erased.
 */
export async function keepDraft(personId: string, path: string, values: TypedValues, formKey: string | null = null): Promise<boolean> {
  return putDraft(personId, path, seal(purpose(personId), JSON.stringify(values), env().APP_SECRET), formKey, caseIn(values));
}

/** Takes back what was kept of a form as its page was left, because nothing is typed in it any more. False when it was sent meanwhile. */
export async function takeDraftBack(personId: string, path: string, formKey: string): Promise<boolean> {
  return putDraft(personId, path, null, formKey, null);
}

async function putDraft(personId: string, path: string, sealed: string | null, formKey: string | null, about: string | null): Promise<boolean> {
  const expiresAt = new Date(Date.now() + DRAFT_HOURS * 60 * 60 * 1000);
  const keyHash = formKey && hashOfFormKey(formKey);
  const rows = await authDatabase().$queryRaw<{ done: boolean }[]>`
    SELECT keep_draft(${personId}::uuid, ${placeOf(path)}, ${sealed}, ${expiresAt}::timestamptz, ${keyHash}, ${about}::uuid) AS done`;
  return rows[0]?.done === true;
}

/** What a page gives its form: the key for this showing, and the values to start from. */
export type OpenedForm = { formKey: string; initial: FormState };

/**
 * Starts a form at a path of this app: with the draft this person left there, else with `values`. A draft stays until the
 * form is sent, its writer throws it away or a day has passed.
 */
export async function openForm(viewer: Viewer, path: string, values: TypedValues = {}): Promise<OpenedForm> {
  const formKey = newFormKey(viewer.person.id, Date.now(), placeOf(path));
  const kept = await keptDraft(viewer, path);
  if (!kept) return { formKey, initial: freshForm(values) };
  // Hidden fields, such as the version an edit started from, come from the page and not from yesterday's draft.
  return { formKey, initial: { values: { ...values, ...kept }, errors: {}, notice: fieldTexts.draftKept } };
}

/** What this person left at a path within the last day, or null. */
export async function keptDraft(viewer: Viewer, path: string): Promise<TypedValues | null> {
  const draft = await viewer.db.formDraft.findFirst({
    where: { personId: viewer.person.id, path: placeOf(path), expiresAt: { gt: new Date() } },
    select: { sealed: true },
  });
  return draft && valuesOf(viewer.person.id, draft.sealed);
}

/** Throws a sent form's draft away, in the transaction of the sending. */
export async function dropDraft(viewer: Viewer, path: string): Promise<void> {
  await viewer.db.formDraft.deleteMany({ where: { personId: viewer.person.id, path: placeOf(path) } });
}

/**
 * Where a draft lies: at the path of its page, with the casus that page is about when that stands behind the question mark.
 * What else stood there only brought the reader there. The database reads the casus from it, to keep nothing of one that is gone.
 */
export function placeOf(path: string): string {
  const [page = "", query] = path.split("?");
  const casus = new URLSearchParams(query).get("case");
  return casus ? `${page}#${casus}` : page;
}

/** The casus that a form is about by what is chosen in it, whatever page it stands on; null when it chooses none. */
function caseIn({ caseDiscussionId }: TypedValues): string | null {
  return z.uuid().safeParse(caseDiscussionId).data ?? null;
}

/** The page of a form by where its draft lies. */
export function pageOf(place: string): string {
  return place.replace("#", "?case=");
}

function valuesOf(personId: string, sealed: string): TypedValues | null {
  try {
    return JSON.parse(open(purpose(personId), sealed, env().APP_SECRET)) as TypedValues;
  } catch (error) {
    if (error instanceof SealBrokenError) return null;
    throw error;
  }
}

function purpose(personId: string): string {
  return `form-draft:${personId}`;
}
