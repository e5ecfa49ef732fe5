import { randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "#lib/env";
import { hash } from "#lib/secrets";

const DAY = 86_400_000;
// As long as the database remembers which keys were used (see housekeeping).
const DAYS_GOOD = 7;

/**
 * A key for one showing of a form. It names who the form was drawn for, so that nobody else can send it, and on which day: it is good
 * for a week. It can be used once, so that a double click has one effect. It is signed: a made-up key is no key.
 */
export function newFormKey(personId: string, at = Date.now()): string {
  const said = `${personId}.${dayOf(at)}.${randomBytes(16).toString("base64url")}`;
  return `${said}.${signature(said)}`;
}

/** Whom a form was drawn for, or null when the key was not made here, or not in the last week. */
export function ownerOfFormKey(key: string): string | null {
  const [personId, day, nonce, signed] = key.split(".");
  if (!personId || !day || !nonce || !signed) return null;
  const [expected, given] = [Buffer.from(signature(`${personId}.${day}.${nonce}`)), Buffer.from(signed)];
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
  return dayOf(Date.now()) - Number(day) < DAYS_GOOD ? personId : null;
}

/** What the database keeps of a key that was used. */
export function hashOfFormKey(key: string): string {
  return hash("form-submission", key, env().APP_SECRET);
}

function dayOf(at: number): number {
  return Math.floor(at / DAY);
}

function signature(said: string): string {
  return hash("form-key", said, env().APP_SECRET).slice(0, 32);
}
