-- The board sees figures, which functions with the owner's eyes give, and the name of its samenwerkingsverband; no people, no
-- organisations, no functions, and nobody's agenda.

-- The samenwerkingsverbanden in which this person works with others today: as a member, or with a role other than the board's.
CREATE FUNCTION my_working_consortia() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT my_consortia('PROCESS_COACH', 'ORGANISER', 'ADMINISTRATOR')
    UNION
    SELECT m.consortium_id FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.person_id = current_person() AND p.deactivated_at IS NULL
      AND m.first_day <= current_day() AND (m.last_day IS NULL OR m.last_day >= current_day())
  $$;
GRANT EXECUTE ON FUNCTION my_working_consortia() TO kt_app;

ALTER POLICY related_reads ON organisation USING (consortium_id = ANY (ARRAY(SELECT my_working_consortia())));
ALTER POLICY related_reads ON team_function USING (consortium_id = ANY (ARRAY(SELECT my_working_consortia())));
ALTER POLICY related_reads ON consortium_role USING (consortium_id = ANY (ARRAY(SELECT my_working_consortia())));

CREATE OR REPLACE FUNCTION busy_moments(people uuid[], since timestamptz, until timestamptz, besides uuid DEFAULT NULL)
  RETURNS TABLE (person_id uuid, starts_at timestamptz, ends_at timestamptz, core_team_name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT p.person_id, p.starts_at, p.ends_at,
      CASE WHEN p.consortium_id = ANY (ARRAY(SELECT my_working_consortia())) THEN t.name END
    FROM participation p JOIN core_team t ON t.id = p.core_team_id
    WHERE EXISTS (SELECT my_working_consortia())
      AND p.person_id = ANY (people) AND p.meeting_id IS DISTINCT FROM besides
      AND NOT p.cancelled AND p.withdrawn_at IS NULL AND p.answer <> 'DECLINED' AND p.attendance <> 'ON_CALL'
      AND tstzrange(p.starts_at, p.ends_at, '[)') && tstzrange(since, until, '[)')
    ORDER BY p.starts_at
  $$;
