import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/access/viewer";
import { keptValue } from "#lib/anonymity/schema";
import { closeCaseDiscussion, editCaseDiscussion, logCaseDiscussion } from "#lib/case-discussions/commands";
import { countCaseDiscussions, findCaseDiscussion, listCaseDiscussionsOf, readCaseDiscussion } from "#lib/case-discussions/queries";
import { type EditCaseDiscussion, editCaseDiscussionSchema } from "#lib/case-discussions/schema";
import { disconnect, operatorDatabase } from "#lib/db";
import { NotFoundError } from "#lib/errors";
import { asPerson } from "#tests/support/as-person";
import { makeMeeting } from "#tests/support/builders";
import { type CaseWorld, caseWorld, everythingOfCases, logged, MEETING_DAY, opened, storyOf, TODAY, typedStory } from "#tests/support/case-world";
import { asForm, signIn } from "#tests/support/meeting-world";
import { ownDatabase } from "#tests/support/own-database";

let world: CaseWorld;

beforeAll(async () => {
  process.env.REFERENCE_DATE = TODAY;
  await ownDatabase();
  world = await caseWorld();
});

afterAll(disconnect);

type Person = keyof CaseWorld["people"];

const idOf = (person: Person) => world.people[person].id;
const pageOf = (discussionId: string) => ({ coreTeamId: world.team.id, meetingId: world.meeting.id, discussionId });
const logAs = (person: Person, fields: Record<string, string> = {}) => logged(idOf(person), storyOf(world.meeting.id, fields));
const openAs = (person: Person, discussionId: string) => asPerson(idOf(person), (viewer) => opened(viewer, pageOf(discussionId)));

/** Runs as a form does: a refusal undoes what was written. */
async function tryAs<T extends { ok: boolean }>(person: Person, run: (viewer: Viewer) => Promise<T>): Promise<T> {
  return asForm(await signIn(idOf(person)), run);
}

async function linesAbout(discussionId: string, action = "case-discussion:read") {
  return operatorDatabase().auditLine.findMany({ where: { objectId: discussionId, action }, select: { personId: true, role: true, coreTeamId: true, details: true } });
}

async function close(discussionId: string): Promise<void> {
  await operatorDatabase().caseDiscussion.update({ where: { id: discussionId }, data: { closedAt: new Date() } });
}

function edit(discussionId: string, version: number, fields: Record<string, string> = {}): EditCaseDiscussion {
  return editCaseDiscussionSchema.parse({ ...typedStory(world.meeting.id), discussionId, version: String(version), ...fields });
}

