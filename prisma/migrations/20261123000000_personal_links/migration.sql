-- An address that opens one task, or one calendar, without signing in: a date proposal, an invitation, a guest's view of
-- one meeting, a calendar feed. Of its token only a fingerprint is kept; the token follows from the id and the secret of
-- the deployment, so that a reminder carries the same link. Whoever opens one comes in as kt_link, which sees nothing but
-- what the link is for.

CREATE TYPE "LinkPurpose" AS ENUM ('DATE_PROPOSAL', 'INVITATION', 'GUEST', 'CALENDAR');

CREATE TABLE "personal_link" (
  "id" uuid NOT NULL DEFAULT gen_random_uuid(),
  "token_hash" text NOT NULL,
  "purpose" "LinkPurpose" NOT NULL,
  "consortium_id" uuid,
  "core_team_id" uuid,
  "person_id" uuid,
  "participation_id" uuid,
  "created_at" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expires_at" timestamptz(3),
  "revoked_at" timestamptz(3),
  CONSTRAINT "personal_link_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "personal_link_token_is_unique" ON "personal_link"("token_hash");
CREATE INDEX "personal_link_person_id_idx" ON "personal_link"("person_id");
CREATE INDEX "personal_link_participation_id_idx" ON "personal_link"("participation_id");
ALTER TABLE "personal_link" ADD CONSTRAINT "personal_link_core_team_id_consortium_id_fkey"
  FOREIGN KEY ("core_team_id", "consortium_id") REFERENCES "core_team"("id", "consortium_id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "personal_link" ADD CONSTRAINT "personal_link_person_id_fkey"
  FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "personal_link" ADD CONSTRAINT "personal_link_participation_id_core_team_id_fkey"
  FOREIGN KEY ("participation_id", "core_team_id") REFERENCES "participation"("id", "core_team_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Whose it is follows from what it is for; only a calendar lasts until it is taken back.
ALTER TABLE "personal_link" ADD CONSTRAINT "personal_link_is_for_one_thing" CHECK (
  (purpose = 'GUEST') = (person_id IS NULL)
  AND (purpose = 'CALENDAR') = (core_team_id IS NULL)
  AND (core_team_id IS NULL) = (consortium_id IS NULL)
  AND (purpose = 'INVITATION') = (participation_id IS NOT NULL)
  AND (purpose = 'CALENDAR') = (expires_at IS NULL));

ALTER TABLE personal_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE personal_link FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON personal_link TO kt_owner USING (true) WITH CHECK (true);

-- The fingerprint is written and never read back.
GRANT INSERT ON personal_link TO kt_app, kt_worker;
GRANT SELECT (id, purpose, consortium_id, core_team_id, person_id, participation_id, created_at, expires_at, revoked_at) ON personal_link TO kt_app, kt_worker;
GRANT UPDATE (expires_at, revoked_at) ON personal_link TO kt_app;
CREATE POLICY worker ON personal_link TO kt_worker USING (true) WITH CHECK (true);
CREATE POLICY own_and_planners_read ON personal_link FOR SELECT TO kt_app USING (
  (purpose = 'CALENDAR' AND person_id = current_person())
  OR core_team_id = ANY (ARRAY(SELECT my_coordinated_core_teams()))
  OR consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER'))));
CREATE POLICY own_and_planners_make ON personal_link FOR INSERT TO kt_app WITH CHECK (
  (purpose = 'CALENDAR' AND person_id = current_person())
  OR core_team_id = ANY (ARRAY(SELECT my_coordinated_core_teams()))
  OR consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER'))));
CREATE POLICY own_and_planners_revoke ON personal_link FOR UPDATE TO kt_app USING (
  (purpose = 'CALENDAR' AND person_id = current_person())
  OR core_team_id = ANY (ARRAY(SELECT my_coordinated_core_teams()))
  OR consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER'))));

-- Who holds a link -----------------------------------------------------------------------------------------------------

-- The present moment. Only the demo and the tests set app.now, to live in a school year of their own.
CREATE FUNCTION current_moment() RETURNS timestamptz
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $$;

-- The link that this transaction was opened with, as long as it works: not taken back, not past its term, and its person
-- neither switched off nor gone from the core team. Somebody who joins later may be asked already.
CREATE FUNCTION current_link() RETURNS SETOF personal_link
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT l.* FROM personal_link l LEFT JOIN person p ON p.id = l.person_id
    WHERE l.token_hash = nullif(current_setting('app.link', true), '')
      AND l.revoked_at IS NULL AND (l.expires_at IS NULL OR l.expires_at > current_moment())
      AND (l.person_id IS NULL OR (p.deactivated_at IS NULL AND (l.core_team_id IS NULL OR EXISTS (
        SELECT 1 FROM membership m WHERE m.person_id = l.person_id AND m.core_team_id = l.core_team_id
          AND (m.last_day IS NULL OR m.last_day >= current_day())))))
  $$;

-- What the holder of the link is told about it: never its fingerprint.
CREATE FUNCTION open_link() RETURNS TABLE (id uuid, purpose "LinkPurpose", consortium_id uuid, core_team_id uuid, person_id uuid, person_name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT l.id, l.purpose, l.consortium_id, l.core_team_id, l.person_id, p.name FROM current_link() l LEFT JOIN person p ON p.id = l.person_id $$;

GRANT USAGE ON SCHEMA public TO kt_link;
GRANT EXECUTE ON FUNCTION current_moment(), current_day() TO kt_app, kt_link;
GRANT EXECUTE ON FUNCTION open_link() TO kt_link;

GRANT INSERT ON audit_line TO kt_link;
GRANT USAGE ON SEQUENCE audit_line_id_seq TO kt_link;
CREATE POLICY own_acts_by_link ON audit_line FOR INSERT TO kt_link
  WITH CHECK (role = 'link' AND EXISTS (SELECT 1 FROM open_link() l WHERE l.person_id IS NOT DISTINCT FROM audit_line.person_id));
