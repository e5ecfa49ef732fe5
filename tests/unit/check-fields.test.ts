import { describe, expect, test } from "vitest";
import { checkFields, hasFindings, keptDetails } from "#lib/anonymity/check-fields";
import { type Finding, keptValue } from "#lib/anonymity/findings";
import { keptWords } from "#lib/anonymity/kept-words";
import { relocated, withReplacement } from "#lib/forms/marked-text";

const names = { people: ["Samira Haddou", "Noor de Wit"], schools: ["OBS De Wilgen"], colleagues: ["Samira Haddou", "Noor de Wit"] };

function check(text: string, given: string = "") {
  return checkFields({ situation: { text, kept: keptWords().parse(given), as: "CASE" } }, names);
}

function wordsIn(text: string): string[] {
  return (checkFields({ text: { text, kept: null, as: "WORK" } }, names).findings.text ?? []).map((finding) => finding.text);
}

/** What the form sends when its writer explains the words that were found in a text. */
function explained(text: string): string {
  return keptValue("NOT_TRACEABLE", check(text).findings.situation ?? []);
}

describe("the free texts of a form", () => {
  test("pass when they name nobody", () => {
    expect(hasFindings(check("De leerling slaapt slecht sinds dit voorjaar."))).toBe(false);
    expect(hasFindings(checkFields({ situation: { text: null, kept: null, as: "CASE" } }, names))).toBe(false);
  });

  test("do not pass with a name, the school or somebody of the team, and each field tells its own words", () => {
    const found = checkFields(
      { situation: { text: "Jayden is moe.", kept: null, as: "CASE" }, question: { text: "Wat kan De Wilgen doen?", kept: null, as: "CASE" }, goesWell: { text: "Samira zag vooruitgang.", kept: null, as: "CASE" } },
      names,
    ).findings;
    expect(Object.fromEntries(Object.entries(found).map(([field, findings]) => [field, findings.map(({ text }) => text)]))).toEqual({
      situation: ["Jayden"],
      question: ["De Wilgen"],
      goesWell: ["Samira"],
    });
  });

  test("pass when their words are explained, and the explanation leaves codes and counts only", () => {
    const text = "Jayden slaapt slecht sinds 12-03.";
    const passed = check(text, explained(text));
    expect(hasFindings(passed)).toBe(false);
    expect(keptDetails(passed)).toEqual({ overridden: 1, labels: "DATE_OF_BIRTH,PERSON", reasons: "NOT_TRACEABLE" });
  });

  test("do not pass on an explanation that was given before another name was added", () => {
    expect(hasFindings(check("Jayden en Fatima slapen slecht.", explained("Jayden slaapt slecht.")))).toBe(true);
  });

  test("pass when words were taken out after the explanation", () => {
    expect(hasFindings(check("Jayden slaapt slecht.", explained("Jayden slaapt slecht sinds 12-03.")))).toBe(false);
  });

  test("leave nothing in the audit line when nothing was explained", () => {
    expect(keptDetails(check("De leerling is moe."))).toEqual({});
  });
});

describe("an agreement", () => {
  test("says who does what: names of the team, whole or in part, are no finding", () => {
    for (const text of ["Samira belt de ouders.", "Noor de Wit en Samira Haddou voeren het gesprek.", "Mevrouw De Wit kijkt mee.", "Samira's collega vragen."]) expect(wordsIn(text), text).toEqual([]);
  });

  test("holds a day, but no birth date", () => {
    expect(wordsIn("Samira belt voor 11 december 2026.")).toEqual([]);
    expect(wordsIn("Leerling geboren op 11 december 2016 aanmelden.")).toHaveLength(1);
  });

  test("names no pupil and no other school", () => {
    expect(wordsIn("Samira bespreekt met Kevin wat helpt.")).toEqual(["Kevin"]);
    expect(wordsIn("Overleggen met obs De Wilgen.")).toHaveLength(1);
  });
});

describe("a reason", () => {
  test("that nobody could have chosen counts as none", () => {
    for (const given of ["", "NOT_TRACEABLE", "NOT_TRACEABLE nonsense", 'ELSE ["Jayden"]', "NOT_TRACEABLE {}", "NOT_TRACEABLE [1]"]) expect(keptWords().parse(given), given).toBeNull();
  });
});

describe("found words", () => {
  const finding = (text: string, start: number): Finding => ({ text, start, end: start + text.length, label: "PERSON", suggestion: "de leerling" });

  test("are found back in the text as it was typed, with other line ends and blanks around it", () => {
    const typed = "  De leerling is moe.\r\nJayden slaapt slecht, Jayden is moe.";
    const places = relocated(typed, [finding("Jayden", 21), finding("Jayden", 43)]);
    expect(places.map(({ start, end }) => typed.slice(start, end))).toEqual(["Jayden", "Jayden"]);
    expect(new Set(places.map(({ start }) => start)).size).toBe(2);
  });

  test("that are no longer there are left out", () => {
    expect(relocated("De leerling is moe.", [finding("Jayden", 0)])).toEqual([]);
  });

  test("are replaced without saying the same word twice", () => {
    expect(withReplacement("Slaapt slecht sinds 12-03.", "12-03", "sinds dit voorjaar")).toBe("Slaapt slecht sinds dit voorjaar.");
    expect(withReplacement("Sinds 12-03 moe.", "12-03", "sinds dit voorjaar")).toBe("Sinds dit voorjaar moe.");
    expect(withReplacement("Op 12-03 verhuisd.", "12-03", "dit voorjaar")).toBe("Op dit voorjaar verhuisd.");
  });
});
