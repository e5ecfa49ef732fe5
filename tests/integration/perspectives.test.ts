import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/access/viewer";
import { keptValue } from "#lib/anonymity/findings";
import { closeCaseDiscussion } from "#lib/case-discussions/commands";
import { disconnect, operatorDatabase } from "#lib/db";
import { ForbiddenError, NotFoundError } from "#lib/errors";
import { askForPerspectives, revealPerspectives, savePerspective } from "#lib/perspectives/commands";
import { countPerspectives, findOwnPerspective, listPerspectives } from "#lib/perspectives/queries";
import { savePerspectiveSchema } from "#lib/perspectives/schema";
import { rotateKeys } from "#lib/sealing/rotation";
import { perspectiveTexts } from "#lib/texts/perspectives";
import { asPerson } from "#tests/support/as-person";
import { makeFunction, makeMembership, makePerson } from "#tests/support/builders";
import { type CaseWorld, caseWorld, everythingOfCases, opened, sharedCase, startedCase, TODAY, versionOf } from "#tests/support/case-world";
import { asForm, signIn } from "#tests/support/meeting-world";
import { ownDatabase } from "#tests/support/own-database";

let world: CaseWorld;
let app: pg.Client;
/** A shared casus of Noor, new for each test. */
let id: string;

beforeAll(async () => {
  process.env.REFERENCE_DATE = TODAY;
  app = new pg.Client({ connectionString: (await ownDatabase()).appUrl });
  await app.connect();
  world = await caseWorld();
});

beforeEach(async () => {
  id = await sharedCase(idOf("noor"), world.meeting.id);
});

afterAll(async () => {
  await app.end();
  await disconnect();
});

type Person = keyof CaseWorld["people"];
const others = ["endedYesterday", "startsTomorrow", "ofSibling", "processCoach", "organiser", "board", "administrator"] as const;
const idOf = (person: Person) => world.people[person].id;
const casus = (discussionId = id) => ({ id: discussionId, team: { scope: { consortiumId: world.consortiumId, coreTeamId: world.team.id } } });

async function tryAs<T extends { ok: boolean }>(person: Person, run: (viewer: Viewer) => Promise<T>): Promise<T> {
  return asForm(await signIn(idOf(person)), run);
}

const write = (person: Person, perspective: string, fields: { version?: number; revealed?: "yes" | "no"; perspectiveReason?: string; discussionId?: string } = {}) =>
  tryAs(person, (viewer) => savePerspective(viewer, savePerspectiveSchema.parse({ discussionId: id, perspective, ...fields, version: String(fields.version ?? 0) })));
const reveal = (person: Person) => tryAs(person, (viewer) => revealPerspectives(viewer, { discussionId: id }));
const seen = (person: Person) => asPerson(idOf(person), (viewer) => listPerspectives(viewer, casus()));
const textsFor = async (person: Person) => Object.fromEntries((await seen(person)).map(({ name, text }) => [name, text]));

/** What a query of the role of the app gives somebody, or the SQLSTATE with which it is refused. */
async function asRole(person: Person, sql: string, values: unknown[] = []): Promise<unknown> {
  await app.query("BEGIN");
  try {
    await app.query("SELECT set_config('app.person', $1, true), set_config('app.today', $2, true)", [idOf(person), TODAY]);
    const { rows, rowCount } = await app.query(sql, values);
    return rows.length > 0 ? rows : rowCount;
  } catch (error) {
    return (error as { code?: string }).code;
  } finally {
    await app.query("ROLLBACK");
  }
}

async function everything(): Promise<unknown> {
  return { cases: await everythingOfCases(), perspectives: await operatorDatabase().perspective.findMany({ orderBy: [{ caseDiscussionId: "asc" }, { personId: "asc" }] }) };
}

async function close(): Promise<void> {
  await operatorDatabase().caseDiscussion.update({ where: { id }, data: { closedAt: new Date() } });
}

