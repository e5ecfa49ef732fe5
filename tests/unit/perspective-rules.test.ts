import { describe, expect, test } from "vitest";
import { leadsCase } from "#lib/case-discussions/rules";
import { defaultFunctions } from "#lib/core-teams/default-functions";
import { canAskAgain, perspectiveIn, reminderOf, writtenPerspective } from "#lib/perspectives/rules";
import { savePerspectiveSchema } from "#lib/perspectives/schema";

describe("the field of a function", () => {
  test("reminds the JGZ of medical data and leerplicht of absence counts, in every sector", () => {
    const reminders = (["PO", "VO"] as const).flatMap(defaultFunctions).map(({ code, alternatives: group }) => [code, reminderOf({ code, group })]);
    const of = (reminder: string) => [...new Set(reminders.filter(([, given]) => given === reminder).map(([code]) => code))].toSorted();
    expect(of("MEDICAL")).toEqual(["YOUTH_DOCTOR", "YOUTH_NURSE"]);
    expect(of("ABSENCE")).toEqual(["ATTENDANCE_OFFICER"]);
    expect(of("GENERAL")).toContain("INTERNAL_COACH");
  });

  test("reminds who shares a seat with the JGZ of it too", () => {
    expect(reminderOf({ code: "FUNCTION_12", group: "JGZ" })).toBe("MEDICAL");
  });
});

describe("a perspective", () => {
  test("is written with why found words may stay, and an empty one is nothing", () => {
    expect(perspectiveIn(writtenPerspective({ perspective: "Rust helpt." }) ?? "")).toEqual({ perspective: "Rust helpt." });
    expect(perspectiveIn(writtenPerspective({ perspective: "Roos.", perspectiveReason: 'NOT_A_PERSON ["Roos"]' }) ?? "")).toEqual({ perspective: "Roos.", perspectiveReason: 'NOT_A_PERSON ["Roos"]' });
    expect(writtenPerspective({ perspective: null, perspectiveReason: "x" })).toBeNull();
  });

  test("holds no more than two thousand characters, and is hidden unless its form says otherwise", () => {
    const sent = { discussionId: "3f3c8a54-6a4e-4a41-9a4b-0c6f3c1d2e3f", version: "0" };
    expect(savePerspectiveSchema.parse(sent)).toMatchObject({ perspective: null, revealed: "no" });
    expect(savePerspectiveSchema.safeParse({ ...sent, perspective: "x".repeat(2_001) }).success).toBe(false);
  });

  test("is asked for once a day", () => {
    expect([canAskAgain(null, "2026-11-10"), canAskAgain("2026-11-09", "2026-11-10"), canAskAgain("2026-11-10", "2026-11-10")]).toEqual([true, true, false]);
  });
});

test("a casus is led by its writer and by whoever may record its meeting", () => {
  const scope = { consortiumId: "c", coreTeamId: "t" };
  const viewer = (id: string, records: boolean) => ({ person: { id, name: "", email: "", photoHash: null }, can: () => records });
  expect([viewer("writer", false), viewer("other", true), viewer("other", false)].map((each) => leadsCase(each, { createdById: "writer", scope }))).toEqual([true, true, false]);
});
