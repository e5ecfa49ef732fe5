import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findInText } from "#lib/anonymity/find-in-text";
import { type Finding, keptValue, namesFor, readKept } from "#lib/anonymity/findings";
import { editBetween, placeAfter, unheard, withSuggestions, wordsToTell } from "#lib/forms/typed-words";

const names = { people: ["Samira Haddou"], schools: ["OBS De Wilgen"], colleagues: ["Samira Haddou"] };

function finding(text: string, start = 0, suggestion = "de leerling"): Finding {
  return { start, end: start + text.length, label: "PERSON", text, suggestion };
}

function wordsIn(...given: Parameters<typeof findInText>): string[] {
  return findInText(...given).map(({ text }) => text);
}

describe("what a form gets along to check by", () => {
  test("is what its kind of text needs: who is in the team goes along where such a name is found, or passes", () => {
    expect(namesFor("CASE", names)).toEqual({ people: names.people, schools: names.schools });
    expect(namesFor("WORK", names)).toEqual({ colleagues: names.colleagues, schools: names.schools });
    expect(namesFor("PLAN", names)).toEqual({ colleagues: names.colleagues });
  });

  test.each(["CASE", "WORK", "PLAN", "WHERE"] as const)("finds in a text of the kind %s what all names together find", (as) => {
    const text = "Jayden zit op De Wilgen in Den Burg, Dorpsstraat 12. Samira belt voor 12 december.";
    expect(findInText(text, as, namesFor(as, names))).toEqual(findInText(text, as, as === "CASE" || as === "WORK" ? names : { ...names, schools: [] }));
  });
});

describe("the same words in texts of different kinds", () => {
  const text = "Samira spreekt Jayden af op De Wilgen, Dorpsstraat 12, op 12 december 2026.";

  test("are found by what the text is for", () => {
    expect(wordsIn(text, "CASE", names)).toEqual(["Samira", "Jayden", "De Wilgen", "Dorpsstraat 12", "12 december 2026"]);
    expect(wordsIn(text, "WORK", names)).toEqual(["Jayden", "De Wilgen", "Dorpsstraat 12"]);
    expect(wordsIn(text, "PLAN", names)).toEqual(["Jayden", "Dorpsstraat 12"]);
    expect(wordsIn(text, "WHERE", names)).toEqual(["Jayden"]);
  });
});

describe("the words to tell while somebody types", () => {
  const found = [finding("Jayden"), finding("Fatima", 20), finding("jayden", 40)];

  test("are each told once, and not what the form says already", () => {
    expect(wordsToTell(found, { kept: null, told: [] }).map(({ text }) => text)).toEqual(["Jayden", "Fatima"]);
    expect(wordsToTell(found, { kept: null, told: [finding("fatima")] }).map(({ text }) => text)).toEqual(["Jayden"]);
  });

  test("are none when their writer has said why they may stay, and all when one came with it", () => {
    const kept = readKept(keptValue("NOT_A_PERSON", found));
    expect(wordsToTell(found, { kept, told: [] })).toEqual([]);
    expect(wordsToTell([...found, finding("Kevin", 60)], { kept, told: [] })).toHaveLength(3);
  });

  test("are said aloud when they are new, so that typing on repeats nothing", () => {
    expect(unheard([], found.slice(0, 2))).toHaveLength(2);
    expect(unheard(found, found.slice(1))).toEqual([]);
    expect(unheard([finding("jayden")], [finding("Jayden"), finding("Kevin")]).map(({ text }) => text)).toEqual(["Kevin"]);
  });
});

describe("putting a suggestion in a box", () => {
  test("is one edit, as if it was typed in one place", () => {
    expect(editBetween("Jayden is moe.", "De leerling is moe.")).toEqual({ start: 0, end: 6, text: "De leerling" });
    expect(editBetween("moe", "moe")).toBeNull();
    expect(editBetween("Hij is moe.", "is moe.")).toEqual({ start: 0, end: 4, text: "" });
  });

  test("leads to the same text, whatever stands there, and cuts no character in two", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 20 });
    fc.assert(fc.property(text, text, text, (before, after, around) => {
      const [one, other] = [around + before + around, around + after + around];
      const edit = editBetween(one, other) ?? { start: 0, end: 0, text: "" };
      expect(one.slice(0, edit.start) + edit.text + one.slice(edit.end)).toBe(other);
      expect(edit.text.isWellFormed() || !other.isWellFormed()).toBe(true);
    }));
  });

  test("replaces every word that was found, wherever it stands", () => {
    const words = [finding("Jayden"), finding("12-03", 0, "dit voorjaar")];
    expect(withSuggestions("Jayden is moe sinds 12-03. Vindt jayden dat ook?", words)).toBe("De leerling is moe sinds dit voorjaar. Vindt de leerling dat ook?");
  });

  test("leaves its writer at the same word", () => {
    const text = "Jayden is moe. Fatima ook.";
    const words = [finding("Jayden"), finding("Fatima", 15)];
    expect(withSuggestions(text, words).slice(placeAfter(text, text.indexOf("moe"), words))).toBe("moe. De leerling ook.");
    expect(placeAfter(text, text.length, words)).toBe(withSuggestions(text, words).length);
    expect(placeAfter(text, 0, words)).toBe(0);
  });
});
