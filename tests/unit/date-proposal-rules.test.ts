import { describe, expect, test } from "vitest";
import { type AskedPerson, answersAt, bestFirst, deadlineOf, reminderMoment, standOf } from "#lib/date-proposals/rules";
import type { Holiday } from "#lib/meetings/rules";

const NOW = new Date("2026-11-02T08:00:00Z");
const HOLIDAY: Holiday = { kind: "SCHOOL", region: "Noord", name: "Herfstvakantie", firstDay: "2026-10-10", lastDay: "2026-10-18" };

describe("the reminder", () => {
  test("is 48 hours before the deadline, in the last working hour before that night", () => {
    // Answers count up to and including Thursday the 12th.
    expect(reminderMoment(deadlineOf("2026-11-12"), NOW, [])).toEqual(new Date("2026-11-10T16:00:00Z"));
  });

  test("moves to the Friday before when that would be in the weekend", () => {
    expect(reminderMoment(deadlineOf("2026-11-17"), NOW, [])).toEqual(new Date("2026-11-13T16:00:00Z"));
  });

  test("moves to before a school holiday", () => {
    expect(reminderMoment(deadlineOf("2026-10-19"), new Date("2026-10-01T08:00:00Z"), [HOLIDAY])).toEqual(new Date("2026-10-09T15:00:00Z"));
  });

  test("is left out when that moment has passed already", () => {
    expect(reminderMoment(deadlineOf("2026-11-03"), NOW, [])).toBeNull();
  });

  test("falls within the same wall time on both sides of a change of the clock", () => {
    expect(reminderMoment(deadlineOf("2027-03-30"), NOW, [])).toEqual(new Date("2027-03-26T16:00:00Z"));
  });
});

function person(name: string, fields: Partial<AskedPerson> = {}): AskedPerson {
  return { inviteeId: name, personId: name, name, functionName: name, attendance: "REQUIRED", group: null, answered: true, answers: {}, counterStartsAt: null, ...fields };
}

describe("how a moment stands", () => {
  test("misses who is required and cannot come", () => {
    const stand = standOf("m", [person("a", { answers: { m: "YES" } }), person("b", { answers: { m: "NO" } }), person("c", { attendance: "PREFERRED", answers: { m: "NO" } })]);
    expect(stand.missed.map(({ name }) => name)).toEqual(["b"]);
    expect([stand.yes, stand.cannot.length]).toEqual([1, 2]);
  });

  test("misses nobody of a group of which another can come", () => {
    const people = [person("nurse", { group: "JGZ", answers: { m: "NO" } }), person("doctor", { group: "JGZ", answers: { m: "IF_NEEDED" } })];
    expect(standOf("m", people).missed).toEqual([]);
  });

  test("does not count who is on call", () => {
    expect(standOf("m", [person("a", { attendance: "ON_CALL", answered: false })]).silent).toEqual([]);
  });

  test("best first: nobody missed goes before many who can", () => {
    const at = (hour: number) => new Date(Date.UTC(2026, 10, 24, hour));
    const people = [person("a", { answers: { early: "NO", late: "YES" } }), ...["b", "c"].map((name) => person(name, { attendance: "PREFERRED", answers: { early: "YES", late: "NO" } }))];
    const moments = [{ id: "early", startsAt: at(9) }, { id: "late", startsAt: at(15) }].map((moment) => ({ ...moment, stand: standOf(moment.id, people) }));
    expect(bestFirst(moments).map(({ id }) => id)).toEqual(["late", "early"]);
  });
});

test("who said yes or offered the moment comes, who said no does not, and who was silent is asked", () => {
  const offered = new Date("2026-11-26T14:15:00Z");
  const people = [person("yes", { answers: { m: "YES" } }), person("no", { answers: { m: "NO" } }), person("silent"), person("offers", { answers: { m: "NO" }, counterStartsAt: offered })];
  expect([...answersAt(new Date("2026-12-01T13:00:00Z"), "m", people)]).toEqual([["yes", "ACCEPTED"], ["no", "DECLINED"], ["offers", "DECLINED"]]);
  expect([...answersAt(offered, null, people)]).toEqual([["offers", "ACCEPTED"]]);
});
