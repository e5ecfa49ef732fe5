import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { dropAgreementAction } from "#app/(signed-in)/agreements/[agreementId]/dropping/actions";
import { changeAgreementAction } from "#app/(signed-in)/agreements/[agreementId]/edit/actions";
import { agreeInMeetingAction } from "#app/(in-meeting)/core-teams/[coreTeamId]/meetings/[meetingId]/presentation/actions";
import { makeAgreementAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/agreements/new/actions";
import { saveCasePartAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/edit/actions";
import { writeLessonAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/lesson/actions";
import { savePerspectiveAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/perspective/actions";
import { startCaseDiscussionAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/new/actions";
import { changeAgreement, dropAgreement, setAgreementState } from "#lib/agreements/commands";
import { findAgreement } from "#lib/agreements/queries";
import { changeAgreementSchema, dropAgreementSchema } from "#lib/agreements/schema";
import { createSession, newToken } from "#lib/auth/session";
import { saveCasePart } from "#lib/case-discussions/commands";
import { listCaseReaders, readCaseDiscussion } from "#lib/case-discussions/queries";
import { authDatabase, disconnect, operatorDatabase } from "#lib/db";
import { env } from "#lib/env";
import { newFormKey } from "#lib/forms/form-key";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { eraseDueCases } from "#lib/jobs/case-erasure";
import { goRound } from "#lib/jobs/rounds";
import { savePerspective } from "#lib/perspectives/commands";
import { listPerspectives } from "#lib/perspectives/queries";
import { asPerson } from "#tests/support/as-person";
import { type CaseWorld, caseWorld, meetingLike, opened, partOf, sharedCase, TODAY } from "#tests/support/case-world";
import { makeCase } from "#tests/support/builders";
import { columnsWith } from "#tests/support/everywhere";
import { asForm, signIn } from "#tests/support/meeting-world";
import { ownDatabase } from "#tests/support/own-database";
import { EXPLAINED, PLANTED, type PlantedCase, plantedCase, STAYS } from "#tests/support/planted-case";
import { sendForm } from "#tests/support/send-form";

const request = vi.hoisted(() => ({ cookie: null as string | null, path: "", origin: "" }));

// The only things of Next that an action needs: the headers and cookies of its request, and to draw the page again.
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (name === "__Host-kernteam-session" && request.cookie ? { name, value: request.cookie } : undefined) }),
  headers: async () => new Headers({ origin: request.origin, "x-path": request.path }),
}));
vi.mock("next/cache", () => ({ refresh: () => undefined }));

let world: CaseWorld;
let owner: pg.Client;
let superuser: pg.Client;
let app: pg.Client;

/** The meeting of these tests was on 6 October 2026: its casussen are erased on 31 July 2028. */
const DAY_BEFORE = new Date("2028-07-30T21:59:00Z");
const THE_DAY = new Date("2028-07-30T22:01:00Z");

beforeAll(async () => {
  process.env.REFERENCE_DATE = TODAY;
  process.env.LOG_LEVEL = "silent";
  const database = await ownDatabase();
  [owner, superuser, app] = [database.ownerUrl, database.superuserUrl, database.appUrl].map((connectionString) => new pg.Client({ connectionString })) as [pg.Client, pg.Client, pg.Client];
  await Promise.all([owner.connect(), superuser.connect(), app.connect()]);
  world = await caseWorld();
  request.origin = env().APP_URL;
});

beforeEach(async () => {
  await owner.query("TRUNCATE case_discussion, agreement, form_draft, form_submission CASCADE");
  await owner.query("DELETE FROM pgboss.job");
  await owner.query("UPDATE meeting SET starts_at = '2026-10-06T12:00Z', ends_at = '2026-10-06T13:00Z' WHERE id = $1", [world.meeting.id]);
});

afterAll(async () => {
  await Promise.all([owner.end(), superuser.end(), app.end()]);
  await disconnect();
});

const idOf = (person: keyof CaseWorld["people"]) => world.people[person].id;
const meetingPath = () => `/core-teams/${world.team.id}/meetings/${world.meeting.id}`;
const at = (id: string) => ({ coreTeamId: world.team.id, meetingId: world.meeting.id, discussionId: id });
const ofTeam = (id: string) => ({ id, team: { scope: { consortiumId: world.consortiumId, coreTeamId: world.team.id } } });
const plainCase = () => makeCase(world.team, world.meeting.id, idOf("noor"), { answers: { question: PLANTED } });
const rowOf = (id: string) => operatorDatabase().caseDiscussion.findUniqueOrThrow({ where: { id } });

