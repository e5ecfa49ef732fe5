import { describe, expect, test } from "vitest";
import { dayOf, timeOf } from "#lib/dates";
import { findBookableMoments, findSlots, turnoutAt } from "#lib/planning/slot-finder";
import type { Invitee, SlotQuestion } from "#lib/planning/slot-question";
import { anInvitee, aQuestion, at, busy, working } from "#tests/support/slot-world";

const tuesday = "2026-11-24";
const noor = anInvitee("Noor de Wit", "IB'er");

/** The times of the day at which a meeting can begin, of every fitting moment. */
function times(fields: Partial<SlotQuestion>): string[] {
  const { moments } = findSlots(aQuestion({ limit: 1000, ...fields }));
  return moments.map(({ period }) => timeOf(period.startsAt)).toSorted();
}

function days(fields: Partial<SlotQuestion>): string[] {
  const { moments } = findSlots(aQuestion({ limit: 1000, ...fields }));
  return [...new Set(moments.map(({ period }) => dayOf(period.startsAt)))].toSorted();
}

/** Why somebody does not come on the Tuesday at a time. */
function why(invitee: Invitee, time: string, fields: Partial<SlotQuestion> = {}): string[] {
  const { notComing } = turnoutAt(aQuestion({ invitees: [invitee], ...fields }), at(fields.from ?? tuesday, time));
  return notComing.flatMap(({ reasons }) => reasons.map(({ kind }) => kind));
}

describe("when a meeting can begin", () => {
  test("on the half hours, so that it is over in time", () => {
    expect(times({ minutes: 75, hours: { first: "14:00", lastEnd: "17:00" } })).toEqual(["14:00", "14:30", "15:00", "15:30"]);
    expect(times({ minutes: 60, hours: { first: "14:15", lastEnd: "15:45" }, stepMinutes: 15 })).toEqual(["14:15", "14:30", "14:45"]);
    expect(times({ minutes: 300, hours: { first: "14:00", lastEnd: "17:00" } })).toEqual([]);
  });

  test("later than now, and not at this very moment", () => {
    expect(times({ now: at(tuesday, "15:00"), hours: { first: "14:00", lastEnd: "17:00" } })).toEqual(["15:30", "16:00"]);
  });

  test("never in a weekend, a holiday or on a studiedag; they are told, as far as they lie in the period", () => {
    const closedDays = [
      { firstDay: "2026-12-19", lastDay: "2027-01-03", name: "Kerstvakantie", kind: "SCHOOL_HOLIDAY" as const },
      { firstDay: "2026-12-23", lastDay: "2026-12-23", name: "Binnen de vakantie", kind: "PUBLIC_HOLIDAY" as const },
      { firstDay: "2026-12-15", lastDay: "2026-12-15", name: "Studiedag", kind: "STUDY_DAY" as const },
      { firstDay: "2026-12-05", lastDay: "2026-12-05", name: "Sinterklaas", kind: "PUBLIC_HOLIDAY" as const },
      { firstDay: "2027-04-27", lastDay: "2027-04-27", name: "Koningsdag", kind: "PUBLIC_HOLIDAY" as const },
    ];
    const period = { from: "2026-12-12", until: "2026-12-24", closedDays };
    expect(days(period)).toEqual(["2026-12-14", "2026-12-16", "2026-12-17", "2026-12-18"]);
    const { closed, days: counts } = findSlots(aQuestion(period));
    expect(closed.map(({ firstDay, lastDay, ...why }) => ["name" in why ? why.name : why.kind, firstDay, lastDay])).toEqual([["Studiedag", "2026-12-15", "2026-12-15"], ["Kerstvakantie", "2026-12-19", "2026-12-24"]]);
    expect(counts).toEqual({ inPeriod: 13, open: 4, fitting: 4 });
  });

  test("never on a day on which the team has another meeting, unless that will do; the end of it is not included", () => {
    const teamMeetings = [{ startsAt: at("2026-11-24", "09:00"), endsAt: at("2026-11-24", "10:00") }, { startsAt: at("2026-11-26", "20:00"), endsAt: at("2026-11-27", "00:00") }];
    const period = { from: "2026-11-23", until: "2026-11-27" };
    expect(days({ ...period, teamMeetings })).toEqual(["2026-11-23", "2026-11-25", "2026-11-27"]);
    expect(days({ ...period, teamMeetings: [] })).toHaveLength(5);
    expect(findSlots(aQuestion({ ...period, teamMeetings })).closed).toEqual(["2026-11-24", "2026-11-26"].map((day) => ({ firstDay: day, lastDay: day, kind: "TEAM_MEETING" })));
  });

  test("at the wall time of Amsterdam, before and after each change of the clock", () => {
    for (const [from, until, before, after] of [["2026-10-23", "2026-10-26", "06:30", "07:30"], ["2027-03-26", "2027-03-29", "07:30", "06:30"]] as const) {
      const { moments } = findSlots(aQuestion({ from, until, limit: 2, hours: { first: "08:30", lastEnd: "09:30" } }));
      expect(moments.map(({ period }) => period.startsAt.toISOString().slice(0, 16))).toEqual([`${from}T${before}`, `${until}T${after}`]);
    }
  });

  test("nowhere in a period that ends before it begins", () => {
    expect(findSlots(aQuestion({ until: "2026-11-01" }))).toMatchObject({ moments: [], fitting: 0, considered: 0, days: { inPeriod: 0 } });
  });
});