describe("before the reveal", () => {
  test("everybody reads the own perspective, sees who wrote, and nothing of what the others wrote", async () => {
    await write("noor", "In de klas is het rustig.");
    await write("samira", "Thuis is het druk.");
    expect(await textsFor("noor")).toEqual({ "Noor de Wit": "In de klas is het rustig.", "Samira Haddou": null, "Wout Nieuwkomer": null });
    expect(await textsFor("samira")).toMatchObject({ "Noor de Wit": null, "Samira Haddou": "Thuis is het druk." });
    expect((await seen("joinedAfter")).map(({ functionName, isWritten, isYou }) => [functionName, isWritten, isYou])).toEqual([["IB'er", true, false], ["CJG-coach", true, false], ["CJG-coach", false, true]]);
    expect(await asPerson(idOf("joinedAfter"), (viewer) => countPerspectives(viewer, id))).toEqual({ seats: 3, written: 2 });
  });

  test("the database gives nobody else a row, a text or its length: not by a table, a function, an update or a count", async () => {
    await write("noor", "In de klas is het rustig.");
    const ofNoor = { columns: "SELECT person_id FROM perspective WHERE case_discussion_id = $1", version: "SELECT version FROM perspective WHERE case_discussion_id = $1" };
    for (const person of ["samira", ...others] as const) {
      for (const sql of Object.values(ofNoor)) expect(await asRole(person, sql, [id]), `${person}: ${sql}`).toBe(0);
      expect(await asRole(person, "UPDATE perspective SET version = 9 WHERE case_discussion_id = $1", [id]), person).toBe(0);
      expect(await asRole(person, "DELETE FROM perspective WHERE case_discussion_id = $1", [id]), person).toBe("42501");
    }
    for (const sql of ["SELECT sealed FROM perspective", "SELECT length(sealed) FROM perspective", "SELECT * FROM perspective", "SELECT 1 FROM perspective WHERE sealed LIKE 'v1%'", "UPDATE perspective SET version = 9 RETURNING sealed"]) {
      for (const person of ["noor", "samira"] as const) expect(await asRole(person, sql), sql).toBe("42501");
    }
    const given = (await asRole("samira", "SELECT person_id, is_written, sealed, version FROM read_perspectives($1, 'x', 'x')", [id])) as { person_id: string }[];
    expect(given.find(({ person_id }) => person_id === idOf("noor"))).toEqual({ person_id: idOf("noor"), is_written: true, sealed: null, version: null });
    for (const person of others) for (const called of ["read_perspectives($1, 'x', 'x')", "perspective_seats($1)"]) expect(await asRole(person, `SELECT * FROM ${called}`, [id]), person).toBe(0);
  });

  test("reading a casus, its audit lines and its jobs tell nothing of what somebody wrote", async () => {
    await write("noor", "KANARIEVOGEL zingt hier.");
    await asPerson(idOf("samira"), (viewer) => opened(viewer, { coreTeamId: world.team.id, meetingId: world.meeting.id, discussionId: id }));
    const tables = await operatorDatabase().$queryRaw<{ schema: string; name: string }[]>`SELECT schemaname AS schema, tablename AS name FROM pg_tables WHERE schemaname IN ('public', 'pgboss')`;
    for (const { schema, name } of tables) {
      const [row] = await operatorDatabase().$queryRawUnsafe<{ found: number }[]>(`SELECT count(*)::int AS found FROM "${schema}"."${name}" t WHERE t::text LIKE '%KANARIEVOGEL%'`);
      expect(row?.found, `${schema}.${name}`).toBe(0);
    }
    const lines = await operatorDatabase().auditLine.findMany({ where: { objectId: id, action: { startsWith: "perspective" } }, select: { action: true, personId: true, details: true } });
    expect(lines).toEqual([{ action: "perspective:write", personId: idOf("noor"), details: {} }]);
  });

  test("nobody writes for another, as another function, on a concept, or unsealed", async () => {
    const concept = await startedCase(idOf("noor"), world.meeting.id);
    const insert = (personId: string, functionId: string, discussionId: string, sealed = `v1.${id}.x`) =>
      asRole("samira", `INSERT INTO perspective (case_discussion_id, person_id, consortium_id, core_team_id, function_id, sealed, is_written) VALUES ($1, $2, $3, $4, $5, $6, true)`,
        [discussionId, personId, world.consortiumId, world.team.id, functionId, sealed]);
    expect(await insert(idOf("noor"), world.functions.coach.id, id)).toBe("42501");
    expect(await insert(idOf("samira"), world.functions.coach.id, id)).toBe("42501");
    expect(await insert(idOf("samira"), world.functions.youth.id, concept)).toBe("42501");
    expect(await insert(idOf("samira"), world.functions.youth.id, id, "Thuis is het druk.")).toBe("23514");
    expect(await insert(idOf("samira"), world.functions.youth.id, id)).toBe(1);
    await expect(write("noor", "Iets.", { discussionId: concept })).rejects.toThrow(NotFoundError);
  });
});

