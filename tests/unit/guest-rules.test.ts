import { describe, expect, test } from "vitest";
import { momentAt } from "#lib/dates";
import { areOnAgenda, keyholeCloses, numbersOf } from "#lib/guests/rules";
import { inviteGuestSchema } from "#lib/guests/schema";
import { guestFormTexts, guestTexts } from "#lib/texts/guests";

const agenda = ["a", "b", "c"].map((id) => ({ id }));
const ITEM = "0193a0b0-0000-7000-8000-000000000001";
const form = { meetingId: ITEM, name: "Roos Veenstra", organisation: "Veilig Thuis", email: "roos@veiligthuis.example", items: [ITEM] };

test("the keyhole closes 24 hours after the meeting, also in the night in which the clock changes", () => {
  expect(keyholeCloses(momentAt("2026-11-24", "15:30") as Date)).toEqual(momentAt("2026-11-25", "15:30"));
  expect(keyholeCloses(momentAt("2027-03-27", "15:30") as Date)).toEqual(momentAt("2027-03-28", "16:30"));
});

test("a guest's items are numbered as they stand on the agenda, whatever the order in which they were chosen", () => {
  expect(numbersOf(["c", "a"], agenda)).toEqual([1, 3]);
  expect(numbersOf(["gone"], agenda)).toEqual([]);
});

test("items that were chosen are all on the agenda, or the choice is no choice any more", () => {
  expect(areOnAgenda(["a", "c"], agenda)).toBe(true);
  expect(areOnAgenda(["a", "gone"], agenda)).toBe(false);
});

describe("the form for a guest", () => {
  const problemOf = (fields: object) => {
    const parsed = inviteGuestSchema.safeParse({ ...form, ...fields });
    return parsed.success ? null : parsed.error.issues[0]?.message;
  };

  test("asks for a name, an organisation, an address and at least one item", () => {
    expect(problemOf({})).toBeNull();
    expect(problemOf({ name: " " })).toBe(guestFormTexts.nameMissing);
    expect(problemOf({ organisation: "" })).toBe(guestFormTexts.organisationMissing);
    expect(problemOf({ email: "" })).toBe(guestFormTexts.emailMissing);
    expect(problemOf({ email: "roos@" })).not.toBeNull();
    expect(problemOf({ items: [] })).toBe(guestFormTexts.itemsMissing);
    expect(problemOf({ items: undefined })).toBe(guestFormTexts.itemsMissing);
  });

  test("keeps names on one line, because they stand in a mail, and each item once", () => {
    const input = inviteGuestSchema.parse({ ...form, name: "Roos\nVeenstra", organisation: "Veilig\tThuis", items: [ITEM, ITEM] });
    expect([input.name, input.organisation, input.items]).toEqual(["Roos Veenstra", "Veilig Thuis", [ITEM]]);
  });
});

test("the items of a guest are said in words", () => {
  expect([[], [5], [2, 5], [1, 2, 5]].map(guestTexts.atItems)).toEqual(["Nog bij geen enkel punt", "Bij punt 5", "Bij de punten 2 en 5", "Bij de punten 1, 2 en 5"]);
});
