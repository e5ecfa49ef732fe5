import { describe, expect, test } from "vitest";
import { consequencesOf, discussedUpTo, erasureDay, erasureLimits, type KeptCase, longestRetention, type Retention, retentionTerms, shownUpTo } from "#lib/case-retention/rules";
import { addDays, addMonths, type Day } from "#lib/dates";

const shared = (discussedOn: Day): KeptCase => ({ madeOn: discussedOn, sharedOn: discussedOn, releasedOn: null, discussedOn });
const since = (term: Retention["term"], changedOn: Day | null = "2020-01-01"): Retention => ({ term, changedOn });

describe("the text of a casus is erased", () => {
  test.each([
    ["2026-08-01", "2028-07-31"],
    ["2026-10-06", "2028-07-31"],
    ["2027-07-31", "2028-07-31"],
    ["2027-08-01", "2029-07-31"],
    ["2028-02-29", "2029-07-31"],
  ])("at the latest at the end of the next school year: discussed on %s, on %s", (discussedOn, day) => {
    expect(erasureDay(shared(discussedOn), longestRetention)).toBe(day);
  });

  test.each([
    ["SCHOOL_YEAR", "2026-10-06", "2027-07-31"],
    ["SCHOOL_YEAR", "2027-07-31", "2027-07-31"],
    ["SIX_MONTHS", "2026-10-06", "2027-04-06"],
    ["SIX_MONTHS", "2026-08-31", "2027-02-28"],
    ["SIX_MONTHS", "2027-08-31", "2028-02-29"],
    ["THREE_MONTHS", "2026-11-30", "2027-02-28"],
    ["THREE_MONTHS", "2027-07-15", "2027-10-15"],
  ] as const)("sooner where its samenwerkingsverband chose so: %s, discussed on %s, on %s", (term, discussedOn, day) => {
    expect(erasureDay(shared(discussedOn), since(term))).toBe(day);
  });

  test("never later than the longest term, whatever was chosen and whenever", () => {
    for (const term of retentionTerms) {
      for (const changedOn of [null, "2020-01-01", "2027-01-01", "2028-07-30", "2029-01-01"]) {
        expect(erasureDay(shared("2026-10-06"), { term, changedOn }) <= "2028-07-31", `${term} ${changedOn}`).toBe(true);
      }
    }
  });

  test("not within two weeks after a term was made shorter", () => {
    expect(erasureDay(shared("2026-10-06"), since("THREE_MONTHS", "2027-03-01"))).toBe("2027-03-15");
    expect(erasureDay(shared("2027-01-06"), since("THREE_MONTHS", "2027-03-01"))).toBe("2027-04-06");
    expect(erasureDay(shared("2026-10-06"), since("THREE_MONTHS", "2028-07-25"))).toBe("2028-07-31");
  });

  test.each([
    ["NEXT_SCHOOL_YEAR", "2027-11-09", "2029-07-31"],
    ["NEXT_SCHOOL_YEAR", "2031-03-04", "2029-07-31"],
    ["SCHOOL_YEAR", "2031-03-04", "2028-07-31"],
    ["THREE_MONTHS", "2027-11-09", "2028-02-09"],
    ["THREE_MONTHS", "2031-03-04", "2028-02-10"],
  ] as const)("as if it was discussed within a year after it was shared, however far its bijeenkomst was moved: %s, shared on 2026-11-10, discussed on %s, on %s", (term, discussedOn, day) => {
    expect(erasureDay({ ...shared("2026-11-10"), discussedOn }, since(term))).toBe(day);
  });

  test("thirty days after it was made when nobody else has read it, and after it was given back to its writer", () => {
    const concept = { ...shared("2026-12-01"), madeOn: "2026-11-10", sharedOn: null };
    expect(erasureDay(concept, longestRetention)).toBe("2026-12-10");
    expect(erasureDay({ ...concept, releasedOn: "2027-02-10" }, longestRetention)).toBe("2027-03-12");
    expect(erasureDay({ ...concept, releasedOn: "2028-07-20" }, longestRetention)).toBe("2028-07-31");
    expect(erasureDay({ ...concept, sharedOn: "2027-02-20", releasedOn: "2027-02-10" }, longestRetention)).toBe("2028-07-31");
  });
});

describe("what has to go today", () => {
  const days = Array.from({ length: 1_200 }, (_each, index) => addDays("2026-01-01", index));

  test.each(retentionTerms)("is for the term %s exactly what the rule says, on every day of three years", (term) => {
    for (const today of days) {
      const last = discussedUpTo(term, today);
      expect(erasureDay(shared(last), since(term)) <= today, `${today}: ${last}`).toBe(true);
      expect(erasureDay(shared(addDays(last, 1)), since(term)) > today, `${today}: the day after ${last}`).toBe(true);
    }
  });

  test("goes by the term of each samenwerkingsverband, and by a shorter one once it was told for two weeks", () => {
    const { terms, discussedUpTo: upTo, toldSince } = erasureLimits("2028-07-31");
    expect(terms).toEqual(["NEXT_SCHOOL_YEAR", "SCHOOL_YEAR", "SIX_MONTHS", "THREE_MONTHS"]);
    expect(upTo).toEqual(["2027-07-31", "2028-07-31", "2028-01-31", "2028-04-30"]);
    expect(toldSince).toBe("2028-07-17");
  });

  test("is shown more than two weeks ahead", () => {
    expect(shownUpTo("2028-07-03")).toBe("2028-07-31");
  });
});

describe("another term", () => {
  const kept = [
    { discussedOn: "2026-10-06", cases: 5 },
    { discussedOn: "2027-01-12", cases: 4 },
    { discussedOn: "2027-04-20", cases: 2 },
  ];

  test("that is shorter tells how many casussen it takes sooner", () => {
    expect(consequencesOf(kept, longestRetention, since("THREE_MONTHS", "2027-05-01"))).toEqual({ sooner: 10, later: 0 });
  });

  test("that is longer takes none sooner, and tells how many stay longer", () => {
    expect(consequencesOf(kept, since("SCHOOL_YEAR"), longestRetention)).toEqual({ sooner: 0, later: 10 });
    expect(consequencesOf(kept, longestRetention, longestRetention)).toEqual({ sooner: 0, later: 0 });
  });

  test("can take some sooner and keep others longer", () => {
    expect(consequencesOf([...kept, { discussedOn: "2027-06-15", cases: 4 }], since("SCHOOL_YEAR"), since("SIX_MONTHS", "2027-06-20"))).toEqual({ sooner: 10, later: 5 });
  });

  test.each([[1, "FEW"], [4, "FEW"], [5, 5], [7, 5], [8, 10], [43, 45]])("tells of %d casussen no more than: %s", (cases, told) => {
    expect(consequencesOf([{ discussedOn: "2026-10-06", cases }], longestRetention, since("THREE_MONTHS", "2027-05-01"))).toEqual({ sooner: told, later: 0 });
  });
});

test("a month later is the last day of a month that has no such day", () => {
  expect([addMonths("2027-01-31", 1), addMonths("2028-01-31", 1), addMonths("2027-03-31", -1), addMonths("2026-10-31", 6)]).toEqual(["2027-02-28", "2028-02-29", "2027-02-28", "2027-04-30"]);
});
