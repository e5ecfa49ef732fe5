-- The text of a casus takes a second factor: a code of an authenticator app, or a recovery code.

-- The session: for how long a second factor counts -----------------------------------------------------------------------------

ALTER TABLE "session"
  ADD COLUMN "assured_at" TIMESTAMPTZ(3),
  ADD COLUMN "assured_until" TIMESTAMPTZ(3),
  ADD COLUMN "previous_hash" TEXT;
UPDATE session SET assured_at = created_at, assured_until = last_seen_at + interval '30 minutes' WHERE assurance = 'HIGH';
ALTER TABLE session ADD CONSTRAINT session_assurance_is_whole CHECK ((assured_at IS NULL) = (assured_until IS NULL));
CREATE UNIQUE INDEX "session_previous_hash_key" ON "session"("previous_hash");

DROP FUNCTION open_session(text, date);
ALTER TABLE "session" DROP COLUMN "assurance";
DROP TYPE "Assurance";
GRANT UPDATE (assured_at, assured_until, token_hash, previous_hash) ON session TO kt_auth;

-- Half an hour after the last casus page, and eight hours after the code, it takes a new one.
CREATE FUNCTION is_assured(assured_at timestamptz, assured_until timestamptz) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT coalesce(assured_until > now() AND assured_at > now() - interval '8 hours', false) $$;

-- Whether the session that this transaction belongs to (app.session) is one of this person, open, with a second factor.
CREATE FUNCTION highly_assured() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT EXISTS (
      SELECT 1 FROM session s
      WHERE s.id = nullif(current_setting('app.session', true), '')::uuid AND s.person_id = current_person()
        AND s.ended_at IS NULL AND s.expires_at > now() AND is_assured(s.assured_at, s.assured_until))
  $$;
GRANT EXECUTE ON FUNCTION highly_assured() TO kt_app;

-- As before. A second factor gives the session a new token; the one before it works for two minutes more, without what the
-- factor opened, so that requests under way do not end at the login page.
CREATE FUNCTION open_session(hash text, today date)
  RETURNS TABLE (session_id uuid, person_id uuid, name text, email text, highly_assured boolean, ended boolean, memberships jsonb, roles jsonb)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE s session%ROWTYPE; p person%ROWTYPE;
  BEGIN
    SELECT * INTO s FROM session t
    WHERE t.token_hash = hash OR (t.previous_hash = hash AND t.assured_at > now() - interval '2 minutes');
    IF NOT FOUND THEN RETURN; END IF;
    SELECT * INTO p FROM person q WHERE q.id = s.person_id;
    IF s.ended_at IS NOT NULL OR p.deactivated_at IS NOT NULL OR s.expires_at <= now() OR s.last_seen_at <= now() - interval '30 minutes' THEN
      RETURN QUERY SELECT s.id, p.id, p.name, p.email, false, true, '[]'::jsonb, '[]'::jsonb;
      RETURN;
    END IF;
    IF s.last_seen_at < now() - interval '1 minute' THEN
      UPDATE session SET last_seen_at = now() WHERE id = s.id;
    END IF;
    RETURN QUERY SELECT s.id, p.id, p.name, p.email, s.token_hash = hash AND is_assured(s.assured_at, s.assured_until), false,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('coreTeamId', m.core_team_id, 'consortiumId', m.consortium_id, 'coreTeamName', t.name,
          'consortiumName', c.name, 'functionName', f.name, 'coordinates', f.coordinates) ORDER BY t.name, f.position), '[]'::jsonb)
        FROM membership m JOIN core_team t ON t.id = m.core_team_id JOIN team_function f ON f.id = m.function_id JOIN consortium c ON c.id = m.consortium_id
        WHERE m.person_id = p.id AND m.first_day <= today AND (m.last_day IS NULL OR m.last_day >= today)),
      (SELECT coalesce(jsonb_agg(jsonb_build_object('consortiumId', r.consortium_id, 'consortiumName', c.name, 'role', r.role) ORDER BY c.name, r.role), '[]'::jsonb)
        FROM consortium_role r JOIN consortium c ON c.id = r.consortium_id
        WHERE r.person_id = p.id AND r.first_day <= today AND (r.last_day IS NULL OR r.last_day >= today));
  END $$;
GRANT EXECUTE ON FUNCTION open_session(text, date) TO kt_auth;

