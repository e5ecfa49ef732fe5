import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#lib/dates";
import { ENOUGH } from "#lib/planning/slot-advice";
import { findSlots, turnoutAt } from "#lib/planning/slot-finder";
import { following } from "#lib/planning/slot-following";
import type { Advice, Availability, Busy, Help, NotComing, Reason, SlotQuestion } from "#lib/planning/slot-question";
import { everyMoment } from "#tests/support/slot-brute-force";
import { anInvitee, aQuestion, at, busy, crowdedQuestions, questions, working } from "#tests/support/slot-world";

const runs = (numRuns: number) => ({ seed: 20261125, numRuns });
const PATIENCE = { timeout: 90_000 };

const fittingIn = (question: SlotQuestion) => everyMoment(question).filter(({ fits }) => fits).length;

function adviceOf(question: SlotQuestion, kind: Advice["kind"]): Advice | undefined {
  return findSlots(question).advice.find((advice) => advice.kind === kind);
}

describe("following an advice gives what it promises", PATIENCE, () => {
  test("as many moments as it says, counted by a search of everything against everything", () => {
    const given = new Map<string, number>();
    fc.assert(
      fc.property(fc.oneof({ weight: 2, arbitrary: questions() }, { weight: 1, arbitrary: crowdedQuestions() }), (question) => {
        const { advice, fitting } = findSlots(question);
        if (fitting >= ENOUGH) expect(advice).toEqual([]);
        expect(advice.length).toBeLessThanOrEqual(4);
        expect(advice.map(({ gain }) => gain)).toEqual(advice.map(({ gain }) => gain).toSorted((a, b) => b - a));
        for (const each of advice) {
          expect(each.gain).toBeGreaterThan(0);
          expect(each.fitting).toBe(fitting + each.gain);
          expect({ ...each, fitting: fittingIn(following(question, each)) }).toEqual(each);
          given.set(each.kind, (given.get(each.kind) ?? 0) + 1);
        }
      }),
      runs(350),
    );
    expect([...given.keys()].toSorted()).toEqual(["COME_ANYWAY", "DIGITAL", "FREE_DAY", "MOVE_MEETING", "NOT_REQUIRED", "NO_MAXIMUM", "SHORTER"]);
    expect(Math.min(...given.values())).toBeGreaterThan(1);
  });

  test("no other day of anybody would give more than the one that is asked for", () => {
    fc.assert(
      fc.property(questions(), (question) => {
        const { advice, fitting } = findSlots(question);
        if (fitting >= ENOUGH || question.minutes < 60) return;
        const most = Math.max(0, ...everyFreeDay(question).map((help) => fittingIn(following(question, help)) - fitting));
        expect(advice.find(({ kind }) => kind === "FREE_DAY")?.gain ?? 0).toBe(most);
      }),
      runs(80),
    );
  });
});

function everyFreeDay({ from, until, invitees }: SlotQuestion): Help[] {
  const help: Help[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) for (const person of invitees) help.push({ kind: "FREE_DAY", person, day, part: "DAY" });
  return help;
}

describe("an obstacle that is named is one", PATIENCE, () => {
  test("a moment fits once the only thing that is in the way of the only empty seat is gone", () => {
    const tried = new Set<string>();
    const start = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 39 }));
    fc.assert(
      fc.property(fc.oneof(questions(), crowdedQuestions()), start, (question, [days, quarters]) => {
        const day = question.from === question.until ? question.from : addDays(question.from, days);
        const startsAt = new Date(at(day, "08:00").getTime() + quarters * 15 * 60_000);
        const { notComing, required, fits } = turnoutAt(question, startsAt);
        if (fits || required.all - required.filled !== 1) return;
        const empty = notComing.filter(({ attendance, seat, reasons }) => attendance === "REQUIRED" && seat === "EMPTY" && reasons.length === 1);
        for (const blocked of empty) {
          expect(turnoutAt(without(question, blocked, day), startsAt).fits).toBe(true);
          tried.add(blocked.reasons[0].kind);
        }
      }),
      runs(2000),
    );
    expect([...tried].toSorted()).toEqual(["ABSENT", "BUSY", "DAY_FULL", "NOT_WORKING", "TRAVEL_BETWEEN", "TRAVEL_FROM", "TRAVEL_TO"]);
  });
});

