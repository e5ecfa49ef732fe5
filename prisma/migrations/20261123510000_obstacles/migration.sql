-- What came in the way of meetings after they were planned, in one place for all pages that tell it.

-- Why meetings of these core teams that are to come may have become impossible, a row for each reason. Either the schools are
-- closed that day (kind and name), or somebody who is required is away: who, as what, and who comes instead. Not told is who
-- declined, who is replaced by somebody who is invited too, and who shares a seat with somebody who is not away. Sees what
-- the asker sees; the ids say which teams.
CREATE FUNCTION meeting_obstacles(teams uuid[], moment timestamptz)
  RETURNS TABLE (meeting_id uuid, core_team_id uuid, starts_at timestamptz, ends_at timestamptz, kind text, name text, function_name text, replacement text, seat_order integer)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp
  AS $$
    WITH coming AS MATERIALIZED (
      SELECT g.id, g.consortium_id, g.core_team_id, g.starts_at, g.ends_at, g.day, s.ids AS schools, s.regions
      FROM (
        SELECT *, (starts_at AT TIME ZONE 'Europe/Amsterdam')::date AS day FROM meeting
        WHERE core_team_id = ANY (teams) AND NOT cancelled AND starts_at > moment
      ) g
      CROSS JOIN LATERAL (
        SELECT array_agg(s.id) AS ids, array_agg(s.holiday_region) AS regions
        FROM core_team_school x JOIN school s ON s.id = x.school_id
        WHERE x.core_team_id = g.core_team_id AND (x.last_day IS NULL OR x.last_day >= g.day)
      ) s
    ),
    -- As each samenwerkingsverband has them, once and not for each meeting.
    day_off AS MATERIALIZED (
      SELECT t.consortium_id, h.region, CASE h.kind WHEN 'PUBLIC' THEN 'PUBLIC_HOLIDAY' ELSE 'SCHOOL_HOLIDAY' END AS kind,
        coalesce(k.name, h.name) AS name, coalesce(k.first_day, h.first_day) AS first_day, coalesce(k.last_day, h.last_day) AS last_day
      FROM (SELECT DISTINCT consortium_id FROM coming) t CROSS JOIN holiday h
      LEFT JOIN consortium_holiday k ON k.replaces_id = h.id AND k.consortium_id = t.consortium_id
      WHERE coalesce(k.applies, true)
      UNION ALL
      SELECT k.consortium_id, NULL, 'STUDY_DAY', k.name, k.first_day, k.last_day
      FROM consortium_holiday k WHERE k.replaces_id IS NULL AND k.consortium_id IN (SELECT consortium_id FROM coming)
    ),
    expected AS MATERIALIZED (
      SELECT c.id, p.person_id, p.attendance, p.function_id, a.id IS NOT NULL AS away, a.replacement_id
      FROM coming c JOIN participation p ON p.meeting_id = c.id AND p.withdrawn_at IS NULL AND p.answer <> 'DECLINED'
      LEFT JOIN absence a ON a.person_id = p.person_id AND c.day BETWEEN a.first_day AND a.last_day
    ),
    reason AS (
      SELECT c.id, o.kind, o.name, NULL AS function_name, NULL AS replacement, -1 AS seat_order
      FROM coming c JOIN day_off o ON o.consortium_id = c.consortium_id AND c.day BETWEEN o.first_day AND o.last_day
      WHERE o.region IS NULL OR o.region = ANY (c.regions)
      UNION
      SELECT c.id, 'STUDY_DAY', d.name, NULL, NULL, -1
      FROM coming c JOIN study_day d ON d.school_id = ANY (c.schools) AND c.day BETWEEN d.first_day AND d.last_day
      UNION
      SELECT e.id, 'ABSENT', q.name, f.name, r.name, f.position
      FROM expected e JOIN team_function f ON f.id = e.function_id JOIN person q ON q.id = e.person_id LEFT JOIN person r ON r.id = e.replacement_id
      WHERE e.away AND e.attendance = 'REQUIRED'
        AND NOT EXISTS (SELECT 1 FROM expected o WHERE o.id = e.id AND o.person_id = e.replacement_id AND NOT o.away)
        AND NOT EXISTS (
          SELECT 1 FROM expected o JOIN team_function g ON g.id = o.function_id
          WHERE o.id = e.id AND NOT o.away AND g.alternatives = f.alternatives)
    )
    SELECT c.id, c.core_team_id, c.starts_at, c.ends_at, r.kind, r.name, r.function_name, r.replacement, r.seat_order
    FROM reason r JOIN coming c ON c.id = r.id
  $$;
GRANT EXECUTE ON FUNCTION meeting_obstacles(uuid[], timestamptz) TO kt_app;