/** Sends a form, at a page, in a browser whose session has ended, lacks a second factor, or has all it takes. */
async function send(action: FormAction, path: string, fields: Record<string, string>, session: "ended" | "without factor" | "whole"): Promise<string | FormState> {
  const personId = idOf("noor");
  request.cookie = session === "ended" ? null : await authDatabase().$transaction((db) => createSession(db, personId, "test", newToken(), session === "whole" ? "HIGH" : "LOW"));
  request.path = path;
  return sendForm(action, { ...fields, formKey: newFormKey(personId) });
}

/** Leaves a draft with the planted words on every page with a box that may be about this casus. */
async function leaveDrafts({ id, agreements }: PlantedCase): Promise<void> {
  const [casus, said] = [`${meetingPath()}/case-discussions/${id}`, `Een ${PLANTED} die nog niet was verstuurd.`];
  const { id: another } = await makeCase(world.team, world.meeting.id, idOf("noor"), { sharedAt: null });
  const left: [FormAction, string, Record<string, string>, "ended" | "without factor"][] = [
    [saveCasePartAction, `${casus}/edit/situation`, { discussionId: id, part: "SITUATION", version: "1", situation: said }, "without factor"],
    [saveCasePartAction, `${casus}/edit/opportunity-circle`, { discussionId: id, part: "CIRCLE", version: "1", lineSAFE: said }, "ended"],
    [savePerspectiveAction, `${casus}/perspective`, { discussionId: id, version: "1", revealed: "yes", perspective: said }, "without factor"],
    [writeLessonAction, `${casus}/lesson`, { discussionId: id, version: "1", lesson: said }, "ended"],
    [startCaseDiscussionAction, `${meetingPath()}/case-discussions/new`, { meetingId: world.meeting.id, goesWell: said }, "without factor"],
    [makeAgreementAction, `${meetingPath()}/agreements/new?case=${id}`, { meetingId: world.meeting.id, caseDiscussionId: id, text: said }, "ended"],
    [makeAgreementAction, `${meetingPath()}/agreements/new?notice=agreement-made`, { meetingId: world.meeting.id, text: said }, "ended"],
    [agreeInMeetingAction, `${meetingPath()}/presentation`, { meetingId: world.meeting.id, text: said }, "ended"],
    // Opened from another casus, and about this one.
    [agreeInMeetingAction, `${meetingPath()}/presentation?case=${another}`, { meetingId: world.meeting.id, caseDiscussionId: id, text: said }, "ended"],
    [changeAgreementAction, `/agreements/${agreements.made}/edit`, { agreementId: agreements.made, version: "2", text: said }, "ended"],
    [dropAgreementAction, `/agreements/${agreements.made}/dropping`, { agreementId: agreements.made, version: "2", reason: said }, "ended"],
  ];
  for (const [action, path, fields, session] of left) expect(await send(action, path, fields, session), path).toMatch(/^\/(?:login|second-factor)\?/);
  expect(await operatorDatabase().formDraft.count()).toBe(left.length);
  // One that was taken leaves an answer for the same form sent again; one that comes back to its writer leaves nothing.
  const page = { discussionId: id, part: "QUESTION", version: "1" };
  expect(await send(saveCasePartAction, `${casus}/edit/question`, { ...page, question: said }, "whole")).toContain("notice=case-changed");
  expect(await send(saveCasePartAction, `${casus}/edit/question`, { ...page, version: "2", question: `${said} Fatima kwam niet.` }, "whole")).toMatchObject({ findings: { question: [{ text: "Fatima" }] } });
  expect(await operatorDatabase().formSubmission.count()).toBe(1);
}

/** Everything sealed that holds words about casussen, as it lies in the database. */
async function sealedNow(): Promise<string[]> {
  const { rows } = await owner.query<{ sealed: string }>("SELECT sealed FROM case_text WHERE sealed IS NOT NULL UNION ALL SELECT sealed FROM perspective WHERE sealed IS NOT NULL UNION ALL SELECT sealed FROM form_draft");
  return rows.map(({ sealed }) => sealed);
}

