-- When somebody works and is away, when a school is closed, and what a samenwerkingsverband holds to when it plans.

-- CreateTable
CREATE TABLE "availability" (
    "person_id" UUID NOT NULL,
    "most_meetings" SMALLINT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "availability_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "working_pattern" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "mornings" SMALLINT[],
    "afternoons" SMALLINT[],

    CONSTRAINT "working_pattern_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "replacement_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study_day" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "consortium_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,

    CONSTRAINT "study_day_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "planning_rules" (
    "consortium_id" UUID NOT NULL,
    "most_meetings" SMALLINT NOT NULL DEFAULT 3,
    "travel_minutes" SMALLINT NOT NULL DEFAULT 30,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "planning_rules_pkey" PRIMARY KEY ("consortium_id")
);

-- CreateTable
CREATE TABLE "consortium_holiday" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "consortium_id" UUID NOT NULL,
    "replaces_id" UUID,
    "name" TEXT NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "applies" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "consortium_holiday_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "working_pattern_once_a_day" ON "working_pattern"("person_id", "valid_from");

-- CreateIndex
CREATE INDEX "absence_replacement_id_idx" ON "absence"("replacement_id");

-- CreateIndex
CREATE INDEX "consortium_holiday_consortium_id_first_day_idx" ON "consortium_holiday"("consortium_id", "first_day");

-- CreateIndex
CREATE UNIQUE INDEX "holiday_corrected_once" ON "consortium_holiday"("consortium_id", "replaces_id");

-- AddForeignKey
ALTER TABLE "availability" ADD CONSTRAINT "availability_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "working_pattern" ADD CONSTRAINT "working_pattern_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_replacement_id_fkey" FOREIGN KEY ("replacement_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study_day" ADD CONSTRAINT "study_day_school_id_consortium_id_fkey" FOREIGN KEY ("school_id", "consortium_id") REFERENCES "school"("id", "consortium_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planning_rules" ADD CONSTRAINT "planning_rules_consortium_id_fkey" FOREIGN KEY ("consortium_id") REFERENCES "consortium"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consortium_holiday" ADD CONSTRAINT "consortium_holiday_consortium_id_fkey" FOREIGN KEY ("consortium_id") REFERENCES "consortium"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consortium_holiday" ADD CONSTRAINT "consortium_holiday_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "holiday"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma's schema language cannot say ------------------------------------------------------------------------------

-- A pattern says when somebody works; who works no more is absent, or leaves the team.
ALTER TABLE working_pattern ADD CONSTRAINT working_pattern_days_exist
  CHECK (mornings <@ ARRAY[1, 2, 3, 4, 5, 6, 7]::smallint[] AND afternoons <@ ARRAY[1, 2, 3, 4, 5, 6, 7]::smallint[]);
ALTER TABLE working_pattern ADD CONSTRAINT working_pattern_says_when CHECK (cardinality(mornings) + cardinality(afternoons) > 0);
ALTER TABLE working_pattern ALTER mornings SET NOT NULL, ALTER afternoons SET NOT NULL;

ALTER TABLE absence ADD CONSTRAINT absence_days_in_order CHECK (last_day >= first_day);
ALTER TABLE absence ADD CONSTRAINT absence_replacement_is_another CHECK (replacement_id <> person_id);
-- On each day at most one absence, so that nobody has to guess who comes instead.
ALTER TABLE absence ADD CONSTRAINT absence_does_not_overlap
  EXCLUDE USING gist (person_id WITH =, daterange(first_day, last_day, '[]') WITH &&);

ALTER TABLE study_day ADD CONSTRAINT study_day_days_in_order CHECK (last_day >= first_day);
ALTER TABLE study_day ADD CONSTRAINT study_day_does_not_overlap
  EXCLUDE USING gist (school_id WITH =, daterange(first_day, last_day, '[]') WITH &&);

ALTER TABLE availability ADD CONSTRAINT availability_most_meetings_is_sensible CHECK (most_meetings BETWEEN 1 AND 8);
ALTER TABLE planning_rules ADD CONSTRAINT planning_rules_are_sensible CHECK (most_meetings BETWEEN 1 AND 8 AND travel_minutes BETWEEN 0 AND 180);