describe("writing a perspective", () => {
  test("is for members of today, and for nobody else", async () => {
    const before = await everything();
    for (const person of others) await expect(write(person, "Iets."), person).rejects.toThrow(NotFoundError);
    expect(await everything()).toEqual(before);
  });

  test("refuses a name and stores nothing; a reason is kept, and counted without the words", async () => {
    const before = await everything();
    const refused = await write("samira", "Jayden slaapt slecht sinds 12-03.");
    expect(refused).toMatchObject({ ok: false, problem: "FINDINGS", findings: { perspective: [{ text: "Jayden" }, { text: "12-03" }] } });
    expect(await write("samira", "Noor belt de ouders.")).toMatchObject({ problem: "FINDINGS" });
    expect(await everything()).toEqual(before);
    const method = await write("samira", "Jayden is hier een methode.");
    if (method.ok || method.problem !== "FINDINGS") throw new Error("It was not refused.");
    const perspectiveReason = keptValue("NOT_A_PERSON", method.findings.perspective ?? []);
    expect(await write("samira", "Jayden is hier een methode.", { perspectiveReason })).toMatchObject({ ok: true, revealed: false });
    expect(await asPerson(idOf("samira"), (viewer) => findOwnPerspective(viewer, casus()))).toMatchObject({ perspective: "Jayden is hier een methode.", perspectiveReason, version: 1, functionName: "CJG-coach" });
    expect(await operatorDatabase().auditLine.findMany({ where: { objectId: id, action: "perspective:write" }, select: { details: true } })).toEqual([{ details: { overridden: 1, labels: "PERSON", reasons: "NOT_A_PERSON" } }]);
  });

  test("from an older version is refused and leaves what stands there; of many at once one wins", async () => {
    await write("samira", "Thuis is het druk.");
    const before = await everything();
    for (const version of [0, 2]) expect(await write("samira", "Iets anders.", { version })).toEqual({ ok: false, problem: "CHANGED_MEANWHILE" });
    expect(await everything()).toEqual(before);
    const facts = await signIn(idOf("samira"));
    const input = (number: number) => savePerspectiveSchema.parse({ discussionId: id, version: "1", perspective: `Tekst nummer ${number}.` });
    const results = await Promise.all(Array.from({ length: 10 }, (_, number) => asForm(facts, (viewer) => savePerspective(viewer, input(number)))));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await textsFor("samira"))["Samira Haddou"]).toBe(`Tekst nummer ${results.findIndex(({ ok }) => ok)}.`);
  });

  test("can be taken back: then the place is empty again", async () => {
    await write("samira", "Thuis is het druk.");
    expect(await write("samira", " ", { version: 1 })).toMatchObject({ ok: true });
    expect((await seen("noor")).find(({ name }) => name === "Samira Haddou")).toMatchObject({ isWritten: false });
    expect(await asPerson(idOf("samira"), (viewer) => findOwnPerspective(viewer, casus()))).toEqual({ version: 2, functionName: "CJG-coach", reminder: "GENERAL", isUnreadable: false });
  });

  test("is over once the casus is closed", async () => {
    await close();
    expect(await write("samira", "Iets.")).toEqual({ ok: false, problem: "CLOSED" });
    expect(await asRole("samira", "UPDATE perspective SET version = 2 WHERE case_discussion_id = $1", [id])).toBe(0);
  });
});

