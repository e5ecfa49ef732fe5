import { headers } from "next/headers";
import { redirect, RedirectType } from "next/navigation";
import type { z } from "zod";
import { currentPath, isFromOurPages, type RateLimit, withinLimit } from "#lib/access/request";
import { recordRefusal } from "#lib/access/refusals";
import { inTransaction } from "#lib/access/transaction";
import type { Viewer, ViewerFacts } from "#lib/access/viewer";
import { currentSession } from "#lib/auth/session";
import { loginPath, proofPath, secondFactorPath } from "#lib/auth/destinations";
import { AssuranceNeededError, ForbiddenError, NotFoundError, ProofNeededError, RefusedError } from "#lib/errors";
import { dropDraft, keepDraft, placeOf } from "#lib/forms/drafts";
import { hashOfFormKey, LONGEST_FORM_KEY, newFormKey, readFormKey } from "#lib/forms/form-key";
import type { FormAction, FormState, TypedValues } from "#lib/forms/form-state";
import { keepingTyped } from "#lib/forms/keeping-typed";
import { errorsOf, readTyped } from "#lib/forms/typed-input";
import { fieldTexts } from "#lib/texts/fields";

/**
 * How an action ends: at another page, where a notice tells what happened, or back at the form with sentences about
 * its fields. A refusal undoes everything that was written. With
 * `replaces`, Back does not lead to the form: on a screen that may have to be empty at once.
 */
export type Outcome = { goTo: string; replaces?: true } | Refusal;
export type Refusal = Partial<Pick<FormState, "errors" | "message" | "findings" | "freshKey" | "offers">>;

/** A form as it was sent: on which page, and where a draft of it lies. */
type Sent = { key: string; path: string | null; place: string | null; typed: TypedValues };

const PER_PERSON: RateLimit = { name: "form", most: 120, seconds: 60 };

/**
 * The door for forms. In this order: the request comes from our own pages; somebody is signed in (else what was typed
 * is kept as that person's draft); not too often; only the schema's fields are read and parsed; the form's key has one
 * effect; then `handle` runs in one transaction as this person. What was typed comes back with the sentences.
 * `typedBy` is for a form with a button that stands for having typed something else: it gives the form as if that was done.
 */
export function formAction<S extends z.ZodType>(
  name: string,
  schema: S,
  handle: (viewer: Viewer, input: z.output<S>) => Promise<Outcome>,
  typedBy: (sent: FormData) => FormData = (sent) => sent,
): FormAction {
  return async function action(_previous: FormState, formData: FormData): Promise<FormState> {
    const { typed, input } = readTyped(schema, typedBy(formData));
    return keepingTyped(name, typed, async () => {
      if (!isFromOurPages(await headers())) return { message: fieldTexts.fromElsewhere };

      const key = String(formData.get("formKey") ?? "").slice(0, LONGEST_FORM_KEY);
      const drawn = readFormKey(key);
      const path = await currentPath();
      const sent: Sent = { key, path, place: drawn?.place ?? path, typed };
      const session = await currentSession();
      if (session?.state !== "open") return toLogin(drawn?.owner ?? null, sent);
      const facts = session.facts;

      if (drawn === null) return { message: fieldTexts.formTooOld, freshKey: newFormKey(facts.person.id, Date.now(), placeOf(path ?? "")) };
      if (drawn.owner !== facts.person.id) return { message: fieldTexts.otherPerson(facts.person.name) };
      if (!(await withinLimit(PER_PERSON, facts.person.id))) return { message: fieldTexts.tooOften };

      const parsed = await schema.safeParseAsync(input);
      if (!parsed.success) return { errors: errorsOf(parsed.error) };

      const outcome = await runOnce(name, facts, sent, (viewer) => handle(viewer, parsed.data));
      if (outcome === "PROOF_NEEDED" || outcome === "ASSURANCE_NEEDED") return toProof(outcome, facts, sent);
      if ("goTo" in outcome) redirect(outcome.goTo as never, outcome.replaces ? RedirectType.replace : RedirectType.push);
      return outcome;
    });
  };
}

async function runOnce(name: string, facts: ViewerFacts, { key, place }: Sent, run: (viewer: Viewer) => Promise<Outcome>): Promise<Outcome | "PROOF_NEEDED" | "ASSURANCE_NEEDED"> {
  try {
    return await inTransaction(facts, async (viewer) => {
      const earlier = await claimKey(viewer, key);
      if (earlier !== "first") return earlier ?? { goTo: "/" };
      const outcome = await run(viewer);
      if (!("goTo" in outcome)) throw new RefusedError(outcome);
      await rememberTarget(viewer, key, outcome.goTo);
      if (place) await dropDraft(viewer, place);
      return outcome;
    }, name);
  } catch (error) {
    if (error instanceof RefusedError) return error.answer as Refusal;
    if (error instanceof NotFoundError) return { message: fieldTexts.notThere };
    if (error instanceof ProofNeededError) return "PROOF_NEEDED";
    if (error instanceof AssuranceNeededError) return "ASSURANCE_NEEDED";
    if (!(error instanceof ForbiddenError)) throw error;
    await recordRefusal(facts, { action: error.message, objectType: "action", objectId: name });
    return { message: fieldTexts.notAllowed };
  }
}

/** Takes the key for this sending; for one that was sent before, where that led. A sending under way is waited for. */
export async function claimKey(viewer: Viewer, key: string): Promise<"first" | Outcome | null> {
  const keyHash = hashOfFormKey(key);
  const claimed = await viewer.db.$executeRaw`
    INSERT INTO form_submission (key_hash, person_id) VALUES (${keyHash}, ${viewer.person.id}::uuid) ON CONFLICT DO NOTHING`;
  if (claimed === 1) return "first";
  const earlier = await viewer.db.formSubmission.findUnique({ where: { keyHash }, select: { target: true } });
  return earlier?.target ? { goTo: earlier.target } : null;
}

/** Keeps where a sending led, for the same form sent again. */
export async function rememberTarget(viewer: Viewer, key: string, goTo: string): Promise<void> {
  await viewer.db.formSubmission.updateMany({ where: { keyHash: hashOfFormKey(key) }, data: { target: goTo } });
}

async function toLogin(writer: string | null, { key, path, place, typed }: Sent): Promise<never> {
  const keeps = writer !== null && place !== null && (await withinLimit(PER_PERSON, writer)) && (await keepDraft(writer, place, typed, key));
  redirect(loginPath(path, keeps));
}

async function toProof(needed: "PROOF_NEEDED" | "ASSURANCE_NEEDED", { person }: ViewerFacts, { key, path, place, typed }: Sent): Promise<never> {
  // A form of one button only knows where it leads.
  const keeps = place !== null && Object.keys(typed).some((name) => name !== "next") && (await keepDraft(person.id, place, typed, key));
  redirect(needed === "PROOF_NEEDED" ? proofPath(path) : secondFactorPath(path, keeps));
}
