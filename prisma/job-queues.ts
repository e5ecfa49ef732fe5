import type pg from "pg";
import { PgBoss, type Queue } from "pg-boss";
import { queues } from "#lib/jobs/queues";

// Dropping a table takes its grants along, so they are given afresh at every migration. The web app, signing in and
// personal links put jobs in; only the worker reads them, because a job may tell what is not for everybody.
const grants = `
  GRANT USAGE ON SCHEMA pgboss TO kt_app, kt_auth, kt_link, kt_worker;
  GRANT SELECT ON pgboss.version, pgboss.queue TO kt_app, kt_auth, kt_link;
  GRANT INSERT, SELECT (id) ON pgboss.job, pgboss.job_common TO kt_app, kt_auth, kt_link;
  GRANT EXECUTE ON FUNCTION pgboss.job_now() TO kt_app, kt_auth, kt_link;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO kt_worker;
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA pgboss TO kt_worker;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO kt_worker;
`;

/** Installs or updates pg-boss and its queues, as the owner; the processes of the app may use them and not change them. */
export async function installJobQueues(client: pg.Client, ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: "pgboss", max: 1, supervise: false, schedule: false });
  const faults: Error[] = [];
  boss.on("error", (error) => faults.push(error));
  try {
    await boss.start();
    for (const queue of queues) await ensureQueue(boss, queue);
  } finally {
    await boss.stop({ graceful: false });
  }
  if (faults[0]) throw faults[0];
  await client.query(grants);
}

/** How a queue orders its jobs is settled when it is made; the other settings follow the code. */
async function ensureQueue(boss: PgBoss, { name, policy, partition, ...settings }: Queue): Promise<void> {
  await boss.createQueue(name, { ...(policy && { policy }), ...(partition && { partition }), ...settings });
  if (Object.keys(settings).length > 0) await boss.updateQueue(name, settings);
}
