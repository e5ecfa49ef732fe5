import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { AccessRole } from "#lib/access/permissions";
import { disconnect } from "#lib/db";
import { fieldTexts } from "#lib/texts/fields";
import { callAction, type Fields, get, nobody } from "#tests/support/browserless";
import { checksums } from "#tests/support/checksums";
import { inventoryOf, readSources, unlisted } from "#tests/support/inventory";
import { type ActorName, actorNames, strayMarkers } from "#tests/support/markers";
import { type ActionRow, actionRows } from "#tests/support/matrix-actions";
import { addressFor, builtActions, builtPages, builtRoutes, idNamesOf, inParallel, subjectOf, uploadTo, withoutNoise } from "#tests/support/matrix-http";
import { mayTellCase, type PageRow, pageRows, usualIds } from "#tests/support/matrix-pages";
import { routeRows } from "#tests/support/matrix-routes";
import { isFor, isForAnywhere, type Visitor, visitorOf, visitorsOf } from "#tests/support/matrix-visitors";
import { makeMatrixWorld, makeSide, type MatrixWorld, roleOfActor } from "#tests/support/matrix-world";
import { ownDatabase } from "#tests/support/own-database";
import { photoRequest } from "#tests/support/photo-uploads";
import { jpegOf, quarters } from "#tests/support/pictures";
import { startWeb, type WebServer } from "#tests/support/web-server";

let web: WebServer;
let owner: pg.Client;
let world: MatrixWorld;
let visitors: Visitor[];

