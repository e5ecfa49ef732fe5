import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Viewer } from "#lib/access/viewer";
import { findCaseDiscussion } from "#lib/case-discussions/queries";
import { findCoreTeam } from "#lib/core-teams/queries";
import { disconnect, operatorDatabase } from "#lib/db";
import { NotFoundError } from "#lib/errors";
import { writeOffer } from "#lib/offers/commands";
import { findOfferToWrite } from "#lib/offers/queries";
import { writeOfferSchema } from "#lib/offers/schema";
import { asPerson } from "#tests/support/as-person";
import { type CaseWorld, caseWorld, sharedCase, TODAY } from "#tests/support/case-world";
import { asForm, signIn } from "#tests/support/meeting-world";
import { ownDatabase } from "#tests/support/own-database";

let world: CaseWorld;
let app: pg.Client;

beforeAll(async () => {
  process.env.REFERENCE_DATE = TODAY;
  app = new pg.Client({ connectionString: (await ownDatabase()).appUrl });
  await app.connect();
  world = await caseWorld();
});

beforeEach(() => operatorDatabase().teamOffer.deleteMany());

afterAll(async () => {
  await app.end();
  await disconnect();
});

type Person = keyof CaseWorld["people"];
const notOfTheSchool = ["samira", "joinedAfter", "endedYesterday", "startsTomorrow", "ofSibling", "processCoach", "organiser", "board", "administrator"] as const;
const notOfTheTeam = notOfTheSchool.slice(2);
const idOf = (person: Person) => world.people[person].id;

async function tryAs<T extends { ok: boolean }>(person: Person, run: (viewer: Viewer) => Promise<T>): Promise<T> {
  return asForm(await signIn(idOf(person)), run);
}

const write = (person: Person, fields: Record<string, string>, version = 0) =>
  tryAs(person, (viewer) => writeOffer(viewer, writeOfferSchema.parse({ coreTeamId: world.team.id, version: String(version), ...fields })));
const seenBy = async (person: Person) => (await asPerson(idOf(person), (viewer) => findCoreTeam(viewer, world.team.id)))?.offer ?? null;
const stored = () => operatorDatabase().teamOffer.findMany();

/** The SQLSTATE with which the role of the app is refused, or how many rows it touched. */
async function asRole(person: Person, sql: string, values: unknown[]): Promise<unknown> {
  await app.query("BEGIN");
  try {
    await app.query("SELECT set_config('app.person', $1, true), set_config('app.today', $2, true)", [idOf(person), TODAY]);
    return (await app.query(sql, values)).rowCount;
  } catch (error) {
    return (error as { code?: string }).code;
  } finally {
    await app.query("ROLLBACK");
  }
}

test("what a school can do is written by the school, and seen by its team and under its casussen", async () => {
  const discussionId = await sharedCase(idOf("noor"), world.meeting.id);
  expect(await seenBy("samira")).toEqual({ can: null, cannot: null, changedOn: null, version: 0 });
  expect(await write("noor", { can: "Een rustige plek, vanaf 1 januari.", cannot: "Verzorging onder schooltijd." })).toEqual({ ok: true });
  const offer = { can: "Een rustige plek, vanaf 1 januari.", cannot: "Verzorging onder schooltijd.", changedOn: TODAY, version: 1 };
  expect(await seenBy("samira")).toEqual(offer);
  expect((await asPerson(idOf("samira"), (viewer) => findCaseDiscussion(viewer, { coreTeamId: world.team.id, meetingId: world.meeting.id, discussionId })))?.offer).toEqual(offer);
  expect(await asPerson(idOf("noor"), (viewer) => findOfferToWrite(viewer, world.team.id))).toMatchObject({ team: { id: world.team.id }, offer });
  for (const version of [0, 2]) expect(await write("noor", { can: "Iets anders." }, version)).toEqual({ ok: false, problem: "CHANGED_MEANWHILE" });
  expect(await write("noor", { can: "Een rustige plek." }, 1)).toEqual({ ok: true });
  expect(await stored()).toMatchObject([{ can: "Een rustige plek.", cannot: null, version: 2 }]);
  expect(await operatorDatabase().auditLine.count({ where: { action: "offer:write", objectId: world.team.id } })).toBe(2);
});

test("it is nobody else's to write, nor outside the team to see, also not past the command", async () => {
  await write("noor", { can: "Een rustige plek." });
  const before = await stored();
  const insert = "INSERT INTO team_offer (core_team_id, consortium_id, can, changed_at) VALUES ($1, $2, 'Iets', now()) ON CONFLICT DO NOTHING";
  for (const person of notOfTheSchool) {
    await expect(write(person, { can: "Iets anders." }, 1), person).rejects.toThrow(NotFoundError);
    expect(await asPerson(idOf(person), (viewer) => findOfferToWrite(viewer, world.team.id)), person).toBeNull();
    expect(await asRole(person, "UPDATE team_offer SET can = 'Iets' WHERE core_team_id = $1", [world.team.id]), person).toBe(0);
    expect(await asRole(person, insert, [world.team.id, world.consortiumId]), person).toBe("42501");
  }
  for (const person of notOfTheTeam) {
    expect((await seenBy(person))?.can ?? null, person).toBeNull();
    expect(await asRole(person, "SELECT can FROM team_offer", []), person).toBe(0);
  }
  expect(await stored()).toEqual(before);
});

test("it holds no name of a child; colleagues may be called by theirs", async () => {
  expect(await write("noor", { can: "Jayden krijgt een plek.", cannot: "Niets." })).toMatchObject({ problem: "FINDINGS", findings: { can: [{ text: "Jayden" }] } });
  expect(await stored()).toEqual([]);
  expect(await write("noor", { can: "Bel Noor de Wit voor een rustige plek." })).toEqual({ ok: true });
});