describe("the reveal", () => {
  test("shows all members what everybody wrote, the empty places as empty, and writes down who read it", async () => {
    await write("noor", "In de klas is het rustig.");
    await write("samira", "Thuis is het druk.");
    expect(await reveal("noor")).toMatchObject({ ok: true, meetingId: world.meeting.id });
    for (const person of ["noor", "samira", "joinedAfter"] as const) {
      expect(await textsFor(person), person).toEqual({ "Noor de Wit": "In de klas is het rustig.", "Samira Haddou": "Thuis is het druk.", "Wout Nieuwkomer": null });
    }
    const lines = await operatorDatabase().auditLine.findMany({ where: { objectId: id, action: { in: ["perspective:read", "perspective:reveal"] } }, select: { action: true, personId: true, role: true }, orderBy: { id: "asc" } });
    const read = (person: Person, role: string) => ({ action: "perspective:read", personId: idOf(person), role });
    expect(lines).toEqual([{ action: "perspective:reveal", personId: idOf("noor"), role: "schoolCoordinator" }, read("noor", "schoolCoordinator"), read("samira", "partner"), read("joinedAfter", "partner")]);
    for (const person of others) expect(await seen(person), person).toEqual([]);
    const found = await asPerson(idOf("samira"), (viewer) => opened(viewer, { coreTeamId: world.team.id, meetingId: world.meeting.id, discussionId: id }));
    expect(found?.discussion).toMatchObject({ revealedOn: TODAY, leads: false });
  });

  test("is for who wrote the casus or may record its meeting, also for who reaches past the command", async () => {
    const before = await everything();
    await expect(reveal("samira")).rejects.toThrow(ForbiddenError);
    for (const person of others) await expect(reveal(person), person).rejects.toThrow(NotFoundError);
    expect(await asRole("samira", "UPDATE case_discussion SET revealed_at = now() WHERE id = $1", [id])).toBe("23514");
    expect(await everything()).toEqual(before);
    id = await sharedCase(idOf("samira"), world.meeting.id);
    expect(await reveal("samira")).toMatchObject({ ok: true });
    id = await sharedCase(idOf("samira"), world.meeting.id);
    expect(await reveal("noor")).toMatchObject({ ok: true });
  });

  test("happens once, is not taken back, and not of a concept or a closed casus", async () => {
    await reveal("noor");
    const before = await everything();
    expect(await reveal("noor")).toEqual({ ok: false, problem: "REVEALED" });
    for (const value of ["NULL", "now()"]) expect(await asRole("noor", `UPDATE case_discussion SET revealed_at = ${value} WHERE id = $1`, [id])).toBe("23514");
    expect(await everything()).toEqual(before);
    const concept = await startedCase(idOf("noor"), world.meeting.id);
    expect(await asRole("noor", "UPDATE case_discussion SET revealed_at = now() WHERE id = $1", [concept])).toBe("23514");
    await expect(tryAs("noor", (viewer) => revealPerspectives(viewer, { discussionId: concept }))).rejects.toThrow(NotFoundError);
    id = await sharedCase(idOf("noor"), world.meeting.id);
    await close();
    expect(await reveal("noor")).toEqual({ ok: false, problem: "CLOSED" });
    expect(await asRole("noor", "UPDATE case_discussion SET revealed_at = now() WHERE id = $1", [id])).toBe("23514");
  });

  test("by many at once is done once", async () => {
    const facts = await signIn(idOf("noor"));
    const results = await Promise.all(Array.from({ length: 8 }, () => asForm(facts, (viewer) => revealPerspectives(viewer, { discussionId: id }))));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await operatorDatabase().auditLine.count({ where: { objectId: id, action: "perspective:reveal" } })).toBe(1);
  });

  test("refuses a text that was typed before it, until its writer has seen that the team reads it; then says so", async () => {
    await write("samira", "Thuis is het druk.");
    await reveal("noor");
    const before = await everything();
    expect(await write("joinedAfter", "Nog iets.")).toEqual({ ok: false, problem: "REVEALED_MEANWHILE" });
    expect(await everything()).toEqual(before);
    expect(await write("joinedAfter", "Nog iets.", { revealed: "yes" })).toMatchObject({ ok: true, revealed: true });
    expect((await seen("noor")).map(({ name, afterReveal }) => [name, afterReveal])).toEqual([["Noor de Wit", false], ["Samira Haddou", false], ["Wout Nieuwkomer", true]]);
    expect(await asRole("samira", "UPDATE perspective SET sealed = 'v1.' || gen_random_uuid() || '.x' WHERE case_discussion_id = $1 RETURNING after_reveal", [id])).toEqual([{ after_reveal: true }]);
    await write("samira", "Thuis is het rustiger.", { version: 1, revealed: "yes" });
    expect((await seen("noor")).find(({ name }) => name === "Samira Haddou")).toMatchObject({ afterReveal: true, text: "Thuis is het rustiger." });
  });

  test("waits for who is writing at that moment, so that no text slips in as written before it", async () => {
    const facts = await Promise.all([signIn(idOf("samira")), signIn(idOf("noor"))] as const);
    const input = savePerspectiveSchema.parse({ discussionId: id, version: "0", perspective: "Thuis is het druk." });
    const [written, revealed] = await Promise.all([asForm(facts[0], (viewer) => savePerspective(viewer, input)), asForm(facts[1], (viewer) => revealPerspectives(viewer, { discussionId: id }))]);
    expect(revealed).toMatchObject({ ok: true });
    const samira = (await seen("noor")).find(({ name }) => name === "Samira Haddou");
    expect(samira).toMatchObject(written.ok ? { isWritten: true, afterReveal: false } : { isWritten: false });
  });
});

