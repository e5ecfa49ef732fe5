import { describe, expect, test } from "vitest";
import { absenceToTell, NOON, patternOn, unavailableAt, whyNotAbsent, type Availability, type DatedPattern } from "#lib/availability/rules";
import { changeMostMeetingsSchema, reportAbsenceSchema, setWorkingPatternSchema } from "#lib/availability/schema";
import { momentAt } from "#lib/dates";
import { errorsOf } from "#lib/forms/typed-input";
import { unavailabilityWarnings, warningsFor } from "#lib/meetings/rules";
import { seatsOf, type Held } from "#lib/planning/seats";
import { whyNotClosed } from "#lib/school-days/rules";
import { daysInWords, unavailableLine, unavailableWords, workingDays } from "#lib/texts/availability";

const ID = "0b7cf0a6-6a4b-4f57-9d4a-0f2b6a1c9d11";
const TUESDAY = "2026-11-24";

function period(day: string, from: string, to: string) {
  return { startsAt: momentAt(day, from) as Date, endsAt: momentAt(day, to) as Date };
}

function availability(mornings: number[], afternoons: number[], absences: Availability["absences"] = []): Availability {
  return { patterns: [{ validFrom: "2026-08-01", mornings, afternoons }], absences };
}

describe("the pattern of a day", () => {
  const [august, january]: [DatedPattern, DatedPattern] = [
    { validFrom: "2026-08-01", mornings: [1], afternoons: [1] },
    { validFrom: "2027-01-01", mornings: [2], afternoons: [2] },
  ];

  test("is the one that began last, from its very first day on", () => {
    expect(patternOn([january, august], "2026-12-31")).toBe(august);
    expect(patternOn([august, january], "2027-01-01")).toBe(january);
  });

  test("is unknown before the first one begins", () => {
    expect(patternOn([august], "2026-07-31")).toBeNull();
    expect(unavailableAt({ patterns: [august], absences: [] }, period("2026-07-07", "14:00", "15:00"))).toBeNull();
  });
});

describe("who works part of a day", () => {
  const mornings = availability([2], []);
  const afternoons = availability([], [2]);

  test("can come until half past twelve, and not a minute longer", () => {
    expect(unavailableAt(mornings, period(TUESDAY, "11:15", NOON))).toBeNull();
    expect(unavailableAt(mornings, period(TUESDAY, "11:15", "12:31"))).toEqual({ reason: "DAY_OFF", weekday: 2, part: "AFTERNOON" });
  });

  test("can come from half past twelve on, and not a minute earlier", () => {
    expect(unavailableAt(afternoons, period(TUESDAY, NOON, "13:45"))).toBeNull();
    expect(unavailableAt(afternoons, period(TUESDAY, "12:29", "13:45"))).toEqual({ reason: "DAY_OFF", weekday: 2, part: "MORNING" });
  });

  test("has the whole day off on another day", () => {
    expect(unavailableAt(mornings, period("2026-11-25", "09:00", "10:00"))).toEqual({ reason: "DAY_OFF", weekday: 3, part: "DAY" });
  });
});

