import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, vi } from "vitest";
import { appDatabase, authDatabase, disconnect, operatorDatabase } from "#lib/db";
import { jobs } from "#lib/jobs/jobs";
import { enqueue } from "#lib/jobs/queue";
import { sealedFor } from "#lib/jobs/queues";
import { startWorker } from "#lib/jobs/worker";
import type { Jobs } from "#lib/jobs/worker";
import { messageIdFor } from "#lib/mail/message";
import { seal } from "#lib/secrets";
import { makeConsortium, makeCoreTeam, makeFunction, makeMeeting, makePerson } from "#tests/support/builders";
import { contentOf, headerOf } from "#tests/support/mime";
import { ownDatabase } from "#tests/support/own-database";
import type { OwnDatabase } from "#tests/support/own-database";
import { SmtpBox } from "#tests/support/smtp";
import type { ReceivedMail } from "#tests/support/smtp";

// What the tests of jobs share: a database, a mail server, and workers that are started, killed and hurried.

const APP_URL = "http://localhost:3000";
const root = fileURLToPath(new URL("../..", import.meta.url));

/** The mail server of this test file. */
export const box = new SmtpBox({});

let database: OwnDatabase;
let owner: pg.Client;
const stops: (() => Promise<unknown>)[] = [];

/** Gives a test file its database and mail server, both empty before each test; ends all workers after each. */
export function useJobs(): void {
  // Processes are started and killed here, which takes its time on a busy machine.
  vi.setConfig({ testTimeout: 60_000 });

  beforeAll(async () => {
    database = await ownDatabase();
    await box.start();
    Object.assign(process.env, { SMTP_URL: box.url, MAIL_FROM: "Kernteam <kernteam@kernteam.example>", LOG_LEVEL: "silent" });
    owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
  });

  beforeEach(async () => {
    await owner.query("DELETE FROM pgboss.job");
    box.mails.length = 0;
    box.behaviour = {};
    await box.start();
  });

  afterEach(async () => {
    await Promise.all(stops.splice(0).map((stop) => stop()));
    await box.stop();
  });

  afterAll(async () => {
    await owner.end();
    await disconnect();
  });
}

/** A statement as the owner of the database. */
export async function asOwner(statement: string, values: unknown[] = []): Promise<void> {
  await owner.query(statement, values);
}

export type World = Awaited<ReturnType<typeof world>>;
export type QueuedMail = { id: string; messageId: string; meetingId: string; participationId: string; team: World["team"] };

/** A team with somebody who organises and somebody who can be invited. */
export async function world() {
  const consortium = await makeConsortium();
  const team = await makeCoreTeam(consortium.id, { name: "OBS De Wilgen" });
  const organiser = await makePerson({ name: "Noor de Wit" });
  const person = await makePerson({ name: "Samira El Amrani" });
  const coach = await makeFunction(consortium.id, { name: "CJG-coach" });
  return { consortium, team, organiser, person, coach };
}

/** A meeting with one invitee, whose mail waits in the queue. */
export async function invitation(): Promise<World & { mail: QueuedMail }> {
  const made = await world();
  const { team, organiser, person, coach } = made;
  const meeting = await makeMeeting(team, organiser.id, { theme: "KANARIE-thema", invitees: [{ personId: person.id, functionId: coach.id }] });
  const participation = await operatorDatabase().participation.findFirstOrThrow({ where: { meetingId: meeting.id } });
  const mail = await queueMail({ meetingId: meeting.id, participationId: participation.id, team }, { sequence: 0 });
  return { ...made, mail };
}

/** Puts one more mail to an invitee in the queue. */
export async function queueMail(
  { meetingId, participationId, team }: Pick<QueuedMail, "meetingId" | "participationId" | "team">,
  { sequence, method = "REQUEST", movedFrom }: { sequence: number; method?: "REQUEST" | "CANCEL"; movedFrom?: { startsAt: string; endsAt: string } },
): Promise<QueuedMail> {
  const id = crypto.randomUUID();
  const messageId = messageIdFor(id, APP_URL);
  await operatorDatabase().meetingMail.create({ data: { id, consortiumId: team.consortiumId, coreTeamId: team.id, participationId, method, sequence, messageId } });
  await appDatabase().$transaction((tx) => enqueue(tx, "meeting-mail", movedFrom ? { meetingMailId: id, movedFrom } : { meetingMailId: id }));
  return { id, messageId, meetingId, participationId, team };
}

