import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { CaseCircle } from "#components/opportunity-circle/case-circle";
import { circleElements, type CircleMark, circleMarks, circleMarksOf, circleNames, closingDay, countingDays } from "#lib/opportunity-circle/rules";
import { nameElementSchema } from "#lib/opportunity-circle/schema";
import { saveCasePartSchema } from "#lib/case-discussions/schema";
import { circleTexts } from "#lib/texts/opportunity-circle";

const discussionId = "3f3c8a54-6a4e-4a41-9a4b-0c6f3c1d2e3f";

describe("the elements of the kansencirkel", () => {
  test("are the eight of the NJi, in its order and words", () => {
    expect(circleNames([]).map(({ name }) => name)).toEqual(["Actief", "Gerespecteerd", "Verantwoordelijk", "Erbij horen", "Veilig", "Gezond", "Ontplooiing", "Gekoesterd"]);
  });

  test("take the words of a samenwerkingsverband where it has some, and keep their order", () => {
    const names = circleNames([{ element: "INCLUDED", name: "Meedoen", meaning: "Hoort erbij." }]);
    expect(names.map(({ element }) => element)).toEqual(circleElements);
    expect(names[3]).toEqual({ element: "INCLUDED", name: "Meedoen", meaning: "Hoort erbij." });
    expect(names[4]?.name).toBe("Veilig");
  });

  test("are unknown as long as nobody gave a mark", () => {
    const marks = circleMarksOf([{ element: "SAFE", mark: "ATTENTION" }]);
    expect(Object.keys(marks)).toHaveLength(8);
    expect(Object.entries(marks).filter(([, mark]) => mark !== "UNKNOWN")).toEqual([["SAFE", "ATTENTION"]]);
    expect(saveCasePartSchema.parse({ discussionId, part: "CIRCLE", version: "0", markSAFE: "GOES_WELL" })).toMatchObject({ markSAFE: "GOES_WELL", markACTIVE: "UNKNOWN", lineSAFE: null });
  });

  test("have a line that stays one line, a mark of three, and no score", () => {
    const page = { discussionId, part: "CIRCLE", version: "0" };
    expect(saveCasePartSchema.parse({ ...page, lineACTIVE: "Speelt graag\nbuiten." }).lineACTIVE).toBe("Speelt graag buiten.");
    expect(saveCasePartSchema.safeParse({ ...page, lineACTIVE: "x".repeat(201) }).success).toBe(false);
    expect(saveCasePartSchema.safeParse({ ...page, markACTIVE: "3" }).success).toBe(false);
    expect(circleMarks).toEqual(["GOES_WELL", "ATTENTION", "UNKNOWN"]);
  });

  test("are named in words that fit round the wheel", () => {
    const named = { consortiumId: discussionId, element: "SAFE", version: "0", name: " Veilig  en\nwel ", meaning: "Voelt zich veilig." };
    expect(nameElementSchema.parse(named).name).toBe("Veilig en wel");
    expect(nameElementSchema.safeParse({ ...named, name: " " }).success).toBe(false);
    expect(nameElementSchema.safeParse({ ...named, name: "x".repeat(25) }).success).toBe(false);
    expect(nameElementSchema.safeParse({ ...named, element: "HAPPY" }).success).toBe(false);
  });
});

describe("the wheel and its list", () => {
  const marks = circleMarksOf(circleElements.map((element, index) => ({ element, mark: circleMarks[index % 3] as CircleMark })));
  const html = renderToStaticMarkup(createElement(CaseCircle, { names: circleNames([]), marks, lines: { lineSAFE: "Voelt zich thuis in de klas." } }));
  const [wheel, list] = [html.slice(0, html.indexOf("<ul")), html.slice(html.indexOf("<ul"))];

  test("say the same: the list has each element with its mark in words, and the lines", () => {
    const words = list.replace(/<[^>]+>/g, "|").replace(/\|+/g, "|");
    for (const { element, name } of circleNames([])) expect(words).toContain(`|${name}|: ${circleTexts.marks[marks[element]].toLowerCase()}|`);
    expect(words).toContain("|Voelt zich thuis in de klas.|");
    expect(list.match(/<svg[^>]*>/g)?.every((svg) => svg.includes('aria-hidden="true"'))).toBe(true);
  });

  test("tell the marks apart by pattern and sign, not by colour: there is one colour", () => {
    expect(wheel).toContain('role="img"');
    expect(wheel).toContain("3 keer gaat goed, 3 keer aandacht, 2 keer onbekend");
    expect(wheel.match(/<textPath/g)).toHaveLength(8);
    const colours = [...wheel.matchAll(/class="([^"]*)"/g)].flatMap(([, classes = ""]) => classes.split(" ")).filter((name) => /^(?:fill|stroke)-/.test(name));
    expect([...new Set(colours)].toSorted()).toEqual(["fill-accent", "fill-ink", "fill-sheet", "stroke-accent", "stroke-sheet"]);
    expect(wheel).not.toMatch(/attention|done|error|#[0-9a-f]{3,6}\b/);
  });
});

describe("when casussen come in the figures", () => {
  test("is on the first of a month, and a school year is closed on 1 October after it", () => {
    expect(countingDays("2026-09-30")).toEqual({ countedUpTo: "2026-09-01", closedUpTo: 24 });
    expect(countingDays("2026-10-01")).toEqual({ countedUpTo: "2026-10-01", closedUpTo: 25 });
    expect(countingDays("2027-02-28")).toEqual({ countedUpTo: "2027-02-01", closedUpTo: 25 });
    expect(countingDays("2027-08-01")).toEqual({ countedUpTo: "2027-08-01", closedUpTo: 25 });
    expect(closingDay(2026)).toBe("2027-10-01");
  });
});
