import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tokenOf } from "#lib/access/personal-links";
import { disconnect } from "#lib/db";
import { newFormKey } from "#lib/forms/form-key";
import { callAction, type Client, clientOf, type Fields, get, leaveTyping, nobody, sendWithoutScript } from "#tests/support/browserless";
import { fieldTexts } from "#lib/texts/fields";
import { checkedTextsOf, formSchemas, uncheckedTexts } from "#tests/support/free-text";
import { marker, strayMarkers } from "#tests/support/markers";
import { addressFor, builtActions, inParallel, subjectOf } from "#tests/support/matrix-http";
import { linkOf } from "#tests/support/matrix-links";
import { mayTellCase, pageRows } from "#tests/support/matrix-pages";
import { type Visitor, visitorsOf } from "#tests/support/matrix-visitors";
import { makeMatrixWorld, type MatrixWorld } from "#tests/support/matrix-world";
import { leavesOf } from "#tests/support/mime";
import { ownDatabase } from "#tests/support/own-database";
import { type Plant, type Planting, plantings, type Way } from "#tests/support/plantings";
import { type SmtpBox, startSmtp } from "#tests/support/smtp";
import { TEST_FOLDER } from "#tests/support/test-folders";
import { unzipped } from "#tests/support/unzip";
import { startWeb, type WebServer } from "#tests/support/web-server";
import { startWorkerProcess, type WorkerProcess } from "#tests/support/worker-process";

// What somebody types about a child goes where it belongs, and nowhere else: each free text of a form is filled with a text
// that is looked for afterwards in everything the app leaves behind, when all goes well and when it does not.

/** How sending a form ends, in the order in which it is tried. Only one keeps what was typed; the last three leave a draft. */
const ends = ["no key", "database fails", "from elsewhere", "forbidden", "too long", "found", "kept", "session over", "no second factor", "left"] as const;
type End = (typeof ends)[number];

/** Everything that was typed, by the marker in it. */
const typed = new Map<string, { field: string; end: End; plant: Plant }>();

type Answer = { planting: Planting; end: End; status: number; goTo: string | null; body: string };
const answers: Answer[] = [];

let owner: pg.Client;
let world: MatrixWorld;
let web: WebServer;
let blind: WebServer;
let worker: WorkerProcess;
let box: SmtpBox;
let visitors: Visitor[];
const pages: { key: string; visitor: Visitor; body: string }[] = [];

beforeAll(async () => {
  const database = await ownDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  world = await makeMatrixWorld();
  visitors = (await visitorsOf(world)).filter(({ label }) => !label.endsWith(" of b") || /^(?:partner|processCoach) /.test(label));
  box = await startSmtp();
  // One address is refused at once, and the others only later: so that the worker has something to tell of both.
  box.behaviour = { refused: { [world.a.colleague.email]: 550 }, refusedMessages: 451 };
  web = await startWeb({ LOG_LEVEL: "debug" });
  blind = await startWeb({ LOG_LEVEL: "debug", CASE_KEY_FILE: anotherKey() });
  worker = startWorkerProcess({ SMTP_URL: box.url, MAIL_FROM: "Kernteam <kernteam@kernteam.example>", LOG_LEVEL: "debug" });

  for (const end of ends) await plantAll(end);
  await visitAll();
  await mailsAreOut();
}, 600_000);

afterAll(async () => {
  await worker?.stop();
  await blind?.stop();
  await web?.stop();
  await box?.stop();
  await owner.end();
  await disconnect();
});

describe("every free text that is checked", () => {
  test("is planted, and so is each field that is added to a form", async () => {
    const checked = (await formSchemas()).flatMap(({ name, schema }) => checkedTextsOf(schema).map((field) => `${name}.${field}`));
    const planted = new Set(plantings.flatMap(({ schema, plants }) => Object.keys(plants).map((field) => `${schema}.${field}`)));
    expect(checked.filter((each) => !planted.has(each))).toEqual([]);
    expect(checked.length).toBeGreaterThan(40);
  });

  test("was kept, or refused in the way it was to be", () => {
    const outcomes = answers.map(({ planting, end, goTo, body }) => `${planting.action} ${JSON.stringify(Object.keys(planting.plants))} ${end}: ${outcomeOf({ goTo, body })}`);
    expect(outcomes.filter((each) => !isAsMeant(each))).toEqual([]);
    for (const end of ends) expect(answers.filter((each) => each.end === end).length, end).toBeGreaterThan(3);
  });
});

