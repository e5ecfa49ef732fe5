-- Accounts, roles and the settings of a samenwerkingsverband: what the administrator may do, and no more than that.

-- An account belongs to its person ------------------------------------------------------------------------------------

-- Of a person, the app changes what that person says about himself. Switching an account off or on goes through
-- switch_account, because an account may serve several samenwerkingsverbanden.
REVOKE UPDATE (deactivated_at) ON person FROM kt_app;
DROP POLICY self_and_administrator_change ON person;
CREATE POLICY self_changes ON person FOR UPDATE TO kt_app USING (id = current_person());

-- Whether somebody has a job, or had one that lasted until this day, in a samenwerkingsverband that this person administers.
CREATE FUNCTION works_for_me(whom uuid, until date) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT EXISTS (SELECT 1 FROM membership m WHERE m.person_id = whom AND (m.last_day IS NULL OR m.last_day >= until)
        AND m.consortium_id IN (SELECT my_consortia('ADMINISTRATOR')))
      OR EXISTS (SELECT 1 FROM consortium_role r WHERE r.person_id = whom AND (r.last_day IS NULL OR r.last_day >= until)
        AND r.consortium_id IN (SELECT my_consortia('ADMINISTRATOR')))
  $$;

-- Whether somebody works, today or later, in a samenwerkingsverband that this person does not administer.
CREATE FUNCTION works_elsewhere(whom uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT EXISTS (SELECT 1 FROM membership m WHERE m.person_id = whom AND (m.last_day IS NULL OR m.last_day >= current_day())
        AND m.consortium_id NOT IN (SELECT my_consortia('ADMINISTRATOR')))
      OR EXISTS (SELECT 1 FROM consortium_role r WHERE r.person_id = whom AND (r.last_day IS NULL OR r.last_day >= current_day())
        AND r.consortium_id NOT IN (SELECT my_consortia('ADMINISTRATOR')))
  $$;

-- What switching an account off would touch: browsers that are signed in, and meetings to come in the samenwerkingsverbanden
-- this person administers. Nothing for anybody else.
CREATE FUNCTION account_figures(whom uuid, moment timestamptz) RETURNS TABLE (works_elsewhere boolean, sessions integer, meetings integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT works_elsewhere(whom),
      (SELECT count(*)::integer FROM session s
        WHERE works_for_me(whom, current_day()) AND s.person_id = whom AND s.ended_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - interval '30 minutes'),
      (SELECT count(*)::integer FROM participation p
        WHERE p.person_id = whom AND NOT p.cancelled AND p.withdrawn_at IS NULL AND p.answer <> 'DECLINED' AND p.starts_at > moment
          AND p.consortium_id IN (SELECT my_consortia('ADMINISTRATOR')))
    WHERE works_for_me(whom, '-infinity')
  $$;

-- Switches an account off, which signs it out everywhere, or on again. Not the own account, and not one that somebody
-- else's samenwerkingsverband works with.
CREATE FUNCTION switch_account(whom uuid, off boolean) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  BEGIN
    IF whom = current_person() OR NOT works_for_me(whom, '-infinity') THEN RAISE insufficient_privilege USING MESSAGE = 'not an account of ours'; END IF;
    IF works_elsewhere(whom) THEN RETURN 'WORKS_ELSEWHERE'; END IF;
    UPDATE person SET deactivated_at = CASE WHEN off THEN now() END WHERE id = whom AND (deactivated_at IS NULL) = off;
    IF NOT FOUND THEN RETURN 'UNCHANGED'; END IF;
    IF off THEN UPDATE session SET ended_at = now() WHERE person_id = whom AND ended_at IS NULL; END IF;
    RETURN 'DONE';
  END $$;

-- Signs somebody out everywhere, when a telephone was lost. Gives how many browsers that were.
CREATE FUNCTION sign_out_everywhere(whom uuid) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE ended integer;
  BEGIN
    IF NOT works_for_me(whom, current_day()) THEN RAISE insufficient_privilege USING MESSAGE = 'not an account of ours'; END IF;
    UPDATE session SET ended_at = now() WHERE person_id = whom AND ended_at IS NULL AND expires_at > now();
    GET DIAGNOSTICS ended = ROW_COUNT;
    RETURN ended;
  END $$;

GRANT EXECUTE ON FUNCTION account_figures(uuid, timestamptz), switch_account(uuid, boolean), sign_out_everywhere(uuid) TO kt_app;

-- There is always an administrator ------------------------------------------------------------------------------------

-- Refuses a change after which some day, from today on, would have no administrator. Whoever makes such a change at the same
-- moment waits here, and then sees the other's.
CREATE FUNCTION keep_administrator(consortium uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('administrators of ' || consortium, 0));
    IF (SELECT range_agg(daterange(r.first_day, r.last_day, '[]')) @> daterange(current_day(), NULL)
        FROM consortium_role r JOIN person p ON p.id = r.person_id
        WHERE r.consortium_id = consortium AND r.role = 'ADMINISTRATOR' AND p.deactivated_at IS NULL) IS NOT TRUE
    THEN
      RAISE check_violation USING CONSTRAINT = 'consortium_keeps_administrator',
        MESSAGE = 'the change violates the constraint "consortium_keeps_administrator"';
    END IF;
  END $$;

CREATE FUNCTION role_keeps_administrator() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$ BEGIN PERFORM keep_administrator(OLD.consortium_id); RETURN NULL; END $$;
CREATE TRIGGER an_administrator_remains AFTER UPDATE OR DELETE ON consortium_role
  FOR EACH ROW WHEN (OLD.role = 'ADMINISTRATOR') EXECUTE FUNCTION role_keeps_administrator();

CREATE FUNCTION account_keeps_administrator() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  BEGIN
    PERFORM keep_administrator(c.id) FROM (
      SELECT DISTINCT r.consortium_id AS id FROM consortium_role r
      WHERE r.person_id = NEW.id AND r.role = 'ADMINISTRATOR' AND (r.last_day IS NULL OR r.last_day >= current_day()) ORDER BY 1) c;
    RETURN NULL;
  END $$;
CREATE TRIGGER an_administrator_remains AFTER UPDATE OF deactivated_at ON person
  FOR EACH ROW WHEN (OLD.deactivated_at IS NULL AND NEW.deactivated_at IS NOT NULL) EXECUTE FUNCTION account_keeps_administrator();

-- A role that has not begun leaves no history, so it may go; one that has begun is ended.
GRANT DELETE ON consortium_role TO kt_app;
CREATE POLICY administrator_withdraws ON consortium_role FOR DELETE TO kt_app USING (
  consortium_id = ANY (ARRAY(SELECT my_consortia('ADMINISTRATOR'))) AND person_id <> current_person() AND first_day > current_day());

-- Settings ------------------------------------------------------------------------------------------------------------

-- What may change of each. Not whether a function is of the school itself: that would change what people may do.
REVOKE UPDATE ON consortium, organisation, team_function FROM kt_app;
GRANT UPDATE (name, code, version) ON consortium TO kt_app;
GRANT UPDATE (name, kind, phone, version) ON organisation TO kt_app;
GRANT UPDATE (name, expected, attendance, alternatives, position) ON team_function TO kt_app;

-- CreateIndex
CREATE UNIQUE INDEX "team_function_name_is_unique" ON "team_function"("consortium_id", "sector", "name");