describe("an absence", () => {
  const away = { firstDay: "2026-11-23", lastDay: "2026-11-24", replacement: { id: ID, name: "Yusuf" } };

  test("counts on its first and on its last day, and is told before a day off", () => {
    expect(unavailableAt(availability([], [], [away]), period("2026-11-23", "09:00", "10:00"))).toEqual({ reason: "ABSENT", lastDay: "2026-11-24", replacement: "Yusuf" });
    expect(unavailableAt(availability([3], [3], [away]), period("2026-11-25", "09:00", "10:00"))).toBeNull();
  });

  test("does not begin at the midnight at which a meeting ends", () => {
    const late = { startsAt: momentAt("2026-11-22", "23:00") as Date, endsAt: momentAt("2026-11-23", "00:00") as Date };
    expect(unavailableAt({ patterns: [], absences: [away] }, late)).toBeNull();
    expect(unavailableAt({ patterns: [], absences: [away] }, { ...late, endsAt: new Date(late.endsAt.getTime() + 60_000) })).toMatchObject({ reason: "ABSENT" });
  });

  test("is told of to colleagues when it is near, and no longer when it is over", () => {
    expect(absenceToTell([away], "2026-11-24")).toBe(away);
    expect(absenceToTell([away], "2026-10-25")).toBe(away);
    expect([absenceToTell([away], "2026-10-23"), absenceToTell([away], "2026-11-25")]).toEqual([null, null]);
  });

  test("has days in order, some of them still to come, and no more than a year of them", () => {
    const days = (firstDay: string, lastDay: string) => whyNotAbsent({ firstDay, lastDay }, "2026-11-10");
    expect([days("2026-11-10", "2026-11-10"), days("2026-11-01", "2026-11-10")]).toEqual([null, null]);
    expect([days("2026-11-12", "2026-11-11"), days("2026-11-01", "2026-11-09"), days("2026-11-10", "2028-11-10")]).toEqual(["OUT_OF_ORDER", "OVER", "TOO_LONG"]);
  });

  test("has no field for why somebody is away", () => {
    expect(Object.keys(reportAbsenceSchema.shape)).toEqual(["personId", "firstDay", "lastDay", "replacementId"]);
    expect(reportAbsenceSchema.parse({ personId: ID, firstDay: "12 10 2026", lastDay: "2026-10-16", replacementId: "", reason: "griep" })).toEqual({
      personId: ID, firstDay: "2026-10-12", lastDay: "2026-10-16", replacementId: null,
    });
  });
});

describe("warnings about people", () => {
  const off = availability([1], [1]);
  const people = [
    { personId: "b", name: "Bas", attendance: "PREFERRED" as const, availability: off },
    { personId: "c", name: "Coen", attendance: "ON_CALL" as const, availability: off },
    { personId: "a", name: "Amira", attendance: "REQUIRED" as const, availability: off },
    { personId: "d", name: "Daan", attendance: "REQUIRED" as const, availability: availability([2], [2]) },
  ];

  test("name who is needed first, and nobody who is on call or works then", () => {
    expect(unavailabilityWarnings(period(TUESDAY, "14:15", "15:30"), people)).toMatchObject([{ code: "UNAVAILABLE", name: "Amira" }, { code: "UNAVAILABLE", name: "Bas" }]);
  });

  test("are confirmed for one person at one moment", () => {
    const key = (from: string) => unavailabilityWarnings(period(TUESDAY, from, "16:00"), people)[0]?.key;
    expect(key("14:15")).not.toBe(key("14:30"));
  });

  test("of a school that is closed tell its own name", () => {
    const study = { kind: "STUDY_DAY" as const, region: null, name: "Studiedag rekenen", firstDay: TUESDAY, lastDay: TUESDAY };
    expect(warningsFor(period(TUESDAY, "14:15", "15:30"), [study], "2026-11-10")).toMatchObject([{ code: "STUDY_DAY", name: "Studiedag rekenen" }]);
  });
});

describe("the words of availability", () => {
  test("list working days from Monday on, with half days", () => {
    expect(workingDays({ mornings: [4, 1, 2], afternoons: [1, 4] })).toBe("ma, di (ochtend) en do");
    expect(workingDays({ mornings: [], afternoons: [3] })).toBe("wo (middag)");
    expect([workingDays(null), workingDays({ mornings: [], afternoons: [] })]).toEqual([null, null]);
  });

  test("say who does not come, and who comes instead", () => {
    expect(unavailableWords({ reason: "DAY_OFF", weekday: 2, part: "DAY" })).toBe("werkt niet op dinsdag");
    expect(unavailableWords({ reason: "DAY_OFF", weekday: 2, part: "AFTERNOON" })).toBe("werkt niet op dinsdagmiddag");
    expect(unavailableLine({ reason: "ABSENT", lastDay: TUESDAY, replacement: "Yusuf Demir" })).toBe("Is dan afwezig; vervanger: Yusuf Demir");
  });
});

