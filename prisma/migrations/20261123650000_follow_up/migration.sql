-- What comes of a casus after it was talked about.

-- What the team sees together, and what it does not do: sealed like the other pages, and asked for once the team reads along.
ALTER TYPE "CasePart" ADD VALUE 'OUTCOME';
CREATE TYPE "CaseProgress" AS ENUM ('TAKEN_UP', 'UNDER_WAY', 'COMPLETED');

-- Whether nothing is missing on a page, as the app told when it sealed it: SQL cannot look. What is shared was whole.
ALTER TABLE "case_text" ADD COLUMN "is_whole" BOOLEAN NOT NULL DEFAULT false;
UPDATE case_text t SET is_whole = true FROM case_discussion c WHERE c.id = t.case_discussion_id AND c.shared_at IS NOT NULL;
GRANT SELECT (is_whole), UPDATE (is_whole) ON case_text TO kt_app;

-- No casus closes while it says nothing of what parents and pupil say themselves, nor why they were not asked.
CREATE FUNCTION case_closes_with_voices() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  BEGIN
    IF NOT EXISTS (SELECT 1 FROM case_text t WHERE t.case_discussion_id = NEW.id AND t.part = 'VOICES' AND t.is_whole AND t.sealed IS NOT NULL) THEN
      RAISE check_violation USING CONSTRAINT = 'case_discussion_closes_with_voices',
        MESSAGE = 'the change violates the constraint "case_discussion_closes_with_voices"';
    END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER closes_with_voices BEFORE UPDATE OF closed_at ON case_discussion
  FOR EACH ROW WHEN (OLD.closed_at IS NULL AND NEW.closed_at IS NOT NULL AND NEW.shared_at IS NOT NULL) EXECUTE FUNCTION case_closes_with_voices();

-- Who is to act now, how it goes, and who was told: without a word of the casus, and kept when its text is erased.
CREATE TABLE "case_follow_up" (
    "case_discussion_id" UUID NOT NULL,
    "consortium_id" UUID NOT NULL,
    "core_team_id" UUID NOT NULL,
    "at_play_person_id" UUID,
    "at_play_function_id" UUID,
    "at_play_since" DATE,
    "progress" "CaseProgress",
    "progress_at" TIMESTAMPTZ(3),
    "progress_by_id" UUID,
    "parents_told_on" DATE,
    "parents_told_by_id" UUID,
    "pupil_told_on" DATE,
    "pupil_told_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "case_follow_up_pkey" PRIMARY KEY ("case_discussion_id"),
    CONSTRAINT "case_follow_up_case_discussion_id_core_team_id_fkey" FOREIGN KEY ("case_discussion_id", "core_team_id") REFERENCES "case_discussion"("id", "core_team_id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "case_follow_up_core_team_id_consortium_id_fkey" FOREIGN KEY ("core_team_id", "consortium_id") REFERENCES "core_team"("id", "consortium_id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "case_follow_up_at_play_person_id_fkey" FOREIGN KEY ("at_play_person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT "case_follow_up_at_play_function_id_consortium_id_fkey" FOREIGN KEY ("at_play_function_id", "consortium_id") REFERENCES "team_function"("id", "consortium_id") ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT "case_follow_up_progress_by_id_fkey" FOREIGN KEY ("progress_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT "case_follow_up_parents_told_by_id_fkey" FOREIGN KEY ("parents_told_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT "case_follow_up_pupil_told_by_id_fkey" FOREIGN KEY ("pupil_told_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT "case_follow_up_lies_in_one_place" CHECK (num_nonnulls(at_play_person_id, at_play_function_id) = CASE WHEN at_play_since IS NULL THEN 0 ELSE 1 END),
    CONSTRAINT "case_follow_up_progress_is_dated" CHECK (num_nonnulls(progress, progress_at, progress_by_id) IN (0, 3) AND (progress IS NULL OR at_play_since IS NOT NULL)),
    CONSTRAINT "case_follow_up_telling_is_dated" CHECK ((parents_told_on IS NULL) = (parents_told_by_id IS NULL) AND (pupil_told_on IS NULL) = (pupil_told_by_id IS NULL))
);
CREATE UNIQUE INDEX "case_follow_up_case_discussion_id_core_team_id_key" ON "case_follow_up"("case_discussion_id", "core_team_id");
CREATE INDEX "case_follow_up_core_team_id_idx" ON "case_follow_up"("core_team_id");

-- What went well and what the team learnt: plain words that stay when the text of the casus is erased.
CREATE TABLE "case_lesson" (
    "case_discussion_id" UUID NOT NULL,
    "consortium_id" UUID NOT NULL,
    "core_team_id" UUID NOT NULL,
    "success" TEXT,
    "lesson" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "case_lesson_pkey" PRIMARY KEY ("case_discussion_id"),
    CONSTRAINT "case_lesson_case_discussion_id_core_team_id_fkey" FOREIGN KEY ("case_discussion_id", "core_team_id") REFERENCES "case_discussion"("id", "core_team_id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "case_lesson_core_team_id_consortium_id_fkey" FOREIGN KEY ("core_team_id", "consortium_id") REFERENCES "core_team"("id", "consortium_id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "case_lesson_case_discussion_id_core_team_id_key" ON "case_lesson"("case_discussion_id", "core_team_id");

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['case_follow_up', 'case_lesson'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO kt_owner USING (true) WITH CHECK (true)', t);
    -- Whoever sees the casus sees what came of it.
    EXECUTE format('CREATE POLICY members_read ON %I FOR SELECT TO kt_app USING (EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id))', t);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON case_follow_up, case_lesson TO kt_app;
GRANT UPDATE (at_play_person_id, at_play_function_id, at_play_since, progress, progress_at, progress_by_id,
  parents_told_on, parents_told_by_id, pupil_told_on, pupil_told_by_id, version) ON case_follow_up TO kt_app;
GRANT UPDATE (success, lesson, version) ON case_lesson TO kt_app;
CREATE POLICY members_begin ON case_follow_up FOR INSERT TO kt_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id AND c.shared_at IS NOT NULL AND c.closed_at IS NULL));
CREATE POLICY members_change ON case_follow_up FOR UPDATE TO kt_app
  USING (EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id AND c.closed_at IS NULL));
-- A success is often seen after a casus is closed.
CREATE POLICY members_begin ON case_lesson FOR INSERT TO kt_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id AND c.shared_at IS NOT NULL));
CREATE POLICY members_change ON case_lesson FOR UPDATE TO kt_app
  USING (EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id));

