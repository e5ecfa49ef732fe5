import { describe, expect, test } from "vitest";
import { changesCode, readChanges } from "#lib/core-teams/import-plan";
import { addMemberSchema, changeMembershipSchema, importMembersSchema, previewImportSchema, reportChangeSchema, startCoreTeamSchema } from "#lib/core-teams/schema";
import { errorsOf } from "#lib/forms/typed-input";
import { coreTeamTexts, oneOf } from "#lib/texts/core-teams";

const id = "0b7cf0a6-6a4b-4f57-9d4a-0f2b6a1c9d11";
const member = { coreTeamId: id, name: "Bram Jansen", email: "Bram@DeWilgen.example", functionId: id, organisationId: "", firstDay: "1 12 2026" };

function errors(result: { success: boolean; error?: unknown }): string[] {
  return result.success ? [] : Object.keys(errorsOf(result.error as never));
}

describe("the form for somebody new in a team", () => {
  test("takes a fixed member without organisation or last day", () => {
    expect(addMemberSchema.parse(member)).toEqual({
      coreTeamId: id, name: "Bram Jansen", email: "bram@dewilgen.example", functionId: id, organisationId: null,
      firstDay: "2026-12-01", temporary: false, lastDay: null, temporaryReason: null,
    });
  });

  test.each([
    [{ name: "", email: "x", functionId: undefined, firstDay: "31 2 2026" }, ["name", "email", "functionId", "firstDay"]],
    [{ temporary: "on" }, ["temporaryReason", "lastDay"]],
    [{ temporary: "on", temporaryReason: "Vervangt Joke." }, ["lastDay"]],
    [{ temporaryReason: "Vervangt Joke." }, ["temporary"]],
    [{ lastDay: "30 11 2026" }, ["lastDay"]],
    [{ organisationId: "CJG" }, ["organisationId"]],
    [{ name: "a".repeat(121) }, ["name"]],
  ])("says at the field what is wrong with %j", (fields, expected) => {
    expect(errors(addMemberSchema.safeParse({ ...member, ...fields }))).toEqual(expected);
  });

  test("a temporary member has a reason and a last day, which may be the first", () => {
    const temporary = { ...member, temporary: "on", temporaryReason: "Vervangt Joke.", lastDay: "1 12 2026" };
    expect(addMemberSchema.parse(temporary)).toMatchObject({ temporary: true, lastDay: "2026-12-01", temporaryReason: "Vervangt Joke." });
    expect(errors(changeMembershipSchema.safeParse({ ...temporary, membershipId: id, version: "3", lastDay: "" }))).toEqual(["lastDay"]);
  });
});

test("other fields than the form's own are not taken", () => {
  const more = { consortiumId: id, personId: id, role: "ADMINISTRATOR", id };
  expect(Object.keys(addMemberSchema.parse({ ...member, ...more }))).not.toEqual(expect.arrayContaining(["personId"]));
  expect(startCoreTeamSchema.parse({ schoolId: id, name: "De Wilgen", startedOn: "1 8 2026", ...more })).toEqual({ schoolId: id, moreSchoolIds: [], name: "De Wilgen", startedOn: "2026-08-01" });
});

test("a report may be about nobody in particular, and not without words", () => {
  expect(reportChangeSchema.parse({ coreTeamId: id, membershipId: "", message: " Hans is weg. " })).toEqual({ coreTeamId: id, membershipId: null, message: "Hans is weg." });
  expect(errors(reportChangeSchema.safeParse({ coreTeamId: id, message: " " }))).toEqual(["message"]);
});

test("a pasted list keeps its blanks, and a preview's fingerprint is one", () => {
  expect(previewImportSchema.parse({ consortiumId: id, lines: "\tIB'er\r\nDe Brug\t" }).lines).toBe("\tIB'er\nDe Brug\t");
  expect(errors(previewImportSchema.safeParse({ consortiumId: id, lines: "a".repeat(200_001) }))).toEqual(["lines"]);
  expect(errors(importMembersSchema.safeParse({ consortiumId: id, fingerprint: "x", teams: "start" }))).toEqual(["fingerprint"]);
});

test("changed lines survive the address, and nonsense in it says nothing", () => {
  const changes = [{ line: 2, now: "UNCHANGED" as const }, { line: 1999, now: "WRONG" as const }];
  expect(readChanges(changesCode(changes))).toEqual(changes);
  for (const nonsense of ["", "0", "x", "12", "u", "-3u", "99999u", "1u<script>", "constructor"]) expect(readChanges(nonsense)).toEqual([]);
});

describe("the words of a team", () => {
  test("functions of which one is enough are listed with a small letter, abbreviations excepted", () => {
    expect(oneOf(["Jeugdverpleegkundige", "Schoolarts"])).toBe("Jeugdverpleegkundige of schoolarts");
    expect(oneOf(["Schoolarts", "JGZ-verpleegkundige", "IB'er"])).toBe("Schoolarts, JGZ-verpleegkundige of IB'er");
    expect(oneOf(["Directeur"])).toBe("Directeur");
  });

  test("who left says until when", () => {
    expect(coreTeamTexts.until("IB'er", "2026-07-31")).toBe("IB'er (t/m 31-07-2026)");
    expect(coreTeamTexts.temporary("Vervangt Joke.", "2027-03-31")).toBe("Vervangt Joke, tot en met 31 maart 2027");
  });
});
