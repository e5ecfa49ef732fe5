import { operatorDatabase } from "#lib/db";

/**
 * Makes schools with a core team each, in one go: seven functions, an IB'er and six partners a team who work at every
 * hundredth one, two meetings past and one to come, three agreements. `partnerId` is a partner of the first nine teams.
 */
export async function makeManySchools(consortiumId: string, count: number, partnerId: string): Promise<void> {
  await operatorDatabase().$transaction(
    async (db) => {
      await db.$executeRaw`
        INSERT INTO team_function (consortium_id, sector, code, name, expected, attendance, alternatives, coordinates, position)
        SELECT ${consortiumId}::uuid, 'PO', 'F' || n, 'Functie ' || n, true, 'REQUIRED', CASE WHEN n IN (4, 5) THEN 'JGZ' END, n <= 2, n FROM generate_series(1, 7) n`;
      await db.$executeRaw`
        INSERT INTO school (consortium_id, sector, location_code, institution_code, name, place, municipality)
        SELECT ${consortiumId}::uuid, 'PO', left(${consortiumId}, 4) || '-' || n, left(${consortiumId}, 4), 'School ' || lpad(n::text, 6, '0'), 'Plaats ' || n % 90, 'Gemeente ' || n % 12
        FROM generate_series(1, ${count}::int) n`;
      await db.$executeRaw`
        INSERT INTO core_team (consortium_id, sector, name, started_on)
        SELECT consortium_id, sector, name, '2024-08-01' FROM school WHERE consortium_id = ${consortiumId}::uuid AND right(name, 2) <> '99'`;
      await db.$executeRaw`
        INSERT INTO core_team_school (core_team_id, school_id, consortium_id, first_day)
        SELECT t.id, s.id, t.consortium_id, t.started_on FROM core_team t JOIN school s ON s.consortium_id = t.consortium_id AND s.name = t.name
        WHERE t.consortium_id = ${consortiumId}::uuid`;
      await db.$executeRaw`
        INSERT INTO person (email, name, phone)
        SELECT left(${consortiumId}, 8) || '-' || f || '-' || n || '@voorbeeld.nl', 'Persoon ' || f || '-' || n, '06 0000 0000'
        FROM generate_series(1, ${count}::int) n, generate_series(1, 7) f WHERE f = 1 OR n % 100 = 1`;
      // Every seventh team has no seventh function.
      await db.$executeRaw`
        INSERT INTO membership (consortium_id, core_team_id, person_id, function_id, first_day)
        SELECT t.consortium_id, t.id, p.id, f.id, t.started_on
        FROM (SELECT *, row_number() OVER (ORDER BY name) AS n FROM core_team WHERE consortium_id = ${consortiumId}::uuid) t
        JOIN team_function f ON f.consortium_id = t.consortium_id AND (f.position < 7 OR t.n % 7 <> 0)
        JOIN person p ON p.email = left(${consortiumId}, 8) || '-' || f.position || '-' || CASE WHEN f.position = 1 THEN t.n ELSE (t.n / 100) * 100 + 1 END || '@voorbeeld.nl'
        WHERE NOT (t.n <= 9 AND f.position = 3)`;
      await db.$executeRaw`
        INSERT INTO membership (consortium_id, core_team_id, person_id, function_id, first_day)
        SELECT t.consortium_id, t.id, ${partnerId}::uuid, f.id, t.started_on
        FROM (SELECT *, row_number() OVER (ORDER BY name) AS n FROM core_team WHERE consortium_id = ${consortiumId}::uuid) t
        JOIN team_function f ON f.consortium_id = t.consortium_id AND f.position = 3 WHERE t.n <= 9`;
      // Every fifth team has no date, every eleventh did not record its last meeting.
      await db.$executeRaw`
        INSERT INTO meeting (consortium_id, core_team_id, kind, starts_at, ends_at, form, place, organiser_id, recorded_at)
        SELECT t.consortium_id, t.id, 'IN_DEPTH', m.at, m.at + interval '75 minutes', 'LIVE', 'Op school', ${partnerId}::uuid, CASE WHEN m.past AND (m.first OR t.n % 11 <> 0) THEN m.at + interval '3 hours' END
        FROM (SELECT *, row_number() OVER (ORDER BY name) AS n FROM core_team WHERE consortium_id = ${consortiumId}::uuid) t,
          LATERAL (VALUES (now() - interval '200 days', true, true), (now() - interval '20 days', true, false), (now() + (3 + t.n % 60) * interval '1 day', false, false)) m (at, past, first)
        WHERE m.past OR t.n % 5 <> 0`;
      await db.$executeRaw`
        INSERT INTO agreement (consortium_id, core_team_id, meeting_id, text, owner_id, due_on, state)
        SELECT g.consortium_id, g.core_team_id, g.id, 'Afspraak ' || n, ${partnerId}::uuid, current_day() + 7 * n, (CASE WHEN n = 3 THEN 'DONE' ELSE 'OPEN' END)::"AgreementState"
        FROM meeting g, generate_series(1, 3) n WHERE g.consortium_id = ${consortiumId}::uuid AND g.starts_at < now() - interval '100 days'`;
    },
    { timeout: 120_000 },
  );
}
