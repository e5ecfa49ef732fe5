import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inLinkTransaction } from "#lib/access/as-link-holder";
import { tokenOf } from "#lib/access/personal-links";
import { inTransaction } from "#lib/access/transaction";
import type { ViewerFacts } from "#lib/access/viewer";
import { createSession, newToken, sessionOf } from "#lib/auth/session";
import { authDatabase, disconnect, type Transaction } from "#lib/db";
import { ForbiddenError, NotFoundError, RefusedError } from "#lib/errors";
import { inventoryOf, otherDoors, readSources, unlisted } from "#tests/support/inventory";
import { type ActorName, actorNames, type Reader, strayMarkers } from "#tests/support/markers";
import { linkOf, uselessTokens } from "#tests/support/matrix-links";
import type { LinkRow, MatrixRow } from "#tests/support/matrix-row";
import { linkRows, matrixRows } from "#tests/support/matrix-rows";
import { makeMatrixWorld, type MatrixWorld, readerOf, readerWithTwoJobs, roleOfActor, type Side } from "#tests/support/matrix-world";
import { ownDatabase } from "#tests/support/own-database";

let world: MatrixWorld;

beforeAll(async () => {
  await ownDatabase();
  world = await makeMatrixWorld();
});

afterAll(disconnect);

/** What came of a call, and how many rows it wrote in which table. */
type Outcome = { answer: "refused" | "nothing" | "something"; shown: string; written: Record<string, number> };

const signedIn = new Map<string, ViewerFacts>();

async function factsOf(personId: string): Promise<ViewerFacts> {
  const known = signedIn.get(personId);
  if (known) return known;
  const token = await authDatabase().$transaction((db) => createSession(db, personId, "matrix", newToken(), "HIGH"));
  const session = await sessionOf(token);
  if (session?.state !== "open") throw new Error("No session.");
  signedIn.set(personId, session.facts);
  return session.facts;
}

/** Calls something as somebody, and undoes what it did. */
async function callAs(personId: string, row: MatrixRow): Promise<Outcome> {
  const outcome: Outcome = { answer: "nothing", shown: "", written: {} };
  try {
    await inTransaction(await factsOf(personId), async (viewer) => {
      await row.prepare?.(viewer);
      await observed(outcome, viewer.db, () => row.call(viewer, world));
    }, "matrix");
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
  }
  return outcome;
}

/** Calls something with a personal link, and undoes what it did. */
async function callByLink(token: string, row: LinkRow): Promise<Outcome> {
  const outcome: Outcome = { answer: "refused", shown: "", written: {} };
  try {
    await inLinkTransaction(row.purpose, token, (holder) => observed(outcome, holder.db, () => row.call(holder, world)), "matrix");
  } catch (error) {
    if (!(error instanceof RefusedError || error instanceof NotFoundError)) throw error;
  }
  return outcome;
}

/** Sees what a call gives and writes, and ends its transaction as if it had not been. */
async function observed(outcome: Outcome, db: Transaction, call: () => Promise<unknown>): Promise<never> {
  const before = await rowsWritten(db);
  try {
    const result = await call();
    outcome.answer = isNothing(result) ? "nothing" : "something";
    outcome.shown = textOf(result);
  } catch (error) {
    if (!(error instanceof ForbiddenError || error instanceof NotFoundError)) throw error;
    outcome.answer = "refused";
    outcome.shown = error.message;
  }
  outcome.written = differenceOf(before, await rowsWritten(db));
  throw new RefusedError("undo");
}

/** Rows written by this connection, by table: Postgres goes on counting for a while, so only a difference tells something. */
async function rowsWritten(db: Transaction): Promise<Record<string, number>> {
  const rows = await db.$queryRaw<{ name: string; written: number }[]>`
    SELECT relname AS name, (n_tup_ins + n_tup_upd + n_tup_del)::int AS written FROM pg_stat_xact_user_tables WHERE n_tup_ins + n_tup_upd + n_tup_del > 0`;
  return Object.fromEntries(rows.map(({ name, written }) => [name, written]));
}

function differenceOf(before: Record<string, number>, after: Record<string, number>): Record<string, number> {
  const differences = Object.entries(after).map(([table, count]): [string, number] => [table, count - (before[table] ?? 0)]);
  return Object.fromEntries(differences.filter(([, count]) => count !== 0));
}

/** Whether an answer says that there is nothing: null, an empty list, or an object that holds only such things. */
function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === 0 || value === false || value === "") return true;
  if (value instanceof Map || value instanceof Set) return [...value.values()].every(isNothing);
  if (Array.isArray(value)) return value.every(isNothing);
  if (typeof value === "object" && !(value instanceof Date)) {
    if ("ok" in value) return value.ok === false;
    return Object.values(value).every(isNothing);
  }
  return false;
}

function textOf(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, each: unknown) => (each instanceof Map || each instanceof Set ? [...each] : each));
}

/** The ids of a core team and of what is in it: nothing for who has no part in it. */
function idsOf({ team, coming, past, case: found, agreement, doneAgreement, changeReport, memberships, participations, schoolImport, agendaItems, guest }: Side): string[] {
  return [team, coming, past, found, agreement, doneAgreement, changeReport, schoolImport, guest, ...Object.values(memberships), ...Object.values(participations), ...Object.values(agendaItems)].map(({ id }) => id);
}

