-- The text of a casus is erased when its time is over, and stopped at once when somebody recognises the child.

CREATE TYPE "RetentionTerm" AS ENUM ('NEXT_SCHOOL_YEAR', 'SCHOOL_YEAR', 'SIX_MONTHS', 'THREE_MONTHS');

-- How long a samenwerkingsverband keeps the text of its casussen. Without a row until the end of the next school year.
CREATE TABLE "case_retention" (
    "consortium_id" UUID NOT NULL,
    "term" "RetentionTerm" NOT NULL DEFAULT 'NEXT_SCHOOL_YEAR',
    "changed_on" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "case_retention_pkey" PRIMARY KEY ("consortium_id"),
    CONSTRAINT "case_retention_consortium_id_fkey" FOREIGN KEY ("consortium_id") REFERENCES "consortium"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

ALTER TABLE case_retention ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_retention FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON case_retention TO kt_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON case_retention TO kt_app;
GRANT UPDATE (term, changed_on, version) ON case_retention TO kt_app;
CREATE POLICY related_reads ON case_retention FOR SELECT TO kt_app USING (consortium_id = ANY (ARRAY(SELECT my_working_consortia())));
CREATE POLICY administrator_adds ON case_retention FOR INSERT TO kt_app WITH CHECK (consortium_id = ANY (ARRAY(SELECT my_consortia('ADMINISTRATOR'))));
CREATE POLICY administrator_changes ON case_retention FOR UPDATE TO kt_app USING (consortium_id = ANY (ARRAY(SELECT my_consortia('ADMINISTRATOR'))));

-- Only the functions below set these: the app has no right to.
ALTER TABLE "case_discussion"
  ADD COLUMN "stopped_at" TIMESTAMPTZ(3),
  ADD COLUMN "released_at" TIMESTAMPTZ(3),
  ADD COLUMN "erased_at" TIMESTAMPTZ(3);
ALTER TABLE case_discussion ADD CONSTRAINT case_discussion_stops_what_is_shared CHECK (stopped_at IS NULL OR shared_at IS NOT NULL);

-- A stopped casus is there for its team without a word of it, and so is an erased one ------------------------------------------

ALTER POLICY members_change ON case_discussion USING (
  core_team_id = ANY (ARRAY(SELECT my_core_teams()))
  AND (shared_at IS NOT NULL OR created_by_id = current_person()) AND (closed_at IS NULL OR was_member_at(meeting_id, closed_at))
  AND stopped_at IS NULL AND erased_at IS NULL);
ALTER POLICY members_log ON case_discussion WITH CHECK (
  created_by_id = current_person() AND core_team_id = ANY (ARRAY(SELECT my_core_teams())) AND shared_at IS NULL AND closed_at IS NULL
  AND stopped_at IS NULL AND released_at IS NULL AND erased_at IS NULL);

ALTER POLICY members_read ON case_text
  USING (EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id AND c.stopped_at IS NULL AND c.erased_at IS NULL));
ALTER POLICY members_write ON case_text
  WITH CHECK (EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id AND c.closed_at IS NULL AND c.stopped_at IS NULL AND c.erased_at IS NULL));
ALTER POLICY members_change ON case_text
  USING (EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id AND c.closed_at IS NULL AND c.stopped_at IS NULL AND c.erased_at IS NULL));

ALTER POLICY writer_reads ON perspective
  USING (person_id = current_person() AND EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id AND c.stopped_at IS NULL AND c.erased_at IS NULL));
ALTER POLICY writer_writes ON perspective WITH CHECK (
  person_id = current_person()
  AND EXISTS (SELECT 1 FROM case_discussion c
    WHERE c.id = case_discussion_id AND c.shared_at IS NOT NULL AND c.closed_at IS NULL AND c.stopped_at IS NULL AND c.erased_at IS NULL)
  AND EXISTS (
    SELECT 1 FROM membership m WHERE m.core_team_id = perspective.core_team_id AND m.person_id = current_person() AND m.function_id = perspective.function_id
      AND m.first_day <= current_day() AND (m.last_day IS NULL OR m.last_day >= current_day())));
ALTER POLICY writer_changes ON perspective
  USING (person_id = current_person()
    AND EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id AND c.closed_at IS NULL AND c.stopped_at IS NULL AND c.erased_at IS NULL));

