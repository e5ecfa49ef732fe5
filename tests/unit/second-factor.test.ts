import { decodeQR } from "qr/decode.js";
import { describe, expect, test } from "vitest";
import { safeDestination, secondFactorPath, setUpPath } from "#lib/auth/destinations";
import { enterAppCodeSchema } from "#lib/auth/schema";
import { qrCodeOf } from "#lib/auth/second-factor/qr-code";
import { codeOfStep, inGroupsOf, keyAddress, newKey, stepAt, stepOfCode } from "#lib/auth/second-factor/totp";

// "12345678901234567890" of the RFCs, in base32.
const KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const HALF_MINUTE = 30_000;

describe("a code of an authenticator app", () => {
  // RFC 4226, appendix D.
  const ofCounters = ["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"];

  test.each(ofCounters.map((code, step) => [step, code] as const))("is that of RFC 4226 for step %i", (step, code) => {
    expect(codeOfStep(KEY, step)).toBe(code);
  });

  // RFC 6238, appendix B, SHA-1: the last six of its eight digits.
  const ofMoments = [[59, "287082"], [1_111_111_109, "081804"], [1_111_111_111, "050471"], [1_234_567_890, "005924"], [2_000_000_000, "279037"], [20_000_000_000, "353130"]] as const;

  test.each(ofMoments)("is that of RFC 6238 at second %i", (second, code) => {
    expect(codeOfStep(KEY, stepAt(second * 1_000))).toBe(code);
    expect(stepOfCode(KEY, code, second * 1_000)).toBe(Math.floor(second / 30));
  });

  test("may be half a minute early or late, and no more", () => {
    const at = 1_234_567_890_000;
    const code = codeOfStep(KEY, stepAt(at));
    const accepted = [-2, -1, 0, 1, 2].map((steps) => stepOfCode(KEY, code, at + steps * HALF_MINUTE));
    expect(accepted).toEqual([null, stepAt(at), stepAt(at), stepAt(at), null]);
  });

  test("of another key, or of another length, is none", () => {
    const at = 1_234_567_890_000;
    for (const wrong of [codeOfStep(newKey(), stepAt(at) + 7), "05924", "0005924", "", "      ", "abcdef", "-05924"]) expect(stepOfCode(KEY, wrong, at)).toBeNull();
  });

  test("may be typed with a blank, a dash or a dot in the middle", () => {
    for (const code of ["005924", "005 924", " 005-924 ", "005.924"]) expect(enterAppCodeSchema.parse({ code })).toEqual({ code: "005924", next: "/" });
    for (const code of ["", "12345", "1234567", "12345a", "١٢٣٤٥٦"]) expect(enterAppCodeSchema.safeParse({ code }).success, code).toBe(false);
  });
});

describe("a key", () => {
  test("has 160 bits, and is another one each time", () => {
    const keys = Array.from({ length: 50 }, newKey);
    for (const key of keys) expect(key).toMatch(/^[A-Z2-7]{32}$/);
    expect(new Set(keys).size).toBe(50);
  });

  test("is shown in groups of four, and as an address that an app knows", () => {
    expect(inGroupsOf(4, KEY)).toBe("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    const address = new URL(keyAddress(KEY, "Kernteam", "noor+x@dewilgen.example"));
    expect([address.protocol, address.host, decodeURIComponent(address.pathname)]).toEqual(["otpauth:", "totp", "/Kernteam:noor+x@dewilgen.example"]);
    expect(Object.fromEntries(address.searchParams)).toEqual({ issuer: "Kernteam", secret: KEY, algorithm: "SHA1", digits: "6", period: "30" });
  });

  test("can be read from its picture", () => {
    const address = keyAddress(KEY, "Kernteam", "een.heel-lange-naam.van-der-sluis@samenwerkingsverband-duinstreek.example");
    expect(decodeQR(drawn(qrCodeOf(address)))).toBe(address);
  });
});

/** What a camera would see of a QR code: each module four pixels wide. */
function drawn({ size, path }: { size: number; path: string }): { width: number; height: number; data: Uint8Array } {
  const [scale, width] = [4, size * 4];
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      for (let column = Number(x) * scale; column < (Number(x) + Number(length)) * scale; column += 1) data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
    }
  }
  return { width, height: width, data };
}

describe("the page that asks for a second factor leads on", () => {
  test("only within this app, and never to itself", () => {
    const casus = "/core-teams/1/meetings/2/case-discussions/3?notice=x";
    expect(nextOf(secondFactorPath(casus, true))).toBe(casus);
    expect(secondFactorPath(casus, true)).toContain("kept=1");
    const elsewhere = ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/x\r\nSet-Cookie: a=b", `/${"a".repeat(400)}`, "/login?next=/x", "/api/auth/signin", "/second-factor?next=/x", "/second-factor", null, undefined, ""];
    for (const path of elsewhere) {
      expect(nextOf(secondFactorPath(path)), String(path)).toBe("/");
      expect(setUpPath(path), String(path)).not.toMatch(/evil|alert|Set-Cookie|login/);
    }
  });

  test("by way of a fresh proof and setting up, still to the casus", () => {
    const casus = "/core-teams/0b7f0f43-5b8a-4e0f-9b0c-6a1f6f2f4b11/meetings/0b7f0f43-5b8a-4e0f-9b0c-6a1f6f2f4b11/case-discussions/0b7f0f43-5b8a-4e0f-9b0c-6a1f6f2f4b11/edit";
    const asked = secondFactorPath(casus, true);
    expect(safeDestination(asked)).toBe(asked);
    expect(nextOf(setUpPath(nextOf(asked)))).toBe(casus);
  });
});

function nextOf(path: string): string | null {
  return new URL(path, "http://localhost").searchParams.get("next");
}
