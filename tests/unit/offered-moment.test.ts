import { describe, expect, test } from "vitest";
import { momentAt } from "#lib/dates";
import { readTyped } from "#lib/forms/typed-input";
import { OFFERED, offerOf, tickOffered, typeOffered } from "#lib/meetings/offered-moment";
import { scheduleMeetingSchema } from "#lib/meetings/schema";

const startsAt = momentAt("2026-12-01", "16:00") as Date;
const known = ["UNAVAILABLE 2026-12-01 16:00 amira", "NOT_MEMBERS 2026-12-01"];
const offer = offerOf({ period: { startsAt, endsAt: startsAt }, known });

describe("a moment that a form offers", () => {
  test("is taken as if it had been typed and what was told beside it had been ticked, whatever stands in the boxes", () => {
    const { typed, input } = readTyped(scheduleMeetingSchema, typeOffered(sent({ dateDay: "", dateMonth: "abc", dateYear: "2026", start: "", place: "", [OFFERED]: offer })));
    expect(typed).toMatchObject({ dateDay: "1", dateMonth: "12", dateYear: "2026", start: "16.00", confirmed: known, place: "" });
    expect(input).toMatchObject({ date: "1 12 2026", start: "16.00" });
  });

  test("leaves a form alone in which no such button was pressed", () => {
    const form = sent({ dateDay: "3", start: "9.15", confirmed: "WEEKEND 2026-11-28" });
    expect([...typeOffered(form)]).toEqual([...form]);
    expect([...tickOffered(form)]).toEqual([...form]);
  });

  test("is no moment when it is no day or no time", () => {
    for (const nonsense of ["2026-13-45 16:00", "2026-12-01 24:00", "morgen", "", "; x"]) {
      expect(typeOffered(sent({ start: "9.15", [OFFERED]: nonsense })).get("start")).toBe("9.15");
    }
  });

  test("stays itself in a form without boxes for it, and its ticks come once", () => {
    const once = tickOffered(sent({ moment: "2026-11-24 14:15", [OFFERED]: offer }));
    expect([...once]).toEqual([["moment", "2026-11-24 14:15"], [OFFERED, "2026-12-01 16:00"], ["confirmed", known[0]], ["confirmed", known[1]]]);
    expect([...tickOffered(once)].toSorted()).toEqual([...once].toSorted());
  });
});

function sent(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}
