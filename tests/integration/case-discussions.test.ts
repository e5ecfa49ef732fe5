import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/access/viewer";
import { makeAgreement } from "#lib/agreements/commands";
import { keptValue } from "#lib/anonymity/findings";
import { closeCaseDiscussion, saveCasePart, shareCaseDiscussion, startCaseDiscussion } from "#lib/case-discussions/commands";
import { countCaseDiscussions, findCaseDiscussion, listCaseDiscussionsOf, listCaseReaders, readCaseDiscussion } from "#lib/case-discussions/queries";
import { startCaseDiscussionSchema } from "#lib/case-discussions/schema";
import { disconnect, operatorDatabase } from "#lib/db";
import { NotFoundError } from "#lib/errors";
import { tidyUp } from "#lib/jobs/housekeeping";
import { asPerson } from "#tests/support/as-person";
import { makeCase, makeMeeting } from "#tests/support/builders";
import { type CaseWorld, caseWorld, everythingOfCases, makeAgreementOf, opened, partOf, sharedCase, startedCase, TODAY, type Typed, typedCase, versionOf } from "#tests/support/case-world";
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

/** Who has something to do with the team or its samenwerkingsverband, and may not read a casus. */
const others = ["endedYesterday", "startsTomorrow", "ofSibling", "processCoach", "organiser", "board", "administrator"] as const;

const idOf = (person: Person) => world.people[person].id;
const pageOf = (discussionId: string) => ({ coreTeamId: world.team.id, meetingId: world.meeting.id, discussionId });
const startAs = (person: Person, fields: Typed = {}) => startedCase(idOf(person), world.meeting.id, fields);
const shareAs = (person: Person, fields: Typed = {}) => sharedCase(idOf(person), world.meeting.id, fields);
const openAs = (person: Person, discussionId: string) => asPerson(idOf(person), (viewer) => opened(viewer, pageOf(discussionId)));
const startInput = (meetingId: string, goesWell = "De leerling speelt graag buiten.") => startCaseDiscussionSchema.parse({ meetingId, goesWell });

/** Runs as a form does: a refusal undoes what was written. */
async function tryAs<T extends { ok: boolean }>(person: Person, run: (viewer: Viewer) => Promise<T>): Promise<T> {
  return asForm(await signIn(idOf(person)), run);
}

const keepAs = (person: Person, ...page: Parameters<typeof partOf>) => tryAs(person, (viewer) => saveCasePart(viewer, partOf(...page)));

async function linesAbout(discussionId: string, action = "case-discussion:read") {
  return operatorDatabase().auditLine.findMany({ where: { objectId: discussionId, action }, select: { personId: true, role: true, coreTeamId: true, details: true }, orderBy: { id: "asc" } });
}

async function close(discussionId: string): Promise<void> {
  await operatorDatabase().caseDiscussion.update({ where: { id: discussionId }, data: { closedAt: new Date() } });
}

