import { describe, expect, test } from "vitest";
import { agreementPlacePath, dueProblem, ownersAt, type Tenure } from "#lib/agreements/rules";
import { answersIn, type CaseAnswers, type CaseSetting, missingAnswers, openQuestions, partOf, writtenPart } from "#lib/case-discussions/answers";
import { aliasYearOf, caseStateOf, isWritable, stagesOf, stepBeside } from "#lib/case-discussions/rules";
import { saveCasePartSchema } from "#lib/case-discussions/schema";
import { fieldsOf } from "#lib/forms/typed-input";
import { circleElements, lineFields, markField } from "#lib/opportunity-circle/rules";
import { aliasOf, casePageTexts } from "#lib/texts/case-discussions";

const discussionId = "3f3c8a54-6a4e-4a41-9a4b-0c6f3c1d2e3f";
const setting: CaseSetting = { kind: "HELP", stage: "MIDDLE", theme: "ABSENCE", lifeDomains: ["SCHOOL"], since: "LONGER", parentsInformed: true };
const answers: CaseAnswers = {
  goesWell: "Speelt graag buiten.",
  question: "Hoe helpen we de leerling?",
  situation: "De leerling is moe.",
  parents: "SAID",
  parentsText: "Ze denken mee.",
  pupil: "NOT_ASKED",
  pupilText: "Het gesprek is gepland.",
};

describe("an alias", () => {
  test("has the school year of the meeting's day and a number of two digits or more", () => {
    expect(aliasYearOf("2026-08-01")).toBe(26);
    expect(aliasYearOf("2027-07-31")).toBe(26);
    expect(aliasOf({ schoolYear: 26, number: 7 })).toBe("Casus 26-07");
    expect(aliasOf({ schoolYear: 5, number: 112 })).toBe("Casus 05-112");
  });
});

describe("the parts of a child's life that nobody chose", () => {
  test("are told in one quiet sentence; none when all or none were chosen", () => {
    expect(casePageTexts.unknownDomains(["SCHOOL", "HOME", "NEIGHBOURHOOD"])).toBe("En hoe gaat het met vrienden en bij sport?");
    expect(casePageTexts.unknownDomains(["SPORT", "SCHOOL", "HOME", "FRIENDS"])).toBe("En hoe gaat het in de buurt?");
    expect(casePageTexts.unknownDomains(["SCHOOL", "HOME", "FRIENDS", "SPORT", "NEIGHBOURHOOD"])).toBeNull();
    expect(casePageTexts.unknownDomains([])).toBeNull();
  });
});

describe("how a casus stands", () => {
  const [at, never] = [new Date("2026-10-06T12:00:00Z"), { sharedAt: null, closedAt: null, stoppedAt: null, erasedAt: null }];

  test.each([
    ["CONCEPT", {}, true],
    ["OPEN", { sharedAt: at }, true],
    ["CLOSED", { sharedAt: at, closedAt: at }, false],
    ["STOPPED", { sharedAt: at, stoppedAt: at }, false],
    ["STOPPED", { sharedAt: at, closedAt: at, stoppedAt: at }, false],
    ["ERASED", { sharedAt: at, closedAt: at, erasedAt: at }, false],
    ["ERASED", { sharedAt: at, stoppedAt: at, erasedAt: at }, false],
  ] as const)("is %s with %o, and then something can be written: %s", (state, columns, writable) => {
    expect(caseStateOf({ ...never, ...columns })).toBe(state);
    expect(isWritable(state)).toBe(writable);
  });
});

