import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import decodeJpeg, { init as initJpegDecoder } from "@jsquash/jpeg/decode.js";
import encodeJpeg, { init as initJpegEncoder } from "@jsquash/jpeg/encode.js";
import { decode as decodePng, init as initPngDecoder } from "@jsquash/png/decode.js";
import decodeWebp, { init as initWebpDecoder } from "@jsquash/webp/decode.js";
import type { PictureKind } from "#lib/photos/picture";
import { middleSquare } from "#lib/photos/square";

// A thread of its own for one picture of somebody unknown: WebAssembly that cannot reach beyond its memory, and that is
// gone, with all it took, when the answer is there. It runs as it stands here; nothing bundles it.

/** What the thread is given, and what it answers: a JPEG without anything else in it, or null for what is no picture. */
export type PortraitOrder = { file: Uint8Array<ArrayBuffer>; kind: PictureKind; mostBytes: number };
export type PortraitAnswer = { jpeg: Uint8Array | null };

const SIDE = 320;
const QUALITIES = [84, 74, 62, 48, 30];

type Decoder = { prepare: () => Promise<unknown>; decode: (file: ArrayBuffer) => Promise<ImageData> };

const decoders: Record<PictureKind, Decoder> = {
  JPEG: { prepare: () => initJpegDecoder(wasm("@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm")), decode: (jpeg) => decodeJpeg(jpeg, { preserveOrientation: true }) },
  PNG: { prepare: () => initPngDecoder(bytesOf("@jsquash/png/codec/pkg/squoosh_png_bg.wasm")), decode: decodePng },
  WEBP: { prepare: () => initWebpDecoder(wasm("@jsquash/webp/codec/dec/webp_dec.wasm")), decode: decodeWebp },
};

const { file, kind, mostBytes } = workerData as PortraitOrder;
await decoders[kind].prepare();
await initJpegEncoder(wasm("@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm"));
// Only what the decoder finds wrong is the file's fault; all else is ours.
const pixels = await decoders[kind].decode(file.buffer).catch(() => null);
parentPort?.postMessage({ jpeg: pixels && (await portraitOf(pixels)) } satisfies PortraitAnswer);

/** The middle of the picture as a JPEG made anew, of the best quality that fits. */
async function portraitOf(decoded: ImageData): Promise<Uint8Array> {
  const square = middleSquare(decoded, SIDE) as ImageData;
  for (const quality of QUALITIES) {
    const jpeg = new Uint8Array(await encodeJpeg(square, { quality }));
    if (jpeg.byteLength <= mostBytes) return jpeg;
  }
  throw new Error("A portrait of the lowest quality is too large.");
}

function wasm(name: string): { wasmBinary: Buffer } {
  return { wasmBinary: bytesOf(name) };
}

function bytesOf(name: string): Buffer {
  return readFileSync(fileURLToPath(import.meta.resolve(name)));
}