describe("beginning a casus", () => {
  test("gives it the next alias of the team in the school year of the meeting, and an audit line", async () => {
    const before = await operatorDatabase().caseDiscussion.count({ where: { coreTeamId: world.team.id, schoolYear: 26 } });
    const id = await startAs("samira");
    const found = await openAs("samira", id);
    expect(found?.discussion).toMatchObject({ alias: `Casus 26-0${before + 1}`, sharedOn: null, closedOn: null, loggedBy: "Samira Haddou", setting: { kind: "HELP", stage: null } });
    expect(found?.text).toEqual({ answers: { goesWell: "De leerling speelt graag buiten." }, versions: { GOES_WELL: 1 }, unreadable: [] });
    expect(await linesAbout(id, "case-discussion:log")).toEqual([{ personId: idOf("samira"), role: "partner", coreTeamId: world.team.id, details: {} }]);
  });

  test("starts again at 01 in another school year, and gives twenty at once twenty aliases", async () => {
    const earlier = await makeMeeting(world.team, idOf("noor"), { day: "2025-10-07" });
    await startedCase(idOf("noor"), earlier.id);
    expect(await operatorDatabase().caseDiscussion.findFirstOrThrow({ where: { meetingId: earlier.id }, select: { schoolYear: true, number: true } })).toEqual({ schoolYear: 25, number: 1 });
    const meeting = await makeMeeting(world.team, idOf("noor"), { day: "2028-10-10" });
    const facts = await signIn(idOf("noor"));
    const results = await Promise.all(Array.from({ length: 20 }, () => asForm(facts, (viewer) => startCaseDiscussion(viewer, startInput(meeting.id)))));
    expect(results.every(({ ok }) => ok)).toBe(true);
    const numbers = await operatorDatabase().caseDiscussion.findMany({ where: { meetingId: meeting.id }, select: { number: true } });
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(20);
  });

  test("is for members of today, at a meeting that goes on", async () => {
    const cancelled = await makeMeeting(world.team, idOf("noor"), { day: "2026-10-13" });
    await operatorDatabase().meeting.update({ where: { id: cancelled.id }, data: { cancelled: true, cancelledAt: new Date() } });
    const before = await everythingOfCases();
    for (const person of others) await expect(tryAs(person, (viewer) => startCaseDiscussion(viewer, startInput(world.meeting.id))), person).rejects.toThrow(NotFoundError);
    expect(await tryAs("noor", (viewer) => startCaseDiscussion(viewer, startInput(cancelled.id)))).toEqual({ ok: false, problem: "MEETING_CANCELLED" });
    expect(await everythingOfCases()).toEqual(before);
  });
});

