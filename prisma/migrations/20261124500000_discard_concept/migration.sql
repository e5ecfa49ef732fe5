-- The writer of a casus that was never shared throws it away: its row with its texts and marks goes, and what was typed in its forms and not
-- sent. It takes a second factor, as reading it does. One that came back after a stop holds what others wrote, and goes when its time is over. False for anybody else, for what was shared
-- meanwhile, and for what is not as it was when its writer decided.
CREATE FUNCTION discard_concept(discussion uuid, seen integer) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE c case_discussion%ROWTYPE;
  BEGIN
    SELECT * INTO c FROM case_discussion d
    WHERE highly_assured() AND d.id = discussion AND d.version = seen AND d.created_by_id = current_person() AND d.core_team_id IN (SELECT my_core_teams())
      AND d.shared_at IS NULL AND d.released_at IS NULL AND d.erased_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM agreement a WHERE a.case_discussion_id = d.id) FOR UPDATE;
    IF NOT FOUND THEN RETURN false; END IF;
    -- Not what waits on the first page of a new casus: that is of another one, and perhaps of somebody else.
    DELETE FROM form_draft f WHERE lower(f.path) ~ ('(/case-discussions/|#)' || c.id || '([/#]|$)');
    DELETE FROM case_discussion d WHERE d.id = c.id;
    RETURN true;
  END $$;
GRANT EXECUTE ON FUNCTION discard_concept(uuid, integer) TO kt_app;
