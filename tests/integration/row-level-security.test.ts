import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnect, operatorDatabase } from "#lib/db";
import { makeCase, makeConsortium, makeCoreTeam, makeFunction, makeMeeting, makeMembership, makeOrganisation, makePerson, makeRole, makeSchool } from "#tests/support/builders";
import { ownDatabase } from "#tests/support/own-database";

/** Tables without row-level security, each with its reason. */
const WITHOUT_POLICIES = ["_prisma_migrations"];

/** Tables that are the same for everyone. */
const FOR_EVERYONE = ["holiday", "postcode_area"];

let owner: pg.Client;
let app: pg.Client;
let tables: string[];

type Team = Awaited<ReturnType<typeof makeCoreTeam>>;
let a: { consortium: { id: string }; teams: [Team, Team]; partner: { id: string }; coordinator: { id: string }; coach: { id: string }; administrator: { id: string }; caseId: string; conceptId: string; meetingId: string };
let b: typeof a;

beforeAll(async () => {
  const database = await ownDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  app = new pg.Client({ connectionString: database.appUrl });
  await Promise.all([owner.connect(), app.connect()]);
  const { rows } = await owner.query<{ tablename: string }>("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
  tables = rows.map((row) => row.tablename);
  a = await makeSide();
  b = await makeSide();
});

afterAll(async () => {
  await Promise.all([owner.end(), app.end(), disconnect()]);
});

async function makeSide(): Promise<typeof a> {
  const consortium = await makeConsortium();
  const teams: [Team, Team] = [await makeCoreTeam(consortium.id), await makeCoreTeam(consortium.id)];
  const [partner, coordinator, coach, administrator] = [await makePerson(), await makePerson(), await makePerson(), await makePerson()];
  await makeRole(consortium.id, coach.id, "PROCESS_COACH");
  await makeRole(consortium.id, administrator.id, "ADMINISTRATOR");
  await makeOrganisation(consortium.id);
  const seat = await makeMembership(teams[0], partner.id);
  await makeMembership(teams[0], coordinator.id, { coordinates: true });
  const meeting = await makeMeeting(teams[0], coordinator.id, { invitees: [{ personId: partner.id, functionId: seat.functionId }] });
  await makeMeeting(teams[1], coach.id, { day: "2026-12-02" });
  const answers = { question: "KANARIE-vraag", situation: "KANARIE-situatie", goesWell: "KANARIE-goed", parents: "SAID", parentsText: "KANARIE-ouders", pupil: "NOT_ASKED", pupilText: "KANARIE-leerling" };
  const found = await makeCase(teams[0], meeting.id, partner.id, { answers });
  const concept = await makeCase(teams[0], meeting.id, partner.id, { answers, sharedAt: null });
  await operatorDatabase().agreement.create({
    data: { consortiumId: consortium.id, coreTeamId: teams[0].id, meetingId: meeting.id, caseDiscussionId: found.id, text: "KANARIE-afspraak", ownerId: partner.id, dueOn: new Date("2026-12-20") },
  });
  return { consortium, teams, partner, coordinator, coach, administrator, caseId: found.id, conceptId: concept.id, meetingId: meeting.id };
}

/** A session of somebody in which a second factor was proven. */
async function assuredSessionOf(personId: string): Promise<string> {
  const [assuredAt, assuredUntil] = [new Date(), new Date(Date.now() + 60_000)];
  const session = { tokenHash: randomUUID(), personId, device: "test", expiresAt: assuredUntil, assuredAt, assuredUntil };
  return (await operatorDatabase().session.create({ data: session, select: { id: true } })).id;
}

/** Runs statements of the app's role as somebody, and undoes them. */
async function asSomebody<T>(personId: string | null, run: (client: pg.Client) => Promise<T>): Promise<T> {
  await app.query("BEGIN");
  try {
    if (personId) await app.query("SELECT set_config('app.person', $1, true), set_config('app.session', $2, true)", [personId, await assuredSessionOf(personId)]);
    return await run(app);
  } finally {
    await app.query("ROLLBACK");
  }
}

async function idsSeen(personId: string, table: string, column = "id"): Promise<string[]> {
  return asSomebody(personId, async (client) => (await client.query(`SELECT ${column}::text AS id FROM ${table} ORDER BY 1`)).rows.map((row) => row.id as string));
}

/** The SQLSTATE with which a statement is refused, or the number of rows it touched. */
async function outcomeOf(personId: string, sql: string, values: unknown[] = []): Promise<string | number> {
  return asSomebody(personId, async (client) => {
    try {
      return (await client.query(sql, values)).rowCount ?? 0;
    } catch (error) {
      return (error as { code?: string }).code ?? "no code";
    }
  });
}

describe("without a person", () => {
  test("every table is under forced row-level security, except the listed ones", async () => {
    const { rows } = await owner.query("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT (relrowsecurity AND relforcerowsecurity) ORDER BY 1");
    expect(rows.map((row) => row.relname)).toEqual(WITHOUT_POLICIES);
  });

  test("no table gives or takes a row", async () => {
    for (const table of tables.filter((each) => !FOR_EVERYONE.includes(each))) {
      for (const sql of [`SELECT 1 FROM ${table}`, `DELETE FROM ${table}`, `INSERT INTO ${table} DEFAULT VALUES`]) {
        const outcome = await asSomebody(null, async (client) => {
          try {
            return (await client.query(sql)).rowCount;
          } catch {
            return "refused";
          }
        });
        expect([0, "refused"], `${sql} gave ${String(outcome)}`).toContain(outcome);
      }
    }
  });

  test("what one transaction was told is gone in the next, on the same connection", async () => {
    expect(await idsSeen(a.partner.id, "core_team")).toHaveLength(1);
    expect((await app.query("SELECT id FROM core_team")).rows).toEqual([]);
  });
});

describe("each person sees exactly the own part", () => {
  test("a member sees the own core team, its meetings and people, and nothing of a sibling or another samenwerkingsverband", async () => {
    expect(await idsSeen(a.partner.id, "core_team")).toEqual([a.teams[0].id]);
    expect(await idsSeen(a.partner.id, "meeting")).toEqual([a.meetingId]);
    expect(await idsSeen(a.partner.id, "school")).toEqual([a.teams[0].schoolId]);
    expect(await idsSeen(a.partner.id, "consortium")).toEqual([a.consortium.id]);
    const people = await idsSeen(a.partner.id, "person");
    expect(people).toEqual([a.partner, a.coordinator, a.coach, a.administrator].map((each) => each.id).sort());
  });

  test("a procesbegeleider sees every core team of the own samenwerkingsverband, and no other", async () => {
    expect(await idsSeen(a.coach.id, "core_team")).toEqual(a.teams.map((team) => team.id).sort());
    expect(await idsSeen(b.coach.id, "core_team")).toEqual(b.teams.map((team) => team.id).sort());
  });

  test("whoever is of one samenwerkingsverband sees no row of the other in any table", async () => {
    const { rows: columns } = await owner.query<{ table_name: string }>("SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'consortium_id' ORDER BY 1");
    for (const { table_name: table } of columns) {
      if (["audit_line", "school_import_change", "circle_count", "circle_year"].includes(table)) continue;
      for (const actor of [a.partner, a.coordinator, a.coach, a.administrator]) {
        expect(await idsSeen(actor.id, table, "consortium_id"), table).not.toContain(b.consortium.id);
      }
    }
  });

  test("the text of a case and its agreements are for members only, whatever the role", async () => {
    for (const actor of [a.coach, a.administrator, b.partner, b.coach]) {
      expect(await idsSeen(actor.id, "case_discussion")).not.toContain(a.caseId);
      const agreements = await asSomebody(actor.id, (client) => client.query("SELECT 1 FROM agreement WHERE core_team_id = $1", [a.teams[0].id]));
      expect(agreements.rows).toEqual([]);
      const read = await asSomebody(actor.id, (client) => client.query("SELECT * FROM read_case_discussion($1, 'test', 'test')", [a.caseId]));
      expect(read.rows).toEqual([]);
    }
    const read = await asSomebody(a.partner.id, (client) => client.query("SELECT * FROM read_case_discussion($1, 'test', 'test')", [a.caseId]));
    expect(read.rows).toHaveLength(8);
    expect(read.rows).toEqual(expect.arrayContaining([{ part: "QUESTION", sealed: expect.stringMatching(/^v1\./), version: 1 }, { part: "SETTING", sealed: null, version: 1 }]));
    expect(JSON.stringify(read.rows)).not.toContain("KANARIE");
  });

  test("a concept is its writer's alone, and so are its texts and what can be done with it", async () => {
    const seen = async (personId: string) => ({
      case: (await idsSeen(personId, "case_discussion")).includes(a.conceptId),
      texts: (await asSomebody(personId, (client) => client.query("SELECT part FROM case_text WHERE case_discussion_id = $1", [a.conceptId]))).rowCount,
      read: (await asSomebody(personId, (client) => client.query("SELECT * FROM read_case_discussion($1, 'test', 'test')", [a.conceptId]))).rowCount,
      changed: (await asSomebody(personId, (client) => client.query("UPDATE case_text SET version = 9 WHERE case_discussion_id = $1", [a.conceptId]))).rowCount,
      marks: (await asSomebody(personId, (client) => client.query("SELECT mark FROM case_circle_mark WHERE case_discussion_id = $1", [a.conceptId]))).rowCount,
    });
    expect(await seen(a.partner.id)).toEqual({ case: true, texts: 8, read: 8, changed: 8, marks: 8 });
    for (const actor of [a.coordinator, a.coach, a.administrator, b.partner]) expect(await seen(actor.id)).toEqual({ case: false, texts: 0, read: 0, changed: 0, marks: 0 });
  });
});

describe("the text of a case", () => {
  test("cannot be selected, not even by a member", async () => {
    for (const columns of ["sealed", "*", "case_discussion_id, sealed"]) expect(await outcomeOf(a.partner.id, `SELECT ${columns} FROM case_text`)).toBe("42501");
    expect(await outcomeOf(a.partner.id, "UPDATE case_text SET sealed = NULL RETURNING sealed")).toBe("42501");
    expect(await outcomeOf(a.partner.id, "SELECT part FROM case_text WHERE sealed LIKE 'v1%'")).toBe("42501");
    expect(await outcomeOf(a.partner.id, "SELECT case_discussion_id FROM case_discussion_text")).toBe("42501");
  });

  test("cannot be stored as it was typed", async () => {
    expect(await outcomeOf(a.partner.id, "UPDATE case_text SET sealed = 'Jayden slaapt slecht.'")).toBe("23514");
  });

  test("is shared by who wrote it, as a whole, and not taken back", async () => {
    expect(await outcomeOf(a.partner.id, `UPDATE case_discussion SET shared_at = NULL WHERE id = '${a.caseId}'`)).toBe("23514");
    expect(await outcomeOf(a.partner.id, `UPDATE case_discussion SET stage = NULL, shared_at = now() WHERE id = '${a.conceptId}'`)).toBe("23514");
    expect(await outcomeOf(a.partner.id, `INSERT INTO case_discussion (consortium_id, core_team_id, meeting_id, school_year, number, created_by_id, shared_at)
      VALUES ('${a.consortium.id}', '${a.teams[0].id}', '${a.meetingId}', 26, 99, '${a.partner.id}', now())`)).toBe("42501");
  });

  test("comes with exactly one audit line, in the same transaction", async () => {
    await app.query("BEGIN");
    await app.query("SELECT set_config('app.person', $1, true), set_config('app.session', $2, true)", [a.partner.id, await assuredSessionOf(a.partner.id)]);
    await app.query("SELECT * FROM read_case_discussion($1, 'partner', 'request-1')", [a.caseId]);
    await app.query("COMMIT");
    const { rows } = await owner.query("SELECT person_id, role, action, object_id, core_team_id FROM audit_line WHERE request_id = 'request-1'");
    expect(rows).toEqual([{ person_id: a.partner.id, role: "partner", action: "case-discussion:read", object_id: a.caseId, core_team_id: a.teams[0].id }]);
  });

  test("is not given when the line cannot be written", async () => {
    await owner.query("ALTER TABLE audit_line ADD CONSTRAINT out_of_order CHECK (request_id <> 'blocked')");
    expect(await outcomeOf(a.partner.id, "SELECT * FROM read_case_discussion($1, 'partner', 'blocked')", [a.caseId])).toBe("23514");
    await owner.query("ALTER TABLE audit_line DROP CONSTRAINT out_of_order");
  });
});

describe("a closed case", () => {
  test("stays closed for a membership that is written down, or moved back, later", async () => {
    const member = await makePerson();
    const latecomer = await makePerson();
    await makeMembership(a.teams[0], member.id, { firstDay: "2026-01-01" });
    await owner.query("UPDATE meeting SET starts_at = '2026-01-15T13:00Z', ends_at = '2026-01-15T14:00Z' WHERE id = $1", [a.meetingId]);
    await owner.query("UPDATE case_discussion SET closed_at = '2026-02-01T12:00Z' WHERE id = $1", [a.caseId]);
    await makeMembership(a.teams[0], latecomer.id, { firstDay: "2026-01-01", createdAt: new Date("2026-02-02T12:00Z") });
    const reads = async (personId: string) => (await asSomebody(personId, (client) => client.query("SELECT * FROM read_case_discussion($1, 'test', 'test')", [a.caseId]))).rowCount;
    expect([await reads(member.id), await reads(latecomer.id)]).toEqual([8, 0]);
    expect(await idsSeen(latecomer.id, "case_discussion")).toEqual([]);
    await owner.query("UPDATE membership SET first_day = '2025-12-01' WHERE person_id = $1", [member.id]);
    expect(await reads(member.id)).toBe(0);
    for (const change of ["closed_at = NULL", "closed_at = now()", "theme = 'HOME'"]) expect(await outcomeOf(a.partner.id, `UPDATE case_discussion SET ${change} WHERE id = '${a.caseId}'`)).toBe("23514");
    await owner.query("UPDATE case_discussion SET closed_at = NULL WHERE id = $1", [a.caseId]);
    expect(await reads(latecomer.id)).toBe(8);
    await owner.query("UPDATE meeting SET starts_at = '2026-12-01T13:00Z', ends_at = '2026-12-01T14:15Z' WHERE id = $1", [a.meetingId]);
  });
});

describe("the board", () => {
  test("sees the name of its samenwerkingsverband and itself: nobody else, nothing of a team, and nobody's agenda", async () => {
    const board = await makePerson();
    await makeRole(a.consortium.id, board.id, "BOARD");
    const seen: Record<string, number> = {};
    for (const table of tables.filter((each) => !FOR_EVERYONE.includes(each))) {
      const rows = await outcomeOf(board.id, `SELECT 1 FROM ${table}`);
      if (typeof rows === "number" && rows > 0) seen[table] = rows;
    }
    expect(seen).toEqual({ consortium: 1, person: 1, working_pattern: 1 });
    const busy = "SELECT 1 FROM busy_moments(ARRAY[$1]::uuid[], '2026-01-01', '2027-12-31')";
    expect(await outcomeOf(board.id, busy, [a.partner.id])).toBe(0);
    expect(await outcomeOf(a.coach.id, busy, [a.partner.id])).toBe(1);
    // The figures, which are all it is for, go by another way.
    expect(await outcomeOf(board.id, "SELECT 1 FROM consortium_figures($1::uuid, now())", [a.consortium.id])).toBe(1);
    expect(await outcomeOf(board.id, "SELECT 1 FROM consortium_figures($1::uuid, now())", [b.consortium.id])).toBe(0);
  });

  test("sees with a job beside it what that job shows", async () => {
    const both = await makePerson();
    await makeRole(a.consortium.id, both.id, "BOARD");
    await makeMembership(a.teams[0], both.id);
    expect(await idsSeen(both.id, "organisation")).toHaveLength(1);
  });
});

describe("nobody reaches over the fence", () => {
  test("a row cannot point to a row of another core team or samenwerkingsverband", async () => {
    const foreignFunction = await makeFunction(b.consortium.id);
    const person = await makePerson();
    const seat = (functionId: string, teamId: string) =>
      outcomeOf(a.coach.id, "INSERT INTO membership (consortium_id, core_team_id, person_id, function_id, first_day) VALUES ($1, $2, $3, $4, now())", [a.consortium.id, teamId, person.id, functionId]);
    expect(await seat(foreignFunction.id, a.teams[0].id)).toBe("23503");
    expect(await seat((await makeFunction(a.consortium.id)).id, b.teams[0].id)).toBe("23503");

    const agreement = (meetingId: string) =>
      outcomeOf(a.partner.id, "INSERT INTO agreement (consortium_id, core_team_id, meeting_id, text, owner_id, due_on) VALUES ($1, $2, $3, 'x', $4, now())", [a.consortium.id, a.teams[0].id, meetingId, a.partner.id]);
    expect(await agreement(b.meetingId)).toBe("23503");
    expect(await agreement(a.meetingId)).toBe(1);
  });

  test("every foreign key between scoped tables carries the scope", async () => {
    const { rows } = await owner.query<{ name: string }>(`
      SELECT c.conname AS name FROM pg_constraint c
      WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND cardinality(c.conkey) = 1
        AND EXISTS (SELECT 1 FROM pg_attribute t WHERE t.attrelid = c.confrelid AND t.attname IN ('consortium_id', 'core_team_id'))
      ORDER BY 1`);
    expect(rows).toEqual([]);
  });

  test("nobody gives himself a role or a seat, or lengthens the own one", async () => {
    const role = (personId: string, by: string) => outcomeOf(by, "INSERT INTO consortium_role (consortium_id, person_id, role, first_day) VALUES ($1, $2, 'ORGANISER', now())", [a.consortium.id, personId]);
    expect(await role(a.administrator.id, a.administrator.id)).toBe("42501");
    expect(await role(a.coach.id, a.administrator.id)).toBe(1);
    expect(await role(a.coach.id, a.coach.id)).toBe("42501");
    expect(await outcomeOf(a.coordinator.id, "UPDATE membership SET last_day = '2030-01-01' WHERE person_id = $1", [a.coordinator.id])).toBe(0);
    const seat = await makeFunction(a.consortium.id);
    expect(await outcomeOf(a.coach.id, "INSERT INTO membership (consortium_id, core_team_id, person_id, function_id, first_day) VALUES ($1, $2, $3, $4, now())", [a.consortium.id, a.teams[0].id, a.coach.id, seat.id])).toBe("42501");
  });

  test("a partner plans nothing, and a school coordinator adds only people of the school", async () => {
    const meeting = (by: string) =>
      outcomeOf(by, "INSERT INTO meeting (consortium_id, core_team_id, kind, starts_at, ends_at, form, link, organiser_id) VALUES ($1, $2, 'OTHER', '2027-01-05T10:00Z', '2027-01-05T11:00Z', 'DIGITAL', null, $3)", [a.consortium.id, a.teams[0].id, by]);
    expect(await meeting(a.partner.id)).toBe("42501");
    expect(await meeting(a.coordinator.id)).toBe(1);
    const person = await makePerson();
    const seat = async (coordinates: boolean) =>
      outcomeOf(a.coordinator.id, "INSERT INTO membership (consortium_id, core_team_id, person_id, function_id, first_day) VALUES ($1, $2, $3, $4, now())", [a.consortium.id, a.teams[0].id, person.id, (await makeFunction(a.consortium.id, { coordinates })).id]);
    expect(await seat(true)).toBe(1);
    expect(await seat(false)).toBe("42501");
  });

  test("a school of another samenwerkingsverband looks like none, and cannot be taken", async () => {
    const school = await makeSchool(b.consortium.id);
    expect(await outcomeOf(a.administrator.id, "UPDATE school SET consortium_id = $1 WHERE id = $2", [a.consortium.id, school.id])).toBe(0);
    const orphan = await makeSchool(null);
    expect(await idsSeen(a.partner.id, "school")).not.toContain(orphan.id);
    expect(await idsSeen(a.administrator.id, "school")).toContain(orphan.id);
  });

  test("busy moments tell where only within the own samenwerkingsverband", async () => {
    const busy = (by: string) => asSomebody(by, (client) => client.query("SELECT person_id, core_team_name FROM busy_moments(ARRAY[$1]::uuid[], '2026-12-01T00:00Z', '2026-12-02T00:00Z')", [a.partner.id]));
    expect((await busy(a.coach.id)).rows).toEqual([{ person_id: a.partner.id, core_team_name: a.teams[0].name }]);
    expect((await busy(b.coach.id)).rows).toEqual([{ person_id: a.partner.id, core_team_name: null }]);
    expect((await busy((await makePerson()).id)).rows).toEqual([]);
  });
});

describe("guests", () => {
  const guest = (by: string, invitedBy = by) =>
    outcomeOf(by, "INSERT INTO meeting_guest (consortium_id, core_team_id, meeting_id, starts_at, ends_at, name, organisation, email, invited_by_id) SELECT $1, $2, $3, '2026-12-01T13:00Z', '2026-12-01T14:15Z', 'Roos', 'Veilig Thuis', gen_random_uuid() || '@elders.example', $4",
      [a.consortium.id, a.teams[0].id, a.meetingId, invitedBy]);

  test("are invited by who plans, in the own name; a member only sees them", async () => {
    expect(await guest(a.partner.id)).toBe("42501");
    expect(await guest(b.coach.id)).toBe("42501");
    expect(await guest(a.coordinator.id, a.coach.id)).toBe("42501");
    expect([await guest(a.coordinator.id), await guest(a.coach.id)]).toEqual([1, 1]);
    await owner.query("INSERT INTO meeting_guest (consortium_id, core_team_id, meeting_id, starts_at, ends_at, name, organisation, email, invited_by_id) SELECT consortium_id, core_team_id, id, starts_at, ends_at, 'Roos', 'Veilig Thuis', 'roos@elders.example', organiser_id FROM meeting WHERE id = $1", [a.meetingId]);
    expect(await idsSeen(a.partner.id, "meeting_guest")).toHaveLength(1);
    expect(await outcomeOf(a.partner.id, "UPDATE meeting_guest SET answer = 'ACCEPTED'")).toBe(0);
    expect(await outcomeOf(a.administrator.id, "SELECT 1 FROM meeting_guest")).toBe(0);
  });

  test("keep their name, address and meeting, and an invitation that was taken back stays so", async () => {
    for (const change of ["name = 'x'", "email = 'x@y.nl'", "organisation = 'x'", "meeting_id = gen_random_uuid()"]) expect(await outcomeOf(a.coordinator.id, `UPDATE meeting_guest SET ${change}`)).toBe("42501");
    expect(await outcomeOf(a.coordinator.id, "DELETE FROM meeting_guest")).toBe("42501");
    await owner.query("UPDATE meeting_guest SET withdrawn_at = now() WHERE meeting_id = $1", [a.meetingId]);
    expect(await outcomeOf(a.coordinator.id, "UPDATE meeting_guest SET withdrawn_at = NULL")).toBe(0);
    await owner.query("DELETE FROM meeting_guest WHERE meeting_id = $1", [a.meetingId]);
  });
});

describe("audit lines", () => {
  test("are only added: nobody changes or removes them, the owner included", async () => {
    await owner.query("INSERT INTO audit_line (role, action, object_type, request_id) VALUES ('test', 'test', 'test', 'stay')");
    for (const sql of ["UPDATE audit_line SET action = 'x'", "DELETE FROM audit_line", "TRUNCATE audit_line"]) {
      expect(await outcomeOf(a.administrator.id, sql)).toBe("42501");
      await expect(owner.query(sql)).rejects.toMatchObject({ code: "42501" });
    }
    expect((await owner.query("SELECT 1 FROM audit_line WHERE request_id = 'stay'")).rowCount).toBe(1);
  });

  test("are written in the own name only", async () => {
    const line = (personId: string) => outcomeOf(a.partner.id, "INSERT INTO audit_line (person_id, role, action, object_type, request_id) VALUES ($1, 'x', 'x', 'x', 'x')", [personId]);
    expect(await line(a.partner.id)).toBe(1);
    expect(await line(a.coach.id)).toBe("42501");
  });
});

describe("the roles of the database", () => {
  test("the app has no other way in: no session, no code, no identity, no DDL", async () => {
    for (const table of ["session", "login_code", "identity", "email_change"]) expect(await outcomeOf(a.administrator.id, `SELECT 1 FROM ${table}`)).toBe("42501");
    expect(await outcomeOf(a.administrator.id, "CREATE TABLE mine (x int)")).toBe("42501");
    expect(await outcomeOf(a.administrator.id, "UPDATE person SET email = 'x@y.nl' WHERE id = $1", [a.administrator.id])).toBe("42501");
    const { rows } = await owner.query("SELECT rolname FROM pg_roles WHERE rolname LIKE 'kt\\_%' AND (rolsuper OR rolbypassrls)");
    expect(rows).toEqual([]);
  });

  test("a session cannot be moved to another person", async () => {
    const { rows } = await owner.query("SELECT has_column_privilege('kt_auth', 'session', 'person_id', 'UPDATE') AS person, has_column_privilege('kt_auth', 'session', 'expires_at', 'UPDATE') AS expiry");
    expect(rows).toEqual([{ person: false, expiry: false }]);
  });

  test("the worker reads nothing of a case", async () => {
    const { rows } = await owner.query("SELECT t, has_table_privilege('kt_worker', t, 'SELECT') AS may FROM unnest(ARRAY['case_discussion', 'case_text', 'case_discussion_text', 'perspective', 'case_follow_up', 'case_lesson', 'data_key', 'agreement', 'agreement_event', 'circle_count', 'circle_year']) AS t");
    expect(rows.every((row) => row.may === false)).toBe(true);
  });
});
