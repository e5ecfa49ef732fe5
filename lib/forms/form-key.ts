import { randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "#lib/env";
import { hash } from "#lib/secrets";

/**
 * A key for one showing of a form. It names who the form was drawn for, so that nobody else can send it, and it can
 * be used once, so that a double click has one effect. It is signed: a made-up key is no key.
 */
export function newFormKey(personId: string): string {
  const nonce = randomBytes(16).toString("base64url");
  return `${personId}.${nonce}.${signature(personId, nonce)}`;
}

/** Whom a form was drawn for, or null when the key was not made here. */
export function ownerOfFormKey(key: string): string | null {
  const [personId, nonce, signed] = key.split(".");
  if (!personId || !nonce || !signed) return null;
  const [expected, given] = [Buffer.from(signature(personId, nonce)), Buffer.from(signed)];
  return expected.length === given.length && timingSafeEqual(expected, given) ? personId : null;
}

/** What the database keeps of a key that was used. */
export function hashOfFormKey(key: string): string {
  return hash("form-submission", key, env().APP_SECRET);
}

function signature(personId: string, nonce: string): string {
  return hash("form-key", `${personId}.${nonce}`, env().APP_SECRET).slice(0, 32);
}
