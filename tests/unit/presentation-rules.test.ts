import { describe, expect, test } from "vitest";
import { endOf, indexByClock, itemOfCase, nextAct } from "#lib/presentation/rules";
import { itemTimeText } from "#lib/texts/presentation";

const at = (time: string) => new Date(`2026-11-24T${time}:00Z`);
const items = [{ startsAt: at("13:15"), minutes: 10 }, { startsAt: at("13:25"), minutes: 20 }, { startsAt: at("13:45"), minutes: 5 }];

describe("the clock points at", () => {
  test.each([
    ["12:00", 0, "the first item before the meeting"],
    ["13:15", 0, "an item from its very beginning"],
    ["13:24", 0, "an item until its end"],
    ["13:25", 1, "the next item at the moment it begins"],
    ["13:49", 2, "the last item"],
    ["18:00", 2, "the last item after the meeting"],
  ])("%s → %i: %s", (time, index) => expect(indexByClock(items, at(time))).toBe(index));

  test("nothing but the first place where there is no agenda", () => expect(indexByClock([], at("13:15"))).toBe(0));
});

describe("the time of an item", () => {
  const said = (time: string, seconds = 0) => itemTimeText({ startsAt: at("13:25").getTime(), endsAt: endOf({ startsAt: at("13:25"), minutes: 20 }).getTime(), now: at(time).getTime() + seconds * 1_000 });

  test("is told in whole minutes, the last one until its end, and without a threat", () => {
    expect(said("13:24")).toBe("Komt nog");
    expect(said("13:25")).toBe("Nog 20 minuten");
    expect(said("13:43", 59)).toBe("Nog 2 minuten");
    expect(said("13:44")).toBe("Nog 1 minuut");
    expect(said("13:44", 59)).toBe("Nog 1 minuut");
    expect(said("13:45")).toBe("De tijd voor dit punt is om");
  });
});

describe("the item of a casus on the screen", () => {
  const agenda = [{ standing: "SUCCESSES" }, { standing: "CASES" }, { standing: "NONE" }];

  test("is the one it was opened from, and else the first for casussen", () => {
    expect(itemOfCase(agenda, 3)).toEqual({ standing: "NONE", number: 3 });
    expect(itemOfCase(agenda, undefined)?.number).toBe(2);
    expect(itemOfCase(agenda, 9)?.number).toBe(2);
  });

  test("is none where the agenda has none", () => expect([itemOfCase([], undefined), itemOfCase([], 1), itemOfCase([{ standing: "NONE" }], undefined)]).toEqual([null, null, null]));
});

describe("the next act at a casus", () => {
  const casus = { isOpen: true, hasBegun: true, leads: true, revealedOn: null, written: 2, followUp: { atPlay: null } };

  test("is to reveal what was written, then to say who is to act, then to agree", () => {
    expect(nextAct(casus)).toBe("REVEAL");
    expect(nextAct({ ...casus, revealedOn: "2026-11-24" })).toBe("AT_PLAY");
    expect(nextAct({ ...casus, revealedOn: "2026-11-24", followUp: { atPlay: {} } })).toBe("AGREE");
  });

  test("is not to reveal what nobody wrote, nor for who may not", () => {
    for (const each of [{ written: 0 }, { leads: false }]) expect(nextAct({ ...casus, ...each })).toBe("AT_PLAY");
  });

  test("is none before the meeting begins, and of a closed casus", () => {
    for (const each of [{ hasBegun: false }, { isOpen: false }]) expect(nextAct({ ...casus, ...each })).toBeNull();
  });
});
