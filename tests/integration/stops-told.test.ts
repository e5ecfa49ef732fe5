import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeCaseDiscussion, shareCaseDiscussion } from "#lib/case-discussions/commands";
import { listCaseDiscussionsOf, listOpenCaseDiscussions, readCaseDiscussion } from "#lib/case-discussions/queries";
import { releaseCase, stopCase } from "#lib/case-stops/commands";
import { listStopsToTell } from "#lib/case-stops/queries";
import { operatorDatabase } from "#lib/db";
import { asPerson } from "#tests/support/as-person";
import { makeMembership, makePerson } from "#tests/support/builders";
import { caseStops, others, type Person, SAID } from "#tests/support/case-stops";
import { type CaseWorld, sharedCase, TODAY, versionOf } from "#tests/support/case-world";

const stops = caseStops();
const { idOf, as, stop, release, erase, asRole } = stops;

let world: CaseWorld;
let owner: pg.Client;
let id: string;

beforeAll(async () => {
  ({ world, owner } = await stops.open());
});

beforeEach(async () => {
  ({ id } = await stops.newCase());
});

afterAll(stops.close);

const told = (person: Person) => asPerson(idOf(person), (viewer) => listStopsToTell(viewer));
const became = async (person: Person) => (await told(person)).map((each) => each.became);
const ofTeam = () => ({ id, team: { scope: { consortiumId: world.consortiumId, coreTeamId: world.team.id } } });
const reads = (person: Person) => asPerson(idOf(person), (viewer) => readCaseDiscussion(viewer, ofTeam()));
const rows = (person: Person) => asPerson(idOf(person), (viewer) => listCaseDiscussionsOf(viewer, world.meeting.id, { concepts: true }));
const share = () => as("noor", async (viewer) => shareCaseDiscussion(viewer, { discussionId: id, version: await versionOf(id) }));
const mails = async () => (await owner.query<{ data: object }>("SELECT data FROM pgboss.job WHERE data->>'kind' = 'OWN_CASE'")).rows.map(({ data }) => data);

/** A casus of Samira, who leads nothing else in this team. */
async function ofSamira(): Promise<void> {
  await owner.query("TRUNCATE case_discussion CASCADE");
  id = await sharedCase(idOf("samira"), world.meeting.id);
}

describe("who leads a casus", () => {
  test("is told on the home page that it was stopped, until it is settled: not what it says, and not by whom", async () => {
    await ofSamira();
    expect(await told("samira")).toEqual([]);
    await as("joinedAfter", (viewer) => stopCase(viewer, { discussionId: id }));
    const line = { id, alias: expect.stringMatching(/^Casus 26-/), team: { id: world.team.id, name: "OBS De Wilgen" }, meetingId: world.meeting.id, became: "STOPPED", on: TODAY, erasesOn: null };
    for (const person of ["samira", "noor"] as const) expect(await told(person), person).toEqual([line]);
    for (const person of ["joinedAfter", ...others] as const) expect(await told(person), person).toEqual([]);
    for (const who of ["Wout", "Samira", idOf("joinedAfter"), SAID]) expect(JSON.stringify(await told("samira"))).not.toContain(who);
    await as("processCoach", (viewer) => releaseCase(viewer, { discussionId: id }));
    expect([await became("samira"), await became("noor")]).toEqual([["RELEASED"], []]);
  });

  test("of a closed one is told so when this person was there, and a newcomer is not", async () => {
    await as("noor", async (viewer) => closeCaseDiscussion(viewer, { discussionId: id, version: await versionOf(id) }));
    await stop();
    expect(await became("noor")).toEqual(["STOPPED"]);
    const newcomer = await makePerson();
    const membership = await makeMembership(world.team, newcomer.id, { functionId: world.functions.coach.id, firstDay: "2026-11-02" });
    expect(await asPerson(newcomer.id, (viewer) => listStopsToTell(viewer))).toEqual([]);
    await operatorDatabase().membership.delete({ where: { id: membership.id } });
  });

  test("is told for two weeks that it was erased after that, and nothing of one that was erased in time", async () => {
    await stop();
    await erase();
    expect(await became("noor")).toEqual(["ERASED"]);
    for (const person of ["samira", "joinedAfter", ...others] as const) expect(await told(person), person).toEqual([]);
    await owner.query("ALTER TABLE case_discussion DISABLE TRIGGER stays_erased");
    for (const [day, telling] of [["2026-10-27", ["ERASED"]], ["2026-10-26", []]] as const) {
      await owner.query("UPDATE case_discussion SET erased_at = $2::timestamp AT TIME ZONE 'Europe/Amsterdam' WHERE id = $1", [id, day]);
      expect(await became("noor"), day).toEqual(telling);
    }
    await owner.query("UPDATE case_discussion SET erased_at = now(), stopped_at = NULL WHERE id = $1", [id]);
    await owner.query("ALTER TABLE case_discussion ENABLE TRIGGER stays_erased");
    expect(await told("noor")).toEqual([]);
  });
});