describe("an erased casus", () => {
  test("is gone from every table: rows, versions, drafts, stored answers and jobs; what was chosen, told and learnt stays", async () => {
    const planted = await plantedCase(world);
    await leaveDrafts(planted);
    const sealed = await sealedNow();
    expect(sealed.length).toBe(8 + 2 + 11);
    // The search finds what is there.
    expect(await columnsWith(superuser, [PLANTED])).toEqual([
      "agreement.dropped_because", "agreement.text", "agreement_event.reason",
      "case_discussion_text.goes_well", "case_discussion_text.parents_say", "case_discussion_text.pupil_not_asked", "case_discussion_text.question", "case_discussion_text.situation",
    ]);
    expect(await columnsWith(superuser, sealed)).toEqual(["case_text.sealed", "form_draft.sealed", "perspective.sealed"]);
    const marks = await operatorDatabase().caseCircleMark.findMany({ where: { caseDiscussionId: planted.id }, orderBy: { element: "asc" } });
    const followUp = await operatorDatabase().caseFollowUp.findUnique({ where: { caseDiscussionId: planted.id } });
    expect((await owner.query("SELECT 1 FROM pgboss.job WHERE data::text LIKE $1", [`%${planted.id}%`])).rowCount).toBeGreaterThan(0);

    expect(await eraseDueCases(DAY_BEFORE)).toBe(0);
    expect(await columnsWith(superuser, sealed)).toHaveLength(3);
    expect(await eraseDueCases(THE_DAY)).toBe(1);

    expect(await columnsWith(superuser, [PLANTED, EXPLAINED])).toEqual([]);
    expect(await columnsWith(superuser, sealed)).toEqual([]);
    expect((await owner.query("SELECT 1 FROM pgboss.job WHERE data::text LIKE ANY ($1)", [[planted.id, ...Object.values(planted.agreements)].map((id) => `%${id}%`)])).rowCount).toBe(0);
    expect(await rowOf(planted.id)).toMatchObject({ kind: "HELP", stage: "MIDDLE", theme: "ABSENCE", lifeDomains: ["SCHOOL", "HOME"], since: "LONGER", parentsInformed: false, erasedAt: THE_DAY, closedAt: THE_DAY });
    expect(await operatorDatabase().caseCircleMark.findMany({ where: { caseDiscussionId: planted.id }, orderBy: { element: "asc" } })).toEqual(marks);
    expect(await operatorDatabase().caseFollowUp.findUnique({ where: { caseDiscussionId: planted.id } })).toEqual(followUp);
    expect(await operatorDatabase().caseLesson.findUnique({ where: { caseDiscussionId: planted.id } })).toMatchObject({ lesson: STAYS });
    const agreements = await operatorDatabase().agreement.findMany({ where: { caseDiscussionId: planted.id }, select: { id: true, text: true, state: true, ownerId: true, droppedBecause: true }, orderBy: { text: "asc" } });
    expect(agreements).toEqual(expect.arrayContaining([
      { id: planted.agreements.made, text: "", state: "OPEN", ownerId: idOf("noor"), droppedBecause: null },
      { id: planted.agreements.dropped, text: "", state: "DROPPED", ownerId: idOf("noor"), droppedBecause: "" },
      { id: planted.agreements.passed, text: "", state: "OPEN", ownerId: idOf("samira"), droppedBecause: null },
    ]));
    const lines = await operatorDatabase().auditLine.findMany({ where: { action: "case-discussion:erase" }, select: { personId: true, role: true, objectId: true, details: true } });
    expect(lines).toEqual([{ personId: null, role: "worker", objectId: planted.id, details: {} }]);
  });

  test("is erased once, however often it is tried; casussen of another day stay whole", async () => {
    const planted = await plantedCase(world);
    const later = await operatorDatabase().meeting.create({ data: { ...await meetingLike(world.meeting.id, "2027-08-10"), theme: null }, select: { id: true } });
    const other = await sharedCase(idOf("noor"), later.id);
    expect(await eraseDueCases(THE_DAY)).toBe(1);
    const after = await rowOf(planted.id);
    expect(await eraseDueCases(new Date("2028-08-05T10:00:00Z"))).toBe(0);
    expect(await rowOf(planted.id)).toEqual(after);
    expect(await asPerson(idOf("noor"), (viewer) => readCaseDiscussion(viewer, ofTeam(other)))).toMatchObject({ answers: { question: expect.any(String) } });
    expect(await operatorDatabase().auditLine.count({ where: { action: "case-discussion:erase", objectId: planted.id } })).toBe(1);
  });

  test("is one of the rounds of the worker", async () => {
    const { id } = await plainCase();
    await operatorDatabase().meeting.update({ where: { id: world.meeting.id }, data: { startsAt: new Date("2024-10-01T12:00:00Z"), endsAt: new Date("2024-10-01T13:00:00Z") } });
    await goRound();
    expect((await rowOf(id)).erasedAt).not.toBeNull();
  });

  test("gives nobody a word, and shows its team what is left", async () => {
    const { id, agreements } = await plantedCase(world);
    await eraseDueCases(THE_DAY);
    for (const person of ["noor", "samira"] as const) {
      const found = await asPerson(idOf(person), async (viewer) => ({ ...(await opened(viewer, at(id))), seats: await listPerspectives(viewer, ofTeam(id)), readers: await listCaseReaders(viewer, id), agreement: await findAgreement(viewer, agreements.dropped) }));
      expect(found).toMatchObject({ text: null, seats: [], readers: [], discussion: { state: "ERASED", erasedOn: "2028-07-31", wasStopped: false, lesson: { lesson: STAYS }, setting: { theme: "ABSENCE" } }, agreement: { isErased: true, state: "DROPPED", droppedBecause: null } });
      expect(JSON.stringify(found).toLowerCase()).not.toContain(PLANTED);
    }
    const lines = await operatorDatabase().auditLine.count({ where: { action: "case-discussion:read", objectId: id, at: { gte: THE_DAY } } });
    expect(lines).toBe(0);
  });
});

