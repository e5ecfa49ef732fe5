import { describe, expect, test } from "vitest";
import { needsRefresh, refreshBefore, tellingProblem } from "#lib/follow-up/rules";
import { setAtPlaySchema, tellFamilySchema, writeLessonSchema } from "#lib/follow-up/schema";

const id = "3f3c8a54-6a4e-4a41-9a4b-0c6f3c1d2e3f";

describe("how a casus goes", () => {
  test("is said anew after four weeks, and not before", () => {
    expect(refreshBefore("2026-11-10")).toBe("2026-10-13");
    expect(needsRefresh({ progress: "UNDER_WAY", lastTold: "2026-10-13" }, "2026-11-10")).toBe(false);
    expect(needsRefresh({ progress: "UNDER_WAY", lastTold: "2026-10-12" }, "2026-11-10")).toBe(true);
  });

  test("waits for who was named and said nothing, and for nobody once it is completed or while nobody was named", () => {
    expect(needsRefresh({ progress: null, lastTold: "2026-09-01" }, "2026-11-10")).toBe(true);
    expect(needsRefresh({ progress: "COMPLETED", lastTold: "2026-09-01" }, "2026-11-10")).toBe(false);
    expect(needsRefresh({ progress: null, lastTold: null }, "2026-11-10")).toBe(false);
  });
});

describe("feedback that was given", () => {
  test("has a day that is not to come and somebody who gave it", () => {
    const today = "2026-11-10";
    expect(tellingProblem({ given: "no", on: null, byId: null }, today)).toBeNull();
    expect(tellingProblem({ given: "yes", on: today, byId: id }, today)).toBeNull();
    expect(tellingProblem({ given: "yes", on: null, byId: id }, today)).toBe("ON_MISSING");
    expect(tellingProblem({ given: "yes", on: "2026-11-11", byId: id }, today)).toBe("ON_TO_COME");
    expect(tellingProblem({ given: "yes", on: today, byId: null }, today)).toBe("BY_MISSING");
  });

  test("has no field for what was said", () => {
    expect(Object.keys(tellFamilySchema.shape)).toEqual(["discussionId", "version", "parents", "parentsOn", "parentsById", "pupil", "pupilOn", "pupilById"]);
  });
});

test("who is to act is one person or function, as a select gives it", () => {
  const typed = (to: string) => setAtPlaySchema.safeParse({ discussionId: id, version: "0", to });
  expect(typed(`person:${id}`).data?.to).toEqual({ kind: "person", id });
  for (const wrong of ["", "person:", `people:${id}`, `person:${id}:x`, id]) expect(typed(wrong).success, wrong).toBe(false);
});

test("a success and a lesson may be empty, and are short", () => {
  expect(writeLessonSchema.parse({ discussionId: id, version: "0", success: " " })).toMatchObject({ success: null, lesson: null });
  expect(writeLessonSchema.safeParse({ discussionId: id, version: "0", lesson: "x".repeat(501) }).success).toBe(false);
});