describe("the pages of a casus", () => {
  test("have no field for a name, an age, a gender or a document", () => {
    const free = Object.keys(fieldsOf(saveCasePartSchema)).filter((name) => !name.endsWith("Reason"));
    expect(free).toEqual([
      "discussionId", "part", "version", "way", "goesWell", "question", "situation", "parentsText", "pupilText", "parentsInformedWhy", "needed",
      ...lineFields, "together", "notDoing", "atHome", "kind", "stage", "theme", "lifeDomains", "since", "parentsInformed", "parents", "pupil", ...circleElements.map(markField), "back", "item",
    ]);
  });

  test("may be kept empty, and take the question on one line", () => {
    const page = { discussionId, part: "QUESTION", version: "0" };
    expect(saveCasePartSchema.parse(page)).toMatchObject({ question: null, stage: null, lifeDomains: [], parentsInformed: null, way: "next" });
    expect(saveCasePartSchema.parse({ ...page, question: "Hoe helpen we\nde leerling?" }).question).toBe("Hoe helpen we de leerling?");
    expect(saveCasePartSchema.safeParse({ ...page, question: "x".repeat(201) }).success).toBe(false);
    expect(saveCasePartSchema.safeParse({ ...page, stage: "GROEP_6" }).success).toBe(false);
  });

  test("follow each other from what goes well to what is needed and the kansencirkel, and end at the overview", () => {
    expect(stepBeside("GOES_WELL", 1)).toBe("/question");
    expect(stepBeside("QUESTION", -1)).toBe("/goes-well");
    expect(stepBeside("NEEDED", 1)).toBe("/opportunity-circle");
    expect(stepBeside("CIRCLE", 1)).toBe("");
    expect(stepBeside("GOES_WELL", -1)).toBe("");
  });

  test("are written as their own answers only, with why found words may stay", () => {
    const kept = { ...answers, parentsTextReason: 'NOT_A_PERSON ["Roos"]' };
    expect(answersIn(writtenPart("VOICES", kept) ?? "")).toEqual({ parents: "SAID", parentsText: "Ze denken mee.", parentsTextReason: 'NOT_A_PERSON ["Roos"]', pupil: "NOT_ASKED", pupilText: "Het gesprek is gepland." });
    expect(answersIn(writtenPart("QUESTION", kept) ?? "")).toEqual({ question: "Hoe helpen we de leerling?" });
    expect(writtenPart("SETTING", kept)).toBeNull();
    expect(writtenPart("NEEDED", kept)).toBeNull();
  });

  test("offer the parts of a school that its sector has", () => {
    expect(stagesOf("PO")).toEqual(["LOWER", "MIDDLE", "UPPER"]);
    expect(stagesOf("VO")).toEqual(["LOWER_SECONDARY", "UPPER_SECONDARY"]);
    expect(stagesOf("MBO")).toEqual(["VOCATIONAL"]);
  });
});

describe("what is missing before the team reads along", () => {
  const nothing: CaseSetting = { kind: "HELP", stage: null, theme: null, lifeDomains: [], since: null, parentsInformed: null };

  test("is nothing when every question has an answer; what is needed may stay open", () => {
    expect(missingAnswers(answers, setting)).toEqual([]);
  });

  test("is each answer that is not there, in the order of the pages", () => {
    expect(missingAnswers({}, nothing)).toEqual(["goesWell", "question", "situation", "stage", "theme", "lifeDomains", "since", "parents", "parentsText", "pupil", "pupilText", "parentsInformed"]);
  });

  test("is why the parents do not know, when they do not", () => {
    expect(missingAnswers(answers, { ...setting, parentsInformed: false })).toEqual(["parentsInformedWhy"]);
    expect(missingAnswers({ ...answers, parentsInformedWhy: "Het gesprek is gepland." }, { ...setting, parentsInformed: false })).toEqual([]);
  });

  test("is told by question: what somebody says and whether it was asked is one, until only the words are missing", () => {
    expect(openQuestions(missingAnswers({}, nothing))).toEqual(["goesWell", "question", "situation", "stage", "theme", "lifeDomains", "since", "parents", "pupil", "parentsInformed"]);
    expect(openQuestions(["parentsText", "parentsInformedWhy"])).toEqual(["parentsText", "parentsInformedWhy"]);
  });

  test("is on a page where it can be filled in", () => {
    expect(["goesWell", "stage", "pupil", "pupilText", "parentsInformed", "parentsInformedWhy"].map(partOf)).toEqual(["GOES_WELL", "SETTING", "VOICES", "VOICES", "PARENTS_INFORMED", "PARENTS_INFORMED"]);
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
