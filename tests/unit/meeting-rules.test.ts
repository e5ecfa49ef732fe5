import { describe, expect, test } from "vitest";
import { unknownAvailability } from "#lib/availability/rules";
import { momentAt } from "#lib/dates";
import {
  isOfSmallTeam, keepsBusy, membersOn, overlaps, periodOf, stateOf, warningsFor, whereOf, whyNotCancel, whyNotChange, whyNotRecord,
  type Holiday, type Period, type Spell, type TeamPerson,
} from "#lib/meetings/rules";
import { rescheduleMeetingSchema, scheduleMeetingSchema } from "#lib/meetings/schema";

const TODAY = "2026-11-10";
const autumn: Holiday = { kind: "SCHOOL", region: "Noord", name: "Herfstvakantie", firstDay: "2026-10-10", lastDay: "2026-10-18" };
const christmas: Holiday = { kind: "PUBLIC", region: null, name: "Eerste Kerstdag", firstDay: "2026-12-25", lastDay: "2026-12-25" };
const winter: Holiday = { kind: "SCHOOL", region: "Noord", name: "Kerstvakantie", firstDay: "2026-12-19", lastDay: "2027-01-03" };

describe("a period", () => {
  test("lasts the minutes it was given, from the wall time in Amsterdam", () => {
    const period = at("2026-11-24", "14:15");
    expect(period.startsAt.toISOString()).toBe("2026-11-24T13:15:00.000Z");
    expect(period.endsAt.toISOString()).toBe("2026-11-24T14:30:00.000Z");
  });

  test("does not exist when it would start in the hour that the clock skips in spring", () => {
    expect(periodOf("2027-03-28", "02:30", 75)).toBeNull();
    expect(periodOf("2027-03-28", "03:00", 75)?.startsAt.toISOString()).toBe("2027-03-28T01:00:00.000Z");
  });

  test("starts in the first of the two hours that carry the same name in autumn", () => {
    expect(periodOf("2027-10-31", "02:30", 75)?.startsAt.toISOString()).toBe("2027-10-31T00:30:00.000Z");
  });

  test("does not overlap one that begins when it ends", () => {
    expect(overlaps(at("2026-11-24", "14:15"), at("2026-11-24", "15:30"))).toBe(false);
    expect(overlaps(at("2026-11-24", "14:15"), at("2026-11-24", "15:29"))).toBe(true);
  });
});

describe("warnings", () => {
  test("say nothing about an ordinary school day", () => {
    expect(warningsFor(at("2026-11-24", "14:15"), [autumn, winter, christmas], TODAY)).toEqual([]);
  });

  test("name the school holiday, and before that the public holiday", () => {
    expect(warningsFor(at("2026-10-13", "14:15"), [autumn], TODAY)).toMatchObject([{ code: "SCHOOL_HOLIDAY", name: "Herfstvakantie" }]);
    expect(warningsFor(at("2026-12-25", "14:15"), [winter, christmas], TODAY)).toMatchObject([{ code: "PUBLIC_HOLIDAY", name: "Eerste Kerstdag" }]);
  });

  test("tell of a weekend, of the early morning and evening, and of a year that is too far away", () => {
    expect(codes(at("2026-11-28", "14:15"))).toEqual(["WEEKEND"]);
    expect(codes(at("2026-11-24", "07:30"))).toEqual(["OUTSIDE_SCHOOL_HOURS"]);
    expect(codes(at("2026-11-24", "17:00"))).toEqual(["OUTSIDE_SCHOOL_HOURS"]);
    expect(codes(at("2026-11-24", "23:30"))).toEqual(["OUTSIDE_SCHOOL_HOURS"]);
    expect(codes(at("2036-11-25", "14:15"))).toEqual(["FAR_AWAY"]);
  });

  test("are confirmed for one day only", () => {
    const [monday] = warningsFor(at("2026-10-12", "14:15"), [autumn], TODAY);
    const [tuesday] = warningsFor(at("2026-10-13", "14:15"), [autumn], TODAY);
    expect(monday?.key).not.toBe(tuesday?.key);
  });

  function codes(period: Period): string[] {
    return warningsFor(period, [], TODAY).map(({ code }) => code);
  }
});

describe("members", () => {
  const people: TeamPerson[] = [
    person("noor", [spell("ib", "2024-08-01", null)]),
    person("samira", [spell("cjg", "2024-08-01", "2027-01-31")]),
    person("yusuf", [spell("cjg", "2027-02-01", null)]),
    person("daan", [spell("lid", "2024-08-01", null, "ON_CALL"), spell("directeur", "2024-08-01", null, "REQUIRED")]),
  ];

  test("are those of that day, their first and last day included", () => {
    expect(names("2027-01-31")).toEqual(["noor", "samira", "daan"]);
    expect(names("2027-02-01")).toEqual(["noor", "yusuf", "daan"]);
  });

  test("with two functions come once, as what they are needed for most", () => {
    const daan = membersOn(people, "2026-11-24").find(({ personId }) => personId === "daan");
    expect(daan).toMatchObject({ functionId: "directeur", attendance: "REQUIRED", functionName: "lid, directeur" });
  });

  test("belong to the small meeting by the code of their function", () => {
    expect(isOfSmallTeam(person("x", [{ ...spell("a", "2024-08-01", null), functionCode: "YOUTH_COACH" }]))).toBe(true);
    expect(isOfSmallTeam(person("x", [{ ...spell("a", "2024-08-01", null), functionCode: "YOUTH_DOCTOR" }]))).toBe(false);
  });

  function names(day: string): string[] {
    return membersOn(people, day).map(({ personId }) => personId);
  }
});