ALTER POLICY members_write ON case_circle_mark
  WITH CHECK (EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id AND c.closed_at IS NULL AND c.stopped_at IS NULL AND c.erased_at IS NULL));
ALTER POLICY members_change ON case_circle_mark
  USING (EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id AND c.closed_at IS NULL AND c.stopped_at IS NULL AND c.erased_at IS NULL));
ALTER POLICY members_begin ON case_follow_up
  WITH CHECK (EXISTS (SELECT 1 FROM case_discussion c
    WHERE c.id = case_discussion_id AND c.shared_at IS NOT NULL AND c.closed_at IS NULL AND c.stopped_at IS NULL AND c.erased_at IS NULL));
ALTER POLICY members_change ON case_follow_up
  USING (EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id AND c.closed_at IS NULL AND c.stopped_at IS NULL AND c.erased_at IS NULL));

-- A success and a lesson are plain words: they go out of sight with what was stopped, and stay with what was erased in time.
ALTER POLICY members_read ON case_lesson USING (EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id AND c.stopped_at IS NULL));
ALTER POLICY members_begin ON case_lesson
  WITH CHECK (EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id AND c.shared_at IS NOT NULL AND c.stopped_at IS NULL));
ALTER POLICY members_change ON case_lesson USING (EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id AND c.stopped_at IS NULL));

-- What was agreed with a casus is text of it: out of sight while it is stopped, and without its words once it is erased.
ALTER POLICY members_read ON agreement USING (
  core_team_id = ANY (ARRAY(SELECT my_core_teams()))
  AND (case_discussion_id IS NULL OR EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id AND (c.stopped_at IS NULL OR c.erased_at IS NOT NULL))));
ALTER POLICY members_make ON agreement WITH CHECK (
  core_team_id = ANY (ARRAY(SELECT my_core_teams()))
  AND (case_discussion_id IS NULL OR EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id AND c.stopped_at IS NULL AND c.erased_at IS NULL)));
ALTER POLICY members_change ON agreement USING (
  core_team_id = ANY (ARRAY(SELECT my_core_teams()))
  AND (case_discussion_id IS NULL OR EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id AND (c.stopped_at IS NULL OR c.erased_at IS NOT NULL))));

CREATE OR REPLACE FUNCTION readable_case(discussion uuid) RETURNS SETOF case_discussion
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT d.* FROM case_discussion d
    WHERE d.id = discussion AND d.core_team_id IN (SELECT my_core_teams())
      AND (d.shared_at IS NOT NULL OR d.created_by_id = current_person())
      AND (d.closed_at IS NULL OR was_member_at(d.meeting_id, d.closed_at))
      AND d.stopped_at IS NULL AND d.erased_at IS NULL
  $$;