// The same world without one obstacle of one person.
function without(question: SlotQuestion, { personId, functionName, reasons: [reason] }: NotComing, day: string): SlotQuestion {
  const invitees = question.invitees.map((invitee) =>
    invitee.personId === personId && invitee.functionName === functionName ? { ...invitee, availability: changed(invitee.availability, reason, day) } : invitee,
  );
  return { ...question, invitees };
}

function changed(own: Availability, reason: Reason, day: string): Availability {
  switch (reason.kind) {
    case "NOT_WORKING":
      return { ...own, patterns: [] };
    case "ABSENT":
      return { ...own, absences: own.absences.filter((absence) => absence.firstDay > day || absence.lastDay < day) };
    case "BUSY":
    case "TRAVEL_FROM":
    case "TRAVEL_TO":
      return { ...own, busy: lessOne(own.busy, reason.meeting) };
    case "TRAVEL_BETWEEN":
      return { ...own, busy: lessOne(own.busy, reason.from) };
    case "DAY_FULL":
      return { ...own, mostMeetingsADay: null };
    default:
      throw new Error(`${reason.kind} keeps nobody's seat empty.`);
  }
}

function lessOne(busy: readonly Busy[], meeting: Busy): Busy[] {
  expect(busy).toContain(meeting);
  return busy.filter((other) => other !== meeting);
}

