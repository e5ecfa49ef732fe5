-- The floor under every query: who may see and change which rows, decided by Postgres from facts in the database.
-- The app names the person once per transaction (app.person); without a person there is nothing to see.

-- A function is for the roles it is granted to, and for nobody else.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- Who asks -----------------------------------------------------------------------------------------------------------

CREATE FUNCTION current_person() RETURNS uuid
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT nullif(current_setting('app.person', true), '')::uuid $$;

-- The Amsterdam day. Only the demo and the tests set app.today, to live in a school year of their own.
CREATE FUNCTION current_day() RETURNS date
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT coalesce(nullif(current_setting('app.today', true), '')::date, (now() AT TIME ZONE 'Europe/Amsterdam')::date) $$;

-- The core teams this person is a member of today.
CREATE FUNCTION my_core_teams() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT m.core_team_id FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.person_id = current_person() AND p.deactivated_at IS NULL
      AND m.first_day <= current_day() AND (m.last_day IS NULL OR m.last_day >= current_day())
  $$;

-- The core teams this person plans and records for: IB'er, zorgcoördinator or directeur of the school itself.
CREATE FUNCTION my_coordinated_core_teams() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT m.core_team_id FROM membership m JOIN person p ON p.id = m.person_id JOIN team_function f ON f.id = m.function_id
    WHERE m.person_id = current_person() AND p.deactivated_at IS NULL AND f.coordinates
      AND m.first_day <= current_day() AND (m.last_day IS NULL OR m.last_day >= current_day())
  $$;

-- The samenwerkingsverbanden in which this person holds one of the roles today.
CREATE FUNCTION my_consortia(VARIADIC wanted "RoleName"[]) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT r.consortium_id FROM consortium_role r JOIN person p ON p.id = r.person_id
    WHERE r.person_id = current_person() AND p.deactivated_at IS NULL AND r.role = ANY (wanted)
      AND r.first_day <= current_day() AND (r.last_day IS NULL OR r.last_day >= current_day())
  $$;

-- The samenwerkingsverbanden this person has anything to do with today.
CREATE FUNCTION my_related_consortia() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT my_consortia('PROCESS_COACH', 'ORGANISER', 'BOARD', 'ADMINISTRATOR')
    UNION
    SELECT m.consortium_id FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.person_id = current_person() AND p.deactivated_at IS NULL
      AND m.first_day <= current_day() AND (m.last_day IS NULL OR m.last_day >= current_day())
  $$;

