-- What the app never does is refused to it here as well.

-- A closed casus stays as it was closed: opened again, a newcomer would read what was told to others.
CREATE FUNCTION case_is_closed_for_good() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
  AS $$
  BEGIN
    RAISE check_violation USING CONSTRAINT = 'case_discussion_is_closed_for_good',
      MESSAGE = 'the change violates the constraint "case_discussion_is_closed_for_good"';
  END $$;
CREATE TRIGGER closed_for_good BEFORE UPDATE ON case_discussion
  FOR EACH ROW WHEN (OLD.closed_at IS NOT NULL AND current_user = 'kt_app') EXECUTE FUNCTION case_is_closed_for_good();

-- A membership that is over does not go on: whoever comes back begins a new one, and was not there in between.
CREATE FUNCTION membership_is_over_for_good() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
  AS $$
  BEGIN
    RAISE check_violation USING CONSTRAINT = 'membership_is_over_for_good',
      MESSAGE = 'the change violates the constraint "membership_is_over_for_good"';
  END $$;
CREATE TRIGGER over_for_good BEFORE UPDATE OF last_day ON membership
  FOR EACH ROW WHEN (OLD.last_day < current_day() AND (NEW.last_day IS NULL OR NEW.last_day > OLD.last_day) AND current_user = 'kt_app')
  EXECUTE FUNCTION membership_is_over_for_good();

-- Every change of a perspective tells whether the others could be read, also one that keeps the version; sealing anew is none.
DROP TRIGGER tells_when_changed ON perspective;
CREATE TRIGGER tells_when_changed BEFORE UPDATE OF sealed, version ON perspective
  FOR EACH ROW WHEN (current_user = 'kt_app') EXECUTE FUNCTION perspective_tells_when();

-- The worker tidies drafts up and reads none.
REVOKE SELECT ON form_draft FROM kt_worker;
GRANT SELECT (person_id, path, expires_at) ON form_draft TO kt_worker;