ALTER TABLE consortium_holiday ADD CONSTRAINT consortium_holiday_days_in_order CHECK (last_day >= first_day);
-- Only a correction can say that something does not hold.
ALTER TABLE consortium_holiday ADD CONSTRAINT consortium_holiday_holds CHECK (applies OR replaces_id IS NOT NULL);

-- The working days there were -------------------------------------------------------------------------------------------

-- Whole days, from before anything was planned. A day that is told now begins on a day of its own.
INSERT INTO working_pattern (person_id, valid_from, mornings, afternoons)
  SELECT id, '2020-01-01', working_days::smallint[], working_days::smallint[] FROM person WHERE cardinality(working_days) > 0;
ALTER TABLE person DROP COLUMN working_days;

-- Who may see and change what -------------------------------------------------------------------------------------------

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['availability', 'working_pattern', 'absence', 'study_day', 'planning_rules', 'consortium_holiday'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO kt_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC', t);
  END LOOP;
END $$;

-- Whether somebody works, today or later, in a samenwerkingsverband whose core teams this person guides.
CREATE FUNCTION i_guide(whom uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT EXISTS (SELECT 1 FROM membership m WHERE m.person_id = whom AND (m.last_day IS NULL OR m.last_day >= current_day())
        AND m.consortium_id IN (SELECT my_consortia('PROCESS_COACH', 'ORGANISER')))
      OR EXISTS (SELECT 1 FROM consortium_role r WHERE r.person_id = whom AND (r.last_day IS NULL OR r.last_day >= current_day())
        AND r.consortium_id IN (SELECT my_consortia('PROCESS_COACH', 'ORGANISER')))
  $$;

-- Who may stand in for somebody: who shares a core team with that person today or later, or works there for the same
-- organisation in the same function, or in one that replaces it. Asked by that person, or by who guides that person.
CREATE FUNCTION replacements_for(whom uuid) RETURNS TABLE (person_id uuid, name text, function_name text, organisation_name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    WITH place AS (
      SELECT m.person_id, m.consortium_id, m.core_team_id, m.organisation_id, m.first_day, f.id AS function_id, f.name AS function_name, f.alternatives, f.position
      FROM membership m JOIN team_function f ON f.id = m.function_id WHERE m.last_day IS NULL OR m.last_day >= current_day()
    ),
    -- Looked up by index for each of the few places of whoever is away.
    other AS (
      SELECT o.person_id, o.function_name, o.organisation_id, o.position, o.function_id = own.function_id AS same
      FROM place own, LATERAL (
        SELECT p.* FROM place p WHERE p.core_team_id = own.core_team_id
        UNION ALL
        SELECT p.* FROM place p WHERE p.consortium_id = own.consortium_id AND p.organisation_id = own.organisation_id
          AND (p.function_id = own.function_id OR p.alternatives = own.alternatives)) o
      WHERE own.person_id = whom
        -- Who joins later does not know the team yet.
        AND ((whom = current_person() AND own.first_day <= current_day()) OR own.consortium_id IN (SELECT my_consortia('PROCESS_COACH', 'ORGANISER')))
    )
    SELECT DISTINCT ON (o.person_id) o.person_id, q.name, o.function_name, g.name
    FROM other o JOIN person q ON q.id = o.person_id LEFT JOIN organisation g ON g.id = o.organisation_id
    WHERE o.person_id <> whom AND q.deactivated_at IS NULL AND (whom = current_person() OR i_guide(whom))
    ORDER BY o.person_id, o.same DESC, o.position
  $$;

-- How the people of a core team can be planned in a stretch of days, and who stands in for them: days, dayparts and most
-- meetings, for whoever plans that team. Nothing of strangers, and nothing about why.
CREATE FUNCTION team_availability(team uuid, since date, until date)
  RETURNS TABLE (person_id uuid, name text, most_meetings smallint, patterns jsonb, absences jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    WITH asked AS (
      SELECT t.id FROM core_team t
      WHERE t.id = team AND (t.id IN (SELECT my_coordinated_core_teams()) OR t.consortium_id IN (SELECT my_consortia('PROCESS_COACH', 'ORGANISER')))
    ),
    member AS (
      SELECT DISTINCT m.person_id FROM asked a JOIN membership m ON m.core_team_id = a.id
      WHERE m.first_day <= until AND (m.last_day IS NULL OR m.last_day >= since)
    ),
    somebody AS (
      SELECT person_id FROM member
      UNION SELECT x.replacement_id FROM absence x JOIN member USING (person_id)
      WHERE x.replacement_id IS NOT NULL AND x.first_day <= until AND x.last_day >= greatest(since, current_day())
    )
    SELECT p.id, p.name, v.most_meetings,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('validFrom', w.valid_from, 'mornings', w.mornings, 'afternoons', w.afternoons) ORDER BY w.valid_from), '[]'::jsonb)
        FROM working_pattern w WHERE w.person_id = p.id AND w.valid_from <= until),
      (SELECT coalesce(jsonb_agg(jsonb_build_object('firstDay', x.first_day, 'lastDay', x.last_day, 'replacementId', x.replacement_id) ORDER BY x.first_day), '[]'::jsonb)
        FROM absence x WHERE x.person_id = p.id AND x.first_day <= until AND x.last_day >= greatest(since, current_day()))
    FROM somebody s JOIN person p ON p.id = s.person_id LEFT JOIN availability v ON v.person_id = p.id
    WHERE p.deactivated_at IS NULL
  $$;

GRANT EXECUTE ON FUNCTION i_guide(uuid), replacements_for(uuid), team_availability(uuid, date, date) TO kt_app;

-- Working days are part of how colleagues know each other, as telephone numbers are.
GRANT SELECT, INSERT, DELETE ON working_pattern TO kt_app;
GRANT UPDATE (mornings, afternoons) ON working_pattern TO kt_app;
CREATE POLICY colleagues_read ON working_pattern FOR SELECT TO kt_app USING (
  person_id = current_person()
  OR EXISTS (SELECT 1 FROM membership m WHERE m.person_id = working_pattern.person_id)
  OR EXISTS (SELECT 1 FROM consortium_role r WHERE r.person_id = working_pattern.person_id));
CREATE POLICY self_and_guides_add ON working_pattern FOR INSERT TO kt_app WITH CHECK (person_id = current_person() OR i_guide(person_id));
CREATE POLICY self_and_guides_change ON working_pattern FOR UPDATE TO kt_app USING (person_id = current_person() OR i_guide(person_id));
CREATE POLICY self_and_guides_remove ON working_pattern FOR DELETE TO kt_app USING (person_id = current_person() OR i_guide(person_id));

GRANT SELECT, INSERT ON availability TO kt_app;
GRANT UPDATE (most_meetings, version) ON availability TO kt_app;
CREATE POLICY self_and_guides_read ON availability FOR SELECT TO kt_app USING (person_id = current_person() OR i_guide(person_id));
CREATE POLICY self_and_guides_add ON availability FOR INSERT TO kt_app WITH CHECK (person_id = current_person() OR i_guide(person_id));
CREATE POLICY self_and_guides_change ON availability FOR UPDATE TO kt_app USING (person_id = current_person() OR i_guide(person_id));

-- That somebody is away, today or later, is for the own core teams and for who guides them; that somebody was away, for nobody else.
GRANT SELECT, INSERT, DELETE ON absence TO kt_app;
GRANT UPDATE (first_day, last_day, replacement_id, version) ON absence TO kt_app;
CREATE POLICY self_team_and_guides_read ON absence FOR SELECT TO kt_app USING (
  person_id = current_person()
  OR (last_day >= current_day() AND (
    EXISTS (SELECT 1 FROM membership m WHERE m.person_id = absence.person_id AND (m.last_day IS NULL OR m.last_day >= current_day())
      AND (m.core_team_id = ANY (ARRAY(SELECT my_core_teams())) OR m.consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER')))))
    OR EXISTS (SELECT 1 FROM consortium_role r WHERE r.person_id = absence.person_id AND (r.last_day IS NULL OR r.last_day >= current_day())
      AND r.consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER')))))));
CREATE POLICY self_and_guides_add ON absence FOR INSERT TO kt_app WITH CHECK (
  (person_id = current_person() OR i_guide(person_id))
  AND (replacement_id IS NULL OR replacement_id IN (SELECT r.person_id FROM replacements_for(absence.person_id) r)));
CREATE POLICY self_and_guides_change ON absence FOR UPDATE TO kt_app USING (person_id = current_person() OR i_guide(person_id))
  WITH CHECK (
    (person_id = current_person() OR i_guide(person_id))
    AND (replacement_id IS NULL OR replacement_id IN (SELECT r.person_id FROM replacements_for(absence.person_id) r)));
CREATE POLICY self_and_guides_remove ON absence FOR DELETE TO kt_app USING (person_id = current_person() OR i_guide(person_id));

-- Who comes instead of a colleague is somebody to know: name and how to reach that person.
ALTER POLICY colleagues_read ON person USING (
  id = current_person()
  OR EXISTS (SELECT 1 FROM membership m WHERE m.person_id = person.id)
  OR EXISTS (SELECT 1 FROM consortium_role r WHERE r.person_id = person.id)
  OR EXISTS (SELECT 1 FROM participation p WHERE p.person_id = person.id OFFSET 0)
  OR EXISTS (SELECT 1 FROM absence a WHERE a.replacement_id = person.id AND a.last_day >= current_day() OFFSET 0));

-- Study days: of the own school, and for who guides its core teams.
GRANT SELECT, INSERT, DELETE ON study_day TO kt_app;
GRANT UPDATE (name, first_day, last_day) ON study_day TO kt_app;
CREATE POLICY members_and_staff_read ON study_day FOR SELECT TO kt_app USING (
  consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER', 'ADMINISTRATOR')))
  OR EXISTS (SELECT 1 FROM core_team_school s WHERE s.school_id = study_day.school_id AND s.core_team_id = ANY (ARRAY(SELECT my_core_teams()))));
CREATE POLICY planners_add ON study_day FOR INSERT TO kt_app WITH CHECK (
  consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER')))
  OR EXISTS (SELECT 1 FROM core_team_school s WHERE s.school_id = study_day.school_id AND (s.last_day IS NULL OR s.last_day >= current_day())
    AND s.core_team_id = ANY (ARRAY(SELECT my_coordinated_core_teams()))));
CREATE POLICY planners_change ON study_day FOR UPDATE TO kt_app USING (
  consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER')))
  OR EXISTS (SELECT 1 FROM core_team_school s WHERE s.school_id = study_day.school_id AND (s.last_day IS NULL OR s.last_day >= current_day())
    AND s.core_team_id = ANY (ARRAY(SELECT my_coordinated_core_teams()))));
CREATE POLICY planners_remove ON study_day FOR DELETE TO kt_app USING (
  consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER')))
  OR EXISTS (SELECT 1 FROM core_team_school s WHERE s.school_id = study_day.school_id AND (s.last_day IS NULL OR s.last_day >= current_day())
    AND s.core_team_id = ANY (ARRAY(SELECT my_coordinated_core_teams()))));

GRANT SELECT, INSERT ON planning_rules TO kt_app;
GRANT UPDATE (most_meetings, travel_minutes, version) ON planning_rules TO kt_app;
CREATE POLICY related_reads ON planning_rules FOR SELECT TO kt_app USING (consortium_id = ANY (ARRAY(SELECT my_working_consortia())));
CREATE POLICY staff_adds ON planning_rules FOR INSERT TO kt_app
  WITH CHECK (consortium_id = ANY (ARRAY(SELECT my_consortia('ORGANISER', 'ADMINISTRATOR'))));
CREATE POLICY staff_changes ON planning_rules FOR UPDATE TO kt_app
  USING (consortium_id = ANY (ARRAY(SELECT my_consortia('ORGANISER', 'ADMINISTRATOR'))));

-- Holidays of the country are the same for everyone; what a samenwerkingsverband adds or corrects is its own.
GRANT SELECT, INSERT, DELETE ON consortium_holiday TO kt_app;
GRANT UPDATE (name, first_day, last_day, applies) ON consortium_holiday TO kt_app;
CREATE POLICY related_reads ON consortium_holiday FOR SELECT TO kt_app USING (consortium_id = ANY (ARRAY(SELECT my_working_consortia())));
CREATE POLICY staff_adds ON consortium_holiday FOR INSERT TO kt_app
  WITH CHECK (consortium_id = ANY (ARRAY(SELECT my_consortia('ORGANISER', 'ADMINISTRATOR'))));
CREATE POLICY staff_changes ON consortium_holiday FOR UPDATE TO kt_app
  USING (consortium_id = ANY (ARRAY(SELECT my_consortia('ORGANISER', 'ADMINISTRATOR'))));
CREATE POLICY staff_removes ON consortium_holiday FOR DELETE TO kt_app
  USING (consortium_id = ANY (ARRAY(SELECT my_consortia('ORGANISER', 'ADMINISTRATOR'))));

-- Whether schools of a core team are closed on a day for a holiday, as its samenwerkingsverband has it.
CREATE FUNCTION is_holiday(team uuid, day date) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT EXISTS (
        SELECT 1 FROM core_team t CROSS JOIN holiday h LEFT JOIN consortium_holiday c ON c.replaces_id = h.id AND c.consortium_id = t.consortium_id
        WHERE t.id = team AND coalesce(c.applies, true) AND day BETWEEN coalesce(c.first_day, h.first_day) AND coalesce(c.last_day, h.last_day)
          AND (h.region IS NULL OR EXISTS (
            SELECT 1 FROM core_team_school x JOIN school s ON s.id = x.school_id WHERE x.core_team_id = t.id AND s.holiday_region = h.region)))
      OR EXISTS (
        SELECT 1 FROM core_team t JOIN consortium_holiday c ON c.consortium_id = t.consortium_id
        WHERE t.id = team AND c.replaces_id IS NULL AND day BETWEEN c.first_day AND c.last_day)
  $$;

-- Where somebody is busy ------------------------------------------------------------------------------------------------

-- Whether two meetings are at one place, as far as their words tell: the part before the first comma, which names the school
-- or the building ("OBS De Wilgen, teamkamer"). Without a comma it names a room of the own school. Digital is nowhere.
CREATE FUNCTION place_of(team uuid, form "MeetingForm", place text) RETURNS text
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT CASE WHEN form = 'DIGITAL' OR place IS NULL THEN NULL
      WHEN place LIKE '%,%' THEN lower(regexp_replace(btrim(split_part(place, ',', 1)), '\s+', ' ', 'g'))
      ELSE 'room of ' || team END
  $$;

-- The one named hole, which now also tells whether two moments are at one place: a number that means nothing elsewhere, 0
-- for the place that is asked about, and null for a digital meeting. Which place it is, it does not tell.
DROP FUNCTION busy_moments(uuid[], timestamptz, timestamptz, uuid);
CREATE FUNCTION busy_moments(people uuid[], since timestamptz, until timestamptz, besides uuid DEFAULT NULL, team uuid DEFAULT NULL, here text DEFAULT NULL)
  RETURNS TABLE (person_id uuid, starts_at timestamptz, ends_at timestamptz, core_team_name text, place integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT p.person_id, p.starts_at, p.ends_at,
      CASE WHEN p.consortium_id = ANY (ARRAY(SELECT my_working_consortia())) THEN t.name END,
      CASE WHEN place_of(m.core_team_id, m.form, m.place) = place_of(team, 'LIVE', here) THEN 0
        WHEN place_of(m.core_team_id, m.form, m.place) IS NOT NULL THEN (dense_rank() OVER (ORDER BY md5(place_of(m.core_team_id, m.form, m.place))))::integer END
    FROM participation p JOIN core_team t ON t.id = p.core_team_id JOIN meeting m ON m.id = p.meeting_id
    WHERE EXISTS (SELECT my_working_consortia())
      AND p.person_id = ANY (people) AND p.meeting_id IS DISTINCT FROM besides
      AND NOT p.cancelled AND p.answer <> 'DECLINED' AND p.attendance <> 'ON_CALL' AND p.withdrawn_at IS NULL
      AND tstzrange(p.starts_at, p.ends_at, '[)') && tstzrange(since, until, '[)')
    ORDER BY p.starts_at
  $$;
GRANT EXECUTE ON FUNCTION busy_moments(uuid[], timestamptz, timestamptz, uuid, uuid, text) TO kt_app;
