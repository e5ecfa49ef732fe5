-- An agreement has a state, may lie with somebody else, and has a history.

CREATE TYPE "AgreementState" AS ENUM ('OPEN', 'UNDER_WAY', 'DONE', 'DROPPED');
CREATE TYPE "AgreementEventKind" AS ENUM ('MADE', 'STATE', 'PASSED', 'DUE', 'TEXT');

ALTER TABLE "agreement"
  ADD COLUMN "state" "AgreementState" NOT NULL DEFAULT 'OPEN',
  ADD COLUMN "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "dropped_because" TEXT,
  ADD COLUMN "follower_id" UUID,
  ADD COLUMN "passed_to_function_id" UUID,
  ADD COLUMN "passed_to_organisation_id" UUID,
  ADD COLUMN "passed_at" TIMESTAMPTZ(3);

UPDATE "agreement" SET "state" = CASE WHEN "done_at" IS NULL THEN 'OPEN' ELSE 'DONE' END::"AgreementState", "state_since" = coalesce("done_at", "created_at");

DROP INDEX "agreement_core_team_id_done_at_due_on_idx";
DROP INDEX "agreement_owner_id_done_at_idx";
ALTER TABLE "agreement" DROP COLUMN "done_at";
CREATE INDEX "agreement_core_team_id_state_due_on_idx" ON "agreement"("core_team_id", "state", "due_on");
CREATE INDEX "agreement_owner_id_state_idx" ON "agreement"("owner_id", "state");
CREATE UNIQUE INDEX "agreement_id_core_team_id_key" ON "agreement"("id", "core_team_id");