describe("the matrix is complete", () => {
  test("every query and command has a row, and every row is about one that exists", () => {
    const { queries, commands } = inventoryOf(readSources("lib"));
    const listed = [...new Set(Object.keys({ ...matrixRows, ...linkRows }).map((key) => key.split(" ")[0] as string))];
    expect(unlisted([...queries, ...commands], listed)).toEqual({ missing: [], stale: [] });
  });

  test("pages and actions call nothing else with a viewer but what is about that viewer alone", () => {
    expect(otherDoors(readSources("app", "lib"))).toEqual([
      "auth/email-change:askEmailChange",
      "auth/email-change:proveEmailChange",
      "auth/email-change:waitingEmail",
      "auth/own-identities:listOwnIdentities",
      "auth/own-identities:unlinkIdentity",
      "auth/own-sessions:endOtherSessions",
      "auth/own-sessions:endOwnSession",
      "auth/own-sessions:listOwnSessions",
      "auth/proof:askProof",
      "auth/proof:prove",
      "auth/second-factor/entering:enterAppCode",
      "auth/second-factor/entering:enterRecoveryCode",
      "auth/second-factor/entering:findOwnSecondFactor",
      "auth/second-factor/setting-up:beginSetUp",
      "auth/second-factor/setting-up:confirmSetUp",
      "auth/second-factor/setting-up:forgetShownCodes",
      "auth/second-factor/setting-up:removeSecondFactor",
      "auth/second-factor/setting-up:renewRecoveryCodes",
      // Of the samenwerkingsverbanden in which the viewer has a role.
      "consortia/choice:chooseConsortium",
      "consortia/choice:consortiaWhere",
      "forms/drafts:dropDraft",
      "forms/drafts:keptDraft",
      "forms/drafts:openForm",
      "forms/form-action:claimKey",
      "forms/form-action:rememberTarget",
    ]);
  });
});

describe.each(Object.entries(matrixRows))("%s", (name, row) => {
  test.each(actorNames)("as %s of the own samenwerkingsverband", async (actor) => {
    const outcome = await callAs(world.a.actors[actor].id, row);
    expectNoStrangers(outcome, readerOf(world.a, actor));
    if (isAllowed(row, actor)) return expectDone(name, outcome);
    expectNothing(outcome);
    if (roleOfActor[actor] === null) expectNoIds(outcome);
  });

  test.each(actorNames)("as %s of another samenwerkingsverband", async (actor) => {
    const outcome = await callAs(world.b.actors[actor].id, row);
    expectNoStrangers(outcome, readerOf(world.b, actor));
    expectNoIds(outcome);
    if (row.allowed === "everyone") return expectDone(name, outcome);
    expectNothing(outcome, row.kind);
  });

  test("as partner of the core team, school coordinator of its sibling and procesbegeleider elsewhere", async () => {
    const outcome = await callAs(world.twoJobs.id, row);
    expectNoStrangers(outcome, readerWithTwoJobs(world));
    if (isAllowed(row, "partner")) return expectDone(name, outcome);
    expectNothing(outcome, row.kind);
  });

  test("as somebody without any membership or role", async () => {
    const outcome = await callAs(world.stranger.id, row);
    expectNoStrangers(outcome, []);
    expectNoIds(outcome);
    if (row.allowed === "everyone") return expectDone(name, outcome);
    expectNothing(outcome);
  });
});

describe.each(Object.entries(linkRows))("%s, by link", (name, row) => {
  test("with the own link it shows that side only", async () => {
    const outcome = await callByLink(tokenOf(linkOf(world.a, row.purpose)), row);
    expectDone(name, outcome);
    expect(outcome.shown).not.toMatch(/KANARIE-b-|KANARIE-\w+-(?:case|private)/);
  });

  test("with the link of another side it shows and does nothing of this one", async () => {
    const outcome = await callByLink(tokenOf(linkOf(world.b, row.purpose)), row);
    expect(outcome.shown).not.toContain("KANARIE-a-");
    expectNoIds(outcome);
  });

  test("with a link that does not work, or is for something else, it does nothing", async () => {
    for (const [why, token] of uselessTokens(world.a, row.purpose)) expect(await callByLink(token, row), why).toEqual({ answer: "refused", shown: "", written: {} });
  });
});

function isAllowed(row: MatrixRow, actor: ActorName): boolean {
  const role = roleOfActor[actor];
  return row.allowed === "everyone" || (role !== null && row.allowed.includes(role));
}

/** It gave or did something. What was done is in the audit log, and whoever only looks changes nothing. */
function expectDone(name: string, { answer, shown, written }: Outcome): void {
  expect(answer, shown).toBe("something");
  const { audit_line: lines = 0, ...others } = written;
  if (name.includes("/queries:")) return expect(others).toEqual({});
  expect(Object.keys(others)).not.toEqual([]);
  expect(lines).toBeGreaterThan(0);
}

function expectNothing({ answer, shown, written }: Outcome, kind?: "list"): void {
  // A list of the own things may well have some.
  if (kind !== "list") expect(answer, shown).not.toBe("something");
  expect(written).toEqual({});
}

function expectNoStrangers({ shown }: Outcome, reader: Reader): void {
  expect(strayMarkers(shown, reader)).toEqual([]);
}

function expectNoIds({ shown }: Outcome): void {
  for (const id of idsOf(world.a)) expect(shown).not.toContain(id);
}
