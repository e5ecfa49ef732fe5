-- An account that several samenwerkingsverbanden work with: whoever comes later takes nothing over from who was there first.

-- When a role was written down, whatever its first day says. What stands there already is older than anything to come.
ALTER TABLE "consortium_role" ADD COLUMN "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT '2020-01-01';
ALTER TABLE "consortium_role" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();

-- The database alone says when: the app gives no value.
REVOKE INSERT ON consortium_role FROM kt_app;
GRANT INSERT (id, consortium_id, person_id, role, organisation_id, first_day, last_day) ON consortium_role TO kt_app;

-- Somebody who signed in after a job was written down has seen it: it is on the home page.
ALTER TABLE "person" ADD COLUMN "signed_in_at" TIMESTAMPTZ(3);
UPDATE person p SET signed_in_at = s.last FROM (SELECT person_id, max(created_at) AS last FROM session GROUP BY 1) s WHERE s.person_id = p.id;
GRANT UPDATE (signed_in_at) ON person TO kt_auth;

-- What somebody does in core teams and samenwerkingsverbanden, and whether this person administers them. For the functions below.
CREATE FUNCTION jobs_of(whom uuid) RETURNS TABLE (mine boolean, first_day date, last_day date, created_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT j.consortium_id IN (SELECT my_consortia('ADMINISTRATOR')), j.first_day, j.last_day, j.created_at
    FROM (
      SELECT m.consortium_id, m.first_day, m.last_day, m.created_at FROM membership m WHERE m.person_id = whom
      UNION ALL
      SELECT r.consortium_id, r.first_day, r.last_day, r.created_at FROM consortium_role r WHERE r.person_id = whom) j
  $$;

CREATE OR REPLACE FUNCTION works_for_me(whom uuid, until date) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT EXISTS (SELECT 1 FROM jobs_of(whom) j WHERE j.mine AND (j.last_day IS NULL OR j.last_day >= until)) $$;

-- Whether another samenwerkingsverband had somebody, for now or later, before anything that this person does here today.
CREATE FUNCTION first_worked_elsewhere(whom uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT EXISTS (
      SELECT 1 FROM jobs_of(whom) j
      WHERE NOT j.mine AND (j.last_day IS NULL OR j.last_day >= current_day()) AND j.created_at <= coalesce(
        (SELECT min(o.created_at) FROM jobs_of(whom) o
          WHERE o.mine AND o.first_day <= current_day() AND (o.last_day IS NULL OR o.last_day >= current_day())), 'infinity'))
  $$;

-- Whether the account is not for this person alone to switch: others were first, or somebody has signed in since and works
-- for them today. An invitation that nobody has answered by signing in keeps no account on.
CREATE OR REPLACE FUNCTION works_elsewhere(whom uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT first_worked_elsewhere(whom) OR EXISTS (
      SELECT 1 FROM jobs_of(whom) j JOIN person p ON p.id = whom
      WHERE NOT j.mine AND j.first_day <= current_day() AND (j.last_day IS NULL OR j.last_day >= current_day()) AND j.created_at <= p.signed_in_at)
  $$;

-- As before, but how many browsers are signed in is unknown (null) to who may not sign them out.
CREATE OR REPLACE FUNCTION account_figures(whom uuid, moment timestamptz) RETURNS TABLE (works_elsewhere boolean, sessions integer, meetings integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT works_elsewhere(whom),
      CASE WHEN NOT first_worked_elsewhere(whom) THEN (SELECT count(*)::integer FROM session s
        WHERE works_for_me(whom, current_day()) AND s.person_id = whom AND s.ended_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - interval '30 minutes') END,
      (SELECT count(*)::integer FROM participation p
        WHERE p.person_id = whom AND NOT p.cancelled AND p.withdrawn_at IS NULL AND p.answer <> 'DECLINED' AND p.starts_at > moment
          AND p.consortium_id IN (SELECT my_consortia('ADMINISTRATOR')))
    WHERE works_for_me(whom, '-infinity')
  $$;

-- As before, but null, and nobody signed out, where others were first.
CREATE OR REPLACE FUNCTION sign_out_everywhere(whom uuid) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE ended integer;
  BEGIN
    IF NOT works_for_me(whom, current_day()) THEN RAISE insufficient_privilege USING MESSAGE = 'not an account of ours'; END IF;
    IF first_worked_elsewhere(whom) THEN RETURN NULL; END IF;
    UPDATE session SET ended_at = now() WHERE person_id = whom AND ended_at IS NULL AND expires_at > now();
    GET DIAGNOSTICS ended = ROW_COUNT;
    RETURN ended;
  END $$;
