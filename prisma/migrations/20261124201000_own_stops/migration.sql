-- What became of a casus that somebody stopped, for who wrote it: on the home page, and by mail.

-- Each procesbegeleider opens the home page with the casussen that wait for her.
CREATE INDEX "case_discussion_consortium_id_stopped_at_idx" ON "case_discussion"("consortium_id", "stopped_at");

-- The own casussen that were given back, and that their writer did not open since. Reading is written down where only an administrator looks;
-- this tells nobody more than that about the own reading. By the order of the lines: no clock of the app is compared with one of the database.
CREATE FUNCTION my_released_cases() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT c.id FROM case_discussion c
    WHERE c.core_team_id = ANY (ARRAY(SELECT my_core_teams())) AND c.created_by_id = current_person()
      AND c.released_at IS NOT NULL AND c.shared_at IS NULL AND c.erased_at IS NULL
      AND NOT EXISTS (
        SELECT 1 FROM audit_line l
        WHERE l.object_type = 'case_discussion' AND l.object_id = c.id::text AND l.action = 'case-discussion:read' AND l.person_id = current_person()
          AND l.id > (SELECT max(b.id) FROM audit_line b WHERE b.object_type = 'case_discussion' AND b.object_id = c.id::text AND b.action = 'case-stop:release'))
  $$;
GRANT EXECUTE ON FUNCTION my_released_cases() TO kt_app;

-- For the mail to its writer: which casus of which team was stopped, and what became of it since. The procesbegeleider who settles it does not
-- see whose it is, so the worker asks when the mail leaves. Nothing for a casus that nobody ever stopped.
CREATE FUNCTION stop_told_to_writer(discussion uuid)
  RETURNS TABLE (writer_id uuid, core_team_id uuid, meeting_id uuid, school_year integer, number integer, became text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT c.created_by_id, c.core_team_id, c.meeting_id, c.school_year, c.number,
      CASE WHEN c.erased_at IS NOT NULL THEN 'ERASED' WHEN c.stopped_at IS NOT NULL THEN 'STOPPED' WHEN c.shared_at IS NULL THEN 'RELEASED' END
    FROM case_discussion c WHERE c.id = discussion AND (c.stopped_at IS NOT NULL OR c.released_at IS NOT NULL)
  $$;
GRANT EXECUTE ON FUNCTION stop_told_to_writer(uuid) TO kt_worker;
