import { describe, expect, test } from "vitest";
import { agreementPlacePath, dueProblem, ownersAt, type Tenure } from "#lib/agreements/rules";
import { aliasYearOf, columnsOf, stagesOf, voiceOf } from "#lib/case-discussions/rules";
import { logCaseDiscussionSchema } from "#lib/case-discussions/schema";
import { fieldsOf } from "#lib/forms/typed-input";
import { aliasOf } from "#lib/texts/case-discussions";

const meetingId = "3f3c8a54-6a4e-4a41-9a4b-0c6f3c1d2e3f";
const personId = "9a4b0c6f-6a4e-4a41-9a4b-0c6f3c1d2e3f";

const typed = {
  meetingId,
  stage: "MIDDLE",
  goesWell: "Speelt graag buiten.",
  question: "Hoe helpen we\nde leerling?",
  situation: "De leerling is moe.",
  parents: "SAID",
  parentsText: "Ze denken mee.",
  pupil: "NOT_ASKED",
  pupilText: "Het gesprek is gepland.",
};

function problemsOf(input: Record<string, unknown>): Record<string, string> {
  const result = logCaseDiscussionSchema.safeParse(input);
  return Object.fromEntries((result.error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]));
}

describe("an alias", () => {
  test("has the school year of the meeting's day and a number of two digits or more", () => {
    expect(aliasYearOf("2026-08-01")).toBe(26);
    expect(aliasYearOf("2027-07-31")).toBe(26);
    expect(aliasOf({ schoolYear: 26, number: 7 })).toBe("Casus 26-07");
    expect(aliasOf({ schoolYear: 5, number: 112 })).toBe("Casus 05-112");
  });
});

describe("the form of a casus", () => {
  test("has no field for a name, an age, a gender or a document", () => {
    const free = Object.keys(fieldsOf(logCaseDiscussionSchema)).filter((name) => !/^agreement\d/.test(name) && !name.endsWith("Reason"));
    expect(free).toEqual(["meetingId", "stage", "goesWell", "question", "situation", "parents", "parentsText", "pupil", "pupilText"]);
  });

  test("asks the question on one line", () => {
    expect(logCaseDiscussionSchema.parse(typed).question).toBe("Hoe helpen we de leerling?");
    expect(problemsOf({ ...typed, question: "x".repeat(201) })).toHaveProperty("question");
  });

  test("does not go without what goes well, nor without the voices of parents and pupil", () => {
    const { goesWell: _, parents: __, pupilText: ___, ...rest } = typed;
    expect(Object.keys(problemsOf(rest)).toSorted()).toEqual(["goesWell", "parents", "pupilText"]);
    expect(Object.keys(problemsOf({ ...typed, parentsText: "  " }))).toEqual(["parentsText"]);
  });

  test("takes agreements that are whole, skips empty ones, and refuses a half one at the box that is empty", () => {
    const whole = { agreement2Text: "Startgesprek voeren", agreement2Owner: personId, agreement2Due: "11 12 2026" };
    expect(logCaseDiscussionSchema.parse({ ...typed, agreement1Text: "", agreement1Owner: "", agreement1Due: "  ", ...whole }).agreements).toEqual([
      { row: 2, text: "Startgesprek voeren", kept: null, ownerId: personId, dueOn: "2026-12-11" },
    ]);
    expect(Object.keys(problemsOf({ ...typed, ...whole, agreement2Owner: "" }))).toEqual(["agreement2Owner"]);
    expect(Object.keys(problemsOf({ ...typed, ...whole, agreement2Text: "" }))).toEqual(["agreement2Text"]);
    expect(Object.keys(problemsOf({ ...typed, ...whole, agreement2Due: "31 2 2027" }))).toEqual(["agreement2Due"]);
  });

  test("tells of a half agreement in the same round as of the casus itself", () => {
    expect(Object.keys(problemsOf({ ...typed, goesWell: "", agreement1Text: "Bellen", agreement1Owner: "", agreement1Due: "" })).toSorted()).toEqual(["agreement1Due", "agreement1Owner", "goesWell"]);
  });

  test("offers the parts of a school that its sector has", () => {
    expect(stagesOf("PO")).toEqual(["LOWER", "MIDDLE", "UPPER"]);
    expect(stagesOf("VO")).toEqual(["LOWER_SECONDARY", "UPPER_SECONDARY"]);
    expect(stagesOf("MBO")).toEqual(["VOCATIONAL"]);
  });

  test("fills exactly one of the two columns of a voice", () => {
    expect(columnsOf({ hearing: "SAID", text: "Ja." })).toEqual({ said: "Ja.", notAsked: null });
    expect(columnsOf({ hearing: "NOT_ASKED", text: "Nog niet." })).toEqual({ said: null, notAsked: "Nog niet." });
    expect(voiceOf("Ja.", null)).toEqual({ hearing: "SAID", text: "Ja." });
    expect(voiceOf(null, "Nog niet.")).toEqual({ hearing: "NOT_ASKED", text: "Nog niet." });
  });
});