describe("logging a casus", () => {
  test("gives it the next alias of the team in the school year of the meeting, with text, agreements and an audit line each", async () => {
    const before = await operatorDatabase().caseDiscussion.count({ where: { coreTeamId: world.team.id, schoolYear: 26 } });
    const id = await logAs("samira", { agreement2Text: "Samira belt de ouders", agreement2Owner: idOf("samira"), agreement2Due: "11 12 2026" });
    const found = await openAs("noor", id);
    expect(found?.discussion).toMatchObject({ alias: `Casus 26-0${before + 1}`, stage: "MIDDLE", loggedBy: "Samira Haddou", closedOn: null });
    expect(found?.text).toMatchObject({ parents: { hearing: "SAID", text: "De ouders willen meedenken." }, pupil: { hearing: "NOT_ASKED", text: "Het gesprek is gepland." } });
    expect(found?.discussion.agreements).toMatchObject([{ text: "Samira belt de ouders", owner: { name: "Samira Haddou" }, dueOn: "2026-12-11", overdue: false, state: "OPEN" }]);
    expect(await linesAbout(id, "case-discussion:log")).toEqual([{ personId: idOf("samira"), role: "partner", coreTeamId: world.team.id, details: {} }]);
    expect(await linesAbout(found?.discussion.agreements[0]?.id ?? "", "agreement:make")).toHaveLength(1);
  });

  test("starts again at 01 in another school year", async () => {
    const meeting = await makeMeeting(world.team, idOf("noor"), { day: "2025-10-07" });
    const id = await logged(idOf("noor"), storyOf(meeting.id));
    expect(await operatorDatabase().caseDiscussion.findUniqueOrThrow({ where: { id }, select: { schoolYear: true, number: true } })).toEqual({ schoolYear: 25, number: 1 });
  });

  test("gives twenty casussen that are logged at once twenty different aliases", async () => {
    const meeting = await makeMeeting(world.team, idOf("noor"), { day: "2024-10-08" });
    const facts = await signIn(idOf("noor"));
    const results = await Promise.all(Array.from({ length: 20 }, () => asForm(facts, (viewer) => logCaseDiscussion(viewer, storyOf(meeting.id)))));
    expect(results.every(({ ok }) => ok)).toBe(true);
    const numbers = await operatorDatabase().caseDiscussion.findMany({ where: { meetingId: meeting.id }, select: { number: true } });
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(20);
  });

  test("is for members of today only", async () => {
    const before = await everythingOfCases();
    for (const person of ["endedYesterday", "startsTomorrow", "ofSibling", "processCoach", "organiser", "board", "administrator"] as const) {
      await expect(tryAs(person, (viewer) => logCaseDiscussion(viewer, storyOf(world.meeting.id))), person).rejects.toThrow(NotFoundError);
    }
    expect(await everythingOfCases()).toEqual(before);
  });

  test("needs a meeting that was not cancelled, and a part of the school that its sector has", async () => {
    const cancelled = await makeMeeting(world.team, idOf("noor"), { day: "2026-10-13" });
    await operatorDatabase().meeting.update({ where: { id: cancelled.id }, data: { cancelled: true, cancelledAt: new Date() } });
    const before = await everythingOfCases();
    expect(await tryAs("noor", (viewer) => logCaseDiscussion(viewer, storyOf(cancelled.id)))).toEqual({ ok: false, problem: "MEETING_CANCELLED" });
    expect(await tryAs("noor", (viewer) => logCaseDiscussion(viewer, storyOf(world.meeting.id, { stage: "VOCATIONAL" })))).toEqual({ ok: false, problem: "STAGE_ELSEWHERE" });
    expect(await everythingOfCases()).toEqual(before);
  });

  test("gives an agreement only to who belonged to the team on the day of the meeting and does today", async () => {
    const before = await everythingOfCases();
    for (const person of ["endedYesterday", "startsTomorrow", "joinedAfter", "processCoach"] as const) {
      const input = storyOf(world.meeting.id, { agreement1Text: "Bellen", agreement1Owner: idOf(person), agreement1Due: "11 12 2026" });
      expect(await tryAs("noor", (viewer) => logCaseDiscussion(viewer, input)), person).toEqual({ ok: false, problem: "AGREEMENTS", rows: [{ row: 1, problem: "OWNER_NOT_MEMBER" }] });
    }
    const early = storyOf(world.meeting.id, { agreement3Text: "Bellen", agreement3Owner: idOf("noor"), agreement3Due: "5 10 2026" });
    expect(await tryAs("noor", (viewer) => logCaseDiscussion(viewer, early))).toEqual({ ok: false, problem: "AGREEMENTS", rows: [{ row: 3, problem: "DUE_TOO_EARLY", limit: MEETING_DAY }] });
    expect(await everythingOfCases()).toEqual(before);
  });

  test("cannot leave out the voices of parents and pupil, nor fill one twice: Postgres refuses it", async () => {
    const id = await logAs("noor");
    const set = (columns: string) => operatorDatabase().$executeRawUnsafe(`UPDATE case_discussion_text SET ${columns} WHERE case_discussion_id = '${id}'`);
    for (const columns of ["parents_say = NULL", "parents_not_asked = 'x'", "pupil_not_asked = NULL", "pupil_says = 'x'"]) await expect(set(columns), columns).rejects.toThrow(/hears_(?:parents|pupil)/);
  });
});

