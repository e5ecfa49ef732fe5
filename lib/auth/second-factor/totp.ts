import { HOTP, Secret, TOTP } from "otpauth";

// What every authenticator app can do: SHA-1, six digits, half a minute (RFC 6238). Some apps ignore anything else that is asked.
const KIND = { algorithm: "SHA1", digits: 6, period: 30 } as const;

/** By how many half minutes the clock of a telephone may be off, either way (RFC 6238, section 5.2). */
const DRIFT = 1;

/** 160 bits, as long as the hash (RFC 4226, section 4). */
const KEY_BYTES = 20;

/** A fresh key for an authenticator app, in the letters and digits in which somebody can type it over (base32). */
export function newKey(): string {
  return new Secret({ size: KEY_BYTES }).base32;
}

/** The number of a half minute, counted from 1970; `at` is in milliseconds. */
export function stepAt(at: number): number {
  return TOTP.counter({ period: KIND.period, timestamp: at });
}

/** The code of a half minute, as the app shows it: "081804". */
export function codeOfStep(key: string, step: number): string {
  return HOTP.generate({ secret: Secret.fromBase32(key), algorithm: KIND.algorithm, digits: KIND.digits, counter: step });
}

/**
 * The half minute that a code belongs to: the present one, the one before or the one after. Null for any other code. Compared
 * in constant time. Whoever accepts the code has to see to it that its half minute was not used before.
 */
export function stepOfCode(key: string, code: string, at: number): number | null {
  const away = TOTP.validate({ token: code, secret: Secret.fromBase32(key), ...KIND, timestamp: at, window: DRIFT });
  return away === null ? null : stepAt(at) + away;
}

/** The address in a QR code, by which an app knows the key, and this app and account by name. */
export function keyAddress(key: string, issuer: string, account: string): string {
  return new TOTP({ issuer, label: account, secret: Secret.fromBase32(key), ...KIND }).toString();
}

/** A key in groups of four, or a code in groups of three, for who types it over. */
export function inGroupsOf(size: 3 | 4, text: string): string {
  return text.match(new RegExp(`.{1,${size}}`, "g"))?.join(" ") ?? "";
}
