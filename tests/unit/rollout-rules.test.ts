import { describe, expect, test } from "vitest";
import { defaultFunctions } from "#lib/core-teams/default-functions";
import { placesOf } from "#lib/core-teams/rules";
import { afterComingWeeks, chosenJob, jobsOf, type MeetingStand, nextThingOf, setupSteps } from "#lib/rollout/rules";
import { homePath, homeSearch } from "#lib/rollout/schema";

const member = { coreTeamId: "t1", coreTeamName: "De Wilgen", consortiumId: "c1", consortiumName: "Duinstreek", functionName: "IB'er", coordinates: true };
const partner = { ...member, functionName: "CJG-coach", coordinates: false };
const role = { consortiumId: "c1", consortiumName: "Duinstreek", role: "ORGANISER" } as const;
const keys = (facts: Parameters<typeof jobsOf>[0]) => jobsOf(facts).map(({ key }) => key);

describe("the jobs of somebody", () => {
  test("are one for each own school, and one for each samenwerkingsverband as a partner", () => {
    expect(keys({ memberships: [member, { ...member, coreTeamId: "t2" }], roles: [] })).toEqual(["team:t1", "team:t2"]);
    expect(keys({ memberships: [partner, { ...partner, coreTeamId: "t2" }, { ...partner, coreTeamId: "t3", consortiumId: "c2" }], roles: [] })).toEqual(["partner:c1", "partner:c2"]);
  });

  test("begin with the most likely one: own school, guidance, schools as a partner, administration, board", () => {
    const roles = (["BOARD", "ADMINISTRATOR", "PROCESS_COACH"] as const).map((each) => ({ ...role, role: each }));
    expect(keys({ memberships: [{ ...partner, coreTeamId: "t2" }, member], roles })).toEqual(["team:t1", "guide:c1", "partner:c1", "administrator:c1", "board:c1"]);
  });

  test("name every function once, and procesbegeleider and organisator are one job", () => {
    const [job] = jobsOf({ memberships: [], roles: [role, { ...role, role: "PROCESS_COACH" }] });
    expect(job?.roles).toEqual(["ORGANISER", "PROCESS_COACH"]);
    const [asPartner] = jobsOf({ memberships: [partner, { ...partner, coreTeamId: "t2", functionName: "Schoolarts" }, { ...partner, coreTeamId: "t3" }], roles: [] });
    expect(asPartner?.roles).toEqual(["CJG-coach", "Schoolarts"]);
  });

  test("count somebody who is IB'er and directeur of one school once, and as no partner there", () => {
    const facts = { memberships: [member, { ...member, functionName: "Directeur" }, partner], roles: [] };
    expect(jobsOf(facts)).toMatchObject([{ key: "team:t1", roles: ["IB'er", "Directeur"] }]);
  });

  test("are chosen by the address, and a job of somebody else is not among them", () => {
    const jobs = jobsOf({ memberships: [member], roles: [role] });
    expect(chosenJob(jobs, "guide:c1")?.key).toBe("guide:c1");
    expect(chosenJob(jobs, "guide:c2")?.key).toBe("team:t1");
    expect(chosenJob([], "guide:c1")).toBeNull();
  });
});

describe("the next thing of a school", () => {
  const next: MeetingStand = { id: "m2", startsAt: new Date("2026-12-01T13:15:00Z"), endsAt: new Date("2026-12-01T14:30:00Z"), accepted: 4, invited: 6, waiting: ["Samira Haddou"], declined: [] };

  test("is recording what is over, then choosing a date, then the next meeting", () => {
    const unrecorded = { id: "m1", startsAt: new Date("2026-11-04T23:30:00Z") };
    expect(nextThingOf({ proposal: null, unrecorded, next })).toEqual({ kind: "record", meetingId: "m1", day: "2026-11-05" });
    expect(nextThingOf({ proposal: null, unrecorded: null, next: null })).toEqual({ kind: "plan" });
    expect(nextThingOf({ proposal: null, unrecorded: null, next })).toEqual({ kind: "meeting", meeting: next });
  });
});

describe("setting up", () => {
  test("goes from the samenwerkingsverband over organisations and schools to people", () => {
    const steps = setupSteps({ hasCode: true, organisations: 3, schools: 0, guides: 0, coreTeams: 0 });
    expect(steps.map(({ key, done }) => `${key}:${done}`)).toEqual(["consortium:true", "organisations:true", "schools:false", "people:false"]);
  });
});

describe("addresses", () => {
  test("of a job keep what is filled in, in a form that survives signing in", () => {
    expect(homePath("team:a", { q: "", attention: "no-date" })).toBe("/?job=team%3Aa&attention=no-date");
  });

  test("that make no sense count as empty", () => {
    expect(homeSearch.parse({})).toMatchObject({ job: "", page: 1, attention: "", sector: "", q: "" });
    expect(homeSearch.shape.page.safeParse("-1").success).toBe(false);
    expect(homeSearch.shape.attention.safeParse("everything").success).toBe(false);
  });

});

test("the coming four weeks are as long at the end of a month, and hold the same weekday in four weeks", () => {
  expect([afterComingWeeks("2026-11-30"), afterComingWeeks("2026-12-05"), afterComingWeeks("2028-02-01")]).toEqual(["2026-12-29", "2027-01-03", "2028-03-01"]);
});

describe("the functions of a new samenwerkingsverband", () => {
  test("are seven in primary education, six places at the table because nurse and doctor replace each other", () => {
    const primary = defaultFunctions("PO").filter(({ sector }) => sector === "PO");
    expect(primary).toHaveLength(7);
    expect(placesOf(primary.map((each) => ({ ...each, id: each.code })))).toHaveLength(6);
  });

  test("ask the leerplichtambtenaar in primary education when needed, and always in secondary education", () => {
    const attendance = [...defaultFunctions("PO"), ...defaultFunctions("VO")].filter(({ code }) => code === "ATTENDANCE_OFFICER");
    expect(Object.fromEntries(attendance.map((each) => [each.sector, each.attendance]))).toMatchObject({ PO: "ON_CALL", VO: "REQUIRED", MBO: "REQUIRED" });
  });

  test("let people of the school plan and record, and nobody else", () => {
    const coordinating = defaultFunctions("VO").filter(({ sector, coordinates }) => sector === "VO" && coordinates);
    expect(coordinating.map(({ code }) => code)).toEqual(["CARE_COORDINATOR", "TEAM_LEADER"]);
    for (const sector of ["PO", "VO", "SO", "MBO"] as const) expect(defaultFunctions(sector).every(({ name }) => name.length > 0)).toBe(true);
  });
});