describe("the anonymity check", () => {
  const naming = { situation: "Jayden slaapt slecht sinds 12-03.", agreement1Text: "Kevin naar de huisarts laten gaan", agreement1Due: "11 12 2026" };
  const namingStory = () => ({ ...naming, agreement1Owner: idOf("noor") });

  test("refuses a name in any text, tells where it stands, and stores nothing", async () => {
    const before = await everythingOfCases();
    const result = await tryAs("noor", (viewer) => logCaseDiscussion(viewer, storyOf(world.meeting.id, namingStory())));
    expect(result).toMatchObject({ ok: false, problem: "FINDINGS" });
    if (result.ok || result.problem !== "FINDINGS") throw new Error("It was not refused.");
    expect(Object.fromEntries(Object.entries(result.findings).map(([field, found]) => [field, found.map(({ text }) => text)]))).toEqual({ situation: ["Jayden", "12-03"], agreement1Text: ["Kevin"] });
    expect(await everythingOfCases()).toEqual(before);
  });

  test("knows the people of the team, also who left, and the school", async () => {
    for (const goesWell of ["Samira ziet vooruitgang.", "Vertrek ziet vooruitgang, zegt juf Vertrek.", "Op De Wilgen gaat het goed."]) {
      const result = await tryAs("noor", (viewer) => logCaseDiscussion(viewer, storyOf(world.meeting.id, { goesWell })));
      expect(result, goesWell).toMatchObject({ ok: false, problem: "FINDINGS" });
    }
  });

  test("lets an agreement name who does it", async () => {
    const id = await logAs("noor", { agreement1Text: "Samira belt de ouders voor 11 december.", agreement1Owner: idOf("samira"), agreement1Due: "11 12 2026" });
    expect((await openAs("samira", id))?.discussion.agreements).toMatchObject([{ text: "Samira belt de ouders voor 11 december." }]);
  });

  test("gives way to a reason for each field, which is counted in the audit line without the words", async () => {
    const refused = await tryAs("noor", (viewer) => logCaseDiscussion(viewer, storyOf(world.meeting.id, namingStory())));
    if (refused.ok || refused.problem !== "FINDINGS") throw new Error("It was not refused.");
    const situationReason = keptValue("NOT_A_PERSON", refused.findings.situation ?? []);
    const half = await tryAs("noor", (viewer) => logCaseDiscussion(viewer, storyOf(world.meeting.id, { ...namingStory(), situationReason })));
    expect(half).toMatchObject({ ok: false, findings: { agreement1Text: [{ text: "Kevin" }] } });

    const agreement1TextReason = keptValue("GENERALLY_KNOWN", refused.findings.agreement1Text ?? []);
    const id = await logAs("noor", { ...namingStory(), situationReason, agreement1TextReason });
    const [line] = await linesAbout(id, "case-discussion:log");
    expect(line?.details).toEqual({ overridden: 2, labels: "DATE_OF_BIRTH,PERSON", reasons: "GENERALLY_KNOWN,NOT_A_PERSON" });
    expect(JSON.stringify(await operatorDatabase().auditLine.findMany({ select: { details: true, objectType: true, action: true } }))).not.toMatch(/Jayden|Kevin|12-03/);
  });

  test("looks at a changed text as well", async () => {
    const id = await logAs("noor");
    const before = await everythingOfCases();
    expect(await tryAs("noor", (viewer) => editCaseDiscussion(viewer, edit(id, 1, { question: "Wat heeft Jayden nodig?" })))).toMatchObject({ problem: "FINDINGS", findings: { question: [{ text: "Jayden" }] } });
    expect(await everythingOfCases()).toEqual(before);
  });
});

