import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { GET as getWord } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/minutes.docx/route";
import { GET as getPdf } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/minutes.pdf/route";
import { createSession, SESSION_COOKIE } from "#lib/auth/session";
import { authDatabase, disconnect, operatorDatabase } from "#lib/db";
import { env } from "#lib/env";
import { ForbiddenError, NotFoundError } from "#lib/errors";
import { cancelMeeting, recordMeeting } from "#lib/meetings/commands";
import { markPresent } from "#lib/presentation/commands";
import { asPerson } from "#tests/support/as-person";
import { makeMeeting } from "#tests/support/builders";
import { type CaseWorld, caseWorld, makeAgreementOf, MEETING_DAY, sharedCase, TODAY } from "#tests/support/case-world";
import { ownDatabase } from "#tests/support/own-database";
import { unzipped } from "#tests/support/unzip";

const request = vi.hoisted(() => ({ cookie: null as { name: string; value: string } | null, headers: {} as Record<string, string> }));

// The only thing of Next that a route handler needs beside its request.
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (request.cookie?.name === name ? request.cookie : undefined) }),
  headers: async () => new Headers(request.headers),
}));

let world: CaseWorld;
let meetingId: string;

beforeAll(async () => {
  process.env.REFERENCE_DATE = TODAY;
  await ownDatabase();
  world = await caseWorld();
});

beforeEach(async () => {
  await operatorDatabase().$executeRaw`DELETE FROM rate_limit`;
  request.headers = {};
  meetingId = (await makeMeeting(world.team, world.people.noor.id, { day: MEETING_DAY, theme: "Grenzen", invitees: inviteesOf(world) })).id;
});

afterAll(disconnect);

// On call, so that the meetings of these tests may all be at one time.
function inviteesOf({ people, functions }: CaseWorld) {
  const attendance = "ON_CALL" as const;
  return [{ personId: people.noor.id, functionId: functions.coach.id, attendance }, { personId: people.samira.id, functionId: functions.youth.id, attendance }];
}

async function invitationOf(person: { id: string }, at = meetingId): Promise<string> {
  return (await operatorDatabase().participation.findFirstOrThrow({ where: { meetingId: at, personId: person.id } })).id;
}

const everything = async () => ({
  meetings: await operatorDatabase().meeting.findMany({ orderBy: { id: "asc" } }),
  participations: await operatorDatabase().participation.findMany({ orderBy: { id: "asc" } }),
  lines: await operatorDatabase().auditLine.count(),
});

const tap = (person: { id: string }, participationId: string, present: boolean, at = meetingId) => asPerson(person.id, (viewer) => markPresent(viewer, { meetingId: at, attendeeId: participationId, present }));

describe("a tap at the meeting", () => {
  test("notes who is there once, however often it is repeated, and takes it back", async () => {
    const { noor, samira } = world.people;
    const ofSamira = await invitationOf(samira);
    const state = async () => ({
      ...(await operatorDatabase().meeting.findUniqueOrThrow({ where: { id: meetingId }, select: { version: true, recordedAt: true } })),
      present: (await operatorDatabase().participation.findUniqueOrThrow({ where: { id: ofSamira } })).present,
      lines: await operatorDatabase().auditLine.count({ where: { objectId: ofSamira, action: "meeting:record" } }),
    });
    for (const _twice of [1, 2]) expect(await tap(noor, ofSamira, true)).toMatchObject({ ok: true, meetingId });
    expect(await state()).toEqual({ version: 2, recordedAt: null, present: true, lines: 1 });
    await tap(noor, ofSamira, false);
    expect(await state()).toEqual({ version: 3, recordedAt: null, present: false, lines: 2 });
  });

  test("is refused before the meeting begins, once it is cancelled, and for who was told not to come", async () => {
    const { noor, samira } = world.people;
    const ofSamira = await invitationOf(samira);
    const coming = (await makeMeeting(world.team, noor.id, { day: "2026-12-08", invitees: inviteesOf(world) })).id;
    const ofSamiraThere = await invitationOf(samira, coming);
    const ofNoor = await invitationOf(noor);
    await operatorDatabase().participation.update({ where: { id: ofNoor }, data: { withdrawnAt: new Date() } });
    const before = await everything();
    expect(await tap(noor, ofSamiraThere, true, coming)).toEqual({ ok: false, problem: "NOT_YET" });
    await expect(tap(noor, ofNoor, true)).rejects.toThrow(NotFoundError);
    await expect(tap(noor, ofSamiraThere, true)).rejects.toThrow(NotFoundError);
    expect(await everything()).toEqual(before);
    await asPerson(noor.id, (viewer) => cancelMeeting(viewer, { meetingId, version: 1, reason: null, reasonReason: null }));
    expect(await tap(noor, ofSamira, true)).toEqual({ ok: false, problem: "CANCELLED" });
  });

  test("is for whoever records the meeting, and for nobody else", async () => {
    const { people } = world;
    const ofNoor = await invitationOf(people.noor);
    const before = await everything();
    await expect(tap(people.samira, ofNoor, true)).rejects.toThrow(ForbiddenError);
    for (const person of [people.endedYesterday, people.startsTomorrow, people.ofSibling, people.board, people.administrator]) await expect(tap(person, ofNoor, true)).rejects.toThrow(NotFoundError);
    expect(await everything()).toEqual(before);
    for (const [index, person] of [people.noor, people.processCoach, people.organiser].entries()) expect(await tap(person, ofNoor, index % 2 === 0)).toMatchObject({ ok: true });
  });

  test("makes a form to record the meeting, opened before it, say that something changed", async () => {
    const { noor, samira } = world.people;
    await tap(noor, await invitationOf(samira), true);
    expect(await asPerson(noor.id, (viewer) => recordMeeting(viewer, { meetingId, version: 1, present: [] }))).toMatchObject({ problem: "CHANGED_MEANWHILE" });
    expect((await operatorDatabase().participation.findUniqueOrThrow({ where: { id: await invitationOf(samira) } })).present).toBe(true);
  });
});

