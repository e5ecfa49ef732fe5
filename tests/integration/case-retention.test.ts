import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { changeRetention } from "#lib/case-retention/commands";
import { findErasureDay, findRetention, findRetentionConsequences } from "#lib/case-retention/queries";
import type { RetentionTerm } from "#lib/case-retention/rules";
import { disconnect, operatorDatabase } from "#lib/db";
import { ForbiddenError, NotFoundError, ProofNeededError } from "#lib/errors";
import { eraseDueCases } from "#lib/jobs/case-erasure";
import { asPerson } from "#tests/support/as-person";
import { makeCase, makeMeeting } from "#tests/support/builders";
import { type CaseWorld, caseWorld, TODAY } from "#tests/support/case-world";
import { asForm, signIn } from "#tests/support/meeting-world";
import { ownDatabase } from "#tests/support/own-database";

let world: CaseWorld;
let elsewhere: CaseWorld;
let owner: pg.Client;
let app: pg.Client;

beforeAll(async () => {
  process.env.REFERENCE_DATE = TODAY;
  const database = await ownDatabase();
  [owner, app] = [database.ownerUrl, database.appUrl].map((connectionString) => new pg.Client({ connectionString })) as [pg.Client, pg.Client];
  await Promise.all([owner.connect(), app.connect()]);
  [world, elsewhere] = [await caseWorld(), await caseWorld()];
});

beforeEach(async () => {
  await owner.query("DELETE FROM case_retention");
  await owner.query("TRUNCATE case_discussion, agreement CASCADE");
});

afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await disconnect();
});

type Person = keyof CaseWorld["people"];
const idOf = (person: Person) => world.people[person].id;
const others = ["noor", "samira", "processCoach", "organiser", "board", "endedYesterday"] as const;
const settle = async (person: Person, term: RetentionTerm, version: number) =>
  asForm(await signIn(idOf(person)), (viewer) => changeRetention(viewer, { consortiumId: world.consortiumId, version, term }));
const settled = () => operatorDatabase().caseRetention.findMany({ select: { consortiumId: true, term: true, changedOn: true, version: true } });
const consequences = (person: Person, term: RetentionTerm) => asPerson(idOf(person), (viewer) => findRetentionConsequences(viewer, world.consortiumId, term));

async function asRole(person: Person, sql: string): Promise<unknown> {
  await app.query("BEGIN");
  try {
    await app.query("SELECT set_config('app.person', $1, true), set_config('app.today', $2, true)", [idOf(person), TODAY]);
    return (await app.query(sql)).rowCount;
  } catch (error) {
    return (error as { code?: string }).code;
  } finally {
    await app.query("ROLLBACK");
  }
}

