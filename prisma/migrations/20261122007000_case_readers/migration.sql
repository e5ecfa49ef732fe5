-- Who may read a closed case is settled when it closes: a membership that is written down later, with a first day long
-- ago, does not open what was closed by then.
ALTER TABLE "membership" ADD COLUMN "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp();

-- Whether this person was a member on the Amsterdam day of a meeting, by what was known when the case of it closed.
CREATE FUNCTION was_member_at(meeting uuid, closed timestamptz) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT EXISTS (
      SELECT 1 FROM meeting g JOIN membership m ON m.core_team_id = g.core_team_id
      WHERE g.id = meeting AND m.person_id = current_person() AND m.created_at <= closed
        AND m.first_day <= (g.starts_at AT TIME ZONE 'Europe/Amsterdam')::date
        AND (m.last_day IS NULL OR m.last_day >= (g.starts_at AT TIME ZONE 'Europe/Amsterdam')::date)
    )
  $$;
GRANT EXECUTE ON FUNCTION was_member_at(uuid, timestamptz) TO kt_app;

ALTER POLICY members_read ON case_discussion USING (
  core_team_id = ANY (ARRAY(SELECT my_core_teams())) AND (closed_at IS NULL OR was_member_at(meeting_id, closed_at)));
ALTER POLICY members_change ON case_discussion USING (
  core_team_id = ANY (ARRAY(SELECT my_core_teams())) AND (closed_at IS NULL OR was_member_at(meeting_id, closed_at)));

CREATE OR REPLACE FUNCTION read_case_discussion(discussion uuid, access_role text, request text)
  RETURNS TABLE (question text, situation text, goes_well text, parents_say text, parents_not_asked text, pupil_says text, pupil_not_asked text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE c case_discussion%ROWTYPE;
  BEGIN
    SELECT * INTO c FROM case_discussion d
    WHERE d.id = discussion AND d.core_team_id IN (SELECT my_core_teams()) AND (d.closed_at IS NULL OR was_member_at(d.meeting_id, d.closed_at));
    IF NOT FOUND THEN RETURN; END IF;
    INSERT INTO audit_line (person_id, role, action, object_type, object_id, consortium_id, core_team_id, request_id)
    VALUES (current_person(), access_role, 'case-discussion:read', 'case_discussion', c.id::text, c.consortium_id, c.core_team_id, request);
    RETURN QUERY SELECT t.question, t.situation, t.goes_well, t.parents_say, t.parents_not_asked, t.pupil_says, t.pupil_not_asked
      FROM case_discussion_text t WHERE t.case_discussion_id = c.id;
  END $$;

DROP FUNCTION was_member_at(uuid);

-- The database alone says when it was written down: the app gives no value, and a first day that moves back counts anew.
REVOKE INSERT ON membership FROM kt_app;
GRANT INSERT (id, consortium_id, core_team_id, person_id, function_id, organisation_id, first_day, last_day, temporary_reason, version) ON membership TO kt_app;

CREATE FUNCTION membership_counts_anew() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN NEW.created_at := now(); RETURN NEW; END $$;
CREATE TRIGGER membership_moved_back BEFORE UPDATE OF first_day ON membership
  FOR EACH ROW WHEN (NEW.first_day < OLD.first_day) EXECUTE FUNCTION membership_counts_anew();
