import { once } from "node:events";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { inspectPicture, type PictureProblem } from "#lib/photos/picture";
import type { PortraitAnswer, PortraitOrder } from "#lib/photos/portrait-worker";
import { mostPortraitBytes } from "#lib/photos/schema";

// The thread runs this file as it stands in the project. Next bundles whatever an imported `Worker` is given, also when a
// comment tells it not to, and a bundled thread does not find what its decoders are made of.
const WORKER_FILE = join(process.cwd(), "lib", "photos", "portrait-worker.ts");
const LONGEST_MS = 10_000;
// A picture itself is outside this; it is what the thread may use for anything else.
const HEAP_MB = 128;

/**
 * Makes a portrait of a picture that somebody sent: the square in its middle, at most 320 pixels a side, turned as the
 * camera was held, as a new JPEG of at most 60 kB. Nothing of the file itself is left, so no place, no time and no camera.
 * Refuses what is no picture, is broken, or is too large to decode. It takes one picture at a time, each in a thread of
 * its own that ends after ten seconds.
 */
export async function portraitOf(file: Uint8Array): Promise<{ ok: true; jpeg: Uint8Array } | { ok: false; problem: PictureProblem }> {
  const inspected = inspectPicture(file);
  if (!inspected.ok) return inspected;
  const order: PortraitOrder = { file: new Uint8Array(file), kind: inspected.picture.kind, mostBytes: mostPortraitBytes };
  const jpeg = await inTurn(() => madeApart(order));
  return jpeg === null ? { ok: false, problem: "BROKEN" } : { ok: true, jpeg };
}

let last: Promise<unknown> = Promise.resolve();

// Two large pictures at once would take the memory of both.
function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const mine = last.then(run);
  last = mine.catch(() => undefined);
  return mine;
}

async function madeApart(order: PortraitOrder): Promise<Uint8Array | null> {
  // It gets no environment, so none of the app's secrets; what the decoders print about a file is for nobody.
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  const worker = new Worker(WORKER_FILE, { workerData: order, env: {}, execArgv: [], stdout: true, stderr: true, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
  const done = new AbortController();
  try {
    const answer = once(worker, "message", { signal: done.signal }).then(([message]) => (message as PortraitAnswer).jpeg);
    const tooLong = setTimeout(LONGEST_MS, null, { signal: done.signal });
    return await Promise.race([answer, tooLong]);
  } catch (error) {
    if ((error as { code?: unknown }).code === "ERR_WORKER_OUT_OF_MEMORY") return null;
    throw error;
  } finally {
    done.abort();
    await worker.terminate();
  }
}
