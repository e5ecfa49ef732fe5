-- A casus is written page by page, and is its writer's alone until it is shared. What people typed is sealed by the app.

CREATE TYPE "CaseKind" AS ENUM ('HELP', 'THEME');
CREATE TYPE "CaseTheme" AS ENUM ('ABSENCE', 'BEHAVIOUR', 'LEARNING', 'PRESSURE', 'WELLBEING', 'PEERS', 'HOME', 'HEALTH', 'TRANSITION', 'OTHER');
CREATE TYPE "LifeDomain" AS ENUM ('SCHOOL', 'HOME', 'FRIENDS', 'SPORT', 'NEIGHBOURHOOD');
CREATE TYPE "CaseSince" AS ENUM ('FIRST_CONCERN', 'LONGER', 'STUCK');
CREATE TYPE "CasePart" AS ENUM ('GOES_WELL', 'QUESTION', 'SITUATION', 'SETTING', 'VOICES', 'PARENTS_INFORMED', 'NEEDED', 'CIRCLE');

ALTER TABLE "case_discussion"
  ALTER COLUMN "stage" DROP NOT NULL,
  ADD COLUMN "kind" "CaseKind" NOT NULL DEFAULT 'HELP',
  ADD COLUMN "theme" "CaseTheme",
  ADD COLUMN "life_domains" "LifeDomain"[] NOT NULL DEFAULT '{}',
  ADD COLUMN "since" "CaseSince",
  ADD COLUMN "parents_informed" BOOLEAN,
  ADD COLUMN "shared_at" TIMESTAMPTZ(3);
-- Until now every casus was its team's from the start.
UPDATE case_discussion SET shared_at = created_at;
ALTER TABLE case_discussion ADD CONSTRAINT case_discussion_closes_what_is_shared CHECK (closed_at IS NULL OR shared_at IS NOT NULL);

CREATE TABLE "case_text" (
    "case_discussion_id" UUID NOT NULL,
    "part" "CasePart" NOT NULL,
    "consortium_id" UUID NOT NULL,
    "core_team_id" UUID NOT NULL,
    "sealed" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "case_text_pkey" PRIMARY KEY ("case_discussion_id", "part"),
    CONSTRAINT "case_text_case_discussion_id_core_team_id_fkey" FOREIGN KEY ("case_discussion_id", "core_team_id") REFERENCES "case_discussion"("id", "core_team_id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "case_text_core_team_id_consortium_id_fkey" FOREIGN KEY ("core_team_id", "consortium_id") REFERENCES "core_team"("id", "consortium_id") ON DELETE RESTRICT ON UPDATE CASCADE,
    -- No text gets in as it was typed.
    CONSTRAINT "case_text_is_sealed" CHECK (sealed ~ '^v1\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[A-Za-z0-9_-]+$')
);

ALTER TABLE case_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_text FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON case_text TO kt_owner USING (true) WITH CHECK (true);

-- Who may see a casus: its writer alone, until it is shared; then the team as before.
ALTER POLICY members_read ON case_discussion USING (
  core_team_id = ANY (ARRAY(SELECT my_core_teams()))
  AND (shared_at IS NOT NULL OR created_by_id = current_person()) AND (closed_at IS NULL OR was_member_at(meeting_id, closed_at)));
ALTER POLICY members_change ON case_discussion USING (
  core_team_id = ANY (ARRAY(SELECT my_core_teams()))
  AND (shared_at IS NOT NULL OR created_by_id = current_person()) AND (closed_at IS NULL OR was_member_at(meeting_id, closed_at)));
ALTER POLICY members_log ON case_discussion WITH CHECK (
  created_by_id = current_person() AND core_team_id = ANY (ARRAY(SELECT my_core_teams())) AND shared_at IS NULL AND closed_at IS NULL);
GRANT UPDATE (kind, theme, life_domains, since, parents_informed, shared_at) ON case_discussion TO kt_app;

-- The text can be written, not selected: only what says which page it is, and which version.
GRANT INSERT ON case_text TO kt_app;
GRANT SELECT (case_discussion_id, part, consortium_id, core_team_id, version) ON case_text TO kt_app;
GRANT UPDATE (sealed, version) ON case_text TO kt_app;
CREATE POLICY members_read ON case_text FOR SELECT TO kt_app
  USING (EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id));
CREATE POLICY members_write ON case_text FOR INSERT TO kt_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id AND c.closed_at IS NULL));
CREATE POLICY members_change ON case_text FOR UPDATE TO kt_app
  USING (EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id AND c.closed_at IS NULL));

-- The texts of before wait for the next start, which seals them (prisma/seal-texts.ts): SQL has no key. Until then only
-- the owner of the database reaches them.
DROP POLICY members_read ON case_discussion_text;
DROP POLICY members_write ON case_discussion_text;
DROP POLICY members_change ON case_discussion_text;
REVOKE ALL ON case_discussion_text FROM kt_app;
REVOKE ALL (case_discussion_id, core_team_id, question, situation, goes_well, parents_say, parents_not_asked, pupil_says, pupil_not_asked)
  ON case_discussion_text FROM kt_app;