describe("when somebody works", () => {
  test("a meeting that ends at half past twelve is in the morning, one that begins then in the afternoon", () => {
    const mornings = anInvitee("Joke Bos", "Jeugdverpleegkundige", { patterns: [{ validFrom: "2024-08-01", mornings: [2], afternoons: [] }] });
    expect([why(mornings, "11:30"), why(mornings, "12:00"), why(mornings, "12:30")]).toEqual([[], ["NOT_WORKING"], ["NOT_WORKING"]]);
    const afternoons = anInvitee("Joke Bos", "Jeugdverpleegkundige", { patterns: [{ validFrom: "2024-08-01", mornings: [], afternoons: [2] }] });
    expect([why(afternoons, "11:30"), why(afternoons, "12:00"), why(afternoons, "12:30")]).toEqual([["NOT_WORKING"], ["NOT_WORKING"], []]);
  });

  test("it is told whether somebody does not work that day, or only not that half of it", () => {
    const part = (patterns: Invitee["availability"]["patterns"]) => turnoutAt(aQuestion({ invitees: [anInvitee("Joke Bos", "Jeugdverpleegkundige", { patterns })] }), at(tuesday, "14:00")).notComing[0]?.reasons[0];
    expect(part(working(1, 4))).toEqual({ kind: "NOT_WORKING", weekday: 2, part: "DAY" });
    expect(part([{ validFrom: "2024-08-01", mornings: [2], afternoons: [1] }])).toEqual({ kind: "NOT_WORKING", weekday: 2, part: "AFTERNOON" });
  });

  test("other working days count from the day on which they begin", () => {
    const patterns = [{ validFrom: "2026-11-24", mornings: [1], afternoons: [1] }, ...working(2)];
    expect(days({ from: "2026-11-16", until: "2026-12-01", invitees: [anInvitee("Joke Bos", "Jeugdverpleegkundige", { patterns })] })).toEqual(["2026-11-17", "2026-11-30"]);
  });

  test("who told nothing is taken to work, and that is marked", () => {
    const { coming } = turnoutAt(aQuestion({ invitees: [noor, anInvitee("Joke Bos", "Jeugdverpleegkundige", { patterns: working(2) })] }), at(tuesday, "14:00"));
    expect(coming.map(({ name, presumed }) => [name, presumed])).toEqual([["Noor de Wit", true], ["Joke Bos", false]]);
  });
});

