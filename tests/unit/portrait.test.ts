import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { inspectPicture } from "#lib/photos/picture";
import { portraitOf } from "#lib/photos/portrait";
import { middleSquare } from "#lib/photos/square";
import { jpegOf, lookAt, noise, pngOf, quarters, webpOf, withExif, withSegment } from "#tests/support/pictures";

const bytes = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));

let landscape: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  landscape = await jpegOf(quarters(800, 480));
});

async function madeOf(file: Uint8Array): Promise<Uint8Array> {
  const portrait = await portraitOf(file);
  if (!portrait.ok) throw new Error(portrait.problem);
  return portrait.jpeg;
}

async function problemWith(file: Uint8Array): Promise<string> {
  const portrait = await portraitOf(file);
  return portrait.ok ? "none" : portrait.problem;
}

/** The markers of the segments of a JPEG before its picture begins. */
function segmentsOf(jpeg: Uint8Array): string[] {
  const markers: string[] = [];
  for (let at = 2; jpeg[at] === 0xff && jpeg[at + 1] !== 0xda; at += 2 + (jpeg[at + 2] ?? 0) * 256 + (jpeg[at + 3] ?? 0)) markers.push((jpeg[at + 1] ?? 0).toString(16));
  return markers;
}

describe("a portrait", () => {
  test("is the square in the middle, 320 pixels a side, of a JPEG, a PNG and a WebP, lying or standing", async () => {
    const [lying, standing] = [quarters(800, 480), quarters(400, 900)];
    const files = [landscape, await jpegOf(standing, { progressive: true }), await pngOf(lying), await webpOf(standing), await webpOf(lying, { lossless: 1 })];
    for (const file of files) expect(await lookAt(await madeOf(file))).toEqual({ width: 320, height: 320, colours: "RGBW" });
  });

  test("of a small picture stays as small", async () => {
    expect(await lookAt(await madeOf(await pngOf(quarters(120, 200))))).toEqual({ width: 120, height: 120, colours: "RGBW" });
  });

  test.each([[1, "RGBW"], [2, "GRWB"], [3, "WBGR"], [4, "BWRG"], [5, "RBGW"], [6, "BRWG"], [7, "WGBR"], [8, "GWRB"]])(
    "of a camera that was held in way %i stands upright",
    async (orientation, colours) => {
      expect(await lookAt(await madeOf(withExif(landscape, orientation)))).toEqual({ width: 320, height: 320, colours });
    },
  );

  test("has nothing left of where and with what it was taken, nor anything else that is no picture", async () => {
    const told = withSegment(withSegment(withExif(landscape, 6), 0xfe, bytes("<script>alert(1)</script>")), 0xe2, bytes("ICC_PROFILE\0KANARIE"));
    const sent = new Uint8Array(Buffer.concat([told, bytes("<html><script>alert(2)</script></html>")]));
    expect(Buffer.from(sent).toString("latin1")).toMatch(/Exif[^]*KANARIE[^]*<html>/);
    const made = await madeOf(sent);
    expect(Buffer.from(made).toString("latin1")).not.toMatch(/Exif|ICC_PROFILE|KANARIE|script|html|http/i);
    // JFIF, quantisation, frame and Huffman tables; no application's notes and no comments.
    expect(segmentsOf(made).filter((marker) => /^e|^fe$/.test(marker))).toEqual(["e0"]);
    expect([...made.subarray(-2)]).toEqual([0xff, 0xd9]);
  });

  test("of the hardest picture there is takes at most 60 kB", async () => {
    const made = await madeOf(await jpegOf(noise(900, 900), { quality: 95 }));
    expect(made.byteLength).toBeLessThanOrEqual(60_000);
    expect(await lookAt(made)).toMatchObject({ width: 320, height: 320 });
  });

  test("of something transparent stands on white", () => {
    const { data } = middleSquare(quarters(4, 4, 0), 2);
    expect([...data]).toEqual(Array.from({ length: 16 }, () => 255));
    expect([...middleSquare(quarters(4, 4), 2).data].slice(0, 8)).toEqual([255, 0, 0, 255, 0, 255, 0, 255]);
  });
});

