import { describe, expect, test } from "vitest";
import { changedSince, fingerprintOf, type ImportFacts, type ImportPlan, newPeopleOf, outcomesOf, planImport, withoutNewTeams } from "#lib/core-teams/import-plan";
import { readMemberLines } from "#lib/core-teams/member-lines";

const facts: ImportFacts = {
  today: "2026-11-22",
  ownAddress: "karin@swv.example",
  schools: [
    { id: "wilgen", name: "OBS De Wilgen", locationCode: "16GV00", sector: "PO", teams: [{ id: "team-wilgen", name: "De Wilgen" }] },
    { id: "brug", name: "De Brug", locationCode: "11AA00", sector: "PO", teams: [{ id: "team-brug", name: "De Brug" }] },
    { id: "brug-dep", name: "De Brug", locationCode: "11AA01", sector: "PO", teams: [] },
    { id: "linde", name: "De Linde", locationCode: "12BB00", sector: "PO", teams: [{ id: "team-shared", name: "De Linde en De Es" }] },
    { id: "es", name: "De Es", locationCode: "13CC00", sector: "PO", teams: [{ id: "team-shared", name: "De Linde en De Es" }] },
    { id: "nieuw", name: "De Horizon", locationCode: "14DD00", sector: "PO", teams: [] },
    { id: "so", name: "De Klimboom", locationCode: "15EE00", sector: "SO", teams: [{ id: "team-so", name: "De Klimboom" }] },
    { id: "roc", name: "ROC Kust", locationCode: "25RR00", sector: "MBO", teams: [{ id: "t1", name: "Zorg" }, { id: "t2", name: "Techniek" }] },
  ],
  functions: [
    { id: "ib", code: "INTERNAL_COACH", name: "IB'er", sector: "PO" },
    { id: "cjg", code: "YOUTH_COACH", name: "CJG-coach", sector: "PO" },
    { id: "cjg-so", code: "YOUTH_COACH", name: "CJG-coach", sector: "SO" },
    { id: "cjg-mbo", code: "YOUTH_COACH", name: "CJG-coach", sector: "MBO" },
  ],
  organisations: [{ id: "org-cjg", name: "CJG Duinstreek" }],
  people: [
    { email: "samira@cjg.example", name: "Samira Haddou", deactivated: false, memberships: [{ coreTeamId: "team-wilgen", functionId: "cjg", firstDay: "2025-08-01", lastDay: null }] },
    { email: "weg@cjg.example", name: "Hans Weg", deactivated: true, memberships: [] },
    { email: "eerder@cjg.example", name: "Corrie Eerder", deactivated: false, memberships: [{ coreTeamId: "team-wilgen", functionId: "cjg", firstDay: "2024-08-01", lastDay: "2026-07-31" }] },
  ],
};

function plan(text: string, other: Partial<ImportFacts> = {}): ImportPlan {
  const read = readMemberLines(text);
  if (!read.ok) throw new Error("These lines cannot be read.");
  return planImport(read.lines, { ...facts, ...other });
}