describe("other meetings", () => {
  const samira = (...meetings: ReturnType<typeof busy>[]) => anInvitee("Samira Yilmaz", "CJG-coach", { busy: meetings });

  test("one that ends when this one begins, or begins when this one ends, is no clash at the same place", () => {
    const invitee = samira(busy(tuesday, "10:00", "11:00", "de-wilgen"), busy(tuesday, "12:00", "13:00", "de-wilgen"));
    expect([why(invitee, "10:45"), why(invitee, "11:00"), why(invitee, "11:15")]).toEqual([["BUSY"], [], ["BUSY"]]);
  });

  test("between two places there is the margin for travel, before and after", () => {
    const before = samira(busy(tuesday, "10:00", "11:00"));
    expect([why(before, "11:00"), why(before, "11:15"), why(before, "11:30")]).toEqual([["TRAVEL_FROM"], ["TRAVEL_FROM"], []]);
    const after = samira(busy(tuesday, "13:00", "14:00"));
    expect([why(after, "11:30"), why(after, "11:45"), why(after, "12:00")]).toEqual([[], ["TRAVEL_TO"], ["TRAVEL_TO"]]);
    const both = samira(busy(tuesday, "10:00", "11:00"), busy(tuesday, "12:30", "13:30", "de-brug"));
    expect(why(both, "11:15")).toEqual(["TRAVEL_FROM", "TRAVEL_TO"]);
  });

  test("a digital meeting needs no travel, whichever of the two it is", () => {
    expect(why(samira(busy(tuesday, "10:00", "11:00", null)), "11:00")).toEqual([]);
    expect(why(samira(busy(tuesday, "10:00", "11:00")), "11:00", { place: null })).toEqual([]);
  });

  test("a digital meeting may not take the time for the way between two others, and no travel is possible in one", () => {
    const others = [busy(tuesday, "10:00", "11:00", "de-brug"), busy(tuesday, "12:15", "13:00")];
    expect([why(samira(...others), "11:00", { place: null }), why(samira(...others), "11:15", { place: null })]).toEqual([["TRAVEL_BETWEEN"], ["TRAVEL_BETWEEN"]]);
    expect(why(samira(...others), "11:15", { place: null, minutes: 30 })).toEqual([]);
    expect(why(samira(busy(tuesday, "10:00", "11:00"), busy(tuesday, "11:00", "12:00", null)), "12:00")).toEqual(["TRAVEL_FROM"]);
  });

  test("who was at the place in between is there already", () => {
    const invitee = samira(busy(tuesday, "10:00", "11:00"), busy(tuesday, "11:10", "11:25", "de-wilgen"));
    expect(why(invitee, "11:25")).toEqual([]);
  });

  test("the margin is for one day: what was late yesterday does not count", () => {
    expect(why(samira(busy("2026-11-23", "23:00", "23:55")), "00:00", { hours: { first: "00:00", lastEnd: "17:30" } })).toEqual([]);
  });

  test("a meeting of a whole day takes that day and no other", () => {
    const wholeDay = { startsAt: at(tuesday, "00:00"), endsAt: at("2026-11-25", "00:00"), place: null, at: null };
    expect(days({ from: "2026-11-23", until: "2026-11-25", invitees: [samira(wholeDay)] })).toEqual(["2026-11-23", "2026-11-25"]);
  });

  test("on a day with as many as somebody wants there is no room for another", () => {
    const two = [busy(tuesday, "08:30", "09:30"), busy("2026-11-24", "16:00", "17:00")];
    expect(why({ ...samira(...two), availability: { ...samira(...two).availability, mostMeetingsADay: 2 } }, "12:00")).toEqual(["DAY_FULL"]);
    expect(why({ ...samira(...two), availability: { ...samira(...two).availability, mostMeetingsADay: 3 } }, "12:00")).toEqual([]);
  });
});