describe("reading a casus", () => {
  test("writes exactly one line each time, with who and by which right", async () => {
    const id = await logAs("noor");
    await openAs("noor", id);
    await openAs("samira", id);
    await openAs("samira", id);
    expect(await linesAbout(id)).toEqual([
      { personId: idOf("noor"), role: "schoolCoordinator", coreTeamId: world.team.id, details: {} },
      { personId: idOf("samira"), role: "partner", coreTeamId: world.team.id, details: {} },
      { personId: idOf("samira"), role: "partner", coreTeamId: world.team.id, details: {} },
    ]);
  });

  test("writes no line when only the alias is shown", async () => {
    const id = await logAs("noor");
    await asPerson(idOf("noor"), async (viewer) => {
      await findCaseDiscussion(viewer, pageOf(id));
      await listCaseDiscussionsOf(viewer, world.meeting.id);
    });
    expect(await linesAbout(id)).toEqual([]);
  });

  test("of an open one is for every member of today, and for nobody else whatever the role", async () => {
    const id = await logAs("noor");
    for (const person of ["noor", "samira", "joinedAfter"] as const) expect((await openAs(person, id))?.text?.question, person).toMatch(/op tijd/);
    const lines = (await linesAbout(id)).length;
    for (const person of ["endedYesterday", "startsTomorrow", "ofSibling", "processCoach", "organiser", "board", "administrator"] as const) {
      expect(await openAs(person, id), person).toBeNull();
      const team = { id: world.team.id, name: "", sector: "PO", scope: { consortiumId: world.consortiumId, coreTeamId: world.team.id } } as const;
      expect(await asPerson(idOf(person), (viewer) => readCaseDiscussion(viewer, { id, team })), person).toBeNull();
    }
    expect(await linesAbout(id)).toHaveLength(lines);
  });

  test("of a closed one is for members of today who were members on the day of its meeting", async () => {
    const id = await logAs("noor");
    await close(id);
    for (const person of ["noor", "samira"] as const) expect((await openAs(person, id))?.text, person).not.toBeNull();
    for (const person of ["joinedAfter", "endedYesterday", "processCoach"] as const) expect(await openAs(person, id), person).toBeNull();
  });

  test("leads nowhere by way of another meeting or team", async () => {
    const id = await logAs("noor");
    const other = await makeMeeting(world.team, idOf("noor"), { day: "2026-10-14" });
    await asPerson(idOf("noor"), async (viewer) => {
      expect(await findCaseDiscussion(viewer, { ...pageOf(id), meetingId: other.id })).toBeNull();
      expect(await findCaseDiscussion(viewer, { ...pageOf(id), coreTeamId: other.id })).toBeNull();
    });
  });
});

describe("lists and counts", () => {
  test("show a member the alias, the part of the school and whether it is open, and no word of the text", async () => {
    const meeting = await makeMeeting(world.team, idOf("noor"), { day: "2026-10-20" });
    const [first, second] = [await logged(idOf("noor"), storyOf(meeting.id)), await logged(idOf("noor"), storyOf(meeting.id, { stage: "UPPER" }))];
    await close(first);
    const list = await asPerson(idOf("samira"), (viewer) => listCaseDiscussionsOf(viewer, meeting.id));
    expect(list).toEqual([
      { id: first, alias: expect.stringMatching(/^Casus 26-\d\d$/), stage: "MIDDLE", open: false },
      { id: second, alias: expect.stringMatching(/^Casus 26-\d\d$/), stage: "UPPER", open: true },
    ]);
    expect(await asPerson(idOf("processCoach"), (viewer) => listCaseDiscussionsOf(viewer, meeting.id))).toEqual([]);
  });

  test("tell a procesbegeleider how many there are, and other roles not even that", async () => {
    const count = (person: Person) => asPerson(idOf(person), (viewer) => countCaseDiscussions(viewer, [world.team.id], 2025));
    expect(await count("processCoach")).toEqual(new Map([[world.team.id, 1]]));
    expect(await count("noor")).toEqual(new Map([[world.team.id, 1]]));
    for (const person of ["organiser", "board", "administrator", "ofSibling", "endedYesterday"] as const) expect(await count(person), person).toEqual(new Map());
  });
});

