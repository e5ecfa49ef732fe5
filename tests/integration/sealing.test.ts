import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { readCaseDiscussion } from "#lib/case-discussions/queries";
import { disconnect, operatorDatabase } from "#lib/db";
import { sealedColumns } from "#lib/sealing/columns";
import { masterKeys } from "#lib/sealing/master-key";
import { type InTurn, rotateKeys } from "#lib/sealing/rotation";
import { sealTexts } from "#prisma/seal-texts";
import { asPerson } from "#tests/support/as-person";
import { makeCase } from "#tests/support/builders";
import { type CaseWorld, caseWorld, TODAY } from "#tests/support/case-world";
import { ownDatabase } from "#tests/support/own-database";

const MARKER = "KANARIEVOGEL";
const answers = { goesWell: `${MARKER} fluit.`, question: `${MARKER} vraagt?`, situation: "s".repeat(3000), parents: "SAID", parentsText: "Ja.", pupil: "SAID", pupilText: "Ook." };

let world: CaseWorld;
let ownerUrl: string;
let owner: pg.Client;

beforeAll(async () => {
  process.env.REFERENCE_DATE = TODAY;
  ({ ownerUrl } = await ownDatabase());
  world = await caseWorld();
  owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await disconnect();
});

const keys = () => masterKeys({ CASE_KEY_FILE: inject("caseKeyFile") });
const make = () => makeCase(world.team, world.meeting.id, world.people.noor.id, { answers });
const scope = () => ({ scope: { consortiumId: world.consortiumId, coreTeamId: world.team.id } });
const read = (id: string) => asPerson(world.people.samira.id, (viewer) => readCaseDiscussion(viewer, { id, team: scope() }));

/** The tables, and how many of their rows hold a text somewhere; as a copy of the database would. */
async function holding(text: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>("SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'pgboss') ORDER BY 1");
  const found: string[] = [];
  for (const { name } of rows) if ((await owner.query(`SELECT FROM ${name} t WHERE t::text LIKE $1`, [`%${text}%`])).rowCount) found.push(name);
  return found;
}

describe("a stored text", () => {
  test("opens for who may read it, and stands nowhere in a copy of the database", async () => {
    const { id } = await make();
    expect((await read(id))?.answers).toEqual(answers);
    expect(await holding(MARKER)).toEqual([]);
  });

  test("that was altered, or moved to another page or casus, is not readable, and the other pages are", async () => {
    const [{ id }, { id: other }] = [await make(), await make()];
    const set = (sealed: string) => owner.query(`UPDATE case_text SET sealed = (${sealed}) WHERE case_discussion_id = $1 AND part = 'QUESTION'`, [id]);
    const original = `SELECT sealed FROM case_text WHERE case_discussion_id = '${other}'`;
    for (const sealed of [`${original} AND part = 'QUESTION'`, `${original.replace(other, id)} AND part = 'GOES_WELL'`, "SELECT overlay(sealed PLACING 'AAAA' FROM 60)", `SELECT 'v1.${randomUUID()}' || substr(sealed, 40)`]) {
      await set(sealed);
      const text = await read(id);
      expect(text?.unreadable, sealed).toEqual(["QUESTION"]);
      expect(text?.answers, sealed).toMatchObject({ goesWell: answers.goesWell });
      expect(text?.answers.question, sealed).toBeUndefined();
    }
  });

  test("does not open with the key of another samenwerkingsverband in its row", async () => {
    const { id } = await make();
    const elsewhere = await caseWorld();
    await makeCase(elsewhere.team, elsewhere.meeting.id, elsewhere.people.noor.id, { answers });
    await owner.query("UPDATE case_text SET sealed = (SELECT sealed FROM case_text WHERE consortium_id = $2 AND part = 'QUESTION') WHERE case_discussion_id = $1 AND part = 'QUESTION'", [id, elsewhere.consortiumId]);
    expect(await read(id)).toMatchObject({ unreadable: ["QUESTION"] });
  });

  test("is sealed with the one key of its samenwerkingsverband, also when the first two are stored at once", async () => {
    const fresh = await caseWorld();
    await Promise.all(Array.from({ length: 8 }, () => makeCase(fresh.team, fresh.meeting.id, fresh.people.noor.id, { answers })));
    expect(await operatorDatabase().dataKey.count({ where: { consortiumId: fresh.consortiumId } })).toBe(1);
  });
});