describe("who is absent", () => {
  const away = { firstDay: "2026-11-23", lastDay: tuesday };
  const yusuf = (availability: Partial<Invitee["availability"]> = {}) => ({ personId: "yusuf", name: "Yusuf Demir", availability: { patterns: [], absences: [], busy: [], mostMeetingsADay: null, ...availability } });
  const samira = (replacement: ReturnType<typeof yusuf> | null) => anInvitee("Samira Yilmaz", "CJG-coach", { patterns: working(1, 3), absences: [{ ...away, replacement }] });

  test("is away for whole days, and back the next", () => {
    expect(days({ from: "2026-11-23", until: "2026-11-25", invitees: [samira(null)] })).toEqual(["2026-11-25"]);
  });

  test("is replaced by who can come, on that person's own working days", () => {
    const { coming, required } = turnoutAt(aQuestion({ invitees: [samira(yusuf({ patterns: working(2) }))] }), at(tuesday, "14:00"));
    expect({ coming, required }).toMatchObject({ coming: [{ name: "Samira Yilmaz", replacement: { name: "Yusuf Demir" }, presumed: false }], required: { filled: 1, all: 1 } });
  });

  test("is not replaced by who cannot come either, and it is told why", () => {
    const { notComing } = turnoutAt(aQuestion({ invitees: [samira(yusuf({ busy: [busy(tuesday, "14:00", "15:00")] }))] }), at(tuesday, "14:00"));
    expect(notComing[0]?.reasons[0]).toMatchObject({ kind: "ABSENT", ...away, replacement: { name: "Yusuf Demir", reasons: [{ kind: "BUSY" }] } });
  });

  test("is not replaced by who is away as well", () => {
    const { notComing } = turnoutAt(aQuestion({ invitees: [samira(yusuf({ absences: [{ firstDay: tuesday, lastDay: tuesday, replacement: null }] }))] }), at(tuesday, "14:00"));
    expect(notComing[0]?.reasons[0]).toMatchObject({ kind: "ABSENT", replacement: { reasons: [{ kind: "ABSENT" }] } });
  });
});

describe("who is needed", () => {
  const never = { absences: [{ firstDay: "2026-01-01", lastDay: "2027-12-31", replacement: null }] };
  const joke = (more = {}) => anInvitee("Joke Bos", "Jeugdverpleegkundige", { group: "JGZ", ...more });
  const amira = (more = {}) => anInvitee("Amira El Idrissi", "Schoolarts", { group: "JGZ", attendance: "PREFERRED", ...more });

  test("who is preferred or on call keeps the meeting from no moment, and who is required from all", () => {
    const fitting = (attendance: Invitee["attendance"]) => findSlots(aQuestion({ invitees: [noor, anInvitee("Peter Vos", "Leerplichtambtenaar", { attendance, ...never })] })).fitting;
    expect([fitting("REQUIRED"), fitting("PREFERRED"), fitting("ON_CALL")]).toEqual([0, 17, 17]);
  });

  test("who is on call and in another meeting keeps nobody from that moment, also not when it is to be booked", () => {
    const bookable = (attendance: Invitee["attendance"]) => findBookableMoments(aQuestion({ invitees: [noor, anInvitee("Peter Vos", "Leerplichtambtenaar", { attendance, busy: [busy(tuesday, "08:30", "17:30")] })] })).length;
    expect([bookable("REQUIRED"), bookable("PREFERRED"), bookable("ON_CALL")]).toEqual([0, 0, 1]);
  });

  test("of a group one is enough: the nurse or the doctor, in one seat that is as needed as the most needed of them", () => {
    const nurse = turnoutAt(aQuestion({ invitees: [noor, joke(), amira(never)] }), at(tuesday, "14:00"));
    const doctor = turnoutAt(aQuestion({ invitees: [noor, joke(never), amira()] }), at(tuesday, "14:00"));
    expect([nurse, doctor]).toMatchObject([{ fits: true, required: { filled: 2, all: 2 } }, { fits: true, required: { filled: 2, all: 2 } }]);
    expect(doctor.notComing).toMatchObject([{ name: "Joke Bos", seat: "FILLED" }]);
    expect(turnoutAt(aQuestion({ invitees: [noor, joke(never), amira(never)] }), at(tuesday, "14:00"))).toMatchObject({ fits: false, required: { filled: 1, all: 2 }, preferred: { all: 0 } });
  });

  test("who is no member on the day has no seat: the successor takes it over", () => {
    const until = anInvitee("Samira Yilmaz", "CJG-coach", { spells: [{ firstDay: "2024-08-01", lastDay: "2026-11-24" }] });
    const after = anInvitee("Yusuf Demir", "CJG-coach", { spells: [{ firstDay: "2026-11-25", lastDay: null }] });
    const turnout = (day: string) => turnoutAt(aQuestion({ invitees: [until, after] }), at(day, "14:00"));
    expect(turnout("2026-11-24")).toMatchObject({ fits: true, required: { filled: 1, all: 1 }, notComing: [{ name: "Yusuf Demir", seat: "NONE", reasons: [{ kind: "NOT_YET_MEMBER" }] }] });
    expect(turnout("2026-11-25")).toMatchObject({ fits: true, required: { filled: 1, all: 1 }, notComing: [{ name: "Samira Yilmaz", seat: "NONE", reasons: [{ kind: "NO_LONGER_MEMBER" }] }] });
  });

  test("a meeting to which nobody can come does not fit, even when nobody is required", () => {
    expect(findSlots(aQuestion({ invitees: [anInvitee("Peter Vos", "Leerplichtambtenaar", { attendance: "ON_CALL", ...never })] })).fitting).toBe(0);
    expect(findSlots(aQuestion({ invitees: [] })).fitting).toBe(0);
  });
});

