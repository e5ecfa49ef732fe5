import { beforeAll, expect, test } from "vitest";
import { operatorDatabase } from "#lib/db";
import { tidyUp } from "#lib/jobs/housekeeping";
import { makePerson } from "#tests/support/builders";
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
