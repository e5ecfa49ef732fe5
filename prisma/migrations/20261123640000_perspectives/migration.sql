-- Each member writes an own perspective on a casus, and reads those of the others once they are revealed.

ALTER TABLE "case_discussion" ADD COLUMN "perspectives_asked_at" TIMESTAMPTZ(3), ADD COLUMN "revealed_at" TIMESTAMPTZ(3);
ALTER TABLE case_discussion ADD CONSTRAINT case_discussion_reveals_what_is_shared CHECK (revealed_at IS NULL OR shared_at IS NOT NULL);

CREATE TABLE "perspective" (
    "case_discussion_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "consortium_id" UUID NOT NULL,
    "core_team_id" UUID NOT NULL,
    "function_id" UUID NOT NULL,
    "sealed" TEXT,
    "is_written" BOOLEAN NOT NULL,
    "after_reveal" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "perspective_pkey" PRIMARY KEY ("case_discussion_id", "person_id"),
    CONSTRAINT "perspective_case_discussion_id_core_team_id_fkey" FOREIGN KEY ("case_discussion_id", "core_team_id") REFERENCES "case_discussion"("id", "core_team_id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "perspective_core_team_id_consortium_id_fkey" FOREIGN KEY ("core_team_id", "consortium_id") REFERENCES "core_team"("id", "consortium_id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "perspective_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "perspective_function_id_consortium_id_fkey" FOREIGN KEY ("function_id", "consortium_id") REFERENCES "team_function"("id", "consortium_id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "perspective_is_sealed" CHECK (sealed ~ '^v1\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[A-Za-z0-9_-]+$'),
    CONSTRAINT "perspective_says_whether_it_is_written" CHECK (is_written = (sealed IS NOT NULL))
);

ALTER TABLE perspective ENABLE ROW LEVEL SECURITY;
ALTER TABLE perspective FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON perspective TO kt_owner USING (true) WITH CHECK (true);

-- A row is its writer's alone, for as long as the casus is: nobody else selects or changes it, and the text cannot be
-- selected at all. What the others may know, the function below tells.
GRANT INSERT ON perspective TO kt_app;
GRANT SELECT (case_discussion_id, person_id, consortium_id, core_team_id, function_id, is_written, after_reveal, version) ON perspective TO kt_app;
GRANT UPDATE (sealed, is_written, version) ON perspective TO kt_app;
CREATE POLICY writer_reads ON perspective FOR SELECT TO kt_app
  USING (person_id = current_person() AND EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id));
CREATE POLICY writer_writes ON perspective FOR INSERT TO kt_app WITH CHECK (
  person_id = current_person()
  AND EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id AND c.shared_at IS NOT NULL AND c.closed_at IS NULL)
  AND EXISTS (
    SELECT 1 FROM membership m WHERE m.core_team_id = perspective.core_team_id AND m.person_id = current_person() AND m.function_id = perspective.function_id
      AND m.first_day <= current_day() AND (m.last_day IS NULL OR m.last_day >= current_day())));
CREATE POLICY writer_changes ON perspective FOR UPDATE TO kt_app
  USING (person_id = current_person() AND EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id AND c.closed_at IS NULL));

-- What somebody wrote with the others' texts at hand is told as such. FOR SHARE makes who reveals wait for who writes, or
-- the other way round. Sealing anew keeps the version, and is no writing.
CREATE FUNCTION perspective_tells_when() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  BEGIN
    SELECT revealed_at IS NOT NULL INTO NEW.after_reveal FROM case_discussion WHERE id = NEW.case_discussion_id FOR SHARE;
    RETURN NEW;
  END $$;
CREATE TRIGGER tells_when BEFORE INSERT ON perspective FOR EACH ROW EXECUTE FUNCTION perspective_tells_when();
CREATE TRIGGER tells_when_changed BEFORE UPDATE OF version ON perspective
  FOR EACH ROW WHEN (NEW.version <> OLD.version) EXECUTE FUNCTION perspective_tells_when();