test("each of them refuses a name by itself, and says at its field which", () => {
  const refused = answers.filter(({ end }) => end === "found");
  const silent = refused.flatMap(({ planting: { schema, plants }, body }) =>
    Object.keys(plants).filter((field) => !new RegExp(`"${field}":\\[\\{"start":\\d+,"end":\\d+,"label":"PERSON","text":"Jayden"`).test(body)).map((field) => `${schema}.${field}`));
  expect(silent).toEqual([]);
  expect(refused.length).toBeGreaterThan(20);
});

test("each has a box that is looked at while somebody types", async () => {
  const names = new Set((await formSchemas()).flatMap(({ schema }) => checkedTextsOf(schema)));
  const boxes = [...new Set(pages.map(({ body }) => body))].flatMap((body) => [...body.matchAll(/<(textarea|input)\b[^>]*\bname="(\w+)"[^>]*>(?:[^<]*<\/textarea>)?(<p aria-live="polite")?/g)]);
  const watched = new Set(boxes.filter(([, , , status]) => status).map(([, , name]) => name));
  expect([...names].filter((name) => !watched.has(name))).toEqual([]);
  // A box of several lines is checked wherever it has such a name; names of people and things are a line.
  expect(boxes.filter(([, kind, name = "", status]) => kind === "textarea" && names.has(name) && !status).map(([, , name]) => name)).toEqual([]);
});

