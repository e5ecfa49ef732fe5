-- What a core team looks back on with pleasure: the successes and lessons of its casussen, and successes without a casus.

-- When a success or a lesson was last added. Of what stood there before, the end of the meeting says about when.
ALTER TABLE "case_lesson" ADD COLUMN "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
UPDATE case_lesson l SET added_at = least(now(), m.ends_at) FROM case_discussion c JOIN meeting m ON m.id = c.meeting_id WHERE c.id = l.case_discussion_id;
CREATE INDEX "case_lesson_core_team_id_added_at_idx" ON "case_lesson"("core_team_id", "added_at");
GRANT UPDATE (added_at) ON case_lesson TO kt_app;

CREATE TABLE "team_success" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "consortium_id" UUID NOT NULL,
    "core_team_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "team_success_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "team_success_core_team_id_consortium_id_fkey" FOREIGN KEY ("core_team_id", "consortium_id") REFERENCES "core_team"("id", "consortium_id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "team_success_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "team_success_says_something" CHECK (text ~ '\S')
);
CREATE INDEX "team_success_core_team_id_written_at_idx" ON "team_success"("core_team_id", "written_at");
CREATE INDEX "team_success_written_by_id_idx" ON "team_success"("written_by_id");

ALTER TABLE team_success ENABLE ROW LEVEL SECURITY;
ALTER TABLE team_success FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON team_success TO kt_owner USING (true) WITH CHECK (true);

-- All members read it; who wrote it, as long as this person is a member, changes it or takes it back.
GRANT SELECT, INSERT, DELETE ON team_success TO kt_app;
GRANT UPDATE (text, version) ON team_success TO kt_app;
CREATE POLICY members_read ON team_success FOR SELECT TO kt_app USING (core_team_id = ANY (ARRAY(SELECT my_core_teams())));
CREATE POLICY members_write ON team_success FOR INSERT TO kt_app
  WITH CHECK (written_by_id = current_person() AND core_team_id = ANY (ARRAY(SELECT my_core_teams())));
CREATE POLICY writer_changes ON team_success FOR UPDATE TO kt_app
  USING (written_by_id = current_person() AND core_team_id = ANY (ARRAY(SELECT my_core_teams())));
CREATE POLICY writer_removes ON team_success FOR DELETE TO kt_app
  USING (written_by_id = current_person() AND core_team_id = ANY (ARRAY(SELECT my_core_teams())));

-- Both together, as far as the asker sees them: of a casus with its alias, and those without.
CREATE FUNCTION team_successes(team uuid) RETURNS TABLE (id uuid, at timestamptz, success text, lesson text, meeting_id uuid, school_year integer, number integer, written_by_id uuid)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT c.id, l.added_at, l.success, l.lesson, c.meeting_id, c.school_year, c.number, NULL::uuid
    FROM case_lesson l JOIN case_discussion c ON c.id = l.case_discussion_id
    WHERE l.core_team_id = team AND num_nonnulls(l.success, l.lesson) > 0
    UNION ALL
    SELECT s.id, s.written_at, s.text, NULL, NULL, NULL, NULL, s.written_by_id FROM team_success s WHERE s.core_team_id = team
  $$;
GRANT EXECUTE ON FUNCTION team_successes(uuid) TO kt_app;
