import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultFunctions } from "#lib/core-teams/default-functions";
import { addingTakes, completenessOn, countsOn, endingTakes, type FunctionRule, mayHaveSeveralTeams, placesOf, seatsOn, type Tenure, vacancySince } from "#lib/core-teams/rules";
import { addDays } from "#lib/dates";

const primary: FunctionRule[] = defaultFunctions("PO").filter(({ sector }) => sector === "PO").map((each) => ({ ...each, id: each.code }));
const today = "2026-11-22";
const started = "2024-08-01";

function held(functionId: string, firstDay = started, lastDay: string | null = null): Tenure {
  return { functionId, firstDay, lastDay };
}

describe("the places of a complete core team", () => {
  test("functions of one group count as one place, in the order of the first", () => {
    expect(placesOf(primary).map(({ functionIds }) => functionIds)).toEqual([
      ["INTERNAL_COACH"], ["DIRECTOR"], ["YOUTH_COACH"], ["YOUTH_NURSE", "YOUTH_DOCTOR"], ["ATTENDANCE_OFFICER"], ["EDUCATION_CONSULTANT"],
    ]);
  });

  test("a function that is not expected is no place, unless another of its group is", () => {
    const functions = primary.map((each) => ({ ...each, expected: ["YOUTH_DOCTOR", "DIRECTOR"].includes(each.id) }));
    expect(placesOf(functions).map(({ functionIds }) => functionIds)).toEqual([["DIRECTOR"], ["YOUTH_NURSE", "YOUTH_DOCTOR"]]);
  });

  test("a group that is called like a function's id stays a group of its own", () => {
    const functions = [{ id: "a", name: "A", expected: true, alternatives: null, position: 1 }, { id: "b", name: "B", expected: true, alternatives: "a", position: 2 }];
    expect(placesOf(functions)).toHaveLength(2);
  });
});

describe("how far a core team is complete", () => {
  test("the doctor fills the place of the nurse", () => {
    const { filled, places, vacancies } = completenessOn(today, primary, [held("INTERNAL_COACH"), held("YOUTH_DOCTOR")], started);
    expect({ filled, places }).toEqual({ filled: 2, places: 6 });
    expect(vacancies.map(({ functionNames }) => functionNames)).toEqual([["Directeur"], ["CJG-coach"], ["Leerplichtambtenaar"], ["Onderwijsconsulent"]]);
  });

  test("two people in one function fill one place", () => {
    expect(completenessOn(today, primary, [held("INTERNAL_COACH"), held("INTERNAL_COACH")], started).filled).toBe(1);
  });

  test("a membership counts on its first and its last day, and not the day before or after", () => {
    const membership = { firstDay: "2026-09-01", lastDay: "2026-11-22" };
    expect(["2026-08-31", "2026-09-01", "2026-11-22", "2026-11-23"].map((day) => countsOn(day, membership))).toEqual([false, true, true, false]);
  });

  test("whoever starts tomorrow leaves the place vacant today, and it says from when it is filled", () => {
    const [vacancy] = completenessOn(today, primary.slice(0, 1), [held("INTERNAL_COACH", "2026-11-23")], started).vacancies;
    expect(vacancy).toMatchObject({ since: started, filledFrom: "2026-11-23" });
  });

  test("filled places and vacancies together are always all places", () => {
    const day = fc.integer({ min: -900, max: 900 }).map((days) => addDays(today, days));
    const tenure = fc.record({ functionId: fc.constantFrom(...primary.map(({ id }) => id)), firstDay: day, lastDay: fc.option(day) });
    fc.assert(
      fc.property(day, fc.array(tenure, { maxLength: 20 }), (asked, tenures) => {
        const { filled, places, vacancies } = completenessOn(asked, primary, tenures, started);
        expect(filled + vacancies.length).toBe(places);
        expect(places).toBe(6);
      }),
    );
  });
});

describe("who sits at the table on a day", () => {
  test("members and empty places stand in the order of the functions", () => {
    const members = [held("EDUCATION_CONSULTANT"), held("YOUTH_DOCTOR"), held("INTERNAL_COACH"), held("DIRECTOR", started, "2026-07-31")];
    const seats = seatsOn(today, primary, members, started).map((seat) => (seat.kind === "MEMBER" ? seat.member.functionId : seat.vacancy.functionIds.join("|")));
    expect(seats).toEqual(["INTERNAL_COACH", "DIRECTOR", "YOUTH_COACH", "YOUTH_DOCTOR", "ATTENDANCE_OFFICER", "EDUCATION_CONSULTANT"]);
  });

  test("somebody in a function that is no longer there comes last, and is not left out", () => {
    expect(seatsOn(today, primary, [held("GONE"), held("INTERNAL_COACH")], started).at(-1)).toMatchObject({ kind: "MEMBER", member: { functionId: "GONE" } });
  });
});

describe("since when a place is vacant", () => {
  test("since the day after the last holder's last day", () => {
    const tenures = [held("ATTENDANCE_OFFICER", started, "2025-07-31"), held("ATTENDANCE_OFFICER", "2025-08-01", "2026-07-31")];
    expect(vacancySince(today, ["ATTENDANCE_OFFICER"], tenures, started)).toBe("2026-08-01");
  });

  test("the last holder of any function of the group counts", () => {
    const tenures = [held("YOUTH_NURSE", started, "2026-03-31"), held("YOUTH_DOCTOR", started, "2026-09-30")];
    expect(vacancySince(today, ["YOUTH_NURSE", "YOUTH_DOCTOR"], tenures, started)).toBe("2026-10-01");
  });

  test("since the team started when nobody held it", () => {
    expect(vacancySince(today, ["DIRECTOR"], [held("INTERNAL_COACH")], started)).toBe(started);
    expect(vacancySince(today, ["DIRECTOR"], [held("DIRECTOR", "2023-08-01", "2024-07-01")], started)).toBe(started);
  });

  test("on a past day, whoever left after that day does not count", () => {
    expect(vacancySince("2025-10-01", ["DIRECTOR"], [held("DIRECTOR", started, "2025-07-31"), held("DIRECTOR", "2026-01-01", "2026-06-30")], started)).toBe("2025-08-01");
  });
});

test("only an mbo school may have several core teams", () => {
  expect((["PO", "VO", "SO", "MBO"] as const).filter(mayHaveSeveralTeams)).toEqual(["MBO"]);
});

test("the school adds and ends its own colleagues, the samenwerkingsverband everybody else", () => {
  expect([addingTakes({ coordinates: true }), endingTakes({ coordinates: true })]).toEqual(["colleague:add", "colleague:end"]);
  expect([addingTakes({ coordinates: false }), endingTakes({ coordinates: false })]).toEqual(["member:manage", "member:manage"]);
});