describe("rotating the keys", () => {
  const inTurn: InTurn = (work) => operatorDatabase().$transaction(work, { timeout: 30_000 });
  const settle = async () => undefined;
  const keyIds = async () => (await operatorDatabase().dataKey.findMany({ select: { id: true } })).map(({ id }) => id).toSorted();
  const sealings = async () => new Map((await operatorDatabase().caseText.findMany({ where: { sealed: { not: null } }, orderBy: [{ caseDiscussionId: "asc" }, { part: "asc" }] })).map((row) => [`${row.caseDiscussionId}/${row.part}`, row.sealed]));

  beforeEach(() => owner.query("DELETE FROM case_discussion"));

  test("seals every text with a new key, forgets the old ones, and changes nothing that anybody sees", async () => {
    const cases = [await make(), await make(), await make()];
    const [before, keysBefore] = [await sealings(), await keyIds()];
    expect(await rotateKeys(inTurn, settle)).toEqual({ sealed: before.size, unreadable: 0 });
    const after = await sealings();
    expect([...after.keys()]).toEqual([...before.keys()]);
    expect([...after].filter(([place, sealed]) => before.get(place) === sealed)).toEqual([]);
    expect((await keyIds()).filter((id) => keysBefore.includes(id))).toEqual([]);
    for (const { id } of cases) expect(await read(id)).toMatchObject({ answers, versions: { QUESTION: 1 } });
  });

  test("that is killed at any moment leaves every text readable, and is finished by the next run", async () => {
    const { id } = await make();
    for (let steps = 0; steps < 9; steps += 1) {
      let left = steps;
      // Killed before the transaction, or with its work done and undone.
      const killed: InTurn = async (work) => {
        left -= 1;
        if (left < 0) return inTurn(async (db) => work(db).then(() => Promise.reject(new Error("killed"))));
        return inTurn(work);
      };
      await rotateKeys(killed, settle).catch((error: Error) => expect(error.message).toBe("killed"));
      expect((await read(id))?.answers, `after ${steps} steps`).toEqual(answers);
      await rotateKeys(inTurn, settle);
      expect((await read(id))?.answers, `finished after ${steps} steps`).toEqual(answers);
      expect(await operatorDatabase().dataKey.count({ where: { retiredAt: { not: null } } })).toBe(0);
    }
  });

  test("leaves what somebody writes meanwhile as it was written, with the new key", async () => {
    const { id } = await make();
    const busy: InTurn = async (work) => {
      const done = await inTurn(work);
      await make();
      return done;
    };
    await rotateKeys(busy, settle);
    const inUse = await keyIds();
    expect([...(await sealings()).values()].every((sealed) => inUse.some((key) => sealed?.startsWith(`v1.${key}.`)))).toBe(true);
    expect((await read(id))?.answers).toEqual(answers);
  });

  test("passes over a text that does not open, says so, and keeps its key for when it is put back", async () => {
    const { id } = await make();
    const before = (await sealings()).get(`${id}/GOES_WELL`);
    const set = (sealed: string) => owner.query("UPDATE case_text SET sealed = $2 WHERE case_discussion_id = $1 AND part = 'GOES_WELL'", [id, sealed]);
    await set(`${before?.slice(0, -4)}AAAA`);
    expect(await rotateKeys(inTurn, settle)).toEqual({ sealed: 3, unreadable: 1 });
    expect(await rotateKeys(inTurn, settle)).toEqual({ sealed: 3, unreadable: 1 });
    await set(before ?? "");
    expect((await read(id))?.answers).toEqual(answers);
    expect(await rotateKeys(inTurn, settle)).toEqual({ sealed: 1, unreadable: 0 });
    expect((await read(id))?.answers).toEqual(answers);
  });

  test("takes the texts along to a new master key, which then needs the old one no more", async () => {
    const { id } = await make();
    const given = process.env.CASE_KEY_FILE ?? "";
    const newKey = join(dirname(given), `case-key-${randomUUID()}`);
    writeFileSync(newKey, "c0de".repeat(16));
    await expect(sealTexts(ownerUrl, masterKeys({ CASE_KEY_FILE: newKey }))).rejects.toThrow("CASE_KEY_FILE");
    await sealTexts(ownerUrl, masterKeys({ CASE_KEY_FILE: newKey, OLD_CASE_KEY_FILE: given }));
    const { env } = await import("#lib/env");
    Object.assign(env(), { CASE_KEY_FILE: newKey, OLD_CASE_KEY_FILE: given });
    await rotateKeys(inTurn, settle);
    Object.assign(env(), { OLD_CASE_KEY_FILE: undefined });
    await sealTexts(ownerUrl, masterKeys());
    expect((await read(id))?.answers).toEqual(answers);
    Object.assign(env(), { CASE_KEY_FILE: given, OLD_CASE_KEY_FILE: newKey });
    await rotateKeys(inTurn, settle);
    Object.assign(env(), { OLD_CASE_KEY_FILE: undefined });
  });

  test("knows every column with sealed texts", async () => {
    // These are sealed with the secret of the app, whatever the master key is.
    const others = ["form_draft", "second_factor", "second_factor_setup"];
    const { rows } = await owner.query<{ name: string }>(
      "SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name LIKE '%sealed%' AND table_name <> ALL ($1)",
      [others],
    );
    expect(rows.map(({ name }) => name).toSorted()).toEqual(Object.keys(sealedColumns).toSorted());
  });
});