describe("a concept", () => {
  test("is seen by its writer alone: no colleague finds, reads, lists, changes or counts it", async () => {
    const meeting = await makeMeeting(world.team, idOf("noor"), { day: "2029-10-09" });
    const id = await startedCase(idOf("noor"), meeting.id);
    const ids = { ...pageOf(id), meetingId: meeting.id };
    const before = await everythingOfCases();
    const scope = { consortiumId: world.consortiumId, coreTeamId: world.team.id };
    for (const person of ["samira", "joinedAfter", ...others] as const) {
      await asPerson(idOf(person), async (viewer) => {
        expect(await findCaseDiscussion(viewer, ids), person).toBeNull();
        expect(await readCaseDiscussion(viewer, { id, team: { scope } }), person).toBeNull();
        expect(await listCaseReaders(viewer, id), person).toEqual([]);
        expect(await listCaseDiscussionsOf(viewer, meeting.id, { concepts: true }), person).toEqual([]);
        expect(await countCaseDiscussions(viewer, [world.team.id], 2029), person).toEqual(new Map());
      });
      await expect(keepAs(person, id, "QUESTION"), person).rejects.toThrow(NotFoundError);
      await expect(tryAs(person, (viewer) => shareCaseDiscussion(viewer, { discussionId: id, version: 1 })), person).rejects.toThrow(NotFoundError);
    }
    expect(await everythingOfCases()).toEqual(before);
    await asPerson(idOf("noor"), async (viewer) => {
      expect(await listCaseDiscussionsOf(viewer, meeting.id, { concepts: true })).toMatchObject([{ id, stage: null, state: "CONCEPT" }]);
      // Not where others look along: on a shared screen, in minutes, on the agenda.
      expect(await listCaseDiscussionsOf(viewer, meeting.id)).toEqual([]);
    });
  });

  test("keeps each page as far as it was filled in, also empty, and half a voice", async () => {
    const id = await startAs("noor");
    expect(await keepAs("noor", id, "VOICES", { parents: "SAID", parentsText: "", pupil: "", pupilText: "Ik slaap slecht." })).toMatchObject({ ok: true, shared: false });
    expect(await keepAs("noor", id, "SETTING", { stage: "", theme: "HEALTH", lifeDomains: [], since: "" })).toMatchObject({ ok: true });
    expect(await keepAs("noor", id, "QUESTION", { question: " " })).toMatchObject({ ok: true });
    const found = await openAs("noor", id);
    expect(found?.text?.answers).toEqual({ goesWell: "De leerling speelt graag buiten.", parents: "SAID", pupilText: "Ik slaap slecht." });
    expect(found?.discussion.setting).toMatchObject({ stage: null, theme: "HEALTH", lifeDomains: [], since: null });
  });

  test("is shared only when every question has an answer, by its writer, from what the writer saw", async () => {
    const id = await startAs("noor");
    for (const part of ["SITUATION", "SETTING", "VOICES"] as const) await keepAs("noor", id, part);
    await keepAs("noor", id, "PARENTS_INFORMED", { parentsInformed: "no" });
    const share = async (version?: number) => tryAs("noor", async (viewer) => shareCaseDiscussion(viewer, { discussionId: id, version: version ?? (await versionOf(id)) }));
    const before = await everythingOfCases();
    expect(await share()).toEqual({ ok: false, problem: "INCOMPLETE", missing: ["question", "parentsInformedWhy"] });
    expect(await everythingOfCases()).toEqual(before);
    await keepAs("noor", id, "QUESTION");
    await keepAs("noor", id, "PARENTS_INFORMED", { parentsInformed: "no", parentsInformedWhy: "Het gesprek is gepland." }, 1);
    expect(await share(1)).toEqual({ ok: false, problem: "CHANGED_MEANWHILE" });
    expect(await share()).toMatchObject({ ok: true, meetingId: world.meeting.id });
    expect(await share()).toEqual({ ok: false, problem: "SHARED" });
    expect((await openAs("samira", id))?.discussion).toMatchObject({ sharedOn: TODAY, setting: { kind: "HELP", stage: "MIDDLE", theme: "ABSENCE", lifeDomains: ["SCHOOL", "HOME"], since: "LONGER", parentsInformed: false } });
    expect(await linesAbout(id, "case-discussion:share")).toHaveLength(1);
  });

  test("takes no agreement, and cannot close", async () => {
    const id = await startAs("noor");
    const promise = { meetingId: world.meeting.id, caseDiscussionId: id, text: "Bellen", textReason: null, ownerId: idOf("samira"), dueOn: "2026-12-11", kind: "PLAIN", next: "meeting" } as const;
    await expect(tryAs("noor", (viewer) => makeAgreement(viewer, promise))).rejects.toThrow(NotFoundError);
    await expect(close(id)).rejects.toThrow("case_discussion_closes_what_is_shared");
  });

  test("is erased thirty days after it was made; what is shared stays", async () => {
    const ago = (days: number) => new Date(new Date(`${TODAY}T09:00:00Z`).getTime() - days * 86_400_000);
    const make = (days: number, sharedAt: Date | null = null) => makeCase(world.team, world.meeting.id, idOf("noor"), { createdAt: ago(days), sharedAt, answers: { goesWell: "Veel." } });
    const [old, young, shared] = [await make(32), await make(28), await make(400, ago(400))];
    await tidyUp();
    const left = await operatorDatabase().caseDiscussion.findMany({ where: { id: { in: [old.id, young.id, shared.id] } }, select: { id: true } });
    expect(left.map(({ id }) => id).toSorted()).toEqual([young.id, shared.id].toSorted());
    expect(await operatorDatabase().caseText.count({ where: { caseDiscussionId: old.id } })).toBe(0);
  });
});

