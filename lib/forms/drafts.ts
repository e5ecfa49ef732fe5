import type { Viewer } from "#lib/access/viewer";
import { authDatabase } from "#lib/db";
import { env } from "#lib/env";
import { newFormKey } from "#lib/forms/form-key";
import { type FormState, freshForm, type TypedValues } from "#lib/forms/form-state";
import { open, seal, SealBrokenError } from "#lib/secrets";
import { fieldTexts } from "#lib/texts/fields";

const DRAFT_HOURS = 24;

/**
 * Keeps what somebody typed in a form whose session had ended, sealed, for that person only and for a day.
 * Whoever is behind the keyboard now is not asked: only its writer gets it back, after signing in again.
 * False when it was not kept: the database keeps nothing about a casus that was stopped or erased.
 */
export async function keepDraft(personId: string, path: string, values: TypedValues): Promise<boolean> {
  const sealed = seal(purpose(personId), JSON.stringify(values), env().APP_SECRET);
  const expiresAt = new Date(Date.now() + DRAFT_HOURS * 60 * 60 * 1000);
  const kept = await authDatabase().$executeRaw`
    INSERT INTO form_draft (person_id, path, sealed, expires_at) VALUES (${personId}::uuid, ${placeOf(path)}, ${sealed}, ${expiresAt})
    ON CONFLICT (person_id, path) DO UPDATE SET sealed = EXCLUDED.sealed, expires_at = EXCLUDED.expires_at`;
  return kept === 1;
}

/** What a page gives its form: the key for this showing, and the values to start from. */
export type OpenedForm = { formKey: string; initial: FormState };

/**
 * Starts a form at a path of this app: with the draft this person left there when a session ended, else with
 * `values`. A draft stays until the form is sent or a day has passed.
 */
export async function openForm(viewer: Viewer, path: string, values: TypedValues = {}): Promise<OpenedForm> {
  const formKey = newFormKey(viewer.person.id);
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
function placeOf(path: string): string {
  const [page = "", query] = path.split("?");
  const casus = new URLSearchParams(query).get("case");
  return casus ? `${page}#${casus}` : page;
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
