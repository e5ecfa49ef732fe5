/** A picture as the first bytes of its file describe it; nothing is decoded yet. */
export type Picture = { kind: PictureKind; width: number; height: number };
export type PictureKind = "JPEG" | "PNG" | "WEBP";

/** Why a file cannot become a portrait. */
export type PictureProblem = "NOT_A_PHOTO" | "HEIC" | "BROKEN" | "TOO_MANY_PIXELS" | "TOO_SMALL";

// Decoded, a pixel takes four bytes: this many are 100 MB. Telephones make 12 or 24 megapixels.
const MOST_PIXELS = 25_000_000;
const SMALLEST_SIDE = 100;
// A progressive JPEG has some ten scans; each of thousands would be as much work as a whole picture.
const MOST_SCANS = 100;

/**
 * Looks what a file is by its content, whatever it is called, and how large it would be decoded. Refuses what is no JPEG,
 * PNG or still WebP, what is cut off, and more than 25 megapixels: those cost memory before they turn out to be nothing.
 */
export function inspectPicture(file: Uint8Array): { ok: true; picture: Picture } | { ok: false; problem: PictureProblem } {
  const kind = kindOf(file);
  if (kind === null) return { ok: false, problem: isHeic(file) ? "HEIC" : "NOT_A_PHOTO" };
  const size = sizes[kind](file);
  if (size === null || size.width === 0 || size.height === 0) return { ok: false, problem: "BROKEN" };
  if (size.width * size.height > MOST_PIXELS) return { ok: false, problem: "TOO_MANY_PIXELS" };
  if (Math.min(size.width, size.height) < SMALLEST_SIDE) return { ok: false, problem: "TOO_SMALL" };
  return { ok: true, picture: { kind, ...size } };
}

type Size = { width: number; height: number };

/** The size of a whole file of this kind; null for one that is cut off or put together wrongly. */
const sizes: Record<PictureKind, (file: Uint8Array) => Size | null> = { JPEG: sizeOfJpeg, PNG: sizeOfPng, WEBP: sizeOfWebp };

function kindOf(file: Uint8Array): PictureKind | null {
  if (text(file, 0, 3) === "\xff\xd8\xff") return "JPEG";
  if (text(file, 0, 8) === "\x89PNG\r\n\x1a\n") return "PNG";
  return text(file, 0, 4) === "RIFF" && text(file, 8, 4) === "WEBP" ? "WEBP" : null;
}

function isHeic(file: Uint8Array): boolean {
  return text(file, 4, 4) === "ftyp" && /^(?:hei[cxms]|hev[cxms]|mif1|msf1)$/.test(text(file, 8, 4));
}

// After JPEG, ITU-T T.81: markers, most with a segment; the size is in the frame header, the end has a marker of its own.
function sizeOfJpeg(file: Uint8Array): Size | null {
  let size: Size | null = null;
  let scans = 0;
  for (let at = markerAfter(file, 2); at !== -1; ) {
    const marker = file[at + 1] ?? 0;
    if (marker === 0xd9) return scans > 0 ? size : null;
    const length = big(file, at + 2, 2);
    if (length < 2) return null;
    if (marker === 0xda) scans += 1;
    if (scans > MOST_SCANS) return null;
    if (isFrame(marker)) {
      if (size !== null) return null;
      size = { height: big(file, at + 5, 2), width: big(file, at + 7, 2) };
    }
    at = markerAfter(file, at + 2 + length);
  }
  return null;
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

// Between segments stands the picture itself, in which an FF is followed by 00 or by a restart marker.
function markerAfter(file: Uint8Array, from: number): number {
  for (let at = file.indexOf(0xff, from); at !== -1 && at + 1 < file.length; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1] ?? 0;
    if (next > 0x01 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return -1;
}

// After the PNG specification: chunks, the size in the first one, and an empty last one.
function sizeOfPng(file: Uint8Array): Size | null {
  if (text(file, 12, 4) !== "IHDR") return null;
  const size = { width: big(file, 16, 4), height: big(file, 20, 4) };
  for (let at = 8; at + 12 <= file.length; at += 12 + big(file, at, 4)) {
    if (text(file, at + 4, 4) === "IEND") return size;
  }
  return null;
}

// After the WebP container specification: one chunk for a plain picture, or a header chunk that tells of more.
function sizeOfWebp(file: Uint8Array): Size | null {
  if (little(file, 4, 4) + 8 > file.length) return null;
  switch (text(file, 12, 4)) {
    case "VP8 ":
      return text(file, 23, 3) === "\x9d\x01\x2a" ? { width: little(file, 26, 2) & 0x3fff, height: little(file, 28, 2) & 0x3fff } : null;
    case "VP8L": {
      const bits = little(file, 21, 4);
      return file[20] === 0x2f ? { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 } : null;
    }
    case "VP8X":
      return isAnimated(file) ? null : { width: little(file, 24, 3) + 1, height: little(file, 27, 3) + 1 };
    default:
      return null;
  }
}

function isAnimated(file: Uint8Array): boolean {
  return ((file[20] ?? 0) & 0x02) !== 0;
}

function text(file: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...file.subarray(from, from + length));
}

function big(file: Uint8Array, from: number, length: number): number {
  return file.subarray(from, from + length).reduce((number, byte) => number * 256 + byte, 0);
}

function little(file: Uint8Array, from: number, length: number): number {
  return file.subarray(from, from + length).reduceRight((number, byte) => number * 256 + byte, 0);
}