describe("the anonymity check", () => {
  test("refuses a name on any page, tells where it stands, and stores nothing", async () => {
    const id = await startAs("noor");
    const before = await everythingOfCases();
    for (const [part, field] of [["GOES_WELL", "goesWell"], ["QUESTION", "question"], ["SITUATION", "situation"], ["VOICES", "pupilText"], ["PARENTS_INFORMED", "parentsInformedWhy"], ["NEEDED", "needed"]] as const) {
      expect(await keepAs("noor", id, part, { [field]: "Jayden slaapt slecht sinds 12-03." }, part === "GOES_WELL" ? 1 : 0), field).toMatchObject({ ok: false, problem: "FINDINGS", findings: { [field]: [{ text: "Jayden" }, { text: "12-03" }] } });
    }
    expect(await tryAs("noor", (viewer) => startCaseDiscussion(viewer, startInput(world.meeting.id, "Fatima zingt.")))).toMatchObject({ problem: "FINDINGS" });
    expect(await everythingOfCases()).toEqual(before);
  });

  test("knows the people of the team, also who left, and the school", async () => {
    const id = await startAs("noor");
    for (const situation of ["Samira ziet vooruitgang.", "Het gaat beter, zegt juf Vertrek.", "Op De Wilgen gaat het goed."]) expect(await keepAs("noor", id, "SITUATION", { situation }), situation).toMatchObject({ problem: "FINDINGS" });
  });

  test("gives way to a reason, which is counted without the words, and is not asked for again", async () => {
    const id = await startAs("noor");
    const typed = { situation: "Jayden is hier een methode." };
    const refused = await keepAs("noor", id, "SITUATION", typed);
    if (refused.ok || refused.problem !== "FINDINGS") throw new Error("It was not refused.");
    const situationReason = keptValue("NOT_A_PERSON", refused.findings.situation ?? []);
    expect(await keepAs("noor", id, "SITUATION", { ...typed, situationReason })).toMatchObject({ ok: true });
    expect(await linesAbout(id, "case-discussion:edit")).toMatchObject([{ details: { overridden: 1, labels: "PERSON", reasons: "NOT_A_PERSON" } }]);
    expect((await openAs("noor", id))?.text?.answers.situationReason).toBe(situationReason);
    expect(await keepAs("noor", id, "SITUATION", { situation: "Jayden is een fijne methode.", situationReason }, 1)).toMatchObject({ ok: true });
    expect(await keepAs("noor", id, "SITUATION", { situation: "Fatima leest Jayden.", situationReason }, 2)).toMatchObject({ problem: "FINDINGS" });
    expect(JSON.stringify(await operatorDatabase().auditLine.findMany({ select: { details: true, objectType: true, action: true } }))).not.toMatch(/Jayden|Fatima/);
  });
});

describe("reading a casus", () => {
  test("writes exactly one line each time, with who and by which right, and tells the team who read it", async () => {
    const id = await shareAs("noor");
    const before = (await linesAbout(id)).length;
    for (const person of ["noor", "samira", "samira"] as const) await openAs(person, id);
    const line = (person: Person, role: string) => ({ personId: idOf(person), role, coreTeamId: world.team.id, details: {} });
    expect((await linesAbout(id)).slice(before)).toEqual([line("noor", "schoolCoordinator"), line("samira", "partner"), line("samira", "partner")]);
    const readers = await asPerson(idOf("joinedAfter"), (viewer) => listCaseReaders(viewer, id));
    expect(readers.map(({ name }) => name)).toEqual(["Samira Haddou", "Noor de Wit"]);
  });

  test("of the own concept is written down as such, and is no reading that the team sees", async () => {
    const id = await startAs("noor");
    await openAs("noor", id);
    expect(await linesAbout(id)).toEqual([{ personId: idOf("noor"), role: "schoolCoordinator", coreTeamId: world.team.id, details: { concept: true } }]);
    await operatorDatabase().caseDiscussion.update({ where: { id }, data: { stage: "MIDDLE" } });
    expect(await asPerson(idOf("noor"), (viewer) => listCaseReaders(viewer, id))).toEqual([]);
  });

  test("writes no line when only the alias is shown", async () => {
    const id = await shareAs("noor");
    const before = (await linesAbout(id)).length;
    await asPerson(idOf("noor"), async (viewer) => {
      await findCaseDiscussion(viewer, pageOf(id));
      await listCaseDiscussionsOf(viewer, world.meeting.id);
      await listCaseReaders(viewer, id);
    });
    expect(await linesAbout(id)).toHaveLength(before);
  });

  test("of an open one is for every member of today, and for nobody else whatever the role", async () => {
    const id = await shareAs("noor");
    for (const person of ["noor", "samira", "joinedAfter"] as const) expect((await openAs(person, id))?.text?.answers.question, person).toMatch(/op tijd/);
    const lines = (await linesAbout(id)).length;
    for (const person of others) {
      expect(await openAs(person, id), person).toBeNull();
      const scope = { consortiumId: world.consortiumId, coreTeamId: world.team.id };
      expect(await asPerson(idOf(person), (viewer) => readCaseDiscussion(viewer, { id, team: { scope } })), person).toBeNull();
      expect(await asPerson(idOf(person), (viewer) => listCaseReaders(viewer, id)), person).toEqual([]);
    }
    expect(await linesAbout(id)).toHaveLength(lines);
  });

  test("of a closed one is for members of today who were members on the day of its meeting", async () => {
    const id = await shareAs("noor");
    await close(id);
    for (const person of ["noor", "samira"] as const) expect((await openAs(person, id))?.text, person).not.toBeNull();
    for (const person of ["joinedAfter", "endedYesterday", "processCoach"] as const) expect(await openAs(person, id), person).toBeNull();
  });

  test("leads nowhere by way of another meeting or team", async () => {
    const id = await shareAs("noor");
    const other = await makeMeeting(world.team, idOf("noor"), { day: "2026-10-14" });
    await asPerson(idOf("noor"), async (viewer) => {
      expect(await findCaseDiscussion(viewer, { ...pageOf(id), meetingId: other.id })).toBeNull();
      expect(await findCaseDiscussion(viewer, { ...pageOf(id), coreTeamId: other.id })).toBeNull();
    });
  });
});

