import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { disconnect, operatorDatabase } from "#lib/db";
import { type CircleFigures, findCircleFigures, type HiddenFigures } from "#lib/opportunity-circle/queries";
import type { AdviceApplied, AgreementKind, AgreementState } from "#prisma/generated/client";
import { asPerson } from "#tests/support/as-person";
import { makeConsortium, makeCoreTeam, makeMeeting, makeMembership, makePerson, makeRole } from "#tests/support/builders";
import { ownDatabase } from "#tests/support/own-database";

let consortiumId: string;
let coach: { id: string };
let teams: { id: string; meetingId: string }[];

beforeAll(async () => {
  process.env.REFERENCE_DATE = "2026-11-10";
  await ownDatabase();
  ({ id: consortiumId } = await makeConsortium());
  coach = await makePerson();
  await makeRole(consortiumId, coach.id, "PROCESS_COACH");
  teams = [];
  for (const name of ["A", "B", "C", "D"]) {
    const team = await makeCoreTeam(consortiumId, { name });
    teams.push({ id: team.id, meetingId: (await makeMeeting(team, coach.id, { day: "2026-10-06" })).id });
  }
});

beforeEach(async () => {
  await operatorDatabase().agreement.deleteMany();
  await operatorDatabase().caseDiscussion.deleteMany();
});

afterAll(disconnect);

type Made = { kind: AgreementKind; state?: AgreementState; applied?: AdviceApplied };

/** So many casussen of a core team, and what was agreed about the first of them. */
async function store(index: number, cases: number, agreed: Made[], { schoolYear = 26, sharedAt = new Date() as Date | null } = {}): Promise<void> {
  const db = operatorDatabase();
  const { id: coreTeamId, meetingId } = teams[index] as (typeof teams)[number];
  const scope = { consortiumId, coreTeamId, meetingId };
  const ids = Array.from({ length: cases }, () => randomUUID());
  await db.caseDiscussion.createMany({ data: ids.map((id, number) => ({ id, ...scope, schoolYear, number: number + 1, createdById: coach.id, sharedAt })) });
  await db.agreement.createMany({
    data: agreed.map(({ state = "OPEN", ...made }) => ({ ...scope, caseDiscussionId: ids[0] ?? null, text: "x", ownerId: coach.id, dueOn: new Date("2026-12-01"), state, droppedBecause: state === "DROPPED" ? "x" : null, ...made })),
  });
}

const figuresOf = (personId = coach.id) => asPerson(personId, (viewer) => findCircleFigures(viewer, { consortiumId, schoolYear: 2026, page: 1 }));
const told = (figures: CircleFigures | HiddenFigures | undefined) => (typeof figures === "object" ? { ...figures.agreements, applied: figures.applied } : figures);
const times = (number: number, made: Made) => Array.from({ length: number }, () => made);

describe("what was agreed about the casussen of a school year", () => {
  test("is counted by kind: agreed, done, and of the advices that were shared how many are applied", async () => {
    await store(0, 5, [
      ...times(3, { kind: "START_TALK" }), ...times(2, { kind: "START_TALK", state: "DONE" }),
      { kind: "SHARED_ADVICE", state: "UNDER_WAY" }, { kind: "SHARED_ADVICE", state: "DONE" }, { kind: "SHARED_ADVICE", state: "DONE", applied: "NOT_YET" }, { kind: "SHARED_ADVICE", state: "DONE", applied: "NO" },
      ...times(2, { kind: "SHARED_ADVICE", state: "DONE", applied: "YES" }),
      { kind: "TAILORED", state: "DONE" }, ...times(4, { kind: "PLAIN", state: "DONE" }),
    ]);
    const { all, teams: listed } = await figuresOf();
    const expected = { START_TALK: { agreed: 5, done: 2 }, SHARED_ADVICE: { agreed: 6, done: 5 }, TAILORED: { agreed: 1, done: 1 }, applied: 2 };
    expect(told(all)).toEqual(expected);
    expect(told(listed[0]?.figures)).toEqual(expected);
  });

  test("leaves out what is no longer needed, other school years, and concepts", async () => {
    await store(0, 5, [{ kind: "START_TALK", state: "DROPPED" }, { kind: "TAILORED" }]);
    await store(1, 6, times(3, { kind: "START_TALK", state: "DONE" }), { schoolYear: 25 });
    await store(2, 6, times(3, { kind: "START_TALK", state: "DONE" }), { sharedAt: null });
    const none = { agreed: 0, done: 0 };
    expect(told((await figuresOf()).all)).toEqual({ START_TALK: none, SHARED_ADVICE: none, TAILORED: { agreed: 1, done: 0 }, applied: 0 });
  });

  test("adds up over the core teams, also those that are not shown", async () => {
    await store(0, 8, times(2, { kind: "START_TALK", state: "DONE" }));
    await store(1, 5, times(3, { kind: "START_TALK" }));
    await store(2, 4, times(4, { kind: "TAILORED" }));
    await store(3, 2, times(1, { kind: "TAILORED", state: "DONE" }));
    const { all, teams: listed } = await figuresOf();
    expect(told(all)).toMatchObject({ START_TALK: { agreed: 5, done: 2 }, TAILORED: { agreed: 5, done: 1 } });
    // C and D have too few casussen; B is withheld, because otherwise who belongs to C could work out D.
    expect(Object.fromEntries(listed.map(({ name, figures }) => [name, typeof figures === "object" ? figures.agreements.START_TALK.agreed : figures]))).toEqual({ A: 2, B: "WITHHELD", C: "FEW", D: "FEW" });
  });

  test("is told of no few casussen, however much was agreed about them: the function itself gives no number", async () => {
    await store(0, 4, times(9, { kind: "START_TALK", state: "DONE" }));
    await store(1, 8, []);
    const { all, teams: listed } = await figuresOf();
    expect(all).toBe("WITHHELD");
    expect(listed.map(({ name, figures }) => [name, told(figures) === figures])).toEqual(expect.arrayContaining([["A", true]]));
    const rows = await asPerson(coach.id, (viewer) => viewer.db.$queryRaw<{ state: string; agreed: unknown; done: unknown; applied: unknown }[]>`SELECT state, agreed, done, applied FROM agreement_figures(${consortiumId}::uuid, 26, 1, 25)`);
    expect(rows.map(({ state }) => state).filter((state) => state !== "SHOWN").length).toBeGreaterThan(1);
    for (const { state, ...numbers } of rows) if (state !== "SHOWN") expect(numbers).toEqual({ agreed: null, done: null, applied: null });
  });

  test("is for the procesbegeleider of the samenwerkingsverband: the function gives others nothing", async () => {
    await store(0, 8, times(2, { kind: "START_TALK" }));
    const [member, organiser, elsewhere] = [await makePerson(), await makePerson(), await makePerson()];
    await makeMembership({ id: teams[0]?.id ?? "", consortiumId }, member.id, { coordinates: true });
    await makeRole(consortiumId, organiser.id, "ORGANISER");
    await makeRole((await makeConsortium()).id, elsewhere.id, "PROCESS_COACH");
    for (const { id } of [member, organiser, elsewhere]) {
      expect(await asPerson(id, (viewer) => viewer.db.$queryRaw`SELECT * FROM agreement_figures(${consortiumId}::uuid, 26, 1, 25)`)).toEqual([]);
    }
  });
});
