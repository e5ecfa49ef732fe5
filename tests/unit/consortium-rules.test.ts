import { describe, expect, test } from "vitest";
import { moved, nameFromAddress, placesOf, prefixOfCodes, sectorOfCode } from "#lib/consortia/rules";
import { changeConsortiumSchema } from "#lib/consortia/schema";
import { byTense, searchPatterns, tenseOn } from "#lib/people/rules";

describe("the order of functions", () => {
  test("moves one place, and stops at both ends", () => {
    expect(moved(["a", "b", "c"], "c", "UP")).toEqual(["a", "c", "b"]);
    expect(moved(["a", "b", "c"], "a", "DOWN")).toEqual(["b", "a", "c"]);
    expect(moved(["a", "b", "c"], "a", "UP")).toEqual(["a", "b", "c"]);
    expect(moved(["a", "b", "c"], "c", "DOWN")).toEqual(["a", "b", "c"]);
    expect(moved(["a", "b", "c"], "elsewhere", "UP")).toEqual(["a", "b", "c"]);
  });

  test("gives those that replace each other one place at the table, per sector", () => {
    const held = (id: string, alternatives: string | null, sector: "PO" | "VO" = "PO") => ({ id, sector, name: id, alternatives });
    expect(placesOf([held("ib", null), held("nurse", "JGZ"), held("cjg", null), held("doctor", "JGZ"), held("nurse-vo", "JGZ", "VO")])).toEqual([
      { id: "ib", sector: "PO", names: ["ib"] },
      { id: "nurse", sector: "PO", names: ["nurse", "doctor"] },
      { id: "cjg", sector: "PO", names: ["cjg"] },
      { id: "nurse-vo", sector: "VO", names: ["nurse-vo"] },
    ]);
  });
});

describe("the number of a samenwerkingsverband", () => {
  test("begins with its sector, and tells it", () => {
    expect([prefixOfCodes("PO"), prefixOfCodes("VO"), prefixOfCodes("SO")]).toEqual(["PO", "VO", null]);
    expect([sectorOfCode("VO2704"), sectorOfCode("PO2704"), sectorOfCode(null)]).toEqual(["VO", "PO", "PO"]);
  });

  test.each([
    [" po 2704 ", "PO2704"],
    ["", null],
  ])("is read as it is meant: %j", (typed, code) => {
    const parsed = changeConsortiumSchema.parse({ consortiumId: crypto.randomUUID(), version: "1", name: "SWV", code: typed });
    expect(parsed.code).toBe(code);
  });

  test.each(["2704", "PO270", "PO27045", "P02704"])("is not %s", (typed) => {
    expect(changeConsortiumSchema.safeParse({ consortiumId: crypto.randomUUID(), version: "1", name: "SWV", code: typed }).success).toBe(false);
  });
});

test("a name follows from an address when there is no other", () => {
  expect(nameFromAddress("noor.dewit@dewilgen.nl")).toBe("Noor Dewit");
  expect(nameFromAddress("beheer@swv.nl")).toBe("Beheer");
});

describe("somebody's days", () => {
  test("run from the first to the last one, both included", () => {
    expect(tenseOn("2026-11-23", { firstDay: "2026-11-24", lastDay: null })).toBe("COMING");
    expect(tenseOn("2026-11-23", { firstDay: "2026-11-23", lastDay: "2026-11-23" })).toBe("RUNNING");
    expect(tenseOn("2026-11-23", { firstDay: "2026-01-01", lastDay: "2026-11-22" })).toBe("OVER");
  });

  test("are told in the order: running, to come, over with the latest first", () => {
    const over = (lastDay: string) => ({ firstDay: "2020-01-01", lastDay });
    const running = { firstDay: "2026-01-01", lastDay: null };
    const coming = { firstDay: "2027-01-01", lastDay: null };
    expect(byTense("2026-11-23", [over("2024-07-31"), coming, over("2025-07-31"), running])).toEqual([running, coming, over("2025-07-31"), over("2024-07-31")]);
  });
});

test("the signs of LIKE are searched for as they are, and each word apart", () => {
  expect(searchPatterns("  100% Ib’er a_b\\ ")).toEqual(["%100\\%%", "%ib_er%", "%a\\_b\\\\%"]);
  expect(searchPatterns("")).toEqual([]);
});