describe("lists and counts", () => {
  test("show a member the alias, the part of the school and how it stands, and no word of the text", async () => {
    const meeting = await makeMeeting(world.team, idOf("noor"), { day: "2026-10-20" });
    const [first, second] = [await sharedCase(idOf("noor"), meeting.id), await sharedCase(idOf("noor"), meeting.id, { stage: "UPPER" })];
    await close(first);
    expect(await asPerson(idOf("samira"), (viewer) => listCaseDiscussionsOf(viewer, meeting.id, { concepts: true }))).toEqual([
      { id: first, alias: expect.stringMatching(/^Casus 26-\d\d$/), stage: "MIDDLE", state: "CLOSED", isReturned: false, lacksOwnPerspective: false, followUp: expect.objectContaining({ atPlay: null }) },
      { id: second, alias: expect.stringMatching(/^Casus 26-\d\d$/), stage: "UPPER", state: "OPEN", isReturned: false, lacksOwnPerspective: true, followUp: expect.objectContaining({ atPlay: null }) },
    ]);
    expect(await asPerson(idOf("processCoach"), (viewer) => listCaseDiscussionsOf(viewer, meeting.id))).toEqual([]);
  });

  test("tell a procesbegeleider how many there are, and other roles not even that", async () => {
    const meeting = await makeMeeting(world.team, idOf("noor"), { day: "2030-10-08" });
    await sharedCase(idOf("noor"), meeting.id);
    const count = (person: Person) => asPerson(idOf(person), (viewer) => countCaseDiscussions(viewer, [world.team.id], 2030));
    for (const person of ["processCoach", "noor"] as const) expect(await count(person)).toEqual(new Map([[world.team.id, 1]]));
    for (const person of ["organiser", "board", "administrator", "ofSibling", "endedYesterday"] as const) expect(await count(person), person).toEqual(new Map());
  });
});

