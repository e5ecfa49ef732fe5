import type pg from "pg";

// What a request may leave behind without having changed anything: traces of asking.
const TRACES = ["session", "rate_limit", "audit_line", "login_code", "form_draft", "form_submission", "_prisma_migrations"];

const TRACE_OF_SIGNING_IN = "signed_in_at";

/** A fingerprint of every row of every table, so that a refusal can be shown to have changed nothing. */
export async function checksums(owner: pg.Client): Promise<Record<string, string>> {
  const { rows } = await owner.query<{ tablename: string }>("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
  const tables = rows.map((row) => row.tablename).filter((table) => !TRACES.includes(table));
  const sums: Record<string, string> = {};
  for (const table of tables) {
    const { rows: sum } = await owner.query<{ sum: string | null }>(`SELECT md5(string_agg(r, '' ORDER BY r)) AS sum FROM ${table} t, LATERAL (SELECT (to_jsonb(t) - '${TRACE_OF_SIGNING_IN}')::text AS r) row`);
    sums[table] = sum[0]?.sum ?? "";
  }
  const jobs = await owner.query<{ jobs: string }>("SELECT count(*) AS jobs FROM pgboss.job WHERE name <> 'login-code'");
  return { ...sums, jobs: jobs.rows[0]?.jobs ?? "" };
}
