import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { clientAddress, isFromOurPages, type RateLimit, withinLimit } from "#lib/access/request";
import type { Outcome } from "#lib/forms/form-action";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { keepingTyped } from "#lib/forms/keeping-typed";
import { errorsOf, readTyped } from "#lib/forms/typed-input";
import { fieldTexts } from "#lib/texts/fields";

/**
 * The door for forms of people who are not signed in: signing in and out, and nothing else. It gives no access to the
 * tables. Each address may try `limit.most` times; a limiter that cannot count refuses.
 */
export function visitorAction<S extends z.ZodType>(schema: S, limit: RateLimit, handle: (input: z.output<S>) => Promise<Outcome>): FormAction {
  return async function action(_previous: FormState, formData: FormData): Promise<FormState> {
    const { typed, input } = readTyped(schema, formData);
    return keepingTyped(limit.name, typed, async () => {
      const requestHeaders = await headers();
      if (!isFromOurPages(requestHeaders)) return { message: fieldTexts.fromElsewhere };
      if (!(await withinLimit(limit, clientAddress(requestHeaders)))) return { message: fieldTexts.tooOften };

      const parsed = await schema.safeParseAsync(input);
      if (!parsed.success) return { errors: errorsOf(parsed.error) };

      const outcome = await handle(parsed.data);
      if ("goTo" in outcome) redirect(outcome.goTo as never);
      return outcome;
    });
  };
}
