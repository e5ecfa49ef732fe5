import { z } from "zod";
import { env } from "#lib/env";

const providers = z
  .array(
    z.strictObject({
      /** Short and lower case; part of the callback address: "entra", "surfconext". */
      id: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
      /** What the button says after "Inloggen met". */
      name: z.string().min(1).max(60),
      issuer: z.url(),
      clientId: z.string().min(1),
      clientSecret: z.string().min(1),
    }),
  )
  .max(10);

export type Provider = z.infer<typeof providers>[number];

/** The identity providers of this deployment, from `OIDC_PROVIDERS` (a JSON list, one entry per tenant); none without it. */
export function identityProviders(): Provider[] {
  const given = env().OIDC_PROVIDERS;
  if (!given) return [];
  const parsed = providers.safeParse(jsonOf(given));
  if (!parsed.success) throw new Error("The environment variable OIDC_PROVIDERS is no list of identity providers.");
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