describe("which moments are best", () => {
  const doctor = anInvitee("Amira El Idrissi", "Schoolarts", { attendance: "PREFERRED", patterns: working(4) });
  const week = { from: "2026-11-23", until: "2026-11-27" };

  test("those to which more of who is wanted come, then the earliest", () => {
    const { moments } = findSlots(aQuestion({ ...week, invitees: [noor, doctor] }));
    expect(moments.map(({ period, preferred }) => [dayOf(period.startsAt), preferred.filled])).toEqual([["2026-11-26", 1], ["2026-11-23", 0], ["2026-11-24", 0], ["2026-11-25", 0], ["2026-11-27", 0]]);
  });

  test("one a day, until each day with a fitting moment has one", () => {
    const invitee = { ...noor, availability: { ...noor.availability, patterns: working(2, 4) } };
    const { moments } = findSlots(aQuestion({ ...week, invitees: [invitee], limit: 3 }));
    expect(moments.map(({ period }) => `${dayOf(period.startsAt)} ${timeOf(period.startsAt)}`)).toEqual(["2026-11-24 08:30", "2026-11-24 09:00", "2026-11-26 08:30"]);
  });

  test("those near to a wish go first: by day, and on the day by time", () => {
    const { moments } = findSlots(aQuestion({ ...week, around: at("2026-11-25", "15:15"), limit: 3 }));
    expect(moments.map(({ period }) => `${dayOf(period.startsAt)} ${timeOf(period.startsAt)}`)).toEqual(["2026-11-25 15:00", "2026-11-24 15:00", "2026-11-26 15:00"]);
  });

  test("somebody's own coming goes before a replacement's, and that before who is on call", () => {
    const away = { firstDay: "2026-11-23", lastDay: "2026-11-24", replacement: { personId: "yusuf", name: "Yusuf Demir", availability: { patterns: [], absences: [], busy: [], mostMeetingsADay: null } } };
    const invitees = [anInvitee("Samira Yilmaz", "CJG-coach", { absences: [away] }), anInvitee("Peter Vos", "Leerplichtambtenaar", { attendance: "ON_CALL", patterns: working(2, 5) })];
    const { moments } = findSlots(aQuestion({ ...week, invitees }));
    expect(moments.map(({ period }) => dayOf(period.startsAt))).toEqual(["2026-11-27", "2026-11-25", "2026-11-26", "2026-11-24", "2026-11-23"]);
  });
});
