import { log } from "#lib/log";
import * as secrets from "#lib/secrets";

/** What of somebody is sealed: the key of the app, or recovery codes that were not shown yet. One does not open as the other. */
type Sealed = "second-factor-key" | "recovery-codes";

/** Encrypts something of somebody's second factor, so that a copy of the database opens nothing, for that person only. */
export function seal(what: Sealed, personId: string, text: string): string {
  return secrets.seal(`${what}:${personId}`, text);
}

/**
 * Reads what `seal` made for the same person; null, with a line in the log, for anything else. That is so for everybody when the
 * secret of the app was replaced: then each needs a new second factor.
 */
export function unseal(what: Sealed, personId: string, sealed: string): string | null {
  try {
    return secrets.open(`${what}:${personId}`, sealed);
  } catch (error) {
    if (!(error instanceof secrets.SealBrokenError)) throw error;
    log("error", "second-factor-unreadable", { personId, code: what });
    return null;
  }
}
