import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { inLinkTransaction } from "#lib/access/as-link-holder";
import type { LinkHolder } from "#lib/access/link-holder";
import { hashOfToken } from "#lib/access/personal-links";
import { clientAddress, isFromOurPages, type RateLimit, withinLimit } from "#lib/access/request";
import { NotFoundError, RefusedError } from "#lib/errors";
import type { Outcome, Refusal } from "#lib/forms/form-action";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { keepingTyped } from "#lib/forms/keeping-typed";
import { errorsOf, readTyped } from "#lib/forms/typed-input";
import { fieldTexts } from "#lib/texts/fields";
import type { LinkPurpose } from "#prisma/generated/client";

// Each answer may mail somebody.
const PER_LINK: RateLimit = { name: "link-form", most: 20, seconds: 3_600 };
const PER_ADDRESS: RateLimit = { name: "link-forms", most: 120, seconds: 60 };

/**
 * The door for forms behind a personal link. Its schema has the field `token: linkToken()`. In this order: the request comes
 * from our own pages; not too often; only the schema's fields are read and parsed; then `handle` runs in one transaction
 * of whoever holds the link. What is sent is a state, not a step: the same form sent twice has one effect.
 */
export function linkAction<S extends z.ZodType<{ token: string }>>(
  name: string,
  purpose: LinkPurpose,
  schema: S,
  handle: (holder: LinkHolder, input: z.output<S>) => Promise<Outcome>,
): FormAction {
  return async function action(_previous: FormState, formData: FormData): Promise<FormState> {
    const { typed, input } = readTyped(schema, formData);
    return keepingTyped(name, typed, async () => {
      const requestHeaders = await headers();
      if (!isFromOurPages(requestHeaders)) return { message: fieldTexts.fromElsewhere };
      if (!(await withinLimit(PER_ADDRESS, clientAddress(requestHeaders)))) return { message: fieldTexts.tooOften };

      const parsed = await schema.safeParseAsync(input);
      if (!parsed.success) return { errors: errorsOf(parsed.error) };
      const { token } = parsed.data;
      if (!(await withinLimit(PER_LINK, hashOfToken(token)))) return { message: fieldTexts.tooOften };

      const outcome = await run(name, purpose, token, (holder) => handle(holder, parsed.data));
      if ("goTo" in outcome) redirect(outcome.goTo as never);
      return outcome;
    });
  };
}

async function run(name: string, purpose: LinkPurpose, token: string, handle: (holder: LinkHolder) => Promise<Outcome>): Promise<Outcome> {
  try {
    return await inLinkTransaction(purpose, token, async (holder) => {
      const outcome = await handle(holder);
      // A refusal undoes everything that was written.
      if (!("goTo" in outcome)) throw new RefusedError(outcome);
      return outcome;
    }, name);
  } catch (error) {
    if (error instanceof RefusedError) return error.answer as Refusal;
    if (error instanceof NotFoundError) return { message: fieldTexts.linkStopped };
    throw error;
  }
}