describe("an erased casus stays erased", () => {
  test("for whoever writes past the commands, the owner of the database too", async () => {
    const { id, agreements } = await plantedCase(world);
    await eraseDueCases(THE_DAY);
    const sealed = "v1.00000000-0000-4000-8000-000000000000.x";
    const writes = [
      [`INSERT INTO case_text (case_discussion_id, part, consortium_id, core_team_id, sealed) VALUES ('${id}', 'SITUATION', '${world.consortiumId}', '${world.team.id}', '${sealed}')`, "23514"],
      [`INSERT INTO perspective (case_discussion_id, person_id, consortium_id, core_team_id, function_id, sealed, is_written) VALUES ('${id}', '${idOf("noor")}', '${world.consortiumId}', '${world.team.id}', '${world.functions.coach.id}', '${sealed}', true)`, "23514"],
      [`UPDATE agreement SET text = 'Weer een afspraak.' WHERE id = '${agreements.made}'`, "23514"],
      [`UPDATE agreement SET state = 'DROPPED', dropped_because = 'Daarom.' WHERE id = '${agreements.made}'`, "23514"],
      [`INSERT INTO agreement (consortium_id, core_team_id, meeting_id, case_discussion_id, text, owner_id, due_on) VALUES ('${world.consortiumId}', '${world.team.id}', '${world.meeting.id}', '${id}', 'Nog een.', '${idOf("noor")}', now())`, "23514"],
      [`INSERT INTO agreement_event (consortium_id, core_team_id, agreement_id, person_id, at, kind, state, reason) VALUES ('${world.consortiumId}', '${world.team.id}', '${agreements.made}', '${idOf("noor")}', now(), 'STATE', 'DROPPED', 'Daarom.')`, "23514"],
      [`UPDATE case_discussion SET erased_at = NULL WHERE id = '${id}'`, "42501"],
    ] as const;
    for (const [sql, forApp] of writes) {
      expect(await codeOf(app, sql, idOf("noor")), sql).toBe(forApp);
      expect(await codeOf(owner, sql), sql).toBe("23514");
    }
    expect(await codeOf(app, `UPDATE case_discussion SET theme = 'OTHER' WHERE id = '${id}'`, idOf("noor"))).toBe(0);
    expect(await codeOf(owner, `INSERT INTO case_discussion_text (case_discussion_id, core_team_id, question, situation, goes_well) VALUES ('${id}', '${world.team.id}', 'x', 'x', 'x')`)).toBe("23514");
  });

  test("for its forms: they say so, and what was typed is kept nowhere", async () => {
    const planted = await plantedCase(world);
    await eraseDueCases(THE_DAY);
    const facts = await signIn(idOf("noor"));
    expect(await asForm(facts, (viewer) => saveCasePart(viewer, partOf(planted.id, "SITUATION", {}, 1)))).toEqual({ ok: false, problem: "CLOSED" });
    expect(await asForm(facts, (viewer) => savePerspective(viewer, { discussionId: planted.id, version: 0, revealed: "no", perspective: "Nog iets.", perspectiveReason: null }))).toEqual({ ok: false, problem: "CLOSED" });
    const change = changeAgreementSchema.parse({ agreementId: planted.agreements.made, version: "3", text: "Anders.", dueOn: "2026-12-02" });
    expect(await asForm(facts, (viewer) => changeAgreement(viewer, change))).toEqual({ ok: false, problem: "ERASED" });
    const drop = dropAgreementSchema.parse({ agreementId: planted.agreements.made, version: "3", reason: "Daarom." });
    expect(await asForm(facts, (viewer) => dropAgreement(viewer, drop))).toEqual({ ok: false, problem: "ERASED" });
    // How an agreement goes can still be told.
    expect(await asForm(facts, (viewer) => setAgreementState(viewer, { agreementId: planted.agreements.made, state: "DONE" }))).toMatchObject({ ok: true });
    const inOtherWords = `%${planted.id.charCodeAt(0).toString(16)}${planted.id.slice(1)}`;
    const paths = [planted.id, planted.id.toUpperCase(), inOtherWords].flatMap((id) => [`${meetingPath()}/case-discussions/${id}/edit/situation`, `${meetingPath()}/agreements/new?notice=agreement-made&case=${id}`]);
    for (const path of [...paths, `/agreements/${planted.agreements.made}/edit`, `/agreements/${planted.agreements.made}/edit?case=${planted.agreements.passed}`]) {
      const answer = await send(saveCasePartAction, path, { discussionId: planted.id, part: "SITUATION", version: "1", situation: PLANTED }, "ended");
      expect(answer, path).toBe(`/login?${new URLSearchParams({ next: path }).toString()}`);
    }
    expect(await operatorDatabase().formDraft.count()).toBe(0);
    expect(await columnsWith(superuser, [PLANTED])).toEqual([]);
  });

  test("and takes along no draft of another casus of its meeting", async () => {
    const planted = await plantedCase(world);
    const other = await sharedCase(idOf("noor"), world.meeting.id);
    for (const id of [planted.id, other]) await send(makeAgreementAction, `${meetingPath()}/agreements/new?case=${id}`, { meetingId: world.meeting.id, caseDiscussionId: id, text: PLANTED }, "ended");
    await owner.query("SELECT erase_case($1, now(), 'operator', 'x')", [planted.id]);
    expect((await operatorDatabase().formDraft.findMany()).map(({ path }) => path)).toEqual([expect.stringContaining(other)]);
  });

  test("for who writes at this very moment: either is first, and nothing is left", async () => {
    const { id } = await plantedCase(world);
    const facts = await signIn(idOf("samira"));
    const write = () => asForm(facts, (viewer) => savePerspective(viewer, { discussionId: id, version: 1, revealed: "yes", perspective: `Een ${PLANTED}.`, perspectiveReason: null }));
    await Promise.all([write(), eraseDueCases(THE_DAY), write(), write()]);
    expect(await operatorDatabase().perspective.count({ where: { caseDiscussionId: id } })).toBe(0);
    expect((await rowOf(id)).erasedAt).toEqual(THE_DAY);
  });
});

