import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { env } from "#lib/env";

/** The key that wraps the data keys. Its id says which one it is and nothing about it. */
export type MasterKey = { id: string; key: Buffer };

/** The key in use, and the one before it for as long as something is wrapped under that one. */
export type MasterKeys = { current: MasterKey; old: MasterKey | null };

const ID_DIGITS = 16;

/** The files they are in, by the names of the variables. */
export type KeyFiles = { CASE_KEY_FILE?: string | undefined; OLD_CASE_KEY_FILE?: string | undefined };

/**
 * The master keys in these files, which are those of this process when left out. Throws the name of the variable that is
 * missing or wrong, never its value. The worker has neither, so it can read no casus.
 */
export function masterKeys({ CASE_KEY_FILE, OLD_CASE_KEY_FILE }: KeyFiles = env()): MasterKeys {
  return { current: keyFrom("CASE_KEY_FILE", CASE_KEY_FILE), old: OLD_CASE_KEY_FILE ? keyFrom("OLD_CASE_KEY_FILE", OLD_CASE_KEY_FILE) : null };
}

/** The key in a file: 64 hexadecimal digits, as `openssl rand -hex 32` writes them; null when it is not there or is none. */
export function readMasterKey(file: string): MasterKey | null {
  const written = contentsOf(file)?.trim() ?? "";
  if (!/^[\da-f]{64}$/i.test(written)) return null;
  const key = Buffer.from(written, "hex");
  return { id: createHash("sha256").update("kernteam:case-key:").update(key).digest("hex").slice(0, ID_DIGITS), key };
}

// Read once: a process keeps the key it started with.
const read = new Map<string, MasterKey>();

function keyFrom(variable: string, file: string | undefined): MasterKey {
  const key = file ? (read.get(file) ?? readMasterKey(file)) : null;
  if (!file || !key) throw new Error(`${variable} has to name a file with a key of 64 hexadecimal digits.`);
  read.set(file, key);
  return key;
}

function contentsOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