describe("what would help", () => {
  const tuesday = "2026-11-24";
  const noor = anInvitee("Noor de Wit", "IB'er");

  test("the doctor, who does not work on Tuesdays, is asked for the one Tuesday that gives most", () => {
    const doctor = anInvitee("Amira El Idrissi", "Schoolarts", { patterns: working(1), busy: [busy("2026-11-30", "12:00", "17:00"), busy("2026-12-07", "12:00", "17:00")] });
    const noorOnTuesdays = { ...noor, availability: { ...noor.availability, patterns: working(2), busy: [busy("2026-11-24", "08:30", "15:30")] } };
    const question = aQuestion({ from: "2026-11-24", until: "2026-12-11", invitees: [noorOnTuesdays, doctor], hours: { first: "13:00", lastEnd: "15:30" } });
    expect(findSlots(question).fitting).toBe(0);
    const advice = adviceOf(question, "FREE_DAY");
    expect(advice).toMatchObject({ person: { name: "Amira El Idrissi" }, day: "2026-12-01", part: "AFTERNOON", gain: 4, fitting: 4 });
    // The Tuesday after it, 8 December, stays as it was.
    expect(findSlots(following(question, advice as Advice)).fitting).toBe(4);
  });

  test("half a day is asked for when a whole one gives no more, and a whole one when it does", () => {
    const doctor = anInvitee("Amira El Idrissi", "Schoolarts", { patterns: working(1) });
    const asked = (first: string, lastEnd: string) => adviceOf(aQuestion({ invitees: [noor, doctor], hours: { first, lastEnd } }), "FREE_DAY");
    expect(asked("13:00", "17:00")).toMatchObject({ part: "AFTERNOON" });
    expect(asked("08:30", "12:30")).toMatchObject({ part: "MORNING" });
    expect(asked("08:30", "17:00")).toMatchObject({ part: "DAY" });
  });

  test("no single thing helps when two people are in the way in two ways", () => {
    const doctor = anInvitee("Amira El Idrissi", "Schoolarts", { patterns: working(1) });
    const coach = anInvitee("Samira Yilmaz", "CJG-coach", { absences: [{ firstDay: tuesday, lastDay: tuesday, replacement: null }] });
    expect(findSlots(aQuestion({ invitees: [noor, doctor, coach] })).advice).toEqual([]);
  });

  test("a meeting that keeps two people busy is moved for both", () => {
    const other = busy(tuesday, "08:30", "17:30");
    const invitees = ["Samira Yilmaz", "Joke Bos"].map((name) => anInvitee(name, "CJG-coach", { busy: [other] }));
    expect(adviceOf(aQuestion({ invitees }), "MOVE_MEETING")).toMatchObject({ meeting: { at: "de-meerpaal" }, people: [{ name: "Samira Yilmaz" }, { name: "Joke Bos" }], fitting: 17 });
  });

  test("a meeting the asker may know nothing of is not named", () => {
    const invitees = [anInvitee("Samira Yilmaz", "CJG-coach", { busy: [busy(tuesday, "08:30", "17:30", "elsewhere", null)] })];
    expect(adviceOf(aQuestion({ invitees }), "MOVE_MEETING")).toBeUndefined();
  });

  test("a digital meeting saves the way, and a shorter one fits in between", () => {
    const invitees = [anInvitee("Samira Yilmaz", "CJG-coach", { busy: [busy(tuesday, "08:30", "12:00"), busy(tuesday, "13:30", "17:30")] })];
    expect(findSlots(aQuestion({ invitees, minutes: 90 })).advice.map(({ kind, gain }) => ({ kind, gain }))).toContainEqual({ kind: "DIGITAL", gain: 1 });
    const question = aQuestion({ invitees, minutes: 120, place: null });
    expect(adviceOf(question, "SHORTER")).toMatchObject({ minutes: 60, gain: 2 });
  });

  test("a person who is absent is asked for one day, and comes instead of the replacement on that day only", () => {
    const away = { firstDay: "2026-11-23", lastDay: "2026-11-27", replacement: null };
    const question = aQuestion({ from: "2026-11-23", until: "2026-11-27", invitees: [anInvitee("Samira Yilmaz", "CJG-coach", { absences: [away] })] });
    const advice = adviceOf(question, "COME_ANYWAY");
    expect(advice).toMatchObject({ day: "2026-11-23", gain: 17 });
    expect(findSlots(following(question, advice as Advice)).days.fitting).toBe(1);
  });

  test("a group that is not required any more is one advice, about all of the group", () => {
    const group = ["Joke Bos", "Amira El Idrissi"].map((name) => anInvitee(name, name === "Joke Bos" ? "Jeugdverpleegkundige" : "Schoolarts", { group: "JGZ", patterns: working(1) }));
    const advice = adviceOf(aQuestion({ invitees: [noor, ...group] }), "NOT_REQUIRED");
    expect(advice).toMatchObject({ people: [{ name: "Joke Bos" }, { name: "Amira El Idrissi" }], gain: 17 });
  });

  test("who gets another function keeps the maximum in neither, and is not required in the one that is named", () => {
    const days = ["2026-11-23", "2026-11-24"];
    const own = { busy: days.map((day) => busy(day, "08:30", "09:00", "de-wilgen")), mostMeetingsADay: 1 };
    const before = { ...anInvitee("Samira Yilmaz", "CJG-coach", { spells: [{ firstDay: "2024-08-01", lastDay: "2026-11-23" }], ...own }), personId: "samira" };
    const after = { ...anInvitee("Samira Yilmaz", "Onderwijsconsulent", { spells: [{ firstDay: "2026-11-24", lastDay: null }], ...own }), personId: "samira" };
    const question = aQuestion({ from: "2026-11-23", invitees: [noor, before, after] });
    expect(adviceOf(question, "NO_MAXIMUM")).toMatchObject({ gain: 32, fitting: 32 });
    const advice = adviceOf(question, "NOT_REQUIRED");
    expect(advice).toMatchObject({ people: [{ functionName: "CJG-coach" }], gain: 17 });
    expect(findSlots(following(question, advice as Advice)).fitting).toBe(17);
  });

  test("nothing is advised when there is enough to choose from", () => {
    expect(findSlots(aQuestion({ invitees: [noor] })).advice).toEqual([]);
  });
});
