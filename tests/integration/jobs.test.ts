import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { appDatabase, authDatabase, operatorDatabase } from "#lib/db";
import { jobs } from "#lib/jobs/jobs";
import { enqueue, enqueueAll } from "#lib/jobs/queue";
import { queues } from "#lib/jobs/queues";
import type { JobData } from "#lib/jobs/queues";
import { asOwner, box, endSessionsOf, factsOf, forgetPulse, hurryUntil, invitation, jobRows, kill, stateOf, until, useJobs, work, workElsewhere } from "#tests/support/job-world";
import { contentOf } from "#tests/support/mime";

useJobs();

describe("putting a job in its queue", () => {
  const data = { meetingMailId: crypto.randomUUID() };

  test("happens when the transaction commits, and not when it does not", async () => {
    const failing = appDatabase().$transaction(async (tx) => {
      await enqueue(tx, "meeting-mail", data);
      throw new Error("undone");
    });
    await expect(failing).rejects.toThrow("undone");
    expect(await jobRows()).toEqual([]);
    const id = await appDatabase().$transaction((tx) => enqueue(tx, "meeting-mail", data));
    expect(await jobRows()).toMatchObject([{ id, name: "meeting-mail", state: "created", data }]);
  });

  test("takes one statement, for many too, and gives the ids in order", async () => {
    const all = Array.from({ length: 30 }, () => ({ meetingMailId: crypto.randomUUID() }));
    const statements: string[] = [];
    appDatabase().$on("query" as never, ({ query }: { query: string }) => void statements.push(query));
    const ids = await appDatabase().$transaction((tx) => enqueueAll(tx, "meeting-mail", all));
    expect(statements.filter((statement) => statement.includes("pgboss"))).toHaveLength(1);
    const rows = await jobRows();
    expect(ids.map((id) => rows.find((row) => row.id === id)?.data)).toEqual(all);
  });

  test("can be done by the web app and by signing in, and neither can read, change or remove one", async () => {
    for (const client of [appDatabase(), authDatabase()]) {
      await client.$transaction((tx) => enqueue(tx, "meeting-mail", data));
      await expect(client.$queryRaw`SELECT data FROM pgboss.job`).rejects.toThrow("permission denied");
      await expect(client.$executeRaw`UPDATE pgboss.job SET state = 'completed'`).rejects.toThrow("permission denied");
      await expect(client.$executeRaw`DELETE FROM pgboss.job`).rejects.toThrow("permission denied");
    }
  });

  test("refuses anything but ids, moments and sealed secrets", async () => {
    const extra = { ...data, name: "Samira" } as JobData<"meeting-mail">;
    await expect(appDatabase().$transaction((tx) => enqueue(tx, "meeting-mail", extra))).rejects.toThrow();
    expect(await jobRows()).toEqual([]);
  });

  test("goes to queues with the settings of the code", async () => {
    const rows = await operatorDatabase().$queryRaw`SELECT name, retry_limit, expire_seconds, heartbeat_seconds FROM pgboss.queue ORDER BY name`;
    const wanted = queues.map((queue) => ({ name: queue.name, retry_limit: queue.retryLimit, expire_seconds: queue.expireInSeconds, heartbeat_seconds: queue.heartbeatSeconds }));
    expect(rows).toEqual(wanted.sort((one, other) => one.name.localeCompare(other.name)));
  });
});