describe("what is no photo is refused", () => {
  test.each([
    ["nothing", ""],
    ["text", "naam;leeftijd\r\nx;1\r\n"],
    ["an SVG", '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ["a page", "<!doctype html><script>alert(1)</script>"],
    ["a GIF that is a page as well", "GIF89a/*<script>alert(1)</script>*/=1"],
    ["a PDF", "%PDF-1.7\n"],
    ["a TIFF", "II*\0\x08\0\0\0"],
  ])("%s", async (_what, content) => {
    expect(await problemWith(bytes(content))).toBe("NOT_A_PHOTO");
  });

  test("a photo as an iPhone keeps it, with a word about that", async () => {
    expect(await problemWith(bytes("\0\0\0\x18ftypheic\0\0\0\0mif1heic"))).toBe("HEIC");
  });

  test.each([
    ["a JPEG", () => jpegOf(quarters(300, 300))],
    ["a progressive JPEG", () => jpegOf(quarters(300, 300), { progressive: true })],
    ["a PNG", () => pngOf(quarters(300, 300))],
    ["a WebP", () => webpOf(quarters(300, 300))],
  ])("%s that is cut off, wherever", async (_kind, make) => {
    const file = await make();
    for (const part of [0.1, 0.5, 0.9]) expect(await problemWith(file.slice(0, Math.floor(file.length * part)))).toBe("BROKEN");
    expect(await problemWith(file.slice(0, -1))).toBe("BROKEN");
    expect(await problemWith(file)).toBe("none");
  });

  test("a file that only begins like a picture", async () => {
    expect(await problemWith(bytes("\xff\xd8\xff\xe0<script>alert(1)</script>"))).toBe("BROKEN");
    expect(await problemWith(bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"))).toBe("BROKEN");
    expect(await problemWith(bytes("RIFF\x04\0\0\0WEBP"))).toBe("BROKEN");
  });

  test("a whole file with another picture's data in it, and the next one is made all the same", async () => {
    const file = new Uint8Array(landscape);
    const tables = Buffer.from(file).indexOf(Buffer.from([0xff, 0xc4]));
    file.fill(0xfe, tables + 5, tables + 21);
    const png = await pngOf(quarters(300, 300));
    png.fill(0x55, 60, 90);
    const outcomes = await Promise.all([problemWith(file), problemWith(png), problemWith(landscape)]);
    expect(outcomes).toEqual(["BROKEN", "BROKEN", "none"]);
  });

  test("a picture of fewer than 100 pixels a side", async () => {
    expect(await problemWith(await pngOf(quarters(99, 400)))).toBe("TOO_SMALL");
  });
});

describe("a picture that would be enormous is refused by what its first bytes say, before anything is decoded", () => {
  test("a JPEG, a PNG and each kind of WebP", async () => {
    const [jpeg, png, webp] = [Buffer.from(landscape), Buffer.from(await pngOf(quarters(300, 300))), Buffer.from(await webpOf(quarters(300, 300)))];
    const frame = jpeg.findIndex((byte, at) => byte === 0xff && [0xc0, 0xc2].includes(jpeg[at + 1] ?? 0));
    jpeg.writeUInt32BE(0xffffffff, frame + 5);
    png.writeUInt32BE(50_000, 16);
    png.writeUInt32BE(50_000, 20);
    webp.writeUInt32LE(0x3fff3fff, 26);
    const lossless = bytes("RIFF\x11\0\0\0WEBPVP8L\x05\0\0\0\x2f\xff\xff\xff\x0f");
    const extended = bytes("RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\xff\xff\xff\xff\xff");
    for (const file of [jpeg, png, webp, lossless, extended]) expect(inspectPicture(file)).toEqual({ ok: false, problem: "TOO_MANY_PIXELS" });
  });

  test("25 megapixels are the most, however they are laid out", async () => {
    const png = Buffer.from(await pngOf(quarters(300, 300)));
    const sized = (width: number, height: number) => {
      png.writeUInt32BE(width, 16);
      png.writeUInt32BE(height, 20);
      return inspectPicture(png);
    };
    expect(sized(5_000, 5_000)).toMatchObject({ ok: true, picture: { width: 5_000, height: 5_000 } });
    expect(sized(5_000, 5_001)).toEqual({ ok: false, problem: "TOO_MANY_PIXELS" });
    expect(sized(250_001, 100)).toEqual({ ok: false, problem: "TOO_MANY_PIXELS" });
    expect(sized(0, 400)).toEqual({ ok: false, problem: "BROKEN" });
  });

  test("nor is one whose picture is sent in hundreds of layers, or that moves", async () => {
    const scan = Buffer.from(landscape).indexOf(Buffer.from([0xff, 0xda]));
    const header = Buffer.from(landscape.slice(scan, scan + 14));
    const layered = Buffer.concat([landscape.subarray(0, scan), ...Array.from({ length: 200 }, () => header), landscape.subarray(scan)]);
    expect(inspectPicture(layered)).toEqual({ ok: false, problem: "BROKEN" });
    expect(inspectPicture(bytes("RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\xff\0\0\xff\0\0"))).toEqual({ ok: false, problem: "BROKEN" });
  });

  test("whatever bytes there are, looking at them gives an answer", () => {
    const heads = [bytes("\xff\xd8\xff"), bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), bytes("RIFF\x10\0\0\0WEBPVP8 ")];
    const answers = (file: Uint8Array): void => {
      expect(inspectPicture(file).ok).toBeTypeOf("boolean");
    };
    fc.assert(fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 400 }), (head, rest) => answers(Buffer.concat([head, rest]))));
    fc.assert(fc.property(fc.nat(landscape.length - 1), fc.nat(255), (at, value) => answers(landscape.with(at, value))));
  });
});
