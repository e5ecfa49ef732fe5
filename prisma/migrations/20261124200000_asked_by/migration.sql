-- Who asked the team for its perspectives last: it waits on the home page of who has not written, and says by whom.

ALTER TABLE "case_discussion" ADD COLUMN "perspectives_asked_by_id" UUID;
ALTER TABLE "case_discussion" ADD CONSTRAINT "case_discussion_perspectives_asked_by_id_fkey" FOREIGN KEY ("perspectives_asked_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
GRANT UPDATE (perspectives_asked_by_id) ON case_discussion TO kt_app;

UPDATE case_discussion c SET perspectives_asked_by_id = (
  SELECT l.person_id FROM audit_line l WHERE l.object_type = 'case_discussion' AND l.object_id = c.id::text AND l.action = 'perspective:ask' ORDER BY l.id DESC LIMIT 1)
WHERE c.perspectives_asked_at IS NOT NULL;

-- The home page looks through the casussen of a few core teams that are not erased, or were of late.
CREATE INDEX "case_discussion_core_team_id_erased_at_idx" ON "case_discussion"("core_team_id", "erased_at");

-- The same as before, and forgets who asked with when that was.
CREATE OR REPLACE FUNCTION release_stopped_case(discussion uuid, moment timestamptz, request text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE c case_discussion%ROWTYPE; s record;
  BEGIN
    SELECT * INTO c FROM case_discussion d WHERE d.id = discussion AND d.consortium_id IN (SELECT my_consortia('PROCESS_COACH')) FOR UPDATE;
    SELECT * INTO s FROM stopped_cases() w WHERE w.case_discussion_id = discussion;
    IF NOT FOUND THEN RETURN NULL; END IF;
    IF s.hindrance IS NOT NULL THEN RETURN s.hindrance; END IF;
    DELETE FROM perspective w WHERE w.case_discussion_id = c.id
      AND (c.closed_at IS NOT NULL AND c.revealed_at IS NULL OR NOT is_member_today(c.core_team_id, w.person_id));
    UPDATE case_discussion d SET stopped_at = NULL, released_at = moment, shared_at = NULL, closed_at = NULL, revealed_at = NULL,
      perspectives_asked_at = NULL, perspectives_asked_by_id = NULL, version = d.version + 1
    WHERE d.id = c.id;
    INSERT INTO audit_line (person_id, role, action, object_type, object_id, consortium_id, core_team_id, request_id)
    VALUES (current_person(), 'processCoach', 'case-stop:release', 'case_discussion', c.id::text, c.consortium_id, c.core_team_id, request);
    RETURN 'DONE';
  END $$;
