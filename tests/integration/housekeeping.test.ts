import { beforeAll, expect, test } from "vitest";
import { dayForDatabase, dayOf } from "#lib/dates";
import { operatorDatabase, workerDatabase } from "#lib/db";
import { tidyUp } from "#lib/jobs/housekeeping";
import { makeConsortium, makeCoreTeam, makeMeeting, makePerson } from "#tests/support/builders";
import { ownDatabase } from "#tests/support/own-database";

beforeAll(async () => {
  await ownDatabase();
});

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function ago(age: number): Date {
  return new Date(Date.now() - age);
}

test("tidying up removes what has served, and keeps what somebody may still need", async () => {
  const db = operatorDatabase();
  const { id: personId } = await makePerson();
  const { id: otherId } = await makePerson();
  const session = (tokenHash: string, expiresAt: Date, endedAt: Date | null = null) => ({ tokenHash, personId, device: "test", expiresAt, endedAt });
  await db.session.createMany({ data: [session("open", ago(-HOUR)), session("just expired", ago(DAY)), session("expired", ago(8 * DAY)), session("ended", ago(-HOUR), ago(8 * DAY))] });
  const code = (browserHash: string, expiresAt: Date) => ({ personId, codeHash: "x", browserHash, expiresAt });
  await db.loginCode.createMany({ data: [code("valid", ago(-HOUR)), code("old", ago(25 * HOUR))] });
  const change = (id: string, expiresAt: Date) => ({ personId: id, newEmail: `${id}@voorbeeld.nl`, codeHash: "x", expiresAt });
  await db.emailChange.createMany({ data: [change(personId, ago(-HOUR)), change(otherId, ago(25 * HOUR))] });
  const { id: sessionId } = await db.session.findUniqueOrThrow({ where: { tokenHash: "open" }, select: { id: true } });
  const setUp = (id: string, expiresAt: Date) => ({ personId: id, sessionId, sealedKey: "x", expiresAt });
  await db.secondFactorSetup.createMany({ data: [setUp(personId, ago(-HOUR)), setUp(otherId, ago(1_000))] });
  await db.formDraft.createMany({ data: [{ personId, path: "/new", sealed: "x", expiresAt: ago(-HOUR) }, { personId, path: "/old", sealed: "x", expiresAt: ago(2 * HOUR) }] });
  await db.formSubmission.createMany({ data: [{ keyHash: "new", personId }, { keyHash: "old", personId, createdAt: ago(8 * DAY) }] });
  await db.rateLimit.createMany({ data: [{ keyHash: "new" }, { keyHash: "old", windowStart: ago(25 * HOUR) }] });

  await tidyUp();
  await tidyUp();

  expect((await db.session.findMany({ orderBy: { tokenHash: "asc" } })).map(({ tokenHash }) => tokenHash)).toEqual(["just expired", "open"]);
  expect((await db.loginCode.findMany()).map(({ browserHash }) => browserHash)).toEqual(["valid"]);
  expect((await db.emailChange.findMany()).map((row) => row.personId)).toEqual([personId]);
  expect((await db.secondFactorSetup.findMany()).map((row) => row.personId)).toEqual([personId]);
  expect((await db.formDraft.findMany()).map(({ path }) => path)).toEqual(["/new"]);
  expect((await db.formSubmission.findMany()).map(({ keyHash }) => keyHash)).toEqual(["new"]);
  expect((await db.rateLimit.findMany()).map(({ keyHash }) => keyHash)).toEqual(["new"]);
});

test("an absence goes twelve months after it ended, with who came instead, and its person stays", async () => {
  const db = operatorDatabase();
  const [person, replacement] = [await makePerson(), await makePerson()];
  const until = (daysAgo: number) => dayForDatabase(dayOf(ago(daysAgo * DAY)));
  const absence = (first: number, last: number) => ({ personId: person.id, replacementId: replacement.id, firstDay: until(first), lastDay: until(last) });
  await db.absence.createMany({ data: [absence(500, 367), absence(366, 364), absence(30, 20), absence(2, -5), absence(-10, -400)] });

  await tidyUp();

  const kept = await db.absence.findMany({ where: { personId: person.id }, orderBy: { firstDay: "asc" } });
  expect(kept.map(({ lastDay }) => lastDay)).toEqual([until(364), until(20), until(-5), until(-400)]);
  expect(await db.person.count({ where: { id: { in: [person.id, replacement.id] } } })).toBe(2);
});

test("the worker can neither see nor delete an absence that is not long over, nor change one", async () => {
  const { id: personId } = await makePerson();
  const day = dayForDatabase(dayOf(ago(0)));
  const { id } = await operatorDatabase().absence.create({ data: { personId, firstDay: day, lastDay: day }, select: { id: true } });
  expect(await workerDatabase().absence.deleteMany({ where: { lastDay: day } })).toEqual({ count: 0 });
  await expect(workerDatabase().absence.findFirst({ where: { id } })).rejects.toThrow();
  await expect(workerDatabase().absence.updateMany({ where: { lastDay: day }, data: { replacementId: null } })).rejects.toThrow();
  expect(await operatorDatabase().absence.count({ where: { id } })).toBe(1);
});

test("the worker tidies up what somebody typed before a session ended, and can read none of it", async () => {
  await expect(workerDatabase().formDraft.findFirst({ select: { path: true, expiresAt: true } })).resolves.toBeDefined();
  await expect(workerDatabase().formDraft.findFirst({ select: { sealed: true } })).rejects.toThrow();
});

test("thirty days after the meeting a guest's address is erased, and of who was not there or was taken back the name and the question too", async () => {
  const db = operatorDatabase();
  const team = await makeCoreTeam((await makeConsortium()).id);
  const { id: personId } = await makePerson();
  const meetingOf = async (endedAgo: number) => {
    const { id } = await makeMeeting(team, personId, {});
    const period = { startsAt: ago(endedAgo + HOUR), endsAt: ago(endedAgo) };
    await db.meeting.update({ where: { id }, data: period });
    return { consortiumId: team.consortiumId, coreTeamId: team.id, meetingId: id, ...period, invitedById: personId };
  };
  const [old, recent, coming] = [await meetingOf(30 * DAY + HOUR), await meetingOf(30 * DAY - HOUR), await meetingOf(-DAY)];
  const guest = (organisation: string) => ({ organisation, name: "Roos", email: `${organisation}@elders.example`, request: "Kom je?" });
  await db.meetingGuest.createMany({
    data: [
      { ...old, ...guest("there"), present: true },
      { ...old, ...guest("not-there"), present: false },
      { ...old, ...guest("unknown") },
      { ...recent, ...guest("recent"), present: true },
      { ...coming, ...guest("withdrawn"), withdrawnAt: ago(31 * DAY) },
      { ...coming, ...guest("coming") },
    ],
  });

  await tidyUp();
  await tidyUp();

  const left = await db.meetingGuest.findMany({ select: { organisation: true, name: true, email: true, request: true }, orderBy: { organisation: "asc" } });
  const whole = { name: "Roos", request: "Kom je?" };
  expect(left).toEqual([
    { organisation: "coming", ...whole, email: "coming@elders.example" },
    { organisation: "not-there", name: null, email: null, request: null },
    { organisation: "recent", ...whole, email: "recent@elders.example" },
    { organisation: "there", name: "Roos", email: null, request: "Kom je?" },
    { organisation: "unknown", name: null, email: null, request: null },
    { organisation: "withdrawn", name: null, email: null, request: null },
  ]);
});