beforeAll(async () => {
  const database = await ownDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  world = await makeMatrixWorld();
  visitors = await visitorsOf(world);
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

describe("the matrix is complete", () => {
  const { pages, actions, routes } = inventoryOf(readSources("app"));
  const subjects = (rows: Record<string, unknown>) => [...new Set(Object.keys(rows).map(subjectOf))];

  test("every page, action and route of the code has a row, and every row is about one that exists", () => {
    expect(unlisted(pages, subjects(pageRows))).toEqual({ missing: [], stale: [] });
    expect(unlisted(actions, subjects(actionRows))).toEqual({ missing: [], stale: [] });
    expect(unlisted(routes, subjects(routeRows))).toEqual({ missing: [], stale: [] });
  });

  test("the build has no other ones", () => {
    expect(builtPages()).toEqual(pages);
    expect([...builtActions().keys()].toSorted()).toEqual(actions);
    expect(builtRoutes()).toEqual([...new Set(routes.map((route) => route.replace(/^[A-Z]+ /, "")))].toSorted());
  });
});

describe("a page opens for whom it is, and does not exist for anybody else", () => {
  let before: Record<string, string>;
  beforeAll(async () => {
    before = await checksums(owner);
  });

  test.each(Object.entries(pageRows))("%s", async (key, row) => {
    const answers = await inParallel(visitors, async (visitor) => ({ visitor, ...(await get(web, visitor.client, addressFor(key, row, world.a))) }));
    for (const { visitor, status, location, body } of answers) {
      expect(outcomeOf(status, location), visitor.label).toBe(expectedOutcome(key, row, visitor));
      const shown = row.link?.shows(world.a) ?? [];
      expect(strayMarkers(body, visitor.reader).filter((each) => !shown.includes(each)), visitor.label).toEqual([]);
      if (!mayTellCase(key)) expect(body, visitor.label).not.toMatch(/KANARIE-\w+-case/);
    }
  });

  test("looking changes nothing", async () => {
    expect(await checksums(owner)).toEqual(before);
  });
});

function outcomeOf(status: number, location: string | null): string {
  return location === null ? String(status) : `${status} ${location.split("?")[0]}`;
}

function expectedOutcome(key: string, row: PageRow, visitor: Visitor): string {
  const isSignedIn = visitor.client.personId !== null;
  if (row.allowed === "public") return isSignedIn && row.signedIn ? `307 ${row.signedIn}` : "200";
  if (row.allowed === "nobody") return "404";
  // Its address is the link itself, and whoever has it may be anybody.
  if (row.allowed === "link") return "200";
  if (!isSignedIn) return "307 /login";
  if (row.allowed === "everyone") return "200";
  // A page that names something of A is about A; one that names nothing is about whatever the visitor has.
  const isAboutA = idNamesOf(key).length > 0 || row.search !== undefined;
  return (isAboutA ? isFor(row.allowed, world.a, visitor) : isForAnywhere(row.allowed, visitor)) ? "200" : "404";
}

describe("what is elsewhere cannot be told from what does not exist", () => {
  const withIds = Object.entries(pageRows).filter(([key, row]) => idNamesOf(key).length > 0 && Array.isArray(row.allowed));

  test.each(withIds)("%s", async (key, row) => {
    const visitor = visitors.find((each) => isFor(row.allowed as AccessRole[], world.a, each)) as Visitor;
    const elsewhere: Record<string, string> = { ...usualIds(world.b), ...row.ids?.(world.b) };
    // A step and an element are words, which are the same everywhere.
    for (const name of idNamesOf(key).filter((each) => each !== "step" && each !== "element")) {
      const tried = [elsewhere[name] as string, crypto.randomUUID(), "geen-id", `${elsewhere[name]}0`];
      const answers = await inParallel(tried, async (id) => {
        const { status, body, headers } = await get(web, visitor.client, addressFor(key, row, world.a, { [name]: id }));
        return { status, body: withoutNoise(body, headers.get("content-security-policy"), [id]) };
      });
      for (const { status, body } of answers) {
        expect(status, name).toBe(404);
        expect(body === answers[0]?.body, `${name}: ${difference(body, answers[0]?.body ?? "")}`).toBe(true);
      }
    }
  });

  const withSearch = Object.entries(pageRows).filter(([key, row]) => idNamesOf(key).length === 0 && row.search && Array.isArray(row.allowed));

  test.each(withSearch)("%s", async (key, row) => {
    const visitor = visitors.find((each) => isFor(row.allowed as AccessRole[], world.a, each)) as Visitor;
    const elsewhere = addressFor(key, row, world.b);
    const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(elsewhere)?.[0] ?? "";
    const nowhere = crypto.randomUUID();
    const answers = await inParallel([elsewhere, elsewhere.replace(id, nowhere)], (address) => get(web, visitor.client, address));
    const [one, other] = answers.map(({ body, headers }) => withoutNoise(body, headers.get("content-security-policy"), [id, nowhere]));
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect(one === other, difference(one ?? "", other ?? "")).toBe(true);
  });
});

/** Where two texts begin to differ, for whoever has to find out why. */
function difference(one: string, other: string): string {
  const at = [...one].findIndex((character, index) => character !== other[index]);
  return `…${one.slice(Math.max(0, at - 60), at + 60)}… and …${other.slice(Math.max(0, at - 60), at + 60)}…`;
}

describe("an action does nothing for whom it is not", () => {
  test.each(Object.entries(actionRows))("%s", async (key, row) => {
    const before = await checksums(owner);
    const fields = await row.fields(world.a);
    const others = isOpenToAll(row) ? [] : visitors.filter((visitor) => !mayAct(row, visitor));
    await inParallel(others, async (visitor) => {
      const { status, goTo, body } = await callAction(web, visitor.client, idOf(key), fields, { path: "/privacy" });
      expect(status, visitor.label).toBeLessThan(500);
      expect(body, visitor.label).not.toContain(fieldTexts.fault);
      expect(goTo?.split("?")[0] ?? null, visitor.label).toBe(visitor.client.personId ? null : "/login");
      expect(strayMarkers(body, visitor.reader), visitor.label).toEqual([]);
    });
    expect(await checksums(owner)).toEqual(before);
  });
});

test("a refusal is written down, in a transaction of its own: who wanted what, and not what was typed", async () => {
  const { client } = visitors.find(({ label }) => label === "partner of a") as Visitor;
  const key = "/core-teams/[coreTeamId]/meetings/[meetingId]/cancellation:cancelMeetingAction";
  await callAction(web, client, idOf(key), { meetingId: world.a.coming.id, version: "1", reason: "Getypt" }, { path: "/privacy" });
  const { rows } = await owner.query("SELECT person_id, action, object_type, details, consortium_id FROM audit_line WHERE result = 'REFUSED' ORDER BY id DESC LIMIT 1");
  expect(rows).toEqual([{ person_id: client.personId, action: "meeting:cancel", object_type: "action", details: {}, consortium_id: world.a.consortium.id }]);
});

describe("an action does its work, and refuses what is of elsewhere like what does not exist", () => {
  test.each(Object.entries(actionRows))("%s", async (key, row) => {
    const side = await makeSide(`s${Object.keys(actionRows).indexOf(key)}`);
    const visitor = isOpenToAll(row) ? null : await visitorOf(side, actorFor(row));
    const send = (fields: Fields) => callAction(web, visitor?.client ?? nobody, idOf(key), fields, { path: "/privacy" });
    const [fields, elsewhere] = [await row.fields(side), await row.fields(world.b)];

    const before = await checksums(owner);
    for (const name of Object.keys(fields).filter((each) => isId(fields[each]) && !row.ofEverybody?.includes(each))) {
      const answers = [await send({ ...fields, [name]: elsewhere[name] as string }), await send({ ...fields, [name]: crypto.randomUUID() })];
      for (const { goTo, body } of answers) {
        expect(goTo, name).toBeNull();
        expect(body, name).not.toContain(fieldTexts.fault);
      }
      expect(sentencesIn(answers[0]?.body ?? ""), name).toEqual(sentencesIn(answers[1]?.body ?? ""));
      for (const { body } of answers) expect(strayMarkers(body, visitor?.reader ?? []), name).toEqual([]);
    }
    expect(await checksums(owner)).toEqual(before);

    const { status, goTo, body } = await send(fields);
    expect(status).toBeLessThan(500);
    expect(body).not.toContain(fieldTexts.fault);
    if (row.worksElsewhere) return expect(await checksums(owner)).toEqual(before);
    expect(goTo, sentencesIn(body).join(" ")).toContain(row.leadsTo ?? "notice=");
  });
});

function idOf(key: string): string {
  const id = builtActions().get(subjectOf(key));
  if (!id) throw new Error(`The build has no action ${key}.`);
  return id;
}

/** Whether it asks nobody to sign in; behind a personal link its token decides (see link-matrix.test.ts). */
function isOpenToAll({ allowed }: ActionRow): boolean {
  return allowed === "public" || allowed === "link";
}

function mayAct({ allowed }: ActionRow, visitor: Visitor): boolean {
  if (allowed === "public" || allowed === "link") return true;
  if (allowed === "everyone") return visitor.client.personId !== null;
  return isFor(allowed === "owner" ? ["schoolCoordinator"] : allowed, world.a, visitor);
}

function actorFor({ allowed }: ActionRow): ActorName {
  return (typeof allowed !== "string" && actorNames.find((name) => allowed.includes(roleOfActor[name] ?? "operator"))) || "coordinator";
}

function isId(value: string | string[] | undefined): boolean {
  return [value].flat().some((each) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(each ?? ""));
}

/** What an action says in its answer: the sentence above the form and those at its fields. */
function sentencesIn(body: string): string[] {
  return [...body.matchAll(/"(?:message|errors)":(?:"[^"]*"|\{[^}]*\})/g)].map(([sentence]) => sentence);
}

describe("a page asked for in another way", () => {
  const pages = ["/core-teams/[coreTeamId]", "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]", "/people/[personId]", "/"];
  // What the router says it has already, so that the server leaves it out.
  const treeOf = (...rest: unknown[]) => encodeURIComponent(JSON.stringify(["", { children: ["(signed-in)", { children: ["__PAGE__", {}] }, ...rest] }]));
  const asked: Record<string, string>[] = [
    { rsc: "1" },
    { rsc: "1", "next-router-prefetch": "1" },
    { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
    { rsc: "1", "next-router-state-tree": treeOf(), "next-url": "/login" },
    { rsc: "1", "next-router-state-tree": treeOf(null, "refetch"), "next-url": "/login" },
    { rsc: "1", "next-router-state-tree": treeOf(null, "metadata-only") },
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { "x-middleware-subrequest": "src/proxy:src/proxy:src/proxy:src/proxy:src/proxy" },
    { "x-nextjs-data": "1", "x-invoke-path": "/login", "x-matched-path": "/login", "x-now-route-matches": "1" },
    { "x-forwarded-host": "evil.example", "x-forwarded-proto": "http", "x-original-url": "/login", "x-rewrite-url": "/login" },
    { "x-path": "/login", "x-method": "HEAD", "x-nonce": "x", "content-security-policy": "default-src *" },
  ];
  const spelled = ["/", ".rsc", ".json", "/.", "/%2e", ";a=1", ".segments/_tree.segment.rsc", "?_rsc=abc", "?nxtPcoreTeamId=1", "//"];

  test.each(pages)("%s shows the same to whom it is for, and nothing to anybody else", { timeout: 60_000 }, async (key) => {
    const row = pageRows[key] as PageRow;
    const address = addressFor(key, row, world.a);
    const others = someVisitors().filter((visitor) => expectedOutcome(key, row, visitor) !== "200");
    const own = someVisitors().filter((visitor) => expectedOutcome(key, row, visitor) === "200" && visitor.label.endsWith(" of a"));
    const ways = [...asked.map((headers) => ({ path: address, headers })), ...spelled.map((end) => ({ path: address + end, headers: {} })), { path: `/${address}`, headers: {} }, { path: address.toUpperCase(), headers: {} }];
    for (const { path, headers } of ways) {
      await inParallel([...others, ...own], async (visitor) => {
        const { status, body } = await followed(visitor, path, headers);
        expect(strayMarkers(body, visitor.reader), `${visitor.label} at ${path} with ${JSON.stringify(headers)}`).toEqual([]);
        if (others.includes(visitor)) expect(body, `${visitor.label} at ${path}`).not.toContain(world.a.team.name);
        expect(status, `${visitor.label} at ${path} with ${JSON.stringify(headers)}`).toBeLessThan(500);
      });
    }
    for (const visitor of own) expect((await followed(visitor, address, { rsc: "1" })).body, visitor.label).toContain("KANARIE");
  });
});

/** One of each kind, where asking everybody would only take longer. */
function someVisitors(): Visitor[] {
  const names = ["partner of a", "processCoach of a", "administrator of a", "siblingMember of a", "leftYesterday of a", "partner of b", "organiser of b", "two jobs", "stranger", "nobody"];
  return visitors.filter(({ label }) => names.includes(label));
}

/** What a page answers, after the one step by which Next leads its own router to an address of its own. */
async function followed({ client }: Visitor, path: string, headers: Record<string, string>) {
  const answer = await get(web, client, path, headers);
  return /[?&]_rsc/.test(answer.location ?? "") ? get(web, client, (answer.location as string).replace(web.url, ""), headers) : answer;
}

describe.each(["case-discussions", "presentation/case-discussions"])("reading a casus, at %s", (place) => {
  const key = `/core-teams/[coreTeamId]/meetings/[meetingId]/${place}/[discussionId]`;
  const linesOfReading = async () => (await owner.query<{ lines: number }>("SELECT count(*)::int AS lines FROM audit_line WHERE action = 'case-discussion:read'")).rows[0]?.lines ?? 0;

  test("is written down once each time its text is shown, and only then", async () => {
    const member = await visitorOf(world.a, "partner");
    const [address, coach] = [addressFor(key, pageRows[key] as PageRow, world.a), await visitorOf(world.a, "processCoach")];
    const before = await linesOfReading();
    expect((await get(web, member.client, address)).body).toMatch(/KANARIE-a-case/);
    expect(await linesOfReading()).toBe(before + 1);

    const unread = [
      await fetch(web.url + address, { method: "HEAD", headers: { cookie: member.client.cookie } }).then(() => ""),
      (await followed(member, address, { rsc: "1", "next-router-prefetch": "1" })).body,
      (await get(web, member.client, address, { "sec-purpose": "prefetch" })).body,
      (await get(web, coach.client, address)).body,
    ];
    for (const body of unread) expect(body).not.toMatch(/KANARIE-a-case/);
    expect(await linesOfReading()).toBe(before + 1);
  });
});

describe("the page of a meeting", () => {
  test("tells a partner what colleagues share, and nothing of a casus or of what they keep to themselves", async () => {
    const partner = await visitorOf(world.a, "partner");
    const key = "/core-teams/[coreTeamId]/meetings/[meetingId]";
    const { body } = await get(web, partner.client, addressFor(key, pageRows[key] as PageRow, world.a, { meetingId: world.a.past.id }));
    // The data that goes with the page for its script is in there too.
    expect(body).toContain("self.__next_f");
    for (const shown of [world.a.actors.coordinator.name, world.a.actors.partner.name, world.a.colleague.email]) expect(body).toContain(shown);
    for (const kept of [/KANARIE-a-private/i, /KANARIE-a-case/, /KANARIE-a-report/]) expect(body).not.toMatch(kept);
  });
});

describe("a route handler", () => {
  const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

  test.each(builtRoutes())("%s answers the methods it has, and no others", async (route) => {
    const before = await checksums(owner);
    const own = Object.keys(routeRows).filter((key) => key.endsWith(` ${route}`)).map((key) => key.split(" ")[0]);
    const others = methods.filter((method) => !own.includes(method) && !(method === "HEAD" && own.includes("GET")));
    for (const method of others) {
      await inParallel(someVisitors(), async ({ client, label, reader }) => {
        const answer = await fetch(web.url + route.replace("[...nextauth]", "callback/entra"), { method, redirect: "manual", headers: { cookie: client.cookie, origin: web.url } });
        // OPTIONS says which methods there are, and nothing else.
        expect(method === "OPTIONS" ? [204] : [404, 405], `${method} as ${label}`).toContain(answer.status);
        expect(answer.headers.get("access-control-allow-origin")).toBeNull();
        expect(strayMarkers(await answer.text(), reader)).toEqual([]);
      });
    }
    expect(await checksums(owner)).toEqual(before);
  });

  test("for an upload takes it from who may import there, and does not exist for anybody else", async () => {
    const before = await checksums(owner);
    const upload = (visitor: Visitor, headers: Record<string, string> = { origin: web.url }) => uploadTo(web.url, visitor, world.a.consortium.id, headers);
    const allowed = routeRows["POST /schools/import/upload"]?.allowed ?? [];
    const isAllowed = (visitor: Visitor) => typeof allowed !== "string" && isFor(allowed, world.a, visitor);
    await inParallel(visitors.filter((visitor) => !isAllowed(visitor)), async (visitor) => {
      const { status, location } = await upload(visitor);
      expect(outcomeOf(status, location), visitor.label).toBe(visitor.client.personId ? "404" : "303 /login");
    });
    for (const visitor of visitors) expect((await upload(visitor, {})).status, visitor.label).toBe(403);
    expect(await checksums(owner)).toEqual(before);
    for (const visitor of visitors.filter(isAllowed)) expect((await upload(visitor)).location, visitor.label).toMatch(/^\/schools\/import\/[0-9a-f-]{36}$/);
  });

  test("for a photo gives it to whom its person is known, and nothing to anybody else", async () => {
    const { actors, photo, colleague } = world.a;
    const allowed = routeRows["GET /people/[personId]/photo/[hash]"]?.allowed as readonly AccessRole[];
    const answers = await inParallel(visitors, async (visitor) => ({ visitor, ...(await get(web, visitor.client, `/people/${actors.partner.id}/photo/${photo.hash}`)) }));
    const missing = answers.find(({ visitor }) => visitor.label === "stranger");
    for (const { visitor, status, headers, body } of answers) {
      const sees = isFor(allowed, world.a, visitor) || visitor.client.personId === actors.partner.id;
      expect([status, headers.get("content-type")], visitor.label).toEqual(sees ? [200, "image/jpeg"] : [404, "text/plain; charset=utf-8"]);
      expect(headers.get("cache-control"), visitor.label).toBe("private, no-store");
      if (!sees) expect(body, visitor.label).toBe(missing?.body);
    }
    const member = await visitorOf(world.a, "coordinator");
    for (const path of [`${world.b.actors.partner.id}/photo/${world.b.photo.hash}`, `${colleague.id}/photo/${photo.hash}`, `${actors.partner.id}/photo/x`, `x/photo/${photo.hash}`]) {
      const { status, body } = await get(web, member.client, `/people/${path}`);
      expect([status, body], path).toEqual([404, ""]);
    }
  });

  test("for the own photo takes it from everyone who is signed in, for oneself", async () => {
    const file = await jpegOf(quarters(200, 200));
    const send = async ({ client }: Visitor, headers: Record<string, string> = {}) => {
      const request = await photoRequest(web.url, client.personId, { file, headers: { cookie: client.cookie, ...headers } });
      const { status, headers: answered } = await fetch(request);
      return `${status} ${answered.get("location") ?? ""}`.trim();
    };
    const before = await checksums(owner);
    for (const visitor of visitors) expect(await send(visitor, { origin: "https://evil.example" }), visitor.label).toBe("403");
    for (const visitor of visitors.filter(({ client }) => client.personId === null)) expect(await send(visitor)).toBe("303 /login?next=%2Fprofile%2Fphoto");
    expect(await checksums(owner)).toEqual(before);
    const [visitor] = visitors.filter(({ label }) => label === "board of a") as [Visitor];
    expect(await send(visitor)).toBe("303 /profile/photo?notice=photo-changed");
    const { person_photo: _photos, ...others } = await checksums(owner);
    expect(others).toEqual((({ person_photo: _before, ...rest }) => rest)(before));
  });
});

describe("a file to keep", () => {
  const files = Object.entries(routeRows).filter(([key, row]) => /^GET .*minutes/.test(key) && Array.isArray(row.allowed));

  test.each(files)("%s is for whom it is, tells no casus, and is written down each time it is taken", async (key, row) => {
    const linesOf = async () => (await owner.query<{ lines: number }>("SELECT count(*)::int AS lines FROM audit_line WHERE action = 'minutes:download'")).rows[0]?.lines ?? 0;
    const [before, isAllowed] = [await linesOf(), (visitor: Visitor) => isFor(row.allowed as AccessRole[], world.a, visitor)];
    await inParallel(visitors, async (visitor) => {
      const { status, location, headers, body } = await get(web, visitor.client, addressFor(key, row, world.a));
      if (!isAllowed(visitor)) return expect(outcomeOf(status, location), visitor.label).toBe(visitor.client.personId ? "404" : "303 /login");
      expect(status, visitor.label).toBe(200);
      expect(headers.get("content-disposition")).toMatch(/^attachment; filename="verslag-\d{4}-\d\d-\d\d\.(?:docx|pdf)"$/);
      expect(headers.get("cache-control")).toBe("private, no-store");
      expect(headers.get("content-security-policy")).toContain("sandbox");
      expect(body).not.toMatch(/KANARIE-\w+-case/);
    });
    expect(await linesOf()).toBe(before + visitors.filter(isAllowed).length);
    const elsewhere = visitors.find(isAllowed) as Visitor;
    for (const id of [world.b.past.id, crypto.randomUUID(), "geen-id"]) {
      expect((await get(web, elsewhere.client, addressFor(key, row, world.a, { meetingId: id }))).status).toBe(404);
    }
    expect(await linesOf()).toBe(before + visitors.filter(isAllowed).length);
  });
});

test("nothing of all this was a fault, and the server printed nothing of anyone", () => {
  expect(web.printed()).not.toMatch(/"msg":"fault"/);
  expect(web.printed()).not.toMatch(/KANARIE|@voorbeeld\.nl/i);
});