-- Reading a casus is written down in the transaction of the reading: no line, no text. So whichever function gives the text, it
-- gives none without a second factor. Lines of the owner, such as those of the demo world, tell of nobody who reads now.
CREATE FUNCTION refuse_unassured_reading() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
  AS $$
  BEGIN
    IF NOT highly_assured() THEN RAISE insufficient_privilege USING MESSAGE = 'reading a casus takes a second factor'; END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER reading_takes_second_factor BEFORE INSERT ON audit_line
  FOR EACH ROW WHEN (NEW.action IN ('case-discussion:read', 'perspective:read') AND NEW.result = 'DONE' AND session_user <> 'kt_owner')
  EXECUTE FUNCTION refuse_unassured_reading();

-- The factor of somebody, for kt_auth alone ------------------------------------------------------------------------------------

CREATE TABLE "second_factor" (
    "person_id" UUID NOT NULL,
    "sealed_key" TEXT NOT NULL,
    "last_step" INTEGER NOT NULL,
    "set_up_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("person_id"),
    CONSTRAINT "second_factor_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "recovery_code" (
    "person_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("person_id", "code_hash"),
    CONSTRAINT "recovery_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "second_factor"("person_id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "second_factor_setup" (
    "person_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "sealed_key" TEXT,
    "sealed_codes" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "second_factor_setup_pkey" PRIMARY KEY ("person_id"),
    CONSTRAINT "second_factor_setup_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "second_factor_setup_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "second_factor_setup_shows_one_thing" CHECK ((sealed_key IS NULL) <> (sealed_codes IS NULL))
);
CREATE INDEX "second_factor_setup_session_id_idx" ON "second_factor_setup"("session_id");

-- A code is accepted once: the step of time it belongs to only grows, and a recovery code stays used.
CREATE FUNCTION refuse_second_use() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
  AS $$
  BEGIN
    RAISE check_violation USING CONSTRAINT = 'second_factor_code_is_used_once',
      MESSAGE = 'the change violates the constraint "second_factor_code_is_used_once"';
  END $$;
CREATE TRIGGER a_code_is_used_once BEFORE UPDATE ON second_factor
  FOR EACH ROW WHEN (NEW.last_step <= OLD.last_step) EXECUTE FUNCTION refuse_second_use();
CREATE TRIGGER a_code_is_used_once BEFORE UPDATE ON recovery_code
  FOR EACH ROW WHEN (OLD.used_at IS NOT NULL) EXECUTE FUNCTION refuse_second_use();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['second_factor', 'recovery_code', 'second_factor_setup'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO kt_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY sign_in ON %I TO kt_auth USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, DELETE ON second_factor, recovery_code, second_factor_setup TO kt_auth;
GRANT UPDATE (last_step) ON second_factor TO kt_auth;
GRANT UPDATE (used_at) ON recovery_code TO kt_auth;
GRANT UPDATE ON second_factor_setup TO kt_auth;
-- What nobody finished is tidied up.
GRANT SELECT (person_id, expires_at), DELETE ON second_factor_setup TO kt_worker;
CREATE POLICY worker ON second_factor_setup TO kt_worker USING (true);

-- For the administrator --------------------------------------------------------------------------------------------------------

-- Whether somebody who works or worked here has a second factor; null where other samenwerkingsverbanden were first.
CREATE FUNCTION has_second_factor(whom uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT EXISTS (SELECT 1 FROM second_factor f WHERE f.person_id = whom)
    WHERE works_for_me(whom, current_day()) AND NOT first_worked_elsewhere(whom)
  $$;

-- Takes somebody's second factor away, for a telephone that is gone, and signs this person out everywhere.
CREATE FUNCTION reset_second_factor(whom uuid) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  BEGIN
    IF whom = current_person() OR NOT works_for_me(whom, current_day()) THEN RAISE insufficient_privilege USING MESSAGE = 'not an account of ours'; END IF;
    IF first_worked_elsewhere(whom) THEN RETURN 'FIRST_ELSEWHERE'; END IF;
    DELETE FROM second_factor WHERE person_id = whom;
    IF NOT FOUND THEN RETURN 'NOT_SET_UP'; END IF;
    DELETE FROM second_factor_setup WHERE person_id = whom;
    UPDATE session SET ended_at = now() WHERE person_id = whom AND ended_at IS NULL;
    RETURN 'DONE';
  END $$;
GRANT EXECUTE ON FUNCTION has_second_factor(uuid), reset_second_factor(uuid) TO kt_app;