describe("the forms of availability", () => {
  test("turn ticked dayparts into mornings and afternoons, and want at least one", () => {
    const typed = { personId: ID, version: "0", validFrom: "2026-12-01", dayparts: ["4:MORNING", "1:MORNING", "1:AFTERNOON", "1:MORNING"] };
    expect(setWorkingPatternSchema.parse(typed)).toMatchObject({ mornings: [1, 4], afternoons: [1] });
    for (const dayparts of [[], ["6:MORNING"]]) expect(errorsOf(setWorkingPatternSchema.safeParse({ ...typed, dayparts }).error as never), String(dayparts)).toHaveProperty("dayparts");
  });

  test("take an own maximum, and none with the usual one", () => {
    const typed = { personId: ID, version: "0", most: "2" };
    expect(changeMostMeetingsSchema.parse(typed).most).toBe(2);
    expect(changeMostMeetingsSchema.parse({ ...typed, most: "" }).most).toBeNull();
    for (const most of ["0", "9", "twee"]) expect(errorsOf(changeMostMeetingsSchema.safeParse({ ...typed, most }).error as never), most).toHaveProperty("most");
  });
});

describe("closed days", () => {
  test("are in order and not endless", () => {
    expect(whyNotClosed({ firstDay: "2026-10-06", lastDay: "2026-10-06" }, 10)).toBeNull();
    expect(whyNotClosed({ firstDay: "2026-10-06", lastDay: "2026-10-05" }, 10)).toBe("OUT_OF_ORDER");
    expect([whyNotClosed({ firstDay: "2026-10-06", lastDay: "2026-10-15" }, 10), whyNotClosed({ firstDay: "2026-10-06", lastDay: "2026-10-16" }, 10)]).toEqual([null, "TOO_LONG"]);
  });
});

describe("the seats of somebody with several functions", () => {
  const held = (functionId: string, attendance: Held["attendance"], firstDay: string, lastDay: string | null): Held => ({ functionId, functionName: functionId, attendance, group: null, firstDay, lastDay });

  test("are of the function that is needed most on each day, and never overlap", () => {
    const seats = seatsOf([held("nurse", "ON_CALL", "2026-01-01", null), held("doctor", "REQUIRED", "2026-11-10", "2026-11-20")], "2026-11-01", "2026-11-30");
    expect(seats.map(({ functionId, spells }) => [functionId, spells])).toEqual([
      ["nurse", [{ firstDay: "2026-11-01", lastDay: "2026-11-09" }, { firstDay: "2026-11-21", lastDay: "2026-11-30" }]],
      ["doctor", [{ firstDay: "2026-11-10", lastDay: "2026-11-20" }]],
    ]);
  });

  test("end with the membership and with the period, whichever comes first", () => {
    expect(seatsOf([held("coach", "REQUIRED", "2026-11-05", "2026-11-08"), held("coach", "REQUIRED", "2026-11-09", null)], "2026-11-01", "2026-11-30")).toMatchObject([
      { spells: [{ firstDay: "2026-11-05", lastDay: "2026-11-30" }] },
    ]);
    expect(seatsOf([held("coach", "REQUIRED", "2026-12-01", null)], "2026-11-01", "2026-11-30")).toEqual([]);
  });
});

test("days are told as people say them", () => {
  const said = (firstDay: string, lastDay: string) => daysInWords({ firstDay, lastDay });
  expect(said("2026-10-12", "2026-10-12")).toBe("12 oktober 2026");
  expect(said("2026-10-12", "2026-10-16")).toBe("12 tot en met 16 oktober 2026");
  expect(said("2026-10-30", "2026-11-02")).toBe("30 oktober tot en met 2 november 2026");
  expect(said("2026-12-30", "2027-01-02")).toBe("30 december 2026 tot en met 2 januari 2027");
});
