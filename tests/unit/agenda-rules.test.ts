import { describe, expect, test } from "vitest";
import { findIdentifyingWords } from "#lib/anonymity/detect";
import { defaultTemplates } from "#lib/agenda-templates/default-templates";
import { minutesTogether, oneSide, PLACE, type Placed, placeForNew, timetable, whyFixed, withKept } from "#lib/agenda/rules";
import { addAgendaItemSchema, changeAgendaItemSchema } from "#lib/agenda/schema";
import { formatTime } from "#lib/dates";
import { allMeetingKinds, USUAL_MINUTES } from "#lib/meetings/schema";
import { agendaTexts } from "#lib/texts/agenda";

const at = (id: string, position: number, standing: Placed["standing"] = "NONE"): Placed => ({ id, position, standing });

describe("running times", () => {
  const items = [{ minutes: 10 }, { minutes: 35 }, { minutes: 5 }];

  test("begin with the meeting, and each item begins when the one before it ends", () => {
    const times = timetable(items, new Date("2026-11-24T13:15:00Z")).map(({ startsAt }) => formatTime(startsAt));
    expect(times).toEqual(["14.15", "14.25", "15.00"]);
    expect(timetable([], new Date())).toEqual([]);
  });

  test("go on through a change of the clock", () => {
    const times = timetable([{ minutes: 60 }, { minutes: 30 }], new Date("2027-03-28T00:30:00Z")).map(({ startsAt }) => formatTime(startsAt));
    expect(times).toEqual(["1.30", "3.30"].map((time) => time.padStart(5, "0")));
  });

  test("together are compared with how long the meeting is", () => {
    expect(minutesTogether(items)).toBe(50);
    expect(agendaTexts.total(75, 75)).toBe("Samen 75 minuten: precies de duur van de bijeenkomst.");
    expect(agendaTexts.total(76, 75)).toBe("Samen 76 minuten: 1 minuut langer dan de bijeenkomst duurt.");
    expect(agendaTexts.total(50, 75)).toBe("Samen 50 minuten: er blijven 25 minuten over.");
  });
});

describe("the nudge about one side", () => {
  test.each([
    [[], null],
    [[null, null], null],
    [["EDUCATION"], null],
    [["EDUCATION", null, "EDUCATION"], "EDUCATION"],
    [["YOUTH_CARE", "YOUTH_CARE"], "YOUTH_CARE"],
    [["EDUCATION", "YOUTH_CARE"], null],
    [["EDUCATION", "BOTH"], null],
    [["BOTH", "BOTH"], null],
  ] as const)("for %j is %s", (origins, side) => {
    expect(oneSide(origins.map((origin) => ({ origin })))).toBe(side);
  });
});

describe("the place of a new item", () => {
  test("is before the closing evaluation, and after what was added before it", () => {
    const order = [at("a", PLACE), at("b", 2 * PLACE, "EVALUATION")];
    expect(placeForNew(order)).toBe(PLACE + 1);
    expect(placeForNew(order.toSpliced(1, 0, at("c", PLACE + 1)))).toBe(PLACE + 2);
  });

  test("is at the end of an agenda that does not close with an evaluation, and first on an empty one", () => {
    expect(placeForNew([at("a", PLACE, "EVALUATION"), at("b", 2 * PLACE)])).toBe(3 * PLACE);
    expect(placeForNew([])).toBe(PLACE);
    expect(placeForNew([at("a", PLACE, "EVALUATION")])).toBe(1);
  });

  test("is after the evaluation when there is no room before it, so that no two items ever share a place", () => {
    expect(placeForNew([at("a", 7), at("b", 8, "EVALUATION")])).toBe(8 + PLACE);
  });
});