describe("the texts of before they were sealed", () => {
  const old = { question: `${MARKER} vraagt?`, situation: "Moe.", goesWell: "Buiten spelen." };

  async function makeOld(voices: { parentsSay?: string; parentsNotAsked?: string; pupilSays?: string; pupilNotAsked?: string }): Promise<string> {
    const { id } = await makeCase(world.team, world.meeting.id, world.people.noor.id);
    await owner.query("DELETE FROM case_text WHERE case_discussion_id = $1", [id]);
    await operatorDatabase().unsealedCaseText.create({ data: { caseDiscussionId: id, coreTeamId: world.team.id, ...old, ...voices } });
    return id;
  }

  test("are sealed by the next start, and gone from where they were", async () => {
    const ids = [await makeOld({ parentsSay: "Ja.", pupilNotAsked: "Gepland." }), await makeOld({ parentsNotAsked: "Nog niet.", pupilSays: "Nee." })];
    expect(await holding(MARKER)).toEqual(["public.case_discussion_text"]);
    await sealTexts(ownerUrl, keys());
    expect(await holding(MARKER)).toEqual([]);
    expect((await read(ids[0] ?? ""))?.answers).toEqual({ ...old, parents: "SAID", parentsText: "Ja.", pupil: "NOT_ASKED", pupilText: "Gepland." });
    expect((await read(ids[1] ?? ""))?.answers).toEqual({ ...old, parents: "NOT_ASKED", parentsText: "Nog niet.", pupil: "SAID", pupilText: "Nee." });
  });

  test("are each sealed once, by starts that are killed or come two at a time", async () => {
    const ids: string[] = [];
    for (let each = 0; each < 6; each += 1) ids.push(await makeOld({ parentsSay: "Ja.", pupilSays: "Nee." }));
    const killed = sealTexts(ownerUrl, keys()).catch(() => "killed");
    await owner.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE '%case%text%'");
    await killed;
    await Promise.all([sealTexts(ownerUrl, keys()), sealTexts(ownerUrl, keys())]);
    expect(await operatorDatabase().unsealedCaseText.count()).toBe(0);
    for (const id of ids) expect((await read(id))?.answers).toMatchObject(old);
  });
});