/** Fetches a file as somebody, or as nobody. */
async function fetched(get: typeof getWord, personId: string | null, ids: { coreTeamId: string; meetingId: string } = { coreTeamId: world.team.id, meetingId }, method = "GET"): Promise<Response> {
  request.cookie = personId === null ? null : { name: SESSION_COOKIE, value: await authDatabase().$transaction((db) => createSession(db, personId, "test")) };
  const url = `${env().APP_URL}/core-teams/${ids.coreTeamId}/meetings/${ids.meetingId}/minutes`;
  return get(new Request(url, { method }), { params: Promise.resolve(ids) });
}

async function wordsOfPdf(file: Uint8Array): Promise<string> {
  return (await extractText(await getDocumentProxy(file), { mergePages: true })).text.replace(/\s+/g, " ");
}

const linesOfDownload = () => operatorDatabase().auditLine.findMany({ where: { action: "minutes:download", objectId: meetingId }, select: { personId: true, role: true, details: true }, orderBy: { id: "asc" } });

/** A meeting with everything in it: who was there, an item, agreements, and a casus whose every text has a marker. */
async function heldMeeting(): Promise<string> {
  const { team, people, consortiumId } = world;
  const marked = { goesWell: "KANARIE goed.", question: "KANARIE vraag?", situation: "KANARIE situatie.", parentsText: "KANARIE ouders.", pupilText: "KANARIE kind." };
  const kept = Object.fromEntries(Object.keys(marked).map((field) => [`${field}Reason`, "Geen naam maar een vogel"]));
  const caseDiscussionId = await sharedCase(people.noor.id, meetingId, { ...marked, ...kept });
  await operatorDatabase().agendaItem.create({
    data: { consortiumId, coreTeamId: team.id, meetingId, position: 1000, title: "Te laat komen", questions: [], minutes: 10, origin: "YOUTH_CARE", addedById: people.samira.id },
  });
  await makeAgreementOf({ team, meeting: { id: meetingId, startsAt: new Date(), endsAt: new Date() } }, people.samira.id, { text: "Startgesprek plannen", caseDiscussionId });
  await asPerson(people.noor.id, async (viewer) => recordMeeting(viewer, { meetingId, version: 1, present: [await invitationOf(people.samira)] }));
  return (await operatorDatabase().caseDiscussion.findUniqueOrThrow({ where: { id: caseDiscussionId }, select: { number: true } })).number.toString().padStart(2, "0");
}