describe("what pasted lines would do", () => {
  test("a new member is added from today, or from the day the line gives", () => {
    const { additions } = plan("De Linde;CJG-coach;Yusuf Demir;yusuf@cjg.example;cjg duinstreek\n16GV00;youth_coach;Yusuf Demir;yusuf@cjg.example;;1-1-2027");
    expect(additions).toMatchObject([
      { line: 1, coreTeamId: "team-shared", functionId: "cjg", organisationId: "org-cjg", firstDay: "2026-11-22" },
      { line: 2, coreTeamId: "team-wilgen", functionId: "cjg", organisationId: null, firstDay: "2027-01-01" },
    ]);
  });

  test("the function is the one of the school's sector", () => {
    expect(plan("De Klimboom;CJG coach;Yusuf;y@cjg.example").additions[0]?.functionId).toBe("cjg-so");
  });

  test("what is there already is unchanged", () => {
    const { additions, unchanged } = plan("OBS De Wilgen;CJG-coach;Samira Haddou;samira@cjg.example");
    expect([additions.length, unchanged.length]).toEqual([0, 1]);
  });

  test("the same membership in two lines, or through two schools that share a team, is added once", () => {
    const { additions, unchanged } = plan("De Linde|De Es;CJG-coach;Yusuf;y@cjg.example\nDe Es;CJG-coach;Yusuf;y@cjg.example");
    expect([additions.length, unchanged.length]).toEqual([1, 2]);
  });

  test("somebody on many lines is one person, known or new", () => {
    const { people } = plan("De Linde;CJG-coach;Samira;samira@cjg.example\nDe Linde|16GV00;IB'er;Noor;n@w.example".replace("Samira;", "Samira Haddou;"));
    expect(people).toEqual([
      { email: "samira@cjg.example", name: "Samira Haddou", knownAs: "Samira Haddou" },
      { email: "n@w.example", name: "Noor", knownAs: null },
    ]);
    expect(newPeopleOf({ ...plan("De Linde;IB'er;Noor;n@w.example") }).map(({ email }) => email)).toEqual(["n@w.example"]);
  });

  test("a school without a core team asks for one, from the first of its first days", () => {
    const asked = plan("De Horizon;IB'er;Noor;n@w.example;;1-10-2026\nDe Horizon;CJG-coach;Yusuf;y@cjg.example;;1-9-2026\nDe Linde;CJG-coach;Yusuf;y@cjg.example");
    expect(asked.schoolsWithoutTeam).toEqual([{ id: "nieuw", name: "De Horizon", sector: "PO", firstDay: "2026-09-01" }]);
    expect(withoutNewTeams(asked)).toMatchObject({ additions: [{ line: 3 }], people: [{ email: "y@cjg.example" }], schoolsWithoutTeam: [] });
  });

  test.each([
    ["Wilgenschool;IB'er;Noor;n@w.example", { reason: "SCHOOL_UNKNOWN", about: "Wilgenschool", suggestions: [] }],
    ["De Wilg;IB'er;Noor;n@w.example", { reason: "SCHOOL_UNKNOWN", about: "De Wilg", suggestions: ["OBS De Wilgen"] }],
    ["CBS De Brug;IB'er;Noor;n@w.example", { reason: "SCHOOL_UNKNOWN", suggestions: ["De Brug"] }],
    ["Elders;IB'er;Noor;n@w.example", { reason: "SCHOOL_UNKNOWN", about: "Elders", suggestions: [] }],
    ["De Brug;IB'er;Noor;n@w.example", { reason: "SCHOOL_AMBIGUOUS", suggestions: ["11AA00", "11AA01"] }],
    ["ROC Kust;CJG-coach;Noor;n@w.example", { reason: "SEVERAL_TEAMS", suggestions: ["Zorg", "Techniek"] }],
    ["De Klimboom;IB'er;Noor;n@w.example", { reason: "FUNCTION_UNKNOWN", about: "IB'er", suggestions: ["CJG-coach"] }],
    ["De Linde;IB'er;Noor;n@w.example;CJG", { reason: "ORGANISATION_UNKNOWN", about: "CJG" }],
    ["De Linde;IB'er;Karin;karin@swv.example", { reason: "OWN_ADDRESS" }],
    ["De Linde;IB'er;Hans Weg;weg@cjg.example", { reason: "DEACTIVATED" }],
    ["16GV00;CJG-coach;Corrie Eerder;eerder@cjg.example;;1-6-2026", { reason: "WAS_MEMBER", about: "2026-07-31" }],
  ])("the line %j is wrong", (line, expected) => {
    expect(plan(line)).toMatchObject({ additions: [], unchanged: [], wrong: [{ line: 1, faults: [expected] }] });
  });

  test("a school is found with or without what stands before its name, when no other may be meant", () => {
    expect(plan("De Wilgen|OBS De Linde|wilgen;IB'er;Noor;n@w.example").additions.map(({ school }) => school.id)).toEqual(["wilgen", "linde"]);
    expect(plan("De Horizon;IB'er;Noor;n@w.example", { schools: [...facts.schools, { id: "other", name: "Nieuwe De Horizon", locationCode: "19ZZ00", sector: "PO", teams: [] }] }).additions).toHaveLength(1);
  });

  test("a code finds a school whose name is not unique", () => {
    expect(plan("11AA00;IB'er;Noor;n@w.example").additions[0]?.school.id).toBe("brug");
  });

  test("one address with two names is wrong on the second line", () => {
    expect(plan("De Linde;IB'er;Noor de Wit;n@w.example\nDe Es;IB'er;Bram;n@w.example").wrong).toMatchObject([{ line: 2, faults: [{ reason: "OTHER_NAME_BEFORE", about: "1", suggestions: ["Noor de Wit"] }] }]);
  });

  test("who left may come back from a later day", () => {
    expect(plan("16GV00;CJG-coach;Corrie Eerder;eerder@cjg.example").additions).toHaveLength(1);
  });

  test("a line tells all that is wrong with it at once, each thing once", () => {
    const [wrong, ...others] = plan("Elders|De Linde|De Es;Kok;Karin;karin@swv.example;CJG;31-2-2026").wrong;
    expect(others).toEqual([]);
    expect(wrong?.faults.map(({ reason, about }) => [reason, about])).toEqual([
      ["BAD_DAY", ""],
      ["SCHOOL_UNKNOWN", "Elders"],
      ["FUNCTION_UNKNOWN", "Kok"],
      ["OWN_ADDRESS", "karin@swv.example"],
      ["ORGANISATION_UNKNOWN", "CJG"],
    ]);
    expect(plan("De Linde;;Noor;n@w.example").wrong).toMatchObject([{ faults: [{ reason: "NO_FUNCTION" }] }]);
    expect(plan("De Linde;IB'er;Noor;n@w.example;;;te veel").wrong).toMatchObject([{ faults: [{ reason: "TOO_MANY_COLUMNS" }] }]);
  });

  test("of a line with several schools, one wrong school makes the whole line wrong", () => {
    expect(plan("De Linde|Elders;IB'er;Noor;n@w.example")).toMatchObject({ additions: [], wrong: [{ line: 1 }] });
  });
});