test("what is not revealed when a casus closes stays its writer's; a closed casus shows who was there and who wrote", async () => {
  await write("samira", "Thuis is het druk.");
  expect(await tryAs("noor", async (viewer) => closeCaseDiscussion(viewer, { discussionId: id, version: await versionOf(id) }))).toMatchObject({ ok: true });
  expect(await textsFor("noor")).toEqual({ "Noor de Wit": null, "Jan Vertrek": null, "Samira Haddou": null });
  expect(await textsFor("samira")).toMatchObject({ "Samira Haddou": "Thuis is het druk." });
  expect(await seen("joinedAfter")).toEqual([]);
});

test("an altered or misplaced text is not readable, and the others stay so", async () => {
  await write("samira", "Thuis is het druk.");
  await write("noor", "In de klas is het rustig.");
  await reveal("noor");
  await operatorDatabase().$executeRaw`
    UPDATE perspective SET sealed = (SELECT sealed FROM perspective WHERE case_discussion_id = ${id}::uuid AND person_id = ${idOf("noor")}::uuid)
    WHERE case_discussion_id = ${id}::uuid AND person_id = ${idOf("samira")}::uuid`;
  expect((await seen("noor")).map(({ name, isUnreadable }) => [name, isUnreadable])).toEqual([["Noor de Wit", false], ["Samira Haddou", true], ["Wout Nieuwkomer", false]]);
});

