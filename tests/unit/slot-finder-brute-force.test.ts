import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#lib/dates";
import { findBookableMoments, findSlots, turnoutAt } from "#lib/planning/slot-finder";
import type { Invitee, SlotQuestion, Turnout } from "#lib/planning/slot-question";
import { bestMoments, everyMoment, lookAt, type FoundMoment } from "#tests/support/slot-brute-force";
import { at, crowdedQuestions, questions } from "#tests/support/slot-world";

// A fixed seed, so that a test that passed yesterday passes today; and patience, for a machine that has more to do.
const runs = (numRuns: number) => ({ seed: 20261124, numRuns });
const PATIENCE = { timeout: 90_000 };

const seats = ({ filled, all }: Turnout["required"]) => `${filled}/${all}`;

function asFound({ coming, notComing, required, preferred, onCall, fits }: Turnout) {
  const come = coming.map(({ personId, functionName, replacement }) => `${personId} ${functionName} ${replacement ? "REPLACEMENT" : "SELF"}`);
  const stay = notComing.map(({ personId, functionName, reasons }) => `${personId} ${functionName} ${reasons.map(({ kind }) => kind).toSorted().join(" ")}`);
  return { who: [...come, ...stay].toSorted(), required: seats(required), preferred: seats(preferred), onCall: seats(onCall), fits };
}

function expected({ seen, required, preferred, onCall, fits }: FoundMoment) {
  const who = seen.map(({ invitee, comes, why }) => `${invitee.personId} ${invitee.functionName} ${comes ?? why.toSorted().join(" ")}`);
  return { who: who.toSorted(), required, preferred, onCall, fits };
}

describe("the slot finder finds what a search of everything against everything finds", PATIENCE, () => {
  test("the same moments, in the same order, with the same people and the same reasons", () => {
    let fitting = 0;
    fc.assert(
      fc.property(questions(), (question) => {
        const [answer, all] = [findSlots(question), everyMoment(question)];
        const best = bestMoments(question, all);
        expect(answer.moments.map(({ period }) => period.startsAt)).toEqual(best.map(({ startsAt }) => startsAt));
        expect(answer.moments.map(asFound)).toEqual(best.map(expected));
        expect(answer.fitting).toBe(all.filter(({ fits }) => fits).length);
        expect(answer.considered).toBe(all.length);
        expect(answer.days.open).toBe(new Set(all.map(({ day }) => day)).size);
        expect(answer.days.fitting).toBe(new Set(all.filter(({ fits }) => fits).map(({ day }) => day)).size);
        if (best.length > 0) fitting += 1;
      }),
      runs(350),
    );
    // Neither of the two is rare, so that both are tried.
    expect(fitting).toBeGreaterThan(80);
    expect(fitting).toBeLessThan(300);
  });

  test("the moments that can be booked at once: the best of each day at which nobody who is invited is elsewhere", () => {
    let offered = 0;
    fc.assert(
      fc.property(questions(), (question) => {
        const isFree = ({ startsAt, day }: FoundMoment) => !question.invitees.some((invitee) => isExpectedElsewhere(invitee, day, startsAt, question.minutes));
        const perDay = [...Map.groupBy(everyMoment(question).filter(isFree), ({ day }) => day).values()].flatMap((ofDay) => bestMoments({ ...question, limit: 1 }, ofDay));
        const found = findBookableMoments(question).map(({ period }) => period.startsAt);
        expect(found).toEqual(bestMoments(question, perDay).map(({ startsAt }) => startsAt));
        if (found.length > 0) offered += 1;
      }),
      runs(250),
    );
    expect(offered).toBeGreaterThan(50);
  });

  test("of any moment, also on a Sunday on which the clock is changed", () => {
    const minutes = fc.integer({ min: 0, max: 39 }).map((index) => index * 15);
    fc.assert(
      fc.property(questions(), fc.integer({ min: 0, max: 6 }), minutes, (question, days, minute) => {
        const startsAt = new Date(at(addDays(question.from, days), "08:00").getTime() + minute * 60_000);
        expect(asFound(turnoutAt(question, startsAt))).toEqual(expected(lookAt(question, startsAt)));
      }),
      runs(900),
    );
  });

  test("of every moment of a day on which meetings at several places follow each other closely", () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(crowdedQuestions(), (question) => {
        for (const moment of everyMoment(question)) {
          const turnout = turnoutAt(question, moment.startsAt);
          expect(asFound(turnout)).toEqual(expected(moment));
          for (const { reasons } of turnout.notComing) for (const { kind } of reasons) kinds.add(kind);
        }
      }),
      runs(100),
    );
    expect([...kinds].toSorted()).toEqual(["BUSY", "TRAVEL_BETWEEN", "TRAVEL_FROM", "TRAVEL_TO"]);
  });

  test("who stands in the way of how many moments", () => {
    fc.assert(
      fc.property(questions(), (question) => {
        const all = everyMoment(question);
        const obstacles = findSlots(question).obstacles;
        for (const { people, blocked, alone } of obstacles) {
          const isOne = (index: number) => people.some(({ personId, functionName }) => question.invitees[index]?.personId === personId && question.invitees[index]?.functionName === functionName);
          const without = { ...question, invitees: question.invitees.filter((_, index) => !isOne(index)) };
          const only = { ...question, invitees: question.invitees.filter((_, index) => isOne(index)) };
          const isBlocked = (asked: SlotQuestion, { startsAt }: FoundMoment) => lacks(lookAt(asked, startsAt));
          expect(blocked).toBe(all.filter((moment) => isBlocked(only, moment)).length);
          expect(alone).toBe(all.filter((moment) => isBlocked(only, moment) && !isBlocked(without, moment)).length);
        }
        const worst = obstacles.map(({ blocked }) => blocked);
        expect(worst).toEqual(worst.toSorted((a, b) => b - a));
        expect(obstacles.length > 0).toBe(all.some(lacks));
      }),
      runs(80),
    );
  });
});

/** Whether somebody who is needed or wanted, and a member that day, has another meeting at the time, absent or not. */
function isExpectedElsewhere({ attendance, spells, availability }: Invitee, day: string, startsAt: Date, minutes: number): boolean {
  if (attendance === "ON_CALL" || !spells.some(({ firstDay, lastDay }) => firstDay <= day && day <= (lastDay ?? "9999-12-31"))) return false;
  return availability.busy.some((other) => other.startsAt.getTime() < startsAt.getTime() + minutes * 60_000 && startsAt < other.endsAt);
}

function lacks({ required }: FoundMoment): boolean {
  const [filled, all] = required.split("/");
  return filled !== all;
}
