-- Somebody who was invited need not come after all. The row stays: the mail that takes the entry out of the calendar
-- belongs to it, and so does the history of what was sent.
ALTER TABLE participation ADD COLUMN withdrawn_at timestamptz(3);
GRANT UPDATE (function_id, withdrawn_at) ON participation TO kt_app;

-- A withdrawn invitation keeps nobody busy.
ALTER TABLE participation DROP CONSTRAINT participation_person_is_free;
ALTER TABLE participation ADD CONSTRAINT participation_person_is_free
  EXCLUDE USING gist (person_id WITH =, tstzrange(starts_at, ends_at, '[)') WITH &&)
  WHERE (NOT cancelled AND withdrawn_at IS NULL AND answer <> 'DECLINED' AND attendance <> 'ON_CALL');

CREATE OR REPLACE FUNCTION busy_moments(people uuid[], since timestamptz, until timestamptz, besides uuid DEFAULT NULL)
  RETURNS TABLE (person_id uuid, starts_at timestamptz, ends_at timestamptz, core_team_name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT p.person_id, p.starts_at, p.ends_at,
      CASE WHEN p.consortium_id = ANY (ARRAY(SELECT my_related_consortia())) THEN t.name END
    FROM participation p JOIN core_team t ON t.id = p.core_team_id
    WHERE EXISTS (SELECT my_related_consortia())
      AND p.person_id = ANY (people) AND p.meeting_id IS DISTINCT FROM besides
      AND NOT p.cancelled AND p.withdrawn_at IS NULL AND p.answer <> 'DECLINED' AND p.attendance <> 'ON_CALL'
      AND tstzrange(p.starts_at, p.ends_at, '[)') && tstzrange(since, until, '[)')
    ORDER BY p.starts_at
  $$;