describe("a worker that is killed", () => {
  test("after it sent a mail and before it wrote that down: the next sends the same mail again", async () => {
    const { mail } = await invitation();
    // Whoever writes down that the mail was sent has to wait for this transaction.
    await asOwner("BEGIN");
    await asOwner("SELECT 1 FROM meeting_mail WHERE id = $1 FOR UPDATE", [mail.id]);
    const victim = await workElsewhere();
    await box.received(1);
    await kill(victim);
    await endSessionsOf("kt_worker");
    await asOwner("COMMIT");
    expect(await stateOf(mail.id)).toMatchObject({ state: "QUEUED" });
    await forgetPulse();
    await work();
    await hurryUntil(async () => expect(await stateOf(mail.id)).toMatchObject({ state: "SENT" }));
    expect(box.mails).toHaveLength(2);
    expect(factsOf(box.mails[1]!)).toEqual(factsOf(box.mails[0]!));
    expect(contentOf(box.mails[1]!.message, "text/calendar")).toBe(contentOf(box.mails[0]!.message, "text/calendar"));
    expect(contentOf(box.mails[1]!.message, "text/html")).toBe(contentOf(box.mails[0]!.message, "text/html"));
  });

  test("before the mail was out: it arrives once", async () => {
    const { mail } = await invitation();
    box.behaviour = { slowness: 2_000 };
    const victim = await workElsewhere();
    await until(async () => expect(await jobRows()).toMatchObject([{ state: "active" }]));
    await kill(victim);
    await box.stop();
    box.behaviour = {};
    await box.start();
    box.mails.length = 0;
    await forgetPulse();
    await work();
    await hurryUntil(async () => expect(await stateOf(mail.id)).toMatchObject({ state: "SENT" }));
    expect(box.mails).toHaveLength(1);
  });
});

describe("a worker that is told to stop", () => {
  test("sends the mail it is busy with first, and ends well", async () => {
    const { mail } = await invitation();
    box.behaviour = { slowness: 1_500 };
    const worker = await workElsewhere();
    await until(async () => expect(await jobRows()).toMatchObject([{ state: "active" }]));
    worker.kill("SIGTERM");
    const [code] = await once(worker, "exit");
    expect(code).toBe(0);
    expect(await stateOf(mail.id)).toMatchObject({ state: "SENT" });
    expect(await jobRows()).toMatchObject([{ state: "completed" }]);
  });
});

describe("a job that can never be done", () => {
  test("is set aside with a code and nothing else, and the next one is done", async () => {
    await asOwner(`INSERT INTO pgboss.job (name, data, dead_letter, heartbeat_seconds) VALUES ('meeting-mail', '{"meetingMailId": "KANARIE", "name": "Samira"}', 'dead-letter', 10)`);
    const { mail } = await invitation();
    await work();
    await until(async () => expect(await stateOf(mail.id)).toMatchObject({ state: "SENT" }));
    await until(async () => expect(await jobRows()).toMatchObject([{ name: "dead-letter", state: "completed" }, { state: "failed", output: { code: "INVALID_DATA" } }, { state: "completed" }]));
  });

  test("keeps what its error says out of the queue", async () => {
    const failing = { ...jobs, "meeting-mail": { run: () => Promise.reject(new Error("KANARIE samira@cjg.example")) } };
    await invitation();
    await work(failing);
    await until(async () => expect(await jobRows()).toMatchObject([{ state: "retry", output: { code: "Error" } }]));
    expect(JSON.stringify(await jobRows())).not.toMatch(/KANARIE|cjg\.example/);
  });
});

describe("the demo world", () => {
  test("keeps its mails where they can be read, once each, and sends none", async () => {
    const { mail, person } = await invitation();
    await workElsewhere({ DEMO: "1", SMTP_URL: "" });
    await until(async () => expect(await stateOf(mail.id)).toMatchObject({ state: "SENT" }));
    await operatorDatabase().meetingMail.update({ where: { id: mail.id }, data: { state: "QUEUED", sentAt: null } });
    await appDatabase().$transaction((tx) => enqueue(tx, "meeting-mail", { meetingMailId: mail.id }));
    await until(async () => expect(await stateOf(mail.id)).toMatchObject({ state: "SENT" }));
    const kept = await operatorDatabase().demoMail.findMany();
    expect(kept).toMatchObject([{ messageId: mail.messageId, toName: "Samira El Amrani", toAddress: person.email, subject: expect.stringContaining("Uitnodiging") }]);
    expect(kept[0]?.calendar).toContain("METHOD:REQUEST");
    expect(box.mails).toEqual([]);
  });
});
