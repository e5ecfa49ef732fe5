import { describe, expect, test } from "vitest";
import { numbered, onCallState, suggestedItem } from "#lib/on-call/rules";

const item = (title: string, explanation: string | null = null) => ({ title, explanation });
const OFFICER = "ATTENDANCE_OFFICER";

describe("the item suggested for the leerplichtambtenaar", () => {
  test("is the first that speaks of being absent, late or suspended, in its title or its explanation, in whatever case", () => {
    for (const words of ["Verzuim", "Ziekteverzuim in groep 7", "Thuiszitters", "Dreigend thuiszitten", "Vaak te laat komen", "Te-laatkomers", "Schorsing: wie bellen we?", "Een geschorste leerling", "Leerplicht"]) {
      const wanted = item(words);
      expect(suggestedItem(OFFICER, [item("Successen"), wanted, item("Verzuim")])).toBe(wanted);
      const explained = item("Een vraag", `Het gaat om ${words.toLowerCase()}.`);
      expect(suggestedItem(OFFICER, [item("Successen"), explained])).toBe(explained);
    }
  });

  test("is none when no item does, and none for anybody else on call", () => {
    expect(suggestedItem(OFFICER, [item("Successen"), item("Laat zien wat werkt", "We plaatsen het later.")])).toBeNull();
    expect(suggestedItem(OFFICER, [])).toBeNull();
    expect(suggestedItem("YOUTH_DOCTOR", [item("Verzuim")])).toBeNull();
  });
});

describe("whoever is invited", () => {
  test("waits to be called, was called, or is expected for another reason", () => {
    expect(onCallState({ attendance: "ON_CALL", calledAt: null })).toBe("ON_CALL");
    expect(onCallState({ attendance: "PREFERRED", calledAt: new Date() })).toBe("CALLED");
    expect(onCallState({ attendance: "REQUIRED", calledAt: new Date() })).toBe("CALLED");
    expect(onCallState({ attendance: "REQUIRED", calledAt: null })).toBe("OTHERWISE");
  });

  test("is called for an item by its number and when it begins, as long as it is on the agenda", () => {
    const [first, second] = [{ id: "a", startsAt: new Date("2026-11-24T13:15Z") }, { id: "b", startsAt: new Date("2026-11-24T13:25Z") }];
    expect(numbered([first, second], "b")).toEqual({ number: 2, startsAt: second.startsAt });
    expect(numbered([first], "b")).toBeNull();
  });
});
