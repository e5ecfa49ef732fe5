import { randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "#lib/env";
import { hash } from "#lib/secrets";

const DAY = 86_400_000;
// As long as the database remembers which keys were used (see housekeeping).
const DAYS_GOOD = 7;

/** More than any key of ours is long. */
export const LONGEST_FORM_KEY = 600;

/**
 * A key for one showing of a form. It names who the form was drawn for, so that nobody else can send it, and on which day: it is good
 * for a week. It can be used once, so that a double click has one effect. Where a draft of the form lies (`place`, see drafts) is in it
 * too, so that a draft is left nowhere else. It is signed: a made-up key is no key.
 */
export function newFormKey(personId: string, at = Date.now(), place = ""): string {
  const said = `${personId}.${dayOf(at)}.${randomBytes(16).toString("base64url")}.${Buffer.from(place).toString("base64url")}`;
  return `${said}.${signature(said)}`;
}

/** Whom a form was drawn for, or null when the key was not made here, or not in the last week. */
export function ownerOfFormKey(key: string): string | null {
  return readFormKey(key)?.owner ?? null;
}

/** The same, with where a draft of the form lies; null where it leaves none. */
export function readFormKey(key: string): { owner: string; place: string | null } | null {
  const [owner, day, nonce, place, signed] = key.split(".");
  if (!owner || !day || !nonce || place === undefined || !signed) return null;
  const [expected, given] = [Buffer.from(signature(`${owner}.${day}.${nonce}.${place}`)), Buffer.from(signed)];
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
  if (dayOf(Date.now()) - Number(day) >= DAYS_GOOD) return null;
  return { owner, place: Buffer.from(place, "base64url").toString() || null };
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