describe("whether a preview still holds", () => {
  const text = "16GV00;CJG-coach;Yusuf;y@cjg.example\nDe Linde;CJG-coach;Yusuf;y@cjg.example\nDe Horizon;CJG-coach;Yusuf;y@cjg.example";
  const shown = plan(text);

  test("the same lines and facts have the same fingerprint", () => {
    expect(fingerprintOf(plan(text))).toBe(fingerprintOf(shown));
    expect(changedSince(outcomesOf(shown), plan(text))).toEqual([]);
  });

  test("a membership, a team or a function that has changed gives another fingerprint, and it says on which line", () => {
    const yusuf = { email: "y@cjg.example", name: "Yusuf", deactivated: false, memberships: [{ coreTeamId: "team-wilgen", functionId: "cjg", firstDay: "2026-11-01", lastDay: null }] };
    const later = plan(text, {
      people: [yusuf],
      schools: facts.schools.map((school) => (school.id === "nieuw" ? { ...school, teams: [{ id: "team-new", name: "De Horizon" }] } : school)).filter(({ id }) => id !== "linde"),
    });
    expect(fingerprintOf(later)).not.toBe(fingerprintOf(shown));
    expect(changedSince(outcomesOf(shown), later)).toEqual([{ line: 1, now: "UNCHANGED" }, { line: 2, now: "WRONG" }, { line: 3, now: "ADDS" }]);
  });

  test("outcomes that were tampered with change no decision and break nothing", () => {
    expect(changedSince("x".repeat(50), shown)).toHaveLength(3);
  });
});