function outcomeOf({ goTo, body }: Pick<Answer, "goTo" | "body">): string {
  if (goTo !== null) return `to ${goTo.split("?")[0]}`;
  if (isFault({ body })) return "fault";
  return /"findings":\{"/.test(body) ? "findings" : /"errors":\{"/.test(body) ? "errors" : /"message":"/.test(body) ? "message" : "nothing";
}

/** Whether something broke on the server: the form then says so, and nothing of what broke. */
function isFault({ body }: Pick<Answer, "body">): boolean {
  return body.includes(fieldTexts.fault);
}

const meant: Record<End, RegExp> = {
  kept: /: to \/(?!login|second-factor)/,
  found: /: findings$/,
  "too long": /: errors$/,
  forbidden: /: message$/,
  "from elsewhere": /: message$/,
  "session over": /: to \/login$/,
  "no second factor": /: to \/second-factor$/,
  left: /: nothing$/,
  "database fails": /: fault$/,
  "no key": /: fault$/,
};

function isAsMeant(outcome: string): boolean {
  const end = ends.find((each) => outcome.includes(`] ${each}: `));
  return end !== undefined && meant[end].test(outcome);
}

test("no text is in a log: of the pages, of the worker, of what was refused and of what failed", () => {
  for (const [name, printed] of [["web", web.printed()], ["web without the key", blind.printed()], ["worker", worker.printed()]] as const) {
    expect(markersIn(printed).map((each) => `${typed.get(each)?.field} (${typed.get(each)?.end})`), name).toEqual([]);
    expect(printed, name).not.toMatch(/KANARIE|@voorbeeld\.nl|@elders\.example/i);
  }
  expect(web.printed()).toMatch(/"msg":"fault"/);
  expect(blind.printed()).toMatch(/"msg":"/);
  expect(worker.printed()).toMatch(/"msg":"worker-started"/);
});

test("no text is in an address: where a form leads, or a page", () => {
  expect(answers.filter(({ goTo }) => goTo !== null && markersIn(decodeURIComponent(goTo)).length > 0)).toEqual([]);
  expect(answers.filter(({ goTo }) => goTo !== null).length).toBeGreaterThan(20);
});

test("a form that fails comes back with what was typed, with a script and without", () => {
  const failed = answers.filter(isFault);
  expect(failed.length).toBeGreaterThan(20);
  const lost = failed.filter(({ planting, body }) => markersIn(body).length < Object.keys(planting.plants).length);
  expect(lost.map(({ planting, end }) => `${planting.action} ${end}`)).toEqual([]);
  expect(new Set(failed.map(({ status }) => status))).toEqual(new Set([200]));
});

test("a text lies only in the tables it belongs in, and what is sealed or was not kept in none", async () => {
  const found = await markersByTable();
  const strays = [...found].flatMap(([table, markers]) => markers.filter((each) => !belongs(each, table)).map((each) => `${typed.get(each)?.field} (${typed.get(each)?.end}) in ${table}`));
  expect(strays).toEqual([]);
  // It is really looked for: whatever was kept as it was typed is there.
  const kept = [...typed].filter(([, { end, plant }]) => end === "kept" && plant.tables.length > 0).map(([each]) => each);
  expect(kept.filter((each) => ![...found.values()].flat().includes(each)).map((each) => typed.get(each)?.field)).toEqual([]);
  for (const table of ["audit_line", "form_draft", "form_submission", "case_text", "perspective", "pgboss.job"]) expect(await countOf(table), table).toBeGreaterThan(0);
});

test("a mail tells where a meeting is and what its guest is asked, and no other text", () => {
  const mails = box.mails.map(({ raw, message }) => [raw, ...leavesOf(message).map(({ content }) => content)].join("\n"));
  expect(mails.length).toBeGreaterThan(3);
  expectOnly("mail", mails.join("\n"));
});

test("a calendar tells where a meeting is, and no other text", async () => {
  const feed = await get(web, nobody, `/calendar/${tokenOf(linkOf(world.a, "CALENDAR"))}/kernteam.ics`);
  const entries = box.mails.flatMap(({ message }) => leavesOf(message).filter(({ type }) => type === "text/calendar").map(({ content }) => content));
  expect(entries.length).toBeGreaterThan(3);
  expectOnly("calendar", [feed.body, ...entries].map((ics) => ics.replace(/\r\n[ \t]/g, "")).join("\n"));
});

test("a page tells a text to whom it is for, and a casus and a perspective nowhere else than on their own pages", () => {
  const strays = pages.flatMap(({ key, visitor, body }) => strangersOn(key, visitor, body).map((each) => `${typed.get(each)?.field} on ${key} as ${visitor.label}`));
  expect(strays).toEqual([]);
  // Every text that was kept is on a page of somebody; the theme of a date proposal only once there is a meeting.
  const seen = new Set(pages.flatMap(({ body }) => markersIn(body)));
  const unseen = [...typed].filter(([each, { end }]) => end === "kept" && !seen.has(each)).map(([, { field }]) => field);
  expect(unseen).toEqual(["proposeDatesSchema.theme"]);
});

test("minutes tell the agenda, the agreements and who was there, and no other text", async () => {
  await itTookPlace();
  const meetings = [world.a.coming.id, world.a.past.id];
  const word = await Promise.all(meetings.map(async (id) => [...unzipped(await minutesOf(id, "docx")).values()].join("\n")));
  const pdf = await Promise.all(meetings.map(async (id) => {
    const document = await getDocumentProxy(await minutesOf(id, "pdf"));
    const [{ text }, { info }] = [await extractText(document, { mergePages: true }), await document.getMetadata()];
    return `${text}\n${JSON.stringify(info)}`;
  }));
  expectOnly("minutes", word.join("\n"));
  expectOnly("minutes", pdf.join("\n"));
});

/** Fills in every form once, each free text with a marker of its own, and sends it in a way that ends like this. */
async function plantAll(end: End): Promise<void> {
  await owner.query("DELETE FROM rate_limit");
  if (end === "database fails") await breakTables();
  for (const planting of plantings.filter((each) => canEnd(each, end))) answers.push(await plant(planting, end));
  if (end === "database fails") {
    for (const planting of plantings) await plantWithoutScript(planting, end);
    await mendTables();
  }
}

/** Sends a form from the page on which it stands, where the address of that page is the one of its action. */
async function plantWithoutScript(planting: Planting, end: End): Promise<void> {
  const [key = ""] = planting.action.split(":");
  const row = pageRows[key];
  const [box = ""] = Object.keys(planting.plants);
  const client = await clientFor(end, world.a.actors[planting.as].id);
  const answer = row && (await sendWithoutScript(web, client, addressFor(key, row, world.a), box, await fieldsFor(planting, end)));
  if (answer) answers.push({ planting, end, ...answer });
}

async function plant(planting: Planting, end: End): Promise<Answer> {
  const fields = await fieldsFor(planting, end);
  const id = builtActions().get(subjectOf(planting.action));
  if (!id) throw new Error(`The build has no action ${planting.action}.`);
  const writer = world.a.actors[planting.as].id;
  if (end === "left") return { planting, end, ...(await leaveTyping(web, await clientFor(end, writer), newFormKey(writer, Date.now(), "/privacy"), fields)) };
  const options = { path: "/privacy", ...(end === "session over" && { formKey: newFormKey(writer) }), ...(end === "from elsewhere" && { headers: { origin: null } }) };
  return { planting, end, ...(await callAction(end === "no key" ? blind : web, await clientFor(end, writer), id, fields, options)) };
}

/** What is typed in a form: in each free text something of its own. */
async function fieldsFor({ schema, as, fields, plants }: Planting, end: End): Promise<Fields> {
  const texts = Object.entries(plants).map(([field, each]): [string, string] => {
    const said = marker("a", each.kind);
    typed.set(said, { field: `${schema}.${field}`, end, plant: each });
    if (end === "kept" && isForWriterAlone(each)) world.a.actors[as].own.push(said);
    return [field, textFor(end, said)];
  });
  return { ...(await fields(world.a)), ...Object.fromEntries(texts) };
}

const LONG = 20_000;

function textFor(end: End, said: string): string {
  if (end === "found") return `${said} Jayden`;
  return end === "too long" ? said + "x".repeat(LONG) : said;
}

// Somebody has so many browsers and no more.
const clients = new Map<string, Client>();

async function clientFor(end: End, writer: string): Promise<Client> {
  if (end === "session over") return nobody;
  const [personId, assurance] = [end === "forbidden" ? world.a.actors.board.id : writer, end === "no second factor" ? "LOW" as const : "HIGH" as const];
  const client = clients.get(`${personId} ${assurance}`) ?? (await clientOf(personId, assurance));
  clients.set(`${personId} ${assurance}`, client);
  return client;
}

function canEnd({ action, schema, plants }: Planting, end: End): boolean {
  if (end === "found") return Object.keys(plants).some((field) => !(`${schema}.${field}` in uncheckedTexts));
  if (end === "no second factor" || end === "left") return action.includes("/case-discussions/");
  return end !== "no key" || Object.values(plants).some(({ kind }) => ["case", "concept", "perspective"].includes(kind));
}

function isForWriterAlone({ kind }: Plant): boolean {
  return kind === "concept" || kind === "perspective";
}

const written = [...new Set(plantings.flatMap(({ plants }) => Object.values(plants).flatMap(({ tables }) => tables))), "case_text", "perspective"];

/** Lets the database refuse whatever is written, and quote it: as a constraint, a type or a full disk may. */
async function breakTables(): Promise<void> {
  await owner.query(`CREATE FUNCTION breaks() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'It breaks on %', NEW::text USING DETAIL = NEW::text, HINT = NEW::text; END $$`);
  for (const table of written) await owner.query(`CREATE TRIGGER breaks BEFORE INSERT OR UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION breaks()`);
}

async function mendTables(): Promise<void> {
  await owner.query("DROP FUNCTION breaks CASCADE");
}

/** A master key of another deployment: with it no casus opens, and none can be written. */
function anotherKey(): string {
  const file = join(mkdtempSync(join(tmpdir(), TEST_FOLDER)), "case-key");
  writeFileSync(file, "0b5e".repeat(16));
  return file;
}

/** Opens every page as everybody: those of the access matrix, and those of what the forms made. */
async function visitAll(): Promise<void> {
  const listed = Object.entries(pageRows).map(([key, row]) => ({ key, address: addressFor(key, row, world.a) }));
  for (const { key, address } of [...listed, ...(await newPages())]) {
    const bodies = await inParallel(visitors, async (visitor) => ({ key, visitor, body: (await get(web, visitor.client, address)).body }));
    pages.push(...bodies);
  }
}

async function newPages(): Promise<{ key: string; address: string }[]> {
  const { team, coming, past, concept, case: found, guest, formerGuest } = world.a;
  const idIn = async (table: string, condition: string, values: unknown[]) => (await owner.query<{ id: string }>(`SELECT id FROM ${table} WHERE ${condition}`, values)).rows[0]?.id ?? "";
  const meeting = await idIn("meeting", "core_team_id = $1 AND id <> ALL ($2)", [team.id, [coming.id, past.id]]);
  const dropped = await idIn("agreement", "core_team_id = $1 AND state = 'DROPPED'", [team.id]);
  const proposal = await idIn("date_proposal", "core_team_id = $1 AND id <> $2", [team.id, world.a.proposal.id]);
  const asked = await idIn("personal_link", "proposal_invitee_id IN (SELECT id FROM proposal_invitee WHERE date_proposal_id = $1)", [proposal]);
  const begun = await idIn("case_discussion", "core_team_id = $1 AND shared_at IS NULL AND id <> $2", [team.id, concept.id]);
  const invited = await idIn("meeting_guest", "core_team_id = $1 AND id <> ALL ($2)", [team.id, [guest.id, formerGuest.id]]);
  const cases = "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]";
  const steps = ["question", "situation", "voices", "parents-informed", "needed", "outcome"];
  return [
    { key: "/core-teams/[coreTeamId]/meetings/[meetingId]", address: `/core-teams/${team.id}/meetings/${meeting}` },
    { key: "/answer/[token]", address: `/answer/${tokenOf(asked)}` },
    { key: "/agreements/[agreementId]", address: `/agreements/${dropped}` },
    { key: "/core-teams/[coreTeamId]/date-proposals/[proposalId]", address: `/core-teams/${team.id}/date-proposals/${proposal}` },
    { key: "/core-teams/[coreTeamId]/meetings/[meetingId]/guests/[guestId]/edit", address: `/core-teams/${team.id}/meetings/${coming.id}/guests/${invited}/edit` },
    { key: `${cases}/edit/[step]`, address: `/core-teams/${team.id}/meetings/${past.id}/case-discussions/${begun}/edit/goes-well` },
    ...steps.map((step) => ({ key: `${cases}/edit/[step]`, address: `/core-teams/${team.id}/meetings/${past.id}/case-discussions/${found.id}/edit/${step}` })),
  ];
}

function belongs(said: string, table: string): boolean {
  const { end, plant } = typed.get(said) as { end: End; plant: Plant };
  return end === "kept" && plant.tables.includes(table);
}

/** What of a page should not be on it for this visitor. */
function strangersOn(key: string, { reader }: Visitor, body: string): string[] {
  const found = markersIn(body);
  const isBehindLink = pageRows[key]?.allowed === "link";
  const forReader = strayMarkers(body, reader);
  return found.filter((each) => {
    const { end, plant } = typed.get(each) as { end: End; plant: Plant };
    if (end !== "kept") return true;
    if (isBehindLink) return !plant.ways?.includes("link");
    if (!mayTellCase(key) && ["case", "concept", "perspective"].includes(plant.kind)) return true;
    return forReader.includes(each);
  });
}

/** Waits until every mail went out or came back. */
async function mailsAreOut(): Promise<void> {
  box.behaviour = { refused: { [world.a.colleague.email]: 550 } };
  const waiting = "SELECT count(*)::int AS jobs FROM pgboss.job WHERE state IN ('created', 'retry', 'active')";
  for (const giveUp = Date.now() + 120_000; Date.now() < giveUp; await sleep(250)) {
    await owner.query("UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'");
    if ((await owner.query<{ jobs: number }>(waiting)).rows[0]?.jobs === 0) return;
  }
  throw new Error("Some mails never left.");
}

/** Lets the coming meeting be over and recorded, so that it has minutes. */
async function itTookPlace(): Promise<void> {
  await owner.query("UPDATE meeting SET starts_at = now() - interval '3 hours', ends_at = now() - interval '2 hours', recorded_at = now() WHERE id = $1", [world.a.coming.id]);
}

async function minutesOf(meetingId: string, kind: "docx" | "pdf"): Promise<Uint8Array> {
  const { client } = visitors.find(({ label }) => label === "coordinator of a") as Visitor;
  const answer = await fetch(`${web.url}/core-teams/${world.a.team.id}/meetings/${meetingId}/minutes.${kind}`, { headers: { cookie: client.cookie } });
  expect(answer.status, kind).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

async function markersByTable(): Promise<Map<string, string[]>> {
  const { rows } = await owner.query<{ table: string }>("SELECT schemaname || '.' || quote_ident(tablename) AS table FROM pg_tables WHERE schemaname IN ('public', 'pgboss')");
  const found = new Map<string, string[]>();
  for (const { table } of rows) {
    const { rows: said } = await owner.query<{ marker: string }>(
      `SELECT DISTINCT m[1] AS marker FROM ${table} t, LATERAL regexp_matches(to_jsonb(t)::text, '(KANARIE-[a-z0-9]+-[a-z]+(?:-[a-z]+)?-[0-9]+)', 'gi') m`,
    );
    found.set(table.replace("public.", ""), said.map(({ marker: each }) => each).filter((each) => typed.has(each)));
  }
  return found;
}

async function countOf(table: string): Promise<number> {
  return (await owner.query<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${table}`)).rows[0]?.rows ?? 0;
}

/** The planted texts in some text. */
function markersIn(text: string): string[] {
  const found = text.match(/KANARIE-[a-z0-9]+-[a-z]+(?:-[a-z]+)?-\d+/gi) ?? [];
  return [...new Set(found)].filter((each) => typed.has(each));
}

function expectOnly(way: Way, text: string): void {
  const found = markersIn(text);
  const strays = found.filter((each) => typed.get(each)?.end !== "kept" || !typed.get(each)?.plant.ways?.includes(way));
  expect(strays.map((each) => `${typed.get(each)?.field} (${typed.get(each)?.end})`), way).toEqual([]);
  expect(found.length, way).toBeGreaterThan(0);
}
