-- What the home pages count, in one place, so that the same number is the same everywhere.

-- How many places at the table complete core teams have, how many are held today, and the functions of those that are not
-- (joined by a line end where one of several is enough). Functions of one group are one place, as in core-teams/rules.
-- Sees what the asker sees; the ids say which teams. The day is asked once and not for each row.
CREATE FUNCTION core_team_places(teams uuid[]) RETURNS TABLE (core_team_id uuid, places integer, filled integer, vacant text[])
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp
  AS $$
    WITH place AS MATERIALIZED (
      SELECT f.consortium_id, f.sector, coalesce('group:' || f.alternatives, 'function:' || f.id) AS key,
        min(f.position) AS position, string_agg(f.name, E'\n' ORDER BY f.position) AS names
      FROM team_function f GROUP BY 1, 2, 3 HAVING bool_or(f.expected)
    ),
    held AS (
      SELECT DISTINCT m.core_team_id, f.sector, coalesce('group:' || f.alternatives, 'function:' || f.id) AS key
      FROM membership m JOIN team_function f ON f.id = m.function_id
      WHERE m.core_team_id = ANY (teams) AND m.first_day <= (SELECT current_day()) AND (m.last_day IS NULL OR m.last_day >= (SELECT current_day()))
    )
    SELECT t.id, count(*)::integer, count(h.key)::integer, coalesce(array_agg(p.names ORDER BY p.position) FILTER (WHERE h.key IS NULL), '{}')
    FROM core_team t
    JOIN place p ON p.consortium_id = t.consortium_id AND p.sector = t.sector
    LEFT JOIN held h ON h.core_team_id = t.id AND h.sector = p.sector AND h.key = p.key
    WHERE t.id = ANY (teams)
    GROUP BY t.id
  $$;
GRANT EXECUTE ON FUNCTION core_team_places(uuid[]) TO kt_app;

-- The figures of a samenwerkingsverband per sector, for its board, procesbegeleider and administrator: numbers and nothing
-- else. Held are the meetings of this school year that are over and were not cancelled.
CREATE FUNCTION consortium_figures(consortium uuid, moment timestamptz)
  RETURNS TABLE (sector "Sector", schools integer, schools_with_team integer, teams integer, complete_teams integer, meetings_held integer, meetings_planned integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    WITH asked AS (SELECT c.id FROM consortium c WHERE c.id = consortium AND c.id IN (SELECT my_consortia('BOARD', 'PROCESS_COACH', 'ADMINISTRATOR'))),
    year AS (
      SELECT make_date(extract(year FROM (SELECT current_day()))::integer - (extract(month FROM (SELECT current_day())) < 8)::integer, 8, 1)::timestamp
        AT TIME ZONE 'Europe/Amsterdam' AS since
    ),
    team AS (
      SELECT t.id, t.sector FROM core_team t JOIN asked a ON a.id = t.consortium_id
      WHERE t.started_on <= (SELECT current_day()) AND (t.ended_on IS NULL OR t.ended_on >= (SELECT current_day()))
    ),
    team_figures AS (
      SELECT t.sector, count(*)::integer AS teams, count(*) FILTER (WHERE p.filled = p.places)::integer AS complete
      FROM team t LEFT JOIN core_team_places(ARRAY(SELECT id FROM team)) p ON p.core_team_id = t.id GROUP BY t.sector
    ),
    served AS (
      SELECT DISTINCT x.school_id FROM team t JOIN core_team_school x ON x.core_team_id = t.id
      WHERE x.first_day <= (SELECT current_day()) AND (x.last_day IS NULL OR x.last_day >= (SELECT current_day()))
    ),
    school_figures AS (
      SELECT s.sector, count(*)::integer AS schools, count(v.school_id)::integer AS with_team
      FROM school s JOIN asked a ON a.id = s.consortium_id LEFT JOIN served v ON v.school_id = s.id WHERE s.closed_on IS NULL GROUP BY s.sector
    ),
    meeting_figures AS (
      SELECT t.sector, count(*) FILTER (WHERE m.ends_at <= moment)::integer AS held, count(*) FILTER (WHERE m.ends_at > moment)::integer AS planned
      FROM meeting m JOIN asked a ON a.id = m.consortium_id JOIN core_team t ON t.id = m.core_team_id
      WHERE m.starts_at >= (SELECT since FROM year) AND NOT m.cancelled GROUP BY t.sector
    )
    SELECT k.sector, coalesce(s.schools, 0), coalesce(s.with_team, 0), coalesce(t.teams, 0), coalesce(t.complete, 0), coalesce(m.held, 0), coalesce(m.planned, 0)
    FROM (SELECT sector FROM school_figures UNION SELECT sector FROM team_figures) k
    LEFT JOIN school_figures s ON s.sector = k.sector
    LEFT JOIN team_figures t ON t.sector = k.sector
    LEFT JOIN meeting_figures m ON m.sector = k.sector
    ORDER BY k.sector
  $$;
GRANT EXECUTE ON FUNCTION consortium_figures(uuid, timestamptz) TO kt_app;

-- Per school year, the core teams there were at its end (or are now) and the meetings held: the last five years at most.
CREATE FUNCTION consortium_years(consortium uuid, moment timestamptz) RETURNS TABLE (school_year integer, teams integer, meetings_held integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    WITH asked AS (SELECT c.id FROM consortium c WHERE c.id = consortium AND c.id IN (SELECT my_consortia('BOARD', 'PROCESS_COACH', 'ADMINISTRATOR'))),
    this AS (SELECT extract(year FROM (SELECT current_day()))::integer - (extract(month FROM (SELECT current_day())) < 8)::integer AS year),
    years AS (SELECT y AS year, make_date(y, 8, 1) AS first_day, least(make_date(y + 1, 7, 31), (SELECT current_day())) AS last_day FROM this, generate_series(this.year - 4, this.year) y)
    SELECT y.year,
      (SELECT count(*)::integer FROM core_team t JOIN asked a ON a.id = t.consortium_id
        WHERE t.started_on <= y.last_day AND (t.ended_on IS NULL OR t.ended_on >= y.last_day)),
      coalesce(h.held, 0)::integer
    FROM years y LEFT JOIN (
      -- A moment's school year is the calendar year of seven months earlier.
      SELECT extract(year FROM (m.starts_at AT TIME ZONE 'Europe/Amsterdam') - interval '7 months')::integer AS year, count(*) AS held
      FROM meeting m JOIN asked a ON a.id = m.consortium_id
      WHERE NOT m.cancelled AND m.ends_at <= moment AND m.starts_at >= (SELECT (min(first_day)::timestamp) AT TIME ZONE 'Europe/Amsterdam' FROM years)
      GROUP BY 1
    ) h ON h.year = y.year
    WHERE EXISTS (SELECT 1 FROM asked)
    ORDER BY y.year
  $$;
GRANT EXECUTE ON FUNCTION consortium_years(uuid, timestamptz) TO kt_app;

-- What is still to come, and what is over but was not recorded: few among many, and looked for on each home page.
CREATE INDEX meeting_is_open ON meeting (consortium_id, starts_at) INCLUDE (core_team_id, ends_at) WHERE recorded_at IS NULL AND NOT cancelled;
