import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { classesOf, isA, isCompound, isDutch, isOneLetterFrom, SYMBOLS } from "#lib/anonymity/lexicon";
import { composedFirstNames, neverNames } from "#lib/anonymity/lists/composed-names";
import { encode, minimalAutomaton } from "#tests/support/automaton";

function listed(text: string): string[] {
  return [...new Set(text.split(/\s+/).filter((word) => word !== ""))];
}

/** The lines that an encoded automaton accepts. */
function linesOf(encoded: string): string[] {
  const bytes = Buffer.from(encoded, "base64");
  const walk = (edge: number, line: string): string[] => {
    const value = bytes.readUInt32LE(4 * edge);
    const word = line + (SYMBOLS[value & 63] ?? "");
    const next = value >>> 7;
    return [...(next === 0 ? [word] : walk(next, word)), ...((value & 64) === 0 ? walk(edge + 1, line) : [])];
  };
  return walk(0, "");
}

describe("the lexicon", () => {
  test.each([
    ["leerling", "word"],
    ["slaapt", "verb"],
    ["fatima", "firstName"],
    ["oleksandr", "firstName"],
    ["roos", "wordName"],
    ["jansen", "surname"],
    ["boerrigter", "surname"],
    ["bakker", "wordSurname"],
    ["versantvoort", "capitalised"],
    ["surinamer", "proper"],
  ] as const)("knows %s as %s", (word, kind) => expect(isA(kind, word)).toBe(true));

  it("holds every name that was composed by hand, as a name or as a name that is a word", () => {
    const never = new Set(listed(neverNames));
    const lost = listed(composedFirstNames).filter((name) => !never.has(name) && /^[a-z](?:['-]?[a-z])*$/.test(name) && classesOf(name).size === 0);
    expect(lost).toEqual([]);
  });

  it("reads words together as Dutch, and names not", () => {
    expect(["rekengroepje", "brugklas", "toetsangst"].filter((word) => !isDutch(word))).toEqual([]);
    expect(["jayden", "oleksandr", "shenelly"].filter((word) => isDutch(word))).toEqual([]);
  });

  it("takes a word for a compound only when all of it is words", () => {
    const isWord = (part: string) => ["fiets", "pomp", "houder"].includes(part);
    expect(isCompound("fietspomp", isWord)).toBe(true);
    expect(isCompound("fietspomphouder", isWord)).toBe(true);
    expect(isCompound("fietsjayden", isWord)).toBe(false);
  });

  it("tells a slip in a word from a word that is far from all", () => {
    expect(["leerlnig", "leeerling", "leerlin", "leerlang"].filter((word) => !isOneLetterFrom("word", word))).toEqual([]);
    expect(isOneLetterFrom("word", "oleksandr")).toBe(false);
  });
});

describe("the automaton", () => {
  it("accepts exactly the lines that it was made of", () => {
    const line = fc.string({ unit: fc.constantFrom("a", "b", "e", "-"), minLength: 1, maxLength: 6 }).map((word) => `${word}!`);
    fc.assert(
      fc.property(fc.uniqueArray(line, { minLength: 1, maxLength: 40 }), (lines) => {
        const sorted = lines.toSorted((a, b) => (a < b ? -1 : 1));
        expect(linesOf(encode(minimalAutomaton(sorted))).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(sorted);
      }),
    );
  });
});
