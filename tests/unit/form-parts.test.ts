import { beforeAll, describe, expect, it } from "vitest";
import type { Finding } from "#lib/anonymity/findings";
import { typedDateParts } from "#lib/forms/date-parts";
import { newFormKey, ownerOfFormKey } from "#lib/forms/form-key";
import { freshForm } from "#lib/forms/form-state";
import { aroundMarks, distinctFindings, markedText, withReplacement } from "#lib/forms/marked-text";

function finding(text: string, words: string, suggestion = "de leerling"): Finding {
  const start = text.indexOf(words);
  return { start, end: start + words.length, label: "PERSON", text: words, suggestion };
}

describe("a text shown back with its findings", () => {
  const text = "Jayden slaapt slecht sinds 12-03.";

  it("marks the words and keeps every character", () => {
    const parts = markedText(text, [finding(text, "12-03"), finding(text, "Jayden")]);
    expect(parts).toEqual([
      { text: "Jayden", marked: true },
      { text: " slaapt slecht sinds ", marked: false },
      { text: "12-03", marked: true },
      { text: ".", marked: false },
    ]);
  });

  it("joins findings that overlap", () => {
    const parts = markedText(text, [finding(text, "Jayden slaapt"), finding(text, "slaapt slecht")]);
    expect(parts[0]).toEqual({ text: "Jayden slaapt slecht", marked: true });
    expect(parts.map((part) => part.text).join("")).toBe(text);
  });

  it("leaves out what lies outside the text", () => {
    expect(markedText("kort", [{ ...finding(text, "12-03") }])).toEqual([{ text: "kort", marked: false }]);
  });

  it("is shown with the words around each mark, cut between words, and whole when it is short", () => {
    const far = "en zo gaat het verhaal nog een hele tijd door zonder iemand te noemen";
    const text = `${far} Jayden ${far} ${far} 12-03 ${far}`;
    const shown = aroundMarks(markedText(text, [finding(text, "Jayden"), finding(text, "12-03")])).map((part) => part.text).join("");
    expect(shown).toBe("… hele tijd door zonder iemand te noemen Jayden en zo gaat het verhaal nog een hele … hele tijd door zonder iemand te noemen 12-03 en zo gaat het verhaal nog een hele …");
    const short = "Jayden slaapt slecht sinds 12-03.";
    const parts = markedText(short, [finding(short, "12-03"), finding(short, "Jayden")]);
    expect(aroundMarks(parts)).toEqual(parts);
  });

  it("explains the same words once, in reading order", () => {
    const twice = "Jayden en jayden, 12-03";
    const findings = [finding(twice, "12-03", "dit voorjaar"), finding(twice, "jayden"), finding(twice, "Jayden")];
    expect(distinctFindings(findings).map(({ suggestion }) => suggestion)).toEqual(["de leerling", "dit voorjaar"]);
  });
});

describe("a replacement in a text", () => {
  it("stands wherever the words stood, with a capital at the start of a sentence", () => {
    expect(withReplacement("Jayden komt te laat. Ik bel jayden.", "Jayden", "de leerling")).toBe(
      "De leerling komt te laat. Ik bel de leerling.",
    );
  });

  it("leaves longer words and small words alone", () => {
    expect(withReplacement("Met M. in de klas, en met Mo.", "M", "de leerling")).toBe("Met de leerling. in de klas, en met Mo.");
  });

  it("takes signs in the words as they are", () => {
    expect(withReplacement("sinds 12-03 (groep 5)", "(groep 5)", "middenbouw")).toBe("sinds 12-03 middenbouw");
  });
});

describe("the key of a form", () => {
  const DAY = 86_400_000;

  beforeAll(() => {
    Object.assign(process.env, { APP_URL: "http://localhost:3000", APP_SECRET: "0123456789012345678901234567890123456789" });
  });

  it.each([[0, "noor"], [6, "noor"], [7, null], [400, null]])("made %d days ago is of %s", (days, owner) => {
    expect(ownerOfFormKey(newFormKey("noor", Date.now() - days * DAY))).toBe(owner);
  });

  it("is of nobody when its person or its day was changed", () => {
    const [now, old] = [newFormKey("noor"), newFormKey("noor", Date.now() - 9 * DAY)].map((key) => key.split(".")) as [string[], string[]];
    expect(ownerOfFormKey([old[0], now[1], ...old.slice(2)].join("."))).toBeNull();
    expect(ownerOfFormKey(["samira", ...now.slice(1)].join("."))).toBeNull();
    for (const key of ["", "x.y.z", "noor.1.y.z", now.slice(0, 3).join(".")]) expect(ownerOfFormKey(key), key).toBeNull();
  });
});

describe("a date field", () => {
  it("starts from a day", () => {
    expect(typedDateParts(freshForm({ start: "2026-11-04" }), "start")).toEqual({ day: "4", month: "11", year: "2026" });
  });

  it("shows what was typed, even when it is no date", () => {
    const state = freshForm({ start: "2026-11-04", startDay: "31", startMonth: "feb", startYear: "" });
    expect(typedDateParts(state, "start")).toEqual({ day: "31", month: "feb", year: "" });
  });

  it("is empty without a value", () => {
    expect(typedDateParts(freshForm(), "start")).toEqual({ day: "", month: "", year: "" });
  });
});