/** Asks for a login code, as signing in does. */
export async function askForCode(personId: string, code: string): Promise<{ loginCodeId: string; jobId: string }> {
  const loginCodeId = crypto.randomUUID();
  const data = { id: loginCodeId, personId, codeHash: "x", browserHash: crypto.randomUUID(), expiresAt: new Date(Date.now() + 600_000) };
  const jobId = await authDatabase().$transaction(async (tx) => {
    await tx.loginCode.create({ data });
    return enqueue(tx, "login-code", { loginCodeId, sealedCode: seal(sealedFor("login-code", loginCodeId), code) });
  });
  return { loginCodeId, jobId };
}

/** Starts a worker in this process. */
export async function work(how: Jobs = jobs): Promise<void> {
  const worker = await startWorker({ url: database.workerUrl, jobs: how, pollingSeconds: 0.5, superviseSeconds: 1 });
  stops.push(worker.stop);
}

/** Starts a worker in a process of its own. */
export async function workElsewhere(settings: Record<string, string> = {}): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ["lib/cli/worker.ts"], { cwd: root, stdio: "ignore", env: { ...process.env, ...settings } });
  stops.push(() => kill(worker));
  return worker;
}

/** Kills a worker as a machine that fails does. */
export async function kill(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const ended = once(worker, "exit");
  worker.kill("SIGKILL");
  await ended;
}

/** Ends what a killed process left waiting in the database, which would still be done when its turn comes. */
export async function endSessionsOf(role: string): Promise<void> {
  const superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  await superuser.query("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = $1 AND datname = current_database()", [role]);
  await superuser.end();
}

/** Lets what waits for its next try be tried at once. */
export async function hurry(): Promise<void> {
  await owner.query("UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'");
}

/** Lets a dead worker be silent for long enough at once. */
export async function forgetPulse(): Promise<void> {
  await owner.query("UPDATE pgboss.job SET heartbeat_on = now() - interval '11 seconds' WHERE state = 'active'");
}

/** Lets whatever waits be tried at once, until the check holds. */
export async function hurryUntil(check: () => Promise<void>): Promise<void> {
  await until(async () => {
    await hurry();
    await check();
  });
}

export type JobRow = { id: string; name: string; state: string; data: object; output: object | null };

/** All jobs, by queue and in the order in which they came. */
export async function jobRows(): Promise<JobRow[]> {
  const { rows } = await owner.query<JobRow>("SELECT id, name, state, data, output FROM pgboss.job ORDER BY name, created_on");
  return rows;
}

/** What became of a mail about a bijeenkomst. */
export async function stateOf(mailId: string): Promise<{ state: string; errorCode: string | null; sentAt: Date | null }> {
  return operatorDatabase().meetingMail.findUniqueOrThrow({ where: { id: mailId }, select: { state: true, errorCode: true, sentAt: true } });
}

/** What makes two mails the same mail for mail and calendar programs. */
export function factsOf({ message }: ReceivedMail): { messageId: string; uid: string; sequence: string; method: string } {
  const ics = contentOf(message, "text/calendar").replace(/\r\n /g, "");
  const value = (name: string) => new RegExp(`^${name}:(.*)$`, "m").exec(ics)?.[1]?.trim() ?? "";
  return { messageId: headerOf(message, "Message-ID"), uid: value("UID"), sequence: value("SEQUENCE"), method: value("METHOD") };
}

/** Waits until the check no longer fails. */
export async function until(check: () => Promise<void>, patience = 45_000): Promise<void> {
  for (const end = Date.now() + patience; ; await sleep(100)) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}