describe("a worker that is killed", () => {
  const steps = [
    ["form_draft", "DELETE"], ["pgboss.job", "DELETE"], ["case_text", "DELETE"], ["case_discussion_text", "DELETE"], ["perspective", "DELETE"],
    ["agreement_event", "UPDATE"], ["agreement", "UPDATE"], ["case_discussion", "UPDATE"], ["audit_line", "INSERT"],
  ] as const;

  test("after any statement leaves the casus whole, and the next run erases it", async () => {
    const planted = await plantedCase(world);
    await leaveDrafts(planted);
    const sealed = await sealedNow();
    await superuser.query("CREATE FUNCTION public.kill_me() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$");
    const before = await rowOf(planted.id);
    for (const [table, event] of steps) {
      await superuser.query(`CREATE TRIGGER killed AFTER ${event} ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION public.kill_me()`);
      await expect(eraseDueCases(THE_DAY), table).rejects.toThrow("1 casussen were not erased");
      await superuser.query(`DROP TRIGGER killed ON ${table}`);
      expect(await rowOf(planted.id), table).toEqual(before);
      expect(await sealedNow(), table).toEqual(sealed);
      const seen = await asPerson(idOf("noor"), async (viewer) => ({ text: await readCaseDiscussion(viewer, ofTeam(planted.id)), seats: await listPerspectives(viewer, ofTeam(planted.id)) }));
      expect(Object.values(seen.text?.answers ?? {}).filter((answer) => answer.includes(PLANTED)), table).toHaveLength(9 + 8);
      expect(seen.seats.filter(({ text }) => text?.includes(PLANTED)), table).toHaveLength(2);
    }
    await superuser.query("DROP FUNCTION public.kill_me()");
    expect(await eraseDueCases(THE_DAY)).toBe(1);
    expect(await columnsWith(superuser, [PLANTED, EXPLAINED])).toEqual([]);
    expect(await columnsWith(superuser, sealed)).toEqual([]);
  });

  test("between two casussen has erased the first as a whole, and the next run does the second", async () => {
    const [first, second] = [await plantedCase(world), await plantedCase(world)].toSorted((one, other) => one.id.localeCompare(other.id)) as [PlantedCase, PlantedCase];
    await superuser.query("CREATE FUNCTION public.kill_me() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$");
    await superuser.query(`CREATE TRIGGER killed AFTER DELETE ON case_text FOR EACH ROW WHEN (OLD.case_discussion_id = '${second.id}') EXECUTE FUNCTION public.kill_me()`);
    await expect(eraseDueCases(THE_DAY)).rejects.toThrow("1 casussen were not erased");
    expect([(await rowOf(first.id)).erasedAt, (await rowOf(second.id)).erasedAt]).toEqual([THE_DAY, null]);
    expect(await operatorDatabase().caseText.count({ where: { caseDiscussionId: second.id } })).toBe(9);
    await superuser.query("DROP TRIGGER killed ON case_text");
    await superuser.query("DROP FUNCTION public.kill_me()");
    expect(await eraseDueCases(THE_DAY)).toBe(1);
    expect(await columnsWith(superuser, [PLANTED])).toEqual([]);
  });

  test("beside another one erases each casus once", async () => {
    const ids = [(await plainCase()).id, (await plainCase()).id, (await plainCase()).id];
    const counts = await Promise.all([eraseDueCases(THE_DAY), eraseDueCases(THE_DAY), eraseDueCases(THE_DAY)]);
    expect(counts.reduce((one, other) => one + other)).toBe(3);
    expect(await operatorDatabase().auditLine.count({ where: { action: "case-discussion:erase", objectId: { in: ids } } })).toBe(3);
  });

  test("sees nothing of a casus, and erases none before its time", async () => {
    const { id } = await plainCase();
    const { rows } = await owner.query("SELECT t, has_table_privilege('kt_worker', t, 'SELECT') AS may FROM unnest(ARRAY['case_discussion', 'case_text', 'case_retention', 'perspective']) AS t");
    expect(rows.every(({ may }) => may === false)).toBe(true);
    expect((await owner.query("SELECT has_function_privilege('kt_worker', 'erase_case(uuid, timestamptz, text, text)', 'EXECUTE') AS may")).rows).toEqual([{ may: false }]);
    expect((await owner.query("SELECT erase_due_case($1, ARRAY['NEXT_SCHOOL_YEAR'], ARRAY['2026-10-05'::date], current_day(), now(), now()) AS erased", [id])).rows).toEqual([{ erased: false }]);
  });
});

/** The SQLSTATE with which a statement is refused, or how many rows it touched; undone. */
async function codeOf(client: pg.Client, sql: string, personId?: string): Promise<unknown> {
  await client.query("BEGIN");
  try {
    if (personId) await client.query("SELECT set_config('app.person', $1, true), set_config('app.today', $2, true)", [personId, TODAY]);
    return (await client.query(sql)).rowCount;
  } catch (error) {
    return (error as { code?: string }).code;
  } finally {
    await client.query("ROLLBACK");
  }
}
