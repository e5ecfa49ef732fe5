import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { isAbsolute, join } from "node:path";
import { setTimeout } from "node:timers/promises";

const RETRY_MS = 200;

/**
 * Holds a name on this machine, so that no second process does the same work at the same time. The name is a socket
 * and not a file: the system lets go of it when the process dies, however it dies.
 *
 * @param {string} name
 * @returns {Promise<(() => void) | null>} lets go of the name; null when another process holds it
 */
export async function hold(name) {
  const address = addressOf(name);
  const server = createServer((visitor) => visitor.destroy());
  if (!(await listen(server, address))) {
    // On some systems the socket is a file all the same, and can outlive its process.
    if (!isFile(address) || (await isHeld(name))) return null;
    rmSync(address, { force: true });
    if (!(await listen(server, address))) return null;
  }
  server.unref();
  return () => void server.close();
}

/**
 * Whether some process holds the name, this one included.
 *
 * @param {string} name
 * @returns {Promise<boolean>}
 */
export function isHeld(name) {
  return new Promise((resolve) => {
    const visitor = connect(addressOf(name));
    visitor.once("connect", () => resolve(true));
    visitor.once("error", () => resolve(false));
    visitor.once("close", () => visitor.destroy());
  });
}

/**
 * Waits until the name is free, then holds it.
 *
 * @param {string} name
 * @param {() => void} [onWait] called once, when another process turns out to hold it
 * @returns {Promise<() => void>}
 */
export async function holdInTurn(name, onWait) {
  for (let waited = false; ; waited = true) {
    const release = await hold(name);
    if (release) return release;
    if (!waited) onWait?.();
    await setTimeout(RETRY_MS);
  }
}

/** @param {string} name */
function addressOf(name) {
  const short = `kernteam-${createHash("sha256").update(name).digest("hex").slice(0, 24)}`;
  if (process.platform === "linux") return `\0${short}`;
  if (process.platform === "win32") return `\\\\.\\pipe\\${short}`;
  return join(tmpdir(), `${short}.sock`);
}

/** @param {string} address */
function isFile(address) {
  return isAbsolute(address) && process.platform !== "win32";
}

/** @param {import("node:net").Server} server @param {string} address @returns {Promise<boolean>} */
function listen(server, address) {
  return new Promise((resolve, reject) => {
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) =>
      error.code === "EADDRINUSE" ? resolve(false) : reject(error),
    );
    server.listen(address, () => resolve(true));
  });
}