describe("the minutes of a meeting", () => {
  test("tell when it was, who was there, what was talked about and agreed, and a casus by its alias only", async () => {
    const alias = `Casus 26-${await heldMeeting()}`;
    const word = unzipped(await (await fetched(getWord, world.people.samira.id)).bytes());
    const document = word.get("word/document.xml") ?? "";
    const inWord = document.replace(/<\/w:p>/g, " ").replace(/<[^>]+>/g, "").replaceAll("&apos;", "'").replace(/\s+/g, " ");
    const inPdf = await wordsOfPdf(await (await fetched(getPdf, world.people.samira.id)).bytes());
    for (const told of [inWord, inPdf]) {
      for (const words of ["OBS De Wilgen", "di 6 oktober 2026, 14.00–15.15 uur", "Op school", "Grenzen", "Noor de Wit", "IB'er", "Te laat komen", "Samira Haddou · jeugdhulp", "Startgesprek plannen", "1 december 2026", "Nog te doen", alias]) {
        expect(told).toContain(words);
      }
    }
    expect(inWord).toMatch(/Samira Haddou CJG-coach ja/);
    expect(inWord).toMatch(/Noor de Wit IB'er nee/);
    expect(inPdf).toMatch(/Naam\s+Functie\s+Aanwezig.*Samira Haddou\s+CJG-coach\s+ja/);
    for (const everyFile of [...word.values(), inPdf]) expect(everyFile).not.toMatch(/KANARIE/i);
  });

  test("can be read aloud: the Word file has headings, header rows and its language, the PDF its tags, language and title", async () => {
    await heldMeeting();
    const word = unzipped(await (await fetched(getWord, world.people.noor.id)).bytes());
    const document = word.get("word/document.xml") ?? "";
    expect(document.match(/w:val="Heading1"/g)).toHaveLength(1);
    expect(document.match(/w:val="Heading2"/g)).toHaveLength(4);
    expect(document.match(/<w:tblHeader/g)).toHaveLength(3);
    expect(word.get("word/styles.xml")).toContain('w:lang w:val="nl-NL"');
    const pdf = await getDocumentProxy(await (await fetched(getPdf, world.people.noor.id)).bytes());
    expect((await pdf.getMetadata()).info).toMatchObject({ Language: "nl-NL", Title: "Verslag bijeenkomst 6 oktober 2026 · OBS De Wilgen" });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    expect(JSON.stringify(await (await pdf.getPage(1)).getStructTree())).toMatch(/"H1".*"H2".*"Table".*"TR".*"TH".*"TD"/);
  });

  test("show a name with letters from beyond Western Europe", async () => {
    await operatorDatabase().person.update({ where: { id: world.people.samira.id }, data: { name: "Ayşe Şahin-Łęcka" } });
    expect(await wordsOfPdf(await (await fetched(getPdf, world.people.noor.id)).bytes())).toContain("Ayşe Şahin-Łęcka");
    await operatorDatabase().person.update({ where: { id: world.people.samira.id }, data: { name: "Samira Haddou" } });
  });

  test("come as a file under a name of the server's making that nothing runs in, and each time is written down", async () => {
    const answers = [await fetched(getWord, world.people.samira.id), await fetched(getPdf, world.people.noor.id)];
    expect(answers.map(({ status, headers }) => [status, headers.get("content-type"), headers.get("content-disposition")])).toEqual([
      [200, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", 'attachment; filename="verslag-2026-10-06.docx"'],
      [200, "application/pdf", 'attachment; filename="verslag-2026-10-06.pdf"'],
    ]);
    for (const { headers } of answers) {
      expect([headers.get("cache-control"), headers.get("x-content-type-options")]).toEqual(["private, no-store", "nosniff"]);
      expect(headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
    }
    expect(await linesOfDownload()).toEqual([
      { personId: world.people.samira.id, role: "partner", details: { format: "WORD" } },
      { personId: world.people.noor.id, role: "schoolCoordinator", details: { format: "PDF" } },
    ]);
  });

  test("do not exist for who is no member today, and lead who is not signed in to the login page", async () => {
    const { endedYesterday, startsTomorrow, ofSibling, processCoach, organiser, board, administrator } = world.people;
    const [before, lines] = [await everything() as object, await linesOfDownload()];
    for (const { id } of [endedYesterday, startsTomorrow, ofSibling, processCoach, organiser, board, administrator]) {
      for (const get of [getWord, getPdf]) expect([(await fetched(get, id)).status, await (await fetched(get, id)).text()]).toEqual([404, ""]);
    }
    for (const wrong of ["geen-id", crypto.randomUUID()]) expect((await fetched(getWord, world.people.noor.id, { coreTeamId: world.team.id, meetingId: wrong })).status).toBe(404);
    const answer = await fetched(getPdf, null);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, expect.stringContaining(`/login?next=`)]);
    // That it was tried is written down, and nothing else.
    expect(await linesOfDownload()).toEqual(lines);
    expect(await everything()).toEqual({ ...before, lines: expect.any(Number) });
  });

  test("are not there before the meeting or when it was cancelled", async () => {
    const { noor } = world.people;
    const coming = (await makeMeeting(world.team, noor.id, { day: "2026-12-15", invitees: inviteesOf(world) })).id;
    await asPerson(noor.id, (viewer) => cancelMeeting(viewer, { meetingId, version: 1, reason: null, reasonReason: null }));
    for (const id of [coming, meetingId]) expect((await fetched(getWord, noor.id, { coreTeamId: world.team.id, meetingId: id })).status).toBe(404);
    expect(await linesOfDownload()).toEqual([]);
  });

  test("are neither given nor written down when a browser looks ahead or asks for the headers", async () => {
    request.headers = { "sec-purpose": "prefetch" };
    expect((await fetched(getWord, world.people.noor.id)).status).toBe(204);
    request.headers = {};
    expect((await fetched(getWord, world.people.noor.id, undefined, "HEAD")).status).toBe(204);
    expect(await linesOfDownload()).toEqual([]);
  });
});
