import pg from "pg";
import type { Viewer } from "#lib/access/viewer";
import { findAgreement, listOpenAgreements } from "#lib/agreements/queries";
import { findCaseDiscussion, readCaseDiscussion } from "#lib/case-discussions/queries";
import { eraseCase, releaseCase, stopCase } from "#lib/case-stops/commands";
import { disconnect, operatorDatabase } from "#lib/db";
import { countPerspectives, findOwnPerspective, listPerspectives } from "#lib/perspectives/queries";
import { asPerson } from "#tests/support/as-person";
import { makePerspective } from "#tests/support/builders";
import { type CaseWorld, caseWorld, makeAgreementOf, sharedCase, TODAY } from "#tests/support/case-world";
import { asForm, signIn } from "#tests/support/meeting-world";
import { ownDatabase } from "#tests/support/own-database";

// What the tests of stopping a casus and of settling a stopped one share.

/** What is typed in every box of the casus, and must not be found by who may not read it. */
export const SAID = "zilverwitte libel";

export type Person = keyof CaseWorld["people"];

/** Who have to do with the team of the casus, or had, and do not read it. */
export const others = ["endedYesterday", "startsTomorrow", "ofSibling", "processCoach", "organiser", "board", "administrator"] as const;

/** A casus to stop, and what people do with it; `open` once for a file, and `newCase` for each of its tests. */
export function caseStops() {
  let world: CaseWorld;
  let [id, agreement] = ["", ""];
  let clients: pg.Client[] = [];
  let owner: pg.Client;
  let app: pg.Client;

  async function open(): Promise<{ world: CaseWorld; owner: pg.Client; superuser: pg.Client }> {
    process.env.REFERENCE_DATE = TODAY;
    const database = await ownDatabase();
    clients = [database.ownerUrl, database.superuserUrl, database.appUrl].map((connectionString) => new pg.Client({ connectionString }));
    await Promise.all(clients.map((client) => client.connect()));
    const [ofOwner, superuser, ofApp] = clients as [pg.Client, pg.Client, pg.Client];
    [owner, app] = [ofOwner, ofApp];
    world = await caseWorld();
    return { world, owner, superuser };
  }

  /** A shared casus of Noor, with a perspective of Samira, an agreement and a lesson. */
  async function newCase(): Promise<{ id: string; agreement: string }> {
    await owner.query("TRUNCATE case_discussion, agreement, form_draft CASCADE");
    await owner.query("DELETE FROM pgboss.job");
    id = await sharedCase(idOf("noor"), world.meeting.id, { situation: `Een ${SAID}.` });
    await makePerspective(world.team, id, { personId: idOf("samira"), functionId: world.functions.youth.id }, `Nog een ${SAID}.`);
    await operatorDatabase().caseLesson.create({ data: { caseDiscussionId: id, consortiumId: world.consortiumId, coreTeamId: world.team.id, lesson: `Les van de ${SAID}.` } });
    agreement = (await makeAgreementOf(world, idOf("noor"), { caseDiscussionId: id, text: `Bel de ${SAID}.`, dueOn: "2026-11-12" })).id;
    return { id, agreement };
  }

  async function close(): Promise<void> {
    await Promise.all(clients.map((client) => client.end()));
    await disconnect();
  }

  const idOf = (person: Person) => world.people[person].id;
  const at = () => ({ coreTeamId: world.team.id, meetingId: world.meeting.id, discussionId: id });
  const ofTeam = () => ({ id, team: { scope: { consortiumId: world.consortiumId, coreTeamId: world.team.id } } });
  const as = async <T extends { ok: boolean }>(person: Person, run: (viewer: Viewer) => Promise<T>) => asForm(await signIn(idOf(person)), run);
  const stop = (person: Person = "samira") => as(person, (viewer) => stopCase(viewer, { discussionId: id }));
  const release = (person: Person = "processCoach") => as(person, (viewer) => releaseCase(viewer, { discussionId: id }));
  const erase = (person: Person = "processCoach") => as(person, (viewer) => eraseCase(viewer, { discussionId: id }));
  const rowOf = () => operatorDatabase().caseDiscussion.findUniqueOrThrow({ where: { id } });
  const jobs = async () => (await owner.query<{ data: { kind: string; recipientId: string } }>("SELECT data FROM pgboss.job WHERE data->>'kind' = 'CASE_STOPPED'")).rows.map(({ data }) => data);

  /** All that somebody can find of this casus by the queries of the app. */
  async function foundBy(person: Person): Promise<unknown> {
    return asPerson(idOf(person), async (viewer) => ({
      discussion: await findCaseDiscussion(viewer, at()),
      text: await readCaseDiscussion(viewer, ofTeam()),
      seats: await listPerspectives(viewer, ofTeam()),
      own: await findOwnPerspective(viewer, ofTeam()),
      counts: await countPerspectives(viewer, id),
      agreement: await findAgreement(viewer, agreement),
      agreements: await listOpenAgreements(viewer, { coreTeamId: world.team.id, take: 10 }),
    }));
  }

  /** What the role of the app gets by statements of its own: rows, or the code of a refusal. */
  async function asRole(person: Person, sql: string): Promise<unknown> {
    await app.query("BEGIN");
    try {
      const { sessionId } = await signIn(idOf(person));
      await app.query("SELECT set_config('app.person', $1, true), set_config('app.today', $2, true), set_config('app.session', $3, true)", [idOf(person), TODAY, sessionId]);
      return (await app.query(sql)).rowCount;
    } catch (error) {
      return (error as { code?: string }).code;
    } finally {
      await app.query("ROLLBACK");
    }
  }

  /** What stopping by a statement of the app's role answers. */
  async function stoppedBySql(person: Person): Promise<unknown> {
    await app.query("BEGIN");
    try {
      await app.query("SELECT set_config('app.person', $1, true), set_config('app.today', $2, true)", [idOf(person), TODAY]);
      return (await app.query<{ done: boolean | null }>("SELECT stop_case($1, now(), 'x', 'x') AS done", [id])).rows[0]?.done;
    } finally {
      await app.query("ROLLBACK");
    }
  }

  return { open, newCase, close, idOf, at, as, stop, release, erase, rowOf, jobs, foundBy, asRole, stoppedBySql };
}