test("a rotation of the keys seals perspectives anew, and makes none of them written after the reveal", async () => {
  await write("samira", "Thuis is het druk.");
  await reveal("noor");
  const sealed = async () => (await operatorDatabase().perspective.findFirstOrThrow({ where: { caseDiscussionId: id } })).sealed;
  const before = await sealed();
  await rotateKeys((work) => operatorDatabase().$transaction(work, { timeout: 30_000 }), async () => undefined);
  expect(await sealed()).not.toBe(before);
  expect((await seen("noor")).find(({ name }) => name === "Samira Haddou")).toMatchObject({ text: "Thuis is het druk.", afterReveal: false });
});

test("an open casus tells which places at the table nobody has today; one of a group is enough, and a closed one tells nothing", async () => {
  const made = [
    await makeFunction(world.consortiumId, { name: "Jeugdverpleegkundige", alternatives: "JGZ" }), await makeFunction(world.consortiumId, { name: "Schoolarts", alternatives: "JGZ" }),
    await makeFunction(world.consortiumId, { name: "Wijkagent", expected: false }), await makeFunction(world.consortiumId, { name: "Decaan", sector: "VO" }),
  ];
  const vacant = async () => (await asPerson(idOf("noor"), (viewer) => opened(viewer, { coreTeamId: world.team.id, meetingId: world.meeting.id, discussionId: id })))?.discussion.vacant;
  expect(await vacant()).toEqual([["Jeugdverpleegkundige", "Schoolarts"]]);
  expect(perspectiveTexts.vacant([["Jeugdverpleegkundige", "Schoolarts"], ["Leerplichtambtenaar"]])).toBe("In het team is nu geen jeugdverpleegkundige of schoolarts en geen leerplichtambtenaar. Die blik missen jullie bij deze casus.");
  const nurse = await makeMembership(world.team, (await makePerson()).id, { functionId: made[0]?.id ?? "", firstDay: "2026-11-11" });
  expect(await vacant()).toEqual([["Jeugdverpleegkundige", "Schoolarts"]]);
  await operatorDatabase().membership.update({ where: { id: nurse.id }, data: { firstDay: new Date(TODAY) } });
  expect(await vacant()).toEqual([]);
  await operatorDatabase().membership.delete({ where: { id: nurse.id } });
  expect(await tryAs("noor", async (viewer) => closeCaseDiscussion(viewer, { discussionId: id, version: await versionOf(id) }))).toMatchObject({ ok: true });
  expect(await vacant()).toEqual([]);
  await operatorDatabase().teamFunction.deleteMany({ where: { id: { in: made.map((each) => each.id) } } });
});

describe("asking for perspectives", () => {
  const ask = (person: Person) => tryAs(person, (viewer) => askForPerspectives(viewer, { discussionId: id }));
  const jobs = async () => {
    const rows = await operatorDatabase().$queryRaw<{ data: { kind: string; recipientId: string; caseDiscussionId?: string } }[]>`SELECT data FROM pgboss.job WHERE name = 'person-mail'`;
    return rows.filter(({ data }) => data.kind === "PERSPECTIVE_ASKED" && data.caseDiscussionId === id).map(({ data }) => data.recipientId);
  };

  test("mails every member who has not written, but who asks, once a day", async () => {
    await write("samira", "Thuis is het druk.");
    expect(await ask("noor")).toMatchObject({ ok: true });
    expect(await jobs()).toEqual([idOf("joinedAfter")]);
    expect(await ask("noor")).toEqual({ ok: false, problem: "ASKED_TODAY" });
    expect(await jobs()).toHaveLength(1);
  });

  test("is for who leads the casus, until the reveal", async () => {
    await expect(ask("samira")).rejects.toThrow(ForbiddenError);
    for (const person of others) await expect(ask(person), person).rejects.toThrow(NotFoundError);
    await reveal("noor");
    expect(await ask("noor")).toEqual({ ok: false, problem: "REVEALED" });
    expect(await jobs()).toEqual([]);
  });
});