-- Numbers for mails and pages are about what can be seen there.
CREATE FUNCTION sees_agreement_of(casus uuid, person uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT casus IS NULL OR EXISTS (
      SELECT 1 FROM case_discussion c JOIN meeting g ON g.id = c.meeting_id
      WHERE c.id = casus AND (c.stopped_at IS NULL OR c.erased_at IS NOT NULL) AND (c.shared_at IS NOT NULL OR c.created_by_id = person)
        AND (c.closed_at IS NULL OR EXISTS (
          SELECT 1 FROM membership w WHERE w.core_team_id = g.core_team_id AND w.person_id = person AND w.created_at <= c.closed_at
            AND w.first_day <= (g.starts_at AT TIME ZONE 'Europe/Amsterdam')::date
            AND (w.last_day IS NULL OR w.last_day >= (g.starts_at AT TIME ZONE 'Europe/Amsterdam')::date))))
  $$;

CREATE OR REPLACE FUNCTION agreements_due(people uuid[], day date, until date)
  RETURNS TABLE (person_id uuid, core_team_id uuid, core_team_name text, overdue integer, due integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT m.person_id, t.id, t.name, (count(DISTINCT a.id) FILTER (WHERE a.due_on < day))::integer, (count(DISTINCT a.id) FILTER (WHERE a.due_on >= day))::integer
    FROM membership m JOIN person p ON p.id = m.person_id JOIN core_team t ON t.id = m.core_team_id JOIN agreement a ON a.core_team_id = m.core_team_id
    WHERE m.person_id = ANY (people) AND p.deactivated_at IS NULL AND m.first_day <= day AND (m.last_day IS NULL OR m.last_day >= day)
      AND a.state IN ('OPEN', 'UNDER_WAY') AND a.due_on <= until
      AND CASE
        WHEN a.passed_to_function_id IS NOT NULL THEN a.passed_to_function_id = m.function_id
        WHEN a.passed_to_organisation_id IS NOT NULL THEN a.passed_to_organisation_id = m.organisation_id
        ELSE a.owner_id = m.person_id END
      AND sees_agreement_of(a.case_discussion_id, m.person_id)
    GROUP BY m.person_id, t.id, t.name
    ORDER BY m.person_id, t.name, t.id
  $$;

CREATE OR REPLACE FUNCTION my_cases_to_refresh(before date) RETURNS TABLE (case_discussion_id uuid, last_told date)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT k.case_discussion_id, told.on_day
    FROM case_follow_up k JOIN case_discussion c ON c.id = k.case_discussion_id
    CROSS JOIN LATERAL (SELECT greatest(k.at_play_since, (k.progress_at AT TIME ZONE 'Europe/Amsterdam')::date) AS on_day) told
    WHERE c.shared_at IS NOT NULL AND c.closed_at IS NULL AND c.stopped_at IS NULL AND c.erased_at IS NULL
      AND c.core_team_id = ANY (ARRAY(SELECT my_core_teams())) AND k.progress IS DISTINCT FROM 'COMPLETED' AND (k.progress IS NULL OR told.on_day < before)
      AND (k.at_play_person_id = current_person() OR EXISTS (
        SELECT 1 FROM membership m WHERE m.core_team_id = k.core_team_id AND m.person_id = current_person() AND m.function_id = k.at_play_function_id
          AND m.first_day <= current_day() AND (m.last_day IS NULL OR m.last_day >= current_day())))
  $$;

CREATE OR REPLACE FUNCTION cases_to_refresh(people uuid[], day date, before date) RETURNS TABLE (person_id uuid, core_team_name text, cases integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT m.person_id, t.name, count(DISTINCT c.id)::integer
    FROM membership m JOIN person p ON p.id = m.person_id JOIN core_team t ON t.id = m.core_team_id
    JOIN case_follow_up k ON k.core_team_id = m.core_team_id JOIN case_discussion c ON c.id = k.case_discussion_id
    WHERE m.person_id = ANY (people) AND p.deactivated_at IS NULL AND m.first_day <= day AND (m.last_day IS NULL OR m.last_day >= day)
      AND c.shared_at IS NOT NULL AND c.closed_at IS NULL AND c.stopped_at IS NULL AND c.erased_at IS NULL AND k.progress IS DISTINCT FROM 'COMPLETED'
      AND (k.progress IS NULL OR greatest(k.at_play_since, (k.progress_at AT TIME ZONE 'Europe/Amsterdam')::date) < before)
      AND (k.at_play_person_id = m.person_id OR k.at_play_function_id = m.function_id)
    GROUP BY m.person_id, t.id, t.name
    ORDER BY m.person_id, t.name, t.id
  $$;

-- What is erased stays erased, whoever writes ------------------------------------------------------------------------------------

-- FOR SHARE makes who writes wait for who erases, or the other way round.
CREATE FUNCTION refuse_text_of_erased_case() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE casus uuid; gone timestamptz;
  BEGIN
    IF TG_TABLE_NAME = 'agreement_event' THEN
      SELECT a.case_discussion_id INTO casus FROM agreement a WHERE a.id = NEW.agreement_id;
    ELSE
      casus := NEW.case_discussion_id;
    END IF;
    SELECT erased_at INTO gone FROM case_discussion WHERE id = casus FOR SHARE;
    IF gone IS NOT NULL THEN
      RAISE check_violation USING CONSTRAINT = 'case_discussion_stays_erased',
        MESSAGE = 'the change violates the constraint "case_discussion_stays_erased"';
    END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER stays_erased BEFORE INSERT OR UPDATE ON case_text FOR EACH ROW EXECUTE FUNCTION refuse_text_of_erased_case();
CREATE TRIGGER stays_erased BEFORE INSERT OR UPDATE ON case_discussion_text FOR EACH ROW EXECUTE FUNCTION refuse_text_of_erased_case();
CREATE TRIGGER stays_erased BEFORE INSERT OR UPDATE ON perspective FOR EACH ROW EXECUTE FUNCTION refuse_text_of_erased_case();
CREATE TRIGGER stays_erased BEFORE INSERT OR UPDATE OF text, dropped_because, case_discussion_id ON agreement
  FOR EACH ROW WHEN (NEW.case_discussion_id IS NOT NULL AND (NEW.text <> '' OR NEW.dropped_because <> '')) EXECUTE FUNCTION refuse_text_of_erased_case();
CREATE TRIGGER stays_erased BEFORE INSERT OR UPDATE ON agreement_event
  FOR EACH ROW WHEN (NEW.reason <> '') EXECUTE FUNCTION refuse_text_of_erased_case();

-- Neither is it taken back that a casus was erased.
CREATE FUNCTION refuse_unerasing() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
  AS $$
  BEGIN
    RAISE check_violation USING CONSTRAINT = 'case_discussion_stays_erased', MESSAGE = 'the change violates the constraint "case_discussion_stays_erased"';
  END $$;
CREATE TRIGGER stays_erased BEFORE UPDATE OF erased_at ON case_discussion
  FOR EACH ROW WHEN (OLD.erased_at IS NOT NULL AND NEW.erased_at IS DISTINCT FROM OLD.erased_at) EXECUTE FUNCTION refuse_unerasing();

-- A draft of a page about a casus is kept only while that casus can be written: its id is in the path, or behind it after a #. No path
-- of ours has a %, with which the id can be written in other letters. What is not kept is lost, and its writer hears so.
CREATE FUNCTION draft_needs_its_case() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE casus uuid := substring(lower(NEW.path) FROM '(?:/case-discussions/|#)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})');
    promise uuid := substring(lower(NEW.path) FROM '^/agreements/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})');
    is_open boolean;
  BEGIN
    IF strpos(NEW.path, '%') > 0 THEN RETURN NULL; END IF;
    IF promise IS NOT NULL THEN SELECT a.case_discussion_id INTO casus FROM agreement a WHERE a.id = promise; END IF;
    IF casus IS NULL THEN RETURN NEW; END IF;
    SELECT stopped_at IS NULL AND erased_at IS NULL INTO is_open FROM case_discussion WHERE id = casus FOR SHARE;
    IF is_open THEN RETURN NEW; END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER needs_its_case BEFORE INSERT OR UPDATE ON form_draft FOR EACH ROW EXECUTE FUNCTION draft_needs_its_case();

-- Erasing ------------------------------------------------------------------------------------------------------------------------

-- What a casus that is erased while it is open goes through is no closing, sharing or revealing of anybody.
DROP TRIGGER closes_with_voices ON case_discussion;
CREATE TRIGGER closes_with_voices BEFORE UPDATE OF closed_at ON case_discussion
  FOR EACH ROW WHEN (OLD.closed_at IS NULL AND NEW.closed_at IS NOT NULL AND NEW.shared_at IS NOT NULL AND NEW.erased_at IS NULL) EXECUTE FUNCTION case_closes_with_voices();
DROP TRIGGER shared_whole ON case_discussion;
CREATE TRIGGER shared_whole BEFORE UPDATE OF shared_at ON case_discussion
  FOR EACH ROW WHEN (NEW.shared_at IS DISTINCT FROM OLD.shared_at AND NEW.erased_at IS NULL AND (OLD.stopped_at IS NULL OR NEW.stopped_at IS NOT NULL))
  EXECUTE FUNCTION case_is_shared_whole();
DROP TRIGGER revealed_once ON case_discussion;
CREATE TRIGGER revealed_once BEFORE UPDATE OF revealed_at ON case_discussion
  FOR EACH ROW WHEN (NEW.revealed_at IS DISTINCT FROM OLD.revealed_at AND (OLD.stopped_at IS NULL OR NEW.stopped_at IS NOT NULL))
  EXECUTE FUNCTION case_is_revealed_once();

-- The drafts in which something of a casus may stand: of its own pages and those of its agreements, and of the pages of its
-- meeting on which one begins a casus or an agreement.
CREATE FUNCTION erase_case_drafts(c case_discussion) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    DELETE FROM form_draft d
    WHERE lower(d.path) ~ ('^/core-teams/' || c.core_team_id || '/meetings/' || c.meeting_id
        || '/(case-discussions/(' || c.id || '|new)([/#]|$)|(agreements/new|presentation)(/|#' || c.id || '|$))')
      OR (lower(d.path) LIKE '/agreements/%' AND split_part(lower(d.path), '/', 3) IN (SELECT a.id::text FROM agreement a WHERE a.case_discussion_id = c.id))
  $$;

-- Erases all that was typed about a casus. Its theme, bouw, marks, what came of it and the states of its agreements stay; the
-- success and the lesson stay too, unless somebody recognised the child and it was not shared since: then it is one that was stopped, and none is
-- written any more. Of a casus that is open or was released the rest is then as of one that its team has closed. Only for the functions below.
CREATE FUNCTION erase_case(discussion uuid, moment timestamptz, access_role text, request text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE c case_discussion%ROWTYPE;
  BEGIN
    SELECT * INTO STRICT c FROM case_discussion d WHERE d.id = discussion FOR UPDATE;
    PERFORM erase_case_drafts(c);
    DELETE FROM pgboss.job j WHERE j.data ->> 'caseDiscussionId' = c.id::text
      OR j.data ->> 'agreementId' IN (SELECT a.id::text FROM agreement a WHERE a.case_discussion_id = c.id);
    DELETE FROM case_text t WHERE t.case_discussion_id = c.id;
    DELETE FROM case_discussion_text t WHERE t.case_discussion_id = c.id;
    DELETE FROM perspective w WHERE w.case_discussion_id = c.id;
    UPDATE agreement_event e SET reason = '' FROM agreement a WHERE a.id = e.agreement_id AND a.case_discussion_id = c.id AND e.reason IS NOT NULL;
    UPDATE agreement a SET text = '', dropped_because = CASE WHEN a.dropped_because IS NOT NULL THEN '' END, version = a.version + 1 WHERE a.case_discussion_id = c.id;
    IF c.stopped_at IS NOT NULL OR c.shared_at IS NULL THEN DELETE FROM case_lesson l WHERE l.case_discussion_id = c.id; END IF;
    UPDATE case_discussion d SET erased_at = moment, shared_at = coalesce(d.shared_at, d.released_at),
      stopped_at = CASE WHEN d.shared_at IS NULL THEN d.released_at ELSE d.stopped_at END,
      closed_at = coalesce(d.closed_at, CASE WHEN moment >= (SELECT g.starts_at FROM meeting g WHERE g.id = d.meeting_id) THEN moment END), version = d.version + 1
    WHERE d.id = c.id;
    INSERT INTO audit_line (person_id, role, action, object_type, object_id, consortium_id, core_team_id, details, request_id)
    VALUES (current_person(), access_role, 'case-discussion:erase', 'case_discussion', c.id::text, c.consortium_id, c.core_team_id,
      CASE WHEN c.stopped_at IS NULL THEN '{}'::jsonb ELSE '{"stopped": true}'::jsonb END, request);
  END $$;

-- From which day on the term of a casus runs: that of its meeting, which can be moved as far ahead as one likes, and no later than a
-- year after its team came to read it.
CREATE FUNCTION kept_from(starts_at timestamptz, shared_at timestamptz) RETURNS date
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT least((starts_at AT TIME ZONE 'Europe/Amsterdam')::date, ((shared_at AT TIME ZONE 'Europe/Amsterdam')::date + interval '1 year')::date) $$;
GRANT EXECUTE ON FUNCTION kept_from(timestamptz, timestamptz) TO kt_app;

-- Of which casussen the text has to go: those of a meeting up to a day, by the term of their samenwerkingsverband (lib/case-retention/rules
-- tells the days), and those that were released and not shared again. The longest term holds for all; a shorter one once it has
-- been told for a while. The worker gets their ids and sees nothing of them.
CREATE FUNCTION cases_to_erase(terms text[], discussed_up_to date[], told_since date, released_before timestamptz, most integer, only_this uuid DEFAULT NULL) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT c.id FROM case_discussion c JOIN meeting g ON g.id = c.meeting_id LEFT JOIN case_retention r ON r.consortium_id = c.consortium_id
    WHERE c.erased_at IS NULL AND (only_this IS NULL OR c.id = only_this)
      AND ((c.shared_at IS NULL AND c.released_at < released_before) OR (c.shared_at IS NOT NULL OR c.released_at IS NOT NULL) AND EXISTS (
        SELECT 1 FROM unnest(terms, discussed_up_to) AS held (term, last)
        WHERE kept_from(g.starts_at, c.shared_at) <= held.last
          AND (held.term = 'NEXT_SCHOOL_YEAR' OR held.term = r.term::text AND r.changed_on <= told_since)))
    ORDER BY g.starts_at, c.id LIMIT most
  $$;

-- Erases one of those, if its text still has to go. Done twice, the second time does nothing.
CREATE FUNCTION erase_due_case(discussion uuid, terms text[], discussed_up_to date[], told_since date, released_before timestamptz, moment timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  BEGIN
    PERFORM 1 FROM case_discussion d WHERE d.id = discussion FOR UPDATE;
    IF NOT EXISTS (SELECT cases_to_erase(terms, discussed_up_to, told_since, released_before, 1, discussion)) THEN RETURN false; END IF;
    PERFORM erase_case(discussion, moment, 'worker', gen_random_uuid()::text);
    RETURN true;
  END $$;
GRANT EXECUTE ON FUNCTION cases_to_erase(text[], date[], date, timestamptz, integer, uuid), erase_due_case(uuid, text[], date[], date, timestamptz, timestamptz) TO kt_worker;

-- What was never shared goes as a whole, with what was typed in its forms; what was released is erased like the others.
CREATE OR REPLACE FUNCTION erase_old_concepts(made_before timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE c case_discussion%ROWTYPE; erased integer := 0;
  BEGIN
    FOR c IN SELECT * FROM case_discussion d WHERE d.shared_at IS NULL AND d.released_at IS NULL AND d.created_at < made_before
      AND NOT EXISTS (SELECT 1 FROM agreement a WHERE a.case_discussion_id = d.id) FOR UPDATE
    LOOP
      PERFORM erase_case_drafts(c);
      DELETE FROM case_discussion d WHERE d.id = c.id;
      erased := erased + 1;
    END LOOP;
    RETURN erased;
  END $$;

-- On which days the casussen were discussed of which a samenwerkingsverband still keeps the text, and how many: for its
-- administrator, who changes how long that is.
CREATE FUNCTION kept_cases(consortium uuid) RETURNS TABLE (discussed_on date, cases integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT kept_from(g.starts_at, c.shared_at), count(*)::integer
    FROM case_discussion c JOIN meeting g ON g.id = c.meeting_id
    WHERE c.consortium_id = consortium AND consortium IN (SELECT my_consortia('ADMINISTRATOR')) AND c.erased_at IS NULL AND c.shared_at IS NOT NULL
    GROUP BY 1 ORDER BY 1
  $$;
GRANT EXECUTE ON FUNCTION kept_cases(uuid) TO kt_app;

-- Stopping ------------------------------------------------------------------------------------------------------------------------

-- Closes all that was typed about a casus for everybody, at once: for whoever may read it, without a second factor. True when it
-- was not stopped before, null for who may not. Who did it stands in the audit line alone.
CREATE FUNCTION stop_case(discussion uuid, moment timestamptz, access_role text, request text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE c case_discussion%ROWTYPE;
  BEGIN
    SELECT * INTO c FROM case_discussion d
    WHERE d.id = discussion AND d.core_team_id IN (SELECT my_core_teams()) AND d.shared_at IS NOT NULL AND d.erased_at IS NULL
      AND (d.closed_at IS NULL OR was_member_at(d.meeting_id, d.closed_at)) FOR UPDATE;
    IF NOT FOUND THEN RETURN NULL; END IF;
    IF c.stopped_at IS NOT NULL THEN RETURN false; END IF;
    UPDATE case_discussion d SET stopped_at = moment, version = d.version + 1 WHERE d.id = c.id;
    PERFORM erase_case_drafts(c);
    INSERT INTO audit_line (person_id, role, action, object_type, object_id, consortium_id, core_team_id, request_id)
    VALUES (current_person(), access_role, 'case-discussion:stop', 'case_discussion', c.id::text, c.consortium_id, c.core_team_id, request);
    RETURN true;
  END $$;

CREATE FUNCTION is_member_today(team uuid, person uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT EXISTS (
      SELECT 1 FROM membership m JOIN person p ON p.id = m.person_id
      WHERE m.core_team_id = team AND m.person_id = person AND p.deactivated_at IS NULL
        AND m.first_day <= current_day() AND (m.last_day IS NULL OR m.last_day >= current_day()))
  $$;

-- Whether a samenwerkingsverband has another procesbegeleider today than this one.
CREATE FUNCTION has_another_process_coach(consortium uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT EXISTS (
      SELECT 1 FROM consortium_role r JOIN person p ON p.id = r.person_id
      WHERE r.consortium_id = consortium AND r.role = 'PROCESS_COACH' AND r.person_id <> current_person() AND p.deactivated_at IS NULL
        AND r.first_day <= current_day() AND (r.last_day IS NULL OR r.last_day >= current_day()))
  $$;

-- The stopped casussen that wait for this procesbegeleider: which, of which team, since when. Not what, and not whose. The
-- hindrance is why this one cannot give it back: its writer is no member any more and could not mend it, or gives it back to nobody
-- but another procesbegeleider.
CREATE FUNCTION stopped_cases()
  RETURNS TABLE (case_discussion_id uuid, consortium_id uuid, core_team_id uuid, core_team_name text, school_year integer, number integer, stopped_at timestamptz, hindrance text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT c.id, c.consortium_id, c.core_team_id, t.name, c.school_year, c.number, c.stopped_at, CASE
      WHEN NOT is_member_today(c.core_team_id, c.created_by_id) THEN 'WRITER_LEFT'
      WHEN c.created_by_id = current_person() AND has_another_process_coach(c.consortium_id) THEN 'OWN' END
    FROM case_discussion c JOIN core_team t ON t.id = c.core_team_id
    WHERE c.stopped_at IS NOT NULL AND c.erased_at IS NULL AND c.consortium_id IN (SELECT my_consortia('PROCESS_COACH'))
    ORDER BY c.stopped_at, t.name, c.id
  $$;

-- Gives a stopped casus back to its writer, as a concept that nobody else sees: to be shared again, perspectives to be revealed
-- again. What was not revealed when it closed was promised to stay its writer's, and who left cannot mend what this person wrote:
-- those perspectives go. Tells the hindrance instead when there is one; null for who may not.
CREATE FUNCTION release_stopped_case(discussion uuid, moment timestamptz, request text) RETURNS text
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
    UPDATE case_discussion d SET stopped_at = NULL, released_at = moment, shared_at = NULL, closed_at = NULL, revealed_at = NULL, perspectives_asked_at = NULL, version = d.version + 1
    WHERE d.id = c.id;
    INSERT INTO audit_line (person_id, role, action, object_type, object_id, consortium_id, core_team_id, request_id)
    VALUES (current_person(), 'processCoach', 'case-stop:release', 'case_discussion', c.id::text, c.consortium_id, c.core_team_id, request);
    RETURN 'DONE';
  END $$;

-- Erases a stopped casus now. Null for who may not.
CREATE FUNCTION erase_stopped_case(discussion uuid, moment timestamptz, request text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  BEGIN
    PERFORM 1 FROM case_discussion d WHERE d.id = discussion AND d.consortium_id IN (SELECT my_consortia('PROCESS_COACH')) FOR UPDATE;
    IF NOT EXISTS (SELECT 1 FROM stopped_cases() w WHERE w.case_discussion_id = discussion) THEN RETURN NULL; END IF;
    PERFORM erase_case(discussion, moment, 'processCoach', request);
    RETURN true;
  END $$;
GRANT EXECUTE ON FUNCTION stop_case(uuid, timestamptz, text, text), stopped_cases(), release_stopped_case(uuid, timestamptz, text), erase_stopped_case(uuid, timestamptz, text) TO kt_app;

-- For the mail to the procesbegeleider: which casus it is and of which team, for as long as it is stopped.
CREATE FUNCTION stopped_case(discussion uuid) RETURNS TABLE (consortium_id uuid, core_team_name text, school_year integer, number integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT c.consortium_id, t.name, c.school_year, c.number FROM case_discussion c JOIN core_team t ON t.id = c.core_team_id
    WHERE c.id = discussion AND c.stopped_at IS NOT NULL AND c.erased_at IS NULL
  $$;
GRANT EXECUTE ON FUNCTION stopped_case(uuid) TO kt_worker;
