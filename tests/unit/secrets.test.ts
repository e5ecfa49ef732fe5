import { describe, expect, test } from "vitest";
import { hash, open, seal, SealBrokenError } from "#lib/secrets";

const SECRET = "a secret of the tests, long enough to be one";

describe("seal and open", () => {
  test("give back what was sealed, whatever it holds", () => {
    for (const text of ["", "K7QF2M9T", "Fryslân\r\n😀", "x".repeat(100_000)]) {
      expect(open("draft", seal("draft", text, SECRET), SECRET)).toBe(text);
    }
  });

  test("write the same text differently each time, in the form v1.iv|tag|text", () => {
    const sealed = seal("draft", "same", SECRET);
    expect(sealed).toMatch(/^v1\.[\w-]{16}\|[\w-]{22}\|[\w-]+$/);
    expect(seal("draft", "same", SECRET)).not.toBe(sealed);
  });

  test("do not open for another purpose or with another secret", () => {
    const sealed = seal("draft", "text", SECRET);
    expect(() => open("login-code", sealed, SECRET)).toThrow(SealBrokenError);
    expect(() => open("draft", sealed, `${SECRET}.`)).toThrow(SealBrokenError);
  });

  test("do not open when a single character was altered, cut off or added", () => {
    const sealed = seal("draft", "a text", SECRET);
    for (let at = 0; at < sealed.length; at += 1) {
      const altered = `${sealed.slice(0, at)}${sealed[at] === "A" ? "B" : "A"}${sealed.slice(at + 1)}`;
      expect(() => open("draft", altered, SECRET), `character ${at}`).toThrow(SealBrokenError);
    }
    for (const broken of ["", "v1.", "v2.a|b|c", sealed.slice(0, -1), `${sealed}A`, sealed.replace("|", "."), `x${sealed}`]) {
      expect(() => open("draft", broken, SECRET)).toThrow(SealBrokenError);
    }
  });

  test("keep what was sealed out of the error", () => {
    const error = failureOf(() => open("draft", "canary that is not sealed", SECRET));
    expect(JSON.stringify({ message: error.message, cause: error.cause })).not.toContain("canary");
  });

  test("refuse a secret that is too short", () => {
    expect(() => seal("draft", "text", "short")).toThrow("shorter than 32");
  });
});

describe("hash", () => {
  test("is the same for the same text and purpose only", () => {
    expect(hash("rate", "noor@wilgen.example", SECRET)).toMatch(/^[\da-f]{64}$/);
    expect(hash("rate", "noor@wilgen.example", SECRET)).toBe(hash("rate", "noor@wilgen.example", SECRET));
    expect(hash("rate", "noor@wilgen.example", SECRET)).not.toBe(hash("code", "noor@wilgen.example", SECRET));
    expect(hash("rate", "noor@wilgen.example", SECRET)).not.toBe(hash("rate", "noor@wilgen.example", `${SECRET}.`));
  });
});

function failureOf(act: () => unknown): Error {
  try {
    act();
  } catch (error) {
    return error as Error;
  }
  throw new Error("It did not fail.");
}