describe("changing a casus that the team reads", () => {
  test("is for any member, page by page, and writes a line", async () => {
    const id = await shareAs("noor");
    const before = (await linesAbout(id, "case-discussion:edit")).length;
    expect(await keepAs("samira", id, "VOICES", { pupil: "SAID", pupilText: "Ik wil graag later beginnen." }, 1)).toMatchObject({ ok: true, shared: true, meetingId: world.meeting.id });
    expect(await keepAs("samira", id, "SETTING", { stage: "UPPER" }, 1)).toMatchObject({ ok: true });
    const found = await openAs("noor", id);
    expect(found?.text).toMatchObject({ answers: { pupil: "SAID", pupilText: "Ik wil graag later beginnen.", parentsText: typedCase().parentsText }, versions: { VOICES: 2, SETTING: 2, QUESTION: 1 } });
    expect(found?.discussion.setting.stage).toBe("UPPER");
    expect(await linesAbout(id, "case-discussion:edit")).toHaveLength(before + 2);
  });

  test("does not take an answer away, nor a part of the school that its sector does not have", async () => {
    const id = await shareAs("noor");
    const before = await everythingOfCases();
    expect(await keepAs("noor", id, "VOICES", { pupil: "", parentsText: "" }, 1)).toEqual({ ok: false, problem: "INCOMPLETE", missing: ["parentsText", "pupil"] });
    expect(await keepAs("noor", id, "SETTING", { lifeDomains: [] }, 1)).toEqual({ ok: false, problem: "INCOMPLETE", missing: ["lifeDomains"] });
    expect(await keepAs("noor", id, "SETTING", { stage: "VOCATIONAL" }, 1)).toEqual({ ok: false, problem: "STAGE_ELSEWHERE" });
    expect(await everythingOfCases()).toEqual(before);
  });

  test("from an older version of the same page is refused, and leaves what the other wrote; another page is no clash", async () => {
    const id = await shareAs("noor");
    await keepAs("samira", id, "QUESTION", { question: "Wat heeft de leerkracht nodig?" }, 1);
    const before = await everythingOfCases();
    for (const version of [0, 1, 3]) expect(await keepAs("noor", id, "QUESTION", { question: "Wat kan anders?" }, version)).toEqual({ ok: false, problem: "CHANGED_MEANWHILE" });
    expect(await everythingOfCases()).toEqual(before);
    expect(await keepAs("noor", id, "SITUATION", { situation: "De leerling komt te laat." }, 1)).toMatchObject({ ok: true });
    expect((await openAs("noor", id))?.text?.answers).toMatchObject({ question: "Wat heeft de leerkracht nodig?", situation: "De leerling komt te laat." });
  });

  test("by many at once is won by exactly one, also of a page that was not there yet", async () => {
    const [shared, concept] = [await shareAs("noor"), await startAs("noor")];
    for (const [id, version] of [[shared, 1], [concept, 0]] as const) {
      const facts = await signIn(idOf("noor"));
      const results = await Promise.all(Array.from({ length: 12 }, (_, index) => asForm(facts, (viewer) => saveCasePart(viewer, partOf(id, "QUESTION", { question: `Vraag nummer ${index}?` }, version)))));
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect((await openAs("noor", id))?.text?.answers.question).toBe(`Vraag nummer ${results.findIndex(({ ok }) => ok)}?`);
    }
  });

  test("is over once it is closed, and never for who may not read it", async () => {
    const id = await shareAs("noor");
    for (const person of others) await expect(keepAs(person, id, "QUESTION", {}, 1), person).rejects.toThrow(NotFoundError);
    await close(id);
    const before = await everythingOfCases();
    expect(await keepAs("noor", id, "QUESTION", {}, 1)).toEqual({ ok: false, problem: "CLOSED" });
    await expect(keepAs("joinedAfter", id, "QUESTION", {}, 1)).rejects.toThrow(NotFoundError);
    expect(await everythingOfCases()).toEqual(before);
  });
});

test("an agreement is made with a casus of its meeting, as long as that is open", async () => {
  const id = await shareAs("noor");
  const other = await makeMeeting(world.team, idOf("noor"), { day: "2026-10-13" });
  const make = (person: Person, fields: { meetingId?: string } = {}) =>
    tryAs(person, (viewer) => makeAgreement(viewer, { meetingId: world.meeting.id, caseDiscussionId: id, text: "Samira belt de ouders", textReason: null, ownerId: idOf("samira"), dueOn: "2026-12-11", kind: "PLAIN", next: "meeting", ...fields }));
  expect(await make("noor")).toMatchObject({ ok: true, caseDiscussionId: id });
  expect((await openAs("samira", id))?.discussion.agreements).toMatchObject([{ text: "Samira belt de ouders", owner: { name: "Samira Haddou" } }]);
  await expect(make("noor", { meetingId: other.id })).rejects.toThrow(NotFoundError);
  await close(id);
  await expect(make("noor")).rejects.toThrow(NotFoundError);
});