describe("another standaardagenda", () => {
  const template = [{ id: "s", standing: "SUCCESSES" }, { id: "x", standing: "NONE" }, { id: "e", standing: "EVALUATION" }] as const;

  test("keeps what people added before the evaluation, and a changed standing item in its usual place", () => {
    const kept = [at("mine", 1), at("ownSuccesses", 2, "SUCCESSES"), at("cases", 3, "CASES")];
    expect(withKept(template, kept).map(({ id }) => id)).toEqual(["ownSuccesses", "x", "mine", "cases", "e"]);
  });

  test("puts what is kept at the end when it does not close with an evaluation", () => {
    expect(withKept(template.slice(0, 2), [at("mine", 1)]).map(({ id }) => id)).toEqual(["s", "x", "mine"]);
  });
});

describe("an agenda", () => {
  const endsAt = new Date("2026-11-24T14:30:00Z");

  test("changes until the day of its meeting is over, and not when that is cancelled", () => {
    expect(whyFixed({ cancelled: false, endsAt }, "2026-11-24")).toBeNull();
    expect(whyFixed({ cancelled: false, endsAt }, "2026-11-25")).toBe("OVER");
    expect(whyFixed({ cancelled: true, endsAt }, "2026-11-01")).toBe("CANCELLED");
  });
});

describe("the standaardagenda's a samenwerkingsverband begins with", () => {
  test("are one for each kind, begin with successes, close with an evaluation and last as long as a meeting does", () => {
    expect(defaultTemplates().map(({ kind }) => kind).toSorted()).toEqual([...allMeetingKinds].toSorted());
    for (const { name, goals, items } of defaultTemplates()) {
      expect([name, items[0]?.standing, items.at(-1)?.standing]).toEqual([name, "SUCCESSES", "EVALUATION"]);
      expect([name, minutesTogether(items)]).toEqual([name, USUAL_MINUTES]);
      expect(items.map(({ standing }) => standing)).toEqual(expect.arrayContaining(["AGREEMENTS", "NEWS"]));
      expect(goals.length).toBeGreaterThan(0);
      expect(items.map(({ position }) => position)).toEqual(items.map((_, index) => index + 1));
    }
  });

  test("hold nothing that the anonymity check would stop when somebody changes an item", () => {
    const texts = defaultTemplates().flatMap(({ items }) => items.flatMap(({ title, explanation, questions }) => [title, explanation ?? "", questions.join("\n")]));
    for (const text of texts) expect([text, findIdentifyingWords(text)]).toEqual([text, []]);
  });
});

describe("the form of an item", () => {
  const typed = { meetingId: "6f1c8c1e-0000-4000-8000-000000000000", title: " Te laat\n komen ", explanation: "", minutes: "10", origin: "EDUCATION" };

  test("takes a title of one line, and no explanation for none", () => {
    expect(addAgendaItemSchema.parse(typed)).toMatchObject({ title: "Te laat komen", explanation: null, minutes: 10, next: "agenda" });
  });

  test.each([
    ["title", { title: " " }, "Vul in wat je wilt bespreken."],
    ["minutes", { minutes: "0" }, /tussen|vanaf|1/],
    ["minutes", { minutes: "lang" }, "Vul in hoeveel minuten het duurt, bijvoorbeeld 10."],
    ["origin", { origin: "" }, "Kies uit welke hoek dit komt."],
  ])("says at %s what would be right", (field, wrong, sentence) => {
    const result = addAgendaItemSchema.safeParse({ ...typed, ...wrong });
    const issue = result.error?.issues.find(({ path }) => path[0] === field);
    expect(issue?.message).toMatch(sentence);
  });

  test("reads questions a line, without the empty ones, and not too many or too long", () => {
    const item = { itemId: typed.meetingId, version: "1", title: "T", minutes: "5" };
    expect(changeAgendaItemSchema.parse({ ...item, questions: "Wat is er?\r\n\n  Wie  doet wat? " })).toMatchObject({ questions: ["Wat is er?", "Wie doet wat?"], origin: null });
    expect(changeAgendaItemSchema.safeParse({ ...item, questions: Array.from({ length: 9 }, () => "Wat?").join("\n") }).error?.issues[0]?.message).toBe("Zet hier hoogstens 8 vragen.");
    expect(changeAgendaItemSchema.safeParse({ ...item, questions: "a".repeat(201) }).error?.issues[0]?.path[0]).toBe("questions");
  });
});
