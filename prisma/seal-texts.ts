import pg from "pg";
import { type CaseAnswers, writtenPart } from "#lib/case-discussions/answers";
import { Fault } from "#lib/cli/steps.mjs";
import { caseTextPlace } from "#lib/sealing/columns";
import { type DataKey, newDataKey, sealWith, unwrapped } from "#lib/sealing/envelope";
import type { MasterKeys } from "#lib/sealing/master-key";
import { SealBrokenError } from "#lib/secrets";
import { cliTexts } from "#lib/texts/cli.mjs";

type OldText = {
  id: string;
  core_team_id: string;
  consortium_id: string;
  question: string;
  situation: string;
  goes_well: string;
  parents_say: string | null;
  parents_not_asked: string | null;
  pupil_says: string | null;
  pupil_not_asked: string | null;
};

const parts = ["GOES_WELL", "QUESTION", "SITUATION", "VOICES"] as const;

// Any number will do, as long as nobody else uses it.
const LOCK = 72_707_371;

/**
 * What migrating cannot do, because SQL has no key: looks whether the master key fits this database, and seals the casus
 * texts that were stored before texts were sealed. One casus a transaction, so a start that is killed is simply done again;
 * of two starts at once the second waits and finds nothing left. Refuses a key that opens nothing here, before anything is
 * served.
 */
export async function sealTexts(ownerUrl: string, keys: MasterKeys): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  // A connection that breaks makes the running query fail, and that is where it is told.
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    await requireFittingKey(client, keys);
    if (!(await sealNext(client, keys))) return;
    while (await sealNext(client, keys));
    // A row that is deleted stays in its file for a while; an emptied table begins a new file.
    await client.query("TRUNCATE case_discussion_text");
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function requireFittingKey(client: pg.Client, keys: MasterKeys): Promise<void> {
  const { rows } = await client.query<{ id: string; consortiumId: string; wrapped: string }>('SELECT id, consortium_id AS "consortiumId", wrapped FROM data_key');
  for (const row of rows) openedKey(row, keys);
}

function openedKey(row: { id: string; consortiumId: string; wrapped: string }, keys: MasterKeys): DataKey {
  try {
    return unwrapped(row, keys);
  } catch (error) {
    throw error instanceof SealBrokenError ? new Fault(cliTexts.caseKeyOther) : error;
  }
}

/** Seals the texts of one casus; false when there is none left. */
async function sealNext(client: pg.Client, keys: MasterKeys): Promise<boolean> {
  const { rows } = await client.query<OldText>("SELECT c.id, c.consortium_id, t.* FROM case_discussion_text t JOIN case_discussion c ON c.id = t.case_discussion_id LIMIT 1");
  const [old] = rows;
  if (!old) return false;
  await client.query("BEGIN");
  const key = await keyFor(client, old.consortium_id, keys);
  for (const part of parts) {
    const sealed = sealWith(key, caseTextPlace(old.consortium_id, old.id, part), writtenPart(part, answersOf(old)) ?? "{}");
    const values = [old.id, part, old.consortium_id, old.core_team_id, sealed];
    await client.query("INSERT INTO case_text (case_discussion_id, part, consortium_id, core_team_id, sealed, is_whole) VALUES ($1, $2, $3, $4, $5, true)", values);
  }
  await client.query("DELETE FROM case_discussion_text WHERE case_discussion_id = $1", [old.id]);
  await client.query("COMMIT");
  return true;
}

async function keyFor(client: pg.Client, consortiumId: string, keys: MasterKeys): Promise<DataKey> {
  const { rows } = await client.query<{ id: string; wrapped: string }>("SELECT id, wrapped FROM sealing_key($1)", [consortiumId]);
  if (rows[0]) return openedKey({ ...rows[0], consortiumId }, keys);
  const { dataKey, wrapped } = newDataKey(consortiumId, keys);
  await client.query("INSERT INTO data_key (id, consortium_id, wrapped) VALUES ($1, $2, $3)", [dataKey.id, consortiumId, wrapped]);
  return dataKey;
}

function answersOf(old: OldText): CaseAnswers {
  return {
    goesWell: old.goes_well,
    question: old.question,
    situation: old.situation,
    parents: old.parents_say === null ? "NOT_ASKED" : "SAID",
    parentsText: old.parents_say ?? old.parents_not_asked ?? "",
    pupil: old.pupil_says === null ? "NOT_ASKED" : "SAID",
    pupilText: old.pupil_says ?? old.pupil_not_asked ?? "",
  };
}