-- How it goes is told by who is to act, and by nobody for another.
CREATE FUNCTION progress_is_told_by_who_is_at_play() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  BEGIN
    IF current_person() IS NOT NULL AND NOT (NEW.progress_by_id = current_person() AND (
      NEW.at_play_person_id = current_person() OR EXISTS (
        SELECT 1 FROM membership m WHERE m.core_team_id = NEW.core_team_id AND m.person_id = current_person() AND m.function_id = NEW.at_play_function_id
          AND m.first_day <= current_day() AND (m.last_day IS NULL OR m.last_day >= current_day())))) IS TRUE THEN
      RAISE check_violation USING CONSTRAINT = 'case_follow_up_progress_by_who_is_at_play',
        MESSAGE = 'the change violates the constraint "case_follow_up_progress_by_who_is_at_play"';
    END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER progress_by_who_is_at_play BEFORE INSERT OR UPDATE OF progress, progress_at, progress_by_id ON case_follow_up
  FOR EACH ROW WHEN (NEW.progress IS NOT NULL) EXECUTE FUNCTION progress_is_told_by_who_is_at_play();

-- The open casussen of which the viewer has to say anew how it goes: nothing was told since before a day.
CREATE FUNCTION my_cases_to_refresh(before date) RETURNS TABLE (case_discussion_id uuid, last_told date)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT k.case_discussion_id, told.on_day
    FROM case_follow_up k JOIN case_discussion c ON c.id = k.case_discussion_id
    CROSS JOIN LATERAL (SELECT greatest(k.at_play_since, (k.progress_at AT TIME ZONE 'Europe/Amsterdam')::date) AS on_day) told
    WHERE c.closed_at IS NULL AND c.core_team_id = ANY (ARRAY(SELECT my_core_teams())) AND k.progress IS DISTINCT FROM 'COMPLETED' AND told.on_day < before
      AND (k.at_play_person_id = current_person() OR EXISTS (
        SELECT 1 FROM membership m WHERE m.core_team_id = k.core_team_id AND m.person_id = current_person() AND m.function_id = k.at_play_function_id
          AND m.first_day <= current_day() AND (m.last_day IS NULL OR m.last_day >= current_day())))
  $$;
GRANT EXECUTE ON FUNCTION my_cases_to_refresh(date) TO kt_app;

-- The same for the weekly mail: how many wait for each of these people, by core team. No casus, no alias.
CREATE FUNCTION cases_to_refresh(people uuid[], day date, before date) RETURNS TABLE (person_id uuid, core_team_name text, cases integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT m.person_id, t.name, count(DISTINCT c.id)::integer
    FROM membership m JOIN person p ON p.id = m.person_id JOIN core_team t ON t.id = m.core_team_id
    JOIN case_follow_up k ON k.core_team_id = m.core_team_id JOIN case_discussion c ON c.id = k.case_discussion_id
    WHERE m.person_id = ANY (people) AND p.deactivated_at IS NULL AND m.first_day <= day AND (m.last_day IS NULL OR m.last_day >= day)
      AND c.closed_at IS NULL AND k.progress IS DISTINCT FROM 'COMPLETED'
      AND greatest(k.at_play_since, (k.progress_at AT TIME ZONE 'Europe/Amsterdam')::date) < before
      AND (k.at_play_person_id = m.person_id OR k.at_play_function_id = m.function_id)
    GROUP BY m.person_id, t.id, t.name
    ORDER BY m.person_id, t.name, t.id
  $$;
GRANT EXECUTE ON FUNCTION cases_to_refresh(uuid[], date, date) TO kt_worker;