describe("how long texts are kept", () => {
  test("is as long as is allowed until the administrator settles it, with a line that says what it was", async () => {
    expect(await asPerson(idOf("administrator"), (viewer) => findRetention(viewer, world.consortiumId))).toEqual({ term: "NEXT_SCHOOL_YEAR", changedOn: null, version: 0 });
    expect(await settle("administrator", "SIX_MONTHS", 0)).toEqual({ ok: true });
    expect(await settled()).toEqual([{ consortiumId: world.consortiumId, term: "SIX_MONTHS", changedOn: new Date(TODAY), version: 1 }]);
    expect(await settle("administrator", "SCHOOL_YEAR", 1)).toEqual({ ok: true });
    const lines = await operatorDatabase().auditLine.findMany({ where: { action: "case-retention:change" }, select: { personId: true, details: true }, orderBy: { id: "asc" } });
    expect(lines).toEqual([
      { personId: idOf("administrator"), details: { before: "NEXT_SCHOOL_YEAR", after: "SIX_MONTHS" } },
      { personId: idOf("administrator"), details: { before: "SIX_MONTHS", after: "SCHOOL_YEAR" } },
    ]);
  });

  test("is settled by nobody else, also not past the command", async () => {
    await settle("administrator", "SIX_MONTHS", 0);
    const before = await settled();
    for (const person of others) await expect(settle(person, "THREE_MONTHS", 1), person).rejects.toThrow(NotFoundError);
    const stranger = await signIn(elsewhere.people.administrator.id);
    await expect(asForm(stranger, (viewer) => changeRetention(viewer, { consortiumId: world.consortiumId, version: 1, term: "THREE_MONTHS" }))).rejects.toThrow(NotFoundError);
    for (const person of others) {
      expect(await asRole(person, `UPDATE case_retention SET term = 'THREE_MONTHS' WHERE consortium_id = '${world.consortiumId}'`), person).toBe(0);
      expect(await asRole(person, `INSERT INTO case_retention (consortium_id, term, changed_on) VALUES ('${elsewhere.consortiumId}', 'THREE_MONTHS', now())`), person).toBe("42501");
      expect(await asRole(person, `SELECT 1 FROM kept_cases('${world.consortiumId}')`), person).toBe(0);
    }
    expect(await asRole("administrator", `INSERT INTO case_retention (consortium_id, term, changed_on) VALUES ('${elsewhere.consortiumId}', 'THREE_MONTHS', now())`)).toBe("42501");
    expect(await asRole("administrator", "DELETE FROM case_retention")).toBe("42501");
    expect(await settled()).toEqual(before);
  });

  test("is settled only after a fresh proof of who is there", async () => {
    const old = { ...(await signIn(idOf("administrator"))), isProven: false };
    await expect(asForm(old, (viewer) => changeRetention(viewer, { consortiumId: world.consortiumId, version: 0, term: "THREE_MONTHS" }))).rejects.toThrow(ProofNeededError);
    expect(await settled()).toEqual([]);
  });

  test("is refused when somebody else settled it since it was shown, of many at once one wins, and the same again is no change", async () => {
    const facts = await signIn(idOf("administrator"));
    const answers = await Promise.all(Array.from({ length: 5 }, () => asForm(facts, (viewer) => changeRetention(viewer, { consortiumId: world.consortiumId, version: 0, term: "SCHOOL_YEAR" }))));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const before = await settled();
    expect(await settle("administrator", "SIX_MONTHS", 0)).toEqual({ ok: false, problem: "CHANGED_MEANWHILE" });
    expect(await settle("administrator", "SCHOOL_YEAR", 1)).toEqual({ ok: false, problem: "SAME" });
    expect(await settled()).toEqual(before);
  });

  test("is read by who is a member, for the day on which a casus is erased", async () => {
    const erasureDay = (person: Person) => asPerson(idOf(person), (viewer) => findErasureDay(viewer, { consortiumId: world.consortiumId, coreTeamId: world.team.id }, "2026-10-06"));
    expect(await erasureDay("samira")).toBe("2028-07-31");
    await settle("administrator", "SIX_MONTHS", 0);
    expect(await erasureDay("samira")).toBe("2027-04-06");
    for (const person of ["processCoach", "administrator", "endedYesterday", "ofSibling"] as const) await expect(erasureDay(person), person).rejects.toThrow(ForbiddenError);
  });
});

describe("the consequences of another term", () => {
  test("are roughly how many casussen go sooner and from which day, and that is what happens", async () => {
    const place = (day: string) => makeMeeting(world.team, idOf("noor"), { day });
    const [long, some, recent] = [await place("2026-03-03"), await place("2026-05-19"), await place("2026-10-27")];
    for (const meeting of [long, long, long, some, recent, recent]) await makeCase(world.team, meeting.id, idOf("noor"));
    await makeCase(world.team, recent.id, idOf("noor"), { sharedAt: null });
    await makeCase(elsewhere.team, elsewhere.meeting.id, elsewhere.people.noor.id);
    expect(await consequences("administrator", "SIX_MONTHS")).toEqual({ before: { term: "NEXT_SCHOOL_YEAR", changedOn: null, version: 0 }, sooner: 5, later: 0, from: "2026-11-24" });

    await settle("administrator", "SIX_MONTHS", 0);
    expect(await eraseDueCases(new Date("2026-11-23T12:00:00Z"))).toBe(0);
    expect(await eraseDueCases(new Date("2026-11-24T12:00:00Z"))).toBe(4);
    expect(await eraseDueCases(new Date("2027-04-26T12:00:00Z"))).toBe(0);
    expect(await eraseDueCases(new Date("2027-04-27T12:00:00Z"))).toBe(2);
    expect(await consequences("administrator", "NEXT_SCHOOL_YEAR")).toMatchObject({ sooner: 0, later: 0 });
  });

  test("tell of a longer term roughly how many stay longer, and of few no number", async () => {
    await settle("administrator", "SCHOOL_YEAR", 0);
    await makeCase(world.team, world.meeting.id, idOf("noor"));
    expect(await consequences("administrator", "NEXT_SCHOOL_YEAR")).toMatchObject({ sooner: 0, later: "FEW" });
  });

  test("are for the administrator of that samenwerkingsverband", async () => {
    for (const person of others) expect(await consequences(person, "SIX_MONTHS"), person).toBeNull();
    expect(await asPerson(elsewhere.people.administrator.id, (viewer) => findRetentionConsequences(viewer, world.consortiumId, "SIX_MONTHS"))).toBeNull();
  });
});