-- Whether this person was a member of the core team on the Amsterdam day of one of its meetings.
CREATE FUNCTION was_member_at(meeting uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT EXISTS (
      SELECT 1 FROM meeting g JOIN membership m ON m.core_team_id = g.core_team_id
      WHERE g.id = meeting AND m.person_id = current_person()
        AND m.first_day <= (g.starts_at AT TIME ZONE 'Europe/Amsterdam')::date
        AND (m.last_day IS NULL OR m.last_day >= (g.starts_at AT TIME ZONE 'Europe/Amsterdam')::date)
    )
  $$;

-- Row-level security on every table, the owner included; the owner migrates and imports, and is no superuser ------------

DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO kt_owner USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO kt_app, kt_auth, kt_worker;
GRANT EXECUTE ON FUNCTION current_person(), current_day(), my_core_teams(), my_coordinated_core_teams(),
  my_consortia("RoleName"[]), my_related_consortia(), was_member_at(uuid) TO kt_app;

-- Reference data: the same for everyone ---------------------------------------------------------------------------------

GRANT SELECT ON postcode_area, holiday TO kt_app;
CREATE POLICY everyone_reads ON postcode_area FOR SELECT TO kt_app USING (true);
CREATE POLICY everyone_reads ON holiday FOR SELECT TO kt_app USING (true);

-- The samenwerkingsverband and its organisations, functions and roles ---------------------------------------------------

GRANT SELECT, UPDATE ON consortium TO kt_app;
CREATE POLICY related_reads ON consortium FOR SELECT TO kt_app USING (id = ANY (ARRAY(SELECT my_related_consortia())));
CREATE POLICY administrator_changes ON consortium FOR UPDATE TO kt_app
  USING (id = ANY (ARRAY(SELECT my_consortia('ADMINISTRATOR'))));

GRANT SELECT, INSERT, UPDATE ON organisation TO kt_app;
CREATE POLICY related_reads ON organisation FOR SELECT TO kt_app USING (consortium_id = ANY (ARRAY(SELECT my_related_consortia())));
CREATE POLICY staff_adds ON organisation FOR INSERT TO kt_app
  WITH CHECK (consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER', 'ADMINISTRATOR'))));
CREATE POLICY staff_changes ON organisation FOR UPDATE TO kt_app
  USING (consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER', 'ADMINISTRATOR'))));

GRANT SELECT, INSERT, UPDATE ON team_function TO kt_app;
CREATE POLICY related_reads ON team_function FOR SELECT TO kt_app USING (consortium_id = ANY (ARRAY(SELECT my_related_consortia())));
CREATE POLICY staff_adds ON team_function FOR INSERT TO kt_app
  WITH CHECK (consortium_id = ANY (ARRAY(SELECT my_consortia('ORGANISER', 'ADMINISTRATOR'))));
CREATE POLICY staff_changes ON team_function FOR UPDATE TO kt_app
  USING (consortium_id = ANY (ARRAY(SELECT my_consortia('ORGANISER', 'ADMINISTRATOR'))));

-- Nobody grants a role to himself.
GRANT SELECT, INSERT ON consortium_role TO kt_app;
GRANT UPDATE (organisation_id, last_day) ON consortium_role TO kt_app;
CREATE POLICY related_reads ON consortium_role FOR SELECT TO kt_app USING (consortium_id = ANY (ARRAY(SELECT my_related_consortia())));
CREATE POLICY administrator_grants ON consortium_role FOR INSERT TO kt_app
  WITH CHECK (consortium_id = ANY (ARRAY(SELECT my_consortia('ADMINISTRATOR'))) AND person_id <> current_person());
CREATE POLICY administrator_ends ON consortium_role FOR UPDATE TO kt_app
  USING (consortium_id = ANY (ARRAY(SELECT my_consortia('ADMINISTRATOR'))) AND person_id <> current_person());

-- Schools -----------------------------------------------------------------------------------------------------------------

GRANT SELECT, INSERT, UPDATE ON core_team, core_team_school TO kt_app;
CREATE POLICY members_and_staff_read ON core_team FOR SELECT TO kt_app USING (
  id = ANY (ARRAY(SELECT my_core_teams()))
  OR consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER', 'ADMINISTRATOR'))));
CREATE POLICY staff_starts ON core_team FOR INSERT TO kt_app
  WITH CHECK (consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER'))));
CREATE POLICY staff_changes ON core_team FOR UPDATE TO kt_app
  USING (consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER'))));

CREATE POLICY members_and_staff_read ON core_team_school FOR SELECT TO kt_app USING (
  core_team_id = ANY (ARRAY(SELECT my_core_teams()))
  OR consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER', 'ADMINISTRATOR'))));
CREATE POLICY staff_adds ON core_team_school FOR INSERT TO kt_app
  WITH CHECK (consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER'))));
CREATE POLICY staff_changes ON core_team_school FOR UPDATE TO kt_app
  USING (consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER'))));

-- A school without samenwerkingsverband is public DUO data that waits for an owner: whoever may import sees it.
GRANT SELECT, INSERT, UPDATE ON school TO kt_app;
CREATE POLICY members_and_staff_read ON school FOR SELECT TO kt_app USING (
  consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER', 'ADMINISTRATOR')))
  OR EXISTS (SELECT 1 FROM core_team_school s WHERE s.school_id = school.id)
  OR (consortium_id IS NULL AND EXISTS (SELECT my_consortia('ORGANISER', 'ADMINISTRATOR'))));
CREATE POLICY importer_adds ON school FOR INSERT TO kt_app WITH CHECK (
  EXISTS (SELECT my_consortia('ORGANISER', 'ADMINISTRATOR'))
  AND (consortium_id IS NULL OR consortium_id = ANY (ARRAY(SELECT my_consortia('ORGANISER', 'ADMINISTRATOR')))));
CREATE POLICY importer_changes ON school FOR UPDATE TO kt_app USING (
  EXISTS (SELECT my_consortia('ORGANISER', 'ADMINISTRATOR'))
  AND (consortium_id IS NULL OR consortium_id = ANY (ARRAY(SELECT my_consortia('ORGANISER', 'ADMINISTRATOR')))));

GRANT SELECT, INSERT, UPDATE, DELETE ON school_import, school_import_change TO kt_app;
CREATE POLICY importers ON school_import TO kt_app
  USING (consortium_id = ANY (ARRAY(SELECT my_consortia('ORGANISER', 'ADMINISTRATOR'))));
CREATE POLICY importers ON school_import_change TO kt_app
  USING (consortium_id = ANY (ARRAY(SELECT my_consortia('ORGANISER', 'ADMINISTRATOR'))));

-- Which of these schools belong to a samenwerkingsverband that this person does not import for. Public knowledge.
CREATE FUNCTION schools_of_others(codes text[]) RETURNS SETOF text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT s.location_code FROM school s
    WHERE s.location_code = ANY (codes) AND s.consortium_id IS NOT NULL
      AND s.consortium_id <> ALL (ARRAY(SELECT my_consortia('ORGANISER', 'ADMINISTRATOR')))
  $$;
GRANT EXECUTE ON FUNCTION schools_of_others(text[]) TO kt_app;

-- Memberships and people ----------------------------------------------------------------------------------------------------

-- People of the school add people of the school; everybody else is added by the samenwerkingsverband. Nobody adds himself.
GRANT SELECT, INSERT ON membership TO kt_app;
GRANT UPDATE (organisation_id, first_day, last_day, temporary_reason, version) ON membership TO kt_app;
CREATE POLICY members_and_staff_read ON membership FOR SELECT TO kt_app USING (
  core_team_id = ANY (ARRAY(SELECT my_core_teams()))
  OR consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER', 'ADMINISTRATOR'))));
CREATE POLICY staff_and_school_add ON membership FOR INSERT TO kt_app WITH CHECK (
  person_id <> current_person() AND (
    consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER')))
    OR (core_team_id = ANY (ARRAY(SELECT my_coordinated_core_teams()))
        AND EXISTS (SELECT 1 FROM team_function f WHERE f.id = function_id AND f.coordinates))));
CREATE POLICY staff_and_school_change ON membership FOR UPDATE TO kt_app USING (
  person_id <> current_person() AND (
    consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER')))
    OR (core_team_id = ANY (ARRAY(SELECT my_coordinated_core_teams()))
        AND EXISTS (SELECT 1 FROM team_function f WHERE f.id = function_id AND f.coordinates))));

-- A person is known to whoever may see a membership or a role of that person.
GRANT SELECT ON person TO kt_app;
GRANT UPDATE (name, phone, call_me_for, working_days, shares_phone, shares_email, deactivated_at, version) ON person TO kt_app;
CREATE POLICY colleagues_read ON person FOR SELECT TO kt_app USING (
  id = current_person()
  OR EXISTS (SELECT 1 FROM membership m WHERE m.person_id = person.id)
  OR EXISTS (SELECT 1 FROM consortium_role r WHERE r.person_id = person.id));
CREATE POLICY self_and_administrator_change ON person FOR UPDATE TO kt_app USING (
  id = current_person()
  OR EXISTS (SELECT 1 FROM membership m WHERE m.person_id = person.id AND m.consortium_id = ANY (ARRAY(SELECT my_consortia('ADMINISTRATOR'))))
  OR EXISTS (SELECT 1 FROM consortium_role r WHERE r.person_id = person.id AND r.consortium_id = ANY (ARRAY(SELECT my_consortia('ADMINISTRATOR')))));

-- Finds the person with this address, or makes one. The new row is not visible before it has a membership or a role,
-- which whoever may invite gives it in the same transaction; others are refused.
CREATE FUNCTION invited_person(address text, full_name text) RETURNS TABLE (person_id uuid, is_new boolean)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  BEGIN
    IF NOT EXISTS (SELECT my_consortia('PROCESS_COACH', 'ORGANISER', 'ADMINISTRATOR')) AND NOT EXISTS (SELECT my_coordinated_core_teams()) THEN
      RAISE insufficient_privilege USING MESSAGE = 'may not invite';
    END IF;
    RETURN QUERY
      WITH added AS (
        INSERT INTO person (email, name) VALUES (lower(address), full_name) ON CONFLICT (email) DO NOTHING RETURNING id
      )
      SELECT id, true FROM added
      UNION ALL
      SELECT p.id, false FROM person p WHERE p.email = lower(address) AND NOT EXISTS (SELECT 1 FROM added);
  END $$;
GRANT EXECUTE ON FUNCTION invited_person(text, text) TO kt_app;

GRANT SELECT, INSERT ON change_report TO kt_app;
GRANT UPDATE (handled_at) ON change_report TO kt_app;
CREATE POLICY reporter_and_staff_read ON change_report FOR SELECT TO kt_app USING (
  (reported_by_id = current_person() AND core_team_id = ANY (ARRAY(SELECT my_core_teams())))
  OR consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER'))));
CREATE POLICY member_reports ON change_report FOR INSERT TO kt_app
  WITH CHECK (reported_by_id = current_person() AND core_team_id = ANY (ARRAY(SELECT my_core_teams())));
CREATE POLICY staff_handles ON change_report FOR UPDATE TO kt_app
  USING (consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER'))));

-- Meetings --------------------------------------------------------------------------------------------------------------------

GRANT SELECT, INSERT ON meeting TO kt_app;
GRANT UPDATE (kind, theme, starts_at, ends_at, form, place, link, organiser_id, sequence, cancelled, cancelled_at, cancellation_reason, recorded_at, version)
  ON meeting TO kt_app;
CREATE POLICY members_and_staff_read ON meeting FOR SELECT TO kt_app USING (
  core_team_id = ANY (ARRAY(SELECT my_core_teams()))
  OR consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER'))));
CREATE POLICY planners_schedule ON meeting FOR INSERT TO kt_app WITH CHECK (
  core_team_id = ANY (ARRAY(SELECT my_coordinated_core_teams()))
  OR consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER'))));
CREATE POLICY planners_change ON meeting FOR UPDATE TO kt_app USING (
  core_team_id = ANY (ARRAY(SELECT my_coordinated_core_teams()))
  OR consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER'))));

GRANT SELECT, INSERT ON participation TO kt_app;
GRANT UPDATE (attendance, answer, present) ON participation TO kt_app;
CREATE POLICY members_and_staff_read ON participation FOR SELECT TO kt_app USING (
  core_team_id = ANY (ARRAY(SELECT my_core_teams()))
  OR consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER'))));
CREATE POLICY planners_invite ON participation FOR INSERT TO kt_app WITH CHECK (
  core_team_id = ANY (ARRAY(SELECT my_coordinated_core_teams()))
  OR consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER'))));
CREATE POLICY invitee_and_planners_change ON participation FOR UPDATE TO kt_app USING (
  (person_id = current_person() AND core_team_id = ANY (ARRAY(SELECT my_core_teams())))
  OR core_team_id = ANY (ARRAY(SELECT my_coordinated_core_teams()))
  OR consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER'))));

GRANT SELECT, INSERT ON meeting_mail TO kt_app;
CREATE POLICY planners_read ON meeting_mail FOR SELECT TO kt_app USING (
  core_team_id = ANY (ARRAY(SELECT my_coordinated_core_teams()))
  OR consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER'))));
CREATE POLICY planners_send ON meeting_mail FOR INSERT TO kt_app WITH CHECK (
  core_team_id = ANY (ARRAY(SELECT my_coordinated_core_teams()))
  OR consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER'))));

-- The one named hole: somebody is busy; and where, only within a samenwerkingsverband that the asker belongs to.
CREATE FUNCTION busy_moments(people uuid[], since timestamptz, until timestamptz, besides uuid DEFAULT NULL)
  RETURNS TABLE (person_id uuid, starts_at timestamptz, ends_at timestamptz, core_team_name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT p.person_id, p.starts_at, p.ends_at,
      CASE WHEN p.consortium_id = ANY (ARRAY(SELECT my_related_consortia())) THEN t.name END
    FROM participation p JOIN core_team t ON t.id = p.core_team_id
    WHERE EXISTS (SELECT my_related_consortia())
      AND p.person_id = ANY (people) AND p.meeting_id IS DISTINCT FROM besides
      AND NOT p.cancelled AND p.answer <> 'DECLINED' AND p.attendance <> 'ON_CALL'
      AND tstzrange(p.starts_at, p.ends_at, '[)') && tstzrange(since, until, '[)')
    ORDER BY p.starts_at
  $$;
GRANT EXECUTE ON FUNCTION busy_moments(uuid[], timestamptz, timestamptz, uuid) TO kt_app;

-- Case discussions --------------------------------------------------------------------------------------------------------------

-- A case is for who is a member today and was one on the meeting's day, or while it is still open.
GRANT SELECT, INSERT ON case_discussion TO kt_app;
GRANT UPDATE (stage, closed_at, version) ON case_discussion TO kt_app;
CREATE POLICY members_read ON case_discussion FOR SELECT TO kt_app USING (
  core_team_id = ANY (ARRAY(SELECT my_core_teams())) AND (closed_at IS NULL OR was_member_at(meeting_id)));
CREATE POLICY members_log ON case_discussion FOR INSERT TO kt_app
  WITH CHECK (created_by_id = current_person() AND core_team_id = ANY (ARRAY(SELECT my_core_teams())));
CREATE POLICY members_change ON case_discussion FOR UPDATE TO kt_app USING (
  core_team_id = ANY (ARRAY(SELECT my_core_teams())) AND (closed_at IS NULL OR was_member_at(meeting_id)));

-- The text can be written, but not selected: only the keys can, which a WHERE needs.
GRANT INSERT ON case_discussion_text TO kt_app;
GRANT SELECT (case_discussion_id, core_team_id) ON case_discussion_text TO kt_app;
GRANT UPDATE (question, situation, goes_well, parents_say, parents_not_asked, pupil_says, pupil_not_asked) ON case_discussion_text TO kt_app;
CREATE POLICY members_read ON case_discussion_text FOR SELECT TO kt_app
  USING (EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id));
CREATE POLICY members_write ON case_discussion_text FOR INSERT TO kt_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id));
CREATE POLICY members_change ON case_discussion_text FOR UPDATE TO kt_app
  USING (EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id));

-- Gives the text of a case and writes down who read it, in one transaction: no line, no text. Nothing for who may not read it.
CREATE FUNCTION read_case_discussion(discussion uuid, access_role text, request text)
  RETURNS TABLE (question text, situation text, goes_well text, parents_say text, parents_not_asked text, pupil_says text, pupil_not_asked text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE c case_discussion%ROWTYPE;
  BEGIN
    SELECT * INTO c FROM case_discussion d
    WHERE d.id = discussion AND d.core_team_id IN (SELECT my_core_teams()) AND (d.closed_at IS NULL OR was_member_at(d.meeting_id));
    IF NOT FOUND THEN RETURN; END IF;
    INSERT INTO audit_line (person_id, role, action, object_type, object_id, consortium_id, core_team_id, request_id)
    VALUES (current_person(), access_role, 'case-discussion:read', 'case_discussion', c.id::text, c.consortium_id, c.core_team_id, request);
    RETURN QUERY SELECT t.question, t.situation, t.goes_well, t.parents_say, t.parents_not_asked, t.pupil_says, t.pupil_not_asked
      FROM case_discussion_text t WHERE t.case_discussion_id = c.id;
  END $$;
GRANT EXECUTE ON FUNCTION read_case_discussion(uuid, text, text) TO kt_app;

-- The next number of an alias. Cases that this person may not see count too, so it looks with the owner's eyes;
-- the lock makes two people who log at once wait for each other.
CREATE FUNCTION next_case_number(team uuid, year integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  BEGIN
    IF team NOT IN (SELECT my_core_teams()) THEN RAISE insufficient_privilege USING MESSAGE = 'not a member'; END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(team::text, 0));
    RETURN (SELECT coalesce(max(number), 0) + 1 FROM case_discussion WHERE core_team_id = team AND school_year = year);
  END $$;
GRANT EXECUTE ON FUNCTION next_case_number(uuid, integer) TO kt_app;

-- How many cases a core team discussed in a school year: all that the samenwerkingsverband may know of them.
CREATE FUNCTION count_case_discussions(team uuid, year integer) RETURNS integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT count(*)::integer FROM case_discussion c
    WHERE c.core_team_id = team AND c.school_year = year
      AND (c.core_team_id IN (SELECT my_core_teams()) OR c.consortium_id IN (SELECT my_consortia('PROCESS_COACH')))
  $$;
GRANT EXECUTE ON FUNCTION count_case_discussions(uuid, integer) TO kt_app;

GRANT SELECT, INSERT ON agreement TO kt_app;
GRANT UPDATE (text, owner_id, due_on, done_at, version) ON agreement TO kt_app;
CREATE POLICY members_read ON agreement FOR SELECT TO kt_app USING (
  core_team_id = ANY (ARRAY(SELECT my_core_teams()))
  AND (case_discussion_id IS NULL OR EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id)));
CREATE POLICY members_make ON agreement FOR INSERT TO kt_app WITH CHECK (
  core_team_id = ANY (ARRAY(SELECT my_core_teams()))
  AND (case_discussion_id IS NULL OR EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id)));
CREATE POLICY members_change ON agreement FOR UPDATE TO kt_app USING (
  core_team_id = ANY (ARRAY(SELECT my_core_teams()))
  AND (case_discussion_id IS NULL OR EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id)));

-- Forms -----------------------------------------------------------------------------------------------------------------------

GRANT SELECT, INSERT, UPDATE ON form_submission TO kt_app;
CREATE POLICY own ON form_submission TO kt_app USING (person_id = current_person());
GRANT SELECT, DELETE ON form_draft TO kt_app;
CREATE POLICY own ON form_draft TO kt_app USING (person_id = current_person());

-- The audit lines: added by everyone, changed by nobody, read by the administrator ---------------------------------------------

GRANT INSERT ON audit_line TO kt_app, kt_auth, kt_worker;
GRANT USAGE ON SEQUENCE audit_line_id_seq TO kt_app, kt_auth, kt_worker;
GRANT SELECT ON audit_line TO kt_app;
CREATE POLICY own_acts ON audit_line FOR INSERT TO kt_app WITH CHECK (person_id = current_person());
CREATE POLICY sign_in_adds ON audit_line FOR INSERT TO kt_auth WITH CHECK (true);
CREATE POLICY worker_adds ON audit_line FOR INSERT TO kt_worker WITH CHECK (true);
CREATE POLICY administrator_reads ON audit_line FOR SELECT TO kt_app
  USING (consortium_id = ANY (ARRAY(SELECT my_consortia('ADMINISTRATOR'))));

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RAISE insufficient_privilege USING MESSAGE = 'audit lines are only added'; END $$;
CREATE TRIGGER audit_lines_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_line
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Signing in: kt_auth sees accounts and sessions, and nothing of what they give access to -------------------------------------

GRANT SELECT, INSERT ON session, login_code, identity TO kt_auth;
GRANT UPDATE (assurance, last_seen_at, ended_at) ON session TO kt_auth;
GRANT UPDATE (attempts, used_at) ON login_code TO kt_auth;
GRANT SELECT, INSERT, UPDATE, DELETE ON email_change, rate_limit, form_draft TO kt_auth;
GRANT SELECT (id, email, name, deactivated_at, version) ON person TO kt_auth;
GRANT UPDATE (email, version) ON person TO kt_auth;
GRANT SELECT ON demo_mail TO kt_auth;
CREATE POLICY sign_in ON session TO kt_auth USING (true);
CREATE POLICY sign_in ON login_code TO kt_auth USING (true);
CREATE POLICY sign_in ON identity TO kt_auth USING (true);
CREATE POLICY sign_in ON email_change TO kt_auth USING (true);
CREATE POLICY sign_in ON rate_limit TO kt_auth USING (true);
CREATE POLICY sign_in ON form_draft TO kt_auth USING (true);
CREATE POLICY sign_in ON person TO kt_auth USING (true);
CREATE POLICY sign_in ON demo_mail FOR SELECT TO kt_auth USING (true);

-- Who a session token belongs to, with the facts that decide what this person may do today: one statement a request.
-- An ended, idle (30 minutes) or expired session, and a deactivated account, give no facts; "ended" says the token was known.
CREATE FUNCTION open_session(hash text, today date)
  RETURNS TABLE (session_id uuid, person_id uuid, name text, email text, assurance "Assurance", ended boolean, memberships jsonb, roles jsonb)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE s session%ROWTYPE; p person%ROWTYPE;
  BEGIN
    SELECT * INTO s FROM session t WHERE t.token_hash = hash;
    IF NOT FOUND THEN RETURN; END IF;
    SELECT * INTO p FROM person q WHERE q.id = s.person_id;
    IF s.ended_at IS NOT NULL OR p.deactivated_at IS NOT NULL OR s.expires_at <= now() OR s.last_seen_at <= now() - interval '30 minutes' THEN
      RETURN QUERY SELECT s.id, p.id, p.name, p.email, s.assurance, true, '[]'::jsonb, '[]'::jsonb;
      RETURN;
    END IF;
    IF s.last_seen_at < now() - interval '1 minute' THEN
      UPDATE session SET last_seen_at = now() WHERE id = s.id;
    END IF;
    RETURN QUERY SELECT s.id, p.id, p.name, p.email, s.assurance, false,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('coreTeamId', m.core_team_id, 'consortiumId', m.consortium_id, 'coreTeamName', t.name,
          'consortiumName', c.name, 'functionName', f.name, 'coordinates', f.coordinates) ORDER BY t.name, f.position), '[]'::jsonb)
        FROM membership m JOIN core_team t ON t.id = m.core_team_id JOIN team_function f ON f.id = m.function_id JOIN consortium c ON c.id = m.consortium_id
        WHERE m.person_id = p.id AND m.first_day <= today AND (m.last_day IS NULL OR m.last_day >= today)),
      (SELECT coalesce(jsonb_agg(jsonb_build_object('consortiumId', r.consortium_id, 'consortiumName', c.name, 'role', r.role) ORDER BY c.name, r.role), '[]'::jsonb)
        FROM consortium_role r JOIN consortium c ON c.id = r.consortium_id
        WHERE r.person_id = p.id AND r.first_day <= today AND (r.last_day IS NULL OR r.last_day >= today));
  END $$;
GRANT EXECUTE ON FUNCTION open_session(text, date) TO kt_auth;

-- Counts a try and tells whether it is still within the limit for this window.
CREATE FUNCTION count_try(key text, seconds integer, most integer) RETURNS boolean
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    INSERT INTO rate_limit AS r (key_hash) VALUES (key)
    ON CONFLICT (key_hash) DO UPDATE SET
      tries = CASE WHEN r.window_start <= now() - make_interval(secs => seconds) THEN 1 ELSE r.tries + 1 END,
      window_start = CASE WHEN r.window_start <= now() - make_interval(secs => seconds) THEN now() ELSE r.window_start END
    RETURNING tries <= most
  $$;
GRANT EXECUTE ON FUNCTION count_try(text, integer, integer) TO kt_app, kt_auth;

-- The worker: what a mail needs, and nothing of a case --------------------------------------------------------------------------

GRANT SELECT ON person, consortium, consortium_role, organisation, core_team, core_team_school, school, membership, team_function,
  change_report, meeting, participation, meeting_mail, login_code, email_change, demo_mail TO kt_worker;
GRANT UPDATE (state, error_code, sent_at) ON meeting_mail TO kt_worker;
GRANT INSERT ON demo_mail TO kt_worker;
GRANT SELECT, DELETE ON session, login_code, form_draft, form_submission, rate_limit, email_change TO kt_worker;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['person', 'consortium', 'consortium_role', 'organisation', 'core_team', 'core_team_school', 'school', 'membership',
    'team_function', 'change_report', 'meeting', 'participation', 'meeting_mail', 'login_code', 'email_change', 'demo_mail',
    'session', 'form_draft', 'form_submission', 'rate_limit'] LOOP
    EXECUTE format('CREATE POLICY worker ON %I TO kt_worker USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
