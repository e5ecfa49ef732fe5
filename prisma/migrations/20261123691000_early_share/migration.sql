-- How early core teams bring something in: as a first concern, when it goes on for longer, or when it is stuck.

-- The same figures as before, and shown for the same core teams: `since` has three numbers, in the order above. They add up
-- to fewer than `cases` where a casus of before the question was asked says nothing. Hidden are, as before, the smallest core
-- teams, so many that neither the sum nor a member of one of them gives away another.
DROP FUNCTION circle_figures(uuid, integer, integer, integer);
CREATE FUNCTION circle_figures(consortium uuid, year integer, page integer, page_size integer)
  RETURNS TABLE (core_team_id uuid, name text, state text, cases integer, goes_well integer[], attention integer[], unknown integer[], since integer[], teams integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    WITH nil AS (SELECT '00000000-0000-0000-0000-000000000000'::uuid AS uuid_nil),
    discussed AS MATERIALIZED (
      SELECT c.id, c.core_team_id AS team, c.since FROM case_discussion c
      WHERE c.consortium_id = consortium AND c.school_year = year AND c.shared_at IS NOT NULL AND consortium IN (SELECT my_consortia('PROCESS_COACH'))
    ),
    sized AS (
      SELECT team, count(*)::integer AS cases, row_number() OVER smallest_first AS place,
        coalesce(sum(count(*)) OVER (smallest_first ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS smaller
      FROM discussed GROUP BY team WINDOW smallest_first AS (ORDER BY count(*), team)
    ),
    few AS (SELECT count(*) FILTER (WHERE cases < 5) AS teams, coalesce(sum(cases), 0)::integer AS together FROM sized),
    enough AS (SELECT CASE WHEN few.teams = 0 THEN 0 ELSE (SELECT min(place) FROM sized WHERE place >= few.teams AND smaller >= 5) END AS hidden FROM few),
    -- The sum goes along as a core team without an id of its own.
    stated AS MATERIALIZED (
      SELECT team, cases, CASE WHEN cases < 5 THEN 'FEW' WHEN place <= coalesce(enough.hidden, place) THEN 'WITHHELD' ELSE 'SHOWN' END AS state FROM sized, enough
      UNION ALL
      SELECT uuid_nil, together, CASE WHEN together < 5 THEN 'FEW' WHEN enough.hidden IS NULL THEN 'WITHHELD' ELSE 'SHOWN' END FROM few, enough, nil
    ),
    listed AS (
      SELECT t.id AS team, t.name, coalesce(s.state, 'FEW') AS state, count(*) OVER ()::integer AS teams
      FROM core_team t LEFT JOIN stated s ON s.team = t.id
      WHERE t.consortium_id = consortium AND t.started_on < make_date(2001 + year, 8, 1) AND (t.ended_on IS NULL OR t.ended_on >= make_date(2000 + year, 8, 1))
      ORDER BY coalesce(s.state, 'FEW') <> 'SHOWN', t.name, t.id LIMIT page_size OFFSET (page - 1) * page_size
    ),
    asked AS MATERIALIZED (
      SELECT team, NULL AS name, state, NULL::integer AS teams FROM stated, nil WHERE team = uuid_nil
      UNION ALL SELECT team, name, state, teams FROM listed
    ),
    marked AS MATERIALIZED (
      SELECT d.team, m.element, count(*) FILTER (WHERE m.mark = 'GOES_WELL') AS goes_well, count(*) FILTER (WHERE m.mark = 'ATTENTION') AS attention
      FROM discussed d JOIN case_circle_mark m ON m.case_discussion_id = d.id WHERE m.mark <> 'UNKNOWN' GROUP BY d.team, m.element
    ),
    early AS (
      SELECT team, ARRAY[count(*) FILTER (WHERE since = 'FIRST_CONCERN'), count(*) FILTER (WHERE since = 'LONGER'), count(*) FILTER (WHERE since = 'STUCK')]::integer[] AS since
      FROM (SELECT team, since FROM discussed UNION ALL SELECT uuid_nil, since FROM discussed, nil) each GROUP BY team
    ),
    counted AS (
      SELECT s.team, s.cases, array_agg(coalesce(m.goes_well, 0)::integer ORDER BY e.element) AS goes_well, array_agg(coalesce(m.attention, 0)::integer ORDER BY e.element) AS attention,
        array_agg((s.cases - coalesce(m.goes_well, 0) - coalesce(m.attention, 0))::integer ORDER BY e.element) AS unknown
      FROM asked a JOIN stated s ON s.team = a.team AND s.state = 'SHOWN' CROSS JOIN unnest(enum_range(NULL::"CircleElement")) AS e (element)
      LEFT JOIN (SELECT * FROM marked UNION ALL SELECT uuid_nil, element, sum(goes_well), sum(attention) FROM marked, nil GROUP BY uuid_nil, element) m ON m.team = a.team AND m.element = e.element
      GROUP BY s.team, s.cases
    )
    SELECT nullif(a.team, uuid_nil), a.name, a.state, c.cases, c.goes_well, c.attention, c.unknown, e.since, a.teams
    FROM nil CROSS JOIN asked a LEFT JOIN counted c ON c.team = a.team LEFT JOIN early e ON e.team = a.team AND a.state = 'SHOWN'
    WHERE consortium IN (SELECT my_consortia('PROCESS_COACH'))
    ORDER BY a.team <> uuid_nil, a.state <> 'SHOWN', a.name, a.team
  $$;
GRANT EXECUTE ON FUNCTION circle_figures(uuid, integer, integer, integer) TO kt_app;

-- The same of one core team, for its members: all casussen that were shared, also those that this member may not read.
CREATE FUNCTION count_case_sinces(team uuid, year integer) RETURNS TABLE (first_concern integer, longer integer, stuck integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT count(*) FILTER (WHERE since = 'FIRST_CONCERN')::integer, count(*) FILTER (WHERE since = 'LONGER')::integer, count(*) FILTER (WHERE since = 'STUCK')::integer
    FROM case_discussion c
    WHERE c.core_team_id = team AND c.school_year = year AND c.shared_at IS NOT NULL AND c.core_team_id IN (SELECT my_core_teams())
  $$;
GRANT EXECUTE ON FUNCTION count_case_sinces(uuid, integer) TO kt_app;