describe("changing a casus", () => {
  test("replaces the text, moves a voice from not asked to said, and writes a line", async () => {
    const id = await logAs("noor");
    const fields = { stage: "UPPER", pupil: "SAID", pupilText: "Ik wil graag later beginnen." };
    expect(await tryAs("samira", (viewer) => editCaseDiscussion(viewer, edit(id, 1, fields)))).toMatchObject({ ok: true, meetingId: world.meeting.id });
    expect(await openAs("noor", id)).toMatchObject({ discussion: { version: 2, stage: "UPPER" }, text: { pupil: { hearing: "SAID", text: "Ik wil graag later beginnen." } } });
    expect(await linesAbout(id, "case-discussion:edit")).toHaveLength(1);
  });

  test("from an older version is refused, and leaves what the other wrote", async () => {
    const id = await logAs("noor");
    await tryAs("samira", (viewer) => editCaseDiscussion(viewer, edit(id, 1, { question: "Wat heeft de leerkracht nodig?" })));
    const before = await everythingOfCases();
    expect(await tryAs("noor", (viewer) => editCaseDiscussion(viewer, edit(id, 1, { question: "Wat kan anders?" })))).toEqual({ ok: false, problem: "CHANGED_MEANWHILE" });
    expect(await everythingOfCases()).toEqual(before);
    expect((await openAs("noor", id))?.text?.question).toBe("Wat heeft de leerkracht nodig?");
  });

  test("by many at once is won by exactly one", async () => {
    const id = await logAs("noor");
    const facts = await Promise.all(["noor", "samira", "joinedAfter"].map((person) => signIn(idOf(person as Person))));
    const results = await Promise.all(Array.from({ length: 12 }, (_, index) => asForm(facts[index % 3]!, (viewer) => editCaseDiscussion(viewer, edit(id, 1, { question: `Vraag nummer ${index}?` })))));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const winner = results.findIndex(({ ok }) => ok);
    expect(await openAs("noor", id)).toMatchObject({ discussion: { version: 2 }, text: { question: `Vraag nummer ${winner}?` } });
  });

  test("is over once it is closed, and never for who may not read it", async () => {
    const id = await logAs("noor");
    for (const person of ["endedYesterday", "ofSibling", "processCoach", "administrator"] as const) await expect(tryAs(person, (viewer) => editCaseDiscussion(viewer, edit(id, 1))), person).rejects.toThrow(NotFoundError);
    await close(id);
    const before = await everythingOfCases();
    expect(await tryAs("noor", (viewer) => editCaseDiscussion(viewer, edit(id, 1)))).toEqual({ ok: false, problem: "CLOSED" });
    await expect(tryAs("joinedAfter", (viewer) => editCaseDiscussion(viewer, edit(id, 1)))).rejects.toThrow(NotFoundError);
    expect(await everythingOfCases()).toEqual(before);
  });
});

