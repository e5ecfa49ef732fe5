import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { disconnect } from "#lib/db";
import { callAction, type Client, clientOf, get } from "#tests/support/browserless";
import { checksums } from "#tests/support/checksums";
import { actionRows } from "#tests/support/matrix-actions";
import { addressFor, builtActions, builtPages, subjectOf } from "#tests/support/matrix-http";
import { pageRows } from "#tests/support/matrix-pages";
import { stoppedCaseTexts } from "#lib/texts/case-stops";
import { makeMatrixWorld, makeSide, type MatrixWorld } from "#tests/support/matrix-world";
import { ownDatabase } from "#tests/support/own-database";
import { startWeb, type WebServer } from "#tests/support/web-server";

// What is about a casus takes a second factor, but for stopping it, which shows nothing of it: each page and action of the build, asked by a member of the team who has
// signed in with a code by mail alone, or whose second factor is over.

let web: WebServer;
let owner: pg.Client;
let world: MatrixWorld;
/** Of a member who passed the second factor; one for all, because the eleventh session of somebody ends the first. */
let opened: Client;
let askers: { label: string; client: Client }[];

beforeAll(async () => {
  const database = await ownDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  world = await makeMatrixWorld();
  // Who may open every one of these pages, also a concept of her own.
  const { coordinator } = world.a.actors;
  askers = [
    { label: "who never had one", client: await clientOf(coordinator.id, "LOW") },
    { label: "who opened no casus for half an hour", client: await expired(coordinator.id, "assured_until = now()") },
    { label: "who proved it this morning", client: await expired(coordinator.id, "assured_at = now() - interval '8 hours'") },
  ];
  opened = await clientOf(coordinator.id);
  web = await startWeb({ LOG_LEVEL: "info" });
});

afterAll(async () => {
  await web?.stop();
  await owner.end();
  await disconnect();
});

beforeEach(async () => {
  await owner.query("DELETE FROM rate_limit");
});

async function expired(personId: string, change: string): Promise<Client> {
  const client = await clientOf(personId);
  await owner.query(`UPDATE session SET ${change} WHERE person_id = $1 AND created_at = (SELECT max(created_at) FROM session WHERE person_id = $1)`, [personId]);
  return client;
}

const isAboutCase = (key: string) => /\/case-discussions[/:]/.test(key) && !stopsCase(key);
const stopsCase = (key: string) => /\/case-discussions\/\[discussionId\](?:\/stopping(?:$|:)| that was stopped$)/.test(key);
const pages = Object.entries(pageRows).filter(([key]) => isAboutCase(key));
const actions = Object.entries(actionRows).filter(([key]) => isAboutCase(key));

test("every page and action of a casus in this build is asked here", () => {
  expect(new Set(pages.map(([key]) => subjectOf(key)))).toEqual(new Set(builtPages().filter(isAboutCase)));
  expect(new Set(actions.map(([key]) => subjectOf(key)))).toEqual(new Set([...builtActions().keys()].filter(isAboutCase)));
  expect(pages.length).toBeGreaterThan(3);
});

describe.each(pages)("%s", (key, row) => {
  test("shows nothing and leads to the page that asks for the code, by whichever way it is asked", async () => {
    const before = await linesOfReading();
    for (const { label, client } of askers) {
      const address = addressFor(key, row, world.a);
      for (const headers of [{}, { rsc: "1" }, { "x-path": "/privacy" }]) {
        const { status, location, body } = await asked(client, address, headers as Record<string, string>);
        expect(body, label).not.toMatch(/KANARIE-\w+-case/);
        expect(`${location ?? ""}${body}`, label).toContain("/second-factor?next=");
        if (Object.keys(headers).length === 0) expect([status, location], label).toEqual([307, `/second-factor?${new URLSearchParams({ next: address }).toString()}`]);
      }
    }
    expect(await linesOfReading()).toBe(before);
  });

  test("is kept by no browser and no proxy once it opens", async () => {
    const { status, headers } = await get(web, opened, addressFor(key, row, world.a));
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toMatch(/^private,.*\bno-store\b/);
  });
});

describe.each(actions)("%s", (key, row) => {
  test("does nothing, keeps what was typed, and leads to the page that asks for the code", async () => {
    const before = await checksums(owner);
    const fields = await row.fields(world.a);
    const path = addressFor(subjectOf(key).replace(/:.*/, ""), { ids: ({ past }) => ({ meetingId: past.id }) }, world.a);
    for (const { label, client } of askers) {
      await owner.query("DELETE FROM form_draft");
      const { goTo } = await callAction(web, client, builtActions().get(subjectOf(key)) ?? "", fields, { path });
      expect(goTo, label).toBe(`/second-factor?${new URLSearchParams({ next: path, kept: "1" }).toString()}`);
      expect((await owner.query("SELECT person_id, path FROM form_draft")).rows, label).toEqual([{ person_id: client.personId, path }]);
    }
    expect(await checksums(owner)).toEqual(before);
  });
});

describe("stopping a casus, and what is left of it then", () => {
  const stopPages = Object.entries(pageRows).filter(([key]) => stopsCase(key));

  test("opens without a second factor, and shows and reads nothing of any casus", async () => {
    expect(stopPages.length).toBeGreaterThan(1);
    const before = await linesOfReading();
    for (const [key, row] of stopPages) {
      for (const { label, client } of askers) {
        const { status, body } = await get(web, client, addressFor(key, row, world.a));
        expect(status, `${key}, ${label}`).toBe(200);
        expect(body, `${key}, ${label}`).not.toMatch(/KANARIE-\w+-(?:case|perspective|agreement|lesson)/);
      }
    }
    expect(await linesOfReading()).toBe(before);
  });

  test("works without a second factor", async () => {
    const key = Object.keys(actionRows).find((each) => stopsCase(each)) ?? "";
    const side = await makeSide("stop");
    const client = await clientOf(side.actors.partner.id, "LOW");
    const { goTo } = await callAction(web, client, builtActions().get(subjectOf(key)) ?? "", await actionRows[key]?.fields(side) ?? {}, { path: "/privacy" });
    expect(goTo).toContain("notice=case-stopped");
    const { body } = await get(web, client, goTo ?? "");
    expect(body).toContain(stoppedCaseTexts.stopped);
    expect(body).not.toMatch(/KANARIE-\w+-(?:case|perspective|agreement|lesson)/);
  });
});

/** What a page answers, after the one step by which Next leads its own router to an address of its own. */
async function asked(client: Client, address: string, headers: Record<string, string>) {
  const answer = await get(web, client, address, headers);
  return /[?&]_rsc/.test(answer.location ?? "") ? get(web, client, (answer.location as string).replace(web.url, ""), headers) : answer;
}

async function linesOfReading(): Promise<number> {
  return (await owner.query<{ lines: number }>("SELECT count(*)::int AS lines FROM audit_line WHERE action = 'case-discussion:read'")).rows[0]?.lines ?? 0;
}

test("nothing of all this was a fault, and the server printed nothing of anyone", () => {
  expect(web.printed()).not.toMatch(/"msg":"fault"/);
  expect(web.printed()).not.toMatch(/KANARIE|@voorbeeld\.nl/i);
});