-- Revealing is one way, while the casus is open, by whoever leads it: its writer, or who may record its meeting.
GRANT UPDATE (perspectives_asked_at, revealed_at) ON case_discussion TO kt_app;
CREATE FUNCTION case_is_revealed_once() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  BEGIN
    IF OLD.revealed_at IS NOT NULL OR NEW.closed_at IS NOT NULL THEN
      RAISE check_violation USING CONSTRAINT = 'case_discussion_is_revealed_once',
        MESSAGE = 'the change violates the constraint "case_discussion_is_revealed_once"';
    END IF;
    IF current_person() IS NOT NULL AND NEW.created_by_id <> current_person()
      AND NOT EXISTS (SELECT 1 FROM my_coordinated_core_teams() t WHERE t = NEW.core_team_id)
      AND NOT EXISTS (SELECT 1 FROM my_consortia('PROCESS_COACH', 'ORGANISER') s WHERE s = NEW.consortium_id) THEN
      RAISE check_violation USING CONSTRAINT = 'case_discussion_is_revealed_by_who_leads_it',
        MESSAGE = 'the change violates the constraint "case_discussion_is_revealed_by_who_leads_it"';
    END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER revealed_once BEFORE UPDATE OF revealed_at ON case_discussion
  FOR EACH ROW WHEN (NEW.revealed_at IS DISTINCT FROM OLD.revealed_at) EXECUTE FUNCTION case_is_revealed_once();

-- Who is at the table of a casus, and whether they wrote: the members of today, of a closed casus those of the day of its
-- meeting, and whoever wrote besides. For everybody who may read the casus, and without a word of what they wrote.
CREATE FUNCTION perspective_seats(discussion uuid) RETURNS TABLE (person_id uuid, function_id uuid, is_written boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    WITH c AS (
      SELECT r.id, r.core_team_id, CASE WHEN r.closed_at IS NULL THEN current_day() ELSE (g.starts_at AT TIME ZONE 'Europe/Amsterdam')::date END AS day
      FROM readable_case(discussion) r JOIN meeting g ON g.id = r.meeting_id WHERE r.shared_at IS NOT NULL),
    seat AS (
      SELECT DISTINCT ON (m.person_id) m.person_id, m.function_id
      FROM c JOIN membership m ON m.core_team_id = c.core_team_id JOIN team_function f ON f.id = m.function_id JOIN person p ON p.id = m.person_id
      WHERE m.first_day <= c.day AND (m.last_day IS NULL OR m.last_day >= c.day) AND p.deactivated_at IS NULL
      ORDER BY m.person_id, f.position),
    own AS (SELECT w.person_id, w.function_id, w.is_written FROM c JOIN perspective w ON w.case_discussion_id = c.id)
    SELECT coalesce(o.person_id, s.person_id), coalesce(o.function_id, s.function_id), coalesce(o.is_written, false)
    FROM seat s FULL JOIN own o ON o.person_id = s.person_id
    WHERE o.is_written OR s.person_id IS NOT NULL
  $$;
GRANT EXECUTE ON FUNCTION perspective_seats(uuid) TO kt_app;

-- The same with what they wrote: before it is revealed only the own text, then everybody's. Once it gives what others wrote,
-- it writes down who read it: no line, no text. One's own takes a second factor too, as what others wrote does by that line.
CREATE FUNCTION read_perspectives(discussion uuid, access_role text, request text)
  RETURNS TABLE (person_id uuid, name text, function_name text, function_code text, function_group text, is_written boolean, after_reveal boolean, sealed text, version integer)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE c case_discussion%ROWTYPE;
  BEGIN
    SELECT * INTO c FROM readable_case(discussion);
    IF NOT FOUND THEN RETURN; END IF;
    IF c.revealed_at IS NOT NULL AND EXISTS (
      SELECT 1 FROM perspective w WHERE w.case_discussion_id = c.id AND w.is_written AND w.person_id <> current_person()) THEN
      INSERT INTO audit_line (person_id, role, action, object_type, object_id, consortium_id, core_team_id, request_id)
      VALUES (current_person(), access_role, 'perspective:read', 'case_discussion', c.id::text, c.consortium_id, c.core_team_id, request);
    END IF;
    RETURN QUERY
      SELECT s.person_id, p.name, f.name, f.code, f.alternatives, s.is_written, coalesce(w.after_reveal, false),
        CASE WHEN c.revealed_at IS NOT NULL AND s.person_id <> current_person() OR s.person_id = current_person() AND highly_assured() THEN w.sealed END,
        CASE WHEN s.person_id = current_person() THEN w.version END
      FROM perspective_seats(discussion) s JOIN person p ON p.id = s.person_id JOIN team_function f ON f.id = s.function_id
      LEFT JOIN perspective w ON w.case_discussion_id = c.id AND w.person_id = s.person_id
      ORDER BY f.position, p.name, p.id;
  END $$;
GRANT EXECUTE ON FUNCTION read_perspectives(uuid, text, text) TO kt_app;