describe("a meeting", () => {
  const now = momentAt("2026-11-24", "14:30") as Date;
  const facts = { ...at("2026-11-24", "14:15"), cancelled: false, recordedAt: null };

  test("is under way between its start and end, and then waits to be recorded", () => {
    expect(stateOf(facts, momentAt("2026-11-24", "14:00") as Date)).toBe("COMING");
    expect(stateOf(facts, now)).toBe("UNDER_WAY");
    expect(stateOf(facts, momentAt("2026-11-24", "15:30") as Date)).toBe("NOT_RECORDED");
    expect(stateOf({ ...facts, recordedAt: now }, now)).toBe("RECORDED");
    expect(stateOf({ ...facts, cancelled: true }, now)).toBe("CANCELLED");
  });

  test("that has begun cannot be moved, that has not begun cannot be recorded, that is recorded cannot be cancelled", () => {
    expect(whyNotChange(facts, now)).toBe("OVER");
    expect(whyNotRecord(facts, momentAt("2026-11-24", "14:00") as Date)).toBe("NOT_YET");
    expect(whyNotCancel({ ...facts, recordedAt: now })).toBe("RECORDED");
    expect(whyNotCancel(facts)).toBeNull();
    expect([whyNotChange({ ...facts, cancelled: true }, now), whyNotCancel({ ...facts, cancelled: true }), whyNotRecord({ ...facts, cancelled: true }, now)]).toEqual(["CANCELLED", "CANCELLED", "CANCELLED"]);
  });

  test("keeps nobody busy who is on call or has declined", () => {
    expect(keepsBusy({ attendance: "REQUIRED", answer: "NONE" })).toBe(true);
    expect(keepsBusy({ attendance: "ON_CALL", answer: "ACCEPTED" })).toBe(false);
    expect(keepsBusy({ attendance: "PREFERRED", answer: "DECLINED" })).toBe(false);
  });

  test("has no link when it is live and no place when it is digital", () => {
    const typed = { place: "Op school", link: "https://video.example.nl" };
    expect(whereOf({ form: "LIVE", ...typed })).toEqual({ form: "LIVE", place: "Op school", link: null });
    expect(whereOf({ form: "DIGITAL", ...typed })).toEqual({ form: "DIGITAL", place: null, link: "https://video.example.nl" });
  });
});

describe("the form of a meeting", () => {
  const typed = { coreTeamId: crypto.randomUUID(), kind: "IN_DEPTH", date: "24 11 2026", start: "14.15", minutes: "75", form: "LIVE", place: "De Wilgen" };

  test("is read in wall time and minutes", () => {
    expect(scheduleMeetingSchema.parse(typed)).toMatchObject({ date: "2026-11-24", start: "14:15", minutes: 75, theme: null, link: null, invitees: [], confirmed: [] });
  });

  test("asks for a place in the same round as for other fields, except when the meeting is digital", () => {
    expect(wrong({ ...typed, place: "", date: "" })).toEqual(["date", "place"]);
    expect(wrong({ ...typed, place: "", form: "DIGITAL" })).toEqual([]);
    expect(wrong({ ...typed, form: "" })).toEqual(["form"]);
  });

  test("refuses 600 invitees, a link that is not https, and a duration of no minutes", () => {
    expect(wrong({ ...typed, invitees: Array.from({ length: 600 }, () => crypto.randomUUID()) })).toEqual(["invitees"]);
    expect(wrong({ ...typed, form: "HYBRID", link: "javascript:alert(1)" })).toEqual(["link"]);
    expect(wrong({ ...typed, minutes: "0" })).toEqual(["minutes"]);
    expect(wrong({ ...typed, minutes: "900" })).toEqual(["minutes"]);
  });

  test("gives each refusal a Dutch sentence", () => {
    const invitees = Array.from({ length: 600 }, () => crypto.randomUUID());
    const result = scheduleMeetingSchema.safeParse({ ...typed, kind: "x", date: "31 2 2026", start: "25.00", minutes: "0", form: "x", link: "x", theme: "x".repeat(200), invitees });
    for (const { message } of result.error?.issues ?? []) expect(message).toMatch(/^[A-ZÉ].*\.$/);
  });

  test("of a change needs the version it started from", () => {
    const { coreTeamId: _none, ...change } = typed;
    expect(rescheduleMeetingSchema.safeParse({ ...change, meetingId: crypto.randomUUID() }).success).toBe(false);
    expect(rescheduleMeetingSchema.safeParse({ ...change, meetingId: crypto.randomUUID(), version: "3" }).data?.version).toBe(3);
  });

  function wrong(given: Record<string, unknown>): string[] {
    const issues = scheduleMeetingSchema.safeParse(given).error?.issues ?? [];
    return [...new Set(issues.map(({ path }) => String(path[0])))].toSorted();
  }
});

function at(day: string, time: string): Period {
  return periodOf(day, time, 75) as Period;
}

function spell(functionId: string, firstDay: string, lastDay: string | null, attendance: Spell["attendance"] = "REQUIRED"): Spell {
  return { functionId, functionName: functionId, functionCode: functionId, attendance, firstDay, lastDay };
}

function person(personId: string, spells: Spell[]): TeamPerson {
  return { personId, name: personId, organisation: null, availability: unknownAvailability, spells };
}