-- Sharing is one way, and of something whole. Whoever made the casus shares it.
CREATE FUNCTION case_is_shared_whole() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  BEGIN
    IF OLD.shared_at IS NOT NULL OR NEW.stage IS NULL OR NEW.theme IS NULL OR NEW.since IS NULL OR NEW.parents_informed IS NULL
      OR 4 > (SELECT count(*) FROM case_text t WHERE t.case_discussion_id = NEW.id AND t.sealed IS NOT NULL AND t.part IN ('GOES_WELL', 'QUESTION', 'SITUATION', 'VOICES')) THEN
      RAISE check_violation USING CONSTRAINT = 'case_discussion_is_shared_whole',
        MESSAGE = 'the change violates the constraint "case_discussion_is_shared_whole"';
    END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER shared_whole BEFORE UPDATE OF shared_at ON case_discussion
  FOR EACH ROW WHEN (NEW.shared_at IS DISTINCT FROM OLD.shared_at) EXECUTE FUNCTION case_is_shared_whole();

-- Reading -------------------------------------------------------------------------------------------------------------------

-- A casus of which this person may read the text. Only for the functions below: it looks with the owner's eyes.
CREATE FUNCTION readable_case(discussion uuid) RETURNS SETOF case_discussion
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT d.* FROM case_discussion d
    WHERE d.id = discussion AND d.core_team_id IN (SELECT my_core_teams())
      AND (d.shared_at IS NOT NULL OR d.created_by_id = current_person())
      AND (d.closed_at IS NULL OR was_member_at(d.meeting_id, d.closed_at))
  $$;

-- Gives the sealed texts of a casus, a row for each page, and writes down who read them, in one transaction: no line, no
-- text. Nothing for who may not read it. Of a concept the line says so: there its writer reads what is nobody else's yet.
DROP FUNCTION read_case_discussion(uuid, text, text);
CREATE FUNCTION read_case_discussion(discussion uuid, access_role text, request text)
  RETURNS TABLE (part "CasePart", sealed text, version integer)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE c case_discussion%ROWTYPE;
  BEGIN
    SELECT * INTO c FROM readable_case(discussion);
    IF NOT FOUND THEN RETURN; END IF;
    INSERT INTO audit_line (person_id, role, action, object_type, object_id, consortium_id, core_team_id, details, request_id)
    VALUES (current_person(), access_role, 'case-discussion:read', 'case_discussion', c.id::text, c.consortium_id, c.core_team_id,
      CASE WHEN c.shared_at IS NULL THEN '{"concept": true}'::jsonb ELSE '{}'::jsonb END, request);
    RETURN QUERY SELECT t.part, t.sealed, t.version FROM case_text t WHERE t.case_discussion_id = c.id;
  END $$;
GRANT EXECUTE ON FUNCTION read_case_discussion(uuid, text, text) TO kt_app;

-- Who read a casus since it was shared, and when last: for everybody who may read it themselves. By name, also of who has left.
CREATE FUNCTION case_readers(discussion uuid) RETURNS TABLE (person_id uuid, name text, last_read_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT p.id, p.name, max(l.at) FROM readable_case(discussion) c
    JOIN audit_line l ON l.object_type = 'case_discussion' AND l.object_id = c.id::text AND l.action = 'case-discussion:read' AND NOT l.details ? 'concept'
    JOIN person p ON p.id = l.person_id
    GROUP BY p.id, p.name ORDER BY max(l.at) DESC, p.name LIMIT 100
  $$;
GRANT EXECUTE ON FUNCTION case_readers(uuid) TO kt_app;

-- A concept is nobody's to count.
CREATE OR REPLACE FUNCTION count_case_discussions(team uuid, year integer) RETURNS integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT count(*)::integer FROM case_discussion c
    WHERE c.core_team_id = team AND c.school_year = year AND c.shared_at IS NOT NULL
      AND (c.core_team_id IN (SELECT my_core_teams()) OR c.consortium_id IN (SELECT my_consortia('PROCESS_COACH')))
  $$;

-- What was never shared goes after a while. The worker asks for it and sees nothing of a casus.
CREATE FUNCTION erase_old_concepts(made_before timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE erased integer;
  BEGIN
    DELETE FROM case_discussion c WHERE c.shared_at IS NULL AND c.created_at < made_before
      AND NOT EXISTS (SELECT 1 FROM agreement a WHERE a.case_discussion_id = c.id);
    GET DIAGNOSTICS erased = ROW_COUNT;
    RETURN erased;
  END $$;
GRANT EXECUTE ON FUNCTION erase_old_concepts(timestamptz) TO kt_worker;