ALTER TABLE "agreement"
  ADD CONSTRAINT "agreement_follower_id_fkey" FOREIGN KEY ("follower_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  ADD CONSTRAINT "agreement_passed_to_function_id_consortium_id_fkey" FOREIGN KEY ("passed_to_function_id", "consortium_id") REFERENCES "team_function"("id", "consortium_id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  ADD CONSTRAINT "agreement_passed_to_organisation_id_consortium_id_fkey" FOREIGN KEY ("passed_to_organisation_id", "consortium_id") REFERENCES "organisation"("id", "consortium_id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  ADD CONSTRAINT "agreement_dropped_with_reason" CHECK (("state" = 'DROPPED') = ("dropped_because" IS NOT NULL)),
  ADD CONSTRAINT "agreement_lies_in_one_place" CHECK (num_nonnulls("passed_to_function_id", "passed_to_organisation_id") <= 1),
  ADD CONSTRAINT "agreement_passed_on_since" CHECK (("passed_at" IS NULL) = (num_nonnulls("passed_to_function_id", "passed_to_organisation_id", "follower_id") = 0)),
  ADD CONSTRAINT "agreement_follower_is_somebody_else" CHECK ("follower_id" <> "owner_id");

CREATE TABLE "agreement_event" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "consortium_id" UUID NOT NULL,
    "core_team_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" "AgreementEventKind" NOT NULL,
    "state" "AgreementState",
    "reason" TEXT,
    "owner_id" UUID,
    "function_id" UUID,
    "organisation_id" UUID,
    "due_on" DATE,

    CONSTRAINT "agreement_event_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "agreement_event_agreement_id_core_team_id_fkey" FOREIGN KEY ("agreement_id", "core_team_id") REFERENCES "agreement"("id", "core_team_id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "agreement_event_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "agreement_event_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT "agreement_event_function_id_consortium_id_fkey" FOREIGN KEY ("function_id", "consortium_id") REFERENCES "team_function"("id", "consortium_id") ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT "agreement_event_organisation_id_consortium_id_fkey" FOREIGN KEY ("organisation_id", "consortium_id") REFERENCES "organisation"("id", "consortium_id") ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT "agreement_event_says_what" CHECK (CASE "kind"
      WHEN 'MADE' THEN "owner_id" IS NOT NULL AND "due_on" IS NOT NULL
      WHEN 'STATE' THEN "state" IS NOT NULL AND ("state" = 'DROPPED') = ("reason" IS NOT NULL)
      WHEN 'PASSED' THEN num_nonnulls("owner_id", "function_id", "organisation_id") = 1
      WHEN 'DUE' THEN "due_on" IS NOT NULL
      ELSE true END)
);
CREATE INDEX "agreement_event_agreement_id_at_idx" ON "agreement_event"("agreement_id", "at");

ALTER TABLE "agreement_event" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "agreement_event" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON "agreement_event" TO kt_owner USING (true) WITH CHECK (true);

GRANT UPDATE (state, state_since, dropped_because, follower_id, passed_to_function_id, passed_to_organisation_id, passed_at) ON agreement TO kt_app;

-- The history follows the agreement: who reads the one, reads the other. It is added to under one's own name, and the app
-- may neither change nor remove it.
GRANT SELECT, INSERT ON agreement_event TO kt_app;
CREATE POLICY readers_read ON agreement_event FOR SELECT TO kt_app USING (
  core_team_id = ANY (ARRAY(SELECT my_core_teams())) AND EXISTS (SELECT 1 FROM agreement a WHERE a.id = agreement_id));
CREATE POLICY members_add ON agreement_event FOR INSERT TO kt_app WITH CHECK (
  person_id = current_person() AND core_team_id = ANY (ARRAY(SELECT my_core_teams())) AND EXISTS (SELECT 1 FROM agreement a WHERE a.id = agreement_id));

-- The own open agreements in the core teams of today, each in one of two views. Mine: what this person took on, and what lies
-- with a function or an organisation that this person has in that team. Passed: what this person passed on and follows.
CREATE FUNCTION my_open_agreements() RETURNS TABLE (agreement_id uuid, core_team_id uuid, due_on date, view text)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT a.id, a.core_team_id, a.due_on, CASE WHEN acts.here THEN 'mine' ELSE 'passed' END
    FROM (
      SELECT m.core_team_id, array_agg(m.function_id) AS functions, array_agg(m.organisation_id) AS organisations FROM membership m
      WHERE m.person_id = current_person() AND m.first_day <= current_day() AND (m.last_day IS NULL OR m.last_day >= current_day())
      GROUP BY m.core_team_id
    ) own
    JOIN agreement a ON a.core_team_id = own.core_team_id AND a.state IN ('OPEN', 'UNDER_WAY')
    CROSS JOIN LATERAL (SELECT coalesce(CASE
      WHEN a.passed_to_function_id IS NOT NULL THEN a.passed_to_function_id = ANY (own.functions)
      WHEN a.passed_to_organisation_id IS NOT NULL THEN a.passed_to_organisation_id = ANY (own.organisations)
      ELSE a.owner_id = current_person() END, false) AS here) acts
    WHERE acts.here OR a.owner_id = current_person() OR a.follower_id = current_person()
  $$;
GRANT EXECUTE ON FUNCTION my_open_agreements() TO kt_app;

-- How many open agreements wait for somebody in a core team, for who plans there and may not read them: a number, and no text.
-- What was passed on to a function or an organisation waits for nobody in person.
CREATE FUNCTION count_open_agreements_of(team uuid, person uuid) RETURNS integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT count(*)::integer FROM agreement a
    WHERE a.core_team_id = team AND a.owner_id = person AND a.state IN ('OPEN', 'UNDER_WAY')
      AND a.passed_to_function_id IS NULL AND a.passed_to_organisation_id IS NULL
      AND (a.core_team_id IN (SELECT my_core_teams()) OR a.consortium_id IN (SELECT my_consortia('PROCESS_COACH', 'ORGANISER')))
  $$;
GRANT EXECUTE ON FUNCTION count_open_agreements_of(uuid, uuid) TO kt_app;

-- For the weekly mail: how many agreements wait for each of these people, by core team; no text, no casus. It counts what
-- the person would find on the page with the own agreements: what is theirs, and what lies with their function or
-- organisation in a team they are a member of on the day; of a closed casus only what they can still read.
CREATE FUNCTION agreements_due(people uuid[], day date, until date)
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
      AND NOT EXISTS (
        SELECT 1 FROM case_discussion c JOIN meeting g ON g.id = c.meeting_id
        WHERE c.id = a.case_discussion_id AND c.closed_at IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM membership w WHERE w.core_team_id = g.core_team_id AND w.person_id = m.person_id AND w.created_at <= c.closed_at
            AND w.first_day <= (g.starts_at AT TIME ZONE 'Europe/Amsterdam')::date
            AND (w.last_day IS NULL OR w.last_day >= (g.starts_at AT TIME ZONE 'Europe/Amsterdam')::date)))
    GROUP BY m.person_id, t.id, t.name
    ORDER BY m.person_id, t.name, t.id
  $$;
GRANT EXECUTE ON FUNCTION agreements_due(uuid[], date, date) TO kt_worker;
