import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hashOfToken, tokenOf } from "#lib/access/personal-links";
import { SESSION_COOKIE } from "#lib/auth/session";
import { disconnect } from "#lib/db";
import { errorTexts } from "#lib/texts/errors";
import { fieldTexts } from "#lib/texts/fields";
import type { LinkPurpose } from "#prisma/generated/client";
import { callAction, type Client, get, nobody } from "#tests/support/browserless";
import { checksums } from "#tests/support/checksums";
import { strayMarkers } from "#tests/support/markers";
import { actionRows } from "#tests/support/matrix-actions";
import { addressFor, builtActions, idNamesOf, inParallel, subjectOf, withoutNoise } from "#tests/support/matrix-http";
import { linkOf, purposesOf, uselessTokens } from "#tests/support/matrix-links";
import { type LinkedRow, pageRows } from "#tests/support/matrix-pages";
import { routeRows } from "#tests/support/matrix-routes";
import { visitorOf } from "#tests/support/matrix-visitors";
import { makeMatrixWorld, makeSide, type MatrixWorld } from "#tests/support/matrix-world";
import { ownDatabase } from "#tests/support/own-database";
import { startWeb, type WebServer } from "#tests/support/web-server";

// What stands behind a personal link opens with that link, for whoever holds it, and with no other; and no link opens
// anything else. The rows are those of the matrix; the test there finds the page, action or route that has none.

let web: WebServer;
let owner: pg.Client;
let world: MatrixWorld;