describe("who can take on what was agreed", () => {
  const tenure = (name: string, firstDay: string, lastDay: string | null = null, more: Partial<Tenure> = {}): Tenure => ({ personId: name, name, functionName: "IB'er", firstDay, lastDay, deactivated: false, ...more });
  const today = "2026-11-10";

  test("was a member on the day of the meeting and is one today", () => {
    const tenures = [tenure("always", "2024-08-01"), tenure("left", "2024-08-01", "2026-11-09"), tenure("new", "2026-11-01"), tenure("tomorrow", "2026-11-11"), tenure("off", "2024-08-01", null, { deactivated: true })];
    expect(ownersAt(tenures, "2026-10-06", today).map(({ name }) => name)).toEqual(["always"]);
    expect(ownersAt(tenures, today, today).map(({ name }) => name)).toEqual(["always", "new"]);
  });

  test("of a meeting that is to come, is a member today who will still be there", () => {
    const tenures = [tenure("stays", "2024-08-01"), tenure("leaves", "2024-08-01", "2026-12-31")];
    expect(ownersAt(tenures, "2027-03-02", today).map(({ name }) => name)).toEqual(["stays"]);
  });

  test("counts once, also with two functions or another function then", () => {
    const tenures = [tenure("two", "2026-11-01", null, { functionName: "Directeur" }), tenure("two", "2024-08-01", "2026-10-31")];
    expect(ownersAt(tenures, "2026-10-06", today)).toEqual([{ personId: "two", name: "two", functionName: "Directeur" }]);
  });

  test("does it by a day from the meeting or from now on, and not years away", () => {
    expect(dueProblem("2026-10-06", "2026-10-06", today)).toBeNull();
    expect(dueProblem("2026-10-05", "2026-10-06", today)).toEqual({ problem: "DUE_TOO_EARLY", limit: "2026-10-06" });
    expect(dueProblem(today, "2026-11-24", today)).toBeNull();
    expect(dueProblem("2026-11-09", "2026-11-24", today)).toEqual({ problem: "DUE_TOO_EARLY", limit: today });
    expect(dueProblem("2036-11-10", "2026-11-24", today)).toMatchObject({ problem: "DUE_TOO_FAR" });
  });
});

test("what is done with an agreement leads back to the page it stood on, which the address in the form cannot change", () => {
  const context = { id: "a", coreTeamId: "t", meetingId: "m", caseDiscussionId: null };
  expect(agreementPlacePath("home", context)).toMatch(/^\/\?/);
  expect(agreementPlacePath("mine", context)).toBe("/agreements");
  expect(agreementPlacePath("passed", context)).toBe("/agreements?view=passed");
  expect(agreementPlacePath("one", context)).toBe("/agreements/a");
  expect(agreementPlacePath("review", context, "n")).toBe("/core-teams/t/meetings/n/agreements-review");
  expect(agreementPlacePath("review", context)).toBe("/core-teams/t/meetings/m");
  expect(agreementPlacePath("team", context)).toBe("/core-teams/t/agreements");
  expect(agreementPlacePath("meeting", context)).toBe("/core-teams/t/meetings/m");
  expect(agreementPlacePath("case", context)).toBe("/core-teams/t/meetings/m");
  expect(agreementPlacePath("case", { ...context, caseDiscussionId: "c" })).toBe("/core-teams/t/meetings/m/case-discussions/c");
});
