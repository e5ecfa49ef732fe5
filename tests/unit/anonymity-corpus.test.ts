import { describe, expect, it, test } from "vitest";
import { readCorpus, unmarked } from "#tests/support/anonymity-corpus";
import { figures, scored } from "#tests/support/anonymity-figures";

describe("the tuned part of the corpus", () => {
  const measured = figures(scored(readCorpus("tuned")));

  test("is found as well as was aimed at", () => {
    expect(measured.recall).toBeGreaterThan(0.97);
    expect(measured.names.all).toBeGreaterThan(0.97);
    expect(measured.names.lowerCase).toBeGreaterThan(0.95);
    expect(measured.leakRate).toBeLessThan(0.08);
    for (const label of ["BSN", "EMAIL", "IBAN", "POSTCODE", "EDUCATION_NUMBER", "PHONE"] as const) expect([label, measured.recallByLabel[label]]).toEqual([label, 1]);
  });

  test("raises few false alarms", () => {
    expect(measured.precision).toBeGreaterThan(0.97);
    expect(measured.falseAlarmsPer100Words).toBeLessThan(0.15);
    expect(measured.identifyingShareOfFlagged).toBeGreaterThan(0.97);
  });
});

describe("the measures", () => {
  it("read marks as offsets in the text without them", () => {
    expect(unmarked("juf [[PERSON|Anna]] belt [[PHONE|06]]")).toEqual({
      text: "juf Anna belt 06",
      spans: [
        { start: 4, end: 8, label: "PERSON", text: "Anna" },
        { start: 14, end: 16, label: "PHONE", text: "06" },
      ],
    });
  });

  it("count a stretch as found from four fifths of it on, and a leak by text", () => {
    const texts = [
      { id: "a", ...unmarked("[[PERSON|Jayden]] mist [[PERSON|een onbekend iemand]]") },
      { id: "b", text: "Er is niets.", spans: [] },
    ];
    const { recall, leakRate, precision, falseAlarmsPer100Words } = figures(scored(texts));
    expect({ recall, leakRate, precision, falseAlarmsPer100Words }).toEqual({ recall: 0.5, leakRate: 1, precision: 1, falseAlarmsPer100Words: 0 });
  });
});