beforeAll(async () => {
  const database = await ownDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  world = await makeMatrixWorld();
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

type Linked = { link: LinkedRow };
const linked = <Row extends { link?: LinkedRow }>(rows: Record<string, Row>) => Object.entries(rows).filter((entry): entry is [string, Row & Linked] => entry[1].link !== undefined);

describe("a page behind a link", () => {
  test.each(linked(pageRows))("%s does not exist for a link that does not work, and all such links look the same", async (key, row) => {
    const before = await checksums(owner);
    const tokens = [...uselessTokens(world.a, row.link.purpose), ...uselessTokens(world.b, row.link.purpose)];
    const answers = await inParallel(tokens, async ([why, token]) => {
      const { status, body, headers } = await get(web, nobody, addressFor(key, row, world.a, { token }));
      return { why, status, body: withoutNoise(body, headers.get("content-security-policy"), [token]) };
    });
    for (const { why, status, body } of answers) {
      expect(status, why).toBe(404);
      expect(body, why).toContain(errorTexts.linkGoneTitle);
      expect(strayMarkers(body, []), why).toEqual([]);
      expect(body === answers[0]?.body, why).toBe(true);
    }
    expect(await checksums(owner)).toEqual(before);
  });

  test.each(linked(pageRows))("%s shows the side that the link is of, and nothing of the other", async (key, row) => {
    for (const side of [world.a, world.b]) {
      const { status, body, headers } = await get(web, nobody, addressFor(key, row, side));
      expect(status).toBe(200);
      expect(strayMarkers(body, []).filter((each) => !row.link.shows(side).includes(each))).toEqual([]);
      expect(headers.get("x-robots-tag")).toContain("noindex");
      expect(headers.get("cache-control")).toContain("no-store");
    }
  });

  test.each(linked(pageRows))("%s is as it was after a scanner has opened it, in whatever way", async (key, row) => {
    const before = await checksums(owner);
    const address = addressFor(key, row, world.a);
    for (const method of ["GET", "HEAD", "OPTIONS"]) await fetch(web.url + address, { method, redirect: "manual" });
    for (const search of ["?answer=ACCEPTED", "?answer=DECLINED&period=x", "?_rsc=abc"]) await get(web, nobody, address + search);
    const ways: Record<string, string>[] = [{ rsc: "1" }, { rsc: "1", "next-router-prefetch": "1" }, { "sec-purpose": "prefetch" }];
    for (const headers of ways) await get(web, nobody, address, headers);
    await fetch(web.url + address, { method: "POST", redirect: "manual", body: new URLSearchParams({ answer: "ACCEPTED" }), headers: { origin: web.url } });
    expect(await checksums(owner)).toEqual(before);
  });
});

describe("an action behind a link", () => {
  const rows = Object.entries(actionRows).flatMap(([key, row]) => (row.link ? [[key, { ...row, link: row.link }] as const] : []));

  test.each(rows)("%s does nothing with a link that does not work", async (key, row) => {
    const before = await checksums(owner);
    const fields = await row.fields(world.a);
    for (const [why, token] of uselessTokens(world.a, row.link)) {
      const { goTo, body } = await callAction(web, nobody, idOf(key), { ...fields, token }, { path: "/privacy" });
      expect(goTo, why).toBeNull();
      expect(body, why).toContain(fieldTexts.linkStopped);
      expect(strayMarkers(body, []), why).toEqual([]);
    }
    expect(await checksums(owner)).toEqual(before);
  });

  test.each(rows)("%s does nothing for a page of somebody else, nor without saying where it comes from", async (key, row) => {
    const before = await checksums(owner);
    const fields = await row.fields(world.a);
    for (const origin of ["https://evil.example", "null", null]) {
      const { goTo } = await callAction(web, nobody, idOf(key), fields, { path: "/privacy", headers: { origin } });
      expect(goTo, String(origin)).toBeNull();
    }
    expect(await checksums(owner)).toEqual(before);
  });

  test.each(rows)("%s does the same for whoever is signed in, in the name of whose link it is", async (key, row) => {
    const side = await makeSide(`l${rows.findIndex(([each]) => each === key)}`);
    const coordinator = await visitorOf(side, "coordinator");
    const { goTo } = await callAction(web, coordinator.client, idOf(key), await row.fields(side), { path: "/privacy" });
    expect(goTo).toContain(row.leadsTo ?? "notice=");
    const { rows: lines } = await owner.query("SELECT person_id, role FROM audit_line WHERE consortium_id = $1 ORDER BY id DESC LIMIT 1", [side.consortium.id]);
    expect(lines).toEqual([{ person_id: row.link === "GUEST" ? null : side.actors.partner.id, role: "link" }]);
  });
});

describe("a route behind a link", () => {
  test.each(linked(routeRows))("%s answers whoever has the link, and nobody keeps or frames the answer", async (key, row) => {
    for (const client of [nobody, (await visitorOf(world.b, "coordinator")).client]) {
      const { status, body, headers } = await get(web, client, addressFor(key, row, world.a));
      expect(status).toBe(200);
      expect(strayMarkers(body, []).filter((each) => !row.link.shows(world.a).includes(each))).toEqual([]);
      expect(headers.get("cache-control")).toBe("private, no-store");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("set-cookie")).toBeNull();
    }
  });

  test.each(linked(routeRows))("%s is not there for a link that does not work, whatever the reason", async (key, row) => {
    const before = await checksums(owner);
    for (const [why, token] of uselessTokens(world.a, row.link.purpose)) {
      const { status, body } = await get(web, nobody, addressFor(key, row, world.a, { token }));
      expect([status, body], why).toEqual([404, ""]);
    }
    expect(await checksums(owner)).toEqual(before);
  });

  test.each(linked(routeRows))("%s answers HEAD without a body", async (key, row) => {
    const answer = await fetch(web.url + addressFor(key, row, world.a), { method: "HEAD" });
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
  });
});

describe("a link opens nothing but what it is for", () => {
  const purposes: LinkPurpose[] = ["DATE_PROPOSAL", "INVITATION", "GUEST", "CALENDAR"];

  test.each(purposes)("for %s: no page of the build, in place of an id or as a session", async (purpose) => {
    if (!purposesOf(world.a).includes(purpose)) return;
    const token = tokenOf(linkOf(world.a, purpose));
    const asSession: Client = { personId: null, cookie: `${SESSION_COOKIE}=${token}` };
    const tries = Object.entries(pageRows).flatMap(([key, row]) => {
      if (row.allowed === "public" || row.link?.purpose === purpose) return [];
      const own = row.link ? [] : [{ key, client: asSession, address: addressFor(key, row, world.a) }];
      const instead = [token, hashOfToken(token), linkOf(world.a, purpose)].flatMap((each) => idNamesOf(key).map((name) => ({ key, client: asSession, address: addressFor(key, row, world.a, { [name]: each }) })));
      return [...own, ...instead];
    });
    expect(tries.length).toBeGreaterThan(Object.keys(pageRows).length);
    await inParallel(tries, async ({ key, client, address }) => {
      const { status, location, body } = await get(web, client, address);
      expect(status === 404 || (status === 307 && location?.split("?")[0] === "/login"), `${key}: ${status} ${location}`).toBe(true);
      expect(strayMarkers(body, []), key).toEqual([]);
    });
  }, 120_000);

  test.each(purposes)("for %s: no action that is behind signing in", async (purpose) => {
    if (!purposesOf(world.a).includes(purpose)) return;
    const before = await checksums(owner);
    const token = tokenOf(linkOf(world.a, purpose));
    const asSession: Client = { personId: null, cookie: `${SESSION_COOKIE}=${token}` };
    await inParallel(Object.entries(actionRows).filter(([, { allowed }]) => allowed !== "public" && allowed !== "link"), async ([key, row]) => {
      const { goTo, body } = await callAction(web, asSession, idOf(key), { ...(await row.fields(world.a)), token }, { path: "/privacy" });
      expect(goTo?.split("?")[0], key).toBe("/login");
      expect(strayMarkers(body, []), key).toEqual([]);
    });
    expect(await checksums(owner)).toEqual(before);
  }, 120_000);
});

test("no token was printed, and nothing of all this was a fault", () => {
  const tokens = [world.a, world.b].flatMap((side) => [...purposesOf(side).map((purpose) => tokenOf(linkOf(side, purpose))), ...Object.values(side.links.dead).map(({ id }) => tokenOf(id))]);
  for (const token of tokens) expect(web.printed().includes(token)).toBe(false);
  expect(web.printed()).not.toMatch(/"msg":"fault"/);
  expect(web.printed()).not.toMatch(/KANARIE|@voorbeeld\.nl/i);
});

function idOf(key: string): string {
  const id = builtActions().get(subjectOf(key));
  if (!id) throw new Error(`The build has no action ${key}.`);
  return id;
}