describe("closing a casus", () => {
  const closeAs = async (person: Person, discussionId: string, version?: number) => tryAs(person, async (viewer) => closeCaseDiscussion(viewer, { discussionId, version: version ?? (await versionOf(discussionId)) }));

  test("is for who belonged to the team on the day of the meeting, once, and writes a line", async () => {
    const id = await shareAs("noor");
    const before = await everythingOfCases();
    expect(await closeAs("joinedAfter", id)).toEqual({ ok: false, problem: "WAS_NOT_THERE" });
    expect(await closeAs("samira", id, 99)).toEqual({ ok: false, problem: "CHANGED_MEANWHILE" });
    expect(await everythingOfCases()).toEqual(before);
    expect(await closeAs("samira", id)).toMatchObject({ ok: true });
    expect((await openAs("noor", id))?.discussion.closedOn).toBe(TODAY);
    expect(await linesAbout(id, "case-discussion:close")).toHaveLength(1);
    expect(await closeAs("samira", id)).toEqual({ ok: false, problem: "CLOSED" });
  });

  test("waits until the meeting has begun, also for who reaches past the command", async () => {
    const coming = await makeMeeting(world.team, idOf("noor"), { day: "2026-11-24" });
    const id = await sharedCase(idOf("noor"), coming.id);
    const before = await everythingOfCases();
    expect(await closeAs("noor", id)).toEqual({ ok: false, problem: "NOT_YET" });
    await expect(operatorDatabase().caseDiscussion.update({ where: { id }, data: { closedAt: new Date("2026-11-24T12:59:59Z") } })).rejects.toThrow("case_discussion_closes_after_meeting_begins");
    expect(await everythingOfCases()).toEqual(before);
    expect((await asPerson(idOf("noor"), (viewer) => opened(viewer, { ...pageOf(id), meetingId: coming.id })))?.discussion.meeting.hasBegun).toBe(false);
  });

  test("nails its meeting down: it cannot move to a day with other members", async () => {
    const coming = await makeMeeting(world.team, idOf("noor"), { day: "2026-10-13" });
    const id = await sharedCase(idOf("noor"), coming.id);
    const move = (startsAt: string, endsAt: string) => operatorDatabase().meeting.update({ where: { id: coming.id }, data: { startsAt: new Date(startsAt), endsAt: new Date(endsAt) } });
    await move("2026-10-14T12:00:00Z", "2026-10-14T13:00:00Z");
    await close(id);
    await expect(move("2026-10-20T12:00:00Z", "2026-10-20T13:00:00Z")).rejects.toThrow("meeting_of_closed_case_stays");
    await operatorDatabase().meeting.update({ where: { id: coming.id }, data: { theme: "Schoolverzuim" } });
  });

  test("shows beforehand how many members lose it", async () => {
    const id = await shareAs("noor");
    expect((await openAs("noor", id))?.discussion).toMatchObject({ members: 3, readersOnceClosed: { keep: 2, lose: 1 }, wasThere: true });
    expect((await openAs("joinedAfter", id))?.discussion.wasThere).toBe(false);
  });

  test("is not for roles of the samenwerkingsverband", async () => {
    const id = await shareAs("noor");
    for (const person of ["processCoach", "organiser", "administrator"] as const) await expect(closeAs(person, id), person).rejects.toThrow(NotFoundError);
    expect((await openAs("noor", id))?.discussion.closedOn).toBeNull();
  });
});

test("what is typed about a casus is stored nowhere as it was typed", async () => {
  const marker = "KANARIEVOGEL";
  const fields = Object.fromEntries(["goesWell", "question", "situation", "parentsText", "pupilText", "parentsInformedWhy", "needed"].map((field) => [field, `Een ${marker} zingt in ${field}.`]));
  const id = await shareAs("noor", { ...fields, parentsInformed: "no" });
  await keepAs("samira", id, "QUESTION", { question: `Zingt de ${marker}?` }, 1);
  await openAs("noor", id);
  await makeAgreementOf(world, idOf("noor"), { caseDiscussionId: id, text: "Bellen" });
  const tables = await operatorDatabase().$queryRaw<{ schema: string; name: string }[]>`
    SELECT schemaname AS schema, tablename AS name FROM pg_tables WHERE schemaname IN ('public', 'pgboss') ORDER BY 1, 2`;
  const holding: string[] = [];
  for (const { schema, name } of tables) {
    const [row] = await operatorDatabase().$queryRawUnsafe<{ found: number }[]>(`SELECT count(*)::int AS found FROM "${schema}"."${name}" t WHERE t::text LIKE '%${marker}%'`);
    if (row && row.found > 0) holding.push(`${schema}.${name}`);
  }
  expect(tables.length).toBeGreaterThan(25);
  expect(holding).toEqual([]);
  expect((await openAs("noor", id))?.text?.answers.needed).toContain(marker);
});
