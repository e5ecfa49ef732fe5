import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import decodeJpeg, { init as initJpegDecoder } from "@jsquash/jpeg/decode.js";
import encodeJpeg, { init as initJpegEncoder } from "@jsquash/jpeg/encode.js";
import encodePng, { init as initPng } from "@jsquash/png/encode.js";
import encodeWebp, { init as initWebp } from "@jsquash/webp/encode.js";
import type { Pixels } from "#lib/photos/square";

const { resolve } = createRequire(import.meta.url);
const binary = (name: string) => readFileSync(resolve(`@jsquash/${name}`));
const wasm = (name: string) => ({ wasmBinary: binary(name) });
let ready: Promise<unknown> | null = null;

async function encoders(): Promise<void> {
  ready ??= Promise.all([
    initJpegDecoder(wasm("jpeg/codec/dec/mozjpeg_dec.wasm")),
    initJpegEncoder(wasm("jpeg/codec/enc/mozjpeg_enc.wasm")),
    initPng(binary("png/codec/pkg/squoosh_png_bg.wasm")),
    initWebp(wasm("webp/codec/enc/webp_enc_simd.wasm")),
  ]);
  await ready;
}

/** A picture whose four quarters are red, green, blue and white, in reading order. */
export function quarters(width: number, height: number, opaque = 255): Pixels {
  const colours = [[255, 0, 0], [0, 255, 0], [0, 0, 255], [255, 255, 255]] as const;
  return painted(width, height, (x, y) => [...(colours[(y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)] ?? colours[3]), opaque]);
}

/** A picture of nothing but noise, the hardest to make small. */
export function noise(width: number, height: number): Pixels {
  let seed = 1;
  const next = () => (seed = (seed * 48_271) % 2_147_483_647) % 256;
  return painted(width, height, () => [next(), next(), next(), 255]);
}

function painted(width: number, height: number, colourAt: (x: number, y: number) => readonly number[]): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) data.set(colourAt(x, y), (y * width + x) * 4);
  return { data, width, height };
}

export async function jpegOf(pixels: Pixels, options: { progressive?: boolean; quality?: number } = {}): Promise<Uint8Array<ArrayBuffer>> {
  await encoders();
  return new Uint8Array(await encodeJpeg(pixels as ImageData, { quality: 90, ...options }));
}

export async function pngOf(pixels: Pixels): Promise<Uint8Array<ArrayBuffer>> {
  await encoders();
  return new Uint8Array(await encodePng(pixels as ImageData));
}

export async function webpOf(pixels: Pixels, options: { lossless?: number } = {}): Promise<Uint8Array<ArrayBuffer>> {
  await encoders();
  return new Uint8Array(await encodeWebp(pixels as ImageData, options));
}

/** The size of a JPEG and the colours of its four quarters, in reading order: "RGBW" for `quarters`. */
export async function lookAt(jpeg: Uint8Array): Promise<{ width: number; height: number; colours: string }> {
  await encoders();
  const { data, width, height } = await decodeJpeg(new Uint8Array(jpeg).buffer, { preserveOrientation: false });
  const at = (x: number, y: number) => {
    const [red = 0, green = 0, blue = 0] = data.subarray((Math.floor(height * y) * width + Math.floor(width * x)) * 4);
    if (red > 200 && green > 200 && blue > 200) return "W";
    return red > 200 ? "R" : green > 200 ? "G" : blue > 200 ? "B" : "?";
  };
  return { width, height, colours: [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)].join("") };
}

/** The camera's notes as a telephone writes them into a JPEG: how it was held (1–8), and where, near Haarlem. */
export function withExif(jpeg: Uint8Array, orientation: number): Uint8Array<ArrayBuffer> {
  const tiff = Buffer.alloc(128);
  tiff.write("II*\0", 0, "latin1");
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  writeEntry(tiff, 10, [0x0112, 3, 1, orientation]);
  writeEntry(tiff, 22, [0x8825, 4, 1, 38]);
  // The notes about the place: north, and 52 degrees, 22 minutes and 48 seconds.
  tiff.writeUInt16LE(2, 38);
  writeEntry(tiff, 40, [0x0001, 2, 2, 0x4e]);
  writeEntry(tiff, 52, [0x0002, 5, 3, 80]);
  for (const [index, part] of [52, 1, 22, 1, 48, 1].entries()) tiff.writeUInt32LE(part, 80 + index * 4);
  return withSegment(jpeg, 0xe1, Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff, Buffer.from("KANARIE-toestel")]));
}

/** A JPEG with one more segment, right after its first two bytes. */
export function withSegment(jpeg: Uint8Array, marker: number, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.byteLength + 2, 2);
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)]));
}

function writeEntry(tiff: Buffer, at: number, [tag, type, count, value]: [number, number, number, number]): void {
  tiff.writeUInt16LE(tag, at);
  tiff.writeUInt16LE(type, at + 2);
  tiff.writeUInt32LE(count, at + 4);
  tiff.writeUInt32LE(value, at + 8);
}
