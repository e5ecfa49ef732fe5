import { z } from "zod";

/**
 * The environment of the web and worker processes; the only reader of `process.env` in `lib` and `app`.
 * Each process gets the database roles it needs and never the owner's `DATABASE_URL`.
 */
const environment = z.object({
  /** Where users reach the app: scheme, host and port, without a path. Actions from elsewhere are refused. */
  APP_URL: z.url().transform((url) => new URL(url).origin),
  /** Seals job payloads and drafts, signs forms, and gives the database roles their passwords. */
  APP_SECRET: z.string().min(32),
  /** The file with the master key of the casus texts, and the one before it while keys are rotated. Not for the worker. */
  CASE_KEY_FILE: z.string().optional(),
  OLD_CASE_KEY_FILE: z.string().optional(),
  APP_DATABASE_URL: z.string().optional(),
  AUTH_DATABASE_URL: z.string().optional(),
  LINK_DATABASE_URL: z.string().optional(),
  WORKER_DATABASE_URL: z.string().optional(),
  OPERATOR_DATABASE_URL: z.string().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default("Kernteam <kernteam@localhost>"),
  /** The day the demo and the tests live on, as YYYY-MM-DD. */
  REFERENCE_DATE: z.iso.date().optional(),
  /** "1" only for the embedded database with its demo world. */
  DEMO: z.literal("1").optional(),
  /** How many proxies of our own stand in front; decides which X-Forwarded-For entry is the client. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  OIDC_PROVIDERS: z.string().optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Environment = z.infer<typeof environment>;

let known: Environment | undefined;

/** The checked environment. Throws a sentence with the names of the variables that are wrong, never their values. */
export function env(): Environment {
  if (known) return known;
  // An empty variable means an absent one.
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const result = environment.safeParse(given);
  if (!result.success) {
    const names = [...new Set(result.error.issues.map((issue) => String(issue.path[0])))].join(", ");
    throw new Error(`These environment variables are missing or wrong: ${names}.`);
  }
  known = result.data;
  // next-auth reads its own name for it, and would otherwise believe the host a request claims.
  process.env.NEXTAUTH_URL = known.APP_URL;
  return known;
}

/** Whether the app shows its demo world: demo people on the login page, mails kept to be read. */
export function isDemo(): boolean {
  return env().DEMO === "1";
}
