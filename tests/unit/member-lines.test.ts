import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparable, type MemberLines, MOST_LINES, readMemberLines } from "#lib/core-teams/member-lines";

type Read = MemberLines & { ok: true };

function read(text: string): Read {
  const result = readMemberLines(text);
  if (!result.ok) throw new Error(result.problem);
  return result;
}

const samira = "De Wilgen\tCJG-coach\tSamira Haddou\tsamira@cjg.example\tCJG Duinstreek\t1-8-2026";

describe("reading pasted lines of members", () => {
  test("a line has school, function, name, address, organisation and first day", () => {
    expect(read(samira)).toEqual({
      ok: true,
      lines: [
        {
          line: 1,
          text: "De Wilgen · CJG-coach · Samira Haddou · samira@cjg.example · CJG Duinstreek · 1-8-2026",
          schools: ["De Wilgen"],
          functionName: "CJG-coach",
          name: "Samira Haddou",
          email: "samira@cjg.example",
          organisation: "CJG Duinstreek",
          firstDay: "2026-08-01",
          faults: [],
        },
      ],
    });
  });

  test.each([["tabs", "\t"], ["semicolons", ";"], ["commas", ","]])("%s may stand between the columns", (_name, separator) => {
    const { lines } = read(samira.replaceAll("\t", separator));
    expect(lines[0]).toMatchObject({ schools: ["De Wilgen"], email: "samira@cjg.example", firstDay: "2026-08-01" });
  });

  test("organisation and first day may be left out", () => {
    expect(read("De Wilgen;IB'er;Noor de Wit;noor@dewilgen.example").lines[0]).toMatchObject({ organisation: null, firstDay: null });
  });

  test("a header line gives the columns another order, and is no member", () => {
    const { lines } = read("E-mailadres;Naam;Telefoon;Functie;Vestigingscode\nnoor@dewilgen.example;Noor de Wit;06;IB'er;16GV00");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ line: 2, name: "Noor de Wit", functionName: "IB'er", schools: ["16GV00"], organisation: null });
  });

  test("a header line without a column that is needed is refused", () => {
    expect(readMemberLines("School;Naam;Organisatie\nDe Wilgen;Noor;CJG")).toEqual({ ok: false, problem: "MISSING_COLUMNS", columns: ["function", "email"] });
  });

  test("one cell may name several schools", () => {
    expect(read("De Wilgen | De Brug|De Wilgen|;CJG-coach;Samira;s@cjg.example").lines[0]?.schools).toEqual(["De Wilgen", "De Brug"]);
  });

  test("an address is read in lower case, and a cell without blanks around it", () => {
    expect(read(" De  Wilgen ;CJG-coach; Samira\u00a0Haddou ;Samira@CJG.example").lines[0]).toMatchObject({ schools: ["De Wilgen"], name: "Samira Haddou", email: "samira@cjg.example" });
  });

  test("a quoted cell may hold the separator", () => {
    expect(read('"De Brug, locatie Noord",CJG-coach,"Haddou, Samira",s@cjg.example').lines[0]).toMatchObject({ schools: ["De Brug, locatie Noord"], name: "Haddou, Samira" });
  });

  test("empty lines do not count as members, and keep the line numbers right", () => {
    const { lines } = read(`\n\n${samira}\n\t\t\t\n\nDe Brug\tCJG-coach`);
    expect(lines.map(({ line, faults }) => [line, faults.length > 0])).toEqual([[3, false], [6, true]]);
  });

  test.each([
    ["De Wilgen", "TOO_FEW_COLUMNS"],
    [";IB'er;Noor;n@a.nl", "NO_SCHOOL"],
    ["De Wilgen;;Noor;n@a.nl", "NO_FUNCTION"],
    ["De Wilgen;IB'er;;n@a.nl", "NO_NAME"],
    ["De Wilgen;IB'er;Noor;", "NO_EMAIL"],
    ["De Wilgen;IB'er;Noor;noor.nl", "BAD_EMAIL"],
    ["De Wilgen;IB'er;Noor;n@a.nl;;31-2-2026", "BAD_DAY"],
    ["De Wilgen;IB'er;Noor;n@a.nl;;1-8-2026;nog iets", "TOO_MANY_COLUMNS"],
    [`De Wilgen;IB'er;${"a".repeat(121)};n@a.nl`, "TOO_LONG"],
  ])("the line %j is refused with %s", (line, reason) => {
    expect(read(line)).toMatchObject({ lines: [{ line: 1, faults: [reason] }] });
  });

  test("a line tells everything that is wrong with it, and what it does say", () => {
    expect(read("De Wilgen;;;noor.nl;GGD;31-2-2026").lines[0]).toMatchObject({
      schools: ["De Wilgen"],
      organisation: "GGD",
      email: "",
      firstDay: null,
      faults: ["NO_FUNCTION", "NO_NAME", "BAD_EMAIL", "BAD_DAY"],
    });
  });

  test("a wrong line does not take the others along", () => {
    expect(read(`${samira}\nonzin\n${samira}`)).toMatchObject({ lines: [{ line: 1, faults: [] }, { line: 2, faults: ["TOO_FEW_COLUMNS"] }, { line: 3, faults: [] }] });
  });

  test("2,000 lines are read, one more is too many, a header not counted", () => {
    const header = "School\tFunctie\tNaam\tE-mail\tOrganisatie\tEerste dag\n";
    expect(read(header + `${samira}\n`.repeat(MOST_LINES)).lines).toHaveLength(MOST_LINES);
    expect(readMemberLines(`${samira}\n`.repeat(MOST_LINES + 1))).toEqual({ ok: false, problem: "TOO_MANY_LINES" });
    expect(readMemberLines(header + `${samira}\n`.repeat(MOST_LINES + 1))).toEqual({ ok: false, problem: "TOO_MANY_LINES" });
  });

  test("a quote that is never closed is pointed at", () => {
    expect(readMemberLines(`${samira}\n"De Brug\tCJG-coach\tSamira\ts@cjg.example`)).toEqual({ ok: false, problem: "OPEN_QUOTE", line: 2 });
  });

  test("only a header, or nothing, is empty", () => {
    expect(readMemberLines("School;Functie;Naam;E-mail")).toEqual({ ok: false, problem: "EMPTY" });
    expect(readMemberLines(" \n\t\n")).toEqual({ ok: false, problem: "EMPTY" });
  });

  test("whatever is pasted gives an answer, and each line at most once", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ab@.;,\t\n\r\"|' 1-\0é\u202e"), maxLength: 200 }), (text) => {
        const result = readMemberLines(text);
        if (!result.ok) return;
        const numbers = result.lines.map(({ line }) => line);
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(numbers.every((line) => line >= 1 && line <= text.split(/\r\n|\n|\r/).length)).toBe(true);
      }),
    );
  });

  test("what was written as a table is read back, whatever separator and blanks", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcdeéïKLM'’-. "), minLength: 1, maxLength: 30 }).map((value) => value.replace(/\s+/g, " ").trim()).filter((value) => /\p{L}/u.test(value));
    const row = fc.record({ schools: fc.uniqueArray(word, { minLength: 1, maxLength: 4 }), functionName: word, name: word, local: fc.stringMatching(/^[a-z]{1,10}$/), organisation: fc.option(word) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), fc.constantFrom("\t", ";", ","), fc.constantFrom("\n", "\r\n"), fc.boolean(), (rows, separator, ending, withHeader) => {
        const body = rows.map((each) => [each.schools.join(" | "), each.functionName, each.name, `${each.local}@cjg.example`, each.organisation ?? ""].join(separator));
        const header = withHeader ? [["School", "Functie", "Naam", "E-mail", "Organisatie"].join(separator)] : [];
        const { lines } = read([...header, ...body].join(ending));
        expect(lines.flatMap(({ faults }) => faults)).toEqual([]);
        expect(lines.map(({ schools, functionName, name, email, organisation }) => ({ schools, functionName, name, local: email.split("@")[0], organisation }))).toEqual(
          rows.map((each) => ({ ...each, functionName: each.functionName.normalize("NFC") })),
        );
      }),
    );
  });
});

test("names are compared without capitals, accents, blanks and punctuation", () => {
  expect(comparable("  JGZ-verpleegkundige ")).toBe(comparable("jgz verpleegkundige"));
  expect(comparable("Zorgcoördinator")).toBe(comparable("zorgcoordinator"));
  expect(comparable("’t Kompas")).toBe(comparable("'t kompas"));
  expect(comparable("De Brug")).not.toBe(comparable("De Burg"));
});
