import { describe, expect, test } from "vitest";
import { splitMunicipalities } from "#lib/schools/schema";
import { problemSearch, uploadErrors, uploadSearchSchema, type UploadProblem } from "#lib/schools/upload-problem";
import { importPreviewTexts } from "#lib/texts/school-import";
import { schoolTexts } from "#lib/texts/schools";

describe("the button that confirms an import", () => {
  test.each([
    [{ added: 69, changed: 3, closed: 1 }, "Voeg 69 scholen toe, wijzig 3 en sluit 1"],
    [{ added: 0, changed: 1, closed: 2 }, "Wijzig 1 school en sluit 2"],
    [{ added: 6107, changed: 0, closed: 0 }, "Voeg 6.107 scholen toe"],
    [{ added: 0, changed: 0, closed: 1 }, "Sluit 1 school"],
    [{ added: 1, changed: 0, closed: 1 }, "Voeg 1 school toe en sluit 1"],
  ])("says what it does for %j", (numbers, words) => {
    expect(importPreviewTexts.confirm(numbers)).toBe(words);
  });
});

describe("municipalities", () => {
  test.each([
    ["", []],
    ["Haarlem\nZandvoort", ["Haarlem", "Zandvoort"]],
    [" Haarlem , Den  Haag;Haarlem\n\n", ["Haarlem", "Den Haag"]],
    ["Nuenen, Gerwen en Nederwetten, Haarlem", ["Nuenen Gerwen en Nederwetten", "Haarlem"]],
  ])("are read from %j as they are typed", (typed, names) => {
    expect(splitMunicipalities(typed)).toEqual(names);
  });
});

describe("a problem with an upload survives its way through the address", () => {
  const problems: [UploadProblem, string][] = [
    [{ problem: "EMPTY" }, schoolTexts.fileProblem({ problem: "EMPTY" })],
    [{ problem: "TRUNCATED", line: 12 }, schoolTexts.fileProblem({ problem: "TRUNCATED", line: 12 })],
    [{ problem: "UNREADABLE", line: null }, schoolTexts.fileProblem({ problem: "UNREADABLE", line: null })],
    [{ problem: "UNREADABLE", line: 7 }, schoolTexts.fileProblem({ problem: "UNREADABLE", line: 7 })],
    [{ problem: "MISSING_COLUMNS", columns: ["POSTCODE", "PLAATSNAAM"] }, schoolTexts.fileProblem({ problem: "MISSING_COLUMNS", columns: ["POSTCODE", "PLAATSNAAM"] })],
    [
      { problem: "NO_USABLE_ROWS", rejected: [{ line: 2, reason: "NO_NAME", locationCode: null }] },
      schoolTexts.fileProblem({ problem: "NO_USABLE_ROWS", rejected: [{ line: 2, reason: "NO_NAME", locationCode: null }] }),
    ],
    [{ problem: "OTHER_SECTOR", sector: "VO" }, "In dit bestand staat voortgezet onderwijs. Dat hoort niet bij dit samenwerkingsverband."],
    [{ problem: "UNKNOWN_MUNICIPALITIES", names: ["A", "B", "C"] }, "In de gemeenten A, B en C is geen school bekend. Controleer de namen."],
  ];
  test.each(problems)("%j", (problem, sentence) => {
    expect(Object.values(uploadErrors(uploadSearchSchema.parse(problemSearch(problem))).errors)).toEqual([sentence]);
  });

  test("and nothing is wrong without one", () => {
    expect(uploadErrors(uploadSearchSchema.parse({}))).toEqual({ errors: {} });
  });
});
