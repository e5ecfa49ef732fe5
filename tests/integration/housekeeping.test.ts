import { beforeAll, expect, test } from "vitest";
import { operatorDatabase } from "#lib/db";
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
  await db.formDraft.createMany({ data: [{ personId, path: "/new", sealed: "x", expiresAt: ago(-HOUR) }, { personId, path: "/old", sealed: "x", expiresAt: ago(2 * HOUR) }] });
  await db.formSubmission.createMany({ data: [{ keyHash: "new", personId }, { keyHash: "old", personId, createdAt: ago(8 * DAY) }] });
  await db.rateLimit.createMany({ data: [{ keyHash: "new" }, { keyHash: "old", windowStart: ago(25 * HOUR) }] });

  await tidyUp();
  await tidyUp();

  expect((await db.session.findMany({ orderBy: { tokenHash: "asc" } })).map(({ tokenHash }) => tokenHash)).toEqual(["just expired", "open"]);
  expect((await db.loginCode.findMany()).map(({ browserHash }) => browserHash)).toEqual(["valid"]);
  expect((await db.emailChange.findMany()).map((row) => row.personId)).toEqual([personId]);
  expect((await db.formDraft.findMany()).map(({ path }) => path)).toEqual(["/new"]);
  expect((await db.formSubmission.findMany()).map(({ keyHash }) => keyHash)).toEqual(["new"]);
  expect((await db.rateLimit.findMany()).map(({ keyHash }) => keyHash)).toEqual(["new"]);
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