describe("the writer of a casus that was given back", () => {
  test("alone is told so, with the day on which it goes, until this person opens it", async () => {
    await reads("noor");
    await stop();
    await release();
    expect(await told("noor")).toMatchObject([{ id, became: "RELEASED", on: TODAY, erasesOn: "2026-12-10" }]);
    for (const person of ["samira", "joinedAfter", ...others] as const) expect(await told(person), person).toEqual([]);
    await reads("noor");
    expect(await told("noor")).toEqual([]);
    // Stopped and given back once more, it is news again.
    await share();
    await stop();
    expect(await became("noor")).toEqual(["STOPPED"]);
    await release();
    expect(await became("noor")).toEqual(["RELEASED"]);
  });

  test("is not told any more once it is shared again", async () => {
    await stop();
    await release();
    await share();
    expect(await told("noor")).toEqual([]);
  });

  test("sees that in the lists too, and nobody else sees the casus there", async () => {
    const open = async (person: Person) => (await asPerson(idOf(person), (viewer) => listOpenCaseDiscussions(viewer, [world.team.id]))).map((each) => [each.state, each.isReturned]);
    expect(await rows("noor")).toMatchObject([{ state: "OPEN", isReturned: false }]);
    await stop();
    expect(await rows("samira")).toMatchObject([{ state: "STOPPED", isReturned: false, lacksOwnPerspective: false }]);
    expect(await open("noor")).toEqual([]);
    await release();
    await reads("noor");
    expect(await rows("noor")).toMatchObject([{ id, state: "CONCEPT", isReturned: true, lacksOwnPerspective: false }]);
    expect(await open("noor")).toEqual([["CONCEPT", true]]);
    for (const person of ["samira", "joinedAfter", ...others] as const) expect([await rows(person), await open(person)], person).toEqual([[], []]);
    await share();
    expect(await rows("noor")).toMatchObject([{ state: "OPEN", isReturned: false }]);
  });
});

describe("whose casus was stopped", () => {
  test("is told by the database to the worker alone, and to nobody which casussen of others were given back", async () => {
    await stop();
    for (const person of ["noor", "samira", "processCoach", "administrator"] as const) expect(await asRole(person, `SELECT * FROM stop_told_to_writer('${id}')`), person).toBe("42501");
    await release();
    expect(await asRole("noor", "SELECT my_released_cases()")).toBe(1);
    for (const person of ["samira", "joinedAfter", ...others] as const) expect(await asRole(person, "SELECT my_released_cases()"), person).toBe(0);
  });
});

describe("the mail to its writer", () => {
  test("is queued once at the stop and once at the outcome, without saying to whom, also when the writer stops it", async () => {
    await Promise.all([stop("noor"), stop("samira"), stop("joinedAfter")]);
    expect(await mails()).toEqual([{ kind: "OWN_CASE", became: "STOPPED", caseDiscussionId: id }]);
    await release();
    expect(await mails()).toContainEqual({ kind: "OWN_CASE", became: "RELEASED", caseDiscussionId: id });
    expect(await mails()).toHaveLength(2);
  });

  test("that has not left when the casus is erased makes way for the one that tells so", async () => {
    await stop();
    await erase();
    expect(await mails()).toEqual([{ kind: "OWN_CASE", became: "ERASED", caseDiscussionId: id }]);
  });

  test("is not queued when giving back is refused", async () => {
    await operatorDatabase().membership.updateMany({ where: { personId: idOf("noor"), coreTeamId: world.team.id }, data: { lastDay: new Date("2026-11-09") } });
    await stop();
    expect(await release()).toEqual({ ok: false, problem: "WRITER_LEFT" });
    expect(await mails()).toEqual([{ kind: "OWN_CASE", became: "STOPPED", caseDiscussionId: id }]);
    expect(await told("noor")).toEqual([]);
    await operatorDatabase().membership.updateMany({ where: { personId: idOf("noor"), coreTeamId: world.team.id }, data: { lastDay: null } });
  });
});