describe("closing a casus", () => {
  test("is for who belonged to the team on the day of the meeting, once, and writes a line", async () => {
    const id = await logAs("noor");
    const before = await everythingOfCases();
    expect(await tryAs("joinedAfter", (viewer) => closeCaseDiscussion(viewer, { discussionId: id, version: 1 }))).toEqual({ ok: false, problem: "WAS_NOT_THERE" });
    expect(await tryAs("samira", (viewer) => closeCaseDiscussion(viewer, { discussionId: id, version: 7 }))).toEqual({ ok: false, problem: "CHANGED_MEANWHILE" });
    expect(await everythingOfCases()).toEqual(before);
    expect(await tryAs("samira", (viewer) => closeCaseDiscussion(viewer, { discussionId: id, version: 1 }))).toMatchObject({ ok: true });
    expect((await openAs("noor", id))?.discussion.closedOn).toBe(TODAY);
    expect(await linesAbout(id, "case-discussion:close")).toHaveLength(1);
    expect(await tryAs("samira", (viewer) => closeCaseDiscussion(viewer, { discussionId: id, version: 2 }))).toEqual({ ok: false, problem: "CLOSED" });
  });

  test("waits until the meeting has begun, also for who reaches past the command", async () => {
    const coming = await makeMeeting(world.team, idOf("noor"), { day: "2026-11-24" });
    const id = await logged(idOf("noor"), storyOf(coming.id));
    const before = await everythingOfCases();
    expect(await tryAs("noor", (viewer) => closeCaseDiscussion(viewer, { discussionId: id, version: 1 }))).toEqual({ ok: false, problem: "NOT_YET" });
    await expect(operatorDatabase().caseDiscussion.update({ where: { id }, data: { closedAt: new Date("2026-11-24T12:59:59Z") } })).rejects.toThrow("case_discussion_closes_after_meeting_begins");
    expect(await everythingOfCases()).toEqual(before);
    expect((await asPerson(idOf("noor"), (viewer) => opened(viewer, { ...pageOf(id), meetingId: coming.id })))?.discussion.meeting.hasBegun).toBe(false);
  });

  test("nails its meeting down: it cannot move to a day with other members", async () => {
    const coming = await makeMeeting(world.team, idOf("noor"), { day: "2026-10-13" });
    const id = await logged(idOf("noor"), storyOf(coming.id));
    const move = (startsAt: string, endsAt: string) => operatorDatabase().meeting.update({ where: { id: coming.id }, data: { startsAt: new Date(startsAt), endsAt: new Date(endsAt) } });
    await move("2026-10-14T12:00:00Z", "2026-10-14T13:00:00Z");
    await close(id);
    await expect(move("2026-10-20T12:00:00Z", "2026-10-20T13:00:00Z")).rejects.toThrow("meeting_of_closed_case_stays");
    await operatorDatabase().meeting.update({ where: { id: coming.id }, data: { theme: "Schoolverzuim" } });
  });

  test("shows beforehand how many members lose it", async () => {
    const id = await logAs("noor");
    expect((await openAs("noor", id))?.discussion).toMatchObject({ readersOnceClosed: { keep: 2, lose: 1 }, wasThere: true });
    expect((await openAs("joinedAfter", id))?.discussion.wasThere).toBe(false);
  });

  test("is not for roles of the samenwerkingsverband", async () => {
    const id = await logAs("noor");
    for (const person of ["processCoach", "organiser", "administrator"] as const) {
      await expect(tryAs(person, (viewer) => closeCaseDiscussion(viewer, { discussionId: id, version: 1 })), person).rejects.toThrow(NotFoundError);
    }
    expect((await openAs("noor", id))?.discussion.closedOn).toBeNull();
  });
});

test("the text of a casus is nowhere but in its own table", async () => {
  const marker = "KANARIEVOGEL";
  const fields = Object.fromEntries(["goesWell", "question", "situation", "parentsText", "pupilText"].map((field) => [field, `Een ${marker} zingt in ${field}.`]));
  const reasons = Object.fromEntries(Object.keys(fields).map((field) => [`${field}Reason`, keptValue("NOT_A_PERSON", [])]));
  const id = await logAs("noor", { ...fields, ...reasons });
  await tryAs("samira", (viewer) => editCaseDiscussion(viewer, edit(id, 1, fields)));
  await openAs("noor", id);
  const tables = await operatorDatabase().$queryRaw<{ schema: string; name: string }[]>`
    SELECT schemaname AS schema, tablename AS name FROM pg_tables WHERE schemaname IN ('public', 'pgboss') ORDER BY 1, 2`;
  const holding: string[] = [];
  for (const { schema, name } of tables) {
    const [row] = await operatorDatabase().$queryRawUnsafe<{ found: number }[]>(`SELECT count(*)::int AS found FROM "${schema}"."${name}" t WHERE t::text LIKE '%${marker}%'`);
    if (row && row.found > 0) holding.push(`${schema}.${name}`);
  }
  expect(tables.length).toBeGreaterThan(25);
  expect(holding).toEqual(["public.case_discussion_text"]);
});
