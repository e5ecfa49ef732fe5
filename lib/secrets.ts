import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "#lib/env";

/** A sealed text that was altered, cut off, sealed for another purpose or with another secret. */
export class SealBrokenError extends Error {
  override name = "SealBrokenError";
}

const VERSION = "v1";
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const SHORTEST_SECRET = 32;

/**
 * Encrypts a text so that only this deployment can read it, and only for the same purpose: what was sealed as
 * "login-code" cannot be passed off as "draft". AES-256-GCM; written as `v1.iv|tag|text`, each part in base64url.
 * `purpose` is a fixed word of the code, or such a word with the id of the row the text belongs to.
 */
export function seal(purpose: string, text: string, secret = env().APP_SECRET): string {
  const { iv, tag, text: sealed } = encrypted(keyFor("seal", purpose, secret), boundTo(purpose), Buffer.from(text, "utf8"));
  return `${VERSION}.${[iv, tag, sealed].map((part) => part.toString("base64url")).join("|")}`;
}

/** Reads a text that `seal` made for the same purpose. Throws `SealBrokenError` for anything else. */
export function open(purpose: string, sealed: string, secret = env().APP_SECRET): string {
  return decrypted(keyFor("seal", purpose, secret), boundTo(purpose), partsOf(sealed)).toString("utf8");
}

/** What AES-256-GCM makes of some bytes: a fresh start value, the tag that shows tampering, and the bytes themselves. */
export type Encrypted = { iv: Buffer; tag: Buffer; text: Buffer };

/** Encrypts bytes with a key of 32 bytes. They open only together with the same `bound` bytes, which stay readable. */
export function encrypted(key: Buffer, bound: Buffer, plain: Buffer): Encrypted {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(bound);
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { iv, tag: cipher.getAuthTag(), text };
}

/** Gives the bytes back. Throws `SealBrokenError` when anything about them is not as it was. */
export function decrypted(key: Buffer, bound: Buffer, { iv, tag, text }: Encrypted): Buffer {
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(bound);
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(text), decipher.final()]);
  } catch {
    throw new SealBrokenError("A sealed text does not open.");
  }
}

/**
 * A keyed fingerprint (HMAC-SHA-256, hex) of a text: equal texts give equal fingerprints for one purpose, and
 * nobody without the secret can try out which text it was. For codes, tokens and keys of rate limits.
 */
export function hash(purpose: string, text: string, secret = env().APP_SECRET): string {
  return createHmac("sha256", keyFor("hash", purpose, secret)).update(text, "utf8").digest("hex");
}

function keyFor(use: "seal" | "hash", purpose: string, secret: string): Buffer {
  if (secret.length < SHORTEST_SECRET) throw new Error(`The secret is shorter than ${SHORTEST_SECRET} characters.`);
  return Buffer.from(hkdfSync("sha256", secret, "kernteam", `${use}:${purpose}`, KEY_BYTES));
}

function boundTo(purpose: string): Buffer {
  return Buffer.from(`${VERSION}:${purpose}`, "utf8");
}

function partsOf(sealed: string): Encrypted {
  const written = /^v1\.([\w-]+)\|([\w-]+)\|([\w-]*)$/.exec(sealed)?.slice(1) ?? [];
  const [iv, tag, text] = written.map((part) => Buffer.from(part, "base64url"));
  // Base64 can write the same bytes in several ways; one sealed text has one form.
  const canonical = [iv, tag, text].every((part, index) => part?.toString("base64url") === written[index]);
  if (!iv || !tag || !text || !canonical || iv.length !== IV_BYTES || tag.length !== TAG_BYTES) {
    throw new SealBrokenError("A sealed text has another form than expected.");
  }
  return { iv, tag, text };
}
