-- Who may read a closed case follows from the day of its meeting. So a case closes once that meeting has begun, and the
-- meeting of a closed case stays where it is.

-- FOR SHARE makes who moves the meeting at the same moment wait, or be waited for.
CREATE FUNCTION case_closes_in_time() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE begins timestamptz;
  BEGIN
    SELECT starts_at INTO begins FROM meeting WHERE id = NEW.meeting_id FOR SHARE;
    IF NEW.closed_at < begins THEN
      RAISE check_violation USING CONSTRAINT = 'case_discussion_closes_after_meeting_begins',
        MESSAGE = 'the change violates the constraint "case_discussion_closes_after_meeting_begins"';
    END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER closes_in_time BEFORE INSERT OR UPDATE OF closed_at, meeting_id ON case_discussion
  FOR EACH ROW WHEN (NEW.closed_at IS NOT NULL) EXECUTE FUNCTION case_closes_in_time();

-- Looks with the owner's eyes: whoever moves a meeting need not be somebody who sees its cases.
CREATE FUNCTION meeting_of_closed_case_stays() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM case_discussion WHERE meeting_id = NEW.id AND closed_at IS NOT NULL) THEN
      RAISE check_violation USING CONSTRAINT = 'meeting_of_closed_case_stays',
        MESSAGE = 'the change violates the constraint "meeting_of_closed_case_stays"';
    END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER stays_with_closed_case BEFORE UPDATE OF starts_at ON meeting
  FOR EACH ROW WHEN (NEW.starts_at <> OLD.starts_at) EXECUTE FUNCTION meeting_of_closed_case_stays();
