import type pg from "pg";

/**
 * The columns of all tables of a database in which one of these texts stands, as "agreement.text": in text, in JSON, in
 * lists, and in bytes. Of every schema that holds tables, the one of the job queue too. Ask as a superuser: others see less.
 */
export async function columnsWith(superuser: pg.Client, texts: readonly string[]): Promise<string[]> {
  const { rows: tables } = await superuser.query<{ table: string; columns: string[] }>(`
    SELECT format('%I.%I', c.table_schema, c.table_name) AS table, array_agg(quote_ident(c.column_name) ORDER BY c.column_name) AS columns
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE t.table_type = 'BASE TABLE' AND c.table_schema NOT IN ('pg_catalog', 'information_schema') GROUP BY 1 ORDER BY 1`);
  const found: string[] = [];
  for (const { table, columns } of tables) {
    if (!(await holds(superuser, table, "t.*", texts))) continue;
    for (const column of columns) if (await holds(superuser, table, `t.${column}`, texts)) found.push(`${table.replace(/^public\./, "")}.${column}`);
  }
  return found;
}

async function holds(superuser: pg.Client, table: string, what: string, texts: readonly string[]): Promise<boolean> {
  // Bytes are written as their hexadecimal digits.
  const { rows } = await superuser.query<{ found: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM ${table} t, LATERAL (SELECT lower(row(${what})::text) AS said) r, unnest($1::text[]) AS needle
     WHERE position(lower(needle) IN r.said) > 0 OR position(encode(convert_to(needle, 'UTF8'), 'hex') IN r.said) > 0) AS found`,
    [texts],
  );
  return rows[0]?.found === true;
}
